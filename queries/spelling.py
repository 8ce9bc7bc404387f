"""Words of a text that the graph cannot know: what a person may have misspelt."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..ontology import load, source
from .library import Question

_SPARQL = re.compile(r"\s*(?:#[^\n]*\n\s*)*(?:PREFIX|BASE|SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|<[^<>\s]*>|//[^\n]*|`[^`]*`", re.DOTALL)
_NODE = re.compile(r"\(\s*\w*\s*:\s*([A-Za-z]\w*(?:\s*[:|&]\s*[A-Za-z]\w*)*)")
_TIE = re.compile(r"\[\s*\w*\s*:\s*([A-Za-z]\w*(?:\s*\|\s*:?\s*[A-Za-z]\w*)*)")
_TERM = re.compile(r"\bino:([A-Za-z]\w*)")


def language_of(text: str) -> str:
    """`sparql` for a text that begins as one, else `cypher`."""
    return "sparql" if _SPARQL.match(text.lstrip("\ufeff")) else "cypher"


def unknown_words(question: Question, language: str) -> Iterator[str]:
    """What to tell of labels, relation types and terms that are not of the ontology, with the nearest that is.

    A store may hold what other people wrote, so these are no errors: they explain an empty answer.
    """
    text = _QUOTED.sub("''", question.texts.get(language, ""))
    ontology = load()
    labels = {*ontology.classes, "Thing", "Statement"}
    roles = [r for p in ontology.predicates.values() for r in p.roles.values()]
    if language == "cypher":
        types = {p.edge_type for p in ontology.predicates.values()} | {r.edge_type for r in roles} | {"STATES"}
        yield from _told("label", _words(_NODE, text), labels)
        yield from _told("relation type", _words(_TIE, text), types)
    else:
        yield from _told("term", _TERM.findall(text), _terms())


@cache
def _terms() -> set[str]:
    """Every name of the ontology's own namespace."""
    return set(_TERM.findall(source()))


def _words(pattern: re.Pattern[str], text: str) -> list[str]:
    return [word for group in pattern.findall(text) for word in re.findall(r"\w+", group)]


def _told(what: str, words: Iterable[str], known: set[str]) -> Iterator[str]:
    for word in dict.fromkeys(words):
        if word not in known:
            folded = {one.casefold(): one for one in sorted(known)}
            near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
            meant = f": did you mean {folded[near[0]]}?" if near else " (`innograph schema` shows what there is)"
            yield f"the ontology has no {what} {word}{meant}"
