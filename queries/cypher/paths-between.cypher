// title = { zh = "两者之间的路径", en = "Paths between two things" }
// question = { zh = "这两者之间最短的路径（至多三步）经过谁？主题、地点和申请不算。", en = "Through whom do the shortest paths between two things run, at most three steps long? Topics, places and applications are no steps." }
// tags = ["collaboration"]
// order = ["hops", "path_keys"]
//
// [parameters]
// one = { type = "thing", about = "一方", example = "汽车轻量化联盟" }
// other = { type = "thing", about = "另一方", example = "清华大学" }
//
// [columns]
// hops = "int"
// path = "text"
// path_keys = "key"
// edges = "edges"

MATCH (a:Thing {key: $one})
MATCH (b:Thing {key: $other})
WHERE a.key <> b.key
MATCH p = allShortestPaths((a)-[:MEMBER_OF|PART_OF|HOLDS_POST|ORGANIZES|PARTICIPATES_IN|SUB_EVENT_OF|COOPERATES_WITH|ISSUES|PROPOSES|
  ADMINISTERS|DRAFTS|AMENDS|DEVELOPS|UNDERTAKES|OUTCOME_OF|SELECTED_FOR|AWARDS|OWNS*..3]-(b))
WITH [n IN nodes(p) | n.key] AS keys, [n IN nodes(p) | n.name] AS names, [r IN relationships(p) | r.key] AS ties
UNWIND ties AS tie
RETURN size(keys) - 1 AS hops,
       reduce(text = head(names), name IN tail(names) | text + ' – ' + name) AS path,
       reduce(text = head(keys), k IN tail(keys) | text + ' – ' + k) AS path_keys,
       collect(DISTINCT tie) AS edges
ORDER BY hops, path_keys
