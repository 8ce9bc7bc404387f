"""The index and the delta: what each store holds, and what it must do next."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from graph_material import bulletin, item
from hypothesis import given, settings
from hypothesis import strategies as st
from test_assemble import graph_of, member

from innograph.errors import WorkspaceError
from innograph.graph.delta import compute, elements, fingerprints
from innograph.graph.elements import Delta, Graph
from innograph.graph.index import Index
from innograph.graph.model import BulletinFacts, Entity

ONE = graph_of(member("a", "甲公司", "化纤联盟"))
TWO = graph_of(member("a", "甲公司", "化纤联盟"), member("b", "乙公司", "化纤联盟"))


def applied(delta: Delta, held: Any) -> dict[tuple[str, str], Any]:
    """What a store holds after a delta."""
    held = {} if delta.whole else dict(held)
    for kind, keys in (
        ("n", delta.deleted_nodes),
        ("e", delta.deleted_edges),
        ("s", delta.deleted_statements),
    ):
        for key in keys:
            held.pop((kind, key), None)
    return held | {(kind, key): element for kind, key, element in elements(delta.upserts)}


def whole(graph: Graph) -> tuple[Any, float]:
    return {(kind, key): element for kind, key, element in elements(graph)}


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "index.sqlite")


def test_an_unknown_store_is_loaded_whole(index: Index) -> None:
    delta = index.delta_for("embedded", ONE, "h1")
    assert delta.whole
    assert delta.after == "h1"
    assert delta.upserts is ONE
    assert index.held("embedded") is None


def test_a_known_store_gets_the_difference(index: Index) -> None:
    index.record("embedded", ONE, "h1")
    assert index.held("embedded") == "h1"
    assert not index.delta_for("embedded", ONE, "h1")
    there = index.delta_for("embedded", TWO, "h2")
    assert not there.whole
    assert len(there.upserts) < len(TWO)
    assert applied(there, whole(ONE)) == whole(TWO)
    index.record("embedded", TWO, "h2")
    assert applied(index.delta_for("embedded", ONE, "h1"), whole(TWO)) == whole(ONE)


def test_each_store_has_its_own_state(index: Index) -> None:
    index.record("embedded", ONE, "h1")
    index.record("rdf", TWO, "h2")
    assert (index.held("embedded"), index.held("rdf")) == ("h1", "h2")
    index.forget("rdf")
    assert (index.held("embedded"), index.held("rdf")) == ("h1", None)
    assert index.delta_for("rdf", TWO, "h2").whole


@given(st.sets(st.integers(0, 5)), st.sets(st.integers(0, 5)))
@settings(deadline=None)
def test_a_delta_leads_from_any_state_to_any_other(before: set[int], after: set[int]) -> None:
    def state(numbers: set[int]) -> Any:
        return graph_of(
            *(
                member(f"b{n}", f"{'甲乙丙丁戊己'[n]}公司", "化纤联盟", "chair" if n % 2 else "member")
                for n in sorted(numbers)
            )
        )

    one, other = state(before), state(after)
    delta = compute(fingerprints(one), other, "h")
    assert applied(delta, whole(one)) == whole(other)
    assert applied(delta, applied(delta, whole(one))) == whole(other)
    assert bool(delta) == (whole(one) != whole(other))


def test_a_withdrawn_bulletin_takes_along_what_only_it_stated() -> None:
    def mention(b: str) -> BulletinFacts:
        return bulletin(b, item(b, 1, "化纤联盟", [Entity("e1", "Alliance", "化纤联盟")]))

    delta = compute(fingerprints(graph_of(mention("a"), mention("b"))), graph_of(mention("a")), "h")
    assert set(delta.deleted_nodes) == {"Bulletin/b", "BulletinItem/b#1"}
    assert set(delta.upserts.nodes) == {"Alliance/化纤联盟"}


@pytest.mark.parametrize("damage", [b"", b"not a database at all, but some text that is long enough", None])
def test_a_damaged_or_lost_index_costs_a_whole_load(index: Index, damage: bytes | None) -> None:
    index.record("embedded", ONE, "h1")
    if damage is None:
        index.path.unlink()
    else:
        index.path.write_bytes(damage)
    assert index.held("embedded") is None
    assert index.delta_for("embedded", ONE, "h1").whole
    index.record("embedded", ONE, "h1")
    assert index.held("embedded") == "h1"


def test_a_torn_page_is_no_harm(index: Index) -> None:
    index.record("embedded", TWO, "h1")
    data = bytearray(index.path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    index.path.write_bytes(data)
    assert index.delta_for("embedded", ONE, "h1").whole
    index.record("embedded", ONE, "h2")
    assert index.held("embedded") == "h2"


def test_an_index_of_another_layout_is_made_anew(index: Index) -> None:
    index.record("embedded", ONE, "h1")
    db = sqlite3.connect(index.path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    assert index.held("embedded") is None


def test_an_index_without_its_tables_is_made_anew(index: Index) -> None:
    index.record("embedded", ONE, "h1")
    db = sqlite3.connect(index.path)
    db.execute("DROP TABLE held")
    db.commit()
    db.close()
    assert index.delta_for("embedded", ONE, "h1").whole
    index.record("embedded", ONE, "h1")
    assert index.held("embedded") == "h1"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    index = Index(tmp_path / "none" / "index.sqlite")
    assert index.held("embedded") is None
    with pytest.raises(WorkspaceError, match="index cannot be used"):
        index.record("embedded", ONE, "h1")


def test_reading_makes_no_file_and_waits_for_no_writer(index: Index) -> None:
    assert index.held("embedded") is None
    assert not index.path.exists()
    index.record("embedded", ONE, "h1")
    writer = sqlite3.connect(index.path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert index.held("embedded") == "h1"
    writer.close()


def test_an_empty_graph_empties_a_store(index: Index) -> None:
    index.record("rdf", ONE, "h1")
    assert applied(index.delta_for("rdf", Graph(), "h0"), whole(ONE)) == {}
