"""Graphs for page tests: the sample, a dated little one, hostile names, and generated ones of any size."""

from __future__ import annotations

import random
from functools import cache

from graph_material import bulletin, item, roster, seed

from innograph.graph.assemble import assemble
from innograph.graph.elements import Edge, Graph, Node, by_key, edge_key
from innograph.graph.measures import enrich
from innograph.graph.model import BulletinFacts, Entity
from innograph.graph.resolution import resolve

FIELDS = ("电子信息", "能源", "生物医药", "新材料", "农业与食品", "装备制造", "节能环保", "建筑")
ATTACKS = (
    "<img src=x onerror=alert(1)>联盟",
    "</script><script>alert(2)</script>联盟",
    "javascript:alert(3)联盟",
    "\"'><svg onload=alert(4)>联盟",
    "=HYPERLINK(\"http://x\")联盟",
)


def graph_of(*bulletins: BulletinFacts) -> Graph:
    return enrich(assemble(bulletins, resolve(bulletins)))


@cache
def sample() -> Graph:
    """The sample roster with the gold reading of the sample bulletin."""
    return graph_of(roster(), seed())


def _dated() -> tuple[BulletinFacts, ...]:
    """Two bulletins half a year apart: members join and leave, events are held, planned, cancelled."""

    def event(name: str, host: str, date: str, status: str | None = None) -> tuple[str, list[Entity], list[tuple[str, ...]]]:
        said = {"date": date} | ({"status": status} if status else {})
        made = [Entity("e1", "Alliance", host), Entity("e2", "Event", name, (), said), Entity("e3", "Place", "北京")]
        return f"{host}在北京举办{name}", made, [("e1", "organizes", "e2", "host"), ("e2", "heldIn", "e3")]

    def joined(org: str, alliance: str, **said: str) -> tuple[str, list[Entity], list[tuple[object, ...]]]:
        made = [Entity("e1", "Enterprise", org), Entity("e2", "Alliance", alliance)]
        return f"{org}加入{alliance}", made, [("e1", "memberOf", "e2", "member", None, said)]

    first = [
        joined("甲有限公司", "木竹产业技术创新战略联盟"),
        joined("甲有限公司", "化纤产业技术创新战略联盟"),
        event("木竹论坛", "木竹产业技术创新战略联盟", "2023-03-10"),
    ]
    second = [
        joined("甲有限公司", "化纤产业技术创新战略联盟", until="2023-09"),
        joined("乙有限公司", "化纤产业技术创新战略联盟"),
        joined("乙有限公司", "木竹产业技术创新战略联盟"),
        event("化纤年会", "化纤产业技术创新战略联盟", "2023-11-02", "planned"),
        event("化纤展览", "化纤产业技术创新战略联盟", "2023-08-20", "cancelled"),
        event("木竹培训", "木竹产业技术创新战略联盟", "2023-07-01"),
    ]
    return (
        bulletin("2023-1", *(item("2023-1", n, *row) for n, row in enumerate(first, 1)), date="2023-04"),  # type: ignore[arg-type]
        bulletin("2023-2", *(item("2023-2", n, *row) for n, row in enumerate(second, 1)), date="2023-10"),  # type: ignore[arg-type]
    )


BULLETINS = _dated()


@cache
def dated() -> Graph:
    """The graph of `BULLETINS`."""
    return graph_of(*BULLETINS)


@cache
def hostile() -> Graph:
    """Names and sentences that would run script or break out, were they read as markup."""
    rows = []
    for n, name in enumerate(ATTACKS):
        other = ATTACKS[(n + 1) % len(ATTACKS)]
        org = f"<b>丙{n % 2}</b>&amp;\u2028有限公司"
        text = f"{org}加入{name}和{other}<script>alert(9)</script>"
        entities = [Entity("e1", "Enterprise", org), Entity("e2", "Alliance", name), Entity("e3", "Alliance", other)]
        rows.append((text, entities, [("e1", "memberOf", "e2", "member"), ("e1", "memberOf", "e3", "member")]))
    items = [item("<i>坏简报</i>", n, *row, title=f"<u>{row[0][:9]}") for n, row in enumerate(rows, 1)]  # type: ignore[arg-type]
    return graph_of(bulletin("<i>坏简报</i>", *items, date="2024-01"))


@cache
def generated(size: int, seed: int = 3) -> Graph:
    """A graph of about `size` alliances and members, each member in two to four alliances."""
    turn = random.Random(seed)
    nodes: list[Node] = []
    edges: list[Edge] = []
    alliances = [f"Alliance/示例{n}产业技术创新战略联盟" for n in range(max(4, size // 4))]
    for n, key in enumerate(alliances):
        said = {"name": key.split("/")[1], "field": FIELDS[n % len(FIELDS)], "aliases": (f"示例{n}联盟",)}
        nodes.append(Node(key, "Alliance", ("Thing", "Agent", "Organization", "Alliance"), said))
    for n in range(size - len(alliances)):
        key = f"Enterprise/样本{n}有限公司"
        nodes.append(Node(key, "Enterprise", ("Thing", "Agent", "Organization", "Enterprise"), {"name": key.split("/")[1], "aliases": ()}))
        home = turn.randrange(len(alliances))
        for k in range(turn.choice((2, 2, 2, 3, 4))):
            at = alliances[(home + (k * turn.choice((0, 1, 8, 8, 16, 37)))) % len(alliances)]
            edge = edge_key(key, "memberOf", at, "member")
            said = {"confidence": 0.9, "stated_by": "roster", "since": str(2005 + turn.randrange(20))}
            edges.append(Edge(edge, "MEMBER_OF", "memberOf", key, at, "member", said))
    return enrich(Graph(by_key(nodes), by_key(edges), {}))
