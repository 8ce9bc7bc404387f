"""Dates of every precision that bulletins have, and the days they may mean.

A date is ISO text: a day, a month, a year, or a period of two of them with a slash between.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable

from ..errors import InputError

_PART = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def span(date: str, *, where: str = "date") -> tuple[str, str]:
    """The first and the last day that a date may mean, as `YYYY-MM-DD`.

    >>> span("2024-06")
    ('2024-06-01', '2024-06-30')
    >>> span("2023-04/2023-06")
    ('2023-04-01', '2023-06-30')

    Raises `InputError` for what is no date.
    """
    first, _, last = date.strip().partition("/")
    start, end = _days(first, where)[0], _days(last or first, where)[1]
    if end < start:
        raise InputError(f"the period “{date}” ends before it begins", where=where)
    return start, end


def try_span(date: str | None) -> tuple[str, str] | None:
    """Like `span`, but None for what is no date."""
    try:
        return None if not date else span(date)
    except InputError:
        return None


def earliest(dates: Iterable[str]) -> str | None:
    """The date that begins first; of those the one that ends first. What is no date does not count."""
    found = sorted((days, date) for date in set(dates) if (days := try_span(date)) is not None)
    return found[0][1] if found else None


def latest(dates: Iterable[str]) -> str | None:
    """The date that ends last; of those the one that begins last. What is no date does not count."""
    found = sorted(((days[1], days[0]), date) for date in set(dates) if (days := try_span(date)) is not None)
    return found[-1][1] if found else None


def _days(part: str, where: str) -> tuple[str, str]:
    found = _PART.fullmatch(part)
    if found is not None:
        year, month, day = (int(p) if p else None for p in found.groups())
        if year and (month is None or 1 <= month <= 12):
            last = monthrange(year, month or 12)[1]
            if day is None:
                return f"{year:04}-{month or 1:02}-01", f"{year:04}-{month or 12:02}-{last:02}"
            if 1 <= day <= last:
                return (f"{year:04}-{month:02}-{day:02}",) * 2
    raise InputError(
        f"“{part}” is no date",
        where=where,
        hint="write 2024-06-15, 2024-06, 2024 or two of them with a / between",
    )
