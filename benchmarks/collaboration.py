"""Generated collaboration data for benchmarks and fault tests: alliances, their members, events, evidence.

The same numbers and seed give the same graph. Degrees are skewed as in life: some alliances are hubs.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from innograph.graph.elements import Edge, Graph, Node, Statement, by_key, edge_key, statement_key
from innograph.ontology import load

_MEMBERS = ("Enterprise", "University", "ResearchInstitute")
_FACTS = (("memberOf", "Alliance", ("chair", "council", "member", None)),
          ("participatesIn", "Event", ("attend", "speak", None)),
          ("organizes", "Event", ("host", "support")))


def collaboration(things: int, facts: int, *, statements: int = 0, seed: int = 7) -> Graph:
    """A graph of `things` nodes and `facts` edges, the first `statements` of which an item states."""
    chance = random.Random(seed)
    nodes = list(_nodes(things))
    of_type: dict[str, list[str]] = {}
    for node in nodes:
        of_type.setdefault(node.type, []).append(node.key)
    members = [key for type_ in _MEMBERS for key in of_type.get(type_, ())]
    edges: dict[str, Edge] = {}
    terms = load()
    while len(edges) < facts:
        predicate, type_, roles = _FACTS[min(int(chance.expovariate(1.5)), 2)]
        ends = of_type[type_]
        subject = members[chance.randrange(len(members))]
        object_ = ends[int(len(ends) * chance.random() ** 2)]
        role = roles[chance.randrange(len(roles))]
        key = edge_key(subject, predicate, object_, role)
        edges[key] = Edge(key, terms.edge_type(predicate, role), predicate, subject, object_, role, {
            "evidence": chance.randrange(1, 5), "confidence": 0.9, "first_seen": "2023-04",
            "last_seen": f"2024-{chance.randrange(1, 13):02}", "stated_by": "bulletin",
        })
    said = _statements(list(edges.values())[:statements], of_type.get("BulletinItem", []))
    return Graph(by_key(nodes), by_key(edges.values()), by_key(said))


def _nodes(count: int) -> Iterator[Node]:
    terms = load()
    for number in range(count):
        share = number % 100
        type_ = (
            "Alliance" if share < 2 else "Event" if share < 12 else "BulletinItem" if share < 15
            else _MEMBERS[number % 3]
        )
        labels = (*terms.labels(type_), *(("MemberUnit",) if type_ in _MEMBERS else ()))
        yield Node(f"{type_}/{number:07}", type_, labels, {
            "name": f"第{number}号{terms.classes[type_].label['zh']}", "aliases": (f"别名{number}", f"简称{number}"),
            "mentions": number % 50,
        })


def _statements(edges: list[Edge], items: list[str]) -> Iterator[Statement]:
    for number, edge in enumerate(edges):
        item = items[number % len(items)]
        yield Statement(
            statement_key(item, edge.key, number, number + 30), edge.key, item, number, number + 30,
            f"会上，第{number}号单位介绍了有关情况，并签署了协议。", "benchmark", 0.9,
        )
