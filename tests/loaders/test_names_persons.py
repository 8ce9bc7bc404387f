"""Persons, their titles and posts."""

from __future__ import annotations

import pytest
from names_kit import ALLIANCE, draft, named, stated


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("东北大学副校长乔木森作报告。", {("乔木森", "东北大学", "副校长")}),
        ("会议由联盟秘书长王力主持。", {("王力", ALLIANCE, "秘书长")}),
        ("江汉重工有限公司党委书记、董事长张少白一行来访。",
         {("张少白", "江汉重工有限公司", "党委书记、董事长")}),
        ("中国汽车工业协会常务副会长兼秘书长付秉钧到会。",
         {("付秉钧", "中国汽车工业协会", "常务副会长兼秘书长")}),
        ("浙江省科技厅副厅长吴卫星、浙江省经信厅总工程师何军出席。",
         {("吴卫星", "浙江省科技厅", "副厅长"), ("何军", "浙江省经信厅", "总工程师")}),
        ("江南大学副校长陆秉云任副理事长。",
         {("陆秉云", "江南大学", "副校长"), ("陆秉云", ALLIANCE, "副理事长")}),
        ("联盟秘书长由江南大学教授钱伯钧兼任。", {("钱伯钧", ALLIANCE, "秘书长")}),
        ("李卫东、连法增当选副理事长。", {("李卫东", ALLIANCE, "副理事长"), ("连法增", ALLIANCE, "副理事长")}),
    ],
)  # fmt: skip
def test_posts(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert stated("holdsPost", sentence) == expected


def test_an_academic_title_is_no_post() -> None:
    person = next(t for t in draft("中国工程院院士韩思远、兰州大学教授周既白发言。").things if t.name == "韩思远")
    assert person.attributes["title"] == "中国工程院院士"
    assert stated("holdsPost", "中国工程院院士韩思远、兰州大学教授周既白发言。") == set()
    assert ("Person", "周既白") in named("中国工程院院士韩思远、兰州大学教授周既白发言。")


def test_the_academy_in_a_title_is_no_entity() -> None:
    assert named("中国科学院院士韩思远致辞。") == {("Person", "韩思远")}


@pytest.mark.parametrize("sentence", ["会长单位和理事单位参加。", "秘书长会议审议了方案。", "主任办公会同意立项。"])
def test_a_post_without_a_person(sentence: str) -> None:
    assert not [t for t in draft(sentence).things if t.type == "Person"]


def test_a_foreign_name() -> None:
    assert ("Person", "汉斯·穆勒") in named("德国亚琛工业大学教授汉斯·穆勒作报告。")


def test_the_tagger_sees_a_person_that_no_title_shows() -> None:
    sentence = "会议改选张维国为副秘书长，接替退休的蒋文清。"
    assert ("Person", "蒋文清") in named(sentence, tagger=True)
