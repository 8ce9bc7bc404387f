"""The parties of an agreement or a talk, and which of them it pairs."""

from __future__ import annotations

import re

from .clauses import Hit, Reader
from .draft import Thing
from .masking import ORG, PERSON
from .parties import Side, side_of, subject_before

# 与甲所属的乙签订: 乙 signs
_WHOSE = re.compile(r"(?:所属|下属|旗下|名下|控股|直属|麾下)的?\ue000")
_OF_WHOM = re.compile(r"[与和同]\ue000(?:所属|下属|旗下|名下|控股|直属|麾下)的?$")
# 订立三方协议: each with each
_ALL = re.compile(r"[三四五六七八九多各]方(?:联合|合作|共建|战略|框架|研发)*(?:[^，。；]{0,10}?)(?:协议|备忘录|合同|协定)|共同签|一同签|(?:三|四|五|多|各)方(?:共同|联合|现场)?(?:签|订)")


def parties_of(reader: Reader, hit: Hit) -> tuple[list[Side], bool]:
    """The parties before a verb (甲与乙签署), and whether the first meets each of the others apart."""
    text = reader.view.text
    left = hit.left
    doers = reader.doers(hit.start, left, ORG + PERSON, hit.form)
    cells = [at for at in doers.cells if not _WHOSE.match(text, at + 1)]
    if not cells:
        return [], False
    apart = bool(re.search(r"分别|先后", text[left : hit.start] + hit.form))
    whose = _OF_WHOM.search(text, left, cells[0]) if cells else None
    if whose is not None:
        before = reader.listed(left, whose.start(), ORG + PERSON)
        first = side_of(reader, before[-1:]) if before else subject_before(reader, hit)
        return [first, *(side_of(reader, [at]) for at in cells)], True
    if doers.lead in ("与", "和", "同", "联合", "会同", "携手", "牵手", "联手"):
        before = reader.listed(left, cells[0], ORG + PERSON)
        if apart and len(before) > 1:
            partner = side_of(reader, cells[:1])
            return [partner, *(side_of(reader, [at]) for at in before)], True
        first = side_of(reader, before[-1:]) if before else subject_before(reader, hit)
        return [first, *(side_of(reader, [at]) for at in cells)], apart or (hit.verb.family != "agree" and _ALL.search(text[left : reader.clause_end(hit.end)]) is None)
    return [side_of(reader, [at]) for at in cells], apart


def party_of(reader: Reader, at: int) -> Thing:
    """The organisation at a cell, or the one that the person there acts for."""
    thing = reader.view.things[at]
    if thing.type != "Person":
        return thing
    held = [c for c in reader.draft.claims if c.predicate == "holdsPost" and c.subject is thing]
    if len(held) > 1:  # 联盟秘书长兼某公司副总某某 acts for the alliance
        return min(held, key=lambda c: c.evidence[0]).object
    return (reader.orgs_of(thing, at) or (thing,))[0]


def last_pair(reader: Reader, hit: Hit) -> list[int]:
    """The cells of the two parties that stand last before a verb; none where they are not two."""
    near = [at for at in reader.listed(hit.sentence[0], hit.left, ORG + PERSON) if reader.view.text[at] == ORG or reader.orgs_of(reader.view.things[at], at)]
    if hit.start >= reader.headline_end and len({id(party_of(reader, at)) for at in near}) == 2:
        one = near[0]
        return [one, next(at for at in near if party_of(reader, at) is not party_of(reader, one))]
    cells = reader.listed(reader.headline_end, hit.left, ORG)
    if len({id(reader.view.things[at]) for at in cells}) < 2:  # 甲副局长某某来乙考察，双方签下备忘录
        cells = [at for at in reader.listed(reader.headline_end, hit.left, ORG + PERSON) if reader.view.text[at] == ORG or reader.orgs_of(reader.view.things[at], at)]
    seen: list[int] = []
    for at in reversed(cells):
        if all(party_of(reader, at) is not party_of(reader, other) for other in seen):
            seen.insert(0, at)
        if len(seen) == 2:
            return seen
    return []


def guest_and_host(reader: Reader, hit: Hit) -> list[int]:
    """宾主: who went to see whom, by the last visit told before the verb; their cells."""
    for visit in reversed(reader.hits):
        if visit.verb.family == "visit" and visit.end <= hit.start and reader.view.text[visit.end : visit.end + 1] == ORG:
            guests = reader.listed(visit.sentence[0], visit.start, ORG + PERSON)
            return [guests[0], visit.end] if guests else []
    return []


def paired(reader: Reader, sides: list[Side], apart: bool, span: tuple[int, int], rule: str, role: str) -> None:
    """Write down the tie of every two sides; where `apart`, only of the first with each other."""
    for number, one in enumerate(sides):
        for other in sides[number + 1 :]:
            if apart and number:
                continue
            for left in one.orgs:
                for right in other.orgs:
                    reader.claim(left, "cooperatesWith", right, span, rule, role)
