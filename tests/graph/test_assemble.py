"""From resolved facts to nodes, edges and statements with their properties."""

from collections.abc import Mapping
from typing import Any

from graph_material import bulletin, item, roster, seed

from innograph.graph.assemble import assemble
from innograph.graph.elements import Graph
from innograph.graph.fitting import unfit
from innograph.graph.model import BulletinFacts, Entity
from innograph.graph.resolution import resolve


def graph_of(*bulletins: BulletinFacts) -> Graph:
    return assemble(bulletins, resolve(bulletins))


def member(
    b: str,
    organization: str | None,
    alliance: str,
    role: str | None = "member",
    date: str | None = None,
    kind: str = "news",
    text: str | None = None,
    number: int = 1,
    **attributes: Any,
) -> BulletinFacts:
    entities = [Entity("e1", "Enterprise", organization), Entity("e2", "Alliance", alliance)]
    relations = [("e1", "memberOf", "e2", role, None, attributes)]
    return bulletin(
        b, item(b, number, text or f"{organization}加入{alliance}", entities, relations, kind=kind), date=date
    )


def edge(graph: Graph, predicate: str = "memberOf", role: str | None = "member") -> Mapping[str, Any]:
    (found,) = [e for e in graph.edges.values() if e.predicate == predicate and e.role == role]
    return found.properties


def test_an_item_hangs_in_its_section_and_bulletin_and_mentions_its_things() -> None:
    facts = seed()
    graph = graph_of(facts)
    key = "BulletinItem/seed#12"
    assert graph.nodes[key].name == "木竹联盟第三届理事会议在北京召开"
    assert graph.nodes[key].properties["number"] == 12
    ends = {(e.type, e.object) for e in graph.edges.values() if e.subject == key}
    assert ("PART_OF_BULLETIN", "Bulletin/seed") in ends
    assert ("IN_SECTION", f"Section/seed/{facts.items[11].item.section}") in ends
    assert ("MENTIONS", "Place/北京") in ends
    assert {n.type for n in graph.nodes.values()} >= {
        "Bulletin",
        "Section",
        "BulletinItem",
        "Alliance",
        "Person",
    }


def test_member_units_are_derived_and_applicants_are_none() -> None:
    graph = graph_of(member("a", "甲公司", "化纤联盟"), member("b", "乙公司", "化纤联盟", "applicant"))
    assert graph.nodes["Enterprise/甲公司"].labels == (
        "Thing",
        "Agent",
        "Organization",
        "Enterprise",
        "MemberUnit",
    )
    assert graph.nodes["Enterprise/乙公司"].labels == ("Thing", "Agent", "Organization", "Enterprise")
    assert {e.type for e in graph.edges.values() if e.predicate == "memberOf"} == {"MEMBER_OF", "APPLIES_TO"}


def test_one_edge_gathers_all_statements() -> None:
    graph = graph_of(
        member("a", "甲公司", "化纤联盟", date="2023-03"),
        member("b", "甲公司", "化纤联盟", date="2024-06-15"),
        member("r", "甲公司", "化纤联盟", kind="row", since="2019"),
    )
    assert edge(graph) == {
        "confidence": 0.9,
        "evidence": 3,
        "first_seen": "2023-03",
        "last_seen": "2024-06-15",
        "since": "2019",
        "stated_by": "both",
    }
    assert sorted(s.item for s in graph.statements.values()) == [
        "BulletinItem/a#1",
        "BulletinItem/b#1",
        "BulletinItem/r#1",
    ]
    assert {s.kind for s in graph.statements.values()} == {"news", "row"}


def test_a_symmetric_fact_stands_once() -> None:
    def talk(b: str, first: str, second: str) -> BulletinFacts:
        entities = [Entity("e1", "Alliance", first), Entity("e2", "Alliance", second)]
        return bulletin(
            b, item(b, 1, f"{first}与{second}座谈", entities, [("e1", "cooperatesWith", "e2", "talk")])
        )

    graph = graph_of(talk("a", "甲联盟", "乙联盟"), talk("b", "乙联盟", "甲联盟"))
    (found,) = [e for e in graph.edges.values() if e.predicate == "cooperatesWith"]
    assert (found.subject, found.object) == ("Alliance/乙联盟", "Alliance/甲联盟")
    assert found.properties["evidence"] == 2


def test_a_fact_between_two_names_of_one_thing_is_left_out() -> None:
    entity, entity_again = (Entity(k, "Alliance", "化纤产业技术创新战略联盟") for k in ("e1", "e2"))
    graph = graph_of(
        bulletin(
            "a", item("a", 1, "化纤产业技术创新战略联盟", [entity, entity_again], [("e1", "owns", "e2")])
        )
    )
    assert [n.name for n in graph.nodes.values() if n.type == "Alliance"] == ["化纤产业技术创新战略联盟"]
    assert not any(e.predicate == "owns" for e in graph.edges.values())


def test_who_leaves_leaves_in_every_role() -> None:
    graph = graph_of(
        member("a", "甲公司", "化纤联盟", "vice-chair", date="2022-03-31"),
        member("b", "甲公司", "化纤联盟", date="2023-12-31", until="2023-12"),
    )
    assert edge(graph, role="vice-chair")["until"] == "2023-12"


def test_who_gives_up_a_role_keeps_the_others() -> None:
    graph = graph_of(
        member("a", "甲公司", "化纤联盟", "council", date="2022-03-31"),
        member(
            "b",
            "甲公司",
            "化纤联盟",
            "chair",
            date="2023-12-31",
            text="甲公司卸任化纤联盟理事长单位",
            until="2023-12",
        ),
    )
    assert edge(graph, role="chair")["until"] == "2023-12"
    assert "until" not in edge(graph, role="council")


def test_who_comes_back_is_a_member_again() -> None:
    graph = graph_of(
        member("a", "甲公司", "化纤联盟", date="2022-12-30", until="2022-12"),
        member("b", "甲公司", "化纤联盟", date="2024-11-29", since="2024-11"),
    )
    assert "until" not in edge(graph)
    assert edge(graph)["since"] == "2024-11"


def test_a_planned_event_that_was_held_is_no_longer_planned() -> None:
    def event(b: str, out: str, **attributes: Any) -> BulletinFacts:
        named = Entity("e1", "Event", "第一届星湖材料博览会", (), attributes)
        return bulletin(b, item(b, 1, named.name, [named]), date=out)

    key = "Event/第一届星湖材料博览会"
    planned, held = event("a", "2022-03-31", status="planned"), event("b", "2022-09-30", date="2022-09-15")
    assert graph_of(planned).nodes[key].properties["status"] == "planned"
    assert "status" not in graph_of(planned, held).nodes[key].properties
    assert graph_of(planned, held).nodes[key].properties["date"] == "2022-09-15"


def test_a_thing_s_properties_name_where_they_come_from() -> None:
    graph = graph_of(roster(), seed())
    assert graph.nodes["Alliance/huaxian"].properties == {
        "aliases": ("化纤联盟",),
        "batch": "pilot-2010-1",
        "field": "化工与纺织",
        "founded": "2008",
        "mentions": 5,
        "name": "化纤产业技术创新战略联盟",
        "other_keys": ("Alliance/化纤产业技术创新战略联盟",),
        "stated_by": "both",
        "website": "http://www.hxlm.com.cn",
    }


def test_posts_titles_and_numbers() -> None:
    entities = [
        Entity("e1", "Person", "王志峰", (), {"post": "理事长", "title": "研究员"}),
        Entity("e2", "Alliance", "光热联盟"),
        Entity("e3", "Standard", "柜类照明一般技术要求", ("T/CSA 082",), {"level": "group"}),
    ]
    graph = graph_of(
        bulletin("a", item("a", 1, "王志峰", entities, [("e1", "holdsPost", "e2", None, "理事长")]))
    )
    person, standard = (
        graph.nodes["Person/王志峰@光热联盟"],
        graph.nodes["Standard/柜类照明一般技术要求@T%2FCSA082"],
    )
    assert (person.properties["posts"], person.properties["title"]) == (("理事长",), ("研究员",))
    assert (standard.properties["code"], standard.properties["level"]) == ("T/CSA 082", "group")
    assert edge(graph, "holdsPost", None)["posts"] == ("理事长",)


def test_hostile_names_make_keys_and_edges_like_any_other() -> None:
    names = ['"> } ; CLEAR ALL', "a/../b", "第\n一", "'; DROP TABLE x --", "%2F", "x" * 5000]
    graph = graph_of(*(member(f"b{n}", name, "化纤联盟") for n, name in enumerate(names)))
    assert sum(node.type == "Enterprise" for node in graph.nodes.values()) == len(names)
    assert all(len(key) < 200 and "\n" not in key for key in graph.nodes)


def test_a_fact_that_the_resolved_types_do_not_allow_is_set_aside_with_its_reason() -> None:
    listed = bulletin(
        "r", item("r", 1, "云安全联盟", [Entity("e1", "Association", "云安全联盟")], kind="row")
    )
    said = member("a", "甲公司", "云安全联盟")
    found = resolve([listed, said])
    assert not any(e.predicate == "memberOf" for e in assemble([listed, said], found).edges.values())
    (refused,) = unfit([listed, said], found)
    assert refused.text("zh") == (
        "a#1: e1 memberOf e2 “甲公司加入云安全联盟”: 甲公司是企业，云安全联盟是社会团体，memberOf不能连接二者"
    )


def test_without_a_roster_the_type_that_lets_the_facts_stand_wins() -> None:
    takes_it_for = [
        bulletin(f"b{n}", item(f"b{n}", 1, "云安全联盟", [Entity("e1", "Association", "云安全联盟")]))
        for n in range(3)
    ]
    graph = graph_of(*takes_it_for, member("a", "甲公司", "云安全联盟"))
    assert graph.nodes["Alliance/云安全联盟"].type == "Alliance"
    assert "MemberUnit" in graph.nodes["Enterprise/甲公司"].labels
