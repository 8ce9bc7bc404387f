"""What a SPARQL question may be, and how its parameters are bound: by tokens, never by pasting text.

A question reads: SELECT, ASK or CONSTRUCT, without SERVICE. A parameter `x` is the variable `?x`,
bound by `VALUES ?x { … }` at the head of every group that uses it; where the question's author wrote
such a block, with a default to try the text by, its content is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ...errors import QueryError
from ..rdf_model import Quad
from ..rdf_terms import Term, literal

_TOKEN = re.compile(
    r"""
    (?P<space>\s+ | \#[^\r\n]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>'''(?:'{0,2}(?:[^'\\]|\\.))*'''  | \"{3}(?:"{0,2}(?:[^"\\]|\\.))*\"{3}
      | '(?:[^'\\\r\n]|\\.)*' | "(?:[^"\\\r\n]|\\.)*")
  | (?P<variable>[?$]\w+)
  | (?P<name>[\w\-.%]*:(?:[\w\-.:%]|\\.)* | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | _:\w+)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_FORMS = ("SELECT", "ASK", "CONSTRUCT")
_UPDATES = frozenset(
    ["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"]
)
MAX_LENGTH = 200_000
"""The longest question that is read, in characters."""


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def check(text: str) -> str:
    """The form of a question (`SELECT`, `ASK` or `CONSTRUCT`).

    Raises `QueryError` for an update, a DESCRIBE, a question with SERVICE (it would call another
    server), and one that is too long.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(f"the question is longer than {MAX_LENGTH} characters", hint="ask it in parts")
    tokens = list(_tokens(text))
    words = [t.text.upper() for t in tokens if t.kind == "word"]
    if any(_could_serve(t) for t in tokens):
        raise QueryError(
            "SERVICE is refused: it would send data to another server",
            hint="ask the other server by itself",
        )
    # An escaped letter in a keyword is no SPARQL, and no reason to trust the text.
    if any(t.kind == "mark" and t.text == "\\" for t in tokens):
        raise QueryError("a backslash outside of a text or a name", hint="check the question's spelling")
    form = next((w for w in words if w not in ("BASE", "PREFIX")), "")
    if form in _FORMS:
        return form
    if form in _UPDATES:
        raise QueryError(f"{form} would write; questions only read", hint="use SELECT, ASK or CONSTRUCT")
    raise QueryError(
        f"not a SELECT, ASK or CONSTRUCT question: {form}" if form else "the question is empty",
        hint="use SELECT, ASK or CONSTRUCT",
    )


def _could_serve(token: _Token) -> bool:
    """Whether a token has SERVICE where a lenient parser might read the keyword (`SERVICE:x {`)."""
    if token.kind == "word":
        return "SERVICE" in token.text.upper()
    return token.kind == "name" and "SERVICE" in token.text.partition(":")[0].upper()


def bind(text: str, parameters: Mapping[str, Any]) -> str:
    """The question with its parameters bound.

    Values are `str`, `int`, `float`, `bool`, None (stays unbound: test with `BOUND`), or a list of
    them (any of these). Raises `QueryError` for a parameter that the question does not use and for
    a value of another type.
    """
    if not parameters:
        return text
    blocks = {name: _values(name, value) for name, value in parameters.items()}
    tokens = [t for t in _tokens(text) if t.kind != "space"]
    used = {t.text[1:] for t in tokens if t.kind == "variable"}
    for name in blocks:
        if name not in used:
            raise QueryError(f"the question has no ?{name}", where=name, hint="check the parameter's name")
    edits = [*_replaced(tokens, blocks), *_inserted(tokens, blocks)]
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _replaced(tokens: Sequence[_Token], blocks: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Edits that fill `VALUES ?x { … }` where the author wrote it."""
    for start, name, stop in _data_blocks(tokens):
        if name in blocks:
            yield tokens[start].start, tokens[stop].end, blocks[name]


def _inserted(tokens: Sequence[_Token], blocks: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Edits that add a `VALUES` block at the head of each group that uses a parameter."""
    skip = {i for start, _, stop in _data_blocks(tokens) for i in range(start, stop + 1)}
    written: dict[int, set[str]] = {}
    used: dict[int, set[str]] = {}
    stack: list[int] = []
    outermost: int | None = None
    ends = {start: name for start, name, _ in _data_blocks(tokens)}
    for i, token in enumerate(tokens):
        if i in ends and stack:
            written.setdefault(stack[-1], set()).add(ends[i])
        if i in skip:
            continue
        if token.text == "{" and token.kind == "mark":
            stack.append(i)
            if outermost is None and not _is_template(tokens, i):
                outermost = i
        elif token.text == "}" and token.kind == "mark" and stack:
            stack.pop()
        elif token.kind == "variable" and token.text[1:] in blocks and stack:
            used.setdefault(stack[-1], set()).add(token.text[1:])
    if outermost is not None:
        used.setdefault(outermost, set()).update(blocks)
    for i, names in used.items():
        if _is_template(tokens, i) or _next_word(tokens, i) == "SELECT":
            continue
        new = " ".join(blocks[n] for n in blocks if n in names - written.get(i, set()))
        if new:
            yield tokens[i].end, tokens[i].end, f" {new} "


def _data_blocks(tokens: Sequence[_Token]) -> Iterator[tuple[int, str, int]]:
    """Where `VALUES ?x { … }` stands: index of VALUES, name, index of the closing brace."""
    for i, token in enumerate(tokens):
        if token.kind != "word" or token.text.upper() != "VALUES":
            continue
        open_ = next((j for j in range(i + 1, len(tokens)) if tokens[j].text == "{"), None)
        close = next((j for j in range(open_ or i, len(tokens)) if tokens[j].text == "}"), None)
        if open_ is None or close is None:
            continue
        names = [t.text[1:] for t in tokens[i + 1 : open_] if t.kind == "variable"]
        yield i, names[0] if open_ == i + 2 and names else "", close


def _is_template(tokens: Sequence[_Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].kind == "word" and tokens[i - 1].text.upper() == "CONSTRUCT"


def _next_word(tokens: Sequence[_Token], i: int) -> str:
    return tokens[i + 1].text.upper() if i + 1 < len(tokens) else ""


def _values(name: str, value: Any) -> str:
    if not re.fullmatch(r"[A-Za-z]\w*", name, re.ASCII):
        raise QueryError("not a parameter's name", where=name, hint="letters, digits and _ only")
    parts = list(value) if isinstance(value, list | tuple | set | frozenset) else [value]
    return f"VALUES ?{name} {{ {' '.join(_term(name, part) for part in parts)} }}"


def _term(name: str, value: Any) -> str:
    if value is None:
        return "UNDEF"
    if isinstance(value, str | int | float | bool):
        return literal(value)
    raise QueryError(
        f"a {type(value).__name__} is no value for a question", where=name, hint="give text or a number"
    )


def insert_delete(delete: Iterable[Quad], insert: Iterable[Quad]) -> str:
    """An update that deletes these quads, then inserts those: one request, one transaction.

    The quads are serialised terms without blank nodes, sorted; an empty text where there are none.
    """
    parts = [f"{verb} DATA {{\n{_data(quads)}}}" for verb, quads in
             (("DELETE", sorted(delete)), ("INSERT", sorted(insert))) if quads]
    return " ;\n".join(parts)


def _data(quads: Iterable[Quad]) -> str:
    graphs: dict[Term, list[str]] = {}
    for subject, predicate, object_, graph in quads:
        graphs.setdefault(graph, []).append(f"{subject} {predicate} {object_} .\n")
    return "".join(
        f"GRAPH {graph} {{\n{''.join(lines)}}}\n" if graph else "".join(lines)
        for graph, lines in graphs.items()
    )


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        yield _Token(found.lastgroup or "mark", found[0], found.start(), found.end())
