"""A load that is killed, or whose server goes away, is completed by the next one: counted and compared."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from load_and_die import load, opened, state
from test_cypher_store import dump

from innograph.errors import StoreError
from innograph.graph.elements import Delta, Graph
from innograph.graph.schema import schema
from innograph.graph.stores import Mark, Store
from innograph.graph.stores.neo4j import Neo4jStore

PROGRAM = Path(__file__).with_name("load_and_die.py")


def killed_load(place: str, number: int, after: float | None) -> float:
    """Load a stage in a process of its own, killed `after` seconds of writing; how long it wrote."""
    with subprocess.Popen(
        [sys.executable, str(PROGRAM), place, str(number)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "start\n"
        begun = time.monotonic()
        if after is None:
            assert process.stdout.read() == "done\n"
        else:
            time.sleep(after)
            process.kill()
    return time.monotonic() - begun


def holds(store: Store, graph: Graph) -> None:
    """Compare everything."""
    assert schema(store) == schema(graph)
    held = dump(store)
    assert held["nodes"].keys() == graph.nodes.keys()
    assert held["edges"].keys() == graph.edges.keys() | graph.statements.keys()
    assert held["statements"].keys() == graph.statements.keys()
    for key, edge in graph.edges.items():
        assert held["edges"][key][3]["evidence"] == edge.properties["evidence"]
    for key, node in graph.nodes.items():
        assert held["nodes"][key][0] == sorted(node.labels)


def kill_again_and_again(place: str, times: int) -> None:
    whole = killed_load(place, 0, None)
    delta = killed_load(place, 1, None)
    chance = random.Random(times)
    for number in range(2, times + 2):
        killed_load(place, number, chance.random() * (delta if number % 2 else whole))
        with opened(place) as store:
            load(store, number)
            assert store.mark() == Mark("ready", str(number))
            if number % 5 == 1:
                holds(store, state(number))
    with opened(place) as store:
        holds(store, state(times + 1))


@pytest.mark.parametrize("times", [5, pytest.param(50, marks=pytest.mark.soak)])
def test_the_embedded_store_survives_kills(tmp_path: Path, times: int) -> None:
    kill_again_and_again(str(tmp_path / "graph"), times)


@pytest.mark.parametrize("times", [5, pytest.param(50, marks=pytest.mark.soak)])
def test_neo4j_survives_kills_of_the_loader(neo4j_lts: Any, times: int) -> None:
    kill_again_and_again(neo4j_lts.uri, times)


def test_a_server_that_restarts_is_waited_for(neo4j_lts: Any) -> None:
    graph = state(1)
    restarts: list[threading.Thread] = []

    def restart(done: int, total: int) -> None:
        if not restarts and done > total / 4:
            neo4j_lts.kill()
            restarts.append(threading.Thread(target=neo4j_lts.start))
            restarts[0].start()

    with Neo4jStore(neo4j_lts.uri, neo4j_lts.user, neo4j_lts.password, retries=300.0) as store:
        store.apply(Delta(graph, after="1", whole=True), progress=restart)
        restarts[0].join()
        assert store.mark() == Mark("ready", "1")
        holds(store, graph)


def test_a_server_that_stays_away_is_an_error_and_the_next_load_completes(neo4j_lts: Any) -> None:
    graph = state(2)
    arguments = neo4j_lts.uri, neo4j_lts.user, neo4j_lts.password

    def stop(done: int, total: int) -> None:
        if done > total / 2:
            neo4j_lts.stop()

    with (
        Neo4jStore(*arguments, retries=1.0) as store,
        pytest.raises(StoreError, match="no Neo4j server answers"),
    ):
        store.apply(Delta(graph, after="2", whole=True), progress=stop)
    neo4j_lts.start()
    with Neo4jStore(*arguments) as store:
        assert store.mark().state == "loading"
        store.apply(Delta(graph, after="2", whole=True))
        holds(store, graph)
