"""Where the name of an organisation begins, its ending known: boundaries, conjunctions, places and known names weighed."""

from __future__ import annotations

import re
from functools import lru_cache

from .boundaries import Marks
from .endings import (
    endings,
    make,
)
from .known import Found, places, places_in
from .lexicon_files import table, words

_HAN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_LATIN_AND = re.compile(r"[A-Z][A-Za-z0-9-]+(?:和(?!谐|平|美|泰|创|众)|与|及|以及)(?=[\u4e00-\u9fff]{3})")
_LATIN_WORDS = re.compile(r"(?<![A-Za-z])(?:[A-Z][A-Za-z0-9&.-]* )+$")
_BOUGHT = re.compile(r"(?:共同|联合)?(?:投资|出资|收购|入股|并购|控股)(?!控股|管理|发展|集团|有限|咨询|担保|实业|开发|建设|基金|股份|（)(?=[\u4e00-\u9fff]{3,})")
_LED_BY = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:率领|带领|率|偕同)(?=[\u4e00-\u9fff]{3})")
_LEADER = re.compile(r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6}?)+(?:率领|率|携同?|偕同?|带领|陪同|带着)")
_INNER_COMPANY = re.compile(r"(?:有限公司|有限责任公司|股份公司|集团公司)(?:共同|联合|合资|独资|出资|投资|控股|参股|收购|增资|注资|入股|全资|战略|系|为|是|与|和|同|及|的|旗下|下属|所属|组织|委托|带领|协助|承接|供应|采购|牵手|携手|并购)+")
# Signs that mostly stand between words, and in company names too: 酷原科技, 天应股份
_IN_BRANDS = frozenset("至为因各应原同以其所现")
_NAMEABLE = frozenset("原应受获现自从有经所用同为各以至是派如称因任向到在")
_EVENTS = ("论坛", "大会", "年会", "会议", "活动", "仪式", "博览会", "展览会")
_BEFORE_JOIN = ("会上", "仪式上", "论坛上", "会议上", "大会上", "活动上", "现场", "工地", "施工现场", "期间", "项目", "生产线")
_GROUPS = (
    "国网", "南网", "国电", "华电", "大唐", "华能", "国投", "中铁", "中建", "中交", "中冶", "中化", "中核", "中广核", "中车", "中粮", "中航", "中电", "中煤",
    "中材", "中水", "中石化", "中石油", "中海油", "华润", "三峡",
)  # fmt: skip


@lru_cache(maxsize=1)
def posts_and_titles() -> tuple[str, ...]:
    """Words after which a person's name stands."""
    data = table("names_posts")
    return words(data["posts"]) + words(data["titles"])


@lru_cache(maxsize=1)
def _brands() -> tuple[str, ...]:
    """What companies named by their brand alone end with."""
    return ("科技", "股份", "重工", "集团", "生物", "药业", "制药", "电子", "能源", "新材", "智能", "机械", "汽车", "化工", "电气", "光电", "精密", "信息")


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(words(table("names_posts")["surnames"]))


class Beginnings:
    """One text with its boundaries, its places and its known names, and what may begin a name there."""

    def __init__(self, text: str, marks: Marks, known: list[Found]) -> None:
        self.text, self.marks, self.known = text, marks, known
        self.places = [(a, b) for a, b, _ in places_in(text)]
        self.place_starts = dict(self.places)
        self.known_at = {found.start: found for found in known}
        self.ends: set[int] = {found.end for found in known if self._whole(found)}
        self.longest: dict[int, tuple[int, int]] = {}

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
        if left and text[left - 1] == "”" and start - left <= 8 and end in self.place_starts:
            return True  # 甲的“乙”台灯和湖南某公司
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
        if 1 <= start - self.place_starts.get(left, start) <= 2 and end not in self.place_starts and self.known_at.get(end) is not None and self.known_at[end].name.type == "Alliance":
            return False  # 江西省钨与稀土产业技术创新战略联盟, where a roster holds 稀土产业技术创新战略联盟
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
        return self.text[at] in _surnames() and self.text.endswith(posts_and_titles(), max(0, at - 8), at)

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
        if self.text.startswith("我国", start) and ending - start > 3:
            start += 2  # 由我国某公司牵头
        if (joined := _LATIN_AND.match(self.text, start, ending)) is not None:
            return joined.end()  # MEET和某某公司
        if _LATIN.match(self.text, start) and (more := _LATIN_WORDS.search(self.text, max(0, start - 24), start)) is not None:
            return more.start()  # Figura AI（苏州）有限公司
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
        if kind == "ResearchInstitute" and text.startswith("总院", start) and text[start - 2 : start] in ("研发", "研究", "技术", "设计", "科学", "工程"):
            return start - 2
        if kind in ("ResearchInstitute", "Alliance") and text.startswith("先进", start - 2) and start >= 2:
            return start - 2  # 先进输电技术全国重点实验室
        if kind == "Enterprise" and start > 2 and text[start - 1] in _IN_BRANDS and not self._starter(start):
            seat = next((a for a, b in self.places if b == start - 1), None)
            if seat is not None and self.marks.opened(seat):
                return seat  # 广东至正…公司, 成都为尔…公司: a place, then a brand that begins with a boundary sign
        if kind != "Enterprise" or not start or not endings().plain.fullmatch(text, start, end):
            return start
        if text[start:end] in ("公司", "集团", "企业"):
            return start  # 张三为公司揭牌: the company told of, and no name before it
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

    def behind_leader(self, start: int, ending: int) -> int:
        """Where a name begins that would else hold who leads its people: 会长朴成焕率〈某公司〉, 让·杜邦率〈某大学〉."""
        foreign = _LEADER.search(self.text, start, ending) if self.text.find("·", start, ending) > 0 else None
        if foreign is not None:
            return foreign.end()
        led = _LED_BY.match(self.text, start, ending)
        return led.end() if led is not None and self.text.endswith(posts_and_titles(), 0, start) else start

    def _seat(self, at: int) -> int | None:
        """The place that begins a name of one sign and 的 (苏州〈绿的〉…公司): none where the sign ends a place."""
        seat = next((a for a, b in self.places if b == at), None)
        if seat is None or self.text[at] in "省市县区州镇乡" or self.marks.hard[at]:
            return None
        return seat if self.marks.opened(seat) else None
