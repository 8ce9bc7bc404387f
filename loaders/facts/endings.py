"""How names of organisations end: the lexicon `names_suffixes`, compiled, and what a name found is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick_rs

from .lexicon_files import table, words

CAMPUS = re.compile(r"[（(]([\u4e00-\u9fff]{2,4})[）)]")
WORLD = re.compile(
    r"(?:国际|世界|欧洲|亚太|全球)[\u4e00-\u9fff]{2,12}?(?:委员会|(?:组织|机构|协会|学会)(?:联盟|联合会)|组织|机构|联合会|理事会|总署|(?<![签部])署|安全局|专利局|能源署|开发银行|投资银行|航天局|标准局|管理局)(?![长会])"
    r"|(?:中科院|中国科学院)[\u4e00-\u9fff]{2,12}?所(?![有需长属在谓])"
)


# what an alliance sets up elsewhere: a unit of it
_BRANCH = re.compile(r"(?:(?:南|北|东|西|中)(?:方|部)|华[东南北中]|西南|西北|东北|京津冀|长三角|珠三角|大湾区|海外|驻[\u4e00-\u9fff]{1,3})(?:工作站|联络站|办事处|代表处|服务站)")


# What follows a country's name in the name of one of its agencies: 肯尼亚环境与林业部
FOREIGN_AGENCY = re.compile(r"[\u4e00-\u9fff]{2,14}?(?:(?<![总分东西南北中内外全本学])部(?![长门分件品位署队落])|委员会(?![长会])|总局|局(?![长部面限])|总署|(?<![签部])署(?![长名])|产业省)")


# 煤矿智能化开采: a class noun where no boundary follows
MINES = re.compile(r"(?:煤矿|铜矿|铁矿|金矿|锡矿|钨矿|锰矿|磷矿|油田|电厂|钢厂|盐场|冶炼厂)$")
TURNED_INTO = ("改制为", "改制成", "转制为", "转为", "改组为", "改造为", "升级为", "转型为", "发展为", "成长为")
NO_FACTORY = re.compile(r"(?:植物|智能|智慧|数字|数字化|无人|黑灯|灯塔|未来|绿色|标杆|示范|透明|虚拟|零碳|共享|超级|梦|细胞|熄灯)工厂$")
BRANCH = re.compile(r"(?:分所|分院|分中心|分站|分部)$")
HEADED = re.compile(r"(?:常务)?副?(?:部长|主任|经理|总监)|负责人|部长助理")
# 第六期联盟秘书长研修班: of a class, no alliance
OF_TERM = re.compile(r"第[一二三四五六七八九十\d]{1,3}[期届次批]")


@lru_cache(maxsize=1)
def coordinating() -> re.Pattern[str]:
    """Bodies that serve all the alliances; the group `wide` asks for the group `core`."""
    data = table("names_suffixes")["coordinating"]

    def either(row: str) -> str:
        return "|".join(sorted(words(row), key=lambda w: (-len(w), w)))

    return re.compile(
        r"(?P<core>(?:试点)?(?:产业)?(?:(?:技术|科技)?创新)?(?:战略)?)联盟"
        r"(?:协同|发展|创新|服务|合作|试点|建设|协调|推进|联合|交流|协作|联动)*"
        rf"(?:(?:{either(data['tails'])})|(?P<wide>{either(data['wide_tails'])}))(?!成员|会议|办公会)"
    )


@lru_cache(maxsize=1)
def regions() -> re.Pattern[str]:
    """A part of the country at the end of the words before: 东北, 环渤海地区, 辽鲁."""
    names = "|".join(sorted(words(table("names_suffixes")["coordinating"]["regions"]), key=lambda w: (-len(w), w)))
    return re.compile(f"(?:{names}|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇陕甘青宁新]{{2,4}})(?:地区|区域|[两二三四五六]省(?:一市|一区)?)?$")


@dataclass(frozen=True, slots=True)
class Spot:
    """An organisation's name at `[start, end)`.

    `sure` is 1 for a known name or a name with a clear beginning, less where the left boundary is
    only where the clause begins; `thing` the full name where the gazetteer has it.
    """

    start: int
    end: int
    type: str
    rule: str
    sure: float
    thing: str | None = None
    hospital: bool = False
    company: bool = False
    academy: bool = False
    centre: bool = False
    campus: bool = False
    bureau: bool = False
    branch: bool = False


def make(name: str) -> dict[str, bool]:
    """What a name's ending says besides its type."""
    return {
        "hospital": name.endswith("医院"), "company": name.endswith(("公司", "集团", "厂")),
        "academy": name.endswith(("中科院", "科学院", "科学研究院", "工程院", "农科院")),
        "campus": name.endswith(("分校", "）", ")")),
        "bureau": name.endswith(("局", "厅", "署", "部")),
        "branch": _BRANCH.fullmatch(name) is not None or name.endswith(("分公司", "分行", "支行", "营业部", "分厂")),
        "centre": name.endswith("中心") and not name.endswith(("研究中心", "实验中心", "检测中心", "创新中心")),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """What an ending says: the type, whether it asks for a usual beginning, the longest name."""

    type: str
    started: bool
    longest: int
    not_before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings of the lexicon, compiled."""

    automaton: ahocorasick_rs.AhoCorasick
    forms: list[str]
    kinds: list[Kind]
    generic: dict[str, re.Pattern[str]]
    starts: tuple[str, ...]
    international: tuple[str, ...]
    international_ends: tuple[str, ...]
    units: tuple[str, ...]
    plain: re.Pattern[str]


@lru_cache(maxsize=1)
def endings() -> Endings:
    """The endings of `names_suffixes.toml`, compiled once."""
    lexicon = table("names_suffixes")
    not_before = {ending: words(row) for ending, row in lexicon["not_before"].items()}
    kinds: dict[str, Kind] = {}
    generic: dict[str, re.Pattern[str]] = {}
    for kind, row in lexicon.items():
        if "generic" not in row:
            continue
        for started, column in ((False, "ends"), (True, "started")):
            for ending in words(row.get(column, "")):
                kinds.setdefault(ending, Kind(kind, started, row["max"], not_before.get(ending, ())))
        options = "|".join(sorted(map(re.escape, words(row["generic"])), key=lambda w: (-len(w), w)))
        generic[kind] = re.compile(rf"(?:{options}|[“”\"（）()0-9级])*")
    forms = sorted(kinds, key=lambda form: (-len(form), form))
    return Endings(
        ahocorasick_rs.AhoCorasick(forms), forms, [kinds[form] for form in forms], generic,
        words(lexicon["starts"]["words"]), words(lexicon["starts"]["international"]),
        words(lexicon["starts"]["international_ends"]), words(lexicon["nested"]["units"]),
        re.compile("(?:" + "|".join(words(lexicon["plain"]["words"])) + r"|（[^（）]{2,6}）|有限|责任|股份|集团|公司)+"),
    )  # fmt: skip


def type_of(name: str) -> str | None:
    """The type that the longest ending of a whole name tells; None where no ending fits."""
    lexicon = endings()
    return next(
        (kind.type for form, kind in zip(lexicon.forms, lexicon.kinds, strict=True) if name.endswith(form)), None
    )


def is_parent(inner: Spot, outer: Spot) -> bool:
    """Whether the shorter name is that of the parent: 石河子大学 in 石河子大学机械电气工程学院."""
    if inner.type == "University":
        return not outer.hospital and not outer.campus and outer.type in ("University", "ResearchInstitute")
    if outer.branch and inner.type == "Enterprise":
        return inner.company and not inner.branch
    if inner.type == "Enterprise" and inner.rule == "gazetteer" and not inner.company:
        return False
    if outer.type == "StandardsBody":
        return inner.type in ("Association", "StandardsBody")
    if outer.type == "GovernmentAgency" and inner.type == "GovernmentAgency":
        return inner.bureau
    if outer.type == "ResearchInstitute" and inner.type == "ResearchInstitute":
        return not inner.academy
    if outer.type == "ResearchInstitute":
        if inner.type == "GovernmentAgency":
            return outer.centre  # 公安部第一研究所 is known by its whole name
        return inner.type in ("Enterprise", "Alliance", "Association")
    return False


def international(name: str) -> str | None:
    """The type of a name like 国际…联合会; None for others."""
    lexicon = endings()
    if name.endswith("技术委员会") and "组织" in name[2:-5]:
        return "StandardsBody"  # 国际标准化组织稀土标准化技术委员会
    if name.endswith("联盟") and not any(word in name for word in ("产业", "技术", "创新")):
        return "InternationalBody" if name.startswith(("亚洲", "欧洲", "亚太", "国际", "世界", "全球")) else None
    if name.startswith(lexicon.international) and name.endswith(lexicon.international_ends):
        return "InternationalBody"
    return None
