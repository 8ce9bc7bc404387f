"""Honours by their names: prizes and grades, whose work they were given for, and which of them are one."""

from __future__ import annotations

import re

from .draft import Draft, Thing
from .masking import ORG, SIGN, View
from .result_shapes import Mark, add_result


def inside_honours(draft: Draft) -> None:
    """An organisation that stands only inside a quoted honour (“中国科协某工程”) is no party of the item."""
    named = [span for t in draft.things if t.type == "Honour" for span in t.mentions if draft.text[span[0] - 1] == "“"]
    stated = {id(end) for c in draft.claims for end in (c.subject, c.object)}
    for thing in list(draft.things):
        if SIGN.get(thing.type) == ORG and id(thing) not in stated and thing is not draft.owner and thing.mentions and all(
            any(a <= s and e <= b and (a, b) != (s, e) for a, b in named) for s, e in thing.mentions
        ):
            draft.things.remove(thing)


_JUDGED = re.compile(r"^“(?P<name>[^“”]{4,40})”(?:(?:科技|科学技术|技术|项目)?成果|新产品|新技术|产品|技术|装备|新品种|首台套)(?:鉴定|评价|验收|评审|发布|评议)会")


def judged(draft: Draft) -> None:
    """“甲技术”成果鉴定会 names the achievement that it judges."""
    for event in [t for t in draft.things if t.type == "Event"]:
        match = _JUDGED.match(event.name)
        if match is None or any(t.type in ("Achievement", "Project") and match.group("name") in t.names for t in draft.things):
            continue
        spans = [(a + 1, a + 1 + len(match.group("name"))) for a, _ in event.mentions if draft.text.startswith(match.group(), a)]
        if spans:
            draft.things.append(Thing("Achievement", match.group("name"), spans))


def is_honour(match: re.Match[str]) -> bool:
    """Whether what follows a verb of awarding is the name of an honour."""
    name, verb = match.group("name"), match.group("verb")
    if re.match(r"新一届[^，。；]{0,8}名单$", name):
        return False
    if re.match(r"(?:其|该|书中|文中|本批|本次|此次|此批|这批|上述|有关|相关|当前)", name):
        return False
    if re.fullmatch(r"(?:特|一|二|三)等奖|金奖|银奖|铜奖|大奖|优秀奖|第[一二三]名", name) or re.search(r"(?:理事|理事长|监事|监事长|会长|主席|盟主|组长|成员|会员|主任|网员|依托|牵头)单位(?:名单|行列|之列)?$|(?:成员|会员|网员|盟员|参会|参赛|学员|与会|理事|筹备)(?:单位|人员|企业)?名单$", name):
        return False
    if re.match(r"(?:了|的|过)?(?:该|此)?(?:多|各|诸|有关|相关|若干|国家|省|级|\d|[一二两三四五六七八九十数])*(?:项|个|枚|座)?(?:国家|省部|省|市|部|行业)?级?(?:大|重要|科技)?(?:奖|奖项|奖励|荣誉|称号|企业|单位|名单|目录|中心|基地|案例|团队)$", name):
        return False
    if re.search(r"(?:学员|营员|选手|裁判员?|联络员|通讯员|班干部|辩手|志愿者|讲师)$", name):
        return re.match(r"(?:为|了|“|年度|本届|本期)*(?:优秀|最佳|十佳|先进|明星|模范)", name) is not None
    weak = re.search(r"(?:企业|单位|中心|基地|实验室|目录|团队|案例|联盟|试点|行列|学者|品牌|榜|名录|等级|资质)$", name)
    if weak and re.match(r"列为|批准为|确定为|遴选为|选为|批准成为", verb):
        return len(name) >= 7 and not re.match(r"首个|首批|第一|唯一|一个|其中", name)
    if weak and re.match(r"公布|挂出|晒出|发布|获得|获$|纳入|列入|颁发|颁授|揭晓", verb):
        return len(name) >= 8 and verb[:2] in ("列入", "纳入") and bool(re.search(r"目录|名录|名单|案例", name))
    return not re.match(r"(?:公布|公示|揭晓|颁发|挂出|晒出|发布)", verb) or name.endswith(("奖", "称号", "名单", "奖章"))


_LEAD = re.compile(
    "(?:了|的|为|(?:由)?\ue000(?:(?:、|和|与|及)\ue000)*(?:联合|共同|等[^“]{0,6})?(?:出资|独家|联合)?(?:颁发|颁授|授予|评定|评选|评出|认定|发布|公布|颁出|命名|组织评选|设立|冠名)的?|由|出|还有|包括|首批|“(?=[^”]*$))"
)


def add_honour(draft: Draft, view: View, known: dict[str, Thing], match: re.Match[str]) -> Mark:
    """The honour that a match names, or the work that it stands for, with its mark."""
    start, end = match.span("name")
    known_work = _as_work(draft, view, start, end)
    if known_work is not None:
        return known_work
    if inner := re.match(r"“([^”]{2,40})”的", view.text[start:end]):
        return add_result(draft, view, known, "Honour", start + 1, start + 1 + len(inner.group(1)), mark=(start, start + inner.end() - 1))
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
        return add_result(draft, view, known, "Honour", start + 1, start + 1 + len(quoted.group("name")), mark=(start, end))
    return add_result(draft, view, known, "Honour", start, end)


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


def join_honours(draft: Draft, marks: list[Mark], known: dict[str, Thing]) -> None:
    """第十三届某奖 and 第十三届某奖二等奖 are one honour in an item."""
    honours = [t for t in draft.things if t.type == "Honour"]
    for short in honours:
        longer = [t for t in honours if t is not short and _shortened(draft, short, t) and t in draft.things and len(short.name) >= (3 if f"“{short.name}”" in t.name else 4)]
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
    honours = [t for t in draft.things if t.type == "Honour"]
    named = [t for t in honours if t.name.endswith(("奖", "科技奖励")) and not _GRADE.search(t.name)]
    for grade in [t for t in honours if _GRADE.fullmatch(t.name)] if len(named) == 1 else []:
        if min(a for a, _ in named[0].mentions) < max(a for a, _ in grade.mentions) or all(b <= len(draft.item.title) for _, b in grade.mentions):
            named[0].mentions += grade.mentions
            draft.things.remove(grade)
            marks[:] = [(*m[:3], named[0], ()) if m[3] is grade else m for m in marks]
            known["Honour" + grade.name] = named[0]
