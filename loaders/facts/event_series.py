"""The next event of a series, named by its number alone."""

from __future__ import annotations

import re

from .draft import Draft, Thing
from .masking import EVENT, View
from .needs import matches

# 第二期拟于9月移师佛山: the next of a series, by its number alone
_NEXT = re.compile(r"(?:(?<=[，。；\n])|(?<=预告|透露|宣布|表示|介绍|获悉)|^)(?P<name>(?:第[一二三四五六七八九十\d]+|下一?)(?:期|届|场|轮|站|季)(?:班|培训班|研修班|论坛|年会|大赛|活动|会议)?)(?=(?:也|还|则)?(?:将(?=于|在|移|由|安)|拟|计划|定于|预计(?=于|在|移)|初定|移师|落户|\ue00a[^，。]{0,6}(?:举|召|开|移)|[于在]\ue002))")


def numbered(draft: Draft, view: View, events: list[Thing]) -> list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]]:
    """Add such events to the draft and to `events`; the marks that fold them into one sign each."""
    marks: list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]] = []
    for match in matches(_NEXT, view.text):
        start, end = view.span(*match.span("name"))
        if any(a < end and start < b for t in events for a, b in t.mentions):
            continue
        thing = Thing("Event", match["name"], [(start, end)])
        events.append(thing)
        draft.things.append(thing)
        marks.append((*match.span("name"), EVENT, thing, ()))
    return marks
