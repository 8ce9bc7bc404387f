"""Member tables stay readable in the item's text, and can be taken apart again."""

from __future__ import annotations

import io

import docx
import pytest

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
