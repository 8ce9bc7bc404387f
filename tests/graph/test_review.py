"""Pairs out to a table, decisions back."""

import csv
import io

import pytest
from innograph.errors import InputError
from innograph.graph.judgements import Judgements
from innograph.graph.review import from_csv, to_csv
from test_resolution_names import resolved, said

KEYS, FOUND = resolved(said("Alliance", "物联网产业联盟"), said("Alliance", "物联网产业技术创新战略联盟"))


def filled(decision: str, text: str | None = None) -> str:
    """The exported table with a decision in each line."""
    rows = list(csv.DictReader(io.StringIO(text or to_csv(FOUND.pending))))
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows({**row, "judgement": decision, "why": "官网"} for row in rows)
    return out.getvalue()


def test_a_line_has_both_sides_and_the_reason() -> None:
    (row,) = csv.DictReader(io.StringIO(to_csv(FOUND.pending)))
    assert row["left"] == "Alliance/物联网产业技术创新战略联盟"
    assert row["right_evidence"] == "物联网产业联盟: 物联网产业联盟"
    assert row["reason"] == "联盟名核心“物联网”相同，但可能另是一盟"
    assert row["judgement"] == ""


def test_a_decision_comes_back_and_is_kept() -> None:
    judgements = Judgements()
    (made,) = from_csv(filled("Same "), judgements, who="李")
    assert (made.judgement, made.who, made.why) == ("same", "李", "官网")
    keys, found = resolved(
        said("Alliance", "物联网产业联盟"),
        said("Alliance", "物联网产业技术创新战略联盟"),
        judgements=judgements,
    )
    assert keys[0] == keys[1]
    assert not found.pending


def test_an_open_line_says_nothing() -> None:
    assert from_csv(to_csv(FOUND.pending), Judgements()) == []


def test_a_wrong_decision_adds_nothing() -> None:
    judgements = Judgements()
    with pytest.raises(InputError, match="line 2"):
        from_csv(filled("maybe"), judgements)
    assert judgements.lines == []


def test_a_name_is_never_a_formula() -> None:
    _, found = resolved(
        said("Alliance", "=1+1物联网产业联盟"), said("Alliance", "=1+1物联网产业技术创新战略联盟")
    )
    text = to_csv(found.pending)
    assert ",=1+1" not in text
    (made,) = from_csv(filled("same", text), Judgements())
    assert made.left_name.startswith("=1+1")
