"""Persons with their posts and titles, and the `holdsPost` that these state.

A person's name stands after a post or title (科技部重大专项司副司长邱钢) or before one (石碧院士); it
begins with a surname and ends where the clause goes on. The chain of posts before the name is read
to the left: each post belongs to the organisation before it, and shares it with the posts that
follow (董事长、总经理).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick_rs

from ...graph.model import Span
from .context import resolve
from .draft import Claim, Thing
from .lexicon_files import table, words
from .reading import Reading

_HAN = re.compile(r"[\u4e00-\u9fff]")
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,6}(?:[·•・‧][\u4e00-\u9fff]{1,8})+")
_COMPANY_POSTS = ("董事长", "总经理", "总裁", "首席执行官", "首席技术官", "CEO", "CTO", "创始人", "合伙人", "执行董事")
_ADDRESS = frozenset({"研究员", "副研究员", "助理研究员", "高级工程师", "工程师"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A post or title at `[start, end)`; `title` where it is no post."""

    start: int
    end: int
    title: bool


@lru_cache(maxsize=1)
def _lexicon() -> tuple[ahocorasick_rs.AhoCorasick, list[str], frozenset[str]]:
    data = table("names_posts")
    titles = frozenset(words(data["titles"]))
    forms = sorted(titles | set(words(data["posts"])), key=lambda w: (-len(w), w))
    automaton = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, forms, titles


@lru_cache(maxsize=1)
def _modifiers() -> re.Pattern[str]:
    options = "|".join(sorted(words(table("names_posts")["modifiers"]), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?:{options})+$")


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(words(table("names_posts")["surnames"]))


@lru_cache(maxsize=1)
def _ambiguous() -> frozenset[str]:
    return frozenset(words(table("names_posts")["ambiguous"]))


@lru_cache(maxsize=1)
def _next() -> tuple[str, ...]:
    return words(table("names_posts")["person_next"])


def anchors(text: str) -> list[Anchor]:
    """Posts and titles in reading order, widened by 副, 名誉 … to the left."""
    automaton, forms, titles = _lexicon()
    blocked = words(table("names_posts")["not_before"])
    out = []
    for number, start, end in automaton.find_matches_as_indexes(text):
        if text.startswith(blocked, end) and not text.startswith(("席",), end - 1):
            continue
        widened = _modifiers().search(text, max(0, start - 8), start)
        if widened and forms[number] not in titles:
            start = widened.start()
        out.append(Anchor(start, end, forms[number] in titles))
    return out


class _Names:
    """Decides where a person's name ends."""

    def __init__(self, reading: Reading, starts: set[int]) -> None:
        self.reading, self.text, self.marks = reading, reading.text, reading.marks
        self.anchor_starts = starts

    def at(self, start: int, *, sure: bool) -> tuple[int, float] | None:
        """`(end, confidence)` of the name that begins here; None where none does.

        `sure`: the words before call for a name, so that a name is taken where the clause does not
        say where it ends.
        """
        text = self.text
        foreign = _FOREIGN.match(text, start)
        if foreign:
            called = self._foreign(start)
            if called is not None and "·" in text[start : called[0]]:
                return called
            end = min(foreign.end(), self.marks.right(text.rindex("·", start, foreign.end()) + 2 if "·" in foreign[0] else foreign.end()))
            return min([end, *(a for a in self.anchor_starts if start + 3 < a < end)]), 0.95
        surname = 2 if text[start : start + 2] in _surnames() else 1
        if text[start : start + surname] not in _surnames():
            return self._foreign(start) if sure else None
        if start + 1 in self.anchor_starts or start + surname in self.anchor_starts:
            return None
        token = self.marks.starts.get(start)
        if token is not None and (token[1] == "join" or token[0] - start >= 2):
            return None
        if any(a == start for a, _ in self.reading.at):
            return None
        shortest, longest = start + surname + 1, start + surname + 2
        if not self._han(start, shortest):
            return None
        short, long = self._closed(shortest), self._han(shortest, longest) and self._closed(longest)
        if surname == 2 and short:
            return shortest, 0.95
        joined = self.marks.starts.get(shortest, (0, ""))[1] == "join"
        end = shortest if short and (joined or not (long and short == 1)) else longest if long else None
        if end is None:
            return self._asked(start, longest, sure)
        if text[start] in _ambiguous() and not (self.marks.hard[end] or end in self.anchor_starts):
            if self.reading.tagger is not None:
                return self._asked(start, longest, sure)
            return (end, 0.6) if sure and end == longest else None
        return end, 0.95

    def _foreign(self, start: int) -> tuple[int, float] | None:
        """A name without a Chinese surname that the tagger calls a person: 小林健太郎."""
        tagger = self.reading.tagger
        if tagger is None or self.marks.starts.get(start) is not None or not self._han(start, start + 1):
            return None
        left = max(self.reading.sentence(start)[0], start - 60)
        for a, b in tagger.spans(self.text[left : self.reading.sentence(start)[1]], ("PER",)):
            if left + a == start and 3 <= b - a <= 14:
                return left + b, 0.8
        return None

    def _asked(self, start: int, longest: int, sure: bool) -> tuple[int, float] | None:
        tagger = self.reading.tagger
        if tagger is None:
            return (longest, 0.7) if sure and self._han(start, longest) else None
        left = max(self.reading.sentence(start)[0], start - 60)
        clause = self.text[left : self.reading.sentence(start)[1]]
        for a, b in tagger.spans(clause, ("PER",)):
            if left + a == start and 2 <= b - a <= 4:
                return left + b, 0.9
        return None

    def _han(self, start: int, end: int) -> bool:
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
        if self.text.startswith(_next(), at):
            return 1 + (self.text.startswith(("作了", "做了", "发表", "解读"), at))
        return 0


def read_persons(reading: Reading) -> None:
    """Add the persons, their attributes `post` and `title`, and `holdsPost`."""
    _Persons(reading).read()


class _Persons:
    def __init__(self, reading: Reading) -> None:
        self.reading, self.text = reading, reading.text
        guard = reading.marks.guard
        self.anchors = [
            a for a in anchors(reading.text) if a.end <= reading.body and not guard.crosses(a.start, a.end)
        ]
        self.by_end = {a.end: a for a in self.anchors}
        self.names = _Names(reading, {a.start for a in self.anchors})
        self.found: dict[Span, Thing] = {}
        self.last: tuple[Thing, Thing | None] | None = None

    def read(self) -> None:
        for anchor in self.anchors:
            self._after(anchor)
        for anchor in self.anchors:
            self._before(anchor)
        self._introduced()
        self._nominated()
        self._listed()
        self._appointed()
        self._unnoticed()
        self._repeated()

    # -- where names are -------------------------------------------------------------------------

    def _after(self, anchor: Anchor) -> None:
        """A name right after a post or title."""
        start = anchor.end
        if self.text[start : start + 1] in " 　":
            start += 1
        if start >= self.reading.body or self.reading.marks.in_title(anchor.start, anchor.end):
            return
        held = self.names.at(start, sure=bool(self._organisation(anchor.start)) or not anchor.title)
        if held is None:
            return
        person = self._person(start, held[0], held[1])
        self._chain(person, start, held[0], anchor, held[1])
        behind = next((a for a in self.anchors if a.start == held[0] and a.title), None)
        if behind is not None:
            person.attributes.setdefault("title", self.text[behind.start : behind.end])

    def _before(self, anchor: Anchor) -> None:
        """A name right before a title or post: 石碧院士, 程学忠秘书长."""
        for length in (3, 2, 4):
            start = anchor.start - length
            if start < 0 or self._overlaps(start, anchor.start):
                continue
            surname = 2 if self.text[start : start + 2] in _surnames() else 1
            if self.text[start : start + surname] not in _surnames() or not surname < length <= surname + 2:
                continue
            if not all(_HAN.match(c) for c in self.text[start : anchor.start]):
                continue
            inner = self.reading.marks.starts.get(start)
            if inner is not None and inner[0] - start >= 2:
                continue
            if any(
                (t := self.reading.marks.starts.get(at)) is not None and t[0] - at >= 2
                for at in range(start + 1, anchor.start)
            ):
                continue
            organisation = self.reading.ending_at(start)
            if not (self.reading.marks.opened(start) or organisation or start in self.by_end):
                continue
            if not self._plausible(start, anchor, bool(organisation)):
                continue
            self._titled(start, anchor, organisation[0] if organisation else None)
            return

    def _plausible(self, start: int, anchor: Anchor, placed: bool) -> bool:
        """Whether the signs before a title are a name and no other word: asked of the tagger."""
        if self.text[start : anchor.start] in {t.name for t in self.found.values()}:
            return True
        if self.reading.tagger is None:
            return anchor.title or placed
        left = max(self.reading.sentence(start)[0], start - 60)
        spans = self.reading.tagger.spans(self.text[left : anchor.end + 20], ("PER",))
        return any(left + a == start and left + b == anchor.start for a, b in spans)

    def _titled(self, start: int, anchor: Anchor, organisation: tuple[Span, Thing] | None) -> None:
        person = self._person(start, anchor.start, 0.9)
        words_ = self.text[anchor.start : anchor.end]
        if anchor.title:
            person.attributes.setdefault("title", words_)
            before = self.by_end.get(start)
            if before is not None:
                self._chain(person, start, anchor.start, before, 0.9)
            elif organisation is not None and words_ in _ADDRESS:
                self._holds(person, organisation[1], words_, (organisation[0][0], anchor.end), 0.8)
                self._earlier(person, organisation[0][0], anchor.start)
            elif organisation is not None:
                self._earlier(person, organisation[0][0], anchor.start)
            return
        if organisation is not None:
            self._holds(person, organisation[1], words_, (organisation[0][0], anchor.end), 0.9)
        elif not any(c.subject is person for c in self.reading.draft.claims):
            target = resolve(self.reading, "", words_, start)
            if target is not None:
                self._holds(person, target, words_, (start, anchor.end), 0.75)
        person.attributes.setdefault("post", words_)

    def _earlier(self, person: Thing, start: int, name: int) -> None:
        """Posts in a chain before `X研究所张三研究员`: 联盟理事长、X研究所张三研究员."""
        if start and self.text[start - 1] in "、" and (start - 1) in self.by_end:
            self._chain(person, name, name + len(person.name), self.by_end[start - 1], 0.9)

    def _introduced(self) -> None:
        for word in words(table("names_posts")["introduce"]):
            at = self.text.find(word)
            while at >= 0:
                start = at + len(word)
                if start < self.reading.body and not self._overlaps(start, start + 1):
                    held = self.names.at(start, sure=False)
                    if held is not None and self._confirmed(word, start, held[0]):
                        self._person(start, held[0], 0.85)
                at = self.text.find(word, start)

    def _confirmed(self, word: str, start: int, end: int) -> bool:
        if len(word) > 2 and word[-1] in "为：是有":
            return True
        if self.reading.tagger is None:
            return end - start == 3 and self.reading.marks.hard[end] == 1
        left = max(self.reading.sentence(start)[0], start - 60)
        spans = self.reading.tagger.spans(self.text[left : end + 30], ("PER",))
        return any(left + a == start for a, _ in spans)

    def _nominated(self) -> None:
        """Names that take a post by a verb, without a title before them: 李卫、连法增当选副理事长."""
        verbs, _ = _verbs()
        text, marks = self.text, self.reading.marks
        for match in verbs.finditer(text, 0, self.reading.body):
            post = next((a for a in self.anchors if match.end() <= a.start <= match.end() + 24), None)
            if post is None or post.title or any(c in text[match.end() : post.start] for c in "，。；：、\n"):
                continue
            end = match.start()
            while True:
                start = self._name_before(end)
                if start is None:
                    break
                self._person(start, end, 0.85)
                if text[start - 1 : start] in ("、", "和", "与"):
                    end = start - 1
                    continue
                break

    def _name_before(self, end: int) -> int | None:
        """Where a name that ends here begins, if what precedes it lets a name begin."""
        text, marks = self.text, self.reading.marks
        for length in (3, 2, 4):
            start = end - length
            if start < 0 or self._overlaps(start, end) or not self.names._han(start, end):
                continue
            surname = 2 if text[start : start + 2] in _surnames() else 1
            if text[start : start + surname] not in _surnames() or not surname < length <= surname + 2:
                continue
            if not (marks.opened(start) or start in self.by_end) or any(
                (t := marks.starts.get(at)) is not None and (t[0] - at >= 2 or t[1] == "join") for at in range(start, end)
            ):
                continue
            if text[start] in _ambiguous() and not self._called(start, end):
                continue
            return start
        return None

    def _called(self, start: int, end: int) -> bool:
        """Whether the tagger calls `[start, end)` a person; True where there is no tagger to ask."""
        if self.reading.tagger is None:
            return False
        left = max(self.reading.sentence(start)[0], start - 60)
        spans = self.reading.tagger.spans(self.text[left : end + 40], ("PER",))
        return any(left + a == start and left + b == end for a, b in spans)

    def _listed(self) -> None:
        """Names in a list after a name: 院士张三、李四和王五."""
        for span, person in sorted(self.found.items()):
            end = span[1]
            while end < self.reading.body and self.text[end] in "、和与及":
                start = end + 1
                if self._overlaps(start, start + 1):
                    break
                held = self.names.at(start, sure=False)
                if held is None or not (self.reading.marks.closed(held[0]) or held[0] in self.names.anchor_starts):
                    break
                if any(span[0] == start for span in self.reading.at):
                    break
                if self.text[end] != "、" and self.reading.tagger is None and held[0] - start != 3:
                    break
                other = self._person(start, held[0], 0.85)
                title = person.attributes.get("title")
                if title and self.text[: span[0]].endswith(str(title)):
                    other.attributes.setdefault("title", title)
                end = held[0]

    def _unnoticed(self) -> None:
        """Persons that only the tagger sees, in sentences about persons: 接替到龄的蒋文彬."""
        tagger = self.reading.tagger
        if tagger is None:
            return
        for start, end in self.reading.draft.sentences:
            if start >= self.reading.body or not _PERSONAL.search(self.text, start, end):
                continue
            for a, b in tagger.spans(self.text[start:end], ("PER",)):
                left, right = start + a, start + b
                name = self.text[left:right]
                if not 2 <= len(name) <= 4 or self._overlaps(left, right) or self.reading.marks.in_title(left, right):
                    continue
                surname = 2 if name[:2] in _surnames() else 1
                if name[:surname] in _surnames() and self._free(left, right) and name[0] not in _ambiguous():
                    self._person(left, right, 0.75)

    def _free(self, start: int, end: int) -> bool:
        """Whether the clause lets a name stand here: boundaries on both sides."""
        return (self.reading.marks.closed(end) or end in self.names.anchor_starts) and (
            self.reading.marks.opened(start) or start in self.by_end
        )

    def _repeated(self) -> None:
        for person in dict.fromkeys(self.found.values()):
            at = self.text.find(person.name)
            while at >= 0:
                end = at + len(person.name)
                if end <= self.reading.body and not self._overlaps(at, end):
                    self.reading.mention(person, at, end)
                at = self.text.find(person.name, end)

    def _overlaps(self, start: int, end: int) -> bool:
        return any(a < end and start < b for a, b in self.reading.at)

    def _person(self, start: int, end: int, sure: float) -> Thing:
        person = self.reading.add("Person", start, end)
        self.found[start, end] = person
        return person

    # -- posts -----------------------------------------------------------------------------------

    def _organisation(self, at: int) -> tuple[Span, Thing] | None:
        """The organisation named right before `at`, the longest."""
        for span, thing in self.reading.ending_at(at):
            if thing.type not in ("Person", "Place"):
                return span, thing
        return None

    def _chain(self, person: Thing, start: int, end: int, anchor: Anchor, sure: float) -> None:
        """Read the posts and titles before a name, from the name to the left."""
        posts: list[tuple[str, int, int]] = []
        phrases: list[str] = []
        current: Anchor | None = anchor
        while current is not None:
            first, last = current.start, current.end
            if current.title:
                title = self.text[first:last]
                person.attributes.setdefault("title", title)
                organisation = self._organisation(first)
                at = organisation[0][0] if organisation else first
            else:
                while self.text[first - 1 : first] == "兼" and (first - 1) in self.by_end:
                    first = self.by_end[first - 1].start
                posts.insert(0, (self.text[first:last], first, last))
                noun = _class_noun(self.text, first)
                organisation = self._organisation(first)
                at = first
                if organisation is not None:
                    at = organisation[0][0]
                    self._give(person, organisation[1], posts, at, end, sure)
                    posts = []
                elif (department := self._department(first)) is not None:
                    at = department[0][0]
                    self._give(person, department[1], posts, at, end, sure - 0.05)
                    posts = []
                elif (company := self._company(first, self.text[first:last])) is not None:
                    at = company[0][0]
                    self._give(person, company[1], posts, at, end, sure - 0.05)
                    posts = []
                elif noun:
                    at = first - len(noun)
                    target = resolve(self.reading, noun, self.text[first:last], first)
                    if target is not None:
                        self._give(person, target, posts, at, end, sure - 0.05)
                        posts = []
                phrases.insert(0, self.text[at:last])
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
        match = re.search(r"[、和与及]([\u4e00-\u9fff]{2,12}[处司科部])$", self.text[max(0, at - 14) : at])
        if match is None or self.last is None or self.last[1] is None:
            return None
        start, other = at - len(match[1]), self.last[1]
        agency = other.type == "GovernmentAgency"
        parent = self._parent(other) if agency or other.type == "OrganizationUnit" else other
        if parent is None or self._overlaps(start, at) or agency == match[1].endswith("部"):
            return None
        unit = self.reading.add("GovernmentAgency" if agency else "OrganizationUnit", start, at)
        before = [c.evidence[0] for c in self.reading.draft.claims if c.subject is self.last[0]]
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
        if not 3 <= len(form) <= 9 or self._overlaps(start, at) or _class_noun(self.text, at) or not self.names._han(start, at):
            return None
        left = max(self.reading.sentence(start)[0], start - 60)
        spans = self.reading.tagger.spans(self.text[left : at + 20], ("ORG", "nz"))
        if not any(left + a == start for a, _ in spans) or any(self.text.startswith(j, start) for j in ("和", "与", "及")):
            return None
        return (start, at), self.reading.add("Enterprise", start, at)

    def _give(
        self, person: Thing, organisation: Thing, posts: list[tuple[str, int, int]], at: int, end: int, sure: float
    ) -> None:
        for words_, _, _ in posts:
            self._holds(person, organisation, words_, (at, end), sure)

    def _without(
        self, person: Thing, posts: list[tuple[str, int, int]], start: int, end: int, sure: float
    ) -> None:
        """Posts with no organisation before them: of the person named before, or of the item's own."""
        first = posts[0][1]
        before = self.text[first - 1 : first]
        if before and before in "、和与及" and self.last is not None and self.last[1] is not None:
            if any(span[1] == first - 1 and thing is self.last[0] for span, thing in self.reading.at.items()):
                target: Thing | None = self.last[1]
                if target is not None and target.type == "GovernmentAgency" and target.name.endswith("处"):
                    target = self._parent(target) or target
                if target is not None:
                    begin = min(c.evidence[0] for c in self.reading.draft.claims if c.subject is self.last[0])
                    for words_, _, _ in posts:
                        self._holds(person, target, words_, (begin, end), sure - 0.15)
                return
        for words_, a, _ in posts:
            target = resolve(self.reading, "", words_, a)
            if target is not None:
                self._holds(person, target, words_, (a, end), sure - 0.15)

    def _parent(self, unit: Thing) -> Thing | None:
        claims = (c for c in self.reading.draft.claims if c.predicate == "partOf" and c.subject is unit)
        return next((c.object for c in claims), None)

    def _holds(self, person: Thing, organisation: Thing, post: str, evidence: Span, sure: float) -> None:
        claims = self.reading.draft.claims
        for claim in claims:
            if claim.predicate == "holdsPost" and claim.subject is person and claim.object is organisation:
                if claim.post == post:
                    return
        claims.append(Claim(person, "holdsPost", organisation, evidence, "holdsPost.post", sure, post=post))

    # -- elections and appointments --------------------------------------------------------------

    def _appointed(self) -> None:
        """颜泽文出任轮值理事长; 聘请…赵文涛担任主任; 改选…李守谦教授为联盟秘书长."""
        verb, appointing = _verbs()
        given = re.compile(r"(?:先生|女士|同志|教授|研究员|院士|博士)?(?:为|作|作为)(?:新一?[任届]|首[任届]|第[一二三四五六七八九十]+届)?")
        self._by_whom()
        people = sorted(span for span, thing in self.reading.at.items() if thing.type == "Person")
        for span in people:
            person = self.reading.at[span]
            sentence = self.reading.sentence(span[0])
            match = verb.match(self.text, span[1]) or _AS.match(self.text, span[1])
            if match is None:
                match = given.match(self.text, span[1])
                if match is None or not appointing.search(self.text, sentence[0], span[0]):
                    continue
            self._appoint(person, span, match.end(), sentence)

    def _by_whom(self) -> None:
        """联盟秘书长由该所副所长娄广平兼任."""
        for anchor in self.anchors:
            if anchor.title or self.text[anchor.end : anchor.end + 1] != "由":
                continue
            for span, person in sorted(self.reading.at.items(), key=lambda pair: pair[0]):
                if person.type != "Person" or not anchor.end < span[0] < anchor.end + 50:
                    continue
                if any(c in self.text[anchor.end : span[0]] for c in "，。；"):
                    break
                if re.match(r"(?:院士|教授|研究员|同志|先生|女士)?(?:继续)?(?:担任|兼任|出任|接任|任)", self.text[span[1] : span[1] + 8]):
                    post = self.text[anchor.start : anchor.end]
                    organisation = self._organisation(anchor.start)
                    target = organisation[1] if organisation else resolve(
                        self.reading, _class_noun(self.text, anchor.start), post, anchor.start
                    )  # fmt: skip
                    if target is not None:
                        self._holds(person, target, post, (anchor.start, span[1]), 0.88)
                    break

    def _assembly(self, post: str, at: int, sentence: Span) -> Thing | None:
        """The body whose meeting a sentence tells of: 联合会年会改选, 张三当选主席."""
        if not post.endswith(_OFFICES):
            return None
        found = [
            (span, n) for n, (span, t) in enumerate(self.reading.at.items())
            if sentence[0] <= span[0] < at and t.type in ("InternationalBody", "Association", "Alliance")
        ]  # fmt: skip
        return list(self.reading.at.values())[min(found)[1]] if found else None

    def _appoint(self, person: Thing, span: Span, at: int, sentence: Span) -> None:
        text = self.text
        starts = [a.start for a in self.anchors]
        index = bisect_left(starts, at)
        while index < len(self.anchors) and self.anchors[index].end <= sentence[1]:
            anchor = self.anchors[index]
            between = text[at : anchor.start]
            if anchor.title or any(c in between for c in "，。；：、") or len(between) > 40:
                return
            organisation = self._organisation(anchor.start)
            post = text[anchor.start : anchor.end]
            if organisation is not None and organisation[0][0] >= at:
                target: Thing | None = organisation[1]
            else:
                target = resolve(self.reading, _class_noun(text, anchor.start), post, anchor.start)
                target = target or self._assembly(post, span[0], sentence)
            if target is not None:
                self._holds(person, target, post, (span[0], anchor.end), 0.85)
                phrase = text[at : anchor.end]
                held = person.attributes.get("post")
                if held is None:
                    person.attributes["post"] = phrase
                elif phrase not in str(held):
                    person.attributes["post"] = f"{held}、{phrase}"
            at = anchor.end
            if text[at : at + 1] not in ("、", "兼", "和"):
                return
            at += 1
            index += 1


_AS = re.compile(r"(?:先生|女士|同志|教授|研究员|院士|博士)?以(?=[^，。；]{2,24}的?身份)")
_PERSONAL = re.compile(r"接替|接任|卸任|辞去|当选|担任|出任|改选|聘|主持|推选|选举|致辞|授课|作报告|主讲|领衔|带队|会见|主笔|执笔")
_OFFICES = ("主席", "会长", "理事长", "秘书长", "盟主")


@lru_cache(maxsize=1)
def _verbs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`(当选, 出任 … after a person, 选举, 聘请 … before one)`."""
    data = table("names_posts")
    verbs = "|".join(sorted(words(data["appointed"]), key=lambda w: (-len(w), w)))
    adverbs = "(?:再次|再度|连续|全票|一致|均|分别|新|正式|同时|当场|继续|第[一二三四五]次|参加竞选并|参加|竞选|并|成功|共同|获准)*"
    verb = re.compile(
        rf"(?:先生|女士|同志|教授|研究员|院士|博士)?{adverbs}(?:{verbs}|为(?=副|理事|秘书|会长|主任|组长))"
        r"(?:了|新一?[任届]|首[任届]|下一?[任届]|第[一二三四五六七八九十]+届)?(?:的)?"
    )
    return verb, re.compile("|".join(words(data["appointing"])))


_NOUNS = (
    "该联盟", "本联盟", "联盟", "联合体", "该公司", "公司", "集团", "学会", "协会", "商会", "联合会", "研究会",
    "促进会", "实验室", "研究院", "研究所", "研究中心", "中心", "学院", "该校", "委员会", "工作组", "联络组",
    "秘书处", "专家组", "理事会", "基金会", "该所", "该院", "该会",
)  # fmt: skip


def _class_noun(text: str, end: int) -> str:
    """The class noun (联盟, 公司, 实验室 …) right before `end`; empty where there is none."""
    return next((noun for noun in _NOUNS if text.endswith(noun, 0, end)), "")
