"""How often each rule of extraction is right, on how many bulletins, and what confidence that makes.

    python scripts/calibrate_rules.py table                  # rules that fire on one bulletin only, Markdown
    python scripts/calibrate_rules.py bins                   # confidence against right and wrong, at first contact
    python scripts/calibrate_rules.py propose > rules.toml   # [confidence] and [counts] of frames_rules.toml
    python scripts/calibrate_rules.py first --met DIR        # more of tests/golden/first_contact.toml

A rule's confidence is its share of right facts, smoothed. What counts is first contact: what rules gave on bulletins
before anybody learned from these (`first_contact.toml`; taken with `first` on a folder of new bulletins, each
NAME.gold.jsonl with its document beside it). What a rule does on the golden bulletins that it has been tuned on
says little: they count for `WEIGHTS` of a fact each. `PRIORS` virtual facts are added at the rate at which all rules
of the predicate were right at first contact (itself smoothed by the rate of all). Weight and prior are those that
foretell each bulletin of first contact best from all others (least log loss, leave one bulletin out). The `bins` table
is made the same way: each bulletin's facts with the confidence that the others give.
"""

from __future__ import annotations

import argparse
import math
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests" / "golden"))

import goldens
import variations
from judging import judge

from innograph.loaders.facts.frame_lexicon import load

MOST = 0.985
"""No rule is surer than this."""
WEIGHTS = (0.0, 0.1, 0.2, 0.35, 0.5)
PRIORS = (2.0, 4.0, 8.0, 16.0)
BY_HAND = ("holdsPost.", "partOf.", "memberOf.")
"""Rules that do not take their confidence from `frames_rules.toml`."""
BINS = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation that a rule gave: where, at first contact or not, by which rule, how sure, whether gold has it."""

    bulletin: str
    first: bool
    rule: str
    said: float
    right: bool


def predicate(rule: str) -> str:
    """The predicate that a rule states (`organizes.passive` → `organizes`)."""
    name = rule.partition(".")[0]
    return "cooperatesWith" if name == "joint" else name


def first_contact() -> list[Fact]:
    """The facts of first contact, as many right and wrong as were counted; how sure their rules are now."""
    listed = load("rules")["confidence"]
    with (goldens.HERE / "first_contact.toml").open("rb") as file:
        kept = tomllib.load(file)
    return [
        Fact(bulletin, True, rule, listed.get(rule, listed["default"]), number < right)
        for bulletin, rules in kept.items()
        for rule, (right, given) in rules.items()
        for number in range(given)
    ]


def facts(every: Iterable[goldens.Golden]) -> list[Fact]:
    """All relations that the rules of today read out of these items, judged; topics by their own triples."""
    extractor = variations.reader(roster=True)
    out: list[Fact] = []
    for golden in every:
        judged = judge(golden.gold, extractor.extract(golden.item, golden.bulletin), topics=True)
        for triple, (_, _, relation) in judged.got.items():
            right = triple in judged.want
            out.append(Fact(golden.name, False, relation.rule, relation.confidence, right))
    return out


class Rates:
    """Smoothed rates of rules, from some facts."""

    def __init__(self, known: Sequence[Fact], weight: float, prior: float) -> None:
        self.weight, self.prior = weight, prior
        first = [f for f in known if f.first] or known
        self.all = (sum(f.right for f in first) + 1) / (len(first) + 2)
        self.predicate: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        self.rule: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for fact in first:
            self.predicate[predicate(fact.rule)][0] += fact.right
            self.predicate[predicate(fact.rule)][1] += 1
        for fact in known:
            share = 1.0 if fact.first else weight
            self.rule[fact.rule][0] += share * fact.right
            self.rule[fact.rule][1] += share

    def rate(self, rule: str) -> float:
        """The confidence of a rule; of one never seen, its predicate's."""
        right, given = self.predicate.get(predicate(rule), [0, 0])
        base = (right + self.prior * self.all) / (given + self.prior)
        right_, given_ = self.rule.get(rule, [0.0, 0.0])
        return min(MOST, (right_ + self.prior * base) / (given_ + self.prior))


def foretold(every: Sequence[Fact], weight: float, prior: float) -> list[tuple[float, Fact]]:
    """The facts of each bulletin of first contact with the confidence that all other bulletins give them."""
    out: list[tuple[float, Fact]] = []
    for name in sorted({f.bulletin for f in every if f.first} ):
        rates = Rates([f for f in every if f.bulletin != name], weight, prior)
        out += [(rates.rate(f.rule), f) for f in every if f.bulletin == name and f.first]
    return out


def loss(pairs: Iterable[tuple[float, Fact]]) -> float:
    """Mean log loss of confidences."""
    every = list(pairs)
    return -sum(math.log(c if f.right else 1 - c) for c, f in every) / max(len(every), 1)


def best(every: Sequence[Fact]) -> tuple[float, float]:
    """The weight and prior that foretell bulletins at first contact best."""
    return min(product(WEIGHTS, PRIORS), key=lambda pair: loss(foretold(every, *pair)))


def bins(pairs: Sequence[tuple[float, Fact]]) -> list[str]:
    """Rows of a Markdown table: said, right, of."""
    rows = ["| said | mean | right | of |", "|---|---|---|---|"]
    for low, high in pairwise(BINS):
        inside = [(c, f) for c, f in pairs if low <= c < high]
        if inside:
            right = sum(f.right for _, f in inside)
            mean = sum(c for c, _ in inside) / len(inside)
            name = f"< {high:.2f}" if not low else f"≥ {low:.2f}" if high > 1 else f"{low:.2f}–{high:.2f}"
            rows.append(f"| {name} | {mean:.2f} | {right} ({right / len(inside):.2f}) | {len(inside)} |")
    return rows


def counts(every: Sequence[Fact]) -> dict[str, list[int]]:
    """Rule → right and given on bulletins learned from, then at first contact."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for fact in every:
        at = 2 if fact.first else 0
        found[fact.rule][at] += fact.right
        found[fact.rule][at + 1] += 1
    return dict(sorted(found.items()))


def table(every: Sequence[Fact]) -> list[str]:
    """The rules that fire on one bulletin only, and how they do."""
    rows = ["| rule | bulletin | right | wrong |", "|---|---|---|---|"]
    where: dict[str, set[str]] = defaultdict(set)
    for fact in every:
        where[fact.rule].add(fact.bulletin)
    for rule, (right, given, held_right, held_given) in counts(every).items():
        if len(where[rule]) == 1:
            all_right = right + held_right
            rows.append(f"| `{rule}` | {min(where[rule])} | {all_right} | {given + held_given - all_right} |")
    silent = sorted(set(load("rules")["confidence"]) - set(where) - {"default"})
    many = sum(len(names) > 1 for names in where.values())
    return [*rows, "", f"{many} of {len(where)} rules fire on more bulletins; on none: {', '.join(silent) or 'no rule'}."]


def proposal(every: Sequence[Fact]) -> list[str]:
    """The tables of `frames_rules.toml`, for the rules that take their confidence from it."""
    weight, prior = best(every)
    rates, seen = Rates(every, weight, prior), counts(every)
    listed = load("rules")["confidence"]
    rules = sorted({r for r in (*listed, *seen) if r != "default" and not r.startswith(BY_HAND)})
    out = [
        "# How sure each rule is: of the facts it gives, the share that is right (scripts/calibrate_rules.py).",
        f"# Bulletins learned from count for {weight:g} of a fact each, {prior:g} virtual facts at the predicate's rate",
        "# are added, and no rule is surer than .985. A rule not listed counts as `default`.",
        "", "[confidence]", f"default = {rates.all:.2f}",
    ]
    out += [f'"{rule}" = {rates.rate(rule):.2f}' for rule in rules]
    out += ["", "# What they were estimated from: [right, given] on the bulletins learned from, then at first contact.", "[counts]"]
    out += [f'"{rule}" = {seen[rule]}' for rule in rules if rule in seen]
    out += ["", "# Rules of the names' half, whose confidence stands in the code and in names_*.toml: said, and what would be right."]
    for rule in sorted(r for r in seen if r.startswith(BY_HAND)):
        said = [f.said for f in every if f.rule == rule]
        out.append(f"# {rule}: said {sum(said) / len(said):.2f}, counts {seen[rule]}, would be {rates.rate(rule):.2f}")
    return out


def met(folders: Iterable[Path]) -> list[str]:
    """Tables for `first_contact.toml`: the bulletins of these folders as the rules of today read them."""
    out: list[str] = []
    for path in folders:
        every = facts(goldens.folder(path))
        for name in dict.fromkeys(f.bulletin for f in every):
            seen = counts([f for f in every if f.bulletin == name])
            out += ["", f"[{name}]", *(f'"{rule}" = {row[:2]}' for rule, row in seen.items())]
    return out


def main() -> None:
    """Print one of the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("table", "bins", "propose", "first"))
    parser.add_argument("--met", type=Path, action="append", default=[], help="folder of bulletins just met")
    given = parser.parse_args()
    if given.what == "first":
        print("\n".join(met(given.met)))
        return
    learned = facts(goldens.goldens())
    every = [*learned, *first_contact()]
    if given.what == "table":
        print("\n".join(table(learned)))
    elif given.what == "propose":
        print("\n".join(proposal(every)))
    else:
        weight, prior = best(every)
        now = [(min(f.said, MOST), f) for f in every if f.first and not f.rule.startswith(BY_HAND)]
        then = foretold(every, weight, prior)
        clauses = [(c, f) for c, f in then if not f.rule.startswith(BY_HAND)]
        print(f"As the file says now, clause rules (log loss {loss(now):.3f}):\n")
        print("\n".join(bins(now)))
        print(f"\nAs the other bulletins foretell (weight {weight:g}, prior {prior:g}, log loss {loss(clauses):.3f}):\n")
        print("\n".join(bins(clauses)))
        print(f"\nThe same with the rules of the names' half (log loss {loss(then):.3f}):\n")
        print("\n".join(bins(then)))


if __name__ == "__main__":
    main()
