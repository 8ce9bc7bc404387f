"""Names of organisations in a text: known names and a grammar of endings with left boundaries.

A name of this genre ends in a word that says what it is (联盟, 有限公司, 研究院 …) and runs to the
left up to a boundary (`boundaries.Marks`). A conjunction is such a boundary only where both sides
stand as names: 科技部和浙江大学, but 遥感数据处理与分析应用产业技术创新战略联盟.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .boundaries import Marks
from .endings import (
    CAMPUS,
    FOREIGN_AGENCY,
    HEADED,
    MINES,
    NO_FACTORY,
    OF_TERM,
    TURNED_INTO,
    WORLD,
    Kind,
    Spot,
    coordinating,
    endings,
    international,
    make,
    regions,
    type_of,
)
from .known import Found, places
from .lexicon_files import table, words
from .name_beginnings import Beginnings
from .needs import matches
from .outermost import branches, covered, outermost, settle

_HAN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_TITLED = re.compile(r"”(?:荣誉|光荣)?(?:称号|名单|榜单|荣誉榜|奖项|奖牌|牌匾|匾牌|证书|荣誉|名号|头衔|美誉|桂冠|殊荣|匾额|铭牌|资格)")
_GIVEN = re.compile(r"(?:评为|授予|认定为|获评|荣获|命名为|获颁|荣膺|获授|获称|授为|评选为|评定为|评选的|评定的|授予的|颁授的|评出|冠以|授以|冠名为|冠为|誉为|升格为|列为|确定为|遴选为|推选为)(?:了|为)?(?:首批|全国|全省|全市|年度|首届|第[一二三四五六七八九十]+批)?$|(?:申报|选送|报送|参评|研制|研发|设计)的$")
_TEACHING = re.compile(r"(?:大学|医学院|医科|学院).*医院$")
# 支持农机装备联盟建设: alliances of a kind, none by name
_SPOKEN_OF = re.compile(r"(?:关于|支持|推动|推进|引导|培育|鼓励|扶持|规范|修订|出台|制定|促进|加快|有关)(?:[一二三四五六七八九十\d]+[家个])?$")
_ITS_MATTER = re.compile(r"(?:的(?:专项|扶持|支持|管理|指导|意见|政策|办法)|建设|发展|构建|管理|扶持|培育|组建|健康|认定|备案|试点|工作|评估|考核|条例|办法)")
# 中部三市联盟, 各省联盟: no alliance of its own
_STANDING = re.compile(r"(?:成员|会员|理事|理事长|会长|网员|盟员|牵头|发起)(?:单位|企业)$")
_COUNTED = re.compile(r"(?:[一二三四五六七八九十\d]{1,3}月|[上下]半年|本月|本季度?|年度|岁末|年终)(?:份)?联盟$|.{0,4}[一二两三四五六七八九十多各](?:省|市|地|县|区|家|方|国|大|个|期|届|批|类|种|次)(?:产业|技术|创新|战略|科技)*联盟$|.{1,16}[两二三四五六七八九十](?:家|个|大)?联盟$")
_OWN = ("该校", "本校", "该院", "该所", "我校", "我院", "我所")
_CLASS_OF_WORKS = re.compile("合资|独资|建$|大型|中小|主机|整车|零部件|配套$|下游|上游|有关|相关|制造|加工|[老新某各该]厂|^[老某各该]|生产|家|供应|原料|国内|国外|设备|电厂|钢厂|水厂|工厂|代工|改造|试点|示范")
_AGENCY_BEFORE = re.compile(r"[\u4e00-\u9fff]{2,14}(?:科学技术|科技|经济和信息化|工业和信息化|发展和改革)(?:厅|局|委员会|委)$")
# 某地产业技术创新联盟联合会: of the alliances of a region
_OF_ALLIANCES = re.compile(r"创新(?:战略)?联盟(?:联合会|联谊会|总会|联席会)$")
_KABUSHIKI = re.compile(r"(?:(?<![\u4e00-\u9fff])|日本|韩国)株式会社$")
_OWN_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?=(?:技术|营业|开发|研究|事业|海外|销售)?(?:本)?部长|技术部|营业部|社长|会长|课长|董事|总经理|副总|代表|专务|常务|顾问|[，。；、（\n]|[的与和及在于向])"
)


def find(text: str, marks: Marks, known: list[Found], apart: Iterable[int] = ()) -> list[Spot]:
    """Names of organisations in reading order; nested names are all given, the longer first.

    `apart` are places where other names end: short names that the text declares.
    """
    recogniser = _Recogniser(text, marks, known)
    recogniser.ends.update(apart)
    spots = recogniser.by_grammar()
    spots += recogniser.by_gazetteer(spots)
    return settle(spots)




class _Recogniser(Beginnings):
    """Finds names by their endings and by the gazetteer."""

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
            if MINES.search(self.text, max(0, end - 4), end) and not (self.marks.closed(end) or self.text[end : end + 1] in "厂矿长副党总"):
                continue
            if self.text.endswith("办公会", 0, end) or self.text.endswith(TURNED_INTO, 0, start) or (self.text.startswith("工厂", end - 2) and NO_FACTORY.search(self.text, max(0, end - 8), end)):
                continue  # 将改制为股份公司, 共建植物工厂
            if self.text[end : end + 1] == "〔":
                continue  # 工信部联科〔2025〕76号: a number
            if self.marks.in_title(start, end) or _TITLED.match(self.text, end) or self._awarded(start, end) or self._of_class(start, end):
                continue
            spot = self._name(start, self._campus(end, kind), kind)
            if spot is not None:
                spots.append(spot)
                self.ends.add(spot.end)
        return outermost(branches(self.text, spots) + self._coordinating() + self._worldly())

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
            if self.marks.right(start + 2, 30) < end - (5 if match[0].endswith(("织联盟", "构联盟", "会联盟")) else 3) or not self.marks.opened(start):
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
            if place is None and before is None and (region := regions().search(self.text, max(0, start - 12), start)) is not None:
                place = region.start()
            if self.text[start - 2 : start] in ("国家", "全国", "中国") and start >= 2:
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
        if kind.type in ("University", "ResearchInstitute", "Alliance"):
            match = CAMPUS.match(self.text, end)
            if match and (match[1] in places().names or match[1] in ("华东", "北京", "武汉", "总部", "本部")):
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
            if begin is None or (text[ending - 1 : end] in ("建厂", "设厂", "办厂", "开厂", "投厂", "迁厂")):
                return None  # 赴印度建厂
            if begin != start and begin - start <= 3 and _STANDING.search(text, max(0, start - 6), start) is not None:
                begin = start  # 成员单位南车某地电机厂: the words between are its own
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
        if text[start] == "系" and end - start > 5:
            start += 1  # 后者系南京某研究所与…研制
        start = self.behind_leader(start, ending)
        if text[start] in "率携偕邀" and end - start > 4 and (self._starter(start + 1) or any(f.start == start + 1 for f in self.known)):
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
        if kind.type == "Alliance" and (_COUNTED.match(name) or OF_TERM.search(name) or name.removesuffix("联盟") in places().names):
            return None
        if kind.type == "Alliance" and (text[ending - 1] in "与和及率偕携" or self._of_agency(start, end, pattern)):
            return None
        if len(name) < 3 or not _HAN.match(name[0]) or name.endswith(("自然科学基金", "社会科学基金")):
            return None
        kind_name = international(name) or ("CoordinatingBody" if _OF_ALLIANCES.search(name) else kind.type)
        if name.endswith("医院") and not any(word in name for word in ("大学", "学院", "附属")):
            kind_name = "ResearchInstitute"
        return Spot(start, end, kind_name, f"ending.{kind_name}", sure, None, **make(name))

    def _works(self, start: int, ending: int, end: int) -> bool:
        """Whether a factory is named without a place: 新繁食品厂, but no 大型钢厂 nor 零部件配套厂."""
        own = self.text[start:ending]
        return 4 <= len(own) + 1 <= 10 and self.marks.opened(start) and _CLASS_OF_WORKS.search(own) is None and bool(
            re.match(r"[、等的和与]|推荐|生产|研制|提供|成为|加入|退出|选派|派|已?[更改][名制]", self.text[end : end + 3])
        )

    def _of_agency(self, start: int, end: int, generic: re.Pattern[str] | None) -> bool:
        """Whether an agency and a class noun are all that a name holds: 科技部试点联盟."""
        found = self.known_at.get(start)
        return (
            found is not None and found.name.type == "GovernmentAgency" and generic is not None
            and generic.fullmatch(self.text, found.end, end) is not None
        )

    # -- gazetteer ---------------------------------------------------------------------------------

    def by_gazetteer(self, spots: list[Spot]) -> list[Spot]:
        """Known names that may stand where they were found, those inside longer names too."""
        starts = {spot.start for spot in spots}
        covering = sorted((spot.start, spot.end) for spot in spots)
        company_ends = {spot.end for spot in spots if spot.company}
        other_ends = {spot.end for spot in spots if spot.type in ("ResearchInstitute", "University", "Alliance", "Association", "Enterprise")}
        out = []
        for found in self.known:
            start, end, form = found.start, found.end, found.name.form
            if self.marks.in_title(start, end):
                continue
            if start in company_ends and found.name.type == "GovernmentAgency":
                continue  # 中国建材集团科技部: its department
            if start in other_ends and len(form) == 3 and form.endswith("部") and HEADED.match(self.text, end):
                continue  # 某研究院科技部主任
            inside = covered(covering, start, end)
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


__all__ = ["Spot", "find", "type_of"]
