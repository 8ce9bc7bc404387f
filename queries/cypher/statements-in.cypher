// title = { zh = "一条简报的陈述", en = "What an item states" }
// question = { zh = "这条简报陈述了哪些事实，原句是什么？", en = "Which facts does an item of a bulletin state, and in which words?" }
// tags = ["provenance"]
// order = ["start", "statement_key"]
//
// [parameters]
// item = { type = "thing:BulletinItem", about = "条目：编号（2024-06#1）或标题", example = "seed#1" }
//
// [columns]
// start = "int"
// predicate = "text"
// role = "text"
// subject_key = "key"
// subject = "text"
// object_key = "key"
// object = "text"
// quote = "text"
// confidence = "float"
// rule = "text"
// statement_key = "key"
// edges = "edges"

MATCH (i:Thing {key: $item})-[:STATES]->(s:Statement)
WITH s, s.subject AS from, s.object AS to
MATCH (x:Thing {key: from})
MATCH (y:Thing {key: to})
RETURN s.start_offset AS start, s.predicate AS predicate, coalesce(s.role, 'unspecified') AS role,
       x.key AS subject_key, x.name AS subject, y.key AS object_key, y.name AS object, s.quote AS quote,
       s.confidence AS confidence, s.rule AS rule, s.key AS statement_key, [s.edge] AS edges
ORDER BY start, statement_key
