"""Every Cypher store as a place that a test may fill: embedded, and two real Neo4j servers.

Without the servers' jars the tests on them are skipped, and pytest's summary says so; with `CI=true`
that is a failure. `NEO4J_URI` (with `NEO4J_USER`, `NEO4J_PASSWORD`, `NEO4J_DATABASE`) adds a server of
one's own, if innograph has nothing in it yet; afterwards it has nothing there again.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
for folder in (Path(__file__).parent, ROOT / "tests" / "golden", ROOT / "scripts", ROOT / "benchmarks"):
    if str(folder) not in sys.path:
        sys.path.append(str(folder))

from graphs import golden_graph  # noqa: E402

from innograph.graph.elements import Delta, Graph  # noqa: E402
from innograph.graph.stores import Store  # noqa: E402
from innograph.graph.stores.embedded import EmbeddedStore  # noqa: E402
from innograph.graph.stores.neo4j import Neo4jStore  # noqa: E402

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


@pytest.fixture(scope="session")
def servers() -> Iterator[dict[str, Any]]:
    """Servers by version, started when first asked for."""
    started: dict[str, Any] = {}
    yield started
    for server in started.values():
        server.close()


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest, tmp_path: Path, servers: dict[str, Any]) -> Iterator[Place]:
    """An empty store of each kind."""
    yield from _place(request.param, tmp_path, servers)


@pytest.fixture(scope="module", params=PLACES)
def loaded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, servers: dict[str, Any]
) -> Iterator[Store]:
    """A store of each kind that holds the golden graph, for a module that only asks."""
    for place in _place(request.param, tmp_path_factory.mktemp("loaded"), servers):
        with place.holding(golden_graph()) as store:
            yield store


def _place(name: str, folder: Path, servers: dict[str, Any]) -> Iterator[Place]:
    version = name.partition(" ")[2]
    if name == "embedded":
        yield Place(name, folder)
    elif version == "own":
        if not os.environ.get("NEO4J_URI"):
            pytest.skip("NEO4J_URI names no server")
        own = Place(name, folder, Own())
        with own.open() as store:
            if store.mark().state != "empty":
                pytest.fail("NEO4J_URI holds a graph of innograph already: tests would replace it")
        yield own
        with Neo4jStore(own.server.uri, own.server.user, own.server.password, own.server.database) as store:
            store.apply(Delta(Graph(), whole=True))
            store._write(lambda run: run("MATCH (n:InnographStore) DELETE n"))
    else:
        server = neo4j_server(version, servers)
        yield Place(name, folder, server)
        with server.driver() as driver, driver.session() as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS").consume()


def neo4j_server(version: str, servers: dict[str, Any]) -> Any:
    """A running server of this version."""
    import neo4j_server as scripts

    if not scripts.fetched(version):
        missing(f"Neo4j {version} is not fetched, or no Java runs it: `make neo4j`")
    if version not in servers:
        server = scripts.Server(version)
        server.database = None
        server.start()
        servers[version] = server
    return servers[version]


@pytest.fixture
def neo4j_lts(servers: dict[str, Any]) -> Any:
    """The LTS server, for what needs only one."""
    return neo4j_server(SERVERS[0], servers)
