// title = { zh = "两者之间的直接关系", en = "Direct ties between two things" }
// question = { zh = "这两者之间有哪些直接关系，有几处说明？", en = "Which facts join two things directly, and in how many statements?" }
// tags = ["collaboration"]
// order = ["direction", "predicate", "role"]
//
// [parameters]
// one = { type = "thing", about = "一方", example = "汽车轻量化联盟" }
// other = { type = "thing", about = "另一方", example = "清华大学" }
//
// [columns]
// direction = "text"
// predicate = "text"
// role = "text"
// statements = "int"
// first_seen = "date?"
// last_seen = "date?"
// stated_by = "text"
// edges = "edges"

MATCH (a:Thing {key: $one})-[r]-(b:Thing {key: $other}) WHERE r.evidence IS NOT NULL
RETURN DISTINCT CASE WHEN r.predicate = 'cooperatesWith' THEN 'both ways'
       WHEN startNode(r).key = $one THEN 'forward' ELSE 'backward' END AS direction, r.predicate AS predicate,
       coalesce(r.role, 'unspecified') AS role, r.evidence AS statements, r.first_seen AS first_seen,
       r.last_seen AS last_seen, r.stated_by AS stated_by, [r.key] AS edges
ORDER BY direction, predicate, role
