"""A typesetter for tests: sets the same bulletin in many ways, from its sections, headlines and paragraphs."""

from __future__ import annotations

import html
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from innograph.graph.model import Item
from innograph.loaders.items import cut
from innograph.loaders.readers import read_bytes

ROOT = Path(__file__).parents[2]
SEED = ROOT / "samples" / "000_f409a2c93a2526c3.txt"
GOLD = ROOT / "tests" / "golden" / "seed.gold.jsonl"
HALF = str.maketrans("，。；：（）！？“”", ',.;:()!?""')
FULL_DIGITS = str.maketrans({str(d): chr(0xFF10 + d) for d in range(10)})
RADICALS = str.maketrans("工大生力长门车见青民马", "⼯⼤⽣⼒⻓⻔⻋⻅⻘⺠⻢")
NUMERALS = "一二三四五六七八九十"
MASTHEAD = ("产业技术创新战略联盟工作简报", "2024年第3期（总第57期）", "联盟试点工作联络组秘书处编　2024年6月28日")
ENDING = ("报送：科技部有关司局", "责任编辑：某某　电话：010-00000000", "（内部资料，共印300份）")
NAVIGATION = """<div id="top"><a href="/">登录</a> | <a href="/r">注册</a></div><div id="nav"><ul><li><a href="/">首页</a></li>
<li><a href="/d/">联盟动态</a></li><li><a href="/z/">政策法规</a></li></ul></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; 正文</div>
<div id="side"><h4>热点推荐</h4><ul><li><a href="/1">化纤联盟召开专家委员会会议</a></li><li><a href="/2">关于征集标准项目的通知</a></li></ul></div>"""
FOOTER = """<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div><p>上一篇：<a href="/3">联盟简报第2期</a></p>
<div id="foot"><p>主办单位：某某编辑部　技术支持：信息中心</p><p>版权所有 未经许可不得转载</p></div>"""


@dataclass(frozen=True)
class Story:
    """An item as its parts: section, headline, paragraphs, credit line."""

    section: str | None
    title: str
    body: tuple[str, ...]
    credit_line: str | None
    credit: str | None
    kind: str | None


@dataclass(frozen=True)
class Setting:
    """How a bulletin is set. `width` counts Chinese characters of a line (None: a paragraph a line)."""

    width: int | None = 33
    blanks: int = 0
    above: int = 1
    between: int = 0
    indent: str = "　　"
    credits: bool = True
    credit_right: bool = False
    half: bool = False
    digits: bool = False
    radicals: bool = False
    sections: str = ""
    titles: str = ""
    split: bool = False
    centred: bool = False
    masthead: bool = False
    contents: bool = False
    page: int = 0
    ending: bool = False
    noise: bool = False
    newline: str = "\n"
    encoding: str = "utf-8"
    seen: tuple[str, ...] = field(default=(), compare=False)


def gold(path: Path = GOLD) -> list[dict[str, str | None]]:
    """The items of a gold file."""
    return [row["item"] for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()) if "item" in row]


@cache
def stories(path: Path = SEED) -> tuple[Story, ...]:
    """A bulletin's items as parts, cut by the headlines, sections and credits of its gold file."""
    items = gold(GOLD if path == SEED else path.with_name(f"{path.stem}.gold.jsonl"))
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if squash(line)]
    starts = _starts([squash(line) for line in lines], [squash(item["title"] or "") for item in items])
    sections = {squash(item["section"] or "") for item in items}
    out = []
    for (_, begin), following, item in zip(starts, [*starts[1:], (len(lines), 0)], items, strict=True):
        inside = [line for line in lines[begin : following[0]] if not _between(line, sections)]
        at = next(
            (i for i, x in enumerate(inside) if item["credit"] and squash(item["credit"]) in squash(x) and x.strip()[0] in "（("),
            None,
        )
        if at is None:
            at = next((i for i, x in enumerate(inside) if re.search("^——|^报送|编辑：|邮箱：", x)), len(inside))
            credit_line = None
        else:
            credit_line = inside[at].strip()
        title = (item["title"] or "").strip()
        out.append(Story(item["section"], title, _paragraphs(inside[:at]), credit_line, item["credit"], item["credit_kind"]))
    return tuple(out)


def squash(text: str) -> str:
    """Letters, digits and ideographs only, numbers before a headline aside."""
    return re.sub(r"[\W_]+", "", re.sub(r"^\s*(\d{1,2}[.．、]|[一二三四五六七八九十]+、)\s*", "", text))


def _starts(lines: list[str], titles: list[str]) -> list[tuple[int, int]]:
    """Where each headline begins and its text after it."""
    out, at = [], 0
    for title in titles:
        while True:
            end = next((n for n in (1, 2, 3) if "".join(lines[at : at + n]) == title), None)
            if end:
                out.append((at, at + end))
                at += end
                break
            at += 1
    return out


def _between(line: str, sections: set[str]) -> bool:
    return squash(line) in sections or re.fullmatch(r"[\s—\-]*\d{1,3}[\s—\-]*", line) is not None


def _paragraphs(lines: list[str]) -> tuple[str, ...]:
    widest = max((_width(line.strip()) for line in lines), default=0)
    out: list[str] = []
    full = False
    for line in lines:
        words = line.strip()
        if out and full and not line.startswith(("　　", "       ")):
            glue = " " if out[-1][-1].isascii() and out[-1][-1].isalpha() and words[0].isascii() and words[0].isalpha() else ""
            out[-1] += glue + words
        else:
            out.append(words)
        full = _width(words) >= widest - 12 and widest < 90
    return tuple(out)


def expected(items: tuple[Story, ...], credits: bool = True) -> list[tuple[str | None, ...]]:
    """(section, title, credit, kind) of each item."""
    return [
        (s.section, s.title, s.credit if credits else None, s.kind if credits else None) for s in items
    ]


def found(data: bytes, name: str) -> list[tuple[str | None, ...]]:
    """The same, as our reader finds them in a file."""
    return heads(cut(read_bytes(data, name))[1])


def heads(items: tuple[Item, ...]) -> list[tuple[str | None, ...]]:
    """(section, title, credit, kind) of each item."""
    return [(i.section, i.title, i.credit, i.credit_kind) for i in items]


def blocks(items: tuple[Story, ...], setting: Setting) -> list[tuple[str, str]]:
    """The bulletin as (kind, words) pairs: masthead, contents, section, title, body, credit, ending."""
    out: list[tuple[str, str]] = []
    if setting.noise:
        out.append(("noise", "点击上方蓝字关注我们"))
    if setting.masthead:
        out += [("masthead", line) for line in MASTHEAD]
    body: list[tuple[str, str]] = []
    held: str | None = None
    count = part = 0
    for story in items:
        if story.section and story.section != held:
            held, part, count = story.section, part + 1, count if setting.titles == "1." else 0
            body.append(("section", _number(setting.sections, part, story.section)))
        count += 1
        body.append(("title", _number(setting.titles, count, story.title)))
        body += [("body", paragraph) for paragraph in story.body]
        if setting.credits and story.credit_line:
            body.append(("credit", story.credit_line))
    if setting.contents:
        out.append(("contents", "目  录"))
        for page, (kind, words) in enumerate(body, 1):
            if kind in ("section", "title"):
                out.append(("contents", words + ("" if kind == "section" else f"……{page // 4 + 1}")))
    out += body
    if setting.ending:
        out += [("ending", line) for line in ENDING]
    if setting.noise:
        out += [("noise", "阅读原文"), ("noise", "长按识别二维码关注我们")]
    return [(kind, _letters(words, setting)) for kind, words in out]


def _number(form: str, number: int, words: str) -> str:
    if form == "一、":
        return f"{NUMERALS[(number - 1) % 10] if number <= 10 else '十' + NUMERALS[number - 11]}、{words}" if number < 20 else words
    if form in ("●", "■", "◆", "▲", "★"):
        return f"{form} {words}"
    return {
        "1.": f"{number}. {words}", "1、": f"{number}、{words}", "（1）": f"（{number}）{words}", "1）": f"{number}）{words}", "【】": f"【{words}】",
        "（一）": f"（{NUMERALS[(number - 1) % 10]}）{words}",
    }.get(form, words)


def _letters(words: str, setting: Setting) -> str:
    if setting.half:
        words = words.translate(HALF)
    if setting.digits:
        words = words.translate(FULL_DIGITS)
    return words.translate(RADICALS) if setting.radicals else words


def as_text(items: tuple[Story, ...], setting: Setting) -> bytes:
    """A plain text file."""
    lines: list[str] = []
    printed = 0
    for kind, words in blocks(items, setting):
        rows = _rows(kind, words, setting)
        if kind in ("section", "title") and lines:
            lines += [""] * setting.above
        for row in rows:
            lines.append(row)
            lines += [""] * setting.blanks
            printed += 1
            if setting.page and printed % setting.page == 0:
                lines += ["", f"— {printed // setting.page} —", ""]
        lines += [""] * setting.between
    text = setting.newline.join(lines) + setting.newline
    return text.encode(setting.encoding)


def _rows(kind: str, words: str, setting: Setting) -> list[str]:
    if kind == "title" and setting.split and len(words) > 20:
        at = _middle(words)
        plain = replace(setting, split=False)
        return _rows(kind, words[:at], plain) + _rows(kind, words[at:], plain)
    if setting.width is None:
        return [(setting.indent if kind == "body" else "") + words]
    limit = setting.width * 2
    rows, row, used = [], "", 0
    start = setting.indent if kind == "body" else ""
    row, used = start, _width(start)
    for word in _words(words):
        if used + _width(word) > limit and row.strip() and word[0] not in "，。、；：！？）》”’,.;:!?)":
            rows.append(row)
            row, used = "", 0
        row += word
        used += _width(word)
    rows.append(row)
    if setting.centred and kind in ("title", "section", "masthead"):
        rows = [" " * ((limit - _width(r)) // 2) + r for r in rows]
    if setting.credit_right and kind == "credit":
        rows = [" " * max(0, limit - _width(r)) + r for r in rows]
    return rows


def _middle(words: str) -> int:
    """Where a long headline is broken over two lines: past its middle, not inside a Latin word or number."""
    at = len(words) * 3 // 5
    while at < len(words) - 1 and (words[at].isascii() or words[at] in "，。、；：！？）》”’" or words[at - 1] in "（《“‘"):
        at += 1
    return at


def _width(text: str) -> int:
    return sum(1 if c.isascii() else 2 for c in text)


def _words(text: str) -> list[str]:
    out: list[str] = []
    for char in text:
        if out and char.isascii() and char.isalnum() and out[-1][-1].isascii() and out[-1][-1].isalnum():
            out[-1] += char
        else:
            out.append(char)
    return out


def as_html(items: tuple[Story, ...], setting: Setting, form: str = "headings") -> bytes:
    """A web page with navigation round it: `headings`, plain `paragraphs`, `bold` lines or `breaks`."""
    tags = {
        "headings": {"section": "<h2>{}</h2>", "title": "<h3>{}</h3>"},
        "bold": {
            "section": "<p style='text-align:center'><strong>{}</strong></p>", "title": "<p><b>{}</b></p>",
        },
        "breaks": {"body": "&nbsp;&nbsp;&nbsp;&nbsp;{}<br>", "section": "{}<br>", "title": "{}<br>", "credit": "{}<br>"},
        "paragraphs": {},
    }[form]
    inner = "\n".join(
        tags.get(kind, "<p>{}</p>").format("<br>".join(map(html.escape, _broken(kind, words, setting))))
        for kind, words in blocks(items, setting)
    )
    page = (
        f"<!DOCTYPE html><html><head><meta charset='{setting.encoding}'><title>联盟工作简报-某某网</title></head><body>{NAVIGATION}"
        f"<div id='main'><p>发布时间：2024-06-30 09:15　浏览次数：12</p><div class='con'>{inner}</div></div>{FOOTER}</body></html>"
    )
    return page.encode(setting.encoding)


def _broken(kind: str, words: str, setting: Setting) -> list[str]:
    """A headline in one or two lines."""
    if kind == "title" and setting.split and len(words) > 20:
        return [words[: _middle(words)], words[_middle(words) :]]
    return [words]


def as_docx(items: tuple[Story, ...], setting: Setting, form: str = "headings") -> bytes:
    """A Word file: with `headings`, plain `paragraphs`, `bold` lines, or a paragraph for each printed `line`."""
    document = docx.Document()
    for kind, words in blocks(items, setting):
        if form == "headings" and kind in ("section", "title"):
            document.add_heading("\n".join(_broken(kind, words, setting)), 1 if kind == "section" else 2)
        elif form == "lines":
            for row in _rows(kind, words, setting):
                document.add_paragraph(row)
        else:
            paragraph = document.add_paragraph()
            run = paragraph.add_run("\n".join(_broken(kind, words, setting)))
            if form == "bold" and kind in ("section", "title"):
                run.bold = True
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def chromium() -> str | None:
    """The browser that prints, if there is one."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def as_pdf(body: str, *, header: bool = False) -> bytes:
    """A PDF printed by a browser with a Chinese font."""
    style = (
        "<meta charset='utf-8'><title>bulletin</title><style>body{font-family:'Noto Serif CJK SC','Noto Sans CJK SC',serif;font-size:12pt}"
        "pre{font-family:inherit;white-space:pre-wrap}p{text-indent:2em;margin:0 0 .4em}</style>"
    )
    browser = chromium()
    assert browser is not None
    with tempfile.TemporaryDirectory() as folder:
        page, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(style + body, encoding="utf-8")
        subprocess.run(
            [
                browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", *([] if header else ["--no-pdf-header-footer"]),
                f"--print-to-pdf={printed}", f"--user-data-dir={folder}/profile", page.as_uri(),
            ],
            check=True, capture_output=True, timeout=120,
        )
        return printed.read_bytes()


def pdf_body(items: tuple[Story, ...], setting: Setting, form: str) -> str:
    """What `as_pdf` prints: `headings`, `paragraphs`, or `pre`formatted lines."""
    if form == "pre":
        return f"<pre>{html.escape(as_text(items, setting).decode(setting.encoding))}</pre>"
    page = as_html(items, setting, form).decode(setting.encoding)
    return page[page.index("<div class='con'>") : page.index("</div></div>")] + "</div>"
