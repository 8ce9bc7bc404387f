"""Visits: who goes to whom and where, and who receives them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from .clauses import Hit, Reader
from .draft import Thing
from .masking import EVENT, ORG, PERSON, PLACE, pattern
from .parties import Side, unnamed_event, visitish
from .visitors import visitors_of


@dataclass(slots=True)
class Visit:
    """A visit told so far: its event, whom it went to, where it was told, and the visitors."""

    event: Thing
    targets: set[int]
    at: int
    sentence: tuple[int, int]
    visitors: list[Thing] = field(default_factory=list)


THERE = re.compile("(?:^|[还又并随后组团行])在(\ue002+(?:[、和与及]\ue002+)*)[^，。；\ue000-\ue009]{0,4}$")
_GOES_TO = pattern(r"<L>+，(?:先后|分别|随后|实地|依次|专程|还|并|又)*(?:(?:到|赴|前往|走进)<O>[^，。；<O>]{0,4}(?:考察|调研|参观|走访|访问|学习|交流)|(?:考察|调研|参观|走访|访问|拜访|拜会|看望)了?<O>)")
_GONE = pattern(r"(?:^|(?<=[，。；\n]))(?P<clause>[^，。；\n]{0,40}(?:赴|前往|来到|抵达|走进|奔赴|到)[<O><L>](?:[、和与]?[<O><L>])*)，(?=[^，。；\n]*$)")
_PANEL = re.compile(r"(?:专家组|评审组|验收组|鉴定组|评审委员会|鉴定委员会|验收委员会)(?:成员|专家|一行)?(?:[^，。；\ue000\ue001]{0,6}(?:听取|审阅|查阅|审查|观看|质询)|在[^，。；]{1,14}?(?:听取|审阅|查阅))[^。；\n]*$")
# 到甲交流, 赴乙学习: a visit only where the verb stands right behind the place
_AT_THEIRS = frozenset({"讲学", "交流", "学习", "对接", "洽谈", "开展交流"})
_GONE_THERE = pattern(r"(?:赴|前往|来到|走进|深入|(?<![得达受收做遇感想看见提起])到)(?:<L>|位于)*[<O><L>](?:[、和与][<O><L>])*(?:等[^，。；]{0,4})?(?:实地|参观|考察|访问|现场)?$")
_ASKED = pattern(r"应(?P<host><O>)的?(?:盛情|热情)?(?:邀请|之邀|约请|之约|之请|盛邀)")
# 甲组织的赴日考察团
_SENT = pattern(r"(?P<who><O>)(?:组织|带领|组成|派出|组建|选派)的[^，。；<O><P>]{0,10}(?:考察团|代表团|访问团|参访团|调研组|考察组|团队)")
# 调研组一行先后深入甲、乙: those who came
_PARTY = re.compile(r"(?:调研组|考察组|考察团|代表团|参访团|走访组|访问团|专家组|一行|大家|他们|客人们?|来宾|外宾|来访者|访客)(?:一行)?(?:[\d一二三四五六七八九十]+人)?(?:还|又|先后|随后|实地|分别|一同|\ue00a)*")


# 甲秘书长带队，组织乙、丙赴…: he goes too
_WENT_AHEAD = pattern(r"<P>(?:<T>|亲自|近日|专程)*(?:带队|率队|率团|领队|带团)，$")


# 甲秘书长带队，乙、丙等单位8名专家随行，赴…
_CAME_ALONG = pattern(r"，(?P<list><O>(?:(?:、|和|与|及|以及)<O>)*)(?:等[^，。；<O>]{0,10}?)?(?:的)?[^，。；<O>]{0,10}?(?:随行|同行|随访|一同前往|共同参加)，$")


def read_visit(reader: Reader, hit: Hit, visits: list[Visit]) -> None:
    """Read one verb of visiting; `visits` holds those told so far."""
    text = reader.view.text
    if not reader.listed(hit.left, hit.start, ORG + PERSON + PLACE) and (gone := _GONE.search(text, hit.sentence[0], hit.left)) is not None:
        hit = replace(hit, left=gone.start("clause"))  # 率队前往某公司，就某事开展调研
    before = text[hit.left : hit.start]
    if re.search(r"(?:原拟|原定|原计划|本拟|本应|拟定)[^，。；]{0,6}$", before):
        return
    if hit.form in ("来到", "抵达") and not re.search(r"考察团|一行|代表团|调研组|专家组|率队|带队|考察组|访问团|率团|团队", before):
        return
    if hit.form in ("来到", "抵达") and _GOES_TO.match(text, hit.end):
        return  # 率队抵达某地，到某公司考察: the visit is told next
    if _PANEL.search(text, hit.sentence[0], hit.start):
        return  # 专家组听取了汇报，考察了现场: no call on anybody
    if (hit.form in _AT_THEIRS or hit.form.startswith("开展")) and not _GONE_THERE.search(before):
        return
    stop = reader.clause_end(hit.end, "，。；\n")
    ahead = text[hit.end : hit.end + 2]
    if re.match(r"(?:组|团|报告|问卷|座谈|课题|成果|数据|结果|提纲|人员|者|对象|证)", ahead) and not re.match(r"[组团]", ahead):
        return
    if re.match(r"[组团]|工作$", ahead[:1]) or (re.match(r"的", ahead) and ORG not in text[hit.end : hit.end + 4]):
        return
    shows = list(reader.listed(hit.end, stop, EVENT))
    if shows and hit.form in ("参观", "参观了", "考察", "观摩") and not reader.listed(hit.end, shows[0], ORG):
        for thing in visitors_of(reader, hit, hit.start).orgs:
            reader.claim(thing, "participatesIn", reader.view.things[shows[0]], (hit.left, shows[0] + 1), "participatesIn.visit", "visit")
        return
    if hit.form == "走进" and reader.view.text[hit.start - 1 : hit.start] == EVENT:
        return  # 某沙龙走进某校: where it is held
    coming = hit.form in ("来访", "到访", "来访交流", "来联盟调研")
    visitors, targets, places, start = _visit_slots(reader, hit, before, stop, coming)
    if hit.form.endswith("深入") and not targets:
        return  # 深入交流
    if visits and visits[-1].visitors and _PARTY.match(text[hit.left : hit.start]):
        orgs = [t for t in visits[-1].visitors if t.type != "Person"]
        visitors = Side(orgs, [t for t in visits[-1].visitors if t.type == "Person"], hit.left)
    if visitors.persons and not visitors.orgs and (again := [v for v in visits if all(p in v.visitors for p in visitors.persons)]):
        visitors.orgs = [t for t in again[-1].visitors if t.type != "Person"]  # the same guest goes on to the next
    if (led := _WENT_AHEAD.search(text, hit.sentence[0], hit.left)) is not None and visitors.orgs:
        visitors.persons += [p for at in reader.listed(*led.span(), PERSON) if (p := reader.view.things[at]) not in visitors.persons]
        visitors.orgs += [o for at in reader.listed(*led.span(), PERSON) for o in reader.orgs_of(reader.view.things[at], at)[:1] if o not in visitors.orgs]
    if (along := _CAME_ALONG.search(text, hit.sentence[0], hit.left)) is not None:
        visitors.orgs += [o for at in reader.listed(*along.span("list"), ORG) if (o := reader.view.things[at]) not in visitors.orgs]
    told_of = visits[-1] if visits and visits[-1].sentence == hit.sentence and targets else None
    if not visitors.orgs and not visitors.persons and told_of is not None and not reader.listed(hit.left, hit.start, ORG + PERSON):
        orgs = [t for t in told_of.visitors if t.type != "Person"]  # 代表团赴某国访问，在某地拜会乙
        visitors = Side(orgs, [t for t in told_of.visitors if t.type == "Person"], hit.left)
    target_ids = {id(t) for t in targets} | {id(p) for p in places}
    if not visitors.orgs and not visitors.persons:
        if targets and hit.start < reader.headline_end:
            first, last = reader.view.span(hit.left, stop)
            event = unnamed_event(reader, reader.draft.text[first:last], hit.left, stop, [hit.form])
            reader.events.provisional.add(id(event))
            visits.append(Visit(event, target_ids, hit.start, hit.sentence))
        return
    if not targets and not places and not coming:
        return
    end = hit.end
    if targets or places:
        cells = [at for at in reader.listed(hit.end, stop, ORG + PLACE) if id(reader.view.things[at]) in target_ids]
        end = max([end, *(at + 1 for at in cells)])
    span = (min(start, hit.left if visitors.start >= hit.left else start), end)
    visitors = _acting(reader, hit, visitors)
    visitors.orgs = [org for org in visitors.orgs if not any(other is not org and unit_of(reader, org, other) for other in visitors.orgs)]
    homes = {(id(c.subject), id(c.object)) for c in reader.draft.claims if c.predicate == "partOf"}
    if targets and all(any(target is org or (id(target), id(org)) in homes for org in visitors.orgs) for target in targets):
        return  # 甲接待，双方察看了该公司内设的实验室: its own house
    planned = re.search(r"(?<!已经)(?:拟|将(?!军)|计划|定于|有望)[^，。；]*$", text[hit.left : hit.start]) is not None
    for visitor in visitors.orgs if not planned else ():
        for target in targets:
            reader.claim(visitor, "cooperatesWith", target, span, "cooperatesWith.visit", "talk")
    talk = next((t for t in reader.events.things if str(t.attributes.get("_kind", "")).startswith("talk:") and all(str(id(x)) in str(t.attributes["_kind"]) for x in targets) and targets), None)
    if talk is not None:
        for thing in (*visitors.orgs, *visitors.persons):
            if not any(c.subject is thing and c.object is talk for c in reader.draft.claims):
                reader.claim(thing, "participatesIn", talk, span, "participatesIn.talk", "attend")
        return
    if visits and visits[-1].visitors and hit.form.endswith(("看了", "看过")) and _PARTY.match(text[hit.left : hit.start]):
        return  # 客人还看了某公司的车间: on the way, no visit of its own
    same = next((v for v in visits if v.sentence == hit.sentence and v.visitors), None)
    if same is not None and not (same.targets & target_ids) and not reader.listed(hit.left, hit.start, ORG + PERSON):
        for place in places if not targets or THERE.search(before) else ():
            reader.claim(same.event, "heldIn", place, (hit.left, end), "heldIn.visit")
        return
    event = _visit_event(reader, hit, visits, target_ids, start, end)
    visits[-1].visitors += [*visitors.orgs, *visitors.persons]
    for thing in (*visitors.orgs, *visitors.persons):
        reader.claim(thing, "participatesIn", event, span, "participatesIn.visit", "visit")
    for place in places:
        reader.claim(event, "heldIn", place, (start, end), "heldIn.visit")
    if not places and (came := _CAME_TO.search(text[: hit.left], hit.sentence[0])) is not None:
        for at in reader.listed(*came.span("places"), PLACE):
            reader.claim(event, "heldIn", reader.view.things[at], (came.start(), end), "heldIn.visit")


def unit_of(reader: Reader, unit: Thing, whole: Thing) -> bool:
    """Whether one is a unit of the other, at any depth: its members visit for the whole."""
    parents = {id(c.subject): c.object for c in reader.draft.claims if c.predicate == "partOf"}
    seen: list[Thing] = [unit]
    while seen[-1].type == "OrganizationUnit" and id(seen[-1]) in parents and len(seen) < 6:
        seen.append(parents[id(seen[-1])])
    return whole in seen[1:]


def _acting(reader: Reader, hit: Hit, visitors: Side) -> Side:
    """联盟秘书处走访… in the headline, the secretary-general's visit in the body: the unit visits for its alliance."""
    if hit.start < reader.headline_end:
        return visitors
    for other in reader.hits:
        if other.start >= reader.headline_end:
            break
        cells = reader.listed(other.left, other.start, ORG) if other.verb.family == "visit" else []
        unit = reader.view.things[cells[0]] if cells else None
        if unit is None or unit.type != "OrganizationUnit" or not visitors.persons:
            continue
        parents = [c.object for c in reader.draft.claims if c.predicate == "partOf" and c.subject is unit]
        return Side([unit if org in parents else org for org in visitors.orgs], visitors.persons, visitors.start)
    return visitors


# 一行来到佛山南海，拜访…: where they had come to
_CAME_TO = pattern(r"(?:飞赴|转赴|转往|赶赴|奔赴|转抵|赴|来到|抵达|前往|到|抵|飞抵)(?P<places><L>(?:[、和]?<L>)*)(?:后)?，(?:<T>|先后|分别|并|实地)*$")


def _visit_slots(
    reader: Reader, hit: Hit, before: str, stop: int, coming: bool
) -> tuple[Side, list[Thing], list[Thing], int]:
    """Visitors, visited organisations, places, and where the phrase of the visit begins."""
    text, things = reader.view.text, reader.view.things
    match = None
    for candidate in re.finditer(r"赴(?![\u4e00-\u9fff]{0,5}(?:考察团|代表团|访问团|参访团|调研组))|前往|前来|专程来|走进|来到|抵达|飞抵|飞赴|转赴|转往|转道|赶赴|奔赴|深入|莅临|(?<![得达受收做遇感想看见提起])到|来(?=[\ue000\ue002])", before):
        match = candidate
        break
    if match is not None:
        start = hit.left + match.start()
        inside = reader.listed(start, hit.start, ORG + PLACE)
        if not inside:
            asked = _ASKED.search(text, hit.sentence[0], hit.start)
            if asked is not None and match.group() in ("前来", "前往", "专程来"):  # 应甲邀请，乙一行前来考察
                return visitors_of(reader, hit, start), [things[asked.start("host")]], [], start
            return Side(), [], [], start
        visitors = visitors_of(reader, hit, start)
        after = reader.listed(hit.end, stop, ORG) if re.match(r"(?:了)?(?:[^，。；\ue000-\ue00a]{0,8}(?:单位|企业|成员|会员|机构|高校|院所))?\ue000", text[hit.end : hit.end + 12]) else []
        targets = [things[at] for at in (*inside, *after) if text[at] == ORG]
        places = [things[at] for at in inside if text[at] == PLACE]
        return visitors, targets, places, start
    if coming:
        visitors = visitors_of(reader, hit, hit.start)
        if not before and visitors.start == hit.left:
            return Side(), [], [], hit.start
        host = [things[at] for at in reader.listed(hit.end, stop, ORG) if text[hit.end : at] in ("", "了")][:1]
        where = [things[at] for at in reader.listed(hit.end, stop, PLACE) if text[hit.end : at] in ("", "了")][:1]
        if where and not host:
            return visitors, [], where, hit.start
        owner = [reader.draft.owner] if reader.draft.owner is not None else []
        asked = _ASKED.search(text, hit.sentence[0], hit.start)
        target = host or ([things[asked.start("host")]] if asked else []) or [o for o in owner if o not in visitors.orgs]
        return visitors, target, [], hit.start
    after_cells: list[int] = []
    at = hit.end
    while run := re.compile(r"(?:了|[”“、和与及]|等|并|以及|位于|[^，。；、\n\ue000-\ue009]{0,8}?)*([\ue000\ue002])").match(text, at):
        after_cells.append(run.end() - 1)
        at = run.end()
        if at >= stop:
            break
    after_cells = [c for c in after_cells if c < stop]
    visitors = visitors_of(reader, hit, hit.start)
    targets = [things[c] for c in after_cells if text[c] == ORG]
    places = [things[c] for c in after_cells if text[c] == PLACE]
    if targets and (there := THERE.search(before)) is not None:
        places += [things[hit.left + at] for at in range(*there.span(1)) if hit.left + at in things]  # 在某地拜会乙
    if hit.form == "调研" and after_cells and after_cells[0] > hit.end + 3:
        return Side(), [], [], hit.start
    return visitors, targets, places, hit.start


def _visit_event(
    reader: Reader, hit: Hit, visits: list[Visit], targets: set[int], start: int, end: int
) -> Thing:
    """The visit as an event: one for each target, headline and body joined."""
    first, last = reader.view.span(start, end)
    name = reader.draft.text[first:last]
    if "，" in name:  # 转赴某地，拜访乙: 拜访乙
        first += name.rindex("，") + 1
        name = reader.draft.text[first:last]
    if (way := _ON_THE_WAY.match(name)) is not None and len(name) > way.end() + 4:
        first, name = first + way.end(), name[way.end() :]  # 先后走访了甲和乙: 走访了甲和乙
    for visit in visits:
        event = visit.event
        headline = all(a < len(reader.draft.item.title) for a, _ in event.mentions)
        if visit.targets & targets or (hit.start >= reader.headline_end and headline):
            visit.targets |= targets
            reader.events.provisional.discard(id(event))
            event.add_alias(name)
            event.mentions.append((first, last))
            visits.remove(visit)
            visits.append(Visit(event, visit.targets, hit.start, hit.sentence, visit.visitors))
            return event
    named = next((t for t in reader.events.things if visitish(t) and id(t) not in reader.events.cancelled and not t.name.startswith(("赴", "到")) and not any(c.object is t and c.role == "visit" for c in reader.draft.claims)), None)
    if named is not None:
        named.add_alias(name)
        named.mentions.append((first, last))
        visits.append(Visit(named, targets, hit.start, hit.sentence))
        return named
    event = unnamed_event(reader, name, start, end, [hit.form])
    if hit.start >= reader.headline_end and (told := _HEADLINE.search(reader.draft.item.title)) is not None and not visits:
        event.add_alias(told.group())  # the headline's own words for the visit
    visits.append(Visit(event, targets, hit.start, hit.sentence))
    return event


_ON_THE_WAY = re.compile(r"(?:先后|分别|随后|依次|接着|继而|而后|专程|还|又|并)+")
_HEADLINE = re.compile(r"(?:调研|考察|视察|走访|访问|参观|督导|察看|探访|踏访)(?!组|团)[^，。；：、“” 　]{2,20}$")
