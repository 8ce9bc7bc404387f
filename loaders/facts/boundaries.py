"""Where names begin and end: the boundary words, brackets and time expressions of a text.

`Marks` is computed once an item and answers in constant time what every recogniser asks: how far
to the left can a name that covers this place begin, and is this place a possible right end. The
words are those of `names_boundaries.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from functools import lru_cache

import ahocorasick_rs

from ...graph.model import Span
from .finding import spans_of
from .lexicon_files import table, words
from .needs import matches

STOP, JOIN = "stop", "join"

_HARD = frozenset("\n\r\t ，。；：！？、,;:!?“”‘’\"'《》〈〉【】「」『』|｜/…()（）[]〔〕~～＋+=<>")
_TIME = re.compile(
    r"(?:19|20)\d{2}(?:[-—–－至](?:19|20)\d{2})?年度?(?:上半年|下半年|初|底|末)?"
    r"|(?:19|20)\d{2}(?=[\u4e00-\u9fff])|\d{1,2}月(?:份|上旬|中旬|下旬|初|底|末)?|\d{1,2}[日号](?![线楼院])"
    r"|第?(?:\d+|[一二三四五六七八九十]+)次"
    r"|(?:\d+|[一二两三四五六七八九十百千万几数多]+)余?(?:多|余)?(?:家|个|位|名|项|所(?!大)|种|批|支|篇|件|部委)"
)
# 甲大学系乙联盟理事单位: 系 is the verb behind a whole name or a quotation, and no department
_IS = re.compile(r"(?:(?<=[”》）])|(?<=大学|学院|公司|集团|协会|学会|联盟|中心|究院|究所|单位|标准|规范|成果|项目))系(?!统|列|数|主任|副主任|教授|办公|学生|所|里|[，。、；）”])")
# 1.浙江某公司: the number of a line is no part of the name behind it
_NUMBERED = re.compile(r"(?:^|(?<=[：；。]))[ \u3000]*(?:\d{1,3}[.．、)）](?!\d)|[①-⑳]|[（(]\d{1,3}[）)])", re.M)
_PERSON_IS = re.compile(r"(?:组长|院长|所长|校长|秘书长|理事长|会长|主任|工程师|教授|研究员|院士|博士|董事长|总经理|负责人|起草人|处长|局长|主编|首席专家|牵头人)[\u4e00-\u9fff]{2,3}系(?=[\u4e00-\u9fff]{3})(?!统|列|数|主任|教授)")
_BRACKET = re.compile(r"[（(]([\u4e00-\u9fff]{1,5})[）)](?=[\u4e00-\u9fff])")
_TITLE = re.compile(r"《[^《》\n]{1,120}(?:《[^《》\n]*》[^《》\n]*)*》")


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[ahocorasick_rs.AhoCorasick, list[str], list[str], dict[str, str]]:
    """The automaton of the boundary words, its words, the kind of each ("" for `keep`), and those of one sign."""
    lexicon = table("names_boundaries")
    kinds: dict[str, str] = dict.fromkeys(words(lexicon["keep"]), "")
    kinds |= dict.fromkeys(words(lexicon["join"]), JOIN)
    kinds |= dict.fromkeys(words(lexicon["stop"]), STOP)
    for row in table("names_membership")["role"].values():
        kinds |= dict.fromkeys((word for word in words(row) if not word.startswith("联盟")), STOP)
    forms = sorted(kinds, key=lambda word: (-len(word), word))
    automaton = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, forms, [kinds[form] for form in forms], {form: kind for form, kind in kinds.items() if len(form) == 1}


class Marks:
    """The boundaries of one text.

    `left[i]` is the greatest place `<= i` where a name can begin; `joins` are 和, 与, 及 …;
    `titles` are the spans in 《》, where no organisation is looked for.
    """

    def __init__(
        self, text: str, protected: Sequence[Span] = (), place_ends: Set[int] = frozenset()
    ) -> None:
        self.text = text
        size = len(text)
        self.hard = bytearray(map(_HARD.__contains__, text))
        self.hard.append(0)
        for start, end in spans_of("——", text):
            self.hard[start:end] = b"\x01\x01"
        self.hard[size] = 1
        for match in matches(_NUMBERED, text):
            self.hard[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
        self.brackets: list[tuple[int, int]] = []
        for match in matches(_BRACKET, text):
            if match[1][0] not in "以下简原即筹注试含" and match.start() and not self.hard[match.start() - 1]:
                self.hard[match.start()] = self.hard[match.end() - 1] = 0
                self.brackets.append(match.span())
        self.titles = [match.span() for match in matches(_TITLE, text)]
        self.starts: dict[int, tuple[int, str]] = {}
        ends: set[int] = set()
        automaton, forms, kinds, single = _vocabulary()
        self.joins: list[tuple[int, int]] = []
        self.guard = guard = Guard(list(protected))
        inner, weak = _inner(), _weak()
        cut = 0  # where the last boundary word ended
        for number, start, end in automaton.find_matches_as_indexes(text):
            kind = kinds[number]
            if not kind and end - start == 2 and start + 1 in guard.long and single.get(text[start]):
                kind, end = single[text[start]], start + 1  # 同德国某大学: no 同德
            if not kind and forms[number] == "联合国" and text.startswith("家", end):
                kind, end = STOP, start + 2  # 甲联合国家某委: no 联合国
            if not kind or guard.covers(start, end) or (end - start > 1 and guard.crosses(start, end)):
                continue
            if kind == STOP and forms[number] in _NOUNS and _OF_NATION.search(text, max(0, start - 8), start):
                continue
            if kind == STOP and forms[number] in inner and (start in place_ends or text.endswith(_NATION, 0, start)):
                continue
            if kind == STOP and end - start > 1 and cut < start and _CORE.match(text, end) and not self.hard[start - 1 : start].count(1) and not forms[number].endswith(("为", "入", "了", "于", "由", "到")):
                continue  # 水质保障产业技术创新战略联盟
            if kind == STOP and forms[number] in weak and any(
                at in place_ends and 1 not in self.hard[at:start] for at in range(max(cut + 2, start - 10), start)
            ):
                continue
            if kind == STOP and forms[number] in ("第一", "第二", "第三") and text[end : end + 1] in tuple("十〇零一二三四五六七八九"):
                continue  # 第二十六研究所
            if kind == STOP and (_inside_company(text, start, end, cut) or (end - start > 1 and text.startswith(_BARE, end))):
                continue
            self.starts[start] = (end, kind)
            cut = end
            if kind == JOIN:
                self.joins.append((start, end))
            else:
                ends.add(end)
        for match in (*matches(_IS, text), *matches(_PERSON_IS, text)):
            self.starts[match.end() - 1] = (match.end(), STOP)
            ends.add(match.end())
        for match in matches(_TIME, text):
            if not guard.covers(*match.span()):
                self.starts[match.start()] = (match.end(), STOP)
                ends.add(match.end())
        self.left: list[int] = []
        held = 0
        for at in sorted(ends.union(at for at, hard in enumerate(self.hard[:size], 1) if hard)):
            self.left += [held] * (at - len(self.left))
            held = at
        self.left += [held] * (size + 1 - len(self.left))
        self._join_starts = [start for start, _ in self.joins]

    def joins_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Conjunctions inside `[start, end)`, the last first."""
        low, high = bisect_left(self._join_starts, start), bisect_left(self._join_starts, end)
        return self.joins[low:high][::-1]

    def right(self, start: int, limit: int = 40) -> int:
        """The first place `>= start` where a name must end: a stop word or a hard sign."""
        stop = min(len(self.text), start + limit)
        for at in range(start, stop):
            if self.hard[at]:
                return at
            token = self.starts.get(at)
            if token is not None and token[1] == STOP:
                return at
        return stop

    def closed(self, at: int) -> bool:
        """Whether a name may end here: the text ends, a hard sign, a stop word or a conjunction follows."""
        return bool(self.hard[at]) or at in self.starts

    def opened(self, at: int) -> bool:
        """Whether a name may begin here: nothing, a hard sign, a stop word or a conjunction precedes."""
        if self.left[at] == at:
            return True
        low = bisect_right(self._join_starts, at - 1) - 1
        return low >= 0 and self.joins[low][1] == at

    def in_title(self, start: int, end: int) -> bool:
        """Whether `[start, end)` lies inside 《》."""
        return any(a < start and end < b for a, b in self.titles)


# 国家海水利用工程中心: these are nouns in the names of national bodies.
_NOUNS = frozenset(("利用", "应用", "服务", "保障", "评价", "评估", "推广", "设计", "使用", "转让", "供应"))
_OF_NATION = re.compile(r"(?:国家|全国|中国|中华)[\u4e00-\u9fff]{0,6}$")
_NATION = ("中国", "全国", "国家", "中华")


# 某某服务股份有限公司: no name begins with these, so the word before them ends none
_BARE = ("有限公司", "股份有限公司", "有限责任公司", "技术有限公司", "技术股份有限公司", "科技有限公司", "科技股份有限公司")
_SHORT_FIRM = re.compile("[\u4e00-\u9fff]{1,2}(?:集团|公司|股份)")
_FIRM = re.compile("[\u4e00-\u9fff]{0,6}(?:集团|有限|股份|公司)")


def _inside_company(text: str, start: int, end: int, cut: int) -> bool:
    """Whether a word of one sign is the second of a brand that opens a list entry or follows a verb: 、甲继集团有限公司."""
    if end - start == 1 and text[start] in "自因如应" and cut == start and text[start - 1 : start] in ("同", "与", "和", "向", "对", "跟", "赴", "到") and _SHORT_FIRM.match(text, end):
        return True  # 同自力公司接触: no two prepositions in a row
    if end - start > 1 or text[start] not in "继因如占向应以" or start - cut < 1 or not "\u4e00" <= text[start - 1] <= "\u9fff":
        return False
    entry = text.rfind("、", max(cut, start - 9), start) + 1
    if entry and text[start] in "继因如" and not text.endswith(("学", "院", "司", "团", "会", "所", "厂", "心", "盟"), entry, start):
        return _FIRM.match(text, end) is not None  # 、甲市乙达因低温装备有限公司
    opened = cut == start - 1 or (start > 1 and text[start - 2] in "、，：\n")
    return opened and text[start - 1] not in "会均都仍已却若虽正反不一" and (text[start] != "以" or text[start - 1] not in "其此我它可并则即且再又用须应需能所足难是") and _FIRM.match(text, end) is not None


@lru_cache(maxsize=1)
def _weak() -> frozenset[str]:
    return frozenset(words(table("names_boundaries")["weak"]))


@lru_cache(maxsize=1)
def _inner() -> frozenset[str]:
    return frozenset(words(table("names_boundaries")["inner"]))


_CORE = re.compile("(?:产业链?)?(?:技术|科技|协同)创新|产业(?:协同|创新)")


class Guard:
    """Spans (sorted, none overlapping) that boundary words must not cut."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.starts = [a for a, _ in spans]
        self.ends = [b for _, b in spans]
        self.long = frozenset(a for a, b in spans if b - a > 1)

    def covers(self, start: int, end: int) -> bool:
        """Whether one span holds `[start, end)` and more."""
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and end <= self.ends[at]

    def crosses(self, start: int, end: int) -> bool:
        """Whether `[start, end)` begins inside a span and ends behind it: 省长 in 湖南省长沙."""
        at = bisect_left(self.starts, start) - 1
        return at >= 0 and start < self.ends[at] < end
