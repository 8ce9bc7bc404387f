"""DOCX → lines: paragraphs and tables in order, with headings, bold, size, lists and pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
from docx.oxml.ns import qn

from ...errors import InputError, LimitError
from .document import Align, Document, Line
from .html import row_line
from .hygiene import fold
from .limits import Deadline, Limits, check_characters
from .text import leading, marker

_W_P, _W_TBL, _W_T, _W_BR, _W_TAB = qn("w:p"), qn("w:tbl"), qn("w:t"), qn("w:br"), qn("w:tab")
_W_CR, _W_R, _W_PPR, _W_RPR = qn("w:cr"), qn("w:r"), qn("w:pPr"), qn("w:rPr")
_RENDERED = qn("w:lastRenderedPageBreak")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset({_W_PPR, qn("w:del"), qn("w:moveFrom"), _FALLBACK, qn("w:instrText"), qn("w:footnoteReference")})
_VAL, _TYPE = qn("w:val"), qn("w:type")
_HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.I)
_CONTENTS = re.compile(r"^(?:toc|目录|contents)", re.I)


@dataclass(slots=True)
class _Style:
    name: str = ""
    level: int = 0
    bold: bool | None = None
    size: float | None = None
    align: str | None = None
    numbered: bool = False


def read_docx(data: bytes, source: str, sha256: str, limits: Limits, deadline: Deadline) -> Document:
    """Read a Word document. Deleted text of tracked changes is left out, inserted text is kept.

    Raises `InputError` for damaged files. Linked pictures and templates are never fetched.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        styles = _styles(document)
        title = document.core_properties.title or None
    except LimitError:
        raise
    except Exception as error:  # python-docx and lxml raise whatever their parsers raise on a damaged file
        raise InputError(
            f"damaged DOCX ({type(error).__name__})", where=source, hint="open it in Word and save it again"
        ) from error
    reader = _Reader(styles, limits, deadline, source)
    if body is not None:
        reader.read(body)
    return Document(source, sha256, "docx", tuple(reader.lines), fold(title).text if title else None)


def _styles(document: Any) -> dict[str, _Style]:
    """Paragraph styles by id, with what they inherit."""
    elements = {s.get(qn("w:styleId")): s for s in document.styles.element.iter(qn("w:style"))}
    out: dict[str, _Style] = {}
    for key, element in elements.items():
        style = _Style(name=_value(element, "w:name") or "")
        chain = element
        seen: set[int] = set()
        while chain is not None and id(chain) not in seen and len(seen) < 20:
            seen.add(id(chain))
            _fill(style, chain)
            chain = elements.get(_value(chain, "w:basedOn"))
        match = _HEADING.search(style.name)
        if match:
            style.level = int(match.group(1))
        elif style.name.lower() in ("title", "标题"):
            style.level = 1
        out[key or ""] = style
    return out


def _fill(style: _Style, element: Any) -> None:
    """Take from a style or a paragraph's properties what is not set yet."""
    ppr = element if element.tag == _W_PPR else element.find(_W_PPR)
    rpr = element.find(_W_RPR)
    if ppr is not None:
        outline = _value(ppr, "w:outlineLvl")
        if not style.level and outline is not None and outline.isdigit() and int(outline) < 9:
            style.level = int(outline) + 1
        style.align = style.align or _value(ppr, "w:jc")
        numbers = ppr.find(qn("w:numPr"))
        if numbers is not None:
            style.numbered = style.numbered or _value(numbers, "w:numId") not in (None, "0")
    if rpr is not None:
        if style.bold is None and rpr.find(qn("w:b")) is not None:
            style.bold = _value(rpr, "w:b") not in ("0", "false", "off")
        size = _value(rpr, "w:sz")
        if style.size is None and size and size.isdigit():
            style.size = int(size) / 2


def _value(element: Any, name: str) -> str | None:
    child = element.find(qn(name))
    return None if child is None else child.get(_VAL, "" if name != "w:b" else "1")


class _Reader:
    """Walks the body without recursion of depth unknown."""

    def __init__(self, styles: dict[str, _Style], limits: Limits, deadline: Deadline, source: str) -> None:
        self.styles, self.limits, self.deadline, self.source = styles, limits, deadline, source
        self.lines: list[Line] = []
        self.block = 0
        self.page = 1
        self.characters = 0
        self.gap = 0

    def read(self, body: Any) -> None:
        """All paragraphs and tables below `body`, in order."""
        for element in _blocks(body):
            if self.block % 500 == 0:
                self.deadline.check()
            self.block += 1
            if element.tag == _W_P:
                self._paragraph(element)
            else:
                self._table(element)

    def _paragraph(self, element: Any) -> None:
        pieces, bold, length, size = self._runs(element)
        boxes = [box for box in element.iter(qn("w:txbxContent")) if not _within(box, _FALLBACK, element)]
        text = "".join(pieces)
        if text.strip():
            self._lines(element, text, bold > 0.8 * length, size)
            self.gap = 0
        elif not boxes:
            self.gap += 1
        for box in boxes:
            for inner in _blocks(box):
                self.block += 1
                if inner.tag == _W_P:
                    self._paragraph(inner)
                else:
                    self._table(inner)

    def _lines(self, element: Any, text: str, all_bold: bool, size: float | None) -> None:
        self.characters += len(text)
        check_characters(self.characters, self.limits, self.source)
        style = _Style()
        ppr = element.find(_W_PPR)
        if ppr is not None:
            _fill(style, ppr)
        # A paragraph without a style of its own has the document's default one.
        named = (_value(ppr, "w:pStyle") if ppr is not None else None) or "Normal"
        base = self.styles.get(named, _Style())
        level = style.level or base.level
        align: Align = {"center": "center", "right": "right", "end": "right"}.get(style.align or base.align or "", "left")  # type: ignore[assignment]
        kind = "contents" if _CONTENTS.match(base.name) else "text"
        for raw in text.split("\n"):
            folded = fold(raw)
            if folded.text:
                self.lines.append(
                    Line(
                        folded.text, raw, folded.offsets, folded.shift, self.page, self.block, level=level,
                        bold=(all_bold or bool(base.bold)) and level == 0, size=size or base.size, align=align,
                        marker="#" if style.numbered or base.numbered else marker(raw.strip()), kind=kind,  # type: ignore[arg-type]
                        cells=_cells(raw), gap=self.gap, indent=leading(raw), tail=raw[-1:].isspace(),
                    )
                )

    def _runs(self, element: Any) -> tuple[list[str], int, int, float | None]:
        """The paragraph's words, how many of its characters are bold, of how many, and their size."""
        pieces: list[str] = []
        bold = length = 0
        size: float | None = None
        for node in _walk(element):
            if node.tag == _W_T:
                words = node.text or ""
                pieces.append(words)
                rpr = node.getparent().find(_W_RPR)
                count = len(words.strip())
                length += count
                if rpr is not None:
                    if rpr.find(qn("w:b")) is not None and _value(rpr, "w:b") not in ("0", "false", "off"):
                        bold += count
                    given = _value(rpr, "w:sz")
                    if size is None and count and given and given.isdigit():
                        size = int(given) / 2
            elif node.tag in (_W_BR, _W_CR):
                if node.get(_TYPE) == "page":
                    self.page += 1
                pieces.append("\n")
            elif node.tag == _W_TAB and node.getparent().tag == _W_R:
                pieces.append("\t")
            elif node.tag == _RENDERED:
                self.page += 1
        return pieces, bold, length, size

    def _table(self, element: Any) -> None:
        rows = [[self._cell(cell) for cell in row.iter(qn("w:tc")) if _row_of(cell) is row] for row in element.iter(qn("w:tr"))
                if _table_of(row) is element]
        if len(rows) > self.limits.rows:
            raise LimitError(f"a table of more than {self.limits.rows:,} rows", where=self.source, hint="split it")
        # One cell, or cells of running text: a frame put round paragraphs.
        if all(len(row) < 2 for row in rows) or any("\n" in c and len(c) > 200 for row in rows for c in row):
            for cell in element.iter(qn("w:tc")):
                for inner in _blocks(cell):
                    self.block += 1
                    if inner.tag == _W_P:
                        self._paragraph(inner)
                    elif len(self.lines) < self.limits.rows:
                        self._table(inner)
            return
        for row in rows:
            line = row_line([fold(cell.replace("\n", " ")).text for cell in row], self.block, self.page)
            if line is not None:
                self.characters += len(line.text)
                check_characters(self.characters, self.limits, self.source)
                self.lines.append(line)

    def _cell(self, cell: Any) -> str:
        return "\n".join("".join(self._runs(p)[0]) for p in cell.iter(_W_P))


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables directly below, content controls and the like looked through."""
    stack = [iter(parent)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in (_W_P, _W_TBL):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED and len(stack) < 64:
            stack.append(iter(child))


def _walk(paragraph: Any) -> Iterator[Any]:
    """What stands in a paragraph, text boxes and deleted text left out."""
    stack = [iter(paragraph)]
    box = qn("w:txbxContent")
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag not in _SKIPPED and child.tag != box:
            yield child
            if len(stack) < 64:
                stack.append(iter(child))


def _within(element: Any, tag: str, top: Any) -> bool:
    parent = element.getparent()
    while parent is not None and parent is not top:
        if parent.tag == tag:
            return True
        parent = parent.getparent()
    return False


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(qn("w:tr")), None)


def _table_of(row: Any) -> Any:
    return next(row.iterancestors(_W_TBL), None)


def _cells(raw: str) -> tuple[str, ...]:
    """Columns that tabs set off."""
    if "\t" not in raw.strip():
        return ()
    return tuple(fold(cell).text for cell in re.split("\t+", raw.strip()))
