"""Whole short items, names and frames together: clauses turned round, units and members by row, makers in chains."""

from __future__ import annotations

import pytest
from whole_items import Fact, read_item, stated

ALLIANCE = "西南轴承产业技术创新战略联盟"
FIRM, SCHOOL, INSTITUTE = "常州宏发微特电机有限公司", "南京工程学院", "江苏省机械研究设计院"


def facts(body: str, credit: str | None = ALLIANCE) -> set[Fact]:
    """What an item says that the alliance sent in."""
    return stated(read_item(body, credit=credit, date="2022-03"), posts=False)


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        (f"{FIRM}和{SCHOOL}进入《微特电机术语》起草单位名单，其中前者排名首位。", (FIRM, "drafts", "lead", "微特电机术语")),
        (f"{FIRM}是《微特电机术语》标准的牵头起草单位，参加单位包括{SCHOOL}、{INSTITUTE}。", (INSTITUTE, "drafts", "join", "微特电机术语")),
        (f"在{ALLIANCE}组织下，《微特电机手册》完成编写，执笔者为{SCHOOL}。", (ALLIANCE, "drafts", "organize", "微特电机手册")),
        (f"{FIRM}提供了数据并参与撰写《微特电机手册》。", (FIRM, "drafts", "join", "微特电机手册")),
        (f"{SCHOOL}参与了《微特电机能效评价》的制定工作。", (SCHOOL, "drafts", "join", "微特电机能效评价")),
        (f"{ALLIANCE}对外公布了由{SCHOOL}编写的《微特电机手册》。", (ALLIANCE, "issues", "issue", "微特电机手册")),
        ("江苏省科学技术厅6月1日印发《电机产业规划》，同日发布的还有《电机能效办法》。", ("江苏省科学技术厅", "issues", "issue", "电机能效办法")),
    ],
)
def test_works(body: str, fact: Fact) -> None:
    assert fact in facts(body)


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        (f"由{FIRM}牵头攻关、{SCHOOL}参与研制的“超薄电机”斩获一等奖。", (FIRM, "develops", "", "超薄电机")),
        (f"{FIRM}会同{SCHOOL}联合攻关的“超薄电机”荣获一等奖。", (SCHOOL, "develops", "", "超薄电机")),
        (f"“超薄电机”由{FIRM}与{SCHOOL}共同完成。", (FIRM, "cooperatesWith", "joint", SCHOOL)),
        (f"“节能电机”课题牵头单位为{FIRM}，参加单位有{SCHOOL}、{INSTITUTE}。", (INSTITUTE, "undertakes", "", "节能电机")),
        (f"{FIRM}承担的“节能电机”项目通过验收，形成了“超薄电机”等成果。", ("超薄电机", "outcomeOf", "", "节能电机")),
        (f"{FIRM}投资建成的年产五万台电机生产线投产仪式在常州举行。", (FIRM, "owns", "", "年产五万台电机生产线")),
        (f"{FIRM}领投常州天元轴承有限公司A轮融资，江苏高投创业投资管理有限公司跟投。", ("江苏高投创业投资管理有限公司", "owns", "", "常州天元轴承有限公司")),
        (f"{FIRM}全资子公司常州天元轴承有限公司投产。", (FIRM, "owns", "", "常州天元轴承有限公司")),
    ],
)
def test_makers_projects_and_owners(body: str, fact: Fact) -> None:
    subject, predicate, role, thing = fact
    turned = (thing, predicate, role, subject) if predicate == "cooperatesWith" else fact
    assert facts(body) & {fact, turned}


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        (f"{FIRM}、{SCHOOL}等两家{ALLIANCE}成员单位参会。", (SCHOOL, "memberOf", "member", ALLIANCE)),
        (f"本季度新增成员如下：\n① {FIRM} 副理事长单位\n② {SCHOOL} 理事单位", (FIRM, "memberOf", "vice-chair", ALLIANCE)),
        (f"会议通过了新入盟的{FIRM}、{INSTITUTE}两家单位。", (INSTITUTE, "memberOf", "member", ALLIANCE)),
        (f"{FIRM}更名为常州宏发电机有限公司，继续担任理事单位。", ("常州宏发电机有限公司", "memberOf", "council", ALLIANCE)),
        ("联盟2018年即加入国际轴承联合会（IBF）。", (ALLIANCE, "memberOf", "member", "国际轴承联合会")),
        ("5月9日，联盟在杭州举行微型轴承工作组成立大会。", ("微型轴承工作组", "partOf", "", ALLIANCE)),
        (f"国际轴承联合会（IBF）秘书长安娜·里奇到访，秘书长傅国强同客人会谈，并参观{FIRM}。", ("安娜·里奇", "holdsPost", "", "国际轴承联合会")),
        (f"原秘书长李荐因年龄原因离任，由{SCHOOL}教授胡启阳接任。", ("胡启阳", "holdsPost", "", ALLIANCE)),
    ],
)
def test_members_units_and_posts(body: str, fact: Fact) -> None:
    assert fact in facts(body)


def test_what_is_only_meant_makes_no_member() -> None:
    assert not any(f[1] == "memberOf" for f in facts(f"联盟拟吸收{FIRM}为会员。"))


def test_each_of_two_has_his_own_role_in_the_meeting() -> None:
    said = facts(f"第五届电机大赛11月8日在常州收官，{INSTITUTE}、{FIRM}分别给予指导和赞助。")
    assert {(INSTITUTE, "organizes", "guide", "第五届电机大赛"), (FIRM, "organizes", "support", "第五届电机大赛")} <= said
    assert (FIRM, "organizes", "guide", "第五届电机大赛") not in said


def test_the_forum_within_has_its_own_host_and_the_next_course_its_own_place() -> None:
    said = facts(f"6月14日，第五届电机大会在常州举办。大会期间设节能电机分论坛，由{SCHOOL}承办。第二期拟于9月移师无锡，由{FIRM}承办。")
    assert (SCHOOL, "organizes", "undertake", "节能电机分论坛") in said
    assert ("第二期", "heldIn", "", "无锡") in said
    assert (FIRM, "organizes", "undertake", "第五届电机大会") not in said


def test_who_receives_an_honour_does_not_give_it() -> None:
    said = facts(f"中国电机学会向{SCHOOL}颁发“电机科技奖”奖牌。", credit=None)
    assert ("中国电机学会", "awards", "", "电机科技奖") in said
    assert (SCHOOL, "awards", "", "电机科技奖") not in said


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (f"苏州绿的谐波科技有限公司与{SCHOOL}签署协议。", "苏州绿的谐波科技有限公司"),
        (f"广东至正高分子材料股份有限公司与{SCHOOL}签署协议。", "广东至正高分子材料股份有限公司"),
        (f"美国康宁公司与{SCHOOL}签署协议。", "美国康宁公司"),
        (f"国家电机质量检测中心（常州）与{SCHOOL}签署协议。", "国家电机质量检测中心（常州）"),
    ],
)
def test_boundary_signs_inside_names(body: str, name: str) -> None:
    assert {(name, "cooperatesWith", "agreement", SCHOOL), (SCHOOL, "cooperatesWith", "agreement", name)} & facts(body)
