"""The shapes of the ontology as constraints: what `shapes.ttl` says, one rule at a time.

Only the part of SHACL Core that `shapes.ttl` uses is read; anything else in that file is an error, so
that no rule is passed over in silence. pyshacl reads the same file, and a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rdflib import RDF, SH, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ..ontology import source
from .rdf_terms import Term

SHP = Namespace("https://w3id.org/innograph/shapes#")

_ABOUT = frozenset((SH.path, SH.message, SH.severity, SH.property, SH.targetClass, SH.targetSubjectsOf,
                    RDF.type, SHP.scope, SH.qualifiedMinCount, SH.qualifiedMaxCount))


@dataclass(frozen=True, slots=True, eq=False)
class Constraint:
    """One rule of one shape.

    `target` is `("class", C)` or `("subjects", p)`; `path` is None where the thing itself is meant.
    `component` is the local name of the SHACL term (`minCount`, `in` …) and `arguments` what it says,
    as N-Triples terms. `scope` is `item` where the targets stand in the graphs of items.
    """

    shape: str
    scope: str
    target: tuple[str, Term]
    path: Term | None
    component: str
    arguments: tuple[Term, ...]
    severity: str
    message: Mapping[str, str]


@cache
def constraints() -> tuple[Constraint, ...]:
    """The rules of the shapes that ship with the package."""
    return read(source("shapes.ttl"))


def read(turtle: str) -> tuple[Constraint, ...]:
    """The rules of shapes in Turtle. Raises `ValueError` for SHACL that is not supported."""
    graph = Graph().parse(data=turtle, format="turtle")
    found = (c for shape in graph.subjects(RDF.type, SH.NodeShape) for c in _of_shape(graph, shape))
    return tuple(sorted(found, key=lambda c: (c.shape, c.path or "", c.component, c.arguments)))


def _of_shape(graph: Graph, shape: Node) -> Iterator[Constraint]:
    scope = str(graph.value(shape, SHP.scope) or "default")
    targets = [("class", t.n3()) for t in graph.objects(shape, SH.targetClass)]
    targets += [("subjects", t.n3()) for t in graph.objects(shape, SH.targetSubjectsOf)]
    for target in targets:
        for part in [shape, *graph.objects(shape, SH.property)]:
            path = graph.value(part, SH.path)
            if path is not None and not isinstance(path, URIRef):
                raise ValueError(f"{shape}: only a property is supported as a path")
            severity = str(graph.value(part, SH.severity) or SH.Violation).removeprefix(str(SH))
            message = {str(getattr(m, "language", "")): str(m) for m in graph.objects(part, SH.message)}
            for component, arguments in _components(graph, part):
                yield Constraint(
                    str(shape).removeprefix(str(SHP)), scope, target, path.n3() if path else None,
                    component, arguments, severity, message,
                )


def _components(graph: Graph, part: Node) -> Iterator[tuple[str, tuple[Term, ...]]]:
    for predicate, value in graph.predicate_objects(part):
        name = str(predicate).removeprefix(str(SH))
        if predicate in _ABOUT:
            continue
        if predicate == SH["in"]:
            yield "in", _list(graph, value)
        elif predicate == SH["or"]:
            yield "or", tuple(_class_of(graph, member, part) for member in Collection(graph, value))
        elif predicate == SH.qualifiedValueShape:
            listed = graph.value(value, SH["in"])
            least, most = graph.value(part, SH.qualifiedMinCount), graph.value(part, SH.qualifiedMaxCount)
            if listed is None or str(least) != "1" or str(most) != "1":
                raise ValueError(f"{part}: of qualified shapes only exactly one of a list is supported")
            yield "qualifiedMinCount", _list(graph, listed)
            yield "qualifiedMaxCount", _list(graph, listed)
        elif name in _SIMPLE:
            yield name, (value.n3(),)
        else:
            raise ValueError(f"{part}: {predicate} is not supported")


_SIMPLE = frozenset((
    "minCount", "maxCount", "datatype", "pattern", "maxLength", "minInclusive", "maxInclusive", "nodeKind",
    "class", "lessThan", "lessThanOrEquals", "disjoint",
))


def _list(graph: Graph, head: Node) -> tuple[Term, ...]:
    return tuple(member.n3() for member in Collection(graph, head))


def _class_of(graph: Graph, member: Node, part: Node) -> Term:
    class_ = graph.value(member, SH["class"])
    if class_ is None:
        raise ValueError(f"{part}: of sh:or only a choice of classes is supported")
    return class_.n3()
