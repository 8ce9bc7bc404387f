// title = { zh = "两者共同的关系", en = "What two organisations have in common" }
// question = { zh = "这两个单位共同参与了哪些联盟、活动、标准、成果和项目，各做了什么？", en = "Which alliances, events, standards, results and projects do two organisations share, and what does each do there?" }
// tags = ["collaboration"]
// order = ["type", "via_key"]
//
// [parameters]
// one = { type = "thing:Organization", about = "一方", example = "清华大学" }
// other = { type = "thing:Organization", about = "另一方", example = "北京大学" }
//
// [columns]
// type = "text"
// via_key = "key"
// via = "text"
// one_does = "list"
// other_does = "list"
// edges = "edges"

MATCH (a:Thing {key: $one})-[r:MEMBER_OF|ORGANIZES|PARTICIPATES_IN|DRAFTS|ISSUES|PROPOSES|DEVELOPS|UNDERTAKES]->(x:Thing)
MATCH (b:Thing {key: $other})-[s:MEMBER_OF|ORGANIZES|PARTICIPATES_IN|DRAFTS|ISSUES|PROPOSES|DEVELOPS|UNDERTAKES]->(x)
WHERE $one <> $other
RETURN x.type AS type, x.key AS via_key, x.name AS via, collect(DISTINCT r.predicate) AS one_does,
       collect(DISTINCT s.predicate) AS other_does, collect(DISTINCT r.key) + collect(DISTINCT s.key) AS edges
ORDER BY type, via_key
