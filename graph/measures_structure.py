"""Measures of position: who is tied to how many, who lies between, whose neighbourhood is closed.

networkx computes them; above `LARGE` nodes rustworkx takes over betweenness and gives the same figures (a
test holds the two equal). Networks are undirected and their nodes sorted, so the same graph gives the same
figures.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import networkx as nx
import rustworkx as rx

LARGE = 400
"""From this many nodes on, betweenness is computed by rustworkx."""


def strength(network: nx.Graph[str]) -> dict[str, float]:
    """The sum of the weights of each node's ties.

    References
    ----------
    A. Barrat, M. Barthélemy, R. Pastor-Satorras and A. Vespignani, "The architecture of complex weighted
    networks", *PNAS* 101(11), 2004.
    """
    return {str(n): round(float(s), 6) for n, s in network.degree(weight="weight")}


def betweenness(network: nx.Graph[str]) -> dict[str, float]:
    """The share of all shortest paths between two others that run through each node, from 0 to 1.

    Paths are counted in steps, not in weights: a tie is a tie.

    References
    ----------
    .. [1] L. C. Freeman, "A set of measures of centrality based on betweenness", *Sociometry* 40(1), 1977.
    .. [2] U. Brandes, "A faster algorithm for betweenness centrality", *J. Mathematical Sociology* 25(2),
       2001.
    """
    if network.number_of_nodes() < LARGE:
        found = nx.betweenness_centrality(network, normalized=True)
        return {str(n): round(float(b), 6) for n, b in found.items()}
    names = list(network)
    position = {name: n for n, name in enumerate(names)}
    fast: rx.PyGraph[str, None] = rx.PyGraph()
    fast.add_nodes_from(names)
    fast.add_edges_from_no_data([(position[a], position[b]) for a, b in network.edges()])
    scores = rx.betweenness_centrality(fast, normalized=True)
    return {names[n]: round(float(b), 6) for n, b in scores.items()}


def structural_holes(
    network: nx.Graph[str], nodes: Collection[str] | None = None
) -> dict[str, tuple[float, float]]:
    r"""Burt's constraint and effective size of each node that has a neighbour.

    With :math:`p_{ij}` the share of *i*'s tie strength that goes to *j*, the constraint of *i* is
    :math:`\sum_j (p_{ij} + \sum_q p_{iq} p_{qj})^2`: near 1 where all contacts know each other, small where
    they do not. The effective size is the number of contacts less what is redundant among them, :math:`\sum_j
    (1 - \sum_q p_{iq} m_{jq})`, with :math:`m_{jq}` the strength of *j*–*q* over *j*'s strongest tie.

    Parameters
    ----------
    network
        Ties with `weight`.
    nodes
        For which nodes; all by default.

    Returns
    -------
    dict
        Node → (constraint, effective size).

    References
    ----------
    R. S. Burt, *Structural Holes: The Social Structure of Competition*, Harvard University Press, 1992, ch.
    2.
    """
    share = {
        i: {j: float(d["weight"]) / total for j, d in network[i].items()}
        for i in network
        if (total := sum(float(d["weight"]) for d in network[i].values()))
    }
    strongest = {i: max(float(d["weight"]) for d in network[i].values()) for i in share}
    found = {}
    for i in network if nodes is None else nodes:
        if i in share:
            found[i] = _holes(network, i, share, strongest)
    return found


def _holes(
    network: nx.Graph[str], i: str, share: Mapping[str, Mapping[str, float]], strongest: Mapping[str, float]
) -> tuple[float, float]:
    mine = share[i]
    indirect: dict[str, float] = dict.fromkeys(mine, 0.0)
    redundant = 0.0
    for q, p in mine.items():
        theirs = share[q]
        for j in mine.keys() & theirs.keys():
            indirect[j] += p * theirs[j]
            redundant += p * float(network[j][q]["weight"]) / strongest[j]
    constraint = sum((p + indirect[j]) ** 2 for j, p in mine.items())
    return round(constraint, 6), round(len(mine) - redundant, 6)


def core_numbers(network: nx.Graph[str]) -> dict[str, int]:
    """The largest k such that the node lies in a part where everybody has k ties.

    References
    ----------
    S. B. Seidman, "Network structure and minimum degree", *Social Networks* 5(3), 1983.
    """
    plain: nx.Graph[str] = nx.Graph(network)
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    return {str(n): int(k) for n, k in nx.core_number(plain).items()}


def bridges(network: nx.Graph[str]) -> list[tuple[str, str]]:
    """The ties whose loss would part the network, sorted; (a, b) with a < b."""
    find: Any = nx.bridges
    return sorted((min(pair), max(pair)) for pair in find(network))
