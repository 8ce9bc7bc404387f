// title = { zh = "既是成员又是申请者", en = "Members that also apply" }
// question = { zh = "哪些单位对同一联盟既有成员关系又有申请？", en = "Which organisations are both members of and applicants to the same alliance?" }
// tags = ["quality", "whole-graph"]
// order = ["alliance_key", "organization_key"]
//
// [columns]
// alliance_key = "key"
// alliance = "text"
// organization_key = "key"
// organization = "text"
// roles = "list"
// left = "date?"
// edges = "edges"

MATCH (a:Thing)<-[r:MEMBER_OF]-(m:Thing)-[s:APPLIES_TO]->(a)
RETURN a.key AS alliance_key, a.name AS alliance, m.key AS organization_key, m.name AS organization,
       collect(DISTINCT r.role) AS roles, max(r.until) AS left,
       collect(DISTINCT r.key) + collect(DISTINCT s.key) AS edges
ORDER BY alliance_key, organization_key
