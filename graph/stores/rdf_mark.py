"""The mark that an RDF store carries about itself, in its metadata graph."""

from __future__ import annotations

from collections.abc import Iterable

from ...ontology import load, source
from ..elements import digest
from ..rdf_model import Quad
from ..rdf_terms import RDF_TYPE, Term, iri, literal, local, term, text_of
from . import Mark

LAYOUT = 2
"""The version of the layout of quads; a store with another is loaded anew."""


def metadata_graph(base: str) -> Term:
    """The named graph that describes the store itself."""
    return iri(base + "meta/", "graph")


def mark_subject(base: str) -> Term:
    """The resource that stands for the store."""
    return iri(base + "meta/", "store")


def mark_quads(base: str, mark: Mark) -> set[Quad]:
    """The mark as quads."""
    subject, graph = mark_subject(base), metadata_graph(base)
    found = {
        Quad(subject, RDF_TYPE, term("Store"), graph),
        Quad(subject, term("state"), literal(mark.state), graph),
        Quad(subject, term("layoutVersion"), literal(LAYOUT), graph),
        Quad(subject, _VERSION, literal(load().version), graph),
        Quad(subject, term("ontologyHash"), literal(digest(source())), graph),
    }
    if mark.ledger:
        found.add(Quad(subject, term("ledgerHash"), literal(mark.ledger), graph))
    return found


def read_mark(quads: Iterable[Quad]) -> Mark:
    """The mark that these quads about the store say.

    A store of another layout, or filled by another ontology, is `loading`: it needs the whole difference.
    """
    found = {local(q.predicate) or q.predicate: text_of(q.object) for q in quads if q.object[0] == '"'}
    state = found.get("state")
    if state is None:
        return Mark("empty")
    current = found.get("layoutVersion") == str(LAYOUT) and found.get("ontologyHash") == digest(source())
    return Mark("ready" if state == "ready" and current else "loading", found.get("ledgerHash", ""))


_VERSION = "<http://www.w3.org/2002/07/owl#versionInfo>"
