"""Facts whose ends turned out to be of types that their predicate does not join.

An item may take an association for an alliance; once a roster says what it is, a membership in it is no
fact that the ontology knows. Such facts are set aside with their reason, as those are that break a shape by
themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from .. import ontology
from .model import BulletinFacts, Relation
from .resolution import Resolution
from .validation import Refused

SHAPE = "ResolvedEnds"


def fits(relation: Relation, keys: Mapping[str, str], resolution: Resolution) -> bool:
    """Whether the predicate joins the types that the two ends have after resolution."""
    subject, object_ = (resolution.things[keys[end]].type for end in (relation.subject, relation.object))
    return _allowed(relation.predicate, subject, object_)


@cache
def _allowed(predicate: str, subject: str, object_: str) -> bool:
    vocabulary = ontology.load()
    return predicate in vocabulary.predicates and vocabulary.allows(predicate, subject, object_)


def unfit(bulletins: Iterable[BulletinFacts], resolution: Resolution) -> tuple[Refused, ...]:
    """The facts that `assemble` leaves out for that reason, in the order of the items."""
    return tuple(
        Refused(facts.item.key, relation, SHAPE, _why(relation, keys, resolution))
        for bulletin in bulletins
        for facts in bulletin.items
        for keys in [resolution.keys.of(facts.item.key)]
        for relation in facts.relations
        if not fits(relation, keys, resolution)
    )


def _why(relation: Relation, keys: Mapping[str, str], resolution: Resolution) -> Mapping[str, str]:
    subject, object_ = (resolution.things[keys[end]] for end in (relation.subject, relation.object))
    classes = ontology.load().classes
    types = [classes[thing.type].label for thing in (subject, object_)]
    return {
        "en": f"{subject.name} is {types[0]['en']}, {object_.name} is {types[1]['en']}: "
        f"{relation.predicate} does not join them", "zh":
        f"{subject.name}是{types[0]['zh']}，{object_.name}是{types[1]['zh']}，{relation.predicate}不能连接二者",
    }
