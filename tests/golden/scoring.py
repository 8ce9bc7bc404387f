"""Facts against gold: precision, recall, F1 of entities and relations, as the annotation guidelines count them.

Entities pair one to one by type and by name or alias; names that the text words freely (events, projects, …)
pair when one is close to the other. A relation is right when predicate, role and both paired ends are.
Topics are a matter of taste and stay out.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from innograph.graph.model import ItemFacts

SOFT = {"Event", "Achievement", "Project", "Policy", "Publication", "Honour"}
CLOSE = 0.62


@dataclass
class Score:
    """Counts of one kind."""

    gold: int = 0
    given: int = 0
    right: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.given) if self.gold + self.given else 1.0


def gold_rows(path: Path) -> list[dict[str, Any]]:
    """The items of a gold file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(gold: Iterable[dict[str, Any]], items: Iterable[ItemFacts]) -> dict[str, Score]:
    """Scores of titles, entities and relations over a bulletin; items pair by number."""
    scores = {"titles": Score(), "entities": Score(), "relations": Score()}
    for row, facts in zip(gold, items, strict=True):
        title = scores["titles"]
        title.gold, title.given = title.gold + 1, title.given + 1
        title.right += _fold(row["item"]["title"]) == _fold(facts.item.title)
        ours = [(e.key, e.type, {_fold(n) for n in (e.name, *e.aliases)}) for e in facts.entities]
        theirs = [(e["key"], e["type"], {_fold(n) for n in (e["name"], *e["aliases"])}) for e in row["entities"]]
        pairs = _pair(theirs, ours)
        types = {key: kind for key, kind, _ in (*theirs,)}
        kinds = {key: kind for key, kind, _ in ours}
        _count(
            scores["entities"],
            {k for k, t in types.items() if t != "Topic"},
            {pairs.get(k, f"?{k}") for k, t in kinds.items() if t != "Topic"},
        )
        want = {_triple(r["subject"], r["predicate"], r["object"], r.get("role")) for r in row["relations"]}
        got = {
            _triple(pairs.get(r.subject, f"?{r.subject}"), r.predicate, pairs.get(r.object, f"?{r.object}"), r.role)
            for r in facts.relations
        }
        _count(scores["relations"], {t for t in want if t[0] != "about"}, {t for t in got if t[0] != "about"})
    return scores


def _count(into: Score, want: set[Any], got: set[Any]) -> None:
    into.gold += len(want)
    into.given += len(got)
    into.right += len(want & got)


def _triple(subject: str, predicate: str, object_: str, role: str | None) -> tuple[str, str, str, str]:
    if predicate == "cooperatesWith" and object_ < subject:
        subject, object_ = object_, subject
    return predicate, subject, object_, role or ""


def _pair(gold: list[tuple[str, str, set[str]]], ours: list[tuple[str, str, set[str]]]) -> dict[str, str]:
    """Our key → gold's key, the closest pairs first."""
    found = sorted(
        (
            (-near, g, o)
            for g, (_, kind, names) in enumerate(gold)
            for o, (_, our_kind, our_names) in enumerate(ours)
            if kind == our_kind and (near := _near(names, our_names, kind)) > 0
        ),
    )
    pairs: dict[str, str] = {}
    used: set[int] = set()
    for _, g, o in found:
        if g not in used and ours[o][0] not in pairs:
            used.add(g)
            pairs[ours[o][0]] = gold[g][0]
    return pairs


def _near(names: set[str], others: set[str], kind: str) -> float:
    if names & others:
        return 2.0
    if kind not in SOFT:
        return 0.0
    best = max((_alike(a, b) for a in names for b in others if a and b), default=0.0)
    return best if best >= CLOSE else 0.0


def _alike(one: str, other: str) -> float:
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    if one in other or other in one:
        ratio = max(ratio, 0.5 + min(len(one), len(other)) / max(len(one), len(other)) / 2)
    return ratio


def _fold(name: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", name).lower())
