// title = { zh = "项目成果", en = "Results of a project" }
// question = { zh = "这个项目由谁承担，有哪些成果，由谁研制？", en = "What came out of a project, and who developed it?" }
// tags = ["results"]
// order = ["result_key"]
//
// [parameters]
// project = { type = "thing:Project", about = "项目", example = "高品质原液着色聚酯原位法连续聚合技术应用" }
//
// [columns]
// result_key = "key"
// result = "text"
// developers = "list"
// edges = "edges"

MATCH (p:Thing {key: $project})<-[r:OUTCOME_OF]-(a:Thing)
OPTIONAL MATCH (o:Thing)-[d:DEVELOPS]->(a)
RETURN a.key AS result_key, a.name AS result, collect(DISTINCT o.name) AS developers,
       collect(DISTINCT r.key) + collect(DISTINCT d.key) AS edges
ORDER BY result_key
