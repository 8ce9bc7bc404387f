"""Two organisations with each other: agreements, talks and visits, and the unnamed meetings they are."""

from __future__ import annotations

import re
from dataclasses import replace

from .clauses import Hit, Reader
from .draft import Thing
from .masking import ORG, PERSON, pattern
from .needs import matches
from .parties import _SIGNING, Side, side_of, subject_before, talkish, unnamed_event
from .visiting import Visit, read_guests, read_visit

_PAPER = pattern(r"^(?:了|的|下)?(?:[^，。；]{0,40}?)(?:(?<=[的子式面度位项略])合作(?!意向)(?=[，。；])|协议|协议书|备忘|备忘录|协约|盟约|合同|意向书|合作意向|公约|合作框架|合约|战略合作|责任书|协定)")


# 订立三方协议: each with each
_ALL = re.compile(r"[三四五六七八九多各]方(?:联合|合作|共建|战略|框架|研发)*(?:[^，。；]{0,10}?)(?:协议|备忘录|合同|协定)|共同签|一同签|(?:三|四|五|多|各)方(?:共同|联合|现场)?(?:签|订)")

_MEETS = frozenset({"座谈", "会谈", "会见", "会晤", "座谈交流", "交流座谈", "工作座谈", "举行座谈", "举行会谈", "进行座谈", "进行了座谈", "进行会谈", "进行了会谈", "洽谈", "磋商", "会商", "开展座谈", "开展了座谈"})


# 就合资的磋商，目前仍未达成协议
_IN_VAIN = re.compile(r"，?(?:\ue00a|目前|至今|仍|尚|最终|但|迄今|均|双方)*(?:未能?|没有)(?:达成|取得|形成)[^，。；]{0,8}(?:协议|一致|结果|共识)?|(?:\ue00a|最终|已|均)*(?:破裂|告吹|无果而终|不欢而散)")


_WEAK_TALK = frozenset({"交流", "对接", "交换意见", "交换了意见", "深入交流", "接洽"})


def read_cooperating(reader: Reader) -> None:
    """All agreements, talks and visits, with their unnamed events."""
    for hit in reader.hits:
        if hit.verb.family == "agree" and not reader.negated(hit) and not reader.intended(hit):
            _agreement(reader, hit)
    _both_sign(reader)
    for hit in reader.hits:
        if hit.verb.family == "talk" and not reader.negated(hit):
            _talk(reader, hit)
    _ceremonies(reader)
    visits: list[Visit] = []
    for hit in reader.hits:
        if hit.verb.family == "visit" and not reader.negated(hit):
            read_visit(reader, hit, visits)
    read_guests(reader, visits)
    if reader.events.main is None and reader.events.things:
        reader.events.main = reader.events.things[0]
    one_kind(reader)


def _parties(reader: Reader, hit: Hit) -> tuple[list[Side], bool]:
    """The parties before a verb (甲与乙签署), and whether the first meets each of the others apart."""
    text = reader.view.text
    left = hit.left
    doers = reader.doers(hit.start, left, ORG + PERSON, hit.form)
    cells = list(doers.cells)
    if not cells:
        return [], False
    apart = bool(re.search(r"分别|先后", text[left : hit.start] + hit.form))
    if doers.lead in ("与", "和", "同", "联合", "会同", "携手", "牵手", "联手"):
        before = reader.listed(left, cells[0], ORG + PERSON)
        if apart and len(before) > 1:
            partner = side_of(reader, cells[:1])
            return [partner, *(side_of(reader, [at]) for at in before)], True
        first = side_of(reader, before[-1:]) if before else subject_before(reader, hit)
        return [first, *(side_of(reader, [at]) for at in cells)], _ALL.search(text[left : reader.clause_end(hit.end)]) is None
    return [side_of(reader, [at]) for at in cells], apart


def _agreement(reader: Reader, hit: Hit) -> None:
    text = reader.view.text
    stop = reader.clause_end(hit.end, "，。；\n")
    paper = _PAPER.match(text[hit.end : stop])
    before_paper = re.search(r"(?:协议|合同|备忘录)$", text[hit.left : hit.start])
    if paper is None and not before_paper and not hit.form.endswith("签约"):
        return
    if hit.form == "达成" and not re.match(r"(?:了)?[^，。；]{0,16}(?:协议|战略合作|合作(?!意向|共识|研究|单位))", text[hit.end : stop]):
        return
    if hit.form == "签约" and re.match(r"仪式|活动|会", text[hit.end : hit.end + 2]):
        return
    sides, apart = _parties(reader, hit)
    if not sides and (earlier := _AGREED.search(text, hit.left, hit.start)) is not None:
        sides, apart = _parties(reader, replace(hit, start=earlier.start()))
    if text[hit.end : hit.end + 1] == "的" and len(sides) < 2:
        return
    if not sides and _PLAIN.fullmatch(text, hit.left, hit.start):
        pair = list(_PAIR.finditer(text, hit.sentence[0], hit.left))
        if pair:
            sides = [side_of(reader, [at]) for at in reader.listed(*pair[-1].span(), ORG + PERSON)]
    if len(sides) < 2 and "宾主" in text[hit.sentence[0] : hit.start]:
        sides = [Side([party], [], at) for at in _guest_and_host(reader, hit) if (party := _party(reader, at)).type != "Person"]
    told = "双方" in text[hit.sentence[0] : hit.left] and _PLAIN.fullmatch(text, hit.left, hit.start) is not None
    if len(sides) < 2 and (told or re.search(r"双方|三方|各方|两家|两地|两校|两院|彼此", text[hit.left : hit.start])):
        sides = [Side([party], [], at) if (party := _party(reader, at)).type != "Person" else side_of(reader, [at]) for at in _last_pair(reader, hit)]
    if len(sides) < 2 and hit.verb.group == "agree" and paper is not None:
        after = reader.listed(hit.end, stop, ORG)
        withs = [at for at in after if re.search(r"与$", text[hit.end : at])]
        if withs and sides:
            sides = [*sides, *(side_of(reader, [at]) for at in withs)]
    if len(sides) == 1 and re.search(r"(?:与|和|同)", text[hit.left : hit.start]) is None:
        return
    span = (min(s.start for s in sides) if sides else hit.left, max(hit.end, stop if paper else hit.end))
    span = (min(span[0], hit.start), span[1])
    _pairs(reader, sides, apart, span, "cooperatesWith.agreement", "agreement")
    signers = [org for side in sides for org in side.orgs]
    for event in _signing_events(reader, hit):
        for org in dict.fromkeys(signers):
            reader.claim(org, "participatesIn", event, span, "participatesIn.sign", "sign")


def _ceremonies(reader: Reader) -> None:
    """甲与乙战略合作协议签约仪式在某地举行: those whose names the ceremony bears sign there."""
    for event in reader.events.things:
        parties = reader.events.hosts_in_name.get(id(event), ())
        if len(parties) < 2 or not re.search(r"签约|签署|签字", event.name) or id(event) in reader.events.cancelled:
            continue
        at = next((cell for cell, thing in sorted(reader.view.things.items()) if thing is event and cell >= reader.headline_end), None)
        if at is None or event.attributes.get("status") == "planned":
            continue
        span = (at, max(at + 1, reader.clause_end(at)))
        reader.joint(parties, span, "cooperatesWith.agreement", "agreement")
        for org in parties:
            if not any(c.subject is org and c.object is event and c.predicate == "participatesIn" for c in reader.draft.claims):
                reader.claim(org, "participatesIn", event, span, "participatesIn.sign", "sign")


# 甲与乙达成合作意向并签署备忘录
_AGREED = re.compile(r"(?:达成|形成|取得|建立)了?[^，。；]{0,14}(?:并|且|后)(?:当场|现场|正式|随即|共同)*$")
_PLAIN = re.compile(r"(?:并|现场|会后|随后|还|正式|共同|当场|\ue00a|联合|最终|就此|于?(?:临行|会议|活动|访问|座谈|考察|行程|返程)?(?:前|后|时|期间|结束时|结束后)|当面|同时|一并|再度|顺势|趁势)*")
_PAIR = pattern(r"<OP>(?:、<OP>)*(?:与|和|同)<OP>")


def _party(reader: Reader, at: int) -> Thing:
    """The organisation at a cell, or the one that the person there acts for."""
    thing = reader.view.things[at]
    if thing.type != "Person":
        return thing
    held = [c for c in reader.draft.claims if c.predicate == "holdsPost" and c.subject is thing]
    if len(held) > 1:  # 联盟秘书长兼某公司副总某某 acts for the alliance
        return min(held, key=lambda c: c.evidence[0]).object
    return (reader.orgs_of(thing, at) or (thing,))[0]


def _last_pair(reader: Reader, hit: Hit) -> list[int]:
    near = [at for at in reader.listed(hit.sentence[0], hit.left, ORG + PERSON) if reader.view.text[at] == ORG or reader.orgs_of(reader.view.things[at], at)]
    if hit.start >= reader.headline_end and len({id(_party(reader, at)) for at in near}) == 2:
        one = near[0]
        return [one, next(at for at in near if _party(reader, at) is not _party(reader, one))]
    cells = reader.listed(reader.headline_end, hit.left, ORG)
    if len({id(reader.view.things[at]) for at in cells}) < 2:  # 甲副局长某某来乙考察，双方签下备忘录
        cells = [at for at in reader.listed(reader.headline_end, hit.left, ORG + PERSON) if reader.view.text[at] == ORG or reader.orgs_of(reader.view.things[at], at)]
    seen: list[int] = []
    for at in reversed(cells):
        if all(_party(reader, at) is not _party(reader, other) for other in seen):
            seen.insert(0, at)
        if len(seen) == 2:
            return seen
    return []


def _guest_and_host(reader: Reader, hit: Hit) -> list[int]:
    """宾主: who went to see whom, by the last visit told before the verb; their cells."""
    for visit in reversed(reader.hits):
        if visit.verb.family == "visit" and visit.end <= hit.start and reader.view.text[visit.end : visit.end + 1] == ORG:
            guests = reader.listed(visit.sentence[0], visit.start, ORG + PERSON)
            return [guests[0], visit.end] if guests else []
    return []


def _called_on(reader: Reader, orgs: list[Thing]) -> bool:
    """Whether the body tells of a call that one of them pays on another: then the headline's talk is that visit."""
    return any(
        visit.verb.family == "visit" and visit.start >= reader.headline_end and visit.form in _CALLS
        and reader.view.text[visit.end : visit.end + 1] == ORG and reader.view.things.get(visit.end) in orgs
        for visit in reader.hits
    )  # fmt: skip


_CALLS = frozenset({"拜会", "拜访", "走访", "访问", "拜会了", "拜访了", "走访了", "访问了"})


def _pairs(reader: Reader, sides: list[Side], apart: bool, span: tuple[int, int], rule: str, role: str) -> None:
    for number, one in enumerate(sides):
        for other in sides[number + 1 :]:
            if apart and number:
                continue
            for left in one.orgs:
                for right in other.orgs:
                    reader.claim(left, "cooperatesWith", right, span, rule, role)


# 仪式上，甲与乙签署…: they sign at it
_AT_EVENT = pattern(r"(?:^|(?<=[。；，\n])|在(?:<T>)?(?:[^，。；<E>]{0,10}的)?)(?P<event><E>)(?:上|现场|开幕式上)[，,]?")


_BOTH_SIGN = pattern(r"双方(?:<T>|[在于](?:<L>)+|正式|共同|隆重|还|又)*(?:举行|举办|出席|参加)了?(?P<event><E>)")
_SIGNERS = frozenset({"Enterprise", "University", "ResearchInstitute", "Alliance", "Association", "CoordinatingBody"})


def _both_sign(reader: Reader) -> None:
    """双方举行了签字仪式: the two that the text kept naming, else the last two named."""
    things, text = reader.view.things, reader.view.text
    for match in matches(_BOTH_SIGN, text):
        event = things.get(match.start("event"))
        if event is None or not _SIGNING.search(event.name) or id(event) in reader.events.cancelled:
            continue
        begin = text.rfind("\n", 0, text.rfind("\n", 0, match.start())) + 1
        cells = [at for at in reader.listed(begin, match.start(), ORG) if things[at].type in _SIGNERS]
        counts: dict[int, int] = {}
        for at in cells:
            counts[id(things[at])] = counts.get(id(things[at]), 0) + 1
        named = {id(things[at]): things[at] for at in cells}
        often = [named[key] for key, count in counts.items() if count > 1]
        pair = often if len(often) == 2 else list(named.values())[-2:]
        if len(pair) == 2:
            reader.joint(pair, match.span(), "cooperatesWith.agreement", "agreement")
            for thing in pair:
                reader.claim(thing, "participatesIn", event, match.span(), "participatesIn.sign", "sign")


def _signing_events(reader: Reader, hit: Hit) -> list[Thing]:
    """The ceremony held for the agreement, where the text speaks of one."""
    near = [t for t in reader.events.things if _SIGNING.search(t.name) and id(t) not in reader.events.cancelled]
    text, (start, stop) = reader.view.text, hit.sentence
    apart = [at for at in range(hit.end, stop) if reader.view.things.get(at) in near and "；" in text[hit.end : at]]
    if apart and not any(reader.view.things.get(at) in near for at in range(start, hit.end)):
        return []  # 甲与乙签订协议；丙同丁举行签约仪式: the ceremony is of others
    if near:
        return near[:1]
    match = re.search(r"[^，。；、\n\ue000-\ue009]{0,8}签约(?=为契机|为起点|环节|完成|后，|之后)", reader.view.text)
    if match is None:
        told = list(_AT_EVENT.finditer(text, start, hit.start))
        event = reader.view.things.get(told[-1].start("event")) if told and "；" not in text[told[-1].end() : hit.start] else None
        return [event] if event is not None and id(event) not in reader.events.cancelled else []
    words = re.sub(r"^(?:以|本次|此次|及|和|与|调研|交流)+", "", match.group())
    return [unnamed_event(reader, words or "签约", match.end() - len(words), match.end(), ["签约"])]


def _talk(reader: Reader, hit: Hit) -> None:
    text = reader.view.text
    if (text[hit.end : hit.end + 1] in "会组" and hit.form in ("座谈", "交流", "对接", "洽谈")) or (text[hit.start - 1 : hit.start] in "、" and hit.left != hit.start):
        return
    if re.search(r"(?:参加|出席|陪同|列席|见证|主持|参与|陪同参加)了?(?:上述|此次|本次|这次)?$", text[max(0, hit.start - 8) : hit.start]):
        return  # 甲、乙参加会谈: they sit at a talk told of elsewhere
    active = hit.form in ("会见", "接待", "接待了", "出面接待", "接见", "会晤")
    sides, apart = _parties(reader, hit)
    stop = reader.clause_end(hit.end, "，。；\n")
    if active and sides:
        after = reader.listed(hit.end, stop, ORG + PERSON)
        if after:
            sides = [*sides[:1], *(side_of(reader, [at]) for at in after[:3])]
            apart = True
        elif hit.form != "会晤" and not re.search(r"[与和同]", text[hit.left : hit.start]):
            return  # 甲、乙出面接待: hosts of one side
    if len(sides) < 2 and (at_host := re.search(r"(?:前往|前来|赴|到|来到|来|走进|莅临|在)(\ue000)[^，。；\ue000]{0,4}$", text[hit.left : hit.start])):
        host = reader.view.things.get(hit.left + at_host.start(1))
        nearer = reader.listed(hit.left, hit.left + at_host.start(), ORG + PERSON)
        going = next((side for side in sides if side.orgs and host not in side.orgs), None)
        going = going or (side_of(reader, nearer[-1:]) if nearer else subject_before(reader, hit))
        if any(c.predicate == "partOf" and c.subject is host and c.object in going.orgs for c in reader.draft.claims):
            return  # an alliance does not call on its own secretariat
        if going.orgs and not any(v.verb.family == "visit" and hit.left <= v.start < hit.start for v in reader.hits):
            sides, apart = [going, side_of(reader, [hit.left + at_host.start(1)])], True
    if len(sides) < 2 and not active and re.search(r"双方|两家单位|彼此", text[hit.left : hit.start]) and hit.start >= reader.headline_end:
        pair = _last_pair(reader, hit)
        same = [at for at in pair if at >= hit.sentence[0]]
        if len(same) == 2:  # 甲与乙召开对接会，双方深入磋商: a talk, and no meeting besides
            sides = [side_of(reader, [at]) for at in same]
            _pairs(reader, sides, False, (same[0], hit.end), "cooperatesWith.talk", "talk")
            return
    if len(sides) < 2:
        return
    if re.search(r"共识|意见|信息|经验", text[hit.start - 4 : hit.start]):
        return
    orgs = [org for side in sides for org in side.orgs]
    if len(dict.fromkeys(orgs)) < 2 and not any(side.persons for side in sides):
        return
    if hit.start < reader.headline_end and hit.form not in text[reader.headline_end :] and _called_on(reader, orgs):
        return
    if _IN_VAIN.match(text, hit.end):
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
        if not re.search(r"[与和同]", text[span[0] : hit.start]) or (hit.start < reader.headline_end and hit.form == "对接"):
            return
        _pairs(reader, sides, apart, span, "cooperatesWith.talk", "talk")
        return
    _pairs(reader, sides, apart, span, "cooperatesWith.talk", "talk")
    told = any(str(t.attributes.get("_kind", "")) for t in reader.events.things)
    if not told and not re.search(r"[在于]\ue002+[^，。；]*$", text[hit.left : hit.start]) and any(h.verb.family == "visit" and h.sentence == hit.sentence and h.start < hit.start for h in reader.hits):
        return
    event = next((t for t in reader.events.things if "talk:" in str(t.attributes.get("_kind", "")) and _shares(t, orgs)), None)
    if event is None:
        event = next((t for t in reader.events.things if talkish(t) and not any(c.object is t for c in reader.draft.claims)), None)
    if event is None:
        word = re.sub(r"^(?:举行|进行了?|开展了?)", "", hit.form)
        if hit.start < reader.headline_end:
            first = min(s.start for s in sides)
            start, end = reader.view.span(first, hit.end)
            event = unnamed_event(reader, reader.draft.text[start:end], first, hit.end, [word])
        else:
            event = unnamed_event(reader, word, hit.end - len(word), hit.end, [])
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


def one_kind(reader: Reader) -> None:
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
