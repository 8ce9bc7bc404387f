// title = { zh = "各月活动数", en = "Events by month" }
// question = { zh = "每个月（日期只到年的按年）有多少活动，其中多少是计划中、多少已取消？", en = "How many events are there in each month (or year, where no month is known), and how many of them are planned or cancelled?" }
// tags = ["events", "whole-graph"]
// order = ["month"]
//
// [parameters]
// start = { type = "date", about = "从何时起（含），日、月或年", optional = true, example = "2024-01" }
// end = { type = "date", about = "到何时止（含），日、月或年", optional = true, example = "2024-12" }
//
// [columns]
// month = "date"
// events = "int"
// planned = "int"
// cancelled = "int"

MATCH (e:Event)
WHERE e.date IS NOT NULL AND ($start IS NULL OR last(split(e.date, '/')) >= $start OR $start STARTS WITH last(split(e.date, '/')))
  AND ($end IS NULL OR e.date <= $end OR e.date STARTS WITH $end)
RETURN left(e.date, 7) AS month, count(e) AS events, count(CASE WHEN e.status = 'planned' THEN 1 END) AS planned,
       count(CASE WHEN e.status = 'cancelled' THEN 1 END) AS cancelled
ORDER BY month
