// title = { zh = "单位加入的联盟", en = "Alliances of an organisation" }
// question = { zh = "这个单位加入了哪些联盟和网络，任何职，何时起止？", en = "Which alliances and networks does an organisation belong to, in what role, since when and until when?" }
// tags = ["alliances"]
// order = ["alliance_key", "role"]
//
// [parameters]
// organization = { type = "thing:Organization", about = "单位", example = "清华大学" }
//
// [columns]
// alliance_key = "key"
// alliance = "text"
// type = "text"
// role = "text"
// since = "date?"
// until = "date?"
// statements = "int"
// stated_by = "text"
// edges = "edges"

MATCH (m:Thing {key: $organization})-[r:MEMBER_OF]->(a:Thing)
RETURN a.key AS alliance_key, a.name AS alliance, a.type AS type, coalesce(r.role, 'unspecified') AS role,
       r.since AS since, r.until AS until, r.evidence AS statements, r.stated_by AS stated_by, [r.key] AS edges
ORDER BY alliance_key, role
