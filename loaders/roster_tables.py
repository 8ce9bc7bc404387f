"""Roster files → tables: CSV and XLSX, their columns under the names of `roster_columns.toml`."""

from __future__ import annotations

import csv
import hashlib
import io
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..errors import InputError, LimitError
from .readers.encoding import decode
from .readers.limits import DEFAULT, Limits, check_size, check_zip

ENDINGS = frozenset({".csv", ".tsv", ".xlsx"})

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A roster table. `kind` is membership, alliance or organization; rows keep their number in the file."""

    source: str
    sha256: str
    kind: str
    rows: tuple[tuple[int, Row], ...]


@cache
def columns() -> dict[str, Any]:
    """The packaged names of columns, roles and types."""
    text = (files(__package__) / "roster_columns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def read_table(path: Path, mapping: Mapping[str, Any] | None = None, limits: Limits = DEFAULT) -> Table:
    """Read one roster file. Raises `InputError` (not a roster, damaged) and `LimitError`."""
    try:
        check_size(path.stat().st_size, limits, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror})", where=str(path), hint="check the path"
        ) from error
    cells = _xlsx(data, path, limits) if path.suffix.lower() == ".xlsx" else _csv(data, path)
    rows: list[tuple[int, list[str]]] = []
    for number, row in cells:
        if len(rows) > limits.rows or len(row) > limits.columns:
            raise LimitError(
                f"more than {limits.rows:,} rows or {limits.columns} columns",
                where=str(path),
                hint="split the roster",
            )
        if any(row):
            rows.append((number, row))
    if not rows:
        raise InputError("an empty table", where=str(path), hint="the first row must name the columns")
    kind, names = _recognise([_fold(cell) for cell in rows[0][1]], path, mapping)
    found = tuple(
        (number, {names[at]: cell.strip() for at, cell in enumerate(row) if at in names and cell.strip()})
        for number, row in rows[1:]
    )
    return Table(path.name, hashlib.sha256(data).hexdigest(), kind, found)


def looks_like_roster(path: Path) -> bool:
    """Whether the file has a roster's ending; its columns are looked at when it is read."""
    return path.suffix.lower() in ENDINGS


def _csv(data: bytes, path: Path) -> Iterator[tuple[int, list[str]]]:
    text, _ = decode(data, where=str(path))
    head = text[:4096]
    delimiter = max(",\t;", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise InputError(f"not a table: {error}", where=f"{path}, line {reader.line_num}") from error


def _xlsx(data: bytes, path: Path, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    import openpyxl

    check_zip(io.BytesIO(data), limits, str(path))
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=limits.columns), 1):
            yield number, ["" if cell is None else _cell(cell) for cell in row]
    except (InputError, LimitError):
        raise
    except Exception as error:  # openpyxl raises whatever its parsers raise on a damaged file
        raise InputError(f"a damaged XLSX file: {error}", where=str(path), hint="save it again") from error


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _recognise(
    header: list[str], path: Path, mapping: Mapping[str, Any] | None
) -> tuple[str, dict[int, str]]:
    tables = columns()["tables"]
    for kind, needs in tables.items():
        names: dict[int, str] = {}
        for ours, words in _words(kind, mapping):
            at = next(
                (i for w in words for i, cell in enumerate(header) if cell == _fold(w) and i not in names),
                None,
            )
            if at is not None:
                names[at] = ours
        if any(all(need in names.values() for need in need_all) for need_all in needs):
            return kind, names
    raise InputError(
        "not a roster: its columns are " + "、".join(filter(None, header[:8])),
        where=str(path),
        hint="name the columns as in docs/reading.md, or give a mapping file",
    )


def _words(kind: str, mapping: Mapping[str, Any] | None) -> Iterable[tuple[str, list[str]]]:
    own = (mapping or {}).get(kind, {})
    for ours, words in columns()[kind].items():
        yield ours, [*own.get(ours, []), *words]


def _fold(cell: str) -> str:
    return unicodedata.normalize("NFKC", cell).strip().lower().replace(" ", "_").lstrip("\ufeff")
