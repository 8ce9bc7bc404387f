"""What has to be said otherwise to ArcadeDB, so that it answers as Neo4j does.

One trap was found among the constructs of `tests/stores/test_dialect.py`: a property of a relationship
inside the braces of a pattern, `MATCH ()-[r]->() MATCH (s:Statement {edge: r.key})`, finds nothing,
silently, where the two patterns are planned together. The same condition as an inline WHERE is right
(`(s:Statement WHERE s.edge = r.key)`), means the same, and so the text is changed to that.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .cypher import masked

_VARIABLE = re.compile(r"-\[\s*(\w+)")
_NODE = re.compile(r"(?:(?<![\w`_])|(?<=MATCH))\(\s*(\w*)\s*(:[^(){}\[\]*]*?)?\s*\{([^{}]*)\}\s*\)", re.IGNORECASE)
_EDGE = re.compile(r"(?<=-)\[\s*(\w*)\s*(:[^(){}\[\]*]*?)?\s*\{([^{}]*)\}\s*\]")
_PAIR = re.compile(r"\s*(\w+)\s*:\s*(\w+)\.(\w+)\s*\Z")


def reworded(query: str) -> str:
    """The question with such conditions moved out of the braces; unchanged where there are none."""
    bare = masked(query)
    variables = set(_VARIABLE.findall(bare))
    if not variables:
        return query
    changes: list[tuple[int, int, str]] = []
    for pattern in (_NODE, _EDGE):
        for found in pattern.finditer(bare):
            said = _moved(found, query, variables, lambda: f"reworded_{len(changes)}")
            if said is not None:
                changes.append((found.start(), found.end(), said))
    for start, end, said in sorted(changes, reverse=True):
        query = query[:start] + said + query[end:]
    return query


def _moved(
    found: re.Match[str], query: str, variables: set[str], fresh: Callable[[], str]
) -> str | None:
    """The pattern with its conditions on relationships as an inline WHERE, or None where it has none."""
    if not found[1] and not found[2]:
        return None  # a map in parentheses, no pattern
    name = found[1] or fresh()
    kept, conditions = [], []
    at = found.start(3)
    for piece in found[3].split(","):
        pair = _PAIR.match(piece)
        if pair and pair[2] in variables:
            conditions.append(f"{name}.{pair[1]} = {pair[2]}.{pair[3]}")
        else:
            kept.append(query[at : at + len(piece)].strip())
        at += len(piece) + 1
    if not conditions:
        return None
    labels = query[found.start(2) : found.end(2)] if found[2] else ""
    braces = f" {{{', '.join(kept)}}}" if kept else ""
    opening, closing = found[0][0], found[0][-1]
    return f"{opening}{name}{labels}{braces} WHERE {' AND '.join(conditions)}{closing}"
