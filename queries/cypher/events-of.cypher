// title = { zh = "单位组织的活动", en = "Events of an organisation" }
// question = { zh = "这个单位主办、承办、协办、发起、指导或支持了哪些活动？", en = "Which events does an organisation host, undertake, assist, initiate, guide or support?" }
// tags = ["events"]
// order = ["event_key", "part"]
//
// [parameters]
// organization = { type = "thing:Organization", about = "单位", example = "汽车轻量化联盟" }
// role = { type = "choice", about = "只看这种职责", choices = ["host", "undertake", "assist", "initiate", "guide", "support"], optional = true, example = "host" }
//
// [columns]
// event_key = "key"
// event = "text"
// part = "text"
// date = "date?"
// status = "text?"
// places = "list"
// edges = "edges"

MATCH (o:Thing {key: $organization})-[r:ORGANIZES]->(e:Event)
WHERE $role IS NULL OR r.role = $role
OPTIONAL MATCH (e)-[h:HELD_IN]->(p:Thing)
RETURN e.key AS event_key, e.name AS event, coalesce(r.role, 'unspecified') AS part, e.date AS date,
       e.status AS status, collect(DISTINCT p.name) AS places, [r.key] AS edges
ORDER BY event_key, part
