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

from cypher_places import PLACES, SERVERS, Own, Place, neo4j_server  # noqa: E402
from graphs import golden_graph  # noqa: E402

from innograph.graph.elements import Delta, Graph  # noqa: E402
from innograph.graph.stores import Store  # noqa: E402
from innograph.graph.stores.neo4j import Neo4jStore  # noqa: E402


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
        _empty(server)


@pytest.fixture
def neo4j_lts(servers: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The LTS server, empty, for a test that may stop and start it."""
    server = neo4j_server(SERVERS[0], servers)
    monkeypatch.setenv("TEST_PASSWORD", server.password)
    yield server
    if not server.running:
        server.start()
    _empty(server)


def _empty(server: Any) -> None:
    with server.driver() as driver, driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS").consume()
