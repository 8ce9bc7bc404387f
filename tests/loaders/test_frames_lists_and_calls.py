"""上述三家单位; 双方商定; calls, hosts and guests; results side by side; what a meeting holds beside it."""

import pytest
from frames_markup import said


def test_a_list_is_pointed_back_to_by_its_number() -> None:
    facts = said("[E:青竹公司]、[U:林业大学]与[R:竹材所]提供数据。上述三家单位随后加入了[A:竹业联盟]发起的《竹材数据公约》。")
    signers = {fact[0] for fact in facts if fact[1:] == ("issues", "sign", "竹材数据公约")}
    assert signers == {"青竹公司", "林业大学", "竹材所"}


def test_a_list_of_another_length_is_not_meant() -> None:
    assert not [fact for fact in said("[E:青竹公司]、[U:林业大学]提供数据。上述三家单位随后加入《竹材数据公约》。") if fact[1] == "issues"]


@pytest.mark.parametrize("decided", ["双方商定", "双方还约定", "双方计划"])
def test_both_sides_hold_what_they_agree_to_hold(decided: str) -> None:
    facts = said(f"[A:竹业联盟]与[A:藤业联盟]签署合作协议。{decided}下半年联合举办首届竹藤设计大赛。")
    assert {fact[0] for fact in facts if fact[1:3] == ("organizes", "host")} == {"竹业联盟", "藤业联盟"}


def test_results_told_side_by_side_have_each_its_maker() -> None:
    facts = said("[E:青竹公司]研制的“竹炭锂电池”和[R:竹材所]研制的“竹纤维压机”被收入《竹业技术汇编》。")
    assert {fact[0] for fact in facts if fact[1] == "develops" and fact[3] == "竹纤维压机"} == {"竹材所"}
    assert {fact[0] for fact in facts if fact[1] == "selectedFor"} == {"竹炭锂电池", "竹纤维压机"}


def test_a_talk_in_vain_is_none() -> None:
    assert not said("[E:青竹公司]与[E:紫藤公司]就合资建厂的磋商，目前仍未达成协议。")


def test_who_is_taken_in_does_not_take_in() -> None:
    assert not [fact for fact in said("[A:竹业联盟]被[I:国际竹协]吸收为会员。") if fact[0] == "国际竹协" and fact[1] == "memberOf"]
