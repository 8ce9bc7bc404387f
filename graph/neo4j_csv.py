"""The graph as files for `neo4j-admin database import`, the way for a large first load.

One file a label set and relationship type, all values of a column of one type; the arguments stand in
`import.args`, the constraints to make afterwards in `schema.cypher`. The database is then the same
as after `innograph load`, and knows the state that it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from .elements import Graph
from .stores.cypher import (
    BASE,
    STATEMENT,
    STATES,
    edge_row,
    edges_by_type,
    node_row,
    nodes_by_labels,
    statement_row,
)
from .stores.neo4j_writing import META, Known, mark_row, schema

SEPARATOR = "\x1f"
"""Between the values of a list: the control character made for it."""

_README = """# Import into Neo4j

Stop the server (or the database), then, in this folder:

    neo4j-admin database import full neo4j @import.args

(`--overwrite-destination` before `@import.args` replaces what the database holds: all of it.) Start the
server and make the constraints and indexes:

    cypher-shell -d neo4j -f schema.cypher
"""


def write_folder(graph: Graph, folder: Path, *, ledger: str) -> list[Path]:
    """Write the files into `folder`; which ones."""
    folder.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    arguments = [
        "--id-type=string", "--multiline-fields=true", "--array-delimiter=U+001F",
        "--skip-bad-relationships=false",
    ]
    for number, (labels, nodes) in enumerate(nodes_by_labels(graph).items()):
        file = folder / f"nodes-{number:03}-{labels[-1]}.csv"
        rows = [node_row(node) for node in nodes]
        files.append(_table(file, rows, {"key": f"key:ID({BASE})"}))
        arguments.append(f"--nodes={':'.join(labels)}={file.name}")
    file = folder / f"nodes-{STATEMENT}.csv"
    rows = [statement_row(s, graph.edges.get(s.edge)) for s in graph.statements.values()]
    files.append(_table(file, rows, {"key": f"key:ID({STATEMENT})"}))
    arguments.append(f"--nodes={STATEMENT}={file.name}")
    for type_, edges in edges_by_type(graph).items():
        file = folder / f"edges-{type_}.csv"
        ends = {"": f":START_ID({BASE})", " ": f":END_ID({BASE})"}
        files.append(_table(file, [{"": e.subject, " ": e.object, **edge_row(e)} for e in edges], ends))
        arguments.append(f"--relationships={type_}={file.name}")
    file = folder / f"edges-{STATES}.csv"
    ends = {"": f":START_ID({BASE})", " ": f":END_ID({STATEMENT})"}
    said = [
        {"": s.item, " ": s.key, "key": s.key, "predicate": "states"} for s in graph.statements.values()
    ]
    files.append(_table(file, said, ends))
    arguments.append(f"--relationships={STATES}={file.name}")
    known = Known()
    known.learn(graph)
    file = folder / f"nodes-{META}.csv"
    mark = {"": "store", **mark_row("ready", ledger), **known.row()}
    files.append(_table(file, [mark] if ledger else [], {"": "id:ID(Innograph)"}))
    arguments.append(f"--nodes={META}={file.name}")
    statements = "".join(f"{text};\n" for text in schema(sorted(known.types)).values())
    for name, text in {
        "import.args": "\n".join(arguments) + "\n", "schema.cypher": statements, "README.md": _README,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
        files.append(folder / name)
    return files


def _table(file: Path, rows: Sequence[Mapping[str, Any]], special: Mapping[str, str]) -> Path:
    """A file of rows. `special` gives the header of the columns that have no type but a meaning."""
    names = list(dict.fromkeys([*special, *(name for row in rows for name in row)]))
    kinds = {name: _kind(row[name] for row in rows if name in row) for name in names if name not in special}
    header = [special.get(name) or f"{name}:{kinds[name]}" for name in names]
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write(",".join(header) + "\n")
        out.writelines(_line(row.get(name) for name in names) for row in rows)
    return file


def _kind(values: Iterable[Any]) -> str:
    """The import's type for a column: the narrowest that holds every value."""
    kinds: set[type] = {type(value) for value in values}
    if list in kinds or tuple in kinds:
        return "string[]"
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "long"
    return "double" if kinds and kinds <= {int, float} else "string"


def _line(values: Iterator[Any]) -> str:
    """Text always quoted, so that the empty text is not taken for none."""
    return ",".join(map(_field, values)) + "\n"


def _field(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    text = SEPARATOR.join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return '"' + text.replace('"', '""') + '"'
