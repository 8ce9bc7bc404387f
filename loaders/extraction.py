"""From documents to facts: read, cut, extract; in several processes where asked.

The same documents give the same facts, in the same order, whatever the number of processes.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..errors import InnographError
from ..graph.model import Bulletin, BulletinFacts, Item, ItemFacts
from .facts import Extractor
from .facts.known import KnownNames
from .items import cut
from .readers import read
from .rosters import is_roster, read_rosters

Document = Path | Literal["-"]
"""A file, or standard input."""

CHUNK = 24
"""Items that one process takes at a time."""

AHEAD = 64
"""Documents that are read and cut, at most, before the facts of the first of them are due."""


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are read. `roster` are CSV files of known names, the crutch that may be left off."""

    date: str | None = None
    tagger: bool = True
    roster: tuple[Path, ...] = ()
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that could not be read, with the reason for a person."""

    path: str
    error: InnographError


Progress = Callable[[int, int], None]


def extract(
    paths: Sequence[Document], options: Options | None = None, *, progress: Progress | None = None
) -> Iterator[BulletinFacts | Refused]:
    """Facts of each document, in the order given; a document that cannot be read gives a `Refused`.

    Roster files that lie in one folder make one roster together, in the place of the first of them.
    `"-"` reads standard input. `progress` is called with (documents done, documents in all).
    """
    options = options or Options()
    documents = _together(paths)
    waiting, under_way = iter(documents), deque[_Begun]()
    with _Readers(options, alone=len(documents) == 1) as readers:
        for number in range(len(documents)):
            if progress:
                progress(number, len(documents))
            # several processes: documents are read and cut ahead of the one whose facts are due
            while not under_way or (options.jobs > 1 and _room(under_way, options.jobs)):
                document = next(waiting, None)
                if document is None:
                    break
                under_way.append(_begin(document, options, readers))
            yield under_way.popleft().finish()
        if progress:
            progress(len(documents), len(documents))


@dataclass(frozen=True, slots=True)
class _Begun:
    """A document under way: the chunks that are being read in other processes, and what gives its facts."""

    chunks: int
    finish: Callable[[], BulletinFacts | Refused]


def _room(under_way: Collection[_Begun], jobs: int) -> bool:
    """Whether one more document may be begun: a bounded number of documents and of chunks is under way."""
    return len(under_way) < AHEAD and sum(begun.chunks for begun in under_way) < 3 * jobs


def _begin(document: Document | tuple[Path, ...], options: Options, readers: _Readers) -> _Begun:
    """Read and cut a document, and have its items read."""
    name = str(document[0].parent if isinstance(document, tuple) else document)
    try:
        if isinstance(document, tuple):
            roster = read_rosters(list(document), date=options.date)
            return _Begun(0, lambda: roster)
        bulletin, items = cut(read(document), date=options.date)
    except InnographError as error:
        refused = Refused(name, error)
        return _Begun(0, lambda: refused)
    chunks, facts = readers.facts(bulletin, items)

    def finish() -> BulletinFacts | Refused:
        try:
            return BulletinFacts(bulletin, tuple(facts))
        except InnographError as error:
            return Refused(name, error)

    return _Begun(chunks, finish)


def _together(paths: Sequence[Document]) -> list[Document | tuple[Path, ...]]:
    """Documents to read: rosters of one folder as a tuple."""
    documents: list[Document | tuple[Path, ...]] = []
    folders: dict[Path, int] = {}
    for path in paths:
        if isinstance(path, Path) and is_roster(path):
            if path.parent in folders:
                at = folders[path.parent]
                held = documents[at]
                documents[at] = (*held, path) if isinstance(held, tuple) else (path,)
            else:
                folders[path.parent] = len(documents)
                documents.append((path,))
        else:
            documents.append(path)
    return documents


class _Readers:
    """Extractors at work: one in this process, or a pool of processes with one each.

    `alone`: there is but one document, and a short one is not worth a pool.
    """

    def __init__(self, options: Options, *, alone: bool = False) -> None:
        self.options = options
        self.alone = alone
        self.pool: ProcessPoolExecutor | None = None
        self.extractor: Extractor | None = None

    def __enter__(self) -> _Readers:
        return self

    def __exit__(self, *error: object) -> None:
        if self.pool is not None:
            self.pool.shutdown(cancel_futures=True)

    def facts(self, bulletin: Bulletin, items: Sequence[Item]) -> tuple[int, Iterator[ItemFacts]]:
        """How many chunks have been handed out, and the facts of each item, in order."""
        if self.options.jobs <= 1 or (self.alone and len(items) <= CHUNK):
            self.extractor = self.extractor or _extractor(self.options)
            return 0, (self.extractor.extract(item, bulletin) for item in items)
        if self.pool is None:
            # spawned, not forked: the tagger's runtime keeps threads that a fork would lose
            self.pool = ProcessPoolExecutor(
                self.options.jobs, multiprocessing.get_context("spawn"), _start, (self.options,)
            )
        under_way = [self.pool.submit(_work, bulletin, chunk) for chunk in _chunks(items)]
        return len(under_way), (facts for future in under_way for facts in future.result())


def _chunks(items: Sequence[Item]) -> Iterable[Sequence[Item]]:
    return (items[at : at + CHUNK] for at in range(0, len(items), CHUNK))


def _extractor(options: Options) -> Extractor:
    roster = read_rosters(list(options.roster)).items if options.roster else ()
    return Extractor(known=KnownNames.default(roster), tagger=options.tagger)


_worker: Extractor | None = None


def _start(options: Options) -> None:
    global _worker
    _worker = _extractor(options)


def _work(bulletin: Bulletin, items: Sequence[Item]) -> list[ItemFacts]:
    assert _worker is not None  # noqa: S101 - set by the pool's initialiser
    return [_worker.extract(item, bulletin) for item in items]
