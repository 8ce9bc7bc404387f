// title = { zh = "状态相矛盾的活动", en = "Cancelled events that took place" }
// question = { zh = "哪些活动说已取消或延期，又有人组织、参加或举办？", en = "Which events are said to be cancelled or postponed, and yet have organisers, participants or a place?" }
// tags = ["quality", "whole-graph"]
// order = ["event_key"]
//
// [columns]
// event_key = "key"
// event = "text"
// status = "text"
// facts = "int"
// edges = "edges"

MATCH (e:Event)-[r]-(x:Thing)
WHERE e.status IN ['cancelled', 'postponed'] AND r.predicate IN ['organizes', 'participatesIn', 'heldIn']
RETURN e.key AS event_key, e.name AS event, e.status AS status, count(DISTINCT r.key) AS facts,
       collect(DISTINCT r.key) AS edges
ORDER BY event_key
