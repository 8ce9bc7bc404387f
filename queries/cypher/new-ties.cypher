// title = { zh = "新建立的合作", en = "New cooperation of a period" }
// question = { zh = "哪些合作关系在这段时间的简报中首次出现？", en = "Which cooperation does a bulletin of this period state for the first time?" }
// tags = ["collaboration", "whole-graph"]
// order = ["first_seen", "one_key", "other_key", "way"]
//
// [parameters]
// start = { type = "date", about = "从何时起（含），日、月或年", optional = true, example = "2024-01" }
// end = { type = "date", about = "到何时止（含），日、月或年", optional = true, example = "2024-12" }
//
// [columns]
// one_key = "key"
// one = "text"
// other_key = "key"
// other = "text"
// way = "text"
// first_seen = "date"
// statements = "int"
// edges = "edges"

MATCH (a:Thing)-[r:COOPERATES_WITH]->(b:Thing)
WHERE r.first_seen IS NOT NULL AND ($start IS NULL OR last(split(r.first_seen, '/')) >= $start OR $start STARTS WITH last(split(r.first_seen, '/')))
  AND ($end IS NULL OR r.first_seen <= $end OR r.first_seen STARTS WITH $end)
RETURN a.key AS one_key, a.name AS one, b.key AS other_key, b.name AS other, coalesce(r.role, 'unspecified') AS way,
       r.first_seen AS first_seen, r.evidence AS statements, [r.key] AS edges
ORDER BY first_seen, one_key, other_key, way
