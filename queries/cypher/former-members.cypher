// title = { zh = "退出的成员", en = "Former members" }
// question = { zh = "哪些单位退出了这个联盟，原任何职，何时退出？", en = "Who left an alliance, what was its role, and when did it leave?" }
// tags = ["alliances"]
// order = ["until", "member_key", "role"]
//
// [parameters]
// alliance = { type = "thing:Alliance", about = "联盟", example = "稀土联盟" }
//
// [columns]
// member_key = "key"
// member = "text"
// type = "text"
// role = "text"
// since = "date?"
// until = "date"
// edges = "edges"

MATCH (a:Thing {key: $alliance})<-[r:MEMBER_OF]-(m:Thing) WHERE r.until IS NOT NULL
RETURN m.key AS member_key, m.name AS member, m.type AS type, coalesce(r.role, 'unspecified') AS role,
       r.since AS since, r.until AS until, [r.key] AS edges
ORDER BY until, member_key, role
