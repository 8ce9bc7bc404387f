"""The sample roster gives the figures that its makers name; rows are their own evidence."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from typesetter import ROOT

from innograph.errors import InputError
from innograph.graph.model import BulletinFacts, dumps, loads
from innograph.loaders.rosters import is_roster, read_rosters

FILES = [ROOT / "samples" / f"{name}.csv" for name in ("alliances", "memberships", "organizations")]


@cache
def roster() -> BulletinFacts:
    return read_rosters(FILES)


@cache
def members() -> dict[str, dict[str, set[str]]]:
    """Alliances of each organisation by role, from the membership rows."""
    out: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in roster().items:
        for relation in row.relations:
            if relation.predicate == "memberOf" and relation.rule == "roster.membership":
                name, alliance = row.entity(relation.subject).name, row.entity(relation.object).name
                out[name][relation.role or ""].add(alliance)
    return out


def alliances_of(name: str) -> set[str]:
    return set().union(*members()[name].values()) if name in members() else set()


def test_seats() -> None:
    assert len(alliances_of("清华大学")) == 16
    assert {len(alliances_of(n)) for n in ("北京大学", "浙江大学", "华为技术有限公司")} == {7}


def test_bridging_members() -> None:
    assert len(members()) == 571
    assert sum(len(alliances_of(name)) > 1 for name in members()) == 82


def test_strongest_pair() -> None:
    assert len(alliances_of("清华大学") & alliances_of("北京大学")) == 5


def test_chairs() -> None:
    assert len(members()["江南大学"]["chair"]) == 3
    assert len(members()["中国信息通信研究院"]["chair"]) == 2


def test_institutes_of_the_academy() -> None:
    own = {
        row.entity(r.subject).name for row in roster().items for r in row.relations
        if r.predicate == "partOf" and row.entity(r.object).name == "中国科学院"
    }
    assert len(set().union(*(alliances_of(name) for name in own))) == 15


def test_rows_are_evidence() -> None:
    for row in roster().items:
        assert row.item.kind == "row"
        assert row.item.section in {path.name for path in FILES}
        assert row.item.page is not None
        for entity in row.entities:
            assert {row.item.text[a:b] for a, b in entity.mentions} == {entity.name, *entity.aliases}
        for relation in row.relations:
            assert row.item.text[slice(*relation.evidence)] == relation.quote


def test_order_of_files_does_not_count() -> None:
    assert dumps(read_rosters(FILES[::-1])) == dumps(roster())
    assert loads(dumps(roster())) == roster()


def test_workbook_with_free_names(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["成员单位", "所属联盟", "职务"], ["江南大学", "某某产业技术创新战略联盟", "理事长单位"]):
        sheet.append(row)
    path = tmp_path / "名单.xlsx"
    book.save(path)
    assert is_roster(path)
    relation = read_rosters([path], date="2024").items[0].relations[0]
    assert (relation.predicate, relation.role) == ("memberOf", "chair")


def test_own_names_of_columns(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    out = io.StringIO()
    csv.writer(out).writerows([["who", "where"], ["江南大学", "某某产业技术创新战略联盟"]])
    path.write_text(out.getvalue(), encoding="gb18030")
    mapping = {"membership": {"organization": ["who"], "alliance": ["where"]}}
    assert read_rosters([path], mapping=mapping).items[0].relations[0].role == "member"


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "organization,alliance_id,role\n江南大学,no-such-id,member\n"])
def test_no_roster(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        read_rosters([path])
