"""What a generic name refers to: 会议, 本次论坛, 培训."""

from __future__ import annotations

import re
from functools import lru_cache

from .draft import Draft, Thing
from .event_entities import Events
from .event_framed import framed
from .event_names import EventName
from .frame_lexicon import compiled, load
from .masking import ORG, View

# 结业式 of a training
PHASE = re.compile(r"(?:闭班|闭营|收训|开课|开班|结业|开营|结营|毕业|开学|结训|开训|结课)(?:仪式|典礼|式)")
COURSE = re.compile(r"(?:班|营|培训|研修|培训会|讲习|课程)$")
_FAIR, _CONTEST = re.compile(r"(?:展|展会|展览会|博览会|展销会|展洽会|交易会|展示会)$"), re.compile(r"(?:大赛|竞赛|比赛|挑战赛|邀请赛|联赛|杯|决赛)$")
_KIN = {"展会": _FAIR, "展览会": _FAIR, "博览会": _FAIR, "展览": _FAIR, "赛事": _CONTEST, "大赛": _CONTEST, "比赛": _CONTEST, "竞赛": _CONTEST}
_NEXT_YEAR = re.compile(r"(?:明年|来年|次年|翌年|后年)的?$")
_VISIT = re.compile(r"来访|到访|访问|走访|拜会|拜访|考察")


# how a project was judged: no meeting that 年会 or 会议 could mean
_CHECK = re.compile("(?:绩效评价|综合评价|中期检查|中期评估|中期评审|现场核查|现场评审)$")


def refers(draft: Draft, view: View, events: Events, name: EventName) -> Thing | None:
    """What a generic name means: the last event before it of that kind, else the main one."""
    start, end = view.span(name.start, name.end)
    words = draft.text[start:end]
    kind = re.sub(r"^(?:这些|本次|此次|该|本届|这次|当日|整个|本|上述|此)", "", words)
    before = [t for t in events.things if any(a < start for a, _ in t.mentions) and not (_CHECK.search(t.name) and kind not in t.name)]
    if before and start >= len(draft.item.title) and (later := _NEXT_YEAR.search(draft.text, max(0, start - 4), start)) is not None:
        thing = Thing("Event", draft.text[later.start() : end], [(later.start(), end)])
        events.things.append(thing)
        draft.things.append(thing)
        return thing  # 明年的大会拟移至某地: not this one
    if start < len(draft.item.title) and not before:
        told = next((t for t in events.things if (t.name.endswith(kind) or f"{kind}暨" in t.name) and id(t) not in events.provisional), None)
        if told is not None:  # 某联盟召开年会: the body gives its name
            told.add_alias(kind)
            told.mentions.append((end - len(kind), end))
            return told
    if kind == "签约" and before and before[-1].name.endswith(("仪式", "典礼")) and re.search(r"见证了?$", view.text[max(0, name.start - 3) : name.start]):
        return before[-1]  # 仪式上…见证签约: what is signed there
    if kind == "签约" and _VISIT.search(draft.item.title) and re.search(r"见证了?$", view.text[max(0, name.start - 3) : name.start]) and not any("签" in t.name for t in before):
        return None  # a visit ends with an agreement that others witness: no meeting held for it
    if kind in ("鉴定", "验收", "评审", "签约", "揭牌", "签字"):
        known = next((t for t in reversed(before) if kind in t.name), None)
        if known is not None:
            return known
    if kind == "培训" and (course := next((t for t in reversed(before) if "培训" in t.name or "研修" in t.name), None)) is not None:
        return course
    phase = PHASE.fullmatch(kind) is not None and next((t for t in reversed(before) if COURSE.search(t.name)), None) is not None
    if phase and not any(t.name.endswith(kind) for t in before):
        opening = Thing("Event", kind, [(end - len(kind), end)])
        events.things.append(opening)
        draft.things.append(opening)
        return opening
    if (inner := framed(draft, events, words, start, before)) is not None:
        inner.mentions.append((start, end))
        return inner
    if (kin := _KIN.get(kind)) is not None and (events.main is None or not kin.search(events.main.name)) and (kindred := [t for t in before if kin.search(t.name)]):
        return kindred[-1]  # a fair beside the meeting that the item is about
    if kind in bare() and (near := _nearby(draft, events, start)) is not None:
        return near
    for thing in reversed(before):
        if thing.name.endswith(kind) or kind + "暨" in thing.name or any(form.endswith(kind) for form in thing.aliases):
            same = [t for t in before if t.name.endswith(kind)]
            return events.main if events.main in same else thing
    if kind in ("座谈", "会谈", "交流", "工作会谈", "工作座谈") and not (
        re.search(r"(?:举行|召开|开展)了?$", view.text[max(0, name.start - 4) : name.start])
        and len(re.findall(ORG, view.text[view.text.rfind("\n", 0, name.start) + 1 : name.start])) >= 2
    ):
        return None
    if kind in bare():
        near = _nearby(draft, events, start)
        if near is not None:
            return near
        if before:
            return events.main if events.main in before else before[-1]
        if events.main is not None:
            return events.main
        if not name.stated or kind not in ("会议", "论坛", "大会", "培训"):
            return None
        if not re.search(r"(?:召开|举行|举办)(?:了)?$", view.text[max(0, name.start - 4) : name.start]):
            return events.main
    elif before and words != kind:
        return events.main if events.main in before else before[-1]
    elif kind in ("鉴定", "验收", "评审") or (words != kind and len(kind) >= 4 and events.main is None) or (compiled("events", "hold_after").search(view.text[name.end : name.end + 30]) and not before):
        pass
    elif not re.search(r"(?:召开|举行|举办|参加|出席|组织|组织的|开展|见证|进行|主持的|召开的|迎来|穿插|举行的|另设)(?:了)?$|[“]$", view.text[max(0, name.start - 4) : name.start]):
        if before and kind in ("座谈",):
            return None
        return before[-1] if before and kind[-1] == before[-1].name[-1] else None
    thing = Thing("Event", kind, [(end - len(kind), end)])
    events.things.append(thing)
    draft.things.append(thing)
    return thing


_ASIDE = re.compile(r"同期|期间|其间|同时|同步|还|并(?!购)|另|分论坛|分会场|套开|配套|穿插|随后|当天|当日|现场|会上")
_TAKES_PLACE = re.compile(r"^[”》]?[^，。；]{0,24}?(?:召开|举行|举办|开幕|闭幕|落幕|落下帷幕|结束|拉开帷幕|启幕|开班|开赛|收官|由|吸引)")
_IS_HELD = re.compile(r"(?:主办|承办|举办|召开|举行|组织)[了的]?$")


def _nearby(draft: Draft, events: Events, start: int) -> Thing | None:
    """The event that the sentence, or the one before it in the paragraph, tells of beside the main one."""
    text = draft.text
    if start < len(draft.item.title):
        return None
    begin = max(text.rfind(sign, 0, start) for sign in "。；！？\n") + 1
    earlier = max((text.rfind(sign, 0, begin - 1) for sign in "。；！？\n"), default=-1) + 1 if begin and text[begin - 1] != "\n" else begin
    for low, high in ((begin, start), (earlier, begin)):
        if _ASIDE.search(text, low, high):
            return None
        told = [
            (a, thing) for thing in events.things for a, b in thing.mentions
            if low <= a and b <= high and id(thing) not in events.provisional
            and (_TAKES_PLACE.match(text[b : b + 40]) or _IS_HELD.search(text[max(0, a - 5) : a]))
        ]  # fmt: skip
        if told:
            return max(told, key=lambda pair: pair[0])[1]
    return None


@lru_cache(maxsize=1)
def bare() -> frozenset[str]:
    """Generic names that mean the event nearby (会上, 活动)."""
    return frozenset(load("events")["bare"])
