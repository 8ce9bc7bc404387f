"""Units inside organisations: secretariats, committees, departments, schools, and their parents.

What follows a recognised organisation without a boundary and ends as units do is a unit of it
(科技部农村科技司, X协会Y工作委员会). Each gives a `partOf`. Units that stand alone are read by
`context_units`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .draft import Claim, Thing
from .lexicon_files import table, words
from .reading import Reading
from .unit_types import is_part, unit_type

_HOSTS = frozenset({
    "Alliance", "CoordinatingBody", "Association", "InternationalBody", "StandardsBody", "Enterprise",
    "University", "ResearchInstitute", "GovernmentAgency", "OrganizationUnit",
})  # fmt: skip
_SESSION = "第?[一二三四五六七八九十百\\d]{1,3}届"
_DECLARED = re.compile(r"（(?:以下|下)?(?:简称|称)[^（）]{1,18}）")
_BRACKET = re.compile(r"（(?:[A-Za-z][A-Za-z0-9/\- ]{1,20}|(?:以下|下)?(?:简称|称)为?[“]?[^（），。]{2,16}[”]?)）(?=[\u4e00-\u9fff\d]{2,18}?(?:会(?!议)|组|处|部|局|分会|中心|学院|网))")


# 某标准委员会石墨烯领域委员会
_FIELD = re.compile(r"(?!分别|联合|共同|与|和|、|及|的|在|将|由|把)[\u4e00-\u9fff]{2,10}?领域委员会(?!议)")
_BUREAUS = r"(?:研究|合作|发展|培训|宣传|会员|项目|业务|信息|标准|国际|综合|服务|交流|咨询|推广|外联|法务|政策|编辑|联络|认证|检测|检验|财务|行政|人事|市场|拓展|运营|会展|投资|科技|技术|产业|战略|创新|转化|评价|数据|媒体|测试|学术|知识产权|法律|品牌|活动|商务|专利|业务|教育|会展|展览|出版|管理|规划|生产|采购|人力资源|安全)部(?![门分署件品队])(?!长(?![，。；、\u4e00-\u9fffA-Z]))"


@lru_cache(maxsize=1)
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of units by name, compiled from `[nested]` of `names_suffixes`."""
    nested = table("names_suffixes")["nested"]

    def either(name: str) -> str:
        return "|".join(sorted(words(nested[name]), key=lambda w: (-len(w), w)))

    han = r"[\u4e00-\u9fffA-Za-z0-9]"
    unit = either("units")
    return {
        "unit": re.compile(rf"(?:{_SESSION})?(?:驻{han}{{2,6}})?{han}{{0,18}}?(?:{unit})"),
        "council": re.compile(rf"{_SESSION}(?:理事会|监事会|常务理事会|专家委员会|委员会)(?!议|上|期间)"),
        "department": re.compile(
            rf"{han}{{1,16}}?(?:司(?![长仪法]|机(?!器|械|电|床))|局(?![长部面])|厅(?!长)|处(?![理于在长])|处(?=处长|副处长)|(?<=[化业研策规财法务源技合教人展管外农能村事新产信识权监育息防质计准字])处(?=在)|司(?=司长)|办公室|办公厅"
            rf"|法庭|审判庭|(?:支|总|大)队(?!长|伍)|科(?![技学研普创协长目])|中心|部(?![长门分署件品]))"
        ),
        "division": re.compile(rf"{han}{{2,10}}?(?:部|办公室|事业部|技术中心|研发中心|工程中心|检测中心|中心|车间|实验室)(?=部长|副部长|经理|副经理|总监|主任|副主任|负责人|常务副主任)"),
        "bureau": re.compile(rf"{han}{{0,6}}?{_BUREAUS}"),
        "office": re.compile(rf"{han}{{2,10}}?(?:局|司|署|(?<!办事)(?<!代表)(?<!秘书)(?<!联络)处)(?![长面部理])"),
        "head_office": re.compile(rf"{han}{{2,10}}?(?:事业)?本部(?!长)"),
        "institute": re.compile(rf"{han}{{2,6}}?(?:研究)?所(?=所长|副所长|研究员|副研究员|党委|博士|等|承担|出席|参加|参与|共同|联合|主持|牵头|[，。；、\n和与在]|的(?:专家|科研))"),
        "research": re.compile(r"第\d+(?:研究|工作)组"),
        "school": re.compile(rf"{han}{{1,18}}?(?:学院|学系|系(?![统列])|研究生院|医学部|书院)"),
        "alone": re.compile(
            rf"(?:该|本)?(?:联盟|学会|协会|联合体|研究会|联合会|商会|促进会)((?:{_SESSION})?{han}{{0,14}}?(?:{unit}|{_BUREAUS}|服务中心|培训中心|信息中心|知识产权中心|推广中心|联络中心))"
        ),
        "committee": re.compile(
            rf"{han}{{2,14}}?(?:委员会|专委会|分会|工作组|专家组|专业组|专题组|分联盟|工作部|事业部|{_BUREAUS})(?![员长])"
        ),
        "body": re.compile(
            rf"(?:{_SESSION})(?:理事会|监事会|常务理事会)(?!议|上|期间)|理事会秘书处"
            rf"|(?<=经)理事会(?!议)|(?:专家|专家技术|专家咨询|技术|标准化工作|标准化)委员会(?=主任|副主任|(?<=派专家委员会)委员|(?<=派专家技术委员会)委员|(?<=派技术委员会)委员|(?<=派标准化委员会)委员)|(?<=[为任])(?:专家|专家技术|专家咨询|技术|标准化工作|标准化|咨询|战略咨询)委员会(?=委员)|(?<!次)理事会(?=(?:还|会议)?(?:审议|表决|同意|决定|通过|授权|批准|一致|讨论))|秘书处(?!长|地|单位|供稿|所在|承担)"
        ),
    }


def read_units(reading: Reading) -> None:
    """Add the units that follow an organisation's name, and units of these."""
    queue = sorted(reading.at.items(), key=lambda pair: (pair[0][0], -pair[0][1]))
    while queue:
        span, parent = queue.pop(0)
        if parent.type not in _HOSTS or span[0] >= reading.body:
            continue
        if any(o[0] <= span[0] and span[1] < o[1] for o in reading.at) and parent.type != "GovernmentAgency":
            continue
        end = unit_end(reading, span[1], parent)
        if end is None or any(o[0] < span[1] < o[1] for o in reading.at if o[0] != span[0]):
            continue
        start = span[0]
        text = reading.text
        held = reading.at.get((start, end))
        if held is not None:
            unit = held
        else:
            unit = reading.add(unit_type(parent, text[span[1] : end]), start, end)
            whole, unit.name = unit.name, _DECLARED.sub("", unit.name)  # what the bracket declares is no part of the name
            if whole != unit.name:
                unit.add_alias(whole)
        if unit is parent:
            continue
        part_of(reading, unit, parent, (start, end), "partOf.nested", 0.97)
        queue.insert(0, ((start, end), unit))
        queue += [(at, unit) for at in _acronym(reading, unit, end)]
        siblings(reading, parent, start, end)


_SHORT = re.compile(r"[（(]([A-Z][A-Za-z]{1,9}(?:[-/ ][A-Z0-9][A-Za-z0-9]*)?)[）)]")


def _acronym(reading: Reading, unit: Thing, end: int) -> list[tuple[int, int]]:
    """Where the letters stand that a bracket behind a unit gives it: 标准化委员会（CSAS）, CSAS显示工作组."""
    match = _SHORT.match(reading.text, end) if unit.type == "OrganizationUnit" else None
    if match is None or reading.names.get(match[1]) is not None:
        return []
    unit.add_alias(match[1])
    spans = [f.span() for f in re.finditer(rf"(?<![A-Za-z0-9/]){re.escape(match[1])}(?![A-Za-z0-9/ ])", reading.text[: reading.body])]
    spans = [span for span in spans if not reading.overlaps(*span)]
    for span in spans:
        reading.mention(unit, *span)
    return spans


_SIBLING = re.compile(
    r"[、和与及]((?!第)[\u4e00-\u9fff]{2,14}?(?:司(?![长仪法]|机(?!器|械|电|床))|处(?![理于在长])|处(?=处长|副处长)|司(?=司长|副司长)|工作委员会|专业委员会|专家委员会|技术委员会|标准化委员会|工作组|专家组|秘书处|分会))"
)


def siblings(reading: Reading, parent: Thing, start: int, end: int) -> None:
    """Units in a list after a unit: 科技部高新司、社发司; 标准化工作委员会、知识产权工作组."""
    text = reading.text
    while match := _SIBLING.match(text, end):
        a, b = match.span(1)
        if reading.overlaps(a, b) or any(reading.marks.hard[a:b]):
            return
        kind = unit_type(parent, match[1])
        if (kind == "GovernmentAgency") != (match[1][-1] in "司处") or reading.marks.right(a, 30) < b - 4:
            return
        unit = reading.add(kind, a, b)
        part_of(reading, unit, parent, (start, b), "partOf.list", 0.85)
        end = b



def unit_end(reading: Reading, at: int, parent: Thing) -> int | None:
    """Where the unit that follows at `at` ends; None where none does."""
    text, marks, forms = reading.text, reading.marks, patterns()
    bracket = _BRACKET.match(text, at)
    if bracket:
        at = bracket.end()
    limit = marks.right(at + 1 if text.startswith("驻", at) else at, 30)
    if parent.type == "GovernmentAgency":
        limit = _department_limit(reading, at)
    limit = min([limit, *(a for a, _ in reading.at if a >= at)])
    if text.startswith(("派", "委派", "选派", "指派"), at):
        return None  # 某厅派农村水利处处长…
    token = marks.starts.get(at)
    if token is not None and token[1] == "join":
        return None
    if parent.type in ("StandardsBody", "Association", "Alliance") and (match := _FIELD.match(text, at)) is not None:
        return match.end()
    if parent.type == "Enterprise" and parent.name.endswith("银行") and (match := _BANK.match(text, at)) is not None and not any(marks.hard[at : match.end()]):
        return match.end()
    if limit <= at:
        if parent.type in ("InternationalBody", "StandardsBody"):
            match = forms["research"].match(text, at)
            return match.end() if match else None
        match = _BARE.match(text, at)
        return match.end() if match and parent.type not in ("GovernmentAgency", "OrganizationUnit") else None
    if parent.type == "GovernmentAgency":
        order: tuple[str, ...] = ("department", "unit")
    elif parent.type == "University":
        order = ("school", "unit")
    elif parent.type == "Enterprise":
        order = ("division", "unit", "bureau", "head_office")
    elif parent.type == "ResearchInstitute" and parent.name.endswith("院"):
        order = ("council", "unit", "institute", "division", "bureau", *(("office",) if parent.name.endswith(("科学院", "工程院")) else ()))
    elif parent.type == "InternationalBody":
        order = ("council", "unit", "office", "division")
    else:
        order = ("council", "unit", "division", "bureau")
    for name in order:
        match = forms[name].match(text, at)
        if match is None and name == "unit" and text.startswith("驻", at):
            match = forms[name].match(text, at)
        if match is None or match.end() > reach(reading, at, limit, match.end()) + (name == "institute"):
            continue
        if name == "department" and (_longer(text, match.end()) or text[match.end() : match.end() + 1] in "〔["):
            continue  # 工信部联科〔2025〕76号 is a number
        if name == "department" and match[0].endswith("部") and len(match[0]) < 3:
            continue
        return match.end()
    if parent.type == "CoordinatingBody":
        match = re.compile(r"[\u4e00-\u9fff]{2,8}?部(?![长门分])").match(text, at)
        if match and match.end() <= limit:
            return match.end()
    return None


# 国家开发银行评审二局: bureaus of a bank
_BANK = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:[一二三四五六七八九]局|(?<![分管理])局)(?![面限势部])")
_BARE = re.compile(r"专家组(?!专家)|专家委员会|专家技术委员会|专家咨询委员会|代表处|联络处|指导委员会|监事会")


def _department_limit(reading: Reading, at: int) -> int:
    """How far a department's name may go: single boundary signs are words in it (原材料工业司)."""
    marks, text = reading.marks, reading.text
    stop = min(len(text), at + 20)
    for place in range(at, stop):
        if marks.hard[place]:
            return place
        token = marks.starts.get(place)
        if token is not None and token[1] == "stop" and ((token[0] - place > 1 and text[place : token[0]] not in words(table("names_boundaries")["department"])) or text[place] in "的在将由对向于是被把为赴到等"):
            return place
    return stop


def reach(reading: Reading, at: int, limit: int, end: int) -> int:
    """How far a unit may go: to the next boundary, past boundary words that its own ending holds."""
    stop = reading.marks.starts.get(limit)
    if stop is not None and limit < end <= limit + 9 and not any(reading.marks.hard[limit:end]):
        tail = reading.text[limit:end]
        if tail.startswith(("专家", "驻", "代表", "联络", "指导", "推进", "执行", "服务", "组织", "审", "评", "领导", "申请", "标准")) or tail.endswith("部"):
            return end
    if reading.text.startswith("驻", at):
        return end
    return limit


def _longer(text: str, end: int) -> bool:
    """Whether a department's sign goes on as another word (企业创新处理 …)."""
    return text.startswith(("领导", "会议", "工作会"), end)


def part_of(
    reading: Reading, unit: Thing, parent: Thing, evidence: tuple[int, int], rule: str, sure: float
) -> None:
    """State that `unit` is part of `parent`, once."""
    if unit is parent:
        return
    for claim in reading.draft.claims:
        if claim.predicate == "partOf" and claim.subject is unit and claim.object is parent:
            return
    reading.draft.claims.append(Claim(unit, "partOf", parent, evidence, rule, sure))


# 某总局北海分局: the agency that a branch belongs to.
_BRANCH = re.compile(r"([\u4e00-\u9fff]{2,12}?(?:总局|局|总署|署|委员会))[\u4e00-\u9fff]{1,8}?(?:分局|办事处|专员办)")


def read_inner(reading: Reading) -> None:
    """State `partOf` for names that begin with their parent's: 石河子大学机械电气工程学院."""
    for span, thing in sorted(reading.at.items(), key=lambda pair: pair[0]):
        if span[0] >= reading.body:
            continue
        if thing.type == "CoordinatingBody" or (
            thing.type == "GovernmentAgency" and thing.name.endswith(("司", "处")) and len(reading.starting_at(span[0])) == 1
        ):
            _founder(reading, span)
        branch = _BRANCH.fullmatch(reading.text, *span) if thing.type == "GovernmentAgency" else None
        if branch and len(reading.starting_at(span[0])) == 1:
            reading.add("GovernmentAgency", *branch.span(1))
        if reading.text.startswith(("该校", "本校"), span[0] - 2) and thing.type in ("University", "ResearchInstitute"):
            homes = [(max(b for _, b in t.mentions if b < span[0]), n) for n, t in enumerate(reading.draft.things)
                     if t.type == "University" and t is not thing and any(b < span[0] for _, b in t.mentions)]  # fmt: skip
            if homes:
                part_of(reading, thing, reading.draft.things[max(homes)[1]], (span[0] - 2, span[1]), "partOf.context", 0.85)
        for inner, parent in reading.starting_at(span[0]):
            if inner[1] < span[1] and parent is not thing and is_part(thing, parent):
                part_of(reading, thing, parent, span, "partOf.nested", 0.97)
                break


def _founder(reading: Reading, span: tuple[int, int]) -> None:
    """Note the agency whose name begins a coordinating body's: 科技部 in 科技部联盟试点工作联络组."""
    for end in range(span[1] - 1, span[0] + 1, -1):
        known = reading.names.get(reading.text[span[0] : end])
        if known is not None and known.type == "GovernmentAgency":
            reading.add("GovernmentAgency", span[0], end)
            return
