"""What each question must answer, in plain Python over the graph's nodes, edges and statements.

Written from the questions, not from the query texts: no query language, no store, no text comparison of dates.
Each function returns rows as dicts by column; a missing value is None, lists are sorted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from innograph.graph.dates import try_span
from innograph.graph.elements import Edge, Graph, Node, Statement

Row = dict[str, Any]
Rows = Iterable[Row]
ORACLE: dict[str, Callable[..., Rows]] = {}
SOURCES = ("Bulletin", "BulletinItem", "Section")


def answers(name: str) -> Callable[[Callable[..., Rows]], Callable[..., Rows]]:
    """Register the answer to a question."""

    def keep(function: Callable[..., Rows]) -> Callable[..., Rows]:
        ORACLE[name] = function
        return function

    return keep


class World:
    """A graph with the look-ups that the answers need."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.things = [n for n in graph.nodes.values() if n.type not in SOURCES]
        self.facts = [e for e in graph.edges.values() if "evidence" in e.properties]
        self.statements = list(graph.statements.values())
        self._from: dict[str, list[Edge]] = {}
        self._to: dict[str, list[Edge]] = {}
        for edge in graph.edges.values():
            self._from.setdefault(edge.subject, []).append(edge)
            self._to.setdefault(edge.object, []).append(edge)

    def node(self, key: str) -> Node:
        return self.graph.nodes[key]

    def name(self, key: str) -> str:
        return self.graph.nodes[key].name

    def names(self, keys: Iterable[str]) -> list[str]:
        return sorted({self.name(key) for key in keys})

    def of(self, key: str, name: str) -> Any:
        value = self.graph.nodes[key].properties.get(name)
        return list(value) if isinstance(value, tuple) else value

    def all(self, *predicates: str) -> list[Edge]:
        """Facts of these predicates; applications to join are `applies`, and no `memberOf`."""
        return [e for e in self.facts if kind(e) in predicates]

    def out(self, key: str, *predicates: str) -> list[Edge]:
        return [e for e in self._from.get(key, ()) if kind(e) in predicates]

    def into(self, key: str, *predicates: str) -> list[Edge]:
        return [e for e in self._to.get(key, ()) if kind(e) in predicates]

    def around(self, key: str) -> list[Edge]:
        """All facts that a thing is an end of."""
        return [e for e in (*self._from.get(key, ()), *self._to.get(key, ())) if "evidence" in e.properties]

    def is_a(self, key: str, label: str) -> bool:
        return label in self.node(key).labels

    def of_type(self, type_: str) -> list[Node]:
        return [n for n in self.graph.nodes.values() if n.type == type_]

    def items_of(self, bulletin: str) -> list[str]:
        return [e.subject for e in self.into(bulletin, "partOfBulletin") if e.subject.startswith("BulletinItem/")]

    def said_by(self, item: str) -> list[Statement]:
        return [s for s in self.statements if s.item == item]

    def mentioning(self, key: str) -> list[str]:
        return sorted({e.subject for e in self.into(key, "mentions")})


def kind(edge: Edge) -> str:
    return "applies" if edge.predicate == "memberOf" and edge.role == "applicant" else edge.predicate


def role(edge: Edge) -> str:
    return edge.role or "unspecified"


def get(edge: Edge, name: str) -> Any:
    value = edge.properties.get(name)
    return list(value) if isinstance(value, tuple) else value


def keys(*edges: Edge) -> list[str]:
    return sorted({e.key for e in edges})


def other(edge: Edge, key: str) -> str:
    return edge.object if edge.subject == key else edge.subject


def within(date: str | None, start: str | None, end: str | None) -> bool:
    """Whether a date of any precision may fall into the period; without bounds, always."""
    if start is None and end is None:
        return True
    days = try_span(date)
    if days is None:
        return False
    after = start is None or days[1] >= try_span(start)[0]  # type: ignore[index]
    return after and (end is None or days[0] <= try_span(end)[1])  # type: ignore[index]


def grouped(pairs: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, list[Any]]]:
    """Values by key, keys in the order of first sight."""
    found: dict[Any, list[Any]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return iter(found.items())


def current(edges: Iterable[Edge]) -> list[Edge]:
    return [e for e in edges if "until" not in e.properties]
