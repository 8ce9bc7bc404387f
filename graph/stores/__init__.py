"""The stores: adapters that hold a resolved graph and answer questions.

`Store` is the whole interface. Adapters: `embedded` (ArcadeDB in process, Cypher), `neo4j` (a
server, Cypher), `rdf` (pyoxigraph on disk, SPARQL), `sparql_server` (any SPARQL 1.1 server).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from ..elements import Delta

Progress = Callable[[int, int], None]
"""Called with (elements done, elements in all)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a store says of itself: `ready` with the hash of the ledger it holds, or `loading`."""

    state: Literal["empty", "loading", "ready"]
    ledger: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer: column names and rows of plain values (str, int, float, bool, None, list, dict)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False


class Store(Protocol):
    """A place that holds the graph.

    Adapters raise `StoreError` for what the store does wrong, `QueryError` for what the question
    does wrong and `QueryStopped` for a limit that was hit. They are context managers.
    """

    name: str
    language: Literal["cypher", "sparql"]

    def mark(self) -> Mark:
        """The state that the store recorded of itself."""
        ...

    def apply(self, delta: Delta, *, progress: Progress | None = None) -> None:
        """Bring the store to `delta.after`: mark `loading`, write, mark `ready` with the last batch."""
        ...

    def query(
        self, text: str, parameters: Mapping[str, Any] | None = None, *,
        timeout: float = 30.0, limit: int = 10_000,
    ) -> Rows:
        """Run a read-only question. Anything that would write is refused (`QueryError`)."""
        ...

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """`{"nodes": {label: n}, "edges": {type: n}, "statements": {"": n}}`."""
        ...

    def close(self) -> None:
        """Let go of files, locks and connections; closing twice is allowed."""
        ...

    def __enter__(self) -> Store: ...

    def __exit__(self, *error: object) -> None: ...


__all__ = ["Mark", "Progress", "Rows", "Store"]
