// title = { zh = "活动参加者", en = "Who takes part in an event" }
// question = { zh = "谁出席、发言、参展、签约、走访或参加了这个活动的培训？", en = "Who attends an event, speaks, exhibits, signs, visits or trains there?" }
// tags = ["events"]
// order = ["participant_key", "role"]
//
// [parameters]
// event = { type = "thing:Event", about = "活动", example = "高端数控机床创新论坛" }
//
// [columns]
// participant_key = "key"
// participant = "text"
// type = "text"
// role = "text"
// statements = "int"
// edges = "edges"

MATCH (e:Thing {key: $event})<-[r:PARTICIPATES_IN]-(o:Thing)
RETURN o.key AS participant_key, o.name AS participant, o.type AS type, coalesce(r.role, 'unspecified') AS role,
       r.evidence AS statements, [r.key] AS edges
ORDER BY participant_key, role
