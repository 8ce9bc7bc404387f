// title = { zh = "标准或报告的起草者", en = "Who drafts a standard or report" }
// question = { zh = "谁牵头、参与或组织起草了这项标准或报告？", en = "Who leads, joins or organises the drafting of a standard or report?" }
// tags = ["standards"]
// order = ["drafter_key", "role"]
//
// [parameters]
// work = { type = "thing:Work", about = "标准或报告", example = "T/CSA 082" }
//
// [columns]
// drafter_key = "key"
// drafter = "text"
// type = "text"
// role = "text"
// statements = "int"
// edges = "edges"

MATCH (w:Thing {key: $work})<-[r:DRAFTS]-(o:Thing)
RETURN o.key AS drafter_key, o.name AS drafter, o.type AS type, coalesce(r.role, 'unspecified') AS role,
       r.evidence AS statements, [r.key] AS edges
ORDER BY drafter_key, role
