"""Items a second of the whole reader, beside jieba.posseg on the same text; memory over a long archive.

    python benchmarks/extraction.py [--items 2000] [--archive 20000]

Processor time of one process, after a warm-up; the figures to read are the ratios.
"""

from __future__ import annotations

import argparse
import resource
import time
from dataclasses import replace

from innograph import samples
from innograph.graph.model import Bulletin, Item
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


def timed(work: object, every: list[Item]) -> float:
    """Items a second of processor time."""
    start = time.process_time()
    for item in every:
        work(item)  # type: ignore[operator]
    return len(every) / (time.process_time() - start)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--archive", type=int, default=0, help="items of the memory run")
    arguments = parser.parse_args()
    bulletin, every = items(arguments.items)
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
    if arguments.archive:
        extractor = Extractor(known=known)
        for at in range(0, arguments.archive, 2000):
            for item in items(2000)[1]:
                extractor.extract(item, bulletin)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"after {at + 2000:7} items: peak {peak:6.0f} MB")


if __name__ == "__main__":
    main()
