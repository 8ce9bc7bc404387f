"""The signs and pairs of signs that every match of a pattern holds, derived from its source.

Groups, classes, quantifiers and what looks around are followed; of a pattern that uses more, nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

Needs = tuple[frozenset[str], ...]
"""Sets of grams; the text holds at least one gram of each."""
_MOST = 256
"""The most strings that are followed at once."""
_WORTH = 400
"""The cost up to which a set of grams is worth a test."""
_COMMON = 6
"""What one sign costs, beside a pair of signs: it stands in so many more texts."""


def needs(source: str) -> Needs:
    """The sets of grams, the rarest first, of which every match of this pattern holds one each."""
    try:
        part = _Source(source).alternatives()
    except _UnknownError:
        return ()
    return tuple(sorted({*part.needs, *_of_words(part.words)}, key=lambda n: (_cost(n), sorted(n))))[:3]


class _UnknownError(Exception):
    """The pattern uses what is not followed here; it needs nothing that we know of."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a pattern: all strings that it matches (None: not to be listed), and what else a match needs."""

    words: frozenset[str] | None
    needs: Needs = ()


_NOTHING = _Part(frozenset({""}))
_ANY = _Part(None)


class _Source:
    """A pattern's source, read sign by sign."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def alternatives(self) -> _Part:
        """Branches up to the closing bracket or the end."""
        branches = [self.sequence()]
        while self.take("|"):
            branches.append(self.sequence())
        return branches[0] if len(branches) == 1 else _either(branches)

    def sequence(self) -> _Part:
        """One branch: pieces one behind the other."""
        words: frozenset[str] | None = frozenset({""})
        run: frozenset[str] = frozenset({""})
        found: list[frozenset[str]] = []
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            part = self.repeated(self.piece())
            found += part.needs
            if part.words is not None and len(run) * len(part.words) <= _MOST:
                run = frozenset(left + right for left in run for right in part.words)
                continue
            found += _of_words(run)
            words, run = None, part.words if part.words is not None else frozenset({""})
        if words is None:
            return _Part(None, (*found, *_of_words(run)))
        return _Part(run, tuple(found))

    def repeated(self, part: _Part) -> _Part:
        """The piece under its quantifier."""
        match = _QUANTIFIER.match(self.source, self.at)
        if match is None:
            return part
        self.at = match.end()
        low, high = match["low"], match["high"]
        if match["sign"] == "?" or (low in ("", "0") and high == "1"):
            return _ANY if part.words is None else _Part(part.words | {""})
        if match["sign"] == "*" or low in ("", "0"):
            return _ANY
        return _Part(None, (*part.needs, *_of_words(part.words)))

    def piece(self) -> _Part:
        """One sign, class or group."""
        sign = self.source[self.at]
        self.at += 1
        if sign == "(":
            return self.group()
        if sign == "[":
            return self.signs()
        if sign == "\\":
            return self.escaped()
        if sign in "^$":
            return _NOTHING
        return _ANY if sign == "." else _Part(frozenset({sign}))

    def escaped(self) -> _Part:
        """The sign or class behind a backslash."""
        sign = self.source[self.at]
        self.at += 1
        if sign == "u":
            self.at += 4
            return _Part(frozenset({chr(int(self.source[self.at - 4 : self.at], 16))}))
        if sign in "bBAZ":
            return _NOTHING
        if sign in "nt":
            return _Part(frozenset({"\n" if sign == "n" else "\t"}))
        if sign in "dDsSwW":
            return _ANY
        if sign.isalnum():
            raise _UnknownError
        return _Part(frozenset({sign}))

    def signs(self) -> _Part:
        """A class of signs; large ones are not listed."""
        other = self.take("^")
        found: list[str] = []
        listed = not other
        first = True
        while first or self.source[self.at] != "]":
            first = False
            sign = self.source[self.at]
            self.at += 1
            part = self.escaped() if sign == "\\" else _Part(frozenset({sign}))
            if part.words is None or part is _NOTHING:
                listed = False
                continue
            found += part.words
            if self.source[self.at] == "-" and self.source[self.at + 1] != "]":
                self.at += 1
                sign = self.source[self.at]
                self.at += 1
                last = self.escaped() if sign == "\\" else _Part(frozenset({sign}))
                low, high = ord(found[-1]), ord(next(iter(last.words or ("\0",))))
                listed = listed and high - low <= _MOST
                found += map(chr, range(low, high + 1)) if listed else ()
        self.at += 1
        return _Part(frozenset(found)) if listed else _ANY

    def group(self) -> _Part:
        """What stands in round brackets; what looks around takes no room."""
        kind = _GROUP.match(self.source, self.at)
        if kind is None:
            raise _UnknownError
        self.at = kind.end()
        part = self.alternatives()
        if not self.take(")"):
            raise _UnknownError
        if kind["none"]:
            return _NOTHING
        if kind["around"]:
            return _Part(frozenset({""}), (*part.needs, *_of_words(part.words)))
        return part

    def take(self, sign: str) -> bool:
        """Step over this sign if it stands here."""
        here = self.source.startswith(sign, self.at)
        self.at += here
        return here


_QUANTIFIER = re.compile(r"(?:(?P<sign>[?*+])|\{(?P<low>\d*)(?:(?P<comma>,)(?P<high>\d*))?\})[?+]?")
_GROUP = re.compile(r"(?P<none>\?<?!)|(?P<around>\?<?=)|\?:|\?P<\w+>|(?!\?)")


def _either(branches: Iterable[_Part]) -> _Part:
    """What all branches have in common."""
    words: frozenset[str] = frozenset()
    listed, needed, every = True, True, list(branches)
    joined: frozenset[str] = frozenset()
    for part in every:
        best = min((*part.needs, *_of_words(part.words)), key=_cost, default=None)
        needed = needed and best is not None
        joined |= best or frozenset()
        listed = listed and part.words is not None
        words |= part.words or frozenset()
    found: Needs = (joined,) if needed and _cost(joined) <= _WORTH else ()
    if not listed or len(words) > _MOST:
        return _Part(None, found)
    return _Part(words, found if any(part.needs for part in every) else ())


def _of_words(words: frozenset[str] | None) -> list[frozenset[str]]:
    """The cheapest set of grams of which each of these words holds one: none where a word is empty."""
    if words is None or "" in words:
        return []
    least = min(map(len, words))
    found = [frozenset(word[at : at + 2] for word in words) for at in range(max(least - 1, 1))]
    found += [frozenset(word[max(len(word) - at - 2, 0) :][:2] for word in words) for at in range(max(least - 1, 1))]
    best = min(found, key=lambda need: (_cost(need), sorted(need)))
    return [best] if _cost(best) <= _WORTH else []


def _cost(need: frozenset[str]) -> int:
    """How likely a text holds one of these, roughly."""
    return sum(1 if len(gram) == 2 else _COMMON for gram in need)
