"""People's decisions on pairs of names: a CSV file that version control shows line by line.

A judgement names its two sides by key and, for the reader, by name. The last line on a pair counts; the
earlier ones stay as its history. Every build replays the file, so a decision outlives any rebuild.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

from ..errors import InputError, WorkspaceError

Decision = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line: `left` and `right` are keys (or names) of things, the names are for the reader."""

    left: str
    left_name: str
    right: str
    right_name: str
    judgement: Decision
    who: str = ""
    when: str = ""
    why: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two keys, the smaller first."""
        return (min(self.left, self.right), max(self.left, self.right))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Judgements that contradict each other; `why` says how."""

    judgements: tuple[Judgement, ...]
    why: str


COLUMNS = tuple(field.name for field in fields(Judgement))


class Judgements:
    """The judgements of a workspace, in the order they were made."""

    def __init__(self, path: Path | None = None, lines: Iterable[Judgement] = ()) -> None:
        self.path = path
        self.lines = list(lines)

    @classmethod
    def load(cls, path: Path) -> Judgements:
        """Read the file; one that is not there holds no judgement. Raises `InputError`, naming the line."""
        if not path.exists():
            return cls(path)
        return cls(path, parse(path.read_text(encoding="utf-8-sig"), where=str(path)))

    def add(
        self,
        left: str,
        right: str,
        judgement: Decision,
        *,
        who: str = "",
        when: str | None = None,
        why: str = "",
        left_name: str = "",
        right_name: str = "",
    ) -> Judgement:
        """Note a decision (`save` writes it). `when` defaults to now, in UTC, to the second."""
        if judgement not in get_args(Decision):
            raise InputError(f"“{judgement}” is no judgement", hint="same, different or unsure")
        if left == right:
            raise InputError(f"“{left}” is compared with itself", hint="name two things")
        stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when is None else when
        made = Judgement(left, left_name, right, right_name, judgement, who, stamp, why)
        self.lines.append(made)
        return made

    def undo(self) -> Judgement | None:
        """Take back the last decision; None where there is none."""
        return self.lines.pop() if self.lines else None

    def current(self) -> list[Judgement]:
        """The last judgement on each pair, sorted by pair."""
        last = {line.pair: line for line in self.lines}
        return [last[pair] for pair in sorted(last)]

    def conflicts(self) -> list[Conflict]:
        """Pairs that follow to be the same from some judgements and are different by another.

        A pair judged twice in two ways is no conflict by itself: the later line counts.
        """
        found = []
        current = self.current()
        links: dict[str, list[Judgement]] = {}
        for line in current:
            if line.judgement == "same":
                links.setdefault(line.left, []).append(line)
                links.setdefault(line.right, []).append(line)
        for line in current:
            if line.judgement == "different" and (chain := _chain(links, *line.pair)):
                told = "、".join(f"{c.left_name or c.left} = {c.right_name or c.right}" for c in chain)
                found.append(
                    Conflict(
                        (line, *chain),
                        f"{line.left_name or line.left} ≠ {line.right_name or line.right}, yet {told}",
                    )
                )
        return found

    def save(self, path: Path | None = None) -> None:
        """Write the file whole: aside first, then renamed. Raises `WorkspaceError`."""
        target = path or self.path
        if target is None:
            raise WorkspaceError("there is no file to write the judgements to")
        aside = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            with aside.open("w", encoding="utf-8", newline="") as file:
                file.write(dumps(self.lines))
                file.flush()
                os.fsync(file.fileno())
            aside.replace(target)
        except OSError as error:
            aside.unlink(missing_ok=True)
            raise WorkspaceError(
                f"the judgements cannot be written: {error.strerror}", where=str(target)
            ) from error


def dumps(lines: Iterable[Judgement]) -> str:
    """Judgements as CSV text with a heading; `\\n` ends each line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in lines:
        writer.writerow([getattr(line, name) for name in COLUMNS])
    return out.getvalue()


def parse(text: str, *, where: str = "judgements") -> list[Judgement]:
    """Judgements out of CSV text. Columns may stand in any order; left, right and judgement are needed."""
    reader = csv.DictReader(io.StringIO(text), strict=True)
    lines: list[Judgement] = []
    try:
        missing = {"left", "right", "judgement"} - set(reader.fieldnames or ())
        if missing:
            raise InputError(
                f"no column {', '.join(sorted(missing))}",
                where=where,
                hint=f"the columns are {', '.join(COLUMNS)}",
            )
        for row in reader:
            said = {name: (row.get(name) or "").strip() for name in COLUMNS}
            if not any(said.values()):
                continue
            if said["judgement"] not in get_args(Decision) or not said["left"] or not said["right"]:
                raise InputError(
                    f"not a judgement: “{said['left']}”, “{said['right']}”, “{said['judgement']}”",
                    where=f"{where}, line {reader.line_num}",
                    hint="two keys and one of same, different, unsure",
                )
            lines.append(Judgement(**said))  # type: ignore[arg-type]
    except csv.Error as error:
        raise InputError(f"not CSV: {error}", where=f"{where}, line {reader.line_num}") from error
    return lines


def _chain(links: dict[str, list[Judgement]], start: str, goal: str) -> list[Judgement]:
    """The shortest chain of `same` judgements from one key to another; empty where there is none."""
    came: dict[str, tuple[str, Judgement]] = {}
    queue = [start]
    for here in queue:
        for line in links.get(here, ()):
            there = line.right if line.left == here else line.left
            if there != start and there not in came:
                came[there] = (here, line)
                queue.append(there)
    if goal not in came:
        return []
    chain = []
    while goal != start:
        goal, line = came[goal]
        chain.append(line)
    return chain[::-1]


__all__ = ["COLUMNS", "Conflict", "Decision", "Judgement", "Judgements", "dumps", "parse"]
