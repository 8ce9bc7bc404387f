// title = { zh = "联盟职务构成", en = "Roles in an alliance" }
// question = { zh = "联盟的各种职务各有多少现任单位，是哪些？", en = "How many present members does an alliance have in each role, and which?" }
// tags = ["alliances"]
// order = ["role"]
//
// [parameters]
// alliance = { type = "thing:Alliance", about = "联盟", example = "稀土联盟" }
//
// [columns]
// role = "text"
// members = "int"
// names = "list"
// edges = "edges"

MATCH (a:Thing {key: $alliance})<-[r:MEMBER_OF]-(m:Thing) WHERE r.until IS NULL
RETURN coalesce(r.role, 'unspecified') AS role, count(DISTINCT m.key) AS members, collect(DISTINCT m.name) AS names,
       collect(DISTINCT r.key) AS edges
ORDER BY role
