"""Items a second of the whole reader, beside jieba.posseg on the same text; memory over a long archive; processes.

    python benchmarks/extraction.py [--items 1000]       # processor time of one process, after a warm-up
    python benchmarks/extraction.py --archive 100000     # memory while a folder of so many items is read
    python benchmarks/extraction.py --jobs 2 [--items N] # one process against several, wall time

The archive is made up: the sample bulletins over and over, each time with other names of the roster and other figures,
so that nothing is read twice. The figures to read are the ratios.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from innograph import samples
from innograph.graph.model import Bulletin, Item
from innograph.loaders.extraction import Options, Refused, extract
from innograph.loaders.facts import Extractor, KnownNames
from innograph.loaders.items import cut
from innograph.loaders.readers import read
from innograph.loaders.rosters import read_rosters


def items(count: int) -> tuple[Bulletin, list[Item]]:
    """The sample's items, over and over, each with a number of its own."""
    bulletin, found = cut(read(samples.bulletin()))
    more = [found, *(cut(read(p))[1] for p in sorted(samples.archive().glob("*.txt")))]
    flat = [item for part in more for item in part]
    return bulletin, [replace(flat[n % len(flat)], number=n + 1) for n in range(count)]


def archive(folder: Path, count: int, seed: int = 1) -> Iterator[tuple[Path, int]]:
    """Bulletins of `count` items in all, written one by one; no two alike. Each with its number of items."""
    dice = random.Random(seed)
    documents = [samples.bulletin(), *sorted(samples.archive().glob("*.txt"))]
    texts = [(path.read_text(encoding="utf-8"), len(cut(read(path))[1])) for path in documents]
    names = [item.entities[0].name for item in read_rosters(list(samples.roster())).items if item.entities]
    names = sorted({name for name in names if len(name) > 5})
    known = re.compile("|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)))
    made = 0
    while made < count:
        text, size = texts[dice.randrange(len(texts))]
        others: dict[str, str] = {}
        text = known.sub(lambda m: others.setdefault(m[0], dice.choice(names)), text)  # noqa: B023
        text = re.sub(r"(?<=\d)\d(?=[家名项个人余%])", lambda _: str(dice.randrange(10)), text)
        path = folder / f"{made:06}.txt"
        path.write_text(text, encoding="utf-8")
        made += size
        yield path, size


def timed(work: object, every: list[Item]) -> float:
    """Items a second of processor time."""
    start = time.process_time()
    for item in every:
        work(item)  # type: ignore[operator]
    return len(every) / (time.process_time() - start)


def speed(count: int) -> None:
    """The reader with and without its tagger, and jieba.posseg, on the same items."""
    bulletin, every = items(count)
    known = KnownNames.default(read_rosters(list(samples.roster())).items)
    rows: list[tuple[str, float]] = []
    for name, tagger in (("innograph", True), ("innograph --no-tagger", False)):
        extractor = Extractor(known=known, tagger=tagger)
        for item in every[:60]:
            extractor.extract(item, bulletin)
        rows.append((name, timed(lambda item, e=extractor: e.extract(item, bulletin), every)))
    try:
        import jieba
        import jieba.posseg

        jieba.setLogLevel(60)
        list(jieba.posseg.cut(every[0].text))
        rows.append(("jieba.posseg", timed(lambda item: list(jieba.posseg.cut(item.text)), every)))
    except ImportError:
        print("jieba is not installed: pip install 'innograph[bench]'")
    last = rows[-1][1]
    for name, rate in rows:
        print(f"{name:24} {rate:8.0f} items/s   {rate / last:6.2f} x {rows[-1][0]}")


def resident() -> float:
    """Memory of this process now, in MB (its peak where the system does not tell)."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize() / 1e6
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def memory(count: int) -> None:
    """Resident memory while an archive is read, file by file; files are removed once read."""
    options = Options(roster=samples.roster())
    start, done, step = time.perf_counter(), 0, max(count // 20, 1)
    with tempfile.TemporaryDirectory() as folder:
        paths = [path for path, _ in archive(Path(folder), count)]
        print(f"{len(paths)} bulletins written; {resident():.0f} MB")
        for facts in extract(paths, options):
            assert not isinstance(facts, Refused), facts
            before, done = done, done + len(facts.items)
            if before // step != done // step:
                rate = done / (time.perf_counter() - start)
                print(f"after {done:7} items: {resident():6.0f} MB   {rate:6.0f} items/s", flush=True)


def processes(count: int, jobs: int) -> None:
    """One process against several, on one long bulletin and on many short ones: wall time, same facts."""
    with tempfile.TemporaryDirectory() as folder:
        short = [path for path, _ in archive(Path(folder), count)]
        long = Path(folder) / "long.txt"
        long.write_text("\n\n".join(p.read_text(encoding="utf-8") for p in short), encoding="utf-8")
        for name, paths in (("many bulletins", short), ("one long bulletin", [long])):
            took: dict[int, float] = {}
            used: dict[int, tuple[float, float]] = {}
            seen: dict[int, list[object]] = {}
            for number in (1, jobs):
                start, before = time.perf_counter(), processor()
                seen[number] = list(extract(paths, Options(roster=samples.roster(), jobs=number)))
                took[number] = time.perf_counter() - start
                used[number] = tuple(b - a for a, b in zip(before, processor(), strict=True))  # type: ignore[assignment]
            assert seen[1] == seen[jobs]
            parent, children = used[jobs]
            print(
                f"{name}, {count} items: 1 process {took[1]:.1f} s, {jobs} processes {took[jobs]:.1f} s, "
                f"{took[1] / took[jobs]:.2f} x; processor time {sum(used[1]):.1f} s, "
                f"{parent:.1f} s in the parent and {children:.1f} s in the others: "
                f"{sum(used[1]) / max(parent, children / jobs):.2f} x where cores are free"
            )


def processor() -> tuple[float, float]:
    """Processor time of this process, and of those that it has started and that have ended, in seconds."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime


def main() -> None:
    """Print the table asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--archive", type=int, default=0, help="items of the memory run")
    parser.add_argument("--jobs", type=int, default=0, help="processes to compare one with")
    arguments = parser.parse_args()
    if arguments.archive:
        memory(arguments.archive)
    elif arguments.jobs:
        processes(arguments.items, arguments.jobs)
    else:
        speed(arguments.items)


if __name__ == "__main__":
    main()
