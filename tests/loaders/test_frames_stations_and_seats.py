"""Whole short items: stations of a series, what changes hands, who is only counted, titles, lists, calls and visits."""

from __future__ import annotations

import pytest
from whole_items import Fact, read_item, stated, types

ALLIANCE = "西南轴承产业技术创新战略联盟"
FIRM, SCHOOL, INSTITUTE, BUREAU = "常州宏发微特电机有限公司", "南京工程学院", "江苏省机械研究设计院", "江苏省科学技术厅"
OTHER = "湖南轨道交通产业技术创新联盟"


def facts(body: str, credit: str | None = ALLIANCE) -> set[Fact]:
    """What an item says that the alliance sent in."""
    return stated(read_item(body, credit=credit, date="2022-03"))


def entities(body: str) -> dict[str, str]:
    """Names and types of an item's entities."""
    return types(read_item(body, credit=ALLIANCE, date="2022-03"))


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        # titles and lists
        (f"{BUREAU}授予{FIRM}“江苏省创新示范联盟”头衔。", (FIRM, "selectedFor", "", "江苏省创新示范联盟")),
        (f"大会评选出“最受欢迎的十大农机”，“东升3号”和“黑土王”等三款产品入选，证书由{SCHOOL}颁发。", ("黑土王", "selectedFor", "", "最受欢迎的十大农机")),
        (f"{BUREAU}通报嘉奖“江苏质量奖”获奖单位，{FIRM}榜上有名。", (BUREAU, "awards", "", "江苏质量奖")),
        (f"{SCHOOL}牛俊峰教授入选“苏南人才”，评选由{BUREAU}主持并颁发证书。", (BUREAU, "awards", "", "苏南人才")),
        (f"{SCHOOL}研制的“水田平地机”通过验收，并被收入农业农村部发布的农机推广目录。", ("水田平地机", "selectedFor", "", "农机推广目录")),
        ("“智能采样机器人”入选中国煤炭工业协会发布的煤炭先进装备名录。", ("中国煤炭工业协会", "issues", "issue", "煤炭先进装备名录")),
        (f"{INSTITUTE}罗守田个人则被{BUREAU}授予“科技推广先进工作者”称号。", ("罗守田", "selectedFor", "", "科技推广先进工作者")),
        (f"《农业工程学报》刊发《水肥一体化发展报告（2015）》，执笔者为{SCHOOL}。", ("农业工程学报", "issues", "issue", "水肥一体化发展报告（2015）")),
        (f"由{ALLIANCE}组织、{SCHOOL}参编的《轴承应用手册》近日杀青。", (SCHOOL, "drafts", "join", "轴承应用手册")),
        # a series and its stations
        (f"3月5日，江南技能创新月在南京启动。3月12日的扬州站由{BUREAU}主办，徐州分站则因大雪延期。", (BUREAU, "organizes", "host", "扬州站")),
        (f"3月5日，江南技能创新月在南京启动。3月12日的扬州站由{BUREAU}主办。", ("扬州站", "subEventOf", "", "江南技能创新月")),
        (f"3月5日，江南技能创新月在南京启动。{FIRM}在扬州站设展。", (FIRM, "participatesIn", "exhibit", "扬州站")),
        (f"第三届中国稀土大会在包头举行。大会由中国稀土学会主办，还穿插了首届稀土创新大赛，{SCHOOL}师生联队捧得金奖。", (SCHOOL, "participatesIn", "attend", "首届稀土创新大赛")),
        # who is only counted, and what changes hands
        (f"课题由{SCHOOL}牵头，参加单位有{FIRM}、{INSTITUTE}。三家单位共同开发的“风语者”检测系统通过验收。", (INSTITUTE, "develops", "", "“风语者”检测系统")),
        (f"{FIRM}展出的“海豹”救生艇系其与{SCHOOL}联合研制。", (FIRM, "develops", "", "“海豹”救生艇")),
        (f"{FIRM}收购了{INSTITUTE}的疲劳试验台，设备归{FIRM}所有。", (FIRM, "owns", "", "疲劳试验台")),
        (f"原“合肥微尺度仪器厂”现称{FIRM}，该公司研制的“探微”显微镜通过验收。", (FIRM, "develops", "", "“探微”显微镜")),
        # calls, visits, meetings
        (f"联盟秘书长王建国带领{FIRM}的技术骨干登门拜访{OTHER}，同该联盟副秘书长刘大山就标准化交换看法。", ("刘大山", "holdsPost", "副秘书长", OTHER)),
        (f"联盟副理事长肖自强率{SCHOOL}负责人赴{FIRM}考察，一行在昆明与企业总经理方宏座谈。", ("方宏", "holdsPost", "总经理", FIRM)),
        (f"联盟副理事长肖自强率{SCHOOL}负责人赴{FIRM}考察，一行在昆明与企业总经理方宏座谈。", (f"赴{FIRM}考察", "heldIn", "", "昆明")),
        (f"{SCHOOL}则与{FIRM}下属的{INSTITUTE}签订合作协议。", (SCHOOL, "cooperatesWith", "agreement", INSTITUTE)),
        (f"10月，{OTHER}年会在太原举行。{SCHOOL}教授杜春来介绍了智能采煤。", ("杜春来", "participatesIn", "speak", f"{OTHER}年会")),
        (f"5月3日，鉴定会刚刚在兰州开过，{SCHOOL}院长马致远主持。", ("鉴定会", "heldIn", "", "兰州")),
        (f"{INSTITUTE}将牵头编制《轴承发展报告（2020）》，{SCHOOL}将参与撰写。", (INSTITUTE, "drafts", "lead", "轴承发展报告（2020）")),
    ],
)
def test_what_is_said(body: str, fact: Fact) -> None:
    assert fact in facts(body)


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        ("林海洋被提名为“全国林业标兵”候选人，但未能当选。", ("林海洋", "selectedFor", "", "全国林业标兵")),
        (f"{SCHOOL}牛俊峰教授入选“苏南人才”，评选由{BUREAU}组织并授予证书。{ALLIANCE}举办轴承论坛。", (BUREAU, "organizes", "host", "轴承论坛")),
        (f"{FIRM}收购了{INSTITUTE}的疲劳试验台。", (FIRM, "owns", "", INSTITUTE)),
        (f"{INSTITUTE}5月主持了“轴承套圈”科技成果鉴定会。", (INSTITUTE, "participatesIn", "attend", "“轴承套圈”科技成果鉴定会")),
        (f"{INSTITUTE}拟牵头编制《轴承发展报告（2020）》。", (INSTITUTE, "drafts", "lead", "轴承发展报告（2020）")),
    ],
)
def test_what_is_not_said(body: str, fact: Fact) -> None:
    assert fact not in facts(body)


def test_what_is_called_off_keeps_its_name() -> None:
    found = entities("原定的技术讲座因台风取消，预告过的赴日访问因故推迟。")
    assert found.get("技术讲座") == "Event" and found.get("赴日访问") == "Event"


def test_an_alliance_of_which_nothing_is_said_is_no_entity() -> None:
    assert ALLIANCE not in entities(f"{FIRM}与{SCHOOL}签署合作协议。")


def test_titles_that_look_like_alliances_are_honours() -> None:
    assert entities(f"绩效突出者将被{BUREAU}冠以“江苏省先行性联盟”名号。").get("江苏省先行性联盟") == "Honour"
