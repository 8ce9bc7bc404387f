"""The graph on a Neo4j server, through the official driver.

Neo4j 5.26 LTS and the calendar line. Other people may use the same database: see `neo4j_writing.py`
for what is left alone. The password comes from the caller, which has it from the environment or asks.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import Any, Literal, TypeVar

import neo4j
from neo4j import graph, spatial, time

from ...errors import QueryError, StoreError
from ..elements import Delta
from . import Mark, Progress, Rows
from .cypher import STATES, Row, checked, refuse
from .neo4j_errors import CAUGHT, check_scheme, translated, without_user
from .neo4j_writing import (
    ANY_HELD,
    LAYOUT,
    META,
    OUR_EDGE,
    OURS,
    Held,
    Known,
    Plan,
    Run,
    Step,
    constraints,
    foreign,
    indexes,
    mark_row,
)

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # retries are no news for a person
OLDEST = (5, 13)
"""The oldest server whose Cypher has all that we use."""
RETRIES = 60.0
"""Seconds for which a transaction is tried again: long enough for a server that restarts."""

T = TypeVar("T")


class Neo4jStore:
    """A graph in a database of a Neo4j server.

    Parameters
    ----------
    uri
        `neo4j://host:7687` (clusters too), `bolt://…` for one server; `neo4j+s://`, `bolt+s://` with TLS.
    user, password
        Both None for a server without authentication.
    database
        None for the user's home database.
    certificates
        A file with the certificates to trust, where the server's is not signed by a known authority
        (with `neo4j://` or `bolt://`).

    Raises
    ------
    StoreError
        No server, wrong password, no such database, or a server that is too old.
    """

    language: Literal["cypher", "sparql"] = "cypher"

    def __init__(
        self, uri: str, user: str | None = None, password: str | None = None, database: str | None = None, *,
        certificates: str | None = None, connection_timeout: float = 10.0, retries: float = RETRIES,
    ) -> None:
        self.uri, self.database = without_user(uri), database
        self.name = f"{self.uri}/{database or ''}"
        check_scheme(self.uri)
        options: dict[str, Any] = {
            "connection_timeout": connection_timeout,
            "connection_acquisition_timeout": connection_timeout * 2,
            "max_transaction_retry_time": retries, "user_agent": "innograph",
            "notifications_min_severity": neo4j.NotificationMinimumSeverity.OFF,
        }
        if certificates is not None:
            options |= {"encrypted": True, "trusted_certificates": neo4j.TrustCustomCAs(certificates)}
        with self._errors():
            auth = (user, password or "") if user is not None else None
            self._driver = neo4j.GraphDatabase.driver(self.uri, auth=auth, **options)
            self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
            try:
                agent = self._driver.get_server_info().agent
                found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
                if found and (int(found[1]), int(found[2])) < OLDEST:
                    raise StoreError(
                        f"the server is {agent}, which is too old", where=self.uri,
                        hint=f"Neo4j {OLDEST[0]}.{OLDEST[1]} or newer is needed; 5.26 and 2025.10 are tested",
                    )
                self._read(_mark_row)
            except BaseException:
                self._driver.close()
                raise

    # -- state -----------------------------------------------------------------------------------

    def mark(self) -> Mark:
        """See `Store.mark`."""
        with self._errors():
            return _mark(self._read(_mark_row))

    # -- writing ---------------------------------------------------------------------------------

    def apply(self, delta: Delta, *, progress: Progress | None = None) -> None:
        """See `Store.apply`. Of a `whole` delta too, only innograph's own elements are touched.

        A server that goes away is waited for as long as `retries` says; a load that fails is completed
        by the next one.
        """
        with self._errors():
            before = self._read(_mark_row)
            if _mark(before) == Mark("ready", delta.after) and not delta and not delta.whole:
                return
            known = Known.read(before or {})
            known.learn(delta.upserts)
            types = sorted(known.types)
            self._define(constraints())
            self._read(partial(foreign, delta.upserts))
            withdrawn = self._withdrawn()
            fresh = before is None and not withdrawn and not self._read(lambda run: run(ANY_HELD))
            self._write(partial(_set_mark, Mark("loading"), known.row()))
            if not fresh:
                self._define(indexes(types))
            held = self._read(partial(Held.read, known)) if delta.whole and not fresh else None
            self._load(Plan(delta, known, fresh=fresh).steps(held, withdrawn), delta, progress)
            if fresh:
                self._define(indexes(types))
            self._write(partial(_set_mark, Mark("ready", delta.after), {}))

    def _load(self, steps: Iterator[Step], delta: Delta, progress: Progress | None) -> None:
        """Run the steps, one transaction each."""
        total = len(delta.upserts) + len(delta.deleted_nodes) + len(delta.deleted_edges)
        total += len(delta.deleted_statements)
        done = 0
        for step in steps:
            done += self._write(step)
            if progress is not None:
                progress(min(done, total), total)

    def _withdrawn(self) -> set[str]:
        rows = self._read(lambda run: run("MATCH (n:InnographWithdrawn) RETURN n.key AS key"))
        return {row["key"] for row in rows}

    def _define(self, wanted: Mapping[str, str]) -> None:
        """Make the constraints and indexes that are missing, and wait until they serve."""
        have = {row["name"] for row in self._read(lambda run: run("SHOW INDEXES YIELD name"))}
        missing = [text for name, text in wanted.items() if name not in have]
        if not missing:
            return
        with self._session() as session:
            for text in missing:
                session.run(text).consume()
            session.run("CALL db.awaitIndexes(600)").consume()

    # -- asking ----------------------------------------------------------------------------------

    def query(
        self, text: str, parameters: Mapping[str, Any] | None = None, *,
        timeout: float = 30.0, limit: int = 10_000,
    ) -> Rows:
        """See `Store.query`. Nodes and relationships come as dicts of their properties, paths as lists."""
        refuse(text)
        values = checked(parameters)
        with self._errors(asking=True), self._session(neo4j.READ_ACCESS) as session:
            if not re.match(r"\s*(?:EXPLAIN|PROFILE|CYPHER)\b", text, re.IGNORECASE):
                with session.begin_transaction(timeout=timeout) as transaction:
                    kind = transaction.run("EXPLAIN " + text, values).consume().query_type
                if kind != "r":
                    raise QueryError("refused: it would change the graph", hint="ask with MATCH … RETURN")
            with session.begin_transaction(timeout=timeout) as transaction:
                if _mark(_mark_row(partial(_run, transaction))).state != "ready":
                    raise StoreError(
                        "the database was not loaded to the end", where=self.uri, hint="load the graph"
                    )
                result = transaction.run(text, values)
                rows: list[tuple[Any, ...]] = []
                truncated = False
                for record in result:
                    if len(rows) == limit:
                        truncated = True
                        break
                    rows.append(tuple(_plain(value) for value in record.values()))
                return Rows(tuple(result.keys()), tuple(rows), truncated)

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """See `Store.counts`: of what innograph wrote."""
        with self._errors():
            return self._read(_counts)

    # -- the driver ------------------------------------------------------------------------------

    def _session(self, access: str = neo4j.WRITE_ACCESS) -> neo4j.Session:
        return self._driver.session(
            database=self.database, default_access_mode=access, bookmark_manager=self._bookmarks
        )

    def _read(self, work: Callable[[Run], T]) -> T:
        with self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(lambda transaction: work(partial(_run, transaction)))

    def _write(self, work: Callable[[Run], T]) -> T:
        with self._session() as session:
            return session.execute_write(lambda transaction: work(partial(_run, transaction)))

    @contextmanager
    def _errors(self, *, asking: bool = False) -> Iterator[None]:
        """Say what the driver raises as one of our errors."""
        try:
            yield
        except CAUGHT as error:
            raise translated(error, self.uri, self.database, asking=asking) from error

    def close(self) -> None:
        """See `Store.close`."""
        self._driver.close()

    def __enter__(self) -> Neo4jStore:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


# -- work in a transaction -----------------------------------------------------------------------


def _run(
    transaction: neo4j.Transaction | neo4j.ManagedTransaction, text: str, **parameters: Any
) -> list[Row]:
    return [dict(record) for record in transaction.run(text, parameters)]


def _mark_row(run: Run) -> Row | None:
    rows = run(f"MATCH (n:{META} {{id: 'store'}}) RETURN properties(n) AS said")
    return rows[0]["said"] if rows else None


def _mark(row: Row | None) -> Mark:
    if row is None:
        return Mark("empty")
    ready = row.get("state") == "ready" and row.get("layout") == LAYOUT
    return Mark("ready", row["ledger"]) if ready else Mark("loading")


def _set_mark(mark: Mark, also: Row, run: Run) -> int:
    run(
        f"MERGE (n:{META} {{id: 'store'}}) SET n += $said",
        said={**mark_row(mark.state, mark.ledger), **also},
    )
    return 0


def _counts(run: Run) -> Mapping[str, Mapping[str, int]]:
    count = "RETURN name, count(*) AS n ORDER BY name"
    nodes = run(f"MATCH (n:Thing) WHERE {OURS} UNWIND labels(n) AS name {count}")
    edges = run(f"MATCH ()-[r]->() WHERE {OUR_EDGE} WITH type(r) AS name {count}")
    statements = run(f"MATCH (n:Statement) WHERE {OURS} RETURN count(*) AS n")
    known = Known.read(_mark_row(run) or {}).labels
    return {
        "nodes": {row["name"]: row["n"] for row in nodes if row["name"] in known},
        "edges": {row["name"]: row["n"] for row in edges if row["name"] != STATES},
        "statements": {"": statements[0]["n"]},
    }


def _plain(value: Any) -> Any:
    """A value of the driver as plain Python."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, graph.Path):
        ends = chain.from_iterable(zip(value.nodes, [*value.relationships, None], strict=True))
        return [_plain(part) for part in ends if part is not None]
    if isinstance(value, (graph.Node, graph.Relationship)):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, (time.Date, time.Time, time.DateTime, time.Duration)):
        return value.iso_format()
    if isinstance(value, spatial.Point):
        return list(value)
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return str(value)
