// title = { zh = "单位与标准", en = "Standards of an organisation" }
// question = { zh = "这个单位起草、提出、归口、发布或批准了哪些标准？", en = "Which standards does an organisation draft, propose, administer, issue or approve?" }
// tags = ["standards"]
// order = ["standard_key", "deed", "role"]
//
// [parameters]
// organization = { type = "thing:Organization", about = "单位", example = "SAC/TC580" }
//
// [columns]
// standard_key = "key"
// standard = "text"
// level = "text?"
// deed = "text"
// role = "text"
// edges = "edges"

MATCH (o:Thing {key: $organization})-[r:ISSUES|DRAFTS|PROPOSES|ADMINISTERS]->(s:Standard)
RETURN s.key AS standard_key, s.name AS standard, s.level AS level, r.predicate AS deed,
       coalesce(r.role, 'unspecified') AS role, [r.key] AS edges
ORDER BY standard_key, deed, role
