"""The graph in other programs' files: networkx, GraphML, GEXF, CSV, and Neo4j's bulk import.

What a format cannot hold is written as JSON text (lists in GraphML, GEXF and CSV), never dropped.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from ..errors import InputError
from .elements import Graph
from .neo4j_csv import write_folder as write_neo4j_csv

FORMATS = ("neo4j-csv", "graphml", "gexf", "csv")


def export(graph: Graph, format_: str, destination: Path, *, ledger: str = "") -> list[Path]:
    """Write the graph; the files written. `neo4j-csv` and `csv` take a folder, the others a file.

    `ledger` is the hash of the ledger that the graph stands for: a Neo4j that imports the files knows then
    what it holds. Raises `InputError` for an unknown format or a destination that cannot be written.
    """
    writers: dict[str, Callable[[Graph, Path], list[Path]]] = {
        "neo4j-csv": lambda g, folder: write_neo4j_csv(g, folder, ledger=ledger),
        "graphml": _graphml, "gexf": _gexf, "csv": _csv,
    }
    if format_ not in writers:
        raise InputError(f"there is no format {format_}", where="export", hint="one of " + ", ".join(FORMATS))
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        return writers[format_](graph, destination)
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror or error}", where=str(destination),
            hint="a folder for neo4j-csv and csv, a file for graphml and gexf",
        ) from error


def to_networkx(graph: Graph) -> nx.MultiDiGraph[str]:
    """The graph for networkx code: nodes by key, an edge's key as networkx's edge key.

    Nodes have their properties, `type` and `labels`; edges have theirs, `type`, `predicate`, `role` where
    there is one, and `statements`: who says so, a list of dicts with `item`, `quote`, `start`, `end`, `rule`,
    `confidence` and `kind`. Lists are tuples as in `Graph`.
    """
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes.values():
        made.add_node(node.key, **{**node.properties, "type": node.type, "labels": node.labels})
    said: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for s in graph.statements.values():
        said[s.edge].append({
            "item": s.item, "quote": s.quote, "start": s.start, "end": s.end, "rule": s.rule,
            "confidence": s.confidence, "kind": s.kind,
        })
    for edge in graph.edges.values():
        about: dict[str, Any] = {**edge.properties, "type": edge.type, "predicate": edge.predicate}
        if edge.role is not None:
            about["role"] = edge.role
        if edge.key in said:
            about["statements"] = said[edge.key]
        made.add_edge(edge.subject, edge.object, key=edge.key, **about)
    return made


# -- XML -----------------------------------------------------------------------------------------

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, even escaped."""

_GEXF_NODE = frozenset({"label", "start", "end", "pid", "viz", "slices", "spells", "parents"})
_GEXF_EDGE = frozenset({"id", "weight", "type", "label", "start", "end", "spells", "viz"})
"""Names that networkx's GEXF writer takes for its own; ours get an underscore behind."""


def _graphml(graph: Graph, file: Path) -> list[Path]:
    made = _flat(graph, frozenset(), frozenset())
    return _aside(file, lambda out: nx.write_graphml(made, out, named_key_ids=True))


def _gexf(graph: Graph, file: Path) -> list[Path]:
    made = _flat(graph, _GEXF_NODE, _GEXF_EDGE)
    for _, about in made.nodes(data=True):
        about["label"] = about["name"]
    for _, _, key, about in made.edges(keys=True, data=True):
        about["id"], about["label"] = key, about["predicate"]
    return _aside(file, lambda out: nx.write_gexf(made, out))


def _flat(graph: Graph, node_names: frozenset[str], edge_names: frozenset[str]) -> nx.MultiDiGraph[str]:
    """The graph with plain values and XML's characters only."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    rich = to_networkx(graph)
    for key, about in rich.nodes(data=True):
        made.add_node(_xml(key), **_scalars(about, node_names))
    for subject, object_, key, about in rich.edges(keys=True, data=True):
        made.add_edge(_xml(subject), _xml(object_), key=key, **_scalars(about, edge_names))
    return made


def _scalars(about: Mapping[str, Any], taken: frozenset[str]) -> dict[str, Any]:
    return {
        f"{name}_" if name in taken else name: _xml(value) if isinstance(value, str) else
        value if isinstance(value, (bool, int, float)) else _xml(_json(value))
        for name, value in about.items()
    }


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


# -- CSV for spreadsheets ------------------------------------------------------------------------


def _csv(graph: Graph, folder: Path) -> list[Path]:
    """Three tables. With a byte-order mark, since spreadsheets take Chinese for something else without it."""
    folder.mkdir(parents=True, exist_ok=True)
    nodes = [
        {"key": n.key, "type": n.type, "labels": n.labels, **n.properties} for n in graph.nodes.values()
    ]
    edges = [
        {"key": e.key, "subject": e.subject, "type": e.type, "role": e.role, "object": e.object,
         "predicate": e.predicate, **e.properties}
        for e in graph.edges.values()
    ]
    statements = [
        {"key": s.key, "edge": s.edge, "item": s.item, "start_offset": s.start, "end_offset": s.end,
         "quote": s.quote, "rule": s.rule, "confidence": s.confidence, "kind": s.kind, **s.properties}
        for s in graph.statements.values()
    ]
    tables: dict[str, list[dict[str, Any]]]
    tables = {"nodes.csv": nodes, "edges.csv": edges, "statements.csv": statements}
    return [path for name, rows in tables.items() for path in _table(folder / name, rows)]


def _table(file: Path, rows: Iterable[Mapping[str, Any]]) -> list[Path]:
    rows = list(rows)
    names = list(dict.fromkeys(name for row in rows for name in row))

    def write(out: io.BufferedWriter) -> None:
        text = io.TextIOWrapper(out, encoding="utf-8-sig", errors="replace", newline="")
        writer = csv.writer(text)
        writer.writerow(names)
        writer.writerows([_cell(row.get(name)) for name in names] for row in rows)
        text.detach()

    return _aside(file, write)


def _cell(value: Any) -> Any:
    """A value as a spreadsheet takes it: text that it would run as a formula gets a quote before it."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
    return value if value is None or isinstance(value, (bool, int, float)) else _json(value)


# -- files ---------------------------------------------------------------------------------------


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _aside(file: Path, write: Callable[[io.BufferedWriter], object]) -> list[Path]:
    """Write a file beside its place and move it there: whole, or not at all."""
    aside = file.with_name(file.name + ".new")
    try:
        with aside.open("wb") as out:
            write(out)
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)
    return [file]
