// title = { zh = "桥梁单位", en = "Bridges" }
// question = { zh = "哪些单位（或联盟）处在其他单位之间的最短路径上（中介中心性，Freeman 1977）？", en = "Which organisations (or alliances) lie on the shortest paths between others (betweenness, Freeman 1977)?" }
// tags = ["collaboration", "measures", "whole-graph"]
// order = ["-betweenness", "organization_key"]
//
// [parameters]
// of = { type = "choice", about = "联盟之间，还是其他单位之间", choices = ["organizations", "alliances"], default = "organizations", example = "alliances" }
//
// [columns]
// organization_key = "key"
// organization = "text"
// type = "text"
// betweenness = "float"
// degree = "int"
// alliances = "int"

MATCH (n:Organization)
WHERE (n.type = 'Alliance') = ($of = 'alliances') AND n.betweenness > 0
RETURN n.key AS organization_key, n.name AS organization, n.type AS type, n.betweenness AS betweenness, n.degree AS degree, n.alliances AS alliances
ORDER BY betweenness DESC, organization_key
