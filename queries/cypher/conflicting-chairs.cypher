// title = { zh = "几个理事长单位", en = "Alliances with several chairs" }
// question = { zh = "哪些联盟同时有几个现任理事长单位，由谁说明？", en = "Which alliances have several present chairs, and which?" }
// tags = ["quality", "whole-graph"]
// order = ["alliance_key"]
//
// [columns]
// alliance_key = "key"
// alliance = "text"
// chairs = "int"
// names = "list"
// edges = "edges"

MATCH (m:Thing)-[r:MEMBER_OF]->(a:Alliance) WHERE r.role = 'chair' AND r.until IS NULL
WITH a, count(DISTINCT m.key) AS chairs, collect(DISTINCT m.name) AS names, collect(DISTINCT r.key) AS edges
WHERE chairs > 1
RETURN a.key AS alliance_key, a.name AS alliance, chairs, names, edges
ORDER BY alliance_key
