"""Which event is meant where someone attends, speaks or shows: the passage's own, or the one told of before."""

from __future__ import annotations

import re

from .clauses import Hit, Reader
from .draft import Thing
from .masking import EVENT, PERSON, pattern

_LECTURE = re.compile(r"(?:报告会|讲座|讲堂|学术报告|报告|讲坛)$")
_CHAIRS = pattern(r"，<P>(?:主持|主持了|担任主持)<E>")


def attended(reader: Reader, hit: Hit) -> Thing | None:
    """The event that the clause names, else the one that the passage is about."""
    text = reader.view.text
    stop = reader.clause_end(hit.end, "，。；\n")
    ahead = list(reader.listed(hit.end, stop, EVENT))
    for at in ahead:
        if re.match(r"”?(?:期间|同期)", text[at + 1 : at + 4]) is None and (
            text[at - 1] == "的" or not re.search(r"(?:举办|召开|举行|主办|承办)(?:了|的)?", text[hit.end : at])
        ):
            return reader.view.things[at]
    behind = reader.listed(hit.left, hit.start, EVENT)
    if behind:
        return reader.view.things[behind[-1]]
    earlier = reader.listed(hit.sentence[0], hit.left, EVENT)
    if earlier and hit.start >= reader.headline_end:
        return reader.view.things[earlier[-1]]
    if (visit := _told_here(reader, hit)) is not None:
        main = reader.events.main
        # 到访北京，并作了题为…的报告: at the lecture that the item is about
        return main if main is not None and hit.verb.group.startswith("speak") and _LECTURE.search(main.name) else visit
    if hit.start >= reader.headline_end and (chaired := _CHAIRS.match(text, reader.clause_end(hit.end, "，。；\n"), hit.sentence[1])) is not None:
        return reader.view.things.get(chaired.end() - 1)  # 甲、乙作了报告，丙主持沙龙
    nxt = reader.clause_end(hit.end, "，。；\n")
    if not earlier and text[nxt : nxt + 1] == "，" and text[nxt + 1 : nxt + 2] == EVENT and re.match(r"(?:取得|圆满|成功|顺利|落下|胜利|如期|就此)", text[nxt + 2 : nxt + 6]):
        return reader.view.things.get(nxt + 1)  # 甲、乙作报告，论坛取得圆满成功
    if re.search(r"会上|会议上|论坛上|开幕式上|仪式上", text[hit.sentence[0] : hit.start]):
        begin = text.rfind("\n", 0, hit.sentence[0]) + 1
        here = [at for at in reader.listed(begin, hit.sentence[0], EVENT) if id(reader.view.things[at]) not in reader.events.provisional]
        return passage_of(reader, hit) if here else reader.events.main
    if hit.start < reader.headline_end:
        return None
    return passage_of(reader, hit)


def _told_here(reader: Reader, hit: Hit) -> Thing | None:
    """The visit or talk without a name that the sentence told of before the verb."""
    first, at = reader.view.cells[hit.sentence[0]][0], reader.view.cells[hit.start][0]
    found = [
        (max(a for a, b in t.mentions if first <= a and b <= at), n) for n, t in enumerate(reader.events.things)
        if any(first <= a and b <= at for a, b in t.mentions) and (str(t.attributes.get("_kind", "")).startswith("talk:") or any(c.object is t and c.role == "visit" for c in reader.draft.claims))
    ]  # fmt: skip
    return reader.events.things[max(found)[1]] if found and hit.start >= reader.headline_end else None


def passage_of(reader: Reader, hit: Hit) -> Thing | None:
    """The last event named before the sentence, else the one that the passage is about."""
    for at in range(hit.sentence[0] - 1, -1, -1):
        if reader.view.text[at] == EVENT and at in reader.view.things:
            thing = reader.view.things[at]
            if id(thing) not in reader.events.provisional and id(thing) not in reader.events.cancelled:
                return whole_of(reader, thing) or thing
        if reader.view.text[at] == "\n" and at < reader.headline_end:
            break
    main = reader.events.main
    later = main is not None and bool(main.mentions) and min(a for a, _ in main.mentions) > reader.view.cells[hit.start][0]
    if later and any(c.object is main and c.role == "visit" for c in reader.draft.claims):
        return None  # a visit told of later is not what they were at
    if later and PERSON in reader.view.text[hit.left : hit.start]:  # 拜访甲，乙介绍了经验; the ceremony comes after
        first = reader.view.cells[hit.start][0]
        calls = [t for t in reader.events.things if any(c.object is t and c.role == "visit" for c in reader.draft.claims) and any(len(reader.draft.item.title) < a < first for a, _ in t.mentions)]
        return calls[-1] if calls else main
    return main


def whole_of(reader: Reader, thing: Thing) -> Thing | None:
    """The event that this one is beside: what follows is about that one again."""
    wholes = (c.object for c in reader.draft.claims if c.predicate == "subEventOf" and c.subject is thing and c.rule != "subEventOf.station")
    return next((t for t in wholes if t is reader.events.main or id(t) in reader.events.framed), None)
