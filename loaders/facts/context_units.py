"""Units that stand without their organisation: 联盟秘书处, 第三届理事会, committees newly founded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .agency_forms import read_agency_forms
from .context import resolve
from .draft import Thing
from .needs import matches
from .nesting import part_of, patterns, reach, siblings
from .reading import Reading


def read_context_units(reading: Reading) -> None:
    """Add units that stand without their organisation: 联盟秘书处, 第三届理事会, new committees."""
    owner = reading.draft.owner
    text, marks, forms = reading.text, reading.marks, patterns()
    for match in _each(forms["alone"], text):
        start = match.start()
        if text[start] in "该本":
            start += 1
        if not (marks.opened(match.start()) or marks.opened(start)) or reading.overlaps(start, match.end()):
            continue
        if _LISTED_UNIT.search(match[1]):
            continue  # 就联盟数据库填报与秘书处负责人座谈
        if match.end() > reach(reading, start, marks.right(start, 30), match.end()) or start >= reading.body:
            continue
        if re.match(r"主任(?:培训|会议|班|联席|工作会)", text[match.end() : match.end() + 6]):
            continue
        noun = next(n for n in ("联盟", "联合体", "联合会", "学会", "协会", "研究会", "商会", "促进会") if text.startswith(n, start))
        found = _FOUND_HERE.search(text, max(0, start - 6), start)
        parent = (_founder(reading, found.start()) if found else None) or resolve(reading, noun, "", start)
        if parent is None:
            continue
        unit = _unit_of(reading, parent, match[1], start, match.end())
        part_of(reading, unit, parent, (start, match.end()), "partOf.context", 0.9)
        if (inner := forms["bureau"].match(text, match.end())) is not None and not reading.overlaps(*inner.span()) and match[1].endswith("秘书处"):
            office = reading.add("OrganizationUnit", start, inner.end())  # 联盟秘书处检测部
            part_of(reading, office, unit, (start, inner.end()), "partOf.nested", 0.9)
            continue
        siblings(reading, parent, start, match.end())
    for match in matches(_STAFF, text):
        if match.start() < reading.body and not reading.overlaps(*match.span()):
            reading.add("OrganizationUnit", *match.span())
    read_agency_forms(reading)
    if owner is None:
        _founded(reading, None)
        return
    for match in matches(_BARE_UNIT, text, 0, reading.body) if owner.type in ("Alliance", "CoordinatingBody") else ():
        start, end = match.span(1)
        if reading.overlaps(start, end) or any(marks.hard[start:end]) or marks.left[end] > start or re.fullmatch("(?:专业|工作|各|有关|相关|评审|分)*(?:委员会|专委会|工作组|技术委员会)", match[1]):
            continue
        unit = _unit_of(reading, owner, match[1], start, end)
        part_of(reading, unit, owner, (start, end), "partOf.context", 0.75)
    _headed(reading, owner)
    for match in matches(forms["body"], text):
        start, end = match.span()
        if start >= reading.body or reading.overlaps(start, end) or not _free(reading, start):
            continue
        unit = _unit_of(reading, owner, match[0], start, end)
        part_of(reading, unit, owner, (start, end), "partOf.context", 0.85)
    _founded(reading, owner)


# 知识产权工作委员会主任某某: a body of the alliance by the one who heads it
_HEADED = re.compile(r"(?<=[\u4e00-\u9fff])(?:工作委员会|专业委员会|专委会|工委会|工作组)(?=(?:常务|执行)?副?(?:主任|组长|秘书长)(?:委员)?[\u4e00-\u9fff])")
_PASSING = re.compile("编制|起草|编写|验收|评审|调研|检查|督导|筹备|领导|鉴定|考察|联合|推进|该|本|相关|各|临时|指导|换届")


def _headed(reading: Reading, owner: Thing) -> None:
    """Committees and groups without their alliance, told of by those who head them; they are the owner's."""
    text, marks = reading.text, reading.marks
    for match in matches(_HEADED, text, 0, reading.body):
        end = match.end()
        start = max(marks.left[match.start()], end - 16)
        name = text[start:end]
        if not 2 <= match.start() - start <= 10 or any(marks.hard[start:end]) or reading.overlaps(start, end) or _PASSING.search(name):
            continue
        unit = _unit_of(reading, owner, name, start, end)
        part_of(reading, unit, owner, (start, end), "partOf.context", 0.8)
        for at in (found.start() for found in re.finditer(name, text[: reading.body])):
            if not reading.overlaps(at, at + len(name)) and _free(reading, at):
                reading.mention(unit, at, at + len(name))


_LISTED_UNIT = re.compile(r"[与和及](?:秘书处|理事会|监事会|办公室|专家组|专家委员会|监事会|代表处|编辑部)$")


def _each(shape: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Every match, those too that begin inside an earlier one: …联盟公布了由联盟秘书处编写的…"""
    match = shape.search(text)
    while match is not None:
        yield match
        match = shape.search(text, match.start() + 1)


def _unit_of(reading: Reading, parent: Thing, tail: str, start: int, end: int) -> Thing:
    """The unit of this parent that `tail` names: one that is there already, or a new one."""
    form = reading.text[start:end]
    for thing in reading.draft.things:
        named = thing.type == "OrganizationUnit" and any(n.endswith(tail) for n in thing.names)
        if named and any(
            c.subject is thing and c.object is parent for c in reading.draft.claims if c.predicate == "partOf"
        ):
            thing.add_alias(form)
            reading.mention(thing, start, end)
            return thing
    unit = Thing("OrganizationUnit", form)
    reading.draft.things.append(unit)
    full = parent.name + tail
    if full != form:
        unit.add_alias(full)
    reading.mention(unit, start, end)
    return unit


# 在知识产权工作委员会的推动下, 经标准化委员会审查: a committee of the item's own alliance
_BARE_UNIT = re.compile(
    r"(?:(?<=[，。；：、\n由经])|(?<=[，。；\n]在))(?![该本其在由经与据对为以和向]|上述|全国|中国|国家|国际)([\u4e00-\u9fff]{2,12}?(?:工作委员会|专业委员会|专委会|工作组)|[\u4e00-\u9fff]{0,10}?(?:标准化|技术|专家)委员会)(?![员会长章]|（SAC)"
)
# Whoever runs an event, where it acts in its own name: 奖项由大赛组委会颁发
_STAFF = re.compile(
    r"(?:(?<=[，。；、\n由经向与])|^)(?:本届|该)?(?:大赛|大会|论坛|展会|赛事|峰会|博览会|活动|评选|会议|竞赛|展览会)?(?:组委会|组织委员会|评委会|评审委员会|执委会|评选委员会)"
    r"(?=[^，。；]{0,8}(?:颁发|颁授|授予|评选|评出|公布|发布|宣布|通知|主办|承办|组织|决定|负责|颁出|评定|设立|表示))"
)
_FOUND = re.compile(r"(?:选举产生|推选产生|表决产生|产生|成立|设立|组建|增设|新设|另设|还设|分设|下设|设有|筹建|挂牌|加挂|挂出|挂起|组成|发起成立)了?")


_FOUND_HERE = re.compile(r"(?:成立|设立|组建|增设|新设|下设|设有)了?$")


# 某工作组成立大会, 某专委会揭牌: a unit that a meeting or ceremony founds.
_INAUGURATED = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9]{2,16}(?:工作组|委员会|专委会|分会|专家组|分联盟|工作部|联络处)(?=(?:正式)?(?:成立|组建|揭牌)(?:大会|会议|会|仪式|暨|活动|并|，|。|于|在))"
)
_BARE_KIND = re.compile(r"(?:专业|技术|专家|工作|标准化|咨询|指导|执行|组织|分|第[一二三四五六七八九十]届|新一届|该|联盟|学会|协会)*(?:工作组|委员会|专委会|分会|专家组|分联盟|工作部|联络处)")


_BODIES = {"标委会": "StandardsBody", "分标委": "StandardsBody", "技术委员会": "StandardsBody", "协会": "Association", "学会": "Association", "商会": "Association", "联合会": "Association", "研究会": "Association", "促进会": "Association"}
_THAT = re.compile(rf"(?:该|本)(?P<noun>{'|'.join(_BODIES)})(?:\d{{1,2}}月|日前|近日|近期|还|已|将|今年|去年|年内|同期|同时|正式|也|又|于|另|，)*$")


def _founder(reading: Reading, at: int) -> Thing | None:
    """The alliance, association or committee named or pointed to right before 成立, 下设 …"""
    that = _THAT.search(reading.text[max(0, at - 16) : at])
    if that is not None:
        kind, begin = _BODIES[that["noun"]], at - len(that[0])
        named = [(max(a for a, _ in t.mentions if a < begin), n) for n, t in enumerate(reading.draft.things)
                 if t.type == kind and len(t.name) > 4 and any(a < begin for a, _ in t.mentions)]  # fmt: skip
        if named:
            return reading.draft.things[max(named)[1]]
    match = re.search(r"(?:宣布|决定|同时|并|正式|日前|近日|近期|今年|去年|于|新|还|已|现|拟|先后|共|专门|[于在][^，。；]{1,8}|挂牌|揭牌|牵头|发起|联合|组织|[\d年月日]+)*$", reading.text[max(0, at - 16) : at])
    before = reading.ending_at(at - len(match.group())) if match else []
    return next((t for _, t in before if t.type in ("Alliance", "Association", "CoordinatingBody", "StandardsBody")), None)


def _founded(reading: Reading, owner: Thing | None) -> None:
    """Committees and groups that the item says were founded."""
    text, marks = reading.text, reading.marks
    pattern = patterns()["committee"]
    for found in matches(_FOUND, text):
        at = found.end() + text.startswith("“", found.end())
        denied = text[max(0, found.start() - 2) : found.start()].endswith(("不", "未", "拟", "建议", "没有", "暂缓"))
        while at < reading.body:
            match = pattern.match(text, at)
            if match is None or any(marks.hard[at : match.end()]):
                break
            taken = reading.at.get(match.span())
            if taken is None and reading.overlaps(*match.span()):
                break
            name = match[0]
            if name.startswith(("联盟", "学会", "协会")) and taken is None:
                break
            founder = _founder(reading, found.start()) or owner
            if founder is None:
                break
            unit = taken or _unit_of(reading, founder, name, *match.span())
            if unit.type == "OrganizationUnit" and not denied:
                part_of(reading, unit, founder, (found.start(), match.end()), "partOf.founded", 0.85)
            at = match.end()
            if at < len(text) and text[at] in "、和与及":
                at += 1
            else:
                break
    if owner is None:
        return
    for match in matches(_INAUGURATED, text, 0, reading.body) if owner is not None else ():
        start, end = max(marks.left[match.end()], match.start()), match.end()
        if not 4 <= end - start <= 18 or reading.overlaps(start, end) or any(marks.hard[start:end]) or _BARE_KIND.fullmatch(text, start, end):
            continue
        unit = _unit_of(reading, owner, text[start:end], start, end)
        if unit.type == "OrganizationUnit":
            part_of(reading, unit, owner, (start, end), "partOf.founded", 0.85)
    counted = re.compile(
        r"(?:成立|设立|组建)了?((?:[^，。；、\n]{2,24}、)*[^，。；、\n]{2,24}?)(?:等)?[\d一二三四五六七八九十]+个"
        r"(?:工作组|专委会|委员会|专业委员会|专家组|小组|分会|工作部)"
    )
    for match in matches(counted, text) if owner is not None else ():
        at = match.start(1)
        for part in re.split(r"[、]|(?<=[系地组])和", match[1]):
            start = text.find(part, at)
            at = start + len(part)
            if not reading.overlaps(start, at):
                unit = Thing("OrganizationUnit", part)
                reading.draft.things.append(unit)
                reading.mention(unit, start, at)
                part_of(reading, unit, owner, match.span(), "partOf.founded", 0.85)


def _free(reading: Reading, start: int) -> bool:
    """Whether the unit's name begins a phrase of its own."""
    before = reading.text[start - 1] if start else ""
    return reading.marks.opened(start) or before in "经由，。；：、"


def merge_units(reading: Reading) -> None:
    """Make one thing of units that have one parent and one name but for the parent's."""
    held: dict[tuple[int, str], Thing] = {}
    for claim in list(reading.draft.claims):
        unit, parent = claim.subject, claim.object
        if claim.predicate != "partOf" or unit.type != "OrganizationUnit":
            continue
        tail = unit.name
        for name in sorted((*parent.names, "联盟", "协会", "学会"), key=len, reverse=True):
            if unit.name.startswith(name) and unit.name != name:
                tail = unit.name[len(name) :]
                break
        other = held.setdefault((id(parent), tail), unit)
        if other is not unit and unit in reading.draft.things and other in reading.draft.things:
            long, short = (other, unit) if len(other.name) >= len(unit.name) else (unit, other)
            reading.merge(short, long)
            held[id(parent), tail] = long
    for claim in reading.draft.claims:
        if claim.predicate == "partOf" and claim.evidence in claim.subject.mentions:
            # the fullest form says best whose unit it is
            body = [span for span in claim.subject.mentions if span[1] <= reading.body]
            claim.evidence = max(body, key=lambda span: (span[1] - span[0], -span[0]), default=claim.evidence)
    seen: set[tuple[int, str, int]] = set()
    for claim in list(reading.draft.claims):
        fact = (id(claim.subject), claim.predicate, id(claim.object))
        if claim.predicate == "partOf" and (fact in seen or claim.subject is claim.object):
            reading.draft.claims.remove(claim)
        seen.add(fact)
