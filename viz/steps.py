"""Steps of presenter mode: a small TOML file that says what to show, and what to say."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..graph.elements import Graph
from .content import VIEWS
from .finding import find

TEXT = ("rows", "variant", "since", "until", "conf", "src", "min", "orgs", "sort", "lang", "dark", "table")
LISTS = ("kinds", "roles", "types")
NAMES = {"focus": "focus", "from": "from", "to": "to"}
SAMPLE = "steps_sample.toml"


def load(path: str | Path, graph: Graph) -> list[dict[str, Any]]:
    """The steps of a file (or of the sample's, for the word `sample`), each `caption`, `notes` and `state`.

    A step names things as people do; a name that this graph does not know is an error that says which step.

    Raises `InputError`.
    """
    if str(path) == "sample":
        text, where = files(__package__).joinpath(SAMPLE).read_text(encoding="utf-8"), SAMPLE
    else:
        where = str(path)
        try:
            text = Path(path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"cannot read the steps: {error}", where=where) from error
    try:
        rows = tomllib.loads(text).get("step", [])
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"not TOML: {error}", where=where, hint="see docs/pages.md") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows) or not rows:
        raise InputError("no steps", where=where, hint="write one [[step]] table for each step")
    return [_step(row, graph, f"{where}, step {n}") for n, row in enumerate(rows, 1)]


def _step(row: dict[str, Any], graph: Graph, where: str) -> dict[str, Any]:
    known = {"view", "caption", "notes", "tie", "without", "item", *TEXT, *LISTS, *NAMES}
    for name in row:
        if name not in known:
            raise InputError(f"a step has no “{name}”", where=where, hint="known: " + ", ".join(sorted(known)))
    view = str(row.get("view", "matrix"))
    if view not in (*VIEWS, "atlas"):
        raise InputError(f"no view “{view}”", where=where, hint="views: " + ", ".join((*VIEWS, "atlas")))
    if not str(row.get("caption", "")).strip():
        raise InputError("a step needs a caption", where=where)
    state = {"view": view}
    state |= {name: str(row[name]) for name in TEXT if name in row}
    state |= {name: ",".join(map(str, row[name])) for name in LISTS if name in row}
    state |= {to: _find(graph, str(row[name]), where) for name, to in NAMES.items() if name in row}
    if "tie" in row:
        state["focus"] = "~".join(sorted(_find(graph, str(name), where) for name in row["tie"]))
    if "item" in row:
        title = str(row["item"])
        keys = [k for k, n in graph.nodes.items() if n.type == "BulletinItem" and n.name == title]
        if not keys:
            raise InputError(f"no item is called “{title}”", where=where)
        state["item"] = min(keys)
    if "without" in row:
        state["without"] = ",".join(_find(graph, str(name), where) for name in row["without"])
    return {"caption": str(row["caption"]), "notes": str(row.get("notes", "")), "state": state}


def _find(graph: Graph, name: str, where: str) -> str:
    try:
        return find(graph, name)
    except InputError as error:
        raise InputError(error.what, where=where, hint=error.hint) from error
