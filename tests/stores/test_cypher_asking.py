"""Asking a Cypher store: read-only, limited, plain values; the same on each of them."""

from __future__ import annotations

import pytest
from graphs import golden_graph

from innograph.errors import QueryError, QueryStopped
from innograph.graph.stores import Store

GOLDEN = golden_graph()


@pytest.mark.parametrize("question", [
    "CREATE (n:Thing {key: 'x'})",
    "MATCH (n) SET n.name = 'x' RETURN n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) REMOVE n:Thing",
    "MERGE (n:Thing {key: 'x'}) RETURN n",
    "CALL { CREATE (n:Thing) RETURN n } RETURN n",
    "MATCH (n) FOREACH (x IN [1] | SET n.name = 'x')",
    "CREATE INDEX x FOR (n:Thing) ON (n.name)",
    "DROP INDEX innograph_thing_name",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD /* */ CSV FROM 'http://127.0.0.1/' AS line RETURN line",
    "CALL dbms.components()",
    "CALL apoc.help('x')",
    "CALL `dbms`.components()",
    "CALL db.createLabel('X')",
    "SHOW USERS",
    "RETURN apoc.version()",
    "MATCH (n) RETURN n; MATCH (n) DETACH DELETE n",
    "PROFILE CREATE (n:Thing)",
])
def test_what_would_write_or_reach_outside_is_refused(loaded: Store, question: str) -> None:
    before = loaded.counts()
    with pytest.raises(QueryError):
        loaded.query(question)
    assert loaded.counts() == before


@pytest.mark.parametrize("question", ["", "MATCH (n RETURN n", "RETURN $missing", "MATCH (n) RETURN m", " "])
def test_a_question_that_is_wrong_is_named_so(loaded: Store, question: str) -> None:
    with pytest.raises(QueryError) as caught:
        loaded.query(question)
    assert "Exception" not in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("question", [
    "CALL db.labels() YIELD label RETURN count(label) > 0 AS yes", "RETURN 'x' AS call ORDER BY call",
    "MATCH (n:Alliance) CALL (n) { RETURN n.name AS name } RETURN count(name) AS n", "PROFILE RETURN 1 AS one",
])
def test_what_only_looks_is_allowed(loaded: Store, question: str) -> None:
    loaded.query(question)


def test_words_of_writing_inside_text_and_comments_are_no_writing(loaded: Store) -> None:
    found = loaded.query("/* CALL dbms.x() */ RETURN 'LOAD CSV; apoc.x' AS a // ; DELETE").rows
    assert found == (("LOAD CSV; apoc.x",),)


def test_parameters_are_values_never_text(loaded: Store) -> None:
    hostile = "'} MATCH (n) DETACH DELETE n //"
    rows = loaded.query("MATCH (n:Thing {name: $name}) RETURN n.key", {"name": hostile}).rows
    assert rows == ((f"Enterprise/{hostile}",),)
    assert loaded.query("RETURN $x AS x", {"x": [1, "a", None, 2.5, True]}).rows == (
        ([1, "a", None, 2.5, True],),
    )
    with pytest.raises(QueryError):
        loaded.query("RETURN $x", {"x": object()})


def test_the_row_limit_cuts_and_says_so(loaded: Store) -> None:
    some = loaded.query("MATCH (n:Thing) RETURN n.key ORDER BY n.key", limit=3)
    assert len(some.rows) == 3 and some.truncated
    every = loaded.query("MATCH (n:Thing) RETURN n.key", limit=len(GOLDEN.nodes))
    assert len(every.rows) == len(GOLDEN.nodes) and not every.truncated


def test_the_time_limit_stops_a_question_and_the_next_is_answered(loaded: Store) -> None:
    ranges = " ".join(f"UNWIND range(1, 3000) AS {name}" for name in "abc")
    endless = f"{ranges} WITH a, b, c WHERE a + b + c < 0 RETURN a"
    with pytest.raises(QueryStopped):
        loaded.query(endless, timeout=1.0)
    assert loaded.query("RETURN 1 AS one").rows == ((1,),)


def test_columns_are_named_even_without_rows(loaded: Store) -> None:
    empty = loaded.query("MATCH (n:Thing {key: 'no'}) RETURN n.name AS name, n.key, size([n]) AS `how many`")
    assert empty.columns == ("name", "n.key", "how many") and empty.rows == ()
