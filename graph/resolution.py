"""Resolution: which mentions are the same thing, across items, bulletins and rosters, and why.

`resolve` is a pure function of the facts and the judgements: any order of loading gives the same things
under the same keys. Names decide, with type, declared aliases, rosters and the item they stand in; string
distance does not. Where two candidates fit, it abstains and lists the pair for a person.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from .judgements import Conflict, Judgements
from .mentions import gather
from .model import BulletinFacts


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing: its key, its type, its name to show and every other name and key that it answers to.

    `former` are names that the text calls former ones; `roster` says whether a roster lists it.
    """

    key: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    other_keys: tuple[str, ...] = ()
    roster: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: a thing and up to three places where it stands, as (item, headline, words)."""

    key: str
    name: str
    type: str
    evidence: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """Two names that became one thing. `rule` names the reason in `reasons.toml`, `item` shows an example."""

    left: str
    right: str
    rule: str
    key: str
    alias: str = ""
    item: str = ""

    def why(self, language: str = "en") -> str:
        """The reason in words, `en` or `zh`."""
        return reason("merge", self.rule, language).format(alias=self.alias)


@dataclass(frozen=True, slots=True)
class Pending:
    """A pair that a person must decide on."""

    left: Side
    right: Side
    rule: str
    alias: str = ""

    def why(self, language: str = "en") -> str:
        """The reason in words, `en` or `zh`."""
        return reason("pending", self.rule, language).format(alias=self.alias)


class Keys(Mapping[tuple[str, str], str]):
    """(item key, local entity key) → key of the thing. A few bytes a mention."""

    def __init__(self, items: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
        self._items = items

    def __getitem__(self, mention: tuple[str, str]) -> str:
        locals_, things = self._items[mention[0]]
        try:
            return things[locals_.index(mention[1])]
        except ValueError:
            raise KeyError(mention) from None

    def of(self, item: str) -> dict[str, str]:
        """Local entity key → key of the thing, for one item; empty for an unknown item."""
        found = self._items.get(item)
        return {} if found is None else dict(zip(*found, strict=True))

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((item, local) for item, (locals_, _) in self._items.items() for local in locals_)

    def __len__(self) -> int:
        return sum(len(locals_) for locals_, _ in self._items.values())


@dataclass(frozen=True, slots=True)
class Resolution:
    """What `resolve` found. `aliases` maps every name, short name and other key to the keys it may mean."""

    keys: Keys
    things: Mapping[str, Thing]
    merges: tuple[Merge, ...] = ()
    pending: tuple[Pending, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()


def resolve(bulletins: Iterable[BulletinFacts], judgements: Judgements | None = None) -> Resolution:
    """Find which mentions are the same thing.

    Parameters
    ----------
    bulletins
        Facts of bulletins and rosters, in any order; each is read once, so a generator will do.
    judgements
        People's decisions; they win over every rule.

    Returns
    -------
    Resolution
        Keys, things, merges with their reasons, pairs that wait for a person, and names to look up.
    """
    from .joining import Joining
    from .things import finish

    table = gather(bulletins)
    return finish(Joining(table, judgements or Judgements()).run())


@cache
def _reasons() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads((files(__package__) / "reasons.toml").read_text(encoding="utf-8"))


def reason(kind: str, rule: str, language: str = "en") -> str:
    """The sentence of a rule: `kind` is merge or pending, `language` is en or zh."""
    return _reasons()[kind][rule][language if language == "zh" else "en"]


__all__ = ["Keys", "Merge", "Pending", "Resolution", "Side", "Thing", "reason", "resolve"]
