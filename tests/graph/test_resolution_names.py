"""Names of organisations, alliances and places: what joins, what does not, what becomes a question."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from graph_material import bulletin, item

from innograph.graph.judgements import Judgements
from innograph.graph.model import BulletinFacts, Entity, ItemFacts
from innograph.graph.resolution import Resolution, resolve


def said(type_: str, *names: str, **attributes: Any) -> Callable[[str, int], ItemFacts]:
    """An item that names one thing: its name, then its aliases."""
    return lambda b, n: item(b, n, "，".join(names), [Entity("e1", type_, names[0], names[1:], attributes)])


def resolved(
    *items: Any, kind: str = "news", judgements: Judgements | None = None
) -> tuple[list[str], Resolution]:
    """The keys of the first entity of each item, all in one bulletin, and the resolution."""
    b = bulletin("b", *(make("b", n) for n, make in enumerate(items, 1)))
    found = resolve([b], judgements)
    return [found.keys[f"b#{n}", "e1"] for n in range(1, len(items) + 1)], found


def pending(found: Resolution) -> set[tuple[frozenset[str], str]]:
    return {(frozenset((p.left.name, p.right.name)), p.rule) for p in found.pending}


def test_equal_names_of_one_family_are_one_thing_whatever_type_was_read() -> None:
    keys, _ = resolved(
        said("Enterprise", "鹏城实验室"),
        said("ResearchInstitute", "鹏城 实验室"),
        said("ResearchInstitute", "鹏城实验室"),
    )
    assert set(keys) == {"ResearchInstitute/鹏城实验室"}


def test_equal_names_of_other_families_are_other_things() -> None:
    keys, _ = resolved(said("Topic", "智能建造"), said("Project", "智能建造"))
    assert keys == ["Topic/智能建造", "Project/智能建造"]


def test_a_declared_abbreviation_holds_in_other_items() -> None:
    keys, found = resolved(
        said("CoordinatingBody", "产业技术创新战略联盟协同发展网", "联盟协发网"),
        said("CoordinatingBody", "联盟协发网"),
    )
    assert keys[0] == keys[1] == "CoordinatingBody/产业技术创新战略联盟协同发展网"
    (merge,) = found.merges
    assert merge.why() == "an item declares “联盟协发网” as another name"
    assert found.aliases["联盟协发网"] == (keys[0],)
    assert found.aliases["CoordinatingBody/联盟协发网"] == (keys[0],)


def test_a_short_name_means_the_one_alliance_with_its_core() -> None:
    keys, _ = resolved(said("Alliance", "化纤联盟"), said("Alliance", "化纤产业技术创新战略联盟"))
    assert keys[0] == keys[1] == "Alliance/化纤产业技术创新战略联盟"


def test_similar_cores_are_different_alliances() -> None:
    keys, found = resolved(
        said("Alliance", "化纤联盟"),
        said("Alliance", "化工联盟"),
        said("Alliance", "住宅联盟"),
        said("Alliance", "住宅科技产业技术创新战略联盟"),
        said("Alliance", "江苏省半导体照明产业技术创新战略联盟"),
        said("Alliance", "半导体照明产业技术创新战略联盟"),
    )
    assert len(set(keys)) == 6
    assert not found.pending


def test_an_end_that_may_be_an_alliance_of_its_own_is_a_question() -> None:
    keys, found = resolved(said("Alliance", "物联网产业联盟"), said("Alliance", "物联网产业技术创新战略联盟"))
    assert keys[0] != keys[1]
    assert pending(found) == {(frozenset({"物联网产业联盟", "物联网产业技术创新战略联盟"}), "core-other")}


def test_a_short_name_beside_such_an_end_is_a_question() -> None:
    keys, found = resolved(
        said("Alliance", "中国云联盟"), said("Alliance", "中国云产业联盟"), said("Alliance", "中国云创新联盟")
    )
    assert len(set(keys)) == 3
    assert pending(found) == {
        (frozenset({"中国云联盟", "中国云产业联盟"}), "core-other"),
        (frozenset({"中国云联盟", "中国云创新联盟"}), "core-other"),
    }


def test_an_alias_in_the_item_answers_the_question() -> None:
    keys, found = resolved(
        said("Alliance", "WAPI产业技术创新战略联盟", "WAPI产业联盟"),
        said("Alliance", "WAPI产业联盟"),
        said("Alliance", "WAPI联盟"),
    )
    assert len(set(keys)) == 1
    assert not found.pending


def test_the_credit_line_answers_it_too() -> None:
    short = item("b", 1, "WAPI产业联盟召开会议", [Entity("e1", "Alliance", "WAPI产业联盟")])
    credited = replace(
        short, item=replace(short.item, credit="WAPI产业技术创新战略联盟", credit_kind="contributor")
    )
    full = said("Alliance", "WAPI产业技术创新战略联盟")("b", 2)
    found = resolve([bulletin("b", credited, full)])
    assert found.keys["b#1", "e1"] == found.keys["b#2", "e1"] == "Alliance/WAPI产业技术创新战略联盟"


def test_a_shared_short_name_joins_nothing_and_asks() -> None:
    keys, found = resolved(
        said("ResearchInstitute", "中国产业基础能力发展战略研究院", "战略院"),
        said("ResearchInstitute", "中国科学技术发展战略研究院", "战略院"),
    )
    assert keys[0] != keys[1]
    assert found.aliases["战略院"] == tuple(sorted(keys))
    both = [
        said("ResearchInstitute", "中国产业基础能力发展战略研究院", "战略院")("x", 1),
        said("ResearchInstitute", "中国科学技术发展战略研究院", "战略院")("x", 2),
    ]
    other = said("ResearchInstitute", "战略院")("y", 1)
    found = resolve([bulletin("x", *both), bulletin("y", other)])
    assert found.keys["y#1", "e1"] == "ResearchInstitute/战略院"
    assert [p.rule for p in found.pending] == ["ambiguous", "ambiguous"]


def test_the_item_around_a_shared_short_name_decides() -> None:
    declared = bulletin(
        "x", said("University", "东北大学", "东大")("x", 1), said("University", "东南大学", "东大")("x", 2)
    )
    beside = item(
        "y",
        1,
        "东大与东南大学苏州校区",
        [Entity("e1", "University", "东大"), Entity("e2", "University", "东南大学")],
    )
    alone = item("z", 1, "东大", [Entity("e1", "University", "东大")])
    found = resolve([declared, bulletin("y", beside), bulletin("z", alone)])
    assert found.keys["y#1", "e1"] == "University/东南大学"
    assert found.keys["z#1", "e1"] == "University/东大"
    assert [m.rule for m in found.merges] == ["context"]


def test_the_alliance_of_the_item_decides() -> None:
    declared = bulletin(
        "x", said("University", "东北大学", "东大")("x", 1), said("University", "东南大学", "东大")("x", 2)
    )
    steel = Entity("e2", "Alliance", "钢铁产业技术创新战略联盟")
    member = item(
        "x",
        3,
        "东北大学加入",
        [Entity("e1", "University", "东北大学"), steel],
        [("e1", "memberOf", "e2", "member")],
    )
    there = item("y", 1, "东大代表在钢铁联盟年会发言", [Entity("e1", "University", "东大"), steel])
    found = resolve([bulletin("x", *declared.items, member), bulletin("y", there)])
    assert found.keys["y#1", "e1"] == "University/东北大学"
    assert "member" in {m.rule for m in found.merges}


def test_a_short_alias_of_another_type_is_a_question() -> None:
    keys, found = resolved(said("Enterprise", "重庆长安汽车股份有限公司", "长安"), said("University", "长安"))
    assert keys[0] != keys[1]
    assert {p.rule for p in found.pending} == {"type"}


def test_two_rows_of_one_roster_stay_two_whatever_an_item_says() -> None:
    rows = [
        item("r", n, name, [Entity("e1", "GovernmentAgency", name)], kind="row")
        for n, name in enumerate(("国家市场监督管理总局", "国家标准化管理委员会"), 1)
    ]
    news = said("GovernmentAgency", "国家市场监督管理总局", "国家标准化管理委员会")("n", 1)
    found = resolve([bulletin("r", *rows), bulletin("n", news)])
    assert found.keys["r#1", "e1"] != found.keys["r#2", "e1"]
    assert {p.rule for p in found.pending} == {"apart"}


def test_a_roster_s_id_is_the_key_and_its_type_wins() -> None:
    listed = Entity("e1", "Alliance", "闪联产业技术创新战略联盟", ("闪联",), {"roster_id": "shanlian"})
    news = [said("Association", "闪联产业技术创新战略联盟")("n", n) for n in (1, 2, 3)]
    found = resolve([bulletin("r", item("r", 1, "闪联", [listed], kind="row")), bulletin("n", *news)])
    (thing,) = found.things.values()
    assert (thing.key, thing.type) == ("Alliance/shanlian", "Alliance")
    assert found.aliases["Association/闪联产业技术创新战略联盟"] == ("Alliance/shanlian",)


def test_one_id_in_two_rosters_for_two_names_is_a_question() -> None:
    def row(b: str, name: str) -> BulletinFacts:
        return bulletin(
            b, item(b, 1, name, [Entity("e1", "Alliance", name, (), {"roster_id": "1"})], kind="row")
        )

    found = resolve([row("r1", "化纤产业技术创新战略联盟"), row("r2", "木竹产业技术创新战略联盟")])
    assert found.keys["r1#1", "e1"] == "Alliance/1"
    assert found.keys["r2#1", "e1"] == "Alliance/木竹产业技术创新战略联盟"
    assert {p.rule for p in found.pending} == {"roster-id"}


def test_a_renamed_organisation_is_shown_under_its_new_name() -> None:
    text = "澜江竹材研究所更名为澜江生物质材料院"
    renamed = item("n", 1, text, [Entity("e1", "ResearchInstitute", "澜江生物质材料院", ("澜江竹材研究所",))])
    before = said("ResearchInstitute", "澜江竹材研究所")("o", 1)
    found = resolve([bulletin("n", renamed), bulletin("o", before)])
    (thing,) = found.things.values()
    assert thing.name == "澜江生物质材料院"
    assert thing.former == ("澜江竹材研究所",)


def test_english_names_resolve() -> None:
    keys, _ = resolved(
        said("InternationalBody", "国际能源署", english_name="International Energy Agency"),
        said("InternationalBody", "International Energy  Agency"),
    )
    assert keys[0] == keys[1]


def test_a_whole_is_no_other_name_of_its_part() -> None:
    keys, _ = resolved(
        said("GovernmentAgency", "国家知识产权局专利局", "国家知识产权局"),
        said("GovernmentAgency", "国家知识产权局"),
    )
    assert keys[0] != keys[1]


def test_places_go_by_one_name() -> None:
    keys, _ = resolved(
        said("Place", "北京"),
        said("Place", "北京市"),
        said("Place", "京"),
        said("Place", "吉林"),
        said("Place", "吉林市"),
    )
    assert keys == ["Place/北京"] * 3 + ["Place/吉林", "Place/吉林市"]


def test_a_place_at_the_head_may_be_said_without_its_kind() -> None:
    keys, found = resolved(
        said("Alliance", "江苏省半导体照明产业技术创新战略联盟"),
        said("Alliance", "江苏半导体照明联盟"),
        said("Enterprise", "苏州市华翔木业机械有限公司"),
        said("Enterprise", "苏州华翔木业机械有限公司"),
        said("Alliance", "智慧城市产业技术创新战略联盟"),
        said("Alliance", "智慧城产业技术创新战略联盟"),
    )
    assert keys[0] == keys[1]
    assert len(set(keys)) == 5
    assert {rule for _, rule in pending(found)} == {"placed"}


def test_a_place_name_of_two_places_asks() -> None:
    _, found = resolved(said("Place", "吉林"), said("Place", "吉林市"), said("Place", "吉林省"))
    assert {rule for _, rule in pending(found)} == {"place"}
    assert len(found.pending) == 2


def test_relative_names_stay_in_their_bulletin() -> None:
    def of(b: str, province: str) -> BulletinFacts:
        return bulletin(
            b,
            said("GovernmentAgency", f"{province}科学技术厅", "省科技厅")(b, 1),
            said("GovernmentAgency", "省科技厅")(b, 2),
        )

    found = resolve([of("x", "江西省"), of("y", "浙江省")])
    assert found.keys["x#2", "e1"] == "GovernmentAgency/江西省科学技术厅"
    assert found.keys["y#2", "e1"] == "GovernmentAgency/浙江省科学技术厅"


def test_generic_words_join_nothing() -> None:
    keys, found = resolved(
        said("Alliance", "化纤产业技术创新战略联盟", "联盟"),
        said("Alliance", "木竹产业技术创新战略联盟", "联盟"),
        said("Alliance", "联盟"),
    )
    assert len(set(keys)) == 3
    assert "联盟" not in found.things[keys[0]].aliases


class TestJudgements:
    def judged(self, *lines: tuple[str, str, Any]) -> Judgements:
        judgements = Judgements()
        for left, right, decision in lines:
            judgements.add(left, right, decision)
        return judgements

    def test_same_joins_what_no_rule_joins(self) -> None:
        judged = self.judged(("Alliance/物联网产业联盟", "Alliance/物联网产业技术创新战略联盟", "same"))
        keys, found = resolved(
            said("Alliance", "物联网产业联盟"),
            said("Alliance", "物联网产业技术创新战略联盟"),
            judgements=judged,
        )
        assert keys[0] == keys[1]
        assert not found.pending
        assert [m.why("zh") for m in found.merges] == ["经人工判定为同一"]

    def test_different_parts_what_a_rule_would_join(self) -> None:
        judged = self.judged(("化纤联盟", "化纤产业技术创新战略联盟", "different"))
        keys, found = resolved(
            said("Alliance", "化纤联盟"), said("Alliance", "化纤产业技术创新战略联盟"), judgements=judged
        )
        assert keys[0] != keys[1]
        assert not found.pending

    def test_different_holds_through_others(self) -> None:
        judged = self.judged(("Alliance/化纤产业技术创新战略联盟", "Alliance/化纤产业联盟", "different"))
        keys, _ = resolved(
            said("Alliance", "化纤产业技术创新战略联盟", "化纤联盟"),
            said("Alliance", "化纤产业联盟", "化纤联盟"),
            said("Alliance", "化纤联盟"),
            judgements=judged,
        )
        assert keys[0] != keys[1]

    def test_unsure_takes_the_pair_off_the_list(self) -> None:
        judged = self.judged(("Alliance/物联网产业联盟", "Alliance/物联网产业技术创新战略联盟", "unsure"))
        keys, found = resolved(
            said("Alliance", "物联网产业联盟"),
            said("Alliance", "物联网产业技术创新战略联盟"),
            judgements=judged,
        )
        assert keys[0] != keys[1]
        assert not found.pending

    def test_contradictions_are_told_and_different_wins(self) -> None:
        judged = self.judged(
            ("化纤联盟", "木竹联盟", "same"),
            ("木竹联盟", "农药联盟", "same"),
            ("化纤联盟", "农药联盟", "different"),
        )
        keys, found = resolved(
            said("Alliance", "化纤联盟"),
            said("Alliance", "木竹联盟"),
            said("Alliance", "农药联盟"),
            judgements=judged,
        )
        assert keys[0] != keys[2]
        assert [c.why for c in found.conflicts] == [
            "化纤联盟 ≠ 农药联盟, yet 木竹联盟 = 农药联盟、化纤联盟 = 木竹联盟"
        ]

    def test_a_judgement_on_what_the_ledger_no_longer_has_does_nothing(self) -> None:
        keys, _ = resolved(
            said("Alliance", "化纤联盟"), judgements=self.judged(("Alliance/没有", "化纤联盟", "same"))
        )
        assert keys == ["Alliance/化纤联盟"]
