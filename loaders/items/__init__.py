"""Text → items: cut a document into the bulletin's news items."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata

from ...errors import InputError
from ...graph.model import Bulletin, Item
from ..readers.document import Document, Line
from .assemble import Piece, Woven, assemble
from .dates import period_of, precision_of, publication_date
from .identity import Masthead, bulletin_id, read_masthead
from .inline import split_inline
from .noise import drop_noise
from .segment import Segmented, segment
from .tables import Table, find_tables, mark_rows

__all__ = ["Table", "Traced", "cut", "cut_traced", "find_tables", "reader_version"]


@dataclass(frozen=True, slots=True)
class Traced:
    """An item with the way back to the file."""

    item: Item
    woven: Woven
    lines: Sequence[Line]

    def source(self, start: int, end: int) -> list[tuple[int | None, str]]:
        """What the file holds for `[start, end)` of the item's text: page and raw characters, a pair a line."""
        out: list[tuple[int | None, str]] = []
        held = -1
        first = last = 0
        for index in range(start, end):
            if self.item.text[index] == "\n":
                continue
            number, column = self.woven.origin(index)
            line = self.lines[number]
            place = line.origin(column)
            if number != held:
                if held >= 0:
                    out.append((self.lines[held].page, self.lines[held].raw[first : last + 1]))
                held, first = number, place
            last = place
        if held >= 0:
            out.append((self.lines[held].page, self.lines[held].raw[first : last + 1]))
        return out


@cache
def reader_version() -> str:
    """`innograph <version>`, for the bulletin's `reader`."""
    try:
        return f"innograph {metadata.version('innograph')}"
    except metadata.PackageNotFoundError:
        return "innograph"


def cut(document: Document, *, date: str | None = None) -> tuple[Bulletin, tuple[Item, ...]]:
    """Cut a document into a bulletin's items.

    Parameters
    ----------
    document
        What a reader made of a file.
    date
        ISO 8601 date for a bulletin that shows none itself.

    Raises
    ------
    InputError
        Where the document holds no news item.
    """
    bulletin, traced = cut_traced(document, date=date)
    return bulletin, tuple(one.item for one in traced)


def cut_traced(document: Document, *, date: str | None = None) -> tuple[Bulletin, tuple[Traced, ...]]:
    """Like `cut`, each item with the map from its text back to the lines of the file."""
    with _no_collection():
        return _cut(document, date)


@contextmanager
def _no_collection() -> Iterator[None]:
    """No search for cycles while one document is cut: its thousands of small parts make none, and looking for them
    costs a tenth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _cut(document: Document, date: str | None) -> tuple[Bulletin, tuple[Traced, ...]]:
    lines = mark_rows(drop_noise(split_inline(document.lines)))
    if not lines:
        raise InputError("no text", where=document.source, hint="give a bulletin with text")
    cutting = segment(lines)
    pieces, head, _ = assemble(cutting)
    pieces = [piece for piece in pieces if piece.body or piece.title.text]
    if not any(piece.body for piece in pieces):
        raise InputError("no news item found", where=document.source, hint="is this a bulletin?")
    masthead = _masthead(document, cutting, head)
    for piece in pieces:
        if not piece.title.text:
            _borrow_title(piece, masthead)
    whole = [piece.woven() for piece in pieces]
    texts = [woven.text for woven in whole]
    when, precision = masthead.date, masthead.precision
    if when is None:
        shown = period_of(texts)
        if shown is not None:
            when, precision = shown
        elif date is not None:
            when, precision = date, precision_of(date)
    bulletin = Bulletin(
        id=bulletin_id(masthead, texts), title=masthead.title, issue=masthead.issue, date=when, precision=precision,
        publisher=masthead.publisher, source=document.source, source_sha256=document.sha256, reader=reader_version(),
    )
    items = tuple(
        Traced(
            Item(
                bulletin.id, number, piece.title.text, piece.section, piece.credit.name if piece.credit else None,
                piece.credit.kind if piece.credit else None, "news", piece.date or when, piece.page, woven.text,
            ),
            woven, lines,
        )
        for number, (piece, woven) in enumerate(zip(pieces, whole, strict=True), 1)
    )
    return bulletin, items


def _masthead(document: Document, cutting: Segmented, head: Sequence[int]) -> Masthead:
    masthead = read_masthead([cutting.lines[i].text for i in head], document.title)
    stamp = document.stamp or publication_date(line.text for line in document.lines[:15])
    if stamp and (masthead.date is None or masthead.precision in ("year", "month")):
        masthead = replace(masthead, date=stamp, precision=precision_of(stamp))
    return masthead


def _borrow_title(piece: Piece, masthead: Masthead) -> None:
    """A body without a headline: its first clause has to name it."""
    first = piece.body[0].text
    end = min((i for i in (first.find(c) for c in "，。；") if i > 6), default=min(len(first), 40))
    piece.title = piece.body[0].cut(0, min(end, 60))
