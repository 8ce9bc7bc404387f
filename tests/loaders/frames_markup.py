"""Sentences with their names marked, so that the frames can be tested without the names' half.

`[E:某某公司]` is an enterprise, `[P:张三]` a person; the letters are those of `KINDS`. A first line is
the headline. A person's organisation is what stands before the post that stands before the person.
"""

from __future__ import annotations

import re

from innograph.graph.model import Item, ItemFacts
from innograph.loaders.facts.draft import Claim, Draft, Thing
from innograph.loaders.facts.frames_reader import read_frames

KINDS = {
    "A": "Alliance", "E": "Enterprise", "U": "University", "R": "ResearchInstitute", "G": "GovernmentAgency",
    "S": "Association", "C": "StandardsBody", "O": "OrganizationUnit", "P": "Person", "L": "Place", "M": "Media",
    "I": "InternationalBody",
}  # fmt: skip


def draft_of(marked: str, owner: str | None = None) -> Draft:
    """The draft of a marked text, with the posts that stand directly before persons."""
    text, things = "", {}
    for match in re.finditer(r"\[(\w):([^\]]+)\]|([^\[]+)", marked):
        if match.group(1):
            kind, name = KINDS[match.group(1)], match.group(2)
            thing = things.setdefault((kind, name), Thing(kind, name))
            thing.mentions.append((len(text), len(text) + len(name)))
            text += name
        else:
            text += match.group(3)
    title = text.split("\n")[0] if "\n" in text else ""
    draft = Draft(Item("test", 1, title, text=text), things=list(things.values()), period="2019-06")
    if owner is not None:
        draft.owner = next(thing for thing in draft.things if owner in thing.names)
    for person in [t for t in draft.things if t.type == "Person"]:
        for start, end in person.mentions:
            for org in [t for t in draft.things if t.type not in ("Person", "Place")]:
                for first, last in org.mentions:
                    if last <= start <= last + 8 and re.fullmatch(r"[^，。、；与和由]{1,8}", text[last:start]):
                        draft.claims.append(Claim(person, "holdsPost", org, (first, end), "test", 1.0))
    return draft


def read(marked: str, owner: str | None = None) -> ItemFacts:
    """The facts of a marked text."""
    draft = draft_of(marked, owner)
    read_frames(draft)
    return draft.facts()


def said(marked: str, owner: str | None = None, *, taste: bool = False) -> set[tuple[str, str, str, str]]:
    """`(subject, predicate, role, object)` by name; posts left out, topics unless `taste`."""
    facts = read(marked, owner)
    name = {entity.key: entity.name for entity in facts.entities}
    skip = {"holdsPost"} if taste else {"holdsPost", "about"}
    return {
        (name[r.subject], r.predicate, r.role or "", name[r.object]) for r in facts.relations if r.predicate not in skip
    }


def named(marked: str, kind: str, owner: str | None = None) -> dict[str, dict[str, object]]:
    """Names of one type with their attributes."""
    return {e.name: dict(e.attributes) for e in read(marked, owner).entities if e.type == kind}
