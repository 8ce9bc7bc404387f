"""Whom visitors met on their way: those who received them, talked with them or told them about a place."""

from __future__ import annotations

from .clauses import Reader
from .masking import ORG, PERSON, pattern
from .needs import matches
from .visiting import Visit

# 一行受到了甲副总经理某某的接待
_RECEIVED_BY = pattern(
    r"(?:受到|得到|获得|感受到)了?(?P<who><P>(?:(?:、|和|与|及)<P>)*)(?:等[^，。；<P>]{0,8})?的?(?:<T>|热情|亲切|隆重|盛情|友好|高规格|全程|亲自)*(?:接待|欢迎|款待|会见|接见|迎接|陪同)"
)


# 在某大学与该校校长某某座谈 is folded to one person: where they met, and whom
_MET_AT = pattern(
    r"(?:在|到|赴|来到)(?:(?P<list><O>)[与同和](?:该[校院所厂]|该?公司|该?企业|学校|院方|校方|企业方)?)?(?P<who><P>(?:(?:、|和|与|及)<P>)*)(?:等[^，。；<P>]{0,8}|及[^，。；<P>]{1,12})?(?:就[^，。；]{1,24}|围绕[^，。；]{1,24}|进行了?|举行了?|开展了?|展开了?|深入|亲切|友好|坦诚|热烈)*(?:座谈|会谈|交流|会面|会见|会晤|洽谈|讨论|商谈|磋商|对接|探讨|沟通|交谈)"
)


# 来到某公司，公司副总经理某某介绍了…: who told the visitors about it
_TOLD_THEM = pattern(
    r"(?:走进|来到|深入|到|赴|抵达|前往)了?(?P<list><O>(?:[、和与及]<O>)*)(?:<CJK>{0,8})?，(?P<who><P>(?:(?:、|和|与|及)<P>)*)(?:等[^，。；<P>]{0,8})?(?:向[^，。；<P>]{1,8})?(?:<T>|分别|先后|详细|重点|现场|全程|热情|简要|系统)*(?:介绍|汇报|讲解|陪同|接待|讲述|演示|展示|说明|带领|引导|通报)"
)


def read_met(reader: Reader, visits: list[Visit]) -> None:
    """Whom the visitors met on their way speaks for the own organisation, the next that the visit goes to."""
    for shape in (_RECEIVED_BY, _MET_AT, _TOLD_THEM):
        for match in matches(shape, reader.view.text):
            before = [v for v in visits if v.at <= match.end() and v.visitors]
            cells = reader.listed(*match.span("who"), PERSON)
            cells = [at for at in cells if reader.view.things[at] not in (before[-1].visitors if before else ())]
            if not before or not cells:
                continue
            hosts = [t for at in reader.listed(*match.span("list"), ORG) if (t := reader.view.things[at])] if shape is not _RECEIVED_BY and match["list"] else []
            for person, at in [(reader.view.things[cell], cell) for cell in cells]:
                if not any(c.subject is person and c.predicate == "participatesIn" for c in reader.draft.claims):
                    reader.claim(person, "participatesIn", before[-1].event, match.span(), "participatesIn.host", "attend")
                hosts += reader.orgs_of(person, at)[:1] if shape is not _TOLD_THEM and not (shape is _MET_AT and match["list"]) else ()
            for host in dict.fromkeys(hosts):
                for visitor in before[-1].visitors:
                    if visitor.type != "Person" and visitor is not host:
                        reader.claim(visitor, "cooperatesWith", host, match.span(), "cooperatesWith.visit", "talk")
