"""Measures of the reader on generated variations: composed items, names swapped, verbs for synonyms.

    python tests/golden/variations.py composed [--items 600] [--seed 1] [--roster] [--misses]

prints precision and recall of each family of frames, the worst first, and with `--misses` the sentences that
went wrong. Generated text is no substitute for bulletins that people wrote: it shows what the rules hold for
beside the sentences that they were made for.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.append(str(Path(__file__).parent))

import scoring  # noqa: E402
from composing import BULLETIN, Composed, Composer, Frame, allowed  # noqa: E402

from innograph import samples  # noqa: E402
from innograph.graph.model import ItemFacts  # noqa: E402
from innograph.loaders.facts import Extractor, KnownNames  # noqa: E402
from innograph.loaders.rosters import read_rosters  # noqa: E402

Triple = tuple[str, str, str, str]


@dataclass(slots=True)
class Tally:
    """Facts of one family or frame: stated, given, right, and what went wrong."""

    gold: int = 0
    given: int = 0
    right: int = 0
    things: int = 0
    named: int = 0
    misses: list[tuple[str, list[str], list[str]]] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the stated facts that were found."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        """The share of the given facts that the text states."""
        return self.right / self.given if self.given else 1.0


def reader(*, roster: bool = False, tagger: bool = True) -> Extractor:
    """The extractor, the roster's names known or not."""
    rows = read_rosters(list(samples.roster())).items if roster else ()
    return Extractor(known=KnownNames.default(rows), tagger=tagger)


def composed(
    seed: int, count: int, extractor: Extractor, sizes: Sequence[int] = (2, 3, 3, 4)
) -> dict[Frame, Tally]:
    """Precision and recall of each frame over `count` items composed of `sizes` frames."""
    found: dict[Frame, Tally] = defaultdict(Tally)
    for made in Composer(seed).items(count, sizes):
        _tally(made, extractor.extract(made.item, BULLETIN), found)
    return found


def by_family(frames: dict[Frame, Tally]) -> dict[str, Tally]:
    """The tallies of frames summed over their families."""
    total: dict[str, Tally] = defaultdict(Tally)
    for frame, one in frames.items():
        all_ = total[frame.family]
        for name in ("gold", "given", "right", "things", "named"):
            setattr(all_, name, getattr(all_, name) + getattr(one, name))
        all_.misses += one.misses
    return total


def _names(facts: ItemFacts, made: Composed) -> dict[str, str]:
    """Our key → gold's key."""
    fold = scoring._fold
    ours = [(e.key, e.type, {fold(n) for n in (e.name, *e.aliases)}) for e in facts.entities]
    for entity in made.gold["entities"]:  # an event that has no proper name may be given with more of its words
        if entity.get("loose"):
            word = fold(entity["name"])
            ours = [(k, t, n | {word} if t == entity["type"] and any(word in x for x in n) else n) for k, t, n in ours]
    theirs = [(e["key"], e["type"], {fold(n) for n in (e["name"], *e["aliases"])}) for e in made.gold["entities"]]
    return scoring._pair(theirs, ours)


def _tally(made: Composed, facts: ItemFacts, into: dict[Frame, Tally]) -> None:
    pairs = _names(facts, made)
    text = made.item.text
    got: dict[Triple, tuple[int, str]] = {}
    for r in facts.relations:
        if r.predicate == "about":
            continue
        triple = scoring._triple(pairs.get(r.subject, "?"), r.predicate, pairs.get(r.object, "?"), r.role)
        ends = f"{facts.entity(r.subject).name} {r.predicate}.{r.role or ''} {facts.entity(r.object).name} [{r.rule}]"
        got[triple] = (r.evidence[0], ends)
    label = {e["key"]: e["name"] for e in made.gold["entities"]}
    for piece in made.pieces:
        tally = into[piece.frame]
        here = {t for t, (at, _) in got.items() if piece.span[0] <= at < piece.span[1]} - piece.facts
        extra = {t for t in here if not allowed(piece, t) and not any(t in p.facts for p in made.pieces)}
        right = piece.facts & got.keys()
        tally.gold += len(piece.facts)
        tally.right += len(right)
        tally.given += len(right) + len(extra)
        tally.things += len(piece.keys)
        tally.named += len(piece.keys & set(pairs.values()))
        if right != piece.facts or extra:
            lost = [f"{label.get(s, s)} {p}.{r} {label.get(o, o)}" for p, s, o, r in sorted(piece.facts - right)]
            unnamed = [f"({label[k]} not named)" for k in sorted(piece.keys - set(pairs.values()))]
            tally.misses.append((text[slice(*piece.span)], lost + unnamed, [got[t][1] for t in sorted(extra)]))


def table(tallies: Iterable[tuple[str, Tally]]) -> str:
    """The tallies as a Markdown table, the lowest recall first."""
    rows = sorted(tallies, key=lambda pair: (pair[1].recall, pair[1].precision))
    lines = ["| family | facts | recall | precision | things named |", "|---|---|---|---|---|"]
    for name, t in rows:
        lines.append(f"| {name} | {t.gold} | {t.recall:.3f} | {t.precision:.3f} | {t.named / max(t.things, 1):.3f} |")
    gold, given, right = (sum(getattr(t, n) for _, t in rows) for n in ("gold", "given", "right"))
    named, things = sum(t.named for _, t in rows), sum(t.things for _, t in rows)
    lines.append(f"| all | {gold} | {right / gold:.3f} | {right / given:.3f} | {named / things:.3f} |")
    return "\n".join(lines)


def misses(tallies: dict[Frame, Tally], most: int = 3, below: float = 0.9) -> str:
    """The sentences of each weak frame, the worst frame first: text, what is missing, what is wrong."""
    out: list[str] = []
    weak = [(f, t) for f, t in tallies.items() if t.recall < below or t.precision < below]
    for frame, tally in sorted(weak, key=lambda pair: (pair[1].recall, pair[1].precision)):
        out.append(f"\n### {frame.family}: {frame.text!r}\nrecall {tally.recall:.2f} ({tally.gold}), precision {tally.precision:.2f}")
        shapes = Counter(len(m[1]) + len(m[2]) for m in tally.misses)
        for text, lost, extra in tally.misses[:most]:
            out.append(f"- {text!r}\n  - missing: {lost}\n  - wrong: {extra}")
        out.append(f"  ({sum(shapes.values())} such)")
    return "\n".join(out)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("composed",))
    parser.add_argument("--items", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alone", action="store_true", help="one frame an item")
    parser.add_argument("--roster", action="store_true", help="the roster's names are known beforehand")
    parser.add_argument("--misses", action="store_true", help="print sentences that went wrong")
    given = parser.parse_args()
    frames = composed(given.seed, given.items, reader(roster=given.roster), (1,) if given.alone else (2, 3, 3, 4))
    print(table(by_family(frames).items()))
    if given.misses:
        print(misses(frames))


if __name__ == "__main__":
    main()
