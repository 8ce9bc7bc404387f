"""The word lists of the segmenter, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def signals() -> dict[str, Any]:
    """The content of `signals.toml`; lists of words are split."""
    raw = tomllib.loads(resources.files(__package__).joinpath("signals.toml").read_text(encoding="utf-8"))
    for name in ("verbs", "section_tails", "section_words"):
        raw[name] = tuple(raw[name].split())
    return raw
