"""The fictional archive, read by the extractor: what joins, leaves, comes back and changes in three years."""

import pytest

from innograph.graph.asof import as_of
from innograph.graph.assemble import assemble
from innograph.graph.diff import diff
from innograph.graph.elements import Edge, Graph
from innograph.graph.model import BulletinFacts
from innograph.graph.resolution import resolve
from innograph.loaders.extraction import Options, extract
from innograph.samples import archive

CHAIRS = "云母纤维产业技术创新战略联盟"


@pytest.fixture(scope="module")
def facts() -> list[BulletinFacts]:
    paths = sorted(archive().glob("*.txt"))
    return [found for found in extract(paths, Options()) if isinstance(found, BulletinFacts)]


@pytest.fixture(scope="module")
def graph(facts: list[BulletinFacts]) -> Graph:
    return assemble(facts, resolve(facts))


def then(facts: list[BulletinFacts], date: str) -> Graph:
    """The graph as it was known on a day."""
    known = as_of(facts, date)
    return assemble(known, resolve(known))


def edges(graph: Graph, subject: str, predicate: str, object_: str) -> dict[str | None, Edge]:
    """The edges between two names, by role."""
    return {
        edge.role: edge
        for edge in graph.edges.values()
        if edge.predicate == predicate
        and graph.nodes[edge.subject].name == subject
        and graph.nodes[edge.object].name == object_
    }


def status(graph: Graph, name: str) -> object:
    """The status of the event of this name."""
    (node,) = [n for n in graph.nodes.values() if n.type == "Event" and n.name == name]
    return node.properties.get("status")


def test_every_issue_has_its_date_and_says_that_it_is_made_up(facts: list[BulletinFacts]) -> None:
    assert [f.bulletin.date for f in facts] == [
        "2022-03-31", "2022-09-30", "2022-12-30", "2023-03-31", "2023-06-30", "2023-12-29",
        "2024-03-29", "2024-06-28", "2024-11-29",
    ]  # fmt: skip
    assert all("虚构示例" in (f.bulletin.title or "") for f in facts)
    assert [len(f.items) for f in facts] == [7, 6, 6, 6, 6, 6, 5, 6, 7]


def test_eight_alliances_under_any_of_their_names(graph: Graph) -> None:
    alliances = [n for n in graph.nodes.values() if n.type == "Alliance"]
    assert len(alliances) == 8
    assert all(len(n.properties["aliases"]) == 1 for n in alliances)  # type: ignore[arg-type]


def test_who_leaves_is_a_member_until_then(facts: list[BulletinFacts], graph: Graph) -> None:
    left = edges(graph, "鲸湾网箱科技有限公司", "memberOf", "潮汐储能产业技术创新战略联盟")["council"]
    assert str(left.properties["until"]).startswith("2023")
    before = edges(
        then(facts, "2023-06-30"), "鲸湾网箱科技有限公司", "memberOf", "潮汐储能产业技术创新战略联盟"
    )
    assert "until" not in before["council"].properties


def test_who_comes_back_is_a_member_again(facts: list[BulletinFacts], graph: Graph) -> None:
    gone = edges(then(facts, "2023"), "火石窑炉装备有限公司", "memberOf", CHAIRS)["member"]
    assert str(gone.properties["until"]).startswith("2022-12")
    assert "until" not in edges(graph, "火石窑炉装备有限公司", "memberOf", CHAIRS)["member"].properties


def test_an_applicant_becomes_a_member_and_the_chair(facts: list[BulletinFacts]) -> None:
    roles = [
        set(edges(then(facts, date), "白桦冰雪器材有限公司", "memberOf", "冰雪装备产业技术创新战略联盟"))
        for date in ("2022-09", "2022-12", "2024-03")
    ]
    assert roles == [{"applicant"}, {"applicant", "member"}, {"applicant", "member", "chair"}]


def test_the_chair_moves_on(graph: Graph) -> None:
    assert "chair" in edges(graph, "栖川材料研究院", "memberOf", CHAIRS)
    assert set(edges(graph, "青澜云母科技股份有限公司", "memberOf", CHAIRS)) == {"chair", "vice-chair"}


def test_events_are_planned_postponed_cancelled_and_held(facts: list[BulletinFacts], graph: Graph) -> None:
    assert status(graph, "2024年度联盟工作交流大会") == "planned"
    assert status(then(facts, "2022-03-31"), "第一届星湖新材料博览会") == "planned"
    assert status(graph, "第一届星湖新材料博览会") is None
    assert status(then(facts, "2022"), "2022年度联盟工作交流大会") == "postponed"
    assert status(graph, "2022年度联盟工作交流大会") is None
    assert status(graph, "2023冰雪装备展览会") == "cancelled"


def test_editions_are_events_of_their_own(graph: Graph) -> None:
    fairs = {n.name for n in graph.nodes.values() if n.type == "Event" and "星湖新材料博览会" in n.name}
    assert fairs == {"第一届星湖新材料博览会", "第二届星湖新材料博览会", "第三届星湖新材料博览会"}


def test_a_standard_gets_its_number_later(graph: Graph) -> None:
    (node,) = [n for n in graph.nodes.values() if n.name == "稻壳基二氧化硅通用要求"]
    assert node.properties["code"] == "T/DKGC 001-2023"


def test_a_year_s_difference_tells_what_happened(facts: list[BulletinFacts]) -> None:
    lines = diff(then(facts, "2022"), then(facts, "2023")).words("zh")
    (held,) = (line for line in lines if line.startswith("变更: 2022年度联盟工作交流大会（活动）"))
    assert "状态: 延期 → —" in held
    assert any(
        line.startswith("变更: 鲸湾网箱科技有限公司 · 理事单位") and "截止: — → 2023" in line
        for line in lines
    )
    assert "新增: 青澜大学 · 副理事长单位 · 荧光菌剂产业技术创新战略联盟" in lines


@pytest.mark.parametrize(
    ("new", "old"),
    [("澜江生物质材料研究院", "澜江竹材研究所"), ("穗壳硅业集团有限公司", "穗壳新材料有限公司")],
)
def test_who_is_renamed_stays_one_thing(facts: list[BulletinFacts], graph: Graph, new: str, old: str) -> None:
    (node,) = [n for n in graph.nodes.values() if {new, old} & {n.name, *n.properties.get("aliases", ())}]  # type: ignore[misc]
    assert (node.name, node.properties["former_names"]) == (new, (old,))
    assert [n.name for n in then(facts, "2022").nodes.values() if old in n.name and n.type == node.type] == [
        old
    ]
