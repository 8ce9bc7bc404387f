"""Any SPARQL 1.1 server as a store: SPARQL protocol, SPARQL Update and Graph Store protocol."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any
from typing import Literal as OneOf
from urllib.parse import urlencode, urlsplit

from ...errors import QueryError
from ..elements import Delta
from ..rdf_model import Layout, Quad, quads
from ..rdf_terms import DEFAULT_GRAPH, RDF_TYPE, Term, literal, term
from . import Mark, Progress, Rows
from .rdf_counts import COUNTS, read_counts
from .rdf_delta import HAS_GRAPH, batches, difference
from .rdf_mark import mark_quads, mark_subject, metadata_graph, read_mark
from .sparql_http import Credentials, Http
from .sparql_text import bind, check, insert_delete

BATCH = 500
"""Elements in one update."""
CHUNK = 20_000
"""Quads in one request of a whole load."""
ASKED = 1_000
"""Resources that are asked for in one look-up."""
WRITE_TIMEOUT = 600.0
"""Seconds that one write may take."""
_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = {_XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")}
_NUMBERS = {_XSD + name for name in ("decimal", "double", "float")}


class SparqlServer:
    """A dataset on a SPARQL 1.1 server (Fuseki, GraphDB, QLever, Virtuoso …), as `Store` describes it.

    Parameters
    ----------
    url
        The dataset. `…/query` and `…/sparql` are query addresses; `…/repositories/NAME` is laid out as
        GraphDB and RDF4J do; anything else as Fuseki does (`/query`, `/update`, `/data`).
    base
        The IRI that all things of this graph stand under. Only what stands under it is ever deleted, so
        that a dataset can be shared.
    user, password, token
        For HTTP Basic or bearer authentication.
    query_url, update_url, data_url
        Where the server differs: the addresses for questions, updates and the Graph Store protocol.
    """

    name = "sparql"
    language: OneOf["cypher", "sparql"] = "sparql"

    def __init__(
        self, url: str, *, base: str, user: str | None = None, password: str | None = None,
        token: str | None = None, query_url: str | None = None, update_url: str | None = None,
        data_url: str | None = None,
    ) -> None:
        self.base = base
        self.url = url.rstrip("/")
        self._layout = Layout(base)
        self._http = Http(self.url, Credentials(user, password, token))
        found = _addresses(self.url)
        given = (query_url, update_url, data_url)
        self._query, self._update, self._data = (
            _path(g or f) for g, f in zip(given, found, strict=True)
        )

    # -- asking

    def mark(self) -> Mark:
        """The state that the store recorded of itself."""
        return read_mark(self.about([mark_subject(self.base)]))

    def query(
        self, text: str, parameters: Mapping[str, Any] | None = None, *,
        timeout: float = 30.0, limit: int = 10_000,
    ) -> Rows:
        """Run a SELECT, ASK or CONSTRUCT; see `sparql_text` for what is refused and how `?x` is bound."""
        form = check(text)
        bound = bind(text, parameters or {})
        if form == "CONSTRUCT":
            return self._constructed(bound, timeout, limit)
        answer = self._select(bound, timeout, asked=True, limit=limit)
        if "boolean" in answer:
            return Rows(("answer",), ((bool(answer["boolean"]),),))
        columns = tuple(answer["head"]["vars"])
        found = answer["results"]["bindings"]
        rows = tuple(tuple(_plain(row.get(c)) for c in columns) for row in found[:limit])
        return Rows(columns, rows, len(found) > limit)

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """`{"nodes": {label: n}, "edges": {type: n}, "statements": {"": n}}`."""
        return read_counts({n: self.query(t, timeout=WRITE_TIMEOUT).rows for n, t in COUNTS.items()})

    # -- what `difference` asks

    def of_nodes(self, nodes: Iterable[Term]) -> Iterator[Quad]:
        """The quads of the default graph about these nodes whose object is a literal, a class or a graph."""
        own = f"FILTER(isLiteral(?o) || ?p IN ({RDF_TYPE}, {HAS_GRAPH}))"
        for values in _values(nodes):
            for row in self._rows(f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {values} }} ?s ?p ?o {own} }}"):
                yield Quad(row["s"], row["p"], row["o"])

    def about(self, subjects: Iterable[Term]) -> Iterator[Quad]:
        """All quads, of any graph, that have one of these subjects."""
        for values in _values(subjects):
            head = f"VALUES ?s {{ {values} }}"
            text = (
                f"SELECT ?s ?p ?o ?g WHERE {{ {{ {head} ?s ?p ?o }} "
                f"UNION {{ {head} GRAPH ?g {{ ?s ?p ?o }} }} }}"
            )
            for row in self._rows(text):
                yield Quad(row["s"], row["p"], row["o"], row.get("g", DEFAULT_GRAPH))

    def statements_of(self, edges: Iterable[Term]) -> Iterator[Quad]:
        """All quads `?statement ino:edge <edge>`, of any graph, for these edges."""
        of = term("edge")
        for values in _values(edges):
            text = f"SELECT ?s ?o ?g WHERE {{ VALUES ?o {{ {values} }} GRAPH ?g {{ ?s {of} ?o }} }}"
            for row in self._rows(text):
                yield Quad(row["s"], of, row["o"], row["g"])

    # -- writing

    def apply(self, delta: Delta, *, progress: Progress | None = None) -> None:
        """Bring the dataset to `delta.after`: mark `loading`, write what differs, mark `ready`.

        Raises `StoreError` when the server refuses or cannot be reached; the dataset then says
        `loading`, and the next `apply` of a whole delta completes it.
        """
        mark = self.mark()
        if mark == Mark("ready", delta.after) and not delta:
            return
        self._mark(Mark("loading", delta.after))
        if delta.whole:
            self._clear(mark)
        if delta.whole or mark.state == "empty":
            self._load(delta, progress)
        else:
            self._change(delta, progress)
        self._mark(Mark("ready", delta.after))

    def _change(self, delta: Delta, progress: Progress | None) -> None:
        total = len(delta.upserts) + sum(
            map(len, (delta.deleted_nodes, delta.deleted_edges, delta.deleted_statements))
        )
        done = 0
        for batch in batches(delta, BATCH):
            found = difference(batch, delta, self, self._layout)
            self._write(insert_delete(found.delete, found.insert))
            done += len(batch)
            if progress is not None:
                progress(done, total)

    def _load(self, delta: Delta, progress: Progress | None) -> None:
        """Everything: the default graph by Graph Store protocol, named graphs by update."""
        everything = quads(delta.upserts, base=self.base)
        done, total, key = 0, len(delta.upserts), term("key")
        while chunk := list(islice(everything, CHUNK)):
            default = "".join(q.line for q in chunk if not q.graph)
            if default:
                headers = {"Content-Type": "application/n-triples"}
                path = f"{self._data}{'&' if '?' in self._data else '?'}default"
                self._http.post(path, default.encode(), headers, timeout=WRITE_TIMEOUT)
            self._write(insert_delete((), [q for q in chunk if q.graph]))
            done += sum(q.predicate == key for q in chunk)  # each element has one
            if progress is not None:
                progress(done, total)

    def _clear(self, mark: Mark) -> None:
        """Delete all that stands under the base, but for the mark; nothing that others wrote."""
        if mark.state == "empty":
            return
        base = literal(self.base)
        self._write(
            f"DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o FILTER(isIRI(?s) && STRSTARTS(STR(?s), {base})) }}"
        )
        text = f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), {base})) }}"
        graphs = sorted({row["g"] for row in self._rows(text)} - {metadata_graph(self.base)})
        for start in range(0, len(graphs), ASKED):
            self._write(" ;\n".join(f"DROP SILENT GRAPH {g}" for g in graphs[start : start + ASKED]))

    def _mark(self, mark: Mark) -> None:
        old = {q for q in self.about([mark_subject(self.base)]) if q.graph == metadata_graph(self.base)}
        new = mark_quads(self.base, mark)
        self._write(insert_delete(old - new, new - old))

    def _write(self, update: str) -> None:
        if update:
            headers = {"Content-Type": "application/sparql-update; charset=utf-8"}
            self._http.post(self._update, update.encode(), headers, timeout=WRITE_TIMEOUT)

    def wipe(self) -> None:
        """Delete all that stands under the base, the mark included; nothing that others wrote."""
        self._clear(Mark("loading"))
        self._write(f"DROP SILENT GRAPH {metadata_graph(self.base)}")

    # -- all of it

    def quads(self) -> Iterator[Quad]:
        """Every quad that stands under the base but those about the store itself, in no order."""
        base = literal(self.base)
        own = f"FILTER(STRSTARTS(STR(?s), {base}))"
        for row in self._rows(f"SELECT ?s ?p ?o WHERE {{ ?s ?p ?o {own} }}"):
            yield Quad(row["s"], row["p"], row["o"])
        metadata = metadata_graph(self.base)
        text = f"SELECT ?s ?p ?o ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), {base})) }}"
        for row in self._rows(text):
            if row["g"] != metadata:
                yield Quad(row["s"], row["p"], row["o"], row["g"])

    # -- HTTP

    def _rows(self, text: str) -> Iterator[dict[str, Term]]:
        for row in self._select(text, WRITE_TIMEOUT)["results"]["bindings"]:
            yield {name: _term(value) for name, value in row.items()}

    def _select(
        self, text: str, timeout: float, *, asked: bool = False, limit: int | None = None
    ) -> dict[str, Any]:
        body = self._ask(text, "application/sparql-results+json", timeout, asked)
        try:
            answer: dict[str, Any] = json.loads(body)
        except ValueError as error:
            raise QueryError("the server's answer is no SPARQL result", where=self.url) from error
        return answer

    def _constructed(self, text: str, timeout: float, limit: int) -> Rows:
        from rdflib import Graph, Literal  # only this form of question needs it

        found = Graph().parse(data=self._ask(text, "application/n-triples", timeout, True), format="nt")
        rows = [
            (str(s), str(p), _plain({"value": str(o), "datatype": str(getattr(o, "datatype", ""))})
             if isinstance(o, Literal) else str(o))
            for s, p, o in sorted(found)
        ]
        return Rows(("subject", "predicate", "object"), tuple(rows[:limit]), len(rows) > limit)

    def _ask(self, text: str, accept: str, timeout: float, asked: bool) -> bytes:
        headers = {
            "Content-Type": "application/x-www-form-urlencoded", "Accept": accept,
            "Timeout": f"{timeout:g}",
        }
        body = urlencode({"query": text}).encode("ascii")
        return self._http.post(self._query, body, headers, timeout=timeout, asked=asked)

    def close(self) -> None:
        """Let the connection go; closing twice is allowed."""
        self._http.close()

    def __enter__(self) -> SparqlServer:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def _addresses(url: str) -> tuple[str, str, str]:
    """Where a server takes questions, updates and graphs, by the shape of its address."""
    if "/repositories/" in url:
        return url, f"{url}/statements", f"{url}/rdf-graphs/service"
    head, _, last = url.rpartition("/")
    dataset = head if last in ("query", "sparql") else url
    query = url if last in ("query", "sparql") else f"{url}/query"
    return query, f"{dataset}/update", f"{dataset}/data"


def _path(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _values(terms: Iterable[Term]) -> Iterator[str]:
    iterator = iter(terms)
    while chunk := list(islice(iterator, ASKED)):
        yield " ".join(chunk)


def _term(value: Mapping[str, str]) -> Term:
    """A term of a JSON result as N-Triples text, numbers in their shortest form."""
    text = value["value"]
    if value["type"] == "uri":
        return f"<{text}>"
    datatype = value.get("datatype", f"{_XSD}string")
    if datatype == f"{_XSD}string":
        return literal(text) + (f"@{value['xml:lang']}" if "xml:lang" in value else "")
    if datatype == f"{_XSD}double":
        return literal(float(text))
    return f"{literal(text)}^^<{datatype}>"


def _plain(value: Mapping[str, str] | None) -> Any:
    """A term of a JSON result as a plain value: text, number, truth or None."""
    if value is None:
        return None
    text, datatype = value["value"], value.get("datatype", "")
    if datatype in _INTEGERS:
        return int(text)
    if datatype in _NUMBERS:
        return float(text)
    return text in ("true", "1") if datatype == f"{_XSD}boolean" else text
