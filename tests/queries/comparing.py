"""Answers and oracles as rows that can be compared."""

from __future__ import annotations

from typing import Any

from innograph.queries import Answer, Question


def comparable(rows: Any, question: Question) -> list[tuple[Any, ...]]:
    """Rows as sorted tuples, floats to the digits that an answer keeps."""
    names = [c.name for c in question.columns]
    found = [tuple(rounded(row[name]) for name in names) for row in rows]
    return sorted(found, key=repr)


def rounded(value: Any) -> Any:
    return float(f"{value:.9g}") if isinstance(value, float) else value


def rows(answer: Answer) -> list[dict[str, Any]]:
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
