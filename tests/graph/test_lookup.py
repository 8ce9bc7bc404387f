"""From what a person types to things."""

from pathlib import Path

import pytest
from graph_material import roster, seed
from test_assemble import graph_of

from innograph.graph.elements import Graph
from innograph.graph.index import Index
from innograph.graph.lookup import find

GRAPH = graph_of(roster(), seed())


@pytest.fixture(params=["graph", "index"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Graph | Index:
    if request.param == "graph":
        return GRAPH
    index = Index(tmp_path / "index.sqlite")
    index.record("embedded", GRAPH, "h")
    return index


@pytest.mark.parametrize(
    ("text", "key", "how"),
    [
        ("化纤产业技术创新战略联盟", "Alliance/huaxian", "name"),
        ("化纤联盟", "Alliance/huaxian", "alias"),
        ("Alliance/huaxian", "Alliance/huaxian", "key"),
        ("Alliance/化纤产业技术创新战略联盟", "Alliance/huaxian", "key"),
        (" 清华 ", "University/清华大学", "alias"),
        ("SAC/TC580", "StandardsBody/全国科技评估标准化技术委员会", "alias"),
        ("wapi产业联盟", "Alliance/wapi", "alias"),
        ("新一代煤(能源)化工联盟", "Alliance/mei-huagong", "alias"),
    ],
)
def test_a_name_is_found(where: Graph | Index, text: str, key: str, how: str) -> None:
    assert [(k, h) for k, _, _, h in find(where, text)] == [(key, how)]


def test_a_part_of_names_proposes_them(where: Graph | Index) -> None:
    found = find(where, "光热")
    assert found[0] == ("Alliance/taiyangneng-guangre", "太阳能光热产业技术创新战略联盟", "Alliance", "part")


def test_a_misspelling_proposes_the_nearest(where: Graph | Index) -> None:
    assert find(where, "化纤产业技术创新战约联盟")[0][::3] == ("Alliance/huaxian", "near")


@pytest.mark.parametrize("text", ["", "  ", "🦄🦄🦄"])
def test_nothing_is_like_nothing(where: Graph | Index, text: str) -> None:
    assert find(where, text) == []


def test_a_name_of_several_things_gives_them_all(where: Graph | Index) -> None:
    keys = [key for key, _, _, _ in find(where, "技术支撑部")]
    assert keys == ["OrganizationUnit/技术支撑部@联盟协发网"]
