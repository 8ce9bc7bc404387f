"""The seed in every form that the issue names: the same 26 headlines, sections and credits."""

from __future__ import annotations

import html
import re

import pytest
from typesetter import (
    FOOTER,
    HALF,
    NAVIGATION,
    SEED,
    Setting,
    as_docx,
    as_html,
    as_pdf,
    as_text,
    chromium,
    expected,
    found,
    gold,
    pdf_body,
    stories,
)

RAW = SEED.read_text(encoding="utf-8")
CREDIT = re.compile(r"\s*（.*(供稿|来源：.*)）\s*")
GOLD = [(i["section"], i["title"], i["credit"], i["credit_kind"]) for i in gold()]
BARE = [(section, title, None, None) for section, title, _, _ in GOLD]


def lines_of(text: str) -> list[str]:
    return text.split("\n")


TEXTS = {
    "as it is": RAW.encode(),
    "GB18030": RAW.encode("gb18030"),
    "UTF-16": RAW.encode("utf-16"),
    "UTF-16 without a mark": RAW.encode("utf-16-le"),
    "CRLF and BOM": b"\xef\xbb\xbf" + RAW.replace("\n", "\r\n").encode(),
    "no blank lines": "\n".join(x for x in lines_of(RAW) if x.strip()).encode(),
    "no blank lines, no white space": "\n".join(x.strip() for x in lines_of(RAW) if x.strip()).encode(),
    "half-width punctuation": RAW.translate(HALF).encode(),
    "a paragraph a line": as_text(stories(), Setting(width=None, above=0, indent="")),
    "radicals": as_text(stories(), Setting(radicals=True)),
    "page numbers, masthead, contents": as_text(
        stories(), Setting(page=40, masthead=True, contents=True, ending=True, noise=True)
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_variant(name: str) -> None:
    assert found(TEXTS[name], "x.txt") == GOLD


@pytest.mark.parametrize("blank", [True, False])
def test_credits_gone(blank: bool) -> None:
    kept = [x for x in lines_of(RAW) if not CREDIT.fullmatch(x) and (blank or x.strip())]
    assert found("\n".join(kept).encode(), "x.txt") == BARE


@pytest.mark.parametrize("form", ["headings", "paragraphs", "bold", "breaks"])
def test_web_page_with_navigation(form: str) -> None:
    assert found(as_html(stories(), Setting(), form), "x.html") == GOLD


def test_web_page_of_the_text_itself() -> None:
    page = f"<html><body>{NAVIGATION}<pre>{html.escape(RAW)}</pre>{FOOTER}</body></html>"
    assert found(page.encode("gb18030").replace(b"<html>", b"<html><meta charset=gb2312>"), "x.html") == GOLD


@pytest.mark.parametrize("form", ["headings", "paragraphs", "bold", "lines"])
def test_word_file(form: str) -> None:
    assert found(as_docx(stories(), Setting(), form), "x.docx") == GOLD


@pytest.mark.skipif(chromium() is None, reason="no browser to print with")
@pytest.mark.parametrize("form", ["headings", "paragraphs", "pre", "raw"])
def test_printed(form: str) -> None:
    body = f"<pre>{html.escape(RAW)}</pre>" if form == "raw" else pdf_body(stories(), Setting(), form)
    assert found(as_pdf(body, header=form == "paragraphs"), "x.pdf") == GOLD


def test_material_is_gold() -> None:
    assert expected(stories()) == GOLD
