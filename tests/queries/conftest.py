"""The golden graph of the questions, in every store: two of our own, two Neo4j servers, Fuseki.

Without the servers' jars their tests are skipped, and pytest's summary says so; with `CI=true` that is a failure.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
for folder in (Path(__file__).parent, ROOT / "tests" / "golden", ROOT / "scripts"):
    if str(folder) not in sys.path:
        sys.path.append(str(folder))

from innograph.graph.elements import Delta, Graph  # noqa: E402
from innograph.graph.index import Index  # noqa: E402
from innograph.graph.measures import enrich  # noqa: E402
from innograph.graph.stores import Store  # noqa: E402
from innograph.graph.stores.embedded import EmbeddedStore  # noqa: E402
from innograph.graph.stores.neo4j import Neo4jStore  # noqa: E402
from innograph.graph.stores.rdf import RdfStore  # noqa: E402
from innograph.graph.stores.sparql_server import SparqlServer  # noqa: E402
from innograph.queries import Library  # noqa: E402
from query_graph import query_graph  # noqa: E402

BASE = "https://example.org/kg/"
OWN = ("embedded", "rdf")
SERVERS = ("neo4j 5.26.30", "neo4j 2025.10.1", "fuseki")
STORES = (*OWN, *SERVERS)


def missing(reason: str) -> None:
    """Skip on a person's machine, fail in CI."""
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def golden() -> Graph:
    """The golden graph with its measures."""
    return enrich(query_graph())


@pytest.fixture(scope="session")
def library() -> Library:
    """The questions that ship with innograph."""
    return Library()


@pytest.fixture(scope="session")
def index(golden: Graph, tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The names of the golden graph."""
    found = Index(tmp_path_factory.mktemp("index") / "index.sqlite")
    found.record("golden", golden, "golden")
    return found


Holding = Callable[[str, Graph], Store]


@pytest.fixture(scope="session")
def holding(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Holding]:
    """A store of a kind, by name, that holds a graph; servers start when they are first asked for."""
    with ExitStack() as opened:
        servers: dict[str, Any] = {}
        held: dict[str, tuple[int, Store]] = {}

        def hold(name: str, graph: Graph) -> Store:
            if name not in held or held[name][0] != id(graph):
                if name in held:
                    held[name][1].close()
                store = _open(name, servers, tmp_path_factory.mktemp("store"), opened)
                store.apply(Delta(graph, after=str(id(graph)), whole=True))
                held[name] = id(graph), store
            return held[name][1]

        yield hold
        for _, store in held.values():
            store.close()


def _open(name: str, servers: dict[str, Any], folder: Path, opened: ExitStack) -> Store:
    kind, _, version = name.partition(" ")
    if kind == "embedded":
        return EmbeddedStore(folder / "graph")
    if kind == "rdf":
        return RdfStore(folder / "rdf", base=BASE)
    if kind == "fuseki":
        import fuseki

        if not fuseki.fetched():
            missing("Fuseki is not fetched, or there is no Java: `make fuseki`")
        if name not in servers:
            servers[name] = opened.enter_context(fuseki.Fuseki())
        return SparqlServer(servers[name].url, base=BASE)
    import neo4j_server

    if not neo4j_server.fetched(version):
        missing(f"Neo4j {version} is not fetched, or no Java runs it: `make neo4j`")
    if name not in servers:
        server = neo4j_server.Server(version, heap="512m")
        server.start()
        opened.callback(server.close)
        servers[name] = server
    return Neo4jStore(servers[name].uri, servers[name].user, servers[name].password)


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, holding: Holding, golden: Graph) -> Store:
    """Each store, holding the golden graph."""
    return holding(request.param, golden)


@pytest.fixture(params=OWN)
def own_store(request: pytest.FixtureRequest, holding: Holding, golden: Graph) -> Store:
    """The two stores of a workspace, holding the golden graph."""
    return holding(request.param, golden)
