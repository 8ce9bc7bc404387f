"""Facts files of older formats, brought to the one of today when they are read.

A format's number stands in the bulletin line. Whoever raises `model.FORMAT` adds the step from the number
before; files are written in the newest format, so an old ledger is renewed as its bulletins are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from ..errors import InputError
from .model import FORMAT

Row = dict[str, Any]
Step = Callable[[list[Row]], list[Row]]
"""Takes the rows of a facts file of one format (the bulletin's first) and gives those of the next."""


def _unnumbered(rows: list[Row]) -> list[Row]:
    """Format 0, before files were numbered: the bulletin line had no format and rows no kind."""
    for row in rows[1:]:
        row["item"].setdefault("kind", "news")
    return rows


STEPS: Mapping[int, Step] = {0: _unnumbered}


def upgrade(
    text: str, *, steps: Mapping[int, Step] = STEPS, newest: int = FORMAT, where: str = "facts"
) -> str:
    """The text of a facts file in the newest format; text that is in it already comes back as it is.

    Raises `InputError` where a step is missing.
    """
    line = text.partition("\n")[0]
    try:
        row = json.loads(line)
        format_ = int(row["bulletin"].get("format", 0)) if "item" not in row else newest
    except (ValueError, TypeError, KeyError, AttributeError):
        return text
    if format_ >= newest:
        return text
    rows = [json.loads(part) for part in text.split("\n") if part.strip()]
    for number in range(format_, newest):
        if number not in steps:
            raise InputError(f"format {number} is too old", where=where, hint="extract the bulletin again")
        rows = steps[number](rows)
        rows[0]["bulletin"]["format"] = number + 1
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
