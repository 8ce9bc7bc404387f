"""Who holds an event with whom: the two sides of a talk, the partners behind 与 and 联合, the whole list of hosts."""

from __future__ import annotations

import re

from .clauses import Hit, Reader
from .draft import Thing
from .masking import ORG, PERSON, pattern
from .parties import side_of, talkish

# 甲还拟会同乙举办: the partner's subject stands in the same clause.
BEFORE_WITH = pattern(r"(?P<who><O>)(?:还|也|又|将|拟|已|<T>|近日|日前|计划|定于|预计|于|先后|正|并|另|此外)+(?:会同|联合|携手|与|和|同|协同)<O>")
_TWO_SIDES = pattern(r"(?P<one><OP>(?:、<OP>)*)(?:与|同|和|跟)(?P<two><OP>(?:、<OP>)*)[^，。；<OP>]{0,14}$")


def talked(reader: Reader, hit: Hit, objects: list[int]) -> bool:
    """甲秘书长某某与乙院长某某举行会谈: the two organisations talk, all of them take part."""
    match = _TWO_SIDES.search(reader.view.text, hit.left, hit.start)
    things = [reader.view.things[at] for at in objects]
    if match is None or PERSON not in match.group() or not all(talkish(t) for t in things):
        return False
    cells = reader.listed(match.start(), match.end(), ORG + PERSON)
    one, two = (side_of(reader, [at for at in cells if match.start(g) <= at < match.end(g)]) for g in ("one", "two"))
    span = (match.start(), objects[-1] + 1)
    for thing in (*one.orgs, *one.persons, *two.orgs, *two.persons):
        for event in things:
            reader.claim(thing, "participatesIn", event, span, "participatesIn.talk", "attend")
    for left in one.orgs:
        for right in two.orgs:
            reader.claim(left, "cooperatesWith", right, span, "cooperatesWith.talk", "talk")
    return True


# 三方将于2022年5月在大连共同举办
_TOGETHER = pattern(r"(?P<count>[两双三四五])(?:方|家单位|家|校|所)(?:<T>|<L>|[在于]|还|将|拟|约定|商定|计划|正式|每年)*(?:共同|联合|携手|合作|联手|轮流)+$")
_LINKED = pattern(r"<O>(?:(?:、|和|与|及|以及|同)<O>)+")


def sides_of(reader: Reader, hit: Hit) -> tuple[Thing, ...]:
    """The two or three that 双方, 三方 … before a verb mean: the last list of as many organisations."""
    match = _TOGETHER.search(reader.view.text, hit.left, hit.start)
    if match is None:
        return ()
    size = {"两": 2, "双": 2, "三": 3, "四": 4, "五": 5}[match["count"]]
    floor = reader.view.text.rfind("\n", 0, reader.view.text.rfind("\n", 0, hit.left)) + 1
    for told in reversed(list(_LINKED.finditer(reader.view.text, floor, hit.left))):
        things = tuple(dict.fromkeys(reader.view.things[at] for at in reader.listed(*told.span(), ORG)))
        if len(things) == size:
            return things
    return ()


def widened(reader: Reader, hit: Hit, left: int) -> int:
    """Take in earlier pieces of a list that was cut at its commas (甲，乙，丙共同主办)."""
    text = reader.view.text
    while left > hit.sentence[0]:
        begin = max((text.rfind(s, hit.sentence[0], left - 1) for s in "，；："), default=-1) + 1
        begin = max(begin, hit.sentence[0])
        piece = text[begin : left - 1]
        if not re.fullmatch(r"(?:由|近日|\ue00a|，)?(?:\ue000(?:[、和与及同]|携手|联合|会同|协同|联手)?)+(?:等[^，]{0,8})?", piece):
            break
        left = begin
    return left


def ends_at(text: str, at: int) -> bool:
    """Whether a clause ends at this place."""
    return text[at : at + 1] in set("。，；、\n") or at >= len(text)


def other_subject(reader: Reader, hit: Hit, left: int) -> bool:
    """Whether some unnamed party does it (联盟理事单位主办, 各单位组织)."""
    piece = re.sub(r"(?:赴|在|到|于)[^，。；]{0,14}$", "", reader.view.text[left : hit.start])
    piece = re.sub(r"[\ue00a\ue002]", "", piece)
    if hit.form in ("召开", "举行", "举办") and "\ue008" in piece and "\ue000" not in piece:
        return True  # 某项目召开启动会: by those who carry it out
    if re.search(r"\ue000[^，。；]{0,3}(?:单位|成员|企业|会员|公司)", piece):
        return True
    return bool(re.search(r"(?:[\u4e00-\u9fff]{1,8}(?:单位|企业|部门|机构|公司|高校|政府|市|省))(?:共同|联合|牵头|在)?$|\ue001$", piece))


def partners_of(reader: Reader, hits: list[Hit], number: int, hit: Hit) -> tuple[Thing, ...]:
    """Those who act together with a list that 联合 introduces."""
    here = BEFORE_WITH.search(reader.view.text[hit.left : hit.start])
    if here is not None and (at := hit.left + here.start("who")) in reader.view.things:
        return (reader.view.things[at],)
    if number and hits[number - 1].sentence == hit.sentence:
        earlier = hits[number - 1]
        doers = reader.doers(earlier.start, earlier.left)
        if doers.things:
            return doers.things
    return reader.topic(hit)
