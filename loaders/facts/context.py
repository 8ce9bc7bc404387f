"""What a class noun means in its place: 联盟, 公司, 该实验室 → one organisation of the item."""

from __future__ import annotations

import re

from .draft import Thing
from .reading import Reading

_NOUN_TYPES = {
    "联盟": ("Alliance", "CoordinatingBody"), "联合体": ("Alliance",), "公司": ("Enterprise",), "集团": ("Enterprise",), "企业": ("Enterprise",), "厂方": ("Enterprise",),
    "学会": ("Association",), "协会": ("Association",), "商会": ("Association",), "联合会": ("Association", "CoordinatingBody"),
    "研究会": ("Association",), "促进会": ("Association",), "基金会": ("Association",),
    "实验室": ("ResearchInstitute",), "研究院": ("ResearchInstitute",), "研究所": ("ResearchInstitute",),
    "研究中心": ("ResearchInstitute",), "中心": ("ResearchInstitute", "Association"), "促进中心": ("Association",), "学院": ("University",),
    "该校": ("University",), "委员会": ("OrganizationUnit", "StandardsBody"), "工作组": ("OrganizationUnit",),
    "联络组": ("CoordinatingBody",), "秘书处": ("OrganizationUnit",), "专家组": ("OrganizationUnit",),
    "理事会": ("OrganizationUnit",), "所": ("ResearchInstitute", "Enterprise"), "院": ("ResearchInstitute", "University"),
    "校": ("University",), "会": ("Association",),
    "中试基地": ("ResearchInstitute",), "基地": ("ResearchInstitute",), "分中心": ("ResearchInstitute",), "工作站": ("ResearchInstitute", "OrganizationUnit"), "服务站": ("OrganizationUnit",), "联络站": ("OrganizationUnit",),
    "局": ("GovernmentAgency",), "厅": ("GovernmentAgency",), "委": ("GovernmentAgency",), "司": ("GovernmentAgency",), "署": ("GovernmentAgency",),
    "中试平台": ("ResearchInstitute",), "平台": ("ResearchInstitute",), "分会": ("OrganizationUnit",), "专委会": ("OrganizationUnit",),
}  # fmt: skip
_HEADS = (
    ("所长", ("ResearchInstitute",), ("所",)), ("院长", ("ResearchInstitute", "University"), ("院",)),
    ("校长", ("University",), ("大学", "学院", "学校")),
)  # fmt: skip
# 实验室挂靠某公司，首任主任由某某担任: of the body that the sentence begins with
_BODY_SUBJECT = re.compile(
    r"(?:该|本|新)?(?P<noun>实验室|研究院|研究所|研究中心|中心|委员会|工作组|专委会|分会|中试基地|基地|工作站|中试平台|平台)"
    r"(?=挂靠|设在|设于|依托|落户|建在|落在|由|下设|首批|首任|首届|将|实行|现|目前|已|拟|隶属|附设|坐落|位于|选址)[^。；]*，(?:首任|首届|现任|新任|其|并|第一任|本届)*$"
)
_SEATED = re.compile(r"(?:将|现|已|正式|继续|拟|暂)*(?:挂靠|设在|设于|依托|落户|建在|下设|隶属|附设|坐落|位于)")
_SEATS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("站长", ("站",)), ("院长", ("研究院",)), ("所长", ("研究所",)), ("组长", ("组",)), ("会长", ("分会",)),
    ("主任", ("中心", "实验室", "基地", "平台", "工作站")), ("主任委员", ("委员会",)),
)
_ITS_POST = re.compile("，(?:首任|首届|现任|新任|其|并|第一任|本届)*$")
_OF_BODY = ("主任", "组长", "院长", "所长", "主任委员", "首席科学家", "首席专家", "负责人", "召集人", "会长", "站长")
_DRAFTERS = ("起草组", "编写组", "编制组", "标准组", "课题组", "项目组", "评审组", "验收组", "鉴定组", "攻关组")
_COUNCIL = ("理事长", "秘书长", "监事长", "盟主", "轮值主席", "联合主席", "共同主席")
_CHAIR = ("会长", "副会长")
_COMPANY = ("董事长", "总经理", "总裁", "首席执行官", "厂长")
_OPENED = re.compile(r"成立|组建|设立|揭牌|换届")
_ADVISERS = ("顾问", "委员")
_COMMITTEE = ("主任", "主任委员", "组长", "召集人")


def resolve(reading: Reading, noun: str, post: str, at: int) -> Thing | None:
    """The organisation that a class noun before `at` stands for, or, without a noun, the one that a
    post alone (秘书长, 董事长, 主任) calls for; None where nothing or more than one thing fits."""
    pointed = noun.startswith(("该", "本")) or reading.text.endswith(("该" + noun, "本" + noun), 0, at)
    noun = noun.removeprefix("该").removeprefix("本") or noun
    if not noun and reading.text.endswith(_DRAFTERS, 0, at):
        return None  # 编写组组长: of no unit that the item names
    if not noun:
        body = _BODY_SUBJECT.match(reading.text, reading.sentence(at - 1)[0], at) if post.endswith(_OF_BODY) else None
        led = resolve(reading, body["noun"], post, body.end("noun")) if body is not None else None
        return led or (_sentence_body(reading, post, at) if post.endswith(_OF_BODY) else None) or _by_post(reading, post, at)
    types = _NOUN_TYPES.get(noun, ())
    owner = _founded(reading, at) or reading.draft.owner
    if pointed and noun in ("联盟", "联合体") and (visited := _called_on(reading, at)) is not None:
        return visited
    if noun in ("联盟", "联合体") and owner is not None and owner.type in types:
        near = _before(reading, ("Alliance",), at) if owner.type == "CoordinatingBody" else []
        return near[0] if near else owner
    candidates = _before(reading, types, at)
    if noun in ("公司", "集团"):
        candidates = [t for t in candidates if t.name.endswith(("公司", "集团", "厂"))] or candidates
        first = reading.text[at - len(noun) - 1 : at - len(noun)] in ("", "。", "，", "\n", "；")
        subject = _subject(reading, candidates, at) if pointed or first else None
        if subject is not None:
            return subject
    if noun not in ("联盟", "公司", "集团", "企业"):
        candidates = [t for t in candidates if any(name.endswith((noun, "委员会") if noun == "委" else noun) for name in t.names)]
    return candidates[0] if candidates else None


def _sentence_body(reading: Reading, post: str, at: int) -> Thing | None:
    """西北联络站挂靠在某中心，站长由…: the unit that the sentence begins with."""
    start, _ = reading.sentence(at - 1)
    seats = next((tails for head, tails in _SEATS if post.endswith(head)), ())
    for (begin, end), thing in reading.at.items():
        if begin == start and thing.name.endswith(seats) and thing.type in ("OrganizationUnit", "ResearchInstitute", "StandardsBody") and _SEATED.match(reading.text, end) and _ITS_POST.search(reading.text[end:at]):
            return thing
    return None


_NEW = re.compile(r"[^，。；]{0,6}(?:成立|换届|揭牌|召开|选举)|(?:理事会|大会|年会)")


def _founded(reading: Reading, at: int) -> Thing | None:
    """Another alliance whose founding or meeting this sentence tells of: 联盟 means that one."""
    start, _ = reading.sentence(at - 1)
    owner = reading.draft.owner
    for span, thing in sorted(reading.at.items(), key=lambda pair: pair[0], reverse=True):
        other = thing.type == "Alliance" and start <= span[0] and span[1] <= at and thing is not owner
        if other and _NEW.match(reading.text, span[1]):
            return thing
    return None


_CALLS = re.compile(r"(?:拜访|拜会|走访|访问|会见|会晤|到访|造访|来到|前往|赴|到|与|同|和|对接|联合|携手|牵手)了?$")


def _called_on(reading: Reading, at: int) -> Thing | None:
    """Another alliance that this sentence's party calls on or speaks with: 拜访乙联盟，同该联盟秘书长…."""
    start, _ = reading.sentence(at - 1)
    for span, thing in sorted(reading.at.items(), key=lambda pair: pair[0], reverse=True):
        if thing.type == "Alliance" and thing is not reading.draft.owner and start <= span[0] and span[1] < at - 2:
            return thing if _CALLS.search(reading.text, max(start, span[0] - 4), span[0]) else None
    return None


def _headed(reading: Reading, types: tuple[str, ...], endings: tuple[str, ...], at: int) -> Thing | None:
    """The institute or university of this sentence that a 所长, 院长 or 校长 heads."""
    sentence = reading.sentence(at)
    for thing in _before(reading, types, at):
        if thing.name.endswith(endings) and any(sentence[0] <= a < at for a, _ in thing.mentions):
            return thing
    return None


def _subject(reading: Reading, candidates: list[Thing], at: int) -> Thing | None:
    """What 公司, 该公司 means at the head of a clause: the subject of its sentence, else of the nearest before it.

    A company behind 与, 向, 对 … is no subject: 公司又与某银行签约。公司董事长张三….
    """
    start = reading.sentence(at - 1)[0]
    before = [span for span in reading.draft.sentences if span[1] <= start]
    for low, high in [(start, at), *before[:-4:-1]]:
        named = sorted(
            (a, n) for n, t in enumerate(candidates) for a, _ in t.mentions
            if low <= a < high and reading.text[a - 1 : a] not in ("与", "和", "同", "向", "对", "由", "为", "给", "从")
        )
        if named:
            return candidates[named[0][1]]
    return None


def _by_post(reading: Reading, post: str, at: int) -> Thing | None:
    owner = _founded(reading, at) or reading.draft.owner
    opened = _opened_branch(reading, at) if post.endswith("秘书长") else None
    if opened is not None:
        return opened
    if post.endswith(_COUNCIL):
        if owner is not None and owner.type in ("Alliance", "CoordinatingBody", "Association"):
            return owner
        alliances = [t for t in reading.draft.things if t.type == "Alliance"]
        return alliances[0] if len(alliances) == 1 else None
    if post.endswith(_CHAIR) and (opened := _opened_branch(reading, at)) is not None:
        return opened
    if post.endswith(_CHAIR):
        sentence = reading.sentence(at)
        branches = [t for t in _before(reading, ("OrganizationUnit",), at) if t.name.endswith("分会") and any(sentence[0] <= a < at for a, _ in t.mentions)]
        if branches:
            return branches[0]
        if owner is not None and owner.type == "Association":
            return owner
        associations = [t for t in reading.draft.things if t.type == "Association"]
        return associations[0] if len(associations) == 1 else None
    for end, types, endings in _HEADS:
        if post.endswith(end):
            return _headed(reading, types, endings, at)
    if post.endswith(tuple(_DEPARTMENTS)):
        return _department(reading, post, at)
    if post.endswith(_COMMITTEE):
        sentence = reading.sentence(at)
        units = [
            t for t in _before(reading, ("OrganizationUnit", "StandardsBody"), at)
            if any(sentence[0] <= a < at for a, _ in t.mentions)
            and (post.endswith("组长") == t.name.endswith("组") or post.endswith("召集人"))
        ]  # fmt: skip
        if units:
            return units[0]
        labs = [t for t in _before(reading, ("ResearchInstitute",), at) if t.name.endswith(("实验室", "研究中心", "创新中心")) and any(sentence[0] <= a < at for a, _ in t.mentions)]
        if labs and post.endswith("主任") and reading.text.startswith("由", at + len(post)):
            return labs[0]  # 重点实验室获批，主任由某某担任
        groups = [t for t in _before(reading, ("OrganizationUnit",), at) if t.name.endswith("组")]
        if post.endswith("组长") and len(groups) == 1 and "、" not in post:
            return groups[0]
        committees = [t for t in _before(reading, ("OrganizationUnit", "StandardsBody"), at) if t.name.endswith("委员会")]
        whole = max(committees, key=lambda t: len(t.name), default=None)
        if len(committees) > 1 and whole is not None and not all(whole.name.startswith(t.name) for t in committees):
            whole = None  # of a committee and its subcommittee, the subcommittee
        return whole if post.endswith("主任委员") else None
    if post.endswith(_ADVISERS):
        sentence = reading.sentence(at)
        bodies = [t for t in _before(reading, ("StandardsBody", "OrganizationUnit"), at) if t.name.endswith("委员会")]
        named_here = reading.text[sentence[0] : at]
        if len(bodies) == 1 and ("委员会" in named_here and not (post.endswith("顾问") and re.search(r"委员会(?:主任|副主任|委员)", named_here))):
            return bodies[0]
        return owner if post.endswith("顾问") and owner is not None and owner.type in ("Alliance", "CoordinatingBody") else None
    if post.endswith(("总工程师", "总工", "总经济师", "总会计师")) and (beside := _NAMED_BEFORE.search(reading.text, max(0, at - 40), at)) is not None:
        return next((t for _, t in reading.ending_at(beside.start()) if t.type == "Enterprise"), None)  # 拜访某公司，总工程师张三接待…
    if post.endswith(_COMPANY):
        sentence = reading.sentence(at)
        companies = [
            t for t in _before(reading, ("Enterprise",), at)
            if any(sentence[0] <= a < at for a, _ in t.mentions)
        ]  # fmt: skip
        works = [t for t in _before(reading, ("Enterprise",), at) if t.name.endswith("厂")]
        if not companies and post.endswith("厂长") and len(works) == 1:
            return works[0]
        first = _subject(reading, companies, at) if len(companies) > 1 else None
        return first or (companies[0] if len(companies) == 1 else None)
    return None


_NAMED_BEFORE = re.compile(r"(?:（[^（）\n]{1,24}）)?(?:，(?:其|公司)?|(?:特|专门)?(?:委派|选派|派出|指派|派))$")


def _opened_branch(reading: Reading, at: int) -> Thing | None:
    """The branch or committee that this sentence opens: 某专委会揭牌，…任秘书长."""
    sentence = reading.sentence(at)
    branches = [
        t for t in _before(reading, ("OrganizationUnit",), at)
        if t.name.endswith(("分会", "专委会", "专业委员会")) and any(sentence[0] <= a < at for a, _ in t.mentions) and _OPENED.search(reading.text, sentence[0], at)
    ]  # fmt: skip
    return branches[0] if branches else None


_DEPARTMENTS = {"处长": "处", "司长": "司", "科长": "科", "部长": "部", "厅长": "厅", "局长": "局"}


def _department(reading: Reading, post: str, at: int) -> Thing | None:
    """The department or bureau of this sentence or the one before that a 处长, 司长 … alone heads."""
    end = next(sign for title, sign in _DEPARTMENTS.items() if post.endswith(title))
    start = reading.sentence(at)[0]
    earlier = [s for s in reading.draft.sentences if s[1] <= start]
    low = earlier[-1][0] if earlier else start
    found = [
        t for t in _before(reading, ("GovernmentAgency", "OrganizationUnit"), at)
        if t.name.endswith(end) and any(low <= a < at for a, _ in t.mentions)
    ]  # fmt: skip
    return found[0] if len(found) == 1 or (found and end in "处司科") else None


def latter(reading: Reading, at: int) -> Thing | None:
    """What 后者 at `at` means: the organisation named last in its sentence before it."""
    start, _ = reading.sentence(at)
    here = [
        (max(a for a, b in t.mentions if start <= a and b <= at), -n) for n, t in enumerate(reading.draft.things)
        if t.type not in ("Person", "Place", "Event") and any(start <= a and b <= at for a, b in t.mentions)
    ]  # fmt: skip
    return reading.draft.things[-max(here)[1]] if here else None


def _before(reading: Reading, types: tuple[str, ...], at: int) -> list[Thing]:
    """Things of these types that are named before `at`, the nearest first."""
    found = [
        (max(b for _, b in thing.mentions if b <= at), -number, thing)
        for number, thing in enumerate(reading.draft.things)
        if thing.type in types and any(b <= at for _, b in thing.mentions)
    ]
    return [thing for _, _, thing in sorted(found, key=lambda row: row[:2], reverse=True)]
