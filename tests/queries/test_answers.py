"""Answers as tables, files and data frames."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import pyarrow.parquet as pq
import pytest
import query_graph as g

from innograph.errors import MissingExtra
from innograph.graph.index import Index
from innograph.graph.stores import Store
from innograph.queries import Answer, Library, ask


@pytest.fixture
def members(own_store: Store, library: Library, index: Index) -> Answer:
    """Members of an alliance, some with names that are programs."""
    return ask(library, "alliance-members", own_store, {"alliance": g.BAMBOO}, index=index, evidence=True)


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def test_a_table_has_the_right_width_for_chinese_and_no_keys(members: Answer) -> None:
    lines = members.format("table").splitlines()
    assert len({width(line) for line in lines}) == 1
    assert "北辰大学" in members.format("table") and g.NORTH not in members.format("table")


def test_csv_holds_no_formula_and_may_begin_with_a_mark(members: Answer) -> None:
    text = members.format("csv", bom=True)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == len(members)
    assert "'=HYPERLINK(\"http://example.org\")" in [row["member"] for row in rows]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert rows[0]["member_key"] and "edges" not in rows[0]


def test_json_and_jsonl_hold_types_and_evidence(members: Answer) -> None:
    whole = json.loads(members.format("json"))
    lines = [json.loads(line) for line in members.format("jsonl").splitlines()]
    assert whole == lines == members.to_dicts()
    assert isinstance(whole[0]["statements"], int) and whole[0]["since"] is None
    assert whole[0]["evidence"][0]["quote"]


def test_html_is_escaped_whole_and_in_a_notebook(members: Answer) -> None:
    for page in (members.format("html"), members._repr_html_()):
        assert "<script" not in page and "<img" not in page
        assert "&lt;/script&gt;" in page
    assert "default-src 'none'" in members.format("html")


def test_frames_keep_types_and_lists(own_store: Store, library: Library, index: Index) -> None:
    answer = ask(library, "shared-members", own_store, {"one": g.FIBRE, "other": g.STEEL}, index=index)
    pandas, polars, arrow = answer.to_pandas(), answer.to_polars(), answer.to_arrow()
    assert list(pandas.columns) == polars.columns == arrow.column_names
    assert polars["roles_one"].dtype.is_nested() and arrow.schema.field("roles_one").type.value_type == "string"
    assert len(pandas) == len(polars) == arrow.num_rows == 3
    assert arrow.to_pylist() == answer.to_dicts()


def test_an_empty_answer_keeps_its_columns(own_store: Store, library: Library, index: Index) -> None:
    answer = ask(library, "alliance-members", own_store, {"alliance": g.SILENT}, index=index)
    assert not answer.rows
    assert answer.format("csv").startswith("member_key,member,type")
    assert answer.to_arrow().schema.field("statements").type == "int64"
    assert answer.to_polars().columns == list(answer.data) == list(answer.to_pandas().columns)


def test_parquet_reads_back(members: Answer) -> None:
    table = pq.read_table(io.BytesIO(members.to_bytes("parquet")))
    assert table.num_rows == len(members)
    assert table.column("evidence")[0].as_py()[0]["quote"]


def test_without_its_package_a_frame_says_what_to_install(members: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("pandas", "polars", "pyarrow"):
        monkeypatch.setitem(__import__("sys").modules, package, None)
    for method in (members.to_pandas, members.to_polars, members.to_arrow):
        with pytest.raises(MissingExtra, match="pip install"):
            method()


def test_an_unknown_form_is_an_error(members: Answer) -> None:
    with pytest.raises(ValueError, match="no form"):
        members.format("docx")
