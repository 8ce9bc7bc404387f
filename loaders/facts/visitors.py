"""Who visits: the delegation, its leaders, and those who are taken along."""

from __future__ import annotations

import re

from .clauses import Hit, Reader
from .masking import ORG, PERSON, pattern
from .parties import Side, side_of, subject_before

# 以甲为团长、乙为副团长的某联盟代表团
_DELEGATION = pattern(r"[以由](?P<who><P>(?:为|任)[^，。；、<O>]{2,5}(?:、<P>(?:为|任)[^，。；、<O>]{2,6})*)的")


def _all_of_them(reader: Reader, side: Side) -> Side:
    """甲、乙等一行，于…赴…: each person of the list that the sentence begins with."""
    if not side.persons or side.start not in reader.view.things or reader.view.text[side.start] != PERSON:
        return side
    cells = [side.start]
    while (link := re.compile("(?:、|和|与|及|以及)(?=\ue001)").match(reader.view.text, cells[-1] + 1)) is not None:
        cells.append(link.end())
    return Side(side.orgs, [reader.view.things[at] for at in cells if at in reader.view.things], side.start)


# 秘书长甲带领乙、丙的技术骨干登门拜访: 乙 and 丙 go too
_TAKEN_ALONG = pattern(r"(?:率领?|带领|领着|带着|引领|偕同|带队组织|组织|携)(?P<list><O>(?:(?:、|和|与|以及|及)<O>)*)(?:等[^，。；<ANY>]{0,10})?的?(?:[\d一二两三四五六七八九十余多]+[位名])?(?:技术骨干|负责人|代表|企业家|专家|技术人员|高管|主要领导|领导)")


# 由某某任团长，甲、乙等11家单位组成的考察团赴…
_SENT_PARTY = pattern(r"(?P<list><O>(?:(?:、|和|与|及|以及)<O>)*)(?:等[^，。；<O>]{0,16}?)?(?:组成|组建|派员组成|选派人员组成)的[^，。；<O><P>]{0,8}?(?:考察团|代表团|访问团|考察组|团组|参访团|调研团)")
_HEAD_OF_PARTY = pattern(r"(?:由|以)[^，。；<P>]{0,20}<P>(?:院士|教授)?(?:任|担任|为|出任)(?:总)?(?:团长|领队|组长)")


def visitors_of(reader: Reader, hit: Hit, before: int) -> Side:
    """Those who visit, as named before the verb: the leaders and whom they took along."""
    side = _leaders(reader, hit, before)
    led = _TAKEN_ALONG.search(reader.view.text, hit.left, before)
    if led is not None:
        side.orgs += [t for at in reader.listed(*led.span("list"), ORG) if (t := reader.view.things[at]) not in side.orgs]
    return side


# 某某一行在甲陪同下参观: 甲 goes with them
_ESCORTED = pattern(r"(?P<who><OP>)(?:一行|等)?(?:<T>|还|又|先后|随后)*(?:在|由)[^，。；<P>]{0,12}<P>(?:[、和与]<P>)*(?:等[^，。；<P>]{0,6})?的?(?:陪同|引导|带领|引领)下?(?:还|又|先后|分别|一同|实地|依次)*$")


def _leaders(reader: Reader, hit: Hit, before: int) -> Side:
    if (escorted := _ESCORTED.search(reader.view.text, hit.left, before)) is not None:
        return side_of(reader, [escorted.start("who")])
    doers = reader.doers(before, hit.left, ORG + PERSON)
    delegation = _DELEGATION.search(reader.view.text, hit.left, before)
    if delegation is not None:
        cells = reader.listed(*delegation.span("who"), PERSON)
        orgs = [t for at, t in zip(doers.cells, doers.things, strict=True) if t.type != "Person" and at >= delegation.end()]
        return Side(orgs or list(reader.orgs_of(reader.view.things[cells[0]], cells[0])[:1]), [reader.view.things[at] for at in cells], delegation.start())
    sent = _SENT_PARTY.search(reader.view.text, hit.left, before)
    if sent is not None:
        led = _HEAD_OF_PARTY.search(reader.view.text, hit.sentence[0], sent.start())
        leaders = [reader.view.things[at] for at in reader.listed(*led.span(), PERSON)] if led is not None else []
        side = side_of(reader, reader.listed(*sent.span("list"), ORG))
        return Side([*(o for p in leaders for o in reader.orgs_of(p)[:1]), *side.orgs], leaders, sent.start())
    party = re.search(r"[\ue000\ue001](?:(?:、|和|与|及|以及)[\ue000\ue001])+(?=等?[^，。；\ue000\ue001]{0,4}一行)", reader.view.text[hit.left : before])
    if party is not None and PERSON in party[0]:
        return side_of(reader, reader.listed(hit.left + party.start(), hit.left + party.end(), ORG + PERSON))
    headed = re.search(r"([\ue000\ue001])[^，。；\ue000\ue001]{0,6}由([\ue001])(?:亲自)?(?:带队|率领|带领|率队|率团)[^，。；\ue000]*$", reader.view.text[hit.left : before])
    if headed is not None:
        return side_of(reader, [hit.left + headed.start(1), hit.left + headed.start(2)])
    led = re.search(r"[\ue000\ue001](?=[^，。；\ue000\ue001]{0,4}(?:带领|率领|率)[^，。；]*$)", reader.view.text[hit.left : before])
    if led is not None and (hit.left + led.start()) in reader.view.things:
        cells = [hit.left + led.start()]
        while (link := re.search("\ue001(?:、|和|与|及|以及)$", reader.view.text[hit.left : cells[0]])) is not None and reader.view.text[cells[0]] == PERSON:
            cells.insert(0, hit.left + link.start())
        return side_of(reader, [at for at in cells if at in reader.view.things])
    if doers.cells and doers.lead not in ("与",):
        return side_of(reader, list(doers.cells))
    words = re.sub(r"[\ue00a“”]|先后|分别|近日|日前|还|又|并|也|一行|代表团|考察团|调研组|组织|期间|会后|随后|返程途中|途中|再次|实地|专程|此外|同时|将", "", reader.view.text[hit.left : before])
    if re.search(r"[\u4e00-\u9fff]{2,}", words) and not re.search(r"[\ue000\ue001]", words):
        return Side()
    if re.search(r"[\ue000\ue001]", reader.view.text[hit.left : before]) and not doers.cells:
        cells = reader.listed(hit.left, before, ORG + PERSON)
        if re.match(r"[^，。；]{0,10}(?:一行|代表团|考察团|调研组|考察组|服务团|专家团|服务队|小分队|科技特派团|专家|率队|带队|率团|组织[^，。；]{0,12})", reader.view.text[cells[-1] + 1 : before] or ""):
            return side_of(reader, cells[-1:])
        if re.search(r"组织|带领", reader.view.text[cells[0] + 1 : before]):
            return side_of(reader, cells[:1])
        return Side()
    return _all_of_them(reader, subject_before(reader, hit))
