// title = { zh = "共同主办的组合", en = "Pairs of co-hosts" }
// question = { zh = "哪些单位共同主办了活动，每对有几个，是哪些？", en = "Which pairs of organisations host events together, how many, and which?" }
// tags = ["events", "collaboration", "whole-graph"]
// order = ["-events", "one_key", "other_key"]
//
// [parameters]
// at_least = { type = "int", about = "至少几个", default = 1, example = "2" }
//
// [columns]
// one_key = "key"
// one = "text"
// other_key = "key"
// other = "text"
// events = "int"
// names = "list"
// edges = "edges"

MATCH (a:Thing)-[r:ORGANIZES]->(e:Event)<-[s:ORGANIZES]-(b:Thing)
WHERE r.role = 'host' AND s.role = 'host' AND a.key < b.key
WITH a, b, count(DISTINCT e.key) AS events, collect(DISTINCT e.name) AS names,
     collect(DISTINCT r.key) + collect(DISTINCT s.key) AS edges
WHERE events >= $at_least
RETURN a.key AS one_key, a.name AS one, b.key AS other_key, b.name AS other, events, names, edges
ORDER BY events DESC, one_key, other_key
