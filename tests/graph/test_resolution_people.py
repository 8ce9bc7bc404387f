"""Persons, units, events, works: what a name alone does not identify."""

from dataclasses import replace
from typing import Any

from graph_material import bulletin, item

from innograph.graph.model import BulletinFacts, Entity
from innograph.graph.resolution import resolve


def person(
    b: str, name: str, organization: str | None = None, type_: str = "University", **attributes: Any
) -> BulletinFacts:
    entities = [Entity("e1", "Person", name, (), attributes)]
    relations = []
    if organization:
        entities.append(Entity("e2", type_, organization))
        relations.append(("e1", "holdsPost", "e2", None, "主任"))
    return bulletin(b, item(b, 1, f"{organization or ''}{name}", entities, relations))


def unit(
    b: str,
    name: str,
    parent: str | None = None,
    parent_aliases: tuple[str, ...] = (),
    type_: str = "Alliance",
) -> BulletinFacts:
    entities = [Entity("e1", "OrganizationUnit", name)]
    if parent:
        entities.append(Entity("e2", type_, parent, parent_aliases))
    return bulletin(b, item(b, 1, name, entities, [("e1", "partOf", "e2")] if parent else []))


def event(
    b: str,
    name: str,
    host: str | None = None,
    date: str | None = None,
    place: str | None = None,
    aliases: tuple[str, ...] = (),
    status: str | None = None,
) -> BulletinFacts:
    attributes = {k: v for k, v in (("date", date), ("status", status)) if v}
    entities, relations = [Entity("e1", "Event", name, aliases, attributes)], []
    if host:
        entities.append(Entity("e2", "Alliance", host))
        relations.append(("e2", "organizes", "e1", "host"))
    if place:
        entities.append(Entity("e3", "Place", place))
        relations.append(("e1", "heldIn", "e3"))
    return bulletin(b, item(b, 1, name, entities, relations))


def work(b: str, title: str, *aliases: tuple[str, ...], type_: str = "Standard") -> BulletinFacts:
    return bulletin(b, item(b, 1, title, [Entity("e1", type_, title, aliases)]))


def keys(*bulletins: BulletinFacts) -> tuple[list[str], list[str]]:
    """The key of the first entity of each bulletin's first item, and the rules of the pending pairs."""
    found = resolve(bulletins)
    return [found.keys[f"{b.bulletin.id}#1", "e1"] for b in bulletins], [p.rule for p in found.pending]


def test_a_person_at_one_organisation_is_one_person() -> None:
    (one, other), asked = keys(
        person("a", "王志峰", "电工所", "ResearchInstitute"),
        person("b", "王志峰", "电工所", "ResearchInstitute"),
    )
    assert one == other == "Person/王志峰@电工所"
    assert not asked


def test_namesakes_at_two_organisations_stay_two_and_are_a_question() -> None:
    (one, other), asked = keys(person("a", "王伟", "清华大学"), person("b", "王伟", "北京大学"))
    assert one != other
    assert asked == ["namesake"]


def test_who_has_two_posts_in_one_item_joins_them() -> None:
    entities = [
        Entity("e1", "Person", "李新男"),
        Entity("e2", "CoordinatingBody", "联络组"),
        Entity("e3", "CoordinatingBody", "协发网"),
    ]
    both = bulletin(
        "c", item("c", 1, "李新男", entities, [("e1", "holdsPost", "e2"), ("e1", "holdsPost", "e3")])
    )
    found, asked = keys(
        person("a", "李新男", "试点联络组", "CoordinatingBody"),
        person("b", "李新男", "协发网", "CoordinatingBody"),
        both,
    )
    assert found[1] == found[2] != found[0]
    assert asked == ["namesake"]


def test_a_person_without_an_organisation_stays_with_the_item() -> None:
    found, asked = keys(person("a", "石碧"), person("b", "石碧"))
    assert found == ["Person/石碧@a:1", "Person/石碧@b:1"]
    assert asked == ["namesake-bare"]


def test_posts_and_academies_of_few_identify() -> None:
    assert len(set(keys(person("a", "习近平", post="总书记"), person("b", "习近平", post="总书记"))[0])) == 1
    assert (
        len(
            set(
                keys(
                    person("a", "高文", title="中国工程院院士"),
                    person("b", "高文", "鹏城实验室", title="中国工程院院士"),
                )[0]
            )
        )
        == 1
    )


def test_a_person_of_the_secretariat_is_a_person_of_the_alliance() -> None:
    secretariat = [
        Entity("e1", "Person", "程学忠"),
        Entity("e2", "OrganizationUnit", "协发网秘书处"),
        Entity("e3", "CoordinatingBody", "协发网"),
    ]
    there = bulletin(
        "a", item("a", 1, "程学忠", secretariat, [("e1", "holdsPost", "e2"), ("e2", "partOf", "e3")])
    )
    found, asked = keys(there, person("b", "程学忠", "协发网", "CoordinatingBody"))
    assert len(set(found)) == 1
    assert not asked


def test_secretariats_of_two_alliances_are_two() -> None:
    found, asked = keys(unit("a", "秘书处", "化纤联盟"), unit("b", "秘书处", "木竹联盟"), unit("c", "秘书处"))
    assert len(set(found)) == 3
    assert found[2] == "OrganizationUnit/秘书处@c:1"
    assert not asked


def test_the_alliance_s_secretariat_is_another_one_in_another_alliance() -> None:
    found, _ = keys(unit("a", "联盟秘书处", "化纤联盟"), unit("b", "联盟秘书处", "木竹联盟"))
    assert found[0] != found[1]
    found, _ = keys(unit("a", "联盟标准化委员会", "化纤联盟"), unit("b", "联盟标准化委员会", "木竹联盟"))
    assert found[0] != found[1]


def test_a_unit_goes_by_its_parent_under_any_of_its_names() -> None:
    found, _ = keys(
        unit("a", "化纤产业技术创新战略联盟秘书处", "化纤产业技术创新战略联盟"),
        unit("b", "化纤联盟秘书处", "化纤联盟"),
        unit("c", "联盟秘书处", "化纤联盟"),
    )
    assert len(set(found)) == 1


def test_a_department_s_full_name_and_its_parent_say_the_same() -> None:
    full = bulletin(
        "a",
        item(
            "a",
            1,
            "工业和信息化部装备工业一司",
            [
                Entity("e1", "GovernmentAgency", "工业和信息化部装备工业一司"),
                Entity("e2", "GovernmentAgency", "工业和信息化部", ("工信部",)),
            ],
        ),
    )
    part = bulletin(
        "b",
        item(
            "b",
            1,
            "装备工业一司",
            [Entity("e1", "GovernmentAgency", "装备工业一司"), Entity("e2", "GovernmentAgency", "工信部")],
            [("e1", "partOf", "e2")],
        ),
    )
    found, _ = keys(full, part)
    assert len(set(found)) == 1


def test_an_institute_under_its_academy_s_short_name() -> None:
    academy = bulletin(
        "r",
        item("r", 1, "中科院", [Entity("e1", "ResearchInstitute", "中国科学院", ("中科院",))], kind="row"),
    )
    names = ("中国科学院电工研究所", "中科院电工所", "中科院化学研究所")
    found = resolve(
        [academy, *(bulletin(n, item(n, 1, n, [Entity("e1", "ResearchInstitute", n)])) for n in names)]
    )
    assert found.keys["中国科学院电工研究所#1", "e1"] == found.keys["中科院电工所#1", "e1"]
    assert found.keys["中科院化学研究所#1", "e1"] != found.keys["中科院电工所#1", "e1"]
    assert [m.why("zh") for m in found.merges if m.rule == "part"] == ["同一组织的同一部门“电工研究所”"]


def test_unnamed_events_stay_apart() -> None:
    found, asked = keys(
        event("a", "座谈", "化纤联盟", "2024-06-15"), event("b", "座谈", "化纤联盟", "2024-06-15")
    )
    assert found == ["Event/座谈@a:1", "Event/座谈@b:1"]
    assert not asked


def test_a_public_event_goes_by_name_and_edition() -> None:
    found, _ = keys(
        event("a", "第十三届中国数控机床展览会", "数控机床联盟"),
        event("b", "第十三届中国数控机床展览会"),
        event("c", "第十四届中国数控机床展览会"),
    )
    assert found[0] == found[1] != found[2]


def test_an_edition_of_a_body_s_own_meeting_needs_its_host() -> None:
    name = "2024年第1次标准工作会议"
    found, _ = keys(event("a", name, "WAPI联盟"), event("b", name, "WAPI联盟"), event("c", name, "化纤联盟"))
    assert found[0] == found[1] != found[2]


def test_who_contributes_an_item_hosts_what_nobody_is_said_to_host() -> None:
    def told(b: str, credit: str) -> BulletinFacts:
        found = event(b, "2022年度工作交流大会", credit)
        bare = replace(found.items[0], relations=())
        return BulletinFacts(
            found.bulletin,
            (replace(bare, item=replace(bare.item, credit=credit, credit_kind="contributor")),),
        )

    found, _ = keys(
        event("a", "2022年度工作交流大会", "化纤联盟"), told("b", "化纤联盟"), told("c", "木竹联盟")
    )
    assert found[0] == found[1] != found[2]


def test_name_date_and_place_are_one_event() -> None:
    found, _ = keys(
        event("a", "轻质材料交流", date="2024-06-15", place="北京"),
        event("b", "轻质材料交流", date="2024-06-15", place="北京市"),
        event("c", "轻质材料交流", date="2024-06-15", place="上海"),
    )
    assert found[0] == found[1] != found[2]


def test_the_same_event_name_alone_is_a_question_unless_the_dates_differ() -> None:
    assert keys(event("a", "材料创新对接专场"), event("b", "材料创新对接专场"))[1] == ["event"]
    assert (
        keys(event("a", "材料创新对接专场", date="2023-05"), event("b", "材料创新对接专场", date="2024-05"))[
            1
        ]
        == []
    )


def test_two_bodies_own_meetings_of_one_name_are_no_question() -> None:
    found, asked = keys(
        event("a", "第三届理事会第二次会议", "化纤联盟"), event("b", "第三届理事会第二次会议", "木竹联盟")
    )
    assert found[0] != found[1]
    assert asked == []


def test_a_planned_event_and_its_holding_are_one() -> None:
    found = resolve(
        [
            event("a", "第一届星湖材料博览会", "甲联盟", "2024-09", status="planned"),
            event("b", "第一届星湖材料博览会", "甲联盟", "2024-09-15"),
        ]
    )
    assert len({found.keys["a#1", "e1"], found.keys["b#1", "e1"]}) == 1


def test_standards_go_by_number_whatever_the_title() -> None:
    found, _ = keys(
        work("a", "柜类局部照明灯具一般要求", "T/CSA 082"),
        work("b", "柜类照明用LED灯具要求", "T/CSA 082-2024"),
        work("c", "T/CSA 082"),
    )
    assert len(set(found)) == 1


def test_a_revision_is_another_standard_and_the_bare_title_asks() -> None:
    found, asked = keys(
        work("a", "企业创新能力评价规范", "GB/T 1234-2010"),
        work("b", "企业创新能力评价规范", "GB/T 1234-2024"),
        work("c", "企业创新能力评价规范"),
    )
    assert len(set(found)) == 3
    assert asked == ["number-missing", "number-missing"]


def test_titles_identify_unless_they_are_too_general() -> None:
    policies = [
        work(b, t, type_="Policy")
        for b, t in (
            ("a", "中华人民共和国科学技术进步法"),
            ("b", "科学技术进步法"),
            ("c", "管理办法"),
            ("d", "管理办法"),
        )
    ]
    found, _ = keys(*policies)
    assert found[0] == found[1]
    assert found[2] != found[3]
