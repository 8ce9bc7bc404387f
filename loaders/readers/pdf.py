"""PDF → lines by pypdfium2: text in reading order with its geometry, heads, feet and page numbers dropped."""

from __future__ import annotations

import ctypes
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw_pdfium

from ...errors import InputError, LimitError
from .document import Align, Document, Line
from .hygiene import Quotes, fold
from .limits import Deadline, Limits, check_characters

_EDGE = 0.09  # share of the page's height at its top and bottom where heads and feet stand
_NUMBER = re.compile(r"[-—–―·.•\s]*(?:第\s*)?[0-9０-９]{1,4}(?:\s*页)?(?:[\s/／]*共?\s*\d{1,4}\s*页?)?[-—–―·.•\s]*")
_ENCRYPTED = 4  # FPDF_ERR_PASSWORD


@dataclass(slots=True)
class Piece:
    """One run of text on a page: its words and box (points, y upwards), letter height and weight."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    weight: int

    @property
    def middle(self) -> float:
        """Height of the line's middle."""
        return (self.bottom + self.top) / 2


def read_pdf(data: bytes, source: str, sha256: str, limits: Limits, deadline: Deadline) -> Document:
    """Read a PDF that holds text.

    Raises `InputError` for damaged, locked and scanned files (those need text recognition first), `LimitError`
    for more pages than allowed.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _ENCRYPTED or "password" in str(error).lower():
            raise InputError("protected by a password", where=source, hint="save it without a password") from error
        raise InputError("damaged PDF", where=source, hint="print it to PDF again") from error
    try:
        count = len(document)
        if count > limits.pages:
            raise LimitError(f"{count:,} pages are more than {limits.pages:,}", where=source, hint="split the file")
        pages: list[tuple[float, list[Piece]]] = []
        empty: list[int] = []
        characters = 0
        for number in range(count):
            deadline.check()
            height, pieces = _page(document, number)
            characters += sum(len(piece.text) for piece in pieces)
            check_characters(characters, limits, source)
            pages.append((height, pieces))
            if not any(piece.text.strip() for piece in pieces):
                empty.append(number + 1)
        title = _title(document)
    except pdfium.PdfiumError as error:
        raise InputError(f"damaged PDF ({error})", where=source, hint="print it to PDF again") from error
    finally:
        document.close()
    if len(empty) == count or (characters < 20 * (count - len(empty)) / 4 and characters < 40):
        raise InputError(
            "a scanned PDF: its pages are pictures without text", where=source,
            hint="run text recognition (OCR) on it first",
        )
    notes = (f"no text on page {', '.join(map(str, empty[:10]))}",) if empty else ()
    _drop_edges(pages)
    return Document(source, sha256, "pdf", tuple(_lines(pages, deadline)), title, notes=notes)


def _title(document: Any) -> str | None:
    try:
        title = document.get_metadata_value("Title")
    except (pdfium.PdfiumError, UnicodeDecodeError, ValueError):
        return None
    folded = fold(title).text if title else ""
    return folded if re.search("[\u4e00-\u9fff]", folded) and len(folded) <= 60 else None


def _page(document: Any, number: int) -> tuple[float, list[Piece]]:
    """The page's height and its runs of text in the order of its content."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return 0.0, []
    try:
        height = float(page.get_height())
        textpage = page.get_textpage()
        try:
            return height, _pieces(textpage)
        finally:
            textpage.close()
    finally:
        page.close()


def _pieces(textpage: Any) -> list[Piece]:
    text = textpage.get_text_range()
    handle = textpage.raw
    place = raw_pdfium.FPDFText_GetCharIndexFromTextIndex
    out: list[Piece] = []
    at = 0
    box = [ctypes.c_double() for _ in range(4)]
    for raw in re.split("(\r\n|[\n\r])", text):
        start, at = at, at + len(raw)
        if not raw.strip():
            continue
        first = start + len(raw) - len(raw.lstrip())
        last = start + len(raw.rstrip()) - 1
        # Places in the text and in pdfium's list of characters differ by what the text leaves out.
        first, middle, last = (place(handle, index) for index in (first, (first + last) // 2, last))
        a, b = _box(handle, first, box), _box(handle, last, box)
        if a is None or b is None:
            out.append(Piece(raw, 0, 0, 0, 0, 0, 0))
            continue
        size = float(raw_pdfium.FPDFText_GetFontSize(handle, middle))
        weight = int(raw_pdfium.FPDFText_GetFontWeight(handle, middle))
        out.append(Piece(raw, min(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), max(a[3], b[3]), size, weight))
    return out


def _box(handle: Any, index: int, box: list[Any]) -> tuple[float, float, float, float] | None:
    left, right, bottom, top = box
    if not raw_pdfium.FPDFText_GetCharBox(handle, index, left, right, bottom, top):
        return None
    return left.value, right.value, bottom.value, top.value


def _drop_edges(pages: list[tuple[float, list[Piece]]]) -> None:
    """Take away what stands at the edge of page after page, and lone page numbers there."""
    seen: Counter[tuple[bool, str]] = Counter()
    edges: dict[int, list[tuple[Piece, tuple[bool, str]]]] = defaultdict(list)
    for number, (height, pieces) in enumerate(pages):
        for piece in pieces:
            if height and piece.top and (piece.bottom > height * (1 - _EDGE) or piece.top < height * _EDGE):
                key = (piece.bottom > height / 2, re.sub(r"\d+", "#", fold(piece.text).text))
                edges[number].append((piece, key))
        seen.update({key for _, key in edges[number]})
    often = max(2, len(pages) // 4)
    for number, (_, pieces) in enumerate(pages):
        gone = {
            id(piece) for piece, key in edges[number]
            if (len(pages) > 1 and seen[key] >= often) or _NUMBER.fullmatch(fold(piece.text).text)
        }
        if gone:
            pieces[:] = [piece for piece in pieces if id(piece) not in gone]


def _lines(pages: list[tuple[float, list[Piece]]], deadline: Deadline) -> list[Line]:
    lines: list[Line] = []
    quotes = Quotes()
    for number, (_, pieces) in enumerate(pages, 1):
        deadline.check()
        rows = _rows(_ordered(pieces))
        if not rows:
            continue
        left, width = _column(rows)
        pitch = _pitch(rows)
        before: list[Piece] | None = None
        for row in rows:
            folded, raw, cells = _words(row, quotes)
            if not folded.text:
                continue
            gap = 0
            if before is not None and pitch:
                drop = before[0].middle - row[0].middle
                gap = max(0, round(drop / pitch - 1.25 + 0.49)) if drop > 0 else 1
            unit = max(row[0].size, 1.0) / 2
            indent = max(0, round((row[0].left - left) / unit)) if row[0].size else 0
            free = left + width - row[-1].right
            fill = max(0.0, min(1.0, 1 - free / width)) if width > 0 and row[0].size else None
            align: Align = "left"
            start = row[0].left - left
            if width > 0 and start > 3 * unit and abs(start - free) < 3 * unit:
                align = "center"
            elif width > 0 and start > 0.3 * width and free < 2 * unit:
                align = "right"
            lines.append(
                Line(
                    folded.text, raw, folded.offsets, folded.shift, number, gap=gap, indent=indent, fill=fill, flow=True,
                    size=round(row[0].size, 1) or None, bold=row[0].weight >= 600, align=align, cells=cells,
                    turn=before is None and number > 1, tail=raw[-1:].isspace(),
                )
            )
            before = row
    return _plain_weights(lines)


def _ordered(pieces: list[Piece]) -> list[Piece]:
    """The content's own order, unless it jumps about: then from top to bottom, column by column."""
    placed = [piece for piece in pieces if piece.size]
    ups = sum(b.middle > a.middle + 3 * a.size for a, b in pairwise(placed))
    if ups <= max(1, len(placed) // 40):
        return pieces
    left = min(piece.left for piece in placed)
    right = max(piece.right for piece in placed)
    centre = (left + right) / 2
    crossing = [piece for piece in placed if piece.left < centre - 10 and piece.right > centre + 10]
    if len(crossing) < 0.15 * len(placed):
        # Two columns, parted by lines that run across both.
        bands = sorted((piece.middle for piece in crossing), reverse=True)
        return sorted(
            placed,
            key=lambda p: (sum(y > p.middle + 1 for y in bands), p.right > centre and p.left > centre - 10, -p.middle, p.left),
        )
    return sorted(placed, key=lambda piece: (-round(piece.middle / max(piece.size, 4) * 2), piece.left))


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    """Runs that stand on one line, put together from left to right."""
    rows: list[list[Piece]] = []
    for piece in pieces:
        held = rows[-1][-1] if rows else None
        beside = (
            held is not None and piece.size and held.size and abs(held.middle - piece.middle) < 0.35 * min(held.size, piece.size)
            and (piece.left >= held.right - 1)
        )
        if beside:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _words(row: list[Piece], quotes: Quotes) -> tuple[Any, str, tuple[str, ...]]:
    parts: list[str] = []
    wide = False
    for before, piece in zip([None, *row], row, strict=False):
        if before is not None:
            gap = piece.left - before.right
            wide = wide or gap > 1.5 * piece.size
            parts.append("\t" if gap > 1.5 * piece.size else " " if gap > 0.2 * piece.size else "")
        parts.append(piece.text)
    raw = "".join(parts)
    cells = tuple(fold(cell).text for cell in re.split("\t", raw.strip())) if wide else ()
    return fold(raw, quotes), raw, cells


def _column(rows: list[list[Piece]]) -> tuple[float, float]:
    """Left edge and width of the text column: where most lines begin, and the furthest that several reach."""
    lefts = sorted(row[0].left for row in rows if row[0].size)
    rights = sorted((row[-1].right for row in rows if row[-1].size), reverse=True)
    if not lefts:
        return 0.0, 0.0
    left = lefts[min(len(lefts) // 20, len(lefts) - 1)]
    right = rights[min(len(rights) // 20, len(rights) - 1)]
    return left, max(0.0, right - left)


def _pitch(rows: list[list[Piece]]) -> float:
    """The usual distance from line to line."""
    drops = [a[0].middle - b[0].middle for a, b in pairwise(rows)]
    down = sorted(d for d in drops if d > 1)
    return down[len(down) // 3] if down else 0.0


def _plain_weights(lines: list[Line]) -> list[Line]:
    """Where most of the text is heavy, weight says nothing."""
    heavy = sum(len(line.text) for line in lines if line.bold)
    if heavy * 2 > sum(len(line.text) for line in lines):
        return [replace(line, bold=False) for line in lines]
    return lines
