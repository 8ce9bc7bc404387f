"""Terms and quads: text that no name can break out of, and that every library reads alike."""

import pyoxigraph as ox
import pytest
from graphs import HOSTILE, golden_graph
from hypothesis import example, given
from hypothesis import strategies as st
from rdf_material import BASE

from innograph.graph.rdf_dates import days
from innograph.graph.rdf_model import quads
from innograph.graph.rdf_terms import iri, key_of, literal, text_of

XML_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))


@given(XML_TEXT)
@example(HOSTILE[3])
def test_a_text_is_written_as_pyoxigraph_writes_it(text: str) -> None:
    assert literal(text) == str(ox.Literal(text))
    assert text_of(literal(text)) == text


@given(st.text())
def test_any_text_at_all_is_one_literal(text: str) -> None:
    store = ox.Store()
    store.update(f"INSERT DATA {{ <a:a> <a:b> {literal(text)} }}")
    assert len(store) == 1


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back(number: float) -> None:
    assert float(text_of(literal(number))) == number
    assert text_of(literal(number)) == ox.Literal(text_of(literal(number)), datatype=None).value


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@example("edge/abc")
@example("Event/../..")
@example("BulletinItem/2024-06#1")
def test_a_key_makes_an_iri_and_the_iri_the_key(key: str) -> None:
    made = iri(BASE, key)
    assert ox.NamedNode(made[1:-1]).value == made[1:-1]
    assert key_of(made, BASE) == key


def test_different_keys_make_different_iris() -> None:
    keys = ["a b", "a%20b", "a+b", "a/b", "a%2Fb", "a#b", "./a", "edge/a", "%65dge/a"]
    assert len({iri(BASE, key) for key in keys}) == len(keys)


def test_chinese_stays_readable_and_the_rest_is_encoded() -> None:
    assert iri(BASE, "Event/年会|北京") == "<https://example.org/kg/Event/年会%7C北京>"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024-02-29", ("2024-02-29", "2024-02-29", "day")),
        ("2024-02", ("2024-02-01", "2024-02-29", "month")),
        ("2023", ("2023-01-01", "2023-12-31", "year")),
        ("2023-04-01/2023-06", ("2023-04-01", "2023-06-30", "period")),
        ("2023-02-30", None), ("近日", None), ("2024/2023", None), ("", None), ("２０２４", None),
    ],
)
def test_dates_become_days(text: str, found: tuple[str, str, str] | None) -> None:
    assert days(text) == found


def test_quads_come_once_in_the_same_order_and_are_those_of_the_graph() -> None:
    first, again = (list(quads(golden_graph(), base=BASE)) for _ in range(2))
    assert first == again and len(set(first)) == len(first)


def test_there_are_no_blank_nodes_and_only_absolute_iris() -> None:
    lines = "".join(q.line for q in quads(golden_graph(), base=BASE))
    for quad in ox.parse(lines.encode(), ox.RdfFormat.N_QUADS):
        assert isinstance(quad.subject, ox.NamedNode)
        assert not isinstance(quad.object, ox.BlankNode)
