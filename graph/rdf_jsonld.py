"""Quads as JSON-LD that reads like plain JSON: short names by a context that comes along."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from ..ontology import INO
from ..ontology.context import OA, context
from .rdf_model import Quad
from .rdf_terms import RDF_TYPE, XSD, Term, text_of

_PREFIXES = {OA: "oa:", "http://www.w3.org/2002/07/owl#": "owl:"}


def jsonld(quads: Iterable[Quad], base: str) -> Iterator[str]:
    """The document, in pieces; `quads` come sorted by graph, then subject. One resource a line."""
    names = {**context(), "kg": base}
    writer = _Writer(names, base)
    yield f'{{"@context": {_json(names)},\n "@graph": [\n'
    between = ""
    for graph, in_graph in groupby(quads, key=lambda q: q.graph):
        for subject, about in groupby(in_graph, key=lambda q: q.subject):
            resource = writer.resource(subject, about)
            if graph:
                resource = {"@id": writer.name(graph), "@graph": [resource]}
            yield f"{between}  {_json(resource)}"
            between = ",\n"
    yield "\n]}\n"


class _Writer:
    def __init__(self, names: Mapping[str, Any], base: str) -> None:
        self._types = {key: value["@type"] for key, value in names.items() if isinstance(value, dict)}
        self._base = base

    def name(self, term: Term) -> str:
        """An IRI, short where it stands under the base."""
        text = term[1:-1]
        path = text.removeprefix(self._base)
        # "kg://x" would be read as an IRI of the scheme kg.
        return f"kg:{path}" if path != text and not path.startswith("//") else text

    def resource(self, subject: Term, quads: Iterable[Quad]) -> dict[str, Any]:
        found: dict[str, list[Any]] = {}
        for quad in quads:
            if quad.predicate == RDF_TYPE:
                found.setdefault("@type", []).append(_short(quad.object))
            else:
                key = _short(quad.predicate)
                found.setdefault(key, []).append(self._value(key, quad.object))
        one = {key: values[0] if len(values) == 1 else values for key, values in found.items()}
        return {"@id": self.name(subject), **one}

    def _value(self, key: str, term: Term) -> Any:
        wanted = self._types.get(key)
        if term.startswith("<"):
            name = self.name(term)
            return name if wanted == "@id" else {"@id": name}
        text, datatype = text_of(term), term[term.rindex('"') + 1 :]
        if not datatype:
            return text if wanted is None else {"@value": text}
        short = f"xsd:{datatype[3:-1].removeprefix(XSD)}"
        if short != wanted:
            return {"@value": text, "@type": short}
        return int(text) if short == "xsd:integer" and text == str(int(text)) else text


def _short(term: Term) -> str:
    text = term[1:-1]
    for namespace, prefix in _PREFIXES.items():
        if text.startswith(namespace):
            return prefix + text.removeprefix(namespace)
    return text.removeprefix(str(INO))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
