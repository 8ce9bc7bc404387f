"""One item's facts against its gold row, fact by fact; and an item against a variant of itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import scoring
from goldens import Golden

from innograph.graph.model import ItemFacts, Relation

Triple = tuple[str, str, str, str]
"""Predicate, subject and object in gold's keys, role."""


class Given(NamedTuple):
    """A fact that was read: where its evidence starts, the fact as a person reads it, its relation."""

    at: int
    words: str
    relation: Relation


@dataclass(slots=True)
class Judged:
    """What was read out of one item, in gold's keys; `?` is a thing that is not gold's.

    """

    want: set[Triple]
    got: dict[Triple, Given]
    named: set[str]

    @property
    def right(self) -> set[Triple]:
        """The facts that are gold's."""
        return self.want & self.got.keys()


def judge(gold: dict[str, Any], facts: ItemFacts, *, topics: bool = False) -> Judged:
    """Pair an item's facts with its gold row; topics, a matter of taste, stay out unless asked for."""
    fold = scoring._fold
    ours = [(e.key, e.type, {fold(n) for n in (e.name, *e.aliases)}) for e in facts.entities]
    for entity in gold["entities"]:  # an event that has no proper name may be given with more of its words
        if entity.get("loose"):
            word = fold(entity["name"])
            ours = [(k, t, n | {word} if t == entity["type"] and any(word in x for x in n) else n) for k, t, n in ours]
    theirs = [(e["key"], e["type"], {fold(n) for n in (e["name"], *e["aliases"])}) for e in gold["entities"]]
    pairs = scoring._pair(theirs, ours)
    got: dict[Triple, Given] = {}
    for r in facts.relations:
        if topics or r.predicate != "about":
            ends = [pairs.get(key, f"?{key}") for key in (r.subject, r.object)]
            names = [facts.entity(key).name for key in (r.subject, r.object)]
            words = f"{names[0]} {r.predicate}.{r.role or ''} {names[1]} [{r.rule}]"
            got[scoring._triple(ends[0], r.predicate, ends[1], r.role)] = Given(r.evidence[0], words, r)
    want = {scoring._triple(r["subject"], r["predicate"], r["object"], r.get("role")) for r in gold["relations"]}
    return Judged({t for t in want if topics or t[0] != "about"}, got, set(pairs.values()))


@dataclass(slots=True)
class Kept:
    """How an original and its variant compare: F1 of both, facts that were right and no longer are."""

    before: scoring.Score = field(default_factory=scoring.Score)
    after: scoring.Score = field(default_factory=scoring.Score)
    lost: Counter[str] = field(default_factory=Counter)
    stood: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, str, str, list[str], list[str]]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Of the facts right before, the share that still is."""
        stood = self.stood.total()
        return 1 - self.lost.total() / stood if stood else 1.0

    def add(self, before: tuple[Golden, Judged], after: tuple[Golden, Judged], what: str = "") -> None:
        """Compare one pair; `what` names the change."""
        for score, (_, judged) in ((self.before, before), (self.after, after)):
            score.gold += len(judged.want)
            score.given += len(judged.got)
            score.right += len(judged.right)
        right = before[1].right
        self.stood.update(f"{t[0]}.{t[3]}".rstrip(".") for t in right)
        lost = right - after[1].right
        self.lost.update(f"{t[0]}.{t[3]}".rstrip(".") for t in lost)
        new = sorted(t for t in after[1].got.keys() - after[1].want if t not in before[1].got and "?" not in str(t))
        if lost or new:
            golden, judged = after
            label = {e["key"]: e["name"] for e in golden.gold["entities"]}
            gone = [f"{label[s]} {p}.{r} {label[o]}" for p, s, o, r in sorted(lost)]
            gone += [f"({label[k]} not named)" for k in sorted(before[1].named - judged.named)]
            self.misses.append((golden.name, what, golden.item.text, gone, [judged.got[t].words for t in new]))
