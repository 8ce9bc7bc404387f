"""What a graph holds: labels, relationship types and properties, with counts; for people who ask."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .elements import Graph
from .stores import Store
from .stores.cypher import MARKER, STATEMENT, STATES, edge_row, node_row, statement_row


@dataclass(frozen=True, slots=True)
class Part:
    """A label or relationship type: how many elements have it, and how many of them each property."""

    count: int
    properties: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Schema:
    """Labels and relationship types by name, sorted; `patterns` says which labels an edge type joins.

    `patterns` has `(type of the subject, edge type, type of the object)` with counts.
    """

    labels: Mapping[str, Part]
    types: Mapping[str, Part]
    patterns: Mapping[tuple[str, str, str], int]


def schema(source: Store | Graph) -> Schema:
    """The schema of a graph, or of what innograph wrote into a Cypher store. The two are the same."""
    return _of_graph(source) if isinstance(source, Graph) else _of_store(source)


class _Counting:
    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.properties: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, names: Iterable[str], properties: Iterable[str], count: int = 1) -> None:
        keys = list(properties)
        for name in names:
            self.counts[name] += count
            for key in keys:
                self.properties[name][key] += count

    def parts(self) -> dict[str, Part]:
        return {
            name: Part(count, dict(sorted(self.properties[name].items())))
            for name, count in sorted(self.counts.items())
        }


def _of_graph(graph: Graph) -> Schema:
    labels, types, patterns = _Counting(), _Counting(), Counter[tuple[str, str, str]]()
    for node in graph.nodes.values():
        labels.add(node.labels, node_row(node))
    for edge in graph.edges.values():
        types.add([edge.type], edge_row(edge))
        patterns[graph.nodes[edge.subject].type, edge.type, graph.nodes[edge.object].type] += 1
    for statement in graph.statements.values():
        labels.add([STATEMENT], statement_row(statement, graph.edges.get(statement.edge)))
        types.add([STATES], ("key", "predicate"))
        patterns["BulletinItem", STATES, STATEMENT] += 1
    return Schema(labels.parts(), types.parts(), dict(sorted(patterns.items())))


def _of_store(store: Store) -> Schema:
    labels, types, patterns = _Counting(), _Counting(), Counter[tuple[str, str, str]]()

    def ask(text: str) -> tuple[tuple[object, ...], ...]:
        return store.query(text, timeout=600.0, limit=1_000_000).rows

    ours = f"n.{MARKER[0]} = '{MARKER[1]}'"
    known = {"Thing", STATEMENT} | set(store.counts()["nodes"])
    for base in ("Thing", STATEMENT):
        for names, keys, count in ask(
            f"MATCH (n:{base}) WHERE {ours} RETURN labels(n) AS labels, keys(n) AS keys, count(*) AS n"
        ):
            labels.add([name for name in names if name in known], keys, count)  # type: ignore[attr-defined, arg-type]
    for name, keys, count in ask(
        "MATCH ()-[r]->() WHERE r.key IS NOT NULL AND r.predicate IS NOT NULL "
        "RETURN type(r) AS type, keys(r) AS keys, count(*) AS n"
    ):
        types.add([name], keys, count)  # type: ignore[list-item, arg-type]
    for subject, name, object_, count in ask(
        "MATCH (a)-[r]->(b) WHERE r.key IS NOT NULL AND r.predicate IS NOT NULL "
        f"RETURN a.type AS subject, type(r) AS type, coalesce(b.type, '{STATEMENT}') AS object, count(*) AS n"
    ):
        patterns[str(subject), str(name), str(object_)] += int(str(count))
    return Schema(labels.parts(), types.parts(), dict(sorted(patterns.items())))
