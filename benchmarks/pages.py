"""Pages beside plain pyvis: how long until one can look, and how smoothly one can drag and zoom.

    python -m innograph.benchmarks.pages            # or: python benchmarks/pages.py [--sizes 500 2000 5000]

Both are opened from a file in the same headless Chromium in the same run. Plain pyvis gets its library inlined (as it
is, it opens blank without a network) and its settling is stopped after 60 seconds. Frames are counted over two
seconds of dragging and two of zooming by the mouse.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HERE / "tests" / "viz"), str(HERE / "tests" / "graph")]

COUNT = """() => { window.frames_ = 0; const tick = () => { window.frames_ += 1; requestAnimationFrame(tick); }; requestAnimationFrame(tick); }"""
STILL = 60.0
"""Seconds after which the settling of plain pyvis is stopped."""


def move(tab: Any, selector: str) -> tuple[float, float]:
    """Frames a second while dragging, and while zooming."""
    box = tab.locator(selector).first.bounding_box()
    x, y = box["x"] + box["width"] / 2 + 7, box["y"] + box["height"] - 30
    found = []
    for kind in ("drag", "zoom"):
        tab.mouse.move(x, y)
        if kind == "drag":
            tab.mouse.down()
        start, before, n = time.perf_counter(), tab.evaluate("window.frames_"), 0
        while time.perf_counter() - start < 2:
            n += 1
            if kind == "drag":
                tab.mouse.move(x - 150 + (n * 7) % 300, y - 60 + (n * 5) % 90)
            else:
                tab.mouse.wheel(0, -60 if n % 20 < 10 else 60)
        found.append((tab.evaluate("window.frames_") - before) / (time.perf_counter() - start))
        if kind == "drag":
            tab.mouse.up()
    return found[0], found[1]


def ours(browser: Any, folder: Path, graph: Any, state: str) -> dict[str, float]:
    """Open our page in a state: seconds until drawn, frames a second, megabytes."""
    from innograph.viz import page

    path = folder / "ours.html"
    page(graph, "network").write_html(path)
    tab = browser.new_page(viewport={"width": 1600, "height": 950})
    tab.goto(path.as_uri() + "#" + state)
    tab.wait_for_selector("html[data-ready]", state="attached")
    ready = float(tab.evaluate("document.documentElement.dataset.ready")) / 1000
    marks = tab.evaluate("innograph.drawn().length")
    tab.evaluate(COUNT)
    drag, zoom = move(tab, "canvas.net")
    tab.close()
    return {"marks": marks, "ready": ready, "drag": drag, "zoom": zoom, "mb": path.stat().st_size / 1e6}


def plain(browser: Any, folder: Path, graph: Any) -> dict[str, float]:
    """The same nodes and edges in pyvis as it is, with its own bundled library inlined."""
    from pyvis.network import Network

    from innograph.viz import page

    made = page(graph, "network")
    peer = Network(height="900px", width="100%", cdn_resources="in_line")
    for node in made.nodes:
        peer.add_node(node["id"], label=node["label"])
    for edge in made.edges:
        peer.add_edge(edge["from"], edge["to"])
    path = folder / "pyvis.html"
    path.write_text(peer.generate_html(), encoding="utf-8")
    tab = browser.new_page(viewport={"width": 1600, "height": 950})
    start = time.perf_counter()
    tab.goto(path.as_uri())
    tab.evaluate("() => { window.settled_ = false; network.once('stabilizationIterationsDone', () => { window.settled_ = true; }); }")
    while time.perf_counter() - start < STILL and not tab.evaluate("window.settled_"):
        time.sleep(0.5)
    ready = time.perf_counter() - start
    tab.evaluate("network.stopSimulation()")
    tab.evaluate(COUNT)
    drag, zoom = move(tab, "canvas")
    tab.close()
    return {"marks": len(made.nodes), "ready": ready, "drag": drag, "zoom": zoom, "mb": path.stat().st_size / 1e6}


def main() -> None:
    """Measure and print a table."""
    from page_material import generated, sample
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[500, 2000, 5000])
    parser.add_argument("--no-pyvis", action="store_true", help="leave plain pyvis out")
    wanted = parser.parse_args()
    path = shutil.which("chromium") or shutil.which("google-chrome")
    print(f"{'what':34}{'marks':>7}{'ready s':>9}{'drag fps':>10}{'zoom fps':>10}{'MB':>7}", flush=True)

    def show(name: str, row: dict[str, float]) -> None:
        print(f"{name:34}{row['marks']:7.0f}{row['ready']:9.2f}{row['drag']:10.0f}{row['zoom']:10.0f}{row['mb']:7.2f}", flush=True)

    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        show("sample, network", ours(browser, Path(folder), sample(), "view=network"))
        for size in wanted.sizes:
            graph = generated(size)
            show(f"{size}, first view", ours(browser, Path(folder), graph, "view=network"))
            show(f"{size}, every mark drawn", ours(browser, Path(folder), graph, "view=network&min=.01&orgs=1&rows=all"))
            if not wanted.no_pyvis:
                show(f"{size}, plain pyvis", plain(browser, Path(folder), graph))
        browser.close()


if __name__ == "__main__":
    main()
