// title = { zh = "与某联盟成员重叠的联盟", en = "Overlaps of one alliance" }
// question = { zh = "哪些联盟与这个联盟有共同的现任成员，有几个，是哪些？", en = "Which alliances share present members with this one, how many, and which?" }
// tags = ["alliances"]
// order = ["-shared", "alliance_key"]
//
// [parameters]
// alliance = { type = "thing:Alliance", about = "联盟", example = "稀土联盟" }
//
// [columns]
// alliance_key = "key"
// other = "text"
// shared = "int"
// members = "list"
// edges = "edges"

MATCH (a:Thing {key: $alliance})<-[r:MEMBER_OF]-(m:Thing)-[s:MEMBER_OF]->(b:Alliance)
WHERE b.key <> $alliance AND r.until IS NULL AND s.until IS NULL
WITH b, count(DISTINCT m.key) AS shared, collect(DISTINCT m.name) AS members,
     collect(DISTINCT r.key) + collect(DISTINCT s.key) AS edges
RETURN b.key AS alliance_key, b.name AS other, shared, members, edges
ORDER BY shared DESC, alliance_key
