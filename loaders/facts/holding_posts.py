"""The chain of posts before a person's name, and the `holdsPost` that it states.

Each post belongs to the organisation before it and shares it with the posts that follow
(董事长、总经理); a post without one belongs to the organisation of the person named before, or to
the item's own.
"""

from __future__ import annotations

import re

from ...graph.model import Span
from .context import latter, resolve
from .draft import Claim, Thing
from .person_names import PersonNames
from .posts import Anchor
from .reading import Reading

_COMPANY_POSTS = ("董事长", "总经理", "总裁", "首席执行官", "首席技术官", "CEO", "CTO", "首席科学家", "首席专家", "总工程师", "创始人", "合伙人", "执行董事")
_REGION = re.compile(r"(?:大中华区|中国区|亚太区|亚洲区|欧洲区|华[东南北中]区|西[南北]区|东北区|大区|全球|亚太)$")
_BRACKET = re.compile(r"[（(][^（）()\n]{1,28}[）)]$")
_FIRM = re.compile(r"[A-Z]*[\u4e00-\u9fff]{2,}")
_STANDING = re.compile(r"[、，兼](?P<role>(?:常务|执行)?副?(?:理事长|会长|理事|成员|会员|牵头|主席|网员)单位)$")
_Post = tuple[str, int, int]


class Posts:
    """Reads the posts of one item's persons."""

    def __init__(self, reading: Reading, found: list[Anchor], names: PersonNames) -> None:
        self.reading, self.text, self.names = reading, reading.text, names
        self.anchors = found
        self.by_end = {a.end: a for a in found}
        self.last: tuple[Thing, Thing | None] | None = None

    def organisation(self, at: int) -> tuple[Span, Thing] | None:
        """The organisation named right before `at`, the longest."""
        at = before_term(self.text, at)
        for span, thing in self.reading.ending_at(at):
            if thing.type not in ("Person", "Place"):
                return span, thing
        if self.text[at - 1 : at] == "的" and (held := self.reading.ending_at(at - 1)) and held[0][1].type != "Person":
            return next(((span, thing) for span, thing in held if thing.type != "Place"), None)  # 来自甲公司的总工程师
        region = _REGION.search(self.text, max(0, at - 6), at)  # 某公司中国区总经理
        if region is not None and (held_by := self.reading.ending_at(region.start())):
            return next(((span, thing) for span, thing in held_by if thing.type not in ("Person", "Place")), None)
        bracket = _BRACKET.search(self.text, max(0, at - 30), at)  # 某联合会（IFR）秘书长
        return self.organisation(bracket.start()) if bracket is not None else None

    def chain(self, person: Thing, start: int, end: int, anchor: Anchor, sure: float) -> None:
        """Read the posts and titles before a name, from the name to the left."""
        posts: list[_Post] = []
        phrases: list[str] = []
        current: Anchor | None = anchor
        while current is not None:
            if any(t.type == "Person" for _, t in self.reading.ending_at(current.start)):
                break  # 张三教授、李四: the title is the other one's
            first, last = current.start, current.end
            if current.title:
                title = self.text[first:last]
                person.attributes.setdefault("title", title)
                organisation = self.organisation(first)
                at = organisation[0][0] if organisation else first
            else:
                while self.text[first - 1 : first] == "兼" and (first - 1) in self.by_end:
                    first = self.by_end[first - 1].start
                posts.insert(0, (self.text[first:last], first, last))
                whose = before_term(self.text, first)
                noun = class_noun(self.text, whose)
                second = re.search(r"后者的?$", self.text[max(0, first - 3) : first])
                meant = latter(self.reading, first - len(second[0])) if second else None
                organisation = self.organisation(first)
                at = first
                if organisation is not None:
                    at = organisation[0][0]
                    self.give(person, organisation[1], posts, at, end, sure)
                    posts = []
                elif meant is not None:
                    self.give(person, meant, posts, at, end, sure - 0.05)
                    posts = []
                elif (department := self._department(first)) is not None:
                    at = department[0][0]
                    self.give(person, department[1], posts, at, end, sure - 0.05)
                    posts = []
                elif (company := self._company(first, self.text[first:last])) is not None:
                    at = company[0][0]
                    self.give(person, company[1], posts, at, end, sure - 0.05)
                    posts = []
                elif noun:
                    at = whose - len(noun)
                    target = resolve(self.reading, noun, self.text[first:last], first)
                    if target is not None:
                        self.give(person, target, posts, at, end, sure - 0.05)
                        posts = []
                phrases.insert(0, self.text[at:last])
            if (role := _STANDING.search(self.text, max(0, at - 12), at)) is not None:
                at = role.start("role")  # 联盟理事长、理事长单位某大学校长助理张三
            before = self.text[at - 1 : at]
            current = self.by_end.get(at - 1) if before and before in "、兼和及" else self.by_end.get(at)
        if posts:
            self._without(person, posts, start, end, sure)
        if phrases:
            held = person.attributes.get("post")
            phrase = "、".join(phrases)
            if held is None:
                person.attributes["post"] = phrase
        claims = [c for c in self.reading.draft.claims if c.subject is person and c.predicate == "holdsPost"]
        self.last = (person, claims[-1].object if claims else None)

    def _department(self, at: int) -> tuple[Span, Thing] | None:
        """A department after a person of a sister department: …处处长常明、产学研融合处副处长."""
        match = re.search(r"([、和与及兼])((?![该本此其贵])[\u4e00-\u9fff]{2,12}(?:[处科部]|(?<!公)司|分会|专委会|专业委员会|工作委员会|工作组))$", self.text[max(0, at - 14) : at])
        if match is None:
            return None
        other = self.last[1] if self.last is not None else None
        if match[1] == "兼":
            other = self.reading.draft.owner  # 联盟副秘书长兼技术部主任
        if other is None:
            return None
        start = at - len(match[2])
        agency = other.type == "GovernmentAgency"
        parent = self.parent(other) if agency or other.type == "OrganizationUnit" else other
        if parent is not None and match[2].startswith("秘书处") and len(match[2]) > 4 and (held := self.reading.at.get((start, start + 3))) is not None:
            parent = held  # 秘书处项目部: of the secretariat
        elif parent is not None and self.reading.overlaps(start, at):
            return None
        if parent is None or (agency and match[2].endswith("部")):
            return None
        unit = self.reading.add("GovernmentAgency" if agency else "OrganizationUnit", start, at)
        last = self.last[0] if self.last is not None and match[1] != "兼" else None
        before = [c.evidence[0] for c in self.reading.draft.claims if c.subject is last]
        self.reading.draft.claims.append(
            Claim(unit, "partOf", parent, (min(before, default=start), at), "partOf.list", 0.8)
        )
        return (start, at), unit

    def _company(self, at: int, post: str) -> tuple[Span, Thing] | None:
        """A company named without an ending before a company's post: 中科三环副总裁."""
        if not post.endswith(_COMPANY_POSTS) or self.reading.tagger is None:
            return None
        start = self.reading.marks.left[at]
        form = self.text[start:at]
        if not 3 <= len(form) <= 9 or self.reading.overlaps(start, at):
            return None
        if class_noun(self.text, at) or not _FIRM.fullmatch(form):
            return None
        left = max(self.reading.sentence(start)[0], start - 60)
        spans = self.reading.tagger.spans(self.text[left : at + 20], ("ORG", "nz"))
        if not any(left + a == start for a, _ in spans) or any(self.text.startswith(j, start) for j in ("和", "与", "及")):
            return None
        return (start, at), self.reading.add("Enterprise", start, at)

    def give(
        self, person: Thing, organisation: Thing, posts: list[_Post], at: int, end: int, sure: float
    ) -> None:
        """State each of these posts, evidence from `at` to `end`."""
        self.holds(person, organisation, "、".join(words_ for words_, _, _ in posts), (at, end), sure)

    def _without(
        self, person: Thing, posts: list[_Post], start: int, end: int, sure: float
    ) -> None:
        """Posts with no organisation before them: of the person named before, or of the item's own."""
        first = posts[0][1]
        before = self.text[first - 1 : first]
        if before and before in "、和与及" and self._after_last(first - 1):
            self._shared(person, posts, end, sure)
            return
        for words_, a, _ in posts:
            if "A" <= self.text[a - 1 : a] <= "z":
                continue  # GTI秘书长: of a body that only its letters name
            target = resolve(self.reading, "", words_, a)
            if target is not None:
                self.holds(person, target, words_, (a, end), sure - 0.15)

    def _after_last(self, at: int) -> bool:
        """Whether the person named last ends here, and holds a post."""
        if self.last is None or self.last[1] is None:
            return False
        person = self.last[0]
        return any(span[1] == at and thing is person for span, thing in self.reading.at.items())

    def _shared(self, person: Thing, posts: list[_Post], end: int, sure: float) -> None:
        """Posts in the organisation of the person named last, or, after a 处, in what that is part of."""
        if self.last is None or self.last[1] is None:
            return
        other, target = self.last[0], self.last[1]
        if target.type == "GovernmentAgency" and target.name.endswith("处"):
            target = self.parent(target) or target
        begin = min(c.evidence[0] for c in self.reading.draft.claims if c.subject is other)
        for words_, _, _ in posts:
            self.holds(person, target, words_, (begin, end), sure - 0.15)

    def parent(self, unit: Thing) -> Thing | None:
        """What the unit is part of, as far as the item has said so."""
        claims = (c for c in self.reading.draft.claims if c.predicate == "partOf" and c.subject is unit)
        return next((c.object for c in claims), None)

    def holds(self, person: Thing, organisation: Thing, post: str, evidence: Span, sure: float) -> None:
        """State that the person holds this post, once."""
        if organisation.type == "OrganizationUnit" and organisation.name.endswith("理事会") and post.endswith(("会长", "理事长", "秘书长")):
            organisation = self.parent(organisation) or organisation  # 某学会第五届理事会会长 heads the society
        claims = self.reading.draft.claims
        for claim in claims:
            if (claim.predicate, claim.post) == ("holdsPost", post) and (claim.subject, claim.object) == (
                person, organisation,
            ):  # fmt: skip
                return
        claims.append(Claim(person, "holdsPost", organisation, evidence, "holdsPost.post", sure, post=post))


_NOUNS = (
    "该联盟", "本联盟", "联盟", "联合体", "该公司", "公司", "集团", "该企业", "企业", "学会", "协会", "商会", "联合会", "研究会",
    "促进会", "实验室", "研究院", "研究所", "研究中心", "中心", "学院", "该校", "委员会", "工作组", "联络组",
    "秘书处", "专家组", "理事会", "基金会", "中试基地", "基地", "分中心", "分会", "专委会", "该所", "该院", "该会", "该局", "该厅", "该委", "该司", "该署",
)  # fmt: skip


# 公司首任总经理: which of those who held it
_TERM = re.compile(r"(?:首任|首位|新任|现任|继任|下一?任|新一任|新一届|首届|第[一二三四五六七八九十]+任)的?$")


def before_term(text: str, at: int) -> int:
    """Where the words 首任, 新一届 … before a post begin; `at` where there are none."""
    term = _TERM.search(text, max(0, at - 6), at)
    return term.start() if term is not None else at


def class_noun(text: str, end: int) -> str:
    """The class noun (联盟, 公司, 实验室 …) right before `end`; empty where there is none."""
    return next((noun for noun in _NOUNS if text.endswith(noun, 0, end)), "")
