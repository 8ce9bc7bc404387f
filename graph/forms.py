"""What resolution works on: forms, which are names with what tells them apart, and where they stand."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from .. import ontology

ORGANIZATION, PERSON, EVENT, WORK, PLACE = "Organization", "Person", "Event", "Work", "Place"

LOCAL = "\x1f"
"""Stands before the bulletin or item that a name is kept to; white space, so no name contains it."""

Hook = tuple[str | int, ...]

Alias = tuple[str, bool, str]
"""An alias as written, whether a roster gives it, and an item that does."""

NONE: Mapping[str, Any] = MappingProxyType({})


def _nothing() -> Mapping[str, Any]:
    return NONE


@dataclass(slots=True)
class Sample:
    """Where a form stands: the item, its headline and the words around the first mention."""

    item: str
    title: str
    quote: str


@dataclass(slots=True)
class Form:
    """One name of one family of types. `number` is only this run's; nothing durable depends on it.

    `apart` is what tells it from the same name elsewhere: nothing where the name alone identifies, `@` and
    a parent, organisation, host or date, or `LOCAL` and the bulletin or item. `aliases` maps a folded alias
    (with its scope, where it says nothing elsewhere) to who gives it. `hosts`, `parents` and `memberships`
    are numbers of forms; `owners` are who contributed items on an event that nobody is said to host; `uses`
    are the ends of facts that it is, as (predicate, 0 for subject or 1). There may be a million forms, so
    what is empty takes no room.
    """

    number: int
    family: str
    form: str
    apart: str
    names: tuple[str, ...] = ()
    types: Mapping[str, int] = field(default_factory=_nothing)
    roster_types: Mapping[str, int] = field(default_factory=_nothing)
    rosters: tuple[str, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()
    aliases: Mapping[str, Alias] = field(default_factory=_nothing)
    former: tuple[str, ...] = ()
    parents: tuple[int, ...] = ()
    memberships: tuple[int, ...] = ()
    hosts: tuple[int, ...] = ()
    owners: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    posts_held: tuple[str, ...] = ()
    uses: tuple[tuple[str, int], ...] = ()
    items: array[int] = field(default_factory=lambda: array("I"))
    sample: Sample | None = None

    @property
    def name(self) -> str:
        """The first of its spellings."""
        return min(self.names)

    def add(self, to: str, *values: Any) -> None:
        """Add values to one of the tuples, each once."""
        held = getattr(self, to)
        for value in values:
            if value not in held:
                held = (*held, value)
        setattr(self, to, held)

    def put(self, to: str, key: str, value: Any) -> None:
        """Put a value under a key of one of the mappings."""
        held = getattr(self, to)
        if held is NONE:
            setattr(self, to, {key: value})
        else:
            held[key] = value


@dataclass(slots=True)
class Table:
    """All forms, and for each item its local keys and the forms they fall on.

    `ranges` are each bulletin's items, `related` the pairs of organisations that an item relates to each
    other.
    """

    forms: list[Form] = field(default_factory=list)
    by_name: dict[tuple[str, str, str], int] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)
    bulletins: list[str] = field(default_factory=list)
    bulletin_of: array[int] = field(default_factory=lambda: array("I"))
    ranges: list[range] = field(default_factory=list)
    locals: list[tuple[str, ...]] = field(default_factory=list)
    placed: list[array[int]] = field(default_factory=list)
    related: set[tuple[int, int]] = field(default_factory=set)

    def form(self, family: str, form: str, apart: str = "") -> Form | None:
        """The form of this family, folded name and discriminator, if anything falls on it."""
        number = self.by_name.get((family, form, apart))
        return None if number is None else self.forms[number]


def family(type_: str) -> str:
    """The types within which equal names are one thing: organisations, works, else the type itself."""
    found = ontology.load().classes.get(type_)
    lineage = () if found is None else found.lineage
    return ORGANIZATION if ORGANIZATION in lineage else WORK if WORK in lineage else type_
