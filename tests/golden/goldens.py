"""The golden bulletins' items, each with its gold row: the seed and those written for tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from innograph import samples
from innograph.graph.model import Bulletin, Item
from innograph.loaders.items import cut
from innograph.loaders.readers import read

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Golden:
    """One item of a golden bulletin; `held` where nobody who writes rules reads it."""

    name: str
    bulletin: Bulletin
    item: Item
    gold: dict[str, Any]
    held: bool = False


@cache
def goldens(held: bool = True) -> tuple[Golden, ...]:
    """All items of the seed, of the bulletins learned from, and of those held out (`held`)."""
    found = [("seed", samples.bulletin(), HERE / "seed.gold.jsonl", False)]
    for folder in ("tune", "held") if held else ("tune",):
        for text in sorted((HERE / "bulletins" / folder).glob("*.txt")):
            found.append((text.stem, text, text.with_name(f"{text.stem}.gold.jsonl"), folder == "held"))
    out: list[Golden] = []
    for name, document, gold, out_of_sight in found:
        bulletin, items = cut(read(document))
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
        out += [Golden(name, bulletin, i, row, out_of_sight) for i, row in zip(items, rows, strict=True)]
    return tuple(out)
