"""Where a Cypher store can be opened by a test: embedded, and Neo4j servers.

Without the servers' jars the tests on them are skipped, and pytest's summary says so; with `CI=true`
that is a failure.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from innograph.graph.elements import Delta, Graph
from innograph.graph.stores import Store
from innograph.graph.stores.embedded import EmbeddedStore
from innograph.graph.stores.neo4j import Neo4jStore

SERVERS = ("5.26.30", "2025.10.1")
PLACES = ("embedded", *(f"neo4j {version}" for version in SERVERS), "neo4j own")


def missing(reason: str) -> None:
    """Skip on a person's machine, fail in CI."""
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(reason)
    pytest.skip(reason)


class Place:
    """Where a store can be opened, again and again."""

    def __init__(self, name: str, folder: Path, server: Any = None) -> None:
        self.name, self.folder, self.server = name, folder, server

    @property
    def embedded(self) -> bool:
        """Whether it is the embedded engine."""
        return self.name == "embedded"

    def open(self, *, read_only: bool = False) -> Store:
        """The store, to write (and read), or only to read."""
        if self.embedded:
            return EmbeddedStore(self.folder / "graph", read_only=read_only, wait=0.5)
        return Neo4jStore(self.server.uri, self.server.user, self.server.password, self.server.database)

    def holding(self, graph: Graph) -> Store:
        """The store, with this graph loaded."""
        store = self.open()
        store.apply(Delta(graph, after="golden", whole=True))
        return store


class Own:
    """The server that `NEO4J_URI` names."""

    def __init__(self) -> None:
        self.uri, self.user = os.environ["NEO4J_URI"], os.environ.get("NEO4J_USER", "neo4j")
        self.password = os.environ.get("NEO4J_PASSWORD", "")
        self.database = os.environ.get("NEO4J_DATABASE")


def neo4j_server(version: str, servers: dict[str, Any]) -> Any:
    """A running server of this version."""
    import neo4j_server as scripts

    if not scripts.fetched(version):
        missing(f"Neo4j {version} is not fetched, or no Java runs it: `make neo4j`")
    if version not in servers:
        server = scripts.Server(version, short=True)
        server.database = None
        server.start()
        servers[version] = server
    return servers[version]
