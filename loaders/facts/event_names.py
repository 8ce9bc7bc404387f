"""Where the item names an event: the span of each name, and what it is short for.

A name ends with a head noun (论坛, 研讨会, 签约仪式 …) and reaches left to the last verb, preposition
or comma, or to the words that number it (第三届, 首届, 2024年), which may bind a list
(第十届甲、乙与丙展览会). It counts only where the clause states the event: a verb of holding or
attending before it, a verb of taking place behind it, a number or quotation marks, or the headline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .frame_lexicon import Words, alternatives, compiled, load
from .masking import ORG, PERSON, PLACE, TIME, View, pattern
from .needs import matches

_HARD = "，。；：！？\n,;:!?" + TIME + PERSON
_JUNK = re.compile(r"^(?:其中|经(?!济|贸|营|验|理|销|编|典|络|纬|信)|和|与|及|以及|暨|并|等|、|中的|的|了|还|在|以)+")


@dataclass(frozen=True, slots=True)
class EventName:
    """A name in masked coordinates; `generic` is a name that only refers back (会议, 该论坛)."""

    start: int
    end: int
    head: str
    generic: bool
    anchored: bool
    stated: bool
    counted: bool = False


@lru_cache(maxsize=1)
def _heads() -> tuple[Words, frozenset[str], re.Pattern[str], frozenset[str]]:
    data = load("events")
    after = re.compile("(?:" + "|".join(map(re.escape, data["not_before"])) + ")")
    return Words(data["heads"]), frozenset(data["weak"]), after, frozenset(data["generic"])


_LOOSE_HEAD = pattern(
    r"(?:(?<=参加|参展|亮相|出席|登陆)(?=[^，。；：、\n<T>“]{2,16}展(?:[，。；、]|$))|(?<=[举召主承参启][办行开办加动]的“)|(?<=<L>的“)|(?:(?<=[。，\n；])|^)(?=[^，。；：、\n<T>“]{2,20}展(?:<T>)?[在于]<L>)|(?<=参加了|参加本|观摩了|举行的|举办的|召开的|承办的|主办的|协办的|发起的|支持的|指导的|联办的|合办的|赞助的|组织的|筹办的)(?=[^，。；：、\n<T>]{2,20}展)|第[一二三四五六七八九十百零〇\d]+届|首届|[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次|20\d\d年?)"
    r"(?:[^，。；：、\n<T>]|、(?=[^，。；：\n]{1,24}(?:展|赛|周|节)(?:[，。”于由将期]|在))){0,34}?"
    r"(?:理事会|委员会|监事会|代表会|董事会|会|展|赛|周|节|日)(?=[，。”』》\n上于由将期、和暨]|(?<=[事员监表]会)(?:决定|选举|审议|研究|讨论|通过|表决|听取|同意|一致|推选|推举|批准|确定|聘|还)|在|举|召|成功|<T>|<L>|$|的|圆满|顺利|开幕|闭幕|(?:同期|同步|同时|随后|正式|隆重|如期|也|还|则|亦|一并)[开举召启揭在于])"
)
# 召开理事会，…: the council's session, not the council
_COUNCIL = re.compile(r"(?:召开|举行)了?(?P<head>(?:常务)?理事会)(?=[，。；])")
# 某联盟理事会在某地召开
_COUNCIL_AT = pattern(r"<O>(?P<head>(?:全体)?理事会)(?=(?:于?<T>)?，?(?:[在于]<L>|<T>[在于举召])[^，。；]{0,14}?(?:召开|举行)|(?:于?<T>|近日|日前)?(?:隆重|顺利|如期|正式)*(?:召开|举行)(?:[，。；\n]|$))")
_VERDICTS = frozenset({"鉴定", "验收", "评审"})
_VERDICT = re.compile(r"(?:组织了?的|主持的|召开的|开展的|进行了?|组织了?)(?:专家|现场|综合|会议|技术|省级|阶段|中期|成果|科技成果|科研成果|项目|结题|最终|整体|竣工|新产品|新技术|产品|科技|科学技术|部级|国家级|市级)*$")
_WITH_GUESTS = re.compile(r"[与同和](?:来宾|客人|来访者|来访客人|代表团|考察团|访问团|客商|外宾)(?:一行)?(?:就[^，。；]{1,8})?(?:举行|进行|展开|开展)了?(?:友好|深入|工作)*$")
_FIRM = re.compile(r"(?:举办|举行|主办|承办|协办|开展了|组织了|组织开展了?|参加|启动|召开)(?:了|的)?$")
# 二届三次<O>, <O>议: a session of a council that is itself a known name.
_OF_UNIT = pattern(
    r"(?:(?<=[一二三四五六七八九十]次)|(?<=[一二三四五六七八九十]届))(?P<unit><O>)(?:会议|全体会议)?(?=上|[，。在于召举]|<T>)|(?P<unit2><O>)(?<=<O><O>)议(?=[在于召举，。]|<T>)"
)
_ELECTS = re.compile("(?:选举|推选|表决|投票|差额)*(?:产生|选举|改选|组成|选出|换届选举)(?:了|出)?(?=$|第|新|本)")
_AGREED = re.compile(r"(?:约定|商定|议定|一致同意|决定|明确|要求|规定|今后|原则上)[^。；，\n]{0,4}(?:每年|每季度?|每月|每半年|每两年|定期|轮流|适时|不定期|至少)[^。；，\n]{0,10}$|(?:每年|每季度|每半年|每两年)(?:轮流|定期|至少)?(?:召开|举行|举办)(?:一次|两次|一届|不少于.{1,3}次)(?:的)?$")
_MIDDOT = re.compile(r"^\s?[•·・—]{1,2}[\u4e00-\u9fffA-Za-z0-9]{2,14}(?=[，。”在于期举召上]|$)")

_AND_MORE = pattern(r"(?:”?(?:、|和|与|及|以及)[^，。；：、\n<O><P><E>]{2,24}?(?:[会展赛式班坛营周]|沙龙|讲座|活动))+”?(?:也|还|均|亦|都|将|先后|相继|陆续|分别)*")
# 一个主论坛和三个平行分论坛: how many, no name
_COUNTED_PARTS = re.compile(r"(?:^|[会坛场式和与及、])(?:\d+|[一二三四五六七八九十两多数]+)(?:个|场)(?:平行|专题|主题|专业|专项|同期|特色)*(?:分|子|平行)?(?:论坛|会场|会议|赛场|活动|讲座)$")


# 第三十一届“世界水日”: a day, nothing that somebody holds
_DAY = re.compile(r"(?:第[^“]{1,6}届)?“?(?:世界|国际|全国)[\u4e00-\u9fff]{1,8}日”?")


def find_event_names(view: View, headline_end: int) -> list[EventName]:
    """All names of events in reading order, none overlapping; offsets are masked."""
    text = view.text
    words, weak, not_before, generic = _heads()
    hits = [(head, a, b) for head, a, b in words.find(text)]
    for match in matches(_OF_UNIT, text):
        which = "unit" if match.group("unit") else "unit2"
        unit = view.things.get(match.start(which))
        if unit is not None and re.search(r"(?:理事会|委员会|监事会|董事会)$", unit.name):
            hits.append(("理事会议", match.start(which), match.end()))
    hits += [("理事会", m.start("head"), m.end("head")) for shape in (_COUNCIL, _COUNCIL_AT) for m in matches(shape, text)]
    loose = [(m.group()[-1], m.end() - 1, m.end()) for m in matches(_LOOSE_HEAD, text)]
    taken = {at for _, a, b in hits for at in range(a, b + 1)}
    hits = _joined(text, sorted(hits + [h for h in loose if h[2] not in taken], key=lambda h: h[1]))
    found: list[EventName] = []
    for head, start, end in hits:
        if found and start < found[-1].end:
            continue
        if not_before.match(text, end):
            continue
        name = _name(view, head, start, end, found, headline_end, weak, generic)
        if name is None or _DAY.fullmatch(text, name.start, name.end):
            continue
        if found and text.startswith("”暨", found[-1].end) and name.start in (found[-1].end, found[-1].end + 1, found[-1].end + 2):
            first = found.pop()  # “甲会”暨乙沙龙 is one event
            name = EventName(first.start - (text[first.start - 1 : first.start] == "“"), name.end, name.head, False, True, True)
        if found and name.start < found[-1].end:
            # 甲论坛暨乙大会, 甲会议乙论坛: the longer reading takes the shorter in
            if name.start > found[-1].start:
                name = EventName(found[-1].end, name.end, name.head, name.generic, name.anchored, name.stated)
                if name.end - name.start < 2:
                    continue
            else:
                found.pop()
        found.append(name)
    return found


_LONGER = re.compile(r"(?:(?<=展)览(?:会|周)?|(?<=展)示(?:会|周|活动|交易会|赛|日|月|季)|(?<=展)演(?:会|赛|活动|周|季)|(?<=展)销会|(?<=展)洽会|(?<=会)议|会议?|班|仪式|活动|大会|论坛|营|赛)+(?![长员见员务面])")


def _joined(text: str, hits: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Heads that touch are one (决赛 + 路演 + 活动), and a head takes the 会 or 活动 behind it."""
    joined: list[tuple[str, int, int]] = []
    for head, start, end in hits:
        if more := _LONGER.match(text, end):
            end = more.end()
            head = text[start:end]
        if joined and start <= joined[-1][2]:
            if end > joined[-1][2]:
                first = joined.pop()
                joined.append((head, first[1], end))
            continue
        joined.append((head, start, end))
    return joined


def _name(
    view: View, head: str, head_start: int, end: int, found: list[EventName],
    headline_end: int, weak: frozenset[str], generic: frozenset[str],
) -> EventName | None:  # fmt: skip
    text = view.text
    if head in _VERDICTS:
        before = text[max(0, head_start - 8) : head_start]
        if _VERDICT.search(before) and not re.match(r"(?:会|组|结论|报告|意见|标准|办法|专家|委员)", text[end : end + 2]):
            return EventName(head_start, end, head, True, False, True)
        return None
    if head in ("座谈", "交流", "座谈交流") and re.search(r"(?:调研|走访|考察|参观|拜访|参访|访问)$", text[max(0, head_start - 2) : head_start]):
        return None  # 赴某公司调研座谈: a visit, told by its verb
    if head.endswith(("会谈", "座谈", "交流")) and _WITH_GUESTS.search(text[max(0, head_start - 14) : head_start]):
        return None  # 秘书长与来宾举行会谈: told by the visit
    end += len(tail.group()) if (tail := _MIDDOT.match(text[end : end + 20])) else 0
    limit = max(0, head_start - 70)
    for at in range(head_start - 1, limit - 1, -1):
        if text[at] in _HARD:
            limit = at + 1
            break
    window = text[limit:head_start]
    if window.rfind("《") > window.rfind("》"):
        return None
    quote = _open_quote(window)
    if quote is not None and (text[end : end + 1] == "”" or "”" in text[end : end + 12]):
        start = limit + quote + 1
        if text[end : end + 1] == "”" and not re.match(r"”(?:为主题|主题|话题|——|—)", text[end : end + 4]):
            return EventName(start, end, head, False, True, True)
        return None
    start, anchored, verb = _left_edge(text, limit, head_start, head, found)
    name = text[start:end]
    counted = False
    if (match := compiled("events", "counted").match(name)) and match.end() < len(name) and not anchored:
        start, counted = start + match.end(), True
        name = text[start:end]
    if (junk := _JUNK.match(name)) and junk.end() < len(name):
        start += junk.end()
        name = text[start:end]
    if (whose := _OF_PROJECT.match(name)) is not None and whose.end() < len(name):
        start += whose.end()
        name = text[start:end]
    if name.startswith("“") and name.count("”") == 0:
        start += 1
        name = name[1:]
    if not name or start > head_start:
        return None
    before = text[max(0, start - 8) : start]
    if head.endswith(("理事会", "委员会")) and (_ELECTS.search(before) or _ELECTS.match(name)):
        return None  # 选举产生第三届理事会: a body and no meeting
    if pointing := re.match(alternatives("events", "pointing"), name):
        rest = name[pointing.end() :]
        if (compiled("events", "anchor").match(rest) or re.match(r"全国|中国|国际|亚洲|世界|全球|全省|全市", rest)) and len(rest) > len(head) + 2:
            return EventName(start + pointing.end(), end, head, False, True, True)
        if rest:
            return EventName(start, end, head, True, False, True)
    if _COUNTED_PARTS.search(name) or (counted and re.fullmatch(r"(?:主|分|平行|专题|主题|子)?(?:论坛|会场|讲座|活动)", name)):
        return None
    is_pointed = re.search(alternatives("events", "pointing") + "$", before) is not None
    if name == head and head in weak and re.search(r"(?:参加|出席|陪同|参与|见证|主持)(?:了)?$", before):
        return EventName(start, end, head, True, False, False)
    known = name == head and any(text[f.start : f.end].endswith(head) for f in found)
    if name in generic or known or (is_pointed and len(name) <= 8):
        return EventName(start, end, head, True, False, is_pointed or name not in weak)
    held = compiled("events", "hold_before").search(before) is not None
    if _AGREED.search(text[max(0, start - 24) : start]):
        return None  # 双方约定每年召开一次联席会议
    more = _AND_MORE.match(text, end)  # 甲招聘会、乙沙龙也同期举行
    follows = any(compiled("events", "hold_after").search(text[at : at + 48]) is not None for at in ((end, more.end()) if more else (end,)))
    headline = start < headline_end
    in_list = _listed(text, start, end, found)
    if head in weak:
        stated = held or verb or anchored or in_list or (follows and len(name) >= len(head) + 2)
        if head == "活动" and not (anchored or headline or _FIRM.search(before)):
            stated = False
    else:
        stated = held or verb or follows or anchored or headline or in_list
    if not stated or len(name) > 60:
        return None
    return EventName(start, end, head, False, anchored, held or verb or follows or in_list, counted)


# 某计划首批项目之一“甲”启动会: what kind of project it is does not belong to its meeting's name
_OF_PROJECT = pattern(r"[^，。；]*(?:之一|子?课题|(?<!重点|重大)项目|任务)(?=(?:<J>|“[^“”]{4,40}”)<CJK>{0,4}(?:会|仪式|论证|评审|验收|培训班?|启动|开题)$)")


def _open_quote(window: str) -> int | None:
    """Where a quotation mark opens that is not closed within the window."""
    at = window.rfind("“")
    return at if at >= 0 and "”" not in window[at:] else None


def _left_edge(text: str, limit: int, head_start: int, head: str, found: list[EventName]) -> tuple[int, bool, bool]:
    """`(start, anchored, after a verb of holding)` of the name whose head begins at `head_start`."""
    window = text[limit:head_start]
    shielded = _shield(window)
    stop, verb = 0, False
    for match in compiled("events", "stop").finditer(shielded):
        if match.group() != "现场" or match.end() < len(window) or not head.startswith(("演示", "观摩", "推进会", "交流会", "教学")):
            stop = match.end()  # 收获机现场演示会 keeps its 现场
    for at in (i for i, sign in enumerate(window) if sign == PLACE):
        if at >= stop and at and window[at - 1] in "在于赴到抵":
            stop = at + 1
            while stop < len(window) and window[stop] == PLACE:
                stop += 1
    for event in found:
        if limit <= event.end <= head_start:
            between = window[event.end - limit :]
            whole = between.startswith("暨") or (
                stop <= event.start - limit and re.fullmatch(r"[\u4e00-\u9fff]{1,12}", between) is not None and not re.match(r"[和与及]", between)
            )
            stop = min(stop, event.start - limit) if whole else max(stop, event.end - limit)
    verb = compiled("events", "hold_before").search(window[:stop]) is not None if stop else False
    verb = verb or (head.endswith("观摩") and window[:stop].endswith(("进行了", "进行")))
    if not verb and re.search(r"(?:举办|召开|举行|主办|承办|组织|开展|参加|出席|启动)了?(?:以|围绕|聚焦|主题为)[^，。；]*的$", window[:stop]):
        verb = True  # 举办了以某某为主题的年会
    piece = window[stop:]
    anchor = compiled("events", "anchor").search(piece)
    cut = 0
    if anchor is not None:
        lead = piece[: anchor.start()]
        if "、" in lead or re.search(r"[与和及]", lead):
            cut = anchor.start()
        elif anchor.group().startswith("“") and (at := _separator(piece[: anchor.start()])):
            cut = at
    else:
        at = _separator(_shield(piece))
        if at and not (verb and not _has_head(piece[:at])):
            cut = at
    if (dash := re.match(r"[^，。；“”]{0,6}(?:活动|会议|论坛|赛事)——", piece[cut:])) is not None:
        cut += dash.end()  # 首场活动——河南省春耕农机展演
    while cut < len(piece) and piece[cut] in "▲△▼●○■□◆◇★☆※·•▪-—– 　":
        cut += 1
    return limit + stop + cut, anchor is not None, verb


def _separator(piece: str) -> int:
    """Behind the last list mark of the piece (、 always; 和 and 与 only behind an organisation)."""
    at = piece.rfind("、") + 1
    for match in re.finditer(f"{ORG}(?:和|与|及|以及|联合|会同)(?!{ORG})", piece):
        at = max(at, match.end())
    return at


def _has_head(piece: str) -> bool:
    return any(end == len(piece) or piece[end] in "、和与及" for _, _, end in _heads()[0].find(piece))


def _shield(window: str) -> str:
    """The window with the insides of quotation marks blotted out, so that no stop is seen there."""
    return re.sub(r"“[^”]*”", lambda m: "“" + "〇" * (len(m.group()) - 2) + "”", window)


def _listed(text: str, start: int, end: int, found: list[EventName]) -> bool:
    """Whether the name continues a list of event names."""
    return bool(found) and not found[-1].generic and found[-1].stated and bool(
        re.fullmatch(r"[、和与及暨“”]|以及|及其", text[found[-1].end : start].strip("“”") or "x")
    )
