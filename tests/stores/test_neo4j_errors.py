"""What a person reads when a Neo4j cannot be used."""

from __future__ import annotations

import socket
from typing import Any

import neo4j
import pytest

from innograph.errors import StoreError
from innograph.graph.stores.neo4j import Neo4jStore


def test_a_wrong_password(neo4j_lts: Any) -> None:
    with pytest.raises(StoreError, match="user or the password is wrong") as caught:
        Neo4jStore(neo4j_lts.uri, "neo4j", "not it")
    assert "not it" not in str(caught.value)


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
def test_no_server(scheme: str) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(StoreError, match="no Neo4j server answers"):
        Neo4jStore(f"{scheme}://127.0.0.1:{port}", "neo4j", "x", retries=0.1, connection_timeout=1)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_no_such_database(neo4j_lts: Any, scheme: str) -> None:
    with pytest.raises(StoreError, match="no database “elsewhere”"):
        Neo4jStore(f"{scheme}://127.0.0.1:{neo4j_lts.port}", "neo4j", neo4j_lts.password, "elsewhere", retries=0.1)


def test_tls_where_the_server_has_none(neo4j_lts: Any) -> None:
    uri = neo4j_lts.uri.replace("neo4j://", "neo4j+s://")
    with pytest.raises(StoreError, match="no secure connection"):
        Neo4jStore(uri, "neo4j", neo4j_lts.password, connection_timeout=2, retries=0.1)


@pytest.mark.parametrize("uri", ["http://127.0.0.1:7474", "nonsense", "neo4j://"])
def test_an_address_that_is_none(uri: str) -> None:
    with pytest.raises(StoreError):
        Neo4jStore(uri, "neo4j", "x", connection_timeout=1, retries=0.1)


def test_a_password_in_the_address_is_not_repeated() -> None:
    with pytest.raises(StoreError) as caught:
        Neo4jStore("neo4j://me:secret@127.0.0.1:1", "neo4j", "x", connection_timeout=1, retries=0.1)
    assert "secret" not in str(caught.value)


def test_a_server_that_is_too_old(neo4j_lts: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    real = neo4j.Driver.get_server_info

    def aged(driver: neo4j.Driver) -> Any:
        info = real(driver)
        monkeypatch.setattr(type(info), "agent", "Neo4j/4.4.30")
        return info

    monkeypatch.setattr(neo4j.Driver, "get_server_info", aged)
    with pytest.raises(StoreError, match=r"Neo4j/4\.4\.30, which is too old"):
        Neo4jStore(neo4j_lts.uri, neo4j_lts.user, neo4j_lts.password)
