// title = { zh = "申请入盟单位", en = "Who applied to join" }
// question = { zh = "哪些单位申请加入这个联盟，后来是否成为成员？", en = "Who applied to join an alliance, and is it a member as well?" }
// tags = ["alliances"]
// order = ["applicant_key"]
//
// [parameters]
// alliance = { type = "thing:Alliance", about = "联盟", example = "木竹联盟" }
//
// [columns]
// applicant_key = "key"
// applicant = "text"
// type = "text"
// status = "text?"
// first_seen = "date?"
// member = "flag"
// edges = "edges"

MATCH (a:Thing {key: $alliance})<-[r:APPLIES_TO]-(m:Thing)
RETURN m.key AS applicant_key, m.name AS applicant, m.type AS type, r.status AS status, r.first_seen AS first_seen,
       EXISTS { (m)-[:MEMBER_OF]->(a) } AS member, [r.key] AS edges
ORDER BY applicant_key
