"""Agencies and their departments by what the text calls them once they are named: 水环境管理司, 该厅高新技术处, 园区管委会."""

from __future__ import annotations

import re

from .draft import Thing
from .finding import spans_of
from .needs import matches
from .nesting import part_of
from .reading import Reading

# 该厅高新技术处处长: a department of the agency named last
_ITS = re.compile(r"(?<![应与])该(?P<noun>[厅局委部会院])的?(?P<unit>[\u4e00-\u9fff]{1,12}?(?:处|司|局|科|办公室)(?=(?:处长|司长|局长|科长|主任|副|一级|二级|调研员|巡视员|负责|等|[，。、与和及承主协派])))")
_NOUNS = {"厅": ("厅",), "局": ("局",), "委": ("委", "委员会"), "部": ("部",), "会": ("委员会",), "院": ("院",)}
# 园区管委会主任: the one committee that runs a park
_COMMITTEE = re.compile(r"(?:该)?(?:园区|开发区|高新区|新区|经开区|自贸区|试验区|示范区|产业园|工业园|科技园|度假区|保税区)?(?:管委会|管理委员会)")


def read_agency_forms(reading: Reading) -> None:
    """Note where such words stand, and state `partOf` for departments that only they name."""
    _departments(reading)
    _its_departments(reading)
    _sent(reading)
    _committees(reading)
    _liaison(reading)


# 联络组 alone, where the item names one
_LIAISON = re.compile(r"(?:该)?联络组(?![长员])")


def _liaison(reading: Reading) -> None:
    things = [t for t in reading.draft.things if t.type == "CoordinatingBody" and t.name.endswith("联络组")]
    if len(things) == 1:
        for match in matches(_LIAISON, reading.text, 0, reading.body):
            if not reading.overlaps(*match.span()) and (match.start() == 0 or _opened(reading, match.start())):
                reading.mention(things[0], *match.span())


def _departments(reading: Reading) -> None:
    """A department by its own name, once it is named behind its agency's."""
    for claim in [c for c in reading.draft.claims if c.predicate == "partOf" and c.rule == "partOf.nested"]:
        unit, form = claim.subject, claim.subject.name
        lead = max((n for n in claim.object.names if form.startswith(n)), key=len, default="")
        tail = form[len(lead) :]
        if unit.type != "GovernmentAgency" or not lead or len(tail) < 4 or tail[-1] not in "司局处厅":
            continue
        for start, end in spans_of(tail, reading.text, reading.body):
            if not reading.overlaps(start, end) and _opened(reading, start):
                unit.add_alias(tail)
                reading.mention(unit, start, end)


def _its_departments(reading: Reading) -> None:
    for match in matches(_ITS, reading.text, 0, reading.body):
        start, end = match.span("unit")
        parent = _last(reading, _NOUNS[match["noun"]], match.start())
        if parent is None or reading.overlaps(start, end) or any(reading.marks.hard[start:end]):
            continue
        unit = next((t for t in reading.draft.things if t.type == "GovernmentAgency" and t.name.endswith(match["unit"])), None)
        if unit is None:
            unit = Thing("GovernmentAgency", match["unit"])
            unit.add_alias(parent.name + match["unit"])
            reading.draft.things.append(unit)
        reading.mention(unit, start, end)
        part_of(reading, unit, parent, (match.start(), end), "partOf.context", 0.85)


# 某厅派农村水利处处长张三参加: a department of the agency that sends
_SENT = re.compile(r"(?:委派|选派|派出|指派|派)(?P<unit>[\u4e00-\u9fff]{1,12}?(?:处|司|局|科|办公室|部))(?=(?:处长|司长|局长|科长|部长|主任|副[处司局科部主]|一级|二级|调研员|巡视员))")


def _sent(reading: Reading) -> None:
    for match in matches(_SENT, reading.text, 0, reading.body):
        start, end = match.span("unit")
        parent = next((t for _, t in reading.ending_at(match.start()) if t.type in ("GovernmentAgency", "Enterprise", "Association", "Alliance")), None)
        if parent is None or reading.overlaps(start, end) or any(reading.marks.hard[start:end]):
            continue
        unit = Thing("GovernmentAgency" if parent.type == "GovernmentAgency" else "OrganizationUnit", match["unit"])
        unit.add_alias(parent.name + match["unit"])
        reading.draft.things.append(unit)
        reading.mention(unit, start, end)
        part_of(reading, unit, parent, (match.start(), end), "partOf.context", 0.85)


def _committees(reading: Reading) -> None:
    things = [t for t in reading.draft.things if t.type == "GovernmentAgency" and t.name.endswith(("管理委员会", "管委会"))]
    if len(things) != 1 or "管" not in reading.text:
        return
    for match in matches(_COMMITTEE, reading.text, 0, reading.body):
        start, end = match.span()
        if not reading.overlaps(start, end) and _opened(reading, start):
            reading.mention(things[0], start, end)


def _last(reading: Reading, ends: tuple[str, ...], at: int) -> Thing | None:
    """The agency with one of these endings that is named last before a place."""
    named = [
        (max(b for _, b in t.mentions if b <= at), n) for n, t in enumerate(reading.draft.things)
        if t.type == "GovernmentAgency" and t.name.endswith(ends) and any(b <= at for _, b in t.mentions)
    ]  # fmt: skip
    return reading.draft.things[max(named)[1]] if named else None


def _opened(reading: Reading, start: int) -> bool:
    """Whether a name may begin here."""
    return reading.marks.opened(start) or reading.text[start - 1 : start] in ("由", "经", "，", "。", "；", "：", "、", "会", "同", "和", "与")
