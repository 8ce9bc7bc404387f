"""Whether two names are one event, and which of them is its name."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from .draft import Draft, Thing
from .event_entities import Events
from .shortening import without_place

# what a headline says shorter: 展 for 展览会, 赛 for 大赛
_SHOWS = re.compile(r"(?:展览会|博览会|展会|交易会|展)$")
_COURSES = re.compile(r"培训(?:班|会|活动)$")
_MEETING = re.compile(r"(?<=[大扩例公报年席])会议$|会会议$")
_GAMES = re.compile(r"(?:挑战赛|锦标赛|邀请赛|大赛|竞赛|比赛|赛)$")
_MARKS = re.compile(r"[“”‘’《》〈〉「」\s•·（）()—-]")


def better_name(draft: Draft, thing: Thing, words: str) -> None:
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


# 第二届理事会第三次会议 is 二届三次理事会
_SESSION = re.compile(r"第?([一二三四五六七八九十\d]{1,3})届([^届次第]{2,10}?会)第([一二三四五六七八九十\d]{1,3})次(?:全体)?(?:会议|大会)")


def _plain(words: str) -> str:
    return _MARKS.sub("", _SESSION.sub(r"\1届\3次\2", words))


def same(draft: Draft, events: Events, words: str, inner: tuple[Thing, ...], start: int) -> Thing | None:
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
            if _close(forms, _plain(thing.name), draft) or _close(forms, _without_orgs(draft, thing.name), draft) or _close(forms, _without_place(thing.name), draft) or _summary(draft, events, thing):
                return thing
    return None


def _same_quoted(words: str, known: str, thing: Thing, draft: Draft) -> bool:
    """生物制造“菌种设计”研修班 in the headline, 2025年“菌种设计”高级研修班 in the body."""
    one, two = re.search(r"“([^”]{3,})”", words), re.search(r"“([^”]{3,})”", known)
    in_headline = bool(thing.mentions) and all(b <= len(draft.item.title) for _, b in thing.mentions)
    return one is not None and two is not None and in_headline and one[1] == two[1] and words[-2:] == known[-2:] and not _clash(_plain(words), _plain(known))


def _without_orgs(draft: Draft, name: str) -> str:
    """秘书长研修班 of 协发网秘书长研修班: a name behind the organisation that it begins with; six signs at least."""
    lead = max((n for t in draft.things if t.type != "Event" for n in t.names if len(n) > 1 and (name.startswith(n) or (len(n) > 3 and n in name))), key=len, default="")
    rest = _plain(name.replace(lead, "", 1)) if lead else ""
    return rest if lead and len(rest) >= 6 else ""


def _without_place(name: str) -> str:
    """石油装备展 of 北京石油装备展: a show behind its city."""
    rest = without_place(name)
    return _plain(rest) if rest != name and len(rest) >= 5 and _SHOWS.search(rest) else ""


def _close(forms: list[str], headline: str, draft: Draft) -> bool:
    """Whether a headline's wording stands for one of these forms of a name in the body."""
    kept = _MEETING.sub("会", _SHOWS.sub("展", _GAMES.sub("赛", headline)))
    shortened = ((kept, _MEETING.sub("会", _SHOWS.sub("展", _GAMES.sub("赛", form)))) for form in forms)
    courses = ((_COURSES.sub("培训", headline), _COURSES.sub("培训", form)) for form in forms)
    for headline, form in (*shortened, *courses):
        if len(form) < 3 or not headline or form[-1] != headline[-1]:
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
