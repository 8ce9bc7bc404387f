// title = { zh = "联盟成员重叠", en = "Overlaps between alliances" }
// question = { zh = "哪些联盟之间有共同的现任成员，有几个，是哪些？", en = "Which alliances share present members, how many, and which?" }
// tags = ["alliances", "whole-graph"]
// order = ["-shared", "one_key", "other_key"]
//
// [parameters]
// at_least = { type = "int", about = "至少几个", default = 1, example = "2" }
//
// [columns]
// one_key = "key"
// one = "text"
// other_key = "key"
// other = "text"
// shared = "int"
// members = "list"
// edges = "edges"

MATCH (a:Alliance)<-[r:MEMBER_OF]-(m:Thing)-[s:MEMBER_OF]->(b:Alliance)
WHERE a.key < b.key AND r.until IS NULL AND s.until IS NULL
WITH a, b, count(DISTINCT m.key) AS shared, collect(DISTINCT m.name) AS members,
     collect(DISTINCT r.key) + collect(DISTINCT s.key) AS edges
WHERE shared >= $at_least
RETURN a.key AS one_key, a.name AS one, b.key AS other_key, b.name AS other, shared, members, edges
ORDER BY shared DESC, one_key, other_key
