"""What holds the network together: what falls if an organisation or an alliance leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import networkx as nx

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
    return _removal(projection, frozenset(keys), name or min(keys), projection.ties)


def removals(projection: Projection) -> tuple[Removal, ...]:
    """What falls without each connector in turn, the gravest first: ties lost, then pairs parted, then ties
    weakened.
    """
    through: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for pair, tie in projection.ties.items():
        for support in tie.supports:
            if support.via is not None:
                through[support.via].add(pair)
    found = [_removal(projection, frozenset({key}), key, pairs) for key, pairs in sorted(through.items())]
    return tuple(sorted(found, key=lambda r: (-len(r.lost), -r.parted, -len(r.weaker), r.key)))


def _removal(
    projection: Projection, gone: frozenset[str], name: str, touched: Iterable[tuple[str, str]]
) -> Removal:
    lost, weaker = [], []
    for pair in sorted(touched):
        if gone.intersection(pair):
            continue
        held = projection.ties[pair].supports
        kept = [s for s in held if s.via not in gone]
        if not kept:
            lost.append(pair)
        elif len(kept) < len(held):
            weaker.append(pair)
    leaving = gone.intersection(projection.nodes)
    if not lost and not leaving:
        return Removal(name, (), tuple(weaker), (), 0)
    network = projection.network()
    before = network.copy()
    before.remove_nodes_from(leaving)
    after = before.copy()
    after.remove_edges_from(lost)
    tied = {n for n in before if network.degree(n)}
    isolated = tuple(sorted(n for n in tied if after.degree(n) == 0))
    return Removal(name, tuple(lost), tuple(weaker), isolated, _joined(network, tied) - _joined(after, tied))


def _joined(network: nx.Graph[str], nodes: Collection[str]) -> int:
    """How many pairs of these nodes a path joins."""
    sizes = (len(part.intersection(nodes)) for part in map(set, nx.connected_components(network)))
    return sum(n * (n - 1) // 2 for n in sizes)
