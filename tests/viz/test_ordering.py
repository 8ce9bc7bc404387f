"""The order of the matrix: fields stay together, and neighbours are as similar as the tree allows."""

from __future__ import annotations

from itertools import pairwise, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from innograph.viz.ordering import _optimal, _tree, by_group, leaf_order


def likeness(pairs):
    return lambda a, b: pairs.get((min(a, b), max(a, b)), 0.0)


def test_two_blocks_are_seen():
    near = likeness({("a", "c"): 3.0, ("b", "d"): 3.0, ("c", "d"): 1.0})
    assert leaf_order(["a", "b", "c", "d"], near) in (["a", "c", "d", "b"], ["b", "d", "c", "a"])


def leaves(tree):
    """All orders that turning the branches of a tree can give."""
    if isinstance(tree, int):
        return [[tree]]
    return [
        x + y
        for left in leaves(tree[0])
        for right in leaves(tree[1])
        for x, y in ((left, right), (right, left))
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=10, max_size=10))
def test_no_turning_of_the_tree_is_better(weights):
    pairs = iter(weights)
    near = [[0.0] * 5 for _ in range(5)]
    for i in range(5):
        for j in range(i):
            near[i][j] = near[j][i] = float(next(pairs))
    tree = _tree(near)

    def total(order):
        return sum(near[a][b] for a, b in pairwise(order))

    assert total(_optimal(tree, near)) == max(map(total, leaves(tree)))


def test_groups_stay_together_whatever_the_order_of_the_input():
    near = likeness({("a1", "b1"): 5.0, ("a2", "a3"): 1.0})
    results = {tuple(by_group(sorted(order), lambda n: n[0], near)) for order in permutations(["a1", "b1", "a2", "a3"])}
    assert len(results) == 1
    fields = [n[0] for n in results.pop()]
    assert fields in (["a", "a", "a", "b"], ["b", "a", "a", "a"])
