// title = { zh = "单位承担的项目", en = "Projects of an organisation" }
// question = { zh = "这个单位承担哪些项目，有哪些成果？", en = "Which projects does an organisation undertake, and what came out of them?" }
// tags = ["results"]
// order = ["project_key"]
//
// [parameters]
// organization = { type = "thing:Organization", about = "单位", example = "化纤联盟" }
//
// [columns]
// project_key = "key"
// project = "text"
// results = "list"
// edges = "edges"

MATCH (o:Thing {key: $organization})-[r:UNDERTAKES]->(p:Project)
OPTIONAL MATCH (a:Thing)-[s:OUTCOME_OF]->(p)
RETURN p.key AS project_key, p.name AS project, collect(DISTINCT a.name) AS results,
       collect(DISTINCT r.key) + collect(DISTINCT s.key) AS edges
ORDER BY project_key
