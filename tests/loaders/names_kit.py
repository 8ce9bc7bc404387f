"""A short way from a sentence to the draft of its names, for the tests of the names' half."""

from __future__ import annotations

from functools import lru_cache

from innograph.graph.model import Bulletin, Item, ItemFacts
from innograph.loaders.facts import Extractor
from innograph.loaders.facts.draft import Draft

BULLETIN = Bulletin(id="t", date="2023-05", precision="month")
ALLIANCE = "磁性材料产业技术创新战略联盟"


@lru_cache(maxsize=2)
def extractor(tagger: bool = False) -> Extractor:
    return Extractor(tagger=tagger)


def draft(body: str, *, title: str = "磁性材料联盟工作动态", own: str | None = ALLIANCE, tagger: bool = False) -> Draft:
    """The names of one item; `own` is the alliance of its credit line."""
    text = f"{title}\n{body}" + (f"\n（{own}秘书处供稿）" if own else "")
    kind = "contributor" if own else None
    return extractor(tagger).draft(Item("t", 1, title, credit=own, credit_kind=kind, text=text), BULLETIN)


def facts(body: str, **how: object) -> ItemFacts:
    return draft(body, **how).facts()  # type: ignore[arg-type]


def named(body: str, **how: object) -> set[tuple[str, str]]:
    """`(type, name)` of everything that the body names; the item's own alliance is left out."""
    return {(t.type, t.name) for t in draft(body, **how).things if ALLIANCE not in t.names}  # type: ignore[arg-type]


def stated(predicate: str, body: str, **how: object) -> set[tuple[str, ...]]:
    """The relations of one predicate: `(subject, object, role or post)`."""
    return {
        (c.subject.name, c.object.name, c.role or c.post or "")
        for c in draft(body, **how).claims  # type: ignore[arg-type]
        if c.predicate == predicate
    }
