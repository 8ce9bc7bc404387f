"""Short forms of institutes that an item names once in full."""

from __future__ import annotations

import re

from .draft import Thing
from .finding import spans_of
from .reading import Reading

_INSTITUTE = re.compile(r"(?:科学院|大学|公司|集团|学院|研究院(?=.)|省|市|中国|国家|部|局)?(?P<core>[\u4e00-\u9fff]{2,8}?)(?P<end>研究所|研究院|研究中心)$")


def institute_forms(reading: Reading) -> None:
    """Short forms of institutes that the item names once in full: 能源所 for 某科学院能源研究所."""
    marks, text = reading.marks, reading.text
    short: dict[str, list[Thing]] = {}
    for thing in reading.draft.things:
        if thing.type == "ResearchInstitute" and (match := _INSTITUTE.search(_tail(thing.name))):
            for size in {2, len(match["core"])}:
                short.setdefault(match["core"][:size] + match["end"][2:].removeprefix("究"), []).append(thing)
    for form, things in short.items():
        for start, end in spans_of(form, text, reading.body) if len(things) == 1 and len(form) >= 3 else ():
            if not reading.overlaps(start, end) and marks.opened(start) and marks.closed(end):
                things[0].add_alias(form)
                reading.mention(things[0], start, end)


def _tail(name: str) -> str:
    """The institute's own name behind that of the academy, university or company that it is part of."""
    cut = max((name.rfind(word, 0, len(name) - 4) + len(word) for word in ("科学院", "研究院", "大学", "公司", "集团") if word in name[:-4]), default=0)
    return name[cut:]
