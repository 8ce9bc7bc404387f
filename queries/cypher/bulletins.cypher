// title = { zh = "简报与名册", en = "Bulletins and rosters" }
// question = { zh = "图由哪些简报和名册构成，何时发布，有多少条目和陈述？", en = "Which bulletins and rosters is the graph made of, dated when, with how many items and statements?" }
// tags = ["provenance", "whole-graph"]
// order = ["bulletin_key"]
//
// [columns]
// bulletin_key = "key"
// bulletin = "text"
// kind = "text"
// issue = "text?"
// date = "date?"
// items = "int"
// statements = "int"

MATCH (b:Bulletin)
OPTIONAL MATCH (i:BulletinItem)-[:PART_OF_BULLETIN]->(b)
OPTIONAL MATCH (i)-[:STATES]->(s:Statement)
RETURN b.key AS bulletin_key, b.name AS bulletin, b.kind AS kind, b.issue AS issue, b.date AS date,
       count(DISTINCT i.key) AS items, count(DISTINCT s.key) AS statements
ORDER BY bulletin_key
