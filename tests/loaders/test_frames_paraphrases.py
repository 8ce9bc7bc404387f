"""The same facts in many editors' words: each sentence with one fact that it states."""

import pytest
from frames_markup import said


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("第二届竹业论坛由[A:竹联盟]主办，[U:林业大学]为协办单位。", ("林业大学", "organizes", "assist", "第二届竹业论坛")),
        ("第二届竹业论坛以[G:省林业厅]为指导单位，由[A:竹联盟]主办。", ("省林业厅", "organizes", "guide", "第二届竹业论坛")),
        ("作为第二届竹业论坛的主办方，[A:竹联盟]介绍了筹备情况。", ("竹联盟", "organizes", "host", "第二届竹业论坛")),
        ("受主办方委托，[U:林业大学]承担了第二届竹业论坛的承办工作。", ("林业大学", "organizes", "undertake", "第二届竹业论坛")),
        ("第二届竹业论坛在[L:安吉]召开，[G:省林业厅]对会议给予指导。", ("省林业厅", "organizes", "guide", "第二届竹业论坛")),
        ("[E:青竹公司]以协办方身份亮相第二届竹业论坛。", ("青竹公司", "organizes", "assist", "第二届竹业论坛")),
        ("日前，第二届竹业论坛召开，参会单位包括[U:林业大学]、[E:青竹公司]等。",
         ("青竹公司", "participatesIn", "attend", "第二届竹业论坛")),
        ("第二届竹业论坛汇聚了[U:林业大学]和[E:青竹公司]等知名机构。",
         ("林业大学", "participatesIn", "attend", "第二届竹业论坛")),
        ("[A:竹联盟]组织[E:青竹公司]参加第五届竹制品博览会，集中展出了新产品。",
         ("青竹公司", "participatesIn", "exhibit", "第五届竹制品博览会")),
        ("[E:青竹公司]把炭化竹地板搬到了第五届竹制品博览会现场。",
         ("青竹公司", "participatesIn", "exhibit", "第五届竹制品博览会")),
        ("[U:林业大学]派代表赴[L:安吉]参加第二届竹业论坛。", ("第二届竹业论坛", "heldIn", "", "安吉")),
        ("在[L:安吉]，由[A:竹联盟]主办的第二届竹业论坛于日前如期举行。", ("第二届竹业论坛", "heldIn", "", "安吉")),
        ("[U:林业大学]与[E:青竹公司]竹材检测合作签约仪式在[L:安吉]举行。",
         ("林业大学", "participatesIn", "sign", "林业大学与青竹公司竹材检测合作签约仪式")),
    ],
)  # fmt: skip
def test_events_in_other_words(sentence: str, fact: tuple[str, str, str, str]) -> None:
    assert fact in said(sentence)


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("[U:林业大学]联合[E:青竹公司]共建竹材联合实验室。", ("林业大学", "cooperatesWith", "joint", "青竹公司")),
        ("由[S:竹业协会]会同[R:竹材所]开展的产业调研已经完成。", ("竹业协会", "cooperatesWith", "joint", "竹材所")),
        ("与[U:林业大学]签署战略合作协议的是[E:青竹公司]。", ("林业大学", "cooperatesWith", "agreement", "青竹公司")),
        ("[E:青竹公司]斥资两亿元拿下[E:绿竹公司]51%的股权。", ("青竹公司", "owns", "", "绿竹公司")),
        ("[E:青竹公司]以1.2亿元参与[E:绿竹公司]增资扩股。", ("青竹公司", "owns", "", "绿竹公司")),
        ("承担“竹纤维制备”项目的是[U:林业大学]和[E:青竹公司]。", ("青竹公司", "undertakes", "", "竹纤维制备")),
        ("由[R:竹材所]挂帅、[U:林业大学]协作的“竹纤维制备”课题顺利结题。", ("林业大学", "undertakes", "", "竹纤维制备")),
        ("“竹纤维制备”项目由[R:竹材所]牵头承担，参加单位有[U:林业大学]和[E:青竹公司]。",
         ("青竹公司", "undertakes", "", "竹纤维制备")),
        ("[E:青竹公司]凭借“竹缠绕管道系统”斩获国家科学技术进步奖二等奖。", ("青竹公司", "develops", "", "竹缠绕管道系统")),
        ("“竹缠绕管道成套装备”由[R:竹材所]和[E:青竹公司]共同完成。", ("竹材所", "develops", "", "竹缠绕管道成套装备")),
        ("“竹缠绕管道系统”是国家科技支撑计划项目“竹纤维制备”的重要成果。", ("竹缠绕管道系统", "outcomeOf", "", "竹纤维制备")),
        ("[E:青竹公司]研制的“竹缠绕管道系统”通过验收。产品归[E:绿竹公司]所有。", ("绿竹公司", "owns", "", "竹缠绕管道系统")),
        ("[S:竹业协会]向[P:白桦]颁发了中国专利优秀奖。", ("白桦", "selectedFor", "", "中国专利优秀奖")),
        ("经[G:国家林草局]批准，国家标准《竹地板》正式发布。", ("国家林草局", "issues", "approve", "竹地板")),
        ("记者从[G:省林业厅]获悉，该部门近日下发了《竹产业发展办法》。", ("省林业厅", "issues", "issue", "竹产业发展办法")),
        ("[S:竹业协会]组织编写的《竹材应用指南》由[R:竹材所]发布。", ("竹业协会", "drafts", "organize", "竹材应用指南")),
        ("团体标准《竹地板》通过审查，[U:林业大学]参加了编制。", ("林业大学", "drafts", "join", "竹地板")),
    ],
)  # fmt: skip
def test_works_results_and_ties_in_other_words(sentence: str, fact: tuple[str, str, str, str]) -> None:
    assert fact in said(sentence)


def test_several_standards_with_their_own_drafters() -> None:
    facts = said(
        "[S:竹业协会]批准发布两项团体标准。其中，《竹地板》由[U:林业大学]牵头起草，[E:青竹公司]参编；"
        "《竹窗帘》由[R:竹材所]主编。"
    )
    assert {("竹业协会", "issues", "approve", title) for title in ("竹地板", "竹窗帘")} <= facts
    assert ("林业大学", "drafts", "lead", "竹地板") in facts
    assert ("青竹公司", "drafts", "join", "竹地板") in facts
    assert ("竹材所", "drafts", "lead", "竹窗帘") in facts
    assert ("竹材所", "drafts", "lead", "竹地板") not in facts


def test_the_first_of_the_drafters_leads() -> None:
    facts = said("团体标准《竹地板》发布。起草单位包括[E:青竹公司]、[U:林业大学]，其中[E:青竹公司]为第一起草单位。")
    assert {f for f in facts if f[1] == "drafts"} == {
        ("青竹公司", "drafts", "lead", "竹地板"), ("林业大学", "drafts", "join", "竹地板"),
    }  # fmt: skip


def test_a_planned_visit_is_no_talk_yet() -> None:
    facts = said("[S:欧洲竹业协会]代表团拟于11月来访，并出席[A:竹联盟]举办的竹材研讨会。", owner="竹联盟")
    assert ("欧洲竹业协会", "participatesIn", "attend", "竹材研讨会") in facts
    assert not any(predicate == "cooperatesWith" for _, predicate, _, _ in facts)


def test_what_was_only_agreed_on_is_no_meeting() -> None:
    facts = said("[A:竹联盟]与[A:木联盟]签订合作协议，双方约定每年召开一次联席会议。")
    assert {f[1] for f in facts} == {"cooperatesWith"}


def test_a_headline_gives_a_work_its_issuer() -> None:
    facts = said("[A:竹联盟]发布人才报告\n由[U:林业大学]牵头起草的《竹业人才报告》日前上线。")
    assert ("竹联盟", "issues", "issue", "竹业人才报告") in facts


def test_a_bare_word_means_the_meeting_told_of_last() -> None:
    facts = said(
        "[A:竹联盟]举办第二届竹业论坛\n第二届竹业论坛日前举行。\n5月6日，竹炭技术交流会在[L:安吉]召开，会议由[U:林业大学]主办。"
    )
    assert ("林业大学", "organizes", "host", "竹炭技术交流会") in facts
    assert ("林业大学", "organizes", "host", "第二届竹业论坛") not in facts
