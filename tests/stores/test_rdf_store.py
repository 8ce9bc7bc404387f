"""The same tests on pyoxigraph on disk and on a real Fuseki: what goes in is what is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fuseki import Fuseki, fetched
from graphs import (
    FIBRE,
    FORUM,
    HOSTILE,
    HUAQIAN,
    ITEM_1,
    ITEM_2,
    ROW_1,
    STEEL,
    TRAINING,
    TSINGHUA,
    golden_graph,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdf_material import ALL, BASE, PREFIX, delta, expected, without_item

from innograph.errors import QueryError, QueryStopped
from innograph.graph.elements import Delta, Graph, edge_key
from innograph.graph.rdf_model import Quad
from innograph.graph.stores import Mark
from innograph.graph.stores.rdf import RdfStore
from innograph.graph.stores.sparql_server import SparqlServer

GOLDEN = golden_graph()
AnyStore = RdfStore | SparqlServer


@pytest.fixture(scope="session")
def server() -> Iterator[Fuseki]:
    if not fetched():
        pytest.skip("Fuseki is not here: python scripts/fuseki.py fetch")
    with Fuseki() as running:
        yield running


@pytest.fixture(params=["pyoxigraph", "fuseki"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AnyStore]:
    if request.param == "pyoxigraph":
        with RdfStore(tmp_path / "rdf", base=BASE) as found:
            yield found
        return
    address = request.getfixturevalue("server").url
    with SparqlServer(address, base=BASE) as remote:
        remote.wipe()
        yield remote


def held(store: AnyStore) -> set[Quad]:
    """All quads of a store but those about itself."""
    return set(store.quads())


def test_a_new_store_is_empty(store: AnyStore) -> None:
    assert store.mark() == Mark("empty")
    assert store.counts() == {"nodes": {}, "edges": {}, "statements": {"": 0}}


def test_it_holds_the_quads_of_the_graph_and_no_others(store: AnyStore) -> None:
    store.apply(delta(Graph(), GOLDEN, "a", whole=True))
    assert held(store) == expected(GOLDEN)
    assert store.mark() == Mark("ready", "a")


@pytest.mark.parametrize("whole", [True, False])
def test_loaded_twice_it_is_the_same(store: AnyStore, whole: bool) -> None:
    store.apply(delta(Graph(), GOLDEN, "a"))
    store.apply(delta(Graph(), GOLDEN, "a", whole=whole))
    assert held(store) == expected(GOLDEN)


@pytest.mark.parametrize("item", [ITEM_1, ITEM_2, ROW_1])
def test_an_item_leaves_with_exactly_what_it_stated(store: AnyStore, item: str) -> None:
    after = without_item(GOLDEN, item)
    store.apply(delta(Graph(), GOLDEN, "a", whole=True))
    store.apply(delta(GOLDEN, after, "b"))
    assert held(store) == expected(after)
    store.apply(delta(after, GOLDEN, "c"))
    assert held(store) == expected(GOLDEN)


def test_a_triple_stays_while_another_role_asserts_it(store: AnyStore) -> None:
    initiator = edge_key(TSINGHUA, "memberOf", FIBRE, "initiator")
    store.apply(delta(Graph(), GOLDEN, "a", whole=True))
    store.apply(Delta(Graph(), deleted_edges=(initiator,), after="b"))
    ask = PREFIX + "SELECT ?p WHERE { ?s ino:key ?one ; ?p ?o . ?o ino:key ?other } ORDER BY ?p"
    said = {row[0].partition("#")[2] for row in store.query(ask, {"one": TSINGHUA, "other": FIBRE}).rows}
    assert said == {"chairs", "memberOf"}


def test_an_attribute_that_is_gone_leaves_nothing_behind(store: AnyStore) -> None:
    old = GOLDEN.nodes[TSINGHUA]
    bare = type(old)(old.key, old.type, old.labels[:-1], {"name": "清华大学", "founded": "1911"})
    store.apply(delta(Graph(), GOLDEN, "a", whole=True))
    store.apply(Delta(Graph({TSINGHUA: bare}), after="b"))
    changed = Graph({**GOLDEN.nodes, TSINGHUA: bare}, GOLDEN.edges, GOLDEN.statements)
    assert held(store) == expected(changed)


@pytest.mark.parametrize("whole", [True, False])
def test_progress_counts_elements_up_to_all_of_them(store: AnyStore, whole: bool) -> None:
    seen: list[tuple[int, int]] = []
    store.apply(delta(Graph(), Graph(dict(list(GOLDEN.nodes.items())[:3])), "a"))
    store.apply(
        delta(Graph(), GOLDEN, "b", whole=whole), progress=lambda done, total: seen.append((done, total))
    )
    assert seen == sorted(seen)
    assert seen[-1] == (len(GOLDEN), len(GOLDEN))


def test_counts_are_those_of_the_graph(store: AnyStore) -> None:
    store.apply(delta(Graph(), GOLDEN, "a", whole=True))
    counts = store.counts()
    assert counts["statements"] == {"": len(GOLDEN.statements)}
    assert sum(counts["edges"].values()) == len(GOLDEN.edges)
    assert counts["nodes"]["Thing"] == len(GOLDEN.nodes)
    assert counts["nodes"]["MemberUnit"] == 3


def test_hostile_names_are_stored_as_text_and_found_by_parameter(store: AnyStore) -> None:
    store.apply(delta(Graph(), GOLDEN, "a"))
    ask = PREFIX + "SELECT ?key WHERE { ?s ino:name ?name ; ino:key ?key }"
    for name in HOSTILE:
        assert (f"Enterprise/{name}",) in store.query(ask, {"name": name}).rows
    assert held(store) == expected(GOLDEN)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * WHERE { SERVICE <http://127.0.0.1/x> { ?s ?p ?o } }",
        "SELECT * WHERE { ?a ?b ?c FILTER(?a<?b)SERVICE?x{?s ?p ?o} }",
        "SELECT * WHERE { service silent <http://127.0.0.1/x> { ?s ?p ?o } }",
        "SELECT * WHERE { SERVICE:x { ?s ?p ?o } }",
        "SELECT * WHERE { \\u0053ERVICE <http://127.0.0.1/x> { ?s ?p ?o } }",
        "CLEAR ALL", "PREFIX a: <b:> INSERT DATA { <a:a> <a:b> 1 }", "DESCRIBE <a:a>", "", "# nothing",
        "DELETE WHERE { ?s ?p ?o }", "LOAD <http://127.0.0.1/x>", "SELECT ?s WHERE { ?s ?p",
    ],
)
def test_what_writes_or_calls_others_is_refused(store: AnyStore, text: str) -> None:
    store.apply(delta(Graph(), GOLDEN, "a"))
    with pytest.raises(QueryError):
        store.query(text)
    assert held(store) == expected(GOLDEN)


def test_a_name_or_comment_may_say_service(store: AnyStore) -> None:
    store.apply(delta(Graph(), GOLDEN, "a"))
    text = 'SELECT ?s WHERE { ?s ?p "SERVICE" } # SERVICE <http://127.0.0.1/>'
    assert store.query(text).rows == ()


def test_ask_and_construct_give_rows_too(store: AnyStore) -> None:
    store.apply(delta(Graph(), GOLDEN, "a"))
    assert store.query("ASK { ?s ?p ?o }").rows == ((True,),)
    construct = PREFIX + "CONSTRUCT { ?s ino:is ?e } WHERE { ?s ino:key ?key ; ino:evidence ?e }"
    key = edge_key(TSINGHUA, "memberOf", FIBRE, "chair")
    answer = store.query(construct, {"key": key})
    assert answer.columns == ("subject", "predicate", "object")
    assert answer.rows == ((f"{BASE}edge/{key}", "https://w3id.org/innograph/ontology#is", 2),)


def test_rows_are_plain_values_and_limited(store: AnyStore) -> None:
    store.apply(delta(Graph(), GOLDEN, "a"))
    text = PREFIX + (
        "SELECT ?role ?evidence ?confidence ?day ?none WHERE { ?e a ino:Fact ; ino:key ?key ;"
        " ino:role ?role ; ino:evidence ?evidence ; ino:confidence ?confidence ; ino:sinceEarliest ?day }"
    )
    key = edge_key(TSINGHUA, "memberOf", FIBRE, "chair")
    assert store.query(text, {"key": key}).rows == (("chair", 2, 1.0, "2009-01-01", None),)
    short = store.query("SELECT ?s WHERE { ?s ?p ?o }", limit=7)
    assert len(short.rows) == 7 and short.truncated


def test_an_endless_question_is_stopped_and_the_next_one_answered(store: AnyStore) -> None:
    store.apply(delta(Graph(), GOLDEN, "a"))
    endless = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c != ?i) }"
    with pytest.raises(QueryStopped):
        store.query(endless, timeout=0.5)
    assert store.query("ASK { ?s ?p ?o }").rows == ((True,),)


def test_a_load_cut_off_is_seen_and_completed(store: AnyStore) -> None:
    class Cut(Exception):
        pass

    def cut(done: int, total: int) -> None:
        raise Cut

    store.apply(delta(Graph(), without_item(GOLDEN, ITEM_1), "a", whole=True))
    with pytest.raises(Cut):
        store.apply(delta(without_item(GOLDEN, ITEM_1), GOLDEN, "b"), progress=cut)
    assert store.mark().state == "loading"
    store.apply(delta(Graph(), GOLDEN, "b", whole=True))
    assert store.mark() == Mark("ready", "b")
    assert held(store) == expected(GOLDEN)


def test_two_shared_members_are_counted_once_whatever_their_roles(store: AnyStore) -> None:
    store.apply(delta(Graph(), GOLDEN, "a"))
    text = PREFIX + (
        "SELECT ?one ?other (COUNT(DISTINCT ?m) AS ?shared) WHERE { ?m ino:memberOf ?a, ?b ."
        " ?a ino:key ?one . ?b ino:key ?other . FILTER(?one < ?other) } GROUP BY ?one ?other"
    )
    assert set(store.query(text).rows) == {(STEEL, FIBRE, 2)}


def test_facts_tie_their_things_in_both_directions_but_not_places_topics_and_applications(
    store: AnyStore,
) -> None:
    store.apply(delta(Graph(), GOLDEN, "a"))
    text = PREFIX + (
        "SELECT DISTINCT ?key WHERE { ?a ino:key ?one . ?r ino:ties ?a, ?x . FILTER(?x != ?a) ?x ino:key ?key }"
    )
    tied = {row[0] for row in store.query(text, {"one": HUAQIAN}).rows}
    assert tied == {FIBRE, "Standard/T-CNTAC-1"}
    about = {row[0] for row in store.query(text, {"one": FORUM}).rows}
    assert FIBRE in about and TRAINING in about
    assert not about & {"Topic/碳纤维", "Place/北京"}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_way_through_the_graphs_ends_in_the_same_store(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Any sequence of parts of the golden graph, each applied by its delta, leaves exactly the last one."""
    now = Graph()
    with RdfStore(tmp_path_factory.mktemp("rdf") / "rdf", base=BASE) as store:
        for step in range(data.draw(st.integers(1, 4))):
            keep = data.draw(st.sets(st.sampled_from(sorted(GOLDEN.statements)), max_size=30))
            then = _part(keep)
            store.apply(delta(now, then, f"step {step}"))
            assert set(store.quads()) == expected(then)
            now = then


def _part(keep: set[str]) -> Graph:
    statements = {k: s for k, s in GOLDEN.statements.items() if k in keep}
    edges = {k: GOLDEN.edges[k] for k in sorted({s.edge for s in statements.values()})}
    nodes = {key: GOLDEN.nodes[key] for e in edges.values() for key in (e.subject, e.object)}
    nodes |= {s.item: GOLDEN.nodes[s.item] for s in statements.values()}
    return Graph(nodes, edges, statements)


def test_other_peoples_data_on_a_server_stays(server: Fuseki) -> None:
    with SparqlServer(server.url, base=BASE) as store:
        store.wipe()
        theirs = "INSERT DATA { <urn:x> <urn:p> 1 . GRAPH <urn:g> { <urn:x> <urn:p> 2 } }"
        store._write(theirs)
        store.apply(delta(Graph(), GOLDEN, "a", whole=True))
        store.apply(delta(Graph(), without_item(GOLDEN, ITEM_1), "b", whole=True))
        store.apply(delta(without_item(GOLDEN, ITEM_1), Graph(), "c"))
        assert store.query("SELECT ?o WHERE { { <urn:x> ?p ?o } UNION { GRAPH ?g { <urn:x> ?p ?o } } }").rows
        assert not held(store)
        assert len([row for row in store.query(ALL).rows if "meta/" not in str(row[3])]) == 2
        store._write("DELETE WHERE { <urn:x> ?p ?o } ; DROP GRAPH <urn:g>")
