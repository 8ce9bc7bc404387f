"""How many nodes, edges and statements an RDF store holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...ontology import load
from ..rdf_terms import local, term

COUNTS: Mapping[str, str] = {
    "nodes": "SELECT ?type (COUNT(?s) AS ?n) WHERE { ?s a ?type } GROUP BY ?type",
    "edges": (
        f"SELECT ?predicate ?role (COUNT(?e) AS ?n) WHERE {{ ?e {term('predicate')} ?predicate "
        f"OPTIONAL {{ ?e {term('role')} ?role }} }} GROUP BY ?predicate ?role"
    ),
    "statements": f"SELECT (COUNT(?s) AS ?n) WHERE {{ GRAPH ?g {{ ?s a {term('Statement')} }} }}",
}
"""The questions to ask; `read_counts` reads their answers."""

Answer = Sequence[Sequence[Any]]


def read_counts(answers: Mapping[str, Answer]) -> Mapping[str, Mapping[str, int]]:
    """`{"nodes": {label: n}, "edges": {type: n}, "statements": {"": n}}`, sorted by name."""
    ontology = load()
    nodes: dict[str, int] = {}
    for type_, number in answers["nodes"]:
        name = local(type_) or type_
        if name in ontology.classes:
            nodes[name] = number
    edges: dict[str, int] = {}
    for predicate, role, number in answers["edges"]:
        name = local(predicate) or predicate
        known = name in ontology.predicates
        type_ = ontology.edge_type(name, role) if known else name
        edges[type_] = edges.get(type_, 0) + number
    return {
        "nodes": dict(sorted(nodes.items())),
        "edges": dict(sorted(edges.items())),
        "statements": {"": answers["statements"][0][0]},
    }
