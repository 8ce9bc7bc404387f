"""Dates of a bulletin: from the masthead, from its own full dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "year", "period"]

_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})(?:\s*[日号]|(?!\d))")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:年\s*(\d{1,2})\s*月|[-./]\s*(\d{1,2})(?![-./\d]))")
_SPAN = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*日?\s*[—–\-~～至到]+\s*(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*日")
_PUBLISHED = re.compile(r"(?:发布|发表|更新|出版|印发|编印)?(?:时间|日期)\s*[：:]")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年(?!度)")
_QUARTER = re.compile(r"((?:19|20)\d\d)\s*年\s*第?\s*([1-4一二三四])\s*季")
_HAN_DATE = re.compile(r"[一二][〇○零九][〇○零一二三四五六七八九]{2}年(?:[一二三四五六七八九十]{1,3}月)?(?:[一二三四五六七八九十]{1,3}[日号])?")
_LATER = re.compile(r"^[^。，；]{0,4}(起|开始|前|以前|之前|截止|为止)|^[^。]{0,12}(起施行|起实施|起执行|施行|生效|截止)")
_PLANNED = re.compile(r"(将于|拟于|定于|计划于|预计于?|原定于?|截至|截止|自|至)\s*$")


def masthead_date(lines: Iterable[str]) -> tuple[str, Precision] | None:
    """The date that the lines of a masthead give, the most precise first."""
    text = "\n".join(_plain(line) for line in lines)
    for match in _DAY.finditer(text):
        day = _day(*match.groups())
        if day:
            return day, "day"
    span = _SPAN.search(text)
    year = re.search(r"(?<!\d)((?:19|20)\d\d)\s*年", text)
    if span and year:
        first = _day(year.group(1), span.group(1), span.group(2))
        last = _day(year.group(1), span.group(3) or span.group(1), span.group(4))
        if first and last and first <= last:
            return f"{first}/{last}", "period"
    quarter = _QUARTER.search(text)
    if quarter:
        number = "1234".find(quarter.group(2)) if quarter.group(2) in "1234" else "一二三四".find(quarter.group(2))
        ends = ("03-31", "06-30", "09-30", "12-31")
        of = quarter.group(1)
        return f"{of}-{number * 3 + 1:02d}-01/{of}-{ends[number]}", "period"
    for match in _MONTH.finditer(text):
        month = int(match.group(2) or match.group(3))
        if 1 <= month <= 12:
            return f"{match.group(1)}-{month:02d}", "month"
    year_match = _YEAR.search(text)
    return (year_match.group(1), "year") if year_match else None


def publication_date(lines: Iterable[str]) -> str | None:
    """The day that a line of publication near a page's top gives (发布时间：2022-12-30 09:15)."""
    for line in lines:
        label = _PUBLISHED.search(line)
        match = _DAY.search(line, label.end()) if label else None
        if match:
            return _day(*match.groups())
    return None


def period_of(texts: Iterable[str]) -> tuple[str, Precision] | None:
    """The period that the full dates of a bulletin's items show: reports, no plans and no rules' first days.

    A bulletin reports on a year at most, so dates more than a year before the last are history.
    """
    days: list[date] = []
    for text in texts:
        for match in _DAY.finditer(text):
            day = _day(*match.groups())
            if day is None or _LATER.match(text[match.end() : match.end() + 16]):
                continue
            if _PLANNED.search(text[max(0, match.start() - 6) : match.start()]):
                continue
            days.append(date.fromisoformat(day))
    if not days:
        return None
    last = max(days)
    first = min(day for day in days if (last - day).days <= 366)
    if first == last:
        return last.isoformat(), "day"
    return f"{first.isoformat()}/{last.isoformat()}", "period"


def precision_of(iso: str) -> Precision:
    """The precision of a date in ISO 8601: `2024`, `2024-06`, `2024-06-15`, `a/b`."""
    if "/" in iso:
        return "period"
    return {4: "year", 7: "month"}.get(len(iso), "day")  # type: ignore[return-value]


def _plain(line: str) -> str:
    """The line with Chinese numerals of a date turned into digits: 二〇二四年六月 → 2024年6月."""

    def digits(match: re.Match[str]) -> str:
        text = match.group()
        year, rest = text[:4].translate(_HAN_DIGITS), text[4:]
        return year + re.sub("[一二三四五六七八九十]+", lambda m: str(_number(m.group())), rest)

    return _HAN_DATE.sub(digits, line)


def _number(text: str) -> int:
    tens, has_ten, ones = text.partition("十")
    if not has_ten:
        return "〇一二三四五六七八九".find(text[-1])
    return ("〇一二三四五六七八九".find(tens) if tens else 1) * 10 + ("〇一二三四五六七八九".find(ones) if ones else 0)


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
