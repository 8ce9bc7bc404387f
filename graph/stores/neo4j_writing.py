"""What is written into a Neo4j that others use too: statements, and what they leave alone.

innograph's nodes carry the property `written_by`, its relationships `key` and `predicate`. Properties,
labels and relationships that other people add to them stay: an upsert sets and removes only names that
innograph has written at some time (they stand on its own node, `:InnographStore`), and a node that goes
while others refer to it keeps its key, name and their additions under the label `InnographWithdrawn`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ...errors import StoreError
from ..elements import Delta, Edge, Graph, Node, Statement
from .cypher import (
    BASE,
    MARKER,
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
    property_name,
    statement_row,
)

META, WITHDRAWN = "InnographStore", "InnographWithdrawn"
LAYOUT = 1
"""Raised when what is written changes its form: the next load writes the whole graph then."""
OURS = f"n.{MARKER[0]} = '{MARKER[1]}'"
"""The condition that a node `n` is innograph's."""
ANY_HELD = f"MATCH (n:{BASE}) WHERE {OURS} RETURN n.key LIMIT 1"
OUR_EDGE = "r.key IS NOT NULL AND r.predicate IS NOT NULL"

BATCH = 10_000
"""Rows of a statement and a transaction."""

Run = Callable[..., list[Row]]
"""Runs a statement with keyword parameters in the open transaction; gives its rows."""
Step = Callable[[Run], int]
"""A part of a load, for one transaction; gives how many elements it has done."""


@dataclass(slots=True)
class Known:
    """Names that innograph has written into the database, as its own node records them."""

    labels: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    nodes: set[str] = field(default_factory=set)
    edges: set[str] = field(default_factory=set)
    statements: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> Known:
        """From the properties of innograph's own node."""
        return cls(**{name: set(row.get(name) or ()) for name in cls.__slots__})

    def row(self) -> Row:
        """As properties of innograph's own node."""
        return {name: sorted(getattr(self, name)) for name in self.__slots__}

    def learn(self, graph: Graph) -> None:
        """Add the names of a graph that is about to be written."""
        self.labels |= {BASE, STATEMENT}
        self.labels.update(*nodes_by_labels(graph))
        self.types |= {STATES, *edges_by_type(graph)}
        self.nodes |= node_row(Node("", "", ())).keys() | _names(graph.nodes)
        self.edges |= edge_row(Edge("", "", "", "", "", "")).keys() | _names(graph.edges)
        example = statement_row(Statement("", "", "", 0, 0, "", "", 0.0), Edge("", "", "", "", "", ""))
        self.statements |= example.keys() | _names(graph.statements)


def _names(elements: Mapping[str, Node | Edge | Statement]) -> set[str]:
    """The names of all their properties."""
    raw: set[str] = set()
    for element in elements.values():
        raw.update(element.properties)
    return set(map(property_name, raw))


def mark_row(state: str, ledger: str) -> Row:
    """The state of a load, as properties of innograph's own node."""
    return {"state": state, "ledger": ledger, "layout": LAYOUT}


def constraints() -> dict[str, str]:
    """What must be there before anything is written, by name, for a server that lacks it."""
    return {
        name: f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{base}) REQUIRE n.key IS UNIQUE"
        for name, base in ((f"innograph_{base.lower()}_key", base) for base in (BASE, STATEMENT))
    }


def indexes(types: Iterable[str]) -> dict[str, str]:
    """Indexes by name, for a server that lacks them; in an empty database they are made after the load."""
    made = {"innograph_thing_name": f"(n:{BASE}) ON (n.name)"}
    for name in ("edge", "item"):
        made[f"innograph_statement_{name}"] = f"(n:{STATEMENT}) ON (n.{name})"
    for type_ in types:
        if type_ != STATES:
            made[f"innograph_{type_.lower()}_key"] = f"()-[r:{label(type_)}]-() ON (r.key)"
    return {name: f"CREATE INDEX {name} IF NOT EXISTS FOR {text}" for name, text in made.items()}


def schema(types: Iterable[str]) -> dict[str, str]:
    """All constraints and indexes by name."""
    return constraints() | indexes(types)


def _seek(type_: str, row: str = "row.key") -> str:
    """A match of the edge `r` of a type by its key, from `a` to `b`, through the index.

    Left to itself the planner takes a scan of all edges where the index was (nearly) empty when the text
    was planned, and keeps that plan while it fills: a load then slows down with the square of its size.
    """
    return f"MATCH (a)-[r:{type_}]->(b) USING INDEX SEEK r:{type_}(key) WHERE r.key = {row}"


class Plan:
    """The steps of a load, each for a transaction of its own.

    `fresh` says that the database holds nothing of innograph yet: everything is created then, nothing
    looked up. Else a step is harmless when repeated. (The driver repeats what surely was not committed.
    Where that is not sure, the load ends with an error, and the next one is not fresh.)
    """

    def __init__(self, delta: Delta, known: Known, *, fresh: bool) -> None:
        self._delta, self._known, self._fresh = delta, known, fresh

    def steps(self, held: Held | None, withdrawn: set[str]) -> Iterator[Step]:
        """All steps in order. `held` is given for a whole load: what is not in the delta goes."""
        delta, graph = self._delta, self._delta.upserts
        edges = held.edges - graph.edges.keys() if held else delta.deleted_edges
        statements = held.statements - graph.statements.keys() if held else delta.deleted_statements
        nodes = held.nodes - graph.nodes.keys() if held else delta.deleted_nodes
        for keys in batches(sorted(edges), BATCH):
            yield partial(self._delete_edges, keys)
        for keys in batches(sorted(statements), BATCH):
            yield partial(self._delete_nodes, STATEMENT, self._known.statements, keys)
        for keys in batches(sorted(nodes), BATCH):
            yield partial(self._delete_nodes, BASE, self._known.nodes, keys)
        for base, elements in ((BASE, graph.nodes), (STATEMENT, graph.statements)):
            for keys in batches(sorted(withdrawn & elements.keys()), BATCH):
                yield partial(_restore, base, keys)
        for group, some in nodes_by_labels(graph).items():
            for lot in batches(some, BATCH):
                yield partial(self._nodes, group, lot)
        for type_, of_type in edges_by_type(graph).items():
            for batch in batches(of_type, BATCH):
                yield partial(self._edges, type_, batch)
        for part in batches(graph.statements.values(), BATCH):
            yield partial(self._statements, part)

    # -- deletes ---------------------------------------------------------------------------------

    def _delete_edges(self, keys: Sequence[str], run: Run) -> int:
        for type_ in sorted(self._known.types - {STATES}):
            run(f"UNWIND $keys AS key {_seek(label(type_), 'key')} AND {OUR_EDGE} DELETE r", keys=list(keys))
        return len(keys)

    def _delete_nodes(self, base: str, known: set[str], keys: Sequence[str], run: Run) -> int:
        match = f"UNWIND $keys AS key MATCH (n:{base} {{key: key}})"
        run(f"{match}-[r]-() WHERE {OURS} AND {OUR_EDGE} WITH DISTINCT r DELETE r", keys=list(keys))
        run(
            f"{match} WHERE {OURS} AND NOT EXISTS {{ (n)--() }} "
            "AND all(name IN keys(n) WHERE name IN $names) AND all(name IN labels(n) WHERE name IN $labels) "
            "DELETE n",
            keys=list(keys), names=sorted(known), labels=sorted(self._known.labels),
        )
        run(
            f"{match} WHERE {OURS} SET n:{WITHDRAWN}, n += $nothing "
            f"REMOVE n{labels(sorted(self._known.labels))}",
            keys=list(keys), nothing=dict.fromkeys(known - {"key", "name"}),
        )
        return len(keys)

    # -- upserts ---------------------------------------------------------------------------------

    def _stale(self, names: set[str], row: Row) -> Row:
        """The row, with a null for every name that an earlier load may have left there."""
        return row if self._fresh else {**dict.fromkeys(names), **row}

    def _nodes(self, group: tuple[str, ...], nodes: Sequence[Node], run: Run) -> int:
        if self._fresh:
            statement = f"UNWIND $rows AS row CREATE (n{labels(group)}) SET n = row"
        else:
            statement = f"UNWIND $rows AS row MERGE (n:{BASE} {{key: row.key}}) SET n{labels(group)}, n += row"
            if lost := sorted(self._known.labels - set(group)):
                statement += f" REMOVE n{labels(lost)}"
        run(statement, rows=[self._stale(self._known.nodes, node_row(node)) for node in nodes])
        return len(nodes)

    def _edges(self, type_: str, edges: Sequence[Edge], run: Run) -> int:
        rows = [
            {"key": e.key, "subject": e.subject, "object": e.object,
             "properties": self._stale(self._known.edges, edge_row(e))}
            for e in edges
        ]
        if not self._fresh:
            found = run(
                f"UNWIND $rows AS row {_seek(type_)} AND a.key = row.subject AND b.key = row.object "
                "SET r += row.properties RETURN r.key AS key",
                rows=rows,
            )
            held = {row["key"] for row in found}
            rows = [row for row in rows if row["key"] not in held]
        done = run(
            f"UNWIND $rows AS row MATCH (a:{BASE} {{key: row.subject}}) MATCH (b:{BASE} {{key: row.object}}) "
            f"CREATE (a)-[r:{type_}]->(b) SET r = row.properties RETURN count(r) AS n",
            rows=rows,
        )
        _complete(done, len(rows))
        return len(edges)

    def _statements(self, statements: Sequence[Statement], run: Run) -> int:
        edges = self._delta.upserts.edges
        elsewhere = self._edges_held([s.edge for s in statements if s.edge not in edges], run)
        rows = []
        for statement in statements:
            row = statement_row(statement, edges.get(statement.edge) or elsewhere.get(statement.edge))
            rows.append(self._stale(self._known.statements, row))
        if self._fresh:
            write = f"CREATE (i)-[r:{STATES} {{key: row.key, predicate: 'states'}}]->(s:{STATEMENT}) SET s = row"
        else:
            write = (
                f"MERGE (s:{STATEMENT} {{key: row.key}}) SET s += row "
                f"MERGE (i)-[r:{STATES} {{key: row.key}}]->(s) SET r.predicate = 'states'"
            )
        done = run(
            f"UNWIND $rows AS row MATCH (i:{BASE} {{key: row.item}}) {write} RETURN count(r) AS n", rows=rows
        )
        _complete(done, len(rows))
        return len(statements)

    def _edges_held(self, keys: list[str], run: Run) -> dict[str, Edge]:
        """Edges that the server has from before, by key."""
        found: dict[str, Edge] = {}
        for type_ in sorted(self._known.types - {STATES}) if keys else ():
            for r in run(
                f"UNWIND $keys AS key {_seek(label(type_), 'key')} RETURN r.key AS key, "
                "r.predicate AS predicate, a.key AS subject, b.key AS object, r.role AS role",
                keys=keys,
            ):
                found[r["key"]] = Edge(r["key"], type_, r["predicate"], r["subject"], r["object"], r["role"])
        return found


@dataclass(frozen=True, slots=True)
class Held:
    """The keys of what innograph has in the database."""

    nodes: set[str]
    edges: set[str]
    statements: set[str]

    @classmethod
    def read(cls, known: Known, run: Run) -> Held:
        """Look."""

        def keys(base: str) -> set[str]:
            return {row["key"] for row in run(f"MATCH (n:{base}) WHERE {OURS} RETURN n.key AS key")}

        edges: set[str] = set()
        for type_ in sorted(known.types - {STATES}):
            found = run(f"MATCH ()-[r:{label(type_)}]->() WHERE {OUR_EDGE} RETURN r.key AS key")
            edges |= {row["key"] for row in found}
        return cls(keys(BASE), edges, keys(STATEMENT))


def foreign(graph: Graph, run: Run) -> None:
    """Raise `StoreError` where a node of somebody else has a key that the graph is to write."""
    for base, elements in ((BASE, graph.nodes), (STATEMENT, graph.statements)):
        theirs = f"n.key IS NOT NULL AND NOT coalesce({OURS}, false)"
        found = run(f"MATCH (n:{base}) WHERE {theirs} RETURN n.key AS key")
        for row in found:
            if row["key"] in elements:
                raise StoreError(
                    f"a node :{base} with the key “{row['key']}” is there that innograph did not write",
                    hint="rename its key, or load into another database",
                )


def _restore(base: str, keys: Sequence[str], run: Run) -> int:
    """Take back nodes that had to stay when they were withdrawn."""
    run(
        f"UNWIND $keys AS key MATCH (n:{WITHDRAWN} {{key: key}}) SET n:{base}, n.{MARKER[0]} = $marker "
        f"REMOVE n:{WITHDRAWN}",
        keys=list(keys), marker=MARKER[1],
    )
    return 0


def _complete(done: list[Row], wanted: int) -> None:
    if done[0]["n"] != wanted:
        raise StoreError(
            f"{wanted - done[0]['n']} edges lack an end in the database",
            hint="somebody deleted nodes there: load again, the whole graph is written then",
        )
