"""Golden items with the order of words changed where Chinese allows it; the facts stay.

Dates move from before the subject to behind it and back; the names of a list are told in the opposite order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldens import Golden, goldens

DATE = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:(?:至|—|-)(?:\d{1,2}月)?\d{1,2}日)?|近日|日前|[1-9]\d?月[上中下]旬|[上中下]旬"
VERB = "在|召开|举办|举行|组织|印发|发布|公布|与|会同|主办|批准|授予|获"
ACTS = ("Enterprise", "University", "ResearchInstitute", "Association", "Alliance", "GovernmentAgency", "CoordinatingBody")


@dataclass(frozen=True, slots=True)
class Reordered:
    """One variant; `kind` is what was done, `around` the words as they stand now."""

    original: Golden
    variant: Golden
    kind: str
    around: str


def reordered(held: bool = True) -> Iterator[Reordered]:
    """All variants of all golden items."""
    for golden in goldens(held):
        forms = {
            f for e in golden.gold["entities"] if e["type"] in ACTS for f in (e["name"], *e["aliases"]) if len(f) > 2
        }
        if not forms:
            continue
        name = "(?:" + "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True)) + ")"
        start = len(golden.item.title)
        for kind, pattern, order in (
            ("date behind the subject", rf"(?<=[。\n])({DATE})，({name})(?={VERB})", (2, 1)),
            ("date before the subject", rf"(?<=[。\n])({name})({DATE})(?={VERB})", (2, 1)),
        ):
            for match in re.finditer(pattern, golden.item.text):
                comma = "，" if kind == "date before the subject" else ""
                yield _changed(golden, kind, match, match[order[0]] + comma + match[order[1]])
        for match in re.finditer(rf"(?<![、和与及同的位]){name}(?:[、和与]{name})+(?![、和与及（的理院大分副牵成会工]|以及)", golden.item.text):
            if match.start() > start:
                parts = re.split(rf"({name})", match[0])
                names, marks = parts[1::2], parts[2:-1:2]
                if set(marks) <= {"、", "和", "与"}:
                    told = names[-1] + "".join(m + n for m, n in zip(marks, names[-2::-1], strict=True))
                    yield _changed(golden, "list turned round", match, told)


def _changed(golden: Golden, kind: str, match: re.Match[str], new: str) -> Reordered:
    variant = golden.rewritten(*match.span(), new)
    around = variant.item.text[max(0, match.start() - 15) : match.start() + len(new) + 40].replace("\n", "⏎")
    return Reordered(golden, variant, kind, around)
