"""What a delta means in quads: which to delete and which to insert, for any store that can be read.

The difference is worked out here from the quads that the store holds now, so that every adapter
writes only what changed, with the same few explicit quads, and doing it twice does nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Protocol, TypeVar

from ..elements import Delta, Edge, Node, Statement, edge_key
from ..rdf_model import Layout, Quad
from ..rdf_terms import DEFAULT_GRAPH, RDF_TYPE, Term, iri, key_of, local, term, text_of

T = TypeVar("T")


class Reader(Protocol):
    """The questions that the difference asks of a store."""

    def of_nodes(self, nodes: Iterable[Term]) -> Iterator[Quad]:
        """The quads of the default graph about these nodes whose object is a literal, a class or a graph."""
        ...

    def about(self, subjects: Iterable[Term]) -> Iterator[Quad]:
        """All quads, of any graph, that have one of these subjects."""
        ...

    def statements_of(self, edges: Iterable[Term]) -> Iterator[Quad]:
        """All quads `?statement ino:edge <edge>`, of any graph, for these edges."""
        ...


@dataclass(slots=True)
class Difference:
    """Quads to delete, then quads to insert; no quad is in both."""

    delete: set[Quad] = field(default_factory=set)
    insert: set[Quad] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.delete or self.insert)


@dataclass(slots=True)
class Batch:
    """A part of a delta that can be applied by itself."""

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    gone_nodes: list[str] = field(default_factory=list)
    gone_edges: list[str] = field(default_factory=list)
    gone_statements: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return sum(len(getattr(self, name)) for name in self.__slots__)


def batches(delta: Delta, size: int) -> Iterator[Batch]:
    """A delta in parts of at most `size` elements: statements go first and come last."""
    for keys in _chunks(delta.deleted_statements, size):
        yield Batch(gone_statements=keys)
    for keys in _chunks(delta.deleted_edges, size):
        yield Batch(gone_edges=keys)
    for keys in _chunks(delta.deleted_nodes, size):
        yield Batch(gone_nodes=keys)
    for nodes in _chunks(delta.upserts.nodes.values(), size):
        yield Batch(nodes=nodes)
    for edges in _chunks(delta.upserts.edges.values(), size):
        yield Batch(edges=edges)
    for statements in _chunks(delta.upserts.statements.values(), size):
        yield Batch(statements=statements)


def difference(batch: Batch, delta: Delta, store: Reader, layout: Layout) -> Difference:
    """The quads that bring a store from what it holds to what it shall hold after `batch`.

    `delta` is the whole of which `batch` is a part: a statement's edge is looked up there before it is
    asked of the store.
    """
    old: set[Quad] = set()
    new: set[Quad] = set()
    _nodes(batch, store, layout, old, new)
    _edges(batch, store, layout, old, new)
    _statements(batch, delta, store, layout, old, new)
    return Difference(old - new, new - old)


def _nodes(batch: Batch, store: Reader, layout: Layout, old: set[Quad], new: set[Quad]) -> None:
    keys = [n.key for n in batch.nodes] + batch.gone_nodes
    if not keys:
        return
    old.update(store.of_nodes(iri(layout.base, key) for key in keys))
    for node in batch.nodes:
        new.update(layout.node(node))


def is_of_node(quad: Quad) -> bool:
    """Whether a quad about a node is the node's own and not one that an edge or statement asserts."""
    return quad.graph == DEFAULT_GRAPH and (
        quad.object[0] == '"' or quad.predicate in (RDF_TYPE, HAS_GRAPH)
    )


def _edges(batch: Batch, store: Reader, layout: Layout, old: set[Quad], new: set[Quad]) -> None:
    wanted = {e.key: e for e in batch.edges}
    keys = [*wanted, *batch.gone_edges]
    if not keys:
        return
    found = list(store.about(layout.edge_iri(key) for key in keys))
    old.update(q for q in found if q.graph == DEFAULT_GRAPH)
    before = {layout.edge_iri(e.key): e for e in edges_in(found, layout)}
    touched = [e for e in before.values() if not _same_ends(e, wanted.get(e.key))]
    asserted = {quad for e in touched for quad in layout.asserted(e)}
    if asserted:
        # A triple stays where another role of the same two things still asserts it.
        siblings = [layout.edge_iri(key) for e in touched for key in _sibling_keys(e, layout)]
        for edge in edges_in(store.about(dict.fromkeys(siblings)), layout):
            if edge.key not in batch.gone_edges and edge.key not in wanted:
                asserted.difference_update(layout.asserted(edge))
        old.update(asserted)
    for edge in batch.edges:
        new.update(layout.edge(edge))
        known = before.get(layout.edge_iri(edge.key))
        if known is not None and _same_ends(known, edge):
            old.difference_update(layout.asserted(edge))
        else:
            new.update(layout.asserted(edge))


def _statements(
    batch: Batch, delta: Delta, store: Reader, layout: Layout, old: set[Quad], new: set[Quad]
) -> None:
    wanted = {s.key: s for s in batch.statements}
    keys = [*wanted, *batch.gone_statements]
    if not keys:
        return
    subjects = {layout.statement_iri(key) for key in keys}
    parts = (f"{s[:-1]}{part}>" for s in subjects for part in _PARTS)
    found = list(store.about(chain(subjects, parts)))
    old.update(found)
    old.update(
        Quad(q.object, _STATES, _statement_of(q.subject), q.graph)
        for q in found if q.predicate == _HAS_SOURCE
    )
    ends = {e.key: e for e in edges_in(found, layout)}
    shared = {
        Quad(*quad[:3], graph)
        for key, graph in _graphs(found).items()
        if (edge := ends.get(key)) is not None
        for quad in layout.asserted(edge)
    }
    edges = _edges_of(batch.statements, delta, store, layout)
    for statement in batch.statements:
        edge = edges[statement.edge]
        new.update(layout.statement(statement, edge))
        new.update(layout.stated(statement, edge))
    kept = _still_stated(shared, subjects, ends, store, layout)
    old.update(shared - kept)
    new.difference_update(kept)


def _still_stated(
    shared: set[Quad], leaving: set[Term], ends: dict[str, Edge], store: Reader, layout: Layout
) -> set[Quad]:
    """The shared quads that statements other than the leaving ones assert in the same graph."""
    siblings = {key: e for edge in ends.values() for key, e in _siblings(edge, layout).items()}
    by_iri = {layout.edge_iri(key): edge for key, edge in siblings.items()}
    stated: set[Quad] = set()
    for quad in store.statements_of(by_iri):
        if quad.subject not in leaving:
            stated.update(layout.asserted(by_iri[quad.object], quad.graph))
    return shared & stated


def _edges_of(
    statements: list[Statement], delta: Delta, store: Reader, layout: Layout
) -> dict[str, Edge]:
    edges = {s.edge: delta.upserts.edges[s.edge] for s in statements if s.edge in delta.upserts.edges}
    missing = {s.edge for s in statements} - set(edges)
    if missing:
        quads = store.about(layout.edge_iri(key) for key in sorted(missing))
        edges |= {edge.key: edge for edge in edges_in(quads, layout)}
    return edges


def edges_in(quads: Iterable[Quad], layout: Layout) -> Iterator[Edge]:
    """The bare edges (ends and role) that these quads about edges or statements describe.

    The `key` of each is that of the resource described: an edge's, or a statement's.
    """
    parts: dict[Term, dict[Term, Term]] = {}
    for quad in quads:
        if quad.predicate in _ENDS:
            parts.setdefault(quad.subject, {})[quad.predicate] = quad.object
    for found in parts.values():
        if not {_KEY, _SUBJECT, _PREDICATE, _OBJECT} <= found.keys():
            continue
        predicate = local(found[_PREDICATE]) or ""
        role = text_of(found[_ROLE]) if _ROLE in found else None
        yield Edge(
            text_of(found[_KEY]), "", predicate, key_of(found[_SUBJECT], layout.base) or "",
            key_of(found[_OBJECT], layout.base) or "", role,
        )


def _graphs(quads: Iterable[Quad]) -> dict[str, Term]:
    """The graph of each statement among these quads, by the statement's key."""
    return {text_of(q.object): q.graph for q in quads if q.predicate == _KEY}


def _siblings(edge: Edge, layout: Layout) -> dict[str, Edge]:
    """All edges that may join the same two things by the same predicate, whatever their role."""
    known = layout.ontology.predicates.get(edge.predicate)
    roles = dict.fromkeys([edge.role, None, *(known.roles if known else ())])
    ends = edge.subject, edge.predicate, edge.object
    return {
        key: Edge(key, "", edge.predicate, edge.subject, edge.object, role)
        for role in roles
        for key in [edge_key(*ends, role)]
    }


def _sibling_keys(edge: Edge, layout: Layout) -> list[str]:
    return [key for key in _siblings(edge, layout) if key != edge.key]


def _same_ends(one: Edge, other: Edge | None) -> bool:
    return other is not None and (
        (one.subject, one.predicate, one.object, one.role)
        == (other.subject, other.predicate, other.object, other.role)
    )


def _statement_of(span: Term) -> Term:
    return span.removesuffix("/span>") + ">"


def _chunks(elements: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(elements)
    while chunk := list(islice(iterator, size)):
        yield chunk


_KEY, _ROLE, HAS_GRAPH, _STATES = term("key"), term("role"), term("hasGraph"), term("states")
_SUBJECT, _PREDICATE, _OBJECT = term("subject"), term("predicate"), term("object")
_ENDS = frozenset((_KEY, _SUBJECT, _PREDICATE, _OBJECT, _ROLE))
_HAS_SOURCE = "<http://www.w3.org/ns/oa#hasSource>"
_PARTS = ("/span", "/span/position", "/span/quote")
