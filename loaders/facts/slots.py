"""Names without an ending of their own, found by the slot in which they stand.

`由国新基金、国新健康协同发起`, `A、B等媒体`, `支持媒体：…`, `X（…公司）`, `《X》杂志`. Each part of the
list that is no name yet becomes one if it can end as names of the slot's type do.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .known import places
from .lexicon_files import table, words
from .needs import matches
from .reading import Reading

_PART = r"[\u4e00-\u9fffA-Za-z0-9（）·]{2,16}?"
_PERIODICAL = re.compile(r"《([^《》\n]{1,16})》(?:杂志|周刊|期刊|月刊|学报|报(?!告)|编辑部|社(?![会区交团保群]))")
_TITLED = re.compile(r"《([^《》\n]{2,10})》(?:上|撰文|报道|记者|刊|发表|专访)?")
# 《某学报》给予媒体支持
_BACKING = re.compile(r"《([^《》\n]{2,12})》(?=(?:给予|提供|作为|担任)了?[^，。；《》]{0,6}(?:媒体|宣传|报道)[^，。；]{0,2}(?:支持|合作|单位|报道)|(?:等)?(?:杂志社?|编辑部)?(?:给予|提供)了?(?:大力|独家|全程)*支持)")
# 《某学报》刊出《某报告》
_JOURNAL = re.compile(r"《([^《》\n]{2,14}(?:报|刊|杂志|评论|学报|通报|文摘|科学|世界|论坛|通讯|导刊))》(?:杂志)?(?:[\d年月第期卷上下旬最新近日日前头整版分别先后也还]{0,14})(?:刊出|刊登|刊发|刊载|登出|登载|连载|转载|发表|推出|专版|专题|撰文|予以报道|报道|率先披露)")
# 入选《某某》评选的“百强企业”: a magazine that draws up lists
_LISTER = re.compile(r"(?:入选|跻身|荣登|登上|上榜|列入|入围|位列|进入|获|获得|获评|斩获|摘得|根据|据)了?(?:由)?《([^《》\n]{2,10})》(?=(?:杂志)?(?:\d{4}年)?(?:最新|新近)?(?:发布|公布|评选|评出|推出|颁发|评定)的?[^，。；]{0,6}“[^”\n]{2,24}”|(?:杂志)?(?:\d{4}年)?“[^”\n]{2,20}(?:强|榜|榜单|企业|人物|奖|品牌|公司)”)")
_PRESS = re.compile(r"(?<![公简通年快月周捷海情季专学壁申举填预])报$")
_BRACKETED = re.compile(
    r"([\u4e00-\u9fffA-Za-z0-9]{3,12})（(?:[^（）\n，。；]{0,20}?(?:实体化|运营|全资|控股|子|分)公司|[^（）\n，。；]{0,16}(?:实体企业|会员企业|成员企业))）"
)


@lru_cache(maxsize=1)
def _frames() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], dict[str, str], dict[str, str]]:
    data = table("names_slots")
    agent = re.compile(rf"(?<![理自])由((?:[^，。；：\n]{{2,40}}、)*[^，。；：\n、]{{2,40}}?)(?:{data['adverbs']})*(?:{data['agent']})")
    nouns = {word: kind for kind, row in data["nouns"].items() for word in words(row)}
    labels = {word: kind for kind, row in data["labels"].items() for word in words(row)}

    def either(options: dict[str, str]) -> str:
        return "|".join(sorted(options, key=lambda w: (-len(w), w)))

    listed = re.compile(rf"((?:{_PART}、)+{_PART})(?:等|等\d+余?[家个]|等多家|等众多|等知名|等主流|等重点)({either(nouns)})")
    label = re.compile(rf"({either(labels)})[:：]([^\n。；]{{2,120}})")
    return agent, listed, label, nouns, labels


# 甲网、乙网为大会提供宣传支持: sites that make something known
_SITES = re.compile(
    r"((?:[\u4e00-\u9fffA-Za-z0-9]{2,9}?网(?:、|和|与|及))*[\u4e00-\u9fffA-Za-z0-9]{2,9}?网)(?=(?:等[^，。；]{0,8})?(?:也|还|均|则|分别)*(?:[对为][^，。；]{2,16}?)?"
    r"(?:提供|给予|予以|进行|作为|担任|全程|独家|联合|同步|现场|参与|作|是|为|了)*[^，。；、]{0,4}?(?:宣传|媒体|报道|直播|转播|传播|推介|线上推广))"
)
_NET = re.compile(r"(?:互联|物联|车联|因特|局域|电|管|路|水|官|专|公|骨干|算力|传感|通信|监测|协发|协同|协作|合作|服务|联动|关系|渔|铁路|公路|气|热|全|上|入|联|组|成|织|内|外)网$|网络")


_DOES = re.compile(
    r"(?:联合|共同|分别|先后|也|均|还|正式|与|和|、|等|携|发布|推出|展示|展出|承办|主办|协办|参展|参加|参与|签|提供|加入|入选|获|研制|开发|牵头|承担|牵手|成为|宣布|完成|收购|投资)"
)


def _called_firms(reading: Reading) -> None:
    """Companies by their brand alone, where the tagger calls an organisation what ends as companies
    do and does what organisations do: 商汤科技联合…发布."""
    if reading.tagger is None:
        return
    marks = reading.marks
    for match in matches(_brand(), reading.text, 0, reading.body):
        low, high = max(match.start(), marks.left[match.end()]), match.end()
        form = reading.text[low:high]
        if not 4 <= len(form) <= 8 or _taken(reading, low, high) or _generic(form) or not marks.opened(low):
            continue
        if not marks.in_title(low, high) and _called(reading, low, high, exactly=True):
            reading.add("Enterprise", low, high)


@lru_cache(maxsize=1)
def _brand() -> re.Pattern[str]:
    weak = "|".join(sorted(words(table("names_slots")["weak"]["Enterprise"]), key=lambda w: (-len(w), w)))
    return re.compile(rf"[\u4e00-\u9fffA-Za-z]{{2,6}}?(?:{weak})(?={_DOES.pattern})")


@lru_cache(maxsize=1)
def _roles() -> re.Pattern[str]:
    """A name right after a member's role: 理事长单位隆庆种业."""
    roles = "|".join(
        sorted((w for row in table("names_membership")["role"].values() for w in words(row)), key=lambda w: (-len(w), w))
    )
    firm = "|".join(words(table("names_slots")["firm"]))
    return re.compile(rf"(?:{roles})([\u4e00-\u9fff]{{2,6}}(?:{firm}))")


# 甲基金和乙资本跟投: who invests
_INVESTORS = re.compile(
    r"(?<![\u4e00-\u9fff])((?:[\u4e00-\u9fffA-Za-z]{2,12}?[、和与及])*[\u4e00-\u9fffA-Za-z]{2,8}?(?:资本|基金|创投|投资|证券|控股))(?:等[^，。；]{0,6})?(?:则|共同|联合|分别|也|随后)*(?:领投|跟投|参投|跟进|追加投资)"
)


@lru_cache(maxsize=1)
def _elected() -> re.Pattern[str]:
    """A list that takes a standing: 甲公司、云天化股份当选副理事长单位."""
    roles = "|".join(
        sorted((w for row in table("names_membership")["role"].values() for w in words(row)), key=lambda w: (-len(w), w))
    )
    part = r"[\u4e00-\u9fffA-Za-z0-9（）·]{2,30}?"
    return re.compile(rf"((?:{part}[、和与])+{part})(?:分别|均|共同|新|再次|继续|双双)*(?:当选为?|担任|成为|为|任|连任|增补为|推选为|列为)(?:[\u4e00-\u9fff]{{0,4}}?)(?:{roles})")


# 某水网为支持媒体
_AS_MEDIA = re.compile(r"(?:(?<=[，。；、\n])|^)([\u4e00-\u9fffA-Za-z]{2,10}?)(?:、[^，。；]{2,24}?)?(?:则|也|担任|作为|为|是)+(?:大会|会议|论坛|活动|本次|本届)*的?(?:独家|战略|特约|官方|唯一)*(?:支持|合作|支撑|特约|独家)媒体")


def read_slots(reading: Reading) -> None:
    """Add the names that the slots of the text hold."""
    text, marks = reading.text, reading.marks
    for match in matches(_PERIODICAL, text, 0, reading.body):
        if len(match[1]) <= 8 or (len(match[1]) <= 14 and "（" in match[1]):
            reading.add("Media", *match.span(1))
    for match in matches(_JOURNAL, text, 0, reading.body):
        reading.add("Media", *match.span(1))
    for match in matches(_TITLED, text, 0, reading.body):
        known = reading.names.get(match[1])
        if (known is not None and known.type == "Media") or _PRESS.search(match[1]):
            reading.add("Media", *match.span(1))
    for match in (*matches(_LISTER, text, 0, reading.body), *matches(_BACKING, text, 0, reading.body)):
        reading.add("Media", *match.span(1))
    for match in matches(_AS_MEDIA, text, 0, reading.body):
        if match[1].endswith(words(table("names_slots")["weak"]["Media"])) and not _taken(reading, *match.span(1)) and not _generic(match[1]):
            reading.add("Media", *match.span(1))
    for match in matches(_SITES, text, 0, reading.body):
        at = match.start(1)
        for piece in re.split("(?<=网)[、和与及]", match[1]):
            low, high = max(at, marks.left[at + len(piece)]), at + len(piece)
            low += text[low] in "和与及" and high - low > 3
            at = high + 1
            if 3 <= high - low <= 10 and _NET.search(text[low:high]) is None and not _taken(reading, low, high) and marks.opened(low):
                reading.add("Media", low, high)
    agent, listed, label, nouns, labels = _frames()
    for match in matches(listed, text, 0, reading.body):
        _parts(reading, *match.span(1), nouns[match[2]], strict=False)
    for match in matches(label, text, 0, reading.body):
        _parts(reading, *match.span(2), labels[match[1]], strict=False)
        for title in re.finditer(r"《([^《》\n]{2,16})》", match[2]) if labels[match[1]] == "Media" else ():
            reading.add("Media", match.start(2) + title.start(1), match.start(2) + title.end(1))
    for match in matches(agent, text, 0, reading.body):
        _parts(reading, *match.span(1), "Enterprise", strict=True)
    for match in matches(_INVESTORS, text, 0, reading.body):
        _parts(reading, *match.span(1), "Enterprise", strict=True)
    _called_firms(reading)
    for match in matches(_elected(), text, 0, reading.body):
        if any(match.start(1) <= a and b <= match.end(1) for a, b in reading.at):
            _parts(reading, *match.span(1), "Enterprise", strict=True)
    for match in matches(_roles(), text, 0, reading.body):
        start, end = match.span(1)
        if not _taken(reading, start, end) and not _generic(match[1]) and reading.marks.closed(end):
            reading.add("Enterprise", start, end)
    for match in matches(_BRACKETED, text, 0, reading.body):
        start = max(match.start(1), reading.marks.left[match.end(1)])
        if match.end(1) - start >= 3 and not _taken(reading, start, match.end(1)):
            reading.add("Enterprise", start, match.end(1))


def _parts(reading: Reading, start: int, end: int, kind: str, *, strict: bool) -> None:
    """Each part of the list at `[start, end)` that is no name yet; the first may have words before it.

    `strict`: the part must end as companies do, or the tagger must call it an organisation.
    """
    text, marks = reading.text, reading.marks
    weak = words(table("names_slots")["weak"].get(kind, ""))
    at = start
    for piece in re.split(r"([、]|和|与|以及|及)", text[start:end]):
        first, last = at, at + len(piece)
        at = last
        if piece in ("、", "和", "与", "以及", "及", "") or not piece:
            continue
        begin = first if first > start else max(first, marks.left[last])
        if last - begin < 2 or last - begin > 14 or _taken(reading, begin, last) or marks.in_title(begin, last):
            continue
        form = text[begin:last]
        if form in places().names or not re.fullmatch(r"[\u4e00-\u9fffA-Za-z0-9（）·]+", form):
            continue
        if marks.starts.get(begin, (0, ""))[0] >= begin + 2 or any(c in "的了是在" for c in form):
            continue
        if _generic(form):
            continue
        likely = form.endswith(weak) and len(form) >= 3
        if (strict and not likely) or (kind == "Media" and not likely and len(form) < 3):
            continue
        if not strict and kind == "Enterprise" and not likely and not _called(reading, begin, last):
            continue
        if strict and not _company(reading, begin, last, form):
            continue
        if kind in ("University", "ResearchInstitute"):
            continue
        reading.add(kind, begin, last)


_GENERIC = re.compile(
    r"(?:政府|企业|高校|院所|科研|行业|协会|专家|学者|国家|社会|联盟|各|多|本|该|其|我|新|相关|有关|产业|技术|创新|龙头|骨干|领军|市场|国内|国际|上下游|中小|双方|三方|大会|会议|项目|课题|标准|成员|会员|理事)"
)


def _generic(form: str) -> bool:
    return bool(_GENERIC.match(form)) or bool(re.search(r"(?:单位|部门|机构|方面|人员|代表|资金|经费|企业|高校|院所|力量|项目|课题|工作)$", form))


def _company(reading: Reading, start: int, end: int, form: str) -> bool:
    """Whether a part of an agent's list is a company: others of the list are organisations too, or
    share its beginning, or the tagger says so."""
    if _called(reading, start, end) or form.endswith(words(table("names_slots")["firm"])):
        return True
    text = reading.text
    neighbours = text[max(0, start - 14) : start] + "|" + text[end : end + 14]
    if neighbours.count(form[:2]) >= 1 and ("、" in (text[start - 1 : start], text[end : end + 1])):
        return True
    sides = [s for s, t in reading.at.items() if s[1] == start - 1 or s[0] == end + 1]
    return bool(sides) and text[start - 1 : start] in "、由"


def _called(reading: Reading, start: int, end: int, *, exactly: bool = False) -> bool:
    """Whether the tagger calls `[start, end)` a name of an organisation or product."""
    if reading.tagger is None:
        return False
    low, high = reading.sentence(start)
    low = max(low, start - 60)
    spans = reading.tagger.spans(reading.text[low:high], ("ORG",) if exactly else ("ORG", "nz"))
    if exactly:
        return any(low + a == start and low + b == end for a, b in spans)
    return any(low + a <= start and end <= low + b for a, b in spans)


def _taken(reading: Reading, start: int, end: int) -> bool:
    return reading.overlaps(start, end)
