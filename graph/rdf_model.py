"""The resolved graph as quads: the layout that every RDF store and file holds.

The default graph has every fact once: a node's types with all superclasses, its attributes, the
property of each edge's role and the properties that it implies, and one `ino:Fact` for each edge
with its role, dates and counts. Each item has a named graph of its own (the rows of a roster share
their roster's): what it states, once more as triples, and an `ino:Statement` for each saying with the
span of its words (Web Annotation selectors). `docs/rdf-layout.md` shows it by example.

Every quad belongs to exactly one element, or it is *shared* by elements that assert the same
triple; `difference` in `stores/rdf_delta.py` rests on that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ..ontology import Ontology, ValueKind, load
from .elements import Edge, Graph, Node, Statement, Value
from .rdf_dates import days
from .rdf_terms import DEFAULT_GRAPH, RDF_TYPE, Term, iri, literal, term, typed

OA = "http://www.w3.org/ns/oa#"
EDGE, STATEMENT, GRAPH = "edge/", "statement/", "graph/"
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*", re.ASCII)
_SPAN, _POSITION, _WORDS = "/span", "/span/position", "/span/quote"


class Quad(NamedTuple):
    """Subject, predicate, object, graph: N-Triples text; the default graph is the empty text."""

    subject: Term
    predicate: Term
    object: Term
    graph: Term = DEFAULT_GRAPH

    @property
    def line(self) -> str:
        """The quad's line of N-Quads, with its newline."""
        subject, predicate, object_, graph = self
        if graph:
            return f"{subject} {predicate} {object_} {graph} .\n"
        return f"{subject} {predicate} {object_} .\n"


def quads(graph: Graph, *, base: str, ontology: Ontology | None = None) -> Iterator[Quad]:
    """All quads of a graph, each once, in an order that depends on the graph alone.

    `base` is the IRI that all things stand under; it ends in `/` or `#`.
    """
    layout = Layout(base, ontology)
    seen: set[Quad] = set()
    for node in graph.nodes.values():
        yield from layout.node(node)
    for edge in graph.edges.values():
        yield from layout.edge(edge)
        for quad in layout.asserted(edge):
            if quad not in seen:
                seen.add(quad)
                yield quad
    seen.clear()
    for statement in graph.statements.values():
        yield from layout.statement(statement, graph.edges[statement.edge])
        for quad in layout.stated(statement, graph.edges[statement.edge]):
            if quad not in seen:
                seen.add(quad)
                yield quad


class Layout:
    """How nodes, edges and statements are said in quads under one base IRI."""

    def __init__(self, base: str, ontology: Ontology | None = None) -> None:
        self.base = base
        self.ontology = ontology or load()

    # -- nodes

    def node(self, node: Node) -> Iterator[Quad]:
        """The quads of a node: types, key, attributes, and of an item the graph of its statements."""
        subject = iri(self.base, node.key)
        for name in _types(self.ontology, node.type, node.labels):
            yield Quad(subject, RDF_TYPE, term(name))
        yield Quad(subject, _KEY, literal(node.key))
        for name, value in node.properties.items():
            yield from self.attribute(subject, name, value)
        if node.type == "BulletinItem":
            yield Quad(subject, _HAS_GRAPH, self.graph_of(node.key, str(node.properties.get("kind", "news"))))

    def attribute(
        self, subject: Term, name: str, value: Value, graph: Term = DEFAULT_GRAPH
    ) -> Iterator[Quad]:
        """An attribute: a quad for each value, and for a date its days and precision as well."""
        property_, kind = _property(self.ontology, name)
        for part in dict.fromkeys(value) if isinstance(value, tuple) else (value,):
            number = kind == "number" and isinstance(part, int)
            yield Quad(subject, term(property_), literal(float(part) if number else part), graph)
            found = days(str(part)) if kind == "date" else None
            if found is not None:
                yield Quad(subject, term(f"{property_}Earliest"), typed(found.earliest, "date"), graph)
                yield Quad(subject, term(f"{property_}Latest"), typed(found.latest, "date"), graph)
                yield Quad(subject, term(f"{property_}Precision"), literal(found.precision), graph)

    # -- edges

    def edge_iri(self, key: str) -> Term:
        """The IRI of the resource that stands for an edge."""
        return iri(self.base + EDGE, key)

    def edge(self, edge: Edge) -> Iterator[Quad]:
        """The quads of an edge's own resource; see `asserted` for the triples that it asserts."""
        subject = self.edge_iri(edge.key)
        for name in self.fact_types(edge):
            yield Quad(subject, RDF_TYPE, term(name))
        yield Quad(subject, _KEY, literal(edge.key))
        yield from self.ends(subject, edge, DEFAULT_GRAPH)
        if edge.predicate in self.ontology.predicates and self.ontology.ties(edge.predicate, edge.role):
            for key in dict.fromkeys((edge.subject, edge.object)):
                yield Quad(subject, _TIES, iri(self.base, key))
        for name, value in edge.properties.items():
            yield from self.attribute(subject, name, value)

    def ends(self, subject: Term, edge: Edge, graph: Term) -> Iterator[Quad]:
        """Subject, predicate, object and role of an edge, said of `subject`."""
        yield Quad(subject, _SUBJECT, iri(self.base, edge.subject), graph)
        yield Quad(subject, _PREDICATE, term(edge.predicate), graph)
        yield Quad(subject, _OBJECT, iri(self.base, edge.object), graph)
        if edge.role is not None:
            yield Quad(subject, _ROLE, literal(edge.role), graph)

    def fact_types(self, edge: Edge) -> tuple[str, ...]:
        """The classes of an edge's resource: `Edge`, and for a fact `Fact`, `Membership`."""
        predicate = self.ontology.predicates.get(edge.predicate)
        if predicate is None or predicate.kind != "fact":
            return ("Edge",)
        return tuple(dict.fromkeys(("Edge", "Fact", self.ontology.record(edge.predicate, edge.role))))

    def properties(self, predicate: str, role: str | None) -> tuple[str, ...]:
        """The properties that an edge asserts; one that the ontology does not know, itself."""
        if predicate not in self.ontology.predicates:
            return (predicate,)
        return self.ontology.properties(predicate, role)

    def asserted(self, edge: Edge, graph: Term = DEFAULT_GRAPH) -> Iterator[Quad]:
        """The triples that an edge asserts: its role's property and what that implies. Shared."""
        subject, object_ = iri(self.base, edge.subject), iri(self.base, edge.object)
        for name in self.properties(edge.predicate, edge.role):
            yield Quad(subject, term(name), object_, graph)

    # -- statements

    def statement_iri(self, key: str) -> Term:
        """The IRI of a statement."""
        return iri(self.base + STATEMENT, key)

    def graph_of(self, item: str, kind: str) -> Term:
        """The named graph of what an item states: its own, or for a row the one of its roster."""
        return iri(self.base + GRAPH, item.rpartition("#")[0] or item if kind == "row" else item)

    def statement(self, statement: Statement, edge: Edge) -> Iterator[Quad]:
        """The quads of a statement in the graph of its item; see `stated` for what it asserts there."""
        graph = self.graph_of(statement.item, statement.kind)
        item = iri(self.base, statement.item)
        subject = self.statement_iri(statement.key)
        span, position, words = (f"{subject[:-1]}{part}>" for part in (_SPAN, _POSITION, _WORDS))
        yield Quad(subject, RDF_TYPE, term("Statement"), graph)
        yield Quad(subject, _KEY, literal(statement.key), graph)
        yield Quad(subject, term("edge"), self.edge_iri(statement.edge), graph)
        yield from self.ends(subject, edge, graph)
        yield Quad(item, term("states"), subject, graph)
        for name, value in self._of_statement(statement):
            yield from self.attribute(subject, name, value, graph)
        yield Quad(subject, term("hasEvidence"), span, graph)
        yield Quad(span, RDF_TYPE, f"<{OA}SpecificResource>", graph)
        yield Quad(span, f"<{OA}hasSource>", item, graph)
        yield Quad(span, f"<{OA}hasSelector>", position, graph)
        yield Quad(span, f"<{OA}hasSelector>", words, graph)
        yield Quad(position, RDF_TYPE, f"<{OA}TextPositionSelector>", graph)
        yield Quad(position, f"<{OA}start>", typed(str(statement.start), "integer"), graph)
        yield Quad(position, f"<{OA}end>", typed(str(statement.end), "integer"), graph)
        yield Quad(words, RDF_TYPE, f"<{OA}TextQuoteSelector>", graph)
        yield Quad(words, f"<{OA}exact>", literal(statement.quote), graph)

    def stated(self, statement: Statement, edge: Edge) -> Iterator[Quad]:
        """The triples that a statement asserts in the graph of its item. Shared."""
        return self.asserted(edge, self.graph_of(statement.item, statement.kind))

    @staticmethod
    def _of_statement(statement: Statement) -> Iterable[tuple[str, Value]]:
        yield "quote", statement.quote
        yield "rule", statement.rule
        yield "confidence", float(statement.confidence)
        yield "kind", statement.kind
        yield from statement.properties.items()


@cache
def _property(ontology: Ontology, name: str) -> tuple[str, ValueKind]:
    """The local name for an attribute and the kind of its values; camel case where none is known."""
    known = ontology.attributes.get(name)
    if known is not None:
        return known.term, known.kind
    if not _IDENTIFIER.fullmatch(name):
        name = "x" + name.encode("utf-8", "surrogatepass").hex()
    head, *tail = name.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in tail), "text"


@cache
def _types(ontology: Ontology, type_: str, labels: tuple[str, ...]) -> tuple[str, ...]:
    """A node's classes with all superclasses, general to special, each once."""
    found: dict[str, None] = {}
    for name in (*labels, type_):
        known = ontology.classes.get(name)
        found |= dict.fromkeys(known.lineage if known else (name,))
    return tuple(found)


_KEY, _ROLE, _HAS_GRAPH = term("key"), term("role"), term("hasGraph")
_TIES = term("ties")
_SUBJECT, _PREDICATE, _OBJECT = term("subject"), term("predicate"), term("object")
