"""A small graph made by hand, with the traps that stores and queries must get right.

Parallel edges and several roles between the same two things, aliases, missing and partial dates,
planned and cancelled events, namesakes, a symmetric relation, a roster beside a bulletin, something
nobody joins, and names that try to break out of a query, a file or a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from innograph.graph.elements import Edge, Graph, Node, Statement, Value, by_key, edge_key, statement_key
from innograph.ontology import load

HOSTILE = (
    '"> } ; CLEAR ALL ; {',
    "'} MATCH (n) DETACH DELETE n //",
    "</script><img src=x onerror=alert(1)>",
    'back\\slash "quoted" \n new line \t tab',
)
"""Names that a careless store, query or page would run."""

TSINGHUA, HUAQIAN, BAOGANG = "University/清华大学", "Enterprise/华签科技", "Enterprise/宝钢集团"
FIBRE, STEEL, BIO = "Alliance/huaxian", "Alliance/gangtie", "Alliance/bio"
NETWORK = "CoordinatingBody/联盟协发网"
FORUM, TRAINING, CANCELLED = "Event/年会|2024-06-15|北京", "Event/标准培训", "Event/展览会"
BULLETIN, ROSTER = "Bulletin/2024-06", "Bulletin/roster"
ITEM_1, ITEM_2, ROW_1 = "BulletinItem/2024-06#1", "BulletinItem/2024-06#2", "BulletinItem/roster#1"


def golden_graph() -> Graph:
    """The whole graph: facts of many kinds, and who says them where."""
    nodes, edges = list(_nodes()), list(_edges())
    return Graph(by_key(nodes), by_key([*edges, *_provenance(nodes, edges)]), by_key(_statements(edges)))


def node(key: str, name: str, *derived: str, **properties: Value) -> Node:
    """A node of the type that its key names."""
    type_ = key.partition("/")[0]
    return Node(key, type_, (*load().labels(type_), *derived), {"name": name, **properties})


def edge(subject: str, predicate: str, object_: str, role: str | None = None, **properties: Value) -> Edge:
    """An edge with the key and type that follow from its ends."""
    key = edge_key(subject, predicate, object_, role)
    return Edge(key, load().edge_type(predicate, role), predicate, subject, object_, role, properties)


def statement(
    of: Edge, item: str, start: int, quote: str, confidence: float = 0.9, kind: str = "news"
) -> Statement:
    """What an item says of an edge, in words that begin at `start`."""
    key = statement_key(item, of.key, start, start + len(quote))
    return Statement(
        key, of.key, item, start, start + len(quote), quote, f"{of.predicate}.vote", confidence, kind
    )


def _nodes() -> Iterable[Node]:
    yield node(FIBRE, "化纤产业技术创新战略联盟", aliases=("化纤联盟", "化纤产业联盟"), field="新材料",
               batch="pilot-2010-1", founded="2009", website="http://example.org/?a=1&b=2")
    yield node(STEEL, "钢铁可循环流程技术创新战略联盟", aliases=("钢铁联盟",), founded="2007-06-10")
    yield node(BIO, "生物基材料产业技术创新战略联盟")
    yield node(NETWORK, "产业技术创新战略联盟协同发展网", aliases=("联盟协发网",))
    yield node(TSINGHUA, "清华大学", "MemberUnit", aliases=("清华",), english_name="Tsinghua University")
    yield node(HUAQIAN, "华签科技有限公司", "MemberUnit")
    yield node(BAOGANG, "宝钢集团", "MemberUnit", former_names=("上海宝钢集团公司",))
    yield node("GovernmentAgency/科学技术部", "科学技术部", aliases=("科技部",))
    yield node("OrganizationUnit/秘书处|huaxian", "秘书处")
    yield node("OrganizationUnit/秘书处|gangtie", "秘书处")
    yield node("StandardsBody/SAC-TC580", "全国碳纤维标准化技术委员会", aliases=("SAC/TC580",))
    yield node("Person/李明|清华大学", "李明", title=("院士", "教授"))
    yield node("Person/李明|宝钢集团", "李明")
    yield node(FORUM, "化纤联盟年会", date="2024-06-15")
    yield node(TRAINING, "标准培训", date="2024-07", status="planned")
    yield node(CANCELLED, "展览会", status="cancelled")
    yield node("Policy/科学技术奖励条例", "国家科学技术奖励条例", date="1999-05-23")
    yield node("Policy/修改决定", "国务院关于修改《国家科学技术奖励条例》的决定",
               aliases=("国务院令第782号",))
    yield node("Standard/T-CNTAC-1", "绿色纤维评价", level="group", code="T/CNTAC 1-2024")
    yield node("Topic/碳纤维", "碳纤维")
    yield node("Place/北京", "北京")
    yield node("Place/上海", "上海")
    yield node("Achievement/无人相连", "无人相连的成果")
    for number, name in enumerate(HOSTILE):
        yield node(f"Enterprise/{name}", name, aliases=(name[::-1], f"{name} {number}"))
    yield node(BULLETIN, "产业技术创新战略联盟简报", issue="2024年第6期", date="2024-06", precision="month")
    yield node(ROSTER, "名册", date="2023", precision="year")
    yield node("Section/2024-06|联盟动态", "联盟动态")
    text = "化纤联盟召开年会\n6月15日，化纤联盟与清华大学在北京召开年会。\n（化纤联盟秘书处供稿）"
    yield node(ITEM_1, "化纤联盟召开年会", number=1, kind="news", text=text, date="2024-06", page=3,
               credit="化纤联盟", credit_kind="contributor")
    yield node(ITEM_2, HOSTILE[0], number=2, kind="news", text=HOSTILE[0] * 3, date="2024-06")
    yield node(ROW_1, "化纤产业技术创新战略联盟", number=1, kind="row", text="清华大学 化纤联盟 理事长单位")


def _edges() -> Iterable[Edge]:
    said = {"evidence": 1, "confidence": 0.9, "stated_by": "bulletin", "first_seen": "2024-06",
            "last_seen": "2024-06"}
    listed = {"evidence": 1, "confidence": 1.0, "stated_by": "roster"}
    both = {**said, "evidence": 2, "confidence": 1.0, "stated_by": "both", "first_seen": "2023"}
    yield edge(TSINGHUA, "memberOf", FIBRE, "chair", **both, since="2009-01-01")
    yield edge(TSINGHUA, "memberOf", FIBRE, "initiator", **listed)
    yield edge(TSINGHUA, "memberOf", STEEL, "member", **listed)
    yield edge(HUAQIAN, "memberOf", FIBRE, "member", **said, until="2024-05")
    yield edge(HUAQIAN, "memberOf", STEEL, "applicant", **said)
    yield edge(BAOGANG, "memberOf", STEEL, "chair", **listed)
    yield edge(BAOGANG, "memberOf", FIBRE, None, **said)
    yield edge(FIBRE, "memberOf", NETWORK, "member", **said)
    yield edge("OrganizationUnit/秘书处|huaxian", "partOf", FIBRE, **said)
    yield edge("OrganizationUnit/秘书处|gangtie", "partOf", STEEL, **said)
    yield edge("Person/李明|清华大学", "holdsPost", TSINGHUA, **said, posts=("副校长", "教授"))
    yield edge("Person/李明|宝钢集团", "holdsPost", BAOGANG, **said, posts=("总工程师",))
    yield edge(FIBRE, "organizes", FORUM, "host", **said)
    yield edge(TSINGHUA, "organizes", FORUM, "host", **said)
    yield edge(TSINGHUA, "organizes", FORUM, "support", **said)
    yield edge(STEEL, "organizes", TRAINING, "host", **said)
    yield edge(STEEL, "participatesIn", FORUM, "attend", **said)
    yield edge("Person/李明|清华大学", "participatesIn", FORUM, "speak", **said)
    yield edge(TRAINING, "subEventOf", FORUM, **said)
    yield edge(FORUM, "heldIn", "Place/北京", **said)
    yield edge(TSINGHUA, "locatedIn", "Place/北京", **listed)
    yield edge(FIBRE, "cooperatesWith", TSINGHUA, "joint", **said)
    yield edge(FIBRE, "cooperatesWith", TSINGHUA, "agreement", **said, count=3)
    yield edge("GovernmentAgency/科学技术部", "issues", "Policy/修改决定", "issue", **said)
    yield edge("Policy/修改决定", "amends", "Policy/科学技术奖励条例", **said)
    yield edge("StandardsBody/SAC-TC580", "administers", "Standard/T-CNTAC-1", **said)
    yield edge(HUAQIAN, "drafts", "Standard/T-CNTAC-1", "lead", **said)
    yield edge(FORUM, "about", "Topic/碳纤维", **said)
    for name in HOSTILE:
        yield edge(f"Enterprise/{name}", "memberOf", BIO, "member", **said, status=name)


def _provenance(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterable[Edge]:
    for item in (ITEM_1, ITEM_2):
        yield edge(item, "partOfBulletin", BULLETIN)
        yield edge(item, "inSection", "Section/2024-06|联盟动态")
    yield edge("Section/2024-06|联盟动态", "partOfBulletin", BULLETIN)
    yield edge(ROW_1, "partOfBulletin", ROSTER)
    for item in (ITEM_1, ITEM_2, ROW_1):
        things = {key for e in edges if item in _items_of(e) for key in (e.subject, e.object)}
        for key in sorted(things):
            yield edge(item, "mentions", key)


def _items_of(of: Edge) -> tuple[str, ...]:
    """The items that state an edge: hostile names the second, all else the first, rosters the row."""
    stated: Mapping[str, tuple[str, ...]] = {
        "roster": (ROW_1,),
        "both": (ITEM_1, ROW_1),
        "bulletin": (ITEM_2,) if of.object == BIO else (ITEM_1,),
    }
    return stated[str(of.properties["stated_by"])]


def _statements(edges: Iterable[Edge]) -> Iterable[Statement]:
    for number, of in enumerate(edges):
        for item in _items_of(of):
            quote = HOSTILE[0] if item == ITEM_2 else f"原句{number}"
            yield statement(of, item, number, quote, kind="row" if item == ROW_1 else "news")
