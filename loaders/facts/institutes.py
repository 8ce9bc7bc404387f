"""Short forms of institutes that an item names once in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...graph.model import Span
from .draft import Thing
from .finding import spans_of
from .known import places
from .reading import Reading
from .shortening import subsequence

_INSTITUTE = re.compile(r"(?:科学院|大学|公司|集团|学院|研究院(?=.)|省|市|中国|国家|部|局)?(?P<core>[\u4e00-\u9fff]{2,8}?)(?P<end>研究所|研究院|研究中心)$")
_GOES_ON = frozenset("有长需属在")  # 所有, 所长


def institute_forms(reading: Reading) -> None:
    """Short forms of institutes that the item names once in full: 能源所 for 某科学院能源研究所."""
    marks, text = reading.marks, reading.text
    short: dict[str, list[Thing]] = {}
    for thing in reading.draft.things:
        if thing.type == "ResearchInstitute" and (match := _INSTITUTE.search(_tail(thing.name))):
            for size in {2, len(match["core"])}:
                short.setdefault(match["core"][:size] + match["end"][2:].removeprefix("究"), []).append(thing)
    for thing in reading.draft.things:
        for start, end in _at_place(_tail(thing.name), text, reading.body) if thing.type == "ResearchInstitute" else ():
            form = text[start:end]
            if form != thing.name and subsequence(form[:-1], thing.name) and not reading.overlaps(start, end) and marks.opened(start):
                thing.add_alias(form)
                reading.mention(thing, start, end)
    for form, things in short.items():
        for start, end in spans_of(form, text, reading.body) if len(things) == 1 and len(form) >= 3 else ():
            if not reading.overlaps(start, end) and marks.opened(start) and marks.closed(end):
                things[0].add_alias(form)
                reading.mention(things[0], start, end)


def _at_place(tail: str, text: str, stop: int) -> Iterator[Span]:
    """大连化物所, 长春光机所: the place of an institute, one to four signs of its name and its last; none for one without a place."""
    place = next((n for n in (3, 2) if tail[:n] in places().names), None)
    rest = re.sub(r"(?:研究)?[所院]$", "", tail[place:]) if place else ""
    if not place or len(rest) < 3:
        return
    for _, begin in spans_of(tail[:place], text, stop):
        signs = next((n for n in range(5) if text[begin + n : begin + n + 1] not in set(rest)), 4)
        ends = (begin + n + 1 for n in range(signs, 0, -1) if text[begin + n : begin + n + 1] == tail[-1] and text[begin + n + 1 : begin + n + 2] not in _GOES_ON)
        if (end := next(ends, None)) is not None and end <= stop:
            yield begin - place, end


def _tail(name: str) -> str:
    """The institute's own name behind that of the academy, university or company that it is part of."""
    cut = max((name.rfind(word, 0, len(name) - 4) + len(word) for word in ("科学院", "研究院", "大学", "公司", "集团") if word in name[:-4]), default=0)
    return name[cut:]
