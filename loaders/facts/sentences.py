"""Sentences of an item's text, as spans; quotes and brackets stay together."""

from __future__ import annotations

from ...graph.model import Span

_OPEN = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "「": "」", "『": "』", "【": "】", "〔": "〕"}
_END = frozenset("。！？!?；")
_CLOSE = frozenset("”’）)》」』】")
_LONGEST = 400
"""How far an opened quote or bracket may hold a sentence together, in characters."""


def split(text: str) -> list[Span]:
    """The spans of the sentences, in order, white space at both ends left out.

    A sentence ends after 。！？； or at the end of a line. Inside quotes and brackets the end is put
    off to their close (a bracket that is never closed holds nothing together); a closing mark after
    the end belongs to the sentence.
    """
    spans: list[Span] = []
    for start, stop in _lines(text):
        begin = at = start
        inside_until = -1
        while at < stop:
            char = text[at]
            if at > inside_until and char in _OPEN:
                close = _closing(text, at, min(stop, at + _LONGEST))
                if close > at:
                    inside_until = close
            if at == inside_until and text[at - 1] in _END and char in "”’" and _opens_sentence(text, at, stop):
                _add(spans, text, begin, at + 1)
                begin = at + 1
            elif char in _END and at > inside_until:
                at += 1
                while at < stop and text[at] in _CLOSE:
                    at += 1
                _add(spans, text, begin, at)
                begin = at
                continue
            at += 1
        _add(spans, text, begin, stop)
    return spans


def _lines(text: str) -> list[Span]:
    out: list[Span] = []
    start = 0
    for line in text.split("\n"):
        out.append((start, start + len(line)))
        start += len(line) + 1
    return out


def _closing(text: str, at: int, stop: int) -> int:
    """Where the bracket opened at `at` is closed before `stop`; `at` where it is not."""
    opened, closing = text[at], _OPEN[text[at]]
    depth = 0
    for place in range(at, stop):
        if text[place] == opened:
            depth += 1
        elif text[place] == closing:
            depth -= 1
            if not depth:
                return place
    return at


def _opens_sentence(text: str, at: int, stop: int) -> bool:
    """Whether a new sentence follows the closed quote at `at` (no comma or 的 that carries on)."""
    return at + 1 < stop and text[at + 1] not in "，、；的等为是（,"


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
