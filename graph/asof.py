"""What was known on a day: the bulletins that were out by then."""

from __future__ import annotations

from collections.abc import Iterable

from . import dates
from .model import BulletinFacts


def as_of(bulletins: Iterable[BulletinFacts], date: str) -> list[BulletinFacts]:
    """The bulletins dated up to a day, in the order of their ids.

    `date` is a day, month, year or period, and stands for its last day. A bulletin counts from the last day
    that its own date may mean, when it was out for certain; one without a date is left out, since nothing
    says when it was known. A roster says how things stand: it counts from the first day that its date may
    mean, and always where it has none.

    Raises `InputError` for what is no date.
    """
    day = dates.span(date, where="as of")[1]
    kept = [facts for facts in bulletins if _known(facts, day)]
    return sorted(kept, key=lambda facts: facts.bulletin.id)


def is_roster(facts: BulletinFacts) -> bool:
    """Whether all items are rows."""
    return bool(facts.items) and all(item.item.kind == "row" for item in facts.items)


def _known(facts: BulletinFacts, day: str) -> bool:
    days = dates.try_span(facts.bulletin.date)
    if is_roster(facts):
        return days is None or days[0] <= day
    return days is not None and days[1] <= day
