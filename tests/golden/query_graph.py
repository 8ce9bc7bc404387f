"""A graph made by hand to ask questions of, with the traps in which twins go apart.

Several roles between the same two things, facts stated by bulletin, roster or both, members that left or only
applied, short names and namesakes (two 秘书处, two 李明, an alliance's short name that is a topic), dates to the
day, the month, the year, over a period and missing, planned and cancelled events, a symmetric relation stored one way
round, joint hosts, an issue in two roles, works of several drafters, doubtful readings, contradictions, items that
state nothing, things that nothing joins, characters outside of the basic plane, and names that are queries.

Every name is made up or a common one; no fact in it is about the world.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from innograph.graph.elements import Edge, Graph, Node, Statement, Value, by_key, edge_key, statement_key
from innograph.ontology import load

FIBRE, STEEL, BAMBOO, SILENT = "Alliance/huaxian", "Alliance/gangtie", "Alliance/muzhu", "Alliance/chenmo"
NETWORK = "CoordinatingBody/联盟协发网"
NORTH, EAST = "University/北辰大学", "University/东岳大学"
STEELWORKS, SPINNER, YOSHI = "Enterprise/长河钢铁", "Enterprise/云丝科技", "Enterprise/𠮷田纤维"
INSTITUTE = "ResearchInstitute/青禾纤维研究院"
MINISTRY, INDUSTRY, STANDARDS = (
    "GovernmentAgency/科学技术部", "GovernmentAgency/工业和信息化部", "GovernmentAgency/标准化管理委员会",
)
SOCIETY, COMMITTEE, MEDIA = "Association/纤维学会", "StandardsBody/SAC-TC999", "Media/北辰日报"
OFFICE_FIBRE, OFFICE_STEEL, PANEL = (
    "OrganizationUnit/秘书处|huaxian", "OrganizationUnit/秘书处|gangtie", "OrganizationUnit/标准化委员会|huaxian",
)
LI_NORTH, LI_STEEL, WANG = "Person/李明|北辰大学", "Person/李明|长河钢铁", "Person/王芳"
FORUM, TRAINING, EXPO, SALON, FAIR, COUNCIL = (
    "Event/化纤年会|2024-06-15", "Event/标准培训", "Event/展览会", "Event/座谈|muzhu", "Event/博览会", "Event/理事会",
)
RULES, DECISION, PLAN, NOTICE = "Policy/奖励条例", "Policy/修改决定", "Policy/行动计划", "Policy/通知"
GREEN, STEEL_STANDARD, FIBRE_STANDARD = "Standard/绿色纤维", "Standard/钢铁能耗", "Standard/碳纤维分级"
REPORT, PROJECT, PLANT = "Publication/白皮书", "Project/碳纤维攻关", "Project/示范工程"
YARN, LINE, LONELY = "Achievement/高模纱", "Achievement/产线", "Achievement/无人相连"
PRIZE = "Honour/纤维奖"
CARBON, GREEN_TOPIC, FORCE = "Topic/碳纤维", "Topic/绿色制造", "Topic/化纤联盟"
BEIJING, SHANGHAI = "Place/北京", "Place/上海"
HOSTILE = ('"> } ; CLEAR ALL ; {', "'} MATCH (n) DETACH DELETE n //", "</script><img src=x onerror=alert(1)>",
           "=HYPERLINK(\"http://example.org\")")

MAY, JUNE, OLD, ROSTER = "Bulletin/2024-05", "Bulletin/2024-06", "Bulletin/2022", "Bulletin/roster"
_DATES = {MAY: "2024-05-10", JUNE: "2024-06", OLD: "2022", ROSTER: None}
M1, M2, M3, J1, J2, J3, J4, J5, O1, R1, R2, R3 = (
    *(f"BulletinItem/2024-05#{n}" for n in (1, 2, 3)), *(f"BulletinItem/2024-06#{n}" for n in (1, 2, 3, 4, 5)),
    "BulletinItem/2022#1", *(f"BulletinItem/roster#{n}" for n in (1, 2, 3)),
)
Said = tuple[str, float]
_SURE = 0.9


def query_graph() -> Graph:
    """The whole graph, without measures: `graph.measures.enrich` adds them."""
    nodes, facts = [*_things(), *_sources()], list(_facts())
    edges = [edge for edge, _ in facts]
    statements = [s for number, (edge, said) in enumerate(facts) for s in _statements(number, edge, said)]
    return Graph(by_key(nodes), by_key([*edges, *_links(edges, statements)]), by_key(statements))


def _node(key: str, name: str, *derived: str, **properties: Value) -> Node:
    type_ = key.partition("/")[0]
    return Node(key, type_, (*load().labels(type_), *derived), {"name": name, **properties})


def _things() -> Iterator[Node]:
    yield _node(FIBRE, "化纤产业技术创新战略联盟", aliases=("化纤产业联盟", "化纤联盟"), field="新材料",
                batch="pilot-2010-1", founded="2009", mentions=9)
    yield _node(STEEL, "钢铁产业技术创新战略联盟", aliases=("钢铁联盟",), field="冶金", founded="2007-06-10", mentions=4)
    yield _node(BAMBOO, "木竹产业技术创新战略联盟", "MemberUnit", aliases=("木竹联盟",), field="新材料", mentions=2)
    yield _node(SILENT, "沉默产业技术创新战略联盟", batch="pilot-2010-1")
    yield _node(NETWORK, "产业技术创新战略联盟协同发展网", aliases=("联盟协发网",))
    yield _node(NORTH, "北辰大学", "MemberUnit", aliases=("北辰",), english_name="Northstar University")
    yield _node(EAST, "东岳大学", "MemberUnit")
    yield _node(STEELWORKS, "长河钢铁集团", "MemberUnit", aliases=("长河",), former_names=("长河钢铁总厂",))
    yield _node(SPINNER, "云丝科技有限公司", "MemberUnit")
    yield _node(YOSHI, "𠮷田纤维株式会社", "MemberUnit")
    yield _node(INSTITUTE, "青禾纤维研究院", "MemberUnit")
    yield _node(MINISTRY, "科学技术部", aliases=("科技部",))
    yield _node(INDUSTRY, "工业和信息化部", aliases=("工信部",))
    yield _node(STANDARDS, "标准化管理委员会", aliases=("国标委",))
    yield _node(SOCIETY, "纤维学会")
    yield _node(COMMITTEE, "全国碳纤维标准化技术委员会", aliases=("SAC/TC999",), code="SAC/TC999")
    yield _node(MEDIA, "北辰日报", aliases=("北辰",))
    yield _node(OFFICE_FIBRE, "秘书处")
    yield _node(OFFICE_STEEL, "秘书处")
    yield _node(PANEL, "标准化委员会")
    yield _node(LI_NORTH, "李明", title=("教授", "院士"))
    yield _node(LI_STEEL, "李明")
    yield _node(WANG, "王芳")
    yield _node(FORUM, "化纤联盟年会暨论坛", date="2024-06-15")
    yield _node(TRAINING, "标准培训", date="2024-07", status="planned")
    yield _node(EXPO, "展览会", status="cancelled")
    yield _node(SALON, "座谈")
    yield _node(FAIR, "新材料博览会", date="2024-05-30/2024-06-02")
    yield _node(COUNCIL, "理事会", date="2023")
    yield _node(RULES, "奖励条例", date="1999-05-23")
    yield _node(DECISION, "关于修改《奖励条例》的决定", aliases=("令第1号",), date="2024-05-08", code="令第1号")
    yield _node(PLAN, "绿色制造行动计划", date="2024-05")
    yield _node(NOTICE, "关于开展行动的通知")
    yield _node(GREEN, "绿色纤维评价", level="group", code="T/QH 1-2024")
    yield _node(STEEL_STANDARD, "钢铁能耗限额", level="national", code="GB 9999-2024", date="2024-05-01")
    yield _node(FIBRE_STANDARD, "碳纤维分级", level="group")
    yield _node(REPORT, "碳纤维白皮书", date="2024")
    yield _node(PROJECT, "碳纤维攻关项目")
    yield _node(PLANT, "示范工程")
    yield _node(YARN, "高模纱")
    yield _node(LINE, "千吨级产线")
    yield _node(LONELY, "无人相连的成果")
    yield _node(PRIZE, "纤维奖")
    yield _node(CARBON, "碳纤维")
    yield _node(GREEN_TOPIC, "绿色制造")
    yield _node(FORCE, "化纤联盟")
    yield _node(BEIJING, "北京")
    yield _node(SHANGHAI, "上海")
    for name in HOSTILE:
        yield _node(f"Enterprise/{name}", name, "MemberUnit", aliases=(name[::-1],))


def _sources() -> Iterator[Node]:
    yield _node(MAY, "联盟简报", bulletin="2024-05", kind="bulletin", issue="2024年第5期", date="2024-05-10", precision="day")
    yield _node(JUNE, "联盟简报", bulletin="2024-06", kind="bulletin", issue="2024年第6期", date="2024-06", precision="month")
    yield _node(OLD, "旧简报", bulletin="2022", kind="bulletin", date="2022", precision="year")
    yield _node(ROSTER, "名册", bulletin="roster", kind="roster")
    yield _node("Section/2024-06|联盟动态", "联盟动态", bulletin="2024-06")
    for item in (M1, M2, M3, J1, J2, J3, J4, J5, O1, R1, R2, R3):
        bulletin, _, number = item.partition("/")[2].partition("#")
        said: dict[str, Value] = {"bulletin": bulletin, "number": int(number), "text": f"第{number}条"}
        said["kind"] = "row" if bulletin == "roster" else "news"
        date = _DATES[f"Bulletin/{bulletin}"]
        if date:
            said["date"] = date
        if item in (J1, J2):
            said |= {"credit": "化纤产业技术创新战略联盟", "credit_kind": "contributor", "section": "联盟动态"}
        if item in (M1, M2):
            said |= {"credit": "北辰日报", "credit_kind": "source"}
        yield _node(item, HOSTILE[0] if item == J4 else f"{bulletin}第{number}条", **said)


def _facts() -> Iterator[tuple[Edge, tuple[Said, ...]]]:
    yield _fact(NORTH, "memberOf", FIBRE, "chair", J1, R1, since="2009-01-01")
    yield _fact(NORTH, "memberOf", FIBRE, "initiator", R1)
    yield _fact(NORTH, "memberOf", STEEL, "member", R2)
    yield _fact(NORTH, "memberOf", BAMBOO, "chair", M1)
    yield _fact(EAST, "memberOf", FIBRE, "vice-chair", J1)
    yield _fact(EAST, "memberOf", BAMBOO, None, M1)
    yield _fact(SPINNER, "memberOf", FIBRE, "member", J1, O1, until="2024-05")
    yield _fact(SPINNER, "memberOf", STEEL, "applicant", J2)
    yield _fact(SPINNER, "memberOf", FIBRE, "applicant", O1)
    yield _fact(STEELWORKS, "memberOf", STEEL, "chair", R2)
    yield _fact(STEELWORKS, "memberOf", FIBRE, None, M2)
    yield _fact(INSTITUTE, "memberOf", STEEL, "chair", (M2, 0.4))
    yield _fact(INSTITUTE, "memberOf", FIBRE, "council", R1)
    yield _fact(YOSHI, "memberOf", BAMBOO, "member", O1, R3)
    yield _fact(YOSHI, "memberOf", FIBRE, "member", J1)
    yield _fact(BAMBOO, "memberOf", NETWORK, "member", J2)
    yield _fact(BAMBOO, "memberOf", FIBRE, "member", J2)
    for name in HOSTILE:
        yield _fact(f"Enterprise/{name}", "memberOf", BAMBOO, "member", J4, status=name)
    yield _fact(OFFICE_FIBRE, "partOf", FIBRE, None, J1)
    yield _fact(PANEL, "partOf", FIBRE, None, J2, O1)
    yield _fact(OFFICE_STEEL, "partOf", STEEL, None, J2)
    yield _fact(SPINNER, "partOf", STEELWORKS, None, M2)
    yield _fact(STEELWORKS, "owns", SPINNER, None, M2)
    yield _fact(STEELWORKS, "owns", LINE, None, M2)
    yield _fact(LI_NORTH, "holdsPost", NORTH, None, J1, posts=("副校长", "教授"))
    yield _fact(LI_NORTH, "holdsPost", FIBRE, None, J1, posts=("理事长",))
    yield _fact(LI_STEEL, "holdsPost", STEELWORKS, None, M2, posts=("总工程师",))
    yield _fact(WANG, "holdsPost", OFFICE_FIBRE, None, J1)
    yield _fact(FIBRE, "organizes", FORUM, "host", J1, M1)
    yield _fact(NORTH, "organizes", FORUM, "host", J1)
    yield _fact(NORTH, "organizes", FORUM, "support", J1)
    yield _fact(EAST, "organizes", FORUM, "undertake", J1)
    yield _fact(SOCIETY, "organizes", FORUM, "assist", J1)
    yield _fact(MINISTRY, "organizes", FORUM, "guide", J1)
    yield _fact(STEEL, "organizes", TRAINING, "host", J2)
    yield _fact(SOCIETY, "organizes", EXPO, "host", (M3, 0.5))
    yield _fact(BAMBOO, "organizes", SALON, "host", J3)
    yield _fact(FIBRE, "organizes", SALON, "host", J3)
    yield _fact(STEEL, "organizes", FAIR, "host", M2)
    yield _fact(BAMBOO, "organizes", FAIR, "initiate", M2)
    yield _fact(FIBRE, "organizes", COUNCIL, "host", O1)
    yield _fact(STEEL, "participatesIn", FORUM, "attend", J1)
    yield _fact(LI_NORTH, "participatesIn", FORUM, "speak", J1)
    yield _fact(WANG, "participatesIn", FORUM, "attend", J1)
    yield _fact(WANG, "participatesIn", FAIR, "speak", M2)
    yield _fact(SPINNER, "participatesIn", FAIR, "exhibit", M2)
    yield _fact(LI_STEEL, "participatesIn", SALON, "visit", J3)
    yield _fact(TRAINING, "subEventOf", FORUM, None, J1)
    yield _fact(SALON, "subEventOf", FAIR, None, J3)
    yield _fact(FORUM, "heldIn", BEIJING, None, J1)
    yield _fact(FAIR, "heldIn", SHANGHAI, None, M2)
    yield _fact(FAIR, "heldIn", BEIJING, None, M2)
    yield _fact(TRAINING, "heldIn", BEIJING, None, J2)
    yield _fact(NORTH, "locatedIn", BEIJING, None, R1)
    yield _fact(STEELWORKS, "locatedIn", SHANGHAI, None, R2)
    yield _fact(FIBRE, "cooperatesWith", NORTH, "joint", J1)
    yield _fact(FIBRE, "cooperatesWith", NORTH, "agreement", J1, M1, count=3)
    yield _fact(BAMBOO, "cooperatesWith", FIBRE, "joint", J3)
    yield _fact(BAMBOO, "cooperatesWith", STEEL, "talk", O1)
    yield _fact(STEELWORKS, "cooperatesWith", EAST, "agreement", M2)
    yield _fact(EAST, "cooperatesWith", INSTITUTE, "talk", M1)
    yield _fact(MINISTRY, "issues", DECISION, "issue", M1)
    yield _fact(MINISTRY, "issues", DECISION, "sign", M1)
    yield _fact(MINISTRY, "issues", PLAN, "issue", M1)
    yield _fact(INDUSTRY, "issues", PLAN, "issue", M1)
    yield _fact(INDUSTRY, "issues", NOTICE, "approve", M3)
    yield _fact(FIBRE, "issues", GREEN, "approve", J2)
    yield _fact(SOCIETY, "issues", REPORT, "issue", J2)
    yield _fact(DECISION, "amends", RULES, None, M1)
    yield _fact(NOTICE, "amends", PLAN, None, (M3, 0.45))
    yield _fact(COMMITTEE, "administers", GREEN, None, J2)
    yield _fact(COMMITTEE, "administers", FIBRE_STANDARD, None, J2)
    yield _fact(STANDARDS, "administers", COMMITTEE, None, J2)
    yield _fact(MINISTRY, "proposes", STEEL_STANDARD, None, M2)
    yield _fact(SPINNER, "drafts", GREEN, "lead", J2)
    yield _fact(NORTH, "drafts", GREEN, "join", J2)
    yield _fact(FIBRE, "drafts", GREEN, "organize", J2)
    yield _fact(STEELWORKS, "drafts", STEEL_STANDARD, "lead", M2)
    yield _fact(NORTH, "drafts", REPORT, "join", J2)
    yield _fact(INSTITUTE, "develops", YARN, None, M2)
    yield _fact(NORTH, "develops", YARN, None, M2, O1)
    yield _fact(SPINNER, "develops", LINE, None, M2)
    yield _fact(NORTH, "undertakes", PROJECT, None, M2)
    yield _fact(STEELWORKS, "undertakes", PLANT, None, M2)
    yield _fact(YARN, "outcomeOf", PROJECT, None, M2)
    yield _fact(YARN, "selectedFor", PRIZE, None, M2)
    yield _fact(LI_NORTH, "selectedFor", PRIZE, None, M2)
    yield _fact(INSTITUTE, "selectedFor", PRIZE, None, O1)
    yield _fact(SOCIETY, "awards", PRIZE, None, M2)
    yield _fact(FORUM, "about", CARBON, None, J1)
    yield _fact(FORUM, "about", GREEN_TOPIC, None, J1)
    yield _fact(FAIR, "about", CARBON, None, M2)
    yield _fact(SALON, "about", GREEN_TOPIC, None, J3)
    yield _fact(PLAN, "about", GREEN_TOPIC, None, M1)
    yield _fact(GREEN, "about", GREEN_TOPIC, None, J2)
    yield _fact(PROJECT, "about", CARBON, None, M2)
    yield _fact(REPORT, "about", CARBON, None, J2)
    yield _fact(COUNCIL, "about", FORCE, None, O1)


def _fact(
    one: str, predicate: str, other: str, role: str | None, *said: str | Said, **properties: Value
) -> tuple[Edge, tuple[Said, ...]]:
    """A fact, with what follows from the items that state it: counts, dates, confidence, kinds of source."""
    subject, object_ = sorted((one, other)) if predicate == "cooperatesWith" else (one, other)
    sayings = tuple(s if isinstance(s, tuple) else (s, 1.0 if "roster" in s else _SURE) for s in said)
    items = [item for item, _ in sayings]
    dates = sorted(d for i in items if (d := _DATES["Bulletin/" + i.partition("/")[2].partition("#")[0]]))
    rosters = {"roster" in item for item in items}
    known: dict[str, Value] = {
        "evidence": len(sayings), "confidence": max(c for _, c in sayings),
        "stated_by": "both" if len(rosters) == 2 else "roster" if True in rosters else "bulletin",
    }
    if dates:
        known |= {"first_seen": dates[0], "last_seen": dates[-1]}
    key = edge_key(subject, predicate, object_, role)
    type_ = load().edge_type(predicate, role)
    return Edge(key, type_, predicate, subject, object_, role, {**known, **properties}), sayings


def _statements(number: int, edge: Edge, sayings: Iterable[Said]) -> Iterator[Statement]:
    for item, confidence in sayings:
        quote = f"{edge.predicate}原句{number}" if item != J4 else HOSTILE[0]
        yield Statement(
            statement_key(item, edge.key, number, number + len(quote)), edge.key, item, number,
            number + len(quote), quote, f"{edge.predicate}.hand", confidence, "row" if "roster" in item else "news",
        )


def _links(edges: list[Edge], statements: list[Statement]) -> Iterator[Edge]:
    """Items in their bulletins and sections, and what they mention."""
    ends = {edge.key: (edge.subject, edge.object) for edge in edges}
    mentioned = {(s.item, key) for s in statements for key in ends[s.edge]}
    mentioned |= {(J5, LONELY), (J3, LONELY), (O1, SILENT), (J3, MEDIA)}
    for item, key in sorted(mentioned):
        yield _link(item, "mentions", key, count=1)
    for item in (M1, M2, M3, J1, J2, J3, J4, J5, O1, R1, R2, R3):
        yield _link(item, "partOfBulletin", "Bulletin/" + item.partition("/")[2].partition("#")[0])
    for item in (J1, J2):
        yield _link(item, "inSection", "Section/2024-06|联盟动态")
    yield _link("Section/2024-06|联盟动态", "partOfBulletin", JUNE)


def _link(subject: str, predicate: str, object_: str, **properties: Value) -> Edge:
    key = edge_key(subject, predicate, object_, None)
    return Edge(key, load().edge_type(predicate), predicate, subject, object_, None, properties)
