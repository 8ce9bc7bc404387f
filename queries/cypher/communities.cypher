// title = { zh = "合作社群", en = "Communities" }
// question = { zh = "合作网络分成哪些社群，各有哪些联盟和多少单位？", en = "Which communities does the collaboration network fall into, with which alliances and how many organisations?" }
// tags = ["collaboration", "measures", "whole-graph"]
// order = ["-organizations", "community"]
//
// [columns]
// community = "text"
// organizations = "int"
// alliances = "list"

MATCH (n:Organization) WHERE n.community IS NOT NULL
RETURN n.community AS community, count(n) AS organizations,
       collect(DISTINCT CASE WHEN n.type = 'Alliance' THEN n.name END) AS alliances
ORDER BY organizations DESC, community
