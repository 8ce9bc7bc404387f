"""Golden items with one verb exchanged for another that says the same (`synonyms.toml`); the gold stays."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from goldens import HERE, Golden, goldens


@dataclass(frozen=True, slots=True)
class Exchange:
    """One variant: `old` stood at `at` in the item's text, `new` stands there now."""

    original: Golden
    variant: Golden
    predicate: str
    old: str
    new: str
    at: int


@cache
def groups() -> tuple[dict[str, Any], ...]:
    """The groups of the data file."""
    with (HERE / "synonyms.toml").open("rb") as file:
        return tuple(tomllib.load(file)["group"])


@cache
def _every_phrase() -> re.Pattern[str]:
    phrases = {p for group in groups() for p in group["phrases"]}
    return re.compile("|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True)))


def exchanged(held: bool = True) -> Iterator[Exchange]:
    """All variants of all golden items: each phrase in a relation's evidence, each other of its group."""
    for golden in goldens(held):
        text = golden.item.text
        forms = [f for e in golden.gold["entities"] for f in (e["name"], *e["aliases"])]
        inside = [m.span() for f in forms for m in re.finditer(re.escape(f), text)]
        done: set[tuple[int, str, str]] = set()
        for relation in golden.gold["relations"]:
            start = text.find(relation["evidence"])
            if start < 0:
                continue
            predicate = f"{relation['predicate']}.{relation.get('role') or ''}".rstrip(".")
            for match in _every_phrase().finditer(text, start, start + len(relation["evidence"])):
                if any(a < match.end() and match.start() < b for a, b in inside):
                    continue  # part of a name
                for group in groups():
                    if predicate not in group["relations"] or match[0] not in group["phrases"]:
                        continue
                    if not re.match(group.get("next", ""), text[match.end() :]):
                        continue
                    if not re.search(group.get("prior", "") + "$", text[: match.start()]):
                        continue
                    for new in group["phrases"]:
                        if new == match[0] or (match.start(), match[0], new) in done:
                            continue
                        if text[match.end() : match.end() + 1] == "了" and new.endswith("了"):
                            continue
                        done.add((match.start(), match[0], new))
                        variant = golden.rewritten(*match.span(), new)
                        yield Exchange(golden, variant, predicate, match[0], new, match.start())
