"""What every Cypher store must do, on each of them."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from cypher_places import Place
from graphs import golden_graph

from innograph.errors import StoreError
from innograph.graph.elements import Delta, Edge, Graph, Node, by_key, edge_key
from innograph.graph.stores import Mark, Store

GOLDEN = golden_graph()
THING = ("Thing", "Agent", "Organization", "Enterprise")


def dump(store: Store) -> dict[str, Any]:
    """All that the store holds, by key."""
    nodes = store.query("MATCH (n:Thing) RETURN n.key, labels(n), properties(n)", limit=10**6)
    edges = store.query(
        "MATCH (a)-[r]->(b) RETURN r.key, type(r), a.key, b.key, properties(r)", limit=10**6
    )
    statements = store.query("MATCH (s:Statement) RETURN s.key, labels(s), properties(s)", limit=10**6)
    return {
        "nodes": {key: (sorted(labels), said) for key, labels, said in nodes.rows},
        "edges": {key: rest for key, *rest in edges.rows},
        "statements": {key: rest for key, *rest in statements.rows},
    }


def test_an_empty_store_says_so(place: Place) -> None:
    with place.open() as store:
        assert store.mark() == Mark("empty")
        assert store.counts() == {"nodes": {}, "edges": {}, "statements": {"": 0}}


def test_loading_twice_changes_nothing(place: Place) -> None:
    with place.holding(GOLDEN) as store:
        first = dump(store)
        store.apply(Delta(GOLDEN, after="golden", whole=True))
        assert dump(store) == first
        store.apply(Delta(GOLDEN, after="golden"))
        assert dump(store) == first


def test_a_delta_brings_the_store_to_the_same_state_as_a_whole_load(place: Place) -> None:
    """Labels gained and lost, properties gone, edges and statements withdrawn and added."""
    after, delta = changed()
    with place.holding(GOLDEN) as store:
        store.apply(delta)
        by_delta = dump(store)
        assert store.mark() == Mark("ready", "changed")
        store.apply(delta)
        assert dump(store) == by_delta
        store.apply(Delta(after, after="changed", whole=True))
        assert dump(store) == by_delta


def changed() -> tuple[Graph, Delta]:
    """Another state of the golden graph, and the difference from it."""
    nodes, edges, statements = dict(GOLDEN.nodes), dict(GOLDEN.edges), dict(GOLDEN.statements)
    gone = next(e for e in edges.values() if e.role == "chair" and e.type == "MEMBER_OF")
    silenced = [k for k, s in statements.items() if s.edge == gone.key]
    del edges[gone.key]
    for key in silenced:
        del statements[key]
    lonely = "Achievement/无人相连"
    del nodes[lonely]
    member = nodes[gone.subject]
    nodes[member.key] = dataclasses.replace(
        member, labels=tuple(x for x in member.labels if x != "MemberUnit"), properties={"name": "改名大学"}
    )
    fibre = nodes[gone.object]
    nodes[fibre.key] = dataclasses.replace(fibre, properties={**fibre.properties, "founded": "2010"})
    new = Node("Enterprise/新企业", "Enterprise", (*THING, "MemberUnit"), {"name": "新企业"})
    nodes[new.key] = new
    key = edge_key(new.key, "memberOf", fibre.key, None)
    edges[key] = Edge(key, "MEMBER_OF", "memberOf", new.key, fibre.key, None, {"evidence": 1})
    kept = next(e for e in edges.values() if e.properties.get("since") or e.properties.get("until"))
    edges[kept.key] = dataclasses.replace(kept, properties={"evidence": 7})
    other = next(s for s in statements.values() if s.edge != kept.key)
    statements[other.key] = dataclasses.replace(other, quote="改过的原句")
    upserts = Graph(
        by_key([nodes[member.key], nodes[fibre.key], new]), by_key([edges[key], edges[kept.key]]),
        by_key([statements[other.key]]),
    )
    after = Graph(by_key(nodes.values()), by_key(edges.values()), by_key(statements.values()))
    return after, Delta(upserts, (lonely,), (gone.key,), tuple(silenced), "changed")


def test_a_load_that_breaks_off_is_marked_and_completed_by_the_next(place: Place) -> None:
    class Enough(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Enough

    store = place.open()
    with pytest.raises(Enough):
        store.apply(Delta(GOLDEN, after="golden", whole=True), progress=stop)
    assert store.mark().state == "loading"
    with pytest.raises(StoreError, match="not loaded to the end"):
        store.query("MATCH (n) RETURN n")
    store.apply(Delta(GOLDEN, after="golden", whole=True))
    assert dump(store)["nodes"].keys() == GOLDEN.nodes.keys()
    store.close()


def test_progress_ends_at_the_total(place: Place) -> None:
    seen: list[tuple[int, int]] = []
    with place.open() as store:
        store.apply(Delta(GOLDEN, after="x", whole=True), progress=lambda *step: seen.append(step))
    assert seen[-1] == (len(GOLDEN), len(GOLDEN))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_an_edge_without_an_end_is_refused(place: Place) -> None:
    loose = Edge("00", "MEMBER_OF", "memberOf", "Enterprise/nobody", "Alliance/none")
    with place.open() as store, pytest.raises(StoreError):
        store.apply(Delta(Graph(edges={"00": loose}), after="x", whole=True))


@pytest.mark.parametrize("name", ["Bad Label", "A`) DETACH DELETE (n", "", "1x"])
def test_a_label_that_would_have_to_be_quoted_is_refused(place: Place, name: str) -> None:
    node = Node("k", "T", ("Thing", name), {"name": "x"})
    with place.open() as store, pytest.raises(StoreError, match="cannot be a label"):
        store.apply(Delta(Graph({"k": node}), after="x", whole=True))


def test_a_closed_store_can_be_closed_again(place: Place) -> None:
    store = place.holding(GOLDEN)
    store.close()
    store.close()
    with place.open(read_only=True) as again:
        assert again.mark() == Mark("ready", "golden")
        assert again.query("MATCH (n:Thing) RETURN count(n) AS n").rows == ((len(GOLDEN.nodes),),)
