// title = { zh = "活动组织者", en = "Who organises an event" }
// question = { zh = "谁主办、承办、协办、发起、指导或支持了这个活动？", en = "Who hosts, undertakes, assists, initiates, guides or supports an event?" }
// tags = ["events"]
// order = ["organizer_key", "role"]
//
// [parameters]
// event = { type = "thing:Event", about = "活动", example = "高端数控机床创新论坛" }
//
// [columns]
// organizer_key = "key"
// organizer = "text"
// type = "text"
// role = "text"
// statements = "int"
// edges = "edges"

MATCH (e:Thing {key: $event})<-[r:ORGANIZES]-(o:Thing)
RETURN o.key AS organizer_key, o.name AS organizer, o.type AS type, coalesce(r.role, 'unspecified') AS role,
       r.evidence AS statements, [r.key] AS edges
ORDER BY organizer_key, role
