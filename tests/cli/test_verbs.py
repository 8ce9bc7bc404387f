"""Each verb, used as its user would."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from innograph import samples
from innograph.cli import VERBS
from innograph.graph.model import loads

from .conftest import Run, innograph


def test_demo_says_what_it_made_and_what_to_do_next(sample: Path) -> None:
    kg = sample / "kg"
    assert {"facts", "graph", "rdf", "pages"} <= {p.name for p in kg.iterdir() if p.is_dir()}
    again = innograph("demo", cwd=sample)
    assert again.code == 0
    for word in ("unchanged", "open", str(Path("kg") / "facts")):
        assert word in again.err


def test_demo_leaves_a_page_that_is_one_file(sample: Path) -> None:
    page = sample / "kg" / "pages" / "atlas.html"
    text = page.read_text(encoding="utf-8")
    assert "http-equiv=\"Content-Security-Policy\"" in text
    assert "半导体照明" in text


def test_extract_prints_a_facts_file(run: Run) -> None:
    done = run("extract", samples.bulletin())
    assert done.code == 0, done.err
    facts = loads(done.out)
    assert len(facts.items) == 26
    for item in facts.items:
        for relation in item.relations:
            start, end = relation.evidence
            assert item.item.text[start:end] == relation.quote


def test_extract_reads_standard_input(run: Run) -> None:
    done = run("extract", "-", stdin=samples.bulletin().read_bytes())
    assert done.code == 0
    assert len(loads(done.out).items) == 26


def test_the_number_of_jobs_changes_nothing(run: Run) -> None:
    one = run("extract", samples.bulletin(), "--no-tagger")
    two = run("extract", samples.bulletin(), "--no-tagger", "--jobs", "2")
    assert one.out == two.out


def test_coverage_counts_every_sentence(run: Run) -> None:
    done = run("extract", samples.bulletin(), "--coverage", "--json")
    (receipt,) = json.loads(done.out)
    assert set(receipt["sentences"]) <= {"used", "empty", "unread"}
    assert receipt["sentences"]["unread"] == len(receipt["unread"]) if receipt["unread"] else True


def test_add_twice_is_add_once(run: Run, small: Path) -> None:
    before = sorted((p.name, p.read_bytes()) for p in (small / "kg" / "facts").iterdir())
    issue = sorted(p for p in samples.archive().iterdir() if p.suffix == ".txt")[0]
    done = run("add", issue)
    assert done.code == 0
    assert "unchanged" in done.err
    assert sorted((p.name, p.read_bytes()) for p in (small / "kg" / "facts").iterdir()) == before


def test_a_withdrawn_bulletin_leaves_no_trace(run: Run, small: Path) -> None:
    issues = sorted(p for p in samples.archive().iterdir() if p.suffix == ".txt")
    before = json.loads(run("info", "--json").out)
    assert run("add", issues[2]).code == 0
    (added,) = {b["id"] for b in json.loads(run("info", "--json").out)["bulletins"]} - {
        b["id"] for b in before["bulletins"]
    }
    dry = run("remove", added, "--dry-run", "--json")
    assert json.loads(dry.out)["falls"]["counts"]
    assert run("remove", added).code == 0
    assert json.loads(run("info", "--json").out) == before


def test_remove_proposes_what_is_there(run: Run, small: Path) -> None:
    done = run("remove", "nothing")
    assert done.code == 4
    assert "known: " in done.err


def test_build_again_from_the_ledger(run: Run, small: Path) -> None:
    before = run("export", "--format", "nquads").out
    shutil.rmtree(small / "kg" / "graph")
    shutil.rmtree(small / "kg" / "rdf")
    (small / "kg" / "index.sqlite").write_bytes(b"damaged")
    assert run("build").code == 0
    assert run("export", "--format", "nquads").out == before


def test_build_refuses_an_existing_workspace(run: Run, small: Path) -> None:
    done = run("build", samples.bulletin())
    assert done.code == 4
    assert "--force" in done.err
    assert run("build", samples.bulletin(), "--force").code == 0
    assert len(json.loads(run("info", "--json").out)["bulletins"]) == 1


def test_as_of_leaves_later_bulletins_out(run: Run, small: Path) -> None:
    dates = sorted(b["date"] for b in json.loads(run("info", "--json").out)["bulletins"])
    whole = run("export", "--format", "nquads").out
    early = run("export", "--format", "nquads", "--as-of", dates[0]).out
    assert 0 < len(early) < len(whole)


def test_diff_tells_what_is_new(run: Run, small: Path) -> None:
    dates = sorted(b["date"] for b in json.loads(run("info", "--json").out)["bulletins"])
    done = run("diff", dates[0], "--json")
    assert done.code == 0, done.err
    assert any(change["kind"] == "new" for change in json.loads(done.out)["facts"])
    assert run("diff", dates[0], "--lang", "zh").out


def test_validate_is_clean_on_the_archive(run: Run, small: Path) -> None:
    done = run("validate")
    assert done.code == 0, done.out


def test_review_on_a_pipe_says_what_to_use(run: Run, sample: Path) -> None:
    done = innograph("review", cwd=sample)
    assert (done.code, "--export" in done.err) == (3, True) or "nothing to review" in done.err


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(run: Run, verb: str) -> None:
    done = run(verb, "--help")
    assert done.code == 0
    assert "Usage:" in done.out


def test_pages_of_made_up_bulletins_say_so(run: Run, small: Path) -> None:
    assert run("view", "matrix").code == 0
    page = (small / "kg" / "pages" / "matrix.html").read_text(encoding="utf-8")
    assert '"fictional": true' in page or '"fictional":true' in page
