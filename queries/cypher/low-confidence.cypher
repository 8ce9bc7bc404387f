// title = { zh = "把握不大的陈述", en = "Doubtful statements" }
// question = { zh = "哪些陈述的可信度低于这个值？", en = "Which statements are less sure than this?" }
// tags = ["quality", "whole-graph"]
// order = ["confidence", "statement_key"]
//
// [parameters]
// below = { type = "float", about = "可信度低于", default = 0.6, example = "0.8" }
//
// [columns]
// statement_key = "key"
// confidence = "float"
// predicate = "text"
// role = "text"
// subject = "text"
// object = "text"
// quote = "text"
// item = "text"
// rule = "text"
// edges = "edges"

MATCH (s:Statement) WHERE s.confidence < $below
WITH s, s.subject AS from, s.object AS to
MATCH (s)<-[:STATES]-(i:BulletinItem)
MATCH (x:Thing {key: from})
MATCH (y:Thing {key: to})
RETURN s.key AS statement_key, s.confidence AS confidence, s.predicate AS predicate,
       coalesce(s.role, 'unspecified') AS role, x.name AS subject, y.name AS object, s.quote AS quote, i.name AS item,
       s.rule AS rule, [s.edge] AS edges
ORDER BY confidence, statement_key
