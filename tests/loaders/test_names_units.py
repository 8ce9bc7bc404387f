"""Units inside organisations and what they are part of."""

from __future__ import annotations

import pytest
from names_kit import ALLIANCE, named, stated


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("工业和信息化部原材料工业司派员参加。", {("工业和信息化部原材料工业司", "工业和信息化部")}),
        ("科技部高新司材料处负责同志到会。",
         {("科技部高新司", "科技部"), ("科技部高新司材料处", "科技部高新司")}),
        ("中国稀土行业协会磁性材料分会换届。", {("中国稀土行业协会磁性材料分会", "中国稀土行业协会")}),
        ("吉林大学材料科学与工程学院承办。", {("吉林大学材料科学与工程学院", "吉林大学")}),
        ("全国稀土标准化技术委员会稀土永磁分技术委员会成立。",
         {("全国稀土标准化技术委员会稀土永磁分技术委员会", "全国稀土标准化技术委员会")}),
        ("北京恒源科技有限公司下属天津恒磁新材料有限公司获奖。",
         {("天津恒磁新材料有限公司", "北京恒源科技有限公司")}),
    ],
)  # fmt: skip
def test_a_unit_is_part_of_what_it_is_written_with(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert {fact[:2] for fact in stated("partOf", sentence)} == expected


def test_an_academys_institute_is_one_thing() -> None:
    assert named("中国科学院长春应用化学研究所参加。") == {("ResearchInstitute", "中国科学院长春应用化学研究所")}


def test_the_items_own_secretariat() -> None:
    assert stated("partOf", "联盟秘书处通报了情况。") == {("联盟秘书处", ALLIANCE, "")}


def test_founded_committees_are_part_of_their_founder() -> None:
    facts = stated("partOf", "大会成立了软磁专业委员会和粘结磁体工作组。")
    assert facts == {("软磁专业委员会", ALLIANCE, ""), ("粘结磁体工作组", ALLIANCE, "")}


def test_a_committee_that_was_not_founded_is_part_of_nothing() -> None:
    assert stated("partOf", "会议决定暂不设立海外分会。") == set()
