"""Families of sentences of the genre: the same fact in the other words that bulletins have for it."""

from __future__ import annotations

import pytest
from whole_items import Fact, read_item, stated


def facts(body: str, title: str = "联盟动态") -> set[Fact]:
    """`(subject, predicate, object, role)` of a short item."""
    return {(s, p, o, role) for s, p, role, o in stated(read_item(body, title), posts=False)}


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        ("《云南省创新平台管理办法》对《云南省创新平台认定细则》作了修订。", ("云南省创新平台管理办法", "amends", "云南省创新平台认定细则", "")),
        ("新版《氢能产业发展规划》替代2019年的《氢能产业发展意见》。", ("氢能产业发展规划", "amends", "氢能产业发展意见", "")),
        ("贵州省市场监督管理局编制的地方标准《锰渣利用技术规范》对外公布，发布单位为贵州省市场监督管理局。", ("贵州省市场监督管理局", "issues", "锰渣利用技术规范", "issue")),
        ("《光明日报》以《稻田里的芯片》为题刊发通讯。", ("光明日报", "issues", "稻田里的芯片", "issue")),
        ("团体标准《锂云母浸出渣》由江西省锂业协会提出。参编的有南昌大学和赣锋锂业集团股份有限公司，以及宜春检测中心。", ("南昌大学", "drafts", "锂云母浸出渣", "join")),
        ("国家标准《轴承钢锻件》发布，起草工作由洛阳轴承研究所有限公司牵头，河南科技大学参与。", ("河南科技大学", "drafts", "轴承钢锻件", "join")),
        ("国家标准《轴承钢锻件》发布，起草工作由洛阳轴承研究所有限公司牵头。", ("洛阳轴承研究所有限公司", "drafts", "轴承钢锻件", "lead")),
        ("全国齿轮标准化技术委员会由中国机械工业联合会归口管理。", ("中国机械工业联合会", "administers", "全国齿轮标准化技术委员会", "")),
        ("9月3日，第十届安徽省科学技术奖揭晓。该奖项由安徽省人民政府颁授。", ("安徽省人民政府", "awards", "第十届安徽省科学技术奖", "")),
        ("中国稀土学会评出“年度十佳创新企业”。", ("中国稀土学会", "awards", "年度十佳创新企业", "")),
        ("金龙鱼技术有限公司被湘江新材料集团有限公司整体收购。", ("湘江新材料集团有限公司", "owns", "金龙鱼技术有限公司", "")),
        ("“深海采矿关键技术”项目由中南大学与长沙矿冶研究院有限责任公司联合揭榜承担。", ("中南大学", "undertakes", "深海采矿关键技术", "")),
        ("创新创业大赛9月在合肥落幕，大赛一等奖由安徽大学摘得。", ("安徽大学", "selectedFor", "大赛一等奖", "")),
        ("10月12日，2021稀土新材料论坛移师包头举行。", ("2021稀土新材料论坛", "heldIn", "包头", "")),
        ("2020镁产业周，9月8日在太原拉开帷幕。", ("2020镁产业周", "heldIn", "太原", "")),
        ("2019钢铁智能制造论坛在武汉举行。论坛设智慧矿山分会场和绿色冶金分会场。", ("绿色冶金分会场", "subEventOf", "2019钢铁智能制造论坛", "")),
        ("2022芯片设计训练营在成都开班。参加培训的有四川大学和成都华微电子科技有限公司的学员。", ("四川大学", "participatesIn", "2022芯片设计训练营", "train")),
        ("论坛获科技部高新司悉心指导。2020膜材料论坛由天津工业大学冠名。", ("天津工业大学", "organizes", "2020膜材料论坛", "support")),
        ("2020膜材料论坛在天津举行，天津工业大学教授李建新应邀作主旨演讲。", ("李建新", "participatesIn", "2020膜材料论坛", "speak")),
        ("2020膜材料论坛在天津举行。津膜科技股份有限公司携新型组件亮相。", ("津膜科技股份有限公司", "participatesIn", "2020膜材料论坛", "exhibit")),
        ("华东种业集团有限公司与安徽农业大学共同出资设立合肥稻谷技术有限公司。", ("安徽农业大学", "owns", "合肥稻谷技术有限公司", "")),
        ("由安徽农业大学选育的“皖稻9号”水稻品种通过审定。", ("安徽农业大学", "develops", "“皖稻9号”水稻品种", "")),
        ("会后，安徽农业大学与华东种业集团有限公司会面。", ("安徽农业大学", "cooperatesWith", "华东种业集团有限公司", "talk")),
    ],
)
def test_same_fact_in_other_words(body: str, fact: tuple[str, str, str, str]) -> None:
    assert fact in facts(body)


@pytest.mark.parametrize(
    ("body", "fact"),
    [
        ("会议吸收了湖南大学、长沙银行股份有限公司等新成员。", ("长沙银行股份有限公司", "memberOf", "铝业联盟", "member")),
        ("郑州铝材有限公司递交的入会申请获表决通过。", ("郑州铝材有限公司", "memberOf", "铝业联盟", "applicant")),
        ("新一届单位名单：\n1 | 中南大学 | 理事长单位\n2 | 郑州铝材有限公司 | 成员单位", ("中南大学", "memberOf", "铝业联盟", "chair")),
        ("铝业联盟由中南大学牵头组建，2月又加入国际铝业协会。", ("铝业联盟", "memberOf", "国际铝业协会", "member")),
        ("铝业联盟组建再生铝工作组。中南大学教授李建国出任组长。", ("李建国", "holdsPost", "再生铝工作组", "")),
        ("郑州铝材有限公司董事长王志强接替到龄的前任，出任铝业联盟理事长。", ("王志强", "holdsPost", "铝业联盟", "")),
        ("法国人让·杜瓦尔任所长的里尔轻金属研究所参会。", ("让·杜瓦尔", "holdsPost", "里尔轻金属研究所", "")),
    ],
)
def test_members_and_posts(body: str, fact: tuple[str, str, str, str]) -> None:
    assert fact in facts(body, "铝业联盟召开理事会")


def test_a_pending_application_is_no_membership() -> None:
    assert not any(f[1] == "memberOf" for f in facts("郑州铝材有限公司递交了加入联盟的申请，将提交下次理事会表决。", "铝业联盟召开理事会"))


def test_a_title_in_quotes_is_no_alliance() -> None:
    read = facts("由河南省科学技术厅授予“河南省示范联盟”称号。", "铝业联盟召开理事会")
    assert ("河南省科学技术厅", "awards", "河南省示范联盟", "") in read
