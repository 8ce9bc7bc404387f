"""One scoring segmenter: what each line of a bulletin is, from many weak signals at once.

Each line gets a score for each label from its own signals; each pair of neighbours a score for the step from
one label to the next, in which the strength of the paragraph break between them counts. The best sequence is
found by dynamic programming (Viterbi, 1967). Then the headings that were found teach what headings look like
in this document (numbered? bold? centred?) and the lines are read again. The weights were fitted by the
averaged structured perceptron (Collins, 2002) on bulletins set in many ways: `scripts/fit_segmenter.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..readers.document import Line
from .credit import parse_credit
from .features import Features, look, mark_contents
from .layout import Layout, breaks, loosen, measure, printed_width
from .observe import Matrix, add_styles, observe_lines, observe_pairs
from .weights import LABELS, Label, Weights, weights

_CLOSING = {"（": "）", "(": ")", "【": "】", "[": "]", "〔": "〕"}


@dataclass(frozen=True, slots=True)
class Observed:
    """A document's lines with all signals, before any label."""

    lines: Sequence[Line]
    features: Sequence[Features]
    strength: Sequence[float]
    layout: Layout
    rows: Matrix
    pairs: Matrix


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
    seen = observe(lines)
    labels = decode(seen.rows, seen.pairs, weights())
    for _ in range(2):
        better = decode(add_styles(seen.rows, labels, seen.features), seen.pairs, weights())
        if better == labels:
            break
        labels = better
    return Segmented(seen.lines, labels, seen.features, seen.strength, seen.layout)


def observe(lines: Sequence[Line]) -> Observed:
    """All signals of a document's lines."""
    lines = loosen(lines)
    widths = [printed_width(line) for line in lines]
    layout = measure(lines, widths)
    features = [look(line) for line in lines]
    strength = breaks(lines, widths, layout)
    _styles(lines, features, widths, layout)
    _credits(lines, features)
    contents = mark_contents(lines, features)
    rows = observe_lines(lines, features, widths, layout, contents)
    return Observed(lines, features, strength, layout, rows, observe_pairs(lines, features, strength, layout))


def decode(rows: Matrix, pairs: Matrix, w: Weights) -> list[Label]:
    """The labels with the best score."""
    count, size = len(rows), len(LABELS)
    if not count:
        return []
    scores = rows @ w.lines
    back = np.zeros((count, size), dtype=np.int64)
    best = w.start + scores[0]
    chunk = 2000
    columns_ = np.arange(size)
    for begin in range(1, count, chunk):
        between = (pairs[begin : begin + chunk] @ w.pairs).reshape(-1, size, size) + w.steps
        for offset in range(len(between)):
            index = begin + offset
            whole = between[offset] + best[:, None]
            came = whole.argmax(axis=0)
            back[index] = came
            best = whole[came, columns_] + scores[index]
    # A document ends in a body, a credit or the end matter, not in a heading.
    last = int((best - 6.0 * np.array([label in "MCSTt" for label in LABELS])).argmax())
    path = [last]
    for index in range(count - 1, 0, -1):
        path.append(int(back[index, path[-1]]))
    return [LABELS[at] for at in reversed(path)]


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


def _credits(lines: Sequence[Line], features: Sequence[Features]) -> None:
    """Mark credits in brackets that run over a line's end."""
    for index, (line, feature) in enumerate(zip(lines, features, strict=True)):
        close = _CLOSING.get(line.text[0])
        if close is None or feature.credit or not feature.unclosed or feature.length > 60:
            continue
        words = line.text
        for after in range(index + 1, min(index + 3, len(lines))):
            words += lines[after].text
            if close in lines[after].text:
                if lines[after].text.rstrip("。.").endswith(close) and parse_credit(words) is not None:
                    feature.credit_part = 1
                    for inside in range(index + 1, after + 1):
                        features[inside].credit_part = 2
                break
