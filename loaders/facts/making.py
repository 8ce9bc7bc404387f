"""Achievements and projects: who develops and undertakes them, and what came of a project."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from .agents import PRESIDED, agents, ahead, is_programme, last_named, latest
from .ceremonies import made_later, read_ceremonies
from .clauses import Hit, Reader
from .draft import Thing
from .frame_lexicon import compiled
from .headline_works import read_headline_works
from .honours import GIVING, read_award, read_own_results, read_selected
from .issuing import read_draft_labels, read_more_issued, read_work, will_draft
from .masking import ACHIEVEMENT, PROJECT, pattern
from .outcomes import read_outcomes, read_team_results
from .owning import read_owner, read_subsidiaries, read_together
from .result_names import develop, passive_name
from .standard_lists import read_standard_groups


def read_making(reader: Reader) -> None:
    """All `issues`, `proposes`, `administers`, `drafts`, `develops`, `undertakes`, `selectedFor`,
    `awards`, `owns` and `outcomeOf` of the item."""
    read_draft_labels(reader)
    for hit in reader.hits:
        if hit.verb.family not in ("issue", "standard", "make", "project", "honour", "award", "own"):
            continue
        if reader.negated(hit) or (reader.intended(hit) and not will_draft(reader, hit)) or PRESIDED.match(reader.view.text, hit.start):
            continue
        match hit.verb.family:
            case "issue" | "standard":
                read_work(reader, hit)
            case "make":
                _develop(reader, hit)
            case "project":
                _undertake(reader, hit)
            case "own":
                read_owner(reader, hit)
            case _:
                pass
    read_ceremonies(reader)
    read_more_issued(reader)
    read_standard_groups(reader)
    read_team_results(reader)
    for hit in reader.hits:
        if not reader.negated(hit):
            if hit.verb.family == "honour":
                read_selected(reader, hit)
            if hit.verb.family == "award" or hit.form in ("授予", "颁发", "公布", "发布", "揭晓") or (
                hit.form in GIVING and "被" in reader.view.text[hit.left : hit.start]
            ):
                read_award(reader, hit)
    read_own_results(reader)
    read_outcomes(reader)
    read_subsidiaries(reader)
    read_together(reader)
    read_headline_works(reader)


def first_drafter(reader: Reader) -> None:
    """起草单位包括甲、乙, 其中甲为第一起草单位: who leads does not join too."""
    drafts = [c for c in reader.draft.claims if c.predicate == "drafts"]
    first = {id(c.object): c.subject for c in drafts if c.rule == "drafts.first"}
    for claim in drafts:
        if claim.role == "lead" and first.get(id(claim.object), claim.subject) is not claim.subject:
            claim.role = "join"
    leads = {(id(c.subject), id(c.object)) for c in drafts if c.role == "lead"}
    reader.draft.claims[:] = [
        c for c in reader.draft.claims
        if not (c.predicate == "drafts" and c.role == "join" and (id(c.subject), id(c.object)) in leads)
    ]


_STRONG = re.compile(r"研制|研发|开发|攻克|突破|建成|共建|试制|创制|发明|首创|建设|承建|搭建|打造|完成")


_FIRM = re.compile(r"研制|研发|开发(?!区)|攻克|试制|创制|发明|首创|建成|共建")


def _develop(reader: Reader, hit: Hit) -> None:
    text = reader.view.text
    if re.match(r"(?:区|商|者|中心|人员|团队|单位|院|能力|平台建设|工作|流程|周期|阶段|投入|与|和|方向)", text[hit.end : hit.end + 4]):
        return
    relative = text[hit.end : hit.end + 1] == "的"
    doers = agents(reader, hit, omit=not relative)
    cells = ahead(reader, hit.end, ACHIEVEMENT, 24)
    things: list[tuple[Thing, int]] = [(reader.view.things[at], at + 1) for at in cells]
    start = hit.start
    if not things:
        if doers.things and text[hit.end : hit.end + 1] in ("、", "，"):
            things = made_later(reader, hit)
        before = latest(reader, doers.start if doers.cells else hit.start, ACHIEVEMENT, hit.sentence[0])
        if not things and before is not None and doers.lead in ("由", "系", "经") and not relative:
            things, start = [(reader.view.things[before], hit.end)], before
    firm = _FIRM.search(hit.form) or (relative and re.search(r"攻关|打造|设计|承建|育成|选育|培育|试制", hit.form))
    if not things and firm and doers.things and text[hit.end : hit.end + 1] not in "、与和及，。":
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
    led = _LED.search(text, hit.sentence[0], doers.start) if not things and not relative and doers.cells else None
    if led is not None and (told := latest(reader, led.start(), ACHIEVEMENT, hit.sentence[0])) is not None:
        things, start = [(reader.view.things[told], hit.end)], told  # “甲”由乙牵头、丙协同研制
        doers = replace(doers, things=(reader.view.things[led.start("who")], *doers.things))
    if not things and doers.things and re.search(r"完成|研制|研发|开发|攻关", hit.form) and re.search(
        r"(?:该|此|这|上述)(?:项|款|套|种|一|台)?(?:项目|成果|技术|产品|装备|系统|工艺|材料|装置|品种|模块|芯片)", text[hit.sentence[0] : hit.start]
    ):
        known = last_named(reader, hit.start, "Achievement")
        if known is not None and not relative:
            things = [(known, hit.end)]
    if not things or not doers.things or (hit.form == "形成了" and not doers.cells):
        return
    if re.search(r"\ue000[^，。；]{0,3}(?:单位|成员|企业|会员|公司)", text[hit.left : hit.start]) and not doers.cells:
        return
    end = max(hit.end, *(end for _, end in things))
    span = (min(start, doers.start if doers.cells else start), end)
    for doer in dict.fromkeys(doers.things):
        for thing, _ in things:
            if re.search(r"投资|斥资|出资|耗资", text[doers.start if doers.cells else hit.left : hit.start]) or (
                not doers.cells and _PAID.search(text, hit.sentence[0], hit.start)
            ):
                reader.claim(doer, "owns", thing, span, "owns.invest")
            else:
                reader.claim(doer, "develops", thing, span, "develops.clause")
    if doers.joint and len(doers.things) > 1:
        reader.joint(doers.things, span, "joint.make")


# 甲与乙共同出资，在某地建成…
_PAID = pattern(r"<O>(?:共同|联合|合计|各自|合力|<T>)*(?:出资|投资|斥资)[^，。；<ANY>]{0,10}，(?:<T>|[在于]<L>+)*$")
_GENERIC = pattern(r"(?:^|[，。；\n])(?P<this>(?:该|本|此|这|上述)(?:一|项|套|种|款|台|条|个)*)?(?P<noun>平台|系统|装置|装备|生产线|产线|数据库|技术|成果|产品|设备|工艺|材料|样机|软件)(?:由|是由|系|已由)")


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
        if match["this"] is None:
            break  # 这项技术: the one named last
    if found is None:
        return None
    words = found.group()
    cut = re.search(r".*(?:参加|举行的|举办的|召开的|的|发布|启动|举行|建设|上线|开通|汇报了?|介绍了?|展示了?|采用了?|运用了?|应用了?|使用了?|推广了?|考察了?|讲解了?|演示了?|察看了?|参观了?|通报了?|推出了?|了)(?=.{3,}$)", words)
    start = found.start() + (cut.end() if cut else 0)
    name = source[start : found.end()]
    if lead := compiled("results", "lead").match(name):
        start += lead.end()
        name = source[start : found.end()]
    thing = Thing("Achievement", name, [(start, found.end())])
    thing.add_alias(noun)
    reader.draft.things.append(thing)
    return thing, hit.end


# 由甲牵头，乙、丙共同承担: all do it together
_LED = pattern(r"由(?P<who><O>)(?:等)?(?:牵头|主持|领衔|抓总|总牵头|牵头负责|负责)(?:，|、)(?:并?由|联合|会同|与)?$")


# “甲”“乙”两个项目由丙承担: all that are counted
_ALL_PROJECTS = pattern(r"(?P<all><J>(?:[、和与及]?<J>)+)(?:等?[一二两三四五六七八九十\d]+[个项](?:重大|重点|科技|国家)*|(?=[^，。；<J>]{0,6}分别由))(?:项目|课题|专项)?[^，。；<J>]{0,6}由[^，。；]*$")
# 参与了<J>项目: the project itself, not a meeting about it
_PLAINLY = pattern(r"(?:了)?(?:由)?<O>?(?:“[^”]{2,8}”)?<J>+(?:重点|重大)?(?:项目|课题|专项)?的?(?:研究|研发|攻关|实施|建设|工作|任务|子课题)*(?=[，。；]|$)")


def _undertake(reader: Reader, hit: Hit) -> None:
    text = reader.view.text
    cells, told = ahead(reader, hit.end, PROJECT, 40), False
    if re.search(r"(?:该|此|本|上述)?(?:项目|课题|专项|工程)由[^，。；]*$", text[hit.left : hit.start]) and text[hit.end : hit.end + 1] in "，。；":
        cells, told = [], True
    if not cells and re.search(r"\ue008(?:项目|课题|专项|任务)?[^，。；\ue008]{0,6}由[^，。；]*$", text[hit.left : hit.start]):
        told = True
    named = [at for at in cells if not is_programme(reader.view.things[at])]
    later = ahead(reader, cells[-1] + 1, PROJECT, 30) if cells and not named else []
    named = named or [at for at in later if not is_programme(reader.view.things[at])]
    cells = named or cells
    if not cells:
        if hit.form in ("实施", "组织实施", "主持", "启动实施", "共同实施") and text[hit.end : hit.end + 1] != "、" and "项目" not in text[hit.sentence[0] : hit.end + 6] and "由" not in text[hit.left : hit.start]:
            return
        stop = reader.clause_end(hit.end, "。；\n")
        chain = [at for at in range(hit.end, stop) if text[at] == PROJECT and at in reader.view.things]
        chained = next((at for at in chain if not is_programme(reader.view.things[at])), chain[0] if chain else None)
        before = last_named(reader, hit.start, "Project") if re.search(r"项目|课题|专项|\ue008", text[hit.sentence[0] : hit.start]) else None
        if before is not None and (told or not (chained is not None and text[hit.end : hit.end + 1] in "、，")):
            doers = agents(reader, hit, omit=False)
            gap = text[hit.sentence[0] : hit.start]
            if hit.form in ("参加", "参与") and not re.search(r"承担|牵头|主持|负责", gap):
                return
            if not doers.things or not re.search(r"由|、|，|系|为", gap):
                return
            listed = _ALL_PROJECTS.search(text, hit.sentence[0], hit.start)
            projects = [reader.view.things[at] for at in range(*listed.span("all")) if at in reader.view.things] if listed else [before]
            each = listed is not None and "分别" in listed.group() and len(projects) == len(doers.things)
            for doer, project in zip(doers.things, projects, strict=True) if each else itertools.product(dict.fromkeys(doers.things), projects):
                reader.claim(doer, "undertakes", project, (min(doers.start, hit.start), hit.end), "undertakes.passive")
            lead = _LED.search(text, hit.sentence[0], doers.start) if doers.joint and doers.cells else None
            together = (*((reader.view.things[lead.start("who")],) if lead else ()), *doers.things)
            if doers.joint and len(together) > 1:
                reader.joint(together, (lead.start() if lead else doers.start, hit.end), "joint.project")
            return
        elif chained is not None and text[hit.end : hit.end + 1] in "、，":
            cells = [chained]
        else:
            return
    if hit.form in ("参加", "参与", "负责") and text[hit.end : hit.end + 1] != "的" and not _PLAINLY.match(text, hit.end):
        return
    doers = agents(reader, hit)
    span = (min([hit.start, cells[0], *([doers.start] if doers.cells else [])]), max(hit.end, cells[-1] + 1))
    for doer in dict.fromkeys(doers.things):
        for at in cells:
            reader.claim(doer, "undertakes", reader.view.things[at], span, "undertakes.clause")
    if doers.joint and len(doers.things) > 1:
        reader.joint(doers.things, span, "joint.project")
