"""Dates of any precision as the first and the last day that they may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Days(NamedTuple):
    """The first and last day that a date may mean, as ISO text, and its precision."""

    earliest: str
    latest: str
    precision: str


@lru_cache(maxsize=10_000)
def days(text: str) -> Days | None:
    """Read `2024-06-15`, `2024-06`, `2024` or a period `a/b` of them; None for anything else.

    The engines disagree on partial dates (`xsd:gYearMonth`), so stores get whole days. A period that
    ends before it begins is no date.
    """
    first, slash, last = text.partition("/")
    start, end = _bounds(first), _bounds(last if slash else first)
    if start is None or end is None or start[0] > end[1]:
        return None
    return Days(start[0].isoformat(), end[1].isoformat(), "period" if slash else start[2])


def _bounds(text: str) -> tuple[date, date, str] | None:
    found = _PARTIAL.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None  # noqa: S101  (the pattern has it)
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31), "year"
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"
        return date(year, month, day), date(year, month, day), "day"
    except ValueError:
        return None
