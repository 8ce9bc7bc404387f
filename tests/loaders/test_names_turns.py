"""Names beside words that look like parts of them, and who a person is by a copula."""

import pytest
from names_kit import named, stated


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("秦岭大学系西部焊接技术创新战略联盟理事单位。", ("University", "秦岭大学")),
        ("联盟还同德国亚琛大学签署协议。", ("University", "德国亚琛大学")),
        ("教育部联合国家发展改革委印发通知。", ("GovernmentAgency", "国家发展改革委")),
        ("通河县北岭奶牛养殖场参加培训。", ("Enterprise", "通河县北岭奶牛养殖场")),
        ("会议得到浙江省科学技术厅支持。", ("GovernmentAgency", "浙江省科学技术厅")),
        ("天津科技大学生物工程学院协办。", ("University", "天津科技大学")),
        ("台湾区自行车暨零件工业同业公会协办。", ("Association", "台湾区自行车暨零件工业同业公会")),
        ("设立南方工作站的提议未获通过。", ("OrganizationUnit", "南方工作站")),
        ("日本株式会社丰岛机床技术部长到会。", ("Enterprise", "日本株式会社丰岛机床")),
    ],
)
def test_the_words_around_a_name_are_no_part_of_it(sentence: str, name: tuple[str, str]) -> None:
    assert name in named(sentence)


@pytest.mark.parametrize("sentence", ["某外资矿业有限公司退出联盟。", "《指引》（工信部联科〔2025〕76号）印发。"])
def test_numbers_and_some_company_are_no_names(sentence: str) -> None:
    assert not any(name.endswith(("有限公司", "科")) for _, name in named(sentence))


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("标准由江苏恒神股份有限公司起草，起草组组长吕青系江苏恒神副总经理。", ("吕青", "江苏恒神股份有限公司", "副总经理")),
        ("专家组组长王伯川现为合肥工业大学校长。", ("王伯川", "合肥工业大学", "校长")),
        ("汪海涛因退休不再担任联盟秘书长，由江苏大学教授马海乐接任。", ("马海乐", "磁性材料产业技术创新战略联盟", "秘书长")),
    ],
)
def test_who_a_person_is(sentence: str, fact: tuple[str, ...]) -> None:
    assert fact in stated("holdsPost", sentence)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("会议审议通过了青竹有限公司关于加入联盟的申请。", "applicant"),
        ("会议同意青竹有限公司的入盟申请，提交下次大会追认。", "applicant"),
    ],
)
def test_applications_agreed_to(sentence: str, role: str) -> None:
    assert ("青竹有限公司", "磁性材料产业技术创新战略联盟", role) in stated("memberOf", sentence)


def test_who_leaves_a_project_is_no_member_that_left() -> None:
    assert not stated("memberOf", "该项目由绿竹有限公司承担，重庆交通大学中途退出。")


def test_a_contracted_alliance_of_the_headline_is_the_one_of_the_body() -> None:
    found = named("煤矿机械装备产业技术创新战略联盟在太原开会。", title="煤机联盟添新丁", own=None)
    assert {name for kind, name in found if kind == "Alliance"} == {"煤矿机械装备产业技术创新战略联盟"}


def test_two_alliances_of_the_body_leave_the_headline_s_apart() -> None:
    found = named("煤矿机械产业技术创新战略联盟与煤炭机电产业技术创新战略联盟开会。", title="煤机联盟动态", own=None)
    assert ("Alliance", "煤机联盟") in found
