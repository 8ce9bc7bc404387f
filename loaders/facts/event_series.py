"""The parts of a series: the next event, named by its number alone, and stations, named by their city."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .draft import Draft, Thing
from .known import places
from .masking import EVENT, View, pattern
from .needs import matches

if TYPE_CHECKING:
    from .clauses import Reader

# 第二期拟于9月移师佛山: the next of a series, by its number alone
_NEXT = re.compile(r"(?:(?<=[，。；\n])|(?<=预告|透露|宣布|表示|介绍|获悉)|^)(?P<name>(?:第[一二三四五六七八九十\d]+|下一?)(?:期|届|场|轮|站|季)(?:班|培训班|研修班|论坛|年会|大赛|活动|会议|大会|峰会|展会|博览会|研讨会|学术会|展览会|交流会|对接会|赛事)?)(?=(?:也|还|则)?(?:将(?=于|在|移|由|安)|拟|计划|定于|预计(?=于|在|移)|初定|移师|落户|\ue00a[^，。]{0,6}(?:举|召|开|移)|[于在]\ue002))")


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


# 举行了六项活动：甲宣贯会、乙对接会: named one by one
_ONE_BY_ONE = re.compile(
    r"(?:举行|举办|开展|组织|安排|推出|召开|设有|配套)了?[^，。；：、\n\ue000-\ue009]{0,6}?(?:[\d一二两三四五六七八九十多]+余?(?:项|场|个|次)|系列)[^，。；：、\n\ue000-\ue009]{0,6}?(?:活动|会议|讲座|赛事)(?:：|——|，?(?:包括|分别是|分别为|即|有))(?P<list>[^。；\n]{6,160})"
)
_A_MEETING = re.compile(r"(?!和|与|及|以及)(?:“[^”]{2,24}”)?[^，。；：、“”\n\ue000-\ue009]{2,20}?(?:[会展赛班营周]|论坛|沙龙|讲座|大讲堂|仪式|培训|路演)(?=[、，。；\n]|和|与|及|以及|等|$)")


def one_by_one(draft: Draft, view: View, events: list[Thing]) -> list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]]:
    """Add the events of a list that says how many there were; their marks."""
    marks: list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]] = []
    for match in matches(_ONE_BY_ONE, view.text):
        for piece in _A_MEETING.finditer(view.text, *match.span("list")):
            if view.text[piece.start() - 1] not in "：—、和与及是为即有括":
                continue
            start, end = view.span(*piece.span())
            thing = next((t for t in events if draft.text[start:end] in t.names), None)
            if thing is None and any(a < end and start < b for t in events for a, b in t.mentions):
                continue
            if thing is None:
                thing = Thing("Event", draft.text[start:end])
                events.append(thing)
                draft.things.append(thing)
            if (start, end) not in thing.mentions:
                thing.mentions.append((start, end))
            marks.append((*piece.span(), EVENT, thing, ()))
    return marks


_HALL = r"(?!和|与|及|以及)[\u4e00-\u9fffA-Za-z0-9]{2,16}?(?:分会场|分论坛|专场|平行论坛)"
_HALLS = re.compile(rf"(?:设|设立|设置|设有|开设|分设|辟|辟出|开辟|辟有)了?(?P<list>{_HALL}(?:(?:、|和|与|及|以及){_HALL})*)(?=[，。；]|等)")
_ANY_HALL = re.compile(r"(?:[一\d]个?)?(?:主论坛|主会场|开幕式|全体会议)?(?:和|与|及|以及|、)?(?:[\d一二三四五六七八九十两多]+个?|若干|多个|[\d一二三四五六七八九十两多]+场)?(?:平行|专题|主题|专业|同期|特色)*(?:分会场|分论坛|专场|平行论坛)")


def halls(draft: Draft, view: View, events: list[Thing]) -> list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]]:
    """设甲分论坛和乙分论坛: add the parts that name their own kind to the draft and to `events`; their marks."""
    marks: list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]] = []
    for match in matches(_HALLS, view.text) if events else ():
        for piece in re.finditer(_HALL, match["list"]):
            low, high = match.start("list") + piece.start(), match.start("list") + piece.end()
            start, end = view.span(low, high)
            if _ANY_HALL.fullmatch(piece[0]) or any(a < end and start < b for t in events for a, b in t.mentions):
                continue
            thing = Thing("Event", draft.text[start:end], [(start, end)])
            events.append(thing)
            draft.things.append(thing)
            marks.append((low, high, EVENT, thing, ()))
    return marks


# 9月5日的长沙站由甲主办: where a month, a tour or a contest in parts stops
_STATION = pattern(
    r"(?:(?<=[的，。；、\n在于和与及<T>])|(?<=首站)|^)(?P<name>(?![的在于和与及首])(?P<city>[\u4e00-\u9fff]{2,4}?)(?:分站赛|分站|站)(?:活动|比赛|路演|巡展|宣讲|赛事)?)(?![点台长位内外房区务牌式立稳到出得名址])"
)
_SERIES = re.compile(r"[月周季]”?(?:活动)?$|行”?$|活动|巡|路演|宣讲|赛|系列|体验|推广")
_RAIL = re.compile("高铁|火车|地铁|列车|车站|检票|轨道线|换乘")


def stations(draft: Draft, view: View, events: list[Thing]) -> list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]]:
    """Add the stations of a series that the item names to the draft and to `events`; their marks."""
    marks: list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]] = []
    if _RAIL.search(view.text) or not any(_SERIES.search(t.name) for t in events):
        return marks
    told: dict[str, Thing] = {}
    for match in matches(_STATION, view.text):
        start, end = view.span(*match.span("name"))
        if match["city"] not in places().names or any(a < end and start < b for t in events for a, b in t.mentions):
            continue
        thing = told.get(match["city"])
        if thing is None:
            thing = told[match["city"]] = Thing("Event", match["name"])
            events.append(thing)
            draft.things.append(thing)
        thing.add_alias(match["name"])
        thing.mentions.append((start, end))
        marks.append((*match.span("name"), EVENT, thing, ()))
    return marks


def read_stations(reader: Reader) -> None:
    """A station is part of the series named before it, and held in the city that names it."""
    whole: Thing | None = None
    for at, sign in enumerate(reader.view.text):
        event = reader.view.things.get(at) if sign == EVENT else None
        if event is None:
            continue
        stop = _STATION.fullmatch(event.name)
        if stop is None:
            whole = event if whole is None or _SERIES.search(event.name) else whole
        elif whole is not None and stop["city"] in places().names:
            reader.claim(event, "subEventOf", whole, (at, at + 1), "subEventOf.station")
            place = next((t for t in reader.draft.things if t.type == "Place" and stop["city"] in t.names), None)
            if place is None and id(event) not in reader.events.cancelled:
                start = event.mentions[0][0]
                place = Thing("Place", stop["city"], [(start, start + len(stop["city"]))])
                reader.draft.things.append(place)
            if place is not None:
                reader.claim(event, "heldIn", place, (at, at + 1), "heldIn.clause")
