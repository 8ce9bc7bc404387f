// title = { zh = "共同的合作伙伴", en = "Partners that two organisations share" }
// question = { zh = "谁与这两个单位都有合作，与各方以何种方式？", en = "Who works with both organisations, and how with each?" }
// tags = ["collaboration"]
// order = ["partner_key"]
//
// [parameters]
// one = { type = "thing:Organization", about = "一方", example = "清华大学" }
// other = { type = "thing:Organization", about = "另一方", example = "北京大学" }
//
// [columns]
// partner_key = "key"
// partner = "text"
// type = "text"
// ways_one = "list"
// ways_other = "list"
// edges = "edges"

MATCH (a:Thing {key: $one})-[r:COOPERATES_WITH]-(p:Thing)-[s:COOPERATES_WITH]-(b:Thing {key: $other})
WHERE $one <> $other AND p.key <> $one AND p.key <> $other
RETURN p.key AS partner_key, p.name AS partner, p.type AS type, collect(DISTINCT r.role) AS ways_one,
       collect(DISTINCT s.role) AS ways_other, collect(DISTINCT r.key) + collect(DISTINCT s.key) AS edges
ORDER BY partner_key
