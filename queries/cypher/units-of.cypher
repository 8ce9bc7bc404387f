// title = { zh = "下属机构", en = "Units of an organisation" }
// question = { zh = "这个单位有哪些下属机构（秘书处、委员会、工作组、所属单位）？", en = "Which units does an organisation have: secretariat, committees, working groups, subsidiaries?" }
// tags = ["alliances"]
// order = ["unit_key"]
//
// [parameters]
// organization = { type = "thing:Organization", about = "单位", example = "联盟协发网" }
//
// [columns]
// unit_key = "key"
// unit = "text"
// type = "text"
// first_seen = "date?"
// statements = "int"
// edges = "edges"

MATCH (o:Thing {key: $organization})<-[r:PART_OF]-(u:Thing)
RETURN u.key AS unit_key, u.name AS unit, u.type AS type, r.first_seen AS first_seen, r.evidence AS statements,
       [r.key] AS edges
ORDER BY unit_key
