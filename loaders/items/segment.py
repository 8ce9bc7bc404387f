"""One scoring segmenter: what each line of a bulletin is, from many weak signals at once.

Each line gets a score for each label from its own features; each pair of neighbours a score for
the step from one label to the next, in which the strength of the paragraph break between them counts.
The best sequence is found by dynamic programming (Viterbi, 1967). Then the headings that were found
teach what headings look like in this document (numbered? bold? centred?) and the lines are scored again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..readers.document import Line
from .features import Features, look, mark_contents
from .layout import Layout, breaks, columns, ends_sentence, loosen, measure

Label = Literal["M", "C", "S", "T", "t", "B", "b", "R", "r", "E"]
# Masthead, contents, section, title, title goes on, body paragraph, body goes on, credit, credit goes on, end.
LABELS: tuple[Label, ...] = ("M", "C", "S", "T", "t", "B", "b", "R", "r", "E")
_STEPS: dict[str, dict[str, float]] = {
    "M": {"M": 0, "C": 0, "S": 0, "T": -0.3, "B": -5},
    "C": {"C": 0, "S": 0, "T": 0, "M": -2, "B": -7},
    "S": {"T": 0, "S": -2.5, "B": -4, "C": -6},
    "T": {"t": 0, "B": 0, "T": -7, "S": -7, "R": -5, "E": -9},
    "t": {"t": -1.5, "B": 0, "T": -7, "S": -7, "R": -5, "E": -9},
    "B": {"B": 0, "b": 0, "R": 0, "T": -0.8, "S": -0.8, "E": -0.5},
    "b": {"B": 0, "b": 0, "R": 0, "T": -0.8, "S": -0.8, "E": -0.5},
    "R": {"T": 0.5, "S": 0.5, "B": -4, "R": -1, "r": 0, "E": 0.5},
    "r": {"T": 0.5, "S": 0.5, "B": -4, "R": -1, "r": -1, "E": 0.5},
    "E": {"E": 0},
}
_START: dict[str, float] = {"M": -0.2, "C": -1, "S": 0, "T": 0, "B": -6}
_GOES_ON = {"b", "r"}
_BELOW = -1e9


@dataclass(frozen=True, slots=True)
class Segmented:
    """The lines with their labels and features, and the strength of the break before each."""

    lines: Sequence[Line]
    labels: Sequence[Label]
    features: Sequence[Features]
    breaks: Sequence[float]
    layout: Layout


def segment(lines: Sequence[Line]) -> Segmented:
    """Label the lines of a document (noise already gone)."""
    lines = loosen(lines)
    widths = [columns(line.text) for line in lines]
    layout = measure(lines, widths)
    features = [look(line) for line in lines]
    strength = breaks(lines, widths, layout)
    _styles(lines, features, widths, layout)
    contents = mark_contents(lines, features)
    scores = _scores(lines, features, layout, contents)
    labels = _viterbi(lines, features, scores, strength, layout)
    for _ in range(2):
        again = _learn(labels, features, scores, strength)
        better = _viterbi(lines, features, again, strength, layout)
        if better == labels:
            break
        labels = better
    return Segmented(lines, labels, features, strength, layout)


def _styles(lines: Sequence[Line], features: Sequence[Features], widths: Sequence[int], layout: Layout) -> None:
    for line, feature, width in zip(lines, features, widths, strict=True):
        wrap = layout.wrap
        if line.align == "center":
            feature.centred = True
        elif wrap and line.indent > layout.indent + 4:
            right = wrap - (line.indent - layout.indent) - width
            feature.centred = abs(right - (line.indent - layout.indent)) <= 6
        size = round(line.size) if line.size else 0
        deep = min(line.indent - layout.indent, 8) // 3 if wrap and not feature.centred else 0
        feature.style = (feature.marker, line.level, line.bold, size, feature.centred, deep)


def _scores(
    lines: Sequence[Line], features: Sequence[Features], layout: Layout, contents: tuple[int, int]
) -> list[dict[str, float]]:
    sizes = Counter(round(line.size, 1) for line in lines if line.size for _ in range(len(line.text) // 10 + 1))
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    bold = sum(line.bold for line in lines) > 0.5 * len(lines)
    out = []
    for index, (line, feature) in enumerate(zip(lines, features, strict=True)):
        inside = contents[0] <= index < contents[1]
        out.append(_score(line, feature, layout, usual, bold, inside, index))
    return out


def _score(
    line: Line, f: Features, layout: Layout, usual: float, all_bold: bool, in_contents: bool, index: int
) -> dict[str, float]:
    row = line.kind == "row"
    n = f.length
    heading = 3.0 * (line.level > 0) + 1.5 * (line.bold and not all_bold) + 0.8 * f.centred
    if line.size and usual:
        heading += 2.0 if line.size > usual + 0.9 else -1.0 if line.size < usual - 0.9 else 0.0
    closed = ends_sentence(line.text)

    title = 0.0
    title += -4 if n < 4 else -1.5 if n < 7 else 0.5 if n <= 45 else -1.0 if n <= 60 else -4.0 if n <= 90 else -9.0
    title += {"。": -5.0, "；": -4.0, "，": -3.5, "、": -1.0, "：": -3.0}.get(f.last, 0.0)
    title -= 4.0 * (f.stops - (f.last in "。；")) + 0.7 * f.commas
    title += 1.5 * (f.verbs > 0) + 4.0 * f.in_contents - 2.5 * f.opener - 1.5 * f.unopened
    title -= 6.0 * f.credit + 2.0 * f.bracket_line + 2.5 * f.labelled + 1.0 * f.ending + 1.5 * f.masthead * (index < 12)
    title += heading - 8.0 * row

    more = -0.5 + heading
    more += -2.0 if n < 2 else 0.5 if n <= 40 else -2.0 if n <= 60 else -7.0
    more += {"。": -5.0, "；": -4.0, "，": -3.5, "、": -1.0, "：": -3.0}.get(f.last, 0.0)
    more -= 4.0 * (f.stops - (f.last in "。；")) + 0.7 * f.commas
    more -= 6.0 * f.credit + 2.5 * f.opener + 1.0 * f.labelled + 8.0 * row + 2.0 * bool(f.marker)
    more += 3.0 * line.text.startswith(("—", "——")) + 1.0 * (f.unopened > 0)

    section = -1.0 + heading
    section += -2 if n < 2 else 0.8 if n <= 12 else -0.5 if n <= 20 else -4.0 if n <= 28 else -9.0
    section += 3.0 * f.section_tail + 2.5 * f.in_contents
    section -= 1.5 * min(f.verbs, 2) * (not f.section_tail) + 2.0 * (f.stops + f.commas) + 1.5 * (f.last in "。；，：")
    section -= 2.0 * ("《" in f.words or "“" in f.words) + 6.0 * f.credit + 1.0 * f.labelled + f.ending
    section -= 2.0 * any(c.isdigit() for c in f.words) + 8.0 * row + 2.5 * f.masthead * (index < 12)
    section += {"frame": 1.5, "part": 2.0, "han": 1.5, "bullet": 0.8}.get(f.marker, 0.0)

    body = 0.0
    body += 1.5 * (f.stops > 0) + 0.5 * (f.commas > 0) + 1.5 * f.opener - heading - 3.0 * f.in_contents
    body += (1.0 if n > 45 else 0.0) + 1.0 * f.labelled
    if not (f.stops or f.commas or f.opener) and n < 24 and not row and not f.labelled:
        body -= 1.5
    if layout.indented and line.flow:
        body += 1.0 if line.indent - layout.indent in (1, 2, 3, 4, 5) else -1.5
    body -= 4.0 * f.credit
    goes_on = -1.0 * (line.level > 0) * 3 - 3.0 * f.credit

    credit = 6.0 if f.credit else -9.0
    if not f.credit and f.bracket_line and n <= 40 and not f.stops:
        credit = -1.0 + (1.5 if line.align == "right" or line.indent > layout.indent + 12 else 0.0)
    if not f.credit and line.text[0] in "（(" and f.unclosed and any(w in line.text for w in ("来源", "供稿")):
        credit = 4.0
    rest = 2.0 if f.unopened and line.text[-1] in "）)】" else -6.0

    mast = 1.2 + 2.5 * f.masthead - 0.8 * f.stops - 0.3 * max(0, n - 30) - 6.0 * f.credit - 0.25 * index
    mast += 0.8 * (heading > 1) - 2.0 * f.opener * (n > 20) - 1.0 * f.in_contents - 2.0 * (f.verbs > 0)
    end = -4.0 + 2.0 * f.ending - 3.0 * f.opener - 1.0 * f.stops - 6.0 * f.credit - 2.0 * (line.level > 0) - 1.0 * (n > 60)
    table = -12.0
    if in_contents or line.kind == "contents":
        table = 12.0
    return {
        "M": mast, "C": table, "S": section, "T": title, "t": more, "B": body, "b": goes_on, "R": credit,
        "r": rest, "E": end,
    }


def _viterbi(
    lines: Sequence[Line], features: Sequence[Features], scores: Sequence[dict[str, float]],
    strength: Sequence[float], layout: Layout,
) -> list[Label]:
    if not lines:
        return []
    best = {label: _START.get(label, _BELOW) + scores[0][label] for label in LABELS}
    back: list[dict[str, Label]] = []
    for index in range(1, len(lines)):
        k = strength[index]
        wide = _wide_gap(lines, index, layout)
        joined = _title_goes_on(lines[index - 1], lines[index], features[index - 1], features[index], k)
        unfinished = 0.0 if ends_sentence(lines[index - 1].text) or features[index - 1].credit else -2.5
        now: dict[str, float] = dict.fromkeys(LABELS, _BELOW)
        links: dict[str, Label] = {}
        for label, held in best.items():
            if held <= _BELOW / 2:
                continue
            for step, cost in _STEPS[label].items():
                score = held + cost + scores[index][step]
                if step in _GOES_ON:
                    score -= k
                elif step == "t":
                    score += max(0.0, k) + joined
                else:
                    score += k + (unfinished if label in "Bb" else 0.0)
                    if step in "TS":
                        score += wide
                if score > now[step]:
                    now[step], links[step] = score, label
        best = now
        back.append(links)
    last = max(LABELS, key=lambda name: best[name] + (-6 if name in "STMC" else 0))
    path: list[Label] = [last]
    for links in reversed(back):
        path.append(links[path[-1]])
    return path[::-1]


def _wide_gap(lines: Sequence[Line], index: int, layout: Layout) -> float:
    """White space above a line, beyond that inside paragraphs, speaks for a heading."""
    line = lines[index]
    if not line.flow:
        return 0.0
    return 0.7 * min(2, max(0, line.gap - layout.gap))


def _title_goes_on(before: Line, line: Line, f: Features, g: Features, k: float) -> float:
    """How much speaks for a headline running on from `before` to `line`."""
    score = -1.0
    if f.unclosed and g.unopened:
        score += 5.0
    elif f.unclosed:
        score += 1.0
    text = before.text
    if text[-1] in "、，—" or text.endswith(("暨", "与", "和", "及", "的", "之", "在", "为", "等", "以及")):
        score += 3.0
    if line.text.startswith(("—", "暨", "及", "与", "和", "的")):
        score += 2.5
    same = f.style[1:] == g.style[1:]
    score += 1.0 if same else -2.5
    if before.block == line.block and not line.flow:
        score += 3.0
    if line.flow and line.gap > before.gap and line.gap > 1:
        score -= 1.5
    if k < -1:
        score += 1.5
    return score


def _learn(
    labels: Sequence[Label], features: Sequence[Features], scores: Sequence[dict[str, float]],
    strength: Sequence[float],
) -> list[dict[str, float]]:
    """Scores with what this document's own headings look like."""
    seen: dict[tuple[object, ...], Counter[str]] = defaultdict(Counter)
    for label, feature in zip(labels, features, strict=True):
        if label in "STBRE":
            seen[feature.style][label] += 1
    total = Counter(label for label in labels if label in "STB")
    out = []
    for feature, score in zip(features, scores, strict=True):
        counts = seen[feature.style]
        whole = sum(counts[x] for x in "STB")
        if whole < 2:
            out.append(score)
            continue
        new = dict(score)
        for label in "ST":
            if total[label] >= 2:
                share = counts[label] / whole
                cover = counts[label] / total[label]
                new[label] += 2.5 * (share - 0.4) if cover > 0.3 else -1.5 if cover < 0.1 else 0.0
        out.append(new)
    return out
