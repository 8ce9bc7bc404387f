// title = { zh = "单位的人员", en = "People of an organisation" }
// question = { zh = "谁在这个单位任职，任什么职务，有什么头衔？", en = "Who holds a post at an organisation, which, and with what titles?" }
// tags = ["people"]
// order = ["person_key"]
//
// [parameters]
// organization = { type = "thing:Organization", about = "单位", example = "联盟协发网" }
//
// [columns]
// person_key = "key"
// person = "text"
// posts = "list"
// titles = "list"
// statements = "int"
// edges = "edges"

MATCH (o:Thing {key: $organization})<-[r:HOLDS_POST]-(p:Person)
RETURN p.key AS person_key, p.name AS person, r.posts AS posts, p.title AS titles, r.evidence AS statements,
       [r.key] AS edges
ORDER BY person_key
