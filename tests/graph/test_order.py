"""Laws: the order of loading does not matter, and what is withdrawn leaves no trace."""

from functools import cache
from typing import Any

from graph_material import bulletin, item, roster, seed
from hypothesis import given, settings
from hypothesis import strategies as st

from innograph.graph.assemble import assemble
from innograph.graph.delta import fingerprints
from innograph.graph.judgements import Judgements
from innograph.graph.model import BulletinFacts, Entity, ItemFacts
from innograph.graph.resolution import resolve

NAMES = {
    "Alliance": ["化纤联盟", "化纤产业技术创新战略联盟", "化纤产业联盟", "木竹联盟", "联盟", "国家化纤联盟"],
    "University": ["东大", "东北大学", "东南大学", "清华大学", "清华"],
    "Enterprise": ["清华大学", "长安", "重庆长安汽车股份有限公司", "淄博农机厂", "淄博智能装备有限公司"],
    "OrganizationUnit": ["秘书处", "化纤联盟秘书处", "联盟秘书处", "标准化工作委员会"],
    "GovernmentAgency": ["省科技厅", "科技部", "科学技术部", "装备一司", "科技部装备一司"],
    "Person": ["王伟", "程学忠"],
    "Event": ["座谈", "第一届纤维展览会", "2024年第1次工作会议", "材料对接专场"],
    "Standard": ["纤维评价规范要求", "GB/T 1-2020", "T/CSA 082"],
    "Place": ["北京", "北京市", "京", "吉林"],
}
LINKS = {
    ("OrganizationUnit", "Alliance"): "partOf",
    ("GovernmentAgency", "GovernmentAgency"): "partOf",
    ("Person", "University"): "holdsPost",
    ("Person", "Alliance"): "holdsPost",
    ("University", "Alliance"): "memberOf",
    ("Enterprise", "Alliance"): "memberOf",
    ("Alliance", "Event"): "organizes",
    ("Event", "Place"): "heldIn",
    ("Alliance", "Alliance"): "cooperatesWith",
}
DATES = [None, "2023", "2024-03", "2024-06-15", "2023-04-01/2023-06-30"]


@st.composite
def items(draw: Any, b: str, number: int) -> ItemFacts:
    entities = []
    for n in range(draw(st.integers(1, 4))):
        type_ = draw(st.sampled_from(sorted(NAMES)))
        name, *aliases = draw(st.lists(st.sampled_from(NAMES[type_]), min_size=1, max_size=2, unique=True))
        attributes = {"date": "2024-06-15"} if type_ == "Event" and draw(st.booleans()) else {}
        entities.append(Entity(f"e{n}", type_, name, tuple(aliases), attributes))
    relations = []
    for one in entities:
        for other in entities:
            predicate = LINKS.get((one.type, other.type))
            if predicate and one is not other and draw(st.booleans()):
                role = {"memberOf": "member", "organizes": "host"}.get(predicate)
                relations.append((one.key, predicate, other.key, role))
    kind = "row" if b == "r" else "news"
    return item(b, number, "，".join(e.name for e in entities), entities, relations, kind=kind)


@st.composite
def bulletins(draw: Any) -> list[BulletinFacts]:
    made = []
    for id_ in ("a", "b", "r"):
        made.append(
            bulletin(
                id_,
                *(draw(items(id_, n)) for n in range(1, draw(st.integers(1, 4)) + 1)),
                date=draw(st.sampled_from(DATES)),
            )
        )
    return made


def built(facts: list[BulletinFacts], judgements: Judgements | None = None) -> tuple[Any, ...]:
    """The graph to the byte, the merges and the questions."""
    found = resolve(facts, judgements)
    graph = assemble(facts, found)
    return repr(graph), found.merges, found.pending, found.aliases


@given(bulletins(), st.permutations(range(3)))
@settings(max_examples=150, deadline=None)
def test_any_order_of_bulletins_gives_the_same_graph(facts: list[BulletinFacts], order: list[int]) -> None:
    assert built(facts) == built([facts[n] for n in order])


@given(bulletins(), st.data())
@settings(max_examples=60, deadline=None)
def test_judgements_are_kept_in_any_order(facts: list[BulletinFacts], data: Any) -> None:
    names = sorted({e.name for f in facts for i in f.items for e in i.entities})
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=3))
    judged = Judgements()
    for left, right in pairs:
        if left != right:
            judged.add(left, right, data.draw(st.sampled_from(["same", "different"])))
    assert built(facts, judged) == built(facts[::-1], judged)


@given(bulletins())
@settings(max_examples=100, deadline=None)
def test_the_graph_holds_together(facts: list[BulletinFacts]) -> None:
    found = resolve(facts)
    graph = assemble(facts, found)
    assert all(edge.subject in graph.nodes and edge.object in graph.nodes for edge in graph.edges.values())
    assert all(s.edge in graph.edges and s.item in graph.nodes for s in graph.statements.values())
    assert all(list(part) == sorted(part) for part in (graph.nodes, graph.edges, graph.statements))
    assert all(p.left.key in found.things and p.right.key in found.things for p in found.pending)
    mentioned = {(i.item.key, e.key) for f in facts for i in f.items for e in i.entities}
    assert set(found.keys) == mentioned
    assert {found.keys[mention] for mention in mentioned} == set(found.things)


@cache
def sample() -> tuple[BulletinFacts, ...]:
    """The roster in five parts, and the seed."""
    rows = roster().items
    parts = [
        BulletinFacts(roster().bulletin.__class__(f"r{n}"), tuple(_renamed(i, f"r{n}") for i in rows[n::5]))
        for n in range(5)
    ]
    return (*parts, seed())


def _renamed(facts: list[BulletinFacts], id_: str) -> ItemFacts:
    from dataclasses import replace

    return replace(facts, item=replace(facts.item, bulletin=id_))


@given(st.permutations(range(6)))
@settings(max_examples=4, deadline=None)
def test_the_sample_s_order_does_not_matter(order: list[int]) -> None:
    facts = [sample()[n] for n in order]
    here, there = resolve(facts), resolve(sample())
    assert fingerprints(assemble(facts, here)) == fingerprints(assemble(sample(), there))
    assert here.pending == there.pending


ANY = st.text(max_size=12)


@given(st.lists(st.tuples(st.sampled_from(sorted(NAMES)), ANY, ANY, ANY), min_size=1, max_size=6), ANY)
@settings(max_examples=200, deadline=None)
def test_no_name_breaks_it(named: list[tuple[str, str, str, str]], id_: str) -> None:
    entities = [
        Entity(f"e{n}", type_, name, (alias,), {"date": date, "post": date, "roster_id": alias})
        for n, (type_, name, alias, date) in enumerate(named)
    ]
    links = [
        ("e0", predicate, f"e{n}")
        for n in range(1, len(named))
        if (predicate := LINKS.get((named[0][0], named[n][0])))
    ]
    facts = [bulletin(id_, item(id_, 1, "文", entities, links, kind=kind)) for kind in ("news", "row")][:1]
    graph = assemble(facts, resolve(facts))
    assert all(graph.nodes[e.subject] and graph.nodes[e.object] for e in graph.edges.values())
    assert built(facts) == built(facts)
