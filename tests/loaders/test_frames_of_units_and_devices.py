"""Short made-up items: departments and committees without their alliance, signings, checks, lists of who was named, stations of a visit."""

from __future__ import annotations

import pytest
from whole_items import Fact, read_item, stated

ALLIANCE = "湘江光源产业技术创新战略联盟"


def facts(body: str, title: str = "工作简讯") -> set[Fact]:
    """What an item says that the alliance sent in."""
    return stated(read_item(body, title, credit=ALLIANCE, date="2022-06"))


STANDARD = f"{ALLIANCE}5月27日批准发布的《植物灯 效率测试方法》（T/CG 018—2022）由湘江农业研究所主持起草，湖南农业大学、漳州绿芽有限公司为参加单位。"
VISIT = "6月29日，荷兰光子促进中心主任扬·德弗里斯率埃因霍温理工大学、荷兰绿光公司的专家访问南昌，先到晨光联盟秘书处，再到湘江光源股份有限公司。"
CONVENTION = "洞庭联盟、合肥微显科技有限公司6月24日于合肥共同签署《显示产业自律公约》。签约活动由洞庭联盟主办。"


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        # names
        ("海西蒙古族藏族自治州工业和信息化局局长尕藏才让出席湘江光源论坛。", ("尕藏才让", "holdsPost", "局长", "海西蒙古族藏族自治州工业和信息化局")),
        ("日本夏普公司知识产权本部顾问佐藤雅彦出席湘江光源论坛。", ("佐藤雅彦", "holdsPost", "顾问", "日本夏普公司知识产权本部")),
        ("洞庭联盟国际合作部部长傅羽出席湘江光源论坛。", ("傅羽", "holdsPost", "部长", "洞庭联盟国际合作部")),
        ("中国驻光州总领事馆科技领事裴冠群出席湘江光源论坛。", ("裴冠群", "holdsPost", "科技领事", "中国驻光州总领事馆")),
        # posts
        ("长沙晨光检测有限公司6月揭牌。公司首任总经理由洞庭联盟秘书长王大力兼任。", ("王大力", "holdsPost", "总经理", "长沙晨光检测有限公司")),
        # members
        ("会议审议了入会事项，另有深圳千目视觉科技有限公司递交了申请，经表决同意其加入。", ("深圳千目视觉科技有限公司", "memberOf", "applicant", ALLIANCE)),
        # meetings
        (f"5月20日，{ALLIANCE}三届二次理事会（扩大）会议在长沙举行。", (ALLIANCE, "organizes", "host", f"{ALLIANCE}三届二次理事会（扩大）会议")),
        ("4月28日，由洞庭联盟主办的光源方案解读会在长沙举行，湖南省科学技术厅提供指导。", ("湖南省科学技术厅", "organizes", "guide", "光源方案解读会")),
        ("洞庭联盟6月举办了第二期芯片设计训练营。训练营结束前夕，又加办了流片成果展示赛。", ("流片成果展示赛", "subEventOf", "", "第二期芯片设计训练营")),
        ("洞庭联盟6月举办了第二期芯片设计训练营。训练营结束前夕，又加办了流片成果展示赛。", ("洞庭联盟", "organizes", "host", "流片成果展示赛")),
        ("第三届灯具大会定于11月在长沙举办，洞庭联盟将协办其中的光健康分论坛。", ("光健康分论坛", "subEventOf", "", "第三届灯具大会")),
        ("2023湘江光源论坛敲定5月在长沙举行。", ("2023湘江光源论坛", "heldIn", "", "长沙")),
        ("洞庭联盟6月28日在长沙召开光源论坛，中国灯具网、阿拉神灯网为论坛提供宣传支持。", ("阿拉神灯网", "organizes", "support", "光源论坛")),
        # signings
        (CONVENTION, ("合肥微显科技有限公司", "participatesIn", "sign", "签约活动")),
        (CONVENTION, ("签约活动", "heldIn", "", "合肥")),
        ("洞庭联盟与韩国光产业振兴会以视频连线方式举行签约仪式。", ("洞庭联盟", "cooperatesWith", "agreement", "韩国光产业振兴会")),
        ("青海蓝宝石材料厂4月建成12英寸蓝宝石衬底生产线，青海银行股份有限公司为其提供贷款并签下五年期授信协议。", ("青海银行股份有限公司", "cooperatesWith", "agreement", "青海蓝宝石材料厂")),
        ("湖南大学5月走访湘江照明有限公司，与其签署人才协议。", ("湖南大学", "cooperatesWith", "agreement", "湘江照明有限公司")),
        ("洞庭联盟6月16日在长春召开成立大会。同期举行的车灯可靠性研讨会由襄阳检测中心召集。", ("车灯可靠性研讨会", "subEventOf", "", "成立大会")),
        ("6月1日，在焊接行业自律公约签字仪式上，洞庭联盟、衡阳锅炉厂等12家单位在《焊接行业自律公约》上签字。", ("衡阳锅炉厂", "issues", "sign", "焊接行业自律公约")),
        ("5月20日，洞庭联盟与越南焊接学会视频签约，双方商定互认焊工证书。", ("洞庭联盟", "cooperatesWith", "agreement", "越南焊接学会")),
        ("洞庭联盟自今年1月起成为国际焊接联盟正式会员。", ("洞庭联盟", "memberOf", "member", "国际焊接联盟")),
        ("衡阳锅炉厂整体并入湖南能源集团有限公司。", ("湖南能源集团有限公司", "owns", "", "衡阳锅炉厂")),
        # standards
        (STANDARD, ("漳州绿芽有限公司", "drafts", "join", "植物灯 效率测试方法")),
        ("《路灯 规范》（T/CG 019—2022）由湘江研究所归口并负责组织编写。", ("湘江研究所", "drafts", "organize", "路灯 规范")),
        ("《路灯 规范》（T/CG 019—2022）由湘江大学执笔，编写组成员另有洞庭灯具有限公司。", ("洞庭灯具有限公司", "drafts", "join", "路灯 规范")),
        # what is made, tested, won, handed on
        ("洞庭光源股份有限公司转让的近场光分布测试平台自6月起归长沙晨光检测有限公司所有。", ("长沙晨光检测有限公司", "owns", "", "近场光分布测试平台")),
        ("经湘光公司和国家光源检验中心联合测试，3款产品达标。", ("湘光公司", "cooperatesWith", "joint", "国家光源检验中心")),
        ("湖南省科技厅评选的2022年“潇湘英才”名单公布，湘江大学教授王大力入选。", ("湖南省科技厅", "awards", "", "潇湘英才")),
        ("湘江照明有限公司还是湖南省重点研发计划项目“光环境调控系统”的承担单位。", ("湘江照明有限公司", "undertakes", "", "光环境调控系统")),
        ("该项目由湘江研究所承担，5月接受了湖南省科技厅组织的中期检查。", ("湖南省科技厅", "organizes", "host", "中期检查")),
        ("洞庭联盟5月在长沙开办了焊接技术实训班。来自株洲车辆厂、衡阳锅炉厂的技工全程参加。", ("衡阳锅炉厂", "participatesIn", "train", "焊接技术实训班")),
        ("株洲车辆厂6月下线首列“湘风号”智能轨道列车，列车由其与湘江大学合力研制。", ("湘江大学", "develops", "", "“湘风号”智能轨道列车")),
        ("岳阳石化装备有限公司6月挂牌成立，由湖南能源集团有限公司和岳阳产业投资基金各持股60%、40%。", ("岳阳产业投资基金", "owns", "", "岳阳石化装备有限公司")),
        # visits
        ("6月8日，韩国焊接学会会长朴成焕率三星电机公司专家一行到洞庭联盟参观。", ("三星电机公司", "cooperatesWith", "talk", "洞庭联盟")),
        (VISIT, ("埃因霍温理工大学", "cooperatesWith", "talk", "晨光联盟秘书处")),
        (VISIT, ("扬·德弗里斯", "participatesIn", "visit", "访问南昌")),
    ],
)
def test_what_is_said(body: str, fact: Fact) -> None:
    assert fact in facts(body)


@pytest.mark.parametrize(
    ("body", "name", "predicate"),
    [
        ("长沙晨光检测有限公司6月8日举行揭牌仪式。仪式上，晨光检测公司与湖北省计量院签订互认协议。", "湖北省计量院", "participatesIn"),
        ("6月21日，洞庭联盟秘书长傅羽带队赴新加坡微电子研究所访问。原拟同行的湖南大学教授王小明因签证未能成行。", "王小明", "participatesIn"),
        ("该项目由湘江研究所承担，8月通过湖南省科技厅主持的验收。", "湖南省科技厅", "undertakes"),
    ],
)
def test_what_is_not_said(body: str, name: str, predicate: str) -> None:
    assert not [fact for fact in facts(body) if fact[0] == name and fact[1] == predicate]
