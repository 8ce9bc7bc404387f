// title = { zh = "联盟名录", en = "All alliances" }
// question = { zh = "有哪些联盟，属于哪个领域和批次，何时成立，有多少现任成员，谁是理事长单位？", en = "Which alliances are there, in what field and batch, founded when, with how many present members and which chairs?" }
// tags = ["alliances", "whole-graph"]
// order = ["alliance_key"]
//
// [parameters]
// of_field = { type = "text", about = "只看这个领域", optional = true, example = "新材料" }
// of_batch = { type = "text", about = "只看这个批次", optional = true, example = "pilot-2010-1" }
//
// [columns]
// alliance_key = "key"
// alliance = "text"
// field = "text?"
// batch = "text?"
// founded = "date?"
// members = "int"
// chairs = "list"
// edges = "edges"

MATCH (a:Alliance)
WHERE ($of_field IS NULL OR a.field = $of_field) AND ($of_batch IS NULL OR a.batch = $of_batch)
OPTIONAL MATCH (m:Thing)-[r:MEMBER_OF]->(a) WHERE r.until IS NULL
RETURN a.key AS alliance_key, a.name AS alliance, a.field AS field, a.batch AS batch, a.founded AS founded,
       count(DISTINCT m.key) AS members, collect(DISTINCT CASE WHEN r.role = 'chair' THEN m.name END) AS chairs,
       collect(DISTINCT CASE WHEN r.role = 'chair' THEN r.key END) AS edges
ORDER BY alliance_key
