// title = { zh = "两个单位共同的主题", en = "Topics that two organisations share" }
// question = { zh = "这两个单位都做哪些主题，各通过什么？", en = "Which topics do both organisations work on, and through what does each?" }
// tags = ["topics", "collaboration"]
// order = ["topic_key"]
//
// [parameters]
// one = { type = "thing:Organization", about = "一方", example = "清华大学" }
// other = { type = "thing:Organization", about = "另一方", example = "北京大学" }
//
// [columns]
// topic_key = "key"
// topic = "text"
// works_one = "list"
// works_other = "list"
// edges = "edges"

MATCH (a:Thing {key: $one})-[r:ORGANIZES|ISSUES|DRAFTS|PROPOSES|UNDERTAKES]->(v:Thing)-[:ABOUT]->(t:Topic)
WITH t, collect(DISTINCT v.name) AS works_one, collect(DISTINCT r.key) AS first
MATCH (b:Thing {key: $other})-[s:ORGANIZES|ISSUES|DRAFTS|PROPOSES|UNDERTAKES]->(w:Thing)-[:ABOUT]->(t)
WITH t, works_one, first, collect(DISTINCT w.name) AS works_other, collect(DISTINCT s.key) AS second
RETURN t.key AS topic_key, t.name AS topic, works_one, works_other, first + second AS edges
ORDER BY topic_key
