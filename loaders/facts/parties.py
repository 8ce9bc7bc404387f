"""The parties to a talk, an agreement or a visit, and the unnamed events that these are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .clauses import Hit, Reader
from .draft import Thing
from .masking import ORG, PERSON

_TALKISH = re.compile(r"^(?:[^，。；]{0,4})?(?:视频会谈|线上会谈|视频座谈|座谈|会谈|座谈交流|工作座谈|洽谈|座谈会|会晤|交流座谈|工作交流|业务交流|交流座谈会)$")


_VISITISH = re.compile(r"(?:调研|考察|走访|参观|拜访|访问|考察学习|参观学习)(?:活动|交流)?$")


_SIGNING = re.compile(r"签约|签署|签字|签订")


def talkish(event: Thing) -> bool:
    """Whether an event is a talk without a name of its own."""
    return _TALKISH.search(event.name) is not None


def visitish(event: Thing) -> bool:
    """Whether an event is a visit."""
    return _VISITISH.search(event.name) is not None


def signish(event: Thing) -> bool:
    """Whether an event is a signing."""
    return _SIGNING.search(event.name) is not None


@dataclass(slots=True)
class Side:
    """One party: its organisations and the persons who act for it."""

    orgs: list[Thing] = field(default_factory=list)
    persons: list[Thing] = field(default_factory=list)
    start: int = 0


def side_of(reader: Reader, cells: list[int]) -> Side:
    """The party that these cells are: organisations, and persons with the organisations they act for."""
    side = Side(start=cells[0] if cells else 0)
    for at in cells:
        thing = reader.view.things[at]
        if thing.type == "Person":
            side.persons.append(thing)
            side.orgs += [org for org in reader.orgs_of(thing, at)[:1] if org not in side.orgs]
        elif thing not in side.orgs:
            side.orgs.append(thing)
    return side


def subject_before(reader: Reader, hit: Hit) -> Side:
    """Who an earlier clause of the sentence speaks of, else the owner of the item."""
    text = reader.view.text
    part = text.rfind("；", hit.sentence[0], hit.left) + 1  # 3月，甲投资乙；4月，乙收购丙，并与丁签订…
    for at in (*(reader.listed(part, hit.left, ORG + PERSON) if part else ()), *reader.listed(hit.sentence[0], hit.left, ORG + PERSON)):
        begin = max((text.rfind(sign, hit.sentence[0], at) for sign in "，；："), default=-1) + 1
        if re.fullmatch(r"(?:\ue00a|，|此外|同时|会上|期间|另外|其间|为此|随后|日前|近日)*", text[max(begin, hit.sentence[0]) : at]):
            return side_of(reader, [at])
    owner = reader.draft.owner
    return Side([owner] if owner is not None else [], [], hit.left)


def unnamed_event(reader: Reader, name: str, start: int, end: int, aliases: list[str]) -> Thing:
    """Add an event that the text only describes; the words at `[start, end)` are its mention."""
    thing = Thing("Event", name, [reader.view.span(start, end)])
    for alias in aliases:
        thing.add_alias(alias)
    reader.events.things.append(thing)
    reader.draft.things.append(thing)
    return thing
