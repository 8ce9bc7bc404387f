// title = { zh = "关于某主题的政策、标准与报告", en = "Policies, standards and reports on a topic" }
// question = { zh = "哪些政策、标准、报告、项目或活动是关于这个主题的？", en = "Which policies, standards, reports, projects or events are about a topic?" }
// tags = ["policies", "topics"]
// order = ["work_key"]
//
// [parameters]
// topic = { type = "thing:Topic", about = "主题", example = "新质生产力" }
//
// [columns]
// work_key = "key"
// work = "text"
// type = "text"
// date = "date?"
// statements = "int"
// edges = "edges"

MATCH (t:Thing {key: $topic})<-[r:ABOUT]-(w:Thing)
RETURN w.key AS work_key, w.name AS work, w.type AS type, w.date AS date, r.evidence AS statements, [r.key] AS edges
ORDER BY work_key
