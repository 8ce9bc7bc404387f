"""The Cypher that a user may rely on: each construct answers the same on every engine.

The rows are written down here, so that two engines that are wrong in the same way do not pass.
"""

from __future__ import annotations

from typing import Any

import pytest
from graphs import BIO, FIBRE, FORUM, HOSTILE, HUAQIAN, STEEL, TSINGHUA

from innograph.graph.stores import Store

ROLES = ["chair", "initiator"]

BATTERY: dict[str, tuple[str, list[list[Any]]]] = {
    "match by key": ("MATCH (n:Thing {key: $fibre}) RETURN n.name", [["化纤产业技术创新战略联盟"]]),
    "two labels": ("MATCH (n:Organization:MemberUnit) RETURN count(n)", [[3]]),
    "label or": ("MATCH (n:Person|Place) RETURN count(n)", [[4]]),
    "label and not": ("MATCH (n:Organization&!MemberUnit&!Alliance) WHERE n:Enterprise RETURN count(n)", [[4]]),
    "label test": ("MATCH (n:Thing {key: $fibre}) RETURN n:Alliance, n:Person", [[True, False]]),
    "unknown label": ("MATCH (n:Nobody) RETURN n", []),
    "unknown type": ("MATCH ()-[r:NOTHING]->() RETURN r", []),
    "parallel edges": (
        "MATCH (:Thing {key: $tsinghua})-[r:MEMBER_OF]->(:Thing {key: $fibre}) RETURN r.role ORDER BY r.role",
        [["chair"], ["initiator"]],
    ),
    "type or": (
        "MATCH (:Thing {key: $huaqian})-[r:MEMBER_OF|APPLIES_TO]->(a) RETURN type(r), a.key ORDER BY a.key",
        [["APPLIES_TO", STEEL], ["MEMBER_OF", FIBRE]],
    ),
    "any direction": (
        "MATCH (:Thing {key: $tsinghua})-[r:COOPERATES_WITH]-(b) RETURN b.key, r.role ORDER BY r.role",
        [[FIBRE, "agreement"], [FIBRE, "joint"]],
    ),
    "relationship ends": (
        "MATCH (:Person)-[r:PARTICIPATES_IN]->() RETURN startNode(r).name, endNode(r).name",
        [["李明", "化纤联盟年会"]],
    ),
    "where on an edge": (
        "MATCH (a)-[r:MEMBER_OF WHERE r.role = 'chair']->(b:Alliance) RETURN a.name ORDER BY a.name",
        [["宝钢集团"], ["清华大学"]],
    ),
    "missing is null": ("MATCH (n:Thing {key: $steel}) RETURN n.website, n.website IS NULL", [[None, True]]),
    "null is not equal": ("MATCH (n:Alliance) WHERE n.website <> 'x' RETURN count(n)", [[1]]),
    "optional": (
        "MATCH (a:Alliance) OPTIONAL MATCH (a)<-[:ORGANIZES]-(x) RETURN a.key, x ORDER BY a.key LIMIT 1",
        [[BIO, None]],
    ),
    "optional hit": (
        "MATCH (a:Alliance) OPTIONAL MATCH (a)-[:ORGANIZES]->(e) RETURN a.key, e.name ORDER BY a.key",
        [[BIO, None], [STEEL, "标准培训"], [FIBRE, "化纤联盟年会"]],
    ),
    "list property": ("MATCH (n:Thing {key: $fibre}) RETURN n.aliases[0], size(n.aliases)", [["化纤联盟", 2]]),
    "in a list": ("MATCH (n:Thing) WHERE $alias IN n.aliases RETURN n.key", [[FIBRE]]),
    "list in": ("MATCH (n:Thing) WHERE n.key IN $keys RETURN n.key ORDER BY n.key", [[STEEL], [FIBRE]]),
    "any in": ("MATCH (n:Thing) WHERE any(x IN n.aliases WHERE x = $alias) RETURN n.key", [[FIBRE]]),
    "all, none, single": (
        "RETURN all(x IN [1, 2] WHERE x > 0), none(x IN [1] WHERE x > 1), single(x IN [1, 2] WHERE x = 1)",
        [[True, True, True]],
    ),
    "comprehension": ("RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x] AS odd", [[[1, 9, 25]]]),
    "pattern comprehension": (
        "MATCH (a:Thing {key: $steel}) RETURN size([(a)<-[:MEMBER_OF]-(m) | m.name]) AS members", [[2]],
    ),
    "slice": ("RETURN [1, 2, 3, 4][1..3], [1, 2][-1], [1][5]", [[[2, 3], 2, None]]),
    "reduce": ("RETURN reduce(total = 0, x IN [1, 2, 3] | total + x)", [[6]]),
    "unwind": ("UNWIND [3, 1, 2] AS x RETURN x ORDER BY x DESC", [[3], [2], [1]]),
    "unwind nothing": ("UNWIND [] AS x RETURN x", []),
    "starts, ends, contains": (
        "MATCH (n:Alliance) WHERE n.name STARTS WITH '钢铁' AND n.name ENDS WITH '联盟' AND n.name CONTAINS '循环' "
        "RETURN n.key", [[STEEL]],
    ),
    "regular expression": ("MATCH (n:Alliance) WHERE n.name =~ '.*生物.*' RETURN n.key", [[BIO]]),
    "text functions": (
        "RETURN toUpper('a'), substring('abcd', 1, 2), replace('aba', 'a', 'c'), split('a,b', ','), trim(' x '), "
        "size('联盟'), left('abc', 2), right('abc', 2), reverse('ab')",
        [["A", "bc", "cbc", ["a", "b"], "x", 2, "ab", "bc", "ba"]],
    ),
    "conversions": (
        "RETURN toInteger('7'), toFloat('1.5'), toString(3), toInteger('x'), toBoolean('true')",
        [[7, 1.5, "3", None, True]],
    ),
    "numbers": (
        "RETURN 7 / 2, 7 % 3, 7.0 / 2, abs(-1), round(2.5), floor(1.7), ceil(1.2), sign(-3), 2 ^ 3",
        [[3, 1, 3.5, 1, 3.0, 1.0, 2.0, -1, 8.0]],
    ),
    "coalesce and case": (
        "MATCH (n:Event) RETURN n.name, coalesce(n.status, 'held'), CASE n.status WHEN 'planned' THEN 1 ELSE 0 END "
        "ORDER BY n.name",
        [["化纤联盟年会", "held", 0], ["展览会", "cancelled", 0], ["标准培训", "planned", 1]],
    ),
    "case with conditions": (
        "UNWIND [1, 5, 9] AS x RETURN CASE WHEN x < 3 THEN 'low' WHEN x < 7 THEN 'mid' ELSE 'high' END",
        [["low"], ["mid"], ["high"]],
    ),
    "group by": (
        "MATCH (:Organization)-[r:MEMBER_OF]->(a:Alliance) RETURN a.key, count(*) AS n ORDER BY n DESC, a.key",
        [[BIO, 4], [FIBRE, 4], [STEEL, 2]],
    ),
    "count distinct": (
        "MATCH (m)-[:MEMBER_OF]->(a:Thing {key: $fibre}) RETURN count(m), count(DISTINCT m)", [[4, 3]],
    ),
    "collect sorted": (
        "MATCH (:Thing {key: $tsinghua})-[r:MEMBER_OF]->(:Thing {key: $fibre}) WITH r ORDER BY r.role "
        "RETURN collect(r.role) AS roles", [[ROLES]],
    ),
    "collect distinct": ("UNWIND [1, 1, 2] AS x WITH x ORDER BY x RETURN collect(DISTINCT x)", [[[1, 2]]]),
    "aggregates": ("UNWIND [1, 2, 3] AS x RETURN sum(x), avg(x), min(x), max(x)", [[6, 2.0, 1, 3]]),
    "aggregates of nothing": (
        "MATCH (n:Nobody) RETURN count(n), sum(n.x), min(n.x), collect(n.x)", [[0, 0, None, []]],
    ),
    "having": (
        "MATCH (m)-[:MEMBER_OF]->(a:Alliance) WITH a, count(DISTINCT m) AS n WHERE n >= 4 RETURN a.key, n", [[BIO, 4]],
    ),
    "order by nulls": ("UNWIND [2, null, 1] AS x RETURN x ORDER BY x", [[1], [2], [None]]),
    "order by two": (
        "UNWIND [[1, 'b'], [1, 'a'], [0, 'c']] AS x RETURN x[0] AS a, x[1] AS b ORDER BY a DESC, b",
        [[1, "a"], [1, "b"], [0, "c"]],
    ),
    "skip and limit": ("UNWIND range(1, 9) AS x RETURN x ORDER BY x SKIP 2 LIMIT 2", [[3], [4]]),
    "limit by parameter": ("UNWIND range(1, 9) AS x RETURN x ORDER BY x LIMIT $two", [[1], [2]]),
    "distinct": ("UNWIND [1, 1, 2] AS x RETURN DISTINCT x ORDER BY x", [[1], [2]]),
    "union": ("RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x", [[1], [2]]),
    "union all": ("RETURN 1 AS x UNION ALL RETURN 1 AS x", [[1], [1]]),
    "exists": (
        "MATCH (a:Alliance) WHERE EXISTS { (a)-[:ORGANIZES]->(:Event) } RETURN a.key ORDER BY a.key",
        [[STEEL], [FIBRE]],
    ),
    "not exists with where": (
        "MATCH (a:Alliance) WHERE NOT EXISTS { MATCH (a)<-[r:MEMBER_OF]-() WHERE r.role = 'chair' } RETURN a.key",
        [[BIO]],
    ),
    "count subquery": (
        "MATCH (a:Alliance) RETURN a.key, COUNT { (a)<-[:MEMBER_OF]-() } AS n ORDER BY a.key",
        [[BIO, 4], [STEEL, 2], [FIBRE, 4]],
    ),
    "pattern predicate": ("MATCH (a:Alliance) WHERE NOT (a)-[:ORGANIZES]->() RETURN a.key", [[BIO]]),
    "call subquery": (
        "MATCH (a:Alliance) CALL (a) { MATCH (a)<-[:MEMBER_OF]-(m) RETURN count(DISTINCT m) AS n } "
        "RETURN a.key, n ORDER BY a.key", [[BIO, 4], [STEEL, 2], [FIBRE, 3]],
    ),
    "variable length": (
        "MATCH (s:Thing {key: $tsinghua})-[:MEMBER_OF*1..2]->(x) RETURN DISTINCT x.key ORDER BY x.key",
        [[STEEL], [FIBRE], ["CoordinatingBody/联盟协发网"]],
    ),
    "path functions": (
        "MATCH p = (:Thing {key: $tsinghua})-[:MEMBER_OF {role: 'chair'}]->()-[:MEMBER_OF]->() "
        "RETURN length(p), [n IN nodes(p) | n.name], [r IN relationships(p) | r.role]",
        [[2, ["清华大学", "化纤产业技术创新战略联盟", "产业技术创新战略联盟协同发展网"], ["chair", "member"]]],
    ),
    "all shortest paths": (
        "MATCH (a:Thing {key: $huaqian}), (b:Thing {key: $tsinghua}) "
        "MATCH p = allShortestPaths((a)-[:MEMBER_OF*..3]-(b)) RETURN length(p), nodes(p)[1].key ORDER BY length(p)",
        [[2, FIBRE], [2, FIBRE]],
    ),
    "co-membership": (
        "MATCH (a:Alliance)<-[:MEMBER_OF]-(m:MemberUnit)-[:MEMBER_OF]->(b:Alliance) WHERE a.key < b.key "
        "RETURN a.key, b.key, count(DISTINCT m) AS shared", [[STEEL, FIBRE, 2]],
    ),
    "evidence": (
        "MATCH (:Thing {key: $huaqian})-[r:MEMBER_OF]->(:Thing {key: $fibre}) "
        "MATCH (i:BulletinItem)-[:STATES]->(s:Statement {edge: r.key}) RETURN i.name, s.role, s.kind",
        [["化纤联盟召开年会", "member", "news"]],
    ),
    "evidence where any": (
        "MATCH ()-[r:MEMBER_OF]->(:Thing {key: $fibre}), (s:Statement {edge: r.key, kind: 'news'}) "
        "RETURN count(s)", [[3]],
    ),
    "evidence in a subquery": (
        "MATCH ()-[r:MEMBER_OF]->(:Thing {key: $fibre}) RETURN sum(COUNT { (:Statement {edge: r.key}) })", [[5]],
    ),
    "evidence, if any": (
        "MATCH (:Thing {key: $huaqian})-[r:MEMBER_OF]->() OPTIONAL MATCH (:BulletinItem)-[:STATES]->"
        "(s:Statement {edge: r.key}) RETURN s.kind", [["news"]],
    ),
    "same role": (
        "MATCH (a)-[r:MEMBER_OF]->(x:Thing {key: $steel}) MATCH (b)-[:MEMBER_OF {role: r.role}]->(y:Alliance) "
        "RETURN DISTINCT a.name, b.name, y.key ORDER BY a.name, b.name, y.key LIMIT 2",
        [["宝钢集团", "宝钢集团", STEEL], ["宝钢集团", "清华大学", FIBRE]],
    ),
    "dates as text": (
        "MATCH (e:Event) WHERE e.date >= '2024-06-01' AND e.date < '2024-07' RETURN e.key", [[FORUM]],
    ),
    "part of a date": ("MATCH (e:Thing {key: $forum}) RETURN substring(e.date, 0, 4)", [["2024"]]),
    "map projection": ("MATCH (n:Thing {key: $steel}) RETURN n {.name, .founded, x: 1}", [[
        {"name": "钢铁可循环流程技术创新战略联盟", "founded": "2007-06-10", "x": 1}]]),
    "map literal": ("WITH {a: 1, b: [2]} AS m RETURN m.a, m['b'], keys(m)", [[1, [2], ["a", "b"]]]),
    "dynamic property": ("MATCH (n:Thing {key: $steel}) RETURN n[$property]", [["2007-06-10"]]),
    "hostile value": ("MATCH (n:Enterprise {name: $hostile}) RETURN n.name", [[HOSTILE[1]]]),
    "comments": ("/* one */ MATCH (n:Alliance) // two\n RETURN count(n)", [[3]]),
    "quoted names": ("MATCH (`the node`:`Alliance`) RETURN count(`the node`) AS `how many`", [[3]]),
    "boolean logic": ("RETURN true AND null, false AND null, true XOR true, NOT null, null = null",
                      [[None, False, False, None, None]]),
    "comparison chains": ("RETURN 1 < 2 < 3, 1 <> 2, 'a' < 'b'", [[True, True, True]]),
    "concatenation": ("RETURN 'a' + 'b', [1] + [2], 'n' + 1", [["ab", [1, 2], "n1"]]),
    "with star": ("MATCH (a:Alliance) WITH *, 1 AS one RETURN count(a), sum(one)", [[3, 3]]),
    "cartesian": ("MATCH (a:Alliance), (b:Alliance) WHERE a.key < b.key RETURN count(*)", [[3]]),
    "shared variable": ("MATCH (a)-[:MEMBER_OF]->(b)<-[:MEMBER_OF]-(a) RETURN count(DISTINCT a)", [[1]]),
    "labels as a set": ("MATCH (n:Thing {key: $forum}) UNWIND labels(n) AS l RETURN l ORDER BY l",
                        [["Event"], ["Thing"]]),
    "properties": ("MATCH (n:Thing {key: $steel}) RETURN size(keys(n))", [[6]]),
    "top per group": (
        "MATCH (m)-[:MEMBER_OF]->(a:Alliance) WITH a, m ORDER BY m.key WITH a, collect(DISTINCT m.key)[0] AS first "
        "WHERE a.key = $fibre RETURN first", [["Enterprise/华签科技"]],
    ),
    "percentile": ("UNWIND [1, 2, 3, 4] AS x RETURN percentileCont(x, 0.5), percentileDisc(x, 0.5)", [[2.5, 2]]),
}

PARAMETERS: dict[str, Any] = {
    "fibre": FIBRE, "steel": STEEL, "tsinghua": TSINGHUA, "huaqian": HUAQIAN, "forum": FORUM, "two": 2,
    "alias": "化纤联盟", "keys": [FIBRE, STEEL], "property": "founded", "hostile": HOSTILE[1],
}


@pytest.mark.parametrize("construct", BATTERY)
def test_the_dialect(loaded: Store, construct: str) -> None:
    text, rows = BATTERY[construct]
    used = {name: value for name, value in PARAMETERS.items() if f"${name}" in text}
    found = [list(row) for row in loaded.query(text, used).rows]
    ordered = "ORDER BY" in text.rpartition("RETURN")[2]
    assert found == rows if ordered else sorted(found, key=repr) == sorted(rows, key=repr)
