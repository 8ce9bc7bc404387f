// title = { zh = "计划中、取消或延期的活动", en = "Planned, cancelled or postponed events" }
// question = { zh = "哪些活动尚在计划、已取消或延期，由谁组织？", en = "Which events are planned, cancelled or postponed, and who organises them?" }
// tags = ["events", "whole-graph"]
// order = ["event_key"]
//
// [parameters]
// status = { type = "choice", about = "状态", choices = ["planned", "cancelled", "postponed"], default = "planned", example = "cancelled" }
//
// [columns]
// event_key = "key"
// event = "text"
// date = "date?"
// organizers = "list"
// edges = "edges"

MATCH (e:Event) WHERE e.status = $status
OPTIONAL MATCH (h:Thing)-[o:ORGANIZES]->(e)
RETURN e.key AS event_key, e.name AS event, e.date AS date, collect(DISTINCT h.name) AS organizers,
       collect(DISTINCT o.key) AS edges
ORDER BY event_key
