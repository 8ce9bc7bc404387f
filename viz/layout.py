"""Positions, computed once: the same every time, whatever the year or the filter.

Alliances stand where their ties pull them, each connected part by itself, then move apart until no name
covers another. Organisations that connect alliances stand amid these.
"""

from __future__ import annotations

import math
import random

import networkx as nx
import rustworkx as rx

from ..graph.elements import Graph
from ..graph.measures import Measures
from .content_facts import Numbers

SEED = 7
WIDTH, HEIGHT = 1700.0, 1000.0
ROOM = 320
"""Above this many nodes names are thinned by the page instead of moved apart."""

EM = 16.0
"""Pixels of one Chinese character at the size in which names are drawn."""


def positions(graph: Graph, measures: Measures, numbers: Numbers) -> dict[int, list[float]]:
    """Thing number → [x, y] of all tied alliances and of the organisations in two or more of them."""
    network = measures.alliances.network()
    at = _spread(network)
    boxes = {n: _box(numbers.things[numbers.thing[n]]) for n in at}
    _apart(at, boxes)
    found = {numbers.thing[n]: [round(x, 1), round(y, 1)] for n, (x, y) in sorted(at.items())}
    shared = {s.via: set[str]() for tie in measures.alliances.ties.values() for s in tie.supports if s.via}
    for tie in measures.alliances.ties.values():
        for s in tie.supports:
            if s.kind == "members" and s.via:
                shared[s.via] |= {s.a, s.b}
    for key, ends in sorted(shared.items()):
        if ends:
            turn = random.Random(key)  # noqa: S311 - a place on a picture
            x = sum(at[e][0] for e in ends) / len(ends) + turn.uniform(-14, 14)
            y = sum(at[e][1] for e in ends) / len(ends) + turn.uniform(-14, 14)
            found[numbers.thing[key]] = [round(x, 1), round(y, 1)]
    return found


def _spread(network: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """Each connected part laid out by itself, the parts packed in rows beside the largest."""
    parts = sorted((sorted(part) for part in nx.connected_components(network)), key=lambda p: (-len(p), p))
    if not parts:
        return {}
    main = parts[0]
    share = 0.80 if len(parts) > 1 else 1.0
    at = _place(network, main, (0.0, 0.0, WIDTH * share, HEIGHT))
    x, y, row = WIDTH * share + 70, 0.0, 0.0
    for part in parts[1:]:
        height = 58.0 + 46.0 * len(part)
        if y + height > HEIGHT and y > 0:
            x, y = x + row + 40, 0.0
            row = 0.0
        width = 150.0 + 14 * len(part)
        at |= _place(network, part, (x, y, x + width, y + height - 40))
        y, row = y + height, max(row, width)
    return at


def _place(
    network: nx.Graph[str], nodes: list[str], box: tuple[float, float, float, float]
) -> dict[str, tuple[float, float]]:
    left, top, right, bottom = box
    middle = (left + right) / 2
    if len(nodes) <= 4:
        step = (bottom - top) / max(1, len(nodes) - 1)
        return {n: (middle + (i % 2) * 60 - 30, top + i * step) for i, n in enumerate(nodes)}
    fast: rx.PyGraph[str, float] = rx.PyGraph()
    number = dict(zip(nodes, fast.add_nodes_from(nodes), strict=True))
    fast.add_edges_from(
        [
            (number[a], number[b], float(said["weight"]))
            for a, b, said in network.subgraph(nodes).edges(data=True)
        ]
    )
    turn = random.Random(SEED)  # noqa: S311 - a start for the springs
    start = {i: (turn.uniform(-1, 1), turn.uniform(-1, 1)) for i in fast.node_indices()}
    k = 1.8 / math.sqrt(len(nodes))
    found = rx.spring_layout(
        fast, pos=start, k=k, num_iter=400, weight_fn=math.sqrt, seed=SEED, repulsive_exponent=2
    )
    xs = _ranked({n: found[number[n]][0] for n in nodes}, left, right)
    ys = _ranked({n: found[number[n]][1] for n in nodes}, top, bottom)
    return {n: (xs[n], ys[n]) for n in nodes}


def _ranked(values: dict[str, float], low: float, high: float) -> dict[str, float]:
    """Half the true place, half the rank: fills the page without losing who is near whom."""
    least, most = min(values.values()), max(values.values())
    width = (most - least) or 1.0
    rank = {n: i / max(1, len(values) - 1) for i, n in enumerate(sorted(values, key=lambda n: (values[n], n)))}
    return {n: low + (high - low) * (0.45 * (v - least) / width + 0.55 * rank[n]) for n, v in values.items()}


def _box(thing: dict[str, object]) -> tuple[float, float]:
    """Half the width and height of a node with its name."""
    name = str(thing.get("s", thing["n"]))
    wide = sum(EM if ord(c) > 0x2E80 else EM * 0.56 for c in name)
    return max(wide, 30.0) / 2 + 5, 24.0


def _apart(at: dict[str, tuple[float, float]], boxes: dict[str, tuple[float, float]]) -> None:
    """Move boxes apart, each pair along the axis on which less is needed, until none covers another.

    References
    ----------
    The idea of T. Dwyer, K. Marriott and P. J. Stuckey, "Fast node overlap removal", *Graph Drawing* 2005,
    with plain pairwise moves in place of its solver.
    """
    names = sorted(at)
    if len(names) > ROOM:
        return
    place = {n: [*at[n]] for n in names}
    for _ in range(400):
        moved = False
        order = sorted(names, key=lambda n: (place[n][1], n))
        for i, a in enumerate(order):
            for b in order[i + 1 :]:
                high = boxes[a][1] + boxes[b][1] - abs(place[b][1] - place[a][1])
                if place[b][1] - place[a][1] > 60:
                    break
                wide = boxes[a][0] + boxes[b][0] - abs(place[b][0] - place[a][0])
                if high <= 0 or wide <= 0:
                    continue
                moved = True
                axis, need = (1, high) if high * 1.6 < wide else (0, wide)
                push = need / 2 + 0.5
                first, second = (a, b) if place[a][axis] <= place[b][axis] else (b, a)
                place[first][axis] -= push
                place[second][axis] += push
        if not moved:
            break
    for n in names:
        at[n] = (place[n][0], place[n][1])
