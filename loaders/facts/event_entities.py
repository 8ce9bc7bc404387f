"""The events of one item: the list that the steps of reading share."""

from __future__ import annotations

from dataclasses import dataclass, field

from .draft import Claim, Draft, Thing


@dataclass(slots=True)
class Events:
    """What the item's events are: all of them in order, the main one, and those not yet stated."""

    things: list[Thing] = field(default_factory=list)
    main: Thing | None = None
    provisional: set[int] = field(default_factory=set)
    hosts_in_name: dict[int, tuple[Thing, ...]] = field(default_factory=dict)
    series: set[int] = field(default_factory=set)
    framed: set[int] = field(default_factory=set)
    cancelled: set[int] = field(default_factory=set)

    @staticmethod
    def _fullest(draft: Draft) -> None:
        """Where headline and body state the same fact, the body's words are its evidence."""
        title = len(draft.item.title) if draft.text.startswith(draft.item.title) else 0

        def fact(claim: Claim) -> tuple[frozenset[int] | tuple[int, int], str, str]:
            ends = id(claim.subject), id(claim.object)
            both = frozenset(ends) if claim.predicate == "cooperatesWith" else ends
            return both, claim.predicate, claim.role or ""

        told = {fact(c) for c in draft.claims if c.evidence[0] >= title}
        draft.claims[:] = [c for c in draft.claims if c.evidence[0] >= title or fact(c) not in told]

    def settle(self, draft: Draft) -> None:
        """Drop provisional events that nothing uses, and every relation of a cancelled one."""
        draft.claims[:] = [
            c for c in draft.claims if id(c.subject) not in self.cancelled and id(c.object) not in self.cancelled
        ]
        self._fullest(draft)
        used = {id(c.subject) for c in draft.claims} | {id(c.object) for c in draft.claims}
        for event in self.things:
            if id(event) in self.provisional and id(event) not in used and event in draft.things:
                draft.things.remove(event)
