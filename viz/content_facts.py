"""What a page knows of the graph: things, facts, statements, items, all by number, in sorted order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from ..graph import dates
from ..graph.elements import Graph, Node
from ..graph.measures import NAMES as MEASURES
from ..graph.projection import period
from .naming import pinyin, short_names

FRAME = frozenset({"partOfBulletin", "inSection", "mentions"})
"""Predicates that say where something stands, not what it is about."""

SHOWN = (
    "field", "batch", "founded", "english_name", "website", "date", "status", "place", "code", "title",
    "level", "number",
)
"""Attributes of a thing that its panel shows, where known."""


@dataclass(slots=True)
class Numbers:
    """Content by number, and the number of each key."""

    things: list[dict[str, Any]] = field(default_factory=list)
    facts: list[dict[str, Any]] = field(default_factory=list)
    items: list[dict[str, Any]] = field(default_factory=list)
    bulletins: list[dict[str, Any]] = field(default_factory=list)
    thing: dict[str, int] = field(default_factory=dict)
    fact: dict[str, int] = field(default_factory=dict)


def numbered(graph: Graph) -> Numbers:
    """Things, facts with their statements, items and bulletins of a graph."""
    found = Numbers()
    names = short_names(graph)
    bulletins: dict[str, int] = {}
    items: dict[str, int] = {}
    for node in graph.nodes.values():
        if node.type == "Bulletin":
            bulletins[str(node.properties.get("bulletin", node.key))] = len(found.bulletins)
            found.bulletins.append(_bulletin(node))
        elif node.type not in ("BulletinItem", "Section"):
            found.thing[node.key] = len(found.things)
            found.things.append(_thing(node, names[node.key]))
    mentioned: dict[str, list[int]] = defaultdict(list)
    for edge in graph.edges.values():
        if edge.predicate == "mentions" and edge.object in found.thing:
            mentioned[edge.subject].append(found.thing[edge.object])
    items_of = sorted(
        (n for n in graph.nodes.values() if n.type == "BulletinItem"),
        key=lambda n: (str(n.properties.get("bulletin", "")), int(str(n.properties.get("number", 0)))),
    )
    for node in items_of:
        items[node.key] = len(found.items)
        found.items.append(_item(node, bulletins, mentioned[node.key]))
    told: dict[str, list[list[Any]]] = defaultdict(list)
    for s in graph.statements.values():
        row: list[Any] = [items[s.item], s.start, s.end, round(s.confidence, 2), s.rule]
        if found.items[items[s.item]]["x"][s.start : s.end] != s.quote:
            row.append(s.quote)
        told[s.edge].append(row)
    for edge in graph.edges.values():
        if edge.predicate in FRAME or edge.subject not in found.thing or edge.object not in found.thing:
            continue
        start, end = period(graph, edge)
        said = edge.properties
        row_: dict[str, Any] = {
            "s": found.thing[edge.subject], "p": edge.predicate, "o": found.thing[edge.object],
            "r": edge.role, "b": start, "e": end, "c": said.get("confidence", 1.0),
            "w": {"roster": 1, "bulletin": 2}.get(str(said.get("stated_by", "bulletin")), 3),
            "f": said.get("first_seen"), "t": sorted(told[edge.key], key=lambda t: t[:3]),
        }
        extra = {
            k: list(v) if isinstance(v, tuple) else v
            for k, v in said.items()
            if k in ("since", "until", "date", "status", "count", "posts")
        }
        if extra:
            row_["a"] = extra
        found.fact[edge.key] = len(found.facts)
        found.facts.append({k: v for k, v in row_.items() if v is not None})
    return found


def _thing(node: Node, short: str) -> dict[str, Any]:
    said = node.properties
    aliases = said.get("aliases", ())
    names = [node.name, *(aliases if isinstance(aliases, tuple) else ())]
    row: dict[str, Any] = {
        "k": node.key, "t": node.type, "n": node.name, "y": " ".join(dict.fromkeys(map(pinyin, names))),
    }
    if short != node.name:
        row["s"] = short
    if len(names) > 1:
        row["l"] = names[1:]
    measures = {name: said[name] for name in MEASURES if name in said}
    if measures:
        row["m"] = measures
    shown = {
        k: list(v) if isinstance(v, tuple) else v for k in SHOWN if (v := said.get(k)) not in (None, "", ())
    }
    if shown:
        row["a"] = shown
    if said.get("first_seen"):
        row["f"] = said["first_seen"]
    if said.get("stated_by"):
        row["w"] = {"roster": 1, "bulletin": 2}.get(str(said["stated_by"]), 3)
    return row


def _item(node: Node, bulletins: Mapping[str, int], mentioned: list[int]) -> dict[str, Any]:
    said = node.properties
    row = {
        "k": node.key, "n": node.name, "b": bulletins.get(str(said.get("bulletin"))), "i": said.get("number"),
        "d": said.get("date"), "x": str(said.get("text", "")), "c": said.get("section"), "h": said.get("credit"),
        "q": 1 if said.get("kind") == "row" else None, "m": sorted(mentioned) or None,
    }
    return {k: v for k, v in row.items() if v is not None}


def _bulletin(node: Node) -> dict[str, Any]:
    said = node.properties
    span = dates.try_span(str(said["date"])) if said.get("date") else None
    name, issue, source = node.name, str(said.get("issue", "")), str(said.get("source", ""))
    if name == said.get("bulletin") and source:
        name = PurePath(source).stem
    if issue and issue not in name:
        name = f"{name} {issue}"
    row = {
        "k": node.key, "n": name, "i": said.get("bulletin"), "d": said.get("date"),
        "z": span[1] if span else None, "q": 1 if said.get("kind") == "roster" else None,
        "p": said.get("publisher"), "u": said.get("issue"),
    }
    return {k: v for k, v in row.items() if v is not None}
