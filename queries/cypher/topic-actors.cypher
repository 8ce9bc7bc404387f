// title = { zh = "谁在做这个主题", en = "Who works on a topic" }
// question = { zh = "哪些单位组织、发布、起草、提出或承担了关于这个主题的活动、政策、标准、报告和项目？", en = "Which organisations organise, issue, draft, propose or undertake what is about a topic?" }
// tags = ["topics"]
// order = ["-works", "actor_key"]
//
// [parameters]
// topic = { type = "thing:Topic", about = "主题", example = "新质生产力" }
//
// [columns]
// actor_key = "key"
// actor = "text"
// type = "text"
// works = "int"
// names = "list"
// deeds = "list"
// edges = "edges"

MATCH (t:Thing {key: $topic})<-[s:ABOUT]-(w:Thing)<-[r:ORGANIZES|ISSUES|DRAFTS|PROPOSES|UNDERTAKES]-(o:Thing)
RETURN o.key AS actor_key, o.name AS actor, o.type AS type, count(DISTINCT w.key) AS works,
       collect(DISTINCT w.name) AS names, collect(DISTINCT r.predicate) AS deeds,
       collect(DISTINCT r.key) + collect(DISTINCT s.key) AS edges
ORDER BY works DESC, actor_key
