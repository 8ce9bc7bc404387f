"""A server with a password, gone for a while, stopped for good; an address that is none."""

import threading
import time
from collections.abc import Iterator

import pytest
from fuseki import Fuseki, fetched
from graphs import FIBRE, golden_graph
from rdf_material import BASE, delta, expected

from innograph.errors import StoreError
from innograph.graph.elements import Graph
from innograph.graph.stores import Mark
from innograph.graph.stores.sparql_server import SparqlServer

GOLDEN = golden_graph()
PASSWORD = "pass:wörd"

pytestmark = pytest.mark.skipif(not fetched(), reason="Fuseki is not here: python scripts/fuseki.py fetch")


@pytest.fixture(scope="module")
def server() -> Iterator[Fuseki]:
    with Fuseki(password="secret") as running:
        yield running


def test_the_right_password_opens_and_others_are_told(server: Fuseki) -> None:
    with SparqlServer(server.url, base=BASE, user="innograph", password="secret") as store:
        store.apply(delta(Graph(), GOLDEN, "a", whole=True))
        assert set(store.quads()) == expected(GOLDEN)
    for user, password in ((None, None), ("innograph", "wrong"), ("innograph", PASSWORD)):
        with SparqlServer(server.url, base=BASE, user=user, password=password) as store:
            with pytest.raises(StoreError, match="refuses the user or password") as caught:
                store.mark()
            assert PASSWORD not in str(caught.value) + repr(vars(store))


def test_a_server_that_restarts_under_a_load_gets_it_all(server: Fuseki) -> None:
    stopped = threading.Event()

    def restart() -> None:
        stopped.wait(30)
        server.stop()
        time.sleep(0.3)
        server.start()

    def progress(done: int, total: int) -> None:
        if not stopped.is_set():
            stopped.set()
            time.sleep(0.2)

    with SparqlServer(server.url, base=BASE, user="innograph", password="secret") as store:
        store.wipe()
        store.apply(delta(Graph(), Graph({FIBRE: GOLDEN.nodes[FIBRE]}), "a"))
        worker = threading.Thread(target=restart)
        worker.start()
        store.apply(delta(Graph({FIBRE: GOLDEN.nodes[FIBRE]}), GOLDEN, "b"), progress=progress)
        worker.join()
        assert store.mark() == Mark("ready", "b")
        assert set(store.quads()) == expected(GOLDEN)


def test_a_dataset_that_is_not_there_is_named(server: Fuseki) -> None:
    with (
        SparqlServer(f"{server.url}/nothing", base=BASE, user="innograph", password="secret") as store,
        pytest.raises(StoreError, match="nothing"),
    ):
        store.mark()


@pytest.mark.parametrize("url", ["ftp://host/kg", "host/kg", "http://user:secret@host/kg", ""])
def test_an_address_that_cannot_be_one_is_refused_and_no_password_shown(url: str) -> None:
    with pytest.raises(StoreError) as caught:
        SparqlServer(url, base=BASE)
    assert "secret" not in str(caught.value)


def test_no_server_is_said_after_a_few_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("innograph.graph.stores.sparql_http.PAUSE", 0.001)
    with (
        SparqlServer("http://127.0.0.1:9/kg", base=BASE) as store,
        pytest.raises(StoreError, match="cannot be reached"),
    ):
        store.mark()


@pytest.mark.parametrize(
    ("url", "query", "update"),
    [
        ("http://h/kg", "/kg/query", "/kg/update"),
        ("http://h/kg/sparql", "/kg/sparql", "/kg/update"),
        ("https://h/repositories/kg", "/repositories/kg", "/repositories/kg/statements"),
    ],
)
def test_addresses_follow_the_shape_of_the_server(url: str, query: str, update: str) -> None:
    store = SparqlServer(url, base=BASE)
    assert (store._query, store._update) == (query, update)
    other = SparqlServer(url, base=BASE, update_url="http://h/elsewhere?x=1")
    assert other._update == "/elsewhere?x=1"
