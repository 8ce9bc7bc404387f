"""RDF terms as their N-Triples text: a light form that any store, file or library takes.

A term is a `str`: `<iri>`, `"text"` or `"2024-06-01"^^<…#date>`. No blank nodes: everything has an
IRI. The text is made here and nowhere else, so that no name out of a bulletin can ever end a literal
or an IRI early; terms go into SPARQL Update and N-Quads as they are.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from math import isfinite, isnan
from urllib.parse import quote, unquote

from ..ontology import INO

Term = str
"""The N-Triples text of an IRI or literal."""

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE: Term = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
DEFAULT_GRAPH: Term = ""
"""The graph slot of a quad in the default graph."""

RESERVED = ("edge/", "statement/", "graph/", "meta/")
"""Paths under the base that are not keys of nodes."""

_ESCAPES = {
    # What XML 1.0 cannot hold, RDF/XML cannot either: lone surrogates and most control characters.
    **dict.fromkeys((*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\uFFFD"),
    0x7F: "\\u007F", ord("\t"): "\\t", ord("\n"): "\\n", ord("\r"): "\\r", ord('"'): '\\"', ord("\\"): "\\\\",
}
_UNSAFE = re.compile(r"[^A-Za-z0-9\-_.~/\u3400-\u4dbf\u4e00-\u9fff]")
_ESCAPED = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_SHORT = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_DOTS = re.compile(r"(?<![^/])\.{1,2}(?![^/])")


def literal(value: str | int | float | bool) -> Term:
    """A plain value as a literal: `xsd:string`, `xsd:integer`, `xsd:double` or `xsd:boolean`."""
    if isinstance(value, bool):
        return typed(str(value).lower(), "boolean")
    if isinstance(value, int):
        return typed(str(value), "integer")
    if isinstance(value, float):
        return typed(_double(value), "double")
    return f'"{value.translate(_ESCAPES)}"'


def typed(lexical: str, datatype: str) -> Term:
    """A literal of an XML Schema datatype, given by its local name."""
    return f'"{lexical.translate(_ESCAPES)}"^^<{XSD}{datatype}>'


@lru_cache(maxsize=65_536)
def iri(base: str, key: str) -> Term:
    """The IRI of a node: the base and its key, percent-encoded but for Chinese characters.

    Stable and reversible (`key_of`). A key that starts like one of the `RESERVED` paths has its
    first letter encoded; the segments `.` and `..`, which IRI resolution would eat, have theirs.
    """
    text = _UNSAFE.sub(lambda found: quote(found[0].encode("utf-8", "surrogatepass"), safe=""), key)
    text = _DOTS.sub(lambda found: "%2E" * len(found[0]), text)
    if text.startswith(RESERVED):
        text = f"%{ord(text[0]):02X}{text[1:]}"
    return f"<{base}{text}>"


def key_of(term: Term, base: str) -> str | None:
    """The key of the node that this IRI (with or without `<>`) names, or None: not one of ours."""
    text = term.strip("<>")
    path = text.removeprefix(base)
    if path == text or path.startswith(RESERVED):
        return None
    return unquote(path, errors="surrogatepass")


@cache
def term(local: str) -> Term:
    """A term of the ontology by its local name."""
    return f"<{INO}{quote(local, safe='', errors='surrogatepass')}>"


def local(term_: Term) -> str | None:
    """The local name of a term of the ontology, or None."""
    text = term_.strip("<>")
    name = text.removeprefix(str(INO))
    return None if name == text else unquote(name, errors="surrogatepass")


def text_of(term_: Term) -> str:
    """The text of a literal, without its datatype; of an IRI, the IRI."""
    if term_.startswith("<"):
        return term_[1:-1]
    inner = term_[1 : term_.rindex('"')]
    return _ESCAPED.sub(_unescape, inner) if "\\" in inner else inner


def _unescape(found: re.Match[str]) -> str:
    text = found[1]
    return chr(int(text[1:], 16)) if len(text) > 1 else _SHORT.get(text, text)


def _double(value: float) -> str:
    """The shortest text of a double, never with an exponent: what pyoxigraph writes too."""
    if not isfinite(value):
        return "NaN" if isnan(value) else ("INF" if value > 0 else "-INF")
    text = repr(value)
    return f"{Decimal(text):f}" if "e" in text else text.removesuffix(".0")
