"""Which names are one thing inside an item: declared abbreviations, second names, short forms.

String distance does not decide. A short form is one by its make: the core of an alliance's name
(the name without 产业, 技术, 创新, 战略, 联盟), the beginning of a company's name after its place,
or a name contracted word by word; and only where exactly one longer name fits.
"""

from __future__ import annotations

import re

from .boundaries import Marks
from .draft import Thing
from .finding import spans_of
from .institutes import institute_forms
from .known import places
from .needs import matches
from .reading import Reading, clean

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
_ALLIANCE_WORDS = re.compile(r"产业链|产业|技术|科技|创新|战略|联盟|联合体|协同|（.*?）")
_COMPANY_END = re.compile(r"(?:（集团）)?(?:控股)?(?:集团)?(?:股份|有限责任|有限)*(?:集团)?公司$|集团$")
_WHOLE_ENDS = ("大学", "学院", "研究所", "研究院", "研究中心", "协会", "学会", "实验室", "促进会", "联合会", "商会")
_RENAMED = re.compile(r"[”\"]?[^，。；“”\n]{0,16}?(?:更名|改名|变更|改称|更改|重组更名)为[“\"]?")
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
    _company_forms(reading)
    institute_forms(reading)
    for short in sorted(reading.draft.things, key=lambda t: len(t.name)):
        if short not in reading.draft.things or short.type not in _ORGANISATIONS:
            continue
        longer = [
            thing for thing in reading.draft.things
            if thing is not short and (thing.type == short.type or _hospital(short, thing)) and not _head_office(short, thing)
            and _stands_for(short, thing)
        ]  # fmt: skip
        if len(longer) > 1:
            credit = reading.draft.item.credit
            preferred = [thing for thing in longer if credit and credit in thing.names]
            longer = preferred or _largest(longer)
        if len(longer) == 1:
            reading.merge(short, longer[0])


def _head_office(short: Thing, thing: Thing) -> bool:
    """Whether the longer name is that of a branch of the shorter: 某公司嘉鱼分公司."""
    return thing.name.startswith(short.name) and thing.name.endswith(("分公司", "分行", "支行", "营业部", "分厂", "分院", "分所"))


def headline_alliances(reading: Reading) -> None:
    """煤机联盟, that only the headline names, is the one alliance of the body whose name it contracts: 煤矿机械装备…联盟."""
    title = len(reading.draft.item.title)
    alliances = [t for t in reading.draft.things if t.type == "Alliance" and t.mentions]
    for short in [t for t in alliances if all(b <= title for _, b in t.mentions)]:
        mine = core(short.name)
        longer = [
            t for t in alliances
            if t is not short and any(a >= title for a, _ in t.mentions) and len(mine) >= 2
            and mine[0] == _without_place(core(t.name))[:1] and _subsequence(mine, core(t.name))
        ]  # fmt: skip
        others = [t for t in alliances if t is not short and any(a >= title for a, _ in t.mentions)]
        if not longer and len(others) == 1 and _FOUNDED.search(reading.text, 0, title) and _FOUNDED.search(reading.text, title) and _overlap(mine, core(others[0].name)):
            longer = others  # 海洋装备联盟宣告成立: the alliance that the body founds under a longer name
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
    return [t for t in things if all(o is t or _stands_for(o, t) for o in things)]


def _stands_for(short: Thing, thing: Thing) -> bool:
    if short.type == "Alliance":
        return alliance_short(short.name, thing.name)
    if _hospital(short, thing):
        return True
    if len(short.name) >= len(thing.name):
        return False
    if thing.name.endswith(short.name) and len(short.name) > 4 and short.type in ("ResearchInstitute", "OrganizationUnit"):
        return True
    if thing.name.endswith(short.name) and len(short.name) > 3 and thing.name[: -len(short.name)] in places().foreign:
        return True  # 亚琛工业大学, 德国亚琛工业大学
    if short.type == "GovernmentAgency":
        return _agency_short(short.name, thing.name)
    if short.type == "Enterprise" and not _COMPANY_END.search(short.name) and not short.name.endswith("厂"):
        body = _COMPANY_END.sub("", thing.name)
        return (body != thing.name and _without_place(body).startswith(short.name)) or body.startswith(short.name)
    if short.type == "Enterprise" and short.name[:2] == _without_place(thing.name)[:2] and contracted(short.name, _without_place(thing.name)):
        return True
    if short.type == "Enterprise" and short.name.endswith("集团") and 4 <= len(short.name) <= 5 and "集团" in thing.name[4:]:
        return short.name[0] == thing.name[0] and _subsequence(short.name, thing.name) and _of_place(thing.name) != ""  # 广药集团
    if short.type == "Enterprise" and short.name.endswith("公司") and 4 <= len(short.name) <= 6:
        # 封测公司, and 力迪公司, of which a sign was taken for a verb
        return _COMPANY_END.sub("", thing.name).endswith(short.name[:-2]) or short.name[:-2] in _without_place(thing.name)[:5]
    if short.type == "Enterprise" and short.name.endswith("厂") and thing.name.endswith(short.name) and len(short.name) > 4:
        return True
    if short.type == "InternationalBody" and short.name.endswith("联盟") and short.name[:2] == thing.name[:2]:
        return _subsequence(short.name[:-2], thing.name)  # a headline's 亚洲复材联盟 for 亚洲复合材料联合会
    if short.type in ("Media", "OrganizationUnit", "StandardsBody", "InternationalBody", "CoordinatingBody"):
        return False
    if short.name[0] in "省市县区" and len(short.name) > 3:
        return short.name[0] in thing.name[:7] and _agency_short(short.name, thing.name)
    return contracted(short.name, thing.name)


def _hospital(short: Thing, thing: Thing) -> bool:
    """Whether one is the other's hospital under its short name: 武大人民医院."""
    if not (short.name.endswith("医院") and thing.name.endswith("医院") and thing.type == "University"):
        return False
    return short.name[0] == thing.name[0] and short.name[-4:] == thing.name[-4:] and _subsequence(short.name, thing.name)


def core(name: str) -> str:
    """An alliance's name without the words that all of them share."""
    return _ALLIANCE_WORDS.sub("", name)


def alliance_short(short: str, long: str) -> bool:
    """Whether `short` is a short form of this alliance's name: 化纤联盟, 再生资源战略联盟."""
    if "技术创新" in short or "科技创新" in short or short == long:
        return False
    mine, theirs = core(short), core(long)
    if not mine or not theirs:
        return False
    if sorted(short.replace("（", "").replace("）", "")) == sorted(long.replace("（", "").replace("）", "")):
        return short < long or "（" in long
    if len(short) >= len(long):
        return False
    if mine == theirs:
        return True
    theirs_plain = _without_place(theirs)
    if mine == theirs_plain:
        return True
    full = "创新" in long or "产业" in long
    if full and len(mine) >= 2 and mine in theirs and not mine.startswith(("中国", "全国")):
        return True
    if _of_place(mine) not in ("", "中国", "全国", "国家") and _of_place(mine) == _of_place(theirs) and len(_without_place(mine)) >= 2 and theirs_plain.startswith(_without_place(mine)):
        return True  # 苏州车联网联盟, 苏州市车联网产业技术创新联盟
    if full and len(mine) >= 3 and _subsequence(mine, theirs_plain) and mine[0] == theirs_plain[0]:
        return not mine.startswith(("中国", "全国"))
    return False


def _without_place(name: str) -> str:
    for word in ("中国", "国家", "全国"):
        if name.startswith(word):
            return name[len(word) :]
    known = places().names
    best = max((n for n in range(2, min(12, len(name)) + 1) if name[:n] in known), default=0)
    return name[best:]


def _of_place(name: str) -> str:
    """The place that a name begins with, without 省, 市, 县 or 区; empty where there is none."""
    return name[: len(name) - len(_without_place(name))].rstrip("省市县区")


def _agency_short(short: str, long: str) -> bool:
    """省科技厅 for 浙江省科学技术厅, 扬州市政府 for 扬州市人民政府; 国家海洋局 is no short form of its branch."""
    if short.startswith("兵团") and "兵团" in long:
        return long.endswith(short)  # 兵团农业局 for 新疆生产建设兵团农业局
    if long.startswith(short) or not _subsequence(short, long) or (short[-1] != long[-1] and not (short[-1] in "委" and long.endswith("委员会"))):
        return False
    if short[0] in "省市县区":
        rest = long[long.find(short[0]) :] if short[0] in long else ""
        return bool(rest) and _subsequence(short, rest) and len(short) > 2
    return short[:2] == long[:2] and len(short) > 3


def contracted(short: str, long: str, *, loose: bool = False) -> bool:
    """Whether `short` is `long` contracted: its signs in order, the first and last the same.

    A name that is whole in itself (中国标准化协会) is no contraction of a longer one; `loose`
    leaves that and the first sign out, for names that the text puts in brackets.
    """
    if not _subsequence(short, long):
        return False
    if loose:
        return True
    if len(short) > 0.8 * len(long) or short[0] != long[0]:
        return False
    if short.startswith(("中国", "全国", "国家")) or (long.startswith(short) and short.endswith(("总院", "科学院", "大学", "中心"))):
        return False
    company = _COMPANY_END.search(long)
    if company:
        return bool(_COMPANY_END.search(short)) and short[:2] == long[:2]
    if short.endswith(_WHOLE_ENDS):
        return False
    return short[-1] == long[-1] and len(short) >= 3


def _subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


# what a brand of two signs does, where it stands alone: 遨博研制的…
_ACTS = re.compile(r"研制|研发|开发|推出|自主|首发|展出|展示|携|牵头|承担|承建|参展|发布|获|入选|与|和|、|将|已|联合|会同")


_HALLS = ("中心", "大厦", "宾馆", "酒店", "饭店", "广场", "会堂", "公园", "博览城", "会展城", "度假村", "山庄")
_CHIEF = re.compile(r"(?:常务|执行|高级)?副?(?:总经理|总裁|董事长|首席)")
_OFFICER = re.compile(r"(?:常务|执行|高级)?副?(?:总(?:经理|裁|工)|董事|首席(?:技术|科学|专家|执行)|厂长|研发总监|技术总监)")


def _with_kind(reading: Reading, thing: Thing, plain: str) -> None:
    """泰坦股份 and 泰坦集团 for 浙江泰坦股份有限公司, 浙江泰坦集团有限公司."""
    for kind in ("股份", "集团"):
        if kind in thing.name and 2 <= len(plain) <= 6 and not plain.endswith(kind):
            form = plain + kind
            for start, end in spans_of(form, reading.text, reading.body):
                if not reading.overlaps(start, end) and reading.marks.opened(start) and not reading.text.startswith(("有限", "公司"), end):
                    thing.add_alias(form)
                    reading.mention(thing, start, end)


def _company_forms(reading: Reading) -> None:
    """Find the short forms of companies that stand without an ending: 川宁生物, 国汽轻量化."""
    marks: Marks = reading.marks
    text = reading.text
    for thing in [t for t in reading.draft.things if t.type == "Enterprise"]:
        body = _COMPANY_END.sub("", re.sub(r"（[^）]*）.*", "", thing.name)) or thing.name
        if body == thing.name and "（" not in thing.name:
            continue
        plain = _without_place(body)
        _with_kind(reading, thing, plain)
        seen = ""
        for stem in dict.fromkeys((plain, body)):
            for length in range(len(stem), 1, -1):
                form = stem[:length]
                brand = length == 2 and form not in places().names and stem == plain and any(text[a - 1 : a] in "，。；、\n" and a and _CHIEF.match(text, b) for a, b in spans_of(form, text))
                if length == 2 and not brand and ("（" not in thing.name or form != body or form in places().names):
                    break
                if length < 4 and form == body[:length] and plain != body:
                    break
                at = text.find(form)
                while at >= 0:
                    end = at + length
                    free = not reading.overlaps(at, end) and not (form.endswith(_HALLS) and text[at - 1 : at] in "在于")
                    bare = length > 2 or _ACTS.match(text, end) is not None or (bool(brand) and _OFFICER.match(text, end) is not None)
                    if free and bare and marks.opened(at) and (marks.closed(end) or text.startswith(("所有", "持有", "旗下", "拥有"), end) or _OFFICER.match(text, end) or (length > 2 and _ACTS.match(text, end))) and not marks.in_title(at, end):
                        seen = seen or form
                        if form == seen:
                            thing.add_alias(form)
                            reading.mention(thing, at, end)
                    at = text.find(form, end)
                if seen:
                    break
            if seen:
                break


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
        else:
            thing.mentions.sort()
