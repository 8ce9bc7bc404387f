"""How figures move if unsure merges go the other way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from .elements import Edge, Graph, by_key, edge_key

Figures = Mapping[str, float]


def united(graph: Graph, left: str, right: str) -> Graph:
    """The graph as it would be if two things were one: `right` becomes `left`, with its facts and statements.

    Facts that become the same are joined, with the count of both; a fact between the two goes.
    """
    moved: dict[str, Edge] = {}
    renamed: dict[str, str] = {}
    for edge in graph.edges.values():
        subject, object_ = (left if end == right else end for end in (edge.subject, edge.object))
        if (subject, object_) == (edge.subject, edge.object):
            moved[edge.key] = edge
        elif subject != object_:
            key = edge_key(subject, edge.predicate, object_, edge.role)
            renamed[edge.key] = key
            moved.setdefault(key, replace(edge, key=key, subject=subject, object=object_))
    statements = [
        replace(s, edge=renamed.get(s.edge, s.edge))
        for s in graph.statements.values()
        if renamed.get(s.edge, s.edge) in moved
    ]
    nodes = [n for n in graph.nodes.values() if n.key != right]
    return Graph(by_key(nodes), by_key(moved.values()), by_key(statements))


def ranges(
    graph: Graph, unsure: Sequence[tuple[str, str]], figures: Callable[[Graph], Figures], *, most: int = 12
) -> dict[str, tuple[float, float]]:
    """The least and the greatest that each figure takes, as it is and with each unsure pair made one in turn.

    Parameters
    ----------
    graph
        The graph as it was resolved, unsure pairs apart.
    unsure
        Pairs of node keys that may be one thing; at most the first `most` that the graph knows are tried.
    figures
        From a graph to its figures by key.

    Returns
    -------
    dict
        Key → (least, greatest); a thing that a union swallowed counts as the one that it became.
    """
    now = figures(graph)
    found = {key: (value, value) for key, value in now.items()}
    for left, right in _known(graph, unsure, most):
        for key, value in figures(united(graph, left, right)).items():
            for name in (key, right) if key == left else (key,):
                if name in found:
                    found[name] = min(found[name][0], value), max(found[name][1], value)
    return found


def _known(graph: Graph, unsure: Iterable[tuple[str, str]], most: int) -> list[tuple[str, str]]:
    pairs = {(min(pair), max(pair)) for pair in unsure}
    return sorted(p for p in pairs if p[0] != p[1] and p[0] in graph.nodes and p[1] in graph.nodes)[:most]
