"""Persons without a post or title, named as individuals beside their organisation: 某研究所张三个人则被授予…."""

from __future__ import annotations

import re

from ...graph.model import Span
from .draft import Thing
from .needs import matches
from .person_names import PersonNames
from .posts import Anchor, surname_length
from .reading import Reading

_ALONE = re.compile(r"(?:个人|本人|独自|同志个人)(?=[则也还均都，、被获荣入当喜凭将已曾]|同时|先后)")

# 评出张三、李四等5名优秀学员; 张三、李四被评为优秀学员: names in a list that a title goes to
_TITLES = r"(?:优秀|最佳|十佳|先进|明星|模范)(?:学员|营员|班干部|班委|组长|个人|选手|裁判员?|教练员?|指导教师|志愿者|联络员|通讯员|信息员|辩手|讲师|工作者|秘书长|青年|团员)|(?:学习|技术|岗位)(?:标兵|能手|之星)|操作能手"
_NAMED = r"(?P<names>[\u4e00-\u9fff]{2,5}?(?:[、和与及][\u4e00-\u9fff]{2,4}?)*)(?:等)?(?:[\d一二三四五六七八九十两]+(?:余)?(?:名|位|人|名同志|位同志|名学员|位学员))?"
_ROLE = re.compile("(?:学员|营员|选手|同志|教师|队员)?")
_PICKED = re.compile(rf"(?:评选出|评出|选出|评选产生|推选出|表彰|评选|产生|授予)了?{_NAMED}(?:为|以)?“?(?:{_TITLES})")
_WON = re.compile(rf"(?<=[，。；\n的）]){_NAMED}(?:同志|两人|三人|二人)?(?:双双|分别|共同|光荣|同时|一同|均)*(?:被评为|被评选为|获评|荣获|获得|获|被授予|当选|当选为|获颁|荣膺|获选|入选)了?“?(?:{_TITLES})")

# 某公司技术专家Thomas Meyer, 某大学John Smith教授
_WESTERN = r"[A-Z][a-z’'-]+(?:-[A-Z][a-z]+)?(?:[  ][A-Z]\.?)?(?:[  ](?:[vd][aeiou][nlr]?[  ])?[A-Z][A-Za-z’'-]+){1,2}"
_WESTERNER = re.compile(rf"(?:(?<=专家)|(?<=代表)|(?<=学者)|(?<=人士)|(?<=人员)|(?<=嘉宾)|(?<=工程师)|(?<=科学家)|(?<=创始人)|(?<=合伙人))(?P<name>{_WESTERN})(?![A-Za-z0-9])|(?P<called>{_WESTERN})(?=博士|教授|先生|女士|院士|研究员|总监|工程师)")


# 某大学海伦·米切尔教授: a foreign name between its home and its title
_DOTTED = re.compile(r"[\u4e00-\u9fff]+([·•・‧])[\u4e00-\u9fff]{1,8}(?:[·•・‧][\u4e00-\u9fff]{1,8})?$")


def dotted_before(reading: Reading, title: Anchor) -> int | None:
    """Where the foreign name right before a title begins, if its home stands right before it."""
    dotted = _DOTTED.search(reading.text, max(0, title.start - 18), title.start) if title.title else None
    if dotted is None:
        return None
    start = max((b for _, b in reading.at if dotted.start() <= b <= dotted.start(1)), default=-1)
    return start if start > 0 and not reading.overlaps(start, title.start) and reading.ending_at(start) else None


def individuals(reading: Reading, names: PersonNames) -> dict[Span, Thing]:
    """Add each name right behind an organisation's and before 个人 or 本人, and those that a title goes to; the persons by their spans."""
    text, found = reading.text, dict[Span, Thing]()
    for match in matches(_ALONE, text, 0, reading.body):
        for length in (3, 2, 4):
            start = match.start() - length
            home = next((t for _, t in reading.ending_at(start) if t.type not in ("Person", "Place")), None) if start >= 0 else None
            if home is not None and not reading.overlaps(start, match.start()) and names.han(start, match.start()) and surname_length(text, start):
                found[start, match.start()] = reading.add("Person", start, match.start())
                break
    for match in matches(_WESTERNER, text, 0, reading.body):
        start, end = match.span("name" if match["name"] else "called")
        if not reading.overlaps(start, end) and not reading.marks.in_title(start, end):
            found[start, end] = reading.add("Person", start, end)
    for match in (*matches(_PICKED, text, 0, reading.body), *matches(_WON, text, 0, reading.body)):
        at = match.start("names")
        for name in re.split("[、和与及]", match["names"]):
            start = text.index(name, at) + len((_ROLE.match(name) or [""])[0])
            at = end = text.index(name, at) + len(name) - name.endswith("等")
            surname = surname_length(text, start)
            if surname and surname < end - start <= surname + 2 and not reading.overlaps(start, end):
                found[start, end] = reading.add("Person", start, end)
    return found


def last_names(reading: Reading, found: dict[Span, Thing]) -> None:
    """费特尔, said again of 马蒂亚斯·费特尔: the same person."""
    for person in dict.fromkeys(found.values()):
        last = person.name.rpartition("·")[2]
        if "·" not in person.name or len(last) < 2 or person not in reading.draft.things:
            continue
        for span, twin in [(s, t) for s, t in found.items() if t.name == last and t in reading.draft.things]:
            reading.merge(twin, person)
            found[span] = person
        at = reading.text.find(last)
        while at >= 0:
            end = at + len(last)
            if end <= reading.body and not reading.overlaps(at, end) and reading.text[at - 1 : at] != "·":
                person.add_alias(last)
                reading.mention(person, at, end)
            at = reading.text.find(last, end)
