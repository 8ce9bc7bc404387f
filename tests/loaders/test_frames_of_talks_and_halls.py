"""Whole short items: the contributor's short name, posts dealt out, departments, halls and talks, former and latter, rumours."""

from __future__ import annotations

import pytest
from whole_items import Fact, read_item, stated

ALLIANCE = "农田灌溉与节水装备产业技术创新战略联盟"
FIRM, SCHOOL, INSTITUTE, BUREAU = "徐州润禾节水设备有限公司", "扬州大学", "江苏省水利科学研究院", "江苏省水利厅"
OTHER = "湖北泵业产业技术创新联盟"


def facts(body: str, credit: str | None = ALLIANCE) -> set[Fact]:
    """What an item says that the alliance sent in."""
    return stated(read_item(body, credit=credit, date="2021-11"))


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        # members
        (f"灌溉联盟成员单位{FIRM}参加了展会。", (FIRM, "memberOf", "member", ALLIANCE)),
        (f"会议审议了入会事项，{SCHOOL}、{FIRM}的申请获得全票同意。", (SCHOOL, "memberOf", "applicant", ALLIANCE)),
        (f"会议审议了入盟事项，{FIRM}的书面申请同样获得批准。", (FIRM, "memberOf", "applicant", ALLIANCE)),
        (f"本季度批准加入的有：{SCHOOL}、{FIRM}。", (FIRM, "memberOf", "member", ALLIANCE)),
        (f"当选副理事长单位的是{SCHOOL}和{INSTITUTE}，{FIRM}进入理事单位之列。", (INSTITUTE, "memberOf", "vice-chair", ALLIANCE)),
        (f"当选副理事长单位的是{SCHOOL}和{INSTITUTE}，{FIRM}进入理事单位之列。", (FIRM, "memberOf", "council", ALLIANCE)),
        (f"理事单位徐州喷灌机厂经工商核准，自8月起更名为{FIRM}。", (FIRM, "memberOf", "council", ALLIANCE)),
        # posts
        (f"联盟标准工作组完成改组，副组长有两位，即{SCHOOL}教授阮小虹和{FIRM}总工程师齐思远。", ("阮小虹", "holdsPost", "副组长", "联盟标准工作组")),
        (f"联盟标准工作组完成改组，副组长共两名：{SCHOOL}教授阮小虹、{FIRM}总工程师齐思远。", ("齐思远", "holdsPost", "副组长", "联盟标准工作组")),
        (f"大会同意设立滴灌专业委员会、喷灌专业委员会，两个委员会的主任分别由{SCHOOL}教授阮小虹、{FIRM}总工程师齐思远担任。", ("齐思远", "holdsPost", "主任", "喷灌专业委员会")),
        (f"研讨会由{BUREAU}主办，该厅农村水利处处长麻建平致辞。", ("麻建平", "holdsPost", "处长", "农村水利处")),
        (f"研讨会由{BUREAU}主办，该厅农村水利处处长麻建平致辞。", ("农村水利处", "partOf", "", BUREAU)),
        ("徐州市大数据管理局主办了研讨会，该局副局长向予安致辞。", ("向予安", "holdsPost", "副局长", "徐州市大数据管理局")),
        ("展会由徐州市铜山区人民政府承办，铜山区副区长于广深致辞。", ("于广深", "holdsPost", "副区长", "徐州市铜山区人民政府")),
        ("研讨会由中国徐州环保科技工业园管理委员会承办，园区管委会主任蒋志刚致辞。", ("蒋志刚", "holdsPost", "主任", "中国徐州环保科技工业园管理委员会")),
        ("水利部农村水利水电司副司长和培林到会讲话。", ("和培林", "holdsPost", "副司长", "水利部农村水利水电司")),
        # works
        ("水利部印发《节水办法》。对2009年出台的《灌区条例》，《节水办法》修改了其中的第四条。", ("节水办法", "amends", "", "灌区条例")),
        ("水利部印发《节水方案》；2011年颁行的《灌区技术政策》有三条内容据此作了调整。", ("节水方案", "amends", "", "灌区技术政策")),
        ("水利部以2012年第3号公告的形式，于7月26日公布《灌溉设备准入条件》。", ("水利部", "issues", "issue", "灌溉设备准入条件")),
        (f"{BUREAU}随后跟进，4月2日以厅长令第9号公布《灌区管理规定》。", (BUREAU, "issues", "issue", "灌区管理规定")),
        (f"行业标准《滴灌带》（SL/T 219—2017）近日发布，执笔单位中有{FIRM}。", (FIRM, "drafts", "join", "滴灌带")),
        (f"联盟公布联盟规范《滴灌接口》，规范由{SCHOOL}执笔。", (ALLIANCE, "issues", "issue", "滴灌接口")),
        ("《中国水利报》10月13日就此刊文《渠水里的学问》。", ("中国水利报", "issues", "issue", "渠水里的学问")),
        # events
        (f"节水大会在徐州召开。大会另辟滴灌分论坛和喷灌分论坛，前者由{SCHOOL}召集，后者由{FIRM}召集。", (FIRM, "organizes", "host", "喷灌分论坛")),
        (f"节水大会在徐州召开。大会另辟滴灌分论坛和喷灌分论坛，前者由{SCHOOL}召集，后者由{FIRM}召集。", ("滴灌分论坛", "subEventOf", "", "节水大会")),
        ("节水大会在徐州召开。下届大会定于2019年秋在成都举行。", ("下届大会", "heldIn", "", "成都")),
        (f"{BUREAU}在徐州举办节水培训班，承办工作由{SCHOOL}负责。", (SCHOOL, "organizes", "undertake", "节水培训班")),
        ("节水大会在徐州召开，中国节水网为支持媒体。", ("中国节水网", "organizes", "support", "节水大会")),
        (f"{BUREAU}在徐州召开解读会，{OTHER}派专家委员会委员顾乃文到会听讲。", (OTHER, "participatesIn", "attend", "解读会")),
        (f"会后，{BUREAU}与国家开发银行评审二局座谈，评审二局副局长戚文彬介绍了授信额度。", ("国家开发银行评审二局", "partOf", "", "国家开发银行")),
        (f"26日，{BUREAU}在徐州同{FIRM}座谈。{FIRM}总经理蒋志刚提出，愿意拿出专项资金。", ("蒋志刚", "participatesIn", "attend", "座谈")),
        (f"{BUREAU}厅长程叔衡带队赴徐州考察节水产业，走访{FIRM}。同行的还有{SCHOOL}教授钱望舒。", ("钱望舒", "participatesIn", "visit", "赴徐州考察")),
        (f"次日，{BUREAU}赴长治，拜访{FIRM}，总工程师贺兰平接待了一行人。", (BUREAU, "participatesIn", "visit", f"拜访{FIRM}")),
        (f"次日，{BUREAU}赴长治，拜访{FIRM}，总工程师贺兰平接待了一行人。", ("贺兰平", "holdsPost", "总工程师", FIRM)),
        ("节水大会9月18日在荷兰代尔夫特市政厅召开。", ("节水大会", "heldIn", "", "代尔夫特")),
        ("下线仪式在徐州泉山工业园举行。", ("下线仪式", "heldIn", "", "徐州")),
        (f"{BUREAU}派农村水利处处长张伟列席了在徐州召开的解读会。", ("农村水利处", "partOf", "", BUREAU)),
        (f"节水大会在徐州召开。{FIRM}特派总工程师张伟到会旁听。", ("张伟", "holdsPost", "总工程师", FIRM)),
        ("节水大会在徐州召开。中国节水网、《节水灌溉》杂志担任支持媒体。", ("节水灌溉", "organizes", "support", "节水大会")),
        (f"“水肥一体化技术”课题在镇江通过鉴定，鉴定会由{BUREAU}召集。", (BUREAU, "organizes", "host", "鉴定会")),
        (f"节水大会在徐州召开，{BUREAU}到会指导。", (BUREAU, "organizes", "guide", "节水大会")),
        (f"《节水技术》编辑部评出的“年度十佳装备”揭晓，{FIRM}研制的“滴灌质控装置”入列。", ("《节水技术》编辑部", "awards", "", "年度十佳装备")),
        (f"《有色金属（冶炼部分）》杂志今年第8期刊登了由{SCHOOL}撰写的《膜法回用研究进展》。", ("有色金属（冶炼部分）", "issues", "issue", "膜法回用研究进展")),
        # results
        (f"课题产出“滴灌带在线质控系统”“变频泵站控制系统”两项成果：前者由{SCHOOL}研制，后者系{FIRM}与{INSTITUTE}携手开发。", (INSTITUTE, "develops", "", "变频泵站控制系统")),
        (f"“膜法回用技术”课题验收会在徐州召开。该课题是国家科技支撑计划项目“绿色冶炼”的组成部分，承担单位为{SCHOOL}。", (SCHOOL, "undertakes", "", "膜法回用技术")),
        (f"{FIRM}对外宣布，公司以1.26亿元收购徐州喷灌机厂58%的股权。", (FIRM, "owns", "", "徐州喷灌机厂")),
        (f"{FIRM}是{INSTITUTE}旗下企业。", (FIRM, "partOf", "", INSTITUTE)),
        (f"中国水利学会发布年报。学会还为{SCHOOL}教授季如兰颁发“突出贡献奖”。", ("中国水利学会", "awards", "", "突出贡献奖")),
        (f"规划列出的“大型泵站国产化”工程，确定由{FIRM}和{SCHOOL}承担。", (SCHOOL, "undertakes", "", "“大型泵站国产化”工程")),
    ],
)  # fmt: skip
def test_what_is_said(body: str, fact: Fact) -> None:
    """Each sentence says the fact beside it."""
    found = facts(body)
    assert fact in found, sorted(f for f in found if f[1] == fact[1])


@pytest.mark.parametrize(
    ("body", "predicates"),
    [
        (f"此前传出的由{SCHOOL}入股{FIRM}一事并不属实。", {"owns"}),
        (f"外界所传{FIRM}收购{INSTITUTE}的消息，双方均予以否认。", {"owns"}),
        (f"有消息称{FIRM}已收购{INSTITUTE}，{FIRM}对此予以否认。", {"owns"}),
        (f"{FIRM}明年将赴印度建厂。", {"owns", "develops"}),
        (f"节水大会在徐州召开。《指南》的编写工作由{SCHOOL}组织。", {"organizes"}),
        (f"{FIRM}与{SCHOOL}在徐州签订合作框架协议，共同推进节水灌溉。会后双方举行座谈。张文海、李志明代表双方在协议上签字。", {"participatesIn"}),
        (f"联盟同意设立水肥专委会，{SCHOOL}的申请被缓议。", {"memberOf"}),
    ],
)  # fmt: skip
def test_what_is_not_said(body: str, predicates: set[str]) -> None:
    """Nothing of these kinds is said."""
    wrong = {f for f in facts(body) if f[1] in predicates and f[2] not in ("attend",)}
    assert not wrong
