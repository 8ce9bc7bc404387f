// title = { zh = "孤立的事物", en = "Isolated things" }
// question = { zh = "哪些事物只被提到，没有任何事实？", en = "Which things are only mentioned, without any fact?" }
// tags = ["quality", "whole-graph"]
// order = ["thing_key"]
//
// [columns]
// thing_key = "key"
// thing = "text"
// type = "text"
// items = "int"

MATCH (n:Thing)
WHERE NOT (n:Bulletin OR n:BulletinItem OR n:Section)
  AND NOT EXISTS { MATCH (n)-[r]-(:Thing) WHERE r.evidence IS NOT NULL }
RETURN n.key AS thing_key, n.name AS thing, n.type AS type, COUNT { (:BulletinItem)-[:MENTIONS]->(n) } AS items
ORDER BY thing_key
