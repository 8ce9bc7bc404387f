// title = { zh = "发言人", en = "Speakers" }
// question = { zh = "谁在活动上作报告、演讲或授课？", en = "Who speaks at events: reports, talks, lectures?" }
// tags = ["events", "people", "whole-graph"]
// order = ["speaker_key", "event_key"]
//
// [parameters]
// start = { type = "date", about = "从何时起（含），日、月或年", optional = true, example = "2024-01" }
// end = { type = "date", about = "到何时止（含），日、月或年", optional = true, example = "2024-12" }
//
// [columns]
// speaker_key = "key"
// speaker = "text"
// type = "text"
// event_key = "key"
// event = "text"
// date = "date?"
// edges = "edges"

MATCH (s:Thing)-[r:PARTICIPATES_IN]->(e:Event)
WHERE r.role = 'speak' AND ($start IS NULL OR last(split(e.date, '/')) >= $start OR $start STARTS WITH last(split(e.date, '/')))
  AND ($end IS NULL OR e.date <= $end OR e.date STARTS WITH $end)
RETURN s.key AS speaker_key, s.name AS speaker, s.type AS type, e.key AS event_key, e.name AS event, e.date AS date,
       [r.key] AS edges
ORDER BY speaker_key, event_key
