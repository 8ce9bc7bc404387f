// title = { zh = "合作伙伴", en = "Partners of an organisation" }
// question = { zh = "谁与这个单位合作，以何种方式，有几处说明，最早最晚见于何时？", en = "Who works with an organisation, in which ways, in how many statements, first and last seen when?" }
// tags = ["collaboration"]
// order = ["-statements", "partner_key"]
//
// [parameters]
// organization = { type = "thing:Organization", about = "单位", example = "临床试验联盟" }
//
// [columns]
// partner_key = "key"
// partner = "text"
// type = "text"
// ways = "list"
// statements = "int"
// first_seen = "date?"
// last_seen = "date?"
// edges = "edges"

MATCH (o:Thing {key: $organization})-[r:COOPERATES_WITH]-(p:Thing)
RETURN p.key AS partner_key, p.name AS partner, p.type AS type, collect(DISTINCT r.role) AS ways,
       sum(r.evidence) AS statements, min(r.first_seen) AS first_seen, max(r.last_seen) AS last_seen,
       collect(DISTINCT r.key) AS edges
ORDER BY statements DESC, partner_key
