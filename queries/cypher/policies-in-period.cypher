// title = { zh = "一段时间的政策", en = "Policies of a period" }
// question = { zh = "这段时间发布了哪些政策，由谁发布？未注明日期的政策不在其中。", en = "Which policies are dated in a period, and who issued them? Policies without a date are left out." }
// tags = ["policies", "whole-graph"]
// order = ["date", "policy_key"]
//
// [parameters]
// start = { type = "date", about = "从何时起（含），日、月或年", optional = true, example = "2024-01" }
// end = { type = "date", about = "到何时止（含），日、月或年", optional = true, example = "2024-12" }
//
// [columns]
// policy_key = "key"
// policy = "text"
// date = "date"
// code = "text?"
// issuers = "list"
// edges = "edges"

MATCH (p:Policy)
WHERE p.date IS NOT NULL AND ($start IS NULL OR last(split(p.date, '/')) >= $start OR $start STARTS WITH last(split(p.date, '/')))
  AND ($end IS NULL OR p.date <= $end OR p.date STARTS WITH $end)
OPTIONAL MATCH (o:Thing)-[r:ISSUES]->(p)
RETURN p.key AS policy_key, p.name AS policy, p.date AS date, p.code AS code, collect(DISTINCT o.name) AS issuers,
       collect(DISTINCT r.key) AS edges
ORDER BY date, policy_key
