// title = { zh = "名称含某词的活动", en = "Events by a word of their name" }
// question = { zh = "哪些活动的名称含有这个词（论坛、培训、博览会……）？", en = "Which events have this word in their name (forum, training, fair …)?" }
// tags = ["events", "whole-graph"]
// order = ["event_key"]
//
// [parameters]
// word = { type = "text", about = "名称中的词", example = "论坛" }
//
// [columns]
// event_key = "key"
// event = "text"
// date = "date?"
// status = "text?"
// hosts = "list"
// edges = "edges"

MATCH (e:Event) WHERE e.name CONTAINS $word
OPTIONAL MATCH (h:Thing)-[o:ORGANIZES]->(e) WHERE o.role = 'host'
RETURN e.key AS event_key, e.name AS event, e.date AS date, e.status AS status,
       collect(DISTINCT h.name) AS hosts, collect(DISTINCT o.key) AS edges
ORDER BY event_key
