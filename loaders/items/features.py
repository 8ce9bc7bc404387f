"""What can be seen of one line: weak signals, each a number or a flag."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..readers.document import Line
from ..readers.hygiene import is_han
from .credit import parse_credit
from .markers import split_marker, unwrap
from .signals import signals

_BLANK = re.compile(r"\s")
_ANY_PAIR = re.compile("[（）《》“”〈〉「」【】]")
_PAIRS = (("（", "）"), ("《", "》"), ("“", "”"), ("〈", "〉"), ("「", "」"), ("【", "】"))


@dataclass(slots=True)
class Features:
    """Signals of a line; `words` is its text without marker and frame, `start` where they begin."""

    words: str
    start: int
    end: int
    marker: str
    length: int
    stops: int
    commas: int
    last: str
    verbs: int
    section_tail: bool
    section_whole: bool
    opener: bool
    credit: bool
    bracket_line: bool
    unclosed: int
    unopened: int
    labelled: bool
    masthead: bool
    ending: float
    contents: bool
    in_contents: bool = False
    credit_part: int = 0
    centred: bool = False
    style: tuple[object, ...] = ()


# What the second list of endings asks for where there is no colon: a cheap look before a costly one.
_NO_COLON = re.compile("[欢来如转]|版权|声明|未经|仅供|内部|本[刊简期报]|完$|^[推往精延]")


def _two(pattern: re.Pattern[str], words: str) -> int:
    """How often a pattern is found, two at the most."""
    first = pattern.search(words)
    return 0 if first is None else 1 if pattern.search(words, first.end()) is None else 2


def may_be_credit(text: str) -> bool:
    """Whether it is worth asking if a line is a credit."""
    return text[0] in "（(【[［〔摘转选引载来原刊—" or text[:3].find("/") > 0 or (text[-1] in "稿。." and "供稿" in text) or "：" in text[:14] or ":" in text[:14]


def _any_of(words: Sequence[str]) -> str:
    """A pattern of many words, the longest first; grouped by first sign, so that few are tried at each place."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())


@cache
def _regexes() -> dict[str, re.Pattern[str]]:
    words = signals()
    return {
        "verbs": re.compile(_any_of(words["verbs"])),
        "tails": re.compile("(?:" + "|".join(words["section_tails"]) + ")$"),
        "wholes": re.compile("(?:" + _any_of((*words["section_tails"], *words["section_words"])) + r"|[·•、&与和及暨之—\s]|的)+"),
        "openers": re.compile("|".join(f"(?:{p})" for p in words["openers"])),
        "masthead": re.compile("|".join(f"(?:{p})" for p in words["masthead"])),
        "ending0": re.compile(words["ending"][0]),
        "ending1": re.compile(words["ending"][1]),
        "ending2": re.compile(words["ending"][2]),
        "contents": re.compile(words["contents"]),
        "labelled": re.compile(r"^[^，。：:《》“”]{2,14}[：:]"),
        "leaders": re.compile(r"([.．。·…⋯\-—_]{3,}|…|\t|\s{2,})\s*[（(]?\d{1,4}[）)]?$"),
    }


def look(line: Line) -> Features:
    """The features that the line shows by itself."""
    rx = _regexes()
    text = line.text
    plain = is_han(text[0]) and text[0] not in "第〇零一二三四五六七八九十百"
    marker, _, start = ("", "", 0) if plain or line.kind == "row" else split_marker(text)
    if line.marker and not marker:
        if line.marker[0].isdigit() and text.startswith(line.marker):
            marker, start = "digit", len(line.marker)
        else:
            marker = "bullet"
    inner_start, inner_end = (0, len(text)) if plain else unwrap(text[start:])
    framed = (inner_start, inner_end) != (0, len(text) - start)
    end = start + inner_end
    start += inner_start
    if framed and not marker:
        marker = "frame"
    words = text[start:end]
    length = len(words)
    short = length <= 70
    unclosed = unopened = 0
    for opening, closing in _PAIRS if _ANY_PAIR.search(text) else ():
        balance = text.count(opening) - text.count(closing)
        if balance > 0:
            unclosed += balance
        elif balance < 0:
            unopened -= balance
    ending = 0.0
    colon = "：" in text or ":" in text
    if length <= 120:
        if colon or "印" in text:
            ending += 3.0 * bool(rx["ending0"].search(text))
        if colon or _NO_COLON.search(text):
            ending += 2.5 * bool(rx["ending1"].search(text))
        if "@" in text or "-" in text or text.startswith("www"):
            ending += 2.0 * bool(rx["ending2"].search(text))
    return Features(
        words=words, start=start, end=end, marker=marker, length=length,
        stops=text.count("。") + text.count("；"), commas=text.count("，"), last=text[-1],
        verbs=_two(rx["verbs"], words) if short else 0,
        section_tail=length <= 24 and bool(rx["tails"].search(words)),
        section_whole=length <= 24 and rx["wholes"].fullmatch(words) is not None,
        opener=bool(rx["openers"].match(text)),
        credit=length <= 120 and may_be_credit(text) and parse_credit(text) is not None,
        bracket_line=text[0] in "（(【[［〔" and text[-1] in "）)】]］〕", unclosed=unclosed, unopened=unopened,
        labelled=("：" in text[:15] or ":" in text[:15]) and bool(rx["labelled"].match(text)),
        masthead=length <= 60 and "，" not in text and bool(rx["masthead"].search(text)),
        ending=ending, contents=length <= 14 and bool(rx["contents"].match(_BLANK.sub("", words))),
    )


def squash(text: str) -> str:
    """Letters and ideographs only: for comparing a headline with its line in the contents."""
    return re.sub(r"[\W_]+", "", text).lower()


_LEADER = re.compile(r"\s*(?:[.．。·…⋯\-—_\s]{3,}|…+|\t)?\s*[（(【\[/／]?(?:[Pp]\.?|第)?\s*\d{1,4}\s*[页版]?[）)】\]]?\s*$")


def mark_contents(lines: Sequence[Line], features: Sequence[Features]) -> tuple[int, int]:
    """Find a table of contents; mark the headlines that stand in it. Its half-open range of lines.

    An entry is a line before the body whose words stand again further down; page numbers and dot leaders aside.
    """
    head = next((i for i, f in enumerate(features) if f.contents), None)
    if head is None and not any(line.kind == "contents" for line in lines):
        return 0, 0
    start = head if head is not None else next(i for i, x in enumerate(lines) if x.kind == "contents")
    keys = [squash(f.words) for f in features]
    entries: list[str] = []
    stop = start + 1
    misses = 0
    held = ""
    for index in range(start + 1, min(len(lines), start + 400)):
        if features[index].stops and features[index].length > 60:
            break
        bare = squash(_LEADER.sub("", features[index].words)) or keys[index]
        whole = held + bare
        again = [j for j in range(index + 1, len(lines)) if keys[j] and _same(whole, keys, j)]
        if again or lines[index].kind == "contents" or _LEADER.search(features[index].words):
            entries.append(whole)
            stop, held, misses = index + 1, "", 0
        else:
            if bare in entries or any(e.startswith(bare) for e in entries if len(bare) > 3):
                break
            held, misses = whole, misses + 1
            if misses > 2:
                break
    wanted = set(entries)
    for j in range(stop, len(lines)):
        if keys[j] in wanted or any(len(keys[j]) > 3 and e.startswith(keys[j]) for e in wanted):
            features[j].in_contents = True
    return start, stop


def _same(whole: str, keys: Sequence[str], at: int) -> bool:
    if len(whole) < 2 or not whole.startswith(keys[at]):
        return False
    if whole == keys[at]:
        return True
    return len(keys[at]) > 3 and at + 1 < len(keys) and whole == keys[at] + keys[at + 1]
