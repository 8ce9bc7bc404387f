"""Each control does what it says, by mouse and by key, and the state survives a copied link."""

from __future__ import annotations

import csv
import io
import struct

import pytest
from page_material import dated, sample

KEY = "Alliance/qiche-qinglianghua"
TSINGHUA = "University/清华大学"


def state(page, name):
    return page.tab.evaluate("innograph.state()")[name]


def test_search_finds_by_name_short_name_and_pinyin(opened):
    page = opened(sample())
    for typed, hit in (("轻量化", "轻量化"), ("清华", "清华大学"), ("qhdx", "清华大学"), ("qinglianghua", "轻量化")):
        page.tab.fill("#search", typed)
        assert hit in page.tab.inner_text("#hits li >> nth=0")
    page.tab.press("#search", "Enter")
    assert state(page, "focus") == KEY and "轻量化" in page.tab.inner_text("#panel h2")
    page.tab.fill("#search", "没有这个名字")
    assert "没有找到" in page.tab.inner_text("#hits")


def test_a_cell_lists_what_two_share_down_to_the_row(opened):
    page = opened(sample())
    cell = page.tab.locator("svg.matrix .cell").first
    cell.click()
    assert "~" in state(page, "focus")
    assert page.tab.locator("#panel .badge.roster").count() >= 1
    page.tab.locator("#panel summary").first.click()
    assert page.tab.locator("#panel blockquote mark").count() >= 1


def test_a_name_of_the_matrix_opens_its_neighbourhood(opened):
    page = opened(sample())
    page.tab.locator("svg.matrix .rows .label").first.click()
    assert state(page, "view") == "ego" and state(page, "focus").startswith("Alliance/")


def test_bulletin_evidence_opens_the_item_with_the_facts_marked(opened):
    page = opened(dated(), state="view=ego&focus=Alliance/木竹产业技术创新战略联盟")
    page.tab.locator("#panel summary").first.click()
    page.tab.locator("#panel .evidence:has(.badge.news) button.name").first.click()
    assert state(page, "view") == "items"
    assert page.tab.locator("article .said").count() >= 1 and page.tab.locator(".saying").count() >= 1


def test_back_undo_and_a_copied_link(opened):
    page = opened(sample())
    page.tab.click("[data-view=network]")
    page.tab.evaluate(f"innograph.go({{focus: '{KEY}', orgs: '1', min: '3'}})")
    link = page.tab.evaluate("location.href")
    finding, drawn = page.finding, page.tab.evaluate("innograph.drawn().map(n => [n.key, n.x, n.y])")
    page.tab.keyboard.press("Control+z")
    page.until("innograph.state().focus === ''")
    page.tab.go_back()
    page.until("innograph.state().view === 'matrix'")
    page.go(link.split("#")[1])
    assert page.finding == finding
    assert page.tab.evaluate("innograph.drawn().map(n => [n.key, n.x, n.y])") == drawn


def test_filters_change_what_is_counted(opened):
    page = opened(sample())
    before = page.tab.evaluate("innograph.ties().length")
    page.tab.click("#fold")
    page.tab.uncheck("#types-University")
    fewer = page.tab.evaluate("innograph.ties().length")
    assert 0 < fewer < before
    page.tab.click("#src-bulletin")
    assert page.tab.evaluate("innograph.ties().length") < fewer
    page.tab.click("#clear")
    assert page.tab.evaluate("innograph.ties().length") == before
    page.tab.uncheck("#kinds-members")
    assert "没有" in page.finding or page.tab.evaluate("innograph.ties().length") < before


def test_nothing_to_show_is_a_sentence_with_a_cure(opened):
    page = opened(sample(), state="view=matrix&src=bulletin&kinds=agreement")
    assert "没有符合条件的联系" in page.tab.inner_text("#stage") and page.errors == []
    page.tab.click("#stage .empty button")
    assert page.tab.locator("svg.matrix").count() == 1


def test_years_leave_the_layout_where_it_is(opened):
    page = opened(sample(), "network")
    where = {k: (x, y) for k, x, y in page.tab.evaluate("innograph.drawn().map(n => [n.key, n.x, n.y])")}
    page.go("view=network&until=2015")
    then = page.tab.evaluate("innograph.drawn().map(n => [n.key, n.x, n.y])")
    assert 0 < len(then) < len(where) and all(where.get(k, (x, y)) == (x, y) for k, x, y in then)


def test_the_year_slider_moves_by_key(opened):
    page = opened(sample(), state="view=network&fold=1")
    page.tab.focus("#until")
    page.tab.keyboard.press("ArrowLeft")
    page.tab.keyboard.press("ArrowLeft")
    assert state(page, "until").isdigit() and page.tab.evaluate("document.activeElement.id") == "until"


def test_what_if_redraws_and_says_what_fell(opened):
    page = opened(sample(), "bridging")
    page.tab.locator("[data-do=whatif]").first.click()
    assert state(page, "view") == "matrix" and state(page, "without") == TSINGHUA
    assert page.finding.startswith("如果清华大学退出：95 对联盟不再相连")
    page.tab.keyboard.press("u")
    page.until("innograph.state().without === ''")


def test_variants_of_the_weight(opened):
    page = opened(sample())
    page.tab.select_option("#variant", "jaccard")
    assert state(page, "variant") == "jaccard" and "Jaccard" in page.tab.inner_text("#legend")


def test_dragging_a_node_pins_it(opened):
    page = opened(sample(), "network")
    first = page.tab.evaluate("innograph.drawn().sort((a, b) => b.r - a.r)[0]")
    box = page.tab.locator("canvas.net").bounding_box()
    x, y = box["x"] + first["screen"][0], box["y"] + first["screen"][1]
    page.tab.mouse.move(x, y)
    page.tab.mouse.down()
    page.tab.mouse.move(x + 60, y + 30, steps=4)
    page.tab.mouse.up()
    assert first["key"] in state(page, "pin")
    moved = page.tab.evaluate("k => innograph.drawn().find(n => n.key === k)", first["key"])
    assert moved["x"] > first["x"] + 20
    page.tab.click("[data-do=unpin]")
    assert state(page, "pin") == ""


def test_every_key_of_the_list(opened):
    page = opened(sample())
    press = page.tab.keyboard.press
    press("2")
    assert state(page, "view") == "network"
    press("t")
    assert page.tab.locator("#stage table tbody tr").count() > 10
    press("t")
    press("d")
    assert page.tab.evaluate("document.documentElement.dataset.theme") == "dark"
    press("e")
    assert "alliances" in page.finding and page.tab.evaluate("document.documentElement.lang") == "en"
    press("e")
    press("f")
    assert page.tab.locator("#filters").is_visible()
    press("/")
    assert page.tab.evaluate("document.activeElement.id") == "search"
    press("Escape")
    press("?")
    assert page.tab.locator("dialog.keys kbd").count() > 10
    press("Escape")
    press("1")
    page.tab.focus("svg.matrix")
    for _ in range(3):
        press("ArrowDown")
    assert page.tab.locator("svg.matrix .label.on").count() == 2
    press("Enter")
    assert state(page, "focus") != ""
    page.tab.focus("#main")
    press("Escape")
    assert state(page, "focus") == ""
    assert page.errors == []


@pytest.mark.parametrize("view", ["members", "ego", "path", "timeline"])
def test_arrows_walk_and_enter_opens(opened, view):
    page = opened(dated() if view == "timeline" else sample(), view)
    first = page.tab.locator("#stage [tabindex='0']").first
    first.focus()
    page.tab.keyboard.press("ArrowDown")
    page.tab.keyboard.press("Enter")
    assert state(page, "focus") != ""


def test_table_holds_what_the_matrix_shows(opened):
    page = opened(sample(), state="view=matrix&rows=tied&table=1")
    assert page.tab.locator("#stage tbody tr").count() == page.tab.evaluate("innograph.ties().length")
    assert page.tab.locator("#stage caption").count() == 1


def test_csv_svg_png_and_slides(opened):
    page = opened(sample(), state="view=matrix&rows=tied")
    rows = list(csv.reader(io.StringIO(page.tab.evaluate("innograph.csv()").lstrip("\ufeff"))))
    assert len(rows) - 1 == page.tab.evaluate("innograph.ties().length")
    for view in ("matrix", "network", "members", "ego", "path"):
        page.go(f"view={view}")
        assert page.finding[:8] in page.tab.evaluate("innograph.svg()")

    def saved(name):
        page.tab.click("#more summary")
        with page.tab.expect_download() as got:
            page.tab.click(f"[data-do={name}]")
        return got.value.path().read_bytes()

    assert saved("svg").startswith(b"<svg") and saved("csv").startswith(b"\xef\xbb\xbf")
    slide = saved("png169")
    assert slide[:4] == b"\x89PNG"
    width, height = struct.unpack(">II", slide[16:24])
    assert abs(width / height - 16 / 9) < 0.01
    assert page.errors == [] and page.asked == []


def test_the_timeline_zooms_by_drag_and_tells_planned_from_cancelled(opened):
    page = opened(dated(), "timeline")
    assert page.tab.locator(".event.planned").count() == 1 and page.tab.locator(".event.cancelled line").count() == 1
    box = page.tab.locator("svg.timeline").bounding_box()
    page.tab.mouse.move(box["x"] + 500, box["y"] + 60)
    page.tab.mouse.down()
    page.tab.mouse.move(box["x"] + 900, box["y"] + 60, steps=4)
    page.tab.mouse.up()
    assert ".." in state(page, "window")
    page.tab.click("[data-do=unzoom]")
    assert state(page, "window") == ""
    page.tab.click("[data-do=byhost]")
    assert "木竹联盟" in page.tab.inner_text("#stage")


def test_changes_name_what_is_new_and_what_ended(opened):
    page = opened(dated(), "changes")
    assert "2023-1" in page.finding and "新增" in page.finding
    text = page.tab.inner_text("#stage")
    assert "乙有限公司" in text or "乙" in text
    assert "结束、取消" in text and "取消" in text
    page.tab.locator("#stage .fact:has(.sentence) summary").first.click()
    assert page.tab.locator("#stage blockquote").count() >= 1


def test_the_ends_of_a_path_are_typed(opened):
    page = opened(sample(), "path")
    page.tab.fill("#path-from", "清华大学")
    page.tab.press("#path-from", "Enter")
    page.tab.fill("#path-to", "木竹联盟")
    page.tab.press("#path-to", "Enter")
    assert state(page, "from") == TSINGHUA and "木竹联盟" in page.finding


def smallest(page) -> float:
    """The size in pixels of the smallest text that can be seen."""
    return page.tab.evaluate(
        """() => Math.min(...[...document.querySelectorAll('main *, #caption *')]
        .filter(x => x.getBoundingClientRect().width > 2 && [...x.childNodes].some(c => c.nodeType === 3 && c.data.trim()) && x.tagName !== 'title')
        .map(x => parseFloat(getComputedStyle(x).fontSize)))"""
    )


def test_presenter_steps_notes_and_back(opened):
    page = opened(sample(), steps="sample")
    press = page.tab.keyboard.press
    press("p")
    assert state(page, "step") == "1" and page.tab.locator("#caption .words").is_visible()
    assert smallest(page) >= 24
    press("Space")
    assert state(page, "step") == "2" and "~" in state(page, "focus")
    press("n")
    assert ":" in page.tab.inner_text(".clock")
    press("ArrowLeft")
    assert state(page, "step") == "1"
    for _ in range(12):
        press("ArrowRight")
        assert smallest(page) >= 24
    assert state(page, "step") == "8" and page.errors == []
    press("Escape")
    assert state(page, "step") == "" and page.tab.locator("#bar").is_visible()
