"""The RDF store: pyoxigraph on disk, asked in SPARQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, Literal

import pyoxigraph as ox

from ...errors import QueryError, StoreError
from ...ontology import INO
from ..elements import Delta
from ..rdf_model import Layout, Quad, quads
from ..rdf_terms import DEFAULT_GRAPH, Term, term
from . import Mark, Progress, Rows
from .rdf_bulk import bulk_load
from .rdf_counts import COUNTS, read_counts
from .rdf_delta import batches, difference, is_of_node
from .rdf_folder import RdfFolder, State
from .rdf_mark import mark_quads, mark_subject, metadata_graph, read_mark
from .rdf_process import QueryProcess
from .sparql_text import bind, check, insert_delete

BATCH = 500
"""Elements in one transaction."""


class RdfStore:
    """A pyoxigraph store in a folder, as `Store` describes it.

    Parameters
    ----------
    path
        The folder; made where it is missing, unless `read_only`.
    base
        The IRI that all things of this graph stand under, ending in `/` or `#`.
    read_only
        Open beside a writer, to ask only.

    Questions run in a process of their own on a read-only opening of the folder, so that they can be
    stopped; they see the state after the last batch that `apply` finished.
    """

    name = "rdf"
    language: Literal["cypher", "sparql"] = "sparql"

    def __init__(self, path: str | Path, *, base: str, read_only: bool = False) -> None:
        self.base = base
        self.read_only = read_only
        self._layout = Layout(base)
        self._folder = RdfFolder(Path(path), read_only=read_only)
        self._store: ox.Store | None = None
        self._process = QueryProcess()

    # -- asking

    def mark(self) -> Mark:
        """The state that the store recorded of itself."""
        if not self._folder.state().generation:
            return Mark("empty")
        subject, graph = mark_subject(self.base), metadata_graph(self.base)
        rows = self._ask(f"SELECT ?p ?o WHERE {{ GRAPH {graph} {{ {subject} ?p ?o }} }}", 30.0, 100).rows
        return read_mark(
            Quad(subject, f"<{p}>", f'"{o}"') for p, o in rows if not str(o).startswith("http")
        )

    def query(
        self, text: str, parameters: Mapping[str, Any] | None = None, *,
        timeout: float = 30.0, limit: int = 10_000,
    ) -> Rows:
        """Run a SELECT, ASK or CONSTRUCT; see `sparql_text` for what is refused and how `?x` is bound."""
        check(text)
        return self._ask(bind(text, parameters or {}), timeout, limit)

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """`{"nodes": {label: n}, "edges": {type: n}, "statements": {"": n}}`."""
        if not self._folder.state().generation:
            return {"nodes": {}, "edges": {}, "statements": {"": 0}}
        return read_counts({name: self._ask(text, 600.0, 100_000).rows for name, text in COUNTS.items()})

    def _ask(self, text: str, timeout: float, limit: int) -> Rows:
        state = self._folder.state()
        for attempt in range(3):
            if not state.generation:
                raise StoreError(
                    "there is no RDF store here yet", where=str(self._folder.path), hint="build it first"
                )
            opened = str(self._folder.store(state)), str(state.changes)
            answer = self._process.ask(opened, text, timeout=timeout, limit=limit)
            if "refused" in answer:
                raise _malformed(answer["refused"])
            if "failed" not in answer:
                rows = tuple(tuple(row) for row in answer["rows"])
                return Rows(tuple(answer["columns"]), rows, answer["truncated"])
            # A writer may have taken files away while the question ran: look again, then give up.
            before, state = state, self._folder.state()
            if state == before and attempt:
                break
        raise StoreError(answer["failed"], where=str(self._folder.path), hint="ask again, or build again")

    # -- writing

    def apply(self, delta: Delta, *, progress: Progress | None = None) -> None:
        """Bring the store to `delta.after`; a first or whole load fills a fresh folder and swaps it in.

        Raises `StoreError` when the disk fails, or when the store was opened `read_only`.
        """
        if self.read_only:
            raise StoreError("the RDF store was opened read-only", where=str(self._folder.path))
        mark = self.mark()
        if mark == Mark("ready", delta.after) and not delta:
            return
        try:
            if delta.whole or mark.state == "empty":
                self._load(delta, progress)
            else:
                self._update(delta, progress)
        except OSError as error:
            raise StoreError(
                f"the RDF store failed: {error}", where=str(self._folder.path),
                hint="check the disk; the next build starts over",
            ) from error

    def _load(self, delta: Delta, progress: Progress | None) -> None:
        """Everything into a new generation, then make that the one that counts."""
        state = self._folder.next_generation()
        total = len(delta.upserts)
        self._let_go()
        store = ox.Store(str(self._folder.store(state)))
        everything = chain(
            quads(delta.upserts, base=self.base), sorted(mark_quads(self.base, Mark("ready", delta.after)))
        )
        bulk_load(store, everything, self._folder.path)
        self._store = store
        self._folder.publish(state)
        if progress is not None:
            progress(total, total)

    def _update(self, delta: Delta, progress: Progress | None) -> None:
        """Batch by batch, each one atomic: the first says `loading`, the last `ready`."""
        store, state = self._writable()
        total = len(delta.upserts) + sum(
            map(len, (delta.deleted_nodes, delta.deleted_edges, delta.deleted_statements))
        )
        done, loading, ready = 0, Mark("loading", delta.after), Mark("ready", delta.after)
        self._mark(store, loading)
        for batch in batches(delta, BATCH):
            found = difference(batch, delta, _StoreReader(store), self._layout)
            if found:
                store.update(insert_delete(found.delete, found.insert))
                state = self._folder.publish(state)
            done += len(batch)
            if progress is not None:
                progress(done, total)
        self._mark(store, ready)
        self._folder.publish(state)

    def _mark(self, store: ox.Store, mark: Mark) -> None:
        old = set(_StoreReader(store).about([mark_subject(self.base)]))
        new = mark_quads(self.base, mark)
        store.update(insert_delete(old - new, new - old))

    def _writable(self) -> tuple[ox.Store, State]:
        state = self._folder.state()
        if self._store is None:
            self._store = ox.Store(str(self._folder.store(state)))
        return self._store, state

    # -- all of it, for exports

    def quads(self) -> Iterator[Quad]:
        """Every quad of the store but those of the metadata graph, in no particular order."""
        state = self._folder.state()
        if not state.generation:
            return
        store = self._store or ox.Store.read_only(str(self._folder.store(state)))
        metadata = metadata_graph(self.base)
        for quad in store:
            found = _quad(quad)
            if found.graph != metadata:
                yield found

    # -- closing

    def close(self) -> None:
        """Let go of the folder; closing twice is allowed."""
        self._process.close()
        self._let_go()
        self._folder.close()

    def _let_go(self) -> None:
        self._store = None

    def __enter__(self) -> RdfStore:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def _malformed(said: str) -> QueryError:
    """What the parser said of a question, in one line; it lists, over several, all that might have stood there."""
    place, _, expected = " ".join(said.split()).partition(": expected ")
    if expected.startswith("one of Prefix not found"):
        return QueryError(
            f"{place}: the prefix is not declared", where="SPARQL", hint=f"begin with PREFIX ino: <{INO}>"
        )
    what = f"{place}: the question cannot be read from here on" if expected else place
    return QueryError(what, where="SPARQL", hint="check the question's syntax")


class _StoreReader:
    """What `difference` asks, answered by index look-ups."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    def of_nodes(self, nodes: Iterable[Term]) -> Iterator[Quad]:
        return filter(is_of_node, self._of(nodes, ox.DefaultGraph()))

    def about(self, subjects: Iterable[Term]) -> Iterator[Quad]:
        return self._of(subjects, None)

    def statements_of(self, edges: Iterable[Term]) -> Iterator[Quad]:
        of = ox.NamedNode(term("edge")[1:-1])
        for edge in edges:
            for quad in self._store.quads_for_pattern(None, of, ox.NamedNode(edge[1:-1]), None):
                yield _quad(quad)

    def _of(self, subjects: Iterable[Term], graph: ox.DefaultGraph | None) -> Iterator[Quad]:
        for subject in subjects:
            for quad in self._store.quads_for_pattern(ox.NamedNode(subject[1:-1]), None, None, graph):
                yield _quad(quad)


def _quad(quad: ox.Quad) -> Quad:
    graph = quad.graph_name
    name = DEFAULT_GRAPH if isinstance(graph, ox.DefaultGraph) else str(graph)
    return Quad(str(quad.subject), str(quad.predicate), str(quad.object), name)
