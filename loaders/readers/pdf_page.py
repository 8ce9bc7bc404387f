"""One PDF page as pdfium sees it: runs of text with their geometry, and the rules drawn on it."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw_pdfium

from .hygiene import is_han

_LINE_ENDS = re.compile("(\r\n|[\n\r])")
_BLANKS = re.compile("[ \t\u00a0\u3000]+")
_WIDE_GAP = 0.8  # letter sizes; words further apart may stand in columns
_MOST_OBJECTS = 20_000  # a page with more is a drawing
_THIN = 3.0  # points: a box no thicker than this is a rule
Rule = tuple[float, float, float, float]


@dataclass(slots=True)
class Run:
    """Words on one line of a page: left and right edge, baseline (points, y upwards), letter size and weight.

    `size` 0: pdfium knows no place for these words. `turned`: written at an angle, as watermarks are.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    weight: int
    turned: bool = False

    @property
    def middle(self) -> float:
        """Height of the line's middle."""
        return self.base + 0.36 * self.size


@dataclass(slots=True)
class Page:
    """Size in points, runs in the order of the content, rules as (x0, y0, x1, y1)."""

    width: float = 0.0
    height: float = 0.0
    runs: list[Run] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


def read_page(document: Any, number: int) -> Page:
    """The runs and rules of page `number` (from 0); a damaged page is an empty one."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return Page()
    try:
        out = Page(float(page.get_width()), float(page.get_height()))
        textpage = page.get_textpage()
        try:
            out.rules = _rules(page, out)
            out.runs = _upright(_runs(textpage, [rule for rule in out.rules if rule[3] - rule[1] > _THIN]))
        finally:
            textpage.close()
        return out
    finally:
        page.close()


class _Places:
    """Asks pdfium for the geometry of characters, by their place in the page's text."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = raw_pdfium.FS_RECTF(), raw_pdfium.FS_MATRIX()

    def index(self, at: int) -> int:
        """Places in the text and in pdfium's list of characters differ by what the text leaves out."""
        return int(raw_pdfium.FPDFText_GetCharIndexFromTextIndex(self.handle, at))

    def origin(self, index: int) -> tuple[float, float] | None:
        """Where a character's baseline begins."""
        if not raw_pdfium.FPDFText_GetCharOrigin(self.handle, index, self._x, self._y):
            return None
        return self._x.value, self._y.value

    def size(self, index: int) -> float:
        """The letters' height as printed: the font's size, scaled as the page scales it."""
        size = float(raw_pdfium.FPDFText_GetFontSize(self.handle, index))
        if raw_pdfium.FPDFText_GetMatrix(self.handle, index, self._matrix):
            m = self._matrix
            scale = math.sqrt(abs(m.a * m.d - m.b * m.c))
            if math.isfinite(scale) and scale > 0:
                size *= scale
        return size if 0 < size < 2000 else 0.0

    def right(self, index: int, char: str, size: float) -> float | None:
        """Where a character's advance ends: its font's box, a whole square for an ideograph or wide sign."""
        place = self.origin(index)
        if place is None or not raw_pdfium.FPDFText_GetLooseCharBox(self.handle, index, self._box):
            return None
        wide = not char.isascii() and (is_han(char) or char in "，。、；：？！）》”’】〕（《“‘【〔")
        return max(place[0] + size, self._box.right) if wide else float(self._box.right)


def _runs(textpage: Any, upright: Sequence[Rule]) -> list[Run]:
    text = textpage.get_text_range()
    places = _Places(textpage.raw)
    out: list[Run] = []
    at = 0
    for raw in _LINE_ENDS.split(text):
        start, at = at, at + len(raw)
        if not raw.strip():
            continue
        out += _line(raw, start, places, upright)
    return out


def _line(raw: str, start: int, places: _Places, upright: Sequence[Rule]) -> list[Run]:
    """The runs of one line as pdfium gives it, parted where much room or an upright rule is between words."""
    parts: list[tuple[int, int]] = []
    begin, end = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    for blank in _BLANKS.finditer(raw, begin, end):
        if blank.start() <= begin:
            continue
        last, first = places.index(start + blank.start() - 1), places.index(start + blank.end())
        size = places.size(last)
        edge, following = places.right(last, raw[blank.start() - 1], size), places.origin(first)
        if edge is None or following is None or not size:
            continue
        x, y = following
        apart = x - edge > _WIDE_GAP * size or x < edge - 2 * size
        if apart or any(edge - 2 < a and c < x + 2 and b - 2 < y < d for a, b, c, d in upright):
            parts.append((begin, blank.start()))
            begin = blank.end()
    parts.append((begin, end))
    return [
        _run(raw[a:b] if b < end else raw[a:], raw[b - 1], start + a, start + b - 1, places) for a, b in parts
    ]


def _run(words: str, final: str, first: int, last: int, places: _Places) -> Run:
    head, tail, middle = places.index(first), places.index(last), places.index((first + last) // 2)
    size = places.size(middle)
    origin, end = places.origin(head), places.origin(tail)
    right = places.right(tail, final, places.size(tail))
    if origin is None or end is None or right is None or not size:
        return Run(words, 0.0, 0.0, 0.0, 0.0, 0)
    angle = float(raw_pdfium.FPDFText_GetCharAngle(places.handle, middle))
    weight = int(raw_pdfium.FPDFText_GetFontWeight(places.handle, middle))
    turned = 0.05 < angle % math.tau < math.tau - 0.05
    return Run(words, min(origin[0], end[0]), max(right, origin[0]), origin[1], size, weight, turned)


def _upright(runs: list[Run]) -> list[Run]:
    """Without what stands at an angle, unless most of the page does."""
    turned = sum(len(run.text) for run in runs if run.turned)
    if not turned or turned * 2 > sum(len(run.text) for run in runs):
        return runs
    return [run for run in runs if not run.turned]


def _rules(page: Any, size: Page) -> list[Rule]:
    """Lines and the edges of boxes drawn on the page; none where it is a drawing of very many."""
    count = raw_pdfium.FPDFPage_CountObjects(page.raw)
    if count > _MOST_OBJECTS:
        return []
    out: list[Rule] = []
    box = [ctypes.c_float() for _ in range(4)]
    for index in range(count):
        item = raw_pdfium.FPDFPage_GetObject(page.raw, index)
        if raw_pdfium.FPDFPageObj_GetType(item) != raw_pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not raw_pdfium.FPDFPageObj_GetBounds(item, *box):
            continue
        left, bottom, right, top = (side.value for side in box)
        wide, high = right - left, top - bottom
        if wide > 0.98 * size.width and high > 0.9 * size.height:
            continue
        if wide <= _THIN or high <= _THIN:
            out.append((left, bottom, right, top))
        else:
            out += [(left, bottom, right, bottom), (left, top, right, top), (left, bottom, left, top), (right, bottom, right, top)]
    return out
