"""该校, 该公司, 该院, 该所, 该中心 … in the masked text: cells of the organisation that they point back to.

A pronoun that begins a sentence means the subject of the sentence before it, where that is of its kind;
any other the organisation of its kind named last. A school or laboratory that was named stands for its
university too (某大学甲学院 … 该校). 该联盟 and 该协会 are left to the readers of memberships and hosts.
"""

from __future__ import annotations

import re
from functools import cache

from .draft import Draft, Thing
from .frame_lexicon import verbs
from .masking import ACHIEVEMENT, ORG, View, pattern
from .needs import matches

_WORD = re.compile(
    r"(?:(?<![应与如相])该|(?<=[，。；、\n由与和同向])本)(?P<noun>公司|企业|集团|厂(?![家区房])|大学|高校|学校|校(?![长友区内外企园])|院校|学院|研究院|设计院|院(?![士长校内线区])|研究所"
    r"|所(?![长有属在谓以需述])|实验室|研究中心|创新中心|检测中心|中心(?![城区主任])|局(?![面限部长])|厅(?![长局级])|委(?![员托])|市政府|县政府|区政府|医院|(?<=该)(?:委员会|专委会|工作组|专家组|分会)(?![员长由归]))"
)
# an association that is called upon; elsewhere other readers see to 该协会
_VISITED = re.compile(
    r"(?:(?<=拜会|拜访|走访|访问|考察|参观|会见|到访)|(?<=拜会了|拜访了|走访了|访问了|考察了|参观了|会见了))该(?P<noun>协会|学会|商会|联合会|研究会|促进会)"
)
_KINDS = {
    "协会": ("Association",), "学会": ("Association",), "商会": ("Association",), "联合会": ("Association",), "研究会": ("Association",), "促进会": ("Association",),
    "公司": ("Enterprise",), "企业": ("Enterprise",), "集团": ("Enterprise",), "厂": ("Enterprise",),
    "大学": ("University",), "高校": ("University",), "学校": ("University",), "校": ("University",), "院校": ("University",), "学院": ("University",),
    "研究院": ("ResearchInstitute",), "设计院": ("ResearchInstitute",), "研究所": ("ResearchInstitute",), "院": ("ResearchInstitute", "University"),
    "所": ("ResearchInstitute",), "实验室": ("ResearchInstitute",), "研究中心": ("ResearchInstitute",), "创新中心": ("ResearchInstitute",),
    "检测中心": ("ResearchInstitute",), "中心": ("ResearchInstitute", "Association", "OrganizationUnit"),
    "委员会": ("OrganizationUnit", "StandardsBody"), "专委会": ("OrganizationUnit",), "工作组": ("OrganizationUnit",), "专家组": ("OrganizationUnit",), "分会": ("OrganizationUnit",),
    "局": ("GovernmentAgency",), "厅": ("GovernmentAgency",), "委": ("GovernmentAgency",),
    "市政府": ("GovernmentAgency",), "县政府": ("GovernmentAgency",), "区政府": ("GovernmentAgency",), "医院": ("University", "ResearchInstitute"),
}  # fmt: skip
# what the name of the one meant must end with, where the noun alone does not say its kind
_ENDS = {
    "院": ("院",), "学院": ("学院",), "所": ("所",), "中心": ("中心",), "实验室": ("实验室",), "局": ("局",), "厅": ("厅",), "委": ("委", "委员会"),
    "委员会": ("委员会",), "专委会": ("专委会", "专业委员会"), "工作组": ("工作组",), "专家组": ("专家组",), "分会": ("分会",),
    "医院": ("医院",), "研究院": ("院",), "设计院": ("院",), "研究所": ("所",), "研究中心": ("中心",), "创新中心": ("中心",), "检测中心": ("中心", "站", "所"),
    "厂": ("厂", "公司"), "大学": ("大学",), "市政府": ("政府",), "县政府": ("政府",), "区政府": ("政府",),
}  # fmt: skip
# 甲领投、乙跟投的丙完成融资: the subject is 丙
_RELATIVE = pattern(r"(?:领投|控股|投资|孵化|创办|发起|出资|牵头|参股|收购)(?:[、，和]<O>(?:跟投|参股|控股|参投|共建|参与|协同))*(?:设立|成立|组建|创办)?的(?P<who><O>)")
_SUBJECT = pattern(r"(?:<T>|，|此外|同时|据悉|近日|日前|[^，。；<ANY>]{0,6}，)*(?P<who><O>)(?![、和与及])")


# 联盟走访了某公司, 近日，联盟与某公司签署…: the item's own alliance as the subject of a clause
_OWN = re.compile(r"(?:^|(?<=[，。；：\n\ue00a])|(?<=[，。；\n](?:会后|会上|期间|目前|此外|同时|另外|日前|近日|随后)))本?(?P<own>联盟)(?=(?P<rest>[^。；\n]{1,16}))")
_ADVERBS = re.compile(r"(?:此前|早前|曾经|历来|一直|长期|近年来|还|又|也|已|将|拟|曾|则|并|近日|日前|随后|先后|分别|成功|正式|共同|首次|再次|再度|连续|现场|积极|多次|专门|专程|同时|一并|主动|相继|陆续|及时|全程|自主|独立|\ue00a)*(?:(?:在|于|向|对|为|就|以|把|将|应|受)[^，。；]{1,12}?|自[^，。；]{2,12}?(?:以来|起|成立后)，?(?:先后|累计|共|已|均|还|也|陆续|相继|牵头|积极|共同|主动)*)?")
_WITH = re.compile(r"(?:、\ue000|与|同|和|会同|联合|携手|联手|携|派出|派|组织|带领|邀请|委托|牵头|自主|在|于|向)(?!会|会员|年|的)")


@cache
def _deed() -> re.Pattern[str]:
    forms = sorted({f for f, kinds in verbs()[1].items() if len(f) > 1 and any(k.family != "takes_place" for k in kinds)}, key=lambda f: (-len(f), f))
    return re.compile("|".join(map(re.escape, forms)))


def _own(draft: Draft, view: View) -> list[tuple[int, int, str, Thing, tuple[Thing, ...]]]:
    """The cells of 联盟 where it is the subject of a clause: the item's own, or the other alliance that the sentence named."""
    owner = draft.owner
    if owner is None or owner.type != "Alliance" or "联盟" not in view.text:
        return []
    marks: list[tuple[int, int, str, Thing, tuple[Thing, ...]]] = []
    for match in _OWN.finditer(view.text, view.text.find("\n") + 1):
        rest = match["rest"]
        at = adverbs.end() if (adverbs := _ADVERBS.match(rest)) is not None else 0
        if not (_deed().match(rest, at) or _deed().match(rest) or _WITH.match(rest, at) or _WITH.match(rest)):
            continue
        begin = max(view.text.rfind(sign, 0, match.start()) for sign in "。\n") + 1
        named = [t for i in range(begin, match.start()) if (t := view.things.get(i)) is not None and t.type == "Alliance" and t is not owner]
        marks.append((match.start(), match.end("own"), ORG, named[-1] if named else owner, ()))
    return marks


def read_pronouns(draft: Draft, view: View) -> View:
    """The view with each of these words folded into the organisation that it means."""
    parents = {id(c.subject): c.object for c in draft.claims if c.predicate == "partOf"}
    marks = _own(draft, view)
    for match in (*matches(_WORD, view.text), *matches(_VISITED, view.text)):
        meant = _meant(view, parents, match)
        if meant is not None:
            marks.append((match.start(), match.end(), ORG, meant, ()))
    return _results(draft, view.replace(marks) if marks else view)


# 该电池脱胎于某项目, 此芯片已量产: a result by the last word of its name
_RESULT = re.compile(
    r"(?<![应与如相])(?:该|此(?!次|前|后|外|举|间)|这一|这款|这套|这种|这项|上述)(?:项|款|种|套|台|条)?(?P<noun>[\u4e00-\u9fff]{2,5}?)"
    r"(?=由|系|是|为|已|也|亦|还|均|现|曾|在|的|脱胎|源|出自|来自|入选|荣获|获|此前|先后|目前|\ue00a|，|。|达|成功|正式|顺利|通过|采用|将|填补|今年|日前|于)"
)
# …。采棉机则由某校研制: by the last word alone
_BARE_RESULT = re.compile(r"(?<=[，。；\n])(?:其中|而)?(?P<noun>[\u4e00-\u9fff]{2,6}?)(?=则?由|则|系由|是由|均由|亦由|也由|已由|现由|现已由)")
_CLASSES = frozenset({"技术", "产品", "成果", "系统", "项目", "标准", "装备", "设备"})


def _results(draft: Draft, view: View) -> View:
    """The view with 该电池 folded into the result that ends so, where just one was named before."""
    marks = []
    for match in (*matches(_RESULT, view.text), *matches(_BARE_RESULT, view.text)):
        limit = view.cells[match.start()][0]
        named = [t for t in draft.things if t.type == "Achievement" and t.name.endswith(match["noun"]) and any(a < limit for a, _ in t.mentions)]
        if len(named) == 1 and match["noun"] not in _CLASSES:
            marks.append((match.start(), match.end(), ACHIEVEMENT, named[0], ()))
    return view.replace(marks) if marks else view


def _meant(view: View, parents: dict[int, Thing], match: re.Match[str]) -> Thing | None:
    start, noun = match.start(), match["noun"]
    headline = view.text.find("\n") + 1
    if view.text[start - 1 : start] in ("。", "\n"):
        begin = max(view.text.rfind(sign, 0, start - 1) for sign in "。\n") + 1
        subject = _SUBJECT.match(view.text, begin)
        head = _RELATIVE.match(view.text, subject.end()) if subject is not None else None
        if head is not None and (fit := _fitting(view, parents, head.start("who"), noun)) is not None:
            return fit
        if subject is not None and (fit := _fitting(view, parents, subject.start("who"), noun)) is not None:
            return fit
    clause = max(view.text.rfind(sign, 0, start) for sign in "，。；：\n") + 1
    if any(view.text[at] == ORG for at in range(clause, start)):
        start = clause  # 甲控股该公司: no one is meant by the subject of its own clause
    for floor in (headline, 0):
        for at in range(start - 1, floor - 1, -1):
            if (fit := _fitting(view, parents, at, noun)) is not None:
                return fit
    return None


def _fitting(view: View, parents: dict[int, Thing], at: int, noun: str) -> Thing | None:
    """The organisation at a cell, at home of the person there, or what it is part of, if the noun can mean it."""
    here = [view.things[at]] if view.text[at] == ORG and at in view.things else list(view.inner.get(at, ()))
    for thing in reversed(here):
        chain = [thing, *([parents[id(thing)]] if id(thing) in parents else [])]
        if noun in ("校", "学校", "高校", "院校", "大学"):
            chain.reverse()  # the university before its school
        for one in chain:
            if one.type in _KINDS[noun] and one.name.endswith(_ENDS.get(noun, "")):
                return one
    return None
