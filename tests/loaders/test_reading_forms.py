"""A small bulletin in the forms that strangers give it: the same items, and the same text to the last sign."""

from __future__ import annotations

import html
import io
from collections.abc import Callable
from itertools import chain

import docx
import pytest
from docx.shared import Pt
from typesetter import Setting, _rows, as_pdf, chromium

from innograph.loaders.items import cut
from innograph.loaders.readers import read_bytes
from innograph.loaders.readers.hygiene import fold

Block = tuple[str, str]
needs_browser = pytest.mark.skipif(chromium() is None, reason="no browser to print with")

NEWS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    (
        "政策动态", "两厅局印发制造业数字化转型行动方案",
        ("日前，江东省工业和信息化厅、江东省科学技术厅印发《制造业数字化转型行动方案》，提出到2027年规模以上工业企业数字化改造全面铺开。方案自发布之日起实施。",
         "方案提出，支持产业技术创新战略联盟牵头建设公共服务平台。"), "江东日报",
    ),
    ("政策动态", "省科技厅启动先进计算揭榜挂帅工作", ("近日，江东省科学技术厅启动先进计算揭榜挂帅工作，面向企业、高校和科研院所征集项目。申报截止日期为6月30日。",), "科技周刊"),
    ("联盟·动态·活动", "照明联盟召开年度理事会", ("5月18日，江东省照明产业技术创新战略联盟在海州召开年度理事会，理事长单位江东大学主持会议，审议通过三项议案。",), "照明联盟"),
    ("联盟·动态·活动", "储能联盟与江东大学签署合作协议",
     ("5月20日，江东省储能产业技术创新战略联盟与江东大学在海州签署合作协议，双方将围绕长时储能技术开展联合攻关。", "协议有效期三年。"), "储能联盟"),
    ("联盟·动态·活动", "光伏联盟赴云州调研", ("5月22日至24日，光伏产业技术创新战略联盟秘书长带队赴云州调研，走访天明光能股份有限公司等5家企业。",), "光伏联盟"),
    ("会员风采", "天明光能入选绿色工厂名单", ("近日，江东省公布年度绿色制造名单，天明光能股份有限公司入选绿色工厂。",), "天明光能股份有限公司"),
)
HEAD = ("产业技术创新战略联盟", "工作简报", "2024年第5期（总第62期）", "联盟联络组秘书处编  2024年5月31日")
CREDITS: dict[str, str] = {
    "in brackets": "（信息来源：{}）", "source": "来源：{}", "source of the manuscript": "稿件来源：{}", "square": "【来源：{}】", "blank": "（{} 供稿）",
    "from a paper": "（摘自《{}》）", "from a paper, dash": "——摘自《{}》", "author": "作者：{}", "text by": "文/{}", "by way of": "（据{}）",
    "without a colon": "（来源 {}）", "contributor": "供稿：{}", "taken from": "转载自：{}",
}
NUMBERS: dict[str, Callable[[int, int, int], str]] = {
    "1.": lambda part, inside, n: f"{n}. ", "（1）": lambda part, inside, n: f"（{inside}）", "一、": lambda part, inside, n: f"{'一二三四'[inside - 1]}、",
    "■": lambda part, inside, n: "■ ", "◆": lambda part, inside, n: "◆", "●": lambda part, inside, n: "●  ", "1": lambda part, inside, n: f"{n} ",
    "01": lambda part, inside, n: f"{n:02d} ", "1.1": lambda part, inside, n: f"{part}.{inside} ", "①": lambda part, inside, n: "①②③"[inside - 1],
}


def blocks(
    credit: str | None = "（信息来源：{}）", number: Callable[[int, int, int], str] | None = None, contents: str | None = None, head: bool = True
) -> list[Block]:
    """The bulletin as (kind, words): m masthead, c contents, s section, t title, b body, r credit, e end."""
    out = [("m", words) for words in HEAD] if head else []
    if contents is not None:
        out.append(("c", "目  录"))
        for page, (section, title, _, _) in enumerate(NEWS, 1):
            if ("c", section) not in out:
                out.append(("c", section))
            out.append(("c", title + contents.replace("9", str(page)) if contents else title))
    part = inside = 0
    held = ""
    for n, (section, title, body, source) in enumerate(NEWS, 1):
        if section != held:
            held, part, inside = section, part + 1, 0
            out.append(("s", section))
        inside += 1
        out.append(("t", (number(part, inside, n) if number else "") + title))
        out += [("b", paragraph) for paragraph in body]
        if credit:
            out.append(("r", credit.format(source)))
    return [*out, ("e", "报送：省科技厅有关处室"), ("e", "编辑：某某  电话：010-00000000")] if head else out


def wanted(credit: str | None = "（信息来源：{}）") -> list[tuple[str | None, str | None, str]]:
    """Section, credit and text of each item."""
    return [
        (section, source if credit else None, "\n".join([title, *body, *([fold(credit.format(source)).text] if credit else [])]))
        for section, title, body, source in NEWS
    ]


def items(data: bytes, name: str) -> list[tuple[str | None, str | None, str]]:
    return [(item.section, item.credit, item.text) for item in cut(read_bytes(data, name))[1]]


def text(parts: list[Block], width: int | None = None, indent: str = "　　", between: int = 0) -> bytes:
    kinds = {"m": "masthead", "c": "contents", "s": "section", "t": "title", "b": "body", "r": "credit", "e": "ending"}
    rows = [[*_rows(kinds[kind], words, Setting(width=width, indent=indent)), *[""] * between] for kind, words in parts]
    return "\n".join(chain.from_iterable(rows)).encode()


@pytest.mark.parametrize("name", CREDITS)
@pytest.mark.parametrize("width", [None, 30])
def test_credits(name: str, width: int | None) -> None:
    assert items(text(blocks(CREDITS[name]), width), "x.txt") == wanted(CREDITS[name])


@pytest.mark.parametrize("name", NUMBERS)
def test_numbered_headlines(name: str) -> None:
    assert items(text(blocks(number=NUMBERS[name])), "x.txt") == wanted()


@pytest.mark.parametrize("contents", ["", "....................9", "……………9", "\t9"])
def test_headlines_in_the_contents_and_in_the_body(contents: str) -> None:
    assert items(text(blocks(contents=contents)), "x.txt") == wanted()


@pytest.mark.parametrize("width", [24, 30, 34, 40, 45])
@pytest.mark.parametrize(("indent", "between"), [("　　", 0), ("　　", 1), ("", 1)])
def test_wrapped(width: int, indent: str, between: int) -> None:
    assert items(text(blocks(), width, indent, between), "x.txt") == wanted()


def test_wrapped_by_characters() -> None:
    rows = [words if kind != "b" else "　　" + words for kind, words in blocks()]
    cut_up = [row[at : at + 34] for row in rows for at in range(0, len(row), 34)]
    assert items("\n".join(cut_up).encode(), "x.txt") == wanted()


def word(parts: list[Block], form: str) -> bytes:
    document = docx.Document()
    if form == "heads":
        document.sections[0].header.paragraphs[0].text = "联盟工作简报 2024年第5期"
        document.sections[0].footer.paragraphs[0].text = "第 1 页"
    for kind, words in parts:
        if form == "list" and kind == "t":
            document.add_paragraph(words, style="List Number")
            continue
        paragraph = document.add_paragraph()
        if form == "bold runs" and kind in "st":
            for at in range(0, len(words), 3):
                paragraph.add_run(words[at : at + 3]).bold = True
        elif form == "large" and kind in "st":
            paragraph.add_run(words).font.size = Pt(16 if kind == "s" else 14)
        elif form == "tabs" and kind == "b":
            paragraph.add_run("\t" + words)
        else:
            paragraph.add_run(words)
        if form == "empty" and kind in "br":
            document.add_paragraph()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("form", ["plain", "heads", "list", "bold runs", "large", "tabs", "empty"])
@pytest.mark.parametrize("contents", [None, "\t9"])
def test_word_files(form: str, contents: str | None) -> None:
    assert items(word(blocks(contents=contents), form), "x.docx") == wanted()


PAGES = {
    "account": lambda kind, words: f"<section style='font-size:15px'><section><span>{words[:4]}</span><span>{words[4:]}</span></section></section><section><br></section>",
    "spans": lambda kind, words: f"<p style='margin:0'><span style='font-size:15px'>{words}</span></p><p><br/></p>",
    "divs": lambda kind, words: f"<div>{words}</div>",
    "table for layout": lambda kind, words: f"<tr><td width=20></td><td>{words}</td><td></td></tr>",
    "links": lambda kind, words: f"<h3><a href='/x'>{words}</a></h3>" if kind == "t" else f"<p>{words}</p>",
}


@pytest.mark.parametrize("form", PAGES)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_web_pages(form: str, encoding: str) -> None:
    inner = "".join(PAGES[form](kind, html.escape(words)) for kind, words in blocks())
    inner = f"<table width=600>{inner}</table>" if "table" in form else inner
    page = f"<html><head><title>联盟网</title></head><body><div id=nav><a href=/>首页</a></div><div class=rich>{inner}</div></body></html>"
    assert items(page.encode(encoding), "x.htm") == wanted()


STYLES = {
    "plain": "", "tight": "p{margin:0}", "two columns": ".c{columns:2}p{margin:0 0 .3em}", "no indent": "p{text-indent:0;margin:0 0 .8em}",
    "small page": "@page{size:A5}", "justified": "p{text-align:justify}", "centred": ".m,.s,.t{text-align:center;text-indent:0}.r{text-align:right}",
}


def printed(parts: list[Block], style: str) -> bytes:
    head = "".join(f"<p class={kind}>{html.escape(words)}</p>" for kind, words in parts if kind == "m")
    rest = "".join(f"<p class={kind}>{html.escape(words)}</p>" for kind, words in parts if kind != "m")
    return as_pdf(f"<style>{style}</style>{head}<div class=c>{rest}</div>", header=style == "")


@needs_browser
@pytest.mark.parametrize("name", STYLES)
def test_printed(name: str) -> None:
    assert items(printed(blocks(), STYLES[name]), "x.pdf") == wanted()


@needs_browser
def test_the_same_bulletin_in_pdf_and_word_has_one_id() -> None:
    pdf = cut(read_bytes(printed(blocks(), ""), "a.pdf"))[0]
    word_file = cut(read_bytes(word(blocks(), "plain"), "b.docx"))[0]
    plain = cut(read_bytes(text(blocks(), 30), "c.txt"))[0]
    assert pdf.id == word_file.id == plain.id
    assert pdf.source_sha256 != word_file.source_sha256


@needs_browser
def test_one_id_without_a_masthead_too() -> None:
    pdf = cut(read_bytes(printed(blocks(head=False), "p{margin:0}"), "a.pdf"))[0]
    word_file = cut(read_bytes(word(blocks(head=False), "bold runs"), "b.docx"))[0]
    assert pdf.id == word_file.id == cut(read_bytes(text(blocks(head=False)), "c.txt"))[0].id
