"""The golden bulletins' items, each with its gold row: the seed and those written for tests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
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


    def rewritten(self, start: int, end: int, new: str) -> Golden:
        """This item with other words in `[start, end)` of its text; the gold's evidence follows where it holds them."""
        text = self.item.text
        changed = text[:start] + new + text[end:]
        relations = []
        for relation in self.gold["relations"]:
            words = relation["evidence"]
            at = text.find(words)
            if 0 <= at <= start and end <= at + len(words):
                words = words[: start - at] + new + words[end - at :]
            relations.append({**relation, "evidence": words})
        title = changed.split("\n", 1)[0] if start < len(self.item.title) else self.item.title
        gold = {**self.gold, "item": {**self.gold["item"], "title": title}, "relations": relations}
        return replace(self, item=replace(self.item, text=changed, title=title), gold=gold)


@cache
def goldens(held: bool = True) -> tuple[Golden, ...]:
    """All items of the seed, of the bulletins learned from, and of those held out (`held`)."""
    folders = [folder(HERE / "bulletins" / "tune")] + [folder(HERE / "bulletins" / "held", True)] * held
    seed = bulletin("seed", samples.bulletin(), HERE / "seed.gold.jsonl")
    return (*seed, *(golden for each in folders for golden in each))


def folder(path: Path, held: bool = False) -> Iterator[Golden]:
    """The items of a folder's bulletins: each `NAME.gold.jsonl` with the document `NAME.*` beside it."""
    for gold in sorted(path.glob("*.gold.jsonl")):
        name = gold.name.removesuffix(".gold.jsonl")
        documents = [p for p in path.glob(f"{name}.*") if p.suffix in (".txt", ".html", ".docx", ".pdf")]
        if documents:
            yield from bulletin(name, documents[0], gold, held)


def bulletin(name: str, document: Path, gold: Path, held: bool = False) -> Iterator[Golden]:
    """The items of one document with their gold rows."""
    found, items = cut(read(document))
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    yield from (Golden(name, found, item, row, held) for item, row in zip(items, rows, strict=True))
