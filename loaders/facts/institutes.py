"""Short forms of institutes that an item names once in full."""

from __future__ import annotations

import re

from .draft import Thing
from .finding import spans_of
from .known import places
from .reading import Reading
from .shortening import subsequence

_INSTITUTE = re.compile(r"(?:科学院|大学|公司|集团|学院|研究院(?=.)|省|市|中国|国家|部|局)?(?P<core>[\u4e00-\u9fff]{2,8}?)(?P<end>研究所|研究院|研究中心)$")


def institute_forms(reading: Reading) -> None:
    """Short forms of institutes that the item names once in full: 能源所 for 某科学院能源研究所."""
    marks, text = reading.marks, reading.text
    short: dict[str, list[Thing]] = {}
    for thing in reading.draft.things:
        if thing.type == "ResearchInstitute" and (match := _INSTITUTE.search(_tail(thing.name))):
            for size in {2, len(match["core"])}:
                short.setdefault(match["core"][:size] + match["end"][2:].removeprefix("究"), []).append(thing)
    for thing in reading.draft.things:
        if thing.type == "ResearchInstitute" and (at_place := _at_place(_tail(thing.name))) is not None:
            for match in at_place.finditer(text, 0, reading.body):
                form = match.group()
                if form != thing.name and subsequence(form[:-1], thing.name) and not reading.overlaps(*match.span()) and marks.opened(match.start()):
                    thing.add_alias(form)
                    reading.mention(thing, *match.span())
    for form, things in short.items():
        for start, end in spans_of(form, text, reading.body) if len(things) == 1 and len(form) >= 3 else ():
            if not reading.overlaps(start, end) and marks.opened(start) and marks.closed(end):
                things[0].add_alias(form)
                reading.mention(things[0], start, end)


def _at_place(tail: str) -> re.Pattern[str] | None:
    """大连化物所, 长春光机所: the place of an institute and some signs of its name; None for one without a place."""
    place = next((n for n in (3, 2) if tail[:n] in places().names), None)
    rest = re.sub(r"(?:研究)?[所院]$", "", tail[place:]) if place else ""
    if not place or len(rest) < 3:
        return None
    return re.compile(f"{tail[:place]}[{re.escape(rest)}]{{1,4}}{tail[-1]}(?![有长需属在])")


def _tail(name: str) -> str:
    """The institute's own name behind that of the academy, university or company that it is part of."""
    cut = max((name.rfind(word, 0, len(name) - 4) + len(word) for word in ("科学院", "研究院", "大学", "公司", "集团") if word in name[:-4]), default=0)
    return name[cut:]
