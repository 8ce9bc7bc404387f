// title = { zh = "政策的修改", en = "What a policy amends, and what amends it" }
// question = { zh = "这项政策修改了哪些政策，又被哪些政策修改？", en = "Which policies does a policy amend, and which amend it?" }
// tags = ["policies"]
// order = ["direction", "policy_key"]
//
// [parameters]
// policy = { type = "thing:Policy", about = "政策", example = "国家科学技术奖励条例" }
//
// [columns]
// direction = "text"
// policy_key = "key"
// title = "text"
// date = "date?"
// edges = "edges"

MATCH (p:Thing {key: $policy})-[r:AMENDS]-(other:Policy)
RETURN CASE WHEN startNode(r).key = $policy THEN 'amends' ELSE 'amended by' END AS direction,
       other.key AS policy_key, other.name AS title, other.date AS date, [r.key] AS edges
ORDER BY direction, policy_key
