// title = { zh = "某级标准", en = "Standards of a level" }
// question = { zh = "有哪些这一级别的标准（国家、行业、团体……），谁起草，谁归口？", en = "Which standards are of a level (national, industry, group …), who drafts them, and who administers them?" }
// tags = ["standards", "whole-graph"]
// order = ["standard_key"]
//
// [parameters]
// level = { type = "text", about = "级别，如 national、industry、group、enterprise", default = "group", example = "national" }
//
// [columns]
// standard_key = "key"
// standard = "text"
// code = "text?"
// date = "date?"
// drafters = "list"
// bodies = "list"
// edges = "edges"

MATCH (s:Standard) WHERE s.level = $level
OPTIONAL MATCH (d:Thing)-[r:DRAFTS]->(s)
OPTIONAL MATCH (b:Thing)-[g:ADMINISTERS]->(s)
RETURN s.key AS standard_key, s.name AS standard, s.code AS code, s.date AS date,
       collect(DISTINCT d.name) AS drafters, collect(DISTINCT b.name) AS bodies,
       collect(DISTINCT r.key) + collect(DISTINCT g.key) AS edges
ORDER BY standard_key
