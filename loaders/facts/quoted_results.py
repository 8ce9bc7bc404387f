"""What stands in quotation marks: a project, an honour or an achievement, by the words around it."""

from __future__ import annotations

import re
from functools import cache

from .draft import Draft, Thing
from .frame_lexicon import load
from .masking import View
from .result_shapes import Mark, add_result, result_shapes

# “海风一号”电解槽已下线: a device by its own name, and what became of it.
_DEVICE = re.compile(
    r"[\u4e00-\u9fff]{1,6}?(?:槽|机|机组|系统|装备|装置|列车|船|艇|炉|泵|阀|芯片|材料|设备|品种|模型|机器人|卫星|仪|望远镜)"
    r"(?:系|是|由|为其|被|已|成功|正式|顺利|日前|近日|下线|首飞|亮相|问世|交付|投产|投用|入选|荣获|斩获|获)"
)
# “深蓝2号”网箱是该项目的标志性成果
_OUTCOME_NEXT = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:也|正|均|就)?(?:是|为|系|属于?)[^，。；]{0,16}(?:项目|课题|专项|计划)的?[^，。；]{0,8}(?:成果|产出|结晶|产物|样机)")
# “甲”由乙与丙共同完成
_BY_THEM = re.compile(r"(?:也|则|均|系|是)*由\ue000[^，。；]{0,30}?(?:研制|研发|开发|攻克|攻关|试制|创制|设计|推出|打造|建成|共建|育成|选育|发明|完成)(?:成功|并|，|。|；|、|而成|$)")
# “甲”由乙研制, “甲”出自乙, “甲”的量产
_MADE_BY = re.compile(
    "[^，。；“”\ue000]{0,6}?(?:由|系|是由)[^，。；“”]{0,60}?(?:研制|研发|开发|创制|攻关|试制|选育|育成|设计制造|攻克)"
    "|[^，。；“”\ue000]{0,6}?(?:出自|源自|来自)[\ue000\ue008]|[^，。；“”\ue000]{0,14}?(?:作价)?转让给\ue000|的(?:实施权|使用权|专利权|所有权|知识产权|独占许可|专有技术)|的(?:主要|第一|联合|合作)?(?:完成|研发|研制|开发|持有|拥有)(?:单位|方|者|人)|的?(?:产业化|量产|规模化生产|批量生产|样机|中试)"
)
# 推荐的“甲”和“乙”分获二等奖
_WIN_TOGETHER = re.compile(r"(?:(?:、|和|与|及|以及)?(?:[^，。；“”\ue000]{0,8}\ue000[^，。；“”\ue000]{0,6}的?)?“[^”\n]{2,30}”)*(?:分别|分|双双|均|同)?(?:(?:获|荣获|摘得|夺得|斩获|名列|列)(?:[^，。；]{0,10}奖|(?:特|一|二|三)等奖)|榜上有名|位列其中|名列其中|双双上榜|胜出)")
_WINS = re.compile(r"(?:项目|作品|产品|方案|专利|技术|成果|发明)?(?:双双|分别|最终|一举|成功|也|亦|均|同时)*(?:荣获|获(?!批|悉)|斩获|摘得|夺得|捧得|喜获|揽获|摘取|折桂|夺魁|拔得头筹|入围|入选|上榜|榜上有名|登榜|问鼎|跻身|荣膺|赢得|拿下|拿到了?|捧回|收获|夺取|蝉联|再获|勇夺|力夺|荣登|登上|摘金|夺冠|被(?:授予|评为|认定为|列入|列为|纳入|收入))")
_WON = re.compile(_WINS.pattern + r"[^，。；]{0,18}?(?:奖|称号|优胜|冠军|名单|目录|名录|榜单|榜)")
# 评出“最受喜爱的茶”，“甲”“乙”榜上有名: who is on the list, where the item names the honour
_NAMED_WINNER = re.compile(
    r"(?:(?:、|和|与|及|以及)?“[^”\n]{2,24}”)*(?:等(?:[一二三四五六七八九十\d]+(?:个|款|种|项|件))?(?:产品|作品|品牌|品种|成果|项目|技术)?)?(?:最终|双双|分别|均|都|一举|喜|也|顺利|成功|先后|同时)*"
    r"(?:榜上有名|榜上留名|在列|在榜|名列其中|位列其中|位列其间|赫然在列|上榜|登榜|入榜|胜出|脱颖而出|当选|获选|入选|入围|折桂|夺魁)(?=[，。；、])"
)
# “最美科技人”，这一称号由甲授予
_CALLED_SO = re.compile(r"，?(?:这一|该|此)(?:称号|荣誉|奖项|殊荣|头衔)")
# 产出“甲”“乙”两项成果
_IN_ALL = re.compile(r"(?:(?:、|和|与|及|以及)?“[^”\n]{2,30}”)*(?:等)?[一两二三四五六七八九十\d]+(?:项|款|套|种|个|台)[\u4e00-\u9fff]{0,4}?(?:成果|产品|装备|技术|新品|装置|样机|工艺)(?![奖登转鉴])")
_BEST = re.compile(r"十佳|百佳|最佳|十大|百强|年度[\u4e00-\u9fff]{0,4}(?:人物|产品|装备|企业|团队|案例|成果)")
# 入选2014年度“中原学者”, 入选甲公布的“青年英才”
_CHOSEN = re.compile(r"(?:学者|人才|英才|人物|之星|标兵|先锋|团队|工匠|能手|新锐|楷模|模范|个人|集体|企业|单位|示范点)$")
_CHOSEN_FOR = re.compile(r"(?:入选|获评|当选|荣膺|荣获|跻身|获颁|授予)(?:了|为)?(?:\ue000(?:公布|发布|评选|评定|颁发|设立|认定)?的?)?(?:\ue00a|(?:19|20)\d\d年?度?|度|首批|首届|第[一二三四五六七八九十\d]+[届批])*$")


_GIVEN_TOO = re.compile(r"(?:分别)?(?:获评|荣获|评为|被授予|荣膺|获颁|获授)(?:为)?“[^”\n]{2,24}”(?:称号|荣誉)?(?:、|和|与|及|以及)$")
_MORE_MAKING = "攻下|啃下|打磨出|做出|造出|研究出|合成|筛选出|提炼出|孵化出|量产|生产出|独创|原创|自研|出品|定制|培育|设计|攻关|拿出|交出|形成|牵头|合作(?=的)|联手(?=的)|建设"
_A = "(?:[^，。；\ue000]{0,6})"


@cache
def _made() -> re.Pattern[str]:
    """A verb of making at the end of the words before: the forms of `develops`, and more of them."""
    forms = "|".join(sorted(load("verbs")["group"]["develop"]["forms"], key=lambda form: (-len(form), form)))
    return re.compile(f"(?:{forms}|{_MORE_MAKING})(?:了|的|出|出的|成功的)?{_A}$")


_SHOWN = re.compile(
    r"(?:发布|展示|展出|转让|带来|带去|下线|亮出|申报|选送|报送|推出)(?:了|的)?(?:一[款种台套条个列辆艘架]|首[款种台套条个列辆艘架批颗枚座]|新一代|国产|新型|最新|全新|其|该校|自家|新产品|新品|新机型|新成果|新装备|新款|重磅|年度|主打|两款|三款|系列|自主品牌|品牌)*$"
    "|\ue000(?:(?:自主|联合|独立|全新|最新|新款|自研)?[^，。；“”\ue000-\ue00a]{0,6}的|旗下|新品|自研|自产)?$|的$|(?:\ue000[^，。；“”\ue000]{0,10}“[^”]{2,20}”[^，。；“”]{1,12}(?:、|和|与|及|以及))$"
)
_DONE = re.compile(
    r"(?:也|均|则|已|曾|还|双双|分别|最终|一举|成功|正式|顺利|首次|同时|随后|\ue00a)*(?:系|由|出自|源自|归|获|荣|摘|夺|斩|捧|喜获|入选|入围|列入|纳入|通过|下线|首飞|亮相|问世|交付|投产|投用|上市|面世|量产|转让|拿下|拿到|分获)"
)


def _own_product(view: View, match: re.Match[str]) -> int | None:
    """Where “邗光600”路灯 ends: a name in quotation marks and what the thing is, made, owned, shown or chosen; None for other words."""
    kind = result_shapes()["product"].match(view.text, match.end())
    if kind is None or len(match.group("name")) > 12 or re.match(r"(?:的|等|和|与|及|以|为|在|是|由|已)", kind[0]):
        return None
    before = view.text[max(0, match.start() - 40) : match.start()]
    return kind.end() if _SHOWN.search(before) or _made().search(before[-14:]) or _DONE.match(view.text, kind.end()) else None


def quoted_result(draft: Draft, view: View, match: re.Match[str], known: dict[str, Thing]) -> Mark | None:
    """The mark of what is quoted, as the words before and behind tell what it is; None for what is no result."""
    shapes, text = result_shapes(), view.text
    name, after = match.group("name"), text[match.end() : match.end() + 12]
    before = text[max(0, match.start() - 16) : match.start()]
    if not (before.endswith("以") and _WINS.match(after)) and re.search(r"(?:主题为|(?<![冠授予])以|主题|围绕|聚焦|口号|坚持|贯彻|按照|题为|简称|推动|落实|践行|称为|俗称|理念)$", before):
        return None
    if re.search(r"(?:之都|之城|之乡|之谷|之窗|高地|名城|样板|名片|生态圈|共同体|朋友圈|先行区|标杆|示范区|航母|联合体|集群|枢纽|桥头堡|策源地)$", name) and not re.search(r"(?:评为|授予|认定为|获评|荣获|列为|命名为)[^，。；]{0,6}$", before):
        return None  # 打造“永磁电机之都”
    if re.match(r"(?:称号|荣誉)?(?:的)?(?:候选|提名|初选|推荐人选|参评|正式候选)", after) and re.search(r"(?:为|入选|进入|获|列入|成为|当选|提名)(?:了)?(?:首批|全国|\ue00a|(?:19|20)\d\d年?度?|度)?$", before):
        return add_result(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    given = re.search(r"(?:评为|授予|认定为|获评|荣获|列为|评选为|命名为|获颁|荣膺)(?:了|为)?(?:首批|全国|全省|省级|国家)?(?:\ue00a|(?:19|20)\d\d年?度?|度)?$", before) or _GIVEN_TOO.search(text, max(0, match.start() - 48), match.start()) or (
        name.endswith("奖") and re.search(r"(?:颁发|授予|颁授|颁给|颁予|发放|颁出|授出|公布|公示|发布|揭晓|评出|宣布)(?:了|的)?(?:\ue00a|(?:19|20)\d\d年?度?|度|首届|首个)*$", before))
    if given and not shapes["achievement_words"].match(after) and not after.startswith(("项目", "荣获", "等")):
        return add_result(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if re.search(r"(?:授予|颁授|授|颁予)了?\ue000(?:(?:、|和|与|及|以及)\ue000)*(?:等[^，。；]{0,8})?$", before) and not shapes["achievement_words"].match(after):
        return add_result(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if _CHOSEN.search(name) and _CHOSEN_FOR.search(before):
        return add_result(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if re.search(r"(?:揭晓|评出|评选出|推选出|选出|颁出|通报表扬|表扬|表彰|嘉奖|褒奖|通报嘉奖)(?:了)?(?:\ue00a|(?:19|20)\d\d年?度?|度|首届|首批)*$", before) or _CALLED_SO.match(text, match.end()):
        return add_result(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if re.search(r"(?:药物|新药|疫苗|试剂|单抗|双抗|制剂|抗体|产出|成果|产物)$", before) and re.match(r"的|，|由|[\u4e00-\u9fff]{2,8}(?:，|由)", after) and len(name) >= 3:
        end = match.end() + (len(noun[0]) if (noun := re.match(r"[\u4e00-\u9fff]{2,8}(?=，|由)", after)) and not re.match(r"也|均|已|的|由|获|入", noun[0]) else 0)
        return add_result(draft, view, known, "Achievement", match.start() if end > match.end() else match.start("name"), end if end > match.end() else match.end("name"), mark=(match.start(), end))
    if re.search(r"(?:评选|评定|认定|命名|遴选)了?[^，。；“]{1,30}为$|蝉联了?$", view.text[max(0, match.start() - 40) : match.start()]):
        return add_result(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if re.search(r"(?:子)?(?:课题|任务|项目)[一二三四五六七八九十\d]{1,2}$|(?:合作|重点|启动|示范|首个|支撑)项目，$", before):
        return add_result(draft, view, known, "Project", *match.span("name"), mark=match.span())  # 承担课题四“…”
    listed = re.search(r"(?:喜获|荣膺|获得|蝉联|名列|(?<![批查捕截])获|入选|上榜|跻身|位列|登上|荣登|当选|斩获|摘得|夺得|评定的|颁授的|颁发的|颁出的|评选的|评出的|发布的|颁出|评出|颁发|揭晓|颁授)(?:了|为)?由?\ue000?(?:杂志|网站|周刊)?(?:(?:联合|共同)?(?:发布|公布|评选|评定|评出|推出|颁发|认定|组织评选|主办|设立|公示))?(?:的)?(?:\ue00a|首批|年度|国家|全国|省|市|第[一二三四五六七八九十\d]+批)*$", before)
    if listed and shapes["honoured"].search(name):
        return add_result(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if re.search(r"(?:设立|设置|创设|增设|设|发起设立)了?$", before) and re.search(r"奖(?:学金|章|项)?$|称号$", name):
        return add_result(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if (told_before := known.get("Achievement" + name)) is not None:
        return add_result(draft, view, known, "Achievement", *match.span("name"), mark=match.span()) if told_before else None
    if (own := _own_product(view, match)) is not None:
        mark = add_result(draft, view, known, "Achievement", match.start(), own, mark=(match.start(), own))
        if mark[3] is not None:
            mark[3].add_alias(draft.text[slice(*view.span(*match.span("name")))])
        return mark
    if re.search(r"(?:评出|评选|评选出|选出|推选出|评定|揭晓|发布)的(?:\ue00a|首届|首批)?$", before) and _BEST.search(name):
        return add_result(draft, view, known, "Honour", *match.span("name"), mark=match.span())
    if len(name) >= 4 and (_IN_ALL.match(text, match.end()) or re.search(r"(?:项目|课题|专项)组?(?:产出|形成|取得|攻克|研发|研制|开发|孵化)的$", before)) and not re.search(r"奖$", name):
        return add_result(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    if re.search(r"(?:新品种|品种|品系|新药|疫苗|合金|菌株|样机|装备|系统|产品|装置|平台|芯片|卫星|机器人|飞机|无人机|模型|火箭|仪器|设备|生产线|示范线|软件)$", before) and re.match(r"(?:由|早|便|曾|还|也|均|先后|一举|去年|今年|同时|荣|被|摘|夺|入选|列入|跻身|登上|上了|已|成功|正式|顺利|于|将于|将在|通过|完成|下线|首飞|亮相|问世|[，。、])", after):
        return add_result(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    if len(name) >= 3 and (_OUTCOME_NEXT.match(text, match.end()) or re.search(r"(?:其|项目|课题|重要|标志性|核心|科技|转化)(?:的)?成果$", before)):
        return add_result(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    if len(name) >= 3 and _BY_THEM.match(text, match.end()):
        return add_result(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    if (device := _DEVICE.match(after)) and (len(name) >= 3 or device.group().endswith(("系", "由"))):
        return add_result(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    if shapes["title"].match(text, match.start()):
        return add_result(draft, view, known, "Honour", *match.span("name"), mark=(match.start(), match.end()))
    if len(name) >= 4 and _MADE_BY.match(text, match.end()) and not re.search(r"(?:中心|研究院|研究所|实验室|基地|联盟|学院|公司|项目|课题|计划|工程|专项)$", name):
        return add_result(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    verbs = _made().search(before)
    if re.search(r"(?:(?<!加工)中心|研究院|研究所|实验室|基地|联盟|学院|公司|工作站|协会)$", name):
        return None
    if len(name) >= 4 and re.match(r"(?:则|也|正|均)?(?:是|系)[^。；，\n“]{2,60}?(?:研制|研发|开发|攻关|试制)(?:出|成功|而成)?的", text[match.end() : match.end() + 80]):
        return add_result(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    tail = shapes["achievement_tails"].search(name)
    if _NAMED_WINNER.match(text, match.end()) and re.search("[，。；：、和与及”\n]$", before) and (told_honour := any(t.type == "Honour" for t in draft.things)):
        return add_result(draft, view, known, "Achievement", *match.span("name"), mark=match.span()) if told_honour else None
    if re.search("(?:[\ue000\ue001](?:院士|教授|研究员|博士)?(?:团队|课题组)?(?:主持|主持完成|领衔|领衔完成|负责|牵头|申报|选送|报送|推选|推荐|参评|参赛)?的?|(?:“[^”]{2,30}”(?:、|和|与|及))|(?:凭借|凭|携|以)(?:其|旗下)?的?)$", before) and (_WINS.match(after) or _WIN_TOGETHER.match(text, match.end())) and len(name) >= 3:
        return add_result(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    told = shapes["achievement_words"].match(after) or verbs or (
        tail and len(name) >= 6 and re.match(r"\ue00a?(?:、|成果|技术|项目|双双|成功|荣获|入选|获|斩获|喜获|摘得|列入|被|等|通过|和|与)", after)
    )
    if re.match(r"(?:也|均|正)?(?:是|系|为|属于?)[^。；\n]{0,40}(?:成果|产出|产物|结晶)", text[match.end() : match.end() + 56]):
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
    if _WON.match(text, match.end(), match.end() + 36) and len(name) >= 4:
        told, verbs = told or match, verbs or match
    called = tail or verbs or re.match(r"(?:等)?(?:项)?(?:科技|技术|创新|项目)?成果", after)
    if told and called and len(name) >= 4:
        return add_result(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    if re.search(r"(?:数据库|平台|系统|大模型|操作系统|生产线)$", name) and len(name) >= 6:
        return add_result(draft, view, known, "Achievement", *match.span("name"), mark=match.span())
    return None
