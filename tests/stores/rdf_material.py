"""What the RDF tests share: the base, the quads that a store should hold, deltas between graphs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from innograph.graph.elements import Delta, Graph
from innograph.graph.rdf_model import Quad, quads

BASE = "https://example.org/kg/"
PREFIX = "PREFIX ino: <https://w3id.org/innograph/ontology#>\n"
ALL = "SELECT ?s ?p ?o ?g WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


def expected(graph: Graph) -> set[Quad]:
    """The quads of a graph."""
    return set(quads(graph, base=BASE))


def delta(before: Graph, after: Graph, name: str, *, whole: bool = False) -> Delta:
    """What leads from one graph to another; `name` stands for the ledger's hash."""
    if whole:
        return Delta(after, after=name, whole=True)

    def changed(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in other.items() if one.get(key) != value}

    def gone(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(set(one) - set(other)))

    return Delta(
        Graph(
            changed(dict(before.nodes), dict(after.nodes)), changed(dict(before.edges), dict(after.edges)),
            changed(dict(before.statements), dict(after.statements)),
        ),
        gone(before.nodes, after.nodes), gone(before.edges, after.edges),
        gone(before.statements, after.statements), name,
    )


def without_item(graph: Graph, item: str) -> Graph:
    """The graph that the ledger gives once an item is gone: what only it stated goes with it."""
    statements = {k: s for k, s in graph.statements.items() if s.item != item}
    stated = {s.edge for s in statements.values()}
    had = {s.edge for s in graph.statements.values()}
    edges = {
        k: e for k, e in graph.edges.items()
        if item not in (e.subject, e.object) and (k in stated or k not in had)
    }
    joined = {key for e in edges.values() for key in (e.subject, e.object)}
    lone = {key for e in graph.edges.values() for key in (e.subject, e.object)} - joined
    return Graph({k: n for k, n in graph.nodes.items() if k not in lone}, edges, statements)
