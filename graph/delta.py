"""What changed between two states of the graph, told by the fingerprints of their elements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields

from .elements import Delta, Edge, Graph, Node, Statement

Prints = dict[tuple[str, str], bytes]
"""(kind, key) → fingerprint; kinds are `n`, `e` and `s`."""


def fingerprint(element: Node | Edge | Statement) -> bytes:
    """Twelve bytes that change with anything the element carries, whatever the order of its properties."""
    parts = []
    for field in fields(element):
        value = getattr(element, field.name)
        parts.append(sorted(value.items()) if isinstance(value, Mapping) else value)
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=12).digest()


_last: tuple[Graph, Prints] | None = None


def fingerprints(graph: Graph) -> Prints:
    """The fingerprints of all elements. Those of the last graph asked for are kept, as each store asks again."""
    global _last
    if _last is None or _last[0] is not graph:
        _last = graph, {(kind, key): fingerprint(element) for kind, key, element in elements(graph)}
    return _last[1]


def elements(graph: Graph) -> Iterator[tuple[str, str, Node | Edge | Statement]]:
    """All elements as (kind, key, element)."""
    for key, node in graph.nodes.items():
        yield "n", key, node
    for key, edge in graph.edges.items():
        yield "e", key, edge
    for key, statement in graph.statements.items():
        yield "s", key, statement


def compute(before: Prints | None, graph: Graph, after: str) -> Delta:
    """What a store that holds `before` must do to hold `graph`; with None it is loaded whole."""
    if before is None:
        return Delta(graph, after=after, whole=True)
    now = fingerprints(graph)
    changed = {place for place, print_ in now.items() if before.get(place) != print_}
    gone = sorted(place for place in before if place not in now)

    def keys(kind: str) -> tuple[str, ...]:
        return tuple(key for k, key in gone if k == kind)

    upserts = Graph(
        {k: v for k, v in graph.nodes.items() if ("n", k) in changed},
        {k: v for k, v in graph.edges.items() if ("e", k) in changed},
        {k: v for k, v in graph.statements.items() if ("s", k) in changed},
    )
    return Delta(upserts, keys("n"), keys("e"), keys("s"), after)


__all__ = ["Prints", "compute", "elements", "fingerprint", "fingerprints"]
