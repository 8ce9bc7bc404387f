"""Limits for files from outside: how large, deep and slow an input may be.

Bulletins are small (a hundred pages at the most); whatever goes far beyond that is damaged or
hostile and is refused with a `LimitError` rather than read for minutes.
"""

from __future__ import annotations

import time
import zipfile
from dataclasses import dataclass
from typing import IO

from ...errors import InputError, LimitError


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    `bytes` is the size of the file, `unpacked` that of all parts of a zip container (DOCX, XLSX)
    together, `parts` their number, `characters` and `lines` the length of the text that comes out, `pages` those of a
    PDF, `nesting` the depth of HTML and XML elements, `rows` and `columns` those of a table or roster,
    `seconds` the time for reading and cutting one file.
    """

    bytes: int = 64_000_000
    unpacked: int = 128_000_000
    parts: int = 5_000
    characters: int = 8_000_000
    lines: int = 60_000
    pages: int = 2_000
    nesting: int = 400
    rows: int = 200_000
    columns: int = 256
    seconds: float = 60.0


DEFAULT = Limits()


class Deadline:
    """A time limit that loops ask now and then: `check()` raises `LimitError` once it has passed."""

    def __init__(self, seconds: float, where: str) -> None:
        self._end = time.monotonic() + seconds
        self._seconds, self._where = seconds, where

    def check(self) -> None:
        """Raise `LimitError` if the time is up."""
        if time.monotonic() > self._end:
            raise LimitError(
                f"reading took longer than {self._seconds:g} s", where=self._where,
                hint="split the file, or raise the limit if you trust it",
            )


def check_size(size: int, limits: Limits, where: str) -> None:
    """Raise `LimitError` where a file of `size` bytes is larger than the limits allow."""
    if size > limits.bytes:
        raise LimitError(
            f"{size / 1e6:.0f} MB is more than the {limits.bytes / 1e6:.0f} MB allowed for one file",
            where=where, hint="split the file",
        )


def check_characters(count: int, limits: Limits, where: str) -> None:
    """Raise `LimitError` where the text of a file is longer than the limits allow."""
    if count > limits.characters:
        raise LimitError(
            f"more than {limits.characters:,} characters of text", where=where, hint="split the file"
        )


def check_lines(count: int, limits: Limits, where: str) -> None:
    """Raise `LimitError` where a file has more lines than the limits allow."""
    if count > limits.lines:
        raise LimitError(f"more than {limits.lines:,} lines of text", where=where, hint="split the file")


def check_zip(stream: IO[bytes], limits: Limits, where: str) -> list[str]:
    """The names of a zip container's parts, after looking at what unpacking it would cost.

    The sizes are the declared ones; `zipfile` never unpacks more than that. Raises `InputError` where
    the container is damaged or encrypted, `LimitError` where it is a bomb.
    """
    try:
        with zipfile.ZipFile(stream) as container:
            parts = container.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        raise InputError(f"damaged container ({error})", where=where, hint="save the file again") from error
    if any(part.flag_bits & 1 for part in parts):
        raise InputError("protected by a password", where=where, hint="save it without a password")
    if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.unpacked:
        raise LimitError(
            f"unpacks to more than {limits.unpacked / 1e6:.0f} MB or {limits.parts:,} parts", where=where,
            hint="a bulletin is never that large; do not trust this file",
        )
    return [part.filename for part in parts]
