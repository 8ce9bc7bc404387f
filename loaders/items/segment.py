"""One scoring segmenter: what each line of a bulletin is, from many weak signals at once.

Each line gets a score for each label from its own signals; each pair of neighbours a score for the step from
one label to the next, in which the strength of the paragraph break between them counts. The best sequence is
found by dynamic programming (Viterbi, 1967). Then the headings that were found teach what headings look like
in this document (numbered? bold? centred?) and the lines are read again. The weights were fitted by the
averaged structured perceptron (Collins, 2002) on bulletins set in many ways: `scripts/fit_segmenter.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add

import numpy as np
from numpy.typing import NDArray

from ..readers.document import Line
from .credit import parse_credit
from .features import Features, look, mark_contents
from .layout import Layout, breaks, ends_sentence, lay_out, loosen
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
    w = weights()
    between = _between(seen.pairs, w)
    listed = enumerated(seen.lines)
    labels = _best_path(seen.rows, between, w, listed)
    for _ in range(2):
        better = _best_path(add_styles(seen.rows, labels, seen.features), between, w, listed)
        if better == labels:
            break
        labels = better
    return Segmented(seen.lines, labels, seen.features, seen.strength, seen.layout)


def observe(lines: Sequence[Line]) -> Observed:
    """All signals of a document's lines."""
    lines = loosen(lines)
    done = [ends_sentence(line.text) for line in lines]
    layout, widths = lay_out(lines, done)
    features = [look(line) for line in lines]
    strength = breaks(lines, widths, layout, done)
    _styles(lines, features, widths, layout)
    _credits(lines, features)
    contents = mark_contents(lines, features)
    rows = observe_lines(lines, features, widths, layout, contents, done)
    return Observed(lines, features, strength, layout, rows, observe_pairs(lines, features, strength, layout, done))


def decode(rows: Matrix, pairs: Matrix, w: Weights) -> list[Label]:
    """The labels with the best score."""
    return _best_path(rows, _between(pairs, w), w)


def _between(pairs: Matrix, w: Weights) -> tuple[NDArray[np.intp], Matrix]:
    """The kind of each pair of neighbours, and for each kind the scores of all steps: shape (kinds, to, from).

    Most pairs of a document look alike, so steps are scored once for each kind of pair.
    """
    size = len(LABELS)
    pairs = np.ascontiguousarray(pairs)
    keys = pairs.view(f"V{pairs.shape[1] * pairs.itemsize}").ravel().tolist()
    numbers: dict[bytes, int] = {}
    kinds = np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.intp)
    distinct = np.frombuffer(b"".join(numbers)).reshape(-1, pairs.shape[1])
    moves = (distinct @ w.pairs).reshape(-1, size, size) + w.steps
    return kinds, np.ascontiguousarray(moves.transpose(0, 2, 1))


_NUMBERED = re.compile(r"[（(]?(\d{1,2})[）)．.、]")
# 新一届主要单位如下——
_ANNOUNCES = re.compile(r"如[下后](?:[：:]|[—－-]{1,3}|所示)?$")


def enumerated(lines: Sequence[Line]) -> list[int]:
    """Lines of a list inside a body: 新成员如下：, then 1. …, 2. … one below the other. They are no headings."""
    out: list[int] = []
    for index, line in enumerate(lines):
        if _ANNOUNCES.search(line.text):
            out.append(index)
        if not line.text.endswith(("：", "如下", ":")):
            continue
        number, at = 1, index + 1
        while at < len(lines) and (match := _NUMBERED.match(lines[at].text)) and int(match[1]) == number:
            number, at = number + 1, at + 1
        if number > 2:
            out += range(index + 1, at)
    return out


def _best_path(
    rows: Matrix, between: tuple[NDArray[np.intp], Matrix], w: Weights, listed: Sequence[int] = ()
) -> list[Label]:
    count, size = len(rows), len(LABELS)
    if not count:
        return []
    kinds, moves = between
    scores = rows @ w.lines
    if listed:
        scores[np.ix_(listed, [LABELS.index(label) for label in ("S", "T", "t")])] -= 50.0
    # The scores of the best sequences that end at each line in each label; three array operations a line, without
    # copies. Where a label came from is asked afterwards, on the best path only.
    best = np.empty((count, size))
    np.add(w.start, scores[0], best[0])
    steps, whole, held = list(moves), np.empty((size, size)), best[0]
    plus, top = np.add, np.maximum.reduce
    for kind, own, out in zip(kinds[1:].tolist(), list(scores)[1:], list(best)[1:], strict=True):
        plus(steps[kind], held, whole)
        top(whole, 1, out=out)
        held = plus(out, own, out)
    # A document ends in a body, a credit or the end matter, not in a heading.
    at = int((best[-1] - 6.0 * np.array([label in "MCSTt" for label in LABELS])).argmax())
    path = [at]
    totals, tables, numbers = best.tolist(), moves.tolist(), kinds.tolist()
    for index in range(count - 1, 0, -1):
        came = list(map(add, tables[numbers[index]][at], totals[index - 1]))
        at = came.index(max(came))
        path.append(at)
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
