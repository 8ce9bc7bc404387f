// title = { zh = "某机构发布的政策", en = "Policies by issuer" }
// question = { zh = "这个机构发布、签署或批准了哪些政策？", en = "Which policies did this body issue, sign or approve?" }
// tags = ["policies"]
// order = ["policy_key", "role"]
//
// [parameters]
// issuer = { type = "thing:Organization", about = "发布机构", example = "科技部" }
//
// [columns]
// policy_key = "key"
// policy = "text"
// role = "text"
// date = "date?"
// code = "text?"
// edges = "edges"

MATCH (o:Thing {key: $issuer})-[r:ISSUES]->(p:Policy)
RETURN p.key AS policy_key, p.name AS policy, coalesce(r.role, 'unspecified') AS role, p.date AS date, p.code AS code,
       [r.key] AS edges
ORDER BY policy_key, role
