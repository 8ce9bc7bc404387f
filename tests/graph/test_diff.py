"""What is new, gone, changed, in words and as JSON."""

import json

from graph_material import bulletin, item, roster, seed
from test_assemble import graph_of, member

from innograph.graph.diff import diff, rankings
from innograph.graph.elements import Graph
from innograph.graph.model import BulletinFacts, Entity

JOINED = member("2022-1", "甲公司", "化纤联盟", date="2022-03-31")
LEFT = member("2023-1", "甲公司", "化纤联盟", date="2023-12-29", until="2023-11")


def test_what_is_new_says_who_says_so() -> None:
    found = diff(graph_of(), graph_of(JOINED))
    assert found.counts() == {"new bulletins": 1, "new things": 2, "new facts": 1}
    (fact,) = found.facts
    assert fact.words == {
        "en": "甲公司 · is an ordinary member of · 化纤联盟",
        "zh": "甲公司 · 成员单位 · 化纤联盟",
    }
    assert fact.evidence == (("BulletinItem/2022-1#1", "甲公司加入化纤联盟", "甲公司加入化纤联盟"),)


def test_what_changed_says_from_what_to_what() -> None:
    (fact,) = diff(graph_of(JOINED), graph_of(JOINED, LEFT)).facts
    assert (fact.kind, fact.before, fact.after) == ("changed", {}, {"until": "2023-11"})
    assert "变更: 甲公司 · 成员单位 · 化纤联盟 [截止: — → 2023-11]" in diff(
        graph_of(JOINED), graph_of(JOINED, LEFT)
    ).words("zh")


def test_withdrawing_a_bulletin_shows_the_facts_and_rankings_that_fall() -> None:
    def both(b: str, *alliances: str) -> BulletinFacts:
        return bulletin(
            b,
            *(
                item(
                    b,
                    n,
                    f"甲公司加入{a}",
                    [Entity("e1", "Enterprise", "甲公司"), Entity("e2", "Alliance", a)],
                    [("e1", "memberOf", "e2", "member")],
                )
                for n, a in enumerate(alliances, 1)
            ),
        )

    whole, rest = (
        graph_of(both("a", "化纤联盟"), both("b", "木竹联盟", "农药联盟")),
        graph_of(both("a", "化纤联盟")),
    )
    found = diff(whole, rest)
    assert {f.words["zh"] for f in found.facts} == {
        "甲公司 · 成员单位 · 木竹联盟",
        "甲公司 · 成员单位 · 农药联盟",
    }
    assert {f.kind for f in found.facts} == {"gone"}
    moved = {(m.ranking, m.name): (m.before, m.after) for m in found.rankings}
    assert moved["alliances by shared members", "化纤联盟"] == ((1, 2), None)
    assert moved["organisations by alliances", "甲公司"] == ((1, 3), (1, 1))
    assert "组织（按所在联盟数）: 甲公司: 第1位（3） → 第1位（1）" in found.words("zh")


def test_a_thing_under_a_new_key_is_the_same_thing() -> None:
    short = bulletin("a", item("a", 1, "化纤联盟", [Entity("e1", "Alliance", "化纤联盟")]))
    full = bulletin(
        "b", item("b", 1, "化纤", [Entity("e1", "Alliance", "化纤产业技术创新战略联盟", ("化纤联盟",))])
    )
    found = diff(graph_of(short), graph_of(short, full))
    (thing,) = found.things
    assert (thing.kind, thing.key) == ("changed", "Alliance/化纤产业技术创新战略联盟")
    assert thing.after["aliases"] == ("化纤联盟",)


def test_nothing_changes_nothing() -> None:
    graph = graph_of(JOINED)
    assert not diff(graph, graph)
    assert not diff(Graph(), Graph())
    assert diff(graph, graph).words() == []


def test_as_json_is_plain_and_whole() -> None:
    found = diff(graph_of(roster()), graph_of(roster(), seed())).as_json()
    again = json.loads(json.dumps(found, ensure_ascii=False))
    assert again == found
    assert found["counts"]["new bulletins"] == 1
    assert all(fact["evidence"] for fact in found["facts"] if fact["kind"] == "new")


def test_who_left_counts_in_no_ranking() -> None:
    assert rankings(graph_of(JOINED))["alliances by members"] == [(1, "Alliance/化纤联盟")]
    assert rankings(graph_of(JOINED, LEFT))["alliances by members"] == []
