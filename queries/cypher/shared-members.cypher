// title = { zh = "共同成员", en = "Shared members" }
// question = { zh = "哪些单位同时是这两个联盟的成员，各任何职？", en = "Who is a member of both alliances, and in what roles?" }
// tags = ["alliances"]
// order = ["member_key"]
//
// [parameters]
// one = { type = "thing:Alliance", about = "一个联盟", example = "汽车轻量化联盟" }
// other = { type = "thing:Alliance", about = "另一个联盟", example = "中国智能网联汽车产业创新联盟" }
//
// [columns]
// member_key = "key"
// member = "text"
// type = "text"
// roles_one = "list"
// roles_other = "list"
// left_one = "date?"
// left_other = "date?"
// edges = "edges"

MATCH (a:Thing {key: $one})<-[r:MEMBER_OF]-(m:Thing)-[s:MEMBER_OF]->(b:Thing {key: $other})
WHERE $one <> $other
RETURN m.key AS member_key, m.name AS member, m.type AS type,
       collect(DISTINCT r.role) AS roles_one, collect(DISTINCT s.role) AS roles_other,
       max(r.until) AS left_one, max(s.until) AS left_other,
       collect(DISTINCT r.key) + collect(DISTINCT s.key) AS edges
ORDER BY member_key
