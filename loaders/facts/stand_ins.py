"""前者 and 后者: the first and the second of the pair that the text named last.

On the masked text each of these words becomes the cell of the thing that it stands for, so that every
frame reads 前者由甲起草 as it reads the name itself. The cell keeps the span of the word: evidence
stays where it is said.
"""

from __future__ import annotations

import itertools
import re

from .draft import Thing
from .masking import (
    ACHIEVEMENT,
    EVENT,
    HONOUR,
    ORG,
    PERSON,
    POLICY,
    PROJECT,
    PUBLICATION,
    STANDARD,
    View,
)
from .needs import matches

_WORD = re.compile(
    r"(?P<first>前者|前一(?:项|个|部|本|份)(?:标准|办法|报告|成果|项目|奖项)?)"
    r"|(?P<second>后者|后一(?:项|个|部|本|份)(?:标准|办法|报告|成果|项目|奖项)?)"
)
_WORKS = (STANDARD, PUBLICATION, POLICY, ACHIEVEMENT, PROJECT, HONOUR, EVENT, ORG)
_LINK = re.compile(r"[^。；\n\ue000-\ue009]{0,14}?(?:、|和|与|及|以及|，|替代|取代|代替|)[^。；\n\ue000-\ue009]{0,14}?")


_BOTH = re.compile(r"(?<![一二三四五六七八九十])两(?:家|个|大|地)?(?P<kind>联盟|公司|企业|高校|协会|学会|研究院|研究所|单位|校|院|所)(?=[将拟还也已均都共联携就在于签商计同先决，]|共同|联合|\ue00a)")
_KINDS = {
    "联盟": ("Alliance",), "公司": ("Enterprise",), "企业": ("Enterprise",), "高校": ("University",), "校": ("University",),
    "协会": ("Association",), "学会": ("Association",), "研究院": ("ResearchInstitute",), "研究所": ("ResearchInstitute",),
    "院": ("ResearchInstitute",), "所": ("ResearchInstitute",),
}  # fmt: skip


def _orgs(view: View, start: int, stop: int, types: tuple[str, ...] | None) -> list[Thing]:
    """The organisations of these types named in `[start, stop)`, also as the homes of persons."""
    found: dict[Thing, None] = {}
    for at in range(start, stop):
        here = (view.things[at],) if view.text[at] == ORG and at in view.things else view.inner.get(at, ())
        found |= dict.fromkeys(t for t in here if types is None or t.type in types)
    return list(found)


def _both(view: View) -> View:
    """两联盟, 两家公司 folded into a list of the two that the item named last, where just two stand near."""
    marks: list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]] = []
    for match in matches(_BOTH, view.text):
        begin = view.text.rfind("\n", 0, view.text.rfind("\n", 0, match.start())) + 1
        named = next((pair for low in (0, begin) if len(pair := _orgs(view, low, match.start(), _KINDS.get(match["kind"]))) == 2), [])
        if named:
            one, two = named
            at = match.start()
            marks += [(at, at + 1, ORG, one, ()), (at + 1, at + 2, "、", None, ()), (at + 2, match.end(), ORG, two, ())]
    return view.replace([m for m in marks if m[0] < m[1]]) if marks else view


# 上述三家单位随后加入…: the list of just three that was told last
_ABOVE = re.compile(r"(?:上述|以上|前述|这)(?P<count>[两二三四五六\d])(?:家|个|所|方)(?P<kind>联盟|公司|企业|高校|院校|协会|学会|研究院|研究所|单位|机构|校|院|所)(?=[的将拟还也已均都共联携就在于签商随先今与、，成加入获作是为\ue00a]|共同|联合)")
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_LISTED = re.compile("\ue000(?:(?:、|以及|和|与|及)\ue000)+")


def _above(view: View) -> list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]]:
    """上述三家联盟 as a list of their cells, where the list named last before it has that many of that kind."""
    marks: list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]] = []
    for match in matches(_ABOVE, view.text):
        count = _COUNTS.get(match["count"]) or int(match["count"])
        types = _KINDS.get(match["kind"])
        lists = [_orgs(view, *found.span(), None) for found in _LISTED.finditer(view.text, 0, match.start())]
        named = next((found for found in reversed(lists) if len(found) == count and all(types is None or t.type in types for t in found)), [])
        width = 2 if 2 * count - 1 <= match.end() - match.start() else 1  # with list marks between, where there is room
        if len(named) != count or count > match.end() - match.start():
            continue
        for number, thing in enumerate(named):
            at = match.start() + number * width
            last = number == count - 1
            marks.append((at, match.end() if last else at + 1, ORG, thing, ()))
            if width == 2 and not last:
                marks.append((at + 1, at + 2, "、", None, ()))
    return marks


# 由协会牵头: the only one that the item named
_SOCIETY = re.compile(r"(?<=由)(?:协会|学会|商会)(?=牵头|执笔|主笔|起草|负责|主办|承办|组织|发起|提出|归口|发布)")
# 双方商定下半年联合举办…: the two that the paragraph joined last
_SIDES = re.compile(r"(?:(?<=[，。；\n])|^)(?:双方|两家|两联盟)(?:还|又|也|同时)?(?:商定|约定|议定|决定|计划|将|拟|共同商定|一致同意)(?=[^，。；\ue003]{0,16}(?:联合|共同|携手|合作)(?:主办|举办|召开|举行|发起|承办)\ue003)")
_JOINED = re.compile("(\ue000)(?:与|和|同|、)(\ue000)")


def _sides(view: View) -> list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]]:
    marks: list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]] = []
    for match in matches(_SIDES, view.text):
        begin = view.text.rfind("\n", 0, match.start()) + 1
        pair = list(_JOINED.finditer(view.text, begin, match.start()))
        at = match.start()
        if pair and match.end() - at >= 3 and pair[-1].start(1) in view.things and pair[-1].start(2) in view.things:
            one, two = view.things[pair[-1].start(1)], view.things[pair[-1].start(2)]
            marks += [(at, at + 1, ORG, one, ()), (at + 1, at + 2, "与", None, ()), (at + 2, match.end(), ORG, two, ())]
    return marks


_ITS = re.compile(r"(?<=由)其(?=联合|会同|携手|与|和|牵头|自主|独立|主导|负责|研制|研发|开发|主办|承办|起草|完成|投资|建设|控股|发起|组织)")


# 某公司宣布扩股，甲向其增资: the company that the sentence tells of
_TO_IT = re.compile(r"(?<=[向对])其(?=(?:战略)?(?:增资|注资|投资)|(?:进行|实施|完成)了?(?:战略|全资)?(?:增资|投资|收购|并购|控股|注资))")


def read_stand_ins(view: View) -> View:
    """The view with 前者, 后者 and 两联盟 folded into the cells of what they stand for."""
    view = _both(view)
    pair: tuple[int, int] | None = None
    marks: list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]] = []
    for match in matches(_WORD, view.text):
        if match.group("first") or pair is None:
            pair = _pair(view, match.start())
        if match.group("second") and (near := re.search("\ue000(?=，$)", view.text[max(0, match.start() - 2) : match.start()])) is not None:
            at = max(0, match.start() - 2) + near.start()  # 甲迁入乙，后者…
            if at in view.things:
                marks.append((match.start(), match.end(), ORG, view.things[at], ()))
        elif match.group("second") and "前者" not in view.text[max(0, match.start() - 40) : match.start()] and (by := re.search("由(?P<who>\ue000)[^，。；\ue000]{1,8}，$", view.text[max(0, match.start() - 12) : match.start()])) is not None:
            at = max(0, match.start() - 12) + by.start("who")  # 生产线由甲运营，后者…
            if at in view.things:
                marks.append((*match.span(), ORG, view.things[at], ()))
        elif (pair_of_persons := _persons(view, match)) is not None:
            at = pair_of_persons[0] if match.group("first") else pair_of_persons[1]
            marks.append((match.start(), match.end(), PERSON, view.things[at], ()))
        elif pair is not None:
            at = pair[0] if match.group("first") else pair[1]
            marks.append((match.start(), match.end(), view.text[at], view.things[at], ()))
    view = view.replace(marks) if marks else view
    marks = []
    for match in matches(_ITS, view.text):
        begin = max(view.text.rfind(sign, 0, match.start()) for sign in "。\n") + 1
        orgs = [at for at in range(begin, match.start()) if view.text[at] == ORG and at in view.things]
        if orgs:
            marks.append((match.start(), match.end(), ORG, view.things[orgs[-1]], ()))
    for match in matches(_TO_IT, view.text):
        begin = max(view.text.rfind(sign, 0, match.start()) for sign in "。\n") + 1
        firms = [at for at in range(begin, match.start()) if at in view.things and view.things[at].type == "Enterprise"]
        if len({id(view.things[at]) for at in firms}) > 1:
            marks.append((*match.span(), ORG, view.things[firms[0]], ()))
    marks += _firms(view)
    marks += _above(view)
    marks += _sides(view)
    for match in _SOCIETY.finditer(view.text):
        known = [at for at in range(match.start()) if at in view.things and view.things[at].type == "Association"]
        if known and len({id(view.things[at]) for at in known}) == 1:
            marks.append((*match.span(), ORG, view.things[known[-1]], ()))
    return view.replace(marks) if marks else view


# 5月22日，公司又与某银行签约: the company that the paragraph tells of
_FIRM = re.compile(r"(?:(?<=[，。；\n\ue00a])|^)公司(?=[又还也与将已同于拟再并]|当[天日]|同[期日]|宣布|公告|对外|全资|控股|以(?:\d|约|不超|现金|自有|每)|先后|近日|随后|日前|旗下)")


# 某公司对外宣布，公司以…收购…
_TOLD_BY = re.compile("\ue000(?![、和与及的])[^，。；\ue000\ue001]{0,10}(?:宣布|公告|表示|透露|披露|介绍|称|获悉)，$")


def _firms(view: View) -> list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]]:
    marks: list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]] = []
    for match in matches(_FIRM, view.text):
        stop = max(view.text.rfind(sign, 0, match.start()) for sign in "。；\n") + 1
        begin = view.text.rfind("\n", 0, match.start()) + 1
        if (told := _TOLD_BY.search(view.text, stop, match.start())) is not None and told.start() in view.things:
            marks.append((*match.span(), ORG, view.things[told.start()], ()))
            continue
        if begin and match.start() == begin:
            begin = view.text.rfind("\n", 0, begin - 1) + 1  # 公司 begins a paragraph: the one that the paragraph before tells of
        while stop > 0:
            low = max((view.text.rfind(sign, 0, stop - 1) for sign in "。；\n"), default=-1) + 1
            named = [
                at for at in range(low, stop)
                if at in view.things and view.things[at].type == "Enterprise" and view.text[at - 1 : at] not in ("与", "和", "同", "向", "对", "由", "为", "给")
            ]
            if named:
                marks.append((*match.span(), ORG, view.things[named[0]], ()))
                break
            if low <= begin:
                break
            stop = low
    return marks


# 授课教师有甲、乙，后者主讲某课: of persons, by what they do
_SPEAKS = re.compile(r"(?:则|还|也|重点|着重|分别)*(?:主讲|授课|讲授|讲解|讲述|作报告|作了?题为|致辞|演讲|主持(?!编|起)|当选|出任|担任|任(?![务何])|系[^，。；]{2,12}?(?:教授|研究员|主任|院长))")
_TWO = re.compile("(?:、|和|与|及|以及)(?=(?:分别|共同|先后|同台|登台)?[^，。；]{0,10}[，；。])")


def _persons(view: View, match: re.Match[str]) -> tuple[int, int] | None:
    """The two persons that the sentence joined last before a place, where what follows is a person's deed."""
    if not _SPEAKS.match(view.text, match.end()):
        return None
    begin = max(view.text.rfind(sign, 0, max(0, match.start() - 1)) for sign in "。\n") + 1
    found = list(_TWO.finditer(view.text, begin, match.start()))
    return (found[-1].start(), found[-1].end() - 1) if found else None
# 甲收购乙，由丙领投。后者…: of a deal told right before, the buyer and what is bought
_DEAL = re.compile("(?<![、和与及由被])(?P<one>\ue000)(?![、和与及被])[^。；\n\ue000被]{0,16}?(?:收购|并购|兼并|吸收合并|买下|拿下|全资收购)了?(?P<two>\ue000)(?![、和与及])[^。；\n\ue000]{0,24}?，[^，。；\ue000]{0,8}由\ue000(?:[、和与]\ue000)*[^，。；\ue000]{0,12}[。；]?$")


def _pair(view: View, before: int) -> tuple[int, int] | None:
    """The last two things of one kind that the paragraph joined before a place."""
    paragraph = view.text.rfind("\n", 0, before) + 1
    for sign, begin in itertools.product(_WORKS, (paragraph, 0)):
        if sign == ORG and begin == paragraph and (told := _told(view, before)) is not None:
            return told
        last = max(view.text.rfind(mark, 0, max(0, before - 1)) for mark in "。\n") + 1
        deal = _DEAL.search(view.text[:before], last) if sign == ORG else None
        if deal is not None and deal.start("one") in view.things and deal.start("two") in view.things:
            return deal.start("one"), deal.start("two")
        cells = [at for at in range(begin, before) if view.text[at] == sign and at in view.things]
        for one, two in reversed(list(itertools.pairwise(cells))):
            if view.things[one] is not view.things[two] and _LINK.fullmatch(view.text[one + 1 : two]):
                return one, two
    return None


def _told(view: View, before: int) -> tuple[int, int] | None:
    """The two works or results that one sentence before a place tells of: 甲获一等奖，乙获二等奖。前者…"""
    last = max(view.text.rfind(sign, 0, before - 1) for sign in "。\n") + 1
    for sign in (ACHIEVEMENT, PROJECT, STANDARD, PUBLICATION, POLICY):
        for low in (last, max(view.text.rfind(mark, 0, max(0, last - 1)) for mark in "。\n") + 1):
            told = {id(view.things[at]): at for at in range(low, before) if view.text[at] == sign and at in view.things}
            if len(told) == 2:
                one, two = sorted(told.values())
                return one, two
    return None
