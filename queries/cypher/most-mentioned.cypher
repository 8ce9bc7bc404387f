// title = { zh = "提及最多的", en = "Most mentioned" }
// question = { zh = "哪些事物（可限定类别）被最多的条目提到？", en = "Which things (of a class, if one is given) do most items mention?" }
// tags = ["provenance", "whole-graph"]
// order = ["-items", "thing_key"]
//
// [parameters]
// type = { type = "text", about = "类别，如 Enterprise、Person", optional = true, example = "Enterprise" }
//
// [columns]
// thing_key = "key"
// thing = "text"
// class = "text"
// items = "int"

MATCH (n:Thing) WHERE $type IS NULL OR n.type = $type
WITH n.key AS thing_key, n.name AS thing, n.type AS class, COUNT { (:BulletinItem)-[:MENTIONS]->(n) } AS items
WHERE items > 0
RETURN thing_key, thing, class, items
ORDER BY items DESC, thing_key
