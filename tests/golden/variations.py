"""Measures of the reader on generated variations: composed items, names swapped, verbs for synonyms.

    python tests/golden/variations.py composed [--items 600] [--seed 1] [--alone] [--roster] [--misses]
    python tests/golden/variations.py names | verbs | order [--roster]

The first prints precision and recall of each family of frames, the worst first, and with `--misses` the sentences
that went wrong; the others what golden items lose when their names or verbs are exchanged, or words change places.
Generated text is no substitute for bulletins that people wrote: it shows what the rules hold for beside the sentences
that they were made for.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

sys.path.append(str(Path(__file__).parent))

from composing import BULLETIN, Composed, Composer, Frame, allowed
from goldens import Golden
from judging import Judged, Kept, judge
from reordering import reordered
from swapping import swapped
from synonyms import exchanged

from innograph import samples
from innograph.graph.model import ItemFacts
from innograph.loaders.facts import Extractor, KnownNames
from innograph.loaders.rosters import read_rosters


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
    return _summed(frames, "family")


def by_file(frames: dict[Frame, Tally]) -> dict[str, Tally]:
    """The tallies of frames summed over their files: learned from early, later, held out."""
    return _summed(frames, "file")


def _summed(frames: dict[Frame, Tally], by: str) -> dict[str, Tally]:
    total: dict[str, Tally] = defaultdict(Tally)
    for frame, one in frames.items():
        all_ = total[getattr(frame, by)]
        for name in ("gold", "given", "right", "things", "named"):
            setattr(all_, name, getattr(all_, name) + getattr(one, name))
        all_.misses += one.misses
    return total


def _tally(made: Composed, facts: ItemFacts, into: dict[Frame, Tally]) -> None:
    judged = judge(made.gold, facts)
    text = made.item.text
    label = {e["key"]: e["name"] for e in made.gold["entities"]}
    for piece in made.pieces:
        tally = into[piece.frame]
        here = {t for t, given in judged.got.items() if piece.span[0] <= given.at < piece.span[1]} - judged.want
        extra = {t for t in here if not allowed(piece, t)}
        right = piece.facts & judged.got.keys()
        tally.gold += len(piece.facts)
        tally.right += len(right)
        tally.given += len(right) + len(extra)
        tally.things += len(piece.keys)
        tally.named += len(piece.keys & judged.named)
        if right != piece.facts or extra:
            lost = [f"{label.get(s, s)} {p}.{r} {label.get(o, o)}" for p, s, o, r in sorted(piece.facts - right)]
            unnamed = [f"({label[k]} not named)" for k in sorted(piece.keys - judged.named)]
            tally.misses.append((text[slice(*piece.span)], lost + unnamed, [judged.got[t].words for t in sorted(extra)]))


def names_swapped(seeds: Iterable[int], extractor: Extractor, held: bool = True, every: int = 1) -> Kept:
    """Golden items against themselves with names swapped; `every` 2 takes each second item."""
    kept = Kept()
    plain: dict[str, Judged] = {}
    for seed in seeds:
        for golden, variant in islice(swapped(seed, held), 0, None, every):
            key = f"{golden.name} {golden.item.number}"
            if key not in plain:
                plain[key] = _read(golden, extractor)
            kept.add((golden, plain[key]), (variant, _read(variant, extractor)))
    return kept


def verbs_exchanged(extractor: Extractor, held: bool = True, every: int = 1) -> dict[tuple[str, str, str], Kept]:
    """Golden items against themselves with one phrase exchanged: (predicate, old, new) → comparison.

    `every` 5 takes each fifth variant, for a quick look.
    """
    found: dict[tuple[str, str, str], Kept] = defaultdict(Kept)
    plain: dict[str, Judged] = {}
    for change in islice(exchanged(held), 0, None, every):
        golden = change.original
        key = f"{golden.name} {golden.item.number}"
        if key not in plain:
            plain[key] = _read(golden, extractor)
        variant = change.variant
        around = variant.item.text[max(0, change.at - 40) : change.at + 40].replace("\n", "⏎")
        found[change.predicate, change.old, change.new].add(
            (golden, plain[key]), (variant, _read(variant, extractor)), around
        )
    return found


def order_changed(extractor: Extractor, held: bool = True, every: int = 1) -> dict[str, Kept]:
    """Golden items against themselves with dates moved and lists turned round: kind of change → comparison."""
    found: dict[str, Kept] = defaultdict(Kept)
    plain: dict[str, Judged] = {}
    for change in islice(reordered(held), 0, None, every):
        golden = change.original
        key = f"{golden.name} {golden.item.number}"
        if key not in plain:
            plain[key] = _read(golden, extractor)
        found[change.kind].add((golden, plain[key]), (change.variant, _read(change.variant, extractor)), change.around)
    return found


def _read(golden: Golden, extractor: Extractor) -> Judged:
    return judge(golden.gold, extractor.extract(golden.item, golden.bulletin))


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
    shown = ((f, t) for f, t in tallies.items() if f.file != "frames_held")
    weak = [(f, t) for f, t in shown if t.recall < below or t.precision < below]
    for frame, tally in sorted(weak, key=lambda pair: (pair[1].recall, pair[1].precision)):
        out.append(f"\n### {frame.family}: {frame.text!r}\nrecall {tally.recall:.2f} ({tally.gold}), precision {tally.precision:.2f}")
        shapes = Counter(len(m[1]) + len(m[2]) for m in tally.misses)
        for text, lost, extra in tally.misses[:most]:
            out.append(f"- {text!r}\n  - missing: {lost}\n  - wrong: {extra}")
        out.append(f"  ({sum(shapes.values())} such)")
    return "\n".join(out)


def kept_table(kept: Kept) -> str:
    """Facts lost by predicate and role, the most first."""
    lines = [
        f"relations F1 {kept.before.f1:.3f} → {kept.after.f1:.3f}; of {kept.stood.total()} right facts {kept.share:.3f} stay",
        "", "| fact | right before | lost |", "|---|---|---|",
    ]
    lines += [f"| {name} | {kept.stood[name]} | {count} |" for name, count in kept.lost.most_common()]
    return "\n".join(lines)


def verbs_table(found: dict[tuple[str, str, str], Kept], below: float = 1.0) -> str:
    """The exchanges after which facts are lost or wrong, the worst first."""
    lines = ["| fact | phrase → other | variants | F1 before → after | facts lost |", "|---|---|---|---|---|"]
    rows = sorted(found.items(), key=lambda pair: pair[1].after.f1 - pair[1].before.f1)
    for (predicate, old, new), kept in rows:
        if kept.share < below:
            name = f"{predicate} | {old} → {new} | {len(kept.misses)} of it changed"
            lines.append(f"| {name} | {kept.before.f1:.3f} → {kept.after.f1:.3f} | {kept.lost.total()} |")
    total, stood = sum(k.lost.total() for k in found.values()), sum(k.stood.total() for k in found.values())
    lines.append(f"| all | {len(found)} exchanges | | | {total} of {stood} |")
    return "\n".join(lines)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("composed", "names", "verbs", "order"))
    parser.add_argument("--items", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alone", action="store_true", help="one frame an item")
    parser.add_argument("--roster", action="store_true", help="the roster's names are known beforehand")
    parser.add_argument("--misses", action="store_true", help="print sentences that went wrong")
    given = parser.parse_args()
    extractor = reader(roster=given.roster)
    if given.what == "composed":
        frames = composed(given.seed, given.items, extractor, (1,) if given.alone else (2, 3, 3, 4))
        print(table(by_family({f: t for f, t in frames.items() if f.file != "frames_held"}).items()))
        print(table(by_file(frames).items()))
        if given.misses:
            print(misses(frames))
    elif given.what == "names":
        kept = names_swapped(range(given.seed, given.seed + 3), extractor)
        print(kept_table(kept))
    elif given.what == "order":
        for kind, kept in order_changed(extractor).items():
            print(f"{kind}: {kept_table(kept)}\n")
    else:
        print(verbs_table(verbs_exchanged(extractor)))


if __name__ == "__main__":
    main()
