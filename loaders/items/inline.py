"""Lines that hold two things: a paragraph and, behind it, its credit in brackets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..readers.document import Line
from .credit import inline_credit


def split_inline(lines: Iterable[Line]) -> list[Line]:
    """The lines, with a closing credit in brackets on a line of its own."""
    out: list[Line] = []
    for line in lines:
        at = inline_credit(line.text) if line.kind == "text" and line.text[-1:] in tuple("）)】]。.") else None
        if at is None:
            out.append(line)
            continue
        out.append(part(line, 0, len(line.text[:at].rstrip())))
        out.append(replace(part(line, at, len(line.text)), gap=0, block=line.block + 1 if not line.flow else line.block))
    return out


def part(line: Line, start: int, end: int) -> Line:
    """Characters `[start, end)` of a line as a line of their own."""
    offsets = None if line.offsets is None else tuple(line.offsets[start:end])
    return replace(line, text=line.text[start:end], offsets=offsets, shift=line.shift + start)
