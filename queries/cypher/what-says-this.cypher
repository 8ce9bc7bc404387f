// title = { zh = "谁这样说", en = "What says this" }
// question = { zh = "哪些句子说明这两者之间的关系？", en = "Which sentences state a relation between these two?" }
// tags = ["provenance"]
// order = ["item_key", "start", "statement_key"]
//
// [parameters]
// one = { type = "thing", about = "一方", example = "汽车轻量化联盟" }
// other = { type = "thing", about = "另一方", example = "国汽轻量化" }
//
// [columns]
// item_key = "key"
// item = "text"
// date = "date?"
// subject = "text"
// predicate = "text"
// object = "text"
// role = "text?"
// quote = "text"
// start = "int"
// confidence = "float"
// rule = "text"
// statement_key = "key"
// edges = "edges"

MATCH (a:Thing {key: $one})-[r]-(b:Thing {key: $other}) WHERE r.evidence IS NOT NULL
WITH DISTINCT r.key AS edge, startNode(r) AS x, endNode(r) AS y
MATCH (s:Statement {edge: edge})<-[:STATES]-(i:BulletinItem)
RETURN i.key AS item_key, i.name AS item, i.date AS date, x.name AS subject, s.predicate AS predicate,
       y.name AS object, s.role AS role, s.quote AS quote, s.start_offset AS start, s.confidence AS confidence,
       s.rule AS rule, s.key AS statement_key, [edge] AS edges
ORDER BY item_key, start, statement_key
