"""What things and facts carry as properties, gathered from all that mentions or states them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from . import dates, names
from .elements import Value
from .model import Bulletin, Entity, Item, Relation
from .resolution import Thing

MANY = {"post": "posts", "title": "title"}
"""Attributes of which a thing may have several at once, and the property that lists them all."""

NUMBERED = frozenset({"Standard", "Policy", "StandardsBody"})
"""Types whose number, where one of their names is one, is their `code`."""

HIDDEN = frozenset(
    {"name", "aliases", "key", "type", "labels", "roster_id", "mentions", "first_seen", "last_seen"}
)
"""Attribute names that the graph fills itself."""

_LEAVING = re.compile("退出|退会|离开|除名|注销")
"""Words of leaving an alliance, not just a role in it."""

Fact = tuple[str, str, str, str | None]
"""(subject, predicate, object, role)."""


@dataclass(slots=True)
class Told:
    """What items tell of one thing.

    `said` maps an attribute to the best saying of it so far: (rank, value). Of several sayings a roster's
    wins, then that of the latest bulletin, then the smallest value.
    """

    items: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    rosters: bool = False
    news: bool = False
    said: dict[str, tuple[tuple[int, str, str], Value]] = field(default_factory=dict)
    many: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    newest: tuple[str, str] = ("", "")
    status: str | None = None

    def note(self, entity: Entity, item: Item, bulletin: Bulletin) -> None:
        """Take in one mention."""
        self.items.add(item.key)
        day = (dates.try_span(bulletin.date) or ("", ""))[1]
        if item.kind == "row":
            self.rosters = True
        else:
            self.news = True
        if bulletin.date:
            self.dates.add(bulletin.date)
        for name, raw in entity.attributes.items():
            value = plain(raw)
            if value is None or name in HIDDEN or name == "status":
                continue
            if name in MANY:
                self.many[MANY[name]].update(value if isinstance(value, tuple) else (str(value),))
                continue
            rank = (int(item.kind == "row"), day, _inverse(str(value)))
            held = self.said.get(name)
            if held is None or rank > held[0]:
                self.said[name] = rank, value
        when = day, item.key
        if when >= self.newest and item.kind == "news":
            self.newest, self.status = (
                when,
                str(entity.attributes["status"]) if entity.attributes.get("status") else None,
            )

    def properties(self, thing: Thing) -> dict[str, Value]:
        """The properties of the thing's node, sorted by name."""
        found: dict[str, Value | None] = {name: value for name, (_, value) in self.said.items()}
        found |= {name: tuple(sorted(values)) for name, values in self.many.items()}
        found |= {
            "name": thing.name,
            "aliases": thing.aliases,
            "former_names": thing.former or None,
            "other_keys": thing.other_keys or None,
            "mentions": len(self.items),
            "status": self.status,
            "first_seen": dates.earliest(self.dates),
            "last_seen": dates.latest(self.dates),
            "stated_by": stated_by(self.rosters, self.news),
        }
        codes = [
            n for n in (thing.name, *thing.aliases) if thing.type in NUMBERED and names.number(n) is not None
        ]
        if codes:
            found.setdefault("code", min(codes))
        return {name: value for name, value in sorted(found.items()) if value is not None}


@dataclass(slots=True)
class Stated:
    """What items state of one fact: (last day of the bulletin, item, kind, relation, bulletin's date)."""

    sayings: list[tuple[str, str, str, Relation, str | None]] = field(default_factory=list)

    def note(self, relation: Relation, item: Item, bulletin: Bulletin) -> None:
        """Take in one statement."""
        day = (dates.try_span(bulletin.date) or ("", ""))[1]
        self.sayings.append((day, item.key, item.kind, relation, bulletin.date))


def edges(facts: Mapping[Fact, Stated]) -> dict[Fact, dict[str, Value]]:
    """The properties of every fact's edge.

    Who leaves an alliance leaves it in every role: the `until` of a membership that ended holds for the pair's
    other roles, unless a later bulletin states them again. Who gives up one role (卸任) keeps the others.
    """
    found = {fact: _edge(stated) for fact, stated in facts.items()}
    left: dict[tuple[str, str], tuple[str, str]] = {}
    for (subject, predicate, object_, role), stated in facts.items():
        if predicate == "memberOf" and "until" in found[subject, predicate, object_, role]:
            for day, _, _, relation, _ in stated.sayings:
                if "until" in relation.attributes and (
                    role in (None, "member") or _LEAVING.search(relation.quote)
                ):
                    pair, end = (subject, object_), (day, str(relation.attributes["until"]))
                    left[pair] = max(left.get(pair, end), end)
    for (subject, predicate, object_, role), said in found.items():
        if (
            predicate == "memberOf"
            and role != "applicant"
            and "until" not in said
            and (subject, object_) in left
        ):
            day, until = left[subject, object_]
            if all(saying[0] <= day for saying in facts[subject, predicate, object_, role].sayings):
                said["until"] = until
    return {fact: dict(sorted(said.items())) for fact, said in found.items()}


def statement(relation: Relation, bulletin: Bulletin) -> dict[str, Value]:
    """The properties of one statement beside its span: attributes, post, and the bulletin's date."""
    said = {name: plain(value) for name, value in relation.attributes.items()}
    said |= {"post": relation.post, "date": plain(relation.attributes.get("date")) or bulletin.date}
    return {name: value for name, value in sorted(said.items()) if value is not None}


def stated_by(rosters: bool, news: bool) -> str:
    """Who says so: `roster`, `bulletin` or `both`."""
    return "both" if rosters and news else "roster" if rosters else "bulletin"


def plain(value: Any) -> Value | None:
    """An attribute as a store can hold it; None for what is empty or no plain value."""
    if isinstance(value, bool | int | float | str):
        return value if value != "" else None
    if isinstance(value, list | tuple) and value:
        return tuple(str(one) for one in value)
    return None


def _edge(stated: Stated) -> dict[str, Value]:
    sayings = sorted(stated.sayings, key=lambda s: (s[0], s[1], s[3].evidence, s[3].rule))
    seen = [s[4] for s in sayings if s[4]]
    kinds = {s[2] for s in sayings}
    found: dict[str, Value | None] = {
        "evidence": len(sayings),
        "confidence": round(max(s[3].confidence for s in sayings), 3),
        "first_seen": dates.earliest(seen),
        "last_seen": dates.latest(seen),
        "stated_by": stated_by("row" in kinds, "news" in kinds),
        "posts": tuple(sorted({s[3].post for s in sayings if s[3].post})) or None,
    }
    attributes = [
        (s, {n: v for n, raw in s[3].attributes.items() if (v := plain(raw)) is not None}) for s in sayings
    ]
    for _, said in attributes:
        found |= {
            name: value
            for name, value in said.items()
            if name not in ("since", "until") and name not in found
        }
        found |= {name: value for name, value in said.items() if name in ("date", "status", "count")}
    since = [str(said["since"]) for _, said in attributes if "since" in said]
    if since:
        found["since"] = dates.earliest(since) or min(since)
    ended = [(s[0], str(said["until"])) for s, said in attributes if "until" in said]
    if ended:
        last = max(ended)[0]
        again = any(s[0] > last and "until" not in said and s[2] == "news" for s, said in attributes)
        if not again:
            found["until"] = dates.latest(until for _, until in ended) or max(until for _, until in ended)
    if not any(s[3].attributes.get("status") for s in sayings if s[0] == sayings[-1][0]):
        found.pop("status", None)
    return {name: value for name, value in found.items() if value is not None}


def _inverse(text: str) -> str:
    """Text that sorts the other way round, so that the smallest value ranks highest."""
    return "".join(
        chr(0x10FFFF - ord(c)) if ord(c) < 0x10FFFF - 0xDFFF or ord(c) > 0x10FFFF - 0xD800 else c
        for c in text
    )
