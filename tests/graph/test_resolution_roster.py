"""The sample roster: no false merge, short names resolve, and the figures come out."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

import pytest
from graph_material import bulletin, item, roster, rows, seed

from innograph import samples
from innograph.graph.assemble import assemble
from innograph.graph.elements import Graph
from innograph.graph.model import Entity
from innograph.graph.resolution import resolve
from innograph.loaders.rosters import read_rosters


@pytest.fixture(scope="module")
def graph() -> Graph:
    """The sample as the program reads its roster, with the seed's gold."""
    both = [read_rosters(list(samples.roster())), seed()]
    return assemble(both, resolve(both))


@pytest.fixture(scope="module")
def alone() -> Graph:
    return assemble([roster()], resolve([roster()]))


def memberships(graph: Graph, stated_by: tuple[str, ...] = ("roster", "both")) -> dict[str, set[str]]:
    found = defaultdict(set)
    for edge in graph.edges.values():
        if edge.predicate == "memberOf" and edge.properties["stated_by"] in stated_by and edge.role in ROLES:
            found[graph.nodes[edge.subject].name].add(edge.object)
    return found


ROLES = {row["role"] for row in rows("memberships.csv")}


def short_names() -> Iterator[tuple[str, str, str, str | None]]:
    """(short name, type, full name, an alliance that the thing belongs to or is)."""
    alliances = {row["id"]: row["name"] for row in rows("alliances.csv")}
    home = {row["organization"]: alliances[row["alliance_id"]] for row in rows("memberships.csv")}
    for row in rows("alliances.csv"):
        for short in filter(None, row["short_names"].split("|")):
            yield short, "Alliance", row["name"], row["name"]
    for row in rows("organizations.csv"):
        for short in filter(None, row["short_names"].split("|")):
            yield short, row["type"], row["name"], home.get(row["name"])


def test_no_two_rows_become_one_thing() -> None:
    found = resolve([roster(), seed()])
    names = defaultdict(set)
    for facts in roster().items:
        for entity in facts.entities:
            names[found.keys[facts.item.key, entity.key]].add(entity.name)
    assert [said for said in names.values() if len(said) > 1] == []
    assert len(names) == 227 + 730 + len({row["place"] for row in rows("organizations.csv") if row["place"]})


def test_short_names_resolve_in_an_item_of_their_alliance() -> None:
    wanted = list(short_names())
    items = []
    for number, (short, type_, full, alliance) in enumerate(wanted, 1):
        entities = [Entity("e1", type_, short)]
        if alliance and alliance != full:
            entities.append(Entity("e2", "Alliance", alliance))
        items.append(item("n", number, f"{short}参加会议", entities))
    found = resolve([roster(), bulletin("n", *items)])
    right = [
        found.things[found.keys[f"n#{n}", "e1"]].name == full for n, (_, _, full, _) in enumerate(wanted, 1)
    ]
    assert sum(right) / len(wanted) >= 0.98
    assert len(wanted) == 594


def test_the_roster_s_one_ambiguity_is_listed() -> None:
    assert {(p.left.name, p.right.name) for p in resolve([roster()]).pending} == {
        ("中国云体系产业创新战略联盟", "中国云产业联盟")
    }


@pytest.mark.parametrize(
    ("name", "count"), [("清华大学", 16), ("北京大学", 7), ("浙江大学", 7), ("华为技术有限公司", 7)]
)
def test_alliances_of_an_organisation(graph: Graph, alone: Graph, name: str, count: int) -> None:
    assert len(memberships(graph)[name]) == count
    assert len(memberships(alone)[name]) == count


def test_members_in_two_or_more_alliances(graph: Graph) -> None:
    homes = memberships(graph)
    assert len(homes) == 571
    assert sum(len(found) >= 2 for found in homes.values()) == 82


def test_the_pair_that_shares_most(graph: Graph) -> None:
    shared = Counter()
    members = defaultdict(set)
    for name, homes in memberships(graph).items():
        for home in homes:
            members[home].add(name)
    for found in members.values():
        shared.update(combinations(sorted(found), 2))
    (best, count), (_, second) = shared.most_common(2)
    assert (set(best), count) == ({"清华大学", "北京大学"}, 5)
    assert second < 5


@pytest.mark.parametrize(("name", "count"), [("江南大学", 3), ("中国信息通信研究院", 2)])
def test_chairs(graph: Graph, name: str, count: int) -> None:
    chairs = {
        e.object for e in graph.edges.values() if e.role == "chair" and graph.nodes[e.subject].name == name
    }
    assert len(chairs) == count


def test_the_academy_s_institutes_reach_fifteen_alliances(graph: Graph) -> None:
    academy = next(key for key, node in graph.nodes.items() if node.name == "中国科学院")
    children = {
        graph.nodes[e.subject].name
        for e in graph.edges.values()
        if e.predicate == "partOf" and e.object == academy
    }
    homes = memberships(graph)
    assert len(set().union(*(homes[child] for child in children))) == 15


def test_the_seed_s_alliances_are_the_roster_s(graph: Graph) -> None:
    known = {f"Alliance/{row['id']}" for row in rows("alliances.csv")}
    alliances = {key for key, node in graph.nodes.items() if node.type == "Alliance"}
    assert alliances == known
