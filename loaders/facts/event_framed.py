"""The event that another event's name is about: 某博览会筹备协调会 is held for 某博览会.

Where the passage then says 博览会将于…揭幕, the fair is meant and not the meeting that prepares it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .draft import Draft, Thing
from .masking import EVENT

if TYPE_CHECKING:
    from .clauses import Reader
    from .event_entities import Events

_KIND = re.compile(r"(?:本届|该|此次|本次|这次)?(?P<kind>博览会|展览会|展会|交易会|大会|论坛|峰会|年会|大赛|竞赛|[\u4e00-\u9fff]{0,4}(?:周|节))$")
_HELPER = (
    r"(?:新闻|媒体|工作|专题|组委会|第?[一二三四五六七八九十\d]+次)*"
    r"(?:筹备|筹办|协调|启动|发布|推介|动员|招展|招商|说明|宣介|调度|推进|通气|吹风|预备|倒计时|部署)[^，。]{0,6}?(?:会|会议|仪式|活动)$"
)


def framed(draft: Draft, events: Events, words: str, start: int, before: list[Thing]) -> Thing | None:
    """The event inside a preparatory meeting's name that `words` at `start` refer to; None where none is."""
    match = _KIND.match(words)
    if match is None or start < len(draft.item.title):
        return None
    for meeting in reversed(before):
        inner = re.match(rf"(?P<whole>.{{2,}}?{re.escape(match['kind'])}){_HELPER}", meeting.name)
        if inner is None:
            continue
        whole = inner["whole"]
        thing = next((t for t in events.things if t.name == whole), None)
        if thing is None:
            spans = [(a, a + len(whole)) for a, _ in meeting.mentions if draft.text.startswith(whole, a)]
            if not spans:
                return None
            thing = Thing("Event", whole, spans[:1])
            events.things.append(thing)
            draft.things.append(thing)
            events.framed.add(id(thing))
        return thing
    return None


def focus(reader: Reader, before: int) -> Thing | None:
    """The event that a passage is about: the framed one where it was named last, else the main one."""
    floor = reader.view.text.rfind("\n", 0, before) + 1
    for at in range(before - 1, floor - 1, -1):
        thing = reader.view.things.get(at)
        if reader.view.text[at] == EVENT and thing is not None and id(thing) in reader.events.framed:
            return thing
    return reader.events.main
