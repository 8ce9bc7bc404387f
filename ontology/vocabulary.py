"""The ontology as code reads it: classes, predicates, roles and attributes.

Everything that names a label, an edge type or a property elsewhere asks here, so that a class or
role added to `innograph.ttl` appears in the stores, the pages and the docs without a change of code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Text = Mapping[str, str]
"""Language tag (`zh`, `en`) → text."""

ClassKind = Literal["thing", "abstract", "derived", "provenance"]
ValueKind = Literal["text", "integer", "number", "flag", "date"]


@dataclass(frozen=True, slots=True)
class Class_:
    """A class. `lineage` is the path from the root to the class itself, general to special.

    `kind` is `thing`, `abstract` (never the type of a node), `derived` (follows from other facts)
    or `provenance` (bulletins, items, statements).
    """

    name: str
    kind: str
    order: int
    lineage: tuple[str, ...]
    label: Text
    definition: Text


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a predicate: a property of its own; `implies` is its predicate, or None (applicant).

    `record` is the class of the facts in this role, `tie` whether they tie their two things together.
    """

    name: str
    property: str
    predicate: str
    implies: str | None
    edge_type: str
    order: int
    label: Text
    definition: Text
    record: str | None = None
    tie: bool = True


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate with its ends. `kind` is `fact` or `provenance`; `roles` by name, in order.

    `inverse` is the local name of the property that says the same from the object's side, `record` the
    class of its facts where they have one of their own, `tie` whether they tie their two things together.
    """

    name: str
    edge_type: str
    kind: str
    order: int
    symmetric: bool
    domain: tuple[str, ...]
    range: tuple[str, ...]
    label: Text
    definition: Text
    roles: Mapping[str, Role]
    inverse: str | None = None
    record: str | None = None
    tie: bool = True


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property with a plain value, of nodes, edges or statements.

    `name` is its name in the property graph (`first_seen`), `term` its local name in RDF
    (`firstSeen`). A `date` has three properties more, see `earliest`, `latest` and `precision`.
    """

    name: str
    term: str
    kind: ValueKind
    order: int
    label: Text
    definition: Text

    @property
    def earliest(self) -> str:
        """The property for the first day that a date may mean."""
        return f"{self.term}Earliest"

    @property
    def latest(self) -> str:
        """The property for the last day that a date may mean."""
        return f"{self.term}Latest"

    @property
    def precision(self) -> str:
        """The property for how exact a date is: `day`, `month`, `year` or `period`."""
        return f"{self.term}Precision"


@dataclass(frozen=True, slots=True, eq=False)
class Ontology:
    """Classes, predicates and attributes by name, in the order of the file. Compared by identity."""

    version: str
    classes: Mapping[str, Class_]
    predicates: Mapping[str, Predicate]
    attributes: Mapping[str, Attribute]

    def labels(self, type_: str) -> tuple[str, ...]:
        """The labels of a node of this type, general to special: `("Thing", "Agent", …)`.

        Raises `KeyError` for a type that the ontology does not know.
        """
        return self.classes[type_].lineage

    def is_a(self, type_: str, ancestor: str) -> bool:
        """Whether the class is the other or below it."""
        return ancestor in self.classes[type_].lineage

    def edge_type(self, predicate: str, role: str | None = None) -> str:
        """The Cypher relationship type of a fact."""
        found = self.predicates[predicate]
        part = found.roles.get(role) if role is not None else None
        return found.edge_type if part is None else part.edge_type

    def properties(self, predicate: str, role: str | None = None) -> tuple[str, ...]:
        """The RDF properties (local names) that a fact asserts, special to general."""
        found = self.predicates[predicate]
        if role is None or role not in found.roles:
            return (predicate,)
        part = found.roles[role]
        return (part.property,) if part.implies is None else (part.property, part.implies)

    def record(self, predicate: str, role: str | None = None) -> str:
        """The class of a fact: `Membership`, `Participation` …, or plain `Fact`."""
        found = self.predicates[predicate]
        part = found.roles.get(role) if role is not None else None
        return (part.record if part is not None else found.record) or "Fact"

    def ties(self, predicate: str, role: str | None = None) -> bool:
        """Whether such a fact ties its two things together; topics, places and applications do not."""
        found = self.predicates[predicate]
        part = found.roles.get(role) if role is not None else None
        return found.kind == "fact" and found.tie and (part is None or part.tie)

    def allows(self, predicate: str, subject: str, object_: str) -> bool:
        """Whether the predicate may join things of these types."""
        found = self.predicates[predicate]
        return any(self.is_a(subject, c) for c in found.domain) and any(
            self.is_a(object_, c) for c in found.range
        )
