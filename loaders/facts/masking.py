"""An item's text with every known thing folded into one character.

Frames are read on a `View`: each organisation, person, place, event, work and time expression is
one private-use character, brackets are left out, and every cell remembers the span of the item's
text that it stands for. What remains is short (`<O>、<O>共同主办的<E>在<L>召开`), so that plain
patterns see the clause and not the names. The method is the cascade of finite-state steps of
FASTUS (Hobbs et al., 1997).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from ...graph.model import Span
from .draft import Draft, Thing
from .needs import matches

ORG, PERSON, PLACE, EVENT = "\ue000", "\ue001", "\ue002", "\ue003"
POLICY, STANDARD, PUBLICATION = "\ue004", "\ue005", "\ue006"
ACHIEVEMENT, PROJECT, HONOUR, TIME = "\ue007", "\ue008", "\ue009", "\ue00a"

ORG_TYPES = frozenset(
    {
        "Alliance", "Enterprise", "University", "ResearchInstitute", "GovernmentAgency", "Association",
        "StandardsBody", "CoordinatingBody", "InternationalBody", "Media", "OrganizationUnit",
    }
)  # fmt: skip
SIGN = dict.fromkeys(ORG_TYPES, ORG) | {
    "Person": PERSON, "Place": PLACE, "Event": EVENT, "Policy": POLICY, "Standard": STANDARD,
    "Publication": PUBLICATION, "Achievement": ACHIEVEMENT, "Project": PROJECT, "Honour": HONOUR,
}  # fmt: skip
_MACROS = {
    "<O>": ORG, "<P>": PERSON, "<L>": PLACE, "<E>": EVENT, "<A>": ACHIEVEMENT, "<J>": PROJECT,
    "<H>": HONOUR, "<T>": TIME, "<S>": STANDARD, "<W>": "[\ue004-\ue006]", "<OP>": "[\ue000\ue001]",
    "<ANY>": "[\ue000-\ue009]", "<CJK>": "[\u4e00-\u9fff]",
}  # fmt: skip

_BRACKETS = re.compile(r"[（(](?:[^（）()\n]|[（(][^（）()\n]*[）)])*[）)]")
# 联盟 alone, as a doer: the item's own alliance.
_ALLIANCE = re.compile(
    r"(?<![\u4e00-\u9fff、])(?:该|本)?联盟(?=(?:19|20)\d\d年|计划|定于|预计|代表团|考察团|访问团|参访团|一行|[将拟还也与和在同授向组召举秘理副名专主承协会，]|联合|共同|近|先后|已)"
    r"|(?:(?<=授予)|(?<=颁给)|(?<=赠予)|(?<=评选))(?:该|本)?联盟(?=[“‘])"
    r"|(?<=、)(?:该|本|省|市|我)?联盟(?=承办|协办|主办|支持|参与|提供|牵头|组织|指导|联合|共同)"
    r"|(?<=由|与|和|同|向|经|获|被)(?:该|本|省|市|我)?联盟(?=[将主承协组秘理副的共联牵归提负研举召运管对向于，。签发印公编出颁授评设以]|与|和|、)"
)
_TIMES = re.compile(
    r"近日|日前|(?<![在一])(?:下周|本周|上周|下个月|下月)(?:[一二三四五六日末])?|近期|近来|日内|昨日|昨天|今日(?=[，举召在])|(?:当日|当天|同日|次日|翌日|隔日)(?:上午|下午|晚间|傍晚|晚上|中午)?|不久前|上月|本月|前不久|近几日|连日来|目前"
    r"|(?:(?:19|20)\d{2}年|今年|去年|明年|当年|同年)?\d{1,2}月(?:份|上旬|中旬|下旬|底|初|末|\d{1,2}[日号]?)?"
    r"(?:(?:至|到|—|－|–|-|~|～|、|和)(?:(?:19|20)\d{2}年)?(?:\d{1,2}月)?\d{1,2}[日号])?(?:上午|下午|晚上|晚|起|前后)?"
    r"|(?:19|20)\d{2}年[春夏秋冬](?:季|天|末|初)?"
    r"|(?:19|20)\d{2}年(?=[，,、]|底|初|末|以来|起|来)(?:底|初|末|以来|起|来)?"
    r"|\d{1,2}[日号](?:(?:至|到|—|－|-|~|～)\d{1,2}[日号])?(?=[，上下在，])(?:上午|下午)?"
    r"|今年(?:以来|初|底)?|去年(?:年?[初底末]|下半年|上半年)?|明年(?:上半年|下半年)?|前年|上半年|下半年|年底|年初"
)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern over masked text; `<O>`, `<P>`, `<E>` … name the folded things."""
    def inside(match: re.Match[str]) -> str:
        found = match.group()
        for macro, sign in _MACROS.items():
            found = found.replace(macro, sign.strip("[]"))
        return found

    source = re.sub(r"\[(?:\\.|[^\]\\])*\]", inside, source)
    for macro, sign in _MACROS.items():
        source = source.replace(macro, sign)
    return re.compile(source, flags)


@dataclass(slots=True)
class View:
    """Masked text; `cells[i]` is the span of the item's text behind character `i`."""

    text: str
    cells: list[Span]
    things: dict[int, Thing] = field(default_factory=dict)
    inner: dict[int, tuple[Thing, ...]] = field(default_factory=dict)

    def span(self, start: int, end: int) -> Span:
        """The span of the item's text behind the masked `[start, end)`."""
        return self.cells[start][0], self.cells[end - 1][1]

    def at(self, offset: int) -> int:
        """The first masked position whose cell begins at or after this offset of the text."""
        return bisect_left(self.cells, (offset, offset))

    def replace(self, marks: Iterable[tuple[int, int, str, Thing | None, tuple[Thing, ...]]]) -> View:
        """A view in which each masked `[start, end)` is one character (or, for "", left out).

        Of overlapping marks the earlier and longer one counts.
        """
        parts: list[str] = []
        cells: list[Span] = []
        things: dict[int, Thing] = {}
        inner: dict[int, tuple[Thing, ...]] = {}
        done = 0
        held = sorted(self.things)

        def copy(stop: int) -> None:
            shift = len(cells) - done
            for at in held[bisect_left(held, done) : bisect_left(held, stop)]:
                things[at + shift] = self.things[at]
                if at in self.inner:
                    inner[at + shift] = self.inner[at]
            parts.append(self.text[done:stop])
            cells.extend(self.cells[done:stop])

        for start, end, sign, thing, within in sorted(marks, key=lambda m: (m[0], -m[1])):
            if start < done:
                continue
            copy(start)
            if sign:
                if thing is not None:
                    things[len(cells)] = thing
                    if within:
                        inner[len(cells)] = within
                parts.append(sign)
                cells.append(self.span(start, end))
            done = end
        copy(len(self.text))
        return View("".join(parts), cells, things, inner)


def mask(draft: Draft) -> View:
    """Fold the draft's things, times and brackets; the outermost of nested spans counts."""
    text = draft.text
    marks: list[tuple[int, int, str, Thing | None]] = [
        (start, end, SIGN[thing.type], thing)
        for thing in draft.things
        if thing.type in SIGN
        for start, end in thing.mentions
    ]
    marks = [(*_quoted(text, start, end, sign), sign, thing) for start, end, sign, thing in marks]
    brackets, times, alliances = _unnamed(text)
    marks += [(start, end, "", None) for start, end in brackets]
    marks += [(start, end, TIME, None) for start, end in times]
    if draft.owner is not None:
        taken = [span for thing in draft.things for span in thing.mentions]
        for start, end in alliances:
            if not any(a <= start and end <= b for a, b in taken):
                marks.append((start, end, ORG, _meant(draft, start) or draft.owner))
    whole = View(text, [(at, at + 1) for at in range(len(text))])
    return whole.replace([(start, end, sign, thing, ()) for start, end, sign, thing in marks])


def _meant(draft: Draft, at: int) -> Thing | None:
    """Another alliance that 该联盟 means: the last one named in its sentence or the one before; None for 联盟 alone."""
    text = draft.text
    if not text.startswith("该", at):
        return None
    begin = max(text.rfind(sign, 0, at) for sign in "。\n") + 1
    begin = max(text.rfind(sign, 0, max(0, begin - 1)) for sign in "。\n") + 1
    named = [(a, n) for n, t in enumerate(draft.things) if t.type == "Alliance" for a, b in t.mentions if begin <= a and b <= at]
    return draft.things[max(named)[1]] if named else None


@lru_cache(maxsize=4)
def _unnamed(text: str) -> tuple[tuple[Span, ...], ...]:
    """Where brackets, times, and words for the item's own alliance stand; kept, for an item is masked twice."""
    return tuple(tuple(match.span() for match in matches(shape, text)) for shape in (_BRACKETS, _TIMES, _ALLIANCE))


def _quoted(text: str, start: int, end: int, sign: str) -> Span:
    """Take the marks around a title into its cell, and quotation marks around other names."""
    if start and end < len(text) and (text[start - 1], text[end]) in {("《", "》"), ("“", "”"), ("「", "」")}:
        return start - 1, end + 1
    return start, end
