"""Resolution beside its peers, on the same pairs, and its pace as the archive grows.

    python benchmarks/resolution.py                     quality, beside RapidFuzz where it is installed
    python benchmarks/resolution.py --splink PYTHON     and beside Splink, run by a Python that has it
    python benchmarks/resolution.py --mentions 1000000  time and memory for each further 100,000 mentions

Quality: the mentions are all short names of the sample roster, the candidates all its full names. A peer
links a mention with its best candidate of the same type when the score reaches the threshold. `cold` hides
the roster's short names from innograph, so that all have the same to go by; `roster` is how innograph is
used. A false merge is a pair of different full names that a tool holds to be one.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from innograph.graph.model import Bulletin, BulletinFacts, Entity, Item, ItemFacts, Relation
from innograph.graph.resolution import resolve

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
SPLINK = Path(__file__).with_name("resolution_splink.py")

Name = tuple[str, str]
"""(type, name)."""


def table(name: str) -> list[dict[str, str]]:
    """The rows of a sample table."""
    with (SAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def things() -> list[tuple[Name, tuple[str, ...]]]:
    """((type, full name), short names) of every alliance and organisation."""
    found = [(("Alliance", row["name"]), row["short_names"]) for row in table("alliances.csv")]
    found += [((row["type"], row["name"]), row["short_names"]) for row in table("organizations.csv")]
    return [(name, tuple(filter(None, short.split("|")))) for name, short in found]


def facts(
    id_: str, names: list[Name], kind: str, short: dict[Name, tuple[str, ...]] | None = None
) -> BulletinFacts:
    """A bulletin of one item a name."""
    items = tuple(
        ItemFacts(
            Item(id_, number, name, kind=kind, text=name),  # type: ignore[arg-type]
            (Entity("e1", type_, name, (short or {}).get((type_, name), ()), {}, ((0, len(name)),)),),
        )
        for number, (type_, name) in enumerate(names, 1)
    )
    return BulletinFacts(Bulletin(id_), items)


def ours(
    known: list[tuple[Name, tuple[str, ...]]], mentions: list[Name], *, cold: bool
) -> tuple[list[str | None], int]:
    """What each mention is linked with (a full name), and the false merges among the full names."""
    full = [name for name, _ in known]
    roster = facts("roster", full, "row", None if cold else dict(known))
    found = resolve([roster, facts("news", mentions, "news")])
    by_key: dict[str, list[Name]] = defaultdict(list)
    for number, name in enumerate(full, 1):
        by_key[found.keys[f"roster#{number}", "e1"]].append(name)
    linked = [by_key.get(found.keys[f"news#{number}", "e1"]) for number in range(1, len(mentions) + 1)]
    false = sum(len(names) * (len(names) - 1) // 2 for names in by_key.values())
    return [names[0][1] if names else None for names in linked], false


def scored(
    known: list[tuple[Name, tuple[str, ...]]],
    mentions: list[Name],
    score: Callable[[str, str], float],
    threshold: float,
) -> tuple[list[str | None], int]:
    """The same for a tool that gives a pair of names a score."""
    by_type: dict[str, list[str]] = defaultdict(list)
    for (type_, name), _ in known:
        by_type[type_].append(name)
    linked: list[str | None] = []
    for type_, mention in mentions:
        best = max(((score(mention, name), name) for name in by_type[type_]), default=(0.0, ""))
        linked.append(best[1] if best[0] >= threshold else None)
    false = sum(score(a, b) >= threshold for names in by_type.values() for a, b in combinations(names, 2))
    return linked, false


def quality(splink: str | None) -> None:
    """Print how each tool does."""
    known = things()
    mentions = [(name[0], short) for name, shorts in known for short in shorts]
    truth = [name[1] for name, shorts in known for _ in shorts]
    pairs = sum(n * (n - 1) // 2 for n in _counts(known))
    print(f"{len(mentions)} short names, {len(known)} full names, {pairs:,} pairs of one type\n")
    print(f"{'':34}{'right':>8}{'wrong':>8}{'abstains':>10}{'false merges':>14}{'seconds':>9}")

    def line(name: str, run: Callable[[], tuple[list[str | None], int]], took: float | None = None) -> None:
        start = time.perf_counter()
        linked, false = run()
        seconds = time.perf_counter() - start if took is None else took
        right = sum(one == other for one, other in zip(linked, truth, strict=True))
        none = sum(one is None for one in linked)
        print(f"{name:34}{right:8}{len(linked) - right - none:8}{none:10}{false:14}{seconds:9.2f}")

    line("innograph, roster", lambda: ours(known, mentions, cold=False))
    line("innograph, cold", lambda: ours(known, mentions, cold=True))
    try:
        from rapidfuzz.fuzz import WRatio
    except ImportError:
        print("RapidFuzz is not installed (pip install 'innograph[bench]'): left out")
    else:
        for threshold in (80, 90, 95):
            line(f"RapidFuzz WRatio >= {threshold}", lambda t=threshold: scored(known, mentions, WRatio, t))  # type: ignore[misc]
    if splink:
        asked = json.dumps({"known": [name for name, _ in known], "mentions": mentions}, ensure_ascii=False)
        done = subprocess.run([splink, SPLINK], input=asked, capture_output=True, text=True, check=True)
        for row in json.loads(done.stdout):
            line(
                f"Splink, match weight >= {row['threshold']}",
                lambda r=row: (r["linked"], r["false"]),
                row["seconds"],
            )  # type: ignore[misc]
    else:
        print("Splink: give --splink PYTHON, a Python that has it")


def _counts(known: list[tuple[Name, tuple[str, ...]]]) -> list[int]:
    counts: dict[str, int] = defaultdict(int)
    for (type_, _), _ in known:
        counts[type_] += 1
    return list(counts.values())


def archive(mentions: int, seed: int = 20240615) -> Iterator[BulletinFacts]:
    """Bulletins of 25 items with ten mentions each, a few names said often and many seldom."""
    chosen, said, number = random.Random(seed), 0, 0
    while said < mentions:
        number += 1
        id_, items = f"b{number:06}", []
        for item in range(1, 26):
            entities, relations = [], []
            alliance = int(chosen.paretovariate(0.9)) % 2_000
            entities.append(
                Entity(
                    "e0", "Alliance", f"第{alliance}类材料产业技术创新战略联盟", (f"第{alliance}类材料联盟",)
                )
            )
            for n in range(1, 7):
                company = int(chosen.paretovariate(0.7)) % 200_000
                entities.append(Entity(f"e{n}", "Enterprise", f"示例{company}号科技有限公司"))
                relations.append(
                    Relation(f"e{n}", "memberOf", "e0", (0, 4), "一二三四", "bench", 0.9, "member")
                )
            entities.append(
                Entity(
                    "e7",
                    "Person",
                    f"{'王李张刘陈'[company % 5]}{'伟芳娜敏静'[company % 7 % 5]}{company % 97}",
                )
            )
            relations.append(Relation("e7", "holdsPost", "e1", (0, 4), "一二三四", "bench", 0.9))
            entities.append(
                Entity(
                    "e8",
                    "Event",
                    f"第{number % 40 + 1}届第{alliance}类材料展览会",
                    (),
                    {"date": "2024-06-15"},
                )
            )
            relations.append(Relation("e0", "organizes", "e8", (0, 4), "一二三四", "bench", 0.9, "host"))
            entities.append(Entity("e9", "OrganizationUnit", "秘书处"))
            relations.append(Relation("e9", "partOf", "e0", (0, 4), "一二三四", "bench", 0.9))
            items.append(
                ItemFacts(Item(id_, item, "标题", text="一二三四"), tuple(entities), tuple(relations))
            )
            said += len(entities)
        yield BulletinFacts(Bulletin(id_), tuple(items))


def pace(mentions: int) -> None:
    """Print time and memory for archives of growing size, each in a process of its own."""
    print(f"{'mentions':>10}{'things':>10}{'seconds':>9}{'µs a mention':>14}{'peak MB':>9}")
    sizes = sorted({mentions // 10, mentions // 4, mentions // 2, mentions})
    for size in sizes:
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(size)], capture_output=True, text=True, check=True
        )
        print(done.stdout, end="", flush=True)


def one(mentions: int) -> None:
    """Resolve one archive that is never whole in memory; the time to make it up is taken off."""
    start = time.process_time()
    said = sum(len(item.entities) for facts_ in archive(mentions) for item in facts_.items)
    making = time.process_time() - start
    start = time.process_time()
    found = resolve(archive(mentions))
    seconds = time.process_time() - start - making
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert len(found.keys) == said
    print(f"{said:10,}{len(found.things):10,}{seconds:9.1f}{seconds / said * 1e6:14.1f}{peak:9.0f}")


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--splink", metavar="PYTHON")
    parser.add_argument("--mentions", type=int, default=200_000)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        one(asked.one)
        return
    quality(asked.splink)
    print()
    pace(asked.mentions)


if __name__ == "__main__":
    main()
