"""What the item names apart from its home, or names with it: the academy of a research centre, the company of an institute by its brand, the bank of a branch."""

from __future__ import annotations

import re

from .draft import Thing
from .needs import matches
from .nesting import part_of
from .reading import Reading
from .shortening import without_place

# 秋乐种业研究院: a brand, and what a company calls its own institute
_OF_FIRM = re.compile(r"(?P<brand>[\u4e00-\u9fffA-Za-z]{3,8}?)(?:中央|技术|科学|工程|创新)*(?:研究院|研究所|研究中心|技术中心|研发中心|设计院|实验室)")
# known by their whole names: an institute of these is one entity
_WHOLE = re.compile(r"中国科学院|中科院|中国社会科学院|军事科学院|中国[\u4e00-\u9fff]{2,8}研究院")

# 某农业银行某省分行: the bank or company that a branch belongs to
_OF_BANK = re.compile(r"([\u4e00-\u9fff]{2,14}?(?:银行|信用社|保险|证券|集团|公司))(?:股份有限公司)?[\u4e00-\u9fff]{2,10}?(?:分行|支行|分公司|营业部|分社)")


def read_institute_parents(reading: Reading) -> None:
    """State `partOf` for such institutes, where the item names just one home that fits, and for editors in their own name."""
    _editors(reading)
    for span, branch in sorted(reading.at.items(), key=lambda pair: pair[0]):
        bank = _OF_BANK.fullmatch(reading.text, *span) if branch.type == "Enterprise" and span[0] < reading.body else None
        if bank and len(reading.starting_at(span[0])) == 1:
            part_of(reading, branch, reading.add("Enterprise", *bank.span(1)), span, "partOf.nested", 0.97)
    things = [t for t in reading.draft.things if t.mentions and min(t.mentions)[0] < reading.body]
    for unit in [t for t in things if t.type == "ResearchInstitute"]:
        if any(c.predicate == "partOf" and c.subject is unit for c in reading.draft.claims):
            continue
        homes = [t for t in things if t is not unit and (_academy(unit, t) or _firm(unit, t))]
        if len(homes) == 1:
            span = min(unit.mentions)
            part_of(reading, unit, homes[0], span, "partOf.nested", 0.85)


# 《某技术》编辑部评出…: the editors act in their own name
_EDITORS = re.compile(r"《([^《》\n]{2,14})》(?:杂志)?编辑部(?=(?:日前|近日|还|也|联合|共同)*(?:评出|评选|颁发|授予|主办|承办|协办|组织|发起|举办|编写|主编|提供|给予))")


def _editors(reading: Reading) -> None:
    for match in matches(_EDITORS, reading.text, 0, reading.body):
        journal = reading.at.get(match.span(1))
        if journal is not None and journal.type == "Media":
            unit = Thing("OrganizationUnit", match[0])
            reading.draft.things.append(unit)
            reading.mention(unit, *match.span())
            part_of(reading, unit, journal, match.span(), "partOf.nested", 0.85)


def _academy(unit: Thing, home: Thing) -> bool:
    """Whether an academy that the item names by itself begins the institute's name: 某省农业科学院 and its 玉米研究中心."""
    return (
        home.type == "ResearchInstitute" and home.name.endswith(("科学院", "研究院", "研究总院")) and unit.name.startswith(home.name)
        and len(unit.name) > len(home.name) + 3 and _WHOLE.match(home.name) is None and len(home.mentions) > 0
    )


def _firm(unit: Thing, home: Thing) -> bool:
    """Whether the institute bears the brand of a company: 秋乐种业研究院 of 河南秋乐种业科技股份有限公司."""
    if home.type != "Enterprise" or not home.name.endswith(("公司", "集团")):
        return False
    match = _OF_FIRM.fullmatch(unit.name)
    return match is not None and (without_place(home.name).startswith(match["brand"]) or match["brand"] in home.names)
