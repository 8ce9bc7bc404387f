"""Signals as numbers: one row a line, one row a pair of neighbours, for the segmenter's weights."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..readers.document import Line
from .features import Features
from .layout import Layout

Matrix = NDArray[np.float64]

LINE: tuple[str, ...] = (
    "bias", "len1", "len3", "len6", "len12", "len20", "len28", "len45", "len60", "len90", "longer",
    "end_stop", "end_semicolon", "end_comma", "end_dun", "end_colon", "stops", "commas", "verb", "verbs", "section_tail",
    "opener", "unopened", "unclosed", "credit", "credit_head", "credit_tail", "bracket_line", "labelled", "ending",
    "masthead_early", "masthead_late", "early", "depth", "headline_of_contents", "inside_contents", "heading", "bold", "centred", "bigger",
    "smaller", "row", "bullet", "frame", "part", "han", "han_bracket", "digit", "other_marker", "title_marks", "digits",
    "indented", "not_indented", "right", "dash", "full", "style_section", "style_title", "style_body",
    "section_whole",
)
PAIR: tuple[str, ...] = (
    "bias", "parts", "runs_on", "unfinished", "wide", "same_style", "bracket_open", "bracket_spans", "join_word", "join_start",
    "soft_break", "runs_over", "head_short", "both_short", "turn", "to_opener", "from_heading", "to_heading",
)
_LINE = {name: at for at, name in enumerate(LINE)}
_LENGTHS = ((2, "len1"), (4, "len3"), (7, "len6"), (13, "len12"), (21, "len20"), (29, "len28"), (46, "len45"), (61, "len60"), (91, "len90"))
_BY_LENGTH = [_LINE[next(name for limit, name in _LENGTHS if n < limit)] for n in range(91)]
_DIGIT = re.compile(r"\d")
_ENDS = {"。": "end_stop", "！": "end_stop", "？": "end_stop", "；": "end_semicolon", "，": "end_comma", "、": "end_dun", "：": "end_colon"}
_MARKERS = {
    "bullet": "bullet", "frame": "frame", "part": "part", "han": "han", "han_bracket": "han_bracket", "digit": "digit",
}
_JOIN_ENDS = ("暨", "与", "和", "及", "的", "之", "在", "为", "等", "以及", "、", "，", "—")
_JOIN_STARTS = ("—", "暨", "及", "与", "和", "的", "、")


def observe_lines(
    lines: Sequence[Line], features: Sequence[Features], widths: Sequence[int], layout: Layout, contents: tuple[int, int],
    done: Sequence[bool],
) -> Matrix:
    """The signals of each line: shape (lines, len(LINE)); the style columns stay 0 in the first reading.

    `done`: where a sentence ends at the line's end.
    """
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.size:
            sizes[round(line.size, 1)] += len(line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    plain = sum(line.bold for line in lines) <= 0.5 * len(lines)
    full = layout.wrap - 4.5 if layout.wrap else 1e9
    at, width = _LINE, len(LINE)
    telling = layout.indented and _headings_stand_out(lines, features, layout, done)
    # The places of all ones first, then whole columns: setting single cells of a matrix costs several times as much.
    ones: list[int] = []
    one = ones.append
    for index, (line, f) in enumerate(zip(lines, features, strict=True)):
        base = index * width
        n = f.length
        one(base + (_BY_LENGTH[n] if n < 91 else at["longer"]))
        end = _ENDS.get(f.last)
        if end:
            one(base + at[end])
        if f.verbs:
            one(base + at["verb"])
        if f.section_tail:
            one(base + at["section_tail"])
        if f.section_whole:
            one(base + at["section_whole"])
        if f.opener:
            one(base + at["opener"])
        if f.unopened:
            one(base + at["unopened"])
        if f.unclosed:
            one(base + at["unclosed"])
        if f.credit:
            one(base + at["credit"])
        elif f.bracket_line:
            one(base + at["bracket_line"])
        if f.credit_part:
            one(base + at["credit_head" if f.credit_part == 1 else "credit_tail"])
        if f.labelled:
            one(base + at["labelled"])
        if f.masthead:
            one(base + at["masthead_early" if index < 12 else "masthead_late"])
        if f.in_contents:
            one(base + at["headline_of_contents"])
        if contents[0] <= index < contents[1] or line.kind == "contents":
            one(base + at["inside_contents"])
        if line.level > 0:
            one(base + at["heading"])
        if line.bold and plain:
            one(base + at["bold"])
        if f.centred:
            one(base + at["centred"])
        if line.size and usual:
            if line.size > usual + 0.9:
                one(base + at["bigger"])
            elif line.size < usual - 0.9:
                one(base + at["smaller"])
        if line.kind == "row":
            one(base + at["row"])
        if f.marker:
            one(base + at[_MARKERS.get(f.marker, "other_marker")])
        if "《" in f.words or "“" in f.words:
            one(base + at["title_marks"])
        if _DIGIT.search(f.words) is not None:
            one(base + at["digits"])
        if telling and line.flow:
            one(base + at["indented" if 1 <= line.indent - layout.indent <= 5 else "not_indented"])
        if line.align == "right" or line.indent > layout.indent + 12:
            one(base + at["right"])
        if line.text[0] == "—":
            one(base + at["dash"])
        if widths[index] >= full:
            one(base + at["full"])
    rows = np.zeros((len(lines), width))
    rows.reshape(-1)[ones] = 1.0
    rows[:, 0] = 1.0
    rows[:8, at["early"]] = 1.0
    rows[:, at["depth"]] = np.minimum(np.arange(len(lines)), 30) / 10
    rows[:, at["stops"]] = [min(3, f.stops - (f.last in "。；")) for f in features]
    rows[:, at["commas"]] = [min(3, f.commas) for f in features]
    rows[:, at["verbs"]] = [min(2, f.verbs) for f in features]
    rows[:, at["ending"]] = [min(4.0, f.ending) for f in features]
    return rows


def _headings_stand_out(lines: Sequence[Line], features: Sequence[Features], layout: Layout, done: Sequence[bool]) -> bool:
    """Whether indents tell paragraphs from headings: some short lines that end no sentence have none."""
    short = [
        line.indent - layout.indent for line, f, ended in zip(lines, features, done, strict=True)
        if line.flow and not ended and 4 <= f.length <= 30 and not f.commas and not f.credit
    ]
    return 5 * sum(not 1 <= indent <= 5 for indent in short) >= len(short)


def observe_pairs(
    lines: Sequence[Line], features: Sequence[Features], strength: Sequence[float], layout: Layout, done: Sequence[bool]
) -> Matrix:
    """The signals between each line and the one before it: shape (lines, len(PAIR)); row 0 is empty."""
    out = array("d", bytes(8 * len(PAIR)))
    # A soft break parts the lines of a headline; a block of many is a page whose paragraphs are soft breaks.
    sizes = Counter(line.block for line in lines)
    usual = max(layout.gap, layout.between)
    looks = [f.style[1:] for f in features]  # the marker aside
    ended = [end or f.credit or f.credit_part == 2 for end, f in zip(done, features, strict=True)]
    heading = [f.length <= 40 and f.commas == 0 and not end for f, end in zip(features, ended, strict=True)]
    for index in range(1, len(lines)):
        before, line, f, g = lines[index - 1], lines[index], features[index - 1], features[index]
        k = strength[index]
        wide = min(2, max(0, line.gap - usual))
        out.extend((
            1, max(0.0, k), max(0.0, -k), not ended[index - 1], wide,
            looks[index - 1] == looks[index], f.unclosed > 0, f.unclosed > 0 and g.unopened > 0, before.text.endswith(_JOIN_ENDS),
            line.text.startswith(_JOIN_STARTS), before.block == line.block and not line.flow and sizes[line.block] <= 3,
            line.flow and line.gap > before.gap and line.gap > 1,
            f.length <= 12 and g.length > f.length, f.length + g.length <= 18, line.turn, g.opener, heading[index - 1], heading[index],
        ))
    return np.frombuffer(out).reshape(-1, len(PAIR))[: len(lines)]


def add_styles(rows: Matrix, labels: Sequence[str], features: Sequence[Features]) -> Matrix:
    """The rows, with how far lines of each line's style were headings in the reading `labels`."""
    seen: dict[tuple[object, ...], Counter[str]] = {}
    total: Counter[str] = Counter()
    for label, feature in zip(labels, features, strict=True):
        if label in "STB":
            seen.setdefault(feature.style, Counter())[label] += 1
            total[label] += 1
    out = rows.copy()
    section, title, body = _LINE["style_section"], _LINE["style_title"], _LINE["style_body"]
    known: dict[tuple[object, ...], list[tuple[int, float]]] = {}
    for style, counts in seen.items():
        whole = counts["S"] + counts["T"] + counts["B"]
        if whole < 2:
            continue
        shares = known[style] = []
        for column, label in ((section, "S"), (title, "T"), (body, "B")):
            if total[label] >= 2:
                share, cover = counts[label] / whole, counts[label] / total[label]
                shares.append((column, share - 0.4 if cover > 0.3 else -0.6 if cover < 0.1 else 0.0))
    for index, feature in enumerate(features):
        for column, value in known.get(feature.style, ()):
            out[index, column] = value
    return out
