"""Measures against networkx, against figures worked out by hand, and whatever the order of the nodes."""

from __future__ import annotations

import random

import networkx as nx
import pytest
from graph_material import bulletin, item, roster, seed

from innograph.graph.assemble import assemble
from innograph.graph.elements import Graph
from innograph.graph.measures import NAMES, enrich, measure
from innograph.graph.measures_communities import communities
from innograph.graph.measures_growth import growth
from innograph.graph.measures_removal import removal, removals
from innograph.graph.measures_structure import betweenness, bridges, core_numbers, structural_holes
from innograph.graph.measures_suggestions import suggestions
from innograph.graph.measures_uncertainty import ranges, united
from innograph.graph.model import Entity
from innograph.graph.projection import Filter, project
from innograph.graph.resolution import resolve


def graph_of(*rows: tuple[str, str], date: str | None = None, **said: str) -> Graph:
    """Memberships (organisation, alliance) as a graph; the names get their endings here."""
    items = []
    for n, (org, alliance) in enumerate(rows, 1):
        ends = [Entity("e1", "Enterprise", f"{org}有限公司"), Entity("e2", "Alliance", f"{alliance}产业技术创新战略联盟")]
        text = f"{ends[0].name}加入{ends[1].name}"
        items.append(item("b", n, text, ends, [("e1", "memberOf", "e2", "member", None, said)]))
    facts = [bulletin("b", *items, date=date)]
    return assemble(facts, resolve(facts))


def key(alliance: str) -> str:
    return f"Alliance/{alliance}产业技术创新战略联盟"


def org(name: str) -> str:
    return f"Enterprise/{name}有限公司"


@pytest.fixture(scope="module")
def sample() -> Graph:
    facts = [roster(), seed()]
    return assemble(facts, resolve(facts))


def test_enrich_writes_every_measure_and_nothing_else(sample):
    richer = enrich(sample)
    assert richer.edges == sample.edges and list(richer.nodes) == list(sample.nodes)
    tsinghua = richer.nodes["University/清华大学"].properties
    assert set(NAMES) <= set(tsinghua) and tsinghua["alliances"] == 16
    assert enrich(richer) == richer


def test_an_alliance_without_ties_has_zeros_and_no_community():
    alone = enrich(graph_of(("甲", "木竹"))).nodes[key("木竹")].properties
    assert (alone["degree"], alone["strength"], alone["betweenness"], alone["core"]) == (0, 0.0, 0.0, 0)
    assert "community" not in alone and "constraint" not in alone


def test_figures_of_a_chain_by_hand():
    """木竹 – 化纤 – 饲料, joined by 甲 and by 乙: the middle one lies on the only path."""
    figures = measure(graph_of(("甲", "木竹"), ("甲", "化纤"), ("乙", "化纤"), ("乙", "饲料"))).figures
    assert figures[key("化纤")]["betweenness"] == 1.0
    assert figures[key("化纤")]["constraint"] == 0.5 and figures[key("木竹")]["constraint"] == 1.0
    assert figures[key("化纤")]["effective_size"] == 2.0
    assert figures[org("甲")]["alliances"] == 2


def test_the_sample_agrees_with_networkx(sample):
    network = project(sample).network()
    holes = structural_holes(network)
    constraint = nx.constraint(network, list(network), weight="weight")
    size = nx.effective_size(network, list(network), weight="weight")
    assert all(abs(holes[n][0] - constraint[n]) < 1e-5 and abs(holes[n][1] - size[n]) < 1e-5 for n in network)


def test_rustworkx_gives_the_betweenness_of_networkx(monkeypatch, sample):
    network = project(sample).network()
    ours = betweenness(network)
    monkeypatch.setattr("innograph.graph.measures_structure.LARGE", 0)
    fast = betweenness(network)
    assert ours.keys() == fast.keys() and all(abs(ours[n] - fast[n]) < 1e-6 for n in ours)


def test_core_numbers_and_bridges():
    network = nx.Graph([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")])
    assert core_numbers(network) == {"a": 2, "b": 2, "c": 2, "d": 1}
    assert bridges(network) == [("c", "d")]


def test_communities_are_the_same_whatever_the_order(sample):
    network = project(sample).network()
    first = communities(network, sample)
    edges = list(network.edges(data=True))
    random.Random(1).shuffle(edges)
    again = nx.Graph()
    again.add_edges_from((b, a, d) for a, b, d in edges)
    assert communities(again, sample) == first
    assert len({c.name for c in first}) == len(first)
    assert {m for c in first for m in c.members} == set(network)


def test_what_falls_without_the_only_bridge():
    projection = project(graph_of(("甲", "木竹"), ("甲", "化纤"), ("乙", "化纤"), ("乙", "饲料"), ("丙", "化纤"), ("丙", "饲料")))
    gone = removal(projection, [org("甲")])
    assert gone.lost == (tuple(sorted((key("木竹"), key("化纤")))),)
    assert gone.isolated == (key("木竹"),) and gone.parted == 2
    weaker = removal(projection, [org("乙")])
    assert weaker.lost == () and len(weaker.weaker) == 1
    assert next(r.key for r in removals(projection)) == org("甲")


def test_removing_several_at_once_is_more_than_each():
    projection = project(graph_of(("乙", "化纤"), ("乙", "饲料"), ("丙", "化纤"), ("丙", "饲料")))
    assert removal(projection, [org("乙")]).lost == () == removal(projection, [org("丙")]).lost
    assert len(removal(projection, [org("乙"), org("丙")]).lost) == 1


def test_each_removal_of_the_sample_is_what_a_projection_without_it_has(sample):
    projection = project(sample)
    for told in removals(projection)[:6]:
        without = project(sample, filter_=Filter(without=frozenset({told.key})))
        assert set(projection.ties) - set(without.ties) == set(told.lost)


def test_growth_counts_undated_members_at_both_times():
    facts = []
    for n, (name, said) in enumerate((("甲", {"since": "2018"}), ("乙", {"since": "2022"}), ("丙", {}), ("丁", {"since": "2017", "until": "2019"})), 1):
        ends = [Entity("e1", "Enterprise", f"{name}有限公司"), Entity("e2", "Alliance", "木竹产业技术创新战略联盟")]
        facts.append(item("r", n, f"{ends[0].name}，{ends[1].name}", ends, [("e1", "memberOf", "e2", "member", None, said)], kind="row"))
    graph = assemble([bulletin("r", *facts)], resolve([bulletin("r", *facts)]))
    told = growth(graph, "2018", "2023")[0]
    assert told.members == (3, 3) and told.undated == 1 and told.gain == 0


def test_suggestions_have_reasons_and_no_tie(sample):
    projection = project(sample)
    found = suggestions(sample, projection)
    assert len(found) == 30 and [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    for s in found:
        assert (s.a, s.b) not in projection.ties and (s.partners or s.topics)


def test_resource_allocation_by_hand():
    """木竹 and 饲料 both work with 化纤, which has two ties: 1/2."""
    graph = graph_of(("甲", "木竹"), ("甲", "化纤"), ("乙", "化纤"), ("乙", "饲料"))
    (told,) = suggestions(graph, project(graph))
    assert told.score == 0.5 and told.partners == ((key("化纤"), 0.5),)


def test_an_unsure_pair_moves_the_figures_of_both():
    graph = graph_of(("甲", "木竹"), ("乙", "化纤"))

    def ties(some: Graph) -> dict[str, float]:
        return {k: float(v["degree"]) for k, v in measure(some).figures.items() if k.startswith("Alliance/")}

    moved = ranges(graph, [(org("甲"), org("乙"))], ties)
    assert moved[key("木竹")] == (0.0, 1.0)
    one = united(graph, org("甲"), org("乙"))
    assert org("乙") not in one.nodes and len(one.edges) == len(graph.edges)
    assert all(s.edge in one.edges for s in one.statements.values())
