"""Member tables stay readable in the item's text, and can be taken apart again."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from typesetter import as_pdf, chromium

from innograph.loaders.extraction import Options, Refused, extract
from innograph.loaders.items import cut, find_tables
from innograph.loaders.readers import read_bytes

HEAD = ("联盟动态", "木竹联盟公布新一届理事会成员名单", "近日，木竹产业技术创新战略联盟公布第三届理事会成员名单。")
ROWS = [("序号", "单位名称", "职务"), ("1", "江南大学", "理事长单位"), ("2", "清华大学", "理事单位"), ("3", "北京大学", "理事单位")]
LAST = "（木竹产业技术创新战略联盟秘书处供稿）"


def as_word() -> bytes:
    document = docx.Document()
    for words in HEAD:
        document.add_paragraph(words)
    table = document.add_table(rows=0, cols=3)
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.add_paragraph(LAST)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


FILES = {
    "x.docx": as_word(),
    "x.txt": "\n".join([*HEAD, *("    ".join(row) for row in ROWS), LAST]).encode(),
    "tabs.txt": "\n".join([*HEAD, *("\t".join(row) for row in ROWS), LAST]).encode(),
    "x.html": (
        "<html><body>" + "".join(f"<p>{x}</p>" for x in HEAD) + "<table>"
        + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in ROWS) + f"</table><p>{LAST}</p></body></html>"
    ).encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_member_table(name: str) -> None:
    _, (item,) = cut(read_bytes(FILES[name], name))
    assert (item.section, item.title, item.credit) == (HEAD[0], HEAD[1], "木竹产业技术创新战略联盟")
    (table,) = find_tables(item.text)
    assert [tuple(cell for cell, _ in row) for row in table.rows] == ROWS
    assert all(item.text[a:b] == cell for row in table.rows for cell, (a, b) in row)


BORDERS = {
    "all": "table{border-collapse:collapse;width:100%}td{border:1px solid;padding:4px}", "apart": "td{border:1px solid}",
    "three": "table{border-top:2px solid;border-bottom:2px solid;border-collapse:collapse}td{padding:3px 12px}", "none": "td{padding:2px 14px}",
    "narrow": "table{width:50%}td{padding:3px;vertical-align:top}", "centred": "td{text-align:center;padding:3px 10px}",
    "small page": "@page{size:A5}table{border-collapse:collapse}td{border:1px solid;padding:4px}",
}
LONG = ("4", "江东林业科学研究院木材工业研究所暨江东省林业和草原局木材科学与技术重点实验室", "理事单位")
NEXT = ("竹缠绕联盟召开年会", "6月8日，竹缠绕复合材料产业技术创新战略联盟年会在海州召开，来自各地的百余名代表参加会议并参观了展览。")


def printed(border: str) -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in [*ROWS, LONG])
    lines = "".join(f"<p>{x}</p>" for x in HEAD), "".join(f"<p>{x}</p>" for x in (LAST, *NEXT))
    return as_pdf(f"<style>{BORDERS[border]}</style>{lines[0]}<table>{rows}</table>{lines[1]}")


@pytest.mark.skipif(chromium() is None, reason="no browser to print with")
@pytest.mark.parametrize("border", BORDERS)
def test_printed_table(border: str) -> None:
    """Also where a cell runs over several lines, with rules round it or none at all."""
    _, (item, following) = cut(read_bytes(printed(border), "x.pdf"))
    (table,) = find_tables(item.text)
    assert [tuple(cell for cell, _ in row) for row in table.rows] == [*ROWS, LONG]
    assert (item.title, item.credit, following.text) == (HEAD[1], "木竹产业技术创新战略联盟", "\n".join(NEXT))


@pytest.mark.parametrize("name", [*FILES, pytest.param("x.pdf", marks=pytest.mark.skipif(chromium() is None, reason="no browser"))])
def test_its_rows_become_memberships(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name] if name in FILES else printed("none"))
    (facts,) = extract([path], Options(tagger=False))
    assert not isinstance(facts, Refused)
    names = {entity.key: entity.name for entity in facts.items[0].entities}
    found = {(names[r.subject], r.role, names[r.object]) for r in facts.items[0].relations if r.predicate == "memberOf"}
    alliance = "木竹产业技术创新战略联盟"
    assert found >= {("江南大学", "chair", alliance), ("清华大学", "council", alliance), ("北京大学", "council", alliance)}
