"""Participation, talks, agreements, visits."""

import pytest
from frames_markup import named, said

FORUM = "首届碳纤维论坛"
HELD = f"[A:碳纤维联盟]在[L:吉林]举办{FORUM}。"


@pytest.mark.parametrize(
    ("sentence", "who", "role"),
    [
        ("[G:工信厅]副厅长[P:白桦]出席并致辞。", "白桦", "attend"),
        ("会议由[A:碳纤维联盟]秘书长[P:白桦]主持。", "白桦", "attend"),
        ("[U:东华大学]教授[P:白桦]作专题报告。", "白桦", "speak"),
        ("会议邀请[P:白桦]院士等3位专家作特约报告。", "白桦", "speak"),
        ("会上，[P:白桦]作了原丝技术进展报告。", "白桦", "speak"),
        ("[E:吉林纤维公司]携新产品参展。", "吉林纤维公司", "exhibit"),
        ("出席会议的有[P:白桦]等。", "白桦", "attend"),
        ("会议听取了[E:吉林纤维公司]关于原丝生产的介绍。", "吉林纤维公司", "attend"),
        ("来自[E:吉林纤维公司]、[U:东华大学]的代表参加会议。", "吉林纤维公司", "attend"),
    ],
)
def test_roles_of_those_who_take_part(sentence: str, who: str, role: str) -> None:
    assert (who, "participatesIn", role, FORUM) in said(HELD + sentence)


def test_the_organisation_in_a_persons_post_does_not_take_part_itself() -> None:
    facts = said(HELD + "[G:工信厅]副厅长[P:白桦]出席会议。")
    assert not any(f[0] == "工信厅" for f in facts)


def test_who_did_not_come_takes_no_part() -> None:
    facts = said(HELD + "[G:工信厅]负责人因故未能出席。[U:东华大学]原定派员到会，后因公务未能出席。")
    assert not any(f[1] == "participatesIn" for f in facts)


def test_trainees_train() -> None:
    facts = said("[A:碳纤维联盟]在[L:吉林]举办复合材料检测培训班，[E:吉林纤维公司]、[E:中简公司]等单位派员参加培训。")
    assert ("中简公司", "participatesIn", "train", "复合材料检测培训班") in facts


def test_an_agreement_takes_in_the_talks_before_it() -> None:
    facts = said("[A:碳纤维联盟]与[E:中简公司]举行工作座谈，并签署战略合作协议。", "碳纤维联盟")
    assert {f[1:] for f in facts if f[1] == "cooperatesWith"} == {("cooperatesWith", "agreement", "中简公司")}


@pytest.mark.parametrize(
    "sentence",
    [
        "[A:碳纤维联盟]与[E:中简公司]尚未签署协议。",
        "[A:碳纤维联盟]与[E:中简公司]未达成协议。",
        "[A:碳纤维联盟]将与[E:中简公司]签署协议。",
    ],
)
def test_an_agreement_denied_or_only_meant_is_no_fact(sentence: str) -> None:
    assert said(sentence) == set()


def test_separate_agreements_pair_with_the_partner_only() -> None:
    facts = said("[E:中简公司]、[E:恒神公司]分别与[U:东华大学]签订协议。")
    pairs = {frozenset((f[0], f[3])) for f in facts}
    assert pairs == {frozenset(("中简公司", "东华大学")), frozenset(("恒神公司", "东华大学"))}


def test_those_who_hold_a_signing_ceremony_sign() -> None:
    facts = said("[A:碳纤维联盟]与[E:中简公司]在[L:常州]举行签约仪式。")
    assert ("中简公司", "participatesIn", "sign", "签约仪式") in facts
    assert not any(f[1] == "organizes" for f in facts)


def test_a_visit_names_visitors_places_and_a_talk_with_the_visited() -> None:
    facts = said("赴江苏调研\n[A:碳纤维联盟]秘书长[P:白桦]一行赴[L:江苏][L:常州]调研，走访[E:中简公司]。", "碳纤维联盟")
    event = "赴江苏常州调研"
    assert ("白桦", "participatesIn", "visit", event) in facts
    assert ("碳纤维联盟", "participatesIn", "visit", event) in facts
    assert (event, "heldIn", "", "常州") in facts
    assert ("碳纤维联盟", "cooperatesWith", "talk", "中简公司") in facts
    assert not any(f[0] == "中简公司" and f[1] == "participatesIn" for f in facts)


def test_who_receives_the_visitors_takes_part() -> None:
    facts = said("[U:东华大学]校长[P:白桦]一行来访，[A:碳纤维联盟]理事长[P:林森]会见了客人。", "碳纤维联盟")
    assert ("林森", "participatesIn", "attend", "来访") in facts
    assert ("东华大学", "participatesIn", "visit", "来访") in facts


def test_a_talk_without_a_name_takes_its_phrase() -> None:
    events = named("[A:碳纤维联盟]与[E:中简公司]座谈\n近日，[A:碳纤维联盟]与[E:中简公司]座谈。", "Event")
    assert set(events) == {"碳纤维联盟与中简公司座谈"}
