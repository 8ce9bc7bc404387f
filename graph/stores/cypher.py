"""What every Cypher store writes and refuses, whichever engine it is: rows, names, read-only rules.

`docs/property-graph.md` describes the same model for people who ask questions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from ...errors import QueryError, StoreError
from ..elements import Edge, Graph, Node, Statement

BASE = "Thing"
"""The label of every node that innograph writes but statements; `key` is unique under it."""
STATEMENT = "Statement"
STATES = "STATES"
ITEM = "BulletinItem"
MARKER = ("written_by", "innograph")
"""The property that tells innograph's nodes from other people's in the same database."""

Row = dict[str, Any]
T = TypeVar("T")

# -- rows ----------------------------------------------------------------------------------------


def node_row(node: Node) -> Row:
    """The properties of a node."""
    row = plain(node.properties)
    row["key"], row["type"], row[MARKER[0]] = node.key, node.type, MARKER[1]
    return row


def edge_row(edge: Edge) -> Row:
    """The properties of an edge; `role` is absent where there is none."""
    row = plain(edge.properties)
    row["key"], row["predicate"] = edge.key, edge.predicate
    if edge.role is not None:
        row["role"] = edge.role
    return row


def statement_row(statement: Statement, edge: Edge | None) -> Row:
    """The properties of a statement's node, with the ends of its edge copied in."""
    row = plain(statement.properties)
    row |= {
        "key": statement.key, "edge": statement.edge, "item": statement.item, "start_offset": statement.start,
        "end_offset": statement.end, "quote": text(statement.quote), "rule": statement.rule,
        "confidence": float(statement.confidence), "kind": statement.kind, MARKER[0]: MARKER[1],
    }
    if edge is not None:
        row |= {"subject": edge.subject, "predicate": edge.predicate, "object": edge.object}
        if edge.role is not None:
            row["role"] = edge.role
    return row


def plain(properties: Mapping[str, Any]) -> Row:
    """Properties as a Cypher store holds them: tuples as lists, names that need no quoting."""
    return {property_name(name): _value(value) for name, value in properties.items() if value is not None}


_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")


@cache
def property_name(name: str) -> str:
    """A property's name with every character replaced that a query would have to quote."""
    if _NAME.match(name):
        return name
    return "p_" + re.sub(r"\W", "_", name)


def _value(value: Any) -> Any:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, (tuple, list)):
        return [text(part) if isinstance(part, str) else part for part in value]
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return str(value)
    return value


def text(value: str) -> str:
    """Text without the halves of surrogate pairs, which no store can encode."""
    if value.isascii():
        return value
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode("utf-8")
    return value


# -- names in the text of a statement ------------------------------------------------------------


def label(name: str) -> str:
    """A label or relationship type for the text of a statement.

    Only names that need no quoting are allowed: they come from the ontology. Raises `StoreError`.
    """
    if not _NAME.match(name):
        raise StoreError(f"“{name}” cannot be a label or edge type", hint="take it from the ontology")
    return name


def labels(names: Iterable[str]) -> str:
    """Labels as they stand behind a variable: `:Thing:Agent:Person`."""
    return "".join(f":{label(name)}" for name in names)


# -- groups and batches --------------------------------------------------------------------------


def nodes_by_labels(graph: Graph) -> dict[tuple[str, ...], list[Node]]:
    """The nodes by their labels: those of one group are written by one statement."""
    groups: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in graph.nodes.values():
        if BASE not in node.labels:
            raise StoreError(f"{node.key} lacks the label {BASE}", hint="take labels from the ontology")
        groups[node.labels].append(node)
    return groups


def edges_by_type(graph: Graph) -> dict[str, list[Edge]]:
    """The edges by relationship type."""
    groups: dict[str, list[Edge]] = defaultdict(list)
    for edge in graph.edges.values():
        groups[edge.type].append(edge)
    return {label(type_): edges for type_, edges in groups.items()}


def batches(things: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """The things in lists of `size`."""
    iterator = iter(things)
    while batch := list(islice(iterator, size)):
        yield batch


# -- read-only -----------------------------------------------------------------------------------

PROCEDURES = frozenset({"db.labels", "db.relationshiptypes", "db.propertykeys"})
"""The procedures that a question may call, in lower case: they only look."""

_SKIPPED = re.compile(r"""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`""", re.DOTALL)
_CALL = re.compile(r"(?<!\.)\bCALL\s+([A-Za-z_]\w*(?:(?:\s*\.\s*\w+)+|(?=\s*\()))", re.IGNORECASE)
_REFUSED = (
    (re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE), "LOAD CSV reads files and addresses"),
    (re.compile(r"\bapoc\s*\.", re.IGNORECASE), "APOC is not on every server and reaches outside the graph"),
    (re.compile(r"\bdbms\s*\.", re.IGNORECASE), "dbms functions and procedures manage the server"),
    (
        re.compile(r"\A\s*(?:CYPHER\b[^\n]*?\s)?(?:SHOW|TERMINATE|USE|ALTER|GRANT|DENY|REVOKE|START|STOP)\b",
                   re.IGNORECASE),
        "it manages the server rather than asks the graph",
    ),
    (re.compile(r"\bIN\s+TRANSACTIONS\b", re.IGNORECASE), "IN TRANSACTIONS is for writing"),
)


def refuse(query: str) -> None:
    """Raise `QueryError` for what a question may not do on any store, saying why.

    Writing is for the engine to find out, which has parsed the question.
    """
    bare = _SKIPPED.sub(lambda found: " " if found[0].startswith("/") else "''", query)
    if not bare.strip():
        raise QueryError("the question is empty")
    for pattern, reason in _REFUSED:
        if pattern.search(bare):
            raise QueryError(f"refused: {reason}", hint="ask with MATCH … RETURN")
    # A procedure's name may be quoted: what is left of it is compared, and `''` is on no list.
    for called in _CALL.finditer(re.sub(r"''(?=\s*[.(])|(?<=\.)\s*''", "quoted", bare)):
        name = re.sub(r"\s", "", called[1]).lower()
        if name not in PROCEDURES:
            raise QueryError(
                f"refused: it calls the procedure {called[1].strip()}",
                hint="allowed are " + ", ".join(sorted(PROCEDURES)),
            )
    if ";" in bare.rstrip().removesuffix(";"):
        raise QueryError("one question at a time", hint="leave out the semicolon")


def checked(parameters: Mapping[str, Any] | None) -> Row:
    """Parameters as plain values. Raises `QueryError` for a value that no store can take."""
    return {name: _parameter(name, value) for name, value in (parameters or {}).items()}


def _parameter(name: str, value: Any) -> Any:
    if value is None or isinstance(value, (bool, float)):
        return value
    if isinstance(value, str):
        return text(value)
    if isinstance(value, int):
        if -(2**63) <= value < 2**63:
            return value
    elif isinstance(value, (list, tuple)):
        return [_parameter(name, part) for part in value]
    elif isinstance(value, Mapping):
        return {str(k): _parameter(name, part) for k, part in value.items()}
    raise QueryError(f"the parameter {name} cannot be {value!r}", hint="give text, a number or a list")


def masked(query: str) -> str:
    """The question, as long as before, with comments blank and text and quoted names as underscores."""
    return _SKIPPED.sub(lambda skipped: (" " if skipped[0][0] == "/" else "_") * len(skipped[0]), query)


_RETURN = re.compile(r"\bRETURN\b(?:\s+DISTINCT\b)?", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:ORDER\s+BY|SKIP|LIMIT|OFFSET|UNION)\b", re.IGNORECASE)
_AS = re.compile(r"\bAS\s+(`(?:``|[^`])+`|\w+)\s*\Z", re.IGNORECASE)


def columns(query: str) -> tuple[str, ...]:
    """The column names of a question, read from its last RETURN: for answers that have no row.

    Empty where the text does not tell (`RETURN *`).
    """
    bare = masked(query)
    found = [
        match for match in _RETURN.finditer(bare)
        if bare.count("{", 0, match.start()) == bare.count("}", 0, match.start())
    ]
    if not found:
        return ()
    start = found[-1].end()
    ended = _AFTER.search(bare, start)
    end = ended.start() if ended else len(bare.rstrip().removesuffix(";"))
    names, depth, begin = [], 0, start
    for at in range(start, end + 1):
        letter = bare[at] if at < end else ","
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and depth == 0:
            piece = query[begin:at].strip()
            alias = _AS.search(piece)
            names.append(alias[1].strip("`").replace("``", "`") if alias else piece)
            begin = at + 1
    return () if names == ["*"] or names == [""] else tuple(names)
