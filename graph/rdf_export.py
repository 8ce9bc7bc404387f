"""The graph as RDF files, and as an rdflib Dataset.

The same graph gives the same bytes in every format, whether it comes from memory or from a store.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol, get_args

from ..errors import InnographError, QueryError
from ..ontology import INO
from .elements import Graph
from .rdf_jsonld import jsonld
from .rdf_model import OA, Quad, quads
from .rdf_terms import Term, text_of
from .stores.rdf_files import write

if TYPE_CHECKING:
    from rdflib import Dataset, URIRef
    from rdflib import Literal as RdfLiteral

Format = Literal["turtle", "trig", "nquads", "jsonld", "rdfxml"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""Formats; `turtle` and `rdfxml` hold the default graph alone, the others all graphs."""


class Quads(Protocol):
    """A store that gives all its quads."""

    def quads(self) -> Iterator[Quad]:
        """Every quad but those about the store itself."""
        ...


def export(source: Graph | Quads, out: Path | BinaryIO, format: Format, *, base: str) -> None:
    """Write a graph, or what a store holds, as RDF.

    A file is written aside and renamed. Raises `QueryError` for an unknown format and `InnographError`
    where the file cannot be written.
    """
    if format not in FORMATS:
        raise QueryError(f"no such RDF format: {format}", hint=f"one of {', '.join(FORMATS)}")
    found = _sorted(source, base)
    if not isinstance(out, Path):
        _write(found, out, format, base)
        return
    aside = out.with_name(f"{out.name}.part")
    try:
        with aside.open("wb") as file:
            _write(found, file, format, base)
        aside.replace(out)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise InnographError(
            f"cannot write: {error.strerror or error}", where=str(out), hint="check the folder"
        ) from error


def to_rdflib(source: Graph | Quads, *, base: str) -> Dataset:
    """The graph as an rdflib Dataset in memory: facts in the default graph, items in named ones.

    Prefixes `ino`, `oa` and `kg` (the base) are bound. Changes to it change nothing else.
    """
    from rdflib import Dataset, URIRef

    dataset = Dataset()
    for prefix, namespace in (("ino", str(INO)), ("oa", OA), ("kg", base)):
        dataset.bind(prefix, namespace)
    contexts = {"": dataset.default_graph}
    for subject, predicate, object_, graph in _sorted(source, base):
        context = contexts.get(graph)
        if context is None:
            context = contexts[graph] = dataset.graph(URIRef(graph[1:-1]))
        context.add((_rdflib_iri(subject), _rdflib_iri(predicate), _rdflib(object_)))
    return dataset


def _sorted(source: Graph | Quads, base: str) -> list[Quad]:
    found: Iterable[Quad] = quads(source, base=base) if isinstance(source, Graph) else source.quads()
    return sorted(found, key=lambda q: (q.graph, q.subject, q.predicate, q.object))


def _write(found: list[Quad], out: BinaryIO, format_: Format, base: str) -> None:
    if format_ == "nquads":
        out.writelines(q.line.encode() for q in found)
    elif format_ == "jsonld":
        text = io.TextIOWrapper(out, encoding="utf-8", newline="\n")
        text.writelines(jsonld(found, base))
        text.detach()
    else:
        write(found, out, format_)


@lru_cache(maxsize=100_000)
def _rdflib_iri(term: Term) -> URIRef:
    from rdflib import URIRef

    return URIRef(term[1:-1])


def _rdflib(term: Term) -> URIRef | RdfLiteral:
    if term.startswith("<"):
        return _rdflib_iri(term)
    from rdflib import Literal as RdfLiteral

    datatype = term[term.rindex('"') + 4 : -1]
    if not datatype:
        return RdfLiteral(text_of(term))
    # As written: rdflib would turn "1" into "1.0", and the quads would be others.
    return RdfLiteral(text_of(term), datatype=_rdflib_iri(f"<{datatype}>"), normalize=False)
