// title = { zh = "联盟成员", en = "Members of an alliance" }
// question = { zh = "联盟有哪些成员，任何职，何时起止？", en = "Who belongs to an alliance, in what role, since when and until when?" }
// tags = ["alliances"]
// order = ["member_key", "role"]
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
// until = "date?"
// first_seen = "date?"
// statements = "int"
// stated_by = "text"
// edges = "edges"

MATCH (a:Thing {key: $alliance})<-[r:MEMBER_OF]-(m:Thing)
RETURN m.key AS member_key, m.name AS member, m.type AS type, coalesce(r.role, 'unspecified') AS role,
       r.since AS since, r.until AS until, r.first_seen AS first_seen, r.evidence AS statements,
       r.stated_by AS stated_by, [r.key] AS edges
ORDER BY member_key, role
