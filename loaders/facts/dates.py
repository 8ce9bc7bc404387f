"""Dates and periods in a text, as written, with the days that they cover.

近日 and 日前 take the bulletin's own period. A date without a year takes the year that stands
before it in the text, else the bulletin's (the year before, where the month would lie after the
bulletin).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .needs import matches

Precision = Literal["day", "month", "year", "period"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period at `[start, end)` of a text.

    `first` and `last` are ISO 8601 days, both included; `precision` is that of the words (近日: the
    bulletin's). Both days are None where the year is not known.
    """

    start: int
    end: int
    text: str
    first: str | None
    last: str | None
    precision: Precision

    @property
    def value(self) -> str | None:
        """ISO 8601 of the words' precision: `2024-04-26`, `2024-04`, `2024`, `2024-10-27/2024-10-28`."""
        if self.first is None or self.last is None:
            return None
        if self.precision == "day":
            return self.first
        if self.precision == "month":
            return self.first[:7]
        if self.precision == "year":
            return self.first[:4]
        return f"{self.first}/{self.last}"


_DASH = r"(?:至|到|—+|－+|–|-|~|～|、|和)"
_YEAR = r"(?P<year>(?:19|20)\d{2}年|今年|去年|明年|本年|当年|前年)?"
_FULL = re.compile(
    rf"{_YEAR}(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])(?:[日号]|(?={_DASH}\d)))"
    rf"(?:{_DASH}(?P<year2>(?:19|20)\d{{2}}年)?(?:(?P<month2>1[0-2]|0?[1-9])月)?(?P<day2>3[01]|[12]\d|0?[1-9])[日号])?"
)
_MONTH = re.compile(
    rf"{_YEAR}(?P<month>1[0-2]|0?[1-9])月(?:(?P<part>份|上旬|中旬|下旬|初|中|底|末)|(?=[^\d]|$))"
    rf"(?:{_DASH}(?P<month2>1[0-2]|0?[1-9])月(?!\d))?"
)
_NUMERIC = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})[-/.](?P<month>1[0-2]|0?[1-9])[-/.](?P<day>3[01]|[12]\d|0?[1-9])(?!\d)")
_QUARTER = re.compile(r"(?P<year>(?:19|20)\d{2}年|今年|去年|明年)?第?(?P<quarter>[一二三四1-4])季度")
_HALF = re.compile(r"(?P<year>(?:19|20)\d{2}年|今年|去年|明年)(?P<half>上半年|下半年)|(?<!半)(?P<bare>上半年|下半年)")
_ONLY_YEAR = re.compile(r"(?:(?P<number>(?:19|20)\d{2})年(?![度第])|(?P<word>今年|去年|明年|前年))(?P<part>初|底|末)?")
_DAY = re.compile(
    r"(?<![\d月])(?P<day>3[01]|[12]\d|0?[1-9])[日号](?![程线楼院])"
    rf"(?:{_DASH}(?P<day2>3[01]|[12]\d|0?[1-9])[日号])?(?=[，,。在上下召举由，]|$)"
)
_NEAR = re.compile(r"近日|日前|近期|近来|日内|近几日|连日来|不久前|前不久|当前|本月|本周|上周|上月|近月来")
_PARTS = {"上旬": (1, 10), "中旬": (11, 20), "初": (1, 10), "中": (11, 20)}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


def find_dates(text: str, period: str | None = None) -> list[DateMention]:
    """The dates of a text in reading order, none overlapping.

    `period` is the bulletin's date as ISO text (`2024`, `2024-06`, `2024-06-15`,
    `2024-04/2024-06`); without it 近日 and dates without a year keep `first` and `last` None.
    """
    covered = cover(period)
    found: list[DateMention] = []
    taken: list[tuple[int, int]] = []
    context = _Years(text, covered)
    for pattern, read in (
        (_FULL, _full), (_NUMERIC, _numeric), (_MONTH, _month), (_QUARTER, _quarter), (_HALF, _half),
        (_ONLY_YEAR, _only_year), (_DAY, _bare_day),
    ):  # fmt: skip
        for match in matches(pattern, text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            days = read(match, context)
            if days is None:
                continue
            taken.append(match.span())
            found.append(DateMention(match.start(), match.end(), match[0], days[0], days[1], days[2]))
    for match in matches(_NEAR, text):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            first, last = (covered[0].isoformat(), covered[1].isoformat()) if covered else (None, None)
            found.append(DateMention(match.start(), match.end(), match[0], first, last, precision_of(period)))
    return sorted(found, key=lambda mention: mention.start)


def cover(period: str | None) -> tuple[date, date] | None:
    """First and last day of an ISO date or period; None where it is none."""
    if not period:
        return None
    ends = period.split("/")
    try:
        first, last = _span(ends[0]), _span(ends[-1])
    except ValueError:
        return None
    return first[0], last[1]


def precision_of(period: str | None) -> Precision:
    """The precision of an ISO date or period."""
    if period is None or "/" in period:
        return "period"
    return {4: "year", 7: "month"}.get(len(period), "day")  # type: ignore[return-value]


def _span(text: str) -> tuple[date, date]:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], 1), _month_end(parts[0], parts[1])
    return (date(parts[0], parts[1], parts[2]),) * 2


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


_Days = tuple[str | None, str | None, Precision]


class _Years:
    """The year of dates that name none: the one before them in the text, else the bulletin's."""

    def __init__(self, text: str, covered: tuple[date, date] | None) -> None:
        self.covered = covered
        self.text = text
        self.named = [(m.start(), int(m[1])) for m in re.finditer(r"((?:19|20)\d{2})年(?=\d)", text)]
        self.months: list[tuple[int, int, int]] = []

    def year(self, word: str | None, month: int | None, at: int) -> int | None:
        """The year that the word (`2024年`, 今年, None) means at this place."""
        base = self.covered[1].year if self.covered else None
        if word and word[:4].isdigit():
            return int(word[:4])
        if word in ("今年", "本年", "当年"):
            return base
        if word in ("去年", "明年", "前年"):
            return None if base is None else base + {"去年": -1, "明年": 1, "前年": -2}[word]
        before = [year for start, year in self.named if start < at and "。" not in self.text[start:at]]
        if before:
            return before[-1]
        if base is None or month is None or self.covered is None:
            return base
        later = date(base, month, 1) > self.covered[1] + timedelta(days=120)
        return base - 1 if later else base

    def seen(self, at: int, year: int | None, month: int) -> None:
        """Note the month of a full date, for bare days after it."""
        if year is not None:
            self.months.append((at, year, month))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _full(match: re.Match[str], years: _Years) -> _Days | None:
    month, day = int(match["month"]), int(match["day"])
    year = years.year(match["year"], month, match.start())
    years.seen(match.start(), year, month)
    ranged = match["day2"] is not None
    if year is None:
        return None, None, "period" if ranged else "day"
    first = _day(year, month, day)
    if first is None:
        return None
    if not ranged:
        return first, first, "day"
    year2 = int(match["year2"][:4]) if match["year2"] else year
    last = _day(year2, int(match["month2"] or month), int(match["day2"]))
    if last is None or last < first:
        return first, first, "day"
    return first, last, "period"


def _numeric(match: re.Match[str], years: _Years) -> _Days | None:
    day = _day(int(match["year"]), int(match["month"]), int(match["day"]))
    return None if day is None else (day, day, "day")


def _month(match: re.Match[str], years: _Years) -> _Days | None:
    month = int(match["month"])
    year = years.year(match["year"], month, match.start())
    part = match["part"]
    last_month = int(match["month2"]) if match["month2"] else month
    precision: Precision = "period" if part in ("上旬", "中旬", "下旬", "初", "中", "底", "末") or match["month2"] else "month"
    if year is None:
        return None, None, precision
    end = _month_end(year if last_month >= month else year + 1, last_month)
    years.seen(match.start(), year, month)
    if part in _PARTS:
        low, high = _PARTS[part]
        return _day(year, month, low), _day(year, month, high), precision
    if part in ("下旬", "底", "末"):
        return _day(year, month, 21), end.isoformat(), precision
    return _day(year, month, 1), end.isoformat(), precision


def _quarter(match: re.Match[str], years: _Years) -> _Days | None:
    year = years.year(match["year"], None, match.start())
    if year is None:
        return None, None, "period"
    quarter = _QUARTERS.get(match["quarter"]) or int(match["quarter"])
    return _day(year, 3 * quarter - 2, 1), _month_end(year, 3 * quarter).isoformat(), "period"


def _half(match: re.Match[str], years: _Years) -> _Days | None:
    year = years.year(match["year"], None, match.start())
    if year is None:
        return None, None, "period"
    first = (match["half"] or match["bare"]) == "上半年"
    return (f"{year}-01-01", f"{year}-06-30", "period") if first else (f"{year}-07-01", f"{year}-12-31", "period")


def _only_year(match: re.Match[str], years: _Years) -> _Days | None:
    year = years.year(match["number"] or match["word"], None, match.start())
    part = match["part"]
    if year is None:
        return None, None, "period" if part else "year"
    if part == "初":
        return f"{year}-01-01", f"{year}-03-31", "period"
    if part:
        return f"{year}-10-01", f"{year}-12-31", "period"
    return f"{year}-01-01", f"{year}-12-31", "year"


def _bare_day(match: re.Match[str], years: _Years) -> _Days | None:
    before = [(year, month) for at, year, month in years.months if at < match.start()]
    covered = years.covered
    if before:
        year, month = before[-1]
    elif covered and (covered[0].year, covered[0].month) == (covered[1].year, covered[1].month):
        year, month = covered[0].year, covered[0].month
    else:
        return None, None, "day"
    first = _day(year, month, int(match["day"]))
    if first is None:
        return None
    last = _day(year, month, int(match["day2"])) if match["day2"] else first
    return (first, last, "period" if match["day2"] else "day") if last else None
