"""Who holds an event, where it takes place, and which event it is part of."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from .clauses import Doers, Hit, Reader, pattern_lead
from .cooperating import signish, talkish, visitish
from .draft import Thing
from .frame_lexicon import alternatives
from .masking import EVENT, ORG, PERSON, PLACE, pattern

_OBJECT = pattern(r"(?:了|过|的|完|以[^，。；]{1,20}?为主题的|[^，。；：\n<E><O><P><W>]{0,24}?的|[^，。；：、\n<E><O><P><W>]{0,14})?[“《]?(?P<event><E>)")
_MORE = pattern(r"(?:、|和|与|及|以及|及其|暨|，以及|，并|”、“|[”“、])+[“]?(?P<event><E>)")
_CHAIN = pattern(r"[，、]?(?:并?由|联合|会同|并|，)?")
_PLACES = pattern(r"(?:(?<=[在于赴到抵])|(?<=<T>))“?(?P<places><L>(?:[、和及]?<L>)*)")
_UNDER = pattern(r"在?(?P<list><O>(?:(?:、|和|与|及|以及)<O>)*)(?:等[^，。；]{0,8})?的?(?:精心|悉心|共同|大力|联合|亲切|直接|具体|统一)*(?P<what>指导和支持|指导与支持|指导支持|指导|支持|大力支持|领导|组织领导|关心支持)下")
_LABEL = pattern(r"(?P<label>主办|承办|协办|支持|指导|发起|联合主办|联合承办|特别支持|合作|赞助|媒体支持|技术支持|战略合作|执行|组织|联办|共同主办|协作|支持媒体|合作媒体)(?:单位|机构|方|媒体)?(?:分别)?[：:为是有]+(?P<list>(?:<O>[、，和及与]?|等|[^。；\n：:]{0,2}?)+)")
_LABEL_ROLE = {
    "主办": "host", "承办": "undertake", "协办": "assist", "支持": "support", "指导": "guide", "发起": "initiate",
    "联合主办": "host", "联合承办": "undertake", "特别支持": "support", "赞助": "support", "媒体支持": "support",
    "技术支持": "support", "联办": "host", "共同主办": "host", "执行": "undertake", "协作": "assist", "支持媒体": "support", "合作媒体": "support",
}  # fmt: skip


def read_holding(reader: Reader) -> None:
    """All `organizes`, `heldIn` and `subEventOf` of the item."""
    hits = [hit for hit in reader.hits if hit.verb.family == "hold"]
    held: set[tuple[int, int]] = set()
    later: list[Omitted] = []
    for number, hit in enumerate(hits):
        if not reader.negated(hit):
            _read(reader, hits, number, held, later)
    _forums(reader)
    _parts(reader)
    _under(reader)
    _labels(reader)
    for hit, things, span in later:
        named = {id(c.object) for c in reader.draft.claims if c.predicate == "organizes" and c.role in ("host", "undertake")}
        things = [t for t in things if id(t) not in named]
        topic = _omitted(reader, hit, things) if things else ()
        if hit.form.startswith("进行"):
            topic = reader.topic(replace(hit, left=hit.start)) or topic
        if things and _own_shape().search(things[0].name):
            own = reader.events.hosts_in_name.get(id(things[0]), ())
            topic = own or ((reader.draft.owner,) if reader.draft.owner is not None else topic)
        if topic:
            _organize_things(reader, hit, Doers(topic, (), hit.start), things, "organizes.omitted", span)
    _own_life(reader)


# -- who ---------------------------------------------------------------------------------------------


Omitted = tuple[Hit, list[Thing], tuple[int, int]]


def _read(
    reader: Reader, hits: list[Hit], number: int, held: set[tuple[int, int]], later: list[Omitted]
) -> None:
    hit, text = hits[number], reader.view.text
    left = hit.left
    if number and hits[number - 1].sentence == hit.sentence:
        left = max(left, hits[number - 1].end)
    if text[left : left + 1] == "，" or (hit.left == left and left > hit.sentence[0]):
        left = _widen(reader, hit, left)
    objects = _objects(reader, hit.end, hit)
    before = [at for at in reader.listed(left, hit.start, EVENT) if _adverbial(reader, at + 1, hit.start)]
    if before and not objects and hit.verb.group in ("host", "takes_place"):
        events = _run(reader, before[-1], left)
        doers = reader.doers(hit.start, before[-1] + 1, form=hit.form)
        _places(reader, hit, events, (left, hit.end))
        if doers.things and doers.lead in ("由", "经", "联合", "会同", "与"):
            _organize(reader, hit, doers, events, "organizes.passive", (events[0], hit.end))
        return
    if hit.verb.group == "takes_place":
        return
    doers = reader.doers(hit.start, left, form=hit.form)
    if any(t.type == "Person" for t in doers.things):
        return
    if re.match(r"(?:单位|方|机构|者|权|地)", text[hit.end : hit.end + 2]):
        return
    if hit.form in ("开展", "开展了", "进行", "组织的", "支持", "指导") and not objects and doers.lead != "由" and not before:
        if not (hit.verb.group in ("guide", "support") and doers.things and _ends(text, hit.end)):
            return
    rule = "organizes.active"
    end = hit.end
    if objects:
        events, end = objects, objects[-1] + 1
        if text[hit.end : hit.end + 1] == "的" or (doers.lead == "由"):
            rule = "organizes.relative"
    else:
        chained = _chained(reader, hits, number)
        if chained:
            events, end = chained, chained[-1] + 1
            rule = "organizes.chain"
        elif doers.things:
            earlier = reader.listed(hit.sentence[0], doers.cells[0], EVENT)
            if earlier:
                events = _run(reader, earlier[-1], hit.sentence[0])
            elif doers.lead == "由" or hit.verb.group not in ("host", "support", "guide", "initiate"):
                main = _latest(reader, hit.start)
                if main is None:
                    return
                events = []
                _organize_things(reader, hit, doers, [main], "organizes.topic", (doers.start, hit.end))
                return
            elif hit.verb.group in ("support", "guide") and hit.start > reader.headline_end:
                main = _latest(reader, hit.start)
                if main is None or not _ends(text, hit.end):
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
    if not doers.things:
        if text[hit.end : hit.end + 1] == "的":
            _places(reader, hit, events, (left, end))
            if hit.verb.group == "host" and re.search(r"同期|期间", text[left : hit.start]):
                later.append((hit, things, span))
            return
        if _other_subject(reader, hit, left):
            _places(reader, hit, events, (left, end))
            return
        if hit.verb.group == "host":
            later.append((hit, things, span))
        begin = hit.left
        if hit.form.startswith("进行") and EVENT not in text[hit.sentence[0] : begin] and ORG in text[hit.sentence[0] : begin]:
            begin = hit.sentence[0]
        _places(reader, hit, events, (begin, end))
        return
    if doers.lead in ("联合", "会同", "携手", "与", "和", "同") and doers.start <= left + 1:
        partners = _partners(reader, hits, number, hit)
        everyone = (*partners, *doers.things)
        before_it = hits[number - 1] if number and hits[number - 1].sentence == hit.sentence else None
        other_role = before_it is not None and before_it.verb.role != hit.verb.role and bool(reader.doers(before_it.start, before_it.left).things)
        _organize_things(reader, hit, doers, things, "organizes.with", span)
        if partners and not other_role:
            _organize_things(reader, hit, Doers(partners, (), hit.start), things, "organizes.omitted", span)
        reader.joint(everyone, (min(span[0], hit.left), span[1]), "joint.with")
    else:
        _organize_things(reader, hit, doers, things, rule, span)
        if doers.joint and len(doers.things) > 1 and hit.verb.group in ("host", "initiate", "undertake", "assist"):
            reader.joint(doers.things, (doers.start, hit.end), "joint.list")
    _places(reader, hit, events, (hit.left, end))
    held.add((hit.start, hit.end))


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


def _widen(reader: Reader, hit: Hit, left: int) -> int:
    """Take in earlier pieces of a list that was cut at its commas (甲，乙，丙共同主办)."""
    text = reader.view.text
    while left > hit.sentence[0]:
        begin = max((text.rfind(s, hit.sentence[0], left - 1) for s in "，；："), default=-1) + 1
        begin = max(begin, hit.sentence[0])
        piece = text[begin : left - 1]
        if not re.fullmatch(r"(?:由|近日|\ue00a|，)?(?:\ue000[、和与及]?)+(?:等[^，]{0,8})?", piece):
            break
        left = begin
    return left


def _objects(reader: Reader, at: int, hit: Hit) -> list[int]:
    """Cells of the events that the verb takes, with the list that follows."""
    text = reader.view.text
    match = _OBJECT.match(text, at)
    if match is None:
        return []
    between = text[at : match.start("event")]
    if any(h.verb.family == "hold" and h.start >= at and h.end <= match.start("event") for h in reader.hits if at <= h.start < match.start("event")):
        return []
    if re.search(r"期间|同期|会上|之后|以来", between):
        return []
    cells = [match.start("event")]
    while more := _MORE.match(text, cells[-1] + 1):
        cells.append(more.start("event"))
    if re.match(r"”?(?:期间|同期|上(?=[，,举开发召])|之际)", text[cells[-1] + 1 : cells[-1] + 5]) and text[at : at + 1] != "的":
        return cells[:-1]
    return cells


def _run(reader: Reader, at: int, left: int) -> list[int]:
    """The list of events that ends at `at`."""
    cells, text = [at], reader.view.text
    for before in reversed(reader.listed(left, at, EVENT)):
        if re.fullmatch(r"[“”、和与及暨]|以及|”、“", text[before + 1 : cells[0]]):
            cells.insert(0, before)
        else:
            break
    return cells


def _chained(reader: Reader, hits: list[Hit], number: int) -> list[int]:
    """由甲主办、乙协办的<E>: the event stands behind the last verb of the chain."""
    for nearer, farther in zip(hits[number:], hits[number + 1 :], strict=False):
        if farther.sentence != hits[number].sentence:
            break
        gap = reader.view.text[nearer.end : farther.start]
        if EVENT in gap or re.search(r"[。；]", gap) or ORG not in gap or len(gap) > 60:
            break
        objects = _objects(reader, farther.end, farther)
        if objects:
            return objects if reader.view.text[farther.end : farther.end + 1] == "的" or len(gap) < 40 else []
    return []


def _adverbial(reader: Reader, start: int, stop: int) -> bool:
    """Whether only adverbs, times, places and agents stand between an event and its verb."""
    gap = reader.view.text[start:stop]
    return re.fullmatch(
        r"[”》]?(?:\ue00a|[在于赴到][^，。；]{1,16}?|\ue002|成功|隆重|正式|圆满|顺利|如期|将|拟|也|同期|改在?为?|先后|再次|，(?=\ue00a|[在于])|首次|已|即将|定于|原定|计划|以[^，。]{1,14}?(?:方式|形式)|通过[^，。]{1,10}?(?:方式|形式)?|线上|期间|(?:由|经)\ue000.*|\ue000.*(?:联合|共同).*|上|活动|现场)*",
        gap,
    ) is not None


def _ends(text: str, at: int) -> bool:
    return text[at : at + 1] in set("。，；、\n") or at >= len(text)


def _latest(reader: Reader, before: int) -> Thing | None:
    """The event that the passage is about: the last one mentioned, or the main one."""
    for at in range(before - 1, -1, -1):
        if reader.view.text[at] == EVENT and at in reader.view.things:
            return reader.view.things[at]
    return reader.events.main


def _other_subject(reader: Reader, hit: Hit, left: int) -> bool:
    """Whether some unnamed party does it (联盟理事单位主办, 各单位组织)."""
    piece = re.sub(r"[\ue00a\ue002]", "", reader.view.text[left : hit.start])
    if re.search(r"\ue000[^，。；]{0,3}(?:单位|成员|企业|会员|公司)", piece):
        return True
    return bool(re.search(r"(?:[\u4e00-\u9fff]{1,8}(?:单位|企业|部门|机构|公司|高校|政府|市|省))(?:共同|联合|牵头|在)?$|\ue001$", piece))


def _omitted(reader: Reader, hit: Hit, events: list[Thing]) -> tuple[Thing, ...]:
    """The doers that a clause leaves out: those of the main event for what is held beside it, else the topic."""
    clause = reader.view.text[hit.sentence[0] : hit.start]
    main = reader.events.main
    beside = re.search(r"期间|同期|会上|同时|会后|会前|当天|随后", clause) is not None
    if main is not None and main not in events and (beside or ORG not in clause):
        hosts = tuple(dict.fromkeys(c.subject for c in reader.draft.claims if c.predicate == "organizes" and c.object is main and c.role == "host"))
        if hosts:
            return hosts if len(hosts) == 1 or reader.draft.owner is None or beside else (reader.draft.owner,)
        if beside and any(c.object is main and c.predicate == "organizes" for c in reader.draft.claims):
            return (reader.draft.owner,) if reader.draft.owner is not None and any(
                c.subject is reader.draft.owner and c.object is main for c in reader.draft.claims) else ()
    return reader.topic(hit)


def _partners(reader: Reader, hits: list[Hit], number: int, hit: Hit) -> tuple[Thing, ...]:
    """Those who act together with a list that 联合 introduces."""
    if number and hits[number - 1].sentence == hit.sentence:
        earlier = hits[number - 1]
        doers = reader.doers(earlier.start, earlier.left)
        if doers.things:
            return doers.things
    return reader.topic(hit)


# -- where -------------------------------------------------------------------------------------------


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
                reader.claim(thing, "heldIn", reader.view.things[at], (min(start - 1, cell, hit.start), max(end, cell + 1, hit.end)) if span else span, "heldIn.clause")


# -- labels, guidance, own meetings ----------------------------------------------------------------------


def _under(reader: Reader) -> None:
    """在甲的指导下, 乙举办<E>."""
    text = reader.view.text
    for match in _UNDER.finditer(text):
        stop = reader.clause_end(match.end(), "。\n")
        after = reader.listed(match.end(), stop, EVENT)
        begin = max(text.rfind(s, 0, match.start()) for s in "。\n") + 1
        before = reader.listed(begin, match.start(), EVENT)
        cells = after[:1] or before[-1:]
        if not cells:
            continue
        role = "guide" if match.group("what")[:2] in ("指导", "领导", "组织") else "support"
        event = reader.view.things[cells[0]]
        for at in reader.listed(match.start("list"), match.end("list"), ORG):
            reader.claim(reader.view.things[at], "organizes", event, (match.start(), match.end()), "organizes.under", role)


def _labels(reader: Reader) -> None:
    """主办单位：甲、乙；承办单位：丙."""
    for match in _LABEL.finditer(reader.view.text):
        role = _LABEL_ROLE.get(match.group("label"))
        event = _latest(reader, match.start())
        if any(c.predicate == "subEventOf" and c.subject is event and c.object is reader.events.main for c in reader.draft.claims):
            event = reader.events.main
        if role is None or event is None:
            continue
        if not re.search(r"单位|机构|方|媒体|[：:]", match.group()[: match.start("list") - match.start()]):
            continue
        for at in reader.listed(match.start("list"), match.end("list"), ORG):
            reader.claim(reader.view.things[at], "organizes", event, (match.start(), at + 1), "organizes.label", role)


@lru_cache(maxsize=1)
def _own_shape() -> re.Pattern[str]:
    return re.compile(alternatives("events", "own_life") + "(?:（[^）]*）)?$")


def _own_life(reader: Reader) -> None:
    """A council meeting is held by its organisation, where the text names no other host."""
    shape = _own_shape()
    for event in reader.events.things:
        if id(event) in reader.events.provisional or not event.mentions:
            continue
        if any(c.predicate == "organizes" and c.object is event and c.role in ("host", "undertake", "initiate") for c in reader.draft.claims):
            continue
        if not any(shape.search(name) for name in event.names):
            continue
        hosts = reader.events.hosts_in_name.get(id(event), ())
        if not hosts and event is reader.events.main and reader.draft.owner is not None and re.search(r"理事|会员|成员|委员会|秘书长", event.name):
            hosts = (reader.draft.owner,)
        if not hosts:
            continue
        cells = [at for at, thing in reader.view.things.items() if thing is event]
        at = min(cells, key=lambda c: (c < reader.headline_end, c), default=None)
        if at is not None:
            end = reader.clause_end(at)
            for host in hosts:
                reader.claim(_parent(reader, host), "organizes", event, (at, max(at + 1, end)), "organizes.own", "host")


def _parent(reader: Reader, org: Thing) -> Thing:
    """The alliance behind its council or committee."""
    if org.type == "OrganizationUnit" and re.search(r"理事会|委员会$", org.name):
        for claim in reader.draft.claims:
            if claim.predicate == "partOf" and claim.subject is org:
                return claim.object
    return org


# -- part of -------------------------------------------------------------------------------------------

_DURING = pattern(r"(?P<big><E>)[”》]?(?:举办|召开|举行)?(?:期间|同期|之际|当天|现场|上(?=[，,]))")
_PART = pattern(r"(?P<small><E>)?[”》]?(?:这)?(?:作为|是|为|系|属于)[”“]?(?P<big><E>)[”》]?(?:首次)?(?:[^，。；<E>]{0,8})的?(?:[^，。；<E>]{0,8})(?:重要|主要|核心|专题|平行|配套|系列|同期|子|分)+(?:组成部分|[^，。；]{0,6}?(?:活动|论坛|会议|<E>|之一|环节|板块|内容|赛事|项目|专场))")
_FORUMS = pattern(r"(?:设|设立|设置|设有|开设|分设|举办|举行|安排|包括|围绕|聚焦|就|召开)了?(?:了)?(?:\d+|[一二三四五六七八九十两])?(?:个|场)?(?:主会场|主论坛|开幕式)?(?:和|以及|及|、|，)?(?P<list>[^。；：\n]{4,160}?)(?:等)?(?:共)?(?:\d+|[一二三四五六七八九十两多]+)(?:个|场)?(?:主题|专题|平行|专业)?(?:分会场|分论坛|平行论坛|专题论坛|专场|子论坛|分会|主题论坛|专场论坛|平行会议|专题会议)")


def _forums(reader: Reader) -> None:
    """设甲、乙、丙3个分会场: each is an event within the main one."""
    main, text = reader.events.main, reader.view.text
    for match in _FORUMS.finditer(text):
        if main is None or "、" not in match.group("list") and "”“" not in match.group("list"):
            continue
        at = match.start("list")
        for piece in re.split(r"[、和]|(?<=”)(?=“)", match.group("list")):
            begin, name = at, piece.strip("“”")
            at = text.find(piece, at) + len(piece)
            begin = text.find(piece, begin) + (1 if piece.startswith("“") else 0)
            if not 3 <= len(name) <= 24 or re.search(r"[\ue000-\ue00a，]", name):
                continue
            start, end = reader.view.span(begin, begin + len(name))
            thing = Thing("Event", reader.draft.text[start:end], [(start, end)])
            reader.draft.things.append(thing)
            reader.events.things.append(thing)
            reader.claim(thing, "subEventOf", main, match.span(), "subEventOf.forums")


_BESIDE = pattern(r"(?:(?:会议|大会|论坛|活动|展会|展览)?(?:期间|同期|同时)|会上|会议上|大会上|论坛上|仪式上|活动上|开幕式上|现场|当天|当日)")


def _parts(reader: Reader) -> None:
    text = reader.view.text
    main = reader.events.main
    part = reader.events
    for match in _DURING.finditer(text):
        big = reader.view.things.get(match.start("big"))
        if big is None:
            continue
        begin = max(text.rfind(s, 0, match.start()) for s in "。；\n") + 1
        stop = reader.clause_end(match.end(), "。\n")
        held = text[match.end() : stop]
        smaller = [at for at in reader.listed(match.end(), stop, EVENT) if reader.view.things[at] is not big]
        if smaller and re.search(r"举办|召开|举行|开展|组织|设|进行|发布|签", text[match.end() : smaller[0] + 1] + text[smaller[-1] : stop]):
            for at in smaller:
                if not re.search(r"期间|同期", text[at : at + 4]):
                    reader.claim(reader.view.things[at], "subEventOf", big, (match.start(), at + 1), "subEventOf.during")
        elif re.match(r"(?:成功|隆重|顺利|\ue00a|[在于]\ue002+)*(?:举办|召开|举行|开幕|亮相|启动)", held):
            before = [at for at in reader.listed(begin, match.start(), EVENT) if reader.view.things[at] is not big]
            for at in before[-1:]:
                reader.claim(reader.view.things[at], "subEventOf", big, (at, stop), "subEventOf.during")
    for match in _PART.finditer(text):
        big = reader.view.things.get(match.start("big"))
        small = reader.view.things.get(match.start("small")) if match.group("small") else None
        if small is None:
            begin = max(text.rfind(s, 0, match.start()) for s in "\n") + 1
            earlier = [at for at in reader.listed(begin, match.start(), EVENT) if reader.view.things[at] is not big]
            small = reader.view.things[earlier[-1]] if earlier else main
            later = reader.listed(match.end(), reader.clause_end(match.end(), "。\n"), EVENT)
            if match.group().startswith("作为") and later:
                small = reader.view.things[later[0]]
        if big is not None and small is not None and small is not big:
            reader.claim(small, "subEventOf", big, match.span(), "subEventOf.part")
    for hit in reader.hits:
        if hit.verb.group != "host" or main is None:
            continue
        clause = text[max(hit.left, hit.sentence[0]) : hit.start]
        lead = text[hit.sentence[0] : hit.start]
        if not (_BESIDE.search(clause) or _BESIDE.match(lead)) or _DURING.search(lead):
            continue
        cells = _objects(reader, hit.end, hit)
        for at in cells:
            small = reader.view.things[at]
            if small is not main and id(small) not in part.cancelled:
                reader.claim(small, "subEventOf", main, (max(hit.left, hit.sentence[0]), at + 1), "subEventOf.beside")


__all__ = ["read_holding", "pattern_lead", "PERSON"]
