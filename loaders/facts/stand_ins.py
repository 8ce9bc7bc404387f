"""前者 and 后者: the first and the second of the pair that the text named last.

On the masked text each of these words becomes the cell of the thing that it stands for, so that every
frame reads 前者由甲起草 as it reads the name itself. The cell keeps the span of the word: evidence
stays where it is said.
"""

from __future__ import annotations

import itertools
import re

from .masking import (
    ACHIEVEMENT,
    EVENT,
    HONOUR,
    ORG,
    POLICY,
    PROJECT,
    PUBLICATION,
    STANDARD,
    View,
)

_WORD = re.compile(
    r"(?P<first>前者|前一(?:项|个|部|本|份)(?:标准|办法|报告|成果|项目|奖项)?)"
    r"|(?P<second>后者|后一(?:项|个|部|本|份)(?:标准|办法|报告|成果|项目|奖项)?)"
)
_WORKS = (STANDARD, PUBLICATION, POLICY, ACHIEVEMENT, PROJECT, HONOUR, EVENT, ORG)
_LINK = re.compile(r"[^。；\n\ue000-\ue009]{0,14}?(?:、|和|与|及|以及|，)[^。；\n\ue000-\ue009]{0,14}?")


def read_stand_ins(view: View) -> View:
    """The view with 前者 and 后者 folded into the cells of what they stand for."""
    pair: tuple[int, int] | None = None
    marks = []
    for match in _WORD.finditer(view.text):
        if match.group("first") or pair is None:
            pair = _pair(view, match.start())
        if pair is not None:
            at = pair[0] if match.group("first") else pair[1]
            marks.append((match.start(), match.end(), view.text[at], view.things[at], ()))
    return view.replace(marks) if marks else view


def _pair(view: View, before: int) -> tuple[int, int] | None:
    """The last two things of one kind that the paragraph joined before a place."""
    begin = view.text.rfind("\n", 0, before) + 1
    for sign in _WORKS:
        cells = [at for at in range(begin, before) if view.text[at] == sign and at in view.things]
        for one, two in reversed(list(itertools.pairwise(cells))):
            if view.things[one] is not view.things[two] and _LINK.fullmatch(view.text[one + 1 : two]):
                return one, two
    return None
