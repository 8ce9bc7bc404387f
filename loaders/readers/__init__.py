"""Files → text and structure: TXT, PDF, DOCX, HTML into one `Document`."""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path
from typing import BinaryIO, Literal

from ...errors import InnographError, InputError
from .document import Document, Line
from .limits import DEFAULT, Deadline, Limits, check_lines, check_size, check_zip
from .sniff import sniff
from .text import read_text

__all__ = ["DEFAULT", "Document", "Limits", "Line", "read", "read_bytes"]


def read(
    path: Path | Literal["-"], *, limits: Limits = DEFAULT, stdin: BinaryIO | None = None
) -> Document:
    """Read a bulletin file, or standard input for `-`.

    The format is told by the content, not by the name. Links and external entities are never followed.

    Raises
    ------
    InputError
        The file is missing, empty, unreadable, damaged, or of a kind that holds no text.
    LimitError
        It is larger, deeper or slower than `limits` allow.
    """
    if path == "-":
        stream = stdin if stdin is not None else sys.stdin.buffer
        data = stream.read(limits.bytes + 1)
        return read_bytes(data, "stdin", limits=limits)
    path = Path(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise InputError("is a folder", where=str(path), hint="expand folders first")
        check_size(size, limits, path.name)
        with path.open("rb") as file:
            data = file.read(limits.bytes + 1)
    except FileNotFoundError as error:
        raise InputError("no such file", where=str(path), hint="check the path") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read ({reason})", where=str(path), hint="check its permissions") from error
    return read_bytes(data, path.name, limits=limits)


def read_bytes(data: bytes, source: str, *, limits: Limits = DEFAULT) -> Document:
    """Read a bulletin that is already in memory; `source` is its file name."""
    check_size(len(data), limits, source)
    deadline = Deadline(limits.seconds, source)
    sha256 = hashlib.sha256(data).hexdigest()
    parts = check_zip(io.BytesIO(data), limits, source) if data[:2] == b"PK" else None
    kind = sniff(data, source, parts)
    try:
        if kind == "pdf":
            from .pdf import read_pdf

            document = read_pdf(data, source, sha256, limits, deadline)
        elif kind == "docx":
            from .docx import read_docx

            document = read_docx(data, source, sha256, limits, deadline)
        elif kind == "html":
            from .html import read_html

            document = read_html(data, source, sha256, limits, deadline)
        else:
            document = read_text(data, source, sha256, limits, deadline)
    except InnographError:
        raise
    except RecursionError as error:
        raise InputError("nested too deeply", where=source, hint="do not trust this file") from error
    check_lines(len(document.lines), limits, source)
    if not document.lines:
        raise InputError("no text", where=source, hint="give a bulletin with text")
    return document
