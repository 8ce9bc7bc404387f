// title = { zh = "按来源核对成员", en = "Members by source" }
// question = { zh = "联盟的哪些成员关系只见于名册（或只见于简报，或两者都有）？", en = "Which memberships of an alliance are stated by rosters alone, by bulletins alone, or by both?" }
// tags = ["quality", "alliances"]
// order = ["member_key", "role"]
//
// [parameters]
// alliance = { type = "thing:Alliance", about = "联盟", example = "化纤联盟" }
// source = { type = "choice", about = "来源", choices = ["roster", "bulletin", "both"], default = "roster", example = "both" }
//
// [columns]
// member_key = "key"
// member = "text"
// role = "text"
// statements = "int"
// confidence = "float"
// edges = "edges"

MATCH (a:Thing {key: $alliance})<-[r:MEMBER_OF]-(m:Thing) WHERE r.stated_by = $source
RETURN m.key AS member_key, m.name AS member, coalesce(r.role, 'unspecified') AS role, r.evidence AS statements,
       r.confidence AS confidence, [r.key] AS edges
ORDER BY member_key, role
