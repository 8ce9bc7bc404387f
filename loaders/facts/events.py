"""Events of an item: one `Thing` for each, whatever the headline and the body call it.

Names from `event_names` become things; a headline's shorter form joins the body's name; generic
names (会议, 该论坛) refer back. Names that no verb states (a past session, a framework event) stay
provisional: they enter the draft only when a relation uses them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from .draft import Claim, Draft, Thing
from .event_framed import framed
from .event_names import EventName, find_event_names
from .event_series import numbered
from .finding import spans_of
from .frame_lexicon import compiled, load
from .masking import EVENT, ORG, View

# 结业式 of a training
PHASE = re.compile(r"(?:闭班|闭营|收训|开课|开班|结业|开营|结营|毕业|开学|结训|开训|结课)(?:仪式|典礼|式)")
COURSE = re.compile(r"(?:班|营|培训|研修|培训会|讲习|课程)$")
# what a headline says shorter: 展 for 展览会, 赛 for 大赛
_SHOWS = re.compile(r"(?:展览会|博览会|展会|交易会|展)$")
_VISIT = re.compile(r"来访|到访|访问|走访|拜会|拜访|考察")
_COURSES = re.compile(r"培训(?:班|会|活动)$")
_GAMES = re.compile(r"(?:挑战赛|锦标赛|邀请赛|大赛|竞赛|比赛|赛)$")
_BEHIND = re.compile(r"”?[（(]((?:[^（）()\n]|[（(][^（）()\n]*[）)])*)[）)]")
_SHORT = re.compile(r"简称(?:为)?[：:]?\s*[“《‘'\"]?([^”》’'\"，,；;）)]{1,30})")
_DECLARING = re.compile(r"[（(](?:以下|下文|下)?(?:统称|简称|合称|称)[^（）()]{1,30}[）)](?=.)")
# 国家重点研发计划“某某”项目启动会: 启动会
_BEHIND_PROJECT = re.compile(r"(?:计划|专项|项目|课题|工程)“[^”]{4,}”(?:项目|课题)?(?P<head>[\u4e00-\u9fff]{2,10}会)$")
_MARKS = re.compile(r"[“”‘’《》〈〉「」\s•·（）()—-]")


@dataclass(slots=True)
class Events:
    """What the item's events are: all of them in order, the main one, and those not yet stated."""

    things: list[Thing] = field(default_factory=list)
    main: Thing | None = None
    provisional: set[int] = field(default_factory=set)
    hosts_in_name: dict[int, tuple[Thing, ...]] = field(default_factory=dict)
    series: set[int] = field(default_factory=set)
    framed: set[int] = field(default_factory=set)
    cancelled: set[int] = field(default_factory=set)

    @staticmethod
    def _fullest(draft: Draft) -> None:
        """Where headline and body state the same fact, the body's words are its evidence."""
        title = len(draft.item.title) if draft.text.startswith(draft.item.title) else 0

        def fact(claim: Claim) -> tuple[frozenset[int] | tuple[int, int], str, str]:
            ends = id(claim.subject), id(claim.object)
            both = frozenset(ends) if claim.predicate == "cooperatesWith" else ends
            return both, claim.predicate, claim.role or ""

        told = {fact(c) for c in draft.claims if c.evidence[0] >= title}
        draft.claims[:] = [c for c in draft.claims if c.evidence[0] >= title or fact(c) not in told]

    def settle(self, draft: Draft) -> None:
        """Drop provisional events that nothing uses, and every relation of a cancelled one."""
        draft.claims[:] = [
            c for c in draft.claims if id(c.subject) not in self.cancelled and id(c.object) not in self.cancelled
        ]
        self._fullest(draft)
        used = {id(c.subject) for c in draft.claims} | {id(c.object) for c in draft.claims}
        for event in self.things:
            if id(event) in self.provisional and id(event) not in used and event in draft.things:
                draft.things.remove(event)


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
    events.main = _main(draft, events)
    for name, end in sorted(pending, key=lambda p: view.text[p[0].start : p[0].end] in _bare()):
        events.main = _main(draft, events)
        meant = _refers(draft, view, events, name)
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
    thing = _same(draft, events, words, inner, start)
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
        _better_name(draft, thing, words)
    if inner and name.start < name.end:
        events.hosts_in_name.setdefault(id(thing), _leading(view, name))
    if words != whole:
        thing.add_alias(whole.rpartition("）")[2])
    thing.mentions.append((start, end))
    if (tail := _BEHIND_PROJECT.search(words)) is not None:
        thing.add_alias(tail["head"])
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


def _better_name(draft: Draft, thing: Thing, words: str) -> None:
    """The longer, later wording of the body is the name; the others are aliases."""
    if words == thing.name:
        return
    in_headline = min(thing.mentions)[0] < len(draft.item.title)
    first = all(a < len(draft.item.title) for a, _ in thing.mentions)
    if in_headline and first and _plain(words) != _plain(thing.name) and len(words) * 10 >= len(thing.name) * 6:
        thing.add_alias(thing.name)
        old, thing.name = thing.name, words
        thing.aliases = [a for a in (*thing.aliases, old) if a != words]
        thing.aliases = list(dict.fromkeys(thing.aliases))
    elif len(words) > len(thing.name) and _plain(thing.name) in _plain(words):
        old, thing.name = thing.name, words
        thing.aliases = list(dict.fromkeys(a for a in (*thing.aliases, old) if a != words))
    else:
        thing.add_alias(words)


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


def _plain(words: str) -> str:
    return _MARKS.sub("", words)


def _same(draft: Draft, events: Events, words: str, inner: tuple[Thing, ...], start: int) -> Thing | None:
    """The event already known that these words name again."""
    plain = _plain(words)
    forms = [plain]
    for org in inner:
        for form in org.names:
            if form in words:
                forms.append(_plain(words.replace(form, "")))
    forms += [part for part in plain.split("暨") if "暨" in plain and len(part) >= 5]
    for thing in events.things:
        for known in thing.names:
            other = _plain(known)
            if other in forms or plain == other or (start >= len(draft.item.title) and _same_quoted(words, known, thing, draft)):
                return thing
            shorter = min(len(plain), len(other))
            if _clash(plain, other) or shorter < 5:
                continue
            if other.endswith(plain) or plain.endswith(other):
                return thing
            within = shorter >= 6 and (other in plain or plain in other)
            if within and (abs(len(other) - len(plain)) <= 6 or "暨" in words + known):
                return thing
    title = len(draft.item.title)
    heads = [t for t in events.things if t.mentions and min(t.mentions)[0] < title]
    if start >= title:
        for thing in heads:
            if any(a >= title for a, _ in thing.mentions) or _clash(plain, _plain(thing.name)):
                continue
            if any(len(_plain(thing.name)) >= 5 and _plain(thing.name) in form and _NUMBER.search(thing.name) for form in forms):
                return thing  # 三届二次理事会, 三届二次理事会扩大会议
            if _close(forms, _plain(thing.name), draft) or _summary(draft, events, thing):
                return thing
    return None


def _same_quoted(words: str, known: str, thing: Thing, draft: Draft) -> bool:
    """生物制造“菌种设计”研修班 in the headline, 2025年“菌种设计”高级研修班 in the body."""
    one, two = re.search(r"“([^”]{3,})”", words), re.search(r"“([^”]{3,})”", known)
    in_headline = bool(thing.mentions) and all(b <= len(draft.item.title) for _, b in thing.mentions)
    return one is not None and two is not None and in_headline and one[1] == two[1] and words[-2:] == known[-2:] and not _clash(_plain(words), _plain(known))


def _close(forms: list[str], headline: str, draft: Draft) -> bool:
    """Whether a headline's wording stands for one of these forms of a name in the body."""
    kept = _SHOWS.sub("展", _GAMES.sub("赛", headline))
    shortened = ((kept, _SHOWS.sub("展", _GAMES.sub("赛", form))) for form in forms)
    courses = ((_COURSES.sub("培训", headline), _COURSES.sub("培训", form)) for form in forms)
    for headline, form in (*shortened, *courses):
        if len(form) < 3 or form[-1] != headline[-1]:
            continue
        blocks = SequenceMatcher(None, headline, form, autojunk=False).get_matching_blocks()
        shared = sum(block.size for block in blocks)
        if shared >= 0.8 * len(headline) and shared >= 4:
            return True
    return False


def _summary(draft: Draft, events: Events, headline: Thing) -> bool:
    """Whether a headline says no more than 某联盟年会: then the body's first event is that one."""
    if len(events.things) != 1:
        return False
    words = headline.name
    for thing in draft.things:
        for form in thing.names:
            if thing is not headline and len(form) > 1:
                words = words.replace(form, "")
    return len(re.sub(r"^.{2,8}联盟", "", words)) <= 5


_NUMBER = re.compile(r"第?([一二三四五六七八九十百零〇\d]+)(届|次|期|批)|((?:19|20)\d{2})")


def _clash(left: str, right: str) -> bool:
    """Whether two names number or date themselves differently (第三届 against 第四届)."""
    mine = {m.group(2) or "年": m.group(1) or m.group(3) for m in _NUMBER.finditer(left)}
    theirs = {m.group(2) or "年": m.group(1) or m.group(3) for m in _NUMBER.finditer(right)}
    return any(mine[unit] != theirs[unit] for unit in mine.keys() & theirs.keys())


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


def _refers(draft: Draft, view: View, events: Events, name: EventName) -> Thing | None:
    """What a generic name means: the last event before it of that kind, else the main one."""
    start, end = view.span(name.start, name.end)
    words = draft.text[start:end]
    kind = re.sub(r"^(?:这些|本次|此次|该|本届|这次|当日|整个|本|上述|此)", "", words)
    before = [t for t in events.things if any(a < start for a, _ in t.mentions)]
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
    if kind in _bare() and (near := _nearby(draft, events, start)) is not None:
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
    if kind in _bare():
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
_IS_HELD = re.compile(r"(?:主办|承办|举办|召开|举行|组织)了?$")


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
def _bare() -> frozenset[str]:
    return frozenset(load("events")["bare"])


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
