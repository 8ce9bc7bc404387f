"""The whole reader on bulletins with gold: the real one, and those written for tests.

The floors keep what has been reached; `docs/extraction.md` has the figures and says which of these bulletins the
rules have been tuned on.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

from innograph import samples
from innograph.loaders.extraction import Options, Refused, extract

GOLDEN = Path(__file__).parents[1] / "golden"
sys.path.append(str(GOLDEN))

from scoring import Score, gold_rows, score  # noqa: E402

FLOORS = {
    # name: (entities, relations)
    "seed": (0.96, 0.95),
    "a1": (0.97, 0.96),
    "a2": (0.96, 0.95),
    "a3": (0.96, 0.96),
    "a4": (0.95, 0.94),
    "b1": (0.96, 0.95),
    "b2": (0.96, 0.95),
    "b3": (0.95, 0.94),
    "b4": (0.95, 0.93),
    "c1": (0.95, 0.93),
    "c2": (0.95, 0.94),
    "c3": (0.96, 0.94),
    "d1": (0.96, 0.95),
    "d2": (0.96, 0.90),
    "d3": (0.96, 0.95),
    "d4": (0.94, 0.87),
    "d5": (0.96, 0.95),
    "d6": (0.96, 0.95),
    "e1": (0.94, 0.88),
    "e2": (0.91, 0.83),
    "e3": (0.94, 0.90),
    "f1": (0.97, 0.96),
    "f2": (0.97, 0.95),
    "f3": (0.90, 0.78),
    "f4": (0.95, 0.95),
    "g1": (0.94, 0.90),
    "g2": (0.94, 0.92),
    "h1": (0.95, 0.90),
    "h3": (0.96, 0.94),
    "j1": (0.97, 0.95),
    "j2": (0.94, 0.88),
    "j3": (0.90, 0.74),
    "j4": (0.96, 0.92),
    "p1": (0.94, 0.90),
    "p2": (0.95, 0.90),
    "w1": (0.94, 0.87),
    "w2": (0.95, 0.87),
}


def documents(name: str) -> tuple[Path, Path]:
    """The bulletin and its gold."""
    if name == "seed":
        return samples.bulletin(), GOLDEN / "seed.gold.jsonl"
    (text,) = (GOLDEN / "bulletins").glob(f"*/{name}.txt")
    return text, text.with_name(f"{name}.gold.jsonl")


@cache
def scores(name: str, known: bool = True, tagger: bool = True) -> dict[str, Score]:
    """The scores of one bulletin."""
    path, gold = documents(name)
    options = Options(tagger=tagger, roster=samples.roster() if known else ())
    (facts,) = extract([path], options)
    assert not isinstance(facts, Refused)
    for item in facts.items:
        for relation in item.relations:
            start, end = relation.evidence
            assert item.item.text[start:end] == relation.quote
        assert [s for s in item.sentences if not 0 <= s[0] < s[1] <= len(item.item.text)] == []
    return score(gold_rows(gold), facts.items)


@pytest.mark.parametrize("name", FLOORS)
def test_what_has_been_reached_is_kept(name: str) -> None:
    found = scores(name)
    entities, relations = FLOORS[name]
    assert found["titles"].f1 == 1.0
    assert found["entities"].f1 >= entities
    assert found["relations"].f1 >= relations


def total(kind: str, known: bool, tagger: bool) -> float:
    """F1 over all bulletins together."""
    every = [scores(name, known, tagger)[kind] for name in FLOORS]
    return Score(sum(s.gold for s in every), sum(s.given for s in every), sum(s.right for s in every)).f1


@pytest.mark.parametrize("kind", ["entities", "relations"])
def test_the_roster_is_no_crutch(kind: str) -> None:
    assert total(kind, False, True) >= total(kind, True, True) - 0.04


@pytest.mark.parametrize("kind", ["entities", "relations"])
def test_it_works_without_the_tagger(kind: str) -> None:
    assert total(kind, True, False) >= total(kind, True, True) - 0.05
