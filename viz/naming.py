"""Names as a page shows and finds them: short, unique, and by pinyin."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from pypinyin import lazy_pinyin

from ..graph.elements import Graph
from ..graph.labels import short_name


def short_names(graph: Graph) -> dict[str, str]:
    """Key → the name to draw. Where two things would have one short name, both keep their whole name."""
    short = {key: short_name(node) for key, node in graph.nodes.items()}
    seen = Counter(short.values())
    return {key: name if seen[name] == 1 else graph.nodes[key].name for key, name in short.items()}


@lru_cache(maxsize=65536)
def pinyin(name: str) -> str:
    """The initials and the whole pinyin of a name, as one searchable word each: `qlh qinglianghua`."""
    kept = "".join(c for c in name if c.isalnum())
    sounds = [sound.lower() for sound in lazy_pinyin(kept)]
    # What is no Chinese comes back whole, and is searched whole.
    initials = "".join(sound[:1] if sound not in kept.lower() else sound for sound in sounds)
    return f"{initials} {''.join(sounds)}"
