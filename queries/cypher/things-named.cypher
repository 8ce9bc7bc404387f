// title = { zh = "按名称查找", en = "Look a name up" }
// question = { zh = "哪些事物的名称或别名含有这些字？", en = "Which things have these characters in their name or an alias?" }
// tags = ["provenance", "whole-graph"]
// order = ["thing_key"]
//
// [parameters]
// text = { type = "text", about = "名称的一部分", example = "化纤" }
//
// [columns]
// thing_key = "key"
// thing = "text"
// type = "text"
// matching = "list"

MATCH (n:Thing)
WHERE NOT (n:Bulletin OR n:BulletinItem OR n:Section)
UNWIND [n.name] + coalesce(n.aliases, []) AS form
WITH n, form WHERE form CONTAINS $text
RETURN n.key AS thing_key, n.name AS thing, n.type AS type, collect(DISTINCT form) AS matching
ORDER BY thing_key
