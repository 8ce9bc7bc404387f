"""What holds the network together: what falls if an organisation or an alliance leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from .projection import Projection


@dataclass(frozen=True, slots=True)
class Removal:
    """What falls without `key`.

    `lost` are pairs whose every support ran through it, `weaker` pairs that keep another support, `isolated`
    nodes left without any tie, `parted` how many pairs of nodes no path joins any more.
    """

    key: str
    lost: tuple[tuple[str, str], ...]
    weaker: tuple[tuple[str, str], ...]
    isolated: tuple[str, ...]
    parted: int


def removal(projection: Projection, keys: Collection[str], *, name: str = "") -> Removal:
    """What falls if these leave together; members, events and nodes of the projection alike.

    Parameters
    ----------
    projection
        The ties as they are.
    keys
        Who leaves.
    name
        The key that the result carries; by default the first of `keys`.

    References
    ----------
    S. P. Borgatti, "Identifying sets of key players in a social network", *Computational & Mathematical
    Organization Theory* 12, 2006: the fragmentation that a removal causes, here in pairs.
    """
    return _Web(projection).removal(frozenset(keys), name or min(keys), projection.ties)


def removals(projection: Projection) -> tuple[Removal, ...]:
    """What falls without each connector in turn, the gravest first: ties lost, then pairs parted, then ties
    weakened.
    """
    through: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for pair, tie in projection.ties.items():
        for support in tie.supports:
            if support.via is not None:
                through[support.via].add(pair)
    web = _Web(projection)
    found = [web.removal(frozenset({key}), key, pairs) for key, pairs in sorted(through.items())]
    return tuple(sorted(found, key=lambda r: (-len(r.lost), -r.parted, -len(r.weaker), r.key)))


class _Web:
    """Who is tied to whom, once for all removals; a removal looks only at what it touches."""

    def __init__(self, projection: Projection) -> None:
        self.projection = projection
        self.near: dict[str, set[str]] = defaultdict(set)
        for a, b in projection.ties:
            self.near[a].add(b)
            self.near[b].add(a)

    def removal(self, gone: frozenset[str], name: str, touched: Iterable[tuple[str, str]]) -> Removal:
        """What falls; `touched` are all pairs that may lose a support."""
        lost, weaker = [], []
        for pair in sorted(touched):
            if gone.intersection(pair):
                continue
            held = self.projection.ties[pair].supports
            kept = sum(s.via not in gone for s in held)
            if not kept:
                lost.append(pair)
            elif kept < len(held):
                weaker.append(pair)
        leaving = gone.intersection(self.near)
        cut = {(a, b) for a in leaving for b in self.near[a]} | set(lost)
        ends = sorted({n for pair in cut for n in pair} - leaving)
        self._cut(cut)
        isolated = tuple(n for n in ends if not self.near[n])
        parted = 0
        # Where every two ends of a lost tie still share a partner, no pair is parted.
        if not self._all_joined(cut, leaving):
            left = self._parts(ends, leaving)
            self._mend(cut)
            parted = self._parts(ends, leaving) - left
        self._mend(cut)
        return Removal(name, tuple(lost), tuple(weaker), isolated, parted)

    def _cut(self, pairs: Iterable[tuple[str, str]]) -> None:
        for a, b in pairs:
            self.near[a].discard(b)
            self.near[b].discard(a)

    def _mend(self, pairs: Iterable[tuple[str, str]]) -> None:
        for a, b in pairs:
            self.near[a].add(b)
            self.near[b].add(a)

    def _all_joined(self, cut: Iterable[tuple[str, str]], leaving: frozenset[str]) -> bool:
        return not leaving and all(not self.near[a].isdisjoint(self.near[b]) for a, b in cut)

    def _parts(self, starts: Iterable[str], leaving: frozenset[str]) -> int:
        """How many pairs of nodes, but those who leave, a path joins in the parts that hold `starts`."""
        seen: set[str] = set()
        pairs = 0
        for start in starts:
            if start in seen:
                continue
            seen.add(start)
            size, edge = 0, [start]
            while edge:
                node = edge.pop()
                size += node not in leaving
                fresh = self.near[node] - seen
                seen |= fresh
                edge += fresh
            pairs += size * (size - 1) // 2
        return pairs
