"""Read the ontology out of its Turtle file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import cast

from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, SKOS
from rdflib.term import Node

from .vocabulary import Attribute, Class_, Ontology, Predicate, Role, Text, ValueKind

INO = Namespace("https://w3id.org/innograph/ontology#")
"""The namespace of the ontology's own terms."""


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
    classes = sorted(_classes(graph), key=lambda c: (c.order, c.name))
    predicates = sorted(_predicates(graph), key=lambda p: (p.order, p.name))
    attributes = sorted(_attributes(graph), key=lambda a: (a.order, a.name))
    return Ontology(
        next((str(o) for o in graph.objects(None, OWL.versionInfo)), ""),
        {c.name: c for c in classes},
        {p.name: p for p in predicates},
        {a.name: a for a in attributes},
    )


def _classes(graph: Graph) -> list[Class_]:
    parents = {
        _local(s): _local(o)
        for s, o in graph.subject_objects(RDFS.subClassOf)
        if isinstance(s, URIRef) and isinstance(o, URIRef)
    }

    def lineage(name: str) -> tuple[str, ...]:
        return (*lineage(parents[name]), name) if name in parents else (name,)

    return [
        Class_(
            _local(s), _one(graph, s, INO.category), int(_one(graph, s, INO.order)), lineage(_local(s)),
            _texts(graph, s, RDFS.label), _texts(graph, s, SKOS.definition),
        )
        for s in graph.subjects(RDF.type, OWL.Class)
        if isinstance(s, URIRef) and (s, INO.category, None) in graph
    ]


def _predicates(graph: Graph) -> list[Predicate]:
    roles = _roles(graph)
    inverses = {o: _local(s) for s, o in graph.subject_objects(OWL.inverseOf)}
    return [
        Predicate(
            name, _one(graph, s, INO.edgeType), _one(graph, s, INO.category), int(_one(graph, s, INO.order)),
            (s, RDF.type, OWL.SymmetricProperty) in graph, _ends(graph, s, RDFS.domain),
            _ends(graph, s, RDFS.range), _texts(graph, s, RDFS.label), _texts(graph, s, SKOS.definition),
            {r.name: r for r in sorted(roles.get(name, ()), key=lambda r: r.order)}, inverses.get(s),
            _record(graph, s), _tie(graph, s),
        )
        for s in graph.subjects(RDF.type, OWL.ObjectProperty)
        if (s, INO.category, None) in graph
        for name in [_local(s)]
    ]


def _roles(graph: Graph) -> dict[str, list[Role]]:
    roles: dict[str, list[Role]] = {}
    for s, o in graph.subject_objects(INO.roleOf):
        implied = graph.value(s, RDFS.subPropertyOf)
        edge_type = graph.value(s, INO.edgeType) or graph.value(o, INO.edgeType)
        roles.setdefault(_local(o), []).append(
            Role(
                _one(graph, s, INO.roleName), _local(s), _local(o), _local(implied) if implied else None,
                str(edge_type), int(_one(graph, s, INO.order)), _texts(graph, s, RDFS.label),
                _texts(graph, s, SKOS.definition), _record(graph, s) or _record(graph, o),
                _tie(graph, s),
            )
        )
    return roles


def _attributes(graph: Graph) -> list[Attribute]:
    return [
        Attribute(
            str(name), _local(s), cast(ValueKind, _one(graph, s, INO.valueKind)),
            int(_one(graph, s, INO.order)), _texts(graph, s, RDFS.label), _texts(graph, s, SKOS.definition),
        )
        for s, name in graph.subject_objects(INO.propertyName)
    ]


def _record(graph: Graph, subject: Node) -> str | None:
    found = graph.value(subject, INO.recordClass)
    return None if found is None else _local(found)


def _tie(graph: Graph, subject: Node) -> bool:
    return _one(graph, subject, INO.isTie) != "false"


def _local(term: Node) -> str:
    return str(term).removeprefix(str(INO))


def _one(graph: Graph, subject: Node, predicate: URIRef) -> str:
    return str(graph.value(subject, predicate))


def _texts(graph: Graph, subject: Node, predicate: URIRef) -> Text:
    found = graph.objects(subject, predicate)
    return {str(getattr(o, "language", "")): str(o) for o in sorted(found, key=str)}


def _ends(graph: Graph, subject: Node, predicate: URIRef) -> tuple[str, ...]:
    names: list[str] = []
    for node in graph.objects(subject, predicate):
        if isinstance(node, URIRef):
            names.append(_local(node))
        else:
            members = graph.value(node, OWL.unionOf)
            if members is not None:
                names += [_local(m) for m in Collection(graph, members)]
    return tuple(names)
