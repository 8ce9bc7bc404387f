"""Plain text → lines."""

from __future__ import annotations

import re

from .document import Document, Line
from .encoding import decode
from .hygiene import Quotes, fold
from .limits import Deadline, Limits, check_characters, check_lines

# A column is parted from the next by a tab or a run of blanks that no typesetter puts into a sentence.
_COLUMNS = re.compile("\t+| {2,}|\u3000{2,}")
_NEWLINE = re.compile("\r\n|[\n\r\x0b\u0085\u2028\u2029]")


def read_text(data: bytes, source: str, sha256: str, limits: Limits, deadline: Deadline) -> Document:
    """Read a plain text file: one `flow` line for each line that is not blank.

    A form feed counts as a new page. Raises `InputError` for unknown encodings.
    """
    text, _ = decode(data, where=source)
    check_characters(len(text), limits, source)
    # Blank lines cost nothing; a text of very many short ones is refused before it is taken apart.
    check_lines(sum(1 for line in text.splitlines() if line.strip()), limits, source)
    return Document(source, sha256, "txt", tuple(flow_lines(text, deadline)))


def flow_lines(text: str, deadline: Deadline, *, block: int = 0) -> list[Line]:
    """The lines of running text, with the blank lines and the indent before each."""
    lines: list[Line] = []
    quotes = Quotes()
    gap, page = 0, 1
    paged = "\f" in text
    for number, raw in enumerate(_NEWLINE.split(text)):
        if number % 2000 == 0:
            deadline.check()
        if paged and "\f" in raw:
            page += raw.count("\f")
            raw = raw.replace("\f", " ")
        stripped = raw.strip()
        if not stripped:
            gap += 1
            continue
        if gap > 2:
            quotes.reset()
        folded = fold(raw, quotes)
        if not folded.text:
            gap += 1
            continue
        cells = _cells(stripped)
        lines.append(
            Line(
                folded.text, raw, folded.offsets, folded.shift, page if paged else None, block, gap,
                leading(raw), flow=True, marker=marker(stripped),
                tail=raw[-1].isspace(), cells=cells,
            )
        )
        gap = 0
    return lines


def leading(raw: str) -> int:
    """The width of a line's leading white space in columns of half a Chinese character."""
    space = raw[: len(raw) - len(raw.lstrip())]
    return 0 if not space else sum(2 if char == "\u3000" else 4 if char == "\t" else 1 for char in space)


# A number that only white space parts from the headline; 6 月 1 日, 12 家 and the like go on as text.
_NUMBER = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){0,2})[ \t\u3000]+(?=[\u4e00-\u9fff《“])(?![年月日时点分秒个项次届期场位种所条余多类批号元万亿吨米]|人(?![形工才民机类体社大事参])|家(?![电居具用])|名(?!单|录|企|校)|部(?![门署委分])|天(?=[内后前的时，。、；]|$)|周(?!年)|级(?!别))"
)


def marker(stripped: str) -> str:
    """What folding drops of a line's mark: a bullet of a symbol font, or that a number stands apart."""
    if stripped[0].isdigit():
        match = _NUMBER.match(stripped)
        return match.group(1) if match else ""
    return stripped[0] if "\ue000" <= stripped[0] <= "\uf8ff" else ""


def _cells(stripped: str) -> tuple[str, ...]:
    if "\t" not in stripped and "  " not in stripped and "\u3000\u3000" not in stripped:
        return ()
    cells = tuple(fold(cell).text for cell in _COLUMNS.split(stripped))
    return cells if len(cells) > 1 else ()
