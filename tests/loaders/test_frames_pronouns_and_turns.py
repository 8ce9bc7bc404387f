"""该校, 该公司, 该电池; 双方; delegations; who drafts, who joins; what ends, what comes next."""

import pytest
from frames_markup import said


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("[E:青竹公司]投产。生产线采用该公司与[R:竹材所]联合开发的“竹纤维闪爆工艺”。", ("青竹公司", "develops", "", "竹纤维闪爆工艺")),
        ("[U:林业大学]教授[P:白桦]到会。次日，该校与[G:林草局]签署合作协议。", ("林业大学", "cooperatesWith", "agreement", "林草局")),
        ("[G:林草局]印发《竹林办法》，该局还会同[G:财政局]发布了《竹业细则》。", ("林草局", "issues", "issue", "竹业细则")),
    ],
)
def test_a_pronoun_is_the_organisation_named_last(sentence: str, fact: tuple[str, ...]) -> None:
    facts = said(sentence)
    assert fact in facts or (fact[3], *fact[1:3], fact[0]) in facts


def test_a_pronoun_with_another_noun_means_no_one() -> None:
    assert not said("[E:青竹公司]投产。次日，该校与有关部门座谈。")


def test_a_result_is_pointed_to_by_the_last_word_of_its_name() -> None:
    facts = said("[U:林业大学]研制的“竹炭锂电池”通过鉴定。该电池脱胎于省重大专项项目“竹基碳材料”，此前曾被收入《绿色技术目录》。")
    assert ("竹炭锂电池", "outcomeOf", "", "竹基碳材料") in facts
    assert ("竹炭锂电池", "selectedFor", "", "绿色技术目录") in facts


def test_the_first_drafter_leads_and_the_others_join() -> None:
    facts = said("国家标准《竹席》由[E:青竹公司]会同[U:林业大学]起草，其中[E:青竹公司]为第一起草单位。")
    assert ("青竹公司", "drafts", "lead", "竹席") in facts
    assert ("林业大学", "drafts", "join", "竹席") in facts
    assert ("林业大学", "drafts", "lead", "竹席") not in facts


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("团体标准《竹席》发布，执笔起草的是[U:林业大学]。", "lead"),
        ("团体标准《竹席》发布，主编单位系[U:林业大学]，[E:青竹公司]参与其中。", "lead"),
        ("团体标准《竹席》发布，主编单位为[E:青竹公司]，[U:林业大学]一道参与编写。", "join"),
    ],
)
def test_who_drafts_and_who_joins(sentence: str, role: str) -> None:
    assert {f[2] for f in said(sentence) if f[0] == "林业大学"} == {role}


def test_who_carries_a_project_with_its_leader_does_so_jointly() -> None:
    facts = said("该项目由[U:林业大学]牵头，[E:青竹公司]、[R:竹材所]共同承担，项目名为“竹基碳材料”。项目“竹基碳材料”由[U:林业大学]牵头，[E:青竹公司]共同承担。")
    assert {("林业大学", "cooperatesWith", "joint", "青竹公司"), ("青竹公司", "cooperatesWith", "joint", "林业大学")} & facts


def test_a_delegation_visits_with_its_leaders() -> None:
    facts = said("以[A:竹联盟]秘书长[P:白桦]为团长、[E:青竹公司]总经理[P:李杉]为副团长的[A:竹联盟]代表团赴[L:德国]访问，在[L:柏林]拜会了[S:德国竹业协会]。")
    assert {f[0] for f in facts if f[2] == "visit"} == {"竹联盟", "白桦", "李杉"}
    assert {f[3] for f in facts if f[1] == "heldIn"} == {"德国", "柏林"}


def test_both_sides_hold_a_signing() -> None:
    facts = said("[E:青竹公司]采用[U:林业大学]的工艺建厂。[U:林业大学]派员到[E:青竹公司]指导。\n8月2日，双方在[L:杭州]举行技术转让签字仪式。")
    assert {f[0] for f in facts if f[2] == "sign"} == {"青竹公司", "林业大学"}
    assert not any(f[1] == "organizes" for f in facts)


def test_a_closing_ceremony_is_part_of_its_course() -> None:
    facts = said("“竹材检测”研修班5月23日在[L:杭州]结业，[G:林草局]给予了指导。[A:竹联盟]副秘书长[P:白桦]在结业式上致辞。")
    assert ("“竹材检测”研修班", "heldIn", "", "杭州") in facts
    assert ("结业式", "subEventOf", "", "“竹材检测”研修班") in facts
    assert ("白桦", "participatesIn", "attend", "结业式") in facts


def test_a_team_that_wins_took_part() -> None:
    facts = said("6月1日，全国竹艺技能大赛举行，[E:青竹公司]代表队荣获团体一等奖。")
    assert ("青竹公司", "participatesIn", "attend", "全国竹艺技能大赛") in facts


@pytest.mark.parametrize(
    "sentence",
    [
        "[E:青竹公司]收购[E:绿竹公司]的谈判仍在进行。",
        "[E:青竹公司]与[E:绿竹公司]达成合作意向，尚未签署协议。",
    ],
)
def test_bargains_not_concluded_say_nothing(sentence: str) -> None:
    assert not said(sentence)


def test_a_plant_is_owned_by_who_pays_and_its_process_is_its_makers() -> None:
    facts = said("由[E:青竹公司]投资六千万元、采用[U:林业大学]研究开发的“竹浆制备技术”建成的年产三万吨竹浆中试装置投产，该装置的产权归[E:青竹公司]所有。")
    assert ("林业大学", "develops", "", "竹浆制备技术") in facts
    assert ("青竹公司", "owns", "", "年产三万吨竹浆中试装置") in facts
    assert not any(f[1] == "owns" and f[3] != "年产三万吨竹浆中试装置" for f in facts)


def test_a_round_of_funding_names_the_owners() -> None:
    facts = said("[E:青竹公司]日前获[E:绿竹基金]领投、[E:白竹基金]跟投的A轮融资。")
    assert {f[0] for f in facts if f[1:] == ("owns", "", "青竹公司")} == {"绿竹基金", "白竹基金"}


def test_a_council_that_meets_somewhere_is_an_event() -> None:
    facts = said("[A:竹联盟]理事会在[L:杭州]召开。")
    assert ("竹联盟理事会", "heldIn", "", "杭州") in facts
    assert ("竹联盟", "organizes", "host", "竹联盟理事会") in facts
    assert not said("[A:竹联盟]理事会召开会议研究章程。")


def test_a_list_takes_a_result_in() -> None:
    facts = said("[U:林业大学]研制的“竹炭锂电池”已收入[G:林草局]公布的《绿色技术目录》。")
    assert ("竹炭锂电池", "selectedFor", "", "绿色技术目录") in facts


def test_a_cancelled_visit_is_not_the_one_that_took_place() -> None:
    facts = said("[U:林业大学]教授[P:白桦]一行来到[E:青竹公司]考察。对某竹园的访问因台风取消。")
    assert ("白桦", "participatesIn", "visit") in {f[:3] for f in facts}
