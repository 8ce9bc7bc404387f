"""Communities: groups that work with each other more than with the rest, and a name for each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import graspologic_native
import networkx as nx

from .elements import Graph
from .labels import short_name

SEED = 20240615
"""The seed of every run, so that the same network gives the same communities."""


@dataclass(frozen=True, slots=True)
class Community:
    """A community: its number (0 is the largest), its name, its members with the strongest first."""

    number: int
    name: str
    members: tuple[str, ...]


def communities(
    network: nx.Graph[str], graph: Graph, *, resolution: float = 1.0, seed: int = SEED
) -> tuple[Community, ...]:
    """Leiden communities of a network, largest first.

    Ties go in sorted order, because Leiden's result depends on it, and the best of ten seeded runs by
    modularity is taken. Nodes without a tie belong to none.

    Parameters
    ----------
    network
        Ties with `weight`.
    graph
        Where names and fields of the nodes come from.
    resolution
        Above 1 gives more and smaller communities.
    seed
        Of the random choices.

    Returns
    -------
    tuple of Community
        Named by the field or the two fields that most of their alliances work in, and where two communities
        would have one name, by their strongest members as well.

    References
    ----------
    V. A. Traag, L. Waltman and N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected
    communities", *Scientific Reports* 9, 5233, 2019.
    """
    edges = sorted((min(a, b), max(a, b), float(w)) for a, b, w in network.edges(data="weight", default=1.0))
    if not edges:
        return ()
    _, found = graspologic_native.leiden(edges, resolution=resolution, iterations=2, seed=seed, trials=10)
    groups: dict[int, list[str]] = defaultdict(list)
    for node, number in found.items():
        groups[number].append(node)
    strength = dict(network.degree(weight="weight"))
    ordered = sorted(
        (sorted(members, key=lambda n: (-strength[n], n)) for members in groups.values()),
        key=lambda members: (-len(members), members[0]),
    )
    names = _names(ordered, graph)
    return tuple(Community(n, names[n], tuple(members)) for n, members in enumerate(ordered))


def _names(groups: list[list[str]], graph: Graph) -> Mapping[int, str]:
    told = [_fields(members, graph) for members in groups]
    seen = Counter(told)
    found = {}
    for n, name in enumerate(told):
        strongest = short_name(graph.nodes[groups[n][0]])
        found[n] = name if name and seen[name] == 1 else f"{name}（{strongest}等）"
    return found


def _fields(members: list[str], graph: Graph) -> str:
    fields = Counter(
        str(graph.nodes[m].properties["field"]) for m in members if graph.nodes[m].properties.get("field")
    )
    if not fields:
        return ""
    ranked = sorted(fields.items(), key=lambda f: (-f[1], f[0]))
    first = ranked[0]
    if first[1] * 2 > sum(fields.values()) or len(ranked) == 1:
        return first[0]
    return f"{first[0]}·{ranked[1][0]}"
