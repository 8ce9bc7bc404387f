"""Events of an item: one `Thing` for each, whatever the headline and the body call it.

Names from `event_names` become things; a headline's shorter form joins the body's name; generic
names (会议, 该论坛) refer back. Names that no verb states (a past session, a framework event) stay
provisional: they enter the draft only when a relation uses them.
"""

from __future__ import annotations

import re

from .draft import Draft, Thing
from .event_entities import Events
from .event_identity import better_name, same
from .event_names import EventName, find_event_names
from .event_references import bare, refers
from .event_series import halls, numbered, one_by_one, stations
from .finding import spans_of
from .masking import EVENT, ORG, View

_BEHIND = re.compile(r"”?[（(]((?:[^（）()\n]|[（(][^（）()\n]*[）)])*)[）)]")
_SHORT = re.compile(r"简称(?:为)?[：:]?\s*[“《‘'\"]?([^”》’'\"，,；;）)]{1,30})")
_DECLARING = re.compile(r"[（(](?:以下|下文|下)?(?:统称|简称|合称|称)[^（）()]{1,30}[）)](?=.)")
# 国家重点研发计划“某某”项目启动会: 启动会
# “某项目”启动会, 启动会 for short
_OF_QUOTED = re.compile(r"“[^“”]{4,}”(?P<head>[\u4e00-\u9fff]{0,4}(?:启动|验收|论证|评审|鉴定|开题|推进|对接|审查|交流|动员|座谈)(?:会议?|仪式|培训班?))")
_BEHIND_PROJECT = re.compile(r"(?:计划|专项|项目|课题|工程)“[^”]{4,}”(?:项目|课题)?(?P<head>[\u4e00-\u9fff]{2,10}会)$")

# 课题通过验收，验收会由甲组织: the meeting that an item tells of by its kind alone
_VERDICT = re.compile("(?:验收|鉴定|评审|论证|评价|审查|评估|结题)会")
_RUN_BY = re.compile("[则也]?由[^，。；]{0,12}?\ue000[^，。；]{0,16}?(?:组织|主持|召集|主办|召开)")


def read_events(draft: Draft, view: View) -> tuple[Events, View]:
    """Add the item's events to the draft; the view comes back with each mention folded."""
    events = Events()
    headline_end = view.at(len(draft.item.title)) if draft.text.startswith(draft.item.title) else 0
    names = find_event_names(view, headline_end)
    marks: list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]] = []
    pending: list[tuple[EventName, int]] = []
    for name in names:
        end = _mark_end(view, name)
        if name.generic:
            pending.append((name, end))
            continue
        thing = _thing(draft, view, events, name, headline_end)
        marks.append((_mark_start(view, name), end, EVENT, thing, ()))
    marks += numbered(draft, view, events.things)
    marks += stations(draft, view, events.things)
    marks += halls(draft, view, events.things)
    marks += one_by_one(draft, view, events.things)
    events.main = _main(draft, events)
    for name, end in sorted(pending, key=lambda p: view.text[p[0].start : p[0].end] in bare()):
        events.main = _main(draft, events)
        meant = refers(draft, view, events, name)
        if meant is None and not events.things and _VERDICT.match(view.text, name.start) and _RUN_BY.match(view.text, end):
            meant = _thing(draft, view, events, name, headline_end)
        if meant is not None:
            marks.append((_mark_start(view, name), end, EVENT, meant, ()))
    marks += _short_forms(draft, view, events)
    events.main = _main(draft, events)
    folded = view.replace(marks)
    return events, folded


def _mark_start(view: View, name: EventName) -> int:
    return name.start - 1 if name.start and view.text[name.start - 1] in "“《" and _mark_end(view, name) > name.end else name.start


def _mark_end(view: View, name: EventName) -> int:
    after = view.text[name.end : name.end + 1]
    before = view.text[name.start - 1 : name.start]
    return name.end + 1 if (before, after) in {("“", "”"), ("《", "》")} else name.end


def _thing(draft: Draft, view: View, events: Events, name: EventName, headline_end: int) -> Thing:
    start, end = view.span(name.start, name.end)
    words = draft.text[start:end]
    inner = tuple(view.things[at] for at in range(name.start, name.end) if view.text[at] == ORG and at in view.things)
    behind = _BEHIND.match(draft.text, end)
    whole = words
    words = _DECLARING.sub("", words)
    thing = same(draft, events, words, inner, start)
    if thing is None and name.counted:
        thing = next((t for t in events.things if "系列" in t.name or (len(words) > 4 and t.name.endswith(words[-4:]))), None)
    if thing is None:
        thing = Thing("Event", words)
        events.things.append(thing)
        draft.things.append(thing)
        if name.counted:
            events.series.add(id(thing))
        if not name.stated and name.start >= headline_end:
            events.provisional.add(id(thing))
    else:
        if name.stated or name.start < headline_end:
            events.provisional.discard(id(thing))
        better_name(draft, thing, words)
    if inner and name.start < name.end:
        events.hosts_in_name.setdefault(id(thing), _leading(view, name))
    if words != whole:
        thing.add_alias(whole.rpartition("）")[2])
    thing.mentions.append((start, end))
    if (tail := _BEHIND_PROJECT.search(words)) is not None:
        thing.add_alias(tail["head"])
    if (alone := _OF_QUOTED.fullmatch(words)) is not None:
        thing.add_alias(alone["head"])
    if behind is not None:
        _bracket(thing, behind.group(1), name.head)
    return thing


def _leading(view: View, name: EventName) -> tuple[Thing, ...]:
    """The organisations at the head of a name: a linked list, or the last of those written as one."""
    found: list[Thing] = []
    at = name.start
    while at < name.end and view.text[at] == ORG:
        if at in view.things:
            found.append(view.things[at])
        at += 1
        if at < name.end and view.text[at] in "、和与" and view.text[at + 1 : at + 2] == ORG:
            at += 1
        elif at < name.end and view.text[at] == ORG:
            found = []
    return tuple(found)


def _bracket(thing: Thing, words: str, head: str) -> None:
    for short in _SHORT.findall(words):
        thing.add_alias(short.strip())
        return
    if words.endswith(head) and len(words) > len(head) + 2:
        if len(words) > len(thing.name):
            thing.add_alias(thing.name)
            thing.name, old = words, thing.name
            thing.aliases = list(dict.fromkeys(a for a in (*thing.aliases, old) if a != words))
        else:
            thing.add_alias(words)
    elif re.fullmatch(r"[A-Z][A-Za-z]*[- ’']?(?:[A-Za-z]+ ?)?(?:’|')?\d{0,4}(?:[- ]?\d{2,4})?", words):
        thing.add_alias(words)


_PART_NAME = re.compile(r"(?:分论坛|分会场|专题分会|平行论坛|平行会议|分组会议|边会)$")


def _main(draft: Draft, events: Events) -> Thing | None:
    """The event that the item is about: the headline's first, else the first that is stated."""
    title = len(draft.item.title)
    whole = any(not _PART_NAME.search(t.name) for t in events.things if id(t) not in events.provisional)
    for in_headline in (True, False):
        for thing in events.things:
            if id(thing) in events.provisional or (whole and _PART_NAME.search(thing.name)):
                continue
            if not in_headline or any(start < title for start, _ in thing.mentions):
                return thing
    return events.things[0] if events.things else None


def _short_forms(
    draft: Draft, view: View, events: Events
) -> list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]]:
    """Mentions of declared short names (a contest, an acronym)."""
    marks: list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]] = []
    for thing in events.things:
        for form in thing.aliases:
            if not 2 <= len(form) <= 12:
                continue
            for first, last in spans_of(form, view.text):
                span = view.span(first, last)
                if any(a <= span[0] and span[1] <= b for t in events.things for a, b in t.mentions):
                    continue
                thing.mentions.append(span)
                marks.append((first, last, EVENT, thing, ()))
    return marks
