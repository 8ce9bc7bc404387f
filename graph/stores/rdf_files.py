"""Quads into Turtle, TriG and RDF/XML, by pyoxigraph's serialisers."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Literal

import pyoxigraph as ox

from ...ontology import INO
from ..rdf_model import OA, Quad
from ..rdf_terms import XSD

_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG, "rdfxml": ox.RdfFormat.RDF_XML,
}
_PREFIXES = {
    "ino": str(INO), "oa": OA, "xsd": XSD, "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "owl": "http://www.w3.org/2002/07/owl#",
}


def write(
    quads: Iterable[Quad], out: BinaryIO, format_: Literal["turtle", "trig", "rdfxml"]
) -> None:
    """Write quads in the order they come; of Turtle and RDF/XML only the default graph can be said."""
    parsed = ox.parse(io.BufferedReader(_Lines(quads), 2**20), ox.RdfFormat.N_QUADS)
    if format_ == "trig":
        ox.serialize(parsed, out, _FORMATS[format_], prefixes=_PREFIXES)
        return
    triples = (q.triple for q in parsed if isinstance(q.graph_name, ox.DefaultGraph))
    ox.serialize(triples, out, _FORMATS[format_], prefixes=_PREFIXES)


class _Lines(io.RawIOBase):
    """Quads as a stream of N-Quads, made while it is read."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._lines: Iterator[str] = (q.line for q in quads)
        self._rest = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer; 0 at the end."""
        parts, length = [self._rest], len(self._rest)
        while length < len(buffer):
            line = next(self._lines, None)
            if line is None:
                break
            parts.append(line.encode())
            length += len(parts[-1])
        data = b"".join(parts)
        size = min(len(data), len(buffer))
        buffer[:size], self._rest = data[:size], data[size:]
        return size
