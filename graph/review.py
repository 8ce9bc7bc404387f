"""Pairs that wait for a person, as a table to fill in elsewhere and to take back.

`to_csv` writes a line a pair, with both sides' words; who decides writes same, different or unsure under
`judgement`. `from_csv` takes the lines that were decided into the judgements. In a spreadsheet a cell that
begins like a formula is data here, so it is written with a leading apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import get_args

from ..errors import InputError
from .judgements import Decision, Judgement, Judgements
from .resolution import Pending, Side

COLUMNS = (
    "left", "left_name", "left_type", "left_evidence", "right", "right_name", "right_type", "right_evidence",
    "reason", "judgement", "why",
)  # fmt: skip


def to_csv(pending: Iterable[Pending], *, language: str = "zh") -> str:
    """The pairs as CSV text, the reason in words of `language` (`zh` or `en`), the decision left open."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for pair in pending:
        writer.writerow(map(_cell, (*_side(pair.left), *_side(pair.right), pair.why(language), "", "")))
    return out.getvalue()


def from_csv(text: str, judgements: Judgements, *, who: str = "", where: str = "review") -> list[Judgement]:
    """Add the decided lines to the judgements (`save` writes them); lines left open are passed over.

    Raises `InputError`, naming the line, for a decision that is none; then nothing is added.
    """
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), strict=True)
    decided: list[dict[str, str]] = []
    try:
        missing = {"left", "right", "judgement"} - set(reader.fieldnames or ())
        if missing:
            raise InputError(
                f"no column {', '.join(sorted(missing))}", where=where, hint="export the pairs first"
            )
        for row in reader:
            said = {name: _bare(row.get(name) or "") for name in COLUMNS}
            said["judgement"] = said["judgement"].strip().casefold()
            if not said["judgement"]:
                continue
            if said["judgement"] not in get_args(Decision):
                raise InputError(
                    f"“{said['judgement']}” is no judgement",
                    where=f"{where}, line {reader.line_num}",
                    hint="same, different, unsure, or leave it empty",
                )
            decided.append(said)
    except csv.Error as error:
        raise InputError(f"not CSV: {error}", where=f"{where}, line {reader.line_num}") from error
    return [
        judgements.add(
            said["left"],
            said["right"],
            said["judgement"],
            who=who,
            why=said["why"],  # type: ignore[arg-type]
            left_name=said["left_name"],
            right_name=said["right_name"],
        )
        for said in decided
    ]


def _side(side: Side) -> tuple[str, str, str, str]:
    told = " / ".join(f"{title}: {quote}" if quote else title for _, title, quote in side.evidence)
    return side.key, side.name, side.type, told


def _cell(text: str) -> str:
    return f"'{text}" if text[:1] in tuple("=+-@'") else text


def _bare(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@'") else cell


__all__ = ["COLUMNS", "from_csv", "to_csv"]
