"""The resolved graph, as every store holds it: nodes, edges and the statements behind the edges.

This is the contract between resolution (which makes it), the stores (which hold it), queries and
pages (which read it). Everything is plain data, sorted by key, so that the same ledger gives the
same graph to the byte.

The model, in property-graph words; RDF says the same in its own (see `ontology/`):

- a **thing** is a `Node` with `labels` from the ontology, general to special:
  `("Organization", "Enterprise", "MemberUnit")`;
- a bulletin, its sections and items are nodes too (`Bulletin`, `Section`, `BulletinItem`), joined by
  `PART_OF_BULLETIN`, `IN_SECTION` edges; an item `MENTIONS` each thing it names;
- an `Edge` is one fact between two nodes, one for each (subject, predicate, object, role);
- a `Statement` is one item's saying of one edge, with its sentence. In Cypher it is a node,
  `(:BulletinItem)-[:STATES]->(:Statement {edge: <edge key>, …})`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Value = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: a thing of the ecosystem, or a bulletin, section or item.

    `key` is `<type>/<identifier>` and stable. `labels` go from general to special; `labels[0]` is
    the base label, and derived labels (`MemberUnit`) come last. `properties` always has `name`;
    `aliases` is a tuple. `type` is the ontology class.
    """

    key: str
    type: str
    labels: tuple[str, ...]
    properties: Mapping[str, Value] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name to show."""
        return str(self.properties["name"])


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge: one (subject, predicate, object, role), whoever states it and how often.

    `type` is the Cypher relationship type (`MEMBER_OF`). Facts carry the properties `evidence`
    (how many statements), `first_seen`, `last_seen` (ISO dates, absent where no bulletin dates
    it), `confidence` (the highest of its statements), `stated_by` (`bulletin`, `roster` or
    `both`), and where known `since`, `until`, `date`, `status`, `count`, `posts`.
    A symmetric predicate is stored once, the smaller key first.
    """

    key: str
    type: str
    predicate: str
    subject: str
    object: str
    role: str | None = None
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """One item's saying of one edge: `quote` is `text[start:end]` of the item's text."""

    key: str
    edge: str
    item: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float
    kind: str = "news"
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes, edges and statements by key. Every edge's ends and every statement's edge are in it."""

    nodes: Mapping[str, Node] = field(default_factory=dict)
    edges: Mapping[str, Edge] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.nodes) + len(self.edges) + len(self.statements)


@dataclass(frozen=True, slots=True)
class Delta:
    """What a store must do to hold the next state of the ledger.

    `upserts` are whole elements, to be written over what the store has under their keys (an element's
    old properties and labels go). `deletes` are keys. Applying twice does what applying once does.
    `after` is the hash of the ledger that the store holds once all is applied; `whole` says that
    the store must first be emptied of all that innograph wrote.
    """

    upserts: Graph
    deleted_nodes: tuple[str, ...] = ()
    deleted_edges: tuple[str, ...] = ()
    deleted_statements: tuple[str, ...] = ()
    after: str = ""
    whole: bool = False

    def __bool__(self) -> bool:
        return bool(
            len(self.upserts) or self.deleted_nodes or self.deleted_edges or self.deleted_statements
        )


def edge_key(subject: str, predicate: str, object_: str, role: str | None) -> str:
    """The key of the edge for (subject, predicate, object, role): 20 hex digits of a SHA-256."""
    return digest(subject, predicate, object_, role or "")


def statement_key(item: str, edge: str, start: int, end: int) -> str:
    """The key of an item's statement of an edge at a span."""
    return digest(item, edge, str(start), str(end))


def digest(*parts: str) -> str:
    """20 hex digits that stand for these strings, in this order."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def by_key(elements: Iterable[Any]) -> dict[str, Any]:
    """Elements as a mapping, sorted by key."""
    return {e.key: e for e in sorted(elements, key=lambda e: e.key)}
