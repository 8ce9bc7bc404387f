"""Shared slots of the frames about works and results: who does it, to what, and what 该项目 refers to."""

from __future__ import annotations

import re

from .clauses import Doers, Hit, Reader
from .draft import Thing
from .masking import ORG, PERSON, POLICY, PROJECT, PUBLICATION, STANDARD, pattern

# 通过甲主持的验收: who presides over a meeting carries out no project
PRESIDED = re.compile("主持的[^，。；]{0,6}\ue003")
WORKS = POLICY + STANDARD + PUBLICATION


_LINK = re.compile("等[^，。；、和与\ue000-\ue00a]{0,12}(?:和|与|以及|及)|(?:、|和|与|及|以及|，|等|”|“)*")


# 公布了由甲编写的<W>: its maker stands before the work.
_MADE_BY = pattern(r"(?:了|过|的)?(?:一[部份本册项批]|首[部份本册])?由<O>(?:[、和与及]<O>)*(?:等[^，。；<O><E>]{0,8})?[^，。；<O><E>]{1,10}(?:、<O>(?:[、和与及]<O>)*(?:等[^，。；<O><E>]{0,8})?[^，。；<O><E>]{1,8})*的(?:[国行团地]?[家业体方]?标准|联盟标准)?")


# 承担了甲下达的<J>: who set the project
_SET_BY = pattern(r"(?:了|过|的|由)?<O>(?:[、和与]<O>)*(?:[^，。；<O><E>]{0,3}?(?:下达|立项|批准|组织|支持|委托|设立|发布|资助|资助的重点|立项支持))?的?")


def ahead(reader: Reader, at: int, signs: str, reach: int = 34) -> list[int]:
    """The list of things of these signs that the words from `at` lead to, within the clause."""
    text = reader.view.text
    stop = min(reader.clause_end(at, "，。；：\n"), at + reach)
    first = next((i for i in range(at, stop) if text[i] in signs and i in reader.view.things), None)
    if first is None or (re.search(r"[\ue000\ue003]", text[at:first]) and not _MADE_BY.fullmatch(text, at, first) and not (signs == PROJECT and _SET_BY.fullmatch(text, at, first))) or (
        "\ue001" in text[at:first] and not re.fullmatch(r"(?:了)?\ue001[^，。；]{0,6}(?:文章|讲话|论文)(?:——)?", text[at:first])
    ):
        return []
    cells = [first]
    while True:
        link = _LINK.match(text, cells[-1] + 1)
        nxt = link.end() if link else cells[-1] + 1
        if nxt < len(text) and text[nxt] in signs and nxt in reader.view.things:
            cells.append(nxt)
        else:
            return cells


def latest(reader: Reader, before: int, signs: str, floor: int = 0) -> int | None:
    """The last cell of these signs before a place, no further back than `floor`."""
    return next((at for at in range(before - 1, floor - 1, -1) if reader.view.text[at] in signs and at in reader.view.things), None)


def agents(reader: Reader, hit: Hit, omit: bool = True) -> Doers:
    """Organisations that do it; a person stands for the organisation whose post he holds."""
    left, last = hit.left, None
    for other in reader.hits:
        if left <= other.start < hit.start and other.sentence == hit.sentence and other.end <= hit.start and other.verb.family == hit.verb.family:
            if other.end == hit.start and re.search(r"以[^，。；]*(?:号|年|发布|联合)?$", reader.view.text[left : other.start]):
                continue  # 以…号公告公布: the order is the means, not a deed of its own
            if other.verb.family == "own" and _SUM.fullmatch(reader.view.text, other.end, hit.start):
                continue  # 增资5亿元入股乙
            if not reader.view.text.startswith(("方式", "形式", "的方式", "的形式", "名义"), other.end):  # 以增资方式控股
                left = max(left, other.end)
                last = other
    if last is not None and _AND_ALSO.fullmatch(reader.view.text, last.end, hit.start) and last.end == left:
        return agents(reader, last, omit)
    doers = reader.doers(hit.start, left, ORG + PERSON, hit.form)
    if doers.things:
        things: list[Thing] = []
        for thing, cell in zip(doers.things, doers.cells, strict=True):
            things += reader.orgs_of(thing, cell)[:1] if thing.type == "Person" else (thing,)
        if doers.lead in ("会同", "联合", "携手", "携", "偕", "牵手", "联手", "协同", "与", "和", "同") and not (doers.lead in ("与", "和") and reader.view.text[doers.start - 1 : doers.start] in ("\ue007", "\ue008", "”")):
            before = reader.listed(hit.sentence[0], doers.cells[0], ORG)
            extra = (reader.view.things[before[-1]],) if before else ((reader.draft.owner,) if reader.draft.owner else ())
            return Doers((*extra, *things), doers.cells, doers.start, "", True)
        return Doers(tuple(things), doers.cells, doers.start, doers.lead, doers.joint)
    if (pronoun := _pronoun(reader, hit)).things:
        return pronoun
    if (order := _ORDER.search(reader.view.text, hit.sentence[0], hit.start)) and hit.verb.predicate == "issues":
        at = order.start("who")
        return Doers((reader.view.things[at],), (), order.start()) if at in reader.view.things else Doers(start=hit.start)
    if (first := _ALSO.fullmatch(reader.view.text, left, hit.start)) is not None:
        cells = reader.listed(*first.span("list"), ORG)
        return Doers(tuple(reader.view.things[at] for at in cells), tuple(cells), first.start("list"))
    if reader.view.text[hit.left : hit.left + 1] == "继":
        after = reader.listed(hit.end, hit.sentence[1], ORG)
        return Doers((reader.view.things[after[0]],), (), hit.start) if after else Doers(start=hit.start)
    if re.search(r"(?:双方|三方)(?:共同|联合|合作|携手)*$", reader.view.text[left : hit.start]):
        pair = list(_SIDES.finditer(reader.view.text, 0, left))
        if pair:
            things = [reader.view.things[at] for at in reader.listed(*pair[-1].span(), ORG)]
            return Doers(tuple(dict.fromkeys(things)), (), left, "", True)
    if (counted := _COUNTED.search(reader.view.text, left, hit.start)) is not None and (several := _several(reader, counted)):
        return Doers(several, (), counted.start(), "", True)
    if not omit or re.search(r"[\u4e00-\u9fff]", re.sub(r"(?:[在于]\ue002+|以[^，。；]{1,12}?(?:方式|形式|价格|对价)|对[^，。；]{2,10}?(?:者|单位|联盟|企业|个人|突出者)|近日|已|将|成功|并|还|正式|联合|共同|合力|联手|携手|协同|通力|自主|牵头|首次|先后|此外|同时|会上|现场|也|再次|日前)", "", reader.view.text[left : hit.start])):
        return Doers(start=hit.start)
    topic = topic_of(reader, hit)
    together = re.search(r"联合|共同|会同|携手|合作|合力|联手|协同", hit.form + reader.view.text[hit.sentence[0] : hit.start]) is not None
    return Doers(topic, (), hit.start, "", together and len(topic) > 1)


# 由甲归口并组织制定: who does the one does the other
_AND_ALSO = re.compile(r"(?:管理|上报)?(?:、|并|和|且|并且|以及|同时)(?:负责|牵头|具体|统一|全程)*")


_SUM = re.compile(r"了?(?:约|逾|超|不超过)?[\d.]+(?:余|多)?(?:亿|万|千万|百万)*(?:元|美元|欧元)(?:人民币|现金)?(?:战略|成功|正式)?")
# 四家单位携手研制的…: those that were named last
_COUNTED = re.compile(r"(?:上述|这|以上|前述|该)?(?P<n>[两二三四五六七八九十]|\d{1,2})(?:家|个|所|方)(?:参研|承担|参与|合作|协作|共建|研制|研发|联合|成员)?(?:单位|企业|机构|高校|公司|院所|联盟|院校)?(?:共同|联合|合作|携手|协同|联手|合力|通力|历时[^，。；]{1,5}|成功|一道|一起|协力)*$")
_NUMBERS = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


def _several(reader: Reader, counted: re.Match[str]) -> tuple[Thing, ...]:
    """As many organisations as a number says, where the sentences of the paragraph named last have just so many."""
    wanted = _NUMBERS.get(counted["n"]) or int(counted["n"])
    text, stop = reader.view.text, counted.start()
    floor = text.rfind("\n", 0, stop) + 1
    low = stop
    while low > floor:
        low = max(text.rfind(sign, floor, low - 1) for sign in "。；\n") + 1 if low - 1 > floor else floor
        low = max(low, floor)
        named = tuple(dict.fromkeys(reader.view.things[at] for at in reader.listed(low, stop, ORG)))
        if len(named) >= wanted:
            return named if len(named) == wanted else ()
    return ()


def topic_of(reader: Reader, hit: Hit) -> tuple[Thing, ...]:
    """The subject of an earlier clause of the sentence."""
    text = reader.view.text
    for at in reader.listed(hit.sentence[0], hit.left, ORG + PERSON):
        if re.search(r"(?:[在于对与由经向以据被给]|根据|按照)$", text[max(hit.sentence[0], at - 2) : at]):
            continue
        thing = reader.view.things[at]
        if thing.type == "Person":
            return reader.orgs_of(thing, at)[:1]
        found = [thing]
        while (link := re.compile(r"(?:等)?(?:、|和|与|及|以及|会同|联合|携手)\ue000").match(text, at + 1)) is not None:
            at = link.end() - 1
            if at in reader.view.things:
                found.append(reader.view.things[at])
        return tuple(found)
    return ()


# 双方 means the last two that the text joined (甲与乙, 甲-乙).
_SIDES = pattern(r"<O>(?:、<O>)*(?:与|和|同|-|—)<O>")
_ORDER = pattern(r"签署(?:了)?(?:第[\d]+号)?(?P<who><O>)(?:主席|总理)?令")


# 甲、乙提供了数据并参与撰写: the subject of the first verb
_ALSO = pattern(r"(?:<T>|近日|日前|其中|此外|会后)*(?P<list><O>(?:[、和与及]<O>)*)(?:等[^，。；<O>]{0,8})?[^，。；<O><P>]{2,14}(?:并|且|同时|并且|还|也)(?:联合|共同|具体|负责)*")


def _pronoun(reader: Reader, hit: Hit) -> Doers:
    """该公司, 该校, 后者: the last organisation named."""
    match = re.search(
        r"(?:该|本)(?P<noun>部门|部委|会|报社|报|台|社|网|馆|厂|行|基金会|专业委员会|专委会|委员会|工作组|分会|部|委|厅|局|办|市|公司|企业|校|所|院|单位|集团|联盟|协会|学会|商会|研究会|中心|团队)(?:向[^，。；]{1,16}|还|也|已|又|此前|曾|先后|\ue00a|正式|联合|在[^，。；]{1,12}|自主|独立|成功)*$|后者$",
        reader.view.text[hit.left : hit.start],
    )
    if match is None:
        return Doers(start=hit.start)
    kinds = {"部门": "GovernmentAgency", "部委": "GovernmentAgency", "该部": "GovernmentAgency", "该委": "GovernmentAgency", "该厅": "GovernmentAgency", "该局": "GovernmentAgency", "该办": "GovernmentAgency", "该市": "GovernmentAgency", "公司": "Enterprise", "企业": "Enterprise", "集团": "Enterprise", "校": "University", "所": "ResearchInstitute", "院": "ResearchInstitute", "中心": "ResearchInstitute"}
    wanted = next((kind for word, kind in kinds.items() if word in match.group()), None)
    noun = match["noun"] or ""
    unit = noun.endswith(("委员会", "专委会", "工作组", "分会"))
    wanted = None if unit else wanted
    for at in range(hit.left - 1, -1, -1):
        thing = reader.view.things.get(at)
        if unit and thing is not None and not any(name.endswith(noun) for name in thing.names):
            continue
        if thing is not None and reader.view.text[at] == ORG and (wanted is None or thing.type == wanted):
            return Doers((thing,), (), hit.left)
    return Doers(start=hit.start)


# 课题三“甲”由乙负责。项目组…: the project, not its task
_OF_WHOLE = re.compile("[，。；\n]?(?:该|本)?项目")
_TASK = re.compile(r"(?:子课题|课题[一二三四五六七八九十\d]*|任务[一二三四五六七八九十\d]+)(?:名称|为|是|：)*“?$")


def last_named(reader: Reader, before: int, kind: str) -> Thing | None:
    """The last project or achievement named before a place; programmes do not count."""
    before = before_whole(reader, before) if kind == "Project" else before
    limit = reader.view.cells[before][0] if before < len(reader.view.cells) else len(reader.draft.text)
    best: tuple[int, Thing] | None = None
    whole = kind == "Project" and _OF_WHOLE.match(reader.view.text, before) is not None
    for thing in reader.draft.things:
        if thing.type == kind and not is_programme(thing):
            at = max((a for a, _ in thing.mentions if a < limit and not (whole and _TASK.search(reader.draft.text, max(0, a - 12), a))), default=-1)
            if at >= 0 and (best is None or at > best[0]):
                best = (at, thing)
    return best[1] if best else None


def of_whole(reader: Reader, before: int) -> Thing | None:
    """The project that 项目组 at a place speaks of, where a task of it was named since; None where none was."""
    if not _OF_WHOLE.match(reader.view.text, before):
        return None
    at = latest(reader, before, PROJECT)
    task = at is not None and _TASK.search(reader.view.text, max(0, at - 10), at) is not None
    return last_named(reader, before, "Project") if task else None


# 该课题是某项目的组成部分，承担单位为甲: what follows is said of the part
_PART_OF = re.compile(
    "(?:该|本|此)(?:课题|项目|子课题|任务)(?:系|是|为|属于?)[^。；\n]{0,30}?\ue008[^，。；\n]{0,4}(?:组成部分|子课题|课题之一|子项目|一部分|任务之一|内容之一|重要内容|分课题|分项目|下设课题|的课题)"
)


def before_whole(reader: Reader, before: int) -> int:
    """Where to look back from for the project that a place speaks of: the sentence's beginning, if it tells what that is part of."""
    begin = max(reader.view.text.rfind(sign, 0, before) for sign in "。\n") + 1
    match = _PART_OF.match(reader.view.text, begin)
    return begin if match is not None and match.end() <= before else before


def is_programme(thing: Thing) -> bool:
    """Whether a project is a programme (如某国家计划) that named projects belong to."""
    return re.search(r"计划|专项$|基金|(?<!示范)(?<!建设)(?<!改造)(?<!开发)(?<!应用)(?<!利用)(?<!产业化)(?<!修复)工程$|专项”?$", thing.name) is not None and not re.search(r"研究$|应用$|技术$", thing.name)
