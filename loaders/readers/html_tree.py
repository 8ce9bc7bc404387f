"""An HTML page as a flat list of nodes, and which of them hold the article rather than the site around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ...errors import LimitError
from .limits import Deadline, Limits

_DROPPED = frozenset(
    ["script", "style", "noscript", "template", "iframe", "svg", "canvas", "object", "embed", "video", "audio", "form", "button", "input", "select", "textarea", "nav", "aside", "footer", "dialog", "map", "head", "datalist", "menu"]
)
_SITE = re.compile(
    r"(?:^|[-_\s])(nav\w*|menu\w*|crumbs?|breadcrumbs?|position|location|side(?:bar|left|right)?|foot(?:er)?\w*|share\w*|related\w*|"
    r"comments?|recommend\w*|hot\w*|links?|friend\w*|copyright|toolbar|tools?|login|search\w*|ads?|banner|pager|pagination|page-?nav|prev|next|"
    r"qr-?code|top-?bar|top|topnav|bdshare\w*|social\w*|tags?|print|fontsize|subscribe|cookie\w*)(?:$|[-_\s])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)", re.I)
_MARKS = re.compile("[，。；：、！？]")


_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]{0,4000}(/?)>")
# Elements that close themselves, and those that the next of their kind closes.
_NO_DEPTH = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td", "th", "tr", "tbody", "thead", "option", "dt", "dd", "rp", "rt"]
)
_OPEN = 3000


def check_depth(html: str, limits: Limits, source: str) -> None:
    """Refuse a page that opens elements without end before the parser, whose time grows with the square, sees it."""
    depth = 0
    for match in _TAG.finditer(html):
        name = match.group(2).lower()
        if name in _NO_DEPTH or match.group(3):
            continue
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        if depth > max(_OPEN, limits.nesting):
            raise LimitError(
                f"elements nested deeper than {limits.nesting}", where=source, hint="do not trust this page"
            )


@dataclass(slots=True)
class Node:
    """An element (or a text, `tag` empty) in document order; its subtree is `[own place, end)`."""

    tag: str
    parent: int
    depth: int
    text: str = ""
    attributes: dict[str, str | None] | None = None
    end: int = 0
    mass: float = 0.0
    linked: int = 0
    length: int = 0
    dropped: bool = False


def flatten(html: str, limits: Limits, deadline: Deadline, source: str) -> list[Node]:
    """The nodes of a page in document order, comments and invisible parts left out.

    Raises `LimitError` where elements nest deeper than `limits.nesting`.
    """
    check_depth(html, limits, source)
    parser = LexborHTMLParser(html)
    root = parser.root
    nodes: list[Node] = []
    if root is None:
        return nodes
    stack: list[tuple[LexborNode, int, int]] = [(root, -1, 0)]
    count = 0
    while stack:
        element, parent, depth = stack.pop()
        count += 1
        if count % 5000 == 0:
            deadline.check()
        following = element.next
        if following is not None and parent >= 0:
            stack.append((following, parent, depth))
        tag = element.tag
        if tag == "-text":
            nodes.append(Node("", parent, depth, element.text_content or ""))
            continue
        if tag is None or tag.startswith(("-", "!")) or tag in _DROPPED:
            continue
        attributes = element.attributes
        if attributes and ("hidden" in attributes or _HIDDEN.search(attributes.get("style") or "")):
            continue
        if depth > limits.nesting:
            raise LimitError(
                f"elements nested deeper than {limits.nesting}", where=source, hint="do not trust this page"
            )
        nodes.append(Node(tag, parent, depth, attributes=attributes))
        child = element.child
        if child is not None:
            stack.append((child, len(nodes) - 1, depth + 1))
    _weigh(nodes)
    return nodes


def _weigh(nodes: list[Node]) -> None:
    """Text, link text and the weight of running text of each subtree, from the leaves up."""
    links = [False] * len(nodes)
    for index, node in enumerate(nodes):
        links[index] = node.tag == "a" or (node.parent >= 0 and links[node.parent])
        node.end = index + 1
    for index in range(len(nodes) - 1, -1, -1):
        node = nodes[index]
        if not node.tag:
            node.length = len(node.text.strip())
            if links[index]:
                node.linked = node.length
            else:
                node.mass = node.length * (1.0 if _MARKS.search(node.text) else 0.3)
        if node.parent >= 0:
            above = nodes[node.parent]
            above.length += node.length
            above.linked += node.linked
            above.mass += node.mass
            above.end = max(above.end, node.end)


def article(nodes: list[Node]) -> tuple[int, int]:
    """The range of nodes that holds the page's own matter; marks the site's parts inside it as dropped."""
    if not nodes:
        return 0, 0
    whole = nodes[0].mass or 1.0
    for index, node in enumerate(nodes):
        if node.tag and node.mass < 0.25 * whole and _is_site(node):
            for inside in range(index, node.end):
                nodes[inside].dropped = True
    at = 0
    while True:
        node = nodes[at]
        child, best = -1, 0.0
        index = at + 1
        while index < node.end:
            if nodes[index].tag and nodes[index].mass > best and not nodes[index].dropped:
                child, best = index, nodes[index].mass
            index = nodes[index].end
        own = sum(
            nodes[i].mass for i in _children(nodes, at) if not nodes[i].dropped
        )
        if child < 0 or best < 0.9 * own or nodes[child].tag not in _CONTAINERS:
            return at, node.end
        # A headline beside the matter belongs to it.
        if any(
            nodes[i].tag in ("h1", "h2", "h3") and not nodes[i].dropped and nodes[i].length > 1
            for i in _children(nodes, at)
        ):
            return at, node.end
        at = child


_CONTAINERS = frozenset(["html", "body", "div", "main", "article", "section", "td", "tr", "tbody", "table", "center", "span", "font"])


def _children(nodes: list[Node], at: int) -> list[int]:
    out = []
    index = at + 1
    while index < nodes[at].end:
        out.append(index)
        index = nodes[index].end
    return out


def _is_site(node: Node) -> bool:
    attributes = node.attributes or {}
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''} {attributes.get('role') or ''}"
    if names.strip() and _SITE.search(names):
        return True
    # Lists of links are navigation, whatever they are called.
    return node.tag in ("ul", "ol", "div", "p", "dl", "table") and node.length > 8 and node.linked > 0.6 * node.length
