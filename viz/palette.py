"""The colours and shapes of `palette.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

NO_FIELD = "未分类"


@dataclass(frozen=True, slots=True)
class Palette:
    """Hues by name, hue and English name by field, the scale of weights, shapes by type."""

    hues: dict[str, str]
    fields: dict[str, str]
    english: dict[str, str]
    scale: dict[str, list[str]]
    shapes: dict[str, str]

    def hue(self, field: str) -> str:
        """The colour of a field; grey for one that the palette does not know."""
        return self.hues[self.fields.get(field, "grey")]


@cache
def palette() -> Palette:
    """The palette, read once."""
    return Palette(**tomllib.loads(files(__package__).joinpath("palette.toml").read_text(encoding="utf-8")))
