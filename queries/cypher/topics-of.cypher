// title = { zh = "单位的主题", en = "Topics of an organisation" }
// question = { zh = "这个单位组织、发布、起草、提出或承担的事情涉及哪些主题？", en = "Which topics does an organisation work on: what it organises, issues, drafts, proposes or undertakes is about them?" }
// tags = ["topics"]
// order = ["-works", "topic_key"]
//
// [parameters]
// organization = { type = "thing:Organization", about = "单位", example = "汽车轻量化联盟" }
//
// [columns]
// topic_key = "key"
// topic = "text"
// works = "int"
// names = "list"
// edges = "edges"

MATCH (o:Thing {key: $organization})-[r:ORGANIZES|ISSUES|DRAFTS|PROPOSES|UNDERTAKES]->(w:Thing)-[s:ABOUT]->(t:Topic)
RETURN t.key AS topic_key, t.name AS topic, count(DISTINCT w.key) AS works, collect(DISTINCT w.name) AS names,
       collect(DISTINCT r.key) + collect(DISTINCT s.key) AS edges
ORDER BY works DESC, topic_key
