"""What a loaded store holds, and that its schema is that of the graph in it."""

from __future__ import annotations

from graphs import golden_graph
from test_cypher_store import dump

from innograph.graph.schema import schema
from innograph.graph.stores import Mark, Store

GOLDEN = golden_graph()


def test_what_was_loaded_is_there(loaded: Store) -> None:
    held = dump(loaded)
    assert loaded.mark() == Mark("ready", "golden")
    assert held["nodes"].keys() == GOLDEN.nodes.keys()
    assert held["statements"].keys() == GOLDEN.statements.keys()
    assert held["edges"].keys() == GOLDEN.edges.keys() | GOLDEN.statements.keys()
    for node in GOLDEN.nodes.values():
        expected = {k: list(v) if isinstance(v, tuple) else v for k, v in node.properties.items()}
        expected |= {"key": node.key, "type": node.type, "written_by": "innograph"}
        assert held["nodes"][node.key] == (sorted(node.labels), expected)
    for edge in GOLDEN.edges.values():
        type_, subject, object_, said = held["edges"][edge.key]
        assert (type_, subject, object_) == (edge.type, edge.subject, edge.object)
        assert said.get("role") == edge.role and said["predicate"] == edge.predicate
        for name, value in edge.properties.items():
            assert said[name] == (list(value) if isinstance(value, tuple) else value)


def test_evidence_is_one_hop_away(loaded: Store) -> None:
    rows = loaded.query(
        "MATCH (i:BulletinItem)-[:STATES]->(s:Statement) "
        "RETURN s.key, i.key, s.quote, s.start_offset, s.end_offset, s.subject, s.object, s.role"
    ).rows
    assert len(rows) == len(GOLDEN.statements)
    for key, item, quote, start, end, subject, object_, role in rows:
        said = GOLDEN.statements[key]
        edge = GOLDEN.edges[said.edge]
        assert (item, quote, start, end) == (said.item, said.quote, said.start, said.end)
        assert (subject, object_, role) == (edge.subject, edge.object, edge.role)


def test_counts(loaded: Store) -> None:
    counts = loaded.counts()
    assert counts["nodes"]["Thing"] == len(GOLDEN.nodes)
    assert counts["nodes"]["Enterprise"] == sum(n.type == "Enterprise" for n in GOLDEN.nodes.values())
    assert sum(counts["edges"].values()) == len(GOLDEN.edges)
    assert counts["statements"] == {"": len(GOLDEN.statements)}


def test_the_schema_of_a_store_is_that_of_its_graph(loaded: Store) -> None:
    assert schema(loaded) == schema(GOLDEN)


def test_the_schema_tells_labels_types_and_properties() -> None:
    found = schema(GOLDEN)
    assert found.labels["MemberUnit"].count == 3
    assert found.labels["Alliance"].properties["aliases"] == 2
    assert found.types["MEMBER_OF"].properties["until"] == 1
    assert found.patterns["Person", "HOLDS_POST", "University"] == 1
