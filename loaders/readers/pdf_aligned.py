"""Tables without rules on a PDF page: neighbouring lines whose words keep to the same columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from .pdf_page import Run
from .pdf_tables import words_of

Found = tuple[int, list[list[str]], list[Run]]
_LONGEST = 60  # characters of a run in a cell
_FEWEST = 3  # lines that show more than one column
_PAGE_NUMBER = re.compile(r"[\s.…·]*\d{1,3}")


def aligned(runs: Sequence[Run]) -> list[Found]:
    """The tables among runs that no rules hold: where each comes, its rows of cells, and the runs it takes."""
    placed = [run for run in runs if run.size and run.text.strip()]
    lines = _lines(placed)
    out: list[Found] = []
    start = 0
    while start < len(lines):
        end = _reach(lines, start)
        if end == start:
            start += 1
            continue
        rows = _rows(lines[start:end])
        inside = [run for line in lines[start:end] for run in line]
        if rows is not None:
            taken = {id(run) for run in inside}
            out.append((next(i for i, run in enumerate(runs) if id(run) in taken), rows, inside))
        start = end
    return out


def _lines(placed: Sequence[Run]) -> list[list[Run]]:
    """Runs by baseline, from top to bottom, each line from left to right."""
    out: list[list[Run]] = []
    for run in sorted(placed, key=lambda r: -r.base):
        if out and abs(out[-1][0].base - run.base) < 0.3 * run.size:
            out[-1].append(run)
        else:
            out.append([run])
    for line in out:
        line.sort(key=lambda r: r.left)
    return out


def _reach(lines: Sequence[list[Run]], start: int) -> int:
    """Where the table ends that begins at line `start`, or `start` itself."""
    # A tall cell's first line stands alone, inside the columns of the lines that follow.
    tall = start + 1 < len(lines) and _short(lines[start]) and _cells(lines[start + 1])
    if not tall and not _cells(lines[start]):
        return start
    end, many = start, 0
    for index in range(start, len(lines)):
        line = lines[index]
        if index > start and lines[index - 1][0].base - line[0].base > 3.2 * line[0].size:
            break
        if _cells(line):
            many += 1
            end = index + 1
        elif not _short(line) or not _within(line, lines[max(start, index - 40) : index + 8]):
            break
        elif index == end > start and lines[index - 1][0].base - line[0].base < 1.45 * line[0].size:
            end = index + 1  # the last row's cells may go on; what stands lower is text again
    return end if many >= _FEWEST else start


def _cells(line: Sequence[Run]) -> bool:
    return len(line) > 1 and _short(line) and all(b.left - a.right > 0.6 * a.size for a, b in pairwise(line))


def _short(line: Sequence[Run]) -> bool:
    return all(len(run.text) <= _LONGEST and run.text.rstrip()[-1:] not in tuple("。；，：") for run in line)


def _within(line: Sequence[Run], others: Sequence[Sequence[Run]]) -> bool:
    """Whether a line's only words keep to one of the columns that lines of several cells show."""
    if len(line) != 1:
        return False
    (run,) = line
    for other in others:
        if not _cells(other):
            continue
        for at, cell in enumerate(other):
            begins = abs(cell.left - run.left) < 0.6 * run.size
            centred = abs(cell.left + cell.right - run.left - run.right) < 1.2 * run.size
            reach = other[at + 1].left if at + 1 < len(other) else cell.right + 8 * run.size
            floor = other[at - 1].right if at else cell.left - 8 * run.size
            if (begins or centred) and floor - 1 <= run.left and run.right <= reach + 1:
                return True
    return False


def _rows(lines: Sequence[list[Run]]) -> list[list[str]] | None:
    """The rows of cells, or None where the columns are not clean or only lead to page numbers."""
    columns: list[list[float]] = []
    for run in sorted((run for line in lines for run in line), key=lambda r: r.left):
        if columns and run.left <= columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], run.right)
        else:
            columns.append([run.left, run.right])
    if not 2 <= len(columns) <= 12:
        return None

    def place(run: Run) -> int:
        return next(i for i, (a, b) in enumerate(columns) if a <= run.left <= b)

    last = [run.text.strip() for line in lines for run in line if place(run) == len(columns) - 1]
    if all(_PAGE_NUMBER.fullmatch(text) for text in last[1:] or last):
        return None
    rows: list[dict[int, list[Run]]] = []
    for group in _groups(lines, place):
        cells: dict[int, list[Run]] = {}
        for line in group:
            for run in line:
                cells.setdefault(place(run), []).append(run)
        rows.append(cells)
    if len(rows) < 2 or sum(len(row) > 1 for row in rows) * 10 < 6 * len(rows):
        return None
    return [[words_of(row.get(column, [])) for column in range(len(columns))] for row in rows]


def _groups(lines: Sequence[list[Run]], place: Callable[[Run], int]) -> list[list[list[Run]]]:
    """Lines of one row together: rows stand further apart than the lines of a cell, or begin in the first column."""
    drops = [a[0].base - b[0].base for a, b in pairwise(lines)]
    parts = sorted(drops)
    jump = max(pairwise(parts), key=lambda p: p[1] / max(p[0], 0.1), default=(1.0, 1.0))
    limit = (jump[0] + jump[1]) / 2 if jump[1] > 1.2 * jump[0] else 0.0
    out: list[list[list[Run]]] = [[lines[0]]]
    for drop, line in zip(drops, lines[1:], strict=True):
        alone = len(line) == 1 and place(line[0]) > 0
        if drop > limit if limit else not alone:
            out.append([line])
        else:
            out[-1].append(line)
    return out
