// title = { zh = "荣誉获得者", en = "Winners of an honour" }
// question = { zh = "谁获得了这项荣誉或入选了这个名单？", en = "Who won an honour, or was put on a list?" }
// tags = ["results"]
// order = ["winner_key"]
//
// [parameters]
// honour = { type = "thing", about = "荣誉或名单", example = "中央企业科技创新成果产品手册（2023年版）" }
//
// [columns]
// winner_key = "key"
// winner = "text"
// type = "text"
// statements = "int"
// edges = "edges"

MATCH (h:Thing {key: $honour})<-[r:SELECTED_FOR]-(w:Thing)
RETURN w.key AS winner_key, w.name AS winner, w.type AS type, r.evidence AS statements, [r.key] AS edges
ORDER BY winner_key
