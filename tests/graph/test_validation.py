"""A fact that breaks a shape is set aside with its reason; the rest goes on."""

from dataclasses import replace
from typing import Any

import pytest

from innograph.graph.model import Bulletin, BulletinFacts, Entity, Item, ItemFacts, Relation
from innograph.graph.validation import Refused, validate

TEXT = "清华大学当选化纤联盟理事长单位。"
ITEM = Item("b", 1, "清华大学当选", text=TEXT)
ALLIANCE = Entity("a", "Alliance", "化纤联盟")
TSINGHUA = Entity("u", "University", "清华大学", ("清华",))
CHAIR = Relation("u", "memberOf", "a", (0, 15), TEXT[:15], "memberOf.vote", 0.9, "chair")


def facts(*relations: Relation, entities: tuple[Entity, ...] = (ALLIANCE, TSINGHUA)) -> BulletinFacts:
    return BulletinFacts(Bulletin("b"), (ItemFacts(ITEM, entities, relations),))


def only(refused: tuple[Refused, ...]) -> Refused:
    assert len(refused) == 1, [r.text() for r in refused]
    return refused[0]


def test_good_facts_go_on_untouched() -> None:
    good = facts(CHAIR)
    assert validate(good) == (good, ())


@pytest.mark.parametrize(
    ("wrong", "shape"),
    [
        ({"predicate": "holdsPost", "role": None}, "holdsPostSubject"),
        ({"predicate": "organizes", "role": "host"}, "organizesObject"),
        ({"predicate": "knows", "role": None}, "Fact"),
        ({"predicate": '"> } ; CLEAR ALL ; {', "role": None}, "Fact"),
        ({"role": "emperor"}, "MembershipRole"),
        ({"object": "u"}, "Fact"),
        ({"object": "nobody"}, "ends"),
        ({"confidence": 1.5}, "Fact"),
        ({"rule": " "}, "Statement"),
        ({"evidence": (3, 1), "quote": ""}, "Position"),
        ({"quote": "北京大学当选"}, "quote"),
    ],
)
def test_a_bad_relation_goes_alone(wrong: dict[str, Any], shape: str) -> None:
    other = replace(CHAIR, role="member")
    kept, refused = validate(facts(replace(CHAIR, **wrong), other))
    assert kept.items[0].relations == (other,)
    assert kept.items[0].entities == (ALLIANCE, TSINGHUA)
    assert {r.attribute for r in refused} == {None}
    assert only(refused).message.keys() == {"zh", "en"}
    if shape not in ("Fact", "Statement"):
        assert only(refused).shape == shape


@pytest.mark.parametrize("wrong", [{"name": ""}, {"name": " "}, {"type": "Planet"}, {"type": "Organization"}])
def test_a_bad_entity_goes_with_its_relations(wrong: dict[str, Any]) -> None:
    kept, refused = validate(facts(CHAIR, entities=(ALLIANCE, replace(TSINGHUA, **wrong))))
    assert kept.items[0].entities == (ALLIANCE,)
    assert kept.items[0].relations == ()
    assert [type(r.what).__name__ for r in refused] == ["Entity", "Relation"]


def test_a_bad_attribute_or_alias_goes_alone() -> None:
    entity = replace(TSINGHUA, aliases=("清华", " "))
    relation = replace(CHAIR, attributes={"count": -1, "since": "2024"})
    kept, refused = validate(facts(relation, entities=(ALLIANCE, entity)))
    assert kept.items[0].entities[1].aliases == ("清华",)
    assert kept.items[0].relations[0].attributes == {"since": "2024"}
    assert {r.attribute for r in refused} == {"aliases", "count"}


def test_a_fact_that_ends_before_it_begins_loses_its_beginning() -> None:
    relation = replace(CHAIR, attributes={"since": "2024-06", "until": "2023"})
    kept, refused = validate(facts(relation))
    assert kept.items[0].relations[0].attributes == {"until": "2023"}
    assert "起始" in only(refused).text("zh")


def test_a_warning_sets_nothing_aside() -> None:
    event = Entity("e", "Event", "年会", attributes={"status": "someday"})
    good = facts(CHAIR, entities=(ALLIANCE, TSINGHUA, event))
    assert validate(good) == (good, ())


def test_the_reason_reads_as_a_sentence_in_both_languages() -> None:
    refusal = only(validate(facts(replace(CHAIR, predicate="organizes", role="host")))[1])
    assert refusal.text("zh") == f"b#1: u organizes a “{TEXT[:15]}”: “组织”的宾语须为活动"
    assert refusal.text("en").endswith("what “organises” leads to is: event")


def test_namesake_keys_in_two_items_do_not_meet() -> None:
    second = replace(ITEM, number=2)
    bad = ItemFacts(second, (replace(ALLIANCE, key="u"), replace(TSINGHUA, key="a")), (CHAIR,))
    kept, refused = validate(BulletinFacts(Bulletin("b"), (facts(CHAIR).items[0], bad)))
    assert kept.items[0].relations == (CHAIR,)
    assert kept.items[1].relations == ()
    assert {r.item for r in refused} == {"b#2"}
