"""Whole short items: who shares in a purchase, a task, a prize; lists of members, branches, works, venues, agreements of three, bodies newly founded."""

from __future__ import annotations

import pytest
from whole_items import Fact, read_item, stated, types

ALLIANCE = "湖南省陶瓷产业技术创新战略联盟"
FIRM, OTHER, SCHOOL, INSTITUTE, BUREAU = "醴陵华瓷股份有限公司", "湘东新材料有限公司", "湘潭大学", "湖南省陶瓷研究所", "湖南省科学技术厅"


def read(body: str) -> tuple[set[Fact], dict[str, str]]:
    """The facts and the entities of an item that the alliance sent in."""
    found = read_item(body, credit=ALLIANCE, date="2017-03")
    return stated(found), types(found)


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        # a purchase and those who invest with the buyer
        (f"{FIRM}近日完成对湘乡铝厂的控股收购，{OTHER}跟投。", (OTHER, "owns", "", "湘乡铝厂")),
        (f"{FIRM}以两亿元收购了湘乡铝厂。", (FIRM, "owns", "", "湘乡铝厂")),
        (f"{FIRM}对{OTHER}实施增资，江南创业投资有限公司参投。", ("江南创业投资有限公司", "owns", "", OTHER)),
        (f"{FIRM}系{ALLIANCE}副理事长单位，旗下另有{OTHER}。", (OTHER, "partOf", "", FIRM)),
        (f"江南创业投资有限公司作为跟投方，参与了{FIRM}对{OTHER}的收购。", ("江南创业投资有限公司", "owns", "", OTHER)),
        (f"{FIRM}旗下拥有湖南瓷检技术有限公司、湘乡瓷材有限公司两家子公司。", ("湘乡瓷材有限公司", "partOf", "", FIRM)),
        # branches, works, units behind a bracket, bodies of bodies
        ("培训班在衡阳举办，中国农业发展银行湖南省分行提供资金支持。", ("中国农业发展银行湖南省分行", "partOf", "", "中国农业发展银行")),
        ("一行考察了湘西有色集团股份有限公司所属的桃花山锑矿。", ("桃花山锑矿", "partOf", "", "湘西有色集团股份有限公司")),
        ("世界瓷业学会（WCS）亚太区传动工作组今年成立。", ("世界瓷业学会（WCS）亚太区传动工作组", "partOf", "", "世界瓷业学会")),
        ("国际草业研究组织联盟（IGRO）观察员安娜·贝克出席了论坛。", ("安娜·贝克", "holdsPost", "观察员", "国际草业研究组织联盟")),
        # members
        (f"产业技术创新战略联盟协同发展网7月公布新网员名单，{ALLIANCE}、湖北省漆器产业技术创新战略联盟在列。", ("湖北省漆器产业技术创新战略联盟", "memberOf", "member", "产业技术创新战略联盟协同发展网")),
        (f"{ALLIANCE}日前发布新成员名单，其中有{FIRM}、{SCHOOL}。", (SCHOOL, "memberOf", "member", ALLIANCE)),
        ("据秘书处通报，成员单位南瓷湘潭电瓷厂已更名为湘潭电瓷有限公司。", ("湘潭电瓷有限公司", "memberOf", "member", ALLIANCE)),
        (f"联盟日前更新成员名录，新增{SCHOOL}、{FIRM}。", (FIRM, "memberOf", "member", ALLIANCE)),
        # honours
        (f"{FIRM}和{OTHER}技术领先，获颁“湖南省绿色工厂”牌匾。", (OTHER, "selectedFor", "", "湖南省绿色工厂")),
        (f"{BUREAU}授予“湖南省样板联盟”称号，{ALLIANCE}成为首批获此称号的联盟。", (ALLIANCE, "selectedFor", "", "湖南省样板联盟")),
        (f"{SCHOOL}完成的“釉料全程质量控制技术”，以及{INSTITUTE}自主培育的“红官”高岭土新品种，双双荣获湖南省科技进步奖一等奖。", ("釉料全程质量控制技术", "selectedFor", "", "湖南省科技进步奖一等奖")),
        (f"{SCHOOL}完成的“釉料全程质量控制技术”，以及{INSTITUTE}自主培育的“红官”高岭土新品种，双双荣获湖南省科技进步奖一等奖。", ("“红官”高岭土新品种", "selectedFor", "", "湖南省科技进步奖一等奖")),
        ("7月5日，湖南省人民政府颁发2016年度湖南省科学技术奖励。", ("湖南省人民政府", "awards", "", "2016年度湖南省科学技术奖励")),
        # policies and standards
        (f"{BUREAU}印发《陶瓷联盟绩效办法》。2012年出台的《陶瓷联盟管理办法》中涉及考核的三个条款，由《陶瓷联盟绩效办法》予以修订。", ("陶瓷联盟绩效办法", "amends", "", "陶瓷联盟管理办法")),
        (f"《日用瓷 第2部分：杯具》（GB/T 32719.2—2016）由{ALLIANCE}提出，归口全国陶瓷标准化技术委员会（SAC/TC999），{SCHOOL}起草。", ("全国陶瓷标准化技术委员会", "administers", "", "日用瓷 第2部分：杯具")),
        # projects and their meetings
        (f"国家重点研发计划首批项目之一“窑炉智能控制系统研制”启动会在长沙召开。项目由{INSTITUTE}牵头承担，{SCHOOL}和湘西有色集团股份有限公司下属的桃花山锑矿参加。", (SCHOOL, "undertakes", "", "窑炉智能控制系统研制")),
        ("国家重点研发计划首批项目之一“窑炉智能控制系统研制”启动会在长沙召开。", ("“窑炉智能控制系统研制”启动会", "heldIn", "", "长沙")),
        (f"“釉料全程质量控制技术”属省科技重大专项“湘瓷二次开发”的产出，该专项由{SCHOOL}承担。", ("釉料全程质量控制技术", "outcomeOf", "", "湘瓷二次开发")),
        (f"“釉料智能配方研制”项目启动会在长沙召开。“釉料智能配方研制”项目由{INSTITUTE}牵头承担，{SCHOOL}、{FIRM}参加，两家参加单位分别同牵头单位签订任务书。", (INSTITUTE, "cooperatesWith", "agreement", FIRM)),
        (f"《瓷业规划》聚焦日用瓷，安排的头一项工程是“湘东瓷泥资源库建设”，由{SCHOOL}和{INSTITUTE}承担。", (INSTITUTE, "undertakes", "", "湘东瓷泥资源库建设")),
        (f"{FIRM}此前研制的“窑虎”智能烧成窑将作为平台，该产品为前期课题“窑炉关键技术研究”的成果，获得2014年度中国机械工业科学技术奖一等奖。", ("“窑虎”智能烧成窑", "selectedFor", "", "2014年度中国机械工业科学技术奖一等奖")),
        # institutes as they are founded, bodies and who heads them
        (f"8日，{SCHOOL}与{FIRM}签署合作备忘录，商定设立“釉料再生联合实验室”。实验室挂靠{SCHOOL}，首任主任由万里程担任。", ("釉料再生联合实验室", "partOf", "", SCHOOL)),
        (f"8日，{SCHOOL}与{FIRM}签署合作备忘录，商定设立“釉料再生联合实验室”。实验室挂靠{SCHOOL}，首任主任由万里程担任。", ("万里程", "holdsPost", "主任", "釉料再生联合实验室")),
        (f"{ALLIANCE}理事长丁守拙还当选中国陶瓷学会标准化工作委员会副主任委员。", ("丁守拙", "holdsPost", "副主任委员", "中国陶瓷学会标准化工作委员会")),
        ("联盟质量工作委员会去年组建。7月21日，该委员会在醴陵主持召开窑炉节能研讨会。", ("联盟质量工作委员会", "organizes", "host", "窑炉节能研讨会")),
        # events, venues, agreements
        (f"湘东瓷业推介周在武汉举办，{FIRM}承办。首届“洞庭杯”斗瓷赛同期开赛，由推介周承办单位一并承办。", (FIRM, "organizes", "undertake", "首届“洞庭杯”斗瓷赛")),
        (f"湘东瓷业推介周在武汉举办，{FIRM}承办。首届“洞庭杯”斗瓷赛同期开赛，由推介周承办单位一并承办。", ("首届“洞庭杯”斗瓷赛", "subEventOf", "", "湘东瓷业推介周")),
        (f"“釉料智能配方研制”启动会在长沙召开，{SCHOOL}校长宁铁成汇报实施方案。", ("宁铁成", "participatesIn", "speak", "“釉料智能配方研制”启动会")),
        (f"第五届湘东瓷业大会由{INSTITUTE}主办，其间还举办了“红官杯”设计大赛。", (INSTITUTE, "organizes", "host", "“红官杯”设计大赛")),
        ("第五届湘东瓷业大会在长沙麓山国际会议中心召开。", ("第五届湘东瓷业大会", "heldIn", "", "长沙")),
        (f"联盟还与{SCHOOL}、{FIRM}缔结质量信息互通协议。", (SCHOOL, "cooperatesWith", "agreement", FIRM)),
        ("研讨会在长沙举行，日本东北大学教授佐藤健先后作报告。", ("佐藤健", "participatesIn", "speak", "研讨会")),
    ],
)
def test_says(body: str, fact: Fact) -> None:
    """The item states the fact."""
    facts, _ = read(body)
    back = (fact[3], fact[1], fact[2], fact[0])
    assert fact in facts or (fact[1] == "cooperatesWith" and back in facts)


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        (f"{FIRM}近日完成对湘乡铝厂的控股收购，{OTHER}跟投。", (OTHER, "owns", "", FIRM)),
        (f"联盟秘书处公布新成员名单，{ALLIANCE}、{FIRM}在列。", (FIRM, "memberOf", "member", ALLIANCE)),
        (f"《瓷业规划（2016—2025年）》由{BUREAU}公布。《规划》文本由{SCHOOL}编制。", (SCHOOL, "issues", "issue", "瓷业规划（2016—2025年）")),
        (f"该技术入选{BUREAU}编印的《陶瓷工艺示范案例集》。", (BUREAU, "drafts", "lead", "陶瓷工艺示范案例集")),
        (f"湘东瓷业推介周在武汉举办，{FIRM}承办。《湖北日报》、楚荆网对活动进行了报道。", ("湖北日报", "participatesIn", "attend", "湘东瓷业推介周")),
        (f"{SCHOOL}校长毛善存赴{FIRM}考察。{FIRM}总经理钟赣平接待，双方座谈，并察看了该公司内设的窑炉国家重点实验室。", (FIRM, "cooperatesWith", "talk", "窑炉国家重点实验室")),
        (f"联盟分别与{SCHOOL}、{FIRM}签署合作协议。", (SCHOOL, "cooperatesWith", "agreement", FIRM)),
    ],
)
def test_does_not_say(body: str, fact: Fact) -> None:
    """The item does not state the fact."""
    facts, _ = read(body)
    assert fact not in facts and (fact[3], fact[1], fact[2], fact[0]) not in facts
