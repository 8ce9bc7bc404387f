// title = { zh = "共同主办者", en = "Co-hosts of an organisation" }
// question = { zh = "谁与这个单位共同主办了活动，有几个，是哪些？", en = "Who hosts events together with an organisation, how many, and which?" }
// tags = ["events", "collaboration"]
// order = ["-events", "host_key"]
//
// [parameters]
// organization = { type = "thing:Organization", about = "单位", example = "临床试验联盟" }
//
// [columns]
// host_key = "key"
// host = "text"
// type = "text"
// events = "int"
// names = "list"
// edges = "edges"

MATCH (o:Thing {key: $organization})-[r:ORGANIZES]->(e:Event)<-[s:ORGANIZES]-(h:Thing)
WHERE r.role = 'host' AND s.role = 'host' AND h.key <> $organization
RETURN h.key AS host_key, h.name AS host, h.type AS type, count(DISTINCT e.key) AS events,
       collect(DISTINCT e.name) AS names, collect(DISTINCT r.key) + collect(DISTINCT s.key) AS edges
ORDER BY events DESC, host_key
