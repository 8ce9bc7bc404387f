"""Persons with their posts and titles.

A person's name stands after a post or title (科技部重大专项司副司长邱钢) or before one (石碧院士), in
a list after another name, or before a verb of election. What the posts state is read by
`holding_posts` and `appointments`.
"""

from __future__ import annotations

import re

from ...graph.model import Span
from .appointments import Appointments
from .context import resolve
from .draft import Thing
from .holding_posts import Posts
from .lexicon_files import table, words
from .needs import matches
from .person_alone import dotted_before, individuals, last_names
from .person_names import PersonNames
from .posts import PERSONAL, TAKEN, Anchor, ambiguous, anchors, appointment_verbs, surnames
from .reading import Reading

# after a list of persons: what stands before the list holds for each of them
_EACH = ("分别", "等", "均", "共同", "先后", "双双", "一同", "一起")
_ADDRESS = frozenset({"研究员", "副研究员", "助理研究员", "高级工程师", "工程师"})


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
        self.names = PersonNames(reading, self.anchors)
        self.posts = Posts(reading, self.anchors, self.names)
        self.found: dict[Span, Thing] = {}

    def read(self) -> None:
        for anchor in self.anchors:
            self._after(anchor)
        for anchor in self.anchors:
            self._before(anchor)
        self._introduced()
        self._nominated()
        self._offered()
        self.found |= individuals(self.reading, self.names)
        self._listed()
        self._unnoticed()
        Appointments(self.posts).read()
        self._repeated()

    def _after(self, anchor: Anchor) -> None:
        """A name right after a post or title."""
        start = anchor.end
        if self.text[start : start + 1] in " 　":
            start += 1
        if self.text[start : start + 1] == "的" and not anchor.title and self._held(anchor):
            start += 1  # 原任某院副院长的某某
        if start >= self.reading.body or self.reading.marks.in_title(anchor.start, anchor.end):
            return
        held = self.names.at(start, sure=bool(self.posts.organisation(anchor.start)) or not anchor.title)
        if held is None:
            return
        person = self._person(start, held[0], held[1])
        self.posts.chain(person, start, held[0], anchor, held[1])
        behind = next((a for a in self.anchors if a.start == held[0] and a.title), None)
        if behind is not None:
            person.attributes.setdefault("title", self.text[behind.start : behind.end])

    def _held(self, anchor: Anchor) -> bool:
        """Whether the clause says that somebody is or was in this post: 原任, 现任, 曾任, 担任 before it."""
        return re.search(r"(?:原任|现任|曾任|时任|前任|身为|身兼|担任|兼任|历任|任)[^，。；、]{2,30}$", self.text[max(0, anchor.start - 34) : anchor.start]) is not None

    def _before(self, anchor: Anchor) -> None:
        """A name right before a title or post: 石碧院士, 方远舟秘书长, 海伦·米切尔教授."""
        if (dotted := dotted_before(self.reading, anchor)) is not None:
            self._titled(dotted, anchor, self.reading.ending_at(dotted)[0])
            return
        for length in (3, 2, 4):
            start = anchor.start - length
            if start < 0 or self.reading.overlaps(start, anchor.start):
                continue
            surname = 2 if self.text[start : start + 2] in surnames() else 1
            if self.text[start : start + surname] not in surnames() or not surname < length <= surname + 2:
                continue
            if not self.names.han(start, anchor.start) or self.names.barred(start):
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
        if self.reading.tagger is None or (placed and anchor.title and self.text[start : start + 2] in surnames()):
            return anchor.title or placed
        left = max(self.reading.sentence(start)[0], start - 60)
        spans = self.reading.tagger.spans(self.text[left : anchor.end + 20], ("PER",))
        return (placed and anchor.title and self.names.plain(start, anchor.start)) or any(left + a == start and left + b == anchor.start for a, b in spans)

    def _titled(self, start: int, anchor: Anchor, organisation: tuple[Span, Thing] | None) -> None:
        person = self._person(start, anchor.start, 0.9)
        words_ = self.text[anchor.start : anchor.end]
        if anchor.title:
            person.attributes.setdefault("title", words_)
            before = self.by_end.get(start)
            if before is not None:
                self.posts.chain(person, start, anchor.start, before, 0.9)
            elif organisation is not None and words_ in _ADDRESS:
                self.posts.holds(person, organisation[1], words_, (organisation[0][0], anchor.end), 0.8)
                self._earlier(person, organisation[0][0], anchor.start)
            elif organisation is not None:
                self._earlier(person, organisation[0][0], anchor.start)
            return
        if organisation is not None:
            self.posts.holds(person, organisation[1], words_, (organisation[0][0], anchor.end), 0.9)
        elif not any(c.subject is person for c in self.reading.draft.claims):
            target = resolve(self.reading, "", words_, start)
            if target is not None:
                self.posts.holds(person, target, words_, (start, anchor.end), 0.75)
        person.attributes.setdefault("post", words_)

    def _earlier(self, person: Thing, start: int, name: int) -> None:
        """Posts in a chain before `X研究所张三研究员`: 联盟理事长、X研究所张三研究员."""
        if start and self.text[start - 1] in "、" and (start - 1) in self.by_end:
            self.posts.chain(person, name, name + len(person.name), self.by_end[start - 1], 0.9)

    def _introduced(self) -> None:
        for word in words(table("names_posts")["introduce"]):
            at = self.text.find(word)
            while at >= 0:
                start = at + len(word)
                if start < self.reading.body and not self.reading.overlaps(start, start + 1):
                    held = self.names.at(start, sure=False)
                    if held is None and word[-1] in "人者家":
                        held = self.names.foreign(start)
                    if held is not None and ("·" in self.text[start : held[0]] or self._confirmed(word, start, held[0])):
                        person = self._person(start, held[0], 0.85)
                        self._apposed(person, at, start, held[0])
                at = self.text.find(word, start)

    def _apposed(self, person: Thing, word: int, start: int, end: int) -> None:
        """联盟顾问、德国学者某某: the post before the word that introduces the name."""
        lead = self.text.rfind("、", max(0, word - 7), word)
        anchor = self.by_end.get(lead) if lead > 0 else None
        if anchor is not None and not self.reading.overlaps(lead, word):
            self.posts.chain(person, start, end, anchor, 0.85)

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
        verbs, _ = appointment_verbs()
        text = self.text
        for match in matches(verbs, text, 0, self.reading.body):
            post = next((a for a in self.anchors if match.end() <= a.start <= match.end() + 24), None)
            if post is None or post.title or any(c in text[match.end() : post.start] for c in "，。；：、\n"):
                continue
            end = match.start()
            while True:
                start = self.names.before(end)
                if start is None:
                    break
                self._person(start, end, 0.85)
                if text[start - 1 : start] in ("、", "和", "与"):
                    end = start - 1
                    continue
                break

    def _offered(self) -> None:
        """Names to whom an office goes: 副主任委员由张三、李四两人担任."""
        for anchor in self.anchors:
            if anchor.title or self.text[anchor.end : anchor.end + 1] != "由":
                continue
            at, spans = anchor.end + 1, list[Span]()
            while not self.reading.starting_at(at) and (held := self.names.at(at, sure=True)) is not None:
                known = max((len(t.name) for t in self.found.values() if self.text.startswith(t.name, at)), default=0)
                spans.append((at, max(held[0], at + known)))  # 由李喜和兼任, who was named before
                at = spans[-1][1]
                if self.text[at : at + 1] not in ("、", "和", "与"):
                    break
                at += 1
            if spans and TAKEN.match(self.text, at):
                for start, end in spans:
                    self._person(start, end, 0.85)

    def _listed(self) -> None:
        """Names in a list after a name: 院士张三、李四和王五."""
        for span, person in sorted(self.found.items()):
            end = span[1]
            others: list[tuple[Thing, int]] = []
            while end < self.reading.body and self.text[end] in "、和与及":
                start = end + 1
                if self.reading.overlaps(start, start + 1):
                    break
                held = self.names.at(start, sure=False)
                if held is None or not (self.reading.marks.closed(held[0]) or held[0] in self.names.anchor_starts):
                    break
                if self.reading.starting_at(start):
                    break
                if self.text[end] != "、" and self.reading.tagger is None and held[0] - start != 3:
                    break
                other = self._person(start, held[0], 0.85)
                title = person.attributes.get("title")
                if title and self.text[: span[0]].endswith(str(title)):
                    other.attributes.setdefault("title", title)
                end = held[0]
                others.append((other, end))
            self._shared(person, span, others)

    def _shared(self, person: Thing, span: Span, others: list[tuple[Thing, int]]) -> None:
        """Posts that a list of persons shares: 副秘书长王某某、李某某; 专家委员会委员张三、李四分别 …"""
        if not others:
            return
        held = [c for c in self.reading.draft.claims
                if c.subject is person and c.predicate == "holdsPost" and c.evidence[1] == span[1]]
        for claim in held:
            post = claim.post or ""
            several = post.startswith("副") or self.text.startswith(_EACH, others[-1][1])
            if several and self.text.endswith(post, 0, span[0]):
                for other, end in others:
                    if not any(c.subject is other and c.predicate == "holdsPost" for c in self.reading.draft.claims):
                        self.posts.holds(other, claim.object, post, (claim.evidence[0], end), 0.8)
                        other.attributes.setdefault("post", str(person.attributes.get("post", post)))

    def _unnoticed(self) -> None:
        """Persons that only the tagger sees, in sentences about persons: 接替到龄的蒋文彬."""
        tagger = self.reading.tagger
        if tagger is None:
            return
        for start, end in self.reading.draft.sentences:
            if start >= self.reading.body or not PERSONAL.search(self.text, start, end):
                continue
            for a, b in tagger.spans(self.text[start:end], ("PER",)):
                left, right = start + a, start + b
                name = self.text[left:right]
                if not 2 <= len(name) <= 4 or self.reading.overlaps(left, right) or self.reading.marks.in_title(left, right):
                    continue
                surname = 2 if name[:2] in surnames() else 1
                if name[:surname] in surnames() and self._free(left, right) and name[0] not in ambiguous():
                    self._person(left, right, 0.75)

    def _free(self, start: int, end: int) -> bool:
        """Whether the clause lets a name stand here: boundaries on both sides."""
        if self.text[start - 1 : start] == "“" and self.text[end : end + 1] == "”":
            return False  # the name of a thing
        return (self.reading.marks.closed(end) or end in self.names.anchor_starts) and (
            self.reading.marks.opened(start) or start in self.by_end or bool(self.reading.ending_at(start))
        )

    def _repeated(self) -> None:
        for person in dict.fromkeys(self.found.values()):
            at = self.text.find(person.name)
            while at >= 0:
                end = at + len(person.name)
                if end <= self.reading.body and not self.reading.overlaps(at, end):
                    self.reading.mention(person, at, end)
                at = self.text.find(person.name, end)
        last_names(self.reading, self.found)

    def _person(self, start: int, end: int, sure: float) -> Thing:
        person = self.reading.add("Person", start, end)
        self.found[start, end] = person
        return person
