// title = { zh = "没有读出事实的条目", en = "Items without a fact" }
// question = { zh = "哪些新闻条目没有读出任何事实，提到了几个事物？", en = "Out of which news items was no fact read, and how many things do they mention?" }
// tags = ["quality", "whole-graph"]
// order = ["item_key"]
//
// [columns]
// item_key = "key"
// item = "text"
// bulletin = "text"
// date = "date?"
// mentions = "int"

MATCH (i:BulletinItem)
WHERE i.kind = 'news' AND NOT EXISTS { MATCH (i)-[:STATES]->(s:Statement) }
OPTIONAL MATCH (i)-[:MENTIONS]->(n:Thing)
RETURN i.key AS item_key, i.name AS item, i.bulletin AS bulletin, i.date AS date, count(DISTINCT n.key) AS mentions
ORDER BY item_key
