"""The golden graph of the questions, in every store: two of our own, two Neo4j servers, Fuseki.

Without the servers' jars their tests are skipped, and pytest's summary says so; with `CI=true` that is a failure.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
for folder in (Path(__file__).parent, ROOT / "tests" / "golden", ROOT / "scripts"):
    if str(folder) not in sys.path:
        sys.path.append(str(folder))

from query_graph import query_graph  # noqa: E402
from query_stores import OWN, STORES, Holding, opened_store  # noqa: E402

from innograph.graph.elements import Delta, Graph  # noqa: E402
from innograph.graph.index import Index  # noqa: E402
from innograph.graph.measures import enrich  # noqa: E402
from innograph.graph.stores import Store  # noqa: E402
from innograph.queries import Library  # noqa: E402


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
                store = opened_store(name, servers, tmp_path_factory.mktemp("store"), opened)
                store.apply(Delta(graph, after=str(id(graph)), whole=True))
                held[name] = id(graph), store
            return held[name][1]

        yield hold
        for _, store in held.values():
            store.close()


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, holding: Holding, golden: Graph) -> Store:
    """Each store, holding the golden graph."""
    return holding(request.param, golden)


@pytest.fixture(params=OWN)
def own_store(request: pytest.FixtureRequest, holding: Holding, golden: Graph) -> Store:
    """The two stores of a workspace, holding the golden graph."""
    return holding(request.param, golden)
