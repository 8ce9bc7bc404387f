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

MATCH (a:Alliance)<-[r:MEMBER_OF]-(m:Thing) WHERE r.until IS NULL
WITH m, a, collect(r.key) AS facts
WITH m, collect({key: a.key, name: a.name, facts: facts}) AS joined WHERE size(joined) > 1
UNWIND joined AS a UNWIND joined AS b
WITH m.name AS member, a, b WHERE a.key < b.key
WITH a.key AS one_key, a.name AS one, b.key AS other_key, b.name AS other, count(*) AS shared,
     collect(member) AS members, collect(a.facts + b.facts) AS facts
WHERE shared >= $at_least
RETURN one_key, one, other_key, other, shared, members, reduce(all = [], some IN facts | all + some) AS edges
ORDER BY shared DESC, one_key, other_key
