"""The order of rows and columns: fields next to related fields, and inside each the optimal leaf order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
Similarity = Callable[[T, T], float]

EXACT = 40
"""Groups up to this size are ordered optimally; larger ones by walking from neighbour to neighbour."""


def by_group(nodes: Sequence[T], group: Callable[[T], str], similarity: Similarity[T]) -> list[T]:
    """Order nodes by group; related groups side by side, and inside each group by `leaf_order`."""
    groups: dict[str, list[T]] = defaultdict(list)
    for node in nodes:
        groups[group(node)].append(node)
    between = {
        (g, h): sum(similarity(a, b) for a in groups[g] for b in groups[h]) / (len(groups[g]) * len(groups[h]))
        for g in groups
        for h in groups
        if g < h
    }
    ordered = leaf_order(sorted(groups), lambda g, h: between[(g, h) if g < h else (h, g)])
    return [node for name in ordered for node in leaf_order(groups[name], similarity)]


def leaf_order(nodes: Sequence[T], similarity: Similarity[T]) -> list[T]:
    """The order of the leaves of an average-linkage tree in which neighbours are as similar as the tree
    allows.

    References
    ----------
    Z. Bar-Joseph, D. K. Gifford and T. S. Jaakkola, "Fast optimal leaf ordering for hierarchical clustering",
    *Bioinformatics* 17(suppl. 1), 2001.
    """
    nodes = list(nodes)
    if len(nodes) <= 2:
        return nodes
    near = [[similarity(a, b) if a != b else 0.0 for b in nodes] for a in nodes]
    ordered = _optimal(_tree(near), near) if len(nodes) <= EXACT else _chain(near)
    return [nodes[n] for n in ordered]


Tree = int | tuple["Tree", "Tree"]


def _tree(near: list[list[float]]) -> Tree:
    """An average-linkage tree; of equally near pairs the first joins first."""
    clusters: dict[int, tuple[Tree, int]] = {n: (n, 1) for n in range(len(near))}
    link = {(i, j): near[i][j] for i in range(len(near)) for j in range(i + 1, len(near))}
    number = len(near)
    while len(clusters) > 1:
        i, j = max(link, key=lambda pair: (link[pair], (-pair[0], -pair[1])))
        (left, n), (right, m) = clusters.pop(i), clusters.pop(j)
        for k in clusters:
            a, b = link.pop((min(i, k), max(i, k))), link.pop((min(j, k), max(j, k)))
            link[k, number] = (a * n + b * m) / (n + m)
        del link[i, j]
        clusters[number] = (left, right), n + m
        number += 1
    return next(iter(clusters.values()))[0]


def _chain(near: list[list[float]]) -> list[int]:
    """From the strongest on, always to the nearest that is left."""
    left = set(range(len(near)))
    now = max(left, key=lambda n: (sum(near[n]), -n))
    order = [now]
    left.discard(now)
    while left:
        row = near[now]
        now = max(left, key=lambda n: (row[n], -n))
        order.append(now)
        left.discard(now)
    return order


def _optimal(tree: Tree, near: list[list[float]]) -> list[int]:
    """The best order with the tree's leaves: for each pair of outer leaves the best score, from the leaves
    up.
    """
    scores = _scores(tree, near)
    best = max(scores.values(), key=lambda told: (told[0], [-n for n in told[1]]))
    return best[1]


def _scores(tree: Tree, near: list[list[float]]) -> dict[tuple[int, int], tuple[float, list[int]]]:
    if isinstance(tree, int):
        return {(tree, tree): (0.0, [tree])}
    left, right = _scores(tree[0], near), _scores(tree[1], near)
    found: dict[tuple[int, int], tuple[float, list[int]]] = {}
    for (a, b), (score, order) in left.items():
        for (c, d), (other, more) in right.items():
            total = score + other + near[b][c]
            if (a, d) not in found or total > found[a, d][0]:
                found[a, d] = total, [*order, *more]
    return found | {(d, a): (score, order[::-1]) for (a, d), (score, order) in found.items()}
