"""Rosters → facts: each row of a table of alliances, memberships or organisations is an item.

A row's `text` is the row as a person reads it; its evidence is those words, with the file's name as
the item's section and the row's number as its page. Files read together make one roster, so that a
membership's alliance id becomes the alliance's name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..graph.model import Bulletin, BulletinFacts, Entity, Item, ItemFacts, Relation, Span
from .items import reader_version
from .items.dates import precision_of
from .readers.limits import DEFAULT, Limits
from .roster_tables import Row, Table, columns, looks_like_roster, read_table

CONFIDENCE = 1.0
"""A roster says what it says: nothing is guessed."""


def is_roster(path: Path) -> bool:
    """Whether the file is a roster by its ending (CSV, TSV, XLSX)."""
    return looks_like_roster(path)


def read_rosters(
    paths: Sequence[Path],
    *,
    date: str | None = None,
    mapping: Mapping[str, Any] | None = None,
    limits: Limits = DEFAULT,
) -> BulletinFacts:
    """Read roster files that belong together into one bulletin of rows.

    The rows come in the order alliances, organisations, memberships, whatever the order of the files,
    so that the same roster gives the same bytes. `mapping` has the form of `roster_columns.toml` and
    comes before it.

    Raises
    ------
    InputError
        A file is no roster, is damaged, or a membership names an alliance id that no table explains.
    LimitError
        A file is larger than `limits` allow.
    """
    order = {"alliance": 0, "organization": 1, "membership": 2}
    tables = sorted((read_table(p, mapping, limits) for p in paths), key=lambda t: (order[t.kind], t.source))
    digest = hashlib.sha256("".join(t.sha256 for t in tables).encode()).hexdigest()
    bulletin = Bulletin(
        f"roster-{digest[:12]}",
        "、".join(t.source for t in tables),
        None,
        date,
        precision_of(date) if date else None,
        None,
        "、".join(t.source for t in tables),
        digest,
        reader=reader_version(),
    )
    rows = _Rows(tables, mapping)
    items = tuple(
        rows.facts(bulletin, table, number, row, count)
        for count, (table, number, row) in enumerate(rows.wanted(), 1)
    )
    if not items:
        raise InputError("no rows", where=bulletin.source or "roster", hint="the tables are empty")
    return BulletinFacts(bulletin, items)


class _Rows:
    """What the tables know together: alliance names by id, types of organisations."""

    def __init__(self, tables: Sequence[Table], mapping: Mapping[str, Any] | None) -> None:
        self.tables = tables
        words = columns()
        self.words, self.role_words = words["words"], words["role_words"]
        self.roles = _inverse(words["roles"], (mapping or {}).get("roles", {}))
        self.types = _inverse(words["types"], (mapping or {}).get("types", {}))
        self.alliances: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        for table in tables:
            for _, row in table.rows:
                if table.kind == "alliance" and "name" in row:
                    self.alliances[row.get("id", row["name"])] = row["name"]
                    self.kinds[row["name"]] = "Alliance"
                elif table.kind == "organization" and "name" in row:
                    self.kinds.setdefault(row["name"], self.types.get(row.get("type", ""), "Enterprise"))

    def wanted(self) -> Iterator[tuple[Table, int, Row]]:
        """All rows that name something."""
        for table in self.tables:
            for number, row in table.rows:
                if row.get("name") or row.get("organization"):
                    yield table, number, row

    def kind(self, name: str) -> str:
        """The class of an organisation: from the tables, else from the form of its name."""
        from .facts.organisations import type_of

        return self.kinds.get(name) or type_of(name) or "Enterprise"

    def facts(self, bulletin: Bulletin, table: Table, number: int, row: Row, count: int) -> ItemFacts:
        """The item of one row."""
        line = _Line()
        where = f"{table.source}, row {number}"
        getattr(self, f"_{table.kind}")(line, row, where)
        item = Item(
            bulletin.id,
            count,
            line.title,
            table.source,
            kind="row",
            date=bulletin.date,
            page=number,
            text=line.text,
        )
        relations = tuple(
            Relation(
                s,
                predicate,
                o,
                (0, len(line.text)),
                line.text,
                f"roster.{table.kind}",
                CONFIDENCE,
                role,
                None,
                attributes,
            )
            for s, predicate, o, role, attributes in line.claims
        )
        return ItemFacts(item, tuple(line.entities), relations, ((0, len(line.text), "used"),))

    def _alliance(self, line: _Line, row: Row, where: str) -> None:
        attributes = {k: row[k] for k in ("english_name", "field", "batch", "founded", "website") if k in row}
        if "id" in row:
            attributes["roster_id"] = row["id"]
        own = line.name("Alliance", row["name"], _split(row), attributes, also=self.words["also"])
        for column, role in (("lead_unit", "lead"), ("secretariat_host", "secretariat")):
            if column in row:
                line.say(self.words[role])
                other = line.name(self.kind(row[column]), row[column])
                line.claims.append((other, "memberOf", own, role, {}))
        for column in ("english_name", "field", "batch", "founded", "website"):
            if column in row:
                line.say(self.words[column] + row[column])

    def _organization(self, line: _Line, row: Row, where: str) -> None:
        own = line.name(self.kind(row["name"]), row["name"], _split(row), also=self.words["also"])
        if "parent" in row:
            line.say(self.words["parent"])
            line.claims.append((own, "partOf", line.name(self.kind(row["parent"]), row["parent"]), None, {}))
        if "place" in row:
            line.say(self.words["place"])
            line.claims.append((own, "locatedIn", line.name("Place", row["place"]), None, {}))

    def _membership(self, line: _Line, row: Row, where: str) -> None:
        said = row["alliance"]
        alliance = self.alliances.get(said) or (said if said in self.kinds or not said.isascii() else None)
        if alliance is None:
            raise InputError(
                f"no alliance has the id “{said}”",
                where=where,
                hint="give the table of alliances along with this one, or write the alliance's name",
            )
        role = self.roles.get(row.get("role", ""))
        if role is None:
            raise InputError(
                f"unknown role “{row['role']}”", where=where, hint="known: " + "、".join(self.role_words)
            )
        organization = line.name(self.kind(row["organization"]), row["organization"])
        line.say(self.words["of"])
        target = line.name("Alliance", alliance)
        line.say(self.role_words[role])
        attributes = {k: row[k] for k in ("since", "until") if k in row}
        for key, value in attributes.items():
            line.say(self.words[key] + value)
        line.claims.append((organization, "memberOf", target, role, attributes))


class _Line:
    """A row's text under construction, with the things that it names."""

    def __init__(self) -> None:
        self.text = ""
        self.entities: list[Entity] = []
        self.claims: list[tuple[str, str, str, str | None, dict[str, str]]] = []

    @property
    def title(self) -> str:
        """The row's first name and, for a membership, the whole text."""
        return self.text if len(self.entities) > 1 and self.claims else self.entities[0].name

    def say(self, words: str) -> None:
        """Add plain words."""
        self.text += words

    def name(
        self,
        type_: str,
        name: str,
        aliases: tuple[str, ...] = (),
        attributes: Mapping[str, str] | None = None,
        *,
        also: str = "",
    ) -> str:
        """Add a name with its aliases and give the entity's key; a name said twice is one entity."""
        for entity in self.entities:
            if (entity.type, entity.name) == (type_, name):
                self.text += name
                return entity.key
        spans: list[Span] = [(len(self.text), len(self.text) + len(name))]
        self.text += name
        if aliases:
            self.text += also
            for count, alias in enumerate(aliases):
                self.text += "、" if count else ""
                spans.append((len(self.text), len(self.text) + len(alias)))
                self.text += alias
        key = f"e{len(self.entities) + 1}"
        self.entities.append(Entity(key, type_, name, aliases, dict(attributes or {}), tuple(spans)))
        return key


def _split(row: Row) -> tuple[str, ...]:
    own = row.get("name")
    parts = (
        part.strip() for part in row.get("short_names", "").replace("；", "|").replace("、", "|").split("|")
    )
    return tuple(dict.fromkeys(part for part in parts if part and part != own))


def _inverse(table: Mapping[str, Sequence[str]], own: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word: ours for source in (table, own) for ours, words in source.items() for word in words}
