// title = { zh = "关于某物的全部事实", en = "All facts about a thing" }
// question = { zh = "图中关于它的事实有哪些：与谁、何种关系、何种角色、几处说明？", en = "Which facts does the graph hold about a thing: with whom, of what kind, in what role, in how many statements?" }
// tags = ["provenance"]
// order = ["direction", "predicate", "other_key", "role"]
//
// [parameters]
// thing = { type = "thing", about = "事物", example = "化纤联盟" }
//
// [columns]
// direction = "text"
// predicate = "text"
// role = "text"
// other_key = "key"
// other = "text"
// type = "text"
// statements = "int"
// first_seen = "date?"
// stated_by = "text"
// edges = "edges"

MATCH (a:Thing {key: $thing})-[r]-(b:Thing) WHERE r.evidence IS NOT NULL
WITH CASE WHEN r.predicate = 'cooperatesWith' THEN 'both ways'
     WHEN startNode(r) = a THEN 'forward' ELSE 'backward' END AS direction, r.predicate AS predicate,
     coalesce(r.role, 'unspecified') AS role, b.key AS other_key, b.name AS other, b.type AS type,
     r.evidence AS statements, r.first_seen AS first_seen, r.stated_by AS stated_by, [r.key] AS edges
RETURN direction, predicate, role, other_key, other, type, statements, first_seen, stated_by, edges
ORDER BY direction, predicate, other_key, role
