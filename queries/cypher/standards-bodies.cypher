// title = { zh = "标准化技术委员会", en = "Standards committees" }
// question = { zh = "有哪些标准化技术委员会，由谁归口，归口几项标准？", en = "Which standards committees are there, who administers them, and how many standards do they administer?" }
// tags = ["standards", "whole-graph"]
// order = ["body_key"]
//
// [columns]
// body_key = "key"
// body = "text"
// code = "text?"
// administered_by = "list"
// standards = "int"
// edges = "edges"

MATCH (b:StandardsBody)
OPTIONAL MATCH (o:Thing)-[g:ADMINISTERS]->(b)
OPTIONAL MATCH (b)-[r:ADMINISTERS]->(s:Standard)
RETURN b.key AS body_key, b.name AS body, b.code AS code, collect(DISTINCT o.name) AS administered_by,
       count(DISTINCT s.key) AS standards, collect(DISTINCT g.key) + collect(DISTINCT r.key) AS edges
ORDER BY body_key
