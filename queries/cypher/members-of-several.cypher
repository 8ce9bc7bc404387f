// title = { zh = "加入多个联盟的单位", en = "Members of several alliances" }
// question = { zh = "哪些单位现在同时是几个联盟的成员，各任何职皆可？", en = "Which organisations are present members of several alliances, in whatever role?" }
// tags = ["alliances", "whole-graph"]
// order = ["-alliances", "organization_key"]
//
// [parameters]
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
WHERE r.until IS NULL
WITH m, count(DISTINCT a.key) AS alliances, collect(DISTINCT a.name) AS names, collect(DISTINCT r.key) AS edges
WHERE alliances >= $at_least
RETURN m.key AS organization_key, m.name AS organization, m.type AS type, alliances, names, edges
ORDER BY alliances DESC, organization_key
