// title = { zh = "同期活动", en = "Events within an event" }
// question = { zh = "这个活动期间或同期举行了哪些活动？", en = "Which events are held within an event or alongside it?" }
// tags = ["events"]
// order = ["sub_event_key"]
//
// [parameters]
// event = { type = "thing:Event", about = "活动", example = "第十三届中国数控机床展览会" }
//
// [columns]
// sub_event_key = "key"
// sub_event = "text"
// date = "date?"
// status = "text?"
// edges = "edges"

MATCH (e:Thing {key: $event})<-[r:SUB_EVENT_OF]-(s:Event)
RETURN s.key AS sub_event_key, s.name AS sub_event, s.date AS date, s.status AS status, [r.key] AS edges
ORDER BY sub_event_key
