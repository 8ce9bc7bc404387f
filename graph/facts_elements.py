"""The facts of one document as quads in the layout of the stores, before names are resolved.

Each entity is a thing of its own, so that a break of a shape leads back to the entity or relation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..ontology import load
from .elements import Edge, Node, Statement, Value
from .model import BulletinFacts, Entity, Relation
from .rdf_model import Layout, Quad
from .rdf_terms import RDF_TYPE, Term, iri, local, term

BASE = "urn:innograph:facts:"
_OA_POSITION = "/span/position"


class FactsElements:
    """Quads of a document's facts, and the way back from their subjects.

    Attributes
    ----------
    entities, relations
        IRI → (key of the item, entity or relation).
    asserting
        Local name of a property → the relations that assert it, each with the key of its item.
    present
        The classes and properties that stand in the quads: other targets need no look.
    """

    def __init__(self, facts: BulletinFacts) -> None:
        self._layout = Layout(BASE)
        self.entities: dict[Term, tuple[str, Entity]] = {}
        self.relations: dict[Term, tuple[str, Relation]] = {}
        self.asserting: dict[str, list[tuple[str, Relation]]] = {}
        self.present: set[Term] = set()
        self._quads: list[Quad] = []
        for item in facts.items:
            for entity in item.entities:
                self._add_entity(item.item.key, entity)
            for number, relation in enumerate(item.relations):
                self._add_relation(item.item.key, number, relation)
        for quad in self._quads:
            self.present.add(quad.predicate)
            if quad.predicate == RDF_TYPE:
                self.present.add(quad.object)

    def quads(self) -> Iterator[Quad]:
        """All quads; some may come twice."""
        return iter(self._quads)

    def iri(self, item: str, entity: str) -> Term:
        """The IRI of an entity of an item."""
        return iri(BASE, f"{item}/{entity}")

    @staticmethod
    def attribute_of(path: Term | None, what: Entity | Relation) -> str | None:
        """The attribute of this entity or relation that a property stands for, or None.

        The days and precision of a date stand for the date; `aliases` counts as an attribute.
        """
        name = local(path) if path is not None else None
        if name is None:
            return None
        for suffix in ("Earliest", "Latest", "Precision"):
            name = name.removesuffix(suffix)
        names = {a.name for a in load().attributes.values() if a.term == name}
        own = {*what.attributes, *(("aliases",) if isinstance(what, Entity) else ())}
        return next(iter(sorted(names & own)), None)

    def _add_entity(self, item: str, entity: Entity) -> None:
        node = Node(
            f"{item}/{entity.key}", entity.type, ("Thing",),
            {"name": entity.name, "aliases": entity.aliases, **_values(entity.attributes)},
        )
        self.entities.setdefault(self.iri(item, entity.key), (item, entity))
        self._quads += self._layout.node(node)

    def _add_relation(self, item: str, number: int, relation: Relation) -> None:
        key = f"{item}/{number}"
        ends = f"{item}/{relation.subject}", relation.predicate, f"{item}/{relation.object}"
        properties = {"evidence": 1, "confidence": float(relation.confidence), **_values(relation.attributes)}
        edge = Edge(key, "", ends[1], ends[0], ends[2], relation.role, properties)
        statement = Statement(
            key, key, item, *relation.evidence, relation.quote, relation.rule, relation.confidence
        )
        subject = self._layout.statement_iri(key)
        position = f"{subject[:-1]}{_OA_POSITION}>"
        for focus in (self._layout.edge_iri(key), subject, position):
            self.relations[focus] = item, relation
        for name in self._layout.properties(relation.predicate, relation.role):
            self.asserting.setdefault(name, []).append((item, relation))
        self._quads += self._layout.edge(edge)
        # A predicate that the ontology lacks makes no class of fact; as a fact it meets its shape.
        self._quads.append(Quad(self._layout.edge_iri(key), RDF_TYPE, _FACT))
        self._quads += self._layout.asserted(edge)
        # Of the span only the position has a shape.
        self._quads += (
            q for q in self._layout.statement(statement, edge) if q.subject in (subject, position)
        )


def _values(attributes: Mapping[str, Any]) -> dict[str, Value]:
    """Attributes as values of a node: lists of texts as tuples, null left out, objects as JSON."""
    found: dict[str, Value] = {}
    for name, value in attributes.items():
        if isinstance(value, list | tuple):
            found[name] = tuple(str(part) for part in value)
        elif isinstance(value, str | int | float | bool):
            found[name] = value
        elif value is not None:
            found[name] = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return found


_FACT = term("Fact")
