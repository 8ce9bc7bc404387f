"""Facts as a bulletin states them: the records of the ledger and their JSON Lines form.

One `BulletinFacts` is one facts file: a first line for the bulletin, then a line an item. The
format is the one of the annotation guidelines, version `FORMAT`. Offsets `[start, end)` count code
points of the item's `text`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ..errors import InputError

FORMAT = 1

Span = tuple[int, int]
SentenceState = Literal["used", "empty", "unread"]
ItemKind = Literal["news", "row"]
Attributes = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What identifies a bulletin (or a roster: a bulletin whose items are rows).

    `date` is ISO 8601 of the precision that `precision` names: `2024-06-15` (day), `2024-06`
    (month), `2024` (year), `2023-04-01/2023-06-30` (period), or None where nothing says it.
    """

    id: str
    title: str | None = None
    issue: str | None = None
    date: str | None = None
    precision: Literal["day", "month", "year", "period"] | None = None
    publisher: str | None = None
    source: str | None = None
    source_sha256: str | None = None
    format: int = FORMAT
    reader: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One news item (`kind` news) or one roster row (`kind` row), numbered from 1 in reading order."""

    bulletin: str
    number: int
    title: str
    section: str | None = None
    credit: str | None = None
    credit_kind: Literal["contributor", "source"] | None = None
    kind: ItemKind = "news"
    date: str | None = None
    page: int | None = None
    text: str = ""

    @property
    def key(self) -> str:
        """The item's key in the graph: `<bulletin>#<number>`."""
        return f"{self.bulletin}#{self.number}"


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that one item names; `key` is local to the item, `mentions` are spans of its text."""

    key: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    attributes: Attributes = field(default_factory=dict)
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A fact that one item states between two of its entities.

    `quote` is `item.text[evidence[0]:evidence[1]]`: the words that say so. `attributes` may hold
    `since`, `until`, `date`, `status`, `count`.
    """

    subject: str
    predicate: str
    object: str
    evidence: Span
    quote: str
    rule: str
    confidence: float
    role: str | None = None
    post: str | None = None
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """An item with all that was read out of it; `sentences` is the coverage receipt."""

    item: Item
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    sentences: tuple[tuple[int, int, SentenceState], ...] = ()

    def entity(self, key: str) -> Entity:
        """The entity with this local key. Raises `KeyError`."""
        for entity in self.entities:
            if entity.key == key:
                return entity
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class BulletinFacts:
    """One facts file."""

    bulletin: Bulletin
    items: tuple[ItemFacts, ...]


# -- JSON Lines ----------------------------------------------------------------------------------


def dump_lines(facts: BulletinFacts) -> Iterator[str]:
    """The lines of a facts file, each with its newline; same facts, same bytes."""
    yield _json({"bulletin": _bulletin_row(facts.bulletin)})
    for item in facts.items:
        yield _json(item_row(item))


def dumps(facts: BulletinFacts) -> str:
    """The whole facts file as text."""
    return "".join(dump_lines(facts))


def loads(text: str | Iterable[str], *, where: str = "facts") -> BulletinFacts:
    """Read a facts file; `text` is the whole text or its lines.

    Raises `InputError`, naming the line, where a line is no JSON or lacks what the format wants.
    """
    lines = text.split("\n") if isinstance(text, str) else text
    bulletin: Bulletin | None = None
    items: list[ItemFacts] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if "bulletin" in row and "item" not in row:
                bulletin = Bulletin(**row["bulletin"])
            else:
                items.append(_item_facts(row))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise InputError(
                f"not a line of a facts file: {error}", where=f"{where}, line {number}",
                hint="extract the bulletin again",
            ) from error
    if bulletin is None:
        raise InputError("no bulletin line", where=where, hint='the first line must be {"bulletin": …}')
    if bulletin.format > FORMAT:
        raise InputError(
            f"format {bulletin.format} is newer than {FORMAT}", where=where, hint="update innograph"
        )
    return BulletinFacts(bulletin, tuple(items))


def item_row(facts: ItemFacts) -> dict[str, Any]:
    """One item as the JSON object of its line."""
    item = facts.item
    return {
        "item": {
            "bulletin": item.bulletin, "number": item.number, "section": item.section,
            "title": item.title, "credit": item.credit, "credit_kind": item.credit_kind,
            "kind": item.kind, "date": item.date, "page": item.page, "text": item.text,
        },
        "entities": [
            {
                "key": e.key, "type": e.type, "name": e.name, "aliases": list(e.aliases),
                "attributes": dict(e.attributes), "mentions": [list(m) for m in e.mentions],
            }
            for e in facts.entities
        ],
        "relations": [_relation_row(r) for r in facts.relations],
        "sentences": [list(s) for s in facts.sentences],
    }


def _relation_row(relation: Relation) -> dict[str, Any]:
    row: dict[str, Any] = {
        "subject": relation.subject, "predicate": relation.predicate, "object": relation.object,
    }
    if relation.role is not None:
        row["role"] = relation.role
    if relation.post is not None:
        row["post"] = relation.post
    row |= {
        "evidence": list(relation.evidence), "quote": relation.quote, "rule": relation.rule,
        "confidence": round(relation.confidence, 3),
    }
    if relation.attributes:
        row["attributes"] = dict(relation.attributes)
    return row


def _bulletin_row(bulletin: Bulletin) -> dict[str, Any]:
    return {name: getattr(bulletin, name) for name in Bulletin.__dataclass_fields__}


def _item_facts(row: dict[str, Any]) -> ItemFacts:
    return ItemFacts(
        Item(**row["item"]),
        tuple(
            Entity(
                e["key"], e["type"], e["name"], tuple(e.get("aliases") or ()),
                dict(e.get("attributes") or {}), tuple((a, b) for a, b in e.get("mentions") or ()),
            )
            for e in row["entities"]
        ),
        tuple(
            Relation(
                r["subject"], r["predicate"], r["object"], (r["evidence"][0], r["evidence"][1]),
                r["quote"], r["rule"], float(r["confidence"]), r.get("role"), r.get("post"),
                dict(r.get("attributes") or {}),
            )
            for r in row["relations"]
        ),
        tuple((a, b, state) for a, b, state in row.get("sentences") or ()),
    )


def _json(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(", ", ": "), allow_nan=False) + "\n"
