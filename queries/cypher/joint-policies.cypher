// title = { zh = "联合发布的政策", en = "Policies issued jointly" }
// question = { zh = "哪些政策由几个单位共同发布、签署或批准？", en = "Which policies are issued, signed or approved by several bodies?" }
// tags = ["policies", "whole-graph"]
// order = ["-bodies", "policy_key"]
//
// [parameters]
// at_least = { type = "int", about = "至少几个", default = 2, example = "3" }
//
// [columns]
// policy_key = "key"
// policy = "text"
// date = "date?"
// bodies = "int"
// issuers = "list"
// edges = "edges"

MATCH (o:Thing)-[r:ISSUES]->(p:Policy)
WITH p, count(DISTINCT o.key) AS bodies, collect(DISTINCT o.name) AS issuers, collect(DISTINCT r.key) AS edges
WHERE bodies >= $at_least
RETURN p.key AS policy_key, p.name AS policy, p.date AS date, bodies, issuers, edges
ORDER BY bodies DESC, policy_key
