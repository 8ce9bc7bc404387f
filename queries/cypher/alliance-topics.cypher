// title = { zh = "多个联盟共同的主题", en = "Topics that alliances share" }
// question = { zh = "哪些主题有几个联盟在做，是哪些联盟？", en = "Which topics do several alliances work on, and which alliances are they?" }
// tags = ["topics", "whole-graph"]
// order = ["-alliances", "topic_key"]
//
// [parameters]
// at_least = { type = "int", about = "至少几个", default = 2, example = "3" }
//
// [columns]
// topic_key = "key"
// topic = "text"
// alliances = "int"
// names = "list"
// edges = "edges"

MATCH (a:Alliance)-[r:ORGANIZES|ISSUES|DRAFTS|PROPOSES|UNDERTAKES]->(w:Thing)-[s:ABOUT]->(t:Topic)
WITH t, count(DISTINCT a.key) AS alliances, collect(DISTINCT a.name) AS names,
     collect(DISTINCT r.key) + collect(DISTINCT s.key) AS edges
WHERE alliances >= $at_least
RETURN t.key AS topic_key, t.name AS topic, alliances, names, edges
ORDER BY alliances DESC, topic_key
