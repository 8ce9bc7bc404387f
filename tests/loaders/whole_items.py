"""Short items written for tests, read whole: names and frames together."""

from __future__ import annotations

from innograph.graph.model import Bulletin, Item, ItemFacts
from innograph.loaders.facts import Extractor

EXTRACTOR = Extractor()
Fact = tuple[str, str, str, str]


def read_item(body: str, title: str = "工作简讯", *, credit: str | None = None, date: str | None = None) -> ItemFacts:
    """What the reader finds in an item of this title and body, sent in by `credit`, of a bulletin of this date."""
    text = f"{title}\n{body}" + (f"\n（{credit}供稿）" if credit else "")
    item = Item("b", 1, title, text=text, credit=credit, credit_kind="contributor" if credit else None)
    return EXTRACTOR.extract(item, Bulletin("b", date=date))


def stated(found: ItemFacts, *, posts: bool = True) -> set[Fact]:
    """`(subject, predicate, role, object)` by name; with `posts`, the post where there is no role."""
    names = {entity.key: entity.name for entity in found.entities}
    return {(names[r.subject], r.predicate, r.role or (posts and r.post) or "", names[r.object]) for r in found.relations}


def types(found: ItemFacts) -> dict[str, str]:
    """The type of each entity by its name."""
    return {entity.name: entity.type for entity in found.entities}
