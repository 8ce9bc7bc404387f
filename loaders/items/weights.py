"""The segmenter's weights: a table a label for the signals of lines, a table a step for those of pairs."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

import numpy as np

from .observe import LINE, PAIR, Matrix

Label = Literal["M", "C", "S", "T", "t", "B", "b", "R", "r", "E"]
LABELS: tuple[Label, ...] = ("M", "C", "S", "T", "t", "B", "b", "R", "r", "E")
"""Masthead, contents, section, title, title goes on, body paragraph, body goes on, credit, credit goes on, end."""
NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Weights:
    """`lines` has shape (LINE, LABELS), `pairs` (PAIR, LABELS · LABELS), `steps` what steps are allowed (0 or NEVER),
    `start` what a document may begin with."""

    lines: Matrix
    pairs: Matrix
    steps: Matrix
    start: Matrix


def build(data: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Weights:
    """Weights from the tables of `weights.toml`."""
    size = len(LABELS)
    lines = np.zeros((len(LINE), size))
    for label, table in data["line"].items():
        for name, value in table.items():
            lines[LINE.index(name), LABELS.index(label)] = value
    pairs = np.zeros((len(PAIR), size * size))
    steps = np.full((size, size), NEVER)
    for step, table in data["step"].items():
        a, b = (LABELS.index(name) for name in step.split("-"))
        steps[a, b] = 0.0
        for name, value in table.items():
            pairs[PAIR.index(name), a * size + b] = value
    start = np.full(size, NEVER)
    for label, value in data["start"]["label"].items():
        start[LABELS.index(label)] = value
    return Weights(lines, pairs, steps, start)


@cache
def weights() -> Weights:
    """The packaged weights."""
    text = resources.files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    return build(tomllib.loads(text))
