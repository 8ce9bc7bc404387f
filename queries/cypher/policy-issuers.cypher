// title = { zh = "政策的发布者", en = "Who issued a policy" }
// question = { zh = "谁发布、签署或批准了这项政策、标准或报告？", en = "Who issued, signed or approved a policy, standard or report?" }
// tags = ["policies"]
// order = ["issuer_key", "role"]
//
// [parameters]
// work = { type = "thing:Work", about = "政策、标准或报告", example = "国家重点研发计划管理暂行办法" }
//
// [columns]
// issuer_key = "key"
// issuer = "text"
// type = "text"
// role = "text"
// statements = "int"
// edges = "edges"

MATCH (w:Thing {key: $work})<-[r:ISSUES]-(o:Thing)
RETURN o.key AS issuer_key, o.name AS issuer, o.type AS type, coalesce(r.role, 'unspecified') AS role,
       r.evidence AS statements, [r.key] AS edges
ORDER BY issuer_key, role
