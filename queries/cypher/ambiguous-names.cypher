// title = { zh = "有歧义的名称", en = "Ambiguous names" }
// question = { zh = "哪些名称或别名可指几个不同的事物？", en = "Which names or aliases may mean several different things?" }
// tags = ["quality", "whole-graph"]
// order = ["name"]
//
// [columns]
// name = "text"
// things = "int"
// keys = "list"

MATCH (n:Thing)
WHERE NOT (n:Bulletin OR n:BulletinItem OR n:Section)
UNWIND [n.name] + coalesce(n.aliases, []) AS name
WITH name, collect(DISTINCT n.key) AS keys
WHERE size(keys) > 1
RETURN name, size(keys) AS things, keys
ORDER BY name
