"""Turns of phrase: facts told in the idioms of editors, in other orders and with other verbs than the plain frame."""

from __future__ import annotations

import pytest
from whole_items import Fact, read_item, stated


def facts(body: str, title: str = "联盟动态", credit: str | None = None) -> set[Fact]:
    """`(subject, predicate, object, role)` of a short item."""
    return {(s, p, o, role) for s, p, role, o in stated(read_item(body, title, credit=credit), posts=False)}


ALLIANCE = "江西省特种纸产业技术创新联盟"


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        ("青州纸业有限公司蝉联理事长单位。", ("青州纸业有限公司", "memberOf", ALLIANCE, "chair")),
        ("青州纸业有限公司和临湖大学跻身理事单位。", ("临湖大学", "memberOf", ALLIANCE, "council")),
        ("大会表决同意了青州纸业有限公司、临湖大学两家单位的入会请求。", ("临湖大学", "memberOf", ALLIANCE, "applicant")),
        ("青州纸业有限公司、临湖大学三家单位的加盟申请获得全票通过。", ("青州纸业有限公司", "memberOf", ALLIANCE, "applicant")),
        ("联盟现有成员76家，青州纸业有限公司、临湖大学均在其中。", ("临湖大学", "memberOf", ALLIANCE, "member")),
        ("理事长单位一职长期由临湖大学承担。", ("临湖大学", "memberOf", ALLIANCE, "chair")),
        ("秘书长一职由临湖大学化工学院副院长夏松接掌。", ("夏松", "holdsPost", ALLIANCE, "")),
        ("联盟顾问、德国学者克劳斯·韦伯发来贺词。", ("克劳斯·韦伯", "holdsPost", ALLIANCE, "")),
        ("联盟秘书长的担子交到了青州纸业有限公司总工程师史永革肩上。", ("史永革", "holdsPost", ALLIANCE, "")),
        ("联盟技术委员会换届，副主任委员由高启明、王志两人担任。", ("王志", "holdsPost", "联盟技术委员会", "")),
    ],
)
def test_members_and_offices(body: str, fact: Fact) -> None:
    assert fact in facts(body, credit=ALLIANCE)


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        ("江西省科学技术厅同江西省财政厅一道，于4月9日向社会公开了《特种纸扶持办法》。", ("江西省财政厅", "issues", "特种纸扶持办法", "issue")),
        ("新出的《特种纸扶持办法》印发。该办法系对2014年《特种纸试点办法》的修订。", ("特种纸扶持办法", "amends", "特种纸试点办法", "")),
        ("经江西省人民政府同意，江西省科学技术厅制定的《特种纸扶持办法》面世。", ("江西省人民政府", "issues", "特种纸扶持办法", "approve")),
        ("团体标准《装饰原纸》由临湖大学扛起主编重任，青州纸业有限公司参与编写。", ("临湖大学", "drafts", "装饰原纸", "lead")),
        ("团体标准《装饰原纸》印发。规范的编制由临湖大学组织，青州纸业有限公司主笔。", ("临湖大学", "drafts", "装饰原纸", "organize")),
        ("《装饰原纸》《滤纸》两项地方标准发布，编号分别为DB61/T 1320—2020和DB61/T 1321—2020。两项标准均由江西省造纸协会归口。", ("江西省造纸协会", "administers", "装饰原纸", "")),
        ("国家标准《装饰原纸》发布，临湖大学、青州纸业有限公司为共同起草方。", ("青州纸业有限公司", "drafts", "装饰原纸", "join")),
        ("《电池隔膜纸》标准提案获通过，提案方为青州纸业有限公司。", ("青州纸业有限公司", "proposes", "电池隔膜纸", "")),
        ("配套的测试数据管理平台同日启用，研发方为临湖大学。", ("临湖大学", "develops", "测试数据管理平台", "")),
        ("项目的主要产出“纳米滤纸成型技术”由前述三家单位中的临湖大学和青州纸业有限公司联合研制。", ("临湖大学", "develops", "纳米滤纸成型技术", "")),
        ("“纳米滤纸成型技术”出自中国科学院江西造纸研究所。", ("中国科学院江西造纸研究所", "develops", "纳米滤纸成型技术", "")),
        ("临湖大学牵头、青州纸业有限公司参与完成的“纳米滤纸成型技术”日前通过鉴定。", ("临湖大学", "develops", "纳米滤纸成型技术", "")),
        ("“特种纸绿色制造”项目获批。项目由临湖大学牵头，联合了青州纸业有限公司等6家单位。", ("青州纸业有限公司", "undertakes", "特种纸绿色制造", "")),
        ("“纳米滤纸成型技术”出自国家863计划课题“功能纸基材料”。", ("纳米滤纸成型技术", "outcomeOf", "功能纸基材料", "")),
        ("获评“江西省示范联盟”的，由江西省科学技术厅授牌。", ("江西省科学技术厅", "awards", "江西省示范联盟", "")),
        ("青州纸业有限公司的“纳米滤纸成型技术”拿下江西省造纸协会颁出的科技进步奖特等奖。", ("纳米滤纸成型技术", "selectedFor", "科技进步奖特等奖", "")),
        ("青州纸业有限公司以3亿元将临湖滤材有限公司六成股权收入囊中。", ("青州纸业有限公司", "owns", "临湖滤材有限公司", "")),
        ("临湖滤材有限公司完成A轮融资，跟投方有青州纸业有限公司。", ("青州纸业有限公司", "owns", "临湖滤材有限公司", "")),
    ],
)
def test_works_and_results(body: str, fact: Fact) -> None:
    assert fact in facts(body)


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        ("5月8日，临湖大学把第五期特种纸沙龙办到了青州市。", ("临湖大学", "organizes", "第五期特种纸沙龙", "host")),
        ("2020特种纸论坛在青州市画上句号，东道主是临湖大学。", ("2020特种纸论坛", "heldIn", "青州市", "")),
        ("2020特种纸论坛在青州市举行，东道主是临湖大学。", ("临湖大学", "organizes", "2020特种纸论坛", "host")),
        ("临湖大学携手青州纸业有限公司，在青州市举办第二期滤纸培训班。", ("青州纸业有限公司", "organizes", "第二期滤纸培训班", "host")),
        ("临湖大学举办第二期滤纸培训班，授课的有临湖大学教授裴俊、青州纸业有限公司总经理段成。", ("段成", "participatesIn", "第二期滤纸培训班", "speak")),
        ("临湖大学举办第二期滤纸培训班，来自青州纸业有限公司的技术骨干听课。", ("青州纸业有限公司", "participatesIn", "第二期滤纸培训班", "train")),
        ("2020特种纸周在青州市举办，分设滤纸专场、装饰纸专场。", ("滤纸专场", "subEventOf", "2020特种纸周", "")),
        ("2020特种纸周在青州市举办，青州纸业有限公司等带着新品登上展台。", ("青州纸业有限公司", "participatesIn", "2020特种纸周", "exhibit")),
        ("9月24日，双方在临湖大学附属医院东湖院区举行签约仪式。", ("签约仪式", "heldIn", "临湖大学附属医院东湖院区", "")),
        ("青州纸业有限公司随后与临湖滤材有限公司、临湖大学订立三方研发协议。", ("临湖滤材有限公司", "cooperatesWith", "临湖大学", "agreement")),
        ("临湖大学校长许立新率队到访青州纸业有限公司，后者的总经理段成出面接待。", ("段成", "participatesIn", "到访青州纸业有限公司", "attend")),
        ("临湖大学校长许立新率队到访青州纸业有限公司，双方深入研讨，并于临行前签下《互认备忘录》。", ("临湖大学", "cooperatesWith", "青州纸业有限公司", "agreement")),
    ],
)
def test_events_and_talks(body: str, fact: Fact) -> None:
    assert fact in facts(body)


def test_meeting_and_what_it_prepares() -> None:
    read = facts(
        "临湖大学召集的第九届江西纸业博览会筹备协调会在青州市举行。据通报，博览会将于11月14日在青州国际会展中心揭幕，"
        "主办方为江西省造纸协会，青州纸业有限公司承办。"
    )
    assert ("第九届江西纸业博览会", "heldIn", "青州国际会展中心", "") in read
    assert ("江西省造纸协会", "organizes", "第九届江西纸业博览会", "host") in read
    assert ("青州纸业有限公司", "organizes", "第九届江西纸业博览会", "undertake") in read
    assert ("江西省造纸协会", "organizes", "第九届江西纸业博览会筹备协调会", "host") not in read


@pytest.mark.parametrize(
    ("body", "predicate"),
    [
        ("青州纸业有限公司宣布终止收购临湖滤材有限公司剩余股权。", "owns"),
        ("江西省造纸基地3月8日揭牌，仪式从简。", "participatesIn"),
        ("临湖大学、青州纸业有限公司参加会谈。", "cooperatesWith"),
        ("青州纸业有限公司的入盟申请留待下次会议表决。", "memberOf"),
    ],
)
def test_what_is_not_said(body: str, predicate: str) -> None:
    assert predicate not in {fact[1] for fact in facts(body)}
