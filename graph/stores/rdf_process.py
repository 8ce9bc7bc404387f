"""The process that answers SPARQL questions, `rdf_child.py`: started when asked, and again when it ended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .child import Child

_CHILD = Path(__file__).with_name("rdf_child.py")
MEMORY = 16 * 2**30
"""Address space that a question may take, in bytes (much of it is mapped files, not memory)."""


class QueryProcess:
    """One long-lived process that answers questions; not for several threads at once."""

    def __init__(self) -> None:
        self._child: Child | None = None

    def ask(self, store: tuple[str, str], query: str, *, timeout: float, limit: int) -> dict[str, Any]:
        """The answer to a question about the store in folder `store[0]`, in state `store[1]`.

        Raises `QueryStopped` when `timeout` seconds have passed or the process ran out of memory. An
        answer has `columns`, `rows` and `truncated`, or `refused` or `failed` with the reason.
        """
        if self._child is None or not self._child.running:
            self.close()
            # -P: the adapters beside the file must not hide the packages that they adapt.
            self._child = Child(["-P", str(_CHILD), str(MEMORY)])
        return self._child.ask({"store": list(store), "query": query, "limit": limit}, timeout=timeout)

    def close(self) -> None:
        """End the process; the next question starts another."""
        if self._child is not None:
            self._child.close()
            self._child = None
