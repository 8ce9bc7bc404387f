// title = { zh = "某地的活动", en = "Events in a place" }
// question = { zh = "这个地方举办了哪些活动，由谁主办？", en = "Which events are held in a place, and who hosts them?" }
// tags = ["events"]
// order = ["event_key"]
//
// [parameters]
// place = { type = "thing:Place", about = "地点", example = "北京" }
// start = { type = "date", about = "从何时起（含），日、月或年", optional = true, example = "2024-01" }
// end = { type = "date", about = "到何时止（含），日、月或年", optional = true, example = "2024-12" }
//
// [columns]
// event_key = "key"
// event = "text"
// date = "date?"
// status = "text?"
// hosts = "list"
// edges = "edges"

MATCH (p:Thing {key: $place})<-[r:HELD_IN]-(e:Event)
WHERE ($start IS NULL OR last(split(e.date, '/')) >= $start OR $start STARTS WITH last(split(e.date, '/')))
  AND ($end IS NULL OR e.date <= $end OR e.date STARTS WITH $end)
OPTIONAL MATCH (h:Thing)-[o:ORGANIZES]->(e) WHERE o.role = 'host'
RETURN e.key AS event_key, e.name AS event, e.date AS date, e.status AS status,
       collect(DISTINCT h.name) AS hosts, collect(DISTINCT r.key) AS edges
ORDER BY event_key
