"""Who holds an event and where it takes place."""

from __future__ import annotations

import re
from dataclasses import replace

from .clauses import Doers, Hit, Reader
from .co_hosts import BEFORE_WITH, ends_at, other_subject, partners_of, sides_of, talked, widened
from .draft import Thing
from .event_hosts import own_meeting, read_each, read_guidance, read_labels, read_own_meetings, read_thanks
from .event_objects import chained_objects, event_run, latest_event, objects_of, only_adverbs
from .event_parts import (
    read_alongside,
    read_branches,
    read_forums,
    read_hosts_of_whole,
    read_parts,
    read_stages,
)
from .event_series import read_stations
from .host_standing import read_same_hands, read_standing
from .masking import EVENT, ORG, PLACE, pattern
from .pairing import last_pair, party_of
from .parties import signish, talkish, visitish

_CHAIN = pattern(r"[，、]?(?:并?由|联合|会同|并|，)?")


# 甲在某地成立，并举行…: the new body holds its first meeting.
_FOUNDED = pattern(r"<O>[^，。；<O>]{0,14}(?:成立|组建|换届|改选)[^，。；<O>]{0,4}，(?:并|同时|随后|还|即)+$")

# 某处处长率专家组赴某地，对甲承担的课题进行了验收
_LED_BY = pattern(r"(?:<T>|，|近日|日前|其间|此前)*(?P<who><P>)(?:一行|率|带领|带队|组织|主持|会同|陪同|赴|前往|到)")

# 联盟是…由甲、乙发起的: a body was founded, no event held
_OF_BODY = pattern(r"(?:^|[，。])(?:据[^，。]{1,6}，)?(?:该|本)?(?:<O>|联盟|联合体|协会|学会|中心|平台|实验室|公司)(?:是|系|于|由|在)[^。]*$")

# 入选某英才，评选由某厅组织: no event is meant
_OF_HONOUR = pattern(r"(?:<H>[^。；]*，|^)(?:该|此次|本次|这项|上述)?(?:评选|评审|评定|遴选|推选|评比|认定|命名|颁奖|授奖|表彰)(?:工作|活动)?(?:均|系|则|是|也)*由?$")

_WRITTEN = re.compile(r"(?:编写|编制|起草|撰写|制定|修订|执笔|编撰|拟稿)(?:工作|任务)?(?:则|也|均|主要|具体|统一)*由[^，。；\ue003]*$")
_PLACES = pattern(r"(?:(?<=[在于赴到抵])|(?<=[在于]当地)|(?<=<T>))“?(?P<places><L>(?:[、和及的]?<L>)*)")


def read_holding(reader: Reader) -> None:
    """All `organizes`, `heldIn` and `subEventOf` of the item."""
    hits = [hit for hit in reader.hits if hit.verb.family == "hold"]
    held: set[tuple[int, int]] = set()
    later: list[Omitted] = []
    for number, hit in enumerate(hits):
        if not reader.negated(hit):
            _read(reader, hits, number, held, later)
    read_forums(reader)
    read_parts(reader)
    read_stages(reader)
    read_stations(reader)
    read_standing(reader)
    read_guidance(reader)
    read_thanks(reader)
    read_labels(reader)
    read_each(reader)
    read_same_hands(reader)
    text = reader.view.text
    for hit, things, span in later:
        named = {id(c.object) for c in reader.draft.claims if c.predicate == "organizes" and c.role in ("host", "undertake")}
        things = [t for t in things if id(t) not in named]
        topic = _omitted(reader, hit, things) if things else ()
        if ORG in reader.view.text[hit.left : hit.start]:
            topic = reader.topic(replace(hit, left=hit.start)) or topic
        if hit.form.startswith("进行"):
            topic = reader.topic(replace(hit, left=hit.start)) or topic
            if topic == (reader.draft.owner,) and (led := _LED_BY.match(text, hit.sentence[0], hit.start)) is not None:
                topic = reader.orgs_of(reader.view.things[led.start("who")], led.start("who"))[:1] or topic
        if things and own_meeting().search(things[0].name):
            own = reader.events.hosts_in_name.get(id(things[0]), ())
            subject = reader.topic(replace(hit, left=hit.start)) if hit.left > hit.sentence[0] and _FOUNDED.search(text[hit.sentence[0] : hit.start]) else ()
            topic = own or subject or ((reader.draft.owner,) if reader.draft.owner is not None else topic)
        if topic:
            _organize_things(reader, hit, Doers(topic, (), hit.start), things, "organizes.omitted", span)
    read_own_meetings(reader)
    read_hosts_of_whole(reader)
    read_alongside(reader)
    read_branches(reader)


Omitted = tuple[Hit, list[Thing], tuple[int, int]]


def _read(
    reader: Reader, hits: list[Hit], number: int, held: set[tuple[int, int]], later: list[Omitted]
) -> None:
    hit, text = hits[number], reader.view.text
    left = hit.left
    if re.search(r"(?:前者|后者)[^，。；]*$", text[left : hit.start]):
        return  # of a pair that the text does not tell apart
    if hit.form in ("组织", "召集", "主持", "牵头") and _WRITTEN.search(text, left, hit.start):
        return  # 编写工作由甲组织: of a book
    if number and hits[number - 1].sentence == hit.sentence:
        left = max(left, hits[number - 1].end)
    if text[left : left + 1] == "，" or (hit.left == left and left > hit.sentence[0]):
        left = widened(reader, hit, left)
    objects = objects_of(reader, hit.end, hit)
    before = [at for at in reader.listed(left, hit.start, EVENT) if only_adverbs(reader, at + 1, hit.start)]
    if before and not objects and hit.verb.group in ("host", "takes_place"):
        events = event_run(reader, before[-1], left)
        doers = reader.doers(hit.start, before[-1] + 1, form=hit.form)
        _places(reader, hit, events, (left, hit.end))
        if doers.things and doers.lead in ("由", "经", "联合", "会同", "与"):
            _organize(reader, hit, doers, events, "organizes.passive", (events[0], hit.end))
        return
    if hit.verb.group in ("host", "takes_place") and not before and not objects and (told := _told_before(reader, hit)) is not None:
        _places(reader, hit, [told], (hit.left, hit.end))
        return
    if hit.verb.group == "takes_place":
        if objects and text[hit.end : hit.end + 1] == "的":
            _places(reader, hit, objects, (left, objects[-1] + 1))  # 在某地开幕的某展
        return
    doers = reader.doers(hit.start, left, form=hit.form)
    if any(t.type == "Person" for t in doers.things) or (objects and talked(reader, hit, objects)):
        return
    if re.match(r"(?:单位|方|机构|者|权|地)", text[hit.end : hit.end + 2]):
        return
    if hit.verb.group == "initiate" and not objects and re.match(r"(?:并)?(?:成立|组建|设立|创立|创办|筹建|组成|建立)", text[hit.end : hit.end + 3]):
        return  # 由甲、乙发起成立: a body
    if hit.form in ("出资", "资助", "冠名") and EVENT not in text[hit.sentence[0] : hit.sentence[1]]:
        return  # 甲与乙出资，建成…: no event is paid for
    if hit.verb.group in ("support", "guide") and re.search(r"(?:得到|获得|受到|感谢)了?[^，。；]*$", text[hit.left : hit.start]):
        return
    between = text[hit.end : objects[0]].strip("“《了的") if hit.form == "组织" and objects else ""
    if between and not between.endswith(("项目", "课题", "之一", "任务")):
        return  # 组织某项目“甲”验收会 is one
    if hit.form in ("开展", "开展了", "进行", "组织的", "组织", "支持", "指导") and not objects and (
        doers.lead != "由"
        and not before
        and not (hit.verb.group in ("guide", "support") and doers.things and ends_at(text, hit.end))
    ):
        return
    rule = "organizes.active"
    end = hit.end
    if objects:
        events, end = objects, objects[-1] + 1
        if text[hit.end : hit.end + 1] == "的" or (doers.lead == "由"):
            rule = "organizes.relative"
    else:
        chained = chained_objects(reader, hits, number)
        if chained:
            events, end = chained, chained[-1] + 1
            rule = "organizes.chain"
        elif doers.things:
            earlier = reader.listed(hit.sentence[0], doers.cells[0], EVENT)
            if earlier:
                events = event_run(reader, earlier[-1], hit.sentence[0])
            elif doers.lead == "由" or hit.verb.group not in ("host", "support", "guide", "initiate"):
                main = latest_event(reader, hit.start)
                if main is None or _OF_BODY.search(text[hit.sentence[0] : doers.start]):
                    return
                if _OF_HONOUR.search(text[hit.sentence[0] : doers.start]):
                    return
                _organize_things(reader, hit, doers, [main], "organizes.topic", (doers.start, hit.end))
                if doers.joint and len(doers.things) > 1:
                    reader.joint(doers.things, (doers.start, hit.end), "joint.list")
                return
            elif hit.verb.group in ("support", "guide") and hit.start > reader.headline_end:
                main = latest_event(reader, hit.start)
                if main is None or not ends_at(text, hit.end):
                    return
                _organize_things(reader, hit, doers, [main], "organizes.topic", (doers.start, hit.end))
                return
            else:
                return
            rule = "organizes.passive"
        else:
            return
    things = [reader.view.things[at] for at in events]
    start = min(doers.start if doers.things else hit.start, events[0])
    span = (start, max(end, hit.end))
    if not doers.things and hit.verb.group == "host" and (sides := sides_of(reader, hit)) and not all(signish(t) or talkish(t) for t in things):
        _organize_things(reader, hit, Doers(sides, (), hit.start), things, "organizes.sides", (hit.left, span[1]))
        reader.joint(sides, (hit.left, hit.end), "joint.with")
        _places(reader, hit, events, (hit.left, end))
        return
    if not doers.things:
        if text[hit.end : hit.end + 1] == "的":
            _places(reader, hit, events, (left, end))
            if hit.verb.group == "host" and re.search(r"同期|期间", text[left : hit.start]):
                later.append((hit, things, span))
            return
        if other_subject(reader, hit, left):
            _places(reader, hit, events, (left, end))
            return
        if hit.verb.group == "host" and not (re.search(r"[双三各]方", text[left : hit.start]) and all(signish(t) for t in things)):
            later.append((hit, things, span))
        begin = hit.left
        if hit.form.startswith("进行") and EVENT not in text[hit.sentence[0] : begin] and ORG in text[hit.sentence[0] : begin]:
            begin = hit.sentence[0]
        _places(reader, hit, events, (begin, end))
        return
    if doers.lead in ("联合", "会同", "携手", "携", "偕", "与", "和", "同") and (doers.start <= left + 1 or BEFORE_WITH.search(text[hit.left : hit.start]) is not None):
        partners = partners_of(reader, hits, number, hit)
        everyone = (*partners, *doers.things)
        joined = doers.lead in ("联合", "会同", "携手", "携", "偕") or re.search(r"联合|共同|携手", text[doers.cells[0] : hit.end]) is not None
        before_it = hits[number - 1] if number and hits[number - 1].sentence == hit.sentence else None
        other_role = before_it is not None and before_it.verb.role != hit.verb.role and bool(reader.doers(before_it.start, before_it.left).things)
        if hit.verb.group == "host" and not joined and len(everyone) > 1 and all(talkish(t) for t in things):
            for event in things:
                for thing in everyone:
                    reader.claim(thing, "participatesIn", event, span, "participatesIn.talk", "attend")
            reader.joint(everyone, span, "cooperatesWith.talk", "talk")
            return
        _organize_things(reader, hit, doers, things, "organizes.with", span)
        if partners and not other_role:
            _organize_things(reader, hit, Doers(partners, (), hit.start), things, "organizes.omitted", span)
        whole = (min(span[0], hit.left), span[1])
        if other_role:
            for partner in partners:
                for doer in doers.things:
                    reader.joint((partner, doer), whole, "joint.with")
            reader.joint(doers.things, span, "joint.with")
        else:
            reader.joint(everyone, whole, "joint.with")
    else:
        _organize_things(reader, hit, doers, things, rule, span)
        if doers.joint and len(doers.things) > 1 and hit.verb.group in ("host", "initiate", "undertake", "assist"):
            reader.joint(doers.things, (doers.start, hit.end), "joint.list")
    _places(reader, hit, events, (hit.left, end))
    held.add((hit.start, hit.end))


_WHERE = pattern(r"(?:并|将|拟|则|也|定于|计划|预计|于|<T>|日前|近日|如期|隆重|成功|顺利|在|赴|至|[<L>、“”]|[^，。；：、\n\ue000-\ue009]{0,6}?(?=在|$))+")


def _told_before(reader: Reader, hit: Hit) -> int | None:
    """The event of the sentence's clause before, where this one only says when and where: 论坛由甲主办，10月在杭州举行."""
    text = reader.view.text
    if PLACE not in text[hit.left : hit.start] or not _WHERE.fullmatch(text, hit.left, hit.start):
        return None
    earlier = reader.listed(hit.sentence[0], hit.left, EVENT)
    return earlier[-1] if earlier else None


def _organize(reader: Reader, hit: Hit, doers: Doers, cells: list[int], rule: str, span: tuple[int, int]) -> None:
    _organize_things(reader, hit, doers, [reader.view.things[at] for at in cells], rule, span)
    if doers.joint and len(doers.things) > 1:
        reader.joint(doers.things, (doers.start, hit.end), "joint.list")


def _organize_things(
    reader: Reader, hit: Hit, doers: Doers, events: list[Thing], rule: str, span: tuple[int, int]
) -> None:
    for event in dict.fromkeys(events):
        role = hit.verb.role
        if role == "host" and talkish(event) and len(doers.things) > 1 and not doers.joint:
            for thing in doers.things:
                reader.claim(thing, "participatesIn", event, span, "participatesIn.talk", "attend")
            reader.joint(doers.things, span, "cooperatesWith.talk", "talk")
            continue
        if role == "host" and signish(event) and len(doers.things) > 1:
            for thing in doers.things:
                reader.claim(thing, "participatesIn", event, span, "participatesIn.sign", "sign")
            continue
        for thing in doers.things:
            if role == "host" and visitish(event):
                reader.claim(thing, "participatesIn", event, span, "participatesIn.visit", "visit")
            else:
                reader.claim(thing, "organizes", event, span, rule, role)


def _omitted(reader: Reader, hit: Hit, events: list[Thing]) -> tuple[Thing, ...]:
    """The doers that a clause leaves out: those of the main event for what is held beside it, else the topic."""
    clause = reader.view.text[hit.sentence[0] : hit.start]
    main = reader.events.main
    if re.search(r"双方[^，。；\ue000]{0,16}$", reader.view.text[hit.left : hit.start]) and (pair := [party_of(reader, at) for at in last_pair(reader, hit)]):
        return tuple(pair)  # 双方拟于明年合办某研讨会
    beside = re.search(r"期间|其间|此间|会期|展期|同期|会上|同时|会后|会前|当天|随后|(?:结束|闭幕|落幕|收官|结营|结业)(?:前|时)|尾声|最后一天|间隙|过程中", clause) is not None
    if main is not None and main not in events and (beside or ORG not in clause):
        hosts = tuple(dict.fromkeys(c.subject for c in reader.draft.claims if c.predicate == "organizes" and c.object is main and c.role == "host"))
        if hosts:
            return hosts if len(hosts) == 1 or reader.draft.owner is None or beside else (reader.draft.owner,)
        if beside and any(c.object is main and c.predicate == "organizes" for c in reader.draft.claims):
            return (reader.draft.owner,) if reader.draft.owner is not None and any(
                c.subject is reader.draft.owner and c.object is main for c in reader.draft.claims) else ()
    return reader.topic(hit)


def _places(reader: Reader, hit: Hit, events: list[int], window: tuple[int, int]) -> None:
    text = reader.view.text
    spots: list[tuple[int, int]] = []
    if window[0] < reader.headline_end and (first := pattern(r"(?P<places><L>+)(?:将|成功|隆重)*$").match(text[window[0] : hit.start])):
        spots.append((window[0] + first.start("places"), window[0] + first.end("places")))
    for match in _PLACES.finditer(text, window[0], window[1]):
        if re.search(r"(?:来自|前往|面向|立足)$", text[max(0, match.start() - 2) : match.start()]):
            continue
        spots.append(match.span("places"))
    for start, end in spots:
        for at in reader.listed(start, end, PLACE):
            for cell in events:
                thing = reader.view.things[cell]
                span = (min(window[0], cell), max(window[1], cell + 1, end))
                reader.claim(thing, "heldIn", reader.view.things[at], (max(0, min(start - 1, cell, hit.start)), max(end, cell + 1, hit.end)) if span else span, "heldIn.clause")
