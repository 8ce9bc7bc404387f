// title = { zh = "提到某物的条目", en = "Items that mention a thing" }
// question = { zh = "哪些简报条目提到了它？", en = "Which items of bulletins mention a thing?" }
// tags = ["provenance"]
// order = ["item_key"]
//
// [parameters]
// thing = { type = "thing", about = "事物", example = "化纤联盟" }
//
// [columns]
// item_key = "key"
// item = "text"
// bulletin = "text"
// date = "date?"
// kind = "text"
// credit = "text?"

MATCH (t:Thing {key: $thing})<-[:MENTIONS]-(i:BulletinItem)
RETURN i.key AS item_key, i.name AS item, i.bulletin AS bulletin, i.date AS date, i.kind AS kind, i.credit AS credit
ORDER BY item_key
