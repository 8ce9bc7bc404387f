"""Measures of collaboration, written onto the nodes, so that both stores hold them and questions can ask for
them.

Alliances are measured in the alliance × alliance projection; every other organisation in the affiliation
network, where an organisation is tied to its alliances and to whom it works with directly. Agencies, media
and coordinating bodies are in neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import networkx as nx

from .elements import Graph, Node, Value, by_key
from .measures_communities import Community, communities
from .measures_structure import betweenness, core_numbers, strength, structural_holes
from .projection import Filter, Projection, kinds, project

NAMES = (
    "degree", "strength", "betweenness", "constraint", "effective_size", "community", "core", "alliances",
)
"""The properties that `enrich` writes."""


@dataclass(frozen=True, slots=True)
class Measures:
    """A graph's projections, its affiliation network, its communities, and the figures of each node."""

    alliances: Projection
    organizations: Projection
    affiliation: nx.Graph[str]
    communities: tuple[Community, ...]
    figures: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)


def enrich(graph: Graph) -> Graph:
    """The same graph with measures on its alliances and organisations.

    `degree` (ties), `strength` (their weights), `betweenness` (0 to 1), `constraint` and `effective_size`
    (Burt), `community` (its name), `core` (k), `alliances` (in how many alliances an organisation is; for an
    alliance, to how many others a shared member ties it). A node without a tie has degree, strength,
    betweenness, core 0 and no constraint, effective size or community.
    """
    figures = measure(graph).figures
    nodes = [_with(node, figures.get(node.key)) for node in graph.nodes.values()]
    return replace(graph, nodes=by_key(nodes))


def measure(graph: Graph, filter_: Filter | None = None) -> Measures:
    """Compute all measures; `filter_` restricts what counts as a tie."""
    alliances = project(graph, "Alliance", filter_)
    organizations = project(graph, "Organization", filter_)
    network = alliances.network(isolates=True)
    affiliation = affiliation_network(graph, organizations)
    groups = communities(network, graph)
    figures: dict[str, dict[str, Value]] = {}
    _positions(figures, network, alliances.nodes)
    for pair, tie in alliances.ties.items():
        if any(s.kind == "members" for s in tie.supports):
            for node in pair:
                figures[node]["alliances"] = int(str(figures[node].get("alliances", 0))) + 1
    members = _positions(figures, affiliation, organizations.nodes)
    in_alliances = set(alliances.nodes)
    for node in members:
        figures[node]["alliances"] = sum(n in in_alliances for n in affiliation[node])
    brokers = [n for n in members if int(str(figures[n]["degree"])) > 1]
    for node, (constraint, size) in structural_holes(organizations.network(), brokers).items():
        figures[node] |= {"constraint": constraint, "effective_size": size}
    for node in alliances.nodes:
        figures[node].setdefault("alliances", 0)
    for node, (constraint, size) in structural_holes(network).items():
        figures[node] |= {"constraint": constraint, "effective_size": size}
    home = {m: g.name for g in groups for m in g.members}
    for node, name in home.items():
        figures[node]["community"] = name
    for node in members:
        near = [home[n] for n in affiliation[node] if n in home]
        if near:
            figures[node]["community"] = min(near, key=lambda name: (-near.count(name), name))
    return Measures(alliances, organizations, affiliation, groups, figures)


def measured(graph: Graph) -> Measures:
    """The measures of a graph that `enrich` made, its figures read off the nodes; any other is measured."""
    figures = {
        key: {name: node.properties[name] for name in NAMES if name in node.properties}
        for key, node in graph.nodes.items()
        if "degree" in node.properties
    }
    if not figures:
        return measure(graph)
    alliances, organizations = project(graph, "Alliance"), project(graph, "Organization")
    groups = communities(alliances.network(isolates=True), graph)
    return Measures(alliances, organizations, affiliation_network(graph, organizations), groups, figures)


def affiliation_network(graph: Graph, organizations: Projection) -> nx.Graph[str]:
    """Organisations and alliances, joined by membership (weight 1) and by direct deeds (by the rules of
    `ties.toml`).

    References
    ----------
    K. Faust, "Centrality in affiliation networks", *Social Networks* 19(2), 1997.
    """
    network: nx.Graph[str] = nx.Graph()
    known = set(organizations.nodes)
    network.add_nodes_from(sorted(k for k, n in graph.nodes.items() if k in known or n.type == "Alliance"))
    for edge in graph.edges.values():
        member = edge.predicate == "memberOf" and edge.role != "applicant" and edge.subject in known
        if member and graph.nodes[edge.object].type == "Alliance":
            network.add_edge(edge.subject, edge.object, weight=1.0)
    weight = {"agreement": kinds()["agreement"].weight, "talk": kinds()["talk"].weight}
    for edge in graph.edges.values():
        if edge.predicate == "cooperatesWith" and edge.subject in network and edge.object in network:
            held = network.get_edge_data(edge.subject, edge.object, default={}).get("weight", 0.0)
            added = weight.get(edge.role or "", kinds()["events"].weight)
            network.add_edge(edge.subject, edge.object, weight=held + added)
    return network


def _positions(
    figures: dict[str, dict[str, Value]], network: nx.Graph[str], nodes: tuple[str, ...]
) -> list[str]:
    wanted = [n for n in nodes if n in network]
    between, strong, cores = betweenness(network), strength(network), core_numbers(network)
    for node in wanted:
        figures[node] = {
            "degree": int(network.degree(node)),
            "strength": strong[node],
            "betweenness": between[node],
            "core": cores[node],
        }
    return wanted


def _with(node: Node, figures: Mapping[str, Value] | None) -> Node:
    kept = {k: v for k, v in node.properties.items() if k not in NAMES}
    if len(kept) == len(node.properties) and not figures:
        return node
    return replace(node, properties=dict(sorted({**kept, **(figures or {})}.items())))
