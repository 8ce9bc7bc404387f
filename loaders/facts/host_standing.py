"""Hosts by what they are called: 甲为协办单位, 以甲为指导单位, 作为论坛的主办方，甲…, 甲承担了论坛的承办工作."""

from __future__ import annotations

import re

from .clauses import Reader
from .draft import Thing
from .event_hosts import _LABEL_ROLE
from .event_objects import latest_event
from .masking import EVENT, ORG, pattern
from .needs import matches

_LIST = "(?P<list><O>(?:(?:、|，|和|与|及|以及|、以及)<O>)*)(?:等)?(?:[^，。；<O><E>]{0,6}?(?:单位|机构|企业))?"
_LABEL = "(?P<label>联合主办|共同主办|联合承办|主办|承办|协办|支持|指导|发起|赞助|媒体支持|技术支持|支持媒体|合作媒体|协作|执行)(?:单位|机构|方|媒体|企业)"
_SHAPES = tuple(
    pattern(source)
    for source in (
        # 甲、乙为协办单位; 甲作为协办单位参与了论坛的筹备
        rf"{_LIST}(?:则|也|均|都|共同|双双|同时|分别|继续|受邀|应邀)*(?:为|是|系|作为|担任|出任|任)(?:本次|此次|该|本届|大会|会议|论坛|活动|<E>)*(?:的)?{_LABEL}(?!<O>)",
        # 论坛以甲为指导单位
        rf"(?P<event><E>)?[，]?以{_LIST}(?:为|作为){_LABEL}",
        # 作为论坛的主办方，甲…
        rf"作为(?:(?P<event><E>)|本次|此次|该|本届|大会|会议|论坛|活动)+(?:的)?{_LABEL}(?:之一)?，{_LIST}",
        # 甲承担了论坛的承办工作
        rf"{_LIST}(?:具体|共同|负责|联合)*(?:承担|负责|承接)了?(?:(?P<event><E>)|大会|会议|论坛|活动|大赛)?的?(?:具体|全部|整体)?(?P<label>承办|协办|主办)(?:工作|任务)",
        # 甲以协办方身份参加论坛
        rf"{_LIST}(?:[则也均将拟还]|分别|共同)*以(?:共同|联合)?{_LABEL}(?:的)?(?:身份|名义)(?:亮相|参加|出席|参与|现身|加入|到会|助阵)了?(?:(?P<event><E>)|(?=[，。；\n]))",
        # 作为指导单位，甲对论坛…; 甲负责组织工作
        rf"作为{_LABEL}(?:之一)?，{_LIST}(?:[对为](?P<event><E>))?",
        rf"{_LIST}(?:具体)?(?:负责|承担)了?(?:(?P<event><E>)|大会|会议|论坛|活动)?的?(?:具体|全部|整体)?(?P<label>组织)(?:工作|实施)",
        # 主办方甲向来宾致谢
        rf"(?<![由<O>])(?P<label>主办|承办|协办)(?:方|单位|机构){_LIST}(?![^，。；]{{0,3}}[：:])",
        # 甲对会议给予指导, 甲为大会提供赞助
        rf"{_LIST}(?:则|也|均|还|都|共同)*(?:对|为|给)(?:(?P<event><E>)|会议|大会|论坛|活动|培训|培训班|大赛|赛事|展会|本次[^，。；<O>]{{0,6}}|此次[^，。；<O>]{{0,6}})(?:的?(?:举办|召开|举行|筹备))?(?:给予|提供|进行|予以)了?(?:大力|全程|具体|独家|技术|资金|场地|学术)*(?P<label>指导|支持|赞助)",
        # 本届活动的主办单位是甲
        rf"(?:(?P<event><E>)|本届活动|本次活动|活动|会议|大会|论坛)的{_LABEL}(?:分别)?(?:为|是|系|有|包括|：){_LIST}(?=(?:等[^，。；]{{0,8}})?[，。；\n]|$)",
    )
)


def read_standing(reader: Reader) -> None:
    """Add the hosts that the text calls hosts, helpers or supporters of an event."""
    for shape in _SHAPES:
        for match in matches(shape, reader.view.text):
            role, event = _LABEL_ROLE.get(match["label"]), _event(reader, match)
            if role is None or event is None or id(event) in reader.events.cancelled:
                continue
            if role == "host" and match["label"] == "组织" and match.group().endswith("实施") and "承担" in match.group():
                role = "undertake"  # 甲承担会议的组织实施
            if re.search(r"未|没有|不再|拒绝|谢绝", match.group()):
                continue
            cells = reader.listed(*match.span("list"), ORG)
            if len(cells) > 1 and role == "host" and re.search(r"双双|共同|联合", match.group()):
                reader.joint((reader.view.things[at] for at in cells), match.span(), "joint.list")
            for at in cells:
                reader.claim(reader.view.things[at], "organizes", event, match.span(), "organizes.standing", role)


# 斗茶赛同期开赛，由推介周承办单位一并承办: whoever does that for the main event
_SAME = pattern(
    r"由(?:<E>|<O>|本届|本次|上述|该|[^，。；<ANY>]{0,6})?的?(?P<of>主办|承办|协办)(?:单位|方|机构)"
    r"(?:一并|一同|同时|继续|仍旧?|兼|也|一起|统一|负责|共同|联合|具体|同样)*(?P<deed>主办|承办|协办|举办|组织|操办|打理)(?=[，。；\n]|$)"
)
_DEEDS = {"主办": "host", "举办": "host", "组织": "host", "承办": "undertake", "操办": "undertake", "打理": "undertake", "协办": "assist"}


def read_same_hands(reader: Reader) -> None:
    """The event beside the main one that the same hands hold: 由大会承办单位一并承办."""
    for match in matches(_SAME, reader.view.text):
        begin = max(reader.view.text.rfind(sign, 0, match.start()) for sign in "。；\n") + 1
        named = reader.listed(begin, match.start(), EVENT)
        main = reader.events.main
        event = reader.view.things[named[-1]] if named else None
        if main is None or event is None or event is main or id(event) in reader.events.cancelled:
            continue
        for claim in list(reader.draft.claims):
            if claim.predicate == "organizes" and claim.object is main and claim.role == _LABEL_ROLE.get(match["of"]):
                reader.claim(claim.subject, "organizes", event, match.span(), "organizes.standing", _DEEDS[match["deed"]])


def _event(reader: Reader, match: re.Match[str]) -> Thing | None:
    """The event in the match or its sentence, else the one that the passage is about."""
    things, text = reader.view.things, reader.view.text
    if match.groupdict().get("event"):
        return things.get(match.start("event"))
    inside = reader.listed(match.start(), match.end(), EVENT)
    begin = max(text.rfind(sign, 0, match.start()) for sign in "。\n") + 1
    before = reader.listed(begin, match.start(), EVENT)
    after = reader.listed(match.end(), min(reader.clause_end(match.end(), "。；\n"), match.end() + 16), EVENT)
    cells = inside or after or before[-1:]
    return things[cells[0]] if cells else latest_event(reader, match.start())
