// title = { zh = "获得的荣誉", en = "Honours of a thing" }
// question = { zh = "这个单位、人物或成果获得了哪些荣誉或入选了什么，由谁颁发？", en = "Which honours or lists did an organisation, person or result win, and who awards them?" }
// tags = ["results", "people"]
// order = ["honour_key"]
//
// [parameters]
// winner = { type = "thing", about = "单位、人物或成果", example = "高品质原位聚合原液着色聚酯大容量制备关键技术" }
//
// [columns]
// honour_key = "key"
// honour = "text"
// type = "text"
// awarded_by = "list"
// statements = "int"
// edges = "edges"

MATCH (w:Thing {key: $winner})-[r:SELECTED_FOR]->(h:Thing)
OPTIONAL MATCH (o:Thing)-[g:AWARDS]->(h)
RETURN h.key AS honour_key, h.name AS honour, h.type AS type, collect(DISTINCT o.name) AS awarded_by,
       r.evidence AS statements, collect(DISTINCT r.key) + collect(DISTINCT g.key) AS edges
ORDER BY honour_key
