// title = { zh = "投资与所有", en = "What an organisation owns" }
// question = { zh = "这个单位投资、控股或拥有哪些单位和成果，又归谁所有？", en = "What does an organisation own, and who owns it?" }
// tags = ["results"]
// order = ["direction", "thing_key"]
//
// [parameters]
// organization = { type = "thing:Organization", about = "单位", example = "汽车轻量化联盟" }
//
// [columns]
// direction = "text"
// thing_key = "key"
// thing = "text"
// type = "text"
// statements = "int"
// edges = "edges"

MATCH (o:Thing {key: $organization})-[r:OWNS]-(x:Thing)
RETURN CASE WHEN startNode(r).key = $organization THEN 'owns' ELSE 'owned by' END AS direction,
       x.key AS thing_key, x.name AS thing, x.type AS type, r.evidence AS statements, [r.key] AS edges
ORDER BY direction, thing_key
