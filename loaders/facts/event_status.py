"""How far an event has come (planned, cancelled, postponed) and how many took part."""

from __future__ import annotations

import re

from .draft import Draft, Thing
from .event_entities import Events
from .masking import EVENT, View, pattern
from .needs import matches

_PLANNED = pattern(r"将(?:于|在|举|召|以|面|由|同|在近)|拟(?:于|在|举|定|召|开)|计划(?:于|在|举|召|今|明)|定于|即将|预计|初定|暂定|预定|初步定|敲定|筹备|择期|筹办")
_CANCELLED = pattern(r"^[”》]?(?:<T>|，?因[^，。；]{0,12}?|，?受[^，。；]{0,12}?|则|却|也|均|临时|被迫|不得不|最终|暂|故|已|也|均|都|同样|一并|则|被|宣布|现|决定|将|，|(?:原定|原计划)[^，。；]{0,14}(?:举行|召开|举办)的?)*?(?P<what>取消|延期|推迟|改期|暂停|暂缓|延后|顺延|未能如期|停办|中止|未能举)")
_PUT_OFF = re.compile(r"(?P<what>取消|推迟|延期|停办|暂缓)(?:举办|召开|举行)?(?:了)?(?:原定[^，。]*)?$")
_COUNT = re.compile(r"([\d,，.]+(?:余|多)?万?(?:余|多)?)(?:余|多)?(?:名|位|人)(?:次)?[^，。；、]{0,24}?(?:参会|参加|与会|出席|到场|代表|到会|嘉宾|参与|观众|学员|齐聚|观摩|参训)")
_EXHIBITORS = re.compile(r"([\d,，.]+(?:余|多)?万?(?:余|多)?)(?:余|多)?家[^，。；、]{0,12}?(?:展商|企业参展|厂商参展|单位参展)")


def read_status(draft: Draft, view: View, events: Events) -> None:
    """Status (planned, cancelled) and counts of each event, from the clauses around its mentions."""
    held: set[int] = set()
    for at, thing in sorted(view.things.items()):
        if view.text[at] != EVENT:
            continue
        left = max(view.text.rfind(sign, 0, at) for sign in "。；\n")
        clause = view.text[left + 1 : at]
        after = view.text[at + 1 : at + 26]
        after = re.split(r"[。；\n]", after)[0]
        if off := (_CANCELLED.search(after) or _PUT_OFF.search(clause)):
            gone = off.group("what") in ("取消", "停办", "中止", "未能举")
            thing.attributes["status"] = "cancelled" if gone else "postponed"
            events.cancelled.add(id(thing))
        elif id(thing) in held:
            continue
        elif _PLANNED.search(clause.rsplit("，", 1)[-1]) or _PLANNED.search(after.split("，")[0]):
            thing.attributes.setdefault("status", "planned")
        elif re.search(r"(?:召开|举行|举办|主办|承办|开幕)", clause[-12:] + after):
            held.add(id(thing))
            thing.attributes.pop("status", None)
    for key, shape in (("participants", _COUNT), ("exhibitors", _EXHIBITORS)):
        for match in matches(shape, draft.text):
            event = _counted(draft, events, match)
            if event is not None:
                number = _number(match.group(1))
                if number is not None:
                    event.attributes.setdefault(key, number)


_NOT_HELD = re.compile(
    r"(?:原定|原计划|原拟)[^，。；\n]{0,14}?(?:进行|举行|举办|召开|开展|组织|安排|实施|开营|开班|开设|设立|增设|加开|筹办)的(?P<name>[\u4e00-\u9fffA-Za-z0-9“”·]{2,18}?)(?:则|也|现|，)*(?:[因受][^，。；]{0,14}?)?(?:已经|已|被|改为|临时|最终|，)*(?P<what>取消|延期|推迟|改期|顺延|暂停|停办)"
)


# 山东场宣讲会因与秋收冲突，已经取消: named nowhere else
_FELL_THROUGH = re.compile(
    r"(?<=[，。；\n])(?P<name>(?!因|受|由于|原|该|本|此|其)[\u4e00-\u9fff]{2,12}?(?:宣讲会|说明会|推介会|研讨会|交流会|对接会|座谈会|培训班|研修班|讲座|论坛|沙龙|巡展|路演|分会场|分论坛|专场))"
    r"(?:则|也|却|原定[^，。；]{0,14}|，)*(?:因|受|由于)[^。；\n]{2,24}?(?:已经|已|被迫|临时|最终|不得不|决定|宣布|只好|遂|，)*(?P<what>取消|延期|推迟|改期|停办|暂停)"
)


# 院长原定的讲座因航班延误取消, 预告过的赴德考察因故取消: told by a noun of its own
_CALLED_OFF = re.compile(
    r"(?:原定|原拟|原计划|原先安排|原本安排|早先安排|(?:预告|通知|公布|筹划|筹备|商定|约定|说好|安排|排定|议定|酝酿|通报)(?:过|好|中)?)的"
    r"(?P<name>(?:赴[\u4e00-\u9fff]{1,8}?|[\u4e00-\u9fff“”]{0,10}?)(?:讲座|讲学|报告|演讲|授课|考察|访问|参观|调研|出访|会谈|座谈|路演|签约|观摩|参访|拜访|晚宴|巡展|培训|联谊|走访|研讨|对接))"
    r"(?:则|也|却|因[^，。；]{1,14}?|遂|故|已|临时|不得不|只好|只得|最终|被迫|被|一并|均|，)*(?P<what>取消|延期|推迟|改期|顺延|暂停|停办|作罢|搁浅|泡汤|未能成行)"
)


_LEFT_OUT = re.compile(
    r"(?:原|原本|本来)?(?:列入|排入|纳入|排进)(?:日程|议程|计划|安排)的(?P<name>[\u4e00-\u9fff“”·]{2,18}?(?<!代表)(?<!专家)(?<!嘉宾)(?<!客人)(?<!一行)(?<!团)(?<!人))(?:也|则|，)?(?:因[^，。；]{0,14}?)?(?P<what>未能(?:如期)?(?:举行|举办|召开|成行|进行)|没有(?:举行|举办|召开)|未(?:举行|举办|召开)|取消|延期|推迟)"
    r"|对[^，。；]{2,30}的(?P<visit>参观|考察|访问|走访|调研|拜访|参访)(?:活动|行程)?(?:则|也)?因[^，。；]{1,14}?(?:而|被|只得|临时)*(?P<why>取消|延期|推迟|改期|未能成行)"
)


def read_not_held(draft: Draft, events: Events) -> None:
    """Add what was planned and did not take place: 原计划会后进行的企业参观因台风取消."""
    told = [(m.span("name"), m["what"]) for m in matches(_NOT_HELD, draft.text)]
    told += [(m.span("name" if m["name"] else "visit"), m["what"] or m["why"]) for m in matches(_LEFT_OUT, draft.text)]
    told += [(m.span("name"), m["what"]) for m in (*matches(_CALLED_OFF, draft.text), *matches(_FELL_THROUGH, draft.text))]
    for (start, end), what in told:
        if any(a < end and start < b for thing in events.things for a, b in thing.mentions):
            continue
        thing = Thing("Event", draft.text[start:end], [(start, end)])
        thing.attributes["status"] = "postponed" if what in ("延期", "推迟", "改期", "顺延", "暂停") else "cancelled"
        events.things.append(thing)
        events.cancelled.add(id(thing))
        draft.things.append(thing)


def _number(words: str) -> int | None:
    """The number that words such as 1,200余 and 1.5万 round to; None where there is no digit."""
    digits = re.sub(r"[^\d.]", "", words).strip(".")
    try:
        return round(float(digits) * (10_000 if "万" in words else 1))
    except ValueError:
        return None


def _counted(draft: Draft, events: Events, match: re.Match[str]) -> Thing | None:
    """The event that a number of people belongs to: one named in the sentence, else the main one."""
    begin = max(draft.text.rfind(sign, 0, match.start()) for sign in "。；\n") + 1
    near = [
        (span[0], thing)
        for thing in events.things
        for span in thing.mentions
        if begin <= span[0] < match.end() and id(thing) not in events.provisional
    ]
    return max(near, key=lambda pair: pair[0])[1] if near else events.main
