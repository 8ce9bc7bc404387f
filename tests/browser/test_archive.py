"""The whole chain on the fictional archive: nine issues over three years, read, resolved, drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from innograph.viz import VIEWS
from innograph.workspace import Workspace

ARCHIVE = Path(__file__).parents[2] / "samples" / "archive"


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive") / "kg"
    workspace, _ = Workspace.build(folder, sorted(ARCHIVE.glob("*.txt")))
    return workspace.graph


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_of_the_archive(opened, graph, view):
    page = opened(graph, view)
    assert page.errors == [] and page.asked == []
    assert page.tab.locator("#stage .empty").count() == 0
    assert "9 期简报" in page.tab.inner_text("#counted")


def test_its_events_lie_on_the_line_and_its_changes_name_the_issue_before(opened, graph):
    page = opened(graph, "timeline")
    assert page.tab.locator(".event").count() >= 10
    page.go("view=changes")
    assert "2024" in page.finding and page.tab.locator("#stage blockquote").count() >= 1
