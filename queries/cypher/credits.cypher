// title = { zh = "供稿与信息来源", en = "Credits" }
// question = { zh = "谁供稿、信息出自哪里，各有多少条？", en = "Who contributes items, and which sources are quoted, how often?" }
// tags = ["provenance", "whole-graph"]
// order = ["-items", "credit", "kind"]
//
// [columns]
// credit = "text"
// kind = "text"
// items = "int"
// bulletins = "list"

MATCH (i:BulletinItem) WHERE i.credit IS NOT NULL
RETURN i.credit AS credit, coalesce(i.credit_kind, 'unspecified') AS kind, count(i) AS items,
       collect(DISTINCT i.bulletin) AS bulletins
ORDER BY items DESC, credit, kind
