// title = { zh = "一期简报的条目", en = "Items of a bulletin" }
// question = { zh = "这期简报有哪些条目，出自哪个栏目和供稿者，各陈述多少事实？", en = "Which items does a bulletin have, in which section, credited to whom, and how many facts does each state?" }
// tags = ["provenance"]
// order = ["number", "item_key"]
//
// [parameters]
// bulletin = { type = "thing:Bulletin", about = "简报的编号或名称", example = "seed" }
//
// [columns]
// number = "int"
// item_key = "key"
// item = "text"
// section = "text?"
// credit = "text?"
// kind = "text"
// date = "date?"
// statements = "int"

MATCH (b:Thing {key: $bulletin})<-[:PART_OF_BULLETIN]-(i:BulletinItem)
OPTIONAL MATCH (i)-[:STATES]->(s:Statement)
RETURN i.number AS number, i.key AS item_key, i.name AS item, i.section AS section, i.credit AS credit,
       i.kind AS kind, i.date AS date, count(s) AS statements
ORDER BY number, item_key
