"""What organisations make of things: policies and standards issued and drafted, results, projects,
honours, ownership."""

from __future__ import annotations

import re

from .clauses import Doers, Hit, Reader
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
    pattern,
)
from .results import develop, passive_name

_WORKS = POLICY + STANDARD + PUBLICATION
_LINK = re.compile(r"(?:、|和|与|及|以及|，|等|”|“)*")
_AUTHORS = ("制定", "编制", "编写", "撰写", "研究制定", "制订", "编著", "编撰", "制定发布", "编印")
_DRAFT_LABEL = pattern(r"(?P<label>主编|参编|起草|牵头起草|主要起草|参与起草|编制|牵头|归口|提出|发布|批准|组织编写|编写|主笔|副主编)(?:单位|机构|部门|组长单位)(?:有|包括|分别)?[：:为是]+(?P<list>(?:<O>[、，和及与]?|等)+)")
_DRAFT_ROLE = {
    "主编": ("drafts", "lead"), "参编": ("drafts", "join"), "起草": ("drafts", "lead"), "牵头起草": ("drafts", "lead"), "主要起草": ("drafts", "lead"),
    "参与起草": ("drafts", "join"), "编制": ("drafts", "lead"), "牵头": ("drafts", "lead"), "归口": ("administers", None), "提出": ("proposes", None),
    "发布": ("issues", "issue"), "批准": ("issues", "approve"), "组织编写": ("drafts", "organize"), "编写": ("drafts", "lead"), "主笔": ("drafts", "lead"), "副主编": ("drafts", "join"),
}  # fmt: skip
_SUBSIDIARY = pattern(r"(?P<one><O>)[”“]?(?:是|为|系|作为)?(?P<two><O>)(?:的|旗下|下属)?(?:实体化公司|全资子公司|控股子公司|控股公司|参股公司|全资公司|实体公司|独资公司|合资公司|运营公司|控股企业|全资企业)")
_BELONGS = pattern(r"(?P<what>[<A><O>])[^，。；\n]{0,12}(?:归|由)(?P<who><O>)(?:所有|独有|拥有|持有)")
_BRACKET = re.compile(r"[（(](?P<in>[^（）()]{2,30}?)的?(?:实体化公司|实体公司|全资子公司|控股子公司|控股公司|运营公司|全资公司)[）)]")


def read_making(reader: Reader) -> None:
    """All `issues`, `proposes`, `administers`, `drafts`, `develops`, `undertakes`, `selectedFor`,
    `awards`, `owns` and `outcomeOf` of the item."""
    _labels(reader)
    for hit in reader.hits:
        if hit.verb.family not in ("issue", "standard", "make", "project", "honour", "award", "own"):
            continue
        if reader.negated(hit) or reader.intended(hit):
            continue
        match hit.verb.family:
            case "issue" | "standard":
                _work(reader, hit)
            case "make":
                _develop(reader, hit)
            case "project":
                _undertake(reader, hit)
            case "own":
                _own(reader, hit)
            case _:
                pass
    _by_team(reader)
    for hit in reader.hits:
        if not reader.negated(hit):
            if hit.verb.family == "honour":
                _select(reader, hit)
            if hit.verb.family == "award" or hit.form in ("授予", "颁发", "公布", "发布", "揭晓"):
                _award(reader, hit)
    _of_its_own(reader)
    _outcomes(reader)
    _subsidiaries(reader)
    _doing_together(reader)


# -- helpers -------------------------------------------------------------------------------------------


def _ahead(reader: Reader, at: int, signs: str, reach: int = 34) -> list[int]:
    """The list of things of these signs that the words from `at` lead to, within the clause."""
    text = reader.view.text
    stop = min(reader.clause_end(at, "，。；：\n"), at + reach)
    first = next((i for i in range(at, stop) if text[i] in signs and i in reader.view.things), None)
    if first is None or re.search(r"[\ue000\ue003]", text[at:first]) or (
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


def _latest(reader: Reader, before: int, signs: str, floor: int = 0) -> int | None:
    return next((at for at in range(before - 1, floor - 1, -1) if reader.view.text[at] in signs and at in reader.view.things), None)


def _agents(reader: Reader, hit: Hit, omit: bool = True) -> Doers:
    """Organisations that do it; a person stands for the organisation whose post he holds."""
    left = hit.left
    for other in reader.hits:
        if left <= other.start < hit.start and other.sentence == hit.sentence and other.end <= hit.start and other.verb.family == hit.verb.family:
            left = max(left, other.end)
    doers = reader.doers(hit.start, left, ORG + PERSON, hit.form)
    if doers.things:
        things: list[Thing] = []
        for thing, cell in zip(doers.things, doers.cells, strict=True):
            things += reader.orgs_of(thing, cell)[:1] if thing.type == "Person" else (thing,)
        if doers.lead in ("会同", "联合", "携手", "协同", "与", "和", "同"):
            before = reader.listed(hit.sentence[0], doers.cells[0], ORG)
            extra = (reader.view.things[before[-1]],) if before else ((reader.draft.owner,) if reader.draft.owner else ())
            return Doers((*extra, *things), doers.cells, doers.start, "", True)
        return Doers(tuple(things), doers.cells, doers.start, doers.lead, doers.joint)
    if (pronoun := _pronoun(reader, hit)).things:
        return pronoun
    if (order := _ORDER.search(reader.view.text, hit.sentence[0], hit.start)) and hit.verb.predicate == "issues":
        at = order.start("who")
        return Doers((reader.view.things[at],), (), order.start()) if at in reader.view.things else Doers(start=hit.start)
    if reader.view.text[hit.left : hit.left + 1] == "继":
        after = reader.listed(hit.end, hit.sentence[1], ORG)
        return Doers((reader.view.things[after[0]],), (), hit.start) if after else Doers(start=hit.start)
    if not omit or re.search(r"[\u4e00-\u9fff]", re.sub(r"(?:近日|已|将|成功|并|还|正式|联合|共同|自主|牵头|首次|先后|此外|同时|会上|现场|也|再次|日前)", "", reader.view.text[left : hit.start])):
        return Doers(start=hit.start)
    topic = _topic(reader, hit)
    together = re.search(r"联合|共同|会同|携手|合作", hit.form + reader.view.text[hit.sentence[0] : hit.start]) is not None
    return Doers(topic, (), hit.start, "", together and len(topic) > 1)


def _topic(reader: Reader, hit: Hit) -> tuple[Thing, ...]:
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


_ORDER = pattern(r"签署(?:了)?(?:第[\d]+号)?(?P<who><O>)(?:主席|总理)?令")


# -- works ---------------------------------------------------------------------------------------------


def _work(reader: Reader, hit: Hit) -> None:
    text = reader.view.text
    following = text[hit.end : hit.end + 2]
    if re.match(r"会|单位|者|机构|人|仪式|平台", following):
        return
    cells = _ahead(reader, hit.end, _WORKS)
    passive = False
    if cells and re.match(r"(?:之际|以来|后|的通知)", text[cells[-1] + 1 : cells[-1] + 3]) and hit.verb.family == "standard":
        cells = []
    if hit.verb.group == "sign_policy" and (not cells or reader.view.things[cells[0]].type != "Policy"):
        return
    if not cells:
        nxt = next((h for h in reader.hits if h.start >= hit.end and h.sentence == hit.sentence and h.verb.family in ("issue", "standard")), None)
        if nxt is not None and re.match(r"[、，并和]|\ue000", text[hit.end : hit.end + 1]) and not re.search(f"[{_WORKS}]", text[hit.end : nxt.start]):
            cells = _chain(reader, hit)
    if not cells:
        before = _latest(reader, hit.start, _WORKS, hit.sentence[0])
        if before is None and hit.verb.family == "standard":
            before = _latest(reader, hit.start, STANDARD, reader.headline_end)
            if before is None and re.search(r"(?:该|本|此)?(?:标准|规范)", text[hit.sentence[0] : hit.start]):
                _hidden(reader, hit)
                return
        if before is None and re.search(r"(?:该|本|此|上述)(?:标准|规范|办法|报告|规划|方案|指南|意见|政策)", text[hit.sentence[0] : hit.start]):
            before = _latest(reader, hit.start, _WORKS)
        if before is None:
            return
        cells, passive = _backwards(reader, before, hit.sentence[0]), True
    organised = pattern(r"(?P<who><O>)(?:牵头)?组织(?:[^，。；<O>]{0,12})$").search(text[hit.left : hit.start])
    if organised and hit.verb.group in ("draft_lead", "draft_join", "issue") and hit.form not in ("发布", "印发", "公布"):
        who = reader.view.things.get(hit.left + organised.start("who"))
        for cell in cells:
            if who is not None and reader.view.things[cell].type in ("Standard", "Publication"):
                reader.claim(who, "drafts", reader.view.things[cell], (hit.left + organised.start(), max(hit.end, cell + 1)), "drafts.organize", "organize")
        return
    doers = _agents(reader, hit, omit=not passive)
    if not doers.things:
        return
    if passive and doers.lead not in ("由", "经", "被") and hit.verb.family == "issue" and not _between(text[cells[-1] + 1 : hit.start]):
        return
    if passive and doers.cells and cells[-1] > doers.cells[-1]:
        return
    for cell in cells:
        _say(reader, hit, doers, cell, cells)
    if hit.verb.group == "sign_policy" and len(doers.things) > 1:
        span = (min(doers.start, hit.start), cells[-1] + 1)
        reader.joint(doers.things, span, "cooperatesWith.agreement", "agreement")
        event = next((reader.view.things[at] for at in reader.listed(hit.sentence[0], hit.start, EVENT)), None)
        if event is not None:
            for thing in doers.things:
                reader.claim(thing, "participatesIn", event, span, "participatesIn.sign", "sign")
    elif doers.joint and len(doers.things) > 1 and hit.verb.predicate in ("issues", "drafts"):
        reader.joint(doers.things, (min(doers.start, hit.start), max(hit.end, cells[-1] + 1)), "joint.issue")


def _hidden(reader: Reader, hit: Hit) -> None:
    """该标准由甲起草, where the standard was named inside an event's name."""
    work = _last(reader, hit.start, "Standard")
    doers = _agents(reader, hit, omit=False)
    if work is None or doers.lead != "由" and not re.search(r"由", reader.view.text[hit.sentence[0] : hit.start]):
        return
    for thing in dict.fromkeys(doers.things):
        reader.claim(thing, hit.verb.predicate, work, (min(doers.start, hit.start), hit.end), f"{hit.verb.predicate}.{hit.verb.role or 'clause'}", hit.verb.role)


def _between(gap: str) -> bool:
    return re.fullmatch(r"[，]?(?:已|现|于|\ue00a|正式|日前|近日|由|经|获|并|将|也)*\ue000?.{0,20}", gap) is not None and "由" in gap


def _say(reader: Reader, hit: Hit, doers: Doers, cell: int, cells: list[int]) -> None:
    work = reader.view.things[cell]
    predicate, role = hit.verb.predicate, hit.verb.role
    if hit.form in _AUTHORS and hit.verb.family == "issue":
        if work.type in ("Publication", "Standard"):
            predicate, role = "drafts", "lead"
    if predicate == "drafts" and work.type == "Policy":
        if hit.form not in _AUTHORS and hit.verb.group != "draft_lead":
            return
        return
    if predicate in ("proposes", "administers") and work.type != "Standard":
        return
    if predicate == "proposes" and doers.lead not in ("由",) and not re.match(r"[、，并和的]", reader.view.text[hit.end : hit.end + 1]):
        return
    if predicate == "issues" and role == "issue" and work.type == "Standard" and hit.form in ("发布", "公布") and re.search(r"批准$", reader.view.text[hit.left : hit.start]):
        return
    start = min([hit.start, cell, *([doers.start] if doers.cells else [])])
    end = max(hit.end, cell + 1)
    for thing in dict.fromkeys(doers.things):
        reader.claim(thing, predicate, work, (start, end), f"{predicate}.{role or 'clause'}", role)
        if hit.form in ("提出并归口", "提出和归口"):
            reader.claim(thing, "administers", work, (start, end), "administers.clause")


def _chain(reader: Reader, hit: Hit) -> list[int]:
    """由甲提出、乙归口的<S>: the work behind the last verb of the chain."""
    text = reader.view.text
    stop = reader.clause_end(hit.end, "。；\n")
    first = next((at for at in range(hit.end, stop) if text[at] in _WORKS and at in reader.view.things), None)
    if first is None:
        return []
    return _ahead(reader, first, _WORKS)


def _backwards(reader: Reader, at: int, floor: int) -> list[int]:
    cells = [at]
    while True:
        before = _latest(reader, cells[0], _WORKS, floor)
        if before is None or not re.fullmatch(r"[、和与及]?", reader.view.text[before + 1 : cells[0]]):
            return cells
        cells.insert(0, before)


def _labels(reader: Reader) -> None:
    for match in _DRAFT_LABEL.finditer(reader.view.text):
        predicate, role = _DRAFT_ROLE[match.group("label")]
        at = _latest(reader, match.start(), STANDARD + PUBLICATION)
        if at is None:
            continue
        for cell in reader.listed(match.start("list"), match.end("list"), ORG):
            reader.claim(reader.view.things[cell], predicate, reader.view.things[at], (match.start(), cell + 1), "drafts.label", role)


# -- achievements ---------------------------------------------------------------------------------------

_STRONG = re.compile(r"研制|研发|开发|攻克|突破|建成|共建|试制|创制|发明|首创|建设|承建|搭建|打造|完成")
_FIRM = re.compile(r"研制|研发|开发(?!区)|攻克|试制|创制|发明|首创|建成|共建")


def _develop(reader: Reader, hit: Hit) -> None:
    text = reader.view.text
    if re.match(r"(?:区|商|者|中心|人员|团队|单位|院|能力|平台建设|工作|流程|周期|阶段|投入|与|和|方向)", text[hit.end : hit.end + 4]):
        return
    relative = text[hit.end : hit.end + 1] == "的"
    doers = _agents(reader, hit, omit=not relative)
    cells = _ahead(reader, hit.end, ACHIEVEMENT, 24)
    things: list[tuple[Thing, int]] = [(reader.view.things[at], at + 1) for at in cells]
    start = hit.start
    if not things:
        before = _latest(reader, doers.start if doers.cells else hit.start, ACHIEVEMENT, hit.sentence[0])
        if before is not None and doers.lead in ("由", "系", "经") and not relative:
            things, start = [(reader.view.things[before], hit.end)], before
    if not things and _FIRM.search(hit.form) and doers.things and text[hit.end : hit.end + 1] not in "、与和及，。":
        if doers.lead == "由" and not relative and not re.match(r"(?:出|了)", text[hit.end : hit.end + 1]):
            found = _platform(reader, hit)
            if found is not None:
                things, start = [found], min(start, hit.left)
        else:
            made = develop(reader.draft, reader.view, hit.end)
            if made is not None:
                things = [made]
    if not things and doers.lead == "由" and re.search(r"建设|完成|研制|开发|研发|打造|搭建", hit.form):
        found = _platform(reader, hit)
        if found is not None:
            things, start = [found], min(start, hit.left)
    if not things and doers.lead == "由" and not relative and doers.things and re.search(r"研制|研发|开发|共建|建成|建设|试制|打造|生产|承建", hit.form):
        begin = hit.left
        words = text[begin : doers.start]
        cut = re.match(r"(?:所需|其中|其|该|本|上述|据了解|目前|\ue00a|日前|近日)*", words)
        begin += cut.end() if cut else 0
        named = passive_name(reader.draft, reader.view, begin, doers.start)
        if named is not None:
            things, start = [(named, hit.end)], begin
    if not things or not doers.things:
        return
    if re.search(r"\ue000[^，。；]{0,3}(?:单位|成员|企业|会员|公司)", text[hit.left : hit.start]) and not doers.cells:
        return
    end = max(hit.end, *(end for _, end in things))
    span = (min(start, doers.start if doers.cells else start), end)
    for doer in dict.fromkeys(doers.things):
        for thing, _ in things:
            if "投资" in text[hit.left : hit.start]:
                reader.claim(doer, "owns", thing, span, "owns.invest")
            else:
                reader.claim(doer, "develops", thing, span, "develops.clause")
    if doers.joint and len(doers.things) > 1:
        reader.joint(doers.things, span, "joint.make")


_GENERIC = pattern(r"(?:^|[，。；\n])(?:该|本|此)?(?P<noun>平台|系统|装置|装备|生产线|产线|数据库|技术|成果|产品|设备)(?:由|是由|系|已由)")


def _platform(reader: Reader, hit: Hit) -> tuple[Thing, int] | None:
    """平台由甲建设: the platform named in full before, with the same last word."""
    clause = reader.view.text[max(hit.left - 1, 0) : hit.start]
    match = _GENERIC.search(clause)
    if match is None:
        return None
    noun = match.group("noun")
    known = [t for t in reader.draft.things if t.type == "Achievement" and t.name.endswith(noun)]
    if known:
        return known[-1], hit.end
    source = reader.draft.text
    found = None
    for candidate in re.finditer(rf"[\u4e00-\u9fffA-Za-z0-9]{{3,24}}{noun}", source[: reader.view.cells[hit.start][0]]):
        found = candidate
        break
    if found is None:
        return None
    words = found.group()
    cut = re.search(r".*(?:参加|举行的|举办的|召开的|的|发布|启动|举行|建设|上线|开通)(?=.{3,}$)", words)
    start = found.start() + (cut.end() if cut else 0)
    name = source[start : found.end()]
    thing = Thing("Achievement", name, [(start, found.end())])
    thing.add_alias(noun)
    reader.draft.things.append(thing)
    return thing, hit.end


# -- projects ------------------------------------------------------------------------------------------


def _undertake(reader: Reader, hit: Hit) -> None:
    text = reader.view.text
    cells = _ahead(reader, hit.end, PROJECT, 40)
    named = [at for at in cells if not _programme(reader.view.things[at])]
    later = _ahead(reader, cells[-1] + 1, PROJECT, 30) if cells and not named else []
    named = named or [at for at in later if not _programme(reader.view.things[at])]
    cells = named or cells
    if not cells:
        if hit.form in ("实施", "组织实施", "主持", "启动实施", "共同实施") and "项目" not in text[hit.sentence[0] : hit.end + 6] and "由" not in text[hit.left : hit.start]:
            return
        stop = reader.clause_end(hit.end, "。；\n")
        chain = [at for at in range(hit.end, stop) if text[at] == PROJECT and at in reader.view.things]
        chained = next((at for at in chain if not _programme(reader.view.things[at])), chain[0] if chain else None)
        before = _last(reader, hit.start, "Project") if re.search(r"项目|课题|\ue008", text[hit.sentence[0] : hit.start]) else None
        if before is not None and not (chained is not None and text[hit.end : hit.end + 1] in "、，"):
            doers = _agents(reader, hit, omit=False)
            gap = text[hit.sentence[0] : hit.start]
            if hit.form in ("参加", "参与") and not re.search(r"承担|牵头|主持|负责", gap):
                return
            if not doers.things or not re.search(r"由|、|，|系|为", gap):
                return
            for doer in dict.fromkeys(doers.things):
                reader.claim(doer, "undertakes", before, (min(doers.start, hit.start), hit.end), "undertakes.passive")
            if doers.joint and len(doers.things) > 1:
                reader.joint(doers.things, (doers.start, hit.end), "joint.project")
            return
        elif chained is not None and text[hit.end : hit.end + 1] in "、，":
            cells = [chained]
        else:
            return
    if hit.form in ("参加", "参与") and text[hit.end : hit.end + 1] != "的":
        return
    doers = _agents(reader, hit)
    span = (min([hit.start, cells[0], *([doers.start] if doers.cells else [])]), max(hit.end, cells[-1] + 1))
    for doer in dict.fromkeys(doers.things):
        for at in cells:
            reader.claim(doer, "undertakes", reader.view.things[at], span, "undertakes.clause")
    if doers.joint and len(doers.things) > 1:
        reader.joint(doers.things, span, "joint.project")


def _pronoun(reader: Reader, hit: Hit) -> Doers:
    """该公司, 该校, 后者: the last organisation named."""
    match = re.search(
        r"(?:该|本)(?:公司|企业|校|所|院|单位|集团|联盟|协会|学会|中心|团队)(?:还|也|已|又|此前|曾|先后|在[^，。；]{1,12}|自主|独立|成功)*$|后者$",
        reader.view.text[hit.left : hit.start],
    )
    if match is None:
        return Doers(start=hit.start)
    kinds = {"公司": "Enterprise", "企业": "Enterprise", "集团": "Enterprise", "校": "University", "所": "ResearchInstitute", "院": "ResearchInstitute", "中心": "ResearchInstitute"}
    wanted = next((kind for word, kind in kinds.items() if word in match.group()), None)
    for at in range(hit.left - 1, -1, -1):
        thing = reader.view.things.get(at)
        if thing is not None and reader.view.text[at] == ORG and (wanted is None or thing.type == wanted):
            return Doers((thing,), (), hit.left)
    return Doers(start=hit.start)


def _last(reader: Reader, before: int, kind: str) -> Thing | None:
    """The last project or achievement named before a place; programmes do not count."""
    limit = reader.view.cells[before][0] if before < len(reader.view.cells) else len(reader.draft.text)
    best: tuple[int, Thing] | None = None
    for thing in reader.draft.things:
        if thing.type == kind and not _programme(thing):
            at = max((a for a, _ in thing.mentions if a < limit), default=-1)
            if at >= 0 and (best is None or at > best[0]):
                best = (at, thing)
    return best[1] if best else None


def _programme(thing: Thing) -> bool:
    return re.search(r"计划|专项$|基金|工程$|专项”?$", thing.name) is not None and not re.search(r"研究$|应用$|技术$", thing.name)


# -- honours -------------------------------------------------------------------------------------------


def _select(reader: Reader, hit: Hit) -> None:
    text = reader.view.text
    goals = _ahead(reader, hit.end, HONOUR + _WORKS, 40)
    if hit.form == "授予":
        stop = reader.clause_end(hit.end, "，。；\n")
        goals = [at for at in reader.listed(hit.end, stop, HONOUR)][:1]
    if goals and text[goals[-1] + 1 : goals[-1] + 3] == "提名":
        return
    if not goals and re.match(r"(?:了)?(?:特|一|二|三)等奖|(?:了)?[金银铜]奖|(?:了)?优秀奖", text[hit.end : hit.end + 5]):
        prize = _latest(reader, hit.start, HONOUR)
        goals = [prize] if prize is not None else []
    if not goals and hit.form in ("授予", "纳入", "列入", "评为", "认定为", "收录"):
        return
    if not goals:
        if not re.search(r"入选|列入|上榜|收录|入围|榜上有名", hit.form) or re.match(r"的", text[hit.end : hit.end + 1]):
            return
        before = _latest(reader, hit.start, HONOUR + PUBLICATION + POLICY, hit.sentence[0])
        if before is None:
            before = _latest(reader, hit.start, HONOUR + PUBLICATION)
        if before is None or hit.start < reader.headline_end:
            return
        goals = [before]
    chosen, start = _chosen(reader, hit)
    if not chosen:
        return
    for thing in chosen:
        for goal in goals:
            reader.claim(thing, "selectedFor", reader.view.things[goal], (min(start, hit.start), max(hit.end, goal + 1)), "selectedFor.clause")


def _chosen(reader: Reader, hit: Hit) -> tuple[list[Thing], int]:
    text = reader.view.text
    if hit.form == "授予":
        passive = re.search(r"被[^，。；]*$", text[hit.left : hit.start])
        if passive:
            doers = reader.doers(hit.left + passive.start(), hit.left, ORG + PERSON)
            return list(doers.things), doers.start
        cells = _ahead(reader, hit.end, ORG + PERSON + ACHIEVEMENT, 30)
        return [reader.view.things[at] for at in cells], hit.start
    left = hit.left
    results: list[int] = []
    at = hit.start
    while (before := _latest(reader, at, ACHIEVEMENT, hit.sentence[0])) is not None:
        gap = text[before + 1 : at]
        if results and not re.search(r"、|和|与|以及|，", gap) or not results and re.search(r"[。；]|，(?!\ue00a)", gap) and before < left:
            break
        if len(gap) > 40:
            break
        results.insert(0, before)
        at = before
    if results:
        return [reader.view.things[at] for at in results], results[0]
    if (made := _made_here(reader, hit)) is not None:
        return [made], hit.sentence[0] if hit.left < hit.sentence[0] else hit.left
    doers = reader.doers(hit.start, left, ORG + PERSON)
    if doers.things:
        if re.match(r"(?:的|成果|研发|开发|完成|产品|技术|项目|成员|理事|会员|单位)", text[doers.cells[-1] + 1 : doers.cells[-1] + 3]):
            return [], hit.start
        return list(doers.things), doers.start
    piece = text[left : hit.start]
    cells = reader.listed(left, hit.start, ORG)
    if cells and re.fullmatch(r"(?:的)?(?:多|[一二三四五六七八九十两\d]+)?(?:项)?(?:科技|技术|创新)*(?:成果|技术|产品|项目)(?:成功|再次|双双)*", text[cells[-1] + 1 : hit.start]):
        return [], hit.start
    del piece
    if hit.start >= reader.headline_end and re.fullmatch(r"(?:，|并|还|又|也|同时|成功|先后)*", text[left : hit.start]):
        for at in reader.listed(hit.sentence[0], left, ORG + PERSON + ACHIEVEMENT):
            return [reader.view.things[at]], at
    return [], hit.start


def _made_here(reader: Reader, hit: Hit) -> Thing | None:
    """The achievement without quotation marks that the clause named before the verb."""
    first, last = reader.view.cells[hit.sentence[0]][0], reader.view.cells[hit.start][0]
    best: tuple[int, Thing] | None = None
    for thing in reader.draft.things:
        if thing.type == "Achievement":
            at = max((b for a, b in thing.mentions if first <= a and b <= last), default=-1)
            if at >= 0 and last - at <= 16 and "；" not in reader.draft.text[at:last] and (best is None or at > best[0]):
                best = (at, thing)
    return best[1] if best else None


_ITS_RESULT = pattern(r"(?P<who><O>)(?:的)?(?:一项|多项|[一二三四五六七八九十两\d]+项)?(?:科技|技术|创新|科研)*(?:成果|技术|产品)(?:成功|再次|双双|喜)?(?:入选|荣获|获|列入|上榜|登)")


def _of_its_own(reader: Reader) -> None:
    """甲成果入选: the selected results are those that 甲 developed, where no one else is named for them."""
    for match in _ITS_RESULT.finditer(reader.view.text):
        who = reader.view.things.get(match.start("who"))
        made = {id(c.object) for c in reader.draft.claims if c.predicate == "develops"}
        for claim in list(reader.draft.claims):
            if claim.predicate == "selectedFor" and claim.subject.type == "Achievement" and id(claim.subject) not in made and who is not None:
                reader.claim(who, "develops", claim.subject, match.span(), "develops.own")



def _award(reader: Reader, hit: Hit) -> None:
    text = reader.view.text
    goals = _ahead(reader, hit.end, HONOUR, 30)
    if not goals:
        stop = reader.clause_end(hit.end, "。；，\n")
        goals = [at for at in reader.listed(hit.end, stop, HONOUR)][:1]
    if not goals and re.search(r"该奖项?(?:项)?由", text[hit.left : hit.start]):
        prize = _latest(reader, hit.start, HONOUR)
        goals = [prize] if prize is not None else []
    if not goals or hit.form == "被授予":
        return
    doers = _agents(reader, hit)
    if doers.joint and len(doers.things) > 1:
        reader.joint(doers.things, (doers.start, hit.end), "joint.award")
    for thing in dict.fromkeys(doers.things):
        if thing.type == "Person":
            continue
        for goal in goals:
            reader.claim(thing, "awards", reader.view.things[goal], (min(doers.start if doers.cells else hit.start, hit.start), max(goal + 1, hit.end)), "awards.clause")


# -- outcomes, ownership ----------------------------------------------------------------------------------

_OUTCOME = pattern(r"(?P<project><J>)(?:项目|课题)?(?:的|研究|研发|形成的|产出的|支持下|取得的|科研|标志性|重要|主要|研制的|支持的)*(?P<result><A>)")
_AS_OUTCOME = pattern(r"作为(?:该|本)?(?P<project><J>|项目|课题)(?:项目|课题)?的(?:主要|重要|核心|标志性|关键|阶段性)*(?:研究|科研)?成果(?:之一)?[，,](?P<rest>[^。；\n]*)")
_IS_OUTCOME = pattern(r"(?P<result><A>|(?:该|此|上述|这一)(?:项)?(?:成果|技术|工艺|产品|装备|系统))(?:是|为|系)(?:<J>(?:项目|课题)?)?(?P<project><J>)(?:项目|课题)?[^，。；]{0,10}成果")


def _outcomes(reader: Reader) -> None:
    text = reader.view.text
    for shape in (_OUTCOME, _IS_OUTCOME):
        for match in shape.finditer(text):
            project = reader.view.things.get(match.start("project"))
            result = reader.view.things.get(match.start("result")) or _last(reader, match.start(), "Achievement")
            if project is not None and result is not None and not _programme(project):
                reader.claim(result, "outcomeOf", project, match.span(), "outcomeOf.clause")
    for match in _AS_OUTCOME.finditer(text):
        project = reader.view.things.get(match.start("project")) if text[match.start("project")] == PROJECT else None
        project = project or _last(reader, match.start(), "Project")
        if project is None:
            continue
        first, last = reader.view.span(*match.span("rest"))
        results = [t for t in reader.draft.things if t.type == "Achievement" and any(first <= a and b <= last for a, b in t.mentions)]
        for result in results[:1]:
            stop = max(b for a, b in result.mentions if first <= a and b <= last)
            reader.claim(result, "outcomeOf", project, (match.start(), min(match.end(), max(reader.view.at(stop), match.start() + 1))), "outcomeOf.clause")


_BY_TEAM = pattern(r"(?:项目组|课题组|项目团队|课题团队|攻关团队)(?:成功|自主|联合)*(?:研制|研发|开发|推出|形成)(?:出)?的?")
_IN_TERM = pattern(r"(?:项目|课题)(?:执行期内|实施期间|实施过程中|支持下|执行期间|研究期间)[，,]?")


def _by_team(reader: Reader) -> None:
    """课题组研制的甲, 项目执行期内研制出甲: an outcome of the project told of."""
    for match in _BY_TEAM.finditer(reader.view.text):
        project = _last(reader, match.start(), "Project")
        if project is None:
            continue
        at = match.end()
        result = reader.view.things.get(at) if reader.view.text[at : at + 1] == ACHIEVEMENT else None
        named = (result, at + 1) if result is not None else develop(reader.draft, reader.view, at)
        if named is not None:
            reader.claim(named[0], "outcomeOf", project, (match.start(), named[1]), "outcomeOf.team")
    for match in _IN_TERM.finditer(reader.view.text):
        project = _last(reader, match.start(), "Project")
        stop = reader.clause_end(match.end(), "。\n")
        first, last = reader.view.span(match.start(), stop)
        made = [c.object for c in reader.draft.claims if c.predicate == "develops" and first <= c.evidence[0] < last]
        for result in dict.fromkeys(made):
            if project is not None:
                reader.claim(result, "outcomeOf", project, (match.start(), stop), "outcomeOf.term")


def _own(reader: Reader, hit: Hit) -> None:
    text = reader.view.text
    if re.match(r"(?:方|人|者|额|总额|规模|约|近|超|机构|基金|建议|策略|融|银行|价值|环境|协议|意向)", text[hit.end : hit.end + 2]) and not re.search(r"\ue000", text[hit.end : hit.end + 12]):
        return
    doers = _agents(reader, hit)
    if not doers.things:
        return
    stop = reader.clause_end(hit.end, "，。；\n")
    between = re.match(r"(?:了|的)?(?:[\d.]+(?:多|余)?(?:亿|万|千万)?元?(?:人民币|美元)?)?(?:[^，。；\n\ue000-\ue009]{0,14}?)(?P<what>[\ue000\ue007])", text[hit.end : stop])
    span_end = stop
    if between is not None:
        at = hit.end + between.start("what")
        what = reader.view.things.get(at)
        if what is None:
            return
        if text[hit.end : at].endswith(("与", "和", "、", "由", "同")):
            return
        span_end = at + 1
        for thing in dict.fromkeys(doers.things):
            reader.claim(thing, "owns", what, (min(doers.start if doers.cells else hit.start, hit.start), span_end), "owns.clause")
        return
    if hit.form in ("领投", "跟投", "控股", "参股", "注资", "增资", "战略投资"):
        topic = [t for t in _topic(reader, hit) if t not in doers.things][:1]
        for what in topic:
            for thing in dict.fromkeys(doers.things):
                reader.claim(thing, "owns", what, (doers.start if doers.cells else hit.left, hit.end), "owns.topic")
        return
    if re.search(r"建成|建设|兴建", hit.form) or re.match(r"[^，。；]{0,16}(?:建成|建设)(?:的|了)?", text[hit.end : stop]):
        built = re.match(r"[^，。；]{0,16}?(?:建成|建设)(?:了|的)?", text[hit.end : stop]) if not re.search(r"建成|建设|兴建", hit.form) else None
        named = develop(reader.draft, reader.view, hit.end + (built.end() if built else 0))
        if named is not None:
            for thing in dict.fromkeys(doers.things):
                reader.claim(thing, "owns", named[0], (min(doers.start if doers.cells else hit.start, hit.start), named[1]), "owns.invest")


def _subsidiaries(reader: Reader) -> None:
    things = reader.view.things
    for match in _SUBSIDIARY.finditer(reader.view.text):
        one, two = things.get(match.start("one")), things.get(match.start("two"))
        if one is not None and two is not None:
            reader.claim(two, "owns", one, match.span(), "owns.subsidiary")
    for match in _BELONGS.finditer(reader.view.text):
        what, who = things.get(match.start("what")), things.get(match.start("who"))
        if what is not None and who is not None:
            reader.claim(who, "owns", what, match.span(), "owns.clause")
    text = reader.draft.text
    for match in _BRACKET.finditer(text):
        before = [t for t in reader.draft.things if any(b == match.start() for _, b in t.mentions) and t.type == "Enterprise"]
        inside = [t for t in reader.draft.things if any(match.start("in") <= a and b <= match.end("in") for a, b in t.mentions)]
        if before and inside:
            at = min(a for a, b in before[0].mentions if b == match.start())
            start = reader.view.at(at)
            reader.claim(inside[0], "owns", before[0], (start, start + 1), "owns.subsidiary")
            claim = reader.draft.claims[-1]
            claim.evidence = (at, match.end())


_TOGETHER = pattern(r"(?P<list><O>(?:(?:、|和|与|同|及)<O>)+)(?:<T>|近日|将)*(?P<word>联合|共同|携手|合作|联手)(?:开展|推进|建设|组建|成立|打造|推动|实施|启动|组织|承担|申报|筹建|设立|共建|攻关|完成|举办|推出|创建|编制|编写)(?!的意见)")


def _doing_together(reader: Reader) -> None:
    """甲与乙联合开展某事: they work together, whatever it is."""
    for match in _TOGETHER.finditer(reader.view.text):
        ahead = reader.view.text[max(0, match.start() - 12) : match.start()]
        if re.search(r"将(?:与)?$|希望|表示|拟$|推动$|促进$|支持$|[与和同]$|鼓励", ahead):
            continue
        things = [reader.view.things[at] for at in reader.listed(*match.span("list"), ORG)]
        stop = reader.clause_end(match.end())
        reader.joint(things, (match.start(), max(match.end(), stop)), "joint.doing")
