"""docs/queries.md is what the headers say, and has every question."""

from __future__ import annotations

from pathlib import Path

from innograph.queries import Library

ROOT = Path(__file__).resolve().parents[2]


def test_the_catalogue_is_up_to_date() -> None:
    import write_query_catalogue as script

    page = script.PAGE.read_text(encoding="utf-8")
    assert page == script.catalogue(Library()), "run scripts/write_query_catalogue.py"


def test_every_question_has_its_entry_and_a_picture(library: Library) -> None:
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    for question in library:
        entry = page.partition(f"\n### {question.name}\n")[2].partition("\n##")[0]
        assert question.title["zh"] in entry and question.question["en"] in entry, question.name
        assert question.example() in entry, question.name
        assert entry.count("\n|---") == 1 + bool(question.parameters), f"{question.name} has no picture"
