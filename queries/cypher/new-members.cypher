// title = { zh = "新成员", en = "New members of a period" }
// question = { zh = "哪些成员关系在这段时间的简报中首次出现？", en = "Which memberships does a bulletin of this period state for the first time?" }
// tags = ["alliances", "whole-graph"]
// order = ["first_seen", "alliance_key", "member_key", "role"]
//
// [parameters]
// start = { type = "date", about = "从何时起（含），日、月或年", optional = true, example = "2024-01" }
// end = { type = "date", about = "到何时止（含），日、月或年", optional = true, example = "2024-12" }
//
// [columns]
// alliance_key = "key"
// alliance = "text"
// member_key = "key"
// member = "text"
// role = "text"
// first_seen = "date"
// edges = "edges"

MATCH (m:Thing)-[r:MEMBER_OF]->(a:Alliance)
WHERE r.first_seen IS NOT NULL AND ($start IS NULL OR last(split(r.first_seen, '/')) >= $start OR $start STARTS WITH last(split(r.first_seen, '/')))
  AND ($end IS NULL OR r.first_seen <= $end OR r.first_seen STARTS WITH $end)
RETURN a.key AS alliance_key, a.name AS alliance, m.key AS member_key, m.name AS member,
       coalesce(r.role, 'unspecified') AS role, r.first_seen AS first_seen, [r.key] AS edges
ORDER BY first_seen, alliance_key, member_key, role
