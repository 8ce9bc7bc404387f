"""The schema of a store is the schema of the graph in it."""

from __future__ import annotations

from graphs import golden_graph

from innograph.graph.schema import schema
from innograph.graph.stores import Store

GOLDEN = golden_graph()


def test_the_schema_of_a_store_is_that_of_its_graph(loaded: Store) -> None:
    assert schema(loaded) == schema(GOLDEN)


def test_the_schema_tells_labels_types_and_properties() -> None:
    found = schema(GOLDEN)
    assert found.labels["MemberUnit"].count == 3
    assert found.labels["Alliance"].properties["aliases"] == 2
    assert found.types["MEMBER_OF"].properties["until"] == 1
    assert found.patterns["Person", "HOLDS_POST", "University"] == 1
