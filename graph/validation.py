"""Facts and stores against the shapes of the ontology.

`validate` checks what one document says before any store sees it: a fact that breaks a shape is set
aside with its reason, the rest goes on. `validate_store` checks a whole store. Both run the rules of
`ontology/shapes.ttl` as SPARQL (`shapes_sparql`), about ten times as fast as pyshacl, which the tests
hold them equal to; `shacl_report` is pyshacl itself, for shapes of one's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from ..errors import ValidationError
from .facts_elements import FactsElements
from .model import BulletinFacts, Entity, ItemFacts, Relation
from .rdf_terms import local, text_of
from .shapes import Constraint, constraints
from .shapes_sparql import question
from .stores import Store
from .stores.rdf_memory import MemoryQuads

if TYPE_CHECKING:
    from rdflib import Dataset
    from rdflib import Graph as RdflibGraph

T = TypeVar("T", Entity, Relation)

_STRUCTURE: Mapping[str, Mapping[str, str]] = {
    "ends": {
        "zh": "关系所指的事物不在该条目中，或已被搁置",
        "en": "an end of the relation is not in the item, or was set aside",
    },
    "quote": {
        "zh": "原句与条目正文在该处的文字不同",
        "en": "the quote is not what the text says at that place",
    },
}


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a rule is broken: the thing or fact meant, the value, and the rule."""

    focus: str
    value: str | None
    graph: str | None
    rule: Constraint


@dataclass(frozen=True, slots=True)
class Refused:
    """A fact that was set aside.

    `what` is the entity or relation; `attribute` names the one attribute where only that was set aside.
    `shape` is the rule's shape, `message` says it in `zh` and `en`, `value` is what broke it.
    """

    item: str
    what: Entity | Relation
    shape: str
    message: Mapping[str, str]
    attribute: str | None = None
    value: str | None = None

    def text(self, language: str = "en") -> str:
        """One line for a person: item, fact, reason."""
        if isinstance(self.what, Entity):
            said = f"{self.what.type} “{self.what.name[:60]}”"
        else:
            said = f"{self.what.subject} {self.what.predicate} {self.what.object} “{self.what.quote[:60]}”"
        part = f" {self.attribute}" if self.attribute else ""
        return f"{self.item}: {said}{part}: {self.message.get(language, self.shape)}"


def validate(facts: BulletinFacts) -> tuple[BulletinFacts, tuple[Refused, ...]]:
    """What of a document's facts may go on, and what is set aside, in the order of the items.

    An entity with a bad name or type goes with all its relations; a bad attribute or alias goes alone;
    a bad relation goes alone. Rules of severity `Warning` set nothing aside.
    """
    elements = FactsElements(facts)
    refused: dict[str, list[Refused]] = {}
    for found in _breaks(MemoryQuads(elements.quads()), elements):
        if found.rule.severity != "Violation":
            continue
        for refusal in _refusals(found, elements):
            refused.setdefault(refusal.item, []).append(refusal)
    items, reasons = [], []
    for item in facts.items:
        kept, why = _without(item, refused.get(item.item.key, []))
        items.append(kept)
        reasons += why
    return BulletinFacts(facts.bulletin, tuple(items)), tuple(reasons)


def validate_store(store: Store, *, limit: int = 1_000) -> tuple[Break, ...]:
    """Where a store (SPARQL, any) breaks the shapes; at most `limit` places a rule, sorted.

    Raises `ValidationError` for a store that is asked in Cypher.
    """
    if store.language != "sparql":
        raise ValidationError("only a SPARQL store can be checked against shapes", where=store.name)
    found: list[Break] = []
    for rule in constraints():
        for row in store.query(question(rule), timeout=600.0, limit=limit).rows:
            focus, value = str(row[0]), None if row[1] is None else str(row[1])
            found.append(Break(focus, value, str(row[2]) if len(row) > 2 else None, rule))
    return tuple(sorted(found, key=lambda b: (b.focus, b.rule.shape, b.rule.component, b.value or "")))


def shacl_report(dataset: Dataset, shapes: str | None = None) -> tuple[bool, RdflibGraph, str]:
    """pyshacl's verdict on the merged graphs of a dataset: conforms, report graph, report as text.

    `shapes` is Turtle, ours where it is None.
    """
    from pyshacl import validate as pyshacl_validate
    from rdflib import Graph as RdflibGraph

    from ..ontology import source

    merged = RdflibGraph()
    for subject, predicate, object_, _ in dataset.quads((None, None, None, None)):
        merged.add((subject, predicate, object_))
    rules = RdflibGraph().parse(data=shapes or source("shapes.ttl"), format="turtle")
    conforms, report, text = pyshacl_validate(merged, shacl_graph=rules, inplace=True)
    return bool(conforms), report, str(text)


def _breaks(quads: MemoryQuads, elements: FactsElements) -> Iterator[Break]:
    for rule in constraints():
        if rule.target[1] not in elements.present:
            continue
        for row in quads.select(question(rule)):
            focus = row[0] or ""
            yield Break(focus, row[1], row[2] if len(row) > 2 else None, rule)


def _refusals(found: Break, elements: FactsElements) -> Iterator[Refused]:
    """The entities and relations that a break means."""
    rule = found.rule
    value = None if found.value is None else text_of(found.value)
    relation = elements.relations.get(found.focus)
    if relation is not None:
        item, what = relation
        part = elements.attribute_of(rule.path, what)
        yield Refused(item, what, rule.shape, rule.message, part, value)
        return
    entity = elements.entities.get(found.focus)
    if entity is None:
        return
    item, thing = entity
    if rule.target[0] == "class" or local(rule.target[1]) not in elements.asserting:
        part = elements.attribute_of(rule.path, thing)
        yield Refused(item, thing, rule.shape, rule.message, part, value)
        return
    for other, stated in elements.asserting[local(rule.target[1]) or ""]:
        ends_match = rule.path is None or found.value == elements.iri(other, stated.object)
        if other == item and stated.subject == thing.key and ends_match:
            yield Refused(item, stated, rule.shape, rule.message, None, value)


def _without(item: ItemFacts, refused: list[Refused]) -> tuple[ItemFacts, list[Refused]]:
    """An item without what was refused, and all that falls with it."""
    reasons: dict[tuple[int, str | None], Refused] = {}
    for refusal in refused:
        reasons.setdefault((id(refusal.what), refusal.attribute), refusal)
    named = {e.key for e in item.entities}
    for relation in item.relations:
        if not {relation.subject, relation.object} <= named:  # no shape says it as plainly
            reasons[id(relation), None] = Refused(item.item.key, relation, "ends", _STRUCTURE["ends"])
    gone = {key for key, attribute in reasons if attribute is None}
    entities = [_trimmed(e, reasons) for e in item.entities if id(e) not in gone]
    known = {e.key for e in entities}
    relations = []
    for relation in item.relations:
        if id(relation) in gone:
            continue
        broken = _structure(item, relation, known)
        if broken is None:
            relations.append(_trimmed(relation, reasons))
        else:
            reasons[id(relation), None] = Refused(item.item.key, relation, broken, _STRUCTURE[broken])
    kept = replace(item, entities=tuple(entities), relations=tuple(relations)) if reasons else item
    return kept, list(reasons.values())


def _structure(item: ItemFacts, relation: Relation, known: set[str]) -> str | None:
    if relation.subject not in known or relation.object not in known:
        return "ends"
    start, end = relation.evidence
    text = item.item.text
    return "quote" if text and text[start:end] != relation.quote else None


def _trimmed(what: T, reasons: Mapping[tuple[int, str | None], Refused]) -> T:
    """An entity or relation without its bad attributes and empty aliases."""
    bad = {name for key, name in reasons if key == id(what) and name is not None}
    if not bad:
        return what
    kept = replace(what, attributes={k: v for k, v in what.attributes.items() if k not in bad})
    if "aliases" in bad and isinstance(kept, Entity):
        kept = replace(kept, aliases=tuple(alias for alias in kept.aliases if alias.strip()))
    return kept
