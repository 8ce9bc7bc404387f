"""Families of names: inspection institutes, zones, papers, branches, foreign agencies, companies cut by a sign."""

import pytest
from names_kit import ALLIANCE, named, stated


@pytest.mark.parametrize(
    ("sentence", "kind", "name"),
    [
        ("样品送常州市纤维检验所测试。", "ResearchInstitute", "常州市纤维检验所"),
        ("样品由无锡市计量测试院检测。", "ResearchInstitute", "无锡市计量测试院"),
        ("两江新区管委会副主任到会。", "GovernmentAgency", "两江新区管委会"),
        ("支持单位：磁学工业周刊、机床导报。", "Media", "磁学工业周刊"),
        ("代表团拜会了肯尼亚环境与林业部。", "GovernmentAgency", "肯尼亚环境与林业部"),
        ("欧洲航空安全局专家作了报告。", "InternationalBody", "欧洲航空安全局"),
        ("国家海水利用工程技术研究中心承办了会议。", "ResearchInstitute", "国家海水利用工程技术研究中心"),
        ("中科酷原科技（武汉）有限公司榜上有名。", "Enterprise", "中科酷原科技（武汉）有限公司"),
        ("参与单位为江山欧派门业股份有限公司。", "Enterprise", "江山欧派门业股份有限公司"),
        ("原秘书长单位海城矿山耐火研究所未派人参加。", "ResearchInstitute", "海城矿山耐火研究所"),
        ("鞍山重工有限公司投资控股辽阳橡塑有限公司。", "Enterprise", "辽阳橡塑有限公司"),
        ("四川省经济和信息化厅会同财政厅、科技厅出台办法。", "GovernmentAgency", "财政厅"),
        ("太原理工大学会同山西医学所召开研讨会。", "University", "太原理工大学"),
        ("磁材联盟组织宁波韵高磁业有限公司参展。", "Enterprise", "宁波韵高磁业有限公司"),
        ("日本东北大学教授高桥健一作报告。", "Person", "高桥健一"),
        ("大会在无锡湖滨饭店举行。", "Place", "无锡湖滨饭店"),
        ("大会在西宁锦江国际大酒店举行。", "Place", "西宁锦江国际大酒店"),
        ("奖项由大赛组委会颁发。", "OrganizationUnit", "大赛组委会"),
    ],
)
def test_a_name_is_found_whole(sentence: str, kind: str, name: str) -> None:
    assert (kind, name) in named(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["通知支持农机装备联盟建设。", "关于纺织行业联盟的专项意见已经印发。", "华东三市联盟签订备忘录。", "媒体关注武汉联盟工作。"],
)
def test_alliances_of_a_kind_are_no_names(sentence: str) -> None:
    assert not any(kind == "Alliance" for kind, _ in named(sentence))


def test_a_branch_is_no_short_form_of_its_agency() -> None:
    assert ("国家海洋局北海分局", "国家海洋局", "") in stated("partOf", "国家海洋局北海分局副局长刘洋致辞。")


def test_a_committee_chosen_at_a_meeting_has_its_officers() -> None:
    body = "会议推选产生专家委员会，王福明院士任主任委员，李楠、赵惠忠任副主任委员。"
    posts = {(who, post) for who, _, post in stated("holdsPost", body)}
    assert posts == {("王福明", "主任委员"), ("李楠", "副主任委员"), ("赵惠忠", "副主任委员")}


def test_a_mayor_holds_his_post_in_the_government_that_is_named() -> None:
    body = "仙桃市市长胡家林致辞。会议由仙桃市人民政府主办。"
    assert ("胡家林", "仙桃市人民政府", "市长") in stated("holdsPost", body)


@pytest.mark.parametrize(
    ("sentence", "member", "role"),
    [
        ("联盟由宁波韵高磁业有限公司、浙江大学等单位组成。", "浙江大学", "member"),
        ("联盟现有宁波韵高磁业有限公司、浙江大学等46家成员单位。", "浙江大学", "member"),
        ("联盟日前迎来两名新伙伴：宁波韵高磁业有限公司和浙江大学。", "浙江大学", "member"),
        ("联盟组织宁波韵高磁业有限公司等两家成员单位参展。", "宁波韵高磁业有限公司", "member"),
        ("浙江大学获批成为联盟成员。", "浙江大学", "member"),
        ("浙江大学向联盟提出入盟申请，理事会表决通过。", "浙江大学", "applicant"),
        ("联盟收到浙江大学的加盟函，并复函接纳。", "浙江大学", "applicant"),
    ],
)
def test_memberships_in_other_words(sentence: str, member: str, role: str) -> None:
    assert (member, ALLIANCE, role) in stated("memberOf", sentence)


def test_members_of_a_group_are_not_the_alliances() -> None:
    body = "联盟成立消防工作组，成员包括哈尔滨通用飞机制造有限公司、山东省消防协会。"
    assert not stated("memberOf", body)
