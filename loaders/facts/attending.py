"""Who takes part in an event, and how: attend, speak, exhibit, train."""

from __future__ import annotations

import re

from .attended_events import attended, passage_of, whole_of
from .clauses import Hit, Reader
from .draft import Thing
from .masking import EVENT, HONOUR, ORG, PERSON, pattern
from .needs import matches
from .parties import talkish, visitish
from .trainees import learners, trainee

_POSTPOSED = pattern(r"(?:担任主讲|担任讲师|担任授课|担任评委|授课|主讲|讲课|登台演讲|演讲|登台|听讲|领奖|列席旁听|旁听|赴会|出席|参加|到会|参会|与会|莅临|列席|参训|见证|签字|到场|观礼|受邀|应邀|参展|致辞|讲话|发言|作报告|主持|在主席台就座|陪同参观|陪同考察|陪同调研|参加接待|参加座谈|参加会见)[^，。；]{0,14}?(?:的，?|(?=(?:单位|企业|代表|嘉宾|机构|高校|专家|媒体|领导|人员)(?:还|主要|分别|共)*(?:有|包括|为|涵盖)))(?:机构|高校|媒体|分别|共|领导|嘉宾|专家|还|主要|人员|单位|代表|同志|有关|及|和|、|来宾|学者|企业)*(?:有|包括|为|是|涵盖)[：:]?(?P<list>[^。；\n]+)")
# 甲、乙等专家从三个方面，…作了报告: what they speak on stands between
_ON = re.compile(r"[\ue000\ue001](?:等[^，。；]{0,24})?(?:分别|先后)?(?:从|就|围绕|结合|针对|以)[^，；。]*$")
_INVITES = re.compile(r"(?:邀请|特邀|请来|聘请|请到)(?:到|了)*[^，。；\ue000\ue001]{0,6}(?:\ue000*\ue001[、和]?)+$")
_WORK_ON = re.compile(r"(?:该|此|这一|本|上述)?(?:项|款|套|种)?(?:技术|产品|标准|课题|项目|装置|系统|工艺|装备|成果|研究|\ue007|\ue008|\ue005)的?(?:研究|研制|研发|开发|攻关|起草|编制|承担|设计|建设)")
# 参加了验证与编写: work on a standard, no meeting
_WORK = re.compile(r"了?(?:[^，。；\ue000-\ue009]{0,4}(?:与|和|、))?(?:编写|起草|编制|撰写|修订|制定|研制|研发|验证|攻关|试制|审校|编撰)(?:工作)?(?=[，。；、与和])")
_SKIP = pattern(r"(?:欢迎|号召|动员|通知|鼓励|要求|希望|安排|推荐|选派|吸引|支持|引导|征集|共有|超过|近|余)$")
_FROM = re.compile(r"(?:邀请(?:到|了)?|特邀|请来|聘请|来自|由|有|请|组织|带领|率领)")
_NOT_THEM = re.compile(r"^(?:的(?![^，。；\ue000\ue001]{0,8}(?:技工|焊工|工人|技师|操作工|操作员|班组长|检验员|质检员|农户|农技员|人员|骨干|员工|学员|职工|工程师|师生|教师|选手|队员|同行|人士|代表|听众|观众|博士生|研究生|学生|博士后|学者|研究员)|法定代表|代表|负责|领导|专家|嘉宾|有关|相关|多位|\d)|成员单位|会员单位|理事单位|会员企业|成员企业|旗下|产品|成果|项目|工作|副?理事长(?!单位)|发展|将(?!派|组队|组团|参加|出席)|组织(?![^，。；]{0,8}(?:单位|企业|会员|成员|人员|骨干|学员|员工|代表)[^，。；]{0,6}(?:观摩|参加|参观|出席|参训|参展|参与)?$)|举办|主办|承办|召开)")

_AND_FROM = pattern(r"<P>(?:以及|及|和|、|与|还有|连同)$")
# 参加博览会，集中展出新产品: who joins shows
_SHOWS = re.compile(r"，(?:并|还|集中|现场|重点|共同|分别|共|联合|同时|带来|携[^，。；]{0,10})*(?:展出|展示|亮相|设立?了?[^，。；]{0,4}展|布展|参展)")
_INVITED_TO = pattern(r"(?:<T>|[为就从在围绕][^，。；]{1,16}?)?(?:分别|先后|现场|线上)*(?:作|做|发表|带来|授课|讲解|解读|宣讲|开讲|讲课|登台|主讲|演讲|讲授|分享|主旨|主题(?!为)|特邀)(?!了?(?:讲话|致辞|总结))")

_THERE_TOO = re.compile("(?:并|还|又|同时|随后|其间|应邀|受邀)+(?:[在为向]\ue000[^，。；\ue001]{0,12})?$")
_WISHED = re.compile(r"(?:希望|期待|呼吁|号召|鼓励|动员|诚邀|欢迎)[^，。；\ue000\ue001\ue003]{1,14}$")


def read_attending(reader: Reader) -> None:
    """All `participatesIn` of the item but visits and signatures."""
    seen: set[tuple[int, int]] = set()
    for hit in reader.hits:
        if hit.verb.family == "attend" and not reader.negated(hit):
            _read(reader, hit, seen)
    _postposed(reader)
    _heard(reader)
    _invited(reader)


def _read(reader: Reader, hit: Hit, seen: set[tuple[int, int]]) -> None:
    text = reader.view.text
    if hit.form in ("介绍", "介绍了", "汇报", "讨论", "参与", "听取", "听取了", "宣读", "颁奖", "座谈", "主持", "讲解", "揭幕", "宣布", "发言", "点评") and (
        PERSON not in text[hit.left : hit.start]
        and not (hit.form in ("参与", "听取", "听取了", "座谈") and EVENT in text[hit.end : hit.end + 12])
    ):
        return
    if re.search(r"(?:作为|担任|为|以)[^，。；\ue003]{0,8}?(?:主办|承办|协办|支持|指导|发起|赞助)(?:单位|方|机构|媒体)(?:身份)?$", text[hit.left : hit.start]):
        return  # 作为协办单位参与了论坛的筹备
    if hit.form in ("应邀", "受邀") and re.match(r"(?:协办|承办|主办|联办|支持|指导|赞助|参展|展出|设展|布展|审稿|审校|审阅|参编|编写|执笔|撰写|起草|担任(?:主编|主审|顾问)|出任|加入|加盟|设计|研制|开发)", text[hit.end : hit.end + 6]):
        return  # 受邀审稿: asked to do something else
    if hit.form in ("应邀", "受邀") and _INVITED_TO.match(text, hit.end):
        return  # 应邀作报告 is told by the report
    if hit.form in ("报告", "总结", "介绍") and re.search(r"(?:财务|工作|总结|年度|专题|研究|监事会|理事会|筹备|[年\d]|和|与|及|、)$", text[hit.left : hit.start]):
        return  # 通报了…工作总结和财务报告: a noun
    if hit.form == "主持" and re.search(r"工作(?:暂|仍|则|改|继续)*由[^，。；]{0,24}$", text[hit.left : hit.start]):
        return  # 秘书处工作暂由某某主持
    if hit.form == "介绍" and text[hit.end : hit.end + 1] in "，：" and re.search(f"{PERSON}$", text[hit.left : hit.start]):
        return  # 院长某某介绍，…: told to whoever writes
    if hit.form.startswith(("参加", "参与", "出席")) and _WISHED.search(text, hit.left, hit.start):
        return  # 希望各成员单位参加: a wish
    after = text[hit.end : hit.end + 8]
    if hit.form in ("到场", "到会", "到班", "莅临") and re.match(r"(?:作|给予|进行|提供)?了?(?:现场|全程|业务|技术)?指导(?=[，。；])", text[hit.end : hit.end + 12]) and PERSON not in text[hit.left : hit.start]:
        return  # 某处到场指导: guides, which `organizes` says
    if hit.form in ("揭牌", "签字", "授牌", "颁奖") and re.match(r"(?:当天|当日|仪式|现场|后|之际|前)", after):
        return
    if re.match(r"(?:单位|者|人数|人员|名单|范围|办法|方式|过|竞选|选举|起草|编制|制定|承担|研制|编写|修订)", after):
        return
    if text[hit.end : hit.end + 1] == "的" and EVENT not in after and not re.match(r"的(?:W|主题|专题|主旨|题为|学术|特邀|[^，。]{0,8}(?:报告|演讲|讲话|致辞))", after):
        return
    if hit.form == "揭牌" and PERSON not in text[hit.left : hit.start] and not re.search(r"共同|联合|为", text[hit.left : hit.start]):
        return  # 某基地揭牌: founded, not present
    if hit.form in ("授牌", "颁奖", "领奖") and HONOUR in text[hit.sentence[0] : hit.start] and re.search(r"由[^，。；]*$", text[hit.left : hit.start]):
        return  # 获评甲的，由乙授牌: who gives the title
    if hit.form in ("参加", "参与") and EVENT not in text[hit.end : min(hit.end + 14, reader.clause_end(hit.end, "，。；\n"))] and re.search(r"承担|牵头|起草|编制|(?:课题|项目|专项)[^，。；]{0,8}由[^，。；]{1,30}主持(?=[，、])", text[hit.sentence[0] : hit.start]):
        return
    if re.search(r"未能?(?:出席|参加|到会|成行|参会|派员|派人)", re.split(f"[；{PERSON}{ORG}]|原定|原拟|原计划|本应|本拟", text[hit.end : hit.sentence[1]])[0]):
        return
    if hit.form.startswith(("参加", "参与")) and (_WORK_ON.match(text, hit.end) or _WORK.match(text, hit.end)):
        return  # 参加了该技术的研究开发
    if hit.form == "当选" and HONOUR in text[hit.sentence[0] : hit.start]:
        return  # 宣读了某人物名单，甲当选: chosen for it
    if hit.form == "当选" and not re.match(r"(?:\ue00a|在)*(?:\ue003|会|会议)上", text[hit.sentence[0] : hit.start]):
        return
    if hit.verb.group == "speak" and re.search(r"(?:听取|审议|审阅|通过)了?\ue000[^，。；]{0,6}工$", text[hit.left : hit.start]):
        return  # 听取理事会工作报告: the report is heard, no one is named who gives it
    members = _members(reader, hit)
    if not members:
        return
    event = attended(reader, hit)
    if event is None:
        return
    if hit.form.startswith("见证") and (visitish(event) or event.name.endswith(("来访", "到访"))) and not reader.listed(hit.end, reader.clause_end(hit.end), EVENT):
        return  # 次日签约，联盟见证: of the signing, not of the visit
    role = hit.verb.role or "attend"
    if hit.form in ("介绍", "介绍了", "作了介绍", "作介绍") and not _told_of_visit(reader, event):
        role = "speak"  # at a meeting; whoever tells visitors about his works is there to receive them
    if hit.verb.group in ("attend", "train") and re.search(r"培训|研修|讲习|训练营", event.name) and hit.form in ("参加", "参训", "参加培训", "参加了", "参加学习"):
        role = "train" if hit.verb.group == "train" or trainee(reader, hit, event) else role
    if learners(reader, hit, event):
        role = "train"
    stop = min(reader.clause_end(hit.end), len(text))
    if role == "attend" and _SHOWS.match(text, stop):
        role = "exhibit"
    for at in members:
        thing = reader.view.things[at]
        if thing is event or (role == "sign" and (visitish(event) or talkish(event) or event.name in ("会见", "接见", "会晤"))):
            continue  # 代表双方在协议上签字: no part of the talk that the item tells of besides
        if hit.form.startswith("陪同") and any(c.rule == "participatesIn.host" and c.subject is thing for c in reader.draft.claims):
            continue  # 陪同会见: with the visitors
        if hit.form.startswith(("主持", "召集")) and thing.type != "Person" and any(
            c.predicate == "organizes" and c.subject is thing and c.object is event for c in reader.draft.claims
        ):
            continue  # 某院主持了鉴定会: it holds the meeting
        if hit.form == "到会指导" and thing.type != "Person":
            reader.claim(thing, "organizes", event, (min(members), max(stop, hit.end)), "organizes.active", "guide")
            continue  # an agency that comes to guide
        key = (id(thing), id(event))
        first = (at, id(event))
        if first in seen:
            continue
        if key in seen and role == "attend":
            continue
        seen.add(first)
        if any(c.predicate == "participatesIn" and c.subject is thing and c.object is event for c in reader.draft.claims) and (role == "attend" or hit.form.endswith(("介绍", "介绍了"))):
            continue
        reader.claim(thing, "participatesIn", event, (min(members), max(stop, hit.end)), f"participatesIn.{role}", role)
        seen.add(key)


def _told_of_visit(reader: Reader, event: Thing) -> bool:
    """Whether an event is a visit: by its name, or because somebody visits there."""
    return visitish(event) or any(c.object is event and c.role == "visit" for c in reader.draft.claims)


# 来自甲、乙的代表，以及丙出席: the list goes on behind its comma
_AND_ALSO = re.compile(r"(?:以及|还有|和|连同)(?:[^，。；\ue000\ue001]{0,8}[\ue000\ue001][、和与及]?)+")


def _members(reader: Reader, hit: Hit) -> list[int]:
    """Cells of those who do it: the list in the clause before the verb, and lists cut at commas."""
    text = reader.view.text
    begin = hit.left
    while begin > hit.sentence[0]:
        earlier = max((text.rfind(s, hit.sentence[0], begin - 1) for s in "，；："), default=-1) + 1
        earlier = max(earlier, hit.sentence[0])
        piece = text[earlier : begin - 1]
        bare = not re.search(r"[\ue000\ue001]", text[begin : hit.start]) or _AND_ALSO.match(text, begin) is not None
        compound = bare and bool(re.search(r"[\ue000\ue001](?:等[^，。；]{0,12})?(?:的(?:有关|相关|主要)?(?:代表|专家|负责人|领导|嘉宾|学者|师生))?$", piece)) and not re.search(r"由|主办|举办|承办|召开", piece)
        if bare and hit.verb.group.startswith("speak"):
            compound = compound or _ON.search(piece) is not None
        if hit.verb.group.startswith("speak") and text[begin : begin + 1] in (PERSON, ORG):
            compound = compound or _INVITES.search(piece) is not None
        if not bare and any(h.verb.family == "attend" and earlier <= h.start and h.end == begin - 1 for h in reader.hits if h.sentence == hit.sentence):
            break  # 甲等先后授课，乙主持: each his own
        if any(earlier <= h.start and h.end <= begin - 1 for h in reader.hits if h.sentence == hit.sentence and h.verb.family != "attend"):
            break
        if text[begin - 1] in "；：" or not (_pure_list(piece) or compound):
            break
        begin = earlier
    verbs = [h for h in reader.hits if begin <= h.start < hit.start and h.sentence == hit.sentence]
    region = begin
    for other in verbs:
        if re.match(r"(?:单位|方|企业|机构|者|人)", text[other.end : other.end + 2]):
            continue  # 发起单位代表: no deed
        if other.verb.family in ("hold", "visit", "agree", "issue", "make") and re.search(r"[\ue000\ue001]", text[other.end : hit.start]):
            region = max(region, other.end)
    for match in _FROM.finditer(text, region, hit.start):
        if re.search(r"[\ue000\ue001]", text[match.end() : hit.start]) and not (match[0] == "来自" and _AND_FROM.search(text, region, match.start())):
            region = match.end()
    cells = reader.listed(region, hit.start, ORG + PERSON)
    members: list[int] = []
    persons = any(text[at] == PERSON for at in cells)
    skipped: int | None = None
    for at in cells:
        tail = text[at + 1 : hit.start]
        lead = text[max(region, at - 5) : at]
        if _SKIP.search(lead) or re.search(r"(?:[在于为向对从到就把给将赴据]|围绕|关于|据)$", lead):
            skipped = at
            continue
        if skipped is not None and re.fullmatch(r"(?:、|和|与|及|以及)", text[skipped + 1 : at]):
            skipped = at
            continue
        if text[at] == ORG and _NOT_THEM.match(tail):
            continue
        if text[at] == ORG and persons and not _own_item(text, region, at, hit.start):
            continue
        members.append(at)
    if not members:
        words = text[hit.left : hit.start]
        if hit.start >= reader.headline_end and hit.verb.group.startswith("speak") and _THERE_TOO.match(words):
            return [at for at in reader.listed(hit.sentence[0], hit.left, PERSON) if _TRAVELS.match(text, at + 1)][-1:]  # 某教授到访，并在某所作了报告
        if hit.start < reader.headline_end or hit.verb.group != "attend":
            return []
        if re.search(r"^[^，。；]{0,2}$", words) and hit.form in ("出席", "参加", "致辞", "讲话", "主持", "观摩", "参展", "列席") and begin > hit.sentence[0]:
            previous = [h for h in reader.hits if h.verb.family == "attend" and h.sentence == hit.sentence and h.end <= hit.start]
            if not previous:
                return _subject(reader, hit)
            return _members(reader, previous[-1])
    return members


_GOES_ON = re.compile(r"(?:并|还|也|又|同时|随后|其间|期间|拟|将|计划|应邀|受邀|\ue00a)*(?:组团|派员|派代表|率队)?")


def _subject(reader: Reader, hit: Hit) -> list[int]:
    """甲代表团拟来访，并出席研讨会: who an earlier clause of the sentence speaks of."""
    text = reader.view.text
    if not _GOES_ON.fullmatch(text, hit.left, hit.start) or EVENT not in text[hit.end : reader.clause_end(hit.end)]:
        return []
    for at in reader.listed(hit.sentence[0], hit.left, ORG + PERSON):
        begin = max([hit.sentence[0], *(text.rfind(sign, hit.sentence[0], at) + 1 for sign in "，；：")])
        if re.fullmatch(r"(?:\ue00a|此外|同时|日前|近日)*", text[begin:at]) and _TRAVELS.match(text, at + 1):
            return [at]
    return []


# Whose clause goes on to what they attend: 代表团拟来访, 一行赴某地
_TRAVELS = re.compile(r"(?:代表团|一行|考察团|代表|专家组|访问团|调研组|[^，。；\ue000-\ue009]{0,6}(?:率团|率队|带队))?[^，。；\ue000]{0,10}?(?:来|访|赴|前往|到|抵|参观|考察|出席|参加|参展)")


def _own_item(text: str, region: int, at: int, stop: int) -> bool:
    """Whether an organisation is a member of the list by itself, not the home of a person."""
    return re.match(r"(?:、|，|和|与|及|以及|等|代表|有关|相关|领导|负责人|专家|的|学员|员工|职工|技术骨干|骨干|技术人员|选手|派员|组队|组团)", text[at + 1 : stop] or "等") is not None


def _pure_list(piece: str) -> bool:
    return re.fullmatch(r"(?:[^，。；\ue003]{0,10}?[\ue000\ue001](?:等[^，]{0,10})?(?:、|和|与|及|以及)?)+", piece) is not None and not re.search(r"由|主办|举办|承办|召开|举行|发布|开展|签署", piece)


def _postposed(reader: Reader) -> None:
    """出席会议的有甲、乙."""
    for match in matches(_POSTPOSED, reader.view.text):
        begin = max(reader.view.text.rfind(sign, 0, match.start()) for sign in "。\n") + 1
        if re.match(r"参[加与]单位", match.group()) and re.search(r"项目|课题|专项|\ue008|牵头", reader.view.text[begin : match.start()]):
            continue  # 项目由甲牵头，参加单位有乙
        role = "speak" if re.match(r"担任主讲|担任讲师|担任授课|发言|作报告|授课|主讲|讲课|登台演讲|演讲", match.group()) else "attend"
        if re.match(r"参训|(?:参加|出席)[^，。；]{0,4}?(?:培训|研修|学习)", reader.draft.text[reader.view.cells[match.start()][0] :][:12]) or "学员" in reader.view.text[match.end("list") - 6 : match.end("list") + 4]:
            role = "train"
        if match.group().startswith("参展"):
            role = "exhibit"
        cells = reader.listed(match.start("list"), match.end("list"), ORG + PERSON)
        if role == "speak" and any(reader.view.text[at] == PERSON for at in cells):
            cells = [at for at in cells if reader.view.text[at] == PERSON]
        events = reader.listed(match.start(), match.start("list"), EVENT)
        event = reader.view.things[events[0]] if events else None
        if event is None:
            begin = reader.view.text.rfind("\n", 0, match.start()) + 1
            told = [c for c in reader.listed(begin, match.start(), EVENT) if id(reader.view.things[c]) not in reader.events.cancelled]
            last = reader.view.things[told[-1]] if told else None
            event = (whole_of(reader, last) or last) if last is not None else None
        if event is None:
            hit = next((h for h in reader.hits if h.start >= match.start()), None)
            event = passage_of(reader, hit) if hit is not None else reader.events.main
        if event is None:
            continue
        for at in cells:
            if reader.view.text[at] == ORG and _NOT_THEM.match(reader.view.text[at + 1 : at + 8]):
                continue
            reader.claim(reader.view.things[at], "participatesIn", event, (match.start(), at + 1), "participatesIn.postposed", role)


_HEARD = pattern(r"听取了?(?P<list><O>(?:(?:、|和|与)<O>)*)(?:代表|负责人)?(?:关于|的|对|就|作)[^，。；]{0,30}?(?:介绍|汇报|情况|意见|建议|说明|报告)")


def _heard(reader: Reader) -> None:
    """会议听取了甲的介绍: 甲 was there."""
    for match in matches(_HEARD, reader.view.text):
        event = next((reader.view.things[at] for at in range(match.start(), -1, -1) if reader.view.text[at] == EVENT and at in reader.view.things), reader.events.main)
        if event is None:
            continue
        for at in reader.listed(*match.span("list"), ORG):
            reader.claim(reader.view.things[at], "participatesIn", event, match.span(), "participatesIn.heard", "attend")


def _invited(reader: Reader) -> None:
    """邀请了甲、乙 as guests (作报告 behind them is read by its verb)."""
    text = reader.view.text
    for match in re.finditer(r"(?:邀请(?:到|了)?|特邀)(?P<list>[^，。；\n]*?[\ue001][^，。；\n]*)", text):
        stop = reader.clause_end(match.end())
        if any(h.verb.family in ("attend", "hold") and match.start() < h.start < stop for h in reader.hits):
            continue
        if re.match(r"[，]?(?:为|担任|围绕|就|从|以|分别|作|做)", text[match.end() : match.end() + 4]):
            continue
        hit = next((h for h in reader.hits if h.sentence[0] <= match.start() < h.sentence[1]), None)
        event = passage_of(reader, hit) if hit is not None else reader.events.main
        if event is None:
            continue
        for at in reader.listed(match.start("list"), match.end("list"), PERSON):
            thing = reader.view.things[at]
            if not any(c.subject is thing and c.predicate == "participatesIn" for c in reader.draft.claims):
                reader.claim(thing, "participatesIn", event, match.span(), "participatesIn.invited", "attend")


__all__ = ["read_attending"]
