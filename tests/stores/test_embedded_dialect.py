"""Questions that the embedded engine would misread are reworded, all others are left alone."""

from __future__ import annotations

import pytest

from innograph.graph.stores.embedded_dialect import reworded

MATCH = "MATCH ()-[r:MEMBER_OF]->() "


@pytest.mark.parametrize(("before", "after"), [
    ("MATCH (s:Statement {edge: r.key}) RETURN s", "MATCH (s:Statement WHERE s.edge = r.key) RETURN s"),
    ("MATCH (s:S {kind: 'a, b', edge: r.key})", "MATCH (s:S {kind: 'a, b'} WHERE s.edge = r.key)"),
    ("MATCH (a)-[q:T {role: r.role}]->(b)", "MATCH (a)-[q:T WHERE q.role = r.role]->(b)"),
    ("MATCH (:S {edge: r.key, item: r.i})", "MATCH (reworded_0:S WHERE reworded_0.edge = r.key AND reworded_0.item = r.i)"),
])
def test_a_property_of_a_relationship_goes_out_of_the_braces(before: str, after: str) -> None:
    assert reworded(MATCH + before) == MATCH + after


@pytest.mark.parametrize("question", [
    "RETURN {edge: r.key}", "RETURN collect({edge: r.key})", "MATCH (s {edge: $k}) RETURN s",
    "MATCH (s {name: 'x: r.key'}) RETURN s", "// (s:S {edge: r.key})\nRETURN r", "RETURN r {.key, x: r.role}",
    "WITH r, r.key AS k MATCH (s:Statement {edge: k}) RETURN s", "MATCH (s:S {name: n.name}) RETURN s",
])
def test_other_questions_stay_as_they_are(question: str) -> None:
    assert reworded(MATCH + question) == MATCH + question
