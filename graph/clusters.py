"""Sets of forms that are one thing, and pairs that must stay two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Clusters:
    """Union-find whose roots do not hang on the order of the unions: a root is its set's smallest member."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._members: dict[int, list[int]] = {}
        self._apart: dict[int, set[int]] = {}

    def root(self, one: int) -> int:
        """The smallest member of the set of `one`."""
        parent = self._parent
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def roots(self, many: Iterable[int]) -> list[int]:
        """The distinct roots, sorted."""
        return sorted({self.root(one) for one in many})

    def members(self, one: int) -> list[int]:
        """All members of the set of `one`."""
        root = self.root(one)
        return self._members.get(root, [root])

    def keep_apart(self, left: int, right: int) -> bool:
        """Never let the two sets be joined; False where they are one already."""
        left, right = self.root(left), self.root(right)
        if left == right:
            return False
        self._apart.setdefault(left, set()).add(right)
        self._apart.setdefault(right, set()).add(left)
        return True

    def must_stay_apart(self, left: int, right: int) -> bool:
        """Whether somebody said that the two are different."""
        left, right = self.root(left), self.root(right)
        return right in self._apart.get(left, ())

    def join(self, left: int, right: int) -> bool:
        """Make the two sets one; False where they are one already or must stay apart."""
        left, right = self.root(left), self.root(right)
        if left == right or right in self._apart.get(left, ()):
            return False
        small, large = min(left, right), max(left, right)
        held, came = self._members.pop(small, [small]), self._members.pop(large, [large])
        if len(held) < len(came):
            held, came = came, held
        held.extend(came)
        self._members[small] = held
        self._parent[large] = small
        for other in self._apart.pop(large, ()):
            self._apart[other].discard(large)
            self._apart[other].add(small)
            self._apart.setdefault(small, set()).add(other)
        return True

    def __iter__(self) -> Iterator[int]:
        """The roots, sorted."""
        return (one for one, parent in enumerate(self._parent) if one == parent)
