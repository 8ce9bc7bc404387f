// title = { zh = "所有修改关系", en = "All amendments" }
// question = { zh = "哪些政策修改了哪些政策？", en = "Which policies amend which?" }
// tags = ["policies", "whole-graph"]
// order = ["amending_key", "amended_key"]
//
// [columns]
// amending_key = "key"
// amending = "text"
// date = "date?"
// amended_key = "key"
// amended = "text"
// amended_date = "date?"
// edges = "edges"

MATCH (p:Policy)-[r:AMENDS]->(o:Policy)
RETURN p.key AS amending_key, p.name AS amending, p.date AS date, o.key AS amended_key, o.name AS amended,
       o.date AS amended_date, [r.key] AS edges
ORDER BY amending_key, amended_key
