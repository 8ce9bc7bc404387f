// title = { zh = "沉默的联盟", en = "Silent alliances" }
// question = { zh = "自某时起，哪些联盟没有活动和合作见于简报，此前最后见于何时？", en = "Which alliances have no event and no cooperation in the bulletins since then, and when were they last seen before?" }
// tags = ["collaboration", "whole-graph"]
// order = ["alliance_key"]
//
// [parameters]
// start = { type = "date", about = "自何时起", example = "2024-06" }
//
// [columns]
// alliance_key = "key"
// alliance = "text"
// last_seen = "date?"

MATCH (a:Alliance)
WHERE NOT EXISTS {
  MATCH (a)-[r:ORGANIZES|PARTICIPATES_IN|COOPERATES_WITH]-(:Thing)
  WHERE r.last_seen >= $start OR $start STARTS WITH r.last_seen
}
OPTIONAL MATCH (a)-[s:ORGANIZES|PARTICIPATES_IN|COOPERATES_WITH]-(:Thing)
RETURN a.key AS alliance_key, a.name AS alliance, max(s.last_seen) AS last_seen
ORDER BY alliance_key
