"""Runs of a PDF's pages → lines: reading order, text columns, and how each line stands in its column."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .document import Align, Line
from .html import row_line
from .hygiene import Folded, Quotes, fold
from .limits import Deadline
from .pdf_aligned import aligned
from .pdf_page import Page, Run
from .pdf_tables import tables
from .text import marker

Row = list[Run]
_CELL_GAP = 1.4  # letter sizes between words of one line that stand in columns


@dataclass(slots=True)
class _Placed:
    """A row of runs (or of a table's cells) on its page, in text column `column` of `columns`; 0: across all."""

    page: int
    row: Row
    cells: list[str] | None = None
    column: int = 0
    columns: int = 1


@dataclass(slots=True)
class _Frame:
    """A text column of the document: width, and where it begins, on each page."""

    width: float
    left: float
    lefts: dict[int, float]


def lines_of(pages: Sequence[Page], deadline: Deadline) -> list[Line]:
    """The lines of all pages in reading order."""
    placed: list[_Placed] = []
    for number, page in enumerate(pages, 1):
        deadline.check()
        placed += _page(page, number)
    usual = _usual_size(placed)
    frames = _frames(placed, usual)
    pitches = _pitches(placed)
    unit = max(usual, 1.0) / 2
    lines: list[Line] = []
    quotes = Quotes()
    before: _Placed | None = None
    block = 0
    for at in placed:
        if at.cells is not None:
            if before is None or before.cells is None:
                block += 1
            line = row_line([fold(cell).text for cell in at.cells], block, at.page)
            if line is not None:
                lines.append(line)
                before = at
            continue
        folded, raw, cells = _words(at.row, quotes)
        if not folded.text:
            continue
        frame = frames.get((at.column, at.columns))
        first, last = at.row[0], at.row[-1]
        turn = before is not None and (
            before.page != at.page or before.column != at.column
            or (before.cells is None and before.row[0].base < first.base - 0.5 * first.size)
        )
        lines.append(
            Line(
                folded.text, raw, folded.offsets, folded.shift, at.page, gap=0 if turn else _gap(before, at, pitches), flow=True,
                size=round(first.size, 1) or None, bold=first.weight >= 600, cells=cells, turn=turn, tail=raw[-1:].isspace(), marker=marker(raw.strip()),
                **_stand(at, first, last, frame, unit),  # type: ignore[arg-type]
            )
        )
        before = at
    return _plain_weights(lines)


def _stand(at: _Placed, first: Run, last: Run, frame: _Frame | None, unit: float) -> dict[str, object]:
    """How a line stands in its column: indent, fill, the column's measure, alignment."""
    if frame is None or not first.size or not last.size or frame.width <= 0:
        return {}
    start = first.left - frame.lefts.get(at.page, frame.left)
    free = frame.width - start - (last.right - first.left)
    align: Align = "left"
    if start > 3 * unit and free > 3 * unit and abs(start - free) < 2 * unit:
        align = "center"
    elif start > 0.3 * frame.width and free < 2 * unit:
        align = "right"
    return {
        "indent": max(0, round(start / unit)), "fill": max(0.0, min(1.0, 1 - free / frame.width)),
        "measure": round(frame.width / unit), "align": align,
    }


def _page(page: Page, number: int) -> Iterator[_Placed]:
    """A page's rows and tables in reading order."""
    found = tables(page)
    taken = {id(run) for _, _, inside in found for run in inside}
    free = [run for run in page.runs if id(run) not in taken]
    gutters = _gutters(free)
    if not gutters:
        places = {id(run): at for at, run in enumerate(page.runs)}
        for at, rows, inside in aligned(free):
            found.append((places[id(free[at])], rows, inside))
            taken.update(id(run) for run in inside)
    starts: dict[int, list[list[str]]] = {}
    runs: list[Run] = []
    for index, run in enumerate(page.runs):
        for at, rows, inside in found:
            if at == index:
                # The table stands where its first word does: a run without words keeps its place.
                top = max(inside, key=lambda r: r.base)
                mark = Run("", min(r.left for r in inside), max(r.right for r in inside), top.base, top.size, 0)
                starts[id(mark)] = rows
                runs.append(mark)
        if id(run) not in taken:
            runs.append(run)
    for row in _rows(_ordered(runs, gutters), starts):
        column, columns = _column(row, gutters)
        if id(row[0]) in starts:
            for cells in starts[id(row[0])]:
                yield _Placed(number, row, cells, column, columns)
        else:
            yield _Placed(number, row, None, column, columns)


def _gutters(runs: Sequence[Run]) -> list[float]:
    """Where a page's text columns part: upright strips that hardly a line crosses, running text on both sides."""
    placed = [run for run in runs if run.size and run.text.strip()]
    if len(placed) < 12:
        return []
    left, right = min(r.left for r in placed), max(r.right for r in placed)
    size = sorted(r.size for r in placed)[len(placed) // 2]
    if not 20 * size <= right - left <= 1000 * size:  # narrower than columns, or a damaged page
        return []
    out: list[float] = []
    step = size / 4
    crossed = Counter[int]()
    for run in placed:
        for cell in range(int((run.left - left) / step), min(int((run.right - left) / step), 4000) + 1):
            crossed[cell] += 1
    free: list[int] = []
    for cell in range(int((right - left) / step) + 2):
        if crossed[cell] <= 0.12 * len(placed):
            free.append(cell)
            continue
        if len(free) * step >= 0.7 * size and free[0] > 0:
            out.append(left + step * (free[0] + free[-1] + 1) / 2)
        free = []
    edges = [left - 1, *out, right + 1]
    for a, b in pairwise(edges):
        inside = [r for r in placed if r.left >= a - size and r.right <= b + size]
        full = sum(r.right - r.left > 0.6 * (b - a) for r in inside)
        if full < max(3, 0.3 * len(inside)) or b - a < 8 * size:
            return []
    return out if 1 <= len(out) <= 3 else []


def _column(row: Row, gutters: Sequence[float]) -> tuple[int, int]:
    if not gutters or not row[0].size:
        return 0, 1
    left, right, slack = row[0].left, row[-1].right, row[0].size
    if any(left < x - slack and right > x + slack for x in gutters):
        return 0, len(gutters) + 1
    return 1 + sum((left + right) / 2 > x for x in gutters), len(gutters) + 1


def _ordered(runs: list[Run], gutters: Sequence[float]) -> list[Run]:
    """The content's own order, unless it jumps about: then from top to bottom, column by column."""
    placed = [run for run in runs if run.size]
    ups = sum(b.base > a.base + 0.6 * a.size for a, b in pairwise(placed))
    across = sum(
        _column([a], gutters) != _column([b], gutters) and abs(a.base - b.base) < 0.5 * a.size for a, b in pairwise(placed)
    ) if gutters else 0
    if ups <= max(1, len(gutters) + 1, len(placed) // 40) and across <= len(placed) // 20:
        return runs
    # Columns run between the lines that cross them all.
    bands = sorted(-run.base for run in placed if gutters and _column([run], gutters)[0] == 0)
    return sorted(
        placed,
        key=lambda r: (
            bisect_left(bands, -r.base - 1), _column([r], gutters)[0], -round(r.base / max(r.size, 4) * 2), r.left
        ),
    )


def _rows(runs: Sequence[Run], apart: dict[int, list[list[str]]]) -> list[Row]:
    """Runs that stand on one line, put together from left to right; those in `apart` stand alone."""
    rows: list[Row] = []
    for run in runs:
        held = rows[-1][-1] if rows else None
        beside = (
            held is not None and run.size and held.size and id(run) not in apart and id(held) not in apart
            and abs(held.middle - run.middle) < 0.4 * max(held.size, run.size) and run.left >= held.right - 0.6 * run.size
        )
        if beside:
            rows[-1].append(run)
        else:
            rows.append([run])
    return rows


def _words(row: Row, quotes: Quotes) -> tuple[Folded, str, tuple[str, ...]]:
    parts: list[str] = []
    wide = False
    for before, run in zip([None, *row], row, strict=False):
        if before is not None:
            gap = run.left - before.right
            wide = wide or gap > _CELL_GAP * run.size
            parts.append("\t" if gap > _CELL_GAP * run.size else " " if gap > 0.2 * run.size else "")
        parts.append(run.text)
    raw = "".join(parts)
    cells = tuple(fold(cell).text for cell in re.split("\t", raw.strip())) if wide else ()
    return fold(raw, quotes), raw, cells


def _frames(placed: Sequence[_Placed], usual: float) -> dict[tuple[int, int], _Frame]:
    """The text columns: where lines of the usual size begin and end; the margin is one that several lines reach."""
    groups: dict[tuple[int, int], list[_Placed]] = {}
    for at in placed:
        if at.cells is None and at.row[0].size and at.row[-1].size:
            groups.setdefault((at.column, at.columns), []).append(at)
    out = {}
    for key, rows in groups.items():
        plain = [at for at in rows if abs(at.row[0].size - usual) < 0.06 * usual]
        rows = plain if len(plain) >= 6 else rows
        edge = _edge(rows)
        reach = sorted((at.row[-1].right - edge for at in rows), reverse=True)
        least = max(2, len(reach) // 25)
        width = next(
            (r for at, r in enumerate(reach) if at + least <= len(reach) and reach[at + least - 1] > r - 1.5 * usual), reach[0]
        )
        lefts: dict[int, float] = {}
        for page in {at.page for at in rows}:
            here = [at for at in rows if at.page == page]
            own, right = _edge(here), max(at.row[-1].right for at in here)
            # Facing pages may have other margins: then both edges move.
            moved = abs(own - edge) > 1 and len(here) > 9 and abs(right - own - width) < 0.6 * usual
            lefts[page] = own if moved else edge
        out[key] = _Frame(width, edge, lefts)
    for column, columns in [key for key in out if key[1] > 1 and key[0] > 0]:
        out[column, columns].width = max(frame.width for (i, n), frame in out.items() if n == columns and i > 0)
    return out


def _edge(rows: Sequence[_Placed]) -> float:
    """Where lines begin: of the commonest places the furthest left, for paragraphs of one line are all indented."""
    common = Counter(round(at.row[0].left) for at in rows)
    most = max(common.values())
    return float(min(x for x, n in common.items() if n >= max(2, 0.1 * most) or n == most))


def _pitches(placed: Sequence[_Placed]) -> dict[int, float]:
    """For each letter size the distance from line to line: the commonest, the least of those nearly as common."""
    drops: dict[int, Counter[float]] = {}
    for a, b in pairwise(placed):
        if a.cells is None and b.cells is None and (a.page, a.column) == (b.page, b.column) and b.row[0].size:
            drop, size = a.row[0].base - b.row[0].base, b.row[0].size
            if 0.8 * size < drop < 4 * size and abs(a.row[0].size - size) < 0.6:
                drops.setdefault(round(size), Counter())[round(drop * 2) / 2] += 1
    return {
        size: min(drop for drop, n in counts.items() if n * 3 >= max(counts.values())) for size, counts in drops.items()
    }


def _gap(before: _Placed | None, at: _Placed, pitches: dict[int, float]) -> int:
    """Blank lines before a line: 1 for some room more than usual, 2 for a line, 3 for more."""
    if before is None or before.cells is not None or not at.row[0].size:
        return 0
    pitch = pitches.get(round(at.row[0].size)) or 1.5 * at.row[0].size
    more = (before.row[0].base - at.row[0].base) / pitch - 1
    return 0 if more < 0.12 else 1 if more < 0.8 else 2 if more < 1.8 else 3


def _usual_size(placed: Sequence[_Placed]) -> float:
    sizes: Counter[float] = Counter()
    for at in placed:
        for run in at.row:
            if run.size:
                sizes[round(run.size, 1)] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _plain_weights(lines: list[Line]) -> list[Line]:
    """Where most of the text is heavy, weight says nothing."""
    heavy = sum(len(line.text) for line in lines if line.bold)
    if heavy * 2 > sum(len(line.text) for line in lines):
        return [replace(line, bold=False) for line in lines]
    return lines
