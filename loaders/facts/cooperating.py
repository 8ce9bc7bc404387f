"""Two organisations with each other: agreements, talks and visits, and the unnamed meetings they are."""

from __future__ import annotations

import re
from dataclasses import replace

from .clauses import Hit, Reader
from .draft import Thing
from .masking import ORG, PERSON, pattern
from .needs import matches
from .pairing import guest_and_host, last_pair, paired, parties_of, party_of
from .parties import _SIGNING, Side, side_of, unnamed_event
from .talks import read_talk
from .visit_guests import read_guests
from .visiting import Visit, read_visit

_PAPER = pattern(r"^(?:了|的|下)?(?:[^，。；]{0,40}?)(?:(?<=[的子式面度位项略])合作(?!意向)(?=[，。；])|协议|协议书|备忘|备忘录|协约|盟约|合同|意向书|合作意向|公约|合作框架|合约|战略合作|责任书|协定)")


_MEETS = frozenset({"座谈", "会谈", "会见", "会晤", "座谈交流", "交流座谈", "工作座谈", "举行座谈", "举行会谈", "进行座谈", "进行了座谈", "进行会谈", "进行了会谈", "洽谈", "磋商", "会商", "开展座谈", "开展了座谈"})


def read_cooperating(reader: Reader) -> None:
    """All agreements, talks and visits, with their unnamed events."""
    for hit in reader.hits:
        if hit.verb.family == "agree" and not reader.negated(hit) and not reader.intended(hit):
            _agreement(reader, hit)
    _both_sign(reader)
    _signed_for_both(reader)
    for hit in reader.hits:
        if hit.verb.family == "talk" and not reader.negated(hit):
            read_talk(reader, hit)
    _ceremonies(reader)
    visits: list[Visit] = []
    for hit in reader.hits:
        if hit.verb.family == "visit" and not reader.negated(hit):
            read_visit(reader, hit, visits)
    read_guests(reader, visits)
    if reader.events.main is None and reader.events.things:
        reader.events.main = reader.events.things[0]
    one_kind(reader)


def _agreement(reader: Reader, hit: Hit) -> None:
    text = reader.view.text
    stop = reader.clause_end(hit.end, "，。；\n")
    paper = _PAPER.match(text[hit.end : stop])
    before_paper = re.search(r"(?:协议|合同|备忘录)$", text[hit.left : hit.start])
    if paper is None and not before_paper and not hit.form.endswith("签约"):
        return
    if hit.form == "达成" and not re.match(r"(?:了)?[^，。；]{0,16}(?:协议|战略合作|合作(?!意向|共识|研究|单位))", text[hit.end : stop]):
        return
    if hit.form.endswith("签约") and re.match(r"仪式|活动|会", text[hit.end : hit.end + 2]):
        return
    sides, apart = parties_of(reader, hit)
    if not sides and (earlier := _AGREED.search(text, hit.left, hit.start)) is not None:
        sides, apart = parties_of(reader, replace(hit, start=earlier.start()))
    if text[hit.end : hit.end + 1] == "的" and len(sides) < 2:
        return
    if not sides and _PLAIN.fullmatch(text, hit.left, hit.start):
        pair = list(_PAIR.finditer(text, hit.sentence[0], hit.left))
        if pair:
            sides = [side_of(reader, [at]) for at in reader.listed(*pair[-1].span(), ORG + PERSON)]
    if len(sides) < 2 and "宾主" in text[hit.sentence[0] : hit.start]:
        sides = [Side([party], [], at) for at in guest_and_host(reader, hit) if (party := party_of(reader, at)).type != "Person"]
    told = "双方" in text[hit.sentence[0] : hit.left] and _PLAIN.fullmatch(text, hit.left, hit.start) is not None
    if len(sides) < 2 and (several := _SEVERAL.search(text, hit.left, hit.start)) is not None:
        runs = [reader.listed(*run.span(), ORG + PERSON) for run in _RUN.finditer(text, reader.headline_end, hit.left)]
        runs = [run for run in runs if len(run) == _NUMBERS[several["n"]]]
        sides = [side_of(reader, [at]) for at in runs[-1]] if runs else sides  # 甲、乙与丙…，三方签下协议
    if len(sides) < 2 and (told or re.search(r"双方|三方|各方|两家|两地|两校|两院|彼此", text[hit.left : hit.start])):
        sides = [Side([party], [], at) if (party := party_of(reader, at)).type != "Person" else side_of(reader, [at]) for at in last_pair(reader, hit)]
    if len(sides) < 2 and hit.verb.group == "agree" and paper is not None:
        after = reader.listed(hit.end, stop, ORG)
        withs = [at for at in after if re.search(r"与$", text[hit.end : at])]
        if withs and sides:
            sides = [*sides, *(side_of(reader, [at]) for at in withs)]
    if len(sides) < 2 and _WITH_IT.search(text[hit.left : hit.start]) is not None:
        sides = _with_it(reader, hit, sides)
    if len(sides) == 1 and re.search(r"(?:与|和|同)", text[hit.left : hit.start]) is None:
        return
    if len(sides) == 2 and re.search(r"代表(?:双方|各自|两家|两校|两院)", text[hit.left : hit.end]):
        sides = _stood_for(reader, hit, sides)
    span = (min(s.start for s in sides) if sides else hit.left, max(hit.end, stop if paper else hit.end))
    span = (min(span[0], hit.start), span[1])
    paired(reader, sides, apart, span, "cooperatesWith.agreement", "agreement")
    signers = [org for side in sides for org in side.orgs]
    for event in _signing_events(reader, hit):
        for org in dict.fromkeys(signers):
            reader.claim(org, "participatesIn", event, span, "participatesIn.sign", "sign")


# 甲建成产线，乙银行为其贷款并签下协议; 丙走访丁，与其签署协议
_WITH_IT = re.compile("[与同和为向给](?:其|他们|该公司|该企业|该校|该厂)|[为向给]\ue000[^，。；\ue000]{2,16}[并且][^，。；\ue000]{0,6}$")


def _with_it(reader: Reader, hit: Hit, sides: list[Side]) -> list[Side]:
    """The two that sign where the text calls one of them 其: whom the sentence told of first, and who signs with it."""
    cells = reader.listed(hit.sentence[0], hit.start, ORG)
    named = list(dict.fromkeys(reader.view.things[at] for at in cells))
    here = [org for side in sides for org in side.orgs]
    if not here and (clause := reader.listed(hit.left, hit.start, ORG)):
        here = [reader.view.things[clause[0]]]
        sides = [Side(here, [], clause[0])]
    other = [t for t in named if t not in here]
    if here and other:
        return [*sides, Side([other[0]], [], hit.left)]
    return [Side([named[0]], [], hit.left), Side([named[-1]], [], hit.left)] if not here and len(named) == 2 else sides


# 甲、乙分别代表双方签字: those whose posts they hold
_FOR_BOTH = pattern(r"(?P<who><P>(?:、|和|与|同)<P>)(?:分别|共同|现场|各自)*代表(?:双方|各自(?:单位)?|两家(?:单位)?|两校|两院|两地|两省|两联盟|本单位)(?:[在于][^，。；]{1,12})?(?:上)?(?:签字|签约|签署|签名|签订)")


def _signed_for_both(reader: Reader) -> None:
    for match in matches(_FOR_BOTH, reader.view.text):
        sides = [reader.orgs_of(reader.view.things[at]) for at in reader.listed(*match.span("who"), PERSON)]
        if all(any(org.type == "Alliance" for org in side) for side in sides):
            sides = [tuple(org for org in side if org.type == "Alliance") for side in sides]  # 两省联盟: each signs for its own
        told = any(c.role == "agreement" for c in reader.draft.claims)
        if not told and len(sides) == 2 and all(sides) and sides[0][0] is not sides[1][0]:
            reader.joint([sides[0][0], sides[1][0]], match.span(), "cooperatesWith.agreement", "agreement")


def _stood_for(reader: Reader, hit: Hit, sides: list[Side]) -> list[Side]:
    """甲与乙举行签约仪式，甲秘书长和乙某学院院长代表双方签约: the two named before, where the signers belong to them."""
    pair = [party_of(reader, at) for at in last_pair(reader, hit)]
    parents = {id(c.subject): c.object for c in reader.draft.claims if c.predicate == "partOf"}
    homes = [{id(one) for org in side.orgs for one in (org, parents.get(id(org), org))} for side in sides]
    if len(pair) == 2 and all(any(id(party) in home for home in homes) for party in pair):
        return [Side([party], [p for side, home in zip(sides, homes, strict=True) if id(party) in home for p in side.persons], min(s.start for s in sides)) for party in pair]
    return sides


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
_NUMBERS = {"三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_SEVERAL = re.compile(r"(?P<n>[三四五六七八])(?:方|家|校|地|单位)(?:单位|企业|联盟)?(?:负责人|代表|领导|主要负责人)?[^，。；\ue000]{0,10}$")
_RUN = pattern(r"<OP>(?:(?:、|与|和|同|以及|及|会同|联合)<OP>)+")
_PAIR = pattern(r"<OP>(?:、<OP>)*(?:与|和|同)<OP>")


# 仪式上，甲与乙签署…: they sign at it
_AT_EVENT = pattern(r"(?:^|(?<=[。；，\n])|在(?:<T>)?(?:[^，。；<E>]{0,10}的)?)(?P<event><E>)(?:上|现场|开幕式上)[，,]?")


# held to open something: who signs there signs beside it
_UNVEILING = re.compile(r"(?:揭牌|揭幕|挂牌|授牌)(?:仪式|典礼|式|活动)$")


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
        return [event] if event is not None and id(event) not in reader.events.cancelled and not _UNVEILING.search(event.name) else []
    words = re.sub(r"^(?:以|本次|此次|及|和|与|调研|交流)+", "", match.group())
    return [unnamed_event(reader, words or "签约", match.end() - len(words), match.end(), ["签约"])]


def one_kind(reader: Reader) -> None:
    """A signed agreement takes in the talks between the same two; a unit has none with its own parent."""
    signed = {
        frozenset((id(c.subject), id(c.object)))
        for c in reader.draft.claims
        if c.predicate == "cooperatesWith" and c.role == "agreement"
    }
    signed |= {frozenset((id(c.subject), id(c.object))) for c in reader.draft.claims if c.predicate == "partOf" and c.subject.type == "OrganizationUnit"}
    reader.draft.claims[:] = [
        c
        for c in reader.draft.claims
        if not (c.predicate == "cooperatesWith" and c.role == "talk" and frozenset((id(c.subject), id(c.object))) in signed)
    ]
    for thing in reader.events.things:
        thing.attributes.pop("_kind", None)
