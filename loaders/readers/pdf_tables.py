"""Ruled tables of a PDF page: crossing rules make a grid, the words in its cells the rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from .pdf_page import Page, Rule, Run

_NEAR = 3.0  # points that rules may miss each other by
_MOST_RULES = 1500
_LONGEST = 200  # characters of a cell; longer ones are text in frames


@dataclass(slots=True)
class Grid:
    """A table's rules: where its columns and rows part, left to right and bottom to top."""

    across: list[Rule]
    down: list[Rule]
    xs: list[float]
    ys: list[float]

    def holds(self, run: Run) -> bool:
        """Whether a run stands inside."""
        x = (run.left + run.right) / 2
        return self.xs[0] - _NEAR <= x <= self.xs[-1] + _NEAR and self.ys[0] - _NEAR <= run.middle <= self.ys[-1] + _NEAR

    def cell(self, run: Run) -> tuple[int, int]:
        """Row (from the top) and column of a run; where a rule between cells is missing, the cell reaches over."""
        x, y = (run.left + run.right) / 2, run.middle
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        while row < len(self.ys) - 2 and not _has(self.across, x, self.ys[row + 1], False):
            row += 1
        while column > 0 and not _has(self.down, self.xs[column], y, True):
            column -= 1
        return len(self.ys) - 2 - row, column


def _has(rules: Sequence[Rule], x: float, y: float, down: bool) -> bool:
    if down:
        return any(abs((a + c) / 2 - x) <= _NEAR and b - _NEAR <= y <= d + _NEAR for a, b, c, d in rules)
    return any(abs((b + d) / 2 - y) <= _NEAR and a - _NEAR <= x <= c + _NEAR for a, b, c, d in rules)


def tables(page: Page) -> list[tuple[int, list[list[str]], list[Run]]]:
    """The page's tables: where each comes among the runs, its rows of cells, and the runs it takes."""
    out = []
    for grid in _grids(page.rules):
        inside = [(index, run) for index, run in enumerate(page.runs) if run.size and grid.holds(run)]
        cells: dict[tuple[int, int], list[Run]] = {}
        for _, run in inside:
            cells.setdefault(grid.cell(run), []).append(run)
        words = {place: words_of(runs) for place, runs in cells.items()}
        columns = sorted({column for _, column in words})
        if len(columns) < 2 or any(len(text) > _LONGEST for text in words.values()):
            continue
        rows = [
            [words.get((row, column), "") for column in columns] for row in sorted({row for row, _ in words})
        ]
        if sum(sum(map(bool, row)) > 1 for row in rows) * 2 < len(rows):
            continue
        out.append((inside[0][0], rows, [run for _, run in inside]))
    return out


def words_of(runs: list[Run]) -> str:
    """A cell's words, line by line."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: -r.base):
        if lines and abs(lines[-1][0].base - run.base) < 0.4 * run.size:
            lines[-1].append(run)
        else:
            lines.append([run])
    text = ""
    for line in lines:
        for run in sorted(line, key=lambda r: r.left):
            words = run.text.strip()
            latin = text[-1:].isascii() and text[-1:].isalnum() and words[:1].isascii() and words[:1].isalnum()
            text += (" " if text and latin else "") + words
    return text


def _grids(rules: Sequence[Rule]) -> list[Grid]:
    """Groups of rules that touch, with at least two columns and two rows."""
    if not 4 <= len(rules) <= _MOST_RULES:
        return []
    groups: list[list[Rule]] = []
    # From top to bottom a rule touches few groups, the latest most often.
    for rule in sorted(rules, key=lambda r: -r[3]):
        touching = [group for group in groups[-8:] if any(_touch(rule, other) for other in reversed(group))]
        if not touching:
            groups.append([rule])
            continue
        touching[0].append(rule)
        for group in touching[1:]:
            touching[0].extend(group)
            groups.remove(group)
    out = []
    for group in groups:
        across = [r for r in group if r[2] - r[0] > r[3] - r[1]]
        down = [r for r in group if r[2] - r[0] <= r[3] - r[1] and r[3] - r[1] > _NEAR]
        xs, ys = _edges([(r[0] + r[2]) / 2 for r in down]), _edges([(r[1] + r[3]) / 2 for r in across])
        if len(xs) >= 3 and len(ys) >= 3:
            out.append(Grid(across, down, xs, ys))
    return out


def _touch(a: Rule, b: Rule) -> bool:
    return (
        a[0] <= b[2] + _NEAR and b[0] <= a[2] + _NEAR and a[1] <= b[3] + _NEAR and b[1] <= a[3] + _NEAR
    )


def _edges(values: list[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _NEAR:
            out.append(value)
    return out
