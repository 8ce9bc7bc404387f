"""Labelled lines → sections and items, paragraphs joined, with a map from the text to the lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from ..readers.document import Line
from .credit import Credit, inline_credit, parse_credit
from .segment import Segmented


@dataclass(slots=True)
class Woven:
    """Text put together from lines; `piece` i begins at `starts[i]` and comes from a line and column."""

    text: str = ""
    starts: list[int] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)

    def add(self, words: str, line: int, column: int, join: str = "") -> None:
        """Append words of a line, after `join` (a blank, a line end, nothing)."""
        self.text += join
        if words:
            self.starts.append(len(self.text))
            self.pieces.append((line, column))
            self.text += words

    def append(self, other: Woven, join: str = "\n") -> None:
        """Append another text after a line end."""
        base = len(self.text) + (len(join) if self.text else 0)
        self.text = f"{self.text}{join}{other.text}" if self.text else other.text
        self.starts += [base + start for start in other.starts]
        self.pieces += other.pieces

    def cut(self, start: int, end: int) -> Woven:
        """The part `[start, end)` with its map."""
        out = Woven(self.text[start:end])
        for index, begin in enumerate(self.starts):
            stop = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
            if begin < end and stop > start:
                line, column = self.pieces[index]
                skip = max(0, start - begin)
                out.starts.append(begin + skip - start)
                out.pieces.append((line, column + skip))
        return out

    def origin(self, index: int) -> tuple[int, int]:
        """Line number and column (in the line's folded text) of one character."""
        at = bisect_right(self.starts, index) - 1
        if at < 0:
            return 0, 0
        line, column = self.pieces[at]
        return line, column + index - self.starts[at]


@dataclass(slots=True)
class Piece:
    """An item before it gets its bulletin and number."""

    section: str | None
    title: Woven
    body: list[Woven]
    credit: Credit | None = None
    credit_line: Woven | None = None
    page: int | None = None
    date: str | None = None

    def woven(self) -> Woven:
        """Title, body and credit line, one paragraph a line."""
        out = Woven()
        out.append(self.title)
        for paragraph in self.body:
            out.append(paragraph)
        if self.credit_line is not None:
            out.append(self.credit_line)
        return out


def assemble(cut: Segmented) -> tuple[list[Piece], list[int], list[int]]:
    """The items in reading order, and the numbers of the lines of masthead and end."""
    pieces: list[Piece] = []
    section: str | None = None
    sections: list[str] = []
    credits: list[list[Woven]] = []
    head = [i for i, label in enumerate(cut.labels) if label == "M"]
    tail = [i for i, label in enumerate(cut.labels) if label == "E"]
    for index, (line, label, feature) in enumerate(zip(cut.lines, cut.labels, cut.features, strict=True)):
        if label == "S":
            section = feature.words.strip(" ：:")
            sections.append(section)
        elif label == "T":
            words = feature.words
            pieces.append(Piece(section, _piece(words, index, feature.start), [], page=line.page))
            credits.append([])
        elif label == "t" and pieces:
            _join(pieces[-1].title, line, index, cut.lines[index - 1])
        elif label == "B":
            if not pieces:
                pieces.append(Piece(section, Woven(), [], page=line.page))
                credits.append([])
            pieces[-1].body.append(_piece(line.text, index, 0))
        elif label == "b":
            _join(pieces[-1].body[-1], line, index, cut.lines[index - 1])
        elif label == "R" and pieces:
            credits[-1].append(_piece(line.text, index, 0))
        elif label == "r" and pieces and credits[-1]:
            _join(credits[-1][-1], line, index, cut.lines[index - 1])
    for piece, lines in zip(pieces, credits, strict=True):
        _credit(piece, lines)
    return pieces, head, tail


def _piece(words: str, line: int, column: int) -> Woven:
    out = Woven()
    out.add(words, line, column)
    return out


def _join(woven: Woven, line: Line, index: int, before: Line) -> None:
    """Go on with a line: no blank between Chinese characters, one between Latin words."""
    last, words = woven.text[-1:], line.text
    join = ""
    if _latin(last) and _latin(words[:1]):
        join = "" if last.isdigit() and words[0].isdigit() else " "
    woven.add(words, index, 0, join)


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _credit(piece: Piece, lines: list[Woven]) -> None:
    """Settle the item's credit: its own line, or the brackets that close the last paragraph."""
    for woven in lines:
        credit = parse_credit(woven.text)
        if credit is None and woven.text[:1] in "（(【[" and len(woven.text) <= 60:
            continue
        if credit is not None and piece.credit is None:
            piece.credit, piece.credit_line = credit, woven
        elif credit is None:
            piece.body.append(woven)
    if piece.credit is None and piece.body:
        last = piece.body[-1]
        at = inline_credit(last.text)
        if at is not None:
            line = last.cut(at, len(last.text))
            piece.credit, piece.credit_line = parse_credit(line.text), line
            end = len(last.text[:at].rstrip())
            piece.body[-1] = last.cut(0, end)


