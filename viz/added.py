"""Nodes and edges that a person added to a page with pyvis's own calls, as content of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .content import Prepared

ADDED = "Added"


def with_added(
    content: Mapping[str, Any], prepared: Prepared, nodes: Sequence[Mapping[str, Any]], own: set[Any],
    edges: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """The content with positions as the nodes have them now, and with what was added.

    `label`, `title`, `color`, `shape`, `size`, `x` and `y` of a node and `label`, `title`, `color`, `width`
    of an edge are kept; a `title` is text, whatever it holds.
    """
    things = list(content["things"])
    number = dict(prepared.numbers.thing)
    layout = {}
    drawn = {}
    for node in nodes:
        key = str(node["id"])
        if node["id"] not in own and key not in number:
            number[key] = len(things)
            things.append({"k": key, "t": ADDED, "n": str(node.get("label", key)), "y": "", "d": _plain(node)})
        if node["id"] not in own:
            drawn[number[key]] = _plain(node)
        layout[number[key]] = [node["x"], node["y"]] if "x" in node and "y" in node else None
    facts = list(content["facts"])
    added = []
    for edge in edges:
        added.append(len(facts))
        facts.append(
            {
                "s": number[str(edge["from"])], "p": str(edge.get("label") or edge.get("title") or ADDED),
                "o": number[str(edge["to"])], "c": 1.0, "w": 0, "t": [], "d": _plain(edge),
            }
        )
    _place(layout, facts, added)
    return {
        **content, "things": things, "facts": facts, "layout": layout,
        "added": {"nodes": drawn, "edges": added},
        "types": {**content["types"], ADDED: {"zh": "加入的节点", "en": "added node"}},
    }


def _place(layout: dict[int, list[float] | None], facts: list[dict[str, Any]], added: list[int]) -> None:
    """Give a place to each node that has none: beside what it is tied to, else in a row under the picture."""
    bottom = max((at[1] for at in layout.values() if at), default=0.0) + 80
    left = min((at[0] for at in layout.values() if at), default=0.0)
    loose = 0
    for number, at in layout.items():
        if at is not None:
            continue
        near = [
            place
            for f in (facts[n] for n in added)
            if number in (f["s"], f["o"])
            if (place := layout.get(f["o"] if f["s"] == number else f["s"]))
        ]
        if near:
            layout[number] = [sum(p[0] for p in near) / len(near) + 46, sum(p[1] for p in near) / len(near) + 46]
        else:
            layout[number] = [left + 150 * loose, bottom]
            loose += 1


def _plain(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options that the page draws, as plain text and numbers."""
    names = ("color", "shape", "size", "width", "title", "label", "value")
    return {name: options[name] for name in names if isinstance(options.get(name), int | float | str)}
