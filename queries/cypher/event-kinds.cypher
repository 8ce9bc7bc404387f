// title = { zh = "活动种类", en = "Kinds of event" }
// question = { zh = "名称中带有会议、论坛、培训、博览会等词的活动各有多少？一个活动可属几种。", en = "How many events have a word of each kind in their name: meeting, forum, training, fair …? One event may be of several kinds." }
// tags = ["events", "whole-graph"]
// order = ["-events", "kind"]
//
// [columns]
// kind = "text"
// events = "int"
// names = "list"

UNWIND ['会议', '年会', '大会', '理事会', '座谈',
        '论坛', '研讨会', '培训', '展览', '博览会', '签约', '走访', '竞赛', '评审', '鉴定', '发布会'] AS kind
MATCH (e:Event) WHERE e.name CONTAINS kind
RETURN kind, count(e) AS events, collect(DISTINCT e.name) AS names
ORDER BY events DESC, kind
