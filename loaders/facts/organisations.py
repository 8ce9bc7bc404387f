"""Names of organisations in a text: known names and a grammar of endings with left boundaries.

A name of this genre ends in a word that says what it is (联盟, 有限公司, 研究院 …) and runs to the
left up to a boundary (`boundaries.Marks`). A conjunction is such a boundary only where both sides
stand as names: 科技部和浙江大学, but 遥感数据处理与分析应用产业技术创新战略联盟.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from .boundaries import Marks
from .endings import (
    CAMPUS,
    FOREIGN_AGENCY,
    WORLD,
    Kind,
    Spot,
    coordinating,
    endings,
    is_parent,
    make,
    type_of,
)
from .known import Found, places, places_in
from .lexicon_files import table, words
from .needs import matches

_HAN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_TITLED = re.compile(r"”(?:荣誉|光荣)?(?:称号|名单|榜单|荣誉榜|奖项|奖牌|牌匾|匾牌|证书|荣誉)")
_GIVEN = re.compile(r"(?:评为|授予|认定为|获评|荣获|命名为|获颁|荣膺|获授|获称|授为|评选为|评定为|评选的|评定的|授予的|颁授的|评出)(?:了|为)?(?:首批|全国|全省|全市|年度|首届|第[一二三四五六七八九十]+批)?$")
_BOUGHT = re.compile(r"(?:共同|联合)?(?:投资|出资|收购|入股|并购|控股)(?!控股|管理|发展|集团|有限|咨询|担保|实业|开发|建设|基金|股份|（)(?=[\u4e00-\u9fff]{3,})")
_INNER_COMPANY = re.compile(r"(?:有限公司|有限责任公司|股份公司|集团公司)(?:共同|联合|合资|独资|出资|投资|控股|参股|收购|增资|注资|入股|全资|战略|系|为|是|与|和|同|及|的|旗下|下属|所属|组织|委托|带领|协助|承接|供应|采购|牵手|携手|并购)+")
_TEACHING = re.compile(r"(?:大学|医学院|医科|学院).*医院$")
# Signs that mostly stand between words, and in company names too: 酷原科技, 天应股份
_IN_BRANDS = frozenset("至为因各应原同以其所现")
_NAMEABLE = frozenset("原应受获现自从有经所用同为各以至是派如称因任向到在")
# 支持农机装备联盟建设: alliances of a kind, none by name
_SPOKEN_OF = re.compile(r"(?:关于|支持|推动|推进|引导|培育|鼓励|扶持|规范|修订|出台|制定|促进|加快|有关)(?:[一二三四五六七八九十\d]+[家个])?$")
_ITS_MATTER = re.compile(r"(?:的(?:专项|扶持|支持|管理|指导|意见|政策|办法)|建设|发展|构建|管理|扶持|培育|组建|健康|认定|备案|试点|工作|评估|考核|条例|办法)")
# 中部三市联盟, 各省联盟: no alliance of its own
_COUNTED = re.compile(r"(?:[一二三四五六七八九十\d]{1,3}月|[上下]半年|本月|本季度?|年度|岁末|年终)(?:份)?联盟$|.{0,4}[一二两三四五六七八九十多各](?:省|市|地|县|区|家|方|国|大|个|期|届|批|类|种|次)(?:产业|技术|创新|战略|科技)*联盟$")
_OWN = ("该校", "本校", "该院", "该所", "我校", "我院", "我所")
_CLASS_OF_WORKS = re.compile("合资|独资|建$|大型|中小|主机|整车|零部件|配套$|下游|上游|有关|相关|制造|加工|[老新某各该]厂|^[老某各该]|生产|家|供应|原料|国内|国外|设备|电厂|钢厂|水厂|工厂|代工|改造|试点|示范")
_AGENCY_BEFORE = re.compile(r"[\u4e00-\u9fff]{2,14}(?:科学技术|科技|经济和信息化|工业和信息化|发展和改革)(?:厅|局|委员会|委)$")
_EVENTS = ("论坛", "大会", "年会", "会议", "活动", "仪式", "博览会", "展览会")
_KABUSHIKI = re.compile(r"(?:(?<![\u4e00-\u9fff])|日本|韩国)株式会社$")
_OWN_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?=(?:技术|营业|开发|研究|事业|海外|销售)?(?:本)?部长|技术部|营业部|社长|会长|课长|董事|总经理|副总|代表|专务|常务|顾问|[，。；、（\n]|[的与和及在于向])"
)
_BEFORE_JOIN = ("会上", "仪式上", "论坛上", "会议上", "大会上", "活动上", "现场", "工地", "施工现场", "期间", "项目", "生产线")


@lru_cache(maxsize=1)
def _posts() -> tuple[str, ...]:
    data = table("names_posts")
    return words(data["posts"]) + words(data["titles"])


_GROUPS = (
    "国网", "南网", "国电", "华电", "大唐", "华能", "国投", "中铁", "中建", "中交", "中冶", "中化", "中核", "中广核", "中车", "中粮", "中航", "中电", "中煤",
    "中材", "中水", "中石化", "中石油", "中海油", "华润", "三峡",
)  # fmt: skip


@lru_cache(maxsize=1)
def _brands() -> tuple[str, ...]:
    """What companies named by their brand alone end with."""
    return ("科技", "股份", "重工", "集团", "生物", "药业", "制药", "电子", "能源", "新材", "智能", "机械", "汽车", "化工", "电气", "光电", "精密", "信息")


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(words(table("names_posts")["surnames"]))


def find(text: str, marks: Marks, known: list[Found], apart: Iterable[int] = ()) -> list[Spot]:
    """Names of organisations in reading order; nested names are all given, the longer first.

    `apart` are places where other names end: short names that the text declares.
    """
    recogniser = _Recogniser(text, marks, known)
    recogniser.ends.update(apart)
    spots = recogniser.by_grammar()
    spots += recogniser.by_gazetteer(spots)
    return _settle(spots)


class _Recogniser:
    def __init__(self, text: str, marks: Marks, known: list[Found]) -> None:
        self.text, self.marks, self.known = text, marks, known
        self.places = [(a, b) for a, b, _ in places_in(text)]
        self.place_starts = dict(self.places)
        self.known_at = {found.start: found for found in known}
        self.ends: set[int] = {found.end for found in known if self._whole(found)}
        self.longest: dict[int, tuple[int, int]] = {}

    # -- grammar -----------------------------------------------------------------------------------

    def by_grammar(self) -> list[Spot]:
        """One spot an ending; of the endings that end at one place the longest counts."""
        lexicon = endings()
        longest = self.longest
        for number, start, end in lexicon.automaton.find_matches_as_indexes(self.text, overlapping=True):
            if end not in longest or start < longest[end][0]:
                longest[end] = (start, number)
        spots = []
        for end in sorted(longest):
            start, number = longest[end]
            kind = lexicon.kinds[number]
            if self.text.startswith(kind.not_before, end):
                continue
            if self.text.startswith("会同", end - 1) and self.text.endswith("大学会", 0, end):
                continue  # 某某大学会同…
            if self.text[end : end + 1] == "〔":
                continue  # 工信部联科〔2025〕76号: a number
            if self.marks.in_title(start, end) or _TITLED.match(self.text, end) or self._awarded(start, end) or self._of_class(start, end):
                continue
            spot = self._name(start, self._campus(end, kind), kind)
            if spot is not None:
                spots.append(spot)
                self.ends.add(spot.end)
        return _outermost(spots + self._coordinating() + self._worldly())

    def _awarded(self, start: int, end: int) -> bool:
        """Whether a quoted name is a title that is given: 获评“某市示范联盟”."""
        if self.text[end : end + 1] != "”":
            return False
        opened = self.text.rfind("“", max(0, start - 40), start)
        return opened >= 0 and "”" not in self.text[opened:start] and _GIVEN.search(self.text, max(0, opened - 10), opened) is not None

    def _of_class(self, start: int, end: int) -> bool:
        """Whether the ending is the last part of a class noun that is a boundary word: 全资子公司, 成员企业."""
        held = (self.marks.starts.get(at) for at in range(max(0, start - 4), start))
        return any(token is not None and token[1] == "stop" and token[0] == end for token in held)

    def _worldly(self) -> list[Spot]:
        """International bodies, and institutes of the academy by their short names."""
        out = []
        for match in matches(WORLD, self.text):
            start, end = match.span()
            if self.marks.right(start + 2, 30) < end - 3 or not self.marks.opened(start):
                continue
            if self.marks.in_title(start, end) or any(word in match[0].removesuffix("合作组织") for word in ("合作", "工作", "交流", "专业")):
                continue
            kind = "ResearchInstitute" if match[0].endswith("所") else "InternationalBody"
            out.append(Spot(start, end, kind, f"ending.{kind}", 0.85))
        foreign = places().foreign
        for start, end in self.places:
            agency = FOREIGN_AGENCY.match(self.text, end) if self.text[start:end] in foreign else None
            if agency is not None and re.search(r"公司|集团|大学|学院|研究|协会|联盟", agency[0]):
                continue
            if agency is not None and self.marks.right(end, 24) > agency.end() - 3:
                out.append(Spot(start, agency.end(), "GovernmentAgency", "ending.GovernmentAgency", 0.85))
        return out

    def _coordinating(self) -> list[Spot]:
        """Bodies that serve all the alliances: a class noun 联盟 and 联络组, 协同发展网 …"""
        out = []
        for match in matches(coordinating(), self.text):
            start = match.start()
            before = next((f.start for f in self.known if f.end == start), None)
            place = next((a for a, b in self.places if b == start), None)
            if before is None and place is None and (office := _AGENCY_BEFORE.search(self.text, max(0, start - 16), start)) is not None:
                place = next((a for a, _ in self.places if a >= office.start()), None)
            if match[0].endswith("联盟办公室") and before is None and place is None:
                continue
            if self.text[start - 2 : start] in ("国家", "全国") and start >= 2:
                place = start - 2
            elif place is None and start and self.text[start - 1] in "省市区县" and self.marks.opened(start - 1):
                place = start - 1
            head = before if before is not None else place
            if head is None and not (self.marks.opened(start) or start == 0):
                continue
            if match["wide"] and not match["core"] and (match["wide"] != "联合会" or head is None):
                continue
            if match["wide"] == "秘书处" and head is None:
                continue
            begin = start if head is None else head
            out.append(Spot(begin, match.end(), "CoordinatingBody", "ending.CoordinatingBody", 0.95))
        return out

    def _campus(self, end: int, kind: Kind) -> int:
        """A name with its seat: 中国石油大学（北京）, 国家某检测中心（广州）; 株式会社 before its own name."""
        if kind.type == "Enterprise" and _KABUSHIKI.search(self.text, max(0, end - 6), end) and (own := _OWN_NAME.match(self.text, end)):
            return own.end()
        if kind.type in ("University", "ResearchInstitute"):
            match = CAMPUS.match(self.text, end)
            if match and (match[1] in places().names or match[1] in ("华东", "北京", "武汉")):
                return match.end()
        return end

    def _name(self, ending: int, end: int, kind: Kind) -> Spot | None:
        text = self.text
        left = self._left(ending, end, kind.type)
        if ending - left > kind.longest:
            return None
        start = self._trim(left, ending)
        sure = 0.9 if self._starter(start) else 0.75
        if kind.started:
            begin = self._started(start, ending)
            if begin is None and kind.type == "GovernmentAgency" and self._listed_agency(ending, end):
                return Spot(ending, end, kind.type, "ending.GovernmentAgency", 0.85, None, **make(text[ending:end]))
            if begin is None and text.endswith("医院", 0, end) and (text.find("大学", start, ending) > start or text.find("医学院", start, ending) > start):
                begin = start  # 某医科大学珠江医院
            if begin is None and text.endswith("厂", 0, end) and self._works(start, ending, end):
                begin = start
            if begin is None:
                return None
            if begin != start and not self._openable(start, begin):
                return None
            if text[ending:end] == "委" and not self._bare(begin, ending):
                return None
            start, sure = begin, 0.9
        else:
            inner = self._inner_start(start, ending)
            if inner is not None:
                start, sure = inner, 0.85
        start = self._behind_company(start, ending, kind.type)
        start = self._widened(start, ending, end, kind.type)
        if text.startswith(_OWN, start) and end - start > 5:
            start += 2  # 该校水产学院
        if text[start] in "率携偕邀" and self._starter(start + 1) and end - start > 5:
            start += 1  # 率山东某公司…赴…
        name = text[start:end]
        if (start >= ending and kind.type != "Enterprise") or text[start - 1 : start] == "某":
            return None  # 某外资公司: nobody by name
        if name.count("（") != name.count("）"):
            return None  # 某促进中心（国联中心）: the short name is none of it
        pattern = endings().generic.get(kind.type)
        if pattern is not None and pattern.fullmatch(name):
            return None
        if kind.type == "Alliance" and _SPOKEN_OF.search(text[max(0, start - 4) : start]) and _ITS_MATTER.match(text, end) and not text.endswith("战略联盟", start, end):
            return None
        if kind.type == "Alliance" and (_COUNTED.match(name) or name.removesuffix("联盟") in places().names):
            return None
        if kind.type == "Alliance" and (text[ending - 1] in "与和及率偕携" or self._of_agency(start, end, pattern)):
            return None
        if len(name) < 3 or not _HAN.match(name[0]):
            return None
        kind_name = self._international(name) or kind.type
        if name.endswith("医院") and not any(word in name for word in ("大学", "学院", "附属")):
            kind_name = "ResearchInstitute"
        return Spot(start, end, kind_name, f"ending.{kind_name}", sure, None, **make(name))

    def _works(self, start: int, ending: int, end: int) -> bool:
        """Whether a factory is named without a place: 新繁食品厂, but no 大型钢厂 nor 零部件配套厂."""
        own = self.text[start:ending]
        return 4 <= len(own) + 1 <= 10 and self.marks.opened(start) and _CLASS_OF_WORKS.search(own) is None and bool(
            re.match(r"[、等的和与]|推荐|生产|研制|提供|成为|加入|退出|选派|派", self.text[end : end + 2])
        )

    def _of_agency(self, start: int, end: int, generic: re.Pattern[str] | None) -> bool:
        """Whether an agency and a class noun are all that a name holds: 科技部试点联盟."""
        found = self.known_at.get(start)
        return (
            found is not None and found.name.type == "GovernmentAgency" and generic is not None
            and generic.fullmatch(self.text, found.end, end) is not None
        )

    def _left(self, ending: int, stop: int, kind: str) -> int:
        """Where a name with this ending begins: the boundary before it, conjunctions weighed."""
        left = self.marks.left[ending]
        for start, end in self.marks.joins_between(left, ending):
            if self._parts(left, start, end):
                generic = endings().generic.get(kind)
                whole = start not in self.ends and start not in self.longest and self._starter(left)
                if whole and generic is not None and generic.fullmatch(self.text, end, stop):
                    continue  # 国家半导体照明工程研发及产业联盟: what stands behind 及 is no name
                return end
        return left

    def _parts(self, left: int, start: int, end: int) -> bool:
        """Whether the conjunction at `[start, end)` parts two names rather than joins words of one."""
        text = self.text
        if text[start:end] == "暨":
            return left not in self.place_starts or start in self.ends or start in self.longest or text.endswith(_EVENTS, left, start)
        if text.endswith(_BEFORE_JOIN, left, start):
            return True  # 仪式上与某公司, 建设现场及某厂
        if end in self.place_starts and start - left <= 8 and text.endswith(_brands(), left + 2, start):
            return True  # 大昌科技与合肥某大学
        if start <= left or start in self.ends or start in self.longest or text[start - 1] in "）)":
            return True
        if text.endswith(endings().units, left, start) or text.endswith(_EVENTS, left, start):
            return True
        if 2 <= start - left <= 3 and self._person(left):
            return True
        if 1 <= start - left <= 2 and left and self._person(left - 1):
            return True  # 教授于敦波和包头…: a surname that is a boundary word
        if any(found.end == start and self._whole(found) for found in self.known):
            return True
        before = text[left:start]
        if self._strong(end) or (end in self.place_starts and left in self.place_starts):
            return True
        if left and text[left - 1] == "、" and (left - 1) in self.ends and len(before) <= 4:
            return not self._starter(left)
        return any(b == start and a == left for a, b in self.places) and before[-1] in "省市县区"

    def _whole(self, found: Found) -> bool:
        """Whether a known name is one by itself and no beginning of a longer one (中国石油 in
        中国石油和化学工业联合会)."""
        form = found.name.form
        return not (found.name.type == "Enterprise" and form.startswith("中国") and not make(form)["company"])

    def _person(self, at: int) -> bool:
        """Whether a post or title ends and a surname stands at `at`."""
        return self.text[at] in _surnames() and self.text.endswith(_posts(), max(0, at - 8), at)

    def _strong(self, at: int) -> bool:
        """Whether a name plainly begins here: 中国, 全国, 国家, a province, a known name."""
        text = self.text
        if text.startswith(("中国", "全国", "国家", "中华", "中科院"), at):
            return True
        found = self.known_at.get(at)
        if found is not None and len(found.name.form) > 2:
            return True
        end = self.place_starts.get(at)
        return end is not None and text[end - 1] in "省市区县州"

    def _starter(self, at: int) -> bool:
        """Whether what begins here is a usual beginning of a name."""
        return at in self.place_starts or at in self.known_at or self.text.startswith(endings().starts, at)

    def _started(self, start: int, ending: int) -> int | None:
        """The first usual beginning of a name in `[start, ending]`, for endings that need one."""
        if any(self.text[start : start + n] in places().names for n in (3, 2) if start + n < ending):
            return start
        for at in range(start, ending + 1):
            if at < ending and (at in self.place_starts or at in self.known_at):
                return at
            if self.text.startswith(endings().starts, at) and at < ending + 1:
                if at == ending:
                    continue
                return at
        return None

    def _listed_agency(self, start: int, end: int) -> bool:
        """Whether an agency without a place continues a list of agencies: 某省经信厅会同财政厅、科技厅."""
        text = self.text
        if end - start < 3 or text[end - 1] not in "厅局委会" or not self.marks.closed(end):
            return False
        joined = text[start - 1 : start] in ("、", "和", "与", "及") or text.endswith(("会同", "联合", "协同", "携手", "商"), 0, start)
        clause = max(text.rfind(sign, 0, start) for sign in "。；，\n") + 1
        return joined and any(clause < at < start and text[at - 1] in "厅局委会部" for at in self.ends)

    def _bare(self, begin: int, ending: int) -> bool:
        """Whether nothing but a place, 省, 市 … stands before the ending: 省委, 江西省委."""
        while begin in self.place_starts and begin < ending:
            begin = self.place_starts[begin]
        return begin == ending or self.text[begin:ending] in ("省", "市", "县", "区", "自治区")

    def _openable(self, start: int, begin: int) -> bool:
        """Whether a name may begin at `begin` although words stand between it and the boundary."""
        return begin - start <= 4 or self.marks.left[begin] == begin

    def _inner_start(self, start: int, ending: int) -> int | None:
        """A 中国, 全国, 国家级 … inside the name at which it begins, where the words before are no name."""
        if self._starter(start):
            return None
        for word in ("中国", "全国", "中华"):
            at = self.text.find(word, start + 1, ending)
            if self.text.startswith("全国重点实验室", at):
                continue
            if at > start + 2 and self.text[at - 1] not in "（(" and not _LATIN.match(self.text[at - 1]):
                return at
        for at, stop in self.places:
            if self.text.startswith(_GROUPS, start):
                break  # 国网湖南省电力有限公司: a group, then where its company is
            if start < at <= start + 6 and stop < ending and self.text[stop - 1] in "省市县" and stop - at >= 3:
                return at  # 样品送常州市某某所
        return None

    def _trim(self, start: int, ending: int) -> int:
        """Leave leading brackets, hyphens and white space out of a name."""
        while start < ending and not _HAN.match(self.text[start]):
            start += 1
        return start

    def _behind_company(self, start: int, ending: int, kind: str) -> int:
        """Where a name begins that would else hold another company's: 甲有限公司投资控股乙有限公司."""
        if kind != "Enterprise":
            return start
        begin = max((match.end() for match in _INNER_COMPANY.finditer(self.text, start, ending)), default=start)
        begin = begin if ending - begin >= 2 else start
        bought = _BOUGHT.match(self.text, begin, ending)
        return bought.end() if bought is not None else begin

    def _widened(self, start: int, ending: int, end: int, kind: str) -> int:
        """A company of whose name only 科技（武汉）有限公司 is left began before the sign that cut it."""
        text = self.text
        if kind in ("Alliance", "Association", "StandardsBody") and text.startswith("行业", start - 2) and start >= 4:
            return self._of_trade(start)
        if kind == "Enterprise" and start > 3 and text[start - 1] == "的" and (seat := self._seat(start - 2)) is not None:
            return seat
        if kind == "ResearchInstitute" and text.startswith("先进", start - 2) and start >= 2:
            return start - 2  # 先进输电技术全国重点实验室
        if kind == "Enterprise" and start > 2 and text[start - 1] in _IN_BRANDS and not self._starter(start):
            seat = next((a for a, b in self.places if b == start - 1), None)
            if seat is not None and self.marks.opened(seat):
                return seat  # 广东至正…公司, 成都为尔…公司: a place, then a brand that begins with a boundary sign
        if kind != "Enterprise" or not start or not endings().plain.fullmatch(text, start, end):
            return start
        left = self._trim(self.marks.left[start - 1], ending)
        if text[start - 1] not in _NAMEABLE:  # 武汉中派科技: a place and one or two signs before the sign that cut it
            placed = self.place_starts.get(left, start)
            return left if 1 <= start - 1 - placed <= 2 else start
        return left if 1 <= start - 1 - left <= 8 else start

    def _of_trade(self, start: int) -> int:
        """Where 水泥行业低碳联盟 begins, which 行业 cut: at the boundary before the trade's name."""
        left = self._trim(self.marks.left[start - 2], start - 2)
        for _, cut in self.marks.joins_between(left, start - 2):
            left = max(left, cut)
        general = ("全", "各", "本", "该", "我", "多", "国内", "相关", "传统", "重点", "有关", "其他", "不同", "新兴")
        return left if 2 <= start - 2 - left <= 8 and not self.text.startswith(general, left) else start

    def _seat(self, at: int) -> int | None:
        """The place that begins a name of one sign and 的 (苏州〈绿的〉…公司): none where the sign ends a place."""
        seat = next((a for a, b in self.places if b == at), None)
        if seat is None or self.text[at] in "省市县区州镇乡" or self.marks.hard[at]:
            return None
        return seat if self.marks.opened(seat) else None

    def _international(self, name: str) -> str | None:
        """The type of a name like 国际…联合会; None for others."""
        lexicon = endings()
        if name.endswith("联盟") and not any(word in name for word in ("产业", "技术", "创新")):
            return "InternationalBody" if name.startswith(("亚洲", "欧洲", "亚太")) else None
        if name.startswith(lexicon.international) and name.endswith(lexicon.international_ends):
            return "InternationalBody"
        return None

    # -- gazetteer ---------------------------------------------------------------------------------

    def by_gazetteer(self, spots: list[Spot]) -> list[Spot]:
        """Known names that may stand where they were found, those inside longer names too."""
        starts = {spot.start for spot in spots}
        covering = sorted((spot.start, spot.end) for spot in spots)
        company_ends = {spot.end for spot in spots if spot.company}
        out = []
        for found in self.known:
            start, end, form = found.start, found.end, found.name.form
            if self.marks.in_title(start, end):
                continue
            if start in company_ends and found.name.type == "GovernmentAgency":
                continue  # 中国建材集团科技部: its department
            inside = _covered(covering, start, end)
            if inside and start not in starts:
                continue
            if not inside and not self._stands(start, end, form, found.name.type):
                continue
            kind = "University" if _TEACHING.search(form) else found.name.type
            out.append(Spot(start, end, kind, "gazetteer", 1.0, found.name.thing, **make(form)))
        return out

    def _stands(self, start: int, end: int, form: str, kind: str) -> bool:
        """Whether a known form is the name here and no piece of other words."""
        marks = self.marks
        if self.text.startswith(words(table("names_suffixes")["not_before"].get(form, "")), end):
            return False
        if kind in ("GovernmentAgency", "CoordinatingBody") and len(form) > 2:
            return True
        if _LATIN.fullmatch(form[0]) and start and _LATIN.match(self.text[start - 1]):
            return False
        if _LATIN.fullmatch(form[-1]) and re.match(r"[A-Za-z0-9]|[/ ] ?(?:TC|\d)|-\d", self.text[end : end + 4]):
            return False
        if kind == "InternationalBody" and len(form) > 3 and not _LATIN.match(form[0]):
            return True
        if kind == "Media" and not marks.opened(start):
            return False
        if len(form) <= 4 and not (marks.opened(start) or start in self.ends):
            return False
        if len(form) > 4 and form.endswith(tuple(endings().forms)):
            return True
        if len(form) <= 2 and not _LATIN.match(form[0]):
            return marks.closed(end) and marks.opened(start)
        return marks.closed(end) or end in self.place_starts


def _covered(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(spans, (start + 1, 0)) - 1
    while at >= 0 and spans[at][0] > start - 60:
        if spans[at][0] <= start and end <= spans[at][1] and spans[at] != (start, end):
            return True
        at -= 1
    return False


def _settle(spots: list[Spot]) -> list[Spot]:
    """One spot a span, a known name's before the grammar's; pieces of a known name are left out."""
    best: dict[tuple[int, int], Spot] = {}
    for spot in spots:
        held = best.get((spot.start, spot.end))
        if held is None or spot.sure > held.sure:
            best[spot.start, spot.end] = spot
    ordered = sorted(best.values(), key=lambda s: (s.start, -s.end))
    out: list[Spot] = []
    for spot in ordered:
        outer = next((o for o in reversed(out) if o.start <= spot.start and spot.end <= o.end), None)
        if outer is None or (outer.start == spot.start and is_parent(spot, outer)):
            out.append(spot)
    return out


def _outermost(spots: Iterable[Spot]) -> list[Spot]:
    """Of names that begin at one place, keep the longest and those that it names as its parent."""
    groups: dict[int, list[Spot]] = {}
    for spot in spots:
        groups.setdefault(spot.start, []).append(spot)
    out: list[Spot] = []
    done = 0
    for start in sorted(groups):
        group = sorted(groups[start], key=lambda s: (-s.end, -s.sure))
        outer = group[0]
        if outer.end <= done:
            continue
        done = outer.end
        out.append(outer)
        out += [inner for inner in group[1:] if is_parent(inner, outer)]
    return out


__all__ = ["Spot", "find", "type_of"]
