"""A real browser for pages: Chromium, headless, without a network.

Where no browser is there, these tests are skipped and say so; with `CI=true` they fail.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab

from innograph.graph.elements import Graph
from innograph.viz import page

for folder in (Path(__file__).parents[1] / "viz", Path(__file__).parents[1] / "graph"):
    sys.path.append(str(folder))

_written: dict[tuple[int, str], tuple[str, Graph]] = {}
"""Pages by graph and options: one file holds all views, so each is made once a run."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def chromium() -> str | None:
    """The browser to test with: `INNOGRAPH_CHROMIUM`, else the first on the path."""
    return os.environ.get("INNOGRAPH_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        told = "no Chromium found: pages are NOT tested in a browser (apt-get install chromium)"
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(told)
        pytest.skip(told)
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


class Opened:
    """A page in the browser, with all that it asked for and complained of."""

    def __init__(self, tab: Tab, path: Path) -> None:
        self.tab, self.path = tab, path
        self.requests: list[str] = []
        self.errors: list[str] = []
        tab.on("request", lambda r: self.requests.append(r.url))
        tab.on("pageerror", lambda e: self.errors.append(str(e)))
        tab.on("console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None)
        tab.on("dialog", lambda d: (self.errors.append(f"dialog {d.message}"), d.dismiss()))

    def go(self, state: str = "") -> Opened:
        """Open the page anew in this state."""
        self.tab.goto("about:blank")
        self.requests.clear()
        self.tab.goto(self.path.as_uri() + (f"#{state}" if state else ""))
        self.tab.wait_for_selector("html[data-ready]", state="attached")
        return self

    def until(self, wanted: str) -> None:
        """Wait for a condition; asked from outside, for the page itself allows no eval."""
        for _ in range(100):
            if self.tab.evaluate(wanted):
                return
            self.tab.wait_for_timeout(50)
        raise AssertionError(f"never came true: {wanted}")

    @property
    def asked(self) -> list[str]:
        """What it asked for beyond its own file and what it made itself."""
        own = self.path.as_uri()
        return [u for u in self.requests if not u.startswith((own, "data:", "blob:", "about:"))]

    @property
    def finding(self) -> str:
        return self.tab.inner_text("#finding")


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Write a page of a graph and open it offline."""
    tabs = []

    def open_page(graph: Graph, view: str = "matrix", state: str = "", **options: Any) -> Opened:
        path = tmp_path / "page.html"
        key = id(graph), json.dumps(options, default=str)
        if key not in _written:
            _written[key] = page(graph, **options).generate_html(), graph
        path.write_text(_written[key][0], encoding="utf-8")
        state = state or f"view={view}"
        context = browser.new_context(offline=True, viewport={"width": 1600, "height": 950}, accept_downloads=True)
        tabs.append(context)
        made = Opened(context.new_page(), path)
        return made.go(state)

    yield open_page
    for context in tabs:
        context.close()
