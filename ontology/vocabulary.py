"""The ontology as code reads it: classes, predicates and roles out of `innograph.ttl`.

Everything that names a label, an edge type or a property elsewhere asks here, so that a class or
role added to the Turtle file appears in the stores, the pages and the docs without a change of code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, SKOS

INO = Namespace("https://w3id.org/innograph/ontology#")

Text = Mapping[str, str]
"""Language tag (`zh`, `en`) → text."""


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
    """A role of a predicate: a property of its own; `implies` is its predicate, or None (applicant)."""

    name: str
    property: str
    predicate: str
    implies: str | None
    edge_type: str
    order: int
    label: Text


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate with its ends. `kind` is `fact` or `provenance`; `roles` by name, in order."""

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


@dataclass(frozen=True, slots=True)
class Ontology:
    """Classes and predicates by name, in the order of the file."""

    version: str
    classes: Mapping[str, Class_]
    predicates: Mapping[str, Predicate]

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
        return found.roles[role].edge_type if role in found.roles else found.edge_type

    def properties(self, predicate: str, role: str | None = None) -> tuple[str, ...]:
        """The RDF properties (local names) that a fact asserts, special to general."""
        found = self.predicates[predicate]
        if role is None or role not in found.roles:
            return (predicate,)
        part = found.roles[role]
        return (part.property,) if part.implies is None else (part.property, part.implies)

    def allows(self, predicate: str, subject: str, object_: str) -> bool:
        """Whether the predicate may join things of these types."""
        found = self.predicates[predicate]
        return any(self.is_a(subject, c) for c in found.domain) and any(
            self.is_a(object_, c) for c in found.range
        )


def source(name: str = "innograph.ttl") -> str:
    """The text of a file of the ontology."""
    return (files(__package__) / name).read_text(encoding="utf-8")


@cache
def load() -> Ontology:
    """Read the ontology that ships with the package."""
    return parse(source())


def parse(turtle: str) -> Ontology:
    """Read an ontology from Turtle text."""
    graph = Graph().parse(data=turtle, format="turtle")
    parents = {_local(s): _local(o) for s, o in graph.subject_objects(RDFS.subClassOf) if isinstance(o, URIRef)}

    def lineage(name: str) -> tuple[str, ...]:
        return (*lineage(parents[name]), name) if name in parents else (name,)

    classes = [
        Class_(
            _local(s), _one(graph, s, INO.kind), int(_one(graph, s, INO.order)), lineage(_local(s)),
            _texts(graph, s, RDFS.label), _texts(graph, s, SKOS.definition),
        )
        for s in graph.subjects(RDF.type, OWL.Class)
        if isinstance(s, URIRef)
    ]
    edge_types = {_local(s): str(o) for s, o in graph.subject_objects(INO.edgeType)}
    roles: dict[str, list[Role]] = {}
    for s, o in graph.subject_objects(INO.roleOf):
        predicate, implied = _local(o), graph.value(s, RDFS.subPropertyOf)
        roles.setdefault(predicate, []).append(
            Role(
                _one(graph, s, INO.roleName), _local(s), predicate, _local(implied) if implied else None,
                edge_types.get(_local(s), edge_types[predicate]), int(_one(graph, s, INO.order)),
                _texts(graph, s, RDFS.label),
            )
        )
    predicates = [
        Predicate(
            name, edge_types[name], _one(graph, s, INO.kind), int(_one(graph, s, INO.order)),
            (s, RDF.type, OWL.SymmetricProperty) in graph, _ends(graph, s, RDFS.domain),
            _ends(graph, s, RDFS.range), _texts(graph, s, RDFS.label), _texts(graph, s, SKOS.definition),
            {r.name: r for r in sorted(roles.get(name, ()), key=lambda r: r.order)},
        )
        for s in graph.subjects(INO.kind, None)
        if isinstance(s, URIRef) and (s, RDF.type, OWL.ObjectProperty) in graph
        for name in [_local(s)]
    ]
    version = next((str(o) for o in graph.objects(None, OWL.versionInfo)), "")
    return Ontology(
        version,
        {c.name: c for c in sorted(classes, key=lambda c: c.order)},
        {p.name: p for p in sorted(predicates, key=lambda p: p.order)},
    )


def _local(term: object) -> str:
    return str(term).removeprefix(str(INO))


def _one(graph: Graph, subject: URIRef | object, predicate: URIRef) -> str:
    return str(graph.value(subject, predicate))  # type: ignore[arg-type]


def _texts(graph: Graph, subject: object, predicate: URIRef) -> Text:
    found = graph.objects(subject, predicate)  # type: ignore[arg-type]
    return {str(getattr(o, "language", "")): str(o) for o in sorted(found)}


def _ends(graph: Graph, subject: object, predicate: URIRef) -> tuple[str, ...]:
    names: list[str] = []
    for node in graph.objects(subject, predicate):  # type: ignore[arg-type]
        if isinstance(node, URIRef):
            names.append(_local(node))
        else:
            members = graph.value(node, OWL.unionOf)
            if members is not None:
                names += [_local(m) for m in Collection(graph, members)]
    return tuple(names)
