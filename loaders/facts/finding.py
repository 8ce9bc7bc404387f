"""Where a name stands in a text, sign by sign: no pattern is made of a name, for patterns are dear to compile."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph.model import Span


def spans_of(form: str, text: str, stop: int | None = None) -> Iterator[Span]:
    """The spans of `form` in `text[:stop]`, in order, none overlapping."""
    at = text.find(form, 0, stop) if form else -1
    while at >= 0:
        yield at, at + len(form)
        at = text.find(form, at + len(form), stop)
