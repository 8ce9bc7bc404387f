"""Policies, standards, results, projects, honours, ownership."""

import pytest
from frames_markup import named, read, said


@pytest.mark.parametrize(
    ("sentence", "kind", "name"),
    [
        ("[G:商务厅]印发《外贸发展管理办法》。", "Policy", "外贸发展管理办法"),
        ("国家标准《竹地板检验规程》发布。", "Standard", "竹地板检验规程"),
        ("[A:竹联盟]发布《竹产业发展报告（2019）》。", "Publication", "竹产业发展报告（2019）"),
        ("[G:商务厅]发布《关于促进竹产业发展的意见》。", "Policy", "关于促进竹产业发展的意见"),
    ],
)
def test_a_works_type_comes_from_its_title_and_the_words_around(sentence: str, kind: str, name: str) -> None:
    assert name in named(sentence, kind)


def test_the_title_of_a_talk_and_a_contract_are_no_works() -> None:
    facts = read("[P:白桦]作题为《竹材的明天》的报告。[A:竹联盟]与[E:青竹公司]签署《竹材供应协议》。")
    assert not {e.type for e in facts.entities} & {"Policy", "Publication", "Standard"}


def test_numbers_and_declared_short_titles_are_aliases() -> None:
    facts = read("[G:商务厅]印发《外贸发展管理办法》（商贸发〔2019〕12号，以下简称《办法》）。《办法》共六章。")
    (policy,) = [e for e in facts.entities if e.type == "Policy"]
    assert set(policy.aliases) == {"商贸发〔2019〕12号", "办法"}
    assert len(policy.mentions) == 3


@pytest.mark.parametrize(
    ("number", "level"),
    [("GB/T 12345-2019", "national"), ("T/ABC 001-2019", "group"), ("DB33/T 99-2019", "local"), ("LY/T 1055-2019", "industry"), ("ISO 9001", "international")],
)  # fmt: skip
def test_a_standards_level_comes_from_its_number(number: str, level: str) -> None:
    assert named(f"标准《竹地板检验规程》（{number}）发布。", "Standard") == {"竹地板检验规程": {"level": level}}


def test_the_chain_of_a_standard() -> None:
    facts = said("由[G:林草局]提出，[C:竹藤标委会]归口，[U:林业大学]牵头起草，[E:青竹公司]、[E:绿竹公司]参与起草的国家标准《竹地板检验规程》经[G:国标委]批准发布。")
    assert facts == {
        ("林草局", "proposes", "", "竹地板检验规程"),
        ("竹藤标委会", "administers", "", "竹地板检验规程"),
        ("林业大学", "drafts", "lead", "竹地板检验规程"),
        ("青竹公司", "drafts", "join", "竹地板检验规程"),
        ("绿竹公司", "drafts", "join", "竹地板检验规程"),
        ("国标委", "issues", "approve", "竹地板检验规程"),
    }


def test_issued_together_is_joint() -> None:
    facts = said("[G:商务厅]会同[G:财政厅]印发《外贸发展管理办法》。")
    assert ("商务厅", "cooperatesWith", "joint", "财政厅") in facts
    assert ("财政厅", "issues", "issue", "外贸发展管理办法") in facts


def test_a_deciding_title_amends_the_policy_inside_it() -> None:
    facts = said("[G:商务厅]公布《商务厅关于修改〈外贸发展管理办法〉的决定》。")
    assert ("商务厅关于修改〈外贸发展管理办法〉的决定", "amends", "", "外贸发展管理办法") in facts


def test_a_convention_is_signed_and_agreed() -> None:
    facts = said("[E:青竹公司]与[E:绿竹公司]共同签署《竹业自律公约》。")
    assert ("青竹公司", "issues", "sign", "竹业自律公约") in facts
    assert ("青竹公司", "cooperatesWith", "agreement", "绿竹公司") in facts


@pytest.mark.parametrize(
    "sentence",
    [
        "[U:林业大学]自主研发的竹缠绕管道通过鉴定。",
        "[U:林业大学]成功研制出竹缠绕管道。",
        "[U:林业大学]研制的“竹缠绕管道”通过鉴定。",
    ],
)
def test_developing(sentence: str) -> None:
    assert ("林业大学", "develops", "", "竹缠绕管道") in said(sentence)


def test_a_project_its_undertakers_and_its_outcome() -> None:
    facts = said(
        "国家重点研发计划“竹材高效利用技术”项目启动，项目由[U:林业大学]牵头承担，[E:青竹公司]参加。"
        "课题组研制的竹缠绕管道已投入使用。"
    )
    assert ("林业大学", "undertakes", "", "竹材高效利用技术") in facts
    assert ("青竹公司", "undertakes", "", "竹材高效利用技术") in facts
    assert ("竹缠绕管道", "outcomeOf", "", "竹材高效利用技术") in facts


def test_honours_given_and_won() -> None:
    facts = said("[S:林学会]公布第八届梁栋科技奖获奖名单，[U:林业大学]完成的“竹材无醛胶合技术”荣获第八届梁栋科技奖一等奖。")
    assert ("竹材无醛胶合技术", "selectedFor", "", "第八届梁栋科技奖一等奖") in facts
    assert ("林学会", "awards", "", "第八届梁栋科技奖一等奖") in facts


def test_a_title_awarded_by_two_together() -> None:
    facts = said("[E:青竹公司]被[G:科技厅]和[G:商务厅]联合授予“创新示范企业”称号。")
    assert ("青竹公司", "selectedFor", "", "创新示范企业") in facts
    assert ("商务厅", "awards", "", "创新示范企业") in facts
    assert ("科技厅", "cooperatesWith", "joint", "商务厅") in facts


@pytest.mark.parametrize(
    ("sentence", "owner", "owned"),
    [
        ("[E:青竹公司]出资2亿元控股[E:绿竹公司]。", "青竹公司", "绿竹公司"),
        ("[E:绿竹公司]完成融资，由[E:青竹公司]领投。", "青竹公司", "绿竹公司"),
        ("[E:青竹公司]持有[E:绿竹公司]51%的股份。", "青竹公司", "绿竹公司"),
        ("[E:青竹公司]完成对[E:绿竹公司]的收购。", "青竹公司", "绿竹公司"),
        ("[E:绿竹公司]为[A:竹联盟]的实体化公司。", "竹联盟", "绿竹公司"),
        ("[E:青竹公司]投资建成年产5万吨竹浆生产线。", "青竹公司", "年产5万吨竹浆生产线"),
    ],
)
def test_owning(sentence: str, owner: str, owned: str) -> None:
    assert (owner, "owns", "", owned) in said(sentence)


def test_what_is_only_meant_or_denied_is_no_fact() -> None:
    assert said("[E:青竹公司]拟收购[E:绿竹公司]。[U:林业大学]将研制竹缠绕管道。[G:商务厅]未公布《外贸发展管理办法》。") == set()


def test_topics_of_a_talk() -> None:
    facts = said("[A:竹联盟]举办竹业论坛。论坛围绕竹纤维、竹基复合材料等议题展开讨论。", taste=True)
    assert {f[3] for f in facts if f[1] == "about"} == {"竹纤维", "竹基复合材料"}
