"""Which names are one thing inside an item: declared abbreviations, second names, short forms.

String distance does not decide. A short form is one by its make: the core of an alliance's name
(the name without 产业, 技术, 创新, 战略, 联盟), the beginning of a company's name after its place,
or a name contracted word by word; and only where exactly one longer name fits.
"""

from __future__ import annotations

import re

from .draft import Thing
from .institutes import institute_forms
from .known import places
from .needs import matches
from .reading import Reading, clean
from .shortening import company_forms, contracted, core, hospital, stands_for, subsequence, without_place

_DECLARED = re.compile(
    r"[（(](?:[^（）()]{0,24}[，,；;、])?(?:以下|下文|下)?(?:统称|合称|并称|简称|称|下称)(?:为|：|:|作)?\s*[“\"「'‘]?"
    r"([^“”\"「」（）()，,。；;\n]{2,24})[”\"」'’]?[^（）()]{0,16}[）)]"
)
# 某联盟（“车联盟”）: an abbreviation by quotation marks alone
_QUOTED_ONLY = re.compile(r"[（(]\s*[“「\"]([^“”「」\"（）()\n，。；]{2,14})[”」\"]\s*[）)]")
_SECOND = re.compile(r"[（(]\s*([^（）()\n，。；]{2,30})\s*[）)]")
_FORMER = re.compile(r"（(?:原|曾用名|原名)[：:]?([^（）\n，。；]{2,30})）")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*(?:[-/ ]?[A-Za-z0-9]+)*(?:\s?\d+)?")
_SHORT_END = re.compile(r"(?:院|所|会|社|网|集团|公司|中心|联盟|大学|大|局|委|部|办|厅|组|实验室|股份|科技|盟)$")
_RENAMED = re.compile(r"(?!的(?:控股|第一大|实际|最大)?(?:股东|控制人|实控人|地址|住所|法定|负责人|主任))[”\"]?(?:[，]?(?:已|现)?(?:经|因|报经|获)[^，。；“”\n]{2,14}，)?[^，。；“”\n]{0,16}?(?:(?:更名|改名|变更|改称|更改|重组更名|定名|易名|改组|改制更名|重新命名|更名注册)为|(?:更名|改名|改称|改组)(?!为|后|的|并|换|大会|仪式)|(?:现|今|现已|如今)(?:称|名|改称|更名|定名)为?|易名|改名叫)[“\"]?")
_ORGANISATIONS = frozenset(
    {
        "Alliance", "Enterprise", "University", "ResearchInstitute", "GovernmentAgency", "Association",
        "StandardsBody", "CoordinatingBody", "InternationalBody", "Media", "OrganizationUnit",
    }
)  # fmt: skip


def declared(reading: Reading) -> None:
    """Read what the text declares after a name: （以下简称“…”）, （IEA）, （西部汽研院）."""
    text = reading.text
    for span, thing in sorted(reading.at.items(), key=lambda pair: pair[0]):
        match = _DECLARED.match(text, span[1])
        if match:
            form = clean(match[1])
            _alias(reading, thing, form, match.start(1), match.start(1) + len(match[1]))
            continue
        match = _QUOTED_ONLY.match(text, span[1])
        other = reading.at.get(match.span(1)) if match else None
        if match and thing.type in _ORGANISATIONS and (other in (None, thing) or (other is not None and other.type == thing.type and len(other.name) < len(thing.name))):
            _alias(reading, thing, clean(match[1]), *match.span(1))
            continue
        former = _FORMER.match(text, span[1])
        if former and (other := reading.at.get(former.span(1))) is not None and other.type == thing.type:
            reading.merge(other, thing)
            continue
        match = _SECOND.match(text, span[1])
        if match and _second_name(reading, match, thing):
            _alias(reading, thing, clean(match[1]), *match.span(1))
    for match in matches(_DECLARED, text):
        _after_noun(reading, match)
    _renamed(reading)
    for thing in list(reading.draft.things):
        if thing in reading.draft.things:
            for form in thing.aliases:
                occurrences(reading, thing, form)


def _after_noun(reading: Reading, match: re.Match[str]) -> None:
    """An abbreviation declared after a class noun: 该联合体（下文称“低空联合体”）."""
    text, at = reading.text, match.start()
    for noun, kind in (("联盟", "Alliance"), ("联合体", "Alliance"), ("公司", "Enterprise")):
        if text.endswith(("该" + noun, "本" + noun), 0, at):
            before = [(max(a for a, _ in t.mentions), n) for n, t in enumerate(reading.draft.things)
                      if t.type == kind and any(a < at for a, _ in t.mentions)]  # fmt: skip
            if before:
                _alias(reading, reading.draft.things[max(before)[1]], clean(match[1]), *match.span(1))


def _renamed(reading: Reading) -> None:
    """`X更名为Y`: one thing, Y its name, X an alias."""
    for span, old in sorted(reading.at.items()):
        match = _RENAMED.match(reading.text, span[1])
        if match is None:
            continue
        new = reading.starting_at(match.end())
        if new and new[0][1].type == old.type:
            reading.merge(old, new[0][1])


def _second_name(reading: Reading, match: re.Match[str], thing: Thing) -> bool:
    """Whether the bracket holds another name of the thing before it."""
    content = match[1].strip()
    if _ACRONYM.fullmatch(content):
        return True
    other = reading.at.get(match.span(1))
    if other is not None:
        return other.type == thing.type or {other.type, thing.type} <= {"GovernmentAgency", "ResearchInstitute"}
    if match.span() in reading.marks.brackets or content in places().names:
        return False
    body = re.sub(r"[（(].*", "", thing.name)
    return bool(_SHORT_END.search(content)) and len(content) < len(body) and contracted(content, body, loose=True)


def _alias(reading: Reading, thing: Thing, form: str, start: int, end: int) -> None:
    held = reading.at.get((start, end)) or next(
        (t for t in reading.draft.things if t is not thing and t.name == form), None
    )
    if held is not None and held is not thing:
        reading.merge(held, thing)
    thing.add_alias(form)
    reading.mention(thing, start, end)


def occurrences(reading: Reading, thing: Thing, form: str) -> None:
    """Note every place where this form stands on its own, outside longer names."""
    text = reading.text
    covered = sorted(reading.at)
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        inside = any(a <= at and end <= b for a, b in covered)
        if not inside and not reading.marks.in_title(at, end) and _own_word(text, at, end):
            reading.mention(thing, at, end)
        at = text.find(form, end)


def _own_word(text: str, start: int, end: int) -> bool:
    """Whether Latin letters at the edges are not part of a longer word."""
    latin = re.compile(r"[A-Za-z0-9]")
    left = start and latin.match(text[start]) and latin.match(text[start - 1])
    right = end < len(text) and latin.match(text[end - 1]) and latin.match(text[end])
    return not left and not right


# -- short forms -----------------------------------------------------------------------------------


def short_forms(reading: Reading) -> None:
    """Merge short forms with the one longer name of the item that they stand for."""
    company_forms(reading)
    institute_forms(reading)
    for short in sorted(reading.draft.things, key=lambda t: len(t.name)):
        if short not in reading.draft.things or short.type not in _ORGANISATIONS:
            continue
        kin = [
            thing for thing in reading.draft.things
            if thing is not short and (thing.type == short.type or hospital(short, thing)) and not _head_office(short, thing)
        ]  # fmt: skip
        longer = [thing for thing in kin if stands_for(short, thing)] or [thing for thing in kin if _of_old(short, thing)]
        if not longer and short.type == "Alliance":
            longer = _contributor(reading, short)
        if len(longer) > 1:
            credit = reading.draft.item.credit
            preferred = [thing for thing in longer if credit and credit in thing.names]
            longer = preferred or _largest(longer)
        if len(longer) == 1:
            reading.merge(short, longer[0])


def _of_old(short: Thing, thing: Thing) -> bool:
    """Whether the name is a short form of one that the thing bore before it was renamed (农装联盟, 农业装备…联盟更名为…)."""
    return any(len(name) > len(short.name) + 2 and stands_for(short, Thing(thing.type, name)) for name in thing.aliases)


def _contributor(reading: Reading, short: Thing) -> list[Thing]:
    """水膜联盟 in an item of 工业水处理与膜技术…联盟: the contributor, where its name holds the signs of the short form."""
    item, mine = reading.draft.item, core(short.name)
    if item.credit_kind == "source" or not item.credit or len(mine) < 2 or "创新" in short.name or len(short.name) > 8:
        return []
    owners = [t for t in reading.draft.things if t.type == "Alliance" and t is not short and item.credit in t.names and "创新" in t.name]
    return [t for t in owners if len(mine) < len(core(t.name)) and subsequence(mine, core(t.name))]


def _head_office(short: Thing, thing: Thing) -> bool:
    """Whether the longer name is that of a branch of the shorter: 某公司嘉鱼分公司."""
    return thing.name.startswith(short.name) and thing.name.endswith(("分公司", "分行", "支行", "营业部", "分厂", "分院", "分所"))


def headline_alliances(reading: Reading) -> None:
    """煤机联盟, that only the headline names, is the one alliance of the body whose name it contracts: 煤矿机械装备…联盟."""
    title = len(reading.draft.item.title)
    alliances = [t for t in reading.draft.things if t.type == "Alliance" and t.mentions]
    for short in [t for t in alliances if all(b <= title for _, b in t.mentions)]:
        mine = core(short.name).removeprefix("中国")
        longer = [
            t for t in alliances
            if t is not short and any(a >= title for a, _ in t.mentions) and len(mine) >= 2
            and mine[0] == without_place(core(t.name))[:1] and subsequence(mine, core(t.name))
        ]  # fmt: skip
        called = next((t for t in alliances if t is not short and any(len(n) >= 4 and short.name.endswith(n) and short.name[0] in "访赴携助邀" for n in t.names)), None)
        if called is not None:  # a headline of two lines: …客人访洛|农装联盟促成…
            form = max((n for n in called.names if short.name.endswith(n)), key=len)
            spans = list(short.mentions)
            reading.merge(short, called)
            called.aliases[:] = [n for n in called.aliases if n != short.name]
            called.mentions[:] = [(b - len(form), b) if (a, b) in spans else (a, b) for a, b in called.mentions]
            continue
        others = [t for t in alliances if t is not short and any(a >= title for a, _ in t.mentions)]
        if not longer and len(others) == 1 and _FOUNDED.search(reading.text, 0, title) and _FOUNDED.search(reading.text, title) and _overlap(mine, core(others[0].name)):
            longer = others  # 海洋装备联盟宣告成立: the alliance that the body founds under a longer name
        trade = mine.removesuffix("业")
        if not longer and len(others) == 1 and len(mine) >= 4 and mine[:2] == core(others[0].name)[:2] and subsequence(mine[:4], core(others[0].name)):
            longer = others  # 钢铁循环利用联盟, 钢铁可循环流程…联盟
        if not longer and len(others) == 1 and len(short.name) <= 6 and trade and subsequence(trade, core(others[0].name)):
            longer = others  # 钛业联盟, 种业联盟: the trade of 钛材料, 种子产业
        if len(longer) == 1 and len(longer[0].name) > len(short.name):
            reading.merge(short, longer[0])


_FOUNDED = re.compile("成立|组建|揭牌|诞生")


def _overlap(short: str, long: str) -> bool:
    """Whether more than half of `short`, three signs at least, stands in `long` in one piece."""
    size = max(3, len(short) // 2 + 1)
    return any(short[at : at + size] in long for at in range(len(short) - size + 1))


def unit_names(reading: Reading) -> None:
    """Abbreviations declared after a unit's name (标准化工作委员会，下称“标工委”), and 工作组 alone."""
    text = reading.text
    for span, thing in sorted(reading.at.items(), key=lambda pair: pair[0]):
        match = _DECLARED.match(text, span[1]) if thing.type == "OrganizationUnit" else None
        if match and match[1] not in thing.names and thing in reading.draft.things:
            _alias(reading, thing, clean(match[1]), *match.span(1))
            occurrences(reading, thing, clean(match[1]))
    for noun in ("工作组", "专委会", "专业委员会"):
        units = [t for t in reading.draft.things if t.type == "OrganizationUnit" and t.name.endswith(noun)]
        for match in re.finditer(rf"(?<=[，。；\n由]){noun}(?=挂靠|设在|设于|秘书处|主任|组长|副组长|下设|首批|由|牵头|组织|负责|将|由|发布|编写|起草|编制|承担|提出|召开|举办|联合|会同)", text[: reading.body]):
            if len(units) == 1 and not reading.overlaps(*match.span()):
                reading.mention(units[0], *match.span())


def late_renames(reading: Reading) -> None:
    """`恒泽磁材更名为…`: renamings under a short form, once short forms are known."""
    _renamed(reading)


def _largest(things: list[Thing]) -> list[Thing]:
    """The one thing whose name the others are only short forms of, if there is one."""
    return [t for t in things if all(o is t or stands_for(o, t) for o in things)]


# -- the item's own organisation -------------------------------------------------------------------


def choose_owner(reading: Reading) -> None:
    """The organisation whose item this is: the credit's contributor, else the title's first alliance,
    else the only alliance of the item."""
    draft = reading.draft
    credit = draft.item.credit
    things = [t for t in draft.things if t.type in ("Alliance", "CoordinatingBody", "Association")]
    if credit and draft.item.credit_kind != "source":
        draft.owner = next((t for t in things if credit in t.names), None)
    if draft.owner is None:
        title = len(draft.item.title)
        draft.owner = _in_title(things, title)
    if draft.owner is None:
        alliances = [t for t in things if t.type == "Alliance"]
        draft.owner = alliances[0] if len(alliances) == 1 else None


def _in_title(things: list[Thing], title: int) -> Thing | None:
    found = [(span[0], n) for n, t in enumerate(things) for span in t.mentions if span[1] <= title]
    found = [(at, n) for at, n in found if things[n].type != "Association"]
    return things[min(found)[1]] if found else None


def tidy(reading: Reading) -> None:
    """Leave out what only the credit line names, and choose each thing's fullest form as its name."""
    draft = reading.draft
    used = {id(claim.subject) for claim in draft.claims} | {id(claim.object) for claim in draft.claims}
    for thing in list(draft.things):
        credited = thing.mentions and all(a >= reading.body for a, _ in thing.mentions)
        kept = draft.item.credit_kind != "source" and thing.type in ("Alliance", "CoordinatingBody")
        if credited and not kept and id(thing) not in used:
            draft.things.remove(thing)
            draft.owner = None if draft.owner is thing else draft.owner
        else:
            thing.mentions.sort()
