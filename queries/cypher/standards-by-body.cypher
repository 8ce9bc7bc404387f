// title = { zh = "归口的标准与委员会", en = "What a body administers" }
// question = { zh = "这个机构归口管理哪些标准和标准化委员会？", en = "Which standards and standards committees does a body administer (归口)?" }
// tags = ["standards"]
// order = ["work_key"]
//
// [parameters]
// body = { type = "thing:Organization", about = "机构", example = "SAC/TC580" }
//
// [columns]
// work_key = "key"
// work = "text"
// type = "text"
// code = "text?"
// level = "text?"
// edges = "edges"

MATCH (b:Thing {key: $body})-[r:ADMINISTERS]->(s:Thing)
RETURN s.key AS work_key, s.name AS work, s.type AS type, s.code AS code, s.level AS level, [r.key] AS edges
ORDER BY work_key
