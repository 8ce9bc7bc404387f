"""Talks between parties: who called on whom, and what they agreed to do."""

from __future__ import annotations

import re

from .clauses import Hit, Reader
from .draft import Thing
from .masking import ORG, PERSON, PLACE
from .pairing import last_pair, paired, parties_of
from .parties import side_of, subject_before, talkish, unnamed_event

# 就合资的磋商，目前仍未达成协议
_IN_VAIN = re.compile(r"，?(?:\ue00a|目前|至今|仍|尚|最终|但|迄今|均|双方)*(?:未能?|没有)(?:达成|取得|形成)[^，。；]{0,8}(?:协议|一致|结果|共识)?|(?:\ue00a|最终|已|均)*(?:破裂|告吹|无果而终|不欢而散)")
_GUEST_PARTY = re.compile(r"(?:考察组|考察团|调研组|代表团|访问团|参访团|走访组|一行(?:[\d余多]+人)?|客人)(?=[^，。；\ue000\ue001]{0,4}(?:[在于]\ue002+)?[与和同])")
_WEAK_TALK = frozenset({"交流", "对接", "交换意见", "交换了意见", "深入交流", "接洽"})


def _called_on(reader: Reader, orgs: list[Thing]) -> bool:
    """Whether the body tells of a call that one of them pays on another: then the headline's talk is that visit."""
    return any(
        visit.verb.family == "visit" and visit.start >= reader.headline_end and visit.form in _CALLS
        and reader.view.text[visit.end : visit.end + 1] == ORG and reader.view.things.get(visit.end) in orgs
        for visit in reader.hits
    )  # fmt: skip


_CALLS = frozenset({"拜会", "拜访", "走访", "访问", "拜会了", "拜访了", "走访了", "访问了"})


def read_talk(reader: Reader, hit: Hit) -> None:
    """Who talked with whom, and whom that ties."""
    text = reader.view.text
    if (text[hit.end : hit.end + 1] in "会组" and hit.form in ("座谈", "交流", "对接", "洽谈")) or (text[hit.start - 1 : hit.start] in "、" and hit.left != hit.start):
        return
    if re.search(r"(?:参加|出席|陪同|列席|见证|主持|参与|陪同参加)了?(?:上述|此次|本次|这次)?$", text[max(0, hit.start - 8) : hit.start]):
        return  # 甲、乙参加会谈: they sit at a talk told of elsewhere
    active = hit.form in ("会见", "接待", "接待了", "出面接待", "接见", "会晤")
    sides, apart = parties_of(reader, hit)
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
        pair = last_pair(reader, hit)
        same = [at for at in pair if at >= hit.sentence[0]]
        if len(same) == 2:  # 甲与乙召开对接会，双方深入磋商: a talk, and no meeting besides
            sides = [side_of(reader, [at]) for at in same]
            paired(reader, sides, False, (same[0], hit.end), "cooperatesWith.talk", "talk")
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
        paired(reader, sides, apart, span, "cooperatesWith.talk", "talk")
        return
    paired(reader, sides, apart, span, "cooperatesWith.talk", "talk")
    if _GUEST_PARTY.search(text, hit.left, hit.start) and any(h.verb.family == "visit" and h.sentence == hit.sentence and h.start < hit.start for h in reader.hits):
        return  # 赴某公司考察，考察组在某地与其董事长座谈: a part of the visit
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
    for at in reader.listed(hit.left, hit.start, PLACE):
        if reader.view.text[at - 1 : at] in ("在", "于") and event.attributes.get("_kind") and not any(c.subject is event and c.predicate == "heldIn" for c in reader.draft.claims):
            reader.claim(event, "heldIn", reader.view.things[at], (at - 1, hit.end), "heldIn.visit")
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
