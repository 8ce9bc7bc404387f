"""Those who receive visitors, go with them or speak with them."""

from __future__ import annotations

import re

from .clauses import Reader
from .masking import ORG, PERSON, PLACE, pattern
from .needs import matches
from .visit_hosts import read_met
from .visiting import THERE, Visit, unit_of

_GUESTS = pattern(r"(?P<who><P>(?:(?:、|和|与|及)<P>)*)(?:亲切|热情|出面|共同|一同|全程|负责|专门|亲自|分别|先后|在[^，。；<P>]{1,10})*(?P<verb>[同与和](?:客人|来宾|来访者|考察团|代表团)(?:一行)?(?:(?:进行|举行|展开|开展)了?)?(?:座谈|会谈|交流|洽谈|见面|会面|交谈|交换意见|晤谈)|陪同(?:参加)?(?:会见|接见|座谈|会谈)|(?:参加|出席)了?(?:会见|接见)|会见|接待|接见|的?(?:陪同|引导|带领|引领)下(?=参观|考察|调研|走访|观摩|察看|先后|实地)|陪同|迎接|迎候|相迎|做东|尽地主之谊|出面相迎|热情接待|陪同调研|陪同考察)了?(?:(?:专家|领导|来宾|嘉宾)(?:组|们|团)?(?:察看|参观|考察|走访|调研|观摩|实地)|客人|来宾|一行|代表团|来访|客商|外宾|[^，。；<O><P>]{0,6}一行|考察团|调研组|[。，；]|并|参观|调研|考察)")


# 陪同会见: present, while the talk is the hosts'
_BESIDE = re.compile("(?:陪同|参加|出席)了?(?:参加)?(?:会见|接见|座谈|会谈)")
_LED = pattern(r"(?P<who><P>(?:(?:、|和|与|及)<P>)*)(?:亲自|共同|一同|等)*(?:带队|率队|领队|率团|任团长|担任团长|同行|一同前往|随行|参加了?(?:此次|上述|本次)?(?:活动|调研|走访|考察|拜访|访问|参观|交流))")
# 带队的是联盟副秘书长某某
_LEADER = pattern(r"(?:带队|领队|率队|率团|领衔|带团)(?:前往|考察|来访|的)*(?:则|正)?(?:是|为|系)(?P<who>[^，。；<P>]{0,20}<P>)")


# 同行的某大学教授某某表示
_ALONG = pattern(r"(?:同行|随行|随访|随团|同来|偕行|一同来访|一同前来|陪同前来|同机抵达|同往|同去|陪同前往|一同前往|一道前往)的(?:人员|专家|成员|客人)?(?:还|另|则)?(?:有|为|是|包括)?(?P<who>[^，。；<P>]{0,24}<P>(?:(?:、|和|与|及|以及)[^，。；<P>]{0,24}<P>)*)")


_EXCHANGED = pattern(r"[与同和](?P<who><P>(?:(?:、|和|与|及)<P>)*)(?:就|围绕|进行|在|展开|开展|举行|会晤|晤谈|洽谈|磋商|交谈|探讨|研讨|对接|交换|座谈|会谈|交流|会面|深入)")


# 在武汉会面时，…: where they spoke
_MET_IN = pattern(r"在(?P<place><L>)(?:会面|见面|碰面|会晤|会谈|座谈|交流|洽谈|会见|停留|逗留)(?:时|期间|中|过程中|当天|当日)，[^。；\n]*$")

# 秘书长同客人会谈: who spoke with the visitors
_WITH_GUESTS = pattern(
    r"(?P<who><P>(?:(?:、|和|与|及)<P>)*)(?:代表[^，。；<P>]{1,8})?(?:等)?(?:分别|先后|共同|一同|随后|在[^，。；<P>]{1,10})*(?:与|同|和|向)(?:来访者|来访人员|来者|大家|客人|来宾|宾客|来访[^，。；<P>]{0,6}|代表团|访问团|考察团|调研组|考察组|客商|外宾|访客|一行|其|对方|他们|嘉宾|远道而来的[^，。；<P>]{0,6})(?:一行|成员)?(?:就[^，。；]{1,24}|围绕[^，。；]{1,24}|进行了?|举行了?|开展了?|展开了?|深入|亲切|友好|坦诚|愉快|热烈)*(?:座谈|会谈|交流|会面|会见|会晤|交换|介绍|洽谈|讨论|商谈|磋商|合影|深谈|长谈|畅谈|恳谈|商讨|探讨|切磋|对话|沟通|交谈|叙谈|演示|展示|讲解|说明|汇报)"
)


# 甲迎来乙副院长某某一行
_RECEIVES = pattern(r"(?P<host><O>)(?:<T>|日前|近日|热情|隆重|先后)*(?:迎来|迎接|接待|接见)了?(?:<O>[^，。；<O><P>]{0,14})?(?P<who><P>)(?:等[^，。；]{0,4})?(?:一行|带队|率领|来访|到访|考察|参观|调研|的(?:来访|到访)|(?=[，。；]))")


# 原拟同行的某某因故未能成行
_STAYED = re.compile("(?:原拟|原定|原本|原计划|本拟|本应|拟|计划)$")
_STAYED_AFTER = re.compile("未能|没能|未成行|无法|缺席|取消|爽约|未随|未到|作罢")
# 访问南昌，先到甲，再到乙: whom the visitors went to one after the other
_STATIONS = pattern(
    r"，(?:一行|代表团|考察团|客人)?(?:首先|首站|第一站|先|<T>|上午|下午|随后|之后|接着)*(?:来到|抵达|前往|走进|到访|到|赴|去)了?(?P<one><O>)"
    r"(?:(?:，|、)?(?:随后|再|又|之后|后|接着|最后|继而|次日|而后|<T>|下午)+(?:来到|抵达|前往|走进|到访|转往|转赴|到|赴|去)了?(?P<two><O>))?(?=[，。；])"
)


def _stations(reader: Reader, visits: list[Visit]) -> None:
    for match in matches(_STATIONS, reader.view.text):
        told = [v for v in visits if v.visitors and v.sentence[0] <= match.start() < v.sentence[1]]
        if not told or match.start() < reader.headline_end:
            continue
        for at in reader.listed(*match.span(), ORG):
            host = reader.view.things[at]
            for guest in [t for t in told[-1].visitors if t.type != "Person" and t is not host]:
                if not any(c.predicate == "cooperatesWith" and {id(c.subject), id(c.object)} == {id(guest), id(host)} for c in reader.draft.claims):
                    reader.claim(guest, "cooperatesWith", host, (told[-1].sentence[0], match.end()), "cooperatesWith.visit", "talk")


def read_guests(reader: Reader, visits: list[Visit]) -> None:
    """Who received the visitors, or spoke with them, takes part in the visit."""
    text = reader.view.text
    for match in matches(_RECEIVES, text):
        guest, host = reader.view.things[match.start("who")], reader.view.things[match.start("host")]
        for org in reader.orgs_of(guest, match.start("who"))[:1]:
            if not any(c.predicate == "cooperatesWith" and {id(c.subject), id(c.object)} == {id(org), id(host)} for c in reader.draft.claims):
                reader.claim(org, "cooperatesWith", host, match.span(), "cooperatesWith.visit", "talk")
    _stations(reader, visits)
    for match in (*matches(_LED, text), *matches(_LEADER, text), *matches(_ALONG, text)):
        if _STAYED.search(text[max(0, match.start() - 8) : match.start()]) or _STAYED_AFTER.search(text[match.start() : reader.clause_end(match.end())]):
            continue  # 原拟同行的某某未能成行
        told = [v for v in visits if v.at <= match.start() and v.visitors]
        for at in reader.listed(*match.span("who"), PERSON) if told and match.start() >= reader.headline_end else ():
            person = reader.view.things[at]
            if not any(c.subject is person and c.object is told[-1].event for c in reader.draft.claims):
                reader.claim(person, "participatesIn", told[-1].event, match.span(), "participatesIn.visit", "visit")
                told[-1].visitors.append(person)
    read_met(reader, visits)
    for shape in (_GUESTS, _EXCHANGED, _WITH_GUESTS):
        for match in matches(shape, text):
            beneath = shape is _GUESTS and match["verb"].endswith("下")  # 在某某陪同下参观: the visit is told next
            before = [v for v in visits if v.at <= (match.end() if beneath else match.start()) and v.visitors]
            if not before or (shape is _EXCHANGED and not before[-1].sentence[0] <= match.start() < before[-1].sentence[1]):
                continue
            visit = before[-1]
            where = THERE.search(text[max(0, match.start() - 12) : match.start()]) if shape is _EXCHANGED else None
            for place in range(where.start(1), where.end(1)) if where else ():
                at = max(0, match.start() - 12) + place
                reader.claim(visit.event, "heldIn", reader.view.things[at], (at, match.end()), "heldIn.visit")
            if (met := _MET_IN.search(text, max(text.rfind(mark, 0, match.start()) for mark in "。\n") + 1, match.start())) is not None:
                reader.claim(visit.event, "heldIn", reader.view.things[met.start("place")], (met.start(), match.end()), "heldIn.visit")
            for at in reader.listed(*match.span("who"), PERSON):
                person = reader.view.things[at]
                if person in visit.visitors:
                    continue
                reader.claim(person, "participatesIn", visit.event, match.span(), "participatesIn.host", "attend")
                for place in reader.listed(*match.span(), PLACE) if shape is _GUESTS and match["verb"].startswith(("会见", "接待", "接见", "迎接", "迎候")) else ():
                    reader.claim(visit.event, "heldIn", reader.view.things[place], match.span(), "heldIn.visit")
                held = (*reader.orgs_of(person, at), *reader.orgs_of(person))
                beside = shape is _GUESTS and _BESIDE.match(match["verb"]) is not None
                for org in held[:1] if not beside else ():
                    for visitor in visit.visitors:
                        known = any(
                            c.predicate == "cooperatesWith" and visitor in (c.subject, c.object)
                            and any(org.type == "Alliance" or other in held or unit_of(reader, org, other) or unit_of(reader, other, org) for other in (c.subject, c.object))
                            for c in reader.draft.claims
                        )
                        if visitor.type != "Person" and not known:
                            reader.claim(visitor, "cooperatesWith", org, match.span(), "cooperatesWith.visit", "talk")
