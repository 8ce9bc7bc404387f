"""The workbench of extraction: what has been found in one item so far.

The steps of the reader (names, works, events, relations) add `Thing`s and `Claim`s to one `Draft`;
`Draft.facts()` turns it into the frozen record of the ledger. Offsets count code points of
`item.text`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ...graph.model import Entity, Item, ItemFacts, Relation, SentenceState, Span


@dataclass(slots=True, eq=False)
class Thing:
    """An entity under construction, compared by identity.

    `name` is the fullest form that the item gives, `aliases` the other forms, `mentions` every
    place where it stands, under any of its names.
    """

    type: str
    name: str
    mentions: list[Span] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """All forms of the name, the fullest first."""
        return (self.name, *self.aliases)

    def add_alias(self, form: str) -> None:
        """Note another form of the name, once."""
        if form and form != self.name and form not in self.aliases:
            self.aliases.append(form)


@dataclass(slots=True, eq=False)
class Claim:
    """A relation under construction; `evidence` is the span of the words that say so."""

    subject: Thing
    predicate: str
    object: Thing
    evidence: Span
    rule: str
    confidence: float
    role: str | None = None
    post: str | None = None
    attributes: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """One item with all that has been found in it.

    `sentences` are the spans of the text's sentences (title and credit line included), in order.
    `period` is the bulletin's date or period as ISO text, for 近日 and 日前. `owner` is the item's own
    alliance or organisation where one is known: the subject that sentences leave out.
    """

    item: Item
    sentences: list[Span] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    period: str | None = None
    owner: Thing | None = None

    @property
    def text(self) -> str:
        """The item's text: title, body and credit line, one paragraph a line."""
        return self.item.text

    def within(self, start: int, end: int, types: Iterable[str] | None = None) -> list[tuple[Span, Thing]]:
        """Mentions that lie wholly in `[start, end)`, in reading order, longest first."""
        wanted = set(types) if types is not None else None
        found = [
            (span, thing)
            for thing in self.things
            if wanted is None or thing.type in wanted
            for span in thing.mentions
            if start <= span[0] and span[1] <= end
        ]
        return sorted(found, key=lambda pair: (pair[0][0], -pair[0][1]))

    def facts(self, states: Iterable[tuple[int, int, SentenceState]] = ()) -> ItemFacts:
        """The frozen record: keys `e1, e2, …` by first mention; one relation for each
        (subject, predicate, object, role), the surest kept, the earlier of equals. What was claimed
        of a thing that left the draft leaves with it."""
        things = sorted(self.things, key=lambda t: (min(t.mentions, default=(1 << 30, 0)), t.type, t.name))
        keys = {id(thing): f"e{number}" for number, thing in enumerate(things, 1)}
        best: dict[tuple[str, str, str, str], Claim] = {}
        for claim in self.claims:
            if id(claim.subject) not in keys or id(claim.object) not in keys:
                continue
            ends = keys[id(claim.subject)], keys[id(claim.object)]
            if claim.predicate == "cooperatesWith":
                ends = (min(ends), max(ends))
            fact = (ends[0], claim.predicate, ends[1], claim.role or "")
            held = best.get(fact)
            if held is None or (-claim.confidence, claim.evidence) < (-held.confidence, held.evidence):
                best[fact] = claim
        entities = tuple(
            Entity(
                keys[id(t)], t.type, t.name, tuple(a for a in t.aliases if a != t.name),
                dict(sorted(t.attributes.items())), tuple(sorted(set(t.mentions))),
            )
            for t in things
        )
        relations = tuple(
            Relation(
                keys[id(c.subject)], c.predicate, keys[id(c.object)], c.evidence,
                self.text[c.evidence[0] : c.evidence[1]], c.rule, c.confidence, c.role, c.post,
                dict(sorted(c.attributes.items())),
            )
            for c in sorted(
                best.values(), key=lambda c: (c.evidence, c.predicate, keys[id(c.subject)], keys[id(c.object)])
            )
        )
        return ItemFacts(self.item, entities, relations, tuple(states))
