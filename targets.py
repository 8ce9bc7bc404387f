"""Servers that the graph can be loaded to and asked at."""

from __future__ import annotations

import sys

from .graph.stores import Store
from .settings import Settings, Target


def open_target(target: Target, settings: Settings) -> Store:
    """Connect to a target: Neo4j for `neo4j://` and `bolt://`, SPARQL 1.1 for `http(s)://`.

    The password comes from the target's environment variable, or is asked for on a terminal where
    the target names a user and no variable. Raises `StoreError` and `SettingsError`.
    """
    password = target.password()
    if password is None and target.user and sys.stdin.isatty() and sys.stderr.isatty():
        import getpass

        password = getpass.getpass(f"Password of {target.user} at {target.name}: ", stream=sys.stderr)
    if target.language == "cypher":
        from .graph.stores.neo4j import Neo4jStore

        return Neo4jStore(target.address, target.user, password, database=target.database)
    from .graph.stores.sparql_server import SparqlServer

    return SparqlServer(
        target.address,
        base=settings.base,
        user=target.user,
        password=password,
        update_url=target.update_address,
        data_url=target.graph_store_address,
    )
