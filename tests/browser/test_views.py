"""Every view, opened from a file without a network: no request, no complaint, a finding, a picture, a table."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_material import dated, generated, sample

from innograph.viz import VIEWS

ALL = (*VIEWS, "atlas")


@pytest.mark.parametrize("view", ALL)
def test_a_view_of_the_sample_opens_whole_and_silent(opened, view):
    page = opened(sample(), view)
    assert page.errors == [] and page.asked == []
    assert len(page.finding) > 6
    assert "来源" in page.tab.inner_text("#counted")
    assert page.tab.locator("#stage > *").count() >= 1


@pytest.mark.parametrize("view", ALL)
def test_a_view_of_dated_bulletins(opened, view):
    page = opened(dated(), view)
    assert page.errors == [] and page.asked == []
    assert page.tab.locator("#stage .empty").count() == 0


@pytest.mark.parametrize("size", [500, 2000, 5000])
def test_generated_graphs_open_in_matrix_and_network(opened, size):
    page = opened(generated(size), "network")
    assert page.errors == [] and page.asked == []
    assert page.path.stat().st_size <= 10_000_000
    assert int(page.tab.evaluate("document.documentElement.dataset.ready")) < 5000
    assert ("示例" in page.finding) and page.tab.locator("canvas.net").count() == 1
    page.go("view=matrix")
    assert page.errors == [] and page.tab.locator("svg.matrix .cell").count() > 10


@pytest.mark.parametrize("view", ALL)
@pytest.mark.parametrize("dark", ["0", "1"])
def test_axe_finds_no_serious_fault(opened, view, dark):
    page = opened(sample(), view, f"view={view}&dark={dark}&fold=1")
    found = Axe().run(page.tab).response["violations"]
    grave = [v for v in found if v["impact"] in ("serious", "critical")]
    assert grave == [], json.dumps([(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in grave], ensure_ascii=False)


@pytest.mark.parametrize("view", ["matrix", "members", "ego", "path", "timeline"])
def test_no_name_covers_another(opened, view):
    page = opened(dated() if view == "timeline" else sample(), view)
    clash = page.tab.evaluate(
        """() => {
        const boxes = [...document.querySelectorAll('#stage svg text')].filter(t => t.textContent && !t.closest('.columns') && !t.classList.contains('count'))
          .map(t => { const b = t.getBoundingClientRect(); return { t: t.textContent, l: b.left, r: b.right, y: b.top + b.height * .24, z: b.bottom - b.height * .24 }; }).filter(b => b.r > b.l);
        const found = [];
        for (let i = 0; i < boxes.length; i += 1) for (let j = i + 1; j < boxes.length; j += 1) { const a = boxes[i], b = boxes[j];
          if (a.l < b.r - 1 && b.l < a.r - 1 && a.y < b.z && b.y < a.z) found.push([a.t, b.t]); }
        return found; }"""
    )
    assert clash == []


def test_no_column_name_of_the_matrix_covers_the_next(opened):
    page = opened(sample())
    apart = page.tab.evaluate(
        """() => { const turn = t => t.transform.baseVal.consolidate().matrix;
        const at = [...document.querySelectorAll('.columns text')].map(t => [turn(t).e, +t.getAttribute('font-size'), Math.atan2(-turn(t).b, turn(t).a)]);
        return at.slice(1).map((x, i) => (x[0] - at[i][0]) * Math.sin(x[2]) - x[1]); }"""
    )
    assert len(apart) > 15 and min(apart) >= 0


def test_no_label_of_the_network_covers_another(opened):
    page = opened(sample(), "network")
    boxes = page.tab.evaluate("innograph.labels()")
    assert len(boxes) > 20
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]), (a, b)


def test_every_alliance_of_the_default_network_is_named(opened):
    page = opened(sample(), "network")
    told = page.tab.evaluate("innograph.drawn().filter(n => n.alliance).map(n => n.named)")
    assert len(told) > 20 and sum(told) / len(told) > 0.97


def test_the_aggregated_network_opens_into_its_alliances(opened):
    page = opened(generated(5000), "network")
    fields = page.tab.evaluate("innograph.drawn().length")
    page.go("view=network&rows=all")
    assert fields < 20 and page.tab.evaluate("innograph.drawn().length") > 500
