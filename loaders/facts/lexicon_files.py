"""The data files of `loaders/lexicon`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

_FOLDER = resources.files(__package__.rpartition(".")[0] + ".lexicon")


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML file of the lexicon as plain data."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """A text file of the lexicon: a row a line, its fields separated by `|`; `#` starts a comment."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("|")) for line in lines if line and not line.startswith("#"))


@cache
def words(text: str) -> tuple[str, ...]:
    """The words of a lexicon entry that lists them with spaces, each once, in order."""
    return tuple(dict.fromkeys(text.split()))
