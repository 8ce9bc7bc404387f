// title = { zh = "联系最多的单位", en = "Best connected" }
// question = { zh = "哪些单位（或联盟）与最多的单位相连（度与强度）？", en = "Which organisations (or alliances) are tied to most others (degree and strength)?" }
// tags = ["collaboration", "measures", "whole-graph"]
// order = ["-degree", "organization_key"]
//
// [parameters]
// of = { type = "choice", about = "联盟之间，还是其他单位之间", choices = ["organizations", "alliances"], default = "organizations", example = "alliances" }
//
// [columns]
// organization_key = "key"
// organization = "text"
// type = "text"
// degree = "int"
// strength = "float"
// core = "int"

MATCH (n:Organization)
WHERE (n.type = 'Alliance') = ($of = 'alliances') AND n.degree > 0
RETURN n.key AS organization_key, n.name AS organization, n.type AS type, n.degree AS degree, n.strength AS strength, n.core AS core
ORDER BY degree DESC, organization_key
