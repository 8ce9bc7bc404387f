"""Persons without a post or title, named as individuals beside their organisation: 某研究所张三个人则被授予…."""

from __future__ import annotations

import re

from ...graph.model import Span
from .draft import Thing
from .needs import matches
from .person_names import PersonNames
from .posts import Anchor, surname_length
from .reading import Reading

_ALONE = re.compile(r"(?:个人|本人|独自|同志个人)(?=[则也还均都，、被获荣入当喜凭将已曾]|同时|先后)")


# 某大学海伦·米切尔教授: a foreign name between its home and its title
_DOTTED = re.compile(r"[\u4e00-\u9fff]+([·•・‧])[\u4e00-\u9fff]{1,8}(?:[·•・‧][\u4e00-\u9fff]{1,8})?$")


def dotted_before(reading: Reading, title: Anchor) -> int | None:
    """Where the foreign name right before a title begins, if its home stands right before it."""
    dotted = _DOTTED.search(reading.text, max(0, title.start - 18), title.start) if title.title else None
    if dotted is None:
        return None
    start = max((b for _, b in reading.at if dotted.start() <= b <= dotted.start(1)), default=-1)
    return start if start > 0 and not reading.overlaps(start, title.start) and reading.ending_at(start) else None


def individuals(reading: Reading, names: PersonNames) -> dict[Span, Thing]:
    """Add each name that stands right behind an organisation's and before 个人 or 本人; the persons by their spans."""
    text, found = reading.text, dict[Span, Thing]()
    for match in matches(_ALONE, text, 0, reading.body):
        for length in (3, 2, 4):
            start = match.start() - length
            home = next((t for _, t in reading.ending_at(start) if t.type not in ("Person", "Place")), None) if start >= 0 else None
            if home is not None and not reading.overlaps(start, match.start()) and names.han(start, match.start()) and surname_length(text, start):
                found[start, match.start()] = reading.add("Person", start, match.start())
                break
    return found
