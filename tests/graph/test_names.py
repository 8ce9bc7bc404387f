import pytest

from innograph.graph import names


@pytest.mark.parametrize(
    ("name", "core", "end"),
    [
        ("化纤产业技术创新战略联盟", "化纤", "official"),
        ("汽车轻量化技术创新战略联盟", "汽车轻量化", "official"),
        ("化纤联盟", "化纤", "short"),
        ("再生资源战略联盟", "再生资源", "short"),
        ("中国茶产业联盟", "中国茶", "other"),
        ("住宅科技产业技术创新战略联盟", "住宅科技", "official"),
    ],
)
def test_the_core_says_which_alliance_a_name_means(name: str, core: str, end: str) -> None:
    assert names.alliance_core(name) == (core, end)


@pytest.mark.parametrize("name", ["联盟", "产业技术创新战略联盟", "闪联", "清华大学"])
def test_a_name_without_a_core_means_no_alliance(name: str) -> None:
    assert names.alliance_core(name) is None


def test_width_space_quotes_and_case_do_not_count() -> None:
    assert names.fold("《ＷＡＰＩ 产业联盟》") == names.fold("wapi产业联盟")
    assert names.fold("新一代煤(能源)化工联盟") == names.fold("新一代煤（能源）化工联盟")
    assert names.fold("新一代煤（能源）化工联盟") != names.fold("新一代煤化工（能源）联盟")


def test_only_a_pair_around_the_whole_name_goes() -> None:
    assert names.squeeze("“三医协同大会”") == "三医协同大会"
    assert names.squeeze("“中国视谷”城市推介会") == "“中国视谷”城市推介会"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("International  Energy Agency", "International Energy Agency"),
        (" 新一代煤（能源） 化工联盟", "新一代煤（能源）化工联盟"),
        ("WAPI 产业联盟", "WAPI产业联盟"),
        ("《求是》", "求是"),
        ("T/CSA 082", "T/CSA 082"),
    ],
)
def test_names_are_shown_as_people_write_them(text: str, shown: str) -> None:
    assert names.written(text) == shown


@pytest.mark.parametrize(
    ("form", "place"), [("京", "北京"), ("北京市", "北京"), ("广州市", "广州"), ("苏", "江苏")]
)
def test_places_have_one_form(form: str, place: str | None) -> None:
    assert names.place(form) == place


def test_a_name_of_two_places_is_neither() -> None:
    assert len({names.place(name) for name in ("吉林", "吉林省", "吉林市")}) == 3


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("GB/T 43836-2024", ("GB/T43836", "2024")),
        ("T/CSA 082", ("T/CSA082", "")),
        ("国科发火〔2016〕195号", ("国科发火[2016]195号", "")),
        ("国务院令第782号", ("国务院令第782号", "")),
        ("决定", None),
        ("2024汽车大会", None),
    ],
)
def test_numbers_of_standards_and_orders(text: str, number: int) -> None:
    assert names.number(text) == number


@pytest.mark.parametrize(
    ("short", "official"),
    [
        ("江西省科技厅", "江西省科学技术厅"),
        ("北京经信局", "北京市经济和信息化局"),
        ("上海市科委", "上海市科学技术委员会"),
        ("国家发改委", "国家发展和改革委员会"),
        ("国家林草局", "国家林业和草原局"),
        ("工信部", "工业和信息化部"),
    ],
)
def test_short_and_official_names_of_public_bodies(short: str, official: str) -> None:
    assert names.agency(short) == names.agency(official)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("江西省科技厅", "浙江省科技厅"),
        ("江西省科技厅", "江西省科技局"),
        ("北京市经信局", "北京市经济和信息化委员会"),
        ("中国环保局", "环境保护局"),
        ("鹏程科技委员会", "鹏程科学技术委员会"),
    ],
)
def test_other_bodies_stay_other_bodies(one: str, other: str) -> None:
    assert names.agency(one) != names.agency(other)


@pytest.mark.parametrize("name", ["省科技厅", "市工业和信息化局", "我省科协"])
def test_names_that_point_from_where_they_stand(name: str) -> None:
    assert names.is_relative(name)


@pytest.mark.parametrize("name", ["市场监管总局", "江西省科学技术厅", "省部共建实验室", "科技部"])
def test_names_that_do_not(name: str) -> None:
    assert not names.is_relative(name)


def test_departments_are_no_companies() -> None:
    assert names.is_department("企业创新处")
    assert not names.is_department("华为公司")


@pytest.mark.parametrize(
    "name",
    [
        "第十三届中国数控机床展览会",
        "2024汽车科技创新与成果转化大会",
        "首届中国纺织鞋服新质生产力创新发展大会",
        "第30届肉类加工技术及机械科技周",
    ],
)
def test_public_events_go_by_their_name(name: str) -> None:
    assert names.is_public_event(name)


@pytest.mark.parametrize(
    "name",
    [
        "2024年学术年会",
        "第二届学术研讨会",
        "第三届产业技术创新发展论坛",
        "2024年第1次标准工作及项目组会议",
        "木竹联盟第三届理事会第四次会议",
        "中国数控机床展览会",
    ],
)
def test_anybody_s_events_do_not(name: str) -> None:
    assert not names.is_public_event(name)


def test_slugs_are_safe_and_tell_names_apart() -> None:
    said = ["a/b", "a%2Fb", "a b", "a#b", 'a"b', "a\nb", "中国", "x" * 200, "x" * 201]
    slugs = [names.slug(name) for name in said]
    assert len(set(slugs)) == len(said)
    assert not any(mark in slug for slug in slugs for mark in '/# "\n<>{}')
    assert names.slug("清华大学") == "清华大学"
