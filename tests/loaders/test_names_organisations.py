"""Where names of organisations begin and end, and of what type they are."""

from __future__ import annotations

import pytest
from names_kit import named

from innograph.graph.model import Entity, Item, ItemFacts
from innograph.loaders.facts import KnownNames


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("由武汉理工大学、湖北江汉重型装备有限公司共同承办。",
         {("University", "武汉理工大学"), ("Enterprise", "湖北江汉重型装备有限公司")}),
        ("会议邀请中国电工技术学会与江苏省可再生能源行业协会派员参加。",
         {("Association", "中国电工技术学会"), ("Association", "江苏省可再生能源行业协会")}),
        ("涂层与薄膜产业技术创新战略联盟和浙江大学签署协议。",
         {("Alliance", "涂层与薄膜产业技术创新战略联盟"), ("University", "浙江大学")}),
        ("近日广东省佛山市南海区人民政府发文。", {("GovernmentAgency", "广东省佛山市南海区人民政府")}),
        ("标准由全国磁性元件与铁氧体材料标准化技术委员会（SAC/TC 89）归口。",
         {("StandardsBody", "全国磁性元件与铁氧体材料标准化技术委员会")}),
        ("他们参观了国汽智联（北京）科技有限公司。", {("Enterprise", "国汽智联（北京）科技有限公司")}),
        ("国家稀土功能材料创新中心同日揭牌。", {("ResearchInstitute", "国家稀土功能材料创新中心")}),
        ("新华社、浙江卫视、中国磁性材料网等媒体作了报道。",
         {("Media", "新华社"), ("Media", "浙江卫视"), ("Media", "中国磁性材料网")}),
        ("天通控股股份有限公司成立三十年。", {("Enterprise", "天通控股股份有限公司")}),
        ("苏州市产业创新联盟促进会发布公报。", {("Association", "苏州市产业创新联盟促进会")}),
        ("苏州市产业创新联盟联合会发布公报。", {("CoordinatingBody", "苏州市产业创新联盟联合会")}),
    ],
)  # fmt: skip
def test_names_stop_at_their_boundaries(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert named(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "各联盟要加强自律，产业技术创新战略联盟是一种新型组织。",
        "3家联盟单位和有关高校、科研院所、上市公司的代表到会。",
        "重点实验室和工程技术研究中心的建设取得进展。",
        "省级以上行业协会可以推荐。",
    ],
)
def test_class_nouns_are_no_names(sentence: str) -> None:
    assert named(sentence) == set()


def test_a_title_in_marks_names_no_organisation() -> None:
    assert named("大家学习了《浙江省人民政府关于支持科技创新的意见》。") == set()


def test_the_name_of_a_city_is_no_boundary_word() -> None:
    assert ("Enterprise", "成都科创投资集团有限公司") in named("项目由成都科创投资集团有限公司承担。")


def test_a_companys_slot_shows_names_without_an_ending() -> None:
    found = named("大会由华瑞基金、华瑞健康、华瑞证券协同发起，常州大学承办。")
    assert {("Enterprise", "华瑞基金"), ("Enterprise", "华瑞健康"), ("Enterprise", "华瑞证券")} <= found


def test_a_roster_adds_names() -> None:
    row = ItemFacts(
        Item("roster", 1, "蓝鲸之友", kind="row", text="蓝鲸之友"),
        (Entity("e1", "Association", "蓝鲸之友", ("蓝鲸友",)),),
    )
    known = KnownNames.default().with_roster([row])
    assert [(f.name.type, f.name.thing) for f in known.find("致蓝鲸友。")] == [("Association", "蓝鲸之友")]
    assert len(known) == len(KnownNames.default()) + 2
