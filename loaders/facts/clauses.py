"""Who does it and to what: the slots of a verb in masked text.

`Reader.doers` reads the list of organisations (or persons) that stands directly before a verb, with
`、和与` between its members and adverbs, times and places behind it; `Reader.claim` writes a fact
down with the words that say so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from .draft import Claim, Draft, Thing
from .event_entities import Events
from .frame_lexicon import Verb, alternatives, confidences, load, verb_patterns, verbs
from .masking import EVENT, ORG, PERSON, View, pattern


@dataclass(frozen=True, slots=True)
class Hit:
    """A verb of the lexicon at `[start, end)` of the masked text; `left` is where its clause begins."""

    verb: Verb
    form: str
    start: int
    end: int
    left: int
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Doers:
    """The things before a verb: `lead` is the word before the list (由, 与, 联合 …), `joint` a word that
    says they do it together."""

    things: tuple[Thing, ...] = ()
    cells: tuple[int, ...] = ()
    start: int = 0
    lead: str = ""
    joint: bool = False


@lru_cache(maxsize=1)
def _gaps() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    adverb = alternatives("words", "adverbs")
    people = alternatives("words", "people")
    kinds = alternatives("words", "kinds")
    joints = alternatives("words", "joint")
    loose = r"[^，。；：、\n\ue000-\ue009]"
    tail = rf"(?:(?:、|和|与)[\u4e00-\u9fffA-Za-z]{{2,14}}?(?=等|[两三四五六七八九十\d]+(?:家|个|所|部门|单位|方)))?(?:{loose}{{0,12}}?{people})?(?:(?:等|等等|[一二三四五六七八九十两\d]+(?=[家个所部单方]))(?:多|数|[一二三四五六七八九十两\d]+|有关|相关|几|国内外)*(?:余|多)?(?:家|个|所|位|名|方)?(?:{kinds}|[\u4e00-\u9fff]{{2,6}}?单位)*)?(?:的)?(?:{people})*"
    places = r"(?:转[赴往至]\ue002+|转?[在于赴到从抵][\ue002\ue000“”]*(?:、?\ue002)*[^，。；：、\n\ue000-\ue009]{0,10}?|\ue002+|\ue00a)"
    spans = r"(?:19|20)\d\d年|第[一二两三四五六七八九十\d]+(?:次|度)|时隔[^，。；、\ue000-\ue009]{1,5}?(?:后|之后)?，?(?:再|又|重新)?|继[^，。；、\ue000-\ue009]{1,12}?(?:之后|后)，?|[自从](?:\ue00a(?:起|以来|开始|至今|后)?|[^，。；、\ue000-\ue009]{2,12}?(?:起|以来|开始|至今))，?"
    after = rf"{tail}(?:{adverb}|{joints}|{places}|以[^，。；、]{{1,18}}?(?:方式|形式|名义|身份|公告|令|通知|文件|文)，?|通过[^，。；、]{{1,10}}?(?:方式|形式)|(?:联合|会同|携手|协同)[^，。；、\ue000-\ue009]{{3,16}}?|(?:与|和|同)[^，。；、\ue000-\ue009]{{3,20}}?(?=共同|联合|合办|携手)|(?:凭借?|因|由于|作为|靠着?|依靠|得益于)[^，。；、\ue000-\ue009]{{2,12}}?|就[^，。；]{{1,30}}?(?=$)|(?:面向|针对|围绕|聚焦)[^，。；、\ue000-\ue009]{{2,14}}?|(?:已|再次|再度|还|也)?连续第?[一二两三四五六七八九十\d]+(?:个)?(?:年|届|次|度)(?:度)?|{spans}|以(?:设备|技术|专利|知识产权|土地|土地使用权|厂房|现金|实物|无形资产|股权|货币|品牌|成果|专有技术|科技成果)[^，。；、\ue000-\ue009]{{0,6}}?(?:作价|折价|折股|出资|等)*|以(?:现金|自有资金|股权|合计|约)?[\d.]+(?:余|多)?(?:亿|万|千万|百万)*(?:元|美元|欧元)(?:现金|人民币)?(?:的?价格|的?对价)?|(?:历时|历经|耗时|用时)[^，。；、\ue000-\ue009]{{1,6}}?|(?:累计|共|已)?(?:出资|投资|斥资|耗资|增资|注资|豪掷|拿出)[\d.一二两三四五六七八九十百千]+(?:余|多)?(?:亿|万|千万|百万)*[一二两三四五六七八九十百千万]*(?:元|美元|欧元)?|，(?=\ue00a|[在于][\ue002\ue00a]|[在于向对就])|向(?:社会|业界|公众|行业|会员|全国|全省|全市|成员)|对外|面向[^，。；、]{2,6})*"
    link = rf"{tail}(?:、(?:{loose}{{2,10}}、)*|和|与|及|以及|，|，以及|，并?联合|、以及|及其|同|携|偕|{joints}|，并?与)(?:来自|以及|包括)?(?:{kinds})?"
    return pattern(after), pattern(link), pattern(joints), pattern(r"(?:由|经|被|受|获|(?<![体关联派谱干])系)(?:来自)?(?:(?:上述|前述|其中)?(?:的)?[一二两三四五六七八九十\d]+(?:家|个|方)(?:单位|企业|机构)(?:中的|里的)?|<CJK>{0,6})?$"), pattern(
        rf"(?:[在于赴到抵对向为给从就按据因把将]|随(?![后即之])|以(?!及)|依托|根据|围绕|面向|组织|邀请|推荐|包括|走进|介绍|针对)(?!联合|会同|携手|协同|联手)(?:{adverb}|(?:(?![由经被])<CJK>){{0,2}})?$"
    )


# 向甲、乙颁发: they receive, they do not do it
_RECEIVERS = re.compile(r"(?:(?<![方面导取志])向|(?:^|[，])为|授予|颁给)$")


@lru_cache(maxsize=4096)
def _fits(which: int, gap: str) -> bool:
    return _gaps()[which].fullmatch(gap) is not None


_COMMA = frozenset("，。；：！？\n,;:!?")
_NEGATED = pattern(r"(?:未能?|没有|没能|无法|并未|尚未|不再|拒绝|谢绝|不予|暂不|未获|未被|不曾|从未|终止|放弃|中止|叫停|搁置|撤回|停止|不参与|不|拟申请|申请)(?:<T>|[^，。；]){0,4}$")
_INTENDED = pattern(
    r"(?:将(?!来)|拟|计划(?!项目|课题|“)|有望|力争|争取|希望|愿意|愿|打算|考虑|预计|准备|鼓励|引导|要求|应当|可以|需要|支持(?!下)|推动|推进|旨在|致力于|有意|建议|拟于|有意愿|探索)(?:[^，。；]){0,10}$"
)


# 约定今后标准由乙归口、联盟参与起草: still to come
_AGREED = re.compile("(?:双方|各方|三方|两家|并|还|现场|共同)*(?:约定|商定|议定|一致同意|达成共识)(?!俗成)")
# 对甲承担、乙协作的项目: 甲承担 belongs to the project, as 甲承担的 does
_CHAINED = re.compile("、\ue000[^，。；\ue000]{0,8}的[“\ue004-\ue009]")
# 甲同乙一道，于4月9日公开…: the subject alone before the comma
_BARE_SUBJECT = re.compile(
    "(?:^|(?<=[，。；：\n]))(?:\ue00a|日前|近日)*(?P<subject>\ue000(?:(?:、|和|与|及|以及|会同|联合|携手|同)\ue000)*)(?:等[^，。；]{0,10})?(?:一道|一起|共同|联合|携手|联手|一同|以[^，。；\ue000-\ue009]{1,20}(?:形式|方式|名义))，$"
)


@dataclass(slots=True)
class Reader:
    """One item under the frames: its draft, its masked text and its events."""

    draft: Draft
    view: View
    events: Events
    hits: list[Hit] = field(default_factory=list)
    headline_end: int = 0

    @classmethod
    def open(cls, draft: Draft, view: View, events: Events) -> Reader:
        """Find every verb of the lexicon, sentence by sentence."""
        reader = cls(draft, view, events)
        finder, groups = verbs()
        text = view.text
        reader.headline_end = view.at(len(draft.item.title))
        found = [(groups[form], form, start, end) for form, start, end in finder.find(text)]
        taken = {(start, end) for _, _, start, end in found}
        for shape, verb in verb_patterns().within(text):
            found += [
                ((verb,), m.group(), m.start(), m.end()) for m in shape.finditer(text) if m.span() not in taken
            ]
        longest = {row[2]: row[3] for row in sorted(found, key=lambda row: row[3]) if all(verb.family == "attend" for verb in row[0])}
        found = [row for row in found if row[3] >= longest.get(row[2], 0) or any(verb.family != "attend" for verb in row[0])]  # 汇报方案, not 汇报
        found.sort(key=lambda row: (row[2], row[3]))
        bounds = [at for at, sign in enumerate(text, 1) if sign in "。！？\n"] + [len(text)]
        commas = [at for at, sign in enumerate(text, 1) if sign in "，；：:;,"]
        at, number = 0, 0
        for kinds, form, start, end in found:
            while bounds[number] <= start:
                at = bounds[number]
                number += 1
            before = bisect_right(commas, start)
            left = commas[before - 1] if before and commas[before - 1] > at else 0
            if left > at and not re.search("[\ue000\ue001\ue003]", text[left:start]) and (bare := _BARE_SUBJECT.search(text, at, left)):
                left = bare.start("subject")
            for verb in kinds:
                reader.hits.append(Hit(verb, form, start, end, max(left, at), (at, bounds[number])))
        return reader

    # -- slots -----------------------------------------------------------------------------------

    def doers(self, start: int, left: int, types: str = ORG, form: str = "") -> Doers:
        """The list that ends before `start`; nothing before `left` belongs to it.

        `types` are the signs of things that may do it.
        """
        text, things = self.view.text, self.view.things
        cells = [at for at in range(left, start) if text[at] in (ORG, PERSON) and at in things]
        behind = start
        found: list[int] = []
        _, _, joints, agent, prepositions = _gaps()
        while cells:
            at = cells.pop()
            gap = text[at + 1 : behind]
            fits = _fits(0, gap) if not found else _fits(1, gap)
            if not fits:
                break
            relative = bool(form) and (text.startswith(form.rstrip("的") + "的", start) or _CHAINED.match(text, start + len(form)) is not None)
            if not found and not relative and prepositions.search(text[left:at]):
                if not _fits(0, text[at:behind]) and not _fits(0, gap):
                    break
                behind = at
                while behind > left and text[behind - 1] in "在于赴到抵对向为给从就以按据因把将随":
                    behind -= 1
                continue
            found.append(at)
            behind = at
        found.reverse()
        found = [at for at in found if text[at] in types]
        if not found or (not form.endswith("的") and not text.startswith("的", start + len(form)) and _RECEIVERS.search(text[left : found[0]])):
            return Doers(start=start)
        lead = ""
        if match := agent.search(text[left : found[0]]):
            lead = match.group()[0]
        elif match := pattern_lead().search(text[left : found[0]]):
            lead = match.group(1)
        between = text[found[0] : start] if lead not in ("联合", "会同", "携手", "携", "偕", "牵手", "联手", "协同", "与", "和", "同") else "联合" + text[found[0] : start]
        return Doers(
            tuple(things[at] for at in found), tuple(found), found[0] - len(lead), lead,
            joints.search(between + form) is not None,
        )  # fmt: skip

    def listed(self, start: int, stop: int, signs: str) -> list[int]:
        """Cells of these signs in `[start, stop)`, in order."""
        return [at for at in range(start, stop) if self.view.text[at] in signs and at in self.view.things]

    def clause_end(self, at: int, marks: str = "，。；：！？\n") -> int:
        """Where the clause that holds `at` ends."""
        ends = [e for sign in marks if (e := self.view.text.find(sign, at)) >= 0]
        return min(ends, default=len(self.view.text))

    def negated(self, hit: Hit) -> bool:
        """Whether the clause denies the verb (未达成) or only asks for it (申报, 推荐)."""
        before = self.view.text[hit.left : hit.start]
        return _NEGATED.search(before) is not None

    def intended(self, hit: Hit) -> bool:
        """Whether the clause only means to do it (将研制, 拟发布, 鼓励…建设)."""
        return _INTENDED.search(self.view.text[hit.left : hit.start]) is not None or _AGREED.match(self.view.text, hit.left, hit.start) is not None

    # -- facts -----------------------------------------------------------------------------------

    def claim(
        self, subject: Thing, predicate: str, thing: Thing, span: tuple[int, int], rule: str,
        role: str | None = None,
    ) -> None:  # fmt: skip
        """Write a fact down; `span` are the masked words that say so."""
        if subject is thing:
            return
        start, end = self.view.span(*span)
        text = self.draft.text
        while start < end and text[start] in "，。；：、 \n\u3000":
            start += 1
        while end > start and text[end - 1] in "，。；：、 \n\u3000":
            end -= 1
        table = confidences()
        sure = table.get(rule, table["default"])
        self.draft.claims.append(Claim(subject, predicate, thing, (start, end), rule, sure, role))

    def joint(self, things: Iterable[Thing], span: tuple[int, int], rule: str, role: str = "joint") -> None:
        """`cooperatesWith` for each pair of these organisations."""
        orgs = [t for t in dict.fromkeys(things) if t.type != "Person"]
        for number, left in enumerate(orgs):
            for right in orgs[number + 1 :]:
                self.claim(left, "cooperatesWith", right, span, rule, role)

    def topic(self, hit: Hit) -> tuple[Thing, ...]:
        """Who a clause without a subject means: the sentence's first organisations, else the owner."""
        text = self.view.text
        for at in self.listed(hit.sentence[0], hit.left, ORG):
            begin = max((text.rfind(sign, hit.sentence[0], at) for sign in "，；："), default=-1) + 1
            ahead = text[max(begin, hit.sentence[0]) : at]
            if not re.fullmatch(r"(?:\ue00a|此外|同时|会上|期间|另外|其间|为此|随后|\ue003(?:期间|同期|上)|日前|近日)*", ahead):
                continue
            after = text[at + 1 : at + 4]
            if re.match(r"的|成员|会员|理事|单位|秘书|办公室|产品|成果|项目|技术", after):
                continue
            found = [self.view.things[at]]
            while (link := re.compile(r"(?:等)?(?:、|和|与|及|以及|会同|联合|携手)\ue000").match(text, at + 1)) is not None:
                at = link.end() - 1
                if at in self.view.things:
                    found.append(self.view.things[at])
            return tuple(found)
        return (self.draft.owner,) if self.draft.owner is not None else ()

    def orgs_of(self, person: Thing, cell: int | None = None) -> tuple[Thing, ...]:
        """The organisations whose post a person holds here."""
        if cell is not None and cell in self.view.inner:
            return self.view.inner[cell]
        return tuple(c.object for c in self.draft.claims if c.predicate == "holdsPost" and c.subject is person)


@lru_cache(maxsize=1)
def pattern_lead() -> re.Pattern[str]:
    """Words before a list that make it a partner of a subject named elsewhere."""
    return re.compile(r"(联合|会同|携手|携|偕|牵手|联手|协同|与|和|同)$")


def events_in(reader: Reader, start: int, stop: int) -> list[int]:
    """Cells of events in `[start, stop)`."""
    return reader.listed(start, stop, EVENT)


def words(name: str) -> list[str]:
    """A word list of `frames_words.toml`."""
    return list(load("words")[name])
