// title = { zh = "同名者", en = "Namesakes" }
// question = { zh = "哪些不同的事物名称完全相同，各是什么？", en = "Which different things have exactly the same name?" }
// tags = ["people", "quality", "whole-graph"]
// order = ["name"]
//
// [columns]
// name = "text"
// things = "int"
// keys = "list"

MATCH (n:Thing)
WHERE NOT (n:Bulletin OR n:BulletinItem OR n:Section)
WITH n.name AS name, count(n) AS things, collect(n.key) AS keys
WHERE things > 1
RETURN name, things, keys
ORDER BY name
