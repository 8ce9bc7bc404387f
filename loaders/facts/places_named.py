"""Places where something happens: 在北京召开, 于无锡举行, 赴舟山走访.

A place inside the name of an organisation or an event is none. 江苏无锡 gives two places,
北京国际会议中心 one.
"""

from __future__ import annotations

import re

from .known import places
from .needs import matches
from .reading import Reading

_HAPPENS = (
    r"(?:宣告|宣布|主持|顺利|成功|隆重|圆满|正式|联合|共同|组织|如期|同步|盛大|分别|现场|线下|同时|共同|集中|联合|开始|胜利|相继|先后)*"
    r"(?:主持了|安排了?|主持了|开过|召开|举行|举办|开办|兴办|操办|组办|续办|开幕|闭幕|落幕|启动|成立|揭牌|揭幕|开班|开讲|开赛|签约仪式|开设|建成|[就为围对针][^，。；]{2,16}?(?:举办|举行|召开|开展|组织|办)了|主办|承办|开展|举|挂牌|奠基|开工|投产|亮相|发布|组织|办|接见|接待|迎接|迎候|设宴|宴请|会晤|会见|会谈|会面|见面时|碰面|碰头|座谈|参加|进行|考察|调研|走访|揭晓|召集|联合召集|开馆|以|采用|采取|通过线上|闭会|合办|打响|拉开|启幕|收官|落下|登场|结束|热烈|隆重|圆满|联手|落地|落槌|揭牌|交付|开课|结课|画上[^，。；]{0,4}句号|揭开[^，。；]{0,4}(?:帷幕|大幕|序幕)|落下[^，。；]{0,4}(?:帷幕|大幕)|拉开[^，。；]{0,4}(?:帷幕|大幕|序幕|战幕)|如约而至|如约举行|告一段落|开门迎客|闭馆|开馆|上演|收兵|开锣|鸣锣|开擂|打响|鸣枪|(?:顺利|一次性|一致|成功)*通过了?[^，。；]{0,30}?(?:鉴定|验收|评审|评价|论证|审定|审查)|对[^，。；]{2,50}?(?:组织|进行|开展)(?:了)?(?:现场|技术|专家|综合)?(?:验收|鉴定|评审|评价|考核|论证)|结业|结营|开营|结训|开训|结课|拜会|拜访|会晤|完成(?:了)?(?:首飞|试飞|试用|测试|试验|调试|验收|中试)|一次(?:性)?(?:投料|试车|点火|开车)|(?:与|同|和)[^，。；]{2,26}?(?:座谈|会谈|会见|会面|会晤|洽谈|交流|磋商|见面|签约|签署|签订|对接)|投料|试车|点火|首飞|试飞)"
)
_SLOT = re.compile(rf"(?:在|于)(?:当地的?|本地的?)?((?:(?![在于])[\u4e00-\u9fffA-Za-z（）0-9、]){{1,28}}?)(?={_HAPPENS})")
_GO = re.compile(
    r"(?:赴|前往|抵达|走进|来到|来|到|访问)([\u4e00-\u9fff、]{2,20}?)(?=(?:拜访|拜会|会见|会谈|座谈|看望|慰问|签约|洽谈|授课|讲学|开展|进行|实地|考察|调研|走访|参观|访问|学习|交流|对接|洽谈|出席|参加|参展|招商|，|。|的|[对就](?=[\u4e00-\u9fff]{4}))|$)"
)
# 落户无锡, 移师威海: verbs that name where an event goes; 赴鲁, 来粤: a province by its one sign.
_TO = re.compile(
    r"(?:登陆|移师|开进|开到|搬到|办到|挺进|落户|转战|改址|首次走进|相约|齐聚|相聚|汇聚|云集|相会|亮相|花落|空降|回归|重返|移至|改在|聚到了?|请到了?|引到了?|召集到了?|聚集到了?|集中到了?|吸引到了?|汇集到了?|集结到了?|办到了?|办进|搬到了?|搬进了?|开到了?|开进了?|放到了?|放在了?|带到了?|带进了?|送进了?)(?:于|在|到)?"
    r"([\u4e00-\u9fff]{2,10}?)(?=召开|举行|举办|开幕|，|。|$|\n|继续|；|、)"
)
# 洛阳，近日，…; 在包头，由…: a place that begins the sentence by itself
_ALONE = re.compile(r"(?:^|(?<=[。；\n]))(?:[^，。；\n]{0,10}(?:日|月|近日|日前)，)?在?([\u4e00-\u9fff]{2,6})(?=[，。])")
# 赴某产业园考察: grounds that are visited
_GROUND = re.compile(
    r"(?:赴|前往|走进|来到|到|考察了?|参观了?|调研了?|走访了?)(?:设在|设于|位于|坐落于|坐落在|落户)?([\u4e00-\u9fff]{2,16}?(?:产业园|科技园|科创园|示范园|创业园|园区|产业基地|示范基地|开发区|高新区|经开区|保税区|示范区|试验区|科学城|物流园|软件园|农场|林场|牧场|港区|码头|矿区|油田|电站|水电站))(?=学习|考察|参观|调研|走访|交流|，|。|、|和|的|开展|进行|实地|现场)"
)
_HOSTS = re.compile(r"(?<=[，。\n])([\u4e00-\u9fff]{2,4}?)(?=(?:成功|隆重|圆满|顺利)(?:举办|召开|举行|承办))")
_SHORT = re.compile(r"(?:赴|来|抵|在|到|莅|入|访)([京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇陕秦甘陇青宁新藏港澳台深穗甬])(?=走访|考察|调研|访问|参观|交流|对接|洽谈|座谈|拜访|举行|召开|举办|开展|出席|参加|参展|投资|指导|签约|启动|成功|开幕|落地|授课|讲学|路演)")
_INN = re.compile(r"(?:大厦|(?<![国家省市级])(?:工业园|产业园|科技园)|饭店|宾馆|酒店|山庄|度假村|招待所|会所)$")
# 苏州独墅湖影剧院: a house with a name of its own, beside its city; 长兴大剧院 is the city's
_OWN_NAME = re.compile(r"(?!国际|市民|人民|工人|科技|文化|艺术|体育|陶瓷|城市|大学|中心|会展|会议|大剧|少年|青年|规划|展览|图书|农业|工业)[\u4e00-\u9fff]{2,8}(?:影剧院|大剧院|剧院|博览馆|展览馆|博物馆|美术馆|科技馆|书院|礼堂|剧场|音乐厅|大厦|文化宫|俱乐部|会馆|新?国际(?:会展|会议|博览|展览|会议展览)中心)")
_HEADLINE = re.compile(r"([\u4e00-\u9fff]{2,4}?)(?=举行|举办|召开|开幕|闭幕|落幕|开班|开赛|开场|启幕|开讲|开营|收官|启动|开锣|揭幕|拉开|落下|鸣枪|圆满|成功)")
_VENUE = re.compile(
    r"(?:试验场|试验站|示范场|示范园|种植基地|养殖基地|农场|林场|牧场|渔场|茶园|果园|试验田|中心|社区|科学园|创业园|经济区|工业区|度假区|港区|片区|新城|科技城|新区|示范区|开发区|高新区|保税区|自贸区|试验区|经开区|高教园|机场|公园|会馆|俱乐部|文化宫|剧院|剧场|博物馆|图书馆|科技馆|美术馆|体育场|友谊宫|少年宫|艺术宫|科学宫|工人文化宫|会议大厦|大会议厅|学术厅|礼堂|影剧院|音乐厅|会客厅|城市客厅|规划馆|纪念馆|体验馆|小镇|书院|学校|厂区|厂|酒庄|码头|大厦|饭店|宾馆|酒店|大剧院|体育馆|礼堂|大会堂|会堂|度假村|山庄|广场|展览馆|博览馆|展厅|展馆|场馆|会议室|报告厅|总部|会场|科教城|大学城|科学城|会展城|软件园|创意园|艺术宫|基地|园区|科技园|产业园|工业园|物流园|创意园|市政厅|议会大厦|公司|大学|学院|研究院|研究所)$"
)


# 考察了设在天津滨海新区的联盟展厅
_SET_UP = re.compile(
    r"(?:参观|考察|察看|走访|参访)了?(?:设在|设于|位于|坐落于|坐落在)(?P<where>[\u4e00-\u9fff]{2,12}?)的(?P<hall>[\u4e00-\u9fffA-Za-z]{2,12}?(?:展厅|展馆|展览馆|陈列馆|展示中心|陈列室|体验中心|示范园|示范基地))(?=[，。；、])"
)
_SHOWN = re.compile(r"参观了?([\u4e00-\u9fffA-Za-z]{2,24}?(?:展厅|展馆|展览馆|陈列馆|展示中心|陈列室))")
_HALL = re.compile(r"(?:签约现场|活动现场|颁奖现场|主现场|会场|会址|地点|分会场|晚会|典礼|盛典|仪式|大会|论坛|峰会|年会|研讨会|培训班|大赛|决赛)(?:分别)?(?:摆在|放在|落在|位于|定于|安排在|设在|设于|为|：|选在|定在)([\u4e00-\u9fffA-Za-z（）0-9]{2,24}?)(?=(?:如期|隆重|成功|正式)*(?:举行|举办|召开|开幕|开讲|启幕|开赛|开班|进行)?(?:[，。；、\n]|$))")
_OFF = re.compile(r"(?:原定|原计划|原拟).*(?:取消|延期|推迟|改期|延后)|(?:取消|延期|推迟).{0,6}(?:举办|举行|召开)")


# 6月24日于合肥共同签署《公约》, in an item about a signing
_SIGNED = re.compile(r"[在于]([\u4e00-\u9fff]{2,8}?)(?=(?:正式|共同|联合|现场|隆重|一起|集体)*(?:签署|签订|签下|签约|联署)(?!仪式|活动))")
_CEREMONY = re.compile("签约仪式|签约活动|签字仪式|签署仪式|签约会|签约式")


def read_places(reading: Reading) -> None:
    """Add the places of the patterns, as the text names them."""
    text = reading.text
    for match in matches(_SET_UP, text):
        if match.start() < reading.body and not any(a < match.end() and match.start("where") < b for a, b in reading.at):
            _add(reading, *match.span("where"), False)
            reading.add("Place", *match.span("hall"))
    for match in matches(_SHOWN, text):
        start, end = match.span(1)
        if start < reading.body and not any(a < end < b or start < a < end < b for a, b in reading.at):
            reading.add("Place", start, end)
    for match in matches(_HALL, text):
        start, end = match.span(1)
        if start < reading.body and not any(a < end and start < b for a, b in reading.at):
            _add(reading, start, end, True)
            if end - start <= 10 and not any(a < end and start < b for a, b in reading.at) and any(text[start : start + n] in places().names for n in (2, 3, 4)):
                reading.add("Place", start, end)  # 典礼设于成都东郊记忆
    for match in matches(_SEAT, text):
        start, end = match.span(1)
        if start < reading.body and not any(a < end and start < b for a, b in reading.at):
            _add(reading, start, end, False)
    for match in matches(_SHORT, text):
        start, end = match.span(1)
        if start < reading.body and not any(a < end and start < b for a, b in reading.at):
            _place(reading, start, end)
    for match in matches(_GROUND, text):
        start, end = match.span(1)
        if start < reading.body and not any(a < end and start < b for a, b in reading.at):
            _add(reading, start, end, True)
    for match in matches(_SIGNED, text) if _CEREMONY.search(text) else ():
        start, end = match.span(1)
        if start < reading.body and not any(a < end and start < b for a, b in reading.at):
            _add(reading, start, end, False)
    _headline(reading)
    for pattern, venues in ((_SLOT, True), (_GO, False), (_TO, True), (_ALONE, False), (_HOSTS, False)):
        at = 0
        while slot := pattern.search(text, at):
            at = slot.start() + 1
            start, end = slot.span(1)
            if venues and start < reading.body and _grounds(reading, start, end):
                reading.add("Place", start, end)
                continue
            if start >= reading.body or any(
                a <= slot.start() < b or (a < end and start < b) for a, b in reading.at
            ):
                continue
            a, b = reading.sentence(start)
            if (off := _OFF.search(text, a, b)) is None or (off.start() > end and text.startswith("原", off.start())):
                _add(reading, start, end, venues)


_GROUNDS = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9]{0,8}(?:院区|校区|厂区|校园|本部|总部|礼堂|报告厅|会议室|会议厅|会堂|图书馆|体育馆|展厅|大楼|主楼|活动中心|学术交流中心|会议中心|国际会议厅|演播厅|多功能厅|路演厅|科技园)$"
)


def _grounds(reading: Reading, start: int, end: int) -> bool:
    """Whether a slot names the grounds or a hall of an organisation: 某医院东湖院区, 某大学图书馆."""
    text = reading.text
    return any(
        span[1] < end and _GROUNDS.fullmatch(text, span[1], end) is not None and not any(a > start and b <= end for a, b in reading.at)
        for span, thing in reading.starting_at(start)
        if thing.type not in ("Person", "Place")
    )


_SEAT = re.compile(r"(?:所在地|驻地)的?([\u4e00-\u9fff]{2,9}?)(?=[，。；、]|$|举行|召开|考察|访问|参观)")


def _headline(reading: Reading) -> None:
    """训练营合肥开班: in a headline the place stands before the verb without 在."""
    title = len(reading.draft.item.title)
    if not reading.text.startswith(reading.draft.item.title):
        return
    first = re.match(r"([\u4e00-\u9fff]{2,4}?)(?=(?:成功|隆重|再次)?(?:举办|召开|举行|迎来))", reading.draft.item.title)
    if first is not None and first[1] in places().names and not any(a < first.end(1) for a, _ in reading.at):
        _place(reading, 0, first.end(1))
    for match in matches(_HEADLINE, reading.text, 0, title):
        at = next((a for a in range(match.start(1), match.end(1) - 1) if reading.text[a : match.end(1)] in places().names), None)
        if at is None or any(a < match.end(1) and at < b for a, b in reading.at):
            continue
        if at and (reading.text[at - 1] in "，。 　营会坛赛班展式节周训" or (at - 1) in {b - 1 for _, b in reading.at}):
            _place(reading, at, match.end(1))


# 东莞松山湖, 昆山花桥镇: a lake, hill, town behind its city
_SPOT = re.compile(r"[\u4e00-\u9fff]{1,4}[湖山镇岛港湾村寺谷滩海泉庄岭峰乡岸洲塘桥坝溪河江]|[\u4e00-\u9fff]{2,4}(?:街道|新城|古镇|水城|半岛)")
_ZONE = re.compile(r"(?:国家)?(?:高新技术产业开发区|经济技术开发区|高新区|经开区|开发区|滨海新区|工业园区|保税区|自贸区|新区|示范区|临港新片区)(?=[\u4e00-\u9fff]{4})")
_ABROAD = re.compile(r"(?P<city>(?!国际|国家|皇家|中央|世界|国立|欧洲|全国|大学|科学|商务)[\u4e00-\u9fff]{2,6}?)(?:市政厅|会议中心|会展中心|展览中心|国际会议中心|国际会展中心|会议大厦|大酒店|议会大厦|博览中心)")
_TOWN = re.compile(r"(?!国际|国家|皇家|中央|总部|本土|当地|境内|首都|使馆|大使|领事|多地|多个|各地|市场|企业|客户|期间|技术|产业)[\u4e00-\u9fff]{2,6}(?<![学院会司店馆厅场部所厂园区心寨])")
_LONE_SPOT = re.compile(r"[\u4e00-\u9fff]{2,3}[湖镇岛湾山]|[\u4e00-\u9fff]{2,4}(?:街道|新城|古镇|科学城|大学城|半岛)")


def _add(reading: Reading, start: int, end: int, venues: bool) -> None:
    """The place or places at `[start, end)`; nothing where it is no chain of places."""
    text = reading.text
    gazetteer = places()
    parts = re.split(r"[、和与及]|以及", re.sub(r"(?:等)?(?:两|三|四|多|[2-9])?(?:地|省|市|省市|城市|国)$", "", text[start:end]))
    if len(parts) > 1 and (size := next((n for n in (2, 3) if parts[0][:n] in gazetteer.names and parts[0][n:] in gazetteer.names), 0)):
        _place(reading, start, start + size)  # 赴新疆阿克苏、石河子、库尔勒三地
        start, parts[0] = start + size, parts[0][size:]
    if len(parts) > 1 and all(p in gazetteer.names or p + "区" in gazetteer.counties for p in parts):
        at = start
        for part in parts:
            a = text.find(part, at)
            at = a + len(part)
            _place(reading, a, at)
        return
    if text.startswith("中国", start) and text[start + 2 : end] in gazetteer.names:
        start += 2  # 在中国杭州举行
    at = start
    found: list[tuple[int, int]] = []
    while at < end:
        best = max(
            (
                length for length in range(2, min(12, end - at) + 1)
                if text[at : at + length] in gazetteer.names or text[at : at + length] + "区" in gazetteer.counties
            ),
            default=0,
        )  # fmt: skip
        if not best or (at + best < end and (
            text[at : at + best] in gazetteer.areas or (found and text[at : at + best] not in gazetteer.plain)
        )):
            break  # 无锡湖滨饭店: after the city a county's bare name is part of the venue's
        found.append((at, at + best))
        at += best
    if len(found) == 1 and text[at - 1 : at + 1] == "市民" and end - at > 4:
        found, at = [], start  # 酒泉市民会展中心
    if found and text[at : at + 1] == "的" and end - at > 3:
        at += 1  # 在烟台市莱山区的黄海国际博览中心
    if at == end:
        for a, b in found:
            _place(reading, a, b)
        return
    rest = text[at:end]
    if venues and len(found) == 1 and text[slice(*found[0])] in gazetteer.foreign and (abroad := _ABROAD.fullmatch(rest)) is not None:
        cut = at + abroad.end("city")
        for a, b in (*found, (at, cut), (cut, end)):
            _place(reading, a, b)  # 荷兰埃因霍温市政厅
        hall = next(t for t in reading.draft.things if t.type == "Place" and (cut, end) in t.mentions)
        if hall.name == text[cut:end]:
            hall.name = rest
            hall.add_alias(text[cut:end])
        return
    if len(found) == 1 and text[slice(*found[0])] in gazetteer.foreign and _TOWN.fullmatch(rest) is not None and not _VENUE.search(rest):
        for a, b in (*found, (at, end)):
            _place(reading, a, b)  # 日本仙台: a city that no list has
        return
    if venues and (_SPOT.fullmatch(rest) if found else _LONE_SPOT.fullmatch(rest)):
        for a, b in (*found, (at, end)):
            _place(reading, a, b)
        return
    if text[start:end] == "京":
        _place(reading, start, end)
    elif venues and found and (zone := _ZONE.match(rest)) is not None and _VENUE.search(rest[zone.end() :]):
        for a, b in found[:-1]:
            _place(reading, a, b)
        _place(reading, found[-1][0], at + zone.end())  # 成都高新区天府国际会议中心
        _place(reading, at + zone.end(), end)
    elif venues and _VENUE.search(re.sub("（[^（）]*）$", "", rest)):
        # a city before a venue is part of the venue's name where no province stands before it
        apart = len(found) > 1 or (bool(found) and (text[found[-1][1] - 1] in "省市县区" or text[at - 1] == "的"))
        apart = apart or (bool(found) and _INN.search(rest) is not None and len(rest) > 2)
        own = not apart and bool(found) and text[found[-1][0] : found[-1][1]] != "北京" and _OWN_NAME.fullmatch(rest) is not None
        apart = apart or own
        if apart:
            for a, b in found:
                _place(reading, a, b)
        _place(reading, at if apart or not found else found[0][0], end)
        if found and apart and (venue := next((t for t in reading.draft.things if t.type == "Place" and (at, end) in t.mentions), None)) is not None:
            if venue.name == rest and found[-1][1] == at and text[at - 1] not in "省市区县":
                venue.name = text[found[-1][0] : end]  # the fullest form: 西宁锦江国际大酒店
                venue.add_alias(rest)
            else:
                venue.add_alias(text[found[-1][0] : end])


_SIGNS = {
    "京": "北京市", "津": "天津市", "冀": "河北省", "晋": "山西省", "蒙": "内蒙古自治区", "辽": "辽宁省", "吉": "吉林省", "黑": "黑龙江省", "沪": "上海市",
    "苏": "江苏省", "浙": "浙江省", "皖": "安徽省", "闽": "福建省", "赣": "江西省", "鲁": "山东省", "豫": "河南省", "鄂": "湖北省", "湘": "湖南省",
    "粤": "广东省", "桂": "广西壮族自治区", "琼": "海南省", "渝": "重庆市", "川": "四川省", "蜀": "四川省", "贵": "贵州省", "黔": "贵州省", "云": "云南省",
    "滇": "云南省", "陕": "陕西省", "秦": "陕西省", "甘": "甘肃省", "陇": "甘肃省", "青": "青海省", "宁": "宁夏回族自治区", "新": "新疆维吾尔自治区",
    "藏": "西藏自治区", "港": "香港特别行政区", "澳": "澳门特别行政区", "深": "深圳市", "穗": "广州市", "甬": "宁波市",
}  # fmt: skip


def _whole(form: str) -> str:
    """The full name of a division, of 安徽 and of 皖."""
    return places().short.get(form) or _SIGNS.get(form, form)


def _place(reading: Reading, start: int, end: int) -> None:
    form = reading.text[start:end]
    full = _whole(form)
    for thing in reading.draft.things:
        if thing.type == "Place" and (
            form in thing.names or any(full == _whole(name) or _same(form, name) for name in thing.names)
        ):
            if len(form) > len(thing.name):
                thing.aliases.append(thing.name)
                thing.name = form
            elif form != thing.name:
                thing.add_alias(form)
            reading.mention(thing, start, end)
            return
    reading.add("Place", start, end)


def _same(left: str, right: str) -> bool:
    """Whether one is the other with 省, 市, 县 or 区."""
    short, long = sorted((left, right), key=len)
    return len(long) - len(short) == 1 and long.startswith(short) and long[-1] in "省市县区"
