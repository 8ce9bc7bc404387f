// title = { zh = "单位研制的成果", en = "Results of an organisation" }
// question = { zh = "这个单位研制了哪些技术、产品和成果，与谁一起，出自哪个项目？", en = "Which technologies, products and results does an organisation develop, with whom, and in which project?" }
// tags = ["results"]
// order = ["result_key"]
//
// [parameters]
// organization = { type = "thing:Organization", about = "单位", example = "化纤联盟" }
//
// [columns]
// result_key = "key"
// result = "text"
// together_with = "list"
// projects = "list"
// edges = "edges"

MATCH (o:Thing {key: $organization})-[r:DEVELOPS]->(a:Achievement)
OPTIONAL MATCH (w:Thing)-[:DEVELOPS]->(a) WHERE w.key <> $organization
OPTIONAL MATCH (a)-[:OUTCOME_OF]->(p:Project)
RETURN a.key AS result_key, a.name AS result, collect(DISTINCT w.name) AS together_with,
       collect(DISTINCT p.name) AS projects, collect(DISTINCT r.key) AS edges
ORDER BY result_key
