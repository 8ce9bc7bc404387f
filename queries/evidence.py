"""The sentences behind the rows of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..graph.stores import Store
from .header import Language
from .library import Question
from .rows import Row

BATCH = 500
"""Facts whose sentences are asked for at a time."""
MOST = 20
"""Sentences that are given for one row; the best come first."""
_EDGE = re.compile(r"[0-9a-f]{20}")
_THING = re.compile(r"[A-Z][A-Za-z]*/.+", re.DOTALL)

_OF_EDGES: Mapping[Language, str] = {
    "cypher": """
        MATCH (i:BulletinItem)-[:STATES]->(s:Statement) WHERE s.edge IN $edges
        RETURN s.key AS statement, s.edge AS edge, i.key AS item, i.name AS title, i.bulletin AS bulletin,
               i.date AS date, s.kind AS kind, s.quote AS quote, s.confidence AS confidence
        ORDER BY edge, statement""",
    "sparql": """
        PREFIX ino: <https://w3id.org/innograph/ontology#>
        SELECT ?statement ?edge ?item ?title ?bulletin ?date ?kind ?quote ?confidence WHERE {
          VALUES ?edge { "" }
          ?e ino:key ?edge .
          GRAPH ?g { ?s ino:edge ?e ; ino:key ?statement ; ino:kind ?kind ; ino:quote ?quote ;
                        ino:confidence ?confidence . ?i ino:states ?s }
          ?i ino:key ?item ; ino:name ?title .
          OPTIONAL { ?i ino:bulletin ?bulletin } OPTIONAL { ?i ino:date ?date }
        } ORDER BY ?edge ?statement""",
}
_OF_THINGS: Mapping[Language, str] = {
    "cypher": """
        MATCH (a:Thing)-[r]->(b:Thing) WHERE a.key IN $keys AND r.evidence IS NOT NULL
        RETURN a.key AS one, r.key AS edge, b.key AS other ORDER BY edge LIMIT 5000""",
    "sparql": """
        PREFIX ino: <https://w3id.org/innograph/ontology#>
        SELECT ?one ?edge ?other WHERE {
          VALUES ?key { "" } ?a ino:key ?key . BIND(?key AS ?one)
          ?e a ino:Fact ; ino:subject ?a ; ino:object ?b ; ino:key ?edge . ?b ino:key ?other
        } ORDER BY ?edge LIMIT 5000""",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence that states a fact: who says it, where, and how sure the reading is."""

    statement: str
    edge: str
    item: str
    title: str
    bulletin: str
    date: str | None
    kind: str
    quote: str
    confidence: float

    def to_json(self) -> dict[str, Any]:
        """As plain values."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    def __str__(self) -> str:
        # a roster row is its own title; it is told apart by where it stands
        where = f"名册 {self.item.partition('/')[2]}" if self.kind == "row" else self.title
        when = f"，{self.date}" if self.date else ""
        return f"“{self.quote}” （{where}{when}）"


def evidence_of(
    store: Store, question: Question, columns: Sequence[str], rows: Sequence[Row], *, timeout: float = 30.0
) -> tuple[tuple[Sentence, ...], ...]:
    """For each row, the sentences that state what it says, the surest and earliest first.

    They are those of the facts in the row's `edges` column; where there is none, of facts whose keys stand
    in the row (also inside of whole relationships); else of the facts between the things whose keys stand in
    it.
    """
    facts = [_facts(question, columns, row) for row in rows]
    if not any(facts):
        facts = _between(store, [_things(row) for row in rows], timeout)
    said: dict[str, list[Sentence]] = {}
    for batch in _batches(sorted({edge for row in facts for edge in row})):
        name = "edges" if store.language == "cypher" else "edge"
        found = store.query(_OF_EDGES[store.language], {name: batch}, timeout=timeout, limit=100_000)
        for row in found.rows:
            read = dict(zip(found.columns, row, strict=True))
            sentence = Sentence(**{n: read[n] for n in Sentence.__dataclass_fields__})
            said.setdefault(sentence.edge, []).append(sentence)
    return tuple(_best(s for edge in row for s in said.get(edge, ())) for row in facts)


def _best(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    unique = {s.statement: s for s in sentences}
    ranked = sorted(unique.values(), key=lambda s: (-s.confidence, s.date or "9", s.item, s.statement))
    quotes: dict[tuple[str, str], Sentence] = {}
    for sentence in ranked:  # one sentence that states several facts is shown once
        quotes.setdefault((sentence.item, sentence.quote), sentence)
    return tuple(quotes.values())[:MOST]


def _facts(question: Question, columns: Sequence[str], row: Row) -> set[str]:
    declared = [c.name for c in question.columns if c.type == "edges"]
    if declared:
        return {edge for name in declared for edge in row[columns.index(name)]}
    return {text for text in _texts(row) if _EDGE.fullmatch(text)}


def _things(row: Row) -> set[str]:
    return {text for text in _texts(row) if _THING.fullmatch(text)}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts(value.get("key"))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def _between(store: Store, things: list[set[str]], timeout: float) -> list[set[str]]:
    """For each row, the facts between its things; of a thing alone, the facts that it is the subject of."""
    facts: dict[str, list[tuple[str, str]]] = {}
    name = "keys" if store.language == "cypher" else "key"
    for batch in _batches(sorted({key for row in things for key in row})):
        found = store.query(_OF_THINGS[store.language], {name: batch}, timeout=timeout, limit=100_000)
        for one, edge, other in found.rows:
            facts.setdefault(one, []).append((edge, other))
    return [
        {edge for one in row for edge, other in facts.get(one, ()) if len(row) == 1 or other in row}
        for row in things
    ]


def _batches(keys: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]
