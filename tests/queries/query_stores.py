"""Stores of each kind, by name: two of our own, two Neo4j servers, Fuseki."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from innograph.graph.elements import Graph
from innograph.graph.stores import Store
from innograph.graph.stores.embedded import EmbeddedStore
from innograph.graph.stores.neo4j import Neo4jStore
from innograph.graph.stores.rdf import RdfStore
from innograph.graph.stores.sparql_server import SparqlServer

BASE = "https://example.org/kg/"
OWN = ("embedded", "rdf")
SERVERS = ("neo4j 5.26.30", "neo4j 2025.10.1", "fuseki")
STORES = (*OWN, *SERVERS)

Holding = Callable[[str, Graph], Store]
"""Gives the store of a name with this graph in it."""


def missing(reason: str) -> None:
    """Skip on a person's machine, fail in CI."""
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def opened_store(name: str, servers: dict[str, Any], folder: Path, opened: ExitStack) -> Store:
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
