"""Two organisations with each other: agreements, talks and visits, and the unnamed meetings they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .clauses import Hit, Reader
from .draft import Thing
from .masking import EVENT, ORG, PERSON, PLACE, pattern

_PAPER = pattern(r"^(?:了|的|下)?(?:[^，。；]{0,40}?)(?:协议|协议书|备忘录|合同|意向书|合作意向|公约|合作框架|合约|战略合作|责任书|协定)")
_MEETS = frozenset({"座谈", "会谈", "会见", "会晤", "座谈交流", "交流座谈", "工作座谈", "举行座谈", "举行会谈", "进行座谈", "进行了座谈", "进行会谈", "进行了会谈", "洽谈", "磋商", "会商", "开展座谈", "开展了座谈"})
_WEAK_TALK = frozenset({"交流", "对接", "交换意见", "深入交流", "接洽"})
_TO = pattern(r"(?:赴|到|前往|走进|来到|抵达|奔赴|深入|莅临|来)(?:了)?(?:<T>)?(?P<where>[“]?(?:[<L><O>]|、|和|与|及|等|[^，。；：\n<E><P>]{0,6})*?)(?:[^，。；\n<P><E>]{0,8}?)$")
_TALKISH = re.compile(r"^(?:[^，。；]{0,4})?(?:座谈|会谈|座谈交流|工作座谈|洽谈|座谈会|会晤|交流座谈|工作交流|业务交流|交流座谈会)$")
_VISITISH = re.compile(r"(?:调研|考察|走访|参观|拜访|访问|考察学习|参观学习)(?:活动|交流)?$")
_SEPARATELY = pattern(r"(?:分别|先后|陆续)?(?:与|同|和)$")
_SIGNING = re.compile(r"签约|签署|签字|签订")


def talkish(event: Thing) -> bool:
    """Whether an event is a talk without a name of its own."""
    return _TALKISH.search(event.name) is not None


def visitish(event: Thing) -> bool:
    """Whether an event is a visit."""
    return _VISITISH.search(event.name) is not None


def signish(event: Thing) -> bool:
    """Whether an event is a signing."""
    return _SIGNING.search(event.name) is not None


@dataclass(slots=True)
class Side:
    """One party: its organisations and the persons who act for it."""

    orgs: list[Thing] = field(default_factory=list)
    persons: list[Thing] = field(default_factory=list)
    start: int = 0


@dataclass(slots=True)
class Visit:
    """A visit told so far: its event, whom it went to, where it was told, and the visitors."""

    event: Thing
    targets: set[int]
    at: int
    sentence: tuple[int, int]
    visitors: list[Thing] = field(default_factory=list)


def read_cooperating(reader: Reader) -> None:
    """All agreements, talks and visits, with their unnamed events."""
    for hit in reader.hits:
        if hit.verb.family == "agree" and not reader.negated(hit) and not reader.intended(hit):
            _agreement(reader, hit)
    for hit in reader.hits:
        if hit.verb.family == "talk" and not reader.negated(hit):
            _talk(reader, hit)
    visits: list[Visit] = []
    for hit in reader.hits:
        if hit.verb.family == "visit" and not reader.negated(hit):
            _visit(reader, hit, visits)
    _guests(reader, visits)
    if reader.events.main is None and reader.events.things:
        reader.events.main = reader.events.things[0]
    _one_kind(reader)


# -- parties -----------------------------------------------------------------------------------------


def _side(reader: Reader, cells: list[int]) -> Side:
    side = Side(start=cells[0] if cells else 0)
    for at in cells:
        thing = reader.view.things[at]
        if thing.type == "Person":
            side.persons.append(thing)
            side.orgs += [org for org in reader.orgs_of(thing, at)[:1] if org not in side.orgs]
        elif thing not in side.orgs:
            side.orgs.append(thing)
    return side


def _subject(reader: Reader, hit: Hit) -> Side:
    """Who an earlier clause of the sentence speaks of, else the owner of the item."""
    text = reader.view.text
    for at in reader.listed(hit.sentence[0], hit.left, ORG + PERSON):
        begin = max((text.rfind(sign, hit.sentence[0], at) for sign in "，；："), default=-1) + 1
        if re.fullmatch(r"(?:\ue00a|此外|同时|会上|期间|另外|其间|为此|随后|日前|近日)*", text[max(begin, hit.sentence[0]) : at]):
            return _side(reader, [at])
    owner = reader.draft.owner
    return Side([owner] if owner is not None else [], [], hit.left)


def _parties(reader: Reader, hit: Hit) -> tuple[list[Side], bool]:
    """The parties before a verb (甲与乙签署), and whether the first meets each of the others apart."""
    text = reader.view.text
    left = hit.left
    doers = reader.doers(hit.start, left, ORG + PERSON, hit.form)
    cells = list(doers.cells)
    if not cells:
        return [], False
    ahead = text[left : cells[0]]
    apart = bool(re.search(r"分别|先后", text[left : hit.start]))
    if doers.lead in ("与", "和", "同", "联合", "会同", "携手"):
        before = reader.listed(left, cells[0], ORG + PERSON)
        if apart and len(before) > 1:
            partner = _side(reader, cells[:1])
            return [partner, *(_side(reader, [at]) for at in before)], True
        first = _side(reader, before[-1:]) if before else _subject(reader, hit)
        return [first, *(_side(reader, [at]) for at in cells)], True
    del ahead
    return [_side(reader, [at]) for at in cells], apart


# -- agreements ----------------------------------------------------------------------------------------


def _agreement(reader: Reader, hit: Hit) -> None:
    text = reader.view.text
    stop = reader.clause_end(hit.end, "，。；\n")
    paper = _PAPER.match(text[hit.end : stop])
    before_paper = re.search(r"(?:协议|合同|备忘录)$", text[hit.left : hit.start])
    if paper is None and not before_paper and hit.form not in ("签约",):
        return
    if hit.form == "达成" and not re.match(r"(?:了)?[^，。；]{0,16}(?:协议|战略合作)", text[hit.end : stop]):
        return
    if hit.form == "签约" and re.match(r"仪式|活动|会", text[hit.end : hit.end + 2]):
        return
    sides, apart = _parties(reader, hit)
    if text[hit.end : hit.end + 1] == "的" and len(sides) < 2:
        return
    if len(sides) < 2 and re.search(r"双方|三方|各方", text[hit.left : hit.start]):
        sides = [_side(reader, [at]) for at in _last_pair(reader, hit)]
    if len(sides) < 2 and hit.verb.group == "agree" and paper is not None:
        after = reader.listed(hit.end, stop, ORG)
        withs = [at for at in after if re.search(r"与$", text[hit.end : at])]
        if withs and sides:
            sides = [*sides, *(_side(reader, [at]) for at in withs)]
    if len(sides) == 1 and re.search(r"(?:与|和|同)", text[hit.left : hit.start]) is None:
        return
    span = (min(s.start for s in sides) if sides else hit.left, max(hit.end, stop if paper else hit.end))
    span = (min(span[0], hit.start), span[1])
    _pairs(reader, sides, apart, span, "cooperatesWith.agreement", "agreement")
    signers = [org for side in sides for org in side.orgs]
    for event in _signing_events(reader, hit):
        for org in dict.fromkeys(signers):
            reader.claim(org, "participatesIn", event, span, "participatesIn.sign", "sign")


def _last_pair(reader: Reader, hit: Hit) -> list[int]:
    cells = reader.listed(reader.headline_end, hit.left, ORG)
    seen: list[int] = []
    for at in reversed(cells):
        if all(reader.view.things[at] is not reader.view.things[other] for other in seen):
            seen.insert(0, at)
        if len(seen) == 2:
            return seen
    return []


def _pairs(reader: Reader, sides: list[Side], apart: bool, span: tuple[int, int], rule: str, role: str) -> None:
    for number, one in enumerate(sides):
        for other in sides[number + 1 :]:
            if apart and number:
                continue
            for left in one.orgs:
                for right in other.orgs:
                    reader.claim(left, "cooperatesWith", right, span, rule, role)


def _signing_events(reader: Reader, hit: Hit) -> list[Thing]:
    """The ceremony held for the agreement, where the text speaks of one."""
    near = [t for t in reader.events.things if _SIGNING.search(t.name) and id(t) not in reader.events.cancelled]
    if near:
        return near[:1]
    match = re.search(r"[^，。；、\n\ue000-\ue009]{0,8}签约(?=为契机|为起点|环节|完成|后，|之后)", reader.view.text)
    if match is None:
        return []
    words = re.sub(r"^(?:以|本次|此次|及|和|与|调研|交流)+", "", match.group())
    return [_unnamed(reader, words or "签约", match.end() - len(words), match.end(), ["签约"])]


def _unnamed(reader: Reader, name: str, start: int, end: int, aliases: list[str]) -> Thing:
    thing = Thing("Event", name, [reader.view.span(start, end)])
    for alias in aliases:
        thing.add_alias(alias)
    reader.events.things.append(thing)
    reader.draft.things.append(thing)
    return thing


# -- talks ---------------------------------------------------------------------------------------------


def _talk(reader: Reader, hit: Hit) -> None:
    text = reader.view.text
    if text[hit.end : hit.end + 1] in "会组" and hit.form in ("座谈", "交流", "对接", "洽谈") or text[hit.start - 1 : hit.start] in "、" and not hit.left == hit.start:
        return
    if any(a <= hit.start and hit.end <= b for a, b in _event_cells(reader)):
        return
    active = hit.form in ("会见", "接待", "接待了", "接见", "会晤")
    sides, apart = _parties(reader, hit)
    stop = reader.clause_end(hit.end, "，。；\n")
    if active and sides:
        after = reader.listed(hit.end, stop, ORG + PERSON)
        if after:
            sides = [*sides[:1], *(_side(reader, [at]) for at in after[:3])]
            apart = True
    if len(sides) < 2:
        return
    if re.search(r"共识|意见|信息|经验", text[hit.start - 4 : hit.start]):
        return
    orgs = [org for side in sides for org in side.orgs]
    if len(dict.fromkeys(orgs)) < 2 and not any(side.persons for side in sides):
        return
    for other in reader.events.things:
        kind = str(other.attributes.get("_kind", ""))
        for side in sides:
            if kind and sum(str(id(o)) in kind for s in sides for o in s.orgs):
                side.orgs = [o for o in side.orgs if not _above(reader, o, kind)]
    span = (min(min(s.start for s in sides), hit.left), hit.end)
    if active:
        span = (span[0], stop)
    if hit.form in _WEAK_TALK:
        if not re.search(r"[与和同]", text[span[0] : hit.start]) or hit.start < reader.headline_end and hit.form == "对接":
            return
        _pairs(reader, sides, apart, span, "cooperatesWith.talk", "talk")
        return
    _pairs(reader, sides, apart, span, "cooperatesWith.talk", "talk")
    told = any(str(t.attributes.get("_kind", "")) for t in reader.events.things)
    if not told and any(h.verb.family == "visit" and h.sentence == hit.sentence and h.start < hit.start for h in reader.hits):
        return
    event = next((t for t in reader.events.things if "talk:" in str(t.attributes.get("_kind", "")) and _shares(t, orgs)), None)
    if event is None:
        event = next((t for t in reader.events.things if talkish(t) and not any(c.object is t for c in reader.draft.claims)), None)
    if event is None:
        word = re.sub(r"^(?:举行|进行了?|开展了?)", "", hit.form)
        if hit.start < reader.headline_end:
            first = min(s.start for s in sides)
            start, end = reader.view.span(first, hit.end)
            event = _unnamed(reader, reader.draft.text[start:end], first, hit.end, [word])
        else:
            event = _unnamed(reader, word, hit.end - len(word), hit.end, [])
        event.attributes["_kind"] = "talk:" + ",".join(str(id(o)) for o in orgs)
    for side in sides:
        for thing in (*side.orgs, *side.persons):
            if not any(c.subject is thing and c.object is event for c in reader.draft.claims):
                reader.claim(thing, "participatesIn", event, span, "participatesIn.talk", "attend")


def _above(reader: Reader, org: Thing, kind: str) -> bool:
    """Whether a party to the talk already told is a unit of this organisation (its secretariat)."""
    if str(id(org)) in kind:
        return False
    return any(t.name.startswith(name) and str(id(t)) in kind for t in reader.draft.things if t.type == "OrganizationUnit" for name in org.names)


def _shares(event: Thing, orgs: list[Thing]) -> bool:
    kind = str(event.attributes["_kind"])
    return sum(str(id(org)) in kind for org in orgs) >= 1


def _event_cells(reader: Reader) -> list[tuple[int, int]]:
    return []


# -- visits --------------------------------------------------------------------------------------------


def _visit(reader: Reader, hit: Hit, visits: list[Visit]) -> None:
    text = reader.view.text
    before = text[hit.left : hit.start]
    stop = reader.clause_end(hit.end, "，。；\n")
    ahead = text[hit.end : hit.end + 2]
    if re.match(r"(?:组|团|报告|问卷|座谈|课题|成果|数据|结果|提纲|人员|者|对象|证)", ahead) and not re.match(r"[组团]", ahead):
        return
    if re.match(r"[组团]|工作$", ahead[:1]) or re.match(r"的", ahead) and ORG not in text[hit.end : hit.end + 4]:
        return
    shows = [at for at in reader.listed(hit.end, stop, EVENT)]
    if shows and hit.form in ("参观", "参观了", "考察", "观摩") and not reader.listed(hit.end, shows[0], ORG):
        for thing in _visitors(reader, hit, hit.start).orgs:
            reader.claim(thing, "participatesIn", reader.view.things[shows[0]], (hit.left, shows[0] + 1), "participatesIn.visit", "visit")
        return
    coming = hit.form in ("来访", "到访", "来访交流", "来联盟调研")
    visitors, targets, places, start = _visit_slots(reader, hit, before, stop, coming)
    target_ids = {id(t) for t in targets} | {id(p) for p in places}
    if not visitors.orgs and not visitors.persons:
        if targets and hit.start < reader.headline_end:
            first, last = reader.view.span(hit.left, stop)
            event = _unnamed(reader, reader.draft.text[first:last], hit.left, stop, [hit.form])
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
    for visitor in visitors.orgs:
        for target in targets:
            reader.claim(visitor, "cooperatesWith", target, span, "cooperatesWith.visit", "talk")
    talk = next((t for t in reader.events.things if str(t.attributes.get("_kind", "")).startswith("talk:") and all(str(id(x)) in str(t.attributes["_kind"]) for x in targets) and targets), None)
    if talk is not None:
        for thing in (*visitors.orgs, *visitors.persons):
            if not any(c.subject is thing and c.object is talk for c in reader.draft.claims):
                reader.claim(thing, "participatesIn", talk, span, "participatesIn.talk", "attend")
        return
    same = next((v for v in visits if v.sentence == hit.sentence and v.visitors), None)
    if same is not None and not (same.targets & target_ids) and not reader.listed(hit.left, hit.start, ORG + PERSON):
        return
    event = _visit_event(reader, hit, visits, target_ids, start, end)
    visits[-1].visitors += [*visitors.orgs, *visitors.persons]
    for thing in (*visitors.orgs, *visitors.persons):
        reader.claim(thing, "participatesIn", event, span, "participatesIn.visit", "visit")
    for place in places:
        reader.claim(event, "heldIn", place, (start, end), "heldIn.visit")


def _visit_slots(
    reader: Reader, hit: Hit, before: str, stop: int, coming: bool
) -> tuple[Side, list[Thing], list[Thing], int]:
    """Visitors, visited organisations, places, and where the phrase of the visit begins."""
    text, things = reader.view.text, reader.view.things
    match = None
    for candidate in re.finditer(r"赴|前往|走进|来到|抵达|奔赴|深入|莅临|(?<![得达受收做遇感想看见提起])到|来(?=[\ue000\ue002])", before):
        match = candidate
        break
    if match is not None:
        start = hit.left + match.start()
        inside = reader.listed(start, hit.start, ORG + PLACE)
        if not inside:
            return Side(), [], [], start
        visitors = _visitors(reader, hit, start)
        after = reader.listed(hit.end, stop, ORG) if re.match(r"(?:了)?\ue000", text[hit.end : hit.end + 2]) else []
        targets = [things[at] for at in (*inside, *after) if text[at] == ORG]
        places = [things[at] for at in inside if text[at] == PLACE]
        return visitors, targets, places, start
    if coming:
        visitors = _visitors(reader, hit, hit.start)
        if not before and visitors.start == hit.left:
            return Side(), [], [], hit.start
        host = [things[at] for at in reader.listed(hit.end, stop, ORG) if text[hit.end : at] in ("", "了")][:1]
        owner = [reader.draft.owner] if reader.draft.owner is not None else []
        target = host or [o for o in owner if o not in visitors.orgs]
        return visitors, target, [], hit.start
    after_cells: list[int] = []
    at = hit.end
    while run := re.compile(r"(?:了|[”“、和与及]|等|并|以及|位于|[^，。；、\n\ue000-\ue009]{0,8}?)*([\ue000\ue002])").match(text, at):
        after_cells.append(run.end() - 1)
        at = run.end()
        if at >= stop:
            break
    after_cells = [c for c in after_cells if c < stop]
    visitors = _visitors(reader, hit, hit.start)
    targets = [things[c] for c in after_cells if text[c] == ORG]
    places = [things[c] for c in after_cells if text[c] == PLACE]
    if hit.form == "调研" and after_cells and after_cells[0] > hit.end + 3:
        return Side(), [], [], hit.start
    return visitors, targets, places, hit.start


def _visitors(reader: Reader, hit: Hit, before: int) -> Side:
    doers = reader.doers(before, hit.left, ORG + PERSON)
    if doers.cells and doers.lead not in ("与",):
        return _side(reader, list(doers.cells))
    words = re.sub(r"[\ue00a“”]|先后|分别|近日|日前|还|又|并|也|一行|代表团|考察团|调研组|组织|期间|会后|随后|返程途中|途中|再次|实地|专程|此外|同时|将", "", reader.view.text[hit.left : before])
    if re.search(r"[\u4e00-\u9fff]{2,}", words) and not re.search(r"[\ue000\ue001]", words):
        return Side()
    if re.search(r"[\ue000\ue001]", reader.view.text[hit.left : before]) and not doers.cells:
        cells = reader.listed(hit.left, before, ORG + PERSON)
        if re.match(r"[^，。；]{0,10}(?:一行|代表团|考察团|调研组|考察组|率队|带队|率团|组织[^，。；]{0,12})", reader.view.text[cells[-1] + 1 : before] or ""):
            return _side(reader, cells[-1:])
        if re.search(r"组织|带领", reader.view.text[cells[0] + 1 : before]):
            return _side(reader, cells[:1])
        return Side()
    return _subject(reader, hit)


def _visit_event(
    reader: Reader, hit: Hit, visits: list[Visit], targets: set[int], start: int, end: int
) -> Thing:
    """The visit as an event: one for each target, headline and body joined."""
    first, last = reader.view.span(start, end)
    name = reader.draft.text[first:last]
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
    named = next((t for t in reader.events.things if visitish(t) and not t.name.startswith(("赴", "到")) and not any(c.object is t and c.role == "visit" for c in reader.draft.claims)), None)
    if named is not None:
        named.add_alias(name)
        named.mentions.append((first, last))
        visits.append(Visit(named, targets, hit.start, hit.sentence))
        return named
    event = _unnamed(reader, name, start, end, [hit.form])
    visits.append(Visit(event, targets, hit.start, hit.sentence))
    return event


_GUESTS = pattern(r"(?P<who><P>(?:(?:、|和|与|及)<P>)*)(?:亲切|热情|在[^，。；]{1,10})*(?P<verb>会见|接待|接见|陪同|迎接|热情接待|陪同调研|陪同考察)了?(?:客人|来宾|一行|代表团|来访|客商|外宾|[^，。；<O><P>]{0,6}一行|考察团|调研组|[。，；]|参观|调研|考察)")
_EXCHANGED = pattern(r"[与同和](?P<who><P>(?:(?:、|和|与|及)<P>)*)(?:就|围绕|进行|在|展开|开展|交换|座谈|会谈|交流|会面|深入)")


def _guests(reader: Reader, visits: list[Visit]) -> None:
    """Who received the visitors, or spoke with them, takes part in the visit."""
    text = reader.view.text
    for shape in (_GUESTS, _EXCHANGED):
        for match in shape.finditer(text):
            before = [v for v in visits if v.at <= match.start() and v.visitors]
            if not before or shape is _EXCHANGED and not before[-1].sentence[0] <= match.start() < before[-1].sentence[1]:
                continue
            visit = before[-1]
            for at in reader.listed(*match.span("who"), PERSON):
                person = reader.view.things[at]
                if person in visit.visitors:
                    continue
                reader.claim(person, "participatesIn", visit.event, match.span(), "participatesIn.host", "attend")
                for org in reader.orgs_of(person, at)[:1]:
                    for visitor in visit.visitors:
                        known = any(
                            c.predicate == "cooperatesWith" and visitor in (c.subject, c.object) for c in reader.draft.claims
                        )
                        if visitor.type != "Person" and not known:
                            reader.claim(visitor, "cooperatesWith", org, match.span(), "cooperatesWith.visit", "talk")


def _one_kind(reader: Reader) -> None:
    """A signed agreement takes in the talks between the same two."""
    signed = {
        frozenset((id(c.subject), id(c.object)))
        for c in reader.draft.claims
        if c.predicate == "cooperatesWith" and c.role == "agreement"
    }
    reader.draft.claims[:] = [
        c
        for c in reader.draft.claims
        if not (c.predicate == "cooperatesWith" and c.role == "talk" and frozenset((id(c.subject), id(c.object))) in signed)
    ]
    for thing in reader.events.things:
        thing.attributes.pop("_kind", None)


__all__ = ["EVENT", "PERSON", "read_cooperating", "talkish", "visitish"]
