"""From what a person types to the things it may mean: a name, a short name, a former name, a key.

Exact forms come first. Where there are none, the nearest names are proposed; they are suggestions for a
person and never decide anything.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from . import names
from .elements import Graph
from .index import Index, Row, rows

Found = tuple[str, str, str, str]
"""(key, name, type, how); `how` is name, key, former, alias, part or near."""

_ORDER = ("key", "name", "former", "alias", "part", "near")


def find(where: Graph | Index, text: str, *, limit: int = 8) -> list[Found]:
    """The things that `text` may mean, best first.

    `how` tells how sure it is: a whole name, key, former name or alias; else `part` (the text is a part of
    the name, or the name of the text); else `near` (a misspelling, perhaps).
    """
    form = names.fold(text)
    if not text.strip():
        return []
    exact = where.exact(text) if isinstance(where, Index) else [row for row in rows(where) if row[0] == form]
    if exact:
        return _best(exact, limit)
    every = where.names() if isinstance(where, Index) else sorted(rows(where))
    part = [(*row[:5], "part", row[6]) for row in every if _within(form, row[0])]
    if part:
        return _best(part, limit)
    known: dict[str, list[Row]] = {}
    for row in every:
        if row[5] != "key":
            known.setdefault(row[0], []).append(row)
    alike = [name for name in known if set(name) & set(form)]
    close = difflib.get_close_matches(form, alike, n=limit, cutoff=0.5)
    return _best(
        ((*row[:5], "near", limit - rank) for rank, name in enumerate(close) for row in known[name]), limit
    )


def _within(form: str, name: str) -> bool:
    return len(form) >= 2 and form in name and "/" not in name


def _best(found: Iterable[Row], limit: int) -> list[Found]:
    best: dict[str, tuple[tuple[int, int, str], Found]] = {}
    for _, _, key, name, type_, how, mentions in found:
        rank = (_ORDER.index(how), -mentions, key)
        if key not in best or rank < best[key][0]:
            best[key] = rank, (key, name, type_, how)
    return [one for _, one in sorted(best.values())][:limit]


__all__ = ["Found", "find"]
