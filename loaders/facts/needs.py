"""What a text must hold for a pattern to match: a cheap test before a costly search.

Most patterns find nothing in most items. From a pattern's source follow the signs, and the pairs of
neighbouring signs, of which every match holds one (主办|承办 needs 主办 or 承办); a text without them is
not searched. The method is that of Russ Cox, "Regular Expression Matching with a Trigram Index" (2012),
with grams of one and two signs, since Chinese words are short.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from .pattern_needs import needs

Row = TypeVar("Row")


def matches(pattern: re.Pattern[str], text: str, start: int = 0, stop: int | None = None) -> Iterator[re.Match[str]]:
    """`pattern.finditer(text, start, stop)`, without a search where the text lacks what the pattern needs.

    For patterns that live as long as the program (of a module, of a lexicon), whose needs are kept.
    """
    held = grams(text)
    kept = _kept.get(id(pattern))
    for need in kept[1] if kept is not None else needs_of(pattern):
        if need.isdisjoint(held):
            return iter(())
    return pattern.finditer(text, start) if stop is None else pattern.finditer(text, start, stop)


@lru_cache(maxsize=16)
def grams(text: str) -> frozenset[int]:
    """The signs of a text and its pairs of neighbouring signs, as numbers: those are made without a string each."""
    units = _units(text)
    found = set(units.cast("H"))
    for shift in (0, 2):
        size = (len(units) - shift) // 4 * 4
        found.update(units[shift : shift + max(size, 0)].cast("I"))
    return frozenset(found)


def _units(text: str) -> memoryview:
    return memoryview(text.encode("utf-16-le", "surrogatepass"))


def _number(gram: str) -> int:
    """The number under which `grams` has a sign or a pair (of rare signs, which take two units, the first)."""
    units = _units(gram)[:4]
    return int(units.cast("I" if len(units) == 4 else "H")[0])


_kept: dict[int, tuple[re.Pattern[str], tuple[frozenset[int], ...]]] = {}


def needs_of(pattern: re.Pattern[str]) -> tuple[frozenset[int], ...]:
    """The needs of a pattern, derived once. Kept by identity: to hash a pattern is to hash its whole program."""
    kept = _kept.get(id(pattern))
    if kept is None:
        plain = not pattern.flags & (re.IGNORECASE | re.VERBOSE)
        found = needs(pattern.pattern) if plain else ()
        kept = _kept[id(pattern)] = pattern, tuple(frozenset(map(_number, need)) for need in found)
    return kept[1]


class Sieve(Generic[Row]):
    """Many rows with a pattern each, of which a text asks for few: the rows are filed under what they need."""

    def __init__(self, rows: Iterable[tuple[re.Pattern[str], Row]]) -> None:
        self.rows = list(rows)
        self._more = [needs_of(pattern)[1:] for pattern, _ in self.rows]
        self._filed: dict[int, list[int]] = {}
        self._always = [number for number, (pattern, _) in enumerate(self.rows) if not needs_of(pattern)]
        for number, (pattern, _) in enumerate(self.rows):
            for gram in frozenset().union(*needs_of(pattern)[:1]):
                self._filed.setdefault(gram, []).append(number)
        self._grams = frozenset(self._filed)

    def within(self, text: str) -> list[tuple[re.Pattern[str], Row]]:
        """The rows whose needs the text holds, in their order."""
        held = grams(text)
        found = set(self._always).union(*(self._filed[gram] for gram in self._grams & held))
        rows = []
        for number in sorted(found):
            for need in self._more[number]:
                if need.isdisjoint(held):
                    break
            else:
                rows.append(self.rows[number])
        return rows


