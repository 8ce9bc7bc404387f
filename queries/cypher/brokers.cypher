// title = { zh = "结构洞位置", en = "Brokers between separate groups" }
// question = { zh = "哪些单位（或联盟）的伙伴之间彼此不相连（Burt 约束系数低、有效规模大）？", en = "Which organisations (or alliances) have partners that are not tied to each other (low Burt constraint, large effective size)?" }
// tags = ["collaboration", "measures", "whole-graph"]
// order = ["constraint", "organization_key"]
//
// [parameters]
// of = { type = "choice", about = "联盟之间，还是其他单位之间", choices = ["organizations", "alliances"], default = "organizations", example = "alliances" }
//
// [columns]
// organization_key = "key"
// organization = "text"
// type = "text"
// constraint = "float"
// effective_size = "float"

MATCH (n:Organization)
WHERE (n.type = 'Alliance') = ($of = 'alliances') AND n.constraint IS NOT NULL
RETURN n.key AS organization_key, n.name AS organization, n.type AS type, n.constraint AS constraint, n.effective_size AS effective_size
ORDER BY constraint, organization_key
