"""What a command does to a workspace's ledger: documents read into it, and the counts of that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import InputError
from .graph.model import Bulletin, BulletinFacts
from .settings import Settings

if TYPE_CHECKING:
    from .graph.validation import Refused as RefusedFact
    from .loaders.extraction import Refused

Report = Callable[[str, int, int], None]
"""Called with (step, done, in all); steps are `read`, `cypher`, `sparql`."""


@dataclass(frozen=True, slots=True)
class Change:
    """What `build`, `add` and `remove` did."""

    added: tuple[Bulletin, ...] = ()
    unchanged: tuple[Bulletin, ...] = ()
    removed: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    items: int = 0
    rows: int = 0
    entities: Mapping[str, int] = field(default_factory=dict)
    relations: Mapping[str, int] = field(default_factory=dict)
    sentences: Mapping[str, int] = field(default_factory=dict)
    set_aside: tuple[RefusedFact, ...] = ()
    pending: int = 0


class Reading:
    """Documents being read into a ledger, and the counts of it."""

    def __init__(self, settings: Settings, date: str | None, options: Mapping[str, Any]) -> None:
        self.settings, self.date, self.options = settings, date, options
        self.added: list[Bulletin] = []
        self.unchanged: list[Bulletin] = []
        self.refused: list[Refused] = []
        self.items = self.rows = 0
        self.entities: Counter[str] = Counter()
        self.relations: Counter[str] = Counter()
        self.sentences: Counter[str] = Counter()

    def facts(self, documents: Sequence[str | Path], report: Report) -> Iterator[BulletinFacts]:
        """Facts of each readable document; the others are noted as refused."""
        from .loaders import expand
        from .loaders.extraction import Options, Refused, extract
        from .samples import roster

        options = Options(
            date=self.date,
            tagger=self.options.get("tagger", self.settings.tagger),
            jobs=self.options.get("jobs") or self.settings.jobs,
            roster=roster() if self.options.get("known_names", True) else (),
        )
        paths = expand([str(d) for d in documents])
        for found in extract(paths, options, progress=lambda done, total: report("read", done, total)):
            if isinstance(found, Refused):
                self.refused.append(found)
            else:
                yield found

    def note(self, facts: BulletinFacts, *, added: bool) -> None:
        """Count one bulletin."""
        (self.added if added else self.unchanged).append(facts.bulletin)
        for item in facts.items if added else ():
            self.rows += item.item.kind == "row"
            self.items += item.item.kind == "news"
            self.entities.update(e.type for e in item.entities)
            self.relations.update(r.predicate for r in item.relations)
            if item.item.kind == "news":
                self.sentences.update(state for _, _, state in item.sentences)

    def change(self, set_aside: tuple[RefusedFact, ...], pending: int) -> Change:
        """The counts as a result."""
        return Change(
            tuple(self.added),
            tuple(self.unchanged),
            (),
            tuple(self.refused),
            self.items,
            self.rows,
            dict(self.entities.most_common()),
            dict(self.relations.most_common()),
            dict(sorted(self.sentences.items())),
            set_aside,
            pending,
        )


def nothing_read(read: Reading) -> InputError:
    """The error of a command that found no readable document."""
    if len(read.refused) == 1 and isinstance(read.refused[0].error, InputError):
        return read.refused[0].error
    told = "; ".join(str(r.error) for r in read.refused[:5])
    return InputError(f"no document could be read: {told}" if told else "no document was given")
