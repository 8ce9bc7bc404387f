"""When an event takes place and when a work is issued: the date of the clause that says so."""

from __future__ import annotations

import re

from .dates import DateMention, find_dates
from .draft import Draft, Thing
from .event_entities import Events

_ENDS = re.compile(r"[。！？；\n]")
_OTHER = re.compile(r"(?:起施行|起实施|实施|施行|以来|之前|截至|自)")


def read_dates(draft: Draft, events: Events) -> None:
    """Set `date`, `start`, `end`, `precision` and `as_written` of events and of issued works.

    The date is the nearest of the sentence in which the thing stands first in the body: before its
    name, else behind it. Dates inside names (2024年大会) do not count, nor do those of coming into force.
    """
    dates = find_dates(draft.text, draft.period)
    if not dates:
        return
    inside = [span for thing in draft.things for span in thing.mentions if thing.type != "Topic"]
    dates = [d for d in dates if not (d.text.endswith("号") and "月" not in d.text)]
    dates = [d for d in dates if not any(a <= d.start and d.end <= b for a, b in inside)]
    title = len(draft.item.title) if draft.text.startswith(draft.item.title) else 0
    issued = {id(c.object) for c in draft.claims if c.predicate == "issues"}
    for thing in [*events.things, *(t for t in draft.things if id(t) in issued)]:
        spans = sorted(thing.mentions, key=lambda span: (span[0] < title, span))
        for start, end in spans[:3]:
            found = _nearest(draft.text, dates, start, end)
            if found is not None:
                _set(thing, found, draft.text)
                break


def _nearest(text: str, dates: list[DateMention], start: int, end: int) -> DateMention | None:
    begin = max((m.end() for m in _ENDS.finditer(text, 0, start)), default=0)
    close = _ENDS.search(text, end)
    stop = close.start() if close else len(text)
    before = [d for d in dates if begin <= d.start and d.end <= start and not _force(text, d)]
    after = [d for d in dates if end <= d.start and d.end <= stop and not _force(text, d)]
    if before and after and "，" in text[before[-1].end : start] and "，" not in text[end : after[0].start]:
        return after[0]
    if before:
        return before[-1]
    return after[0] if after and after[0].start - end <= 24 else None


def _force(text: str, date: DateMention) -> bool:
    """Whether the date is one of coming into force, or of a span up to now."""
    return _OTHER.match(text, date.end) is not None or text[max(0, date.start - 1) : date.start] == "自"


def _set(thing: Thing, date: DateMention, text: str) -> None:
    if date.value is None or (thing.type == "Standard" and "date" in thing.attributes):
        return
    thing.attributes["date"] = date.value
    thing.attributes["precision"] = date.precision
    thing.attributes["as_written"] = text[date.start : date.end]
    if date.precision in ("day", "period") and thing.type == "Event" and date.first and date.last:
        thing.attributes["start"], thing.attributes["end"] = date.first, date.last
