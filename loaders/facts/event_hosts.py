"""Hosts that no verb names: label lists, 在甲指导下, and the meetings of an organisation's own life."""

from __future__ import annotations

import re
from functools import lru_cache

from .clauses import Reader
from .draft import Thing
from .event_objects import latest_event
from .frame_lexicon import alternatives
from .masking import EVENT, ORG, pattern
from .needs import matches

_UNDER = pattern(r"在?(?P<list><O>(?:(?:、|和|与|及|以及)<O>)*)(?:等[^，。；]{0,8})?的?(?:精心|悉心|共同|大力|联合|亲切|直接|具体|统一)*(?P<what>关心和指导|关心指导|关怀指导|关怀和指导|支持与指导|支持和指导|支持和帮助|领导和支持|统筹指导|关怀|关心|指导和支持|指导与支持|指导支持|指导|支持|大力支持|领导|组织领导|关心支持)下")


_LABEL = pattern(r"(?P<label>主办|承办|协办|支持|指导|发起|联合主办|联合承办|特别支持|合作|赞助|媒体支持|技术支持|战略合作|执行|组织|联办|共同主办|协作|支持媒体|合作媒体)(?:单位|机构|方|媒体|者)?(?:分别|还|主要|则)*(?:[：:为是有】]|(?<=[位构方体要还则别])包括)+(?P<list>(?:<O>(?:[、和及与]|，(?=(?:<O>[、，和及与]?)+(?:等[^，。；]{0,8})?(?:[。；\n]|$)))?|等|[^，。；\n：:]{0,2}?)+)")


_LABEL_ROLE = {
    "主办": "host", "承办": "undertake", "协办": "assist", "支持": "support", "指导": "guide", "发起": "initiate",
    "组织": "host", "联合主办": "host", "联合承办": "undertake", "特别支持": "support", "赞助": "support", "媒体支持": "support",
    "技术支持": "support", "联办": "host", "共同主办": "host", "执行": "undertake", "协作": "assist", "支持媒体": "support", "合作媒体": "support",
}  # fmt: skip


def read_guidance(reader: Reader) -> None:
    """在甲的指导下, 乙举办<E>."""
    text = reader.view.text
    for match in matches(_UNDER, text):
        stop = reader.clause_end(match.end(), "。\n")
        after = reader.listed(match.end(), stop, EVENT)
        begin = max(text.rfind(s, 0, match.start()) for s in "。\n") + 1
        before = reader.listed(begin, match.start(), EVENT)
        cells = after[:1] or before[-1:]
        if not cells:
            continue
        role = "guide" if re.search("指导|领导|组织", match.group("what")[:5]) and not match.group("what").startswith("支持") else "support"
        event = reader.view.things[cells[0]]
        for at in reader.listed(match.start("list"), match.end("list"), ORG):
            reader.claim(reader.view.things[at], "organizes", event, (match.start(), match.end()), "organizes.under", role)


_GIVEN = pattern(r"(?:得到|获得|受到|承蒙|获)了?(?P<list><O>(?:(?:、|和|与|及|以及)<O>)*)(?:等[^，。；]{0,8})?的?(?:大力|鼎力|积极|热情|倾力|悉心|精心|全程|具体)*(?P<what>支持|赞助|指导)")


def read_thanks(reader: Reader) -> None:
    """研讨会得到了甲的大力支持."""
    for match in matches(_GIVEN, reader.view.text):
        begin = max(reader.view.text.rfind(sign, 0, match.start()) for sign in "。\n") + 1
        cells = reader.listed(begin, match.start(), EVENT)
        if cells:
            role = "guide" if match.group("what") == "指导" else "support"
            for at in reader.listed(*match.span("list"), ORG):
                reader.claim(reader.view.things[at], "organizes", reader.view.things[cells[-1]], match.span(), "organizes.under", role)


# 甲、乙分别给予指导和赞助: to each his own
_EACH = pattern(
    r"(?P<one><O>)(?:、|和|与)(?P<two><O>)(?:分别|依次)(?:给予|提供|负责|担任|作为|为|予以|进行)?了?(?P<a>主办|承办|协办|指导|支持|赞助|发起)(?:单位|方)?(?:和|与|、|及)(?P<b>主办|承办|协办|指导|支持|赞助|发起)"
)


def read_each(reader: Reader) -> None:
    """Two organisations that 分别 do two things, in order; claims that gave both to either are undone."""
    for match in matches(_EACH, reader.view.text):
        event = latest_event(reader, match.start())
        things = reader.view.things
        pairs = [(things.get(match.start("one")), _LABEL_ROLE[match["a"]]), (things.get(match.start("two")), _LABEL_ROLE[match["b"]])]
        if event is None:
            continue
        start, end = reader.view.span(*match.span())
        reader.draft.claims[:] = [
            c for c in reader.draft.claims
            if not (c.predicate == "organizes" and c.object is event and any(c.subject is t for t, _ in pairs) and c.evidence[1] > start and c.evidence[0] < end)
        ]
        for thing, role in pairs:
            if thing is not None:
                reader.claim(thing, "organizes", event, match.span(), "organizes.label", role)


def read_labels(reader: Reader) -> None:
    """主办单位：甲、乙；承办单位：丙."""
    for match in matches(_LABEL, reader.view.text):
        role = _LABEL_ROLE.get(match.group("label"))
        event = latest_event(reader, match.start())
        if any(c.predicate == "subEventOf" and c.subject is event and c.object is reader.events.main for c in reader.draft.claims):
            event = reader.events.main
        if role is None or event is None:
            continue
        if not re.search(r"单位|机构|方|媒体|者|[：:]", match.group()[: match.start("list") - match.start()]):
            continue
        for at in reader.listed(match.start("list"), match.end("list"), ORG):
            reader.claim(reader.view.things[at], "organizes", event, (match.start(), at + 1), "organizes.label", role)


@lru_cache(maxsize=1)
def own_meeting() -> re.Pattern[str]:
    """Names of meetings that only their own organisation holds (理事会, 年会 …), as a pattern."""
    return re.compile(alternatives("events", "own_life") + "(?:（[^）]*）)?$")


# what only its own organisation can hold, whoever undertakes it
_COUNCIL = re.compile(r"换届大?会|全体大会|理事会(?:议|会议)?|(?:会员|成员|网员)(?:代表)?大会|秘书长会议|理事长会议|常务会议")


# 三届二次理事会（扩大）会议
_WIDENED = re.compile("[（(]扩大[）)]|扩大")

# 二届一次理事会: a session of the own council, told of beside the general meeting
_SESSION = re.compile(r"第?[一二三四五六七八九十]{1,3}届(?:第?[一二三四五六七八九十]{1,3}次|理事会第)")

# 某联盟“走进会员”系列活动: bears the name of who holds it
_OWN_ACTIVITY = re.compile(r"”(?:系列|主题|专题|品牌|公益)*(?:活动|沙龙|讲堂|大讲堂|论坛|研讨会|行|日|季|月|周)$")


# 协发网（…）第六期研修班: of the one that its name begins with
_NUMBERED = re.compile(r"(?:（[^）]*）)?(?:第[一二三四五六七八九十\d]{1,3}|首)[期届次]")


def read_own_meetings(reader: Reader) -> None:
    """A council meeting is held by its organisation, where the text names no other host."""
    shape = own_meeting()
    for event in reader.events.things:
        own = _OWN_ACTIVITY.search(event.name) and [t for t in reader.events.hosts_in_name.get(id(event), ()) if t.type in ("Alliance", "Association")]
        used = own and any(event in (c.subject, c.object) for c in reader.draft.claims)
        if (id(event) in reader.events.provisional and not used) or not event.mentions:
            continue
        if any(c.predicate == "organizes" and c.object is event and c.role in ("host", "initiate") for c in reader.draft.claims):
            continue
        numbered = any(_NUMBERED.match(name, len(form)) for host in reader.events.hosts_in_name.get(id(event), ()) for form in host.names for name in event.names if name.startswith(form))
        if not (numbered or own) and not any(shape.search(part) for name in event.names for part in (_WIDENED.sub("", name), name.partition("暨")[0])):
            continue
        hosts = reader.events.hosts_in_name.get(id(event), ())
        if any(c.predicate == "organizes" and c.object is event and c.role == "undertake" for c in reader.draft.claims) and not (own or _COUNCIL.search(event.name)):
            continue
        if not hosts and (event is reader.events.main or _SESSION.match(event.name)) and reader.draft.owner is not None and re.search(r"理事|会员|成员|网员|盟员|委员会|秘书长", event.name):
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
