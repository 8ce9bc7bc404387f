"""Names and sentences that try to run, to break out or to call home show as text."""

from __future__ import annotations

import pytest
from page_material import ATTACKS, hostile

from innograph.viz import VIEWS, page


@pytest.mark.parametrize("view", (*VIEWS, "atlas"))
def test_a_hostile_name_is_text_everywhere(opened, view):
    seen = opened(hostile(), view, f"view={view}&rows=all&fold=1")
    seen.tab.keyboard.press("t")
    seen.tab.keyboard.press("t")
    assert seen.errors == [] and seen.asked == []
    assert seen.tab.locator("#frame img, #frame script, #frame b b, #frame u, #frame i").count() == 0


def test_the_name_is_shown_as_it_is(opened):
    seen = opened(hostile())
    shown = seen.tab.inner_html("svg.matrix .rows")
    assert "&lt;img" in shown or "&lt;/script" in shown
    seen.go("view=items")
    assert "<script>alert(9)</script>" in seen.tab.inner_text("article")


def test_a_hostile_address_is_harmless(opened):
    seen = opened(hostile())
    seen.go("view=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&focus=%3Cscript%3Ealert(1)%3C%2Fscript%3E&pin=__proto__@1_2&item=constructor&min=-9&since=abcd")
    assert seen.errors == [] and seen.tab.evaluate("innograph.state().view") == "matrix"


def test_formulas_stay_text_in_the_csv(opened):
    seen = opened(hostile(), state="view=matrix&rows=all")
    assert "'=HYPERLINK" in seen.tab.evaluate("innograph.csv()")


def test_added_nodes_cannot_run_either(browser, tmp_path):
    made = page(hostile(), "network")
    made.add_node("x1", label=ATTACKS[1], title='<a href="javascript:alert(1)">x</a>', color="red;background:url(http://e)")
    made.add_edge("x1", made.nodes[0]["id"], title="<img src=x onerror=alert(5)>")
    path = tmp_path / "n.html"
    made.write_html(path)
    tab = browser.new_page()
    told = []
    tab.on("dialog", lambda d: (told.append(d.message), d.dismiss()))
    tab.on("pageerror", lambda e: told.append(str(e)))
    tab.goto(path.as_uri())
    tab.wait_for_selector("html[data-ready]", state="attached")
    drawn = tab.evaluate("innograph.drawn().map(n => n.key)")
    tab.close()
    assert told == [] and "x1" in drawn


def test_script_that_a_name_smuggled_in_would_not_be_allowed(opened):
    seen = opened(hostile())
    seen.tab.evaluate("() => { const x = document.createElement('script'); x.textContent = 'window.ran = 1'; document.body.append(x); const y = new Image(); y.src = 'http://example.invalid/'; document.body.append(y); }")
    assert seen.tab.evaluate("window.ran") is None
    assert any("Content Security Policy" in e for e in seen.errors)
