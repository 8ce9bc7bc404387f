"""What came of a project: its results, as the text tells of them (某项目的标志性成果, 课题组研制的甲)."""

from __future__ import annotations

from .agents import is_programme, last_named
from .clauses import Reader
from .masking import ACHIEVEMENT, PROJECT, pattern
from .needs import matches
from .result_names import develop

_OUTCOME = pattern(r"(?P<project><J>)(?:项目|课题)?(?:的|研究|研发|形成的|产出的|支持下|取得的|科研|标志性|重要|主要|研制的|支持的)*(?P<result><A>)")


_AS_OUTCOME = pattern(r"作为(?:该|本)?(?P<project><J>|项目|课题)(?:项目|课题)?的?(?:主要|重要|核心|标志性|关键|阶段性|首个|首项|首批|最新|又一)*(?:研究|科研)?(?:成果|产出|产品|结晶)(?:之一)?[，,](?P<rest>[^。；\n]*)")


_IS_OUTCOME = pattern(r"(?P<result><A>|(?:该|此|上述|这一)(?:项|款|种|套|条)?[^，。；<A><O><J><S>]{1,6}?)(?:由<O>[^。；<A><J>]{0,40}?(?:研制|研发|开发|完成|建设|共建)，)?(?:也|均|正)?(?:是|为|系|属于?)(?:由?<O>(?:[、和与]<O>)*(?:共同|联合)?(?:承担|实施|牵头|完成|负责)的?)?(?:“[^”]{2,6}”|国家|省|市)?(?:<J>(?:“[^”]{2,6}”)?(?:重点|重大)?(?:项目|课题|专项)?)?(?P<project><J>)(?:项目|课题|专项)?[^，。；]{0,10}?(?:成果|产出|结晶|产物|产品|样机)")


def read_outcomes(reader: Reader) -> None:
    """某项目的标志性成果甲; 甲是某项目的成果; 作为该项目的成果，甲…"""
    text = reader.view.text
    for shape in (_OUTCOME, _IS_OUTCOME):
        for match in matches(shape, text):
            project = reader.view.things.get(match.start("project"))
            result = reader.view.things.get(match.start("result")) or last_named(reader, match.start(), "Achievement")
            if project is not None and result is not None and not is_programme(project):
                reader.claim(result, "outcomeOf", project, match.span(), "outcomeOf.clause")
    for match in matches(_AS_OUTCOME, text):
        project = reader.view.things.get(match.start("project")) if text[match.start("project")] == PROJECT else None
        project = project or last_named(reader, match.start(), "Project")
        if project is None:
            continue
        first, last = reader.view.span(*match.span("rest"))
        results = [t for t in reader.draft.things if t.type == "Achievement" and any(first <= a and b <= last for a, b in t.mentions)]
        for result in results[:1]:
            stop = max(b for a, b in result.mentions if first <= a and b <= last)
            reader.claim(result, "outcomeOf", project, (match.start(), min(match.end(), max(reader.view.at(stop), match.start() + 1))), "outcomeOf.clause")


_BY_TEAM = pattern(r"(?:项目组|课题组|项目团队|课题团队|攻关团队|(?P<bare>(?<=[，。；\n])(?:该|本)?项目))(?:已|先后|成功|自主|联合|还|最终|共同|率先|首次|在国内|在国际上|在业内|在全国|协同|\ue00a)*(?:研制成功|研发成功|开发成功|研制|研发|开发|推出|形成|拿出|交出|攻克|攻下|突破|建成|完成|试制|打造)(?:出)?的?")


# 项目建成了千吨级生产线: a result by its ending
_ENDS = pattern(r"[^，。；、\n<ANY>]{3,24}?(?:生产线|示范线|中试线|试验线|产线|钻机|机床|机组|机器人|(?<=型)[^，。；、\n<ANY>]{1,6}?[机车船泵阀]|装置|样机|平台|系统|设备|装备|数据库|软件)(?=[，。；、\n]|并|和)")
# 该机组依托某项目研制: the result named before came of the project.
_BY_PROJECT = pattern(r"(?:该|此|这一|上述|本)?(?:项|款|台|套|种)?(?:机组|装置|装备|成果|产品|系统|设备|平台|技术|材料|样机|生产线|示范线|中试线|工艺|品种|仪器|软件|芯片)(?:系|是|由)?(?:依托|借助|得益于|源于|源自|出自|来自|脱胎于)(?:<J>(?:项目|课题|专项)?)?(?P<project><J>)(?:项目|课题|专项)?(?:的)?(?:支持|资助|支撑|研究|攻关)?[^，。；<J>]{0,8}(?=[，。；])")
_RELYING = pattern(r"(?:依托|基于|在)(?:<J>)?(?P<project><J>)(?:项目|课题)?(?:的)?(?:支持下|资助下|支撑下)?[，,]")
_IN_TERM = pattern(r"(?:项目|课题)(?:执行期内|实施期间|实施过程中|支持下|执行期间|研究期间)[，,]?")


def read_team_results(reader: Reader) -> None:
    """课题组研制的甲, 项目执行期内研制出甲: an outcome of the project told of."""
    for match in matches(_BY_TEAM, reader.view.text):
        project = last_named(reader, match.start(), "Project")
        if project is None:
            continue
        at = match.end()
        result = reader.view.things.get(at) if reader.view.text[at : at + 1] == ACHIEVEMENT else None
        told = result is not None or not match["bare"] or _ENDS.match(reader.view.text, at) is not None
        named = (result, at + 1) if result is not None else develop(reader.draft, reader.view, at) if told else None
        if named is not None:
            reader.claim(named[0], "outcomeOf", project, (match.start(), named[1]), "outcomeOf.team")
    for match in matches(_BY_PROJECT, reader.view.text):
        project, result = reader.view.things[match.start("project")], last_named(reader, match.start(), "Achievement")
        if result is not None and not is_programme(project):
            reader.claim(result, "outcomeOf", project, match.span(), "outcomeOf.clause")
    relied = [m for m in matches(_RELYING, reader.view.text) if not is_programme(reader.view.things[m.end("project") - 1])]
    for match in [*matches(_IN_TERM, reader.view.text), *relied]:
        project = last_named(reader, match.end(), "Project")
        stop = reader.clause_end(match.end(), "。\n")
        first, last = reader.view.span(match.start(), stop)
        made = [c.object for c in reader.draft.claims if c.predicate == "develops" and first <= c.evidence[0] < last]
        for result in dict.fromkeys(made):
            if project is not None:
                reader.claim(result, "outcomeOf", project, (match.start(), stop), "outcomeOf.term")
