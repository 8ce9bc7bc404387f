"""Where a person's name begins and ends.

A Chinese name is a surname of one or two characters and one or two more; which, the words after it
tell (a boundary, a title, the end of the clause). Where they do not, and for surnames that are
common words, the tagger is asked.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .known import places
from .lexicon_files import table, words
from .posts import Anchor, ambiguous, following, japanese, surnames
from .reading import Reading

_HAN = re.compile(r"[\u4e00-\u9fff]")
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,6}(?:[·•・‧][\u4e00-\u9fff]{1,8})+")

_FOREIGN_DEED = re.compile(r"(?:[将也还则已拟亦]|线上|现场|随后|视频)*(?:作(?=了|报告|特邀|主旨|主题|专题|大会|学术|题|技术|讲)|介绍|致辞|率(?=团|队|领|代)|带队|出席|参加|表示|主持|来访|签署|签订|发表|演讲|授课|讲授|一行|先后|分别|受聘|应邀|接受|当选|出任|担任|获(?=颁|评|得|奖|授)|荣获|为(?=海外|名誉|客座|顾问)|与(?=[\u4e00-\u9fff]{2}))")
_CALLING = re.compile(r"专家|学者|教授|院士|科学家|工程师|代表|国人|总裁|主席")
_NO_NAME = ("沙龙", "论坛", "公司", "单位", "全国", "全省", "全市", "易人", "易主", "成员", "于会", "应邀", "应约", "全票", "连任", "任期", "任职", "时任", "管理", "支持", "和其", "向其", "全体", "全部", "关于", "明确", "相关", "相继")
# verbs whose first sign may end another word: 陈养发｜出席
_DEEDS = ("出席", "出任", "出面", "表示", "表彰", "致辞", "介绍", "主持", "到会", "参加", "当选", "担任")
# signs that write foreign names by their sound
_SOUNDS = frozenset(
    "阿埃艾奥巴班贝本比伯博布查达戴丹德蒂迪丁杜多恩尔法菲费芬弗福盖戈格古哈海汉赫亨霍基吉加杰金卡凯坎康考科克肯孔库拉莱兰朗劳勒雷里利莉林琳"
    "卢鲁路罗洛马迈曼梅米密莫姆穆拿纳娜内尼宁努诺欧帕佩彭皮普奇齐乔切琼萨塞桑瑟沙绍舍什史斯思松苏索塔泰坦唐特滕提汀图托瓦万维韦威沃乌西希夏谢辛休"
    "雅亚延扬耶伊因英尤约泽扎詹珍朱茨兹佐"
)
# signs that end a clause part and hardly ever a given name
# surnames that are nouns elsewhere, hardly ever the first sign of a phrase behind a post
_NOUNS = "区云海师查花单植麦沙商连万方"
_FUNCTION = "在对由就也还又已把将被从等与以的因说称"
_BY_WHOM = ("所作", "所做", "所述", "所提", "所著", "所撰", "所言")
_AND_OTHERS = re.compile(r"等(?=一行|[\d一二两三四五六七八九十]+(?:余)?(?:人|位|名)|专家|领导|同志|人(?![员才士])|先后|分别|陪同|出席)")
_TO_WHOM = re.compile(r"向(?!阳|东|南|西|北|前|荣|红|明|军|华|辉|春|党|民)[^，。；]{2,60}?(?:颁发|颁授|授予|赠送|赠予|赠与|致以|表示|介绍|汇报|发出|捐赠|递交|通报|转达|推介|提出|移交)")
_SETS_OUT = re.compile(r"率(?:[\d一二三四五六七八九十百两多数]+余?(?:家|名|位|人|个)|联盟|会员|成员|有关|相关|代表团|调研组|考察团|考察组|访问团|专家|队|团|员|众|企业|领|[\u4e00-\u9fff]{1,4}一行)|来(?:到(?!来)|访|华|我[省市县区校院所司]|联盟)|赴(?=[\u4e00-\u9fff])|带(?:队|领|团)|前(?:往|来)")
_DEED = re.compile(r"[和与]|等(?=[，。、先分\u4e00-\u9fff])|分别|先后|授课|致辞|主持|到会|出席|作(?=报告|了|主|专)|发表")
_LATIN = re.compile(r"[A-Z][a-z’'-]+(?:[  ][A-Z][A-Za-z.’'-]*){1,3}(?![A-Za-z0-9])")


@lru_cache(maxsize=1)
def _peoples() -> re.Pattern[str]:
    """Names put together from a few words: 乌云其其格, 巴特尔, 扎西次仁."""
    data = table("names_peoples")
    steppe, snow = data["mongolian"], "|".join(words(data["tibetan"]["words"]))
    first, second, alone = ("|".join(sorted(words(steppe[key]), key=len, reverse=True)) for key in ("first", "second", "words"))
    return re.compile(f"(?:{first})(?:{second})|(?:{alone})|(?:{snow}){{1,3}}[加吉措太]?")


class PersonNames:
    """Decides where a person's name ends."""

    def __init__(self, reading: Reading, found: list[Anchor]) -> None:
        self.reading, self.text, self.marks = reading, reading.text, reading.marks
        self.anchor_starts = {a.start for a in found}
        self.anchor_ends = {a.end for a in found}

    def at(self, start: int, *, sure: bool) -> tuple[int, float] | None:
        """`(end, confidence)` of the name that begins here; None where none does.

        `sure`: the words before call for a name, so that a name is taken where the clause does not
        say where it ends.
        """
        text = self.text
        foreign = _FOREIGN.match(text, start)
        if foreign and not _CALLING.search(foreign[0].partition("·")[0]):
            called = self.foreign(start)
            if called is not None and "·" in text[start : called[0] - 1]:
                given = text.index("·", start) + 2
                more = range(called[0], foreign.end())
                if len(more) <= 2 and all(text[at] in _SOUNDS for at in more) and not any(at in self.marks.starts for at in more) and self.marks.closed(foreign.end()):
                    called = (foreign.end(), called[1])  # the tagger broke a long name off
                cuts = [at for at in range(given, called[0]) if self.marks.starts.get(at, (at, ""))[0] - at >= 2]
                return min([called[0], *cuts]), called[1]
            if (deed := _FOREIGN_DEED.search(text, text.index("·", start) + 2, foreign.end() + 2)) is not None:
                return start + len(text[start : deed.start()].rstrip("将则也还并曾已又均")), 0.95  # 让·杜邦将作特邀报告
            end = min(foreign.end(), self.marks.right(text.rindex("·", start, foreign.end()) + 3 if "·" in foreign[0] else foreign.end()))
            return min([end, *(a for a in self.anchor_starts if start + 3 < a < end)]), 0.95
        latin = _LATIN.match(text, start) if sure else None
        if latin:
            return latin.end(), 0.9
        if (sure or "日本" in text[max(0, start - 8) : start]) and (held := self._japanese(start)) is not None:
            return held
        told = _peoples().match(text, start)
        if told is not None and (sure or len(told[0]) >= 4) and self._closed(told.end()):
            return told.end(), 0.9
        surname = 2 if text[start : start + 2] in surnames() else 1
        if text[start : start + surname] not in surnames():
            return self.foreign(start) if sure else None
        if text.startswith(_NO_NAME, start):
            return None
        if start + 1 in self.anchor_starts or start + surname in self.anchor_starts or text[start : start + 2] in places().foreign or (
            text[start : start + 3] in places().full and text[start + 2] in "省市县区州"
        ):
            return None
        token = self.marks.starts.get(start)
        if token is not None and token[1] == "join" and sure and text[start] == "和":
            return self._joining(start)
        if token is not None and (token[1] == "join" or token[0] - start >= 2):
            return None
        if self.reading.starting_at(start):
            return None
        shortest, longest = start + surname + 1, start + surname + 2
        if not self.han(start, shortest):
            return None
        if surname == 1 and text[shortest : shortest + 2] in _BY_WHOM and self.han(start, shortest):
            return shortest, 0.9  # 总工程师胡弘所作的报告
        if surname == 1 and self.han(start, longest) and text[shortest] in _FUNCTION + "为" and text.startswith(("院士", "教授", "研究员", "博士"), longest):
            return longest, 0.9  # 周守为院士
        if surname == 1 and _TO_WHOM.match(text, shortest) and self.han(start, shortest):
            return shortest, 0.9  # 董事长王民向中国工程院院士颁发聘书
        if surname == 1 and _SETS_OUT.match(text, shortest):
            return shortest, 0.9  # 副校长李明率代表团到…, 李明来到…
        if surname == 1 and sure and _AND_OTHERS.match(text, longest) and self.han(shortest, longest) and text[shortest] not in _FUNCTION + "和与及":
            return longest, 0.9  # 时敏中等一行: no 中等
        short, long = self._closed(shortest), self.han(shortest, longest) and self._closed(longest)
        if surname == 2 and short:
            return shortest, 0.95
        joined = self.marks.starts.get(shortest, (0, ""))[1] == "join"
        if surname == 1 and short >= 2 and self.han(start, longest) and text.startswith(_DEEDS, longest) and (
            self.marks.starts.get(shortest, (0, ""))[0] > longest
        ):
            return self._asked(start, longest, sure) or (longest, 0.8)  # 陈养发出席: 发出 is no word here
        if short and text[shortest] == "任" and longest in self.anchor_starts:
            return shortest, 0.9  # 院长白音任秘书长
        if short == 1 and text[shortest] == "为" and shortest + 1 in self.anchor_starts:
            return self._asked(start, longest, sure) or (shortest, 0.85)  # 选举高翔为理事长
        if short == 1 and long and text[shortest] in _FUNCTION:
            return self._asked(start, longest, sure) or (shortest, 0.8)  # 黄伟在致辞中
        last = shortest if short and (joined or not (long and short == 1)) else longest if long else None
        if last is None:
            return self._asked(start, longest, sure)
        if text[start] in ambiguous() and not (self.marks.hard[last] or last in self.anchor_starts):
            if sure and text[start] in _NOUNS and last == longest and self._asked(start, longest, sure) is None:
                return last, 0.75  # 副秘书长区家豪率…
            if self.reading.tagger is not None:
                named = self._asked(start, longest, sure)
                return named if named is not None or not self._spoken_of(start, last, longest, sure) else (last, 0.7)
            return (last, 0.6) if sure and last == longest else None
        return last, 0.95

    def _spoken_of(self, start: int, last: int, longest: int, sure: bool) -> bool:
        """Whether three signs without a word in them, a post before and a deed behind, can only be a name."""
        inner = any((t := self.marks.starts.get(at)) is not None and t[0] - at >= 2 for at in range(start, last))
        return sure and last == longest and not inner and _DEED.match(self.text, last) is not None

    def _japanese(self, start: int) -> tuple[int, float] | None:
        """A name with one of the common surnames of Japan: 高桥健一, 佐佐木洋."""
        surname = next((n for n in (3, 2) if self.text[start : start + n] in japanese()), 0)
        closed = {n: self._closed(start + surname + n) for n in (1, 2, 3) if surname and self.han(start, start + surname + n)}
        if closed.get(1, 0) >= 2 and closed.get(2, 0) < 2 and closed.get(3, 0) < 9:
            return start + surname + 1, 0.85  # 佐藤健分别就…: a word of two signs behind it, none inside it
        for given in (2, 3, 1):
            if closed.get(given):
                return start + surname + given, 0.85
        return None

    def foreign(self, start: int) -> tuple[int, float] | None:
        """A name without a Chinese surname that the tagger calls a person: 小林健太郎."""
        tagger = self.reading.tagger
        if tagger is None or self.marks.starts.get(start) is not None or not self.han(start, start + 1):
            return None
        left = max(self.reading.sentence(start)[0], start - 60)
        for a, b in tagger.spans(self.text[left : self.reading.sentence(start)[1]], ("PER",)):
            if left + a == start and 3 <= b - a <= 14:
                return left + b, 0.8
        return None

    def _joining(self, start: int) -> tuple[int, float] | None:
        """副司长和培林到会: a surname that is a conjunction elsewhere, where what is behind it is a given name."""
        for end in (start + 3, start + 2):
            if start + 1 in self.anchor_starts or not self.han(start, end) or self.text[start + 1] in surnames() or not self._closed(end):
                continue
            left = max(self.reading.sentence(start)[0], start - 60)
            tagger = self.reading.tagger
            spans = tagger.spans(self.text[left : self.reading.sentence(start)[1]], ("PER",)) if tagger is not None else ()
            if any(left + b == end and start <= left + a <= start + 1 for a, b in spans):
                return end, 0.85
        return None

    def _asked(self, start: int, longest: int, sure: bool) -> tuple[int, float] | None:
        tagger = self.reading.tagger
        if tagger is None:
            return (longest, 0.7) if sure and self.han(start, longest) else None
        left = max(self.reading.sentence(start)[0], start - 60)
        clause = self.text[left : self.reading.sentence(start)[1]]
        for a, b in tagger.spans(clause, ("PER",)):
            if left + a == start and 2 <= b - a <= (6 if sure else 4):
                return left + b, 0.9
        return None

    def barred(self, start: int) -> bool:
        """Whether words begin here that are no name, though their first sign is a surname: 公司, 全体."""
        return self.text.startswith(_NO_NAME, start)

    def plain(self, start: int, end: int) -> bool:
        """Whether three signs between an organisation and a title are a name (某大学沈默然院士) and no field (金融学教授)."""
        return end - start == 3 and self.text[start] not in ambiguous() and self.text[end - 1] not in "学系院科部所室类术业法论化文语史员处组班"

    def han(self, start: int, end: int) -> bool:
        """Whether `[start, end)` is inside the text and all Chinese characters."""
        return end <= len(self.text) and all(_HAN.match(c) for c in self.text[start:end])

    def _closed(self, at: int) -> int:
        """0 where the name cannot end here; else how many characters say that it does."""
        if self.marks.hard[at]:
            return 9
        if at in self.anchor_starts:
            return 3
        token = self.marks.starts.get(at)
        if token is not None:
            return token[0] - at
        if self.text.startswith("华为", at - 1):
            return 1  # 李建华为副理事长
        if self.text.startswith(following(), at):
            return 1 + (self.text.startswith(("作了", "做了", "发表", "解读"), at))
        return 0

    def before(self, end: int) -> int | None:
        """Where a name that ends here begins, if what precedes it lets a name begin."""
        text, marks = self.text, self.reading.marks
        for length in (4, 5, 3):
            steppe = _peoples().fullmatch(text, end - length, end) if end >= length else None
            if steppe is not None and marks.opened(end - length) and not self.reading.overlaps(end - length, end):
                return end - length
        for length in (3, 2, 4):
            start = end - length
            if start < 0 or self.reading.overlaps(start, end) or not self.han(start, end) or self.barred(start):
                continue
            surname = 2 if text[start : start + 2] in surnames() else 1
            if text[start : start + surname] not in surnames() or not surname < length <= surname + 2:
                continue
            if not (marks.opened(start) or start in self.anchor_ends or self.reading.ending_at(start)) or any(
                (t := marks.starts.get(at)) is not None and (t[0] - at >= 2 or t[1] == "join") for at in range(start, end)
            ):
                continue
            if text[start] in ambiguous() and length != 3 and not self.called(start, end):
                continue
            return start
        return None

    def called(self, start: int, end: int) -> bool:
        """Whether the tagger calls `[start, end)` a person; without one, whether it has three signs."""
        if self.reading.tagger is None:
            return end - start == 3
        left = max(self.reading.sentence(start)[0], start - 60)
        spans = self.reading.tagger.spans(self.text[left : end + 40], ("PER",))
        return any(left + a == start and left + b == end for a, b in spans)
