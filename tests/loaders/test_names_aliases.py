"""Which names are one thing inside an item."""

from __future__ import annotations

import pytest
from names_kit import draft

from innograph.loaders.facts.shortening import alliance_short, contracted


def forms(body: str, name: str, **how: object) -> set[str]:
    thing = next(t for t in draft(body, **how).things if name in t.names)  # type: ignore[arg-type]
    return set(thing.names)


def test_a_declared_abbreviation() -> None:
    body = "西部汽车技术研究院有限公司（以下简称“西汽院”）建成实验室。西汽院负责运行。"
    assert forms(body, "西汽院") == {"西部汽车技术研究院有限公司", "西汽院"}
    assert len(next(t for t in draft(body).things if "西汽院" in t.names).mentions) == 3


def test_a_second_name_in_brackets() -> None:
    body = "江苏省光伏产品质量监督检验研究院（江苏省光伏测试中心）和国际能源署（IEA）参加。"
    assert forms(body, "江苏省光伏测试中心") == {"江苏省光伏产品质量监督检验研究院", "江苏省光伏测试中心"}
    assert "IEA" in forms(body, "国际能源署")


def test_renaming_gives_the_old_name_as_an_alias() -> None:
    thing = next(t for t in draft("淮安大禾农机厂更名为淮安大禾智能装备有限公司。").things if "大禾农机" in str(t.names))
    assert (thing.name, thing.aliases) == ("淮安大禾智能装备有限公司", ["淮安大禾农机厂"])


def test_a_companys_name_without_place_and_ending() -> None:
    assert "川锂动力" in forms("宜春川锂动力电池有限公司投产。川锂动力将扩产。", "宜春川锂动力电池有限公司")


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("化纤联盟", "化纤产业技术创新战略联盟", True),
        ("再生资源战略联盟", "再生资源产业技术创新战略联盟", True),
        ("轨道交通联盟", "西南轨道交通装备产业技术创新联盟", True),
        ("抗生素联盟", "维生素产业技术创新战略联盟", False),
        ("中国集成电路创新联盟", "集成电路封测产业链技术创新战略联盟", False),
    ],
)
def test_short_forms_of_alliances(short: str, long: str, same: bool) -> None:
    assert alliance_short(short, long) is same


def test_whole_names_are_no_contractions_of_longer_ones() -> None:
    assert not contracted("浙江大学", "浙江工业大学")
    assert not contracted("中国标准化协会", "中国工程建设标准化协会")
    assert contracted("内蒙古环投集团", "内蒙古环保投资集团有限公司")


def test_official_and_short_names_of_an_agency_are_one() -> None:
    assert forms("工业和信息化部发文，工信部同日解读。", "工信部") == {"工业和信息化部", "工信部"}


def test_the_credits_contributor_owns_the_item() -> None:
    owner = draft("会议召开。").owner
    assert owner is not None
    assert set(owner.names) == {"磁性材料产业技术创新战略联盟", "磁性材料联盟"}
