"""HTML → lines: the main content's paragraphs, headings and table rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .document import Align, Document, Line
from .encoding import decode
from .html_tree import Node, article, flatten
from .hygiene import fold
from .limits import Deadline, Limits, check_characters
from .text import flow_lines, leading, marker

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})|<\?xml[^>]{0,80}encoding=[\"']([\w-]+)", re.I)
_INLINE = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "o:p", "st1:chsdate"]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACE = re.compile("[ \t\r\n\f]+")
_STAMP = re.compile(r"(20\d\d)[-/年.](\d{1,2})[-/月.](\d{1,2})")
_SIZE = re.compile(r"font-size\s*:\s*([\d.]+)\s*(px|pt)", re.I)
_ALIGN = re.compile(r"text-align\s*:\s*(center|right)", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.I)
_CELL_LIMIT = 200


def read_html(data: bytes, source: str, sha256: str, limits: Limits, deadline: Deadline) -> Document:
    """Read a web page: its main content without navigation, advertising and footer.

    The encoding is that of a byte order mark, of a meta element, or found by trial. Raises `LimitError` for
    pages nested too deeply.
    """
    declared = _META_CHARSET.search(data[:4096])
    charset = (declared.group(1) or declared.group(2)).decode("ascii") if declared else None
    html, _ = decode(data, where=source, declared=charset)
    check_characters(len(html), limits, source)
    stamp, title = _metadata(html)
    nodes = flatten(html, limits, deadline, source)
    start, end = article(nodes)
    lines = _Writer(nodes, deadline).write(start, end)
    first = next((i for i, n in enumerate(nodes) if n.tag == "h1" and not n.dropped and n.length > 1), None)
    if first is not None and not start <= first < end:
        lines = _Writer(nodes, deadline).write(first, nodes[first].end) + lines
    if first is not None:
        title = fold(" ".join(n.text for n in nodes[first : nodes[first].end] if not n.tag)).text or title
    return Document(source, sha256, "html", tuple(lines), title, stamp)


def _metadata(html: str) -> tuple[str | None, str | None]:
    """Date of publication and title as the page's head gives them."""
    stamp = None
    for meta in re.finditer(r"<meta\b[^>]{0,400}>", html[:20_000], re.I):
        if re.search(r"pub-?date|publishdate|published_time|dc\.date|createdate|发布(时间|日期)", meta.group(), re.I):
            found = _STAMP.search(meta.group())
            if found:
                stamp = f"{found.group(1)}-{int(found.group(2)):02d}-{int(found.group(3)):02d}"
    title = re.search(r"<title\b[^>]*>([^<]{1,300})", html[:20_000], re.I)
    return stamp, (fold(_SPACE.sub(" ", title.group(1))).text or None) if title else None


@dataclass(slots=True)
class _Block:
    """A paragraph under construction."""

    parts: list[str] = field(default_factory=list)
    bold: int = 0
    length: int = 0
    size: float | None = None


@dataclass(slots=True)
class _Style:
    level: int = 0
    bold: bool = False
    align: Align = "left"
    size: float | None = None
    pre: bool = False
    item: bool = False


class _Writer:
    """Turns a range of nodes into lines."""

    def __init__(self, nodes: list[Node], deadline: Deadline) -> None:
        self.nodes, self.deadline = nodes, deadline
        self.lines: list[Line] = []
        self.block = _Block()
        self.style = _Style()
        self.number = 0

    def write(self, start: int, end: int) -> list[Line]:
        """The lines of nodes `[start, end)`."""
        closing: list[tuple[int, _Style, bool]] = []
        index = start
        while index < end:
            if index % 5000 == 0:
                self.deadline.check()
            while closing and closing[-1][0] <= index:
                self._close(closing)
            node = self.nodes[index]
            if node.dropped:
                index = node.end
            elif not node.tag:
                self._text(node.text)
                index += 1
            elif node.tag == "br":
                self.block.parts.append("\n")
                index += 1
            elif node.tag == "table" and self._is_data(index):
                self._flush()
                self._table(index)
                index = node.end
            else:
                breaks = node.tag not in _INLINE
                if breaks:
                    self._flush()
                closing.append((node.end, self.style, breaks))
                self.style = self._styled(node)
                index += 1
        while closing:
            self._close(closing)
        self._flush()
        return self.lines

    def _close(self, closing: list[tuple[int, _Style, bool]]) -> None:
        _, style, breaks = closing.pop()
        if breaks:
            self._flush()
        self.style = style

    def _styled(self, node: Node) -> _Style:
        old, attributes = self.style, node.attributes or {}
        css = attributes.get("style") or ""
        align, size = _ALIGN.search(css), _SIZE.search(css)
        given = (attributes.get("align") or "").lower()
        side: Align = "center" if given == "center" or node.tag == "center" else "right" if given == "right" else old.align
        if align:
            side = "center" if align.group(1).lower() == "center" else "right"
        points = old.size
        if size:
            points = min(float(size.group(1)), 200.0) * (0.75 if size.group(2).lower() == "px" else 1.0)
        return _Style(
            _HEADINGS.get(node.tag, old.level), old.bold or node.tag in ("b", "strong") or bool(_BOLD.search(css)), side,
            points, old.pre or node.tag == "pre", old.item or node.tag == "li",
        )

    def _text(self, text: str) -> None:
        if self.style.pre:
            self.block.parts.append(text)
        else:
            self.block.parts.append(_SPACE.sub(" ", text))
        size = len(text.strip())
        self.block.length += size
        if self.style.bold:
            self.block.bold += size
        if size and self.block.size is None:
            self.block.size = self.style.size

    def _flush(self) -> None:
        block, self.block = self.block, _Block()
        text = "".join(block.parts)
        if not text.strip():
            return
        self.number += 1
        style = self.style
        if style.pre:
            self.lines += flow_lines(text, self.deadline, block=self.number)
            return
        for raw in text.split("\n"):
            folded = fold(raw)
            if folded.text:
                self.lines.append(
                    Line(
                        folded.text, raw, folded.offsets, folded.shift, block=self.number, level=style.level,
                        bold=style.level == 0 and block.bold > 0.8 * block.length, align=style.align, size=block.size,
                        indent=leading(raw.lstrip(" ")), marker=marker(raw.strip()),
                    )
                )

    def _is_data(self, at: int) -> bool:
        """Whether a table holds data: rows of short cells, no headings, no table inside."""
        rows: dict[int, int] = {}
        for index in range(at + 1, self.nodes[at].end):
            node = self.nodes[index]
            if node.tag == "table" or node.tag in _HEADINGS:
                return False
            if node.tag in ("td", "th"):
                if node.length > _CELL_LIMIT:
                    return False
                rows[node.parent] = rows.get(node.parent, 0) + 1
        return len(rows) > 1 and sum(count > 1 for count in rows.values()) > len(rows) / 2

    def _table(self, at: int) -> None:
        self.number += 1
        cells: dict[int, list[str]] = {}
        for index in range(at + 1, self.nodes[at].end):
            node = self.nodes[index]
            if node.tag in ("td", "th"):
                words = " ".join(n.text for n in self.nodes[index : node.end] if not n.tag)
                cells.setdefault(node.parent, []).append(fold(_SPACE.sub(" ", words)).text)
        for row in cells.values():
            line = row_line(row, self.number)
            if line is not None:
                self.lines.append(line)


def row_line(cells: list[str], block: int, page: int | None = None) -> Line | None:
    """A table's row as a line that a person can read; None for an empty one."""
    if not any(cells):
        return None
    text = " | ".join(cells).strip()
    return Line(text, text, page=page, block=block, kind="row", cells=tuple(cells))
