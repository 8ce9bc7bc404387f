"""Offline pages of the graph: one HTML file each, that asks no network for anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..graph.elements import Graph
from .content import VIEWS, Prepared, prepare
from .finding import find
from .page import Page
from .steps import load as load_steps

OPTIONS = ("focus", "source", "towards", "steps", "font", "lang", "unsure")
"""Options of `page` and `write_pages`."""


def page(graph: Graph, view: str = "matrix", **options: Any) -> Page:
    """A page that opens on `view`.

    Parameters
    ----------
    graph
        The resolved graph.
    view
        One of `VIEWS`, or `atlas`: the page of all views.
    **options
        `focus` (a name: open on this thing), `source` and `towards` (names: the ends of the path view),
        `steps` (a file, or the word `sample`: presenter mode), `font` (a file: embed what the page needs of
        it), `lang` (`zh` or `en`), `unsure` (pairs of keys that may be one thing: figures get the range that
        follows).

    Raises
    ------
    InputError
        For an unknown view, option or name, and an unreadable steps file or font.
    """
    return _pages(graph, [view], options)[0]


def write_pages(graph: Graph, folder: str | Path, views: Sequence[str] = (), **options: Any) -> list[Path]:
    """Write one HTML file a view into `folder`, all of them and `atlas.html` where none is named.

    Options and errors are those of `page`.
    """
    wanted = list(dict.fromkeys(views)) or [*VIEWS, "atlas"]
    paths = []
    for made in _pages(graph, wanted, options):
        path = Path(folder) / f"{made.view}.html"
        made.write_html(path)
        paths.append(path)
    return paths


def _pages(graph: Graph, views: Sequence[str], options: dict[str, Any]) -> list[Page]:
    for view in views:
        if view not in (*VIEWS, "atlas"):
            raise InputError(f"no view “{view}”", where="view", hint="views: " + ", ".join((*VIEWS, "atlas")))
    for name in options:
        if name not in OPTIONS:
            raise InputError(f"no option “{name}”", where="view", hint="options: " + ", ".join(OPTIONS))
    prepared = prepare(graph, unsure=options.get("unsure") or ())
    start = {}
    for name, state in (("focus", "focus"), ("source", "from"), ("towards", "to")):
        if options.get(name):
            start[state] = find(graph, str(options[name]))
    if options.get("lang"):
        start["lang"] = str(options["lang"])
    steps = load_steps(options["steps"], graph) if options.get("steps") else []
    font = Path(options["font"]) if options.get("font") else None
    return [Page(prepared, view, start=start, steps=steps, font=font) for view in views]


__all__ = ["OPTIONS", "VIEWS", "Page", "Prepared", "page", "prepare", "write_pages"]
