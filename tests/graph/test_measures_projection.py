"""Ties: which facts make one, of what kind, what they weigh, and what a filter leaves."""

from __future__ import annotations

import math

import pytest
from graph_material import bulletin, item, roster

from innograph.graph.assemble import assemble
from innograph.graph.elements import Graph
from innograph.graph.model import Entity
from innograph.graph.projection import Filter, kinds, project
from innograph.graph.resolution import resolve

A = Entity("a", "Alliance", "木竹产业技术创新战略联盟")
B = Entity("b", "Alliance", "化纤产业技术创新战略联盟")
X = Entity("x", "Enterprise", "甲有限公司")
GOV = Entity("g", "GovernmentAgency", "科学技术部")
EVENT = Entity("v", "Event", "木竹化纤论坛", (), {"date": "2023-05-01"})
STANDARD = Entity("s", "Standard", "竹纤维通用要求")
TOPIC = Entity("t", "Topic", "竹纤维")


def graph_of(entities: list[Entity], relations: list[tuple[object, ...]], date: str | None = "2023-06") -> Graph:
    text = "，".join(e.name for e in entities)
    facts = [bulletin("b", item("b", 1, text, entities, relations), date=date)]  # type: ignore[arg-type]
    return assemble(facts, resolve(facts))


@pytest.mark.parametrize(
    ("entities", "relations", "kind"),
    [
        ([A, B, X], [("x", "memberOf", "a", "chair"), ("x", "memberOf", "b", "member")], "members"),
        ([A, B, EVENT], [("a", "organizes", "v", "host"), ("b", "organizes", "v", "undertake")], "events"),
        ([A, B, EVENT], [("a", "organizes", "v", "host"), ("b", "organizes", "v", "assist")], "assist"),
        ([A, B, EVENT], [("a", "organizes", "v", "host"), ("b", "participatesIn", "v", "attend")], "attend"),
        ([A, B], [("a", "cooperatesWith", "b", "agreement")], "agreement"),
        ([A, B], [("a", "cooperatesWith", "b", "talk")], "talk"),
        ([A, B], [("a", "cooperatesWith", "b", "joint")], "events"),
        ([A, B, STANDARD], [("a", "drafts", "s", "lead"), ("b", "drafts", "s", "join")], "works"),
    ],
)
def test_each_kind_of_tie_with_its_facts(entities, relations, kind):
    graph = graph_of(entities, relations)
    (tie,) = project(graph).ties.values()
    assert [s.kind for s in tie.supports] == [kind] and tie.weight == kinds()[kind].weight
    assert {graph.edges[e].predicate for s in tie.supports for e in s.edges} == {r[1] for r in relations}


def test_topics_are_off_by_default():
    relations = [("a", "organizes", "v", "host"), ("v", "about", "t"), ("b", "proposes", "s"), ("s", "about", "t")]
    graph = graph_of([A, B, EVENT, STANDARD, TOPIC], relations)
    assert not project(graph).ties
    assert len(project(graph, filter_=Filter(kinds=frozenset({"topics"}))).ties) == 1


def test_an_agency_connects_nobody_unless_asked():
    graph = graph_of([A, B, GOV], [("g", "memberOf", "a", "member"), ("g", "memberOf", "b", "member")])
    assert not project(graph).ties
    assert len(project(graph, filter_=Filter(connectors=frozenset({"GovernmentAgency"}))).ties) == 1


def test_an_applicant_is_no_member():
    graph = graph_of([A, B, X], [("x", "memberOf", "a", "applicant"), ("x", "memberOf", "b", "member")])
    assert not project(graph).ties


def test_a_joint_event_told_twice_counts_once():
    relations = [("a", "organizes", "v", "host"), ("b", "organizes", "v", "host"), ("a", "cooperatesWith", "b", "joint")]
    (tie,) = project(graph_of([A, B, EVENT], relations)).ties.values()
    assert tie.count == 1


def test_a_secretariat_acts_for_its_alliance():
    unit = Entity("u", "OrganizationUnit", "木竹联盟秘书处")
    graph = graph_of([A, B, unit], [("u", "partOf", "a"), ("u", "cooperatesWith", "b", "talk")])
    (pair,) = project(graph).ties
    assert set(pair) == {k for k in graph.nodes if k.startswith("Alliance/")}


def test_periods_sources_roles_confidence_and_who_left():
    said = [("x", "memberOf", "a", "chair", None, {"since": "2015"}), ("x", "memberOf", "b", "member", None, {"since": "2018", "until": "2020"})]
    graph = graph_of([A, B, X], said)

    def ties(**options):
        return len(project(graph, filter_=Filter(**options)).ties)

    assert ties(until="2016") == 0 and ties(until="2019") == 1 and ties(since="2021") == 0 and ties(since="2019") == 1
    assert ties(sources=frozenset({"roster"})) == 0 and ties(sources=frozenset({"bulletin"})) == 1
    assert ties(roles=frozenset({"chair"})) == 0 and ties(confidence=0.95) == 0
    assert ties(without=frozenset({"Enterprise/甲有限公司"})) == 0


def test_normalised_variants_by_hand():
    """木竹 has three members, 化纤 two, one of them shared."""
    orgs = [Entity(f"x{n}", "Enterprise", f"{name}有限公司") for n, name in enumerate("甲乙丙丁")]
    relations = [("x0", "memberOf", "a", "member"), ("x1", "memberOf", "a", "member"), ("x2", "memberOf", "a", "member"), ("x2", "memberOf", "b", "member"), ("x3", "memberOf", "b", "member")]
    graph = graph_of([A, B, *orgs], relations)
    projection = project(graph)
    (a, b) = next(iter(projection.ties))
    assert projection.value(a, b, "count") == 1
    assert projection.value(b, a, "salton") == pytest.approx(1 / math.sqrt(6))
    assert projection.value(a, b, "jaccard") == pytest.approx(1 / 4)
    assert projection.value(a, b, "association") == pytest.approx(1 / 6)
    assert projection.value(a, "nobody") == 0


def test_the_roster_by_counting_its_rows():
    """Ties of the sample are the pairs of alliances with a member in common, counted again from the rows."""
    facts = [roster()]
    graph = assemble(facts, resolve(facts))
    barred = {"GovernmentAgency", "Media", "CoordinatingBody"}
    held: dict[str, set[str]] = {}
    for edge in graph.edges.values():
        if edge.predicate == "memberOf" and graph.nodes[edge.object].type == "Alliance" and graph.nodes[edge.subject].type not in barred:
            held.setdefault(edge.subject, set()).add(edge.object)
    pairs = {(a, b) for on in held.values() for a in on for b in on if a < b}
    assert set(project(graph).ties) == pairs


def test_organisations_are_tied_by_their_alliances():
    y = Entity("y", "University", "乙大学")
    graph = graph_of([A, X, y], [("x", "memberOf", "a", "member"), ("y", "memberOf", "a", "lead")])
    (tie,) = project(graph, "Organization").ties.values()
    assert tie.supports[0].via == f"Alliance/{A.name}"
