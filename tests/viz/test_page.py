"""A page is a pyvis network that writes innograph's own file."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys

import pytest
from page_material import ATTACKS, BULLETINS, dated, generated, graph_of, hostile, sample
from pyvis.network import Network

from innograph.errors import InputError
from innograph.graph.elements import Graph
from innograph.viz import VIEWS, Page, page, write_pages
from innograph.viz.rendering import safe_json


@pytest.fixture(scope="module")
def made() -> Page:
    return page(dated(), "network")


def content(html: str) -> dict:
    return json.loads(re.search(r'id="content">(.*?)</script>', html, re.S).group(1))


def test_it_is_a_pyvis_network_with_its_nodes_and_edges(made):
    assert isinstance(made, Network)
    assert {n["id"] for n in made.nodes} >= {"Alliance/木竹产业技术创新战略联盟", "Enterprise/甲有限公司"}
    assert all({"x", "y", "label", "title"} <= set(n) for n in made.nodes)
    assert {e["kind"] for e in made.edges} == {"members"}


def test_parallel_edges_are_kept():
    made = page(dated(), "network")
    a, b = made.nodes[0]["id"], made.nodes[1]["id"]
    before = len(made.edges)
    made.add_edge(a, b, label="一")
    made.add_edge(a, b, label="二")
    assert len(made.edges) == before + 2
    told = content(made.generate_html())
    assert [told["facts"][n]["p"] for n in told["added"]["edges"]] == ["一", "二"]


def test_what_a_person_adds_is_on_the_page():
    made = page(dated(), "network")
    made.add_node("mine", label="我们的新联盟", color="#aa3377", shape="diamond", size=20)
    made.add_edge("mine", made.nodes[0]["id"], label="意向", width=4)
    told = content(made.generate_html())
    mine = next(n for n, t in enumerate(told["things"]) if t["k"] == "mine")
    assert told["layout"][str(mine)] and told["added"]["nodes"][str(mine)]["color"] == "#aa3377"
    with pytest.raises(InputError, match="no node"):
        made.add_edge("mine", "nobody")


def test_a_moved_node_is_where_it_was_moved_to():
    made = page(dated(), "network")
    made.nodes[0]["x"] = 4321.0
    told = content(made.generate_html())
    assert 4321.0 in [at[0] for at in told["layout"].values()]


def test_write_html_makes_one_file_in_utf8_and_nothing_beside(tmp_path, made):
    made.write_html(tmp_path / "p.html")
    assert [p.name for p in tmp_path.iterdir()] == ["p.html"]
    assert "木竹" in (tmp_path / "p.html").read_text(encoding="utf-8")
    made.save_graph(str(tmp_path / "q.html"))
    assert (tmp_path / "q.html").read_bytes() == (tmp_path / "p.html").read_bytes()


def test_show_opens_the_file_it_wrote(tmp_path, made, monkeypatch):
    seen = []
    monkeypatch.setattr("webbrowser.open", seen.append)
    made.show(tmp_path / "p.html")
    assert seen == [(tmp_path / "p.html").as_uri()]


def test_the_only_script_and_style_are_the_ones_the_policy_names(made):
    html = made.generate_html()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html).group(1).replace("&#39;", "'")
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "http" not in policy
    for tag, kind in (("script", "script-src"), ("style", "style-src")):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.S)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in policy
    assert not re.search(r'(src|href)="(https?:)?//', html)


def test_no_name_can_end_the_content():
    html = page(hostile()).generate_html()
    assert html.count("</script>") == 2 and "<img" not in html
    told = content(html)
    assert set(ATTACKS) <= {t["n"] for t in told["things"]}


def test_safe_json_survives_a_round_trip():
    told = {"a": "</script><!--\u2028&amp;", "b": [1, None, "中"]}
    assert json.loads(safe_json(told)) == told and not set("<>&\u2028") & set(safe_json(told))


def test_the_same_graph_gives_the_same_page():
    again = graph_of(*reversed(BULLETINS))
    assert page(dated()).generate_html() == page(again).generate_html()


def test_all_views_and_the_atlas_are_written(tmp_path):
    paths = write_pages(dated(), tmp_path / "pages")
    assert [p.name for p in paths] == [f"{v}.html" for v in (*VIEWS, "atlas")]
    assert content(paths[3].read_text(encoding="utf-8"))["start"]["view"] == VIEWS[3]


def test_options_name_things_as_people_do():
    told = content(page(sample(), "path", source="清华", towards="木竹联盟", lang="en").generate_html())
    assert told["start"]["from"] == "University/清华大学" and told["start"]["to"].startswith("Alliance/")
    assert told["start"]["lang"] == "en"


@pytest.mark.parametrize(
    ("view", "options", "words"),
    [
        ("pie", {}, "no view “pie”"),
        ("matrix", {"colour": 1}, "no option “colour”"),
        ("ego", {"focus": "没有这个"}, "nothing is called"),
        ("matrix", {"steps": "missing.toml"}, "cannot read the steps"),
    ],
)
def test_what_cannot_be_is_said(view, options, words):
    with pytest.raises(InputError, match=words):
        page(dated(), view, **options)


def test_a_near_name_is_proposed():
    with pytest.raises(InputError, match="木竹"):
        page(dated(), "ego", focus="木竹产业")


def test_pages_stay_below_ten_megabytes():
    assert len(page(generated(5000)).generate_html().encode()) < 10_000_000


def test_an_empty_graph_has_a_page():
    html = page(Graph()).generate_html()
    assert content(html)["things"] == []


def test_steps_of_the_sample_and_their_errors(tmp_path):
    told = content(page(sample(), steps="sample").generate_html())["steps"]
    assert len(told) == 8 and all(step["caption"] and step["notes"] for step in told)
    assert told[5]["state"]["without"] == "University/清华大学"
    for text, words in (
        ('[[step]]\nview = "matrix"', "needs a caption"),
        ('[[step]]\ncaption = "x"\nfocus = "没有"', "step 1"),
        ('[[step]]\ncaption = "x"\nview = "pie"', "no view"),
        ('[[step]]\ncaption = "x"\ncolour = 1', "no “colour”"),
        ("[[step", "not TOML"),
        ("", "no steps"),
    ):
        path = tmp_path / "s.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InputError, match=words):
            page(sample(), steps=path)


def test_a_font_is_embedded_as_a_subset(tmp_path):
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    names = [".notdef", "mu", "other"]
    build = FontBuilder(1000, isTTF=True)
    build.setupGlyphOrder(names)
    build.setupCharacterMap({ord("木"): "mu", ord("龘"): "other"})
    pen = TTGlyphPen(None)
    for at in ((0, 0), (0, 700), (700, 700)):
        (pen.moveTo if at == (0, 0) else pen.lineTo)(at)
    pen.closePath()
    build.setupGlyf(dict.fromkeys(names, pen.glyph()))
    build.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    build.setupHorizontalHeader()
    build.setupNameTable({"familyName": "Test", "styleName": "Regular"})
    build.setupOS2()
    build.setupPost()
    build.save(tmp_path / "t.ttf")
    html = page(dated(), font=tmp_path / "t.ttf").generate_html()
    assert "@font-face" in html and "data:font/" in html
    bad = tmp_path / "bad.ttf"
    bad.write_bytes(b"no font")
    with pytest.raises(InputError, match="not a font"):
        page(dated(), font=bad).generate_html()


def test_a_page_too_large_keeps_the_sentences_of_its_facts(monkeypatch):
    monkeypatch.setattr(sys.modules["innograph.viz.page"], "LIMIT", 1)
    told = content(page(dated()).generate_html())
    assert told["lighter"] and all(item["x"] == "" for item in told["items"])
    assert all(t[5] for f in told["facts"] for t in f["t"])


def test_unsure_names_give_the_figures_a_range():
    pair = ("Enterprise/乙有限公司", "Enterprise/甲有限公司")
    told = content(page(dated(), "bridging", unsure=[pair]).generate_html())
    assert told["unsure"] == 1
    assert all(row["range"][0] <= row["lost"] <= row["range"][1] for row in told["brokers"])
    assert any(row["range"][0] < row["range"][1] for row in told["brokers"])
