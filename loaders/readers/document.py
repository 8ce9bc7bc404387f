"""What every reader makes of a file: a `Document` of lines with what can be seen of their style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

LineKind = Literal["text", "row", "contents", "noise"]
Align = Literal["left", "center", "right"]


@dataclass(slots=True, eq=False)  # not frozen: a bulletin has thousands, and freezing costs half of making one
class Line:
    """A line of a page, or a whole paragraph where the file keeps paragraphs (`flow` False).

    `text` is what a person reads (see `hygiene.fold`), without the white space around it; `raw` is what
    the file holds and `offsets[i]` the place in `raw` of character `i` of `text` (None: the same
    plus `shift`). `gap` counts the blank lines before it, `indent` the columns of white space before its
    first character. `fill` is the share of the column's width that the line takes, where the file
    has a geometry, and `measure` the column's width in columns of half a letter. `block` numbers paragraphs: lines of one block were parted by a soft break.
    `level` is that of a heading (1 …, 0 none), `size` the letters' height in points, `marker` a bullet or number
    that the file keeps apart from the text. A `row` of a table has its `cells`.
    `tail`: white space follows at the line's end; `turn`: a page's foot or head was dropped just before it.
    """

    text: str
    raw: str = ""
    offsets: Sequence[int] | None = None
    shift: int = 0
    page: int | None = None
    block: int = 0
    gap: int = 0
    indent: int = 0
    fill: float | None = None
    measure: int = 0
    flow: bool = False
    level: int = 0
    size: float | None = None
    bold: bool = False
    align: Align = "left"
    marker: str = ""
    kind: LineKind = "text"
    cells: tuple[str, ...] = ()
    tail: bool = False
    turn: bool = False

    def origin(self, index: int) -> int:
        """The place in `raw` of character `index` of `text` (`len(text)`: just after the last)."""
        if self.offsets is None:
            return index + self.shift
        if index < len(self.offsets):
            return self.offsets[index]
        return self.offsets[-1] + 1 if self.offsets else 0


@dataclass(frozen=True, slots=True)
class Document:
    """A file as lines in reading order.

    `source` is the file's name (no folder: the same file gives the same facts wherever it lies),
    `sha256` the hash of its bytes, `format` one of txt, html, docx, pdf. `title` is the one that the file's own
    metadata or heading gives, `stamp` a date of publication that stands outside the text (ISO 8601).
    """

    source: str
    sha256: str
    format: str
    lines: tuple[Line, ...]
    title: str | None = None
    stamp: str | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def text(self) -> str:
        """All lines, one a line: for looking at what was read."""
        return "\n".join(line.text for line in self.lines)
