// title = { zh = "按职责统计组织者", en = "Organisers by role" }
// question = { zh = "哪些单位以这种职责（默认主办）组织的活动最多？", en = "Which organisations organise the most events in this role (host, unless told otherwise)?" }
// tags = ["events", "whole-graph"]
// order = ["-events", "organizer_key"]
//
// [parameters]
// role = { type = "choice", about = "职责", choices = ["host", "undertake", "assist", "initiate", "guide", "support"], default = "host", example = "guide" }
//
// [columns]
// organizer_key = "key"
// organizer = "text"
// type = "text"
// events = "int"
// names = "list"
// edges = "edges"

MATCH (o:Thing)-[r:ORGANIZES]->(e:Event) WHERE r.role = $role
RETURN o.key AS organizer_key, o.name AS organizer, o.type AS type, count(DISTINCT e.key) AS events,
       collect(DISTINCT e.name) AS names, collect(DISTINCT r.key) AS edges
ORDER BY events DESC, organizer_key
