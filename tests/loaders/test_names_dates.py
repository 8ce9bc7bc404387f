"""Dates and periods as written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innograph.loaders.facts.dates import find_dates


@pytest.mark.parametrize(
    ("text", "period", "value", "precision"),
    [
        ("2024年4月26日发布", None, "2024-04-26", "day"),
        ("10月27日至28日在无锡举行", "2022", "2022-10-27/2022-10-28", "period"),
        ("近日召开", "2024-04/2024-06", "2024-04-01/2024-06-30", "period"),
        ("日前公布", "2024-06", "2024-06", "month"),
        ("8月上旬印发", "2022-12", "2022-08-01/2022-08-10", "period"),
        ("明年3月举行", "2011-11", "2012-03", "month"),
        ("2023年第四季度", None, "2023-10-01/2023-12-31", "period"),
        ("11月完成", "2024-02", "2023-11", "month"),
        ("2016-09-20", None, "2016-09-20", "day"),
        ("近日召开", None, None, "period"),
        ("9月3日召开", None, None, "day"),
    ],
)
def test_dates(text: str, period: str | None, value: str | None, precision: str) -> None:
    mention = find_dates(text, period)[0]
    assert (mention.value, mention.precision) == (value, precision)


def test_days_that_do_not_exist_are_no_dates() -> None:
    assert find_dates("2月30日", "2024") == []


@given(st.text(alphabet="0123456789年月日至上中下旬近日，季度第一二半", max_size=40), st.sampled_from([None, "2024", "2023-05"]))
def test_spans_cut_out_their_words_and_never_overlap(text: str, period: str | None) -> None:
    mentions = find_dates(text, period)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(m.first is None or m.last is None or m.first <= m.last for m in mentions)
