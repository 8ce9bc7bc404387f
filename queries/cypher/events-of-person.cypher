// title = { zh = "人物参加的活动", en = "Events of a person" }
// question = { zh = "这个人参加了哪些活动，以什么身份？", en = "Which events does a person take part in, and how?" }
// tags = ["people", "events"]
// order = ["event_key", "role"]
//
// [parameters]
// person = { type = "thing:Person", about = "人物", example = "王志峰" }
//
// [columns]
// event_key = "key"
// event = "text"
// role = "text"
// date = "date?"
// edges = "edges"

MATCH (p:Thing {key: $person})-[r:PARTICIPATES_IN]->(e:Event)
RETURN e.key AS event_key, e.name AS event, coalesce(r.role, 'unspecified') AS role, e.date AS date, [r.key] AS edges
ORDER BY event_key, role
