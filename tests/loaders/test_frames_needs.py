"""What a pattern needs is found in every text that it matches, and spares the search of others."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innograph.loaders.facts.clause_frames import clause_frames
from innograph.loaders.facts.needs import Sieve, matches
from innograph.loaders.facts.pattern_needs import needs

EXAMPLES = {
    "主办|承办|协办": [{"主办", "承办", "协办"}],
    "(?:主|承)办了?": [{"主办", "承办"}],
    "由(?:甲|乙)?牵头": [{"牵头"}],
    "[和与]乙方": [{"乙方"}],
    "会议(?=在北京)": [{"会议"}, {"北京"}],
    "会议(?!在北京)": [{"会议"}],
    "第[一二]届.*?召开": [{"召开"}, {"一届", "二届"}],
    r"\u5e74会": [{"年会"}],
    "(?P<a>甲)+乙{2,3}": [{"乙"}, {"甲"}],
    "(?:参加)?": [],
    "(?:参加)*大会": [{"大会"}],
    "参加{0,2}": [{"参"}],
    "甲方|": [],
    "[^甲]|乙方": [],
    r"\d+年": [{"年"}],
    "(?i:abc)": [],
    r"(?P<x>甲)(?P=x)": [],
}


@pytest.mark.parametrize("source", EXAMPLES)
def test_needs(source: str) -> None:
    assert [set(need) for need in needs(source)] == EXAMPLES[source]


def test_a_text_without_them_is_not_searched() -> None:
    shape = re.compile("主办|承办")
    assert [m.group() for m in matches(shape, "甲主办，乙承办")] == ["主办", "承办"]
    assert [m.group() for m in matches(shape, "甲主办，乙承办", 3)] == ["承办"]
    assert [m.group() for m in matches(shape, "甲主办，乙承办", 0, 3)] == ["主办"]
    assert list(matches(shape, "甲办，主")) == []


def test_a_sieve_gives_the_rows_in_their_order() -> None:
    shapes = ["承办.*大会", "[^甲]", "主办|承办", "协办"]
    rows = Sieve((re.compile(shape), shape) for shape in shapes)
    assert [row for _, row in rows.within("乙承办大会")] == ["承办.*大会", "[^甲]", "主办|承办"]
    assert [row for _, row in rows.within("乙承办")] == ["[^甲]", "主办|承办"]


def test_case_may_not_count() -> None:
    assert [m.group() for m in matches(re.compile("abc", re.IGNORECASE), "ABC")] == ["ABC"]


def test_every_frame_needs_something() -> None:
    assert all(needs(frame.shape.pattern) for frame in clause_frames())


_SIGN = st.sampled_from("甲乙丙丁")
_CLASS = st.builds(lambda other, signs: f"[{other}{signs}]", st.sampled_from(["", "^"]), st.text("甲乙丙", min_size=1, max_size=3))
_PATTERN = st.recursive(
    st.one_of(_SIGN, _CLASS, st.just(".")),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.builds(lambda look, part: f"({look}{part})", st.sampled_from(["?=", "?!", "?:", ""]), inner),
        st.builds(lambda part, times: f"(?:{part}){times}", inner, st.sampled_from(["?", "*", "+", "{2}", "{0,1}", "{1,2}?", "{,2}"])),
    ),
    max_leaves=8,
)


@given(_PATTERN, st.text("甲乙丙丁\U00020bb7", max_size=8))
def test_law_needs_never_hide_a_match(source: str, text: str) -> None:
    shape = re.compile(source)
    assert [m.span() for m in matches(shape, text)] == [m.span() for m in shape.finditer(text)]


def test_signs_outside_the_basic_plane() -> None:
    shape = re.compile("𠮷野|野𠮷")
    assert [m.group() for m in matches(shape, "甲𠮷野乙")] == ["𠮷野"]
    assert list(matches(shape, "甲野乙")) == []
    assert list(matches(shape, "\ud842")) == []
