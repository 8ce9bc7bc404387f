// title = { zh = "一段时间的活动", en = "Events of a period" }
// question = { zh = "这段时间有哪些活动，谁主办，在哪里？未注明日期的活动不在其中。", en = "Which events fall into a period, who hosts them, and where? Events without a date are left out." }
// tags = ["events", "whole-graph"]
// order = ["date", "event_key"]
//
// [parameters]
// start = { type = "date", about = "从何时起（含），日、月或年", optional = true, example = "2024-01" }
// end = { type = "date", about = "到何时止（含），日、月或年", optional = true, example = "2024-12" }
//
// [columns]
// event_key = "key"
// event = "text"
// date = "date"
// status = "text?"
// hosts = "list"
// places = "list"
// edges = "edges"

MATCH (e:Event)
WHERE e.date IS NOT NULL AND ($start IS NULL OR last(split(e.date, '/')) >= $start OR $start STARTS WITH last(split(e.date, '/')))
  AND ($end IS NULL OR e.date <= $end OR e.date STARTS WITH $end)
OPTIONAL MATCH (h:Thing)-[o:ORGANIZES]->(e) WHERE o.role = 'host'
OPTIONAL MATCH (e)-[:HELD_IN]->(p:Thing)
RETURN e.key AS event_key, e.name AS event, e.date AS date, e.status AS status,
       collect(DISTINCT h.name) AS hosts, collect(DISTINCT p.name) AS places, collect(DISTINCT o.key) AS edges
ORDER BY date, event_key
