"""What other people put into the same Neo4j stays; on a real server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cypher_places import SERVERS, Place, neo4j_server
from graphs import FIBRE, TSINGHUA, golden_graph

from innograph.errors import StoreError
from innograph.graph.elements import Delta, Graph

GOLDEN = golden_graph()

THEIRS = """
CREATE (:Person {name: '张三', key: 'a key of theirs'})-[:KNOWS {since: 2001}]->(:Person {name: '李四'}),
       (:Alliance {name: 'an alliance of theirs'}), (:Thing {note: 'no key'}),
       (:Thing {key: 'Alliance/theirs'}),
       (:Statement {text: 'said'})-[:MEMBER_OF {note: 'a guess'}]->(:Organization), (:InnographFan)
"""


@pytest.fixture(params=SERVERS)
def shared(request: pytest.FixtureRequest, servers: dict[str, Any], tmp_path: Any) -> Iterator[Place]:
    """A server on which others have a graph."""
    server = neo4j_server(request.param, servers)
    place = Place(f"neo4j {request.param}", tmp_path, server)
    ask(place, THEIRS)
    yield place
    ask(place, "MATCH (n) DETACH DELETE n")


def ask(place: Place, text: str, **parameters: Any) -> list[dict[str, Any]]:
    """Run Cypher past innograph."""
    with place.server.driver() as driver, driver.session() as session:
        return [record.data() for record in session.run(text, parameters)]


def theirs(place: Place) -> list[Any]:
    """Every node that is not innograph's, with what hangs on it."""
    return ask(place, """
        MATCH (n) WHERE n.written_by IS NULL AND NOT n:InnographStore
        OPTIONAL MATCH (n)-[r]-(m)
        RETURN labels(n) AS labels, properties(n) AS said, type(r) AS type, properties(r) AS of, m.name AS other
        ORDER BY labels(n)[0], coalesce(n.name, n.key, n.note, ''), other""")


def test_loading_and_emptying_leaves_others_alone(shared: Place) -> None:
    before = theirs(shared)
    with shared.holding(GOLDEN) as store:
        assert theirs(shared) == before
        assert store.counts()["nodes"]["Thing"] == len(GOLDEN.nodes)
        assert sum(store.counts()["edges"].values()) == len(GOLDEN.edges)
        store.apply(Delta(Graph(), after="", whole=True))
        assert theirs(shared) == before
        assert store.counts() == {"nodes": {}, "edges": {}, "statements": {"": 0}}


def test_additions_to_our_nodes_survive_a_reload(shared: Place) -> None:
    """A note, a label and a relationship of an analyst."""
    with shared.holding(GOLDEN) as store:
        ask(shared, """MATCH (n:Thing {key: $key}) SET n.note = 'ask them', n:Watched
                       CREATE (:Analyst {name: 'me'})-[:WATCHES]->(n)""", key=FIBRE)
        store.apply(Delta(GOLDEN, after="again", whole=True))
        (found,) = ask(shared, """MATCH (:Analyst)-[:WATCHES]->(n:Watched:Alliance {key: $key})
                                  RETURN n.note AS note, n.name AS name""", key=FIBRE)
    assert found == {"note": "ask them", "name": GOLDEN.nodes[FIBRE].name}


def test_a_withdrawn_node_that_others_refer_to_stays_for_them_and_comes_back(shared: Place) -> None:
    with shared.holding(GOLDEN) as store:
        ask(shared, "MATCH (n:Thing {key: $key}) CREATE (:Analyst)-[:WATCHES]->(n)", key=TSINGHUA)
        store.apply(Delta(Graph(), after="empty", whole=True))
        (kept,) = ask(shared, "MATCH (:Analyst)-[:WATCHES]->(n) RETURN labels(n) AS labels, n AS said")
        assert kept == {
            "labels": ["InnographWithdrawn"], "said": {"key": TSINGHUA, "name": GOLDEN.nodes[TSINGHUA].name}
        }
        store.apply(Delta(GOLDEN, after="back", whole=True))
        (back,) = ask(shared, "MATCH (:Analyst)-[:WATCHES]->(n:University) RETURN count(*) AS n")
        assert back == {"n": 1}
        assert store.counts()["nodes"]["Thing"] == len(GOLDEN.nodes)
        assert ask(shared, "MATCH (n:InnographWithdrawn) RETURN n") == []


def test_a_node_of_theirs_under_one_of_our_keys_stops_the_load(shared: Place) -> None:
    ask(shared, "CREATE (:Thing {key: $key, name: 'theirs'})", key=FIBRE)
    with shared.open() as store, pytest.raises(StoreError, match="did not write"):
        store.apply(Delta(GOLDEN, after="x", whole=True))
    assert ask(shared, "MATCH (n {key: $key}) RETURN n.name AS name", key=FIBRE) == [{"name": "theirs"}]
