"""Projects, achievements and honours: their names, and what 该项目 and 该成果 refer back to."""

from __future__ import annotations

import re

from .draft import Draft, Thing
from .frame_lexicon import compiled
from .masking import View, pattern
from .needs import matches
from .prizes import add_honour, inside_honours, is_honour, join_honours, judged
from .quoted_results import quoted_result
from .result_shapes import QUOTED, Mark, add_result, result_shapes
from .shortening import subsequence


def read_projects(draft: Draft, view: View) -> View:
    """Add the named projects and programmes; read before the events, whose names may hold them."""
    marks: list[Mark] = []
    known: dict[str, Thing] = {}
    shapes = result_shapes()
    works = [t.name for t in draft.things if t.type in ("Policy", "Publication")]
    for match in matches(QUOTED, view.text):
        if any(match.group() in name for name in works):
            continue
        before = view.text[max(0, match.start() - 10) : match.start()]
        after = view.text[match.end() : match.end() + 12]
        if re.search(r"(?:主题为|以|主题|口号|题为|简称)$", before):
            continue
        named = re.search(r"(?:专项|计划|项目|课题|工程)(?:名称|之一|里的|中的)?[：:为]?$", before) and len(match.group("name")) > (2 if before.endswith(("项目", "课题")) else 5)
        if shapes["project_words"].match(after) or _borne(view.text, match) or _counted(view.text, match) or (
            named and not shapes["achievement_words"].match(after) and not shapes["programme_words"].match(after)
        ):
            kind = "Achievement" if _prized(view.text, match) else "Project"
            marks.append(add_result(draft, view, known, kind, *match.span("name"), mark=match.span()))
        elif (
            (word := shapes["programme_words"].match(after))
            and len(match.group("name")) >= 3
            and not re.match(r"十[一二三四五]五|[双一]", match.group("name"))
            and not re.match(r"(?:启动|会|动员|宣传)", after[word.end() :])
        ):
            mark = add_result(draft, view, known, "Project", match.start(), match.end() + word.end())
            if mark[3] is not None:
                mark[3].add_alias(match.group("name"))
            marks.append(mark)
    for match in matches(compiled("results", "programme"), view.text):
        start = match.start() + (match.group().startswith("度") and view.text[match.start() - 1 : match.start()] in "年\ue00a")
        marks.append(add_result(draft, view, known, "Project", start, match.end()))
    for match in matches(compiled("results", "project"), view.text):
        if not re.match(r"(?:的|了|各|多|有关|相关|科技|重大|重点|本|该|科研|研究|示范|\d|[一二三四五六七八九十]+个)*(?:项目|课题|工程)|.*(?:多项|各类|一批|系列|计划项目|计划课题|专项项目|专项课题)", match.group("name")):
            start, end = match.span("name")
            if (built := _BUILT_BY.match(view.text, start, end)) is not None:
                start = built.end()
            marks.append(add_result(draft, view, known, "Project", start, end))
    _headline_projects(draft, marks)
    return view.replace(marks)


# 察看由某公司承建的湿地修复工程: who builds it is no part of its name
_BUILT_BY = re.compile(r"由?[^，。；]{1,40}?(?:承建|建设|承担|实施|施工|投资建设|投资|牵头|负责|主持|承接|代建|参建|承揽|设计|建造)的(?=[^，。；]{4,})")


def _headline_projects(draft: Draft, marks: list[Mark]) -> None:
    """“智能纺机”项目 in the headline is the project that the body names in full, where it names just one so."""
    title = len(draft.item.title)
    projects = [t for t in draft.things if t.type == "Project"]
    for short in projects:
        longer = [t for t in projects if t is not short and (short.name in t.name or (len(short.name) >= 6 and subsequence(short.name, t.name))) and any(a >= title for a, _ in t.mentions)]
        if len(longer) == 1 and short.mentions and all(b <= title for _, b in short.mentions) and len(short.name) >= 3:
            longer[0].mentions += short.mentions
            longer[0].add_alias(short.name)
            draft.things.remove(short)
            marks[:] = [(*mark[:3], longer[0], ()) if mark[3] is short else mark for mark in marks]


# “甲”、某公司申报的“乙”两个项目: of a list that is counted as projects
_LISTED_NEXT = re.compile(r"(?:(?:、|和|与|及|以及|，)[^，。；“”\n]{0,40})?“[^“”\n]{2,60}”")
_LISTED_BEFORE = re.compile(r"”(?:(?:、|和|与|及|以及|，)[^，。；“”\n]{0,40})?$")
_AS_PROJECTS = re.compile(r"等?(?:[一二两三四五六七八九十\d]+)[个项](?:重大|重点|科技|国家|省级|示范|科研|攻关)*(?:项目|课题|专项)(?!组)")


def _counted(text: str, match: re.Match[str]) -> bool:
    """Whether what is quoted stands in a list at whose end its projects are counted."""
    end = match.end()
    while (following := _LISTED_NEXT.match(text, end)) is not None:
        end = following.end()
    listed = end > match.end() or _LISTED_BEFORE.search(text, 0, match.start()) is not None
    return listed and _AS_PROJECTS.match(text, end) is not None


# “某某技术集成”由甲牵头: a project where the paragraph tells of projects
_BORNE = pattern(r"(?:项目|课题)?的?(?:项目|课题)?(?:主要|第一)?(?:承担|实施|主持|牵头|负责|牵头承担|主持承担|承研)单位(?:则|也|均)?(?:为|是|系|：|由)<O>|，?(?:则|将|现|已|均|也|该项目|该工程|该任务|其)?(?:分别|共同)?(?:交)?由<O>(?:(?:、|和|与|联合|会同)<O>)*(?:等[^，。；]{0,8})?(?:联合|共同|独立|单独)?(?:牵头|负责(?=[，。；])|独立承担|承担|主持|牵头承担|负责实施|组织实施)")


def _borne(text: str, match: re.Match[str]) -> bool:
    """Whether someone carries out what is quoted, and the paragraph speaks of projects."""
    begin = text.rfind("\n", 0, match.start()) + 1
    return _BORNE.match(text, match.end()) is not None and re.search("项目|课题|立项|计划|专项|工程|任务", text[begin : match.start()]) is not None


def _prized(text: str, match: re.Match[str]) -> bool:
    """Whether a quoted 项目 is a finished result that wins something (甲完成的“乙”项目荣获…)."""
    behind = re.match(r"(?:等)?(?:[一二三四五六七八九十\d]+个)?(?:项目|课题|工程)(?:成果)?(?:成功|双双|喜|分别|一举|最终|，)*(?:夺魁|折桂|夺冠|问鼎|拔得头筹|荣获|获(?!批|准|得立项|立项|\ue000[^，。；]{0,4}(?:批复|批准|立项|资助|支持|核准)|[^，。；\ue000-\ue009]{1,10}(?:批复|批准|立项|资助|支持))|入选|喜获|斩获|摘得)", text[match.end() : match.end() + 20])
    return behind is not None or text[max(0, match.start() - 3) : match.start()] == "完成的"


# 甲转让的某测试平台自6月起归乙所有: what changes hands, without quotation marks
_HANDED_ON = pattern(
    r"(?:转让|出让|移交|划转|出售|捐赠|捐出|让渡|交付|投资|建设|购置|引进)的(?P<name>[\u4e00-\u9fffA-Za-z0-9.-]{4,22}?(?:平台|生产线|产线|生长线|示范线|中试线|试验线|测试线|检测线|装置|系统|设备|软件|数据库|仪器|试验台|装备))"
    r"(?=(?:自?<T>起?|自[^，。；]{1,8}起|现|已|即|也|则|均|正式|随之|一并|同时|整体|全部|由此|最终|今后)*(?:归|划归|转归|归属|由<O>(?:接手|持有|所有|接管)|移交|划转|过户|被<O>))"
)


def read_results(draft: Draft, view: View) -> View:
    """Add the named achievements and honours; the view comes back with them folded.

    Achievements without quotation marks are found by their verbs later (`develop`).
    """
    marks: list[Mark] = []
    known: dict[str, Thing] = {}
    shapes = result_shapes()
    for match in matches(_HANDED_ON, view.text):
        marks.append(add_result(draft, view, known, "Achievement", *match.span("name")))
    for match in matches(QUOTED, view.text):
        if any(sign in match.group("name") for sign in "\ue003\ue001"):
            continue
        quoted = quoted_result(draft, view, match, known)
        if quoted is not None:
            marks.append(quoted)
    for match in (*matches(_MADE_MODEL, view.text), *matches(_MODEL, view.text), *matches(_SELF_MADE, view.text), *matches(_PART_NUMBER, view.text)):
        if _MACHINE.search(match["name"]):
            marks.append(add_result(draft, view, known, "Achievement", *match.span("name")))
    for match in matches(shapes["contest"], view.text):
        marks.append(add_result(draft, view, known, "Honour", *match.span("name")))
    lists = [match.span("name") for match in matches(_LIST, view.text)]
    marks += [add_result(draft, view, known, "Publication", *span) for span in lists]
    marks += [add_result(draft, view, known, "Honour", *match.span("name")) for match in matches(_REWARDS, view.text)]
    for match in matches(shapes["named_list"], view.text):
        marks.append(add_result(draft, view, known, "Honour", *match.span("name")))
    for shape in ("honour", "its_title", "prize", "group_prize", "given", "holder", "won", "announced", "picked"):
        for match in matches(shapes[shape], view.text):
            if (shape == "honour" and not is_honour(match)) or any(a < match.end("name") and match.start("name") < b for a, b in lists):
                continue
            marks.append(add_honour(draft, view, known, match))
    if all(_SIDE_PRIZE.search(t.name) for t in draft.things if t.type == "Honour"):
        marks += [
            add_result(draft, view, known, "Honour", *m.span("name")) for m in matches(_BARE_PRIZE, view.text)
        ]
    judged(draft)
    join_honours(draft, marks, known)
    inside_honours(draft)
    return view.replace(marks)


# 列入甲公布的应急使用清单, “创新产品”推荐目录: lists without 《》 are publications
_LIST = pattern(
    r"(?:(?:列入|纳入|收入|收录于|录入|载入|进入|入选|登上|入围|跻身|编入|选入|写入)了?由?<O>(?:(?:、|和|与)<O>)*(?:<T>|联合|共同|最新|新近|正式|对外)*(?:公布|发布|印发|公示|编制|编印|推出|发出|制定|颁布|出台|公告)的(?:首批|最新|新版|第[一二三四五六七八九十]+批)*|(?=“[^“”\n]{2,20}”[\u4e00-\u9fff]{0,4}(?:目录|名录|清单)))"
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9“”]{2,26}?(?:清单|名录|目录|汇编|图谱))(?=[，。；、\n]|$|则|也|因|的|中|已|将)"
)
# 开发出“甲”和BGR-1型大型浮选机; 展出了自行开发的某联合作业机: results without quotation marks
_MODEL = re.compile(
    r"(?:(?<=”[和与、及])|(?<=[开研][发制][出的了])|(?<=(?:品种|产品|装备|设备|材料|技术|样机)[和与、及]))(?P<name>[A-Z\d][A-Za-z0-9/-]{1,16}型[\u4e00-\u9fff]{2,12}?)(?=[，。；、和与及等]|[两三四五六七八]项)"
)
# 甲的NSi1311隔离采样芯片获评…
_PART_NUMBER = re.compile(r"(?<=\ue000的)(?P<name>[A-Z][A-Za-z]*\d[A-Za-z0-9/-]{0,12}[\u4e00-\u9fff]{2,12}?)(?=(?:则|也|均|双双|分别)?(?:获|荣获|入选|斩获|摘得|被评|通过|列入)|和\ue000的|与\ue000的|、\ue000的)")
# 研制成功CD-200型车载钻机和…
_MADE_MODEL = re.compile(r"(?<=(?:研制|研发|开发|试制)(?:成功|出了))(?P<name>[A-Z][A-Za-z0-9/-]{1,16}型[\u4e00-\u9fff]{2,12}?)(?=[，。；、和与及等])")
_MACHINE = re.compile(r"(?:机|机组|机器人|装置|系统|设备|装备|仪|仪器|炉|泵|阀|车|船|艇|线|平台|材料|技术|工艺|软件|芯片|电池|膜|样机|模型|传感器|反应器)$")
_SELF_MADE = re.compile(
    r"(?:展示|展出|推出|发布|带来|演示)了(?:其|由其)?(?:最新|新近|近期)?(?:自主|自行|独立)(?:研制|研发|开发|设计|创制|研制生产|制造)的(?P<name>[\u4e00-\u9fffA-Za-z0-9-]{4,16}?)(?=[，。；])"
)
# 颁发2015年度某省科学技术奖励: the prizes of a year as one
_REWARDS = pattern(
    r"(?:颁发|颁授|颁布|授予|揭晓|公布|获得?|荣获|摘得|斩获)了?(?P<name>(?:(?:19|20)\d\d年?度?|国家|全国|中国|<L>|[\u4e00-\u9fff]{2,4}[省市])[\u4e00-\u9fff<L>]{0,8}?(?:科学技术|科技|技术发明|自然科学|专利|质量|创新|标准)(?:进步|成果|创新)?奖励)(?=[，。；、]|[一二三]等奖|名单|大会)"
)
_SIDE_PRIZE = re.compile(r"(?:最佳|优秀|组织|人气|单项|最具)[\u4e00-\u9fff]{1,8}$")
# 获一等奖 of a contest that the item names elsewhere.
_BARE_PRIZE = re.compile(
    r"(?:荣获|斩获|摘得|夺得|捧得|喜获|获得|获|摘取|揽获)了?(?P<name>特等奖|[一二三]等奖|[金银铜]奖|冠军|亚军|季军|优胜奖|优秀奖|最佳[\u4e00-\u9fff]{2,6}奖)(?=[，。；、])"
)
