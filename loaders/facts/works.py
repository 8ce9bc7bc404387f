"""Works in 《》: policies, standards and publications, with their numbers and short titles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ...graph.model import Span
from .draft import Claim, Draft, Thing
from .frame_lexicon import confidences, load
from .needs import matches

_TITLE = re.compile(r"《((?:[^《》\n]|《[^《》\n]*》){1,120})》")
_BEHIND = re.compile(r"[（(]((?:[^（）()\n]|[（(][^（）()\n]*[）)])*)[）)]")
_SHORT = re.compile(r"简称(?:为)?[：:]?\s*[“《‘'\"]?([^”》’'\"，,；;）)]{1,30})[”》’'\"]?")
_EDITION = re.compile(r"(?:[（(〔][^（）()〔〕]*[）)〕]|[0-9.]+版?|[Vv][0-9.]+)+$")
_MARKS = str.maketrans("", "", "“”‘’《》〈〉「」 ")


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, Any]:
    data = load("works")
    for row in data["type"]:
        for part in ("title", "before", "after"):
            if part in row:
                row[part] = re.compile(row[part])
    data["patterns"] = {name: re.compile(source) for name, source in data["patterns"].items()}
    data["levels"] = {name: re.compile(source) for name, source in data["levels"].items()}
    return data


def classify(title: str, before: str, after: str) -> str | None:
    """The type of a work by its title and the words around it; None for talks and contracts."""
    title = _EDITION.sub("", title)
    for row in _lexicon()["type"]:
        checks = [
            row["title"].search(title) if "title" in row else None,
            row["before"].search(before) if "before" in row else None,
            row["after"].search(after) if "after" in row else None,
        ]
        asked = [check for part, check in zip(("title", "before", "after"), checks, strict=True) if part in row]
        if all(asked) if not row.get("both") else any(asked):
            return row["type"] or None
    return None


def read_works(draft: Draft) -> None:
    """Add every work that the item names, its numbers and declared short titles as aliases."""
    text = draft.text
    known: dict[str, Thing] = {}
    taken = {span for thing in draft.things for span in thing.mentions}
    for match in matches(_TITLE, text):
        span = match.start(1), match.end(1)
        title = match.group(1).strip()
        if span in taken or (match.start(), match.end()) in taken:
            continue
        thing = _known(title, known)
        if thing is not None and title not in thing.names and _former(text, match):
            thing = None
        behind = _BEHIND.match(text, match.end())
        if thing is None:
            after = text[behind.end() if behind else match.end() :][:24]
            kind = _told(draft, match) or classify(title, text[max(0, match.start() - 24) : match.start()], after)
            if kind is None:
                kind = _numbered(behind.group(1)) if behind else None
                kind = kind or _alongside(draft, match.start()) or _among_standards(text, match, after)
            if kind is None:
                continue
            thing = Thing(kind, title)
            known[title] = thing
            draft.things.append(thing)
        elif title != thing.name and len(title) > 1:
            thing.add_alias(title)
        thing.mentions.append(span)
        if behind is not None:
            _bracket(thing, behind.group(1), known)
        _number_before(thing, text, match.start())
    for match in matches(_REPORTED, text):
        name = match["name"]
        if name not in known and match.span("name") not in taken:
            known[name] = Thing("Publication", name, [match.span("name")])
            draft.things.append(known[name])
    _standards_by_number(draft, known)
    _unmarked(draft, known)
    for thing in list(known.values()):
        if thing.type == "Standard":
            _level(thing, text)
        else:
            _amended(draft, thing, known)


def _told(draft: Draft, match: re.Match[str]) -> str | None:
    """The type of a headline's work by the words around its title in the body, which tell more; None where it stands only here."""
    if match.start() >= len(draft.item.title):
        return None
    at = draft.text.find(match.group(), len(draft.item.title))
    end = at + len(match.group())
    behind = _BEHIND.match(draft.text, end)
    after = draft.text[behind.end() if behind else end :][:24]
    return classify(match.group(1).strip(), draft.text[max(0, at - 24) : at], after) if at >= 0 else None


# 原《甲（试行）》同时废止: the edition that a new one of the same title takes the place of
_FORMER = re.compile(r"(?:原|原有的?|此前的?|旧版?|老版?|替代了?|取代了?|废止了?|代替了?)$")
_ENDED = re.compile(r"》(?:[（(][^（）()\n]{1,30}[）)])?(?:同时|随之|即行|相应|届时|一并|正式|予以|即)*(?:废止|失效|停止执行|不再执行)")


def _former(text: str, match: re.Match[str]) -> bool:
    """Whether a title with an edition behind it (试行, 2015年版) is the former one of its name."""
    if not _EDITION.search(match.group(1)):
        return False
    start = match.start()
    return _FORMER.search(text, max(0, start - 6), start) is not None or _ENDED.match(text, match.end() - 1) is not None


def _numbered(words: str) -> str | None:
    """The type that the number in brackets gives a title whose words are silent."""
    shapes = _lexicon()["patterns"]
    if shapes["policy_number"].search(words):
        return "Policy"
    return "Standard" if re.search(r"/|GB|ISO|IEC", words) and shapes["standard_number"].search(words) else None


# 某报以“…”为题报道: an article whose title stands in quotation marks
_REPORTED = re.compile(
    r"(?:以|题为|刊发|刊登|发表|推出|刊载)了?(?:题为)?“(?P<name>[^“”\n]{4,40})”"
    r"(?:为题，?[^，。；]{0,10}(?:报道|刊发|刊登|撰文|通讯|评论)|的(?:长篇|专题|深度|署名)?(?:报道|通讯|文章|评论|社论|特写))"
)
_STANDARDS = re.compile(r"标准(?!化)|团标|国标|行标")
_IN_GROUP = re.compile(r"(?:获准|获批|获批准|获批准发布|立项|报批|批准发布|同批发布|发布)的$")
_DRAFTED = re.compile(r"的(?:主要|牵头|第一)?(?:起草|编制|主编|参编|归口|提出)单位|[，则也均]*由[^。；《》]{2,80}?(?:起草|主编|参编|归口|编制|制定)")


# 《甲》和《乙》两项团体标准
_OF_GROUP = re.compile(
    r"(?:[（(][^（）()\n]*[）)])?(?:(?:、|和|与|及|以及)?《[^《》\n]{2,60}》(?:[（(][^（）()\n]*[）)])?){1,6}(?:等)?(?:[一二两三四五六七八九十\d]+[项部个])?(?:推荐性|强制性)?(?:国家|行业|团体|地方|联盟|国际)*(?:标准(?!化)|团标|国标|行标)"
)


def _among_standards(text: str, match: re.Match[str], after: str) -> str | None:
    """The type of a title whose words are silent in an item about standards: 同批获准的《甲》由乙起草."""
    if not _STANDARDS.search(text):
        return None
    if _OF_GROUP.match(text, match.end()):
        return "Standard"
    told = _IN_GROUP.search(text[max(0, match.start() - 8) : match.start()]) or _DRAFTED.match(after + text[match.end() + len(after) : match.end() + 90])
    return "Standard" if told else None


def _alongside(draft: Draft, start: int) -> str | None:
    """The type of the standard that a title is joined to (《甲》和《乙》)."""
    before = re.search(r"》(?:[（(][^（）()\n]*[）)])?(?:、|和|与|及|以及|，)?$", draft.text[:start])
    if before is None:
        return None
    same = [t for t in draft.things if t.type == "Standard" and any(b == before.start() for _, b in t.mentions)]
    return same[0].type if same else None


def _known(title: str, known: dict[str, Thing]) -> Thing | None:
    """The work that this title names again: the same, or a short form of it."""
    if title in known:
        return known[title]
    bare = title.translate(_MARKS)
    for name, thing in reversed(known.items()):
        whole = name.translate(_MARKS)
        if bare == whole or title in thing.aliases or (_EDITION.sub("", bare) == _EDITION.sub("", whole) != "" and not (_EDITION.search(bare) and _EDITION.search(whole))) or (whole in bare and len(whole) * 10 >= len(bare) * 7):
            return thing
        if len(bare) < len(whole) and (bare in whole and (len(bare) <= 8 or len(bare) * 2 >= len(whole))):
            inside = re.search(r"[〈《<](.+?)[〉》>]", name)
            if inside and inside.group(1).translate(_MARKS).startswith(bare) and len(bare) > 4:
                continue
            return thing
    return None


def _bracket(thing: Thing, words: str, known: dict[str, Thing]) -> None:
    lexicon = _lexicon()["patterns"]
    for short in _SHORT.findall(words):
        thing.add_alias(short.strip())
        known.setdefault(short.strip(), thing)
    for kind in ("policy_number", "standard_number"):
        for number in lexicon[kind].finditer(words):
            if kind == "standard_number" and thing.type != "Standard":
                if number.group().startswith(("GB", "T/", "ISO", "IEC")) and not re.search(r"号", words):
                    thing.type = "Standard"
                else:
                    continue
            thing.add_alias(number.group().strip())


def _number_before(thing: Thing, text: str, start: int) -> None:
    before = text[max(0, start - 26) : start]
    lexicon = _lexicon()["patterns"]
    if thing.type == "Standard":
        for number in lexicon["standard_number"].finditer(before):
            if not before[number.end() :].strip(" 　：:“"):
                thing.add_alias(number.group().strip())


# 编号T/ABC 1—2020: the number of the standard named before
_NUMBERED = re.compile(r"(?:标准编号|编号|标准号|代号|文号|编为|编定为)(?:为|是|：|定为)?\s?$")


def _respective(draft: Draft, known: dict[str, Thing]) -> None:
    """编号分别为甲和乙: the numbers of the last standards named before, in their order."""
    number = _lexicon()["patterns"]["standard_number"]
    for match in re.finditer(r"(?:编号|标准号|标准编号|代号)(?:分别|依次|各)(?:为|是|：|系)", draft.text):
        found, at = [], match.end()
        while (one := number.match(draft.text, at)) is not None:
            found.append(one)
            link = re.compile(r"[、，和与及]|以及").match(draft.text, one.end())
            at = link.end() if link else len(draft.text)
        titled = {id(t): t for t in known.values() if t.type == "Standard" and any(a < match.start() for a, _ in t.mentions)}
        before = sorted(titled.values(), key=lambda t: max(a for a, _ in t.mentions if a < match.start()))
        if 1 < len(found) <= len(before):
            for thing, one in zip(before[-len(found) :], found, strict=True):
                thing.add_alias(one.group().strip())
                thing.mentions.append(one.span())


def _standards_by_number(draft: Draft, known: dict[str, Thing]) -> None:
    """Standards named by their number alone (`GB/T 12345—2020标准`)."""
    _respective(draft, known)
    numbers = {alias for thing in known.values() for alias in thing.aliases}
    for match in matches(_lexicon()["patterns"]["standard_number"], draft.text):
        number = match.group().strip()
        if not re.search(r"\d{3}", number) or ("/" not in number and not number.startswith(("GB", "ISO", "IEC", "DB"))):
            continue
        owner = next((t for t in known.values() if number in t.aliases), None)
        if owner is None and _NUMBERED.search(draft.text, max(0, match.start() - 10), match.start()):
            named = [(max(a for a, _ in t.mentions if a < match.start()), n) for n, t in enumerate(known.values())
                     if t.type == "Standard" and any(a < match.start() for a, _ in t.mentions)]  # fmt: skip
            owner = list(known.values())[max(named)[1]] if named else None
            if owner is not None:
                owner.add_alias(number)
        if owner is not None:
            owner.mentions.append(match.span())
        elif number not in numbers and not any(number in n or n in number for n in numbers):
            thing = known.get(number) or Thing("Standard", number)
            if number not in known:
                known[number] = thing
                draft.things.append(thing)
            thing.mentions.append(match.span())


def _unmarked(draft: Draft, known: dict[str, Thing]) -> None:
    for match in matches(_lexicon()["patterns"]["unmarked"], draft.text):
        name = match.group("name")
        thing = known.get(name)
        if thing is None:
            thing = known[name] = Thing("Policy", name)
            draft.things.append(thing)
        thing.mentions.append(match.span("name"))


def _level(thing: Thing, text: str) -> None:
    lexicon = _lexicon()
    for number in (thing.name, *thing.aliases):
        for level, shape in lexicon["levels"].items():
            if shape.search(number):
                thing.attributes["level"] = level
                return
    start, end = min(thing.mentions)
    around = text[max(0, start - 20) : start] + text[end : end + 14]
    for level, words in lexicon["level_words"].items():
        if any(word in around for word in words):
            thing.attributes["level"] = level
            return


def _amended(draft: Draft, thing: Thing, known: dict[str, Thing]) -> None:
    match = _lexicon()["patterns"]["amending"].search(thing.name)
    if match is None or thing.type != "Policy":
        return
    group = "old" if match.group("old") else "plain"
    name = match.group(group).strip("〈〉《》")
    start, end = min(thing.mentions)
    at = draft.text.find(name, start, end)
    if at < 0:
        return
    other = known.get(name)
    if other is None:
        other = known[name] = Thing("Policy", name)
        draft.things.append(other)
    other.mentions.append((at, at + len(name)))
    evidence: Span = start, end
    rule = "amends.title"
    draft.claims.append(Claim(thing, "amends", other, evidence, rule, confidences()[rule]))
