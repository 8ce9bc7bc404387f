"""The events that a verb of holding takes: behind it, before it, or behind the last verb of its chain."""

from __future__ import annotations

import re

from .clauses import Hit, Reader
from .draft import Thing
from .masking import EVENT, ORG, pattern

_OBJECT = pattern(r"(?:了?[^，。；：、\n<E><O><P><W>]{1,12}?(?:活动|会议|讲座|赛事)(?:：|——|，?(?:包括|分别是|分别为|即|有))|了|过|的|完|以[^，。；]{1,20}?为主题的|[^，。；：\n<E><O><P><W>]{0,24}?的|[^，。；：、\n<E><O><P><W>]{0,14})?[“《]?(?P<event><E>)")


_MORE = pattern(r"(?:、|和|与|及|以及|及其|暨|，以及|，并|”、“|[”“、])+[“]?(?P<event><E>)")


def objects_of(reader: Reader, at: int, hit: Hit) -> list[int]:
    """Cells of the events that the verb takes, with the list that follows."""
    text = reader.view.text
    match = _OBJECT.match(text, at)
    if match is None:
        return []
    between = text[at : match.start("event")]
    if any(h.verb.family == "hold" and h.start >= at and h.end <= match.start("event") for h in reader.hits if at <= h.start < match.start("event")):
        return []
    if re.search(r"期间|同期|会上|之后|以来", between):
        return []
    cells = [match.start("event")]
    while more := _MORE.match(text, cells[-1] + 1):
        cells.append(more.start("event"))
    if re.match(r"”?(?:期间|同期|上(?=[，,举开发召])|之际)", text[cells[-1] + 1 : cells[-1] + 5]) and text[at : at + 1] != "的":
        return cells[:-1]
    return cells


def event_run(reader: Reader, at: int, left: int) -> list[int]:
    """The list of events that ends at `at`."""
    cells, text = [at], reader.view.text
    for before in reversed(reader.listed(left, at, EVENT)):
        if re.fullmatch(r"[“”、和与及暨]|以及|”、“", text[before + 1 : cells[0]]):
            cells.insert(0, before)
        else:
            break
    return cells


def chained_objects(reader: Reader, hits: list[Hit], number: int) -> list[int]:
    """由甲主办、乙协办的<E>: the event stands behind the last verb of the chain."""
    for nearer, farther in zip(hits[number:], hits[number + 1 :], strict=False):
        if farther.sentence != hits[number].sentence:
            break
        gap = reader.view.text[nearer.end : farther.start]
        if EVENT in gap or re.search(r"[。；]", gap) or ORG not in gap or len(gap) > 60:
            break
        objects = objects_of(reader, farther.end, farther)
        if objects:
            return objects if reader.view.text[farther.end : farther.end + 1] == "的" or len(gap) < 40 else []
    return []


def only_adverbs(reader: Reader, start: int, stop: int) -> bool:
    """Whether only adverbs, times, places and agents stand between an event and its verb."""
    gap = reader.view.text[start:stop]
    return re.fullmatch(
        r"[”》]?(?:\ue00a|[在于赴到][^，。；]{1,16}?|\ue002|成功|隆重|正式|圆满|顺利|如期|刚刚|刚|已经|将|拟|也|同期|改在?为?|先后|再次|，(?=\ue00a|[在于])|首次|已|即将|定于|初定于?|暂定于?|预定于?|初步定于|原定|计划|确定于?|敲定于?|明确于?|锁定于?|预计|有望|以[^，。]{1,14}?(?:方式|形式)|通过[^，。]{1,10}?(?:方式|形式)?|线上|期间|(?:由|经)\ue000.*|\ue000.*(?:联合|共同).*|上|活动|现场)*",
        gap,
    ) is not None


def latest_event(reader: Reader, before: int) -> Thing | None:
    """The event that the passage is about: the last one mentioned, or the main one."""
    for at in range(before - 1, -1, -1):
        if reader.view.text[at] == EVENT and at in reader.view.things:
            return reader.view.things[at]
    return reader.events.main
