"""What a store holds: labels, relation types and properties, with their meaning and counts."""

from __future__ import annotations

from typing import Any

from ..graph.stores import Store
from ..ontology import load

_PROPERTIES = {
    "cypher": """
        MATCH (n:Thing) UNWIND keys(n) AS property
        RETURN n.type AS type, property, count(*) AS count ORDER BY type, property""",
    "sparql": """
        PREFIX ino: <https://w3id.org/innograph/ontology#>
        SELECT ?type ?property (COUNT(DISTINCT ?n) AS ?count) WHERE {
          ?n a ino:Thing ; ino:key ?key ; ?p ?value . FILTER(isLiteral(?value))
          BIND(STRBEFORE(?key, "/") AS ?type) BIND(STRAFTER(STR(?p), "#") AS ?property)
        } GROUP BY ?type ?property ORDER BY ?type ?property""",
}
_HIDDEN = {"type", "written_by"}


def schema_of(store: Store, *, timeout: float = 120.0) -> dict[str, Any]:
    """Labels, relation types and properties of a store.

    `nodes`: a row for each label that has nodes (label, zh, en, count, properties of the nodes of exactly
    that class with their counts); `edges`: a row for each type (type, zh, en, count, from, to, roles with
    their property in RDF); `statements`: how many. In the order of the ontology; what it does not know comes
    last.
    """
    ontology, counts = load(), store.counts()
    held: dict[str, dict[str, int]] = {}
    terms = {a.term: a.name for a in ontology.attributes.values()}
    for type_, property_, count in store.query(
        _PROPERTIES[store.language], timeout=timeout, limit=100_000
    ).rows:
        name = terms.get(property_, property_) if store.language == "sparql" else property_
        if name not in _HIDDEN and not property_.endswith(("Earliest", "Latest", "Precision")):
            held.setdefault(type_, {})[name] = count
    nodes = []
    for label in [*ontology.classes, *(n for n in counts["nodes"] if n not in ontology.classes)]:
        if not counts["nodes"].get(label) or label == "Statement":
            continue
        known = ontology.classes.get(label)
        nodes.append(
            {
                "label": label,
                "zh": known.label["zh"] if known else "",
                "en": known.label["en"] if known else "",
                "count": counts["nodes"][label],
                "properties": dict(sorted(held.get(label, {}).items())),
            }
        )
    edges = []
    for predicate in ontology.predicates.values():
        types = dict.fromkeys([predicate.edge_type, *(r.edge_type for r in predicate.roles.values())])
        for type_ in types:
            if not counts["edges"].get(type_):
                continue
            roles = {r.name: r.property for r in predicate.roles.values() if r.edge_type == type_}
            named = (
                predicate
                if type_ == predicate.edge_type
                else next(r for r in predicate.roles.values() if r.edge_type == type_)
            )
            edges.append(
                {
                    "type": type_,
                    "predicate": predicate.name,
                    "zh": named.label["zh"],
                    "en": named.label["en"],
                    "count": counts["edges"][type_],
                    "from": list(predicate.domain),
                    "to": list(predicate.range),
                    "roles": roles,
                }
            )
    return {"nodes": nodes, "edges": edges, "statements": sum(counts["statements"].values())}
