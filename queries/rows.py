"""Rows as the header promises them, so that a Cypher and a SPARQL store give the same values.

Lists come out of SPARQL as one text with U+001F between the parts (a character that no stored value can
have), and in no order; numbers come as whatever the engine computes in; what is missing comes as nothing, an
empty text or an empty list. Here each becomes what its column type says, and the rows are put in the order
of the header once more: texts by code point, numbers by size, whatever collation an engine has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..errors import QueryError
from ..graph.stores import Rows
from .header import Column
from .library import Question

SEPARATOR = "\x1f"
"""What stands between the parts of a list that SPARQL has joined."""
DIGITS = 9
"""Significant digits of a float: sums in another order differ after that."""

Row = tuple[Any, ...]


def typed(question: Question, answer: Rows) -> list[Row]:
    """The rows with the header's columns, types and order. Raises `QueryError` where columns differ."""
    columns = question.columns
    if not columns:
        return [tuple(row) for row in answer.rows]
    if not answer.rows:
        return []
    wanted = [c.name for c in columns]
    if sorted(wanted) != sorted(answer.columns):
        raise QueryError(
            f"the text returns {', '.join(answer.columns)}; the header promises {', '.join(wanted)}",
            where=question.name,
            hint="make them the same",
        )
    places = [answer.columns.index(name) for name in wanted]
    found = [
        tuple(value(row[place], column) for place, column in zip(places, columns, strict=True))
        for row in answer.rows
    ]
    return ordered(found, wanted, question.header.order)


def value(raw: Any, column: Column) -> Any:
    """One value as its column's type."""
    if column.type in ("list", "edges"):
        return _parts(raw)
    if raw is None or raw == "":
        return None
    try:
        match column.type:
            case "int":
                return int(raw)
            case "float":
                return float(f"{float(raw):.{DIGITS}g}")
            case "flag":
                return raw if isinstance(raw, bool) else str(raw).lower() in ("true", "1")
            case _:
                return str(raw)
    except (TypeError, ValueError):
        raise QueryError(f"“{raw}” is no {column.type}", where=f"column {column.name}") from None


def ordered(rows: list[Row], columns: Sequence[str], order: Sequence[str]) -> list[Row]:
    """The rows sorted by these columns; one with `-` before it falls. What is missing comes last."""
    for entry in reversed(order):
        place, falling = columns.index(entry.removeprefix("-")), entry.startswith("-")
        rows = sorted(rows, key=lambda row: _rank(row[place]), reverse=falling)
        rows = [r for r in rows if r[place] is not None] + [r for r in rows if r[place] is None]
    return rows


def _rank(raw: Any) -> tuple[int, Any]:
    if raw is None:
        return (2, "")
    return (0, raw) if isinstance(raw, bool | int | float) else (1, str(raw))


def _parts(raw: Any) -> list[str]:
    if raw is None:
        return []
    parts = raw.split(SEPARATOR) if isinstance(raw, str) else raw
    return sorted({str(part) for part in parts if part is not None and part != ""})
