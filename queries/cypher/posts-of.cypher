// title = { zh = "人物的职务", en = "Posts of a person" }
// question = { zh = "这个人在哪些单位任职，任什么职务？", en = "At which organisations does a person hold posts, and which?" }
// tags = ["people"]
// order = ["organization_key"]
//
// [parameters]
// person = { type = "thing:Person", about = "人物", example = "王志峰" }
//
// [columns]
// organization_key = "key"
// organization = "text"
// type = "text"
// posts = "list"
// first_seen = "date?"
// last_seen = "date?"
// edges = "edges"

MATCH (p:Thing {key: $person})-[r:HOLDS_POST]->(o:Thing)
RETURN o.key AS organization_key, o.name AS organization, o.type AS type, r.posts AS posts,
       r.first_seen AS first_seen, r.last_seen AS last_seen, [r.key] AS edges
ORDER BY organization_key
