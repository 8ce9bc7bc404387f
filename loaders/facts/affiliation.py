"""Affiliations that a clause states: X挂靠Y, 隶属Y的X, 内设于Y的X, Y旗下X. Each is a `partOf`."""

from __future__ import annotations

import re
from functools import lru_cache

from .context import resolve
from .draft import Thing
from .lexicon_files import table
from .masking import ORG, View
from .needs import matches
from .nesting import part_of
from .reading import Reading
from .stand_ins import read_stand_ins

_NOUN = "中试基地|基地|分中心|工作站|中试平台|平台|联盟秘书处|秘书处|研究中心|实验室|研究院|研究所|委员会|工作组|中心|联盟|学会|协会"


@lru_cache(maxsize=1)
def _frames() -> list[tuple[str, re.Pattern[str], float]]:
    """Each frame with the groups `unit` (or `noun`) and `parent`."""
    out = []
    for row in table("names_affiliation")["frame"]:
        source = (
            row["pattern"].replace("<UNIT>", f"(?:(?P<unit>{ORG})|(?P<noun>{_NOUN}))")
            .replace("<U>", f"(?P<unit>{ORG})").replace("<PARENT>", f"(?P<parent>{ORG})")
        )  # fmt: skip
        out.append((row["name"], re.compile(source), float(row["sure"])))
    return out


def read_affiliations(reading: Reading, masked: View) -> None:
    """Add the affiliations that the item states; `masked` is the draft under its mask."""
    view = read_stand_ins(masked)
    limit = view.at(reading.body)
    _under(reading)
    for name, pattern, sure in _frames():
        for match in matches(pattern, view.text):
            if match.start() >= limit:
                continue
            parent = _parent(reading, view, match)
            unit = _unit(reading, view, match)
            if parent is None or unit is None or unit is parent or (unit.type in ("Person", "Alliance") and (
                parent.type == "Alliance"
            )):
                continue
            part_of(reading, unit, parent, view.span(*match.span()), f"partOf.{name}", sure)
            more = _SEVERAL.match(view.text, match.end()) if name.startswith("under") and view.text[match.end() - 1] == ORG else None
            for at in range(*more.span("list")) if more is not None else ():
                if at in view.things and view.things[at] is not parent:
                    part_of(reading, view.things[at], parent, view.span(match.start(), at + 1), f"partOf.{name}", sure)


# 旗下有甲、乙两家子公司
_SEVERAL = re.compile(f"(?P<list>(?:(?:、|和|与|及|以及){ORG})+)(?=(?:等)?(?:[两二三四五六七八九十多\\d]+余?[家个所])|等(?:子公司|企业|公司|院所|机构|单位|分公司)|[。；\n])")


def _parent(reading: Reading, view: View, match: re.Match[str]) -> Thing | None:
    if "parent" in match.groupdict():
        return view.things.get(match.start("parent"))
    if "its" in match.groupdict():  # 产权归其下属的某公司: of whom the sentence spoke last
        begin = max(view.text.rfind(sign, 0, match.start()) for sign in "。；\n") + 1
        named = [at for at in range(begin, match.start()) if view.text[at] == ORG and at in view.things]
        return view.things[named[-1]] if named else None
    if "here" in match.groupdict():
        return resolve(reading, match["here"], "", view.cells[match.end("here") - 1][1])
    return resolve(reading, "公司", "", view.cells[match.end("company") - 1][1])


def _unit(reading: Reading, view: View, match: re.Match[str]) -> Thing | None:
    if match.groupdict().get("unit"):
        return view.things.get(match.start("unit"))
    noun = match.groupdict().get("noun")
    if not noun:
        return None
    at = view.cells[match.start("noun")][0]
    noun = noun.removeprefix("联盟") or noun
    if noun == "联盟":
        return None
    found = resolve(reading, noun, "", at)
    return found if found is not None else _named_here(reading, at, noun)


def _named_here(reading: Reading, at: int, noun: str) -> Thing | None:
    """A unit named in full right before 挂靠 (标准化工作组挂靠…), where it is no thing yet."""
    end = at + len(noun)
    start = max(reading.marks.left[end], end - 16)
    if not 2 <= at - start <= 12 or reading.overlaps(start, end) or noun not in ("委员会", "工作组", "中心") or any(reading.marks.hard[start:end]):
        return None
    if reading.text.startswith(("该", "本", "其", "上述"), start):
        return None
    return reading.add("OrganizationUnit" if noun != "中心" else "ResearchInstitute", start, end)


_UNDER = re.compile(
    r"(?:旗下|下属|下设|内设)(?:的|设有|设立了?|有)?([\u4e00-\u9fffA-Za-z]{2,14}?(?:工作组|委员会|专委会|专家组|分会|办公室|研究组|事业部)|[\u4e00-\u9fff]{2,10}?(?:局|处)(?=受理|负责|承担|牵头|办理|组织|解释|，|。))"
)


# 某集团下属的大冶铜矿: works that have no company's name
_WORKS = re.compile(
    r"(?:旗下|下属|所属|下辖|名下|直属)(?:的)?(?P<name>(?!多|各|一|两|数|某|有关|相关)[\u4e00-\u9fff]{2,7}?(?:[铜铁金银煤锌铅钨锡锑锰磷盐铝镍]矿|石矿|矿山|选矿厂|冶炼厂|发电厂|热电厂|电厂|水电站|核电站|农场|林场|牧场|渔场|茶场|盐场|油田|气田|钢厂|船厂|糖厂|酒厂|酒庄))"
    r"(?=[、，。；和与及]|参加|参与|承担|加入|协助|配合|牵头|共同|联合|等|的|开展|建成|投产|考察|调研|参观|举行|召开|试用|应用)"
)


def _under(reading: Reading) -> None:
    """A unit named right after 旗下, 下设: 技术委员会（ISO/TC 79）旗下镁合金工作组."""
    text = reading.text
    for match in matches(_UNDER, text):
        start, end = match.span(1)
        before = re.sub(r"（[^（）]*）$", "", text[: match.start()])
        parents = reading.ending_at(len(before))
        if not parents or any(a < end and start < b for a, b in reading.at) or start >= reading.body:
            continue
        agency = parents[0][1].type == "GovernmentAgency"
        if text[end - 1] in "局处" and not agency and not text.endswith("秘书处", start, end):
            continue
        unit = Thing("GovernmentAgency" if agency and text[end - 1] in "局处室" else "OrganizationUnit", text[start:end])
        reading.draft.things.append(unit)
        reading.mention(unit, start, end)
        part_of(reading, unit, parents[0][1], (parents[0][0][0], end), "partOf.under", 0.9)
    for match in matches(_WORKS, text):
        start, end = match.span("name")
        before = re.sub(r"（[^（）]*）$", "", text[: match.start()])
        owners = [p for p in reading.ending_at(len(before)) if p[1].type == "Enterprise"]
        if owners and start < reading.body and not any(a < end and start < b for a, b in reading.at):
            works = reading.add("Enterprise", start, end)
            part_of(reading, works, owners[0][1], (owners[0][0][0], end), "partOf.under", 0.9)
