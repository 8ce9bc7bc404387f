"""Whole short items about results, honours, purchases and renamings, with short forms and pronouns across sentences."""

from __future__ import annotations

import pytest
from whole_items import Fact, read_item, stated, types

ALLIANCE = "西南轴承产业技术创新战略联盟"
FIRM, OTHER, SCHOOL = "宁波海天轴承有限公司", "常州宏发微特电机有限公司", "南京工程学院"


def facts(body: str, title: str = "工作简讯") -> set[Fact]:
    """What an item says that the alliance sent in."""
    return stated(read_item(body, title, credit=ALLIANCE, date="2022-03"), posts=False)


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        (f"{SCHOOL}自2013年起牵头承担“高速轴承研制”项目。", (SCHOOL, "undertakes", "", "高速轴承研制")),
        (f"{FIRM}还于去年底完成对{OTHER}的收购。", (FIRM, "owns", "", OTHER)),
        (f"{FIRM}宣布，其全资子公司{OTHER}投产。", (FIRM, "owns", "", OTHER)),
        (f"{FIRM}宣布，旗下{OTHER}投产。", (OTHER, "partOf", "", FIRM)),
        (f"{FIRM}连续第三年入选工信部评选的“中国轴承百强”榜单。", (FIRM, "selectedFor", "", "“中国轴承百强”榜单")),
        (f"{FIRM}跻身《福布斯》公布的“亚洲最佳公司50强”。", (FIRM, "selectedFor", "", "亚洲最佳公司50强")),
        (f"{ALLIANCE}由{FIRM}、{SCHOOL}等18家单位于2010年发起成立。", (SCHOOL, "memberOf", "member", ALLIANCE)),
        (f"{FIRM}作为理事长单位主持会议。", (FIRM, "memberOf", "chair", ALLIANCE)),
        (f"科技部公布了评价结果，{ALLIANCE}得分第一，被评为“高活跃度联盟”。", (ALLIANCE, "selectedFor", "", "高活跃度联盟")),
        (f"{SCHOOL}与{FIRM}座谈。前者介绍了由其牵头制定的《轴承术语》团体标准。", (SCHOOL, "drafts", "lead", "轴承术语")),
        ("科技部印发《轴承联盟管理办法》。这是对2015年印发的《轴承联盟暂行办法》所作的首次修订。", ("轴承联盟管理办法", "amends", "", "轴承联盟暂行办法")),
        (f"中国轴承协会公布2021年度“飞轮”中国轴承协会科学技术奖名单。{FIRM}完成的“高速轴承”获科技进步一等奖。", ("高速轴承", "selectedFor", "", "2021年度“飞轮”中国轴承协会科学技术奖")),
        (f"《轴承术语》团体标准的主编单位为{FIRM}下属的{OTHER}。", (OTHER, "drafts", "lead", "轴承术语")),
        (f"联盟召开座谈会，{SCHOOL}、{FIRM}派人参加。", (SCHOOL, "participatesIn", "attend", "座谈会")),
        ("浙江省科技厅出台《轴承办法》，原《轴承管理办法》自5月1日起废止。", ("轴承办法", "amends", "", "轴承管理办法")),
        ("张三丰不再担任联盟秘书长，经理事会通讯表决，由李光明接任。", ("李光明", "holdsPost", "", ALLIANCE)),
        (f"中国轴承协会印发《轴承技术目录》，{FIRM}的“高速轴承成套技术”等12项技术列入其中。", ("高速轴承成套技术", "selectedFor", "", "轴承技术目录")),
        ("中国轴承研发及产业联盟在北京召开年会。", ("中国轴承研发及产业联盟", "organizes", "host", "年会")),
        (f"{FIRM}申报的“高速封装”、{OTHER}与{SCHOOL}联合申报的“轴承量产”两个项目获批。", (SCHOOL, "undertakes", "", "轴承量产")),
        (f"“高速封装”、“轴承量产”两个项目由{FIRM}牵头。", (FIRM, "undertakes", "", "高速封装")),
        (f"“高速封装”“轴承量产”“滚子检测”三个课题分别由{FIRM}、{SCHOOL}、{OTHER}承担。", (SCHOOL, "undertakes", "", "轴承量产")),
        (f"联盟研制出“海丰一号”新品种和4MZ-5型采棉机。采棉机则由{SCHOOL}研制。", (SCHOOL, "develops", "", "4MZ-5型采棉机")),
        (f"“高速轴承研制”项目由{SCHOOL}承担。课题三“装备研制”由{FIRM}负责。项目组建成了国内首条千吨级轴承钢生产线。", ("千吨级轴承钢生产线", "outcomeOf", "", "高速轴承研制")),
        ("浙江材料团体标准委员会发布公告，批准《轴承术语》等5项标准。", ("浙江材料团体标准委员会", "issues", "approve", "轴承术语")),
        (f"科技厅下达项目。“管材制备”的承担单位为{FIRM}，参加单位有{SCHOOL}。", (SCHOOL, "undertakes", "", "管材制备")),
        ("《科技日报》在头版刊发了题为《材料突围》的长篇通讯。", ("科技日报", "issues", "issue", "材料突围")),
        ("横店集团东磁股份有限公司参会。由东磁起草的《磁瓦》团体标准发布。", ("横店集团东磁股份有限公司", "drafts", "lead", "磁瓦")),
        (f"宝鸡钛业股份有限公司参会。会后，宝钛股份与{SCHOOL}签署协议。", ("宝鸡钛业股份有限公司", "cooperatesWith", "agreement", SCHOOL)),
        (f"天津巴莫科技股份有限公司宣布，{FIRM}出资收购巴莫科技38.62%股权。", (FIRM, "owns", "", "天津巴莫科技股份有限公司")),
        (f"{OTHER}宣布扩股，{FIRM}向其增资5亿元。", (FIRM, "owns", "", OTHER)),
        (f"{ALLIANCE}成立于2010年，由{FIRM}、{SCHOOL}等14家单位发起。", (SCHOOL, "memberOf", "member", ALLIANCE)),
        (f"{ALLIANCE}2015年被科技部列为国家产业技术创新试点联盟。", (ALLIANCE, "selectedFor", "", "国家产业技术创新试点联盟")),
        (f"“轴承示范工程”项目验收。该项目由{FIRM}牵头，联合{OTHER}、{SCHOOL}等11家单位历时五年完成。", (SCHOOL, "undertakes", "", "轴承示范工程")),
        (f"“轴承示范工程”项目验收。该项目由{FIRM}牵头，联合{OTHER}、{SCHOOL}等11家单位历时五年完成。", (FIRM, "undertakes", "", "轴承示范工程")),
        (f"产线由{FIRM}运营，后者系{OTHER}与{SCHOOL}合资设立。", (OTHER, "owns", "", FIRM)),
        (f"由{FIRM}和{SCHOOL}主编的团体标准《轴承调适规程》审查会在京召开。", (FIRM, "drafts", "lead", "轴承调适规程")),
        ("联盟此前还参与了行业标准《轴承维护规范》的修订。", (ALLIANCE, "drafts", "join", "轴承维护规范")),
        (f"{FIRM}已先期投资1.2亿元建成“龙腾”轴承生产线。", (FIRM, "owns", "", "“龙腾”轴承生产线")),
        ("浙江省市场监督管理局发文批准《轴承术语》地方标准。", ("浙江省市场监督管理局", "issues", "approve", "轴承术语")),
    ],
)
def test_a_fact_is_read(body: str, fact: Fact) -> None:
    assert fact in facts(body)


@pytest.mark.parametrize(
    ("body", "predicate"),
    [
        (f"联盟活跃度评价揭晓。{ALLIANCE}由{FIRM}、{SCHOOL}发起成立。", "organizes"),
        ("联盟与全国轴承标准化技术委员会签署协议，约定标准由后者归口、联盟参与起草。此前《轴承术语》已发布。", "drafts"),
        (f"{SCHOOL}主办的轴承大会在京举行，会上揭晓了“轴承金奖”。", "awards"),
        (f"{FIRM}启动对{OTHER}的收购。", "owns"),
        (f"标准由{ALLIANCE}提出。前者由{FIRM}牵头起草。", "memberOf"),
    ],
)
def test_nothing_more_is_read(body: str, predicate: str) -> None:
    assert predicate not in {fact[1] for fact in facts(body)}


def test_a_renamed_alliance_keeps_its_old_short_form() -> None:
    read = read_item(f"4月起，农业装备产业技术创新战略联盟更名为“智能农机装备产业技术创新战略联盟”。会议吸收{FIRM}为成员单位。", "农业装备联盟更名")
    (alliance,) = [e for e in read.entities if e.type == "Alliance"]
    assert set(alliance.aliases) == {"农业装备产业技术创新战略联盟", "农业装备联盟"}


def test_tasks_told_one_by_one_are_not_everybodys() -> None:
    said = facts(f"“高速封装”“轴承量产”两个课题分别由{FIRM}、{SCHOOL}承担。")
    assert {f for f in said if f[1] == "undertakes"} == {(FIRM, "undertakes", "", "高速封装"), (SCHOOL, "undertakes", "", "轴承量产")}


def test_the_credit_line_names_the_alliance_whole() -> None:
    name = "中国超高清视频推广与测试联盟"
    read = types(read_item(f"{name}秘书长李光明代表联盟签约。", "秘书长签约", credit=name))
    assert read[name] == "Alliance"


def test_a_daughter_that_bears_its_mothers_name_is_another_firm() -> None:
    mother, daughter = "华北制药集团有限责任公司", "华北制药集团新药研究开发有限责任公司"
    read = types(read_item(f"{mother}当选理事长单位，{daughter}总经理李光明参加会议。", "换届"))
    assert {mother, daughter} <= read.keys()
