"""What the steps of name reading share about one item, and how spots become things."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ...graph.model import Span
from .boundaries import Marks
from .draft import Draft, Thing
from .finding import spans_of
from .known import Found, KnownName, KnownNames, places_in
from .organisations import Spot, find
from .tagger import Tagger

# short names that the text declares: no boundary word cuts them (绿的, 由美)
_DECLARED = re.compile(r"[（(](?:以下|下文|下)?(?:简称|称)(?:为|：|:)?[“\"「]([\u4e00-\u9fff]{3,8})[”\"」]")
_CREDIT = re.compile(r"[（(【\[]?(?:信息|文章|稿件)?(?:来源|供稿|转自|摘自|来稿)[:：]|供稿[）)】\]]?\s*$")


@dataclass(slots=True)
class Reading:
    """One item under reading: the draft, its boundaries, and the names found so far.

    `names` is the gazetteer, `body` where the credit line starts (the text's length where there is none); `spots` are all
    spots of organisations; `owners` tells which thing a spot became.
    """

    draft: Draft
    marks: Marks
    names: KnownNames
    tagger: Tagger | None
    body: int
    spots: list[Spot] = field(default_factory=list)
    at: dict[Span, Thing] = field(default_factory=dict)
    _covered: bytearray = field(default_factory=bytearray)
    _starts: dict[int, list[Span]] = field(default_factory=dict)
    _ends: dict[int, list[Span]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._covered = bytearray(len(self.draft.text))

    @property
    def text(self) -> str:
        """The item's text."""
        return self.draft.text

    def add(self, type_: str, start: int, end: int) -> Thing:
        """The thing named at `[start, end)`, a new one where no thing of this type has that name."""
        name = clean(self.text[start:end])
        thing = self.named(type_, name)
        if thing is None:
            thing = Thing(type_, name)
            self.draft.things.append(thing)
        self.mention(thing, start, end)
        return thing

    def named(self, type_: str, name: str) -> Thing | None:
        """The thing of this type that has this name or alias."""
        return next((t for t in self.draft.things if t.type == type_ and name in t.names), None)

    def mention(self, thing: Thing, start: int, end: int) -> None:
        """Note that the thing stands at `[start, end)`."""
        if (start, end) not in thing.mentions:
            thing.mentions.append((start, end))
        if (start, end) not in self.at:
            self._starts.setdefault(start, []).append((start, end))
            self._ends.setdefault(end, []).append((start, end))
            self._covered[start:end] = b"\x01" * (end - start)
        self.at[start, end] = thing

    def drop(self, thing: Thing) -> None:
        """Take a thing and its mentions back."""
        for span in thing.mentions:
            if self.at.get(span) is thing:
                del self.at[span]
                self._starts[span[0]].remove(span)
                self._ends[span[1]].remove(span)
        self.draft.things.remove(thing)

    def merge(self, short: Thing, long: Thing) -> None:
        """Make one thing of two: `short`'s names become aliases of `long`."""
        if short is long:
            return
        for span in short.mentions:
            self.mention(long, *span)
        for name in short.names:
            long.add_alias(name)
        for name, value in short.attributes.items():
            long.attributes.setdefault(name, value)
        for claim in self.draft.claims:
            if claim.subject is short:
                claim.subject = long
            if claim.object is short:
                claim.object = long
        self.draft.things.remove(short)
        if self.draft.owner is short:
            self.draft.owner = long

    def sentence(self, at: int) -> Span:
        """The sentence that holds this offset."""
        for start, end in self.draft.sentences:
            if start <= at < end:
                return start, end
        return at, at

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a mention shares a character with `[start, end)`."""
        return 1 in self._covered[max(0, start) : end]

    def ending_at(self, at: int) -> list[tuple[Span, Thing]]:
        """Mentions that end here, the longest first."""
        return [(span, self.at[span]) for span in sorted(self._ends.get(at, ()), key=lambda span: span[0])]

    def starting_at(self, at: int) -> list[tuple[Span, Thing]]:
        """Mentions that begin here, the longest first."""
        return [(span, self.at[span]) for span in sorted(self._starts.get(at, ()), key=lambda span: -span[1])]


def clean(name: str) -> str:
    """A name without white space at its ends and without line breaks."""
    return re.sub(r"\s*\n\s*", "", name).strip() if "\n" in name else name.strip()


def begin(draft: Draft, known: KnownNames, tagger: Tagger | None) -> Reading:
    """Find the organisations of the draft's text and make things of them."""
    text = draft.text
    found = _with_contributor(draft, known.find(text))
    protected = [(f.start, f.end) for f in found if f.end - f.start > 3]
    short = [span for form in dict.fromkeys(_DECLARED.findall(text)) for span in spans_of(form, text)]
    protected += short
    where = [(a, b) for a, b, _ in places_in(text)]
    marks = Marks(text, _apart(protected + where), {b for _, b in where})
    reading = Reading(draft, marks, known, tagger, credit_start(draft))
    reading.spots = find(text, marks, found, [end for _, end in short])
    for spot in reading.spots:
        if spot.type == "Place" or text.startswith("院士", spot.end):
            continue
        if spot.type == "Alliance" and (every := _OF_ALL.fullmatch(text, spot.start, spot.end)) is not None:
            if every["who"] and len(every["who"]) > 2:
                reading.add("GovernmentAgency", *every.span("who"))
            continue  # 某省科技厅举办产业技术创新战略联盟培训班: of all alliances
        if (person := _with_person(text, spot.start, spot.end)):
            spot = replace(spot, start=spot.start + person)  # 吴玲和某公司: her name is told elsewhere
        if spot.end > reading.body and (draft.item.credit_kind == "source" or spot.type == "Media"):
            continue
        if _is_venue(text, spot):
            continue  # `places_named` reads it
        thing = reading.add(_type(spot, reading.spots, text), spot.start, spot.end)
        if spot.thing is not None:
            thing.attributes.setdefault("_thing", spot.thing)
    _known_together(reading)
    return reading


# one alliance, no list of several
_ONE_ALLIANCE = re.compile(r"(?!.*(?:公司|集团|大学|学院|学会|协会|研究[院所]|中心|商会|促进会|联盟.))[\u4e00-\u9fffA-Za-z0-9（）—-]{6,40}联盟")


def _with_contributor(draft: Draft, found: list[Found]) -> list[Found]:
    """The known names and the alliance that the credit line names whole, wherever else the text says it."""
    name = draft.item.credit or ""
    if draft.item.credit_kind != "contributor" or not _ONE_ALLIANCE.fullmatch(name):
        return found
    mine = [Found(a, b, KnownName(name, "Alliance", name)) for a, b in spans_of(name, draft.text)]
    others = [f for f in found if not any(f.start < m.end and m.start < f.end for m in mine)]
    return sorted([*others, *mine], key=lambda f: f.start)


_OF_ALL = re.compile(
    r"(?:(?P<who>[\u4e00-\u9fff]{1,14}?(?:部|厅|局|委|委员会|办|办公室|政府))|我省|全省|我市|全市)(?:[\u4e00-\u9fff]{0,2}(?:举办|召开|举行|组织|启动|部署|开展|推进|推动|发布|公布|印发|出台|调研|批准|认定|支持|培育|建设|新增|评估|考核|备案|构建|规范|加快|加强|总结|扶持|管理|指导|检查|验收|表彰|试点))"
    r"[\u4e00-\u9fff\d]{0,4}?(?:产业|技术|创新|战略|试点|重点|省级|国家级|市级|首批)*联盟"
)
_POST = ("长", "教授", "院士", "主任", "经理", "总裁", "主席", "研究员", "工程师", "总监", "代表", "书记")
_GOES_ON = frozenset("，。、和与及等在出作主致介表指宣率带会到应一颁陪先分来向赴为将")


def _with_person(text: str, start: int, end: int) -> int:
    """How much of a name is a person named elsewhere behind a post, and the word that joins."""
    joined = re.match("([\u4e00-\u9fff]{2,3})[和与及]", text[start : min(end, start + 4)])
    if joined is None or end - start < 8:
        return 0
    told = (text.endswith(_POST, 0, a) and text[b : b + 1] in _GOES_ON for a, b in spans_of(joined[1], text, start))
    return joined.end() if any(told) else 0


_VENUES = ("农场", "林场", "牧场", "渔场", "示范园", "产业园", "科技园", "博物馆", "科技馆", "植物园", "图书馆", "纪念馆", "孵化器", "科学技术馆", "展览馆", "体验馆", "文化馆")
_HELD_THERE = re.compile(r"(?:主持|隆重|成功|正式|联合|共同|组织|如期|圆满|顺利)*(?:召开|举行|举办|开幕|启幕|揭幕|进行|签约|开班|启动|落幕|揭牌)")


def _is_venue(text: str, spot: Spot) -> bool:
    """Whether something is held in it: 在成都蜀锦博物馆召开."""
    inside = text[spot.start : spot.end].endswith(_VENUES) and text[spot.start - 1 : spot.start] in ("在", "于")
    return inside and _HELD_THERE.match(text, spot.end) is not None


def _type(spot: Spot, spots: list[Spot], text: str) -> str:
    """The spot's type; a 中心 written as part of a company or an agency is a unit of it."""
    if spot.type == "ResearchInstitute" and spot.rule != "gazetteer" and spot.branch:
        return "OrganizationUnit"  # 南方工作站
    within = any(o.start == spot.start and o.end < spot.end and o.type in ("ResearchInstitute", "University", "Enterprise") for o in spots)
    if within and spot.type == "ResearchInstitute" and spot.rule != "gazetteer" and text.endswith(("研究部", "研究室", "课题组"), spot.start, spot.end):
        return "OrganizationUnit"  # 某研究所储能技术研究部
    if spot.type == "ResearchInstitute" and spot.rule != "gazetteer" and spot.centre:
        for other in spots:
            if other.start == spot.start and other.end < spot.end and (other.type in ("Enterprise", "GovernmentAgency") or other.hospital):
                return "GovernmentAgency" if other.type == "GovernmentAgency" and re.search("审查|审评|核查|审批|审核", text[other.end : spot.end]) else "OrganizationUnit"
    return spot.type


def _apart(spans: list[Span]) -> list[Span]:
    """Spans in order, of overlapping ones the earlier and longer."""
    out: list[Span] = []
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not out or start >= out[-1][1]:
            out.append((start, end))
    return out


def credit_start(draft: Draft) -> int:
    """Where the item's credit line starts; the text's length where the text has none."""
    text = draft.text.rstrip()
    at = text.rfind("\n") + 1
    if draft.item.credit and at and len(text) - at < 60 and _CREDIT.search(text[at:]):
        return at
    return len(draft.text)


def _known_together(reading: Reading) -> None:
    """Join things that the gazetteer knows as one: 工信部 and 工业和信息化部."""
    by_name: dict[tuple[str, str], Thing] = {}
    for thing in list(reading.draft.things):
        full = thing.attributes.pop("_thing", None)
        if full is None:
            continue
        other = by_name.get((thing.type, full))
        if other is None:
            by_name[thing.type, full] = thing
        elif len(thing.name) > len(other.name):
            reading.merge(other, thing)
            by_name[thing.type, full] = thing
        else:
            reading.merge(thing, other)
