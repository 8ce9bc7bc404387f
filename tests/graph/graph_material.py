"""Facts for tests: the sample roster as rows, gold annotations with a text made around their evidence."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

from innograph.graph.model import Bulletin, BulletinFacts, Entity, Item, ItemFacts, Relation, Span

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
GOLD = ROOT / "tests" / "golden" / "seed.gold.jsonl"


def item(
    bulletin: str,
    number: int,
    text: str,
    entities: list[Entity],
    relations: list[tuple[Any, ...]] = (),  # type: ignore[assignment]
    *,
    title: str | None = None,
    kind: str = "news",
) -> ItemFacts:
    """An item whose relations are (subject, predicate, object[, role[, post[, attributes]]])."""
    made = []
    for entity in entities:
        at = text.find(entity.name)
        spans: tuple[Span, ...] = ((at, at + len(entity.name)),) if at >= 0 else ()
        made.append(Entity(entity.key, entity.type, entity.name, entity.aliases, entity.attributes, spans))
    stated = tuple(
        Relation(
            r[0],
            r[1],
            r[2],
            (0, len(text)),
            text,
            "test",
            0.9,
            r[3] if len(r) > 3 else None,
            r[4] if len(r) > 4 else None,
            r[5] if len(r) > 5 else {},
        )
        for r in relations
    )
    return ItemFacts(Item(bulletin, number, title or text[:20], kind=kind, text=text), tuple(made), stated)  # type: ignore[arg-type]


def bulletin(id_: str, *items: ItemFacts, date: str | None = None) -> BulletinFacts:
    """A bulletin of these items; the precision follows from the date."""
    precision = (
        None if date is None else "period" if "/" in date else {4: "year", 7: "month", 10: "day"}[len(date)]
    )
    return BulletinFacts(Bulletin(id_, id_, date=date, precision=precision), items)  # type: ignore[arg-type]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a sample table."""
    with (SAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def roster(id_: str = "roster") -> BulletinFacts:
    """The sample roster: alliances, organisations, memberships."""
    names = {row["id"]: row["name"] for row in rows("alliances.csv")}
    types = {row["name"]: row["type"] for row in rows("organizations.csv")}
    items: list[ItemFacts] = []

    def add(text: str, entities: list[Entity], relations: list[tuple[Any, ...]]) -> None:
        items.append(item(id_, len(items) + 1, text, entities, relations, kind="row"))

    for row in rows("alliances.csv"):
        kept = {
            k: row[c]
            for k, c in (
                ("english_name", "english_name"),
                ("field", "field"),
                ("batch", "batch"),
                ("founded", "year_founded"),
                ("website", "website"),
            )
            if row[c]
        }
        ends = [
            (row[c], role)
            for c, role in (("lead_unit", "lead"), ("secretariat_host", "secretariat"))
            if row[c]
        ]
        add(
            "，".join([row["name"], *row["short_names"].split("|"), *(e[0] for e in ends)]),
            [
                Entity("e1", "Alliance", row["name"], _split(row), {"roster_id": row["id"], **kept}),
                *(Entity(f"e{n}", types[name], name) for n, (name, _) in enumerate(ends, 2)),
            ],
            [(f"e{n}", "memberOf", "e1", role) for n, (_, role) in enumerate(ends, 2)],
        )
    for row in rows("organizations.csv"):
        entities = [Entity("e1", row["type"], row["name"], _split(row))]
        relations: list[tuple[Any, ...]] = []
        if row["parent"]:
            entities.append(Entity("e2", types[row["parent"]], row["parent"]))
            relations.append(("e1", "partOf", "e2"))
        if row["place"]:
            entities.append(Entity("e3", "Place", row["place"]))
            relations.append(("e1", "locatedIn", "e3"))
        add("，".join([row["name"], *_split(row), row["parent"], row["place"]]), entities, relations)
    for row in rows("memberships.csv"):
        alliance = names[row["alliance_id"]]
        since = {"since": row["since"]} if row["since"] else {}
        add(
            f"{row['organization']}，{alliance}，{row['role']}",
            [
                Entity("e1", types[row["organization"]], row["organization"]),
                Entity("e2", "Alliance", alliance),
            ],
            [("e1", "memberOf", "e2", row["role"], None, since)],
        )
    return bulletin(id_, *items)


@cache
def seed(path: Path = GOLD) -> BulletinFacts:
    """The gold reading of the sample bulletin, its text made of headline, names and evidence."""
    items = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        head = {
            k: row["item"].get(k) for k in ("bulletin", "number", "section", "title", "credit", "credit_kind")
        }
        said = [e["name"] for e in row["entities"]] + [a for e in row["entities"] for a in e["aliases"]]
        text = "\n".join(
            dict.fromkeys([row["item"]["title"], *(r["evidence"] for r in row["relations"]), *said])
        )
        entities = tuple(
            Entity(
                e["key"],
                e["type"],
                e["name"],
                tuple(e["aliases"]),
                e["attributes"],
                ((text.index(e["name"]), text.index(e["name"]) + len(e["name"])),),
            )
            for e in row["entities"]
        )
        relations = tuple(
            Relation(
                r["subject"],
                r["predicate"],
                r["object"],
                (text.index(r["evidence"]), text.index(r["evidence"]) + len(r["evidence"])),
                r["evidence"],
                "gold",
                1.0,
                r.get("role"),
                r.get("post"),
                r.get("attributes") or {},
            )
            for r in row["relations"]
        )
        items.append(ItemFacts(Item(**head, text=text), entities, relations))
    return BulletinFacts(Bulletin(items[0].item.bulletin, "seed"), tuple(items))


def _split(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(name for name in row["short_names"].split("|") if name)
