// title = { zh = "未注明日期的活动", en = "Events without a date" }
// question = { zh = "哪些活动没有日期，由谁组织，见于哪期简报？", en = "Which events have no date, who organises them, and in which bulletins are they?" }
// tags = ["quality", "whole-graph"]
// order = ["event_key"]
//
// [columns]
// event_key = "key"
// event = "text"
// status = "text?"
// organizers = "list"
// bulletins = "list"

MATCH (e:Event) WHERE e.date IS NULL
OPTIONAL MATCH (o:Thing)-[:ORGANIZES]->(e)
OPTIONAL MATCH (i:BulletinItem)-[:MENTIONS]->(e)
RETURN e.key AS event_key, e.name AS event, e.status AS status, collect(DISTINCT o.name) AS organizers,
       collect(DISTINCT i.bulletin) AS bulletins
ORDER BY event_key
