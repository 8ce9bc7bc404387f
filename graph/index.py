"""`index.sqlite`: names → things, and what each store holds. Derived and disposable.

A lost, damaged or outdated index costs a whole load of the stores and nothing else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from ..errors import WorkspaceError
from . import names
from .delta import Prints, compute, fingerprints
from .elements import Delta, Graph

LAYOUT = 1
"""Raised whenever the tables change: an index of another layout is made anew."""

T = TypeVar("T")

_OUTSIDE = ("locked", "readonly", "unable to open", "disk is full", "disk I/O")
"""Words of errors that are not the file's own damage; it is kept then."""

_TABLES = """
CREATE TABLE stores (name TEXT PRIMARY KEY, ledger TEXT NOT NULL);
CREATE TABLE held (store TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, print BLOB NOT NULL,
                   PRIMARY KEY (store, kind, key)) WITHOUT ROWID;
CREATE TABLE names (form TEXT NOT NULL, said TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL,
                    type TEXT NOT NULL, how TEXT NOT NULL, mentions INTEGER NOT NULL,
                    PRIMARY KEY (form, key, said)) WITHOUT ROWID;
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""

Row = tuple[str, str, str, str, str, str, int]
"""(folded form, as said, key, name, type, how, mentions); `how` is key, name, former or alias."""


class Index:
    """The index of a workspace; each call opens the file for itself, so an `Index` may be kept and shared."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def held(self, store: str) -> str | None:
        """The hash of the ledger that a store was last brought to; None where the index does not know."""

        def ask(db: sqlite3.Connection) -> str | None:
            row = db.execute("SELECT ledger FROM stores WHERE name = ?", (store,)).fetchone()
            return None if row is None else str(row[0])

        return self._do(ask, write=False)

    def delta_for(self, store: str | None, graph: Graph, ledger: str) -> Delta:
        """What a store must do to hold `graph`; None, or a store unknown to the index, loads whole."""
        return compute(None if store is None else self._prints(store), graph, ledger)

    def record(self, store: str, graph: Graph, ledger: str) -> None:
        """Note that a store holds this graph now, and renew the names where they are another graph's."""
        prints = fingerprints(graph)

        def write(db: sqlite3.Connection) -> None:
            before: Prints = {
                (kind, key): print_
                for kind, key, print_ in db.execute(
                    "SELECT kind, key, print FROM held WHERE store = ?", (store,)
                )
            }
            db.executemany(
                "DELETE FROM held WHERE store = ? AND kind = ? AND key = ?",
                ((store, *place) for place in before if place not in prints),
            )
            db.executemany(
                "INSERT OR REPLACE INTO held VALUES (?, ?, ?, ?)",
                ((store, *place, print_) for place, print_ in prints.items() if before.get(place) != print_),
            )
            db.execute("INSERT OR REPLACE INTO stores VALUES (?, ?)", (store, ledger))
            row = db.execute("SELECT value FROM state WHERE name = 'names'").fetchone()
            if row is None or row[0] != ledger:
                db.execute("DELETE FROM names")
                db.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?, ?, ?, ?, ?)", rows(graph))
                db.execute("INSERT OR REPLACE INTO state VALUES ('names', ?)", (ledger,))

        self._do(write, write=True)

    def forget(self, store: str) -> None:
        """Forget what a store holds: it will be loaded whole."""

        def write(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM held WHERE store = ?", (store,))
            db.execute("DELETE FROM stores WHERE name = ?", (store,))

        self._do(write, write=True)

    def exact(self, text: str) -> list[Row]:
        """The names whose folded form is that of `text`."""
        query = "SELECT * FROM names WHERE form = ? ORDER BY key, said"
        return self._do(lambda db: list(db.execute(query, (names.fold(text),))), write=False)

    def names(self) -> list[Row]:
        """Every name."""
        query = "SELECT * FROM names ORDER BY form, key, said"
        return self._do(lambda db: list(db.execute(query)), write=False)

    # -- inside ----------------------------------------------------------------------------------

    def _prints(self, store: str) -> Prints | None:
        def ask(db: sqlite3.Connection) -> Prints | None:
            if db.execute("SELECT 1 FROM stores WHERE name = ?", (store,)).fetchone() is None:
                return None
            rows = db.execute("SELECT kind, key, print FROM held WHERE store = ?", (store,))
            return {(kind, key): print_ for kind, key, print_ in rows}

        return self._do(ask, write=False)

    def _do(self, work: Callable[[sqlite3.Connection], T], *, write: bool) -> T:
        """Run in one transaction; a damaged file is thrown away, and what it said is forgotten."""
        try:
            with self._open(write) as db:
                return work(db)
        except sqlite3.DatabaseError as error:
            if any(word in str(error) for word in _OUTSIDE):
                raise WorkspaceError(f"the index cannot be used: {error}", where=str(self.path)) from error
            self._discard()
        with self._open(write) as db:
            return work(db)

    @contextmanager
    def _open(self, write: bool) -> Iterator[sqlite3.Connection]:
        """The database in a transaction; for reading, an empty one where there is none of this layout."""
        there = write or self.path.exists()
        db = sqlite3.connect(self.path if there else ":memory:", timeout=10, isolation_level=None)
        try:
            db.execute("BEGIN IMMEDIATE" if write else "BEGIN")
            if db.execute("PRAGMA user_version").fetchone()[0] != LAYOUT:
                if there and not write:
                    db.close()
                    db = sqlite3.connect(":memory:", isolation_level=None)
                    db.execute("BEGIN")
                _make(db)
            yield db
            db.execute("COMMIT")
        finally:
            db.close()

    def _discard(self) -> None:
        for suffix in ("", "-journal", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)


def _make(db: sqlite3.Connection) -> None:
    """Empty tables, in the place of whatever was there."""
    for (name,) in list(db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")):
        db.execute(f'DROP TABLE "{name}"')
    for statement in _TABLES.split(";"):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {LAYOUT}")


def rows(graph: Graph) -> Iterator[Row]:
    """The names of a graph's things (its bulletins, sections and items are none)."""
    for node in graph.nodes.values():
        if node.type in ("Bulletin", "Section", "BulletinItem"):
            continue
        mentions = node.properties.get("mentions")
        count = mentions if isinstance(mentions, int) else 0
        former = _texts(node.properties.get("former_names"))
        said = [
            (node.name, "name"),
            (node.key, "key"),
            *((key, "key") for key in _texts(node.properties.get("other_keys"))),
        ]
        said += [
            (alias, "former" if alias in former else "alias")
            for alias in _texts(node.properties.get("aliases"))
        ]
        english = node.properties.get("english_name")
        if isinstance(english, str):
            said.append((english, "alias"))
        for text, how in said:
            yield names.fold(text), text, node.key, node.name, node.type, how, count


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, tuple | list) else ()


__all__ = ["Index", "rows"]
