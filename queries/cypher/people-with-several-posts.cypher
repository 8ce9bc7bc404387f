// title = { zh = "任多个职务的人", en = "People with posts at several organisations" }
// question = { zh = "哪些人在几个单位任职，在哪些单位？", en = "Who holds posts at several organisations, and which?" }
// tags = ["people", "whole-graph"]
// order = ["-organizations", "person_key"]
//
// [parameters]
// at_least = { type = "int", about = "至少几个", default = 2, example = "3" }
//
// [columns]
// person_key = "key"
// person = "text"
// organizations = "int"
// names = "list"
// edges = "edges"

MATCH (p:Person)-[r:HOLDS_POST]->(o:Thing)
WITH p, count(DISTINCT o.key) AS organizations, collect(DISTINCT o.name) AS names, collect(DISTINCT r.key) AS edges
WHERE organizations >= $at_least
RETURN p.key AS person_key, p.name AS person, organizations, names, edges
ORDER BY organizations DESC, person_key
