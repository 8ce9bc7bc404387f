// title = { zh = "关于某物的原句", en = "Statements about a thing" }
// question = { zh = "哪些句子说到它的事实？", en = "Which sentences state facts about a thing?" }
// tags = ["provenance"]
// order = ["item_key", "start", "statement_key"]
//
// [parameters]
// thing = { type = "thing", about = "事物", example = "化纤联盟" }
//
// [columns]
// item_key = "key"
// item = "text"
// date = "date?"
// predicate = "text"
// role = "text"
// subject = "text"
// object = "text"
// quote = "text"
// start = "int"
// confidence = "float"
// rule = "text"
// statement_key = "key"
// edges = "edges"

MATCH (a:Thing {key: $thing})-[r]-(:Thing) WHERE r.evidence IS NOT NULL
WITH DISTINCT r.key AS edge, startNode(r).name AS subject, endNode(r).name AS object
MATCH (s:Statement {edge: edge})<-[:STATES]-(i:BulletinItem)
WITH i.key AS item_key, i.name AS item, i.date AS date, s.predicate AS predicate,
     coalesce(s.role, 'unspecified') AS role, subject, object, s.quote AS quote, s.start_offset AS start,
     s.confidence AS confidence, s.rule AS rule, s.key AS statement_key, [edge] AS edges
RETURN item_key, item, date, predicate, role, subject, object, quote, start, confidence, rule, statement_key, edges
ORDER BY item_key, start, statement_key
