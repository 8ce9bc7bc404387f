"""From documents to facts: read, cut, extract; in several processes where asked.

The same documents give the same facts, in the same order, whatever the number of processes.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
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
    with _Readers(options) as readers:
        for number, document in enumerate(documents):
            if progress:
                progress(number, len(documents))
            try:
                if isinstance(document, tuple):
                    yield read_rosters(list(document), date=options.date)
                else:
                    bulletin, items = cut(read(document), date=options.date)
                    yield BulletinFacts(bulletin, tuple(readers.facts(bulletin, items)))
            except InnographError as error:
                name = document[0].parent if isinstance(document, tuple) else document
                yield Refused(str(name), error)
        if progress:
            progress(len(documents), len(documents))


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
    """Extractors at work: one in this process, or a pool of processes with one each."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.pool: ProcessPoolExecutor | None = None
        self.extractor: Extractor | None = None

    def __enter__(self) -> _Readers:
        return self

    def __exit__(self, *error: object) -> None:
        if self.pool is not None:
            self.pool.shutdown(cancel_futures=True)

    def facts(self, bulletin: Bulletin, items: Sequence[Item]) -> Iterator[ItemFacts]:
        """The facts of each item, in order, a bounded number of chunks under way."""
        if self.options.jobs <= 1 or len(items) <= CHUNK:
            self.extractor = self.extractor or _extractor(self.options)
            for item in items:
                yield self.extractor.extract(item, bulletin)
            return
        if self.pool is None:
            # spawned, not forked: the tagger's runtime keeps threads that a fork would lose
            self.pool = ProcessPoolExecutor(
                self.options.jobs, multiprocessing.get_context("spawn"), _start, (self.options,)
            )
        under_way: deque[Future[list[ItemFacts]]] = deque()
        for chunk in _chunks(items):
            under_way.append(self.pool.submit(_work, bulletin, chunk))
            if len(under_way) >= 3 * self.options.jobs:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


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
