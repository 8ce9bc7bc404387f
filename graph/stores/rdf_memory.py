"""Quads in memory, to ask a few questions of and forget: what validation needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from ..rdf_model import Quad
from ..rdf_terms import Term


class MemoryQuads:
    """A pyoxigraph store in memory. For our own questions only: it has no limits."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._store = ox.Store()
        self._store.bulk_load("".join(q.line for q in quads), ox.RdfFormat.N_QUADS)

    def select(self, text: str) -> Iterator[tuple[Term | None, ...]]:
        """The rows of a SELECT, as terms in N-Triples text."""
        solutions = self._store.query(text)
        assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101
        for solution in solutions:
            yield tuple(None if term is None else str(term) for term in solution)
