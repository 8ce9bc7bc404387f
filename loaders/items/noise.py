"""Lines that are no part of the bulletin: page numbers, running heads, calls to follow an account."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ..readers.document import Line
from .credit import parse_credit
from .signals import signals

_LONGEST = 100
_DIGITS = re.compile(r"\d+")


@cache
def _noise() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in signals()["noise"]))


def drop_noise(lines: Sequence[Line]) -> list[Line]:
    """The lines that say something. What follows a dropped page number goes on from before it."""
    noisy = [_is_noise(line) for line in lines]
    heads = _running_heads(lines, noisy)
    out: list[Line] = []
    dropped = False
    for index, line in enumerate(lines):
        if line.kind == "noise" or index in heads or noisy[index]:
            dropped = dropped or _is_page_mark(line) or index in heads
            continue
        if dropped and out and line.flow:
            # The white space round a page's foot says nothing about paragraphs.
            line = replace(line, turn=True)
        out.append(line)
        dropped = False
    return out


def _is_noise(line: Line) -> bool:
    text = line.text
    if line.kind != "text" or len(text) > _LONGEST or (len(text) > 24 and ("，" in text or "。" in text[:-1])):
        return False
    return _noise().fullmatch(text) is not None


def _is_page_mark(line: Line) -> bool:
    return any(c.isdigit() for c in line.text) and len(line.text) <= 20


def _running_heads(lines: Sequence[Line], noisy: Sequence[bool]) -> set[int]:
    """Lines that come again beside page numbers or at page starts, digits aside."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.flow and len(line.text) <= 50 and line.text[0] not in "（(":
            places[_DIGITS.sub("#", line.text)].append(index)
    out: set[int] = set()
    for key, found in places.items():
        if len(found) < 2 or key == "#" or parse_credit(lines[found[0]].text):
            continue
        if len(found) > 1 and _counts_pages(key, [lines[index].text for index in found]):
            out.update(found)
            continue
        beside = sum(_beside_page(lines, index, noisy) for index in found)
        if len(found) > 2 and beside * 2 >= len(found):
            out.update(found)
    return out


def _counts_pages(key: str, texts: Sequence[str]) -> bool:
    """Whether lines that are alike but for one number count pages with it: 某简报 第3期 第2页, … 第3页."""
    if "页" not in key and "期" not in key:
        return False
    columns = list(zip(*(map(int, _DIGITS.findall(text)) for text in texts), strict=True))
    changing = [column for column in columns if len(set(column)) > 1]
    return len(changing) == 1 and all(b - a in (1, 2) for a, b in itertools.pairwise(changing[0]))


def _beside_page(lines: Sequence[Line], index: int, noisy: Sequence[bool]) -> bool:
    for step in (-1, 1):
        other = index + step
        if not 0 <= other < len(lines):
            return True
        line = lines[other]
        if noisy[other] and len(line.text) <= 20 and _is_page_mark(line):
            return True
        if line.page != lines[index].page:
            return True
    return False
