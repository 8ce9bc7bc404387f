// title = { zh = "主题排行", en = "Topics by weight" }
// question = { zh = "哪些主题涉及的活动、政策、标准、报告和项目最多？", en = "Which topics are most events, policies, standards, reports and projects about?" }
// tags = ["topics", "whole-graph"]
// order = ["-works", "topic_key"]
//
// [columns]
// topic_key = "key"
// topic = "text"
// works = "int"
// kinds = "list"

MATCH (w:Thing)-[r:ABOUT]->(t:Topic)
RETURN t.key AS topic_key, t.name AS topic, count(DISTINCT w.key) AS works, collect(DISTINCT w.type) AS kinds
ORDER BY works DESC, topic_key
