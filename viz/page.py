"""`Page`: a pyvis network whose page is innograph's own, whole in one file.

A person who knows pyvis finds nodes and edges where pyvis keeps them, adds more with `add_node` and
`add_edge`, and writes with `write_html`. What pyvis itself would write opens blank without a network and runs
script from names; so generating, writing and showing are ours.
"""

from __future__ import annotations

import webbrowser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyvis.edge import Edge
from pyvis.network import Network

from ..errors import InputError
from .added import with_added
from .content import VIEWS, Prepared
from .fonts import embedded
from .rendering import render

LIMIT = 10_000_000
"""Bytes that a page may have."""


class Page(Network):  # type: ignore[misc]  # pyvis has no types
    """A page of one graph, opening on one view.

    `nodes` and `edges` hold the network view in pyvis's own form: alliances and what connects them, with
    positions, one edge for each kind of tie. Change or add to them before writing.

    Parameters
    ----------
    prepared
        What `prepare(graph)` made.
    view
        The view it opens on, one of `VIEWS` or `atlas`.
    start
        The rest of the first state: `focus`, `from`, `to` (keys of things), `lang`.
    steps
        Steps of presenter mode, as `steps.load` returns them.
    font
        A font file, of which the characters of the page are embedded.
    """

    def __init__(
        self, prepared: Prepared, view: str = "matrix", *, start: Mapping[str, str] | None = None,
        steps: list[dict[str, Any]] | None = None, font: Path | None = None,
    ) -> None:
        super().__init__(height="100vh", width="100%", cdn_resources="in_line")
        self.prepared, self.view, self.start = prepared, view, dict(start or {})
        self.steps, self.font = steps or [], font
        self.toggle_physics(False)
        self._fill()
        self._own_nodes = {node["id"] for node in self.nodes}
        self._own_edges = len(self.edges)

    def add_edge(self, source: Any, to: Any, **options: Any) -> None:
        """Add an edge, parallel ones too. Raises `InputError` for an end that is no node of the page."""
        for end in (source, to):
            if end not in self.node_map:
                raise InputError(f"no node “{end}”", where="add_edge", hint="add it with add_node first")
        self.edges.append(Edge(source, to, self.directed, **options).options)

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """The whole page as text. The arguments are pyvis's and change nothing: there is one kind of page."""
        content = {**self.prepared.content, "start": {"view": self.view, **self.start}, "steps": self.steps}
        content = with_added(content, self.prepared, self.nodes, self._own_nodes, self.edges[self._own_edges :])
        title = f"{self.heading or 'innograph'}"
        html = render(content, title=title)
        if self.font is not None:
            html = render(content, title=title, font=embedded(self.font, html))
        if len(html.encode()) > LIMIT:
            html = render(_lighter(content), title=title)
        return html

    def write_html(
        self, name: str | Path, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page as UTF-8, one file, nothing beside it."""
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.generate_html(), encoding="utf-8", newline="\n")
        if open_browser:
            webbrowser.open(path.resolve().as_uri())

    def save_graph(self, name: str | Path) -> None:
        """The same as `write_html`."""
        self.write_html(name)

    def show(self, name: str | Path, local: bool = True, notebook: bool = False) -> Any:
        """Write the page and open it; in a notebook return a frame that shows it."""
        if not notebook:
            self.write_html(name, open_browser=True)
            return None
        from IPython.display import IFrame

        self.write_html(name)
        return IFrame(str(name), width=self.width, height="720px")

    def _fill(self) -> None:
        """Nodes and edges of the network view, as pyvis holds them."""
        things = self.prepared.numbers.things
        layout = self.prepared.content["layout"]
        scale = {n: float(v["m"].get("strength", 0)) for n, v in enumerate(things) if "m" in v}
        for number, (x, y) in layout.items():
            thing = things[number]
            self.add_node(
                thing["k"], label=thing.get("s", thing["n"]), title=thing["n"], x=x, y=y, group=thing["t"],
                size=10 + 2 * scale.get(number, 0) ** 0.5, physics=False,
            )
        for tie in self.prepared.measures.alliances.ties.values():
            for kind in dict.fromkeys(s.kind for s in tie.supports):
                count = sum(s.kind == kind for s in tie.supports)
                self.add_edge(tie.a, tie.b, title=kind, value=count, kind=kind)


def _lighter(content: Mapping[str, Any]) -> dict[str, Any]:
    """The same without the texts of roster rows and then of items: only the sentences that facts stand on are
    kept.
    """
    items = []
    texts = [item["x"] for item in content["items"]]
    facts = [
        {**f, "t": [[*t[:5], t[5] if len(t) > 5 else texts[t[0]][t[1] : t[2]]] for t in f["t"][:3]]}
        for f in content["facts"]
    ]
    for item in content["items"]:
        items.append({**item, "x": ""})
    return {**content, "items": items, "facts": facts, "lighter": True}


__all__ = ["VIEWS", "Page"]
