"""The documents about the ontology say what is there."""

import re
from pathlib import Path

import build_ontology_page
import pytest

from innograph.ontology import load, source

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = (ROOT / "docs" / "competency-questions.md").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "ontology.html").read_text(encoding="utf-8")
ROWS = [line.split("|")[1:-1] for line in QUESTIONS.splitlines() if re.match(r"\| \d+ \|", line)]
DECLARED = set(re.findall(r"^ino:(\w+) a ", source(), re.MULTILINE))


def test_there_are_at_least_thirty_questions_each_asked_once() -> None:
    assert len(ROWS) >= 30
    assert len({row[3] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=[row[3].strip(" `") for row in ROWS])
def test_each_has_its_saved_question_and_names_terms_of_the_ontology(row: list[str]) -> None:
    name = row[3].strip(" `")
    assert (ROOT / "queries" / "sparql" / f"{name}.rq").is_file()
    assert (ROOT / "queries" / "cypher" / f"{name}.cypher").is_file()
    assert set(re.findall(r"`(\w+)`", row[4])) <= DECLARED


def test_the_questions_reach_every_predicate_that_states_facts() -> None:
    named = set(re.findall(r"`(\w+)`", QUESTIONS))
    classes = {p.record for p in load().predicates.values() if p.record in named}
    missing = {p.name for p in load().predicates.values()
               if p.kind == "fact" and p.name not in named and p.record not in classes}
    assert missing <= {"partOf", "locatedIn", "awards"}


def test_the_page_is_made_from_this_ontology() -> None:
    assert build_ontology_page.mark() in PAGE, "run scripts/build_ontology_page.py"


def test_the_page_loads_nothing_and_shows_both_languages() -> None:
    assert not re.search(r"<(img|iframe|object|embed)\b|@import|url\(|\bsrc=", PAGE)
    assert set(re.findall(r"<link href=.(\w+:)", PAGE)) == {"data:"}
    assert set(re.findall(r"<script[^>]*>", PAGE)) == {'<script id="schema.org" type="application/ld+json">'}
    assert "charset" in PAGE
    for class_ in load().classes.values():
        assert f"{class_.label['zh']} · {class_.label['en']}" in PAGE
