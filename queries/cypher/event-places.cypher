// title = { zh = "活动地点", en = "Where events are held" }
// question = { zh = "各地举办了多少活动，是哪些？", en = "How many events are held in each place, and which?" }
// tags = ["events", "whole-graph"]
// order = ["-events", "place_key"]
//
// [columns]
// place_key = "key"
// place = "text"
// events = "int"
// names = "list"
// edges = "edges"

MATCH (e:Event)-[r:HELD_IN]->(p:Thing)
RETURN p.key AS place_key, p.name AS place, count(DISTINCT e.key) AS events, collect(DISTINCT e.name) AS names,
       collect(DISTINCT r.key) AS edges
ORDER BY events DESC, place_key
