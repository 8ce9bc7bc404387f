"""From a name that a person typed to the thing that it means."""

from __future__ import annotations

import difflib

from ..errors import InputError
from ..graph.elements import Graph, Node
from ..graph.labels import short_name

FRAME = frozenset({"Bulletin", "BulletinItem", "Section"})


def find(graph: Graph, name: str) -> str:
    """The key of the thing with this key, name, alias or short name; of several the best tied one.

    Raises `InputError`, proposing the nearest names, where there is none.
    """
    if name in graph.nodes:
        return name
    best: tuple[int, int, str] | None = None
    known: dict[str, None] = {}
    for node in graph.nodes.values():
        if node.type in FRAME:
            continue
        rank = _rank(node, name)
        known[node.name] = None
        if rank is not None:
            row = rank, -int(str(node.properties.get("degree", 0))), node.key
            best = row if best is None or row < best else best
    if best is not None:
        return best[2]
    near = [n for n in known if name in n][:5] or difflib.get_close_matches(name, known, 5, 0.3)
    raise InputError(f"nothing is called “{name}”", where="view", hint="near: " + "、".join(near) if near else "")


def _rank(node: Node, name: str) -> int | None:
    if node.name == name:
        return 0
    aliases = node.properties.get("aliases", ())
    if isinstance(aliases, tuple) and name in aliases:
        return 1
    other = node.properties.get("other_keys", ())
    if isinstance(other, tuple) and name in other:
        return 1
    return 2 if short_name(node) == name else None
