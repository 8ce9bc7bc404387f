"""Tables inside items: columns set off by white space become rows; rows of an item's text become tables again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...graph.model import Span
from ..readers.document import Line

SEPARATOR = " | "
_LONGEST = 40
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Table:
    """A table in an item's text: each row its cells as (words, span)."""

    rows: tuple[tuple[tuple[str, Span], ...], ...]


def mark_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, with three and more neighbours of equally many short columns taken as rows of a table."""
    out = list(lines)
    start = 0
    while start < len(out):
        count = _columns(out[start])
        end = start + 1
        while count and end < len(out) and _columns(out[end]) == count:
            end += 1
        if count and end - start >= _FEWEST:
            for index in range(start, end):
                words = SEPARATOR.join(out[index].cells)
                out[index] = replace(out[index], text=words, raw=words, offsets=None, shift=0, kind="row")
        start = end
    return out


def _columns(line: Line) -> int:
    if line.kind != "text" or len(line.cells) < 2 or not all(line.cells):
        return 0
    return 0 if any(len(c) > _LONGEST or c.endswith(("。", "；", "，")) for c in line.cells) else len(line.cells)


def find_tables(text: str) -> list[Table]:
    """The tables of an item's text, cells with their spans: neighbouring lines of cells parted by ` | `."""
    tables: list[Table] = []
    rows: list[tuple[tuple[str, Span], ...]] = []
    at = 0
    for line in [*text.split("\n"), ""]:
        if SEPARATOR in line:
            cells = []
            place = at
            for cell in line.split(SEPARATOR):
                cells.append((cell, (place, place + len(cell))))
                place += len(cell) + len(SEPARATOR)
            rows.append(tuple(cells))
        elif rows:
            tables.append(Table(tuple(rows)))
            rows = []
        at += len(line) + 1
    return tables
