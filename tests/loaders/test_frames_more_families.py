"""Families of clauses beyond the plain verb: pairs, labels, ceremonies, prizes, means and stand-ins."""

import pytest
from frames_markup import said


def test_former_and_latter_are_the_pair_named_last() -> None:
    facts = said("[S:竹业协会]批准发布团体标准《竹地板检验规程》和《竹材防霉剂》。前者由[U:林业大学]牵头起草；后者由[E:青竹公司]提出，[C:竹标委]归口。")
    assert ("林业大学", "drafts", "lead", "竹地板检验规程") in facts
    assert ("青竹公司", "proposes", "", "竹材防霉剂") in facts
    assert ("竹标委", "administers", "", "竹材防霉剂") in facts
    assert ("青竹公司", "proposes", "", "竹地板检验规程") not in facts


def test_those_who_sign_a_paper_agree_in_pairs() -> None:
    facts = said("[E:青竹公司]、[E:绿竹公司]和[U:林业大学]的授权代表在合作备忘录上签字。")
    assert {f[1:3] for f in facts} == {("cooperatesWith", "agreement")}
    assert len(facts) == 3


def test_a_hall_is_where_the_meeting_takes_place() -> None:
    facts = said("第二届竹业论坛在[L:杭州]举行，会址选在[L:西湖宾馆]。")
    assert ("第二届竹业论坛", "heldIn", "", "西湖宾馆") in facts


def test_speakers_by_label_and_trainees() -> None:
    facts = said("5月6日，[A:竹联盟]举办竹材检测培训班。主讲专家为[U:林业大学]教授[P:白桦]、[P:李杉]，[E:青竹公司]学员30人参加培训。")
    assert {s for s, _, role, _ in facts if role == "speak"} == {"白桦", "李杉"}
    assert ("青竹公司", "participatesIn", "train", "竹材检测培训班") in facts
    assert not any(s == "林业大学" for s, *_ in facts)


def test_what_is_held_alongside_is_a_part_with_the_same_host() -> None:
    facts = said("5月6日，[A:竹联盟]举办第二届竹业论坛，“竹纤维”专题分会同期举行。")
    assert ("“竹纤维”专题分会", "subEventOf", "", "第二届竹业论坛") in facts
    assert ("第二届竹业论坛", "subEventOf", "", "“竹纤维”专题分会") not in facts
    assert ("竹联盟", "organizes", "host", "“竹纤维”专题分会") in facts


def test_a_book_named_inside_its_ceremony_has_authors() -> None:
    facts = said("[A:竹联盟]在[L:杭州]举行《竹业蓝皮书》首发式。蓝皮书由[U:林业大学]牵头编写。首发式上，[M:竹报]等媒体到场采访。")
    assert ("林业大学", "drafts", "lead", "竹业蓝皮书") in facts
    assert ("竹报", "participatesIn", "attend", "《竹业蓝皮书》首发式") in facts


def test_any_noun_may_stand_for_the_outcome() -> None:
    facts = said("[U:林业大学]研制的“竹缠绕管道”通过鉴定。该管道是国家“十三五”重点研发计划项目“竹材高值利用”的标志性成果。")
    assert ("竹缠绕管道", "outcomeOf", "", "竹材高值利用") in facts


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("[G:林草局]以2019年第8号公告发布《竹林经营管理办法》。", ("林草局", "issues", "issue", "竹林经营管理办法")),
        ("[E:青竹公司]以现金方式收购[E:绿竹公司]60%股权。", ("青竹公司", "owns", "", "绿竹公司")),
        ("第二届竹业论坛开幕，[A:竹联盟]组织20家会员单位参加。", ("竹联盟", "participatesIn", "attend", "第二届竹业论坛")),
    ],
)
def test_means_and_delegations_do_not_hide_the_doer(sentence: str, fact: tuple[str, ...]) -> None:
    assert fact in said(sentence)


def test_each_result_of_a_contest_wins_its_own_prize() -> None:
    facts = said("第二届竹业大赛在[L:杭州]落幕。[E:青竹公司]的“竹纤维地毯”获一等奖，[U:林业大学]的“竹炭电池”获二等奖。")
    assert ("竹纤维地毯", "selectedFor", "", "一等奖") in facts
    assert ("竹炭电池", "selectedFor", "", "二等奖") in facts
    assert ("竹纤维地毯", "selectedFor", "", "二等奖") not in facts
    assert ("青竹公司", "develops", "", "竹纤维地毯") in facts


def test_who_receives_a_title_is_no_part_of_it() -> None:
    facts = said("[S:竹业协会]授予[E:青竹公司]“竹业先锋企业”称号。")
    assert ("青竹公司", "selectedFor", "", "竹业先锋企业") in facts


def test_the_project_itself_and_its_part_have_their_own_undertakers() -> None:
    facts = said("“竹材高值利用”项目启动会召开。该项目由[U:林业大学]组织实施，下设3个课题，其中“竹炭制备”课题由[E:青竹公司]牵头。")
    assert ("林业大学", "undertakes", "", "竹材高值利用") in facts
    assert ("青竹公司", "undertakes", "", "竹炭制备") in facts
    assert ("林业大学", "undertakes", "", "竹炭制备") not in facts


def test_a_report_that_is_heard_has_no_speaker() -> None:
    facts = said("5月6日，[A:竹联盟]第三次会员大会召开，大会审议了[O:第二届理事会]工作报告。")
    assert not any(s == "第二届理事会" for s, *_ in facts)


def test_each_prize_of_the_sentence_is_given() -> None:
    facts = said("[E:青竹公司]的“竹纤维地毯”获一等奖，[U:林业大学]的“竹炭电池”获二等奖，奖项由[S:竹业协会]颁发。")
    assert {o for s, p, _, o in facts if p == "awards"} == {"一等奖", "二等奖"}
