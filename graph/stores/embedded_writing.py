"""How a delta is written into the embedded engine. Knows its dialect, and takes the open database.

What was measured on ArcadeDB and decides the statements here:

- A first load goes through the engine's graph batch, four times as fast as MERGE. Left to itself the batch
  holds back as many edges as it is told to expect: a smaller one needs half the memory and is no slower.
- An index that is made after a first load costs half of what it costs during it.
- Under a unique index a vertex cannot change its labels (the engine copies it first), so the index on
  `key` is plain; that keys are unique follows from here: one writer, which looks before it creates.
- MERGE from a hub walks all its edges, and Cypher finds no edge by its key without walking all of its
  type; SQL does, through the index. So edges are looked up and deleted in SQL, and created in Cypher.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from ...errors import StoreError
from ...ontology import load as ontology
from ..elements import Delta, Edge, Graph, Node, Statement
from .cypher import (
    BASE,
    STATEMENT,
    STATES,
    Row,
    batches,
    edge_row,
    edges_by_type,
    label,
    labels,
    node_row,
    nodes_by_labels,
    statement_row,
)

BATCH = 1_000
"""Rows of a statement and a transaction: larger ones were slower in the native engine."""
BULK = 10_000
"""Elements handed to the graph batch at once."""
HELD_BACK = 20_000
"""Edges that the graph batch collects before it writes them."""


class Writer:
    """Writes into one open database; `report` is told how many elements each step has done."""

    def __init__(self, database: Any, report: Callable[[int], None]) -> None:
        self._database, self._report = database, report
        self._indexed: list[tuple[str, str]] = []

    def prepare(self, graph: Graph) -> None:
        """Make the types of the ontology and of this graph where they are missing, and their keys.

        A type that is new here has no index yet: see `index`.
        """
        have = {row["name"] for row in self._read("SELECT name FROM schema:types")}
        groups = nodes_by_labels(graph)
        wanted = [BASE, STATEMENT, *ontology().classes, *(name for group in groups for name in group)]
        for name in dict.fromkeys(wanted):
            if name not in have:
                self._define(f"CREATE VERTEX TYPE {label(name)}")
        for group in groups:
            name = _composite(group)
            if name not in have and len(set(group)) > 1:
                self._define(f"CREATE VERTEX TYPE `{name}` EXTENDS {name.replace('~', ', ')}")
        for name in self._edge_types(graph):
            if name not in have:
                self._define(f"CREATE EDGE TYPE {name}")
                self._indexed.append((name, "key"))
        if BASE not in have:
            self._indexed += [(BASE, "key"), (BASE, "name")]
            self._indexed += [(STATEMENT, name) for name in ("key", "edge", "item")]
        for name, of in self._indexed:
            self._define(f"CREATE PROPERTY {name}.`{of}` STRING")

    def index(self) -> None:
        """Make the indexes of what `prepare` has made."""
        for type_, name in self._indexed:
            self._define(f"CREATE INDEX ON {type_} (`{name}`) NOTUNIQUE")
        self._indexed.clear()

    def bulk(self, graph: Graph) -> None:
        """Load a graph into an empty database."""
        at: dict[str, Any] = {}
        with self._database.graph_batch(batch_size=HELD_BACK) as batch:
            for group, nodes in nodes_by_labels(graph).items():
                for some in batches(nodes, BULK):
                    at |= _created(batch, _composite(group), some, map(node_row, some))
                    self._report(len(some))
            said: dict[str, Any] = {}
            for part in batches(graph.statements.values(), BULK):
                rows = (statement_row(s, graph.edges.get(s.edge)) for s in part)
                said |= _created(batch, STATEMENT, part, rows)
            for type_, edges in edges_by_type(graph).items():
                for lot in batches(edges, BULK):
                    ends = [(_end(at, e.subject), _end(at, e.object)) for e in lot]
                    batch.new_edges([a for a, _ in ends], type_, [b for _, b in ends], [*map(edge_row, lot)])
                    self._report(len(lot))
            for part in batches(graph.statements.values(), BULK):
                batch.new_edges(
                    [_end(at, s.item) for s in part], STATES, [said[s.key] for s in part],
                    [{"key": s.key, "predicate": "states"} for s in part],
                )
                self._report(len(part))
        self.index()

    def change(self, delta: Delta) -> None:
        """Bring a database that holds the state before the delta (or some of the delta) to its end."""
        graph = delta.upserts
        self.index()
        for keys in batches(delta.deleted_edges, BATCH):
            self._transaction(partial(self._delete_edges, self._types_in_use(), keys))
        for keys in batches(delta.deleted_statements, BATCH):
            self._transaction(partial(self._delete_nodes, STATEMENT, keys))
        for keys in batches(delta.deleted_nodes, BATCH):
            self._transaction(partial(self._delete_nodes, BASE, keys))
        for group, nodes in nodes_by_labels(graph).items():
            for some in batches(nodes, BATCH):
                self._transaction(partial(self._nodes, group, some))
        for type_, edges in edges_by_type(graph).items():
            for lot in batches(edges, BATCH):
                self._transaction(partial(self._edges, type_, lot))
        for part in batches(graph.statements.values(), BATCH):
            self._transaction(partial(self._statements, part, graph))

    # -- one batch -------------------------------------------------------------------------------

    def _delete_edges(self, types: Iterable[str], keys: Sequence[str]) -> int:
        for name in types:
            self._write("sql", f"DELETE FROM {name} WHERE key IN :keys", keys=list(keys))  # noqa: S608
        return len(keys)

    def _delete_nodes(self, base: str, keys: Sequence[str]) -> int:
        match = f"UNWIND $keys AS key MATCH (n:{base} {{key: key}})"
        self._write("opencypher", f"{match} DETACH DELETE n", keys=list(keys))
        return len(keys)

    def _nodes(self, group: tuple[str, ...], nodes: Sequence[Node]) -> int:
        found = self._ask(
            f"UNWIND $keys AS key MATCH (n:{BASE} {{key: key}}) RETURN n.key AS key, labels(n) AS labels",
            keys=[node.key for node in nodes],
        )
        held = {row["key"]: frozenset(row["labels"]) for row in found}
        new = [node_row(node) for node in nodes if node.key not in held]
        old = [node_row(node) for node in nodes if node.key in held]
        if new:
            self._write("opencypher", f"UNWIND $rows AS row CREATE (n{labels(group)}) SET n = row", rows=new)
        if old:
            self._write(
                "opencypher", f"UNWIND $rows AS row MATCH (n:{BASE} {{key: row.key}}) SET n = row", rows=old
            )
        moved: dict[frozenset[str], list[str]] = defaultdict(list)
        for key, names in held.items():
            if names != set(group):
                moved[names].append(key)
        for names, keys in moved.items():
            match = f"UNWIND $keys AS key MATCH (n:{BASE} {{key: key}})"
            if gained := sorted(set(group) - names):
                self._write("opencypher", f"{match} SET n{labels(gained)}", keys=keys)
            if lost := sorted(names - set(group)):
                self._write("opencypher", f"{match} REMOVE n{labels(lost)}", keys=keys)
        return len(nodes)

    def _edges(self, type_: str, edges: Sequence[Edge]) -> int:
        self._delete_edges([type_], [edge.key for edge in edges])
        self._create(
            f"UNWIND $rows AS row MATCH (a:{BASE} {{key: row.subject}}) MATCH (b:{BASE} {{key: row.object}}) "
            f"CREATE (a)-[r:{type_}]->(b) SET r = row.properties RETURN count(r) AS n",
            [{"subject": e.subject, "object": e.object, "properties": edge_row(e)} for e in edges],
        )
        return len(edges)

    def _statements(self, statements: Sequence[Statement], graph: Graph) -> int:
        self._delete_nodes(STATEMENT, [s.key for s in statements])
        elsewhere = self._edges_held([s.edge for s in statements if s.edge not in graph.edges])
        rows = [
            {"item": s.item, "key": s.key,
             "properties": statement_row(s, graph.edges.get(s.edge) or elsewhere.get(s.edge))}
            for s in statements
        ]
        self._create(
            f"UNWIND $rows AS row MATCH (i:{BASE} {{key: row.item}}) "
            f"CREATE (i)-[r:{STATES} {{key: row.key, predicate: 'states'}}]->(s:{STATEMENT}) "
            "SET s = row.properties RETURN count(r) AS n",
            rows,
        )
        return len(statements)

    def _create(self, statement: str, rows: list[Row]) -> None:
        done = self._database.command("opencypher", statement, {"rows": rows}).to_list()
        if done[0]["n"] != len(rows):
            raise StoreError(
                f"{len(rows) - done[0]['n']} edges lack an end in the store", hint="load the whole graph"
            )

    def _edges_held(self, keys: list[str]) -> dict[str, Edge]:
        """Edges that the store has from before, by key."""
        found: dict[str, Edge] = {}
        for name in self._types_in_use() if keys else ():
            ends = "@out.key AS subject, @in.key AS object"
            rows = self._read(
                f"SELECT key, predicate, role, {ends} FROM {name} WHERE key IN :keys",  # noqa: S608
                keys=keys,
            )
            for r in rows:
                found[r["key"]] = Edge(r["key"], name, r["predicate"], r["subject"], r["object"], r["role"])
        return found

    # -- the engine ------------------------------------------------------------------------------

    def _edge_types(self, graph: Graph) -> list[str]:
        known = [STATES]
        for predicate in ontology().predicates.values():
            known += [predicate.edge_type, *(role.edge_type for role in predicate.roles.values())]
        return [*dict.fromkeys([*known, *edges_by_type(graph)])]

    def _types_in_use(self) -> list[str]:
        rows = self._read("SELECT name, type, records FROM schema:types")
        return [r["name"] for r in rows if r["type"] == "edge" and r["records"] and r["name"] != STATES]

    def _define(self, statement: str) -> None:
        self._database.command("sql", statement).to_list()

    def _read(self, statement: str, **parameters: Any) -> list[Row]:
        rows: list[Row] = self._database.query("sql", statement, parameters).to_list()
        return rows

    def _ask(self, statement: str, **parameters: Any) -> list[Row]:
        rows: list[Row] = self._database.query("opencypher", statement, parameters).to_list()
        return rows

    def _write(self, language: str, statement: str, **parameters: Any) -> None:
        self._database.command(language, statement, parameters).to_list()

    def _transaction(self, step: Callable[[], int]) -> None:
        with self._database.transaction():
            done = step()
        self._report(done)


def _composite(names: Iterable[str]) -> str:
    """The engine's type of a node with these labels."""
    return "~".join(sorted({label(name) for name in names}))


def _created(batch: Any, type_: str, elements: Sequence[Any], rows: Iterable[Row]) -> dict[str, Any]:
    """Make vertices; where the engine put each, by key."""
    places = batch.create_vertices(type_, list(rows))
    return {element.key: place for element, place in zip(elements, places, strict=True)}


def _end(at: dict[str, Any], key: str) -> Any:
    try:
        return at[key]
    except KeyError:
        raise StoreError(f"an edge ends at {key}, not in the graph", hint="load the whole graph") from None
