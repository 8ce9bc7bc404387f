"""Projects, achievements and honours: their names, and what 该项目 and 该成果 refer back to."""

from __future__ import annotations

import re
from functools import lru_cache

from .draft import Draft, Thing
from .frame_lexicon import alternatives, compiled, load
from .masking import ACHIEVEMENT, EVENT, HONOUR, ORG, PROJECT, SIGN, View, pattern
from .needs import matches

Mark = tuple[int, int, str, Thing | None, tuple[Thing, ...]]

_QUOTED = re.compile(r"“(?P<name>[^“”\n]{2,60})”")
_SELECT = r"(?:拿到|赢得|蝉联|再获|勇夺|挂出|晒出|发布|折桂|摘金|拿下|揽下|收获|捧回|捧走|抱回|问鼎|揽获|喜摘|收入|入选|荣获|获得|喜获|斩获|获评|被评为|被授予|被认定为|列入|入围|摘得|荣膺|被评选为|获颁|获(?!奖|批|悉|取|益|利|准|得)|捧得|授予|颁发|评选出|被列入|夺得|喜登|跻身|名列|位列|登上|揽获|揽得|喜提|捧回|摘下|荣登|上榜|评为|认定为|摘取|荣获了|获得了|揭晓|公布|公示|颁授|纳入|被纳入)(?:了|的)?"

# “海风一号”电解槽已下线: a device by its own name, and what became of it.
_DEVICE = re.compile(
    r"[\u4e00-\u9fff]{1,6}?(?:槽|机|机组|系统|装备|装置|列车|船|艇|炉|泵|阀|芯片|材料|设备|品种|模型|机器人|卫星|仪|望远镜)"
    r"(?:被|已|成功|正式|顺利|日前|近日|下线|首飞|亮相|问世|交付|投产|投用|入选|荣获|斩获|获)"
)


# “深蓝2号”网箱是该项目的标志性成果
_OUTCOME_NEXT = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:也|正|均|就)?(?:是|为|系)[^，。；]{0,16}(?:项目|课题|专项|计划)的?[^，。；]{0,8}(?:成果|产出|结晶|产物|样机)")


# “甲”由乙与丙共同完成
_BY_THEM = re.compile(r"(?:也|则|均|系|是)*由\ue000[^，。；]{0,30}?(?:研制|研发|开发|攻克|攻关|试制|创制|设计|推出|打造|建成|共建|育成|选育|发明|完成)(?:成功|并|，|。|；|、|而成|$)")


@lru_cache(maxsize=1)
def _shapes() -> dict[str, re.Pattern[str]]:
    honour = alternatives("results", "honour_tails")
    return {
        "honour": pattern(rf"(?P<verb>{_SELECT})(?P<name>(?:[^，。；：、\n“”<E><P><W> 　]|“[^”]{{1,24}}”){{2,40}}?(?:{honour})(?:(?:特|一|二|三)等奖|金奖|银奖)?)(?=[，。；、\n！ 　]|$|评选|提名|评审结果|结果|获奖|授奖|颁奖|并|及|和|的|等)"),
        "contest": pattern(rf"{_SELECT}(?P<name><E>[^，。；：、\n<E><P><O>]{{0,8}}?(?:(?:特|一|二|三)等奖|[金银铜]奖|优秀奖|冠军|亚军|季军|优胜奖))"),
        "title": pattern(r"“(?P<name>[^”\n]{2,40})”(?:荣誉|光荣|的)?(?:称号|(?<=[盟业地心台位奖强例物人家者星项”]”)(?:名单(?!的)|榜单)|奖|荣誉|证书|奖牌|牌匾|奖项|名号|头衔|美誉)"),
        "prize": pattern(r"(?P<name>(?:第[一二三四五六七八九十百〇零\d]+届|(?:19|20)\d\d年?度?|国家|中国|全国|<L>|(?<=获)省|(?<=获)市)(?:“[^”\n]{1,12}”)?(?:[^，。；：、\n“”获授布颁的被为<E><P><W><O><T>]{0,22}?)(?:科学技术奖|科技进步奖|技术发明奖|科技奖|创新奖|科学奖|工业奖|专利奖|质量奖|成果奖|发明奖|大奖)(?:(?:科技进步|技术发明|自然科学|科技成果)?(?:特|一|二|三)等奖|金奖|银奖|优秀奖)?(?!励|办法|条例))"),
        "announced": pattern(r"(?P<name>(?:第[一二三四五六七八九十百〇零\d]+届|(?:19|20)\d\d年?度?|首届)(?:“[^”\n]{1,12}”)?[^，。；：、\n“”获授布颁的被为<E><P><W><O><T>]{2,24}?奖)(?=(?:<T>|日前|近日|正式|评审结果|评选结果|获奖名单|名单|颁奖|评审|评选|在<L>+|于<T>)*(?:揭晓|公布|出炉|颁奖|颁发|发布|公示|启动评选))"),
        "honoured": re.compile(honour + "$"),
        "won": pattern(r"(?:(?<=[，。；、\n])|^)(?P<name><E>?[\u4e00-\u9fff]{0,12}?(?:特等奖|一等奖|二等奖|三等奖|金奖|银奖|铜奖|冠军|亚军|季军|优胜奖|最佳[\u4e00-\u9fff]{2,6}奖))(?=[则也]?(?:最终|分别)?(?:由|被|花落|归|归属|授予|颁给)[<O><P>])"),
        "project_words": re.compile(r"(?:等(?:[一二两三四五六七八九十\d]+[个项])?)?" + alternatives("results", "project_words")),
        "programme_words": re.compile(alternatives("results", "programme_words")),
        "achievement_words": re.compile("(?:等)?(?:[一二两三四五六七八九十\\d]+项)?" + alternatives("results", "achievement_words")),
        "achievement_tails": re.compile(alternatives("results", "achievement_tails") + "$"),
        "no_achievement": re.compile(alternatives("results", "no_achievement") + "$"),
    }


def read_projects(draft: Draft, view: View) -> View:
    """Add the named projects and programmes; read before the events, whose names may hold them."""
    marks: list[Mark] = []
    known: dict[str, Thing] = {}
    shapes = _shapes()
    works = [t.name for t in draft.things if t.type in ("Policy", "Publication")]
    for match in matches(_QUOTED, view.text):
        if any(match.group() in name for name in works):
            continue
        before = view.text[max(0, match.start() - 10) : match.start()]
        after = view.text[match.end() : match.end() + 12]
        if re.search(r"(?:主题为|以|主题|口号|题为|简称)$", before):
            continue
        named = re.search(r"(?:专项|计划|项目|课题|工程)(?:名称)?[：:为]?$", before) and len(match.group("name")) > (2 if before.endswith(("项目", "课题")) else 5)
        if shapes["project_words"].match(after) or _borne(view.text, match) or (
            named and not shapes["achievement_words"].match(after) and not shapes["programme_words"].match(after)
        ):
            kind = "Achievement" if _prized(view.text, match) else "Project"
            marks.append(_add(draft, view, known, kind, *match.span("name"), mark=match.span()))
        elif (
            (word := shapes["programme_words"].match(after))
            and len(match.group("name")) >= 3
            and not re.match(r"十[一二三四五]五|[双一]", match.group("name"))
            and not re.match(r"(?:启动|会|动员|宣传)", after[word.end() :])
        ):
            mark = _add(draft, view, known, "Project", match.start(), match.end() + word.end())
            if mark[3] is not None:
                mark[3].add_alias(match.group("name"))
            marks.append(mark)
    for match in matches(compiled("results", "programme"), view.text):
        start = match.start() + (match.group().startswith("度") and view.text[match.start() - 1 : match.start()] in "年\ue00a")
        marks.append(_add(draft, view, known, "Project", start, match.end()))
    for match in matches(compiled("results", "project"), view.text):
        if not re.match(r"(?:的|了|各|多|有关|相关|科技|重大|重点|本|该|科研|研究|示范|\d|[一二三四五六七八九十]+个)*(?:项目|课题|工程)|.*(?:多项|各类|一批|系列|计划项目|计划课题|专项项目|专项课题)", match.group("name")):
            marks.append(_add(draft, view, known, "Project", *match.span("name")))
    _headline_projects(draft, marks)
    return view.replace(marks)


def _headline_projects(draft: Draft, marks: list[Mark]) -> None:
    """“智能纺机”项目 in the headline is the project that the body names in full, where it names just one so."""
    title = len(draft.item.title)
    projects = [t for t in draft.things if t.type == "Project"]
    for short in projects:
        longer = [t for t in projects if t is not short and short.name in t.name and any(a >= title for a, _ in t.mentions)]
        if len(longer) == 1 and short.mentions and all(b <= title for _, b in short.mentions) and len(short.name) >= 3:
            longer[0].mentions += short.mentions
            longer[0].add_alias(short.name)
            draft.things.remove(short)
            marks[:] = [(*mark[:3], longer[0], ()) if mark[3] is short else mark for mark in marks]


# “某某技术集成”由甲牵头: a project where the paragraph tells of projects
_BORNE = pattern(r"则?(?:分别|共同)?由<O>(?:(?:、|和|与|联合|会同)<O>)*(?:等[^，。；]{0,8})?(?:联合|共同|独立|单独)?(?:牵头|负责(?=[，。；])|独立承担|承担|主持|牵头承担|负责实施|组织实施)")


def _borne(text: str, match: re.Match[str]) -> bool:
    """Whether someone carries out what is quoted, and the paragraph speaks of projects."""
    begin = text.rfind("\n", 0, match.start()) + 1
    return _BORNE.match(text, match.end()) is not None and re.search("项目|课题|立项|计划|专项", text[begin : match.start()]) is not None


def _prized(text: str, match: re.Match[str]) -> bool:
    """Whether a quoted 项目 is a finished result that wins something (甲完成的“乙”项目荣获…)."""
    behind = re.match(r"(?:等)?(?:[一二三四五六七八九十\d]+个)?(?:项目|课题|工程)(?:成果)?(?:成功|双双|喜|分别|一举|最终|，)*(?:夺魁|折桂|夺冠|问鼎|拔得头筹|荣获|获(?!批|准|得立项|立项)|入选|喜获|斩获|摘得)", text[match.end() : match.end() + 20])
    return behind is not None or text[max(0, match.start() - 3) : match.start()] == "完成的"


def read_results(draft: Draft, view: View) -> View:
    """Add the named achievements and honours; the view comes back with them folded.

    Achievements without quotation marks are found by their verbs later (`develop`).
    """
    marks: list[Mark] = []
    known: dict[str, Thing] = {}
    shapes = _shapes()
    for match in matches(_QUOTED, view.text):
        if any(sign in match.group("name") for sign in "\ue003\ue001"):
            continue
        mark = _quoted(draft, view, match, known)
        if mark is not None:
            marks.append(mark)
    for match in (*matches(_MODEL, view.text), *matches(_SELF_MADE, view.text)):
        if _MACHINE.search(match["name"]):
            marks.append(_add(draft, view, known, "Achievement", *match.span("name")))
    for match in matches(shapes["contest"], view.text):
        marks.append(_add(draft, view, known, "Honour", *match.span("name")))
    for shape in ("honour", "prize", "won", "announced"):
        for match in matches(shapes[shape], view.text):
            if shape == "honour" and not _is_honour(match):
                continue
            marks.append(_honour(draft, view, known, match))
    if not any(t.type == "Honour" for t in draft.things):
        marks += [
            _add(draft, view, known, "Honour", *m.span("name")) for m in matches(_BARE_PRIZE, view.text)
        ]
    _judged(draft)
    _join_honours(draft, marks, known)
    _inside_honours(draft)
    return view.replace(marks)


def _inside_honours(draft: Draft) -> None:
    """An organisation that stands only inside a quoted honour (“中国科协某工程”) is no party of the item."""
    named = [span for t in draft.things if t.type == "Honour" for span in t.mentions if draft.text[span[0] - 1] == "“"]
    stated = {id(end) for c in draft.claims for end in (c.subject, c.object)}
    for thing in list(draft.things):
        if SIGN.get(thing.type) == ORG and id(thing) not in stated and thing is not draft.owner and thing.mentions and all(
            any(a <= s and e <= b and (a, b) != (s, e) for a, b in named) for s, e in thing.mentions
        ):
            draft.things.remove(thing)


# 开发出“甲”和BGR-1型大型浮选机; 展出了自行开发的某联合作业机: results without quotation marks
_MODEL = re.compile(
    r"(?:(?<=”[和与、及])|(?<=[开研][发制][出的了]))(?P<name>[A-Z][A-Za-z0-9/-]{1,16}型[\u4e00-\u9fff]{2,12}?)(?=[，。；、和与及等]|[两三四五六七八]项)"
)
_MACHINE = re.compile(r"(?:机|机组|机器人|装置|系统|设备|装备|仪|仪器|炉|泵|阀|车|船|艇|线|平台|材料|技术|工艺|软件|芯片|电池|膜|样机|模型|传感器|反应器)$")
_SELF_MADE = re.compile(
    r"(?:展示|展出|推出|发布|带来|演示)了(?:其|由其)?(?:最新|新近|近期)?(?:自主|自行|独立)(?:研制|研发|开发|设计|创制|研制生产|制造)的(?P<name>[\u4e00-\u9fffA-Za-z0-9-]{4,16}?)(?=[，。；])"
)
# 获一等奖 of a contest that the item names elsewhere.
_BARE_PRIZE = re.compile(
    r"(?:荣获|斩获|摘得|夺得|捧得|喜获|获得|获|摘取|揽获)了?(?P<name>特等奖|[一二三]等奖|[金银铜]奖|冠军|亚军|季军|优胜奖|优秀奖|最佳[\u4e00-\u9fff]{2,6}奖)(?=[，。；、])"
)
# “甲”由乙研制, “甲”出自乙, “甲”的量产
_MADE_BY = re.compile(
    "[^，。；“”\ue000]{0,6}?(?:由|系|是由)[^，。；“”]{0,60}?(?:研制|研发|开发|创制|攻关|试制|选育|育成|设计制造|攻克)"
    "|[^，。；“”\ue000]{0,6}?(?:出自|源自|来自)[\ue000\ue008]|[^，。；“”\ue000]{0,14}?(?:作价)?转让给\ue000|的(?:实施权|使用权|专利权|所有权|知识产权|独占许可|专有技术)|的(?:主要|第一|联合|合作)?(?:完成|研发|研制|开发|持有|拥有)(?:单位|方|者|人)|的?(?:产业化|量产|规模化生产|批量生产|样机|中试)"
)
# 推荐的“甲”和“乙”分获二等奖
_WIN_TOGETHER = re.compile(r"(?:(?:、|和|与|及|以及)?“[^”\n]{2,30}”)*(?:分别|分|双双|均|同)?(?:(?:获|荣获|摘得|夺得|斩获|名列|列)(?:[^，。；]{0,10}奖|(?:特|一|二|三)等奖)|榜上有名|位列其中|名列其中|双双上榜|胜出)")
_WINS = re.compile(r"(?:项目|作品|产品|方案|专利|技术|成果|发明)?(?:双双|分别|最终|一举|成功|也|亦|均|同时)*(?:荣获|获(?!批|悉)|斩获|摘得|夺得|捧得|喜获|揽获|摘取|折桂|夺魁|拔得头筹|入围|入选|上榜|榜上有名|登榜|问鼎|跻身|荣膺|赢得|拿下|拿到了?|捧回|收获|夺取|蝉联|再获|勇夺|荣登|摘金|夺冠)")
_JUDGED = re.compile(r"^“(?P<name>[^“”]{4,40})”(?:科技|科学技术|技术)?成果(?:鉴定|评价|验收|评审|发布|评议)会")


def _judged(draft: Draft) -> None:
    """“甲技术”成果鉴定会 names the achievement that it judges."""
    for event in [t for t in draft.things if t.type == "Event"]:
        match = _JUDGED.match(event.name)
        if match is None or any(t.type in ("Achievement", "Project") and match.group("name") in t.names for t in draft.things):
            continue
        spans = [(a + 1, a + 1 + len(match.group("name"))) for a, _ in event.mentions if draft.text.startswith(match.group(), a)]
        if spans:
            draft.things.append(Thing("Achievement", match.group("name"), spans))


# “最美科技人”，这一称号由甲授予
_CALLED_SO = re.compile(r"，?(?:这一|该|此)(?:称号|荣誉|奖项|殊荣|头衔)")


# 入选2014年度“中原学者”, 入选甲公布的“青年英才”
_CHOSEN = re.compile(r"(?:学者|人才|英才|人物|之星|标兵|先锋|团队|工匠|能手|新锐|楷模|模范|个人|集体|企业|单位|示范点)$")
_CHOSEN_FOR = re.compile(r"(?:入选|获评|当选|荣膺|荣获|跻身|获颁|授予)(?:了|为)?(?:\ue000(?:公布|发布|评选|评定|颁发|设立|认定)?的?)?(?:\ue00a|(?:19|20)\d\d年?度?|度|首批|首届|第[一二三四五六七八九十\d]+[届批])*$")


def _quoted(draft: Draft, view: View, match: re.Match[str], known: dict[str, Thing]) -> Mark | None:
    shapes, text = _shapes(), view.text
    name, after = match.group("name"), text[match.end() : match.end() + 12]
    before = text[max(0, match.start() - 10) : match.start()]
    if not (before.endswith("以") and _WINS.match(after)) and re.search(r"(?:主题为|(?<![冠授予])以|主题|围绕|聚焦|口号|坚持|贯彻|按照|题为|简称|推动|落实|践行|称为|俗称|理念)$", before):
        return None
    given = re.search(r"(?:评为|授予|认定为|获评|荣获|列为|评选为|命名为|获颁|荣膺)(?:了|为)?(?:首批|全国|全省|省级|国家)?(?:\ue00a|(?:19|20)\d\d年?度?|度)?$", before) or (
        name.endswith("奖") and re.search(r"(?:颁发|授予|颁授|颁给|颁予|发放|颁出)(?:了|的)?(?:\ue00a|(?:19|20)\d\d年?度?|度|首届|首个)*$", before))
    if given and not shapes["achievement_words"].match(after) and not after.startswith(("项目", "荣获", "等")):
        return _add(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if re.search(r"(?:授予|颁授|授|颁予)了?\ue000(?:(?:、|和|与|及|以及)\ue000)*(?:等[^，。；]{0,8})?$", before) and not shapes["achievement_words"].match(after):
        return _add(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if _CHOSEN.search(name) and _CHOSEN_FOR.search(before):
        return _add(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if re.search(r"(?:揭晓|评出|颁出|通报表扬|表扬|表彰)(?:了)?(?:\ue00a|(?:19|20)\d\d年?度?|度|首届|首批)*$", before) or _CALLED_SO.match(text, match.end()):
        return _add(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if re.search(r"(?:药物|新药|疫苗|试剂|单抗|双抗|制剂|抗体|产出|成果|产物)$", before) and re.match(r"的|，|由|[\u4e00-\u9fff]{2,8}(?:，|由)", after) and len(name) >= 3:
        end = match.end() + (len(noun[0]) if (noun := re.match(r"[\u4e00-\u9fff]{2,8}(?=，|由)", after)) and not re.match(r"也|均|已|的|由|获|入", noun[0]) else 0)
        return _add(draft, view, known, "Achievement", match.start() if end > match.end() else match.start("name"), end if end > match.end() else match.end("name"), mark=(match.start(), end))
    if re.search(r"(?:评选|评定|认定|命名|遴选)了?[^，。；“]{1,30}为$|蝉联了?$", view.text[max(0, match.start() - 40) : match.start()]):
        return _add(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    listed = re.search(r"(?:喜获|荣膺|获得|蝉联|名列|(?<![批查捕截])获|入选|上榜|跻身|位列|登上|荣登|当选|斩获|摘得|夺得|评定的|颁授的|颁发的|颁出的|评选的|评出的|发布的|颁出|评出|颁发|揭晓|颁授)(?:了|为)?\ue000?(?:的)?(?:首批|年度|国家|全国|省|市|第[一二三四五六七八九十\d]+批)*$", before)
    if listed and shapes["honoured"].search(name):
        return _add(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if re.search(r"(?:设立|设置|创设|增设|设|发起设立)了?$", before) and re.search(r"奖(?:学金|章|项)?$|称号$", name):
        return _add(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if (told_before := known.get("Achievement" + name)) is not None:
        return _add(draft, view, known, "Achievement", *match.span("name"), mark=match.span()) if told_before else None
    if re.search(r"(?:新品种|品种|品系|新药|疫苗|合金|菌株|样机|装备|系统|产品|装置|平台|芯片|卫星|机器人|飞机|无人机|模型|火箭|仪器|设备|生产线|示范线|软件)$", before) and re.match(r"(?:由|早|便|曾|还|也|均|先后|一举|去年|今年|同时|荣|被|摘|夺|入选|列入|跻身|登上|上了|已|成功|正式|顺利|于|通过|完成|下线|首飞|亮相|问世|[，。、])", after):
        return _add(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    if len(name) >= 3 and (_OUTCOME_NEXT.match(text, match.end()) or re.search(r"(?:其|项目|课题|重要|标志性|核心|科技|转化)(?:的)?成果$", before)):
        return _add(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    if len(name) >= 3 and _BY_THEM.match(text, match.end()):
        return _add(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    if _DEVICE.match(after) and len(name) >= 3:
        return _add(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    if shapes["title"].match(text, match.start()):
        return _add(draft, view, known, "Honour", *match.span("name"), mark=(match.start(), match.end()))
    if len(name) >= 4 and _MADE_BY.match(text, match.end()) and not re.search(r"(?:中心|研究院|研究所|实验室|基地|联盟|学院|公司|项目|课题|计划|工程|专项)$", name):
        return _add(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    verbs = re.search(r"(?:建造|承建|总装|合作(?=的)|联手(?=的)|攻下|拿出|啃下|打磨出|造出|做出|自研|攻关|交出|形成|研制|研发|开发|选育|培育|育成|完成|攻克|建成|创制|突破|发明|推出|打造|搭建|建设|牵头|攻关|试制|首创|设计)(?:了|的|出|出的)?(?:[^，。；]{0,6})$", before)
    if re.search(r"(?:(?<!加工)中心|研究院|研究所|实验室|基地|联盟|学院|公司|工作站|协会)$", name):
        return None
    if len(name) >= 4 and re.match(r"(?:则|也|正|均)?(?:是|系)[^。；，\n“]{2,60}?(?:研制|研发|开发|攻关|试制)(?:出|成功|而成)?的", text[match.end() : match.end() + 80]):
        return _add(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    tail = shapes["achievement_tails"].search(name)
    if re.search("(?:\ue000(?:申报|选送|报送|推选|推荐|参评|参赛)?的?|(?:“[^”]{2,30}”(?:、|和|与|及))|(?:凭借|凭|携|以)(?:其|旗下)?的?)$", before) and (_WINS.match(after) or _WIN_TOGETHER.match(text, match.end())) and len(name) >= 3:
        return _add(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    told = shapes["achievement_words"].match(after) or verbs or (
        tail and len(name) >= 6 and re.match(r"\ue00a?(?:、|成果|技术|项目|双双|成功|荣获|入选|获|斩获|喜获|摘得|列入|被|等|通过|和|与)", after)
    )
    if re.match(r"(?:也|均|正)?(?:是|系|为|属于)[^。；\n]{0,40}(?:成果|产出|产物|结晶)", text[match.end() : match.end() + 56]):
        told, tail = told or match, tail or match
    if re.match(r"(?:也|均|正|系|是)?由[^。；，\n]{2,80}?(?:研制|研发|开发|完成|攻关|创制|承研|设计)", text[match.end() : match.end() + 90]) and tail:
        told = told or match
    if tail and re.match(r"(?:\ue00a|成功|正式|顺利|已|首次)*(?:[在于][^，。；\n]{1,24})?(?:成功|正式|顺利|总装|首次)*(?:下线|诞生|问世|试制成功|研制成功|研发成功|投产|投用|首飞|交付)", text[match.end() : match.end() + 34]):
        told = told or match
    if re.search(r"(?:发布|推出|首发|展示|展出|亮出|公布)(?:了|的)?(?:其|首款|新一代|全新|最新)*$", before) and re.match(r"[\u4e00-\u9fffA-Za-z0-9]{0,6}?(?:芯片|机器人|模型|大模型|系统|平台|装备|装置|设备|电池|材料|品种|卫星|软件|仪|机|车|样机|生产线)(?:[，。；、]|$)", after):
        told, verbs = told or match, verbs or match
    if tail and (
        re.search(r"(?:发布|推出|首发|掌握)(?:了|的)?(?:其|首款|新一代|全新|最新)*(?:新品|新产品|新成果)?$|首[台套款个条](?:套|台)?$", before)
        or re.match(r"(?:位列|名列|榜上|在列)", after)
    ):
        told = told or match
    if re.match(r"(?:项目|技术|成果|产品)?(?:双双|分别|最终|一举|成功|也)*(?:荣获|获得?|斩获|摘得|夺得|捧得|喜获)[^，。；]{0,16}?(?:奖|称号|优胜|冠军)", text[match.end() : match.end() + 30]) and len(name) >= 4:
        told, verbs = told or match, verbs or match
    called = tail or verbs or re.match(r"(?:等)?(?:项)?(?:科技|技术|创新|项目)?成果", after)
    if told and called and len(name) >= 4:
        return _add(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    if re.search(r"(?:数据库|平台|系统|大模型|操作系统|生产线)$", name) and len(name) >= 6:
        return _add(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    return None


def _is_honour(match: re.Match[str]) -> bool:
    name, verb = match.group("name"), match.group("verb")
    if re.match(r"(?:其|该|书中|文中|本批|本次|此次|此批|这批|上述|有关|相关|当前)", name):
        return False
    if re.fullmatch(r"(?:特|一|二|三)等奖|金奖|银奖|铜奖|大奖|优秀奖|第[一二三]名", name) or re.search(r"(?:理事|理事长|监事|监事长|会长|主席|盟主|组长|成员|会员|主任|网员|依托|牵头)单位(?:名单|行列|之列)?$|(?:成员|会员|网员|盟员|参会|参赛|学员|与会|理事|筹备)(?:单位|人员|企业)?名单$", name):
        return False
    if re.match(r"(?:了|的|过)?(?:该|此)?(?:多|各|诸|有关|相关|若干|国家|省|级|\d|[一二两三四五六七八九十数])*(?:项|个|枚|座)?(?:奖|奖项|奖励|荣誉|称号|企业|单位|名单|目录|中心|基地|案例|团队)$", name):
        return False
    weak = re.search(r"(?:企业|单位|中心|基地|实验室|目录|团队|案例|联盟|试点|行列|学者|品牌|榜|名录|等级|资质)$", name)
    if weak and re.match(r"公布|挂出|晒出|发布|获得|获$|纳入|列入|颁发|颁授|揭晓", verb):
        return len(name) >= 8 and verb[:2] in ("列入", "纳入") and bool(re.search(r"目录|名录|名单|案例", name))
    return not re.match(r"(?:公布|公示|揭晓|颁发|挂出|晒出|发布)", verb) or name.endswith(("奖", "称号", "名单", "奖章"))


_LEAD = re.compile(
    "(?:了|的|为|(?:由)?\ue000(?:(?:、|和|与|及)\ue000)*(?:联合|共同|等[^“]{0,6})?(?:颁发|颁授|授予|评定|评选|评出|认定|发布|公布|颁出|命名|组织评选)的?|由|出|首批|“(?=[^”]*$))"
)


def _honour(draft: Draft, view: View, known: dict[str, Thing], match: re.Match[str]) -> Mark:
    start, end = match.span("name")
    known_work = _as_work(draft, view, start, end)
    if known_work is not None:
        return known_work
    if inner := re.match(r"“([^”]{2,40})”的", view.text[start:end]):
        return _add(draft, view, known, "Honour", start + 1, start + 1 + len(inner.group(1)), mark=(start, start + inner.end() - 1))
    if two := re.search(r"(?<=奖)[^，。]{1,8}?(?:上榜|获评|荣获|入选|斩获|跻身|摘得)", view.text[start:end]):
        end = start + two.start()  # 斩获某奖 某校上榜某榜: a headline of two
    if apart := re.search(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff\ue000]{2,})", view.text[start:end]):
        end = start + apart.start()
    if view.text.endswith("名单", start, end) and (prize := re.search(r"(?:奖|称号)(?:获奖|获奖者|获奖项目|获奖单位|获奖成果|评选结果|授奖)?名单$", view.text[start:end])):
        end = start + prize.start() + (1 if view.text[start + prize.start()] == "奖" else 2)  # the list of a prize is the prize
    while start < end and (cut := _LEAD.match(view.text[start:end])):
        start += cut.end()
    if given := re.match("\ue000(?:等[^“]{0,8})?(?=“)", view.text[start:end]):
        start += given.end()  # 授予甲“…”称号: the receiver is no part of the honour
    quoted = re.fullmatch(r"“(?P<name>[^”]+)”(?:荣誉|光荣)?(?:称号|荣誉)?", view.text[start:end])
    if quoted:
        return _add(draft, view, known, "Honour", start + 1, start + 1 + len(quoted.group("name")), mark=(start, end))
    return _add(draft, view, known, "Honour", start, end)


def _as_work(draft: Draft, view: View, start: int, end: int) -> Mark | None:
    """A list that the item names in 《》 elsewhere is that work, not an honour."""
    first, last = view.span(start, end)
    name = draft.text[first:last]
    for thing in draft.things:
        if thing.type in ("Publication", "Policy") and len(name) >= 6 and (name in thing.name or thing.name in name):
            thing.mentions.append((first, last))
            thing.add_alias(name)
            return start, end, SIGN[thing.type], thing, ()
    return None


def _add(
    draft: Draft, view: View, known: dict[str, Thing], kind: str, start: int, end: int,
    mark: tuple[int, int] | None = None,
) -> Mark:  # fmt: skip
    first, last = view.span(start, end)
    name = draft.text[first:last]
    thing = known.get(kind + name)
    if thing is None:
        thing = next((t for t in draft.things if t.type == kind and name in t.names), None)
    if thing is None:
        thing = Thing(kind, name)
        draft.things.append(thing)
    known[kind + name] = thing
    if (first, last) not in thing.mentions:
        thing.mentions.append((first, last))
    begin, stop = mark or (start, end)
    return begin, stop, SIGN[kind], thing, ()


def _shortened(draft: Draft, short: Thing, long: Thing) -> bool:
    """Whether one honour's name is a part of the other's, or, in the headline, the other's with words left out."""
    if short.name in long.name:
        return True
    if any(end > len(draft.item.title) for _, end in short.mentions) or len(short.name) >= len(long.name):
        return False
    rest = iter(long.name)
    return short.name[-1] == long.name[-1] and all(sign in rest for sign in short.name)


# 某省科学技术奖揭晓，甲获科技进步一等奖: a grade of it, no honour of its own
_GRADE = re.compile(r"(?:国家|省|市|部|自治区)?(?:级)?(?:科技进步|科学技术进步|技术发明|自然科学|科学技术|科技)?奖?(?:(?:特|一|二|三)等奖|[金银铜]奖)")


def _join_honours(draft: Draft, marks: list[Mark], known: dict[str, Thing]) -> None:
    """第十三届某奖 and 第十三届某奖二等奖 are one honour in an item."""
    honours = [t for t in draft.things if t.type == "Honour"]
    named = [t for t in honours if t.name.endswith(("奖", "科技奖励")) and not _GRADE.search(t.name)]
    for grade in [t for t in honours if _GRADE.fullmatch(t.name)] if len(named) == 1 else []:
        if min(a for a, _ in named[0].mentions) < max(a for a, _ in grade.mentions) or all(b <= len(draft.item.title) for _, b in grade.mentions):
            named[0].mentions += grade.mentions
            draft.things.remove(grade)
            marks[:] = [(*m[:3], named[0], ()) if m[3] is grade else m for m in marks]
            known["Honour" + grade.name] = named[0]
    honours = [t for t in draft.things if t.type == "Honour"]
    for short in honours:
        longer = [t for t in honours if t is not short and _shortened(draft, short, t) and t in draft.things and len(short.name) >= 4]
        longer = [t for t in longer if not any(o is not t and t.name in o.name for o in longer)]
        title = len(draft.item.title)
        if len(longer) > 1 and short in draft.things and all(end <= title for _, end in short.mentions):
            draft.things.remove(short)  # the headline speaks of several honours at once
            marks[:] = [mark for mark in marks if mark[3] is not short]
        if len(longer) == 1:
            thing = longer[0]
            thing.mentions += short.mentions
            thing.add_alias(short.name)
            draft.things.remove(short)
            for at, mark in enumerate(marks):
                if mark[3] is short:
                    marks[at] = (*mark[:3], thing, ())
            known["Honour" + short.name] = thing


def is_result(name: str) -> bool:
    """Whether a name ends as those of results do (生产线, 装备, 平台)."""
    return _shapes()["achievement_tails"].search(name) is not None


_OUTPUT = re.compile(r"(?:了)?(?:年产|日产|月产|年处理|日处理|年加工)[\d.,，余多]*[万亿千百]*(?:余|多)?(?:吨|台|套|只|件|片|辆|千瓦|兆瓦|米|平方米|立方米|公斤|千克|支|株|头|颗|块)")


def develop(draft: Draft, view: View, start: int) -> tuple[Thing, int] | None:
    """The achievement without quotation marks that begins at `start`, and where its name ends."""
    while view.text[start : start + 1] in ("的", "了", "出"):
        start += 1
    if view.text.startswith(("这项", "该项", "此项", "这一", "这种", "这款", "该技术", "此技术"), start):
        return None
    quoted = re.compile(r"“[^”\n]{1,20}”(?=[\u4e00-\u9fff])").match(view.text, start)
    end_match = compiled("results", "right").search(view.text, quoted.end() if quoted else start + 1)
    end = end_match.start() if end_match else len(view.text)
    if re.match(r"的[\u4e00-\u9fff]", view.text[end : end + 2]) and _OUTPUT.fullmatch(view.text, start, end):
        longer = compiled("results", "right").search(view.text, end + 1)
        end = longer.start() if longer else len(view.text)  # 年产20万吨的示范生产线
    begin = start
    if lead := compiled("results", "lead").match(view.text[start:end]):
        begin = start + lead.end()
    name = view.text[begin:end]
    if re.search(r"(?:中心|研究院|研究所|实验室|基地|联盟|学院|公司|工作站|协会)”?$", name):
        return None
    plain = _shapes()["no_achievement"].search(name) and not (len(name) >= 7 and name.endswith("装备"))
    if not 3 <= len(name) <= 34 or plain or re.search(r"[\ue000-\ue00a]", name):
        return None
    if re.match(r"(?:更|各|有关|相关|一系列|大量|新的|多|等)", name):
        return None
    first, last = view.span(begin, end)
    words = draft.text[first:last]
    thing = next((t for t in draft.things if t.type == "Achievement" and (words in t.names or (t.name in words and len(t.name) * 3 >= len(words) * 2))), None)
    if thing is None:
        thing = Thing("Achievement", words)
        draft.things.append(thing)
    if (first, last) not in thing.mentions:
        thing.mentions.append((first, last))
    return thing, end


def passive_name(draft: Draft, view: View, start: int, end: int) -> Thing | None:
    """The achievement named by the whole of `[start, end)` before 由 (示范线由甲建设), if it reads as one."""
    words = view.text[start:end]
    if not 4 <= len(words) <= 26 or re.search(r"[\ue000-\ue00a，的]", words):
        return None
    if not _shapes()["achievement_tails"].search(words):
        return None
    first, last = view.span(start, end)
    name = draft.text[first:last]
    thing = next((t for t in draft.things if t.type == "Achievement" and name in t.names), None)
    if thing is None:
        thing = Thing("Achievement", name)
        draft.things.append(thing)
    thing.mentions.append((first, last))
    return thing


__all__ = ["ACHIEVEMENT", "EVENT", "HONOUR", "PROJECT", "develop", "load", "passive_name", "read_projects", "read_results"]
