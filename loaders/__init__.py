"""Loaders: documents → items → facts, and rosters → facts."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from ..errors import InputError

ENDINGS = frozenset({".txt", ".md", ".pdf", ".docx", ".html", ".htm", ".xhtml", ".csv", ".tsv", ".xlsx"})
"""Endings of the files that are taken out of a folder; a file named by itself may have any."""


def expand(paths: Sequence[str | Path]) -> list[Path | Literal["-"]]:
    """The documents that paths name: files, folders (recursive, sorted), globs, `-`; each once, in order.

    Raises `InputError` for what is not there and for a folder or glob without documents.
    """
    found: dict[Path | Literal["-"], None] = {}
    for given in paths:
        if given == "-":
            found["-"] = None
            continue
        path = Path(given)
        if path.is_dir():
            inside = sorted(
                p for p in path.rglob("*")
                if p.suffix.lower() in ENDINGS and p.is_file() and not p.name.startswith((".", "~$"))
            )
            if not inside:
                raise InputError(
                    "a folder without bulletins", where=str(path),
                    hint="it must hold " + ", ".join(sorted(ENDINGS)) + " files",
                )
            found |= dict.fromkeys(inside)
        elif path.exists() or not glob.has_magic(str(given)):
            found[path] = None
        else:
            # Path.glob takes no absolute pattern
            files = map(Path, glob.iglob(str(given), recursive=True))  # noqa: PTH207
            inside = sorted(p for p in files if p.is_file())
            if not inside:
                raise InputError("no file fits", where=str(given), hint="check the pattern")
            found |= dict.fromkeys(inside)
    return list(found)


__all__ = ["ENDINGS", "expand"]
