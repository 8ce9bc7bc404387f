from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from innograph.graph.clusters import Clusters

pairs = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20)


@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_joining_does_not_matter(joins: list[tuple[int, int]], random: Any) -> None:
    one, other = Clusters(12), Clusters(12)
    for left, right in joins:
        one.join(left, right)
    shuffled = list(joins)
    random.shuffle(shuffled)
    for left, right in shuffled:
        other.join(right, left)
    assert [one.root(n) for n in range(12)] == [other.root(n) for n in range(12)]
    assert all(sorted(one.members(n)) == sorted(other.members(n)) for n in range(12))


@given(pairs, pairs)
def test_what_must_stay_apart_stays_apart(apart: list[tuple[int, int]], joins: list[tuple[int, int]]) -> None:
    clusters = Clusters(12)
    kept = [(left, right) for left, right in apart if clusters.keep_apart(left, right)]
    for left, right in joins:
        clusters.join(left, right)
    assert all(clusters.root(left) != clusters.root(right) for left, right in kept)
    assert all(clusters.must_stay_apart(left, right) for left, right in kept)


def test_a_root_is_the_smallest_member() -> None:
    clusters = Clusters(5)
    clusters.join(4, 2)
    clusters.join(2, 3)
    assert [clusters.root(n) for n in range(5)] == [0, 1, 2, 2, 2]
    assert list(clusters) == [0, 1, 2]
