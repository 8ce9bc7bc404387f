"""The frames' word lists and patterns, read once from the TOML files of `loaders/lexicon`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import ahocorasick_rs

from .masking import pattern
from .needs import Sieve


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon file `frames_<name>.toml` as plain data."""
    source = resources.files(__package__.rpartition(".")[0] + ".lexicon") / f"frames_{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


class Words:
    """A set of words found in one pass, the longest at each place (Aho–Corasick)."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(set(words), key=lambda w: (-len(w), w))
        self._automaton = ahocorasick_rs.AhoCorasick(
            self.words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def find(self, text: str) -> list[tuple[str, int, int]]:
        """`(word, start, end)` for each word, in reading order, none overlapping."""
        return [(self.words[n], a, b) for n, a, b in self._automaton.find_matches_as_indexes(text)]


@dataclass(frozen=True, slots=True)
class Verb:
    """One group of verbs: the relation that they state, and how their clause is read."""

    group: str
    predicate: str
    role: str | None
    family: str


@lru_cache(maxsize=1)
def verbs() -> tuple[Words, dict[str, tuple[Verb, ...]]]:
    """Every verb of `frames_verbs.toml`: the finder, and the groups that each form belongs to."""
    groups: dict[str, tuple[Verb, ...]] = {}
    for name, row in load("verbs")["group"].items():
        verb = Verb(name, row["predicate"], row.get("role"), row["family"])
        for form in row["forms"]:
            groups[form] = (*groups.get(form, ()), verb)
    for form, kinds in groups.items():
        if form.endswith("了"):  # 公布了 is all that 公布 is
            groups[form] = (*kinds, *(verb for verb in groups.get(form[:-1], ()) if verb not in kinds))
    return Words(groups), groups


@lru_cache(maxsize=1)
def verb_patterns() -> Sieve[Verb]:
    """Groups with a `pattern`: verbs with words inside (作了技术发展报告)."""
    rows = load("verbs")["group"].items()
    return Sieve(
        (pattern(row["pattern"]), Verb(name, row["predicate"], row.get("role"), row["family"]))
        for name, row in rows
        if "pattern" in row
    )


@lru_cache(maxsize=1)
def confidences() -> dict[str, float]:
    """How sure each rule is, by its name (`frames_rules.toml`)."""
    return {name: float(value) for name, value in load("rules")["confidence"].items()}


@lru_cache(maxsize=64)
def compiled(file: str, name: str) -> re.Pattern[str]:
    """One of a file's `[patterns]`, compiled over masked text."""
    return pattern(load(file)["patterns"][name])


@lru_cache(maxsize=64)
def alternatives(file: str, name: str) -> str:
    """A word list as a regular expression, the longest first."""
    words = sorted(set(load(file)[name]), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(map(re.escape, words)) + ")"
