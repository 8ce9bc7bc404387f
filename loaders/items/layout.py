"""How a document was typeset: where its lines wrap, what a blank line means, how paragraphs begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..readers.document import Line

TERMINAL = "。！？；…"
_CLOSERS = "”’）》」』】〉)]\"'"
_TERMINALS = frozenset(TERMINAL)
_CLOSING_SIGNS = frozenset(_CLOSERS)
_CANNOT_START = "，。、；：！？）》〉”’」』】·…%％"
_OPENING_SIGNS = "（《〈“‘「『【〔"
_OPEN_END = "，、（《〈“‘「『【—"
_FULL = 4.5  # columns that a full line may fall short: a punctuation mark or a short word moved on


@dataclass(frozen=True, slots=True)
class Layout:
    """`wrap`: columns at which flow lines wrap (None: a line is a paragraph); `gap`: blank lines inside a
    paragraph; `between`: blank lines between paragraphs; `indent`: columns before a line that goes on; `indented`:
    paragraphs begin with white space; `tails`: white space at a line's end marks the end of a paragraph."""

    wrap: float | None
    gap: int
    indent: int
    indented: bool
    tails: bool
    between: int = 0


def loosen(lines: Sequence[Line]) -> list[Line]:
    """The lines, taken as flow lines where a file kept each printed line as a paragraph of its own."""
    plain = [line for line in lines if line.kind == "text" and line.level == 0]
    if any(line.flow for line in plain):
        return list(lines)
    ends = [line.indent + printed_width(line) for line in plain]
    wrap = _wrap(ends, [ends_sentence(line.text) for line in plain])
    if wrap is None:
        return list(lines)
    full = [line.text for line, end in zip(plain, ends, strict=True) if end >= wrap - _FULL]
    if len(full) < 8 or 2 * sum(ends_sentence(text) for text in full) > len(full):
        return list(lines)
    return [replace(line, flow=True) if line.kind == "text" and line.level == 0 else line for line in lines]


def columns(text: str) -> int:
    """Display width: 2 for a Chinese character or sign, 1 for a Latin one."""
    return (len(text.encode("utf-8", "replace")) + len(text)) // 2


def printed_width(line: Line) -> int:
    """The columns that the line takes in the file, before half-width signs are folded."""
    if line.fill is not None and line.measure:
        return max(1, round(line.fill * line.measure) - line.indent)
    return columns(line.raw.strip() or line.text)


def lay_out(lines: Sequence[Line], done: Sequence[bool]) -> tuple[Layout, list[int]]:
    """The layout, and the columns that each line takes; `done`: where a sentence ends at the line's end.

    Most files wrap by width; some by the number of characters, whatever their width.
    """
    widths = [printed_width(line) for line in lines]
    layout = measure(lines, widths, done)
    if layout.wrap is None and any(line.flow for line in lines):
        counts = [2 * len(line.raw.strip() or line.text) for line in lines]
        counted = measure(lines, counts, done)
        if counted.wrap is not None:
            return counted, counts
    return layout, widths


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing brackets and quotes aside."""
    last = text[-1:]
    return last in _TERMINALS or (last in _CLOSING_SIGNS and text.rstrip(_CLOSERS)[-1:] in _TERMINALS)


def measure(lines: Sequence[Line], widths: Sequence[int], done: Sequence[bool]) -> Layout:
    """Read the layout off the lines themselves."""
    flow = [i for i, line in enumerate(lines) if line.flow and line.kind == "text"]
    ends = [line.indent + width for line, width in zip(lines, widths, strict=True)]
    wrap = _measure(lines, flow) or _wrap([ends[i] for i in flow], [done[i] for i in flow])
    if wrap is None:
        gaps = Counter(lines[i].gap for i in flow)
        after = Counter(b.gap for ended, b in zip(done, lines[1:], strict=False) if ended and not b.turn and len(b.text) > 40)
        return Layout(None, min(gaps, default=0), 0, False, False, after.most_common(1)[0][0] if after else 0)
    inside = [
        i for i in flow[1:]
        if ends[i - 1] >= wrap - _FULL and lines[i - 1].flow
        and (not done[i - 1] or lines[i].text[0] in _CANNOT_START)
    ]
    gaps = Counter(lines[i].gap for i in inside)
    indents = Counter(lines[i].indent for i in inside)
    gap = gaps.most_common(1)[0][0] if gaps else 0
    indent = indents.most_common(1)[0][0] if indents else 0
    after_end = [
        i for i in flow[1:]
        if done[i - 1] and ends[i - 1] < wrap - 2 * _FULL and ends[i] > wrap - 2 * _FULL
    ]
    after = Counter(lines[i].gap for i in after_end if not lines[i].turn)
    between = after.most_common(1)[0][0] if after else 0
    deeper = sum(lines[i].indent > indent + 1 for i in after_end)
    goes_on = sum(lines[i - 1].tail for i in inside)
    all_tails = sum(lines[i].tail for i in flow)
    return Layout(
        wrap - indent, gap, indent, bool(after_end) and deeper * 2 > len(after_end),
        bool(inside) and goes_on * 8 < len(inside) and all_tails > goes_on + 3,
        between,
    )


def _measure(lines: Sequence[Line], flow: Sequence[int]) -> float | None:
    """The usual width of the text's columns, where the file has a geometry."""
    known = Counter(lines[i].measure for i in flow if lines[i].fill is not None and lines[i].measure)
    return float(known.most_common(1)[0][0]) if 2 * known.total() > len(flow) else None


def _wrap(ends: Sequence[int], ended: Sequence[bool]) -> float | None:
    """The margin that many lines reach and hardly any passes, or None.

    `ends` are the columns that lines end at, `ended` says whether a sentence ends there too.
    """
    long = [(end, done) for end, done in zip(ends, ended, strict=True) if end >= 24]
    if len(long) < 3:
        return None
    counts = Counter(end for end, _ in long)
    broken = Counter(end for end, done in long if not done)
    beyond = 0
    for top in sorted(counts, reverse=True):
        if beyond > 0.12 * len(long):
            return None
        window = range(top - 4, top + 1)
        hits, cut = sum(counts[w] for w in window), sum(broken[w] for w in window)
        # A wrapped text has most of its long lines at the margin, in any case there most lines break off inside a
        # sentence; paragraphs of all lengths do neither.
        if hits >= 0.4 * len(long) or (cut >= max(3, 0.08 * len(long)) and cut >= 0.55 * hits):
            best = max(counts, key=lambda w: (top - 4 <= w <= top, sum(counts[v] for v in range(w - 4, w + 1)), w))
            return float(max(range(best - 4, best + 1), key=lambda w: (counts[w], w)))
        beyond += counts[top]
    return None


def breaks(lines: Sequence[Line], widths: Sequence[int], layout: Layout, done: Sequence[bool]) -> list[float]:
    """For each line, how strongly a paragraph ends just before it (log odds; below 0: it goes on)."""
    out = [6.0]
    for index in range(1, len(lines)):
        out.append(_break(lines[index - 1], lines[index], widths[index - 1], layout, done[index - 1]))
    return out


def _break(before: Line, line: Line, width: int, layout: Layout, ended: bool) -> float:
    if line.kind == "row" or before.kind == "row":
        return 6.0
    if not (before.flow and line.flow):
        return 6.0 if before.block != line.block else 4.0
    if layout.wrap is None:
        return 5.0 if line.text[0] not in _CANNOT_START else -2.0
    text = before.text
    if line.text[0] in _CANNOT_START:
        return -6.0
    score = 0.0
    short = _shortness(before, line, width, layout)
    if short > 0:
        score += 1.5 + min(short, 8) * 0.5
    else:
        score -= 2.5
    if ended:
        score += 1.5
    elif text[-1] in _OPEN_END:
        score -= 2.5
    else:
        score -= 0.5
    if before.page == line.page and not line.turn:
        if line.gap > layout.gap:
            score += 3.5 + min(line.gap - layout.gap, 2)
        elif line.gap < layout.gap:
            score += 1.0
    deeper = line.indent - layout.indent
    if deeper >= 2:
        score += 3.0
    elif layout.indented and deeper < 2:
        score -= 2.5
    if text[:4] == line.text[:4] and len(text) > 8 and not ended:
        score += 4.0  # the body says again who the headline is about
    if layout.tails:
        score += 1.5 if before.tail else -2.0
    if line.size and before.size and abs(line.size - before.size) > 0.8:
        score += 3.0
    return max(-6.0, min(6.0, score))


def _shortness(before: Line, line: Line, width: int, layout: Layout) -> float:
    """Columns that stayed empty although the next word would have fitted."""
    wrap = layout.wrap or 0.0
    free = wrap - width - max(0, before.indent - layout.indent)
    if before.fill is not None:
        free = (1.0 - before.fill) * (before.measure or wrap)
    # What may not be parted: opening brackets with what follows them, a Latin word, closing signs behind.
    word, kind = 0, ""
    for char in line.text[:40]:
        if char in (_CANNOT_START if kind else _OPENING_SIGNS):
            word += 2
        elif char.isascii() and char != " " and kind in ("", "latin"):
            word, kind = word + 1, "latin"
        elif kind or char == " ":
            break
        else:
            word, kind = word + 2, "han"
    return free - word - (4.5 if kind == "latin" else 2.5)
