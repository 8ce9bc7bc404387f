// title = { zh = "多个联盟的理事长单位", en = "Chairs of several alliances" }
// question = { zh = "哪些单位现在在几个联盟担任同一职务（默认理事长单位）？", en = "Which organisations hold this role (chair, unless told otherwise) in several alliances now?" }
// tags = ["alliances", "whole-graph"]
// order = ["-alliances", "organization_key"]
//
// [parameters]
// role = { type = "choice", about = "职务", choices = ["chair", "vice-chair", "council", "lead", "initiator", "secretariat", "member"], default = "chair", example = "vice-chair" }
// at_least = { type = "int", about = "至少几个", default = 2, example = "3" }
//
// [columns]
// organization_key = "key"
// organization = "text"
// type = "text"
// alliances = "int"
// names = "list"
// edges = "edges"

MATCH (m:Thing)-[r:MEMBER_OF]->(a:Alliance)
WHERE r.role = $role AND r.until IS NULL
WITH m, count(DISTINCT a.key) AS alliances, collect(DISTINCT a.name) AS names, collect(DISTINCT r.key) AS edges
WHERE alliances >= $at_least
RETURN m.key AS organization_key, m.name AS organization, m.type AS type, alliances, names, edges
ORDER BY alliances DESC, organization_key
