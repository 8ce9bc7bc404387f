"""Who belongs to an alliance, and in what role: `memberOf`.

Frames are read on the masked text of `masking`, where each organisation is one sign: `<A>理事单位<O>`,
`<O>、<O>当选副理事长单位`, `吸纳<O>、<O>为新成员`, `<O>退出联盟`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...graph.model import Span
from .draft import Claim, Thing
from .known import places
from .lexicon_files import table, words
from .masking import ORG, PROJECT, STANDARD, View
from .needs import Sieve
from .reading import Reading
from .stand_ins import read_stand_ins

_HOSTS = ("Alliance", "CoordinatingBody", "InternationalBody")
_LIST = f"{ORG}(?:(?:、|，(?={ORG}(?:[、，。；等和与及\\n]|以及|$))|以及|和|与|及|、以及){ORG}){{0,80}}"


@lru_cache(maxsize=1)
def _roles() -> dict[str, str]:
    return {word: role for role, row in table("names_membership")["role"].items() for word in words(row)}


@lru_cache(maxsize=1)
def _frames() -> Sieve[tuple[str, float]]:
    """Each frame: its pattern, its name, and how sure it is."""
    roles = "|".join(sorted(_roles(), key=lambda w: (-len(w), w)))
    data = table("names_membership")
    macros = {
        "<LIST>": f"(?P<list>{_LIST})", "<ROLE>": f"(?P<role>{roles})",         "<N>": data["count"], "<NEW>": data["new"], "<ROLES>": f"(?:{roles})", "<O>": ORG,
    }  # fmt: skip
    out = []
    for row in data["frame"]:
        source = row["pattern"]
        for macro, regex in macros.items():
            source = source.replace(macro, regex)
        for number in range(source.count("<HOST>")):
            source = source.replace("<HOST>", f"(?P<host{number}>{ORG})?(?:该|本)?(?:联盟|联合体|(?<=该)联合会|(?<=该)组织|(?<=该)协会)?(?:的)?", 1)
        out.append((re.compile(source), (row["name"], row["sure"])))
    return Sieve(out)


def read_memberships(reading: Reading, masked: View) -> None:
    """Add what the item says of members, applicants and members that left; `masked` is the draft under its mask."""
    view = read_stand_ins(masked)
    denied = re.compile(table("names_membership")["denied"])
    claimed: set[tuple[int, int]] = set()
    limit = view.at(reading.body)
    for pattern, (name, sure) in _frames().within(view.text):
        for match in pattern.finditer(view.text):
            if match.start() >= limit:
                continue
            clause = match.group() + re.split(f"[。；\n{ORG}]|，(?!未|但|尚|待|暂|不|仍|因|被|将|经|却|最终)", view.text[match.end() : match.end() + 12])[0]
            if name == "became" and view.text.endswith("被", 0, match.start()):
                continue  # 甲被乙吸收为会员: 乙 takes 甲 in
            if name != "became.instead" and "list" in match.groupdict() and _REPLACED.search(view.text, max(0, match.start("list") - 6), match.start("list")):
                continue  # 甲接替乙担任理事长单位: 甲
            if _LAUNCHED.match(view.text, match.end()):
                continue
            if _MEANT.search(view.text, max(0, match.start() - 14), match.start()):
                continue
            if denied.search(_RATIFIED.sub("", clause) if name.startswith("applied") else clause):
                continue
            _claim(reading, view, name, match, sure, claimed)
    _bracketed(reading)


_REPLACED = re.compile(r"(?:接替|接棒|取代|替代|接任|顶替|替换|替下)了?原?(?:任|理事长单位|副理事长单位)?的?$")
# 加入某联盟发起的公约: the convention is joined, not the alliance
_LAUNCHED = re.compile(r"(?:共同|联合|牵头)?(?:发起|倡议|倡导)的(?=\ue004|《|“|[^，。；\ue000]{0,8}(?:公约|倡议|行动|计划))")


# 同意甲的入网申请，提交下次大会追认: agreed to all the same
_RATIFIED = re.compile(r"(?<=申请)，(?:将|并|拟|再|待)*(?:提交|提请|报请|报|留待)(?:下次|下一次|下届|全体)?[^，。；]{0,10}(?:追认|备案|确认)")


def _bracketed(reading: Reading) -> None:
    """Roles in brackets after a name: 浙江大学（联盟副理事长单位）."""
    owner = reading.draft.owner
    for span, member in sorted(reading.at.items(), key=lambda pair: pair[0]):
        match = _role_bracket().match(reading.text, span[1])
        if match is None or member.type in ("Person", "OrganizationUnit", "Place", "Media"):
            continue
        named = [t for s, t in reading.at.items() if match.start() < s[0] < match.end() and t.type in _HOSTS]
        host = named[0] if named else owner
        if host is not None and host is not member and host.type in _HOSTS:
            evidence = (span[0], match.end())
            _add(reading, Claim(member, "memberOf", host, evidence, "memberOf.bracket", 0.9, role=_roles()[match[1]]))


@lru_cache(maxsize=1)
def _role_bracket() -> re.Pattern[str]:
    roles = "|".join(sorted(_roles(), key=lambda w: (-len(w), w)))
    return re.compile(rf"（[^（）\n，。；]{{0,24}}?({roles})）")


def _claim(
    reading: Reading, view: View, name: str, match: re.Match[str], sure: float, claimed: set[tuple[int, int]]
) -> None:
    groups = match.groupdict()
    if _OF_WORK.search(view.text, 0, match.start("role") if groups.get("role") else 0):
        return  # 课题牵头单位: of the project, not of the alliance
    if (groups.get("role") or "").startswith("牵头") and not any(groups.get(key) for key in groups if key.startswith("host")):
        begin = max(view.text.rfind(sign, 0, match.start()) for sign in "。\n") + 1
        if re.search(f"[{STANDARD}{PROJECT}]|项目|课题|专项|归口|提出单位|起草|编制", view.text[begin : match.start()]):
            return  # 归口单位为甲；牵头单位是乙: of the standard
    if name == "left" and not re.search(r"联盟|联合体|协会|学会", match.group()) and not any(groups.get(key) for key in groups if key.startswith("host")):
        begin = max(view.text.rfind(sign, 0, match.start()) for sign in "。\n") + 1
        if re.search(r"项目|课题|专项|起草|承担|攻关|编制|大会|论坛|赛", view.text[begin : match.start()]):
            return  # 该项目由甲承担，乙中途退出: of the project
    if groups.get("body") and not ((body := view.things.get(match.start("body"))) is not None and body.name.endswith("理事会")):
        return  # 甲由乙、丙组成: only of a council
    host = _host(reading, view, match)
    if host is None or (name.startswith(("members", "topic")) and host is reading.draft.owner and _of_group(view, match.start())):
        return
    if name.startswith(("accepted", "chosen", "became")) and host is reading.draft.owner and _OF_UNIT.search(view.text, 0, match.start()):
        return  # 专委会由甲担任主任单位: of the committee
    if "list" in groups:
        members = [view.things[at] for at in range(*match.span("list")) if at in view.things]
    else:
        members = _topic(view, match.start())
    if name == "apposition" and view.text[match.start("list") + 1 : match.start("list") + 2] == "与":
        members = members[:1]  # 成员单位A与B共同…: B is the partner
    if host in members and not any(groups.get(key) for key in groups if key.startswith("host")):
        return  # 新成员名单，甲、乙在列: the owner is one of them, so the list is another's
    role = _role(name, groups.get("role"))
    if name == "apposition" and role == "chair" and re.match("以及|及", view.text[match.start("list") + 1 : match.start("list") + 3]):
        members = members[:1]  # 理事长单位甲以及乙: one chair
    if name == "apposition" and members and not _abroad(members[0]):
        members = [m for m in members if not _abroad(m)]  # 理事单位甲、乙和加拿大某大学的专家
    attributes: dict[str, object] = {}
    if name.startswith("left"):
        attributes["until"] = _until(reading, view, match)
    for member in members:
        if member is host or member.type in ("Person", "OrganizationUnit", "Media") or (id_pair(member, host) in claimed and role != "lead"):
            continue
        if name != "left" and role != "applicant":
            claimed.add(id_pair(member, host))
        evidence = view.span(*match.span())
        claim = Claim(member, "memberOf", host, evidence, f"memberOf.{name}", sure, role=role)
        claim.attributes.update({k: v for k, v in attributes.items() if v})
        _add(reading, claim)


def _abroad(thing: Thing) -> bool:
    """Whether a name begins with a foreign country."""
    return any(thing.name.startswith(country) for country in places().foreign if len(country) > 1)


# 拟吸收甲为会员: meant, not done
_MEANT = re.compile(r"(?:拟|计划|考虑|打算|有意|力争|提议|建议)(?:于|在|年内|下半年|明年|\ue00a|近期|尽快|继续|再|新|正式)*(?:吸[收纳]|接[纳收]|增补|增选|推选|推举|选举|聘请|邀请|发展)?$")
_OF_UNIT = re.compile(r"(?:专委会|专业委员会|工作组|分会|委员会|专家组|分联盟|小组)(?:则|现|均|也|由|是|，)*$")
_OF_WORK = re.compile(r"(?:课题|项目|专项|工程|任务|标准|起草|编制|大会|会议|论坛|活动|子课题)的?$")


def _of_group(view: View, at: int) -> bool:
    """Whether the sentence told of a group or committee, whose members are not the alliance's."""
    begin = max(view.text.rfind(sign, 0, at) for sign in "。\n") + 1
    units = [view.things[i] for i in range(begin, at) if i in view.things]
    return any(t.type == "OrganizationUnit" and t.name.endswith(("组", "委员会", "专委会", "分会")) for t in units)


def _topic(view: View, at: int) -> list[Thing]:
    """The subject that a clause leaves out: the organisation that begins the sentence."""
    begin = max(view.text.rfind(sign, 0, at) for sign in "。\n") + 1
    match = re.compile(rf"(?:\ue00a|此外|同时|近日|日前|同期|期间|本季度|年内|另外|随后|，)*({ORG})(?![的、和与及])").match(view.text, begin)
    return [view.things[match.start(1)]] if match and match.start(1) in view.things else []


def id_pair(member: Thing, host: Thing) -> tuple[int, int]:
    """A key for a pair of things in one item."""
    return id(member), id(host)


def _add(reading: Reading, claim: Claim) -> None:
    for held in reading.draft.claims:
        if (held.predicate, held.subject, held.object) == ("memberOf", claim.subject, claim.object):
            if "until" in claim.attributes:
                held.attributes["until"] = claim.attributes["until"]
                return
            if held.role == claim.role or held.role not in (None, "member"):
                return
            if "until" in held.attributes:
                held.role = claim.role  # 理事单位甲退出: what it was until then
                return
    reading.draft.claims.append(claim)


def _role(name: str, word: str | None) -> str:
    if name.startswith("applied"):
        return "applicant"
    if name.startswith("lead"):
        return "lead"
    if name == "council.of":
        return "council"
    return _roles().get(word or "", "member")


def _host(reading: Reading, view: View, match: re.Match[str]) -> Thing | None:
    """The alliance that the frame names, else the item's own."""
    named = next((name for name, value in match.groupdict().items() if value and name.startswith("host")), None)
    if named is not None:
        thing = view.things.get(match.start(named))
        return thing if thing is not None and thing.type in _HOSTS else None
    if "该联合会" in match[0] or "该组织" in match[0] or "该协会" in match[0]:
        return _nearest(view, match.start(), ("InternationalBody",))
    owner = reading.draft.owner
    begin = max(view.text.rfind(sign, 0, match.start()) for sign in "。\n") + 1
    if "网员" in match[0] and (network := _nearest(view, match.start(), ("CoordinatingBody",), begin)) is not None:
        return network  # 协发网吸收我市联盟入网，甲、乙成为新网员
    if re.search("该(?:联盟|联合体)", match[0]):
        near = _nearest(view, match.start("list") if "list" in match.groupdict() else match.start(), ("Alliance",), begin)
        if near is not None:
            return near
    subject = _SUBJECT.match(view.text, begin)
    if subject is not None and subject.end() < match.start() and owner is not None and owner.type == "CoordinatingBody":
        thing = view.things.get(subject.end() - 1)
        if thing is not None and thing.type == "Alliance":
            return thing  # 某联盟增设专委会，甲为副理事长单位: in an item of the body that serves all alliances
    for told in _host_of_role().finditer(view.text, begin, match.start()):
        thing = view.things.get(told.start())
        if thing is not None and thing.type in _HOSTS:
            return thing
    if owner is not None and owner.type in _HOSTS:
        return owner
    return _nearest(view, match.start("list") if "list" in match.groupdict() else match.start(), ("Alliance", "InternationalBody"))


# the organisation that a sentence begins with
_SUBJECT = re.compile(f"(?:\ue00a|此外|同时|近日|日前|另外|同期|，)*{ORG}(?![的、和与及])")


def _nearest(view: View, stop: int, types: tuple[str, ...], floor: int = 0) -> Thing | None:
    """The last thing of these types in `[floor, stop)`."""
    before = [view.things[at] for at in range(floor, stop) if at in view.things and view.things[at].type in types]
    return before[-1] if before else None


@lru_cache(maxsize=1)
def _host_of_role() -> re.Pattern[str]:
    """An alliance in whose role someone stands: 当选某联盟新一届理事长单位."""
    roles = "|".join(sorted(_roles(), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<=[为选任成]){ORG}(?=的?(?:新一届|新任|首届|第[一二三四五六七八九十]+届)?(?:{roles})[，、；])")


_UNTIL = re.compile(r"自?((?:19|20)\d{2})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?起?")


def _until(reading: Reading, view: View, match: re.Match[str]) -> str | None:
    """When a member left: the date of its sentence, else the bulletin's."""
    span: Span = view.span(*match.span())
    start, end = reading.sentence(span[0])
    found = _UNTIL.search(reading.text, start, end)
    if found:
        return "-".join(part.zfill(2) for part in found.groups() if part)
    return reading.draft.period
