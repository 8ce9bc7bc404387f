"""Finding questions, and what is said of files that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from innograph.errors import QueryError
from innograph.ontology import load
from innograph.queries import Library
from innograph.queries.header import parse, split, write

HEAD = """\
// title = "Own"
// question = "Mine"
// order = ["name"]
//
// [parameters]
// alliance = { type = "thing:Alliance", example = "化纤联盟" }
//
// [columns]
// name = "text"

"""
TEXT = "MATCH (m:Thing)-[:MEMBER_OF]->(:Alliance {key: $alliance}) RETURN m.name AS name ORDER BY name\n"
TWIN = HEAD.replace("//", "#") + (
    "PREFIX ino: <https://w3id.org/innograph/ontology#>\n"
    "SELECT ?name WHERE { ?a ino:key ?alliance . ?m ino:memberOf ?a ; ino:name ?name } ORDER BY ?name\n"
)


def test_at_least_48_questions_in_every_family(library: Library) -> None:
    assert len(library) >= 48
    families = ["alliances", "events", "policies", "standards", "results", "people", "collaboration", "topics", "provenance", "quality"]
    assert set(families) < set(library.tags())


def test_built_in_questions_are_whole(library: Library) -> None:
    assert library.problems == ()
    ontology = load()
    for question in library:
        assert question.cypher and question.sparql, question.name
        assert question.header.order, f"{question.name} has no total order"
        assert set(question.title) == set(question.question) == {"zh", "en"}
        for one in question.parameters.values():
            assert one.example and one.about, (question.name, one.name)
            assert not one.kind or one.kind in ontology.classes, (question.name, one.kind)


def test_every_label_type_and_property_of_the_texts_is_in_the_ontology(library: Library) -> None:
    import re

    ontology = load()
    types = {p.edge_type for p in ontology.predicates.values()}
    types |= {r.edge_type for p in ontology.predicates.values() for r in p.roles.values()}
    for question in library:
        for group in re.findall(r"\[\w*:([A-Z_|\s]+)", question.cypher):
            assert {t.strip() for t in group.split("|")} <= types, question.name
        labels = set(re.findall(r"\(\w*:([A-Z][A-Za-z]+)", question.cypher))
        assert labels <= {*ontology.classes, "Thing", "Statement"}, question.name


def test_a_folder_of_ones_own_is_found_beside_the_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "own.cypher").write_text(HEAD + TEXT, encoding="utf-8")
    (tmp_path / "own.rq").write_text(TWIN, encoding="utf-8")
    library = Library([tmp_path, tmp_path / "not there"])
    question = library.get("own")
    assert not question.built_in
    assert question.parameters["alliance"].kind == "Alliance"
    assert question.example() == "innograph query run own -p alliance=化纤联盟"


@pytest.mark.parametrize(
    ("asked", "proposed"),
    [("shared-member", "shared-members"), ("Shared_Members", "shared-members"), ("成员", "alliance-members"),
     ("alliance-overlap", "alliance-overlaps")],
)
def test_a_misspelt_name_proposes_the_nearest(library: Library, asked: str, proposed: str) -> None:
    with pytest.raises(QueryError, match="did you mean") as caught:
        library.get(asked)
    assert proposed in library.nearest(asked, limit=20)
    assert "no question" in str(caught.value)


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("// title = 3\n", "title must be text"),
        ("// title = \"a\n", "no TOML"),
        ('// title = "a"\n// question = "b"\n// colour = "red"\n', "unknown entry “colour”"),
        ('// title = "a"\n// question = "b"\n// [columns]\n// n = "texte"\n', "the type is one of"),
        ('// title = "a"\n// question = "b"\n// order = ["x"]\n', "is no column"),
        ('// title = "a"\n// question = "b"\n// [parameters]\n// x = { type = "thong" }\n', "the type is one of"),
        ('// title = "a"\n// question = "b"\n// [parameters]\n// on = { type = "text" }\n', "not a usable name"),
        ('// title = "a"\n// question = "b"\n// [parameters]\n// x = { type = "choice" }\n', "has choices"),
        ('// title = "a"\n// question = "b"\n// [parameters]\n// n = { type = "int" }\n// [columns]\n// n = "int"\n',
         "a parameter and a column"),
    ],
)
def test_a_broken_header_says_what_is_wrong_and_spoils_nothing_else(tmp_path: Path, head: str, reason: str) -> None:
    (tmp_path / "broken.cypher").write_text(head + "RETURN 1 AS n", encoding="utf-8")
    library = Library([tmp_path])
    assert "shared-members" in library
    with pytest.raises(QueryError, match=reason) as caught:
        library.get("broken")
    assert "broken.cypher" in str(caught.value)
    assert len(library.problems) == 1


def test_twins_whose_headers_differ_are_refused(tmp_path: Path) -> None:
    (tmp_path / "own.cypher").write_text(HEAD + TEXT, encoding="utf-8")
    (tmp_path / "own.rq").write_text(TWIN.replace("Mine", "Yours"), encoding="utf-8")
    with pytest.raises(QueryError, match="differs from its twin"):
        Library([tmp_path]).get("own")


def test_a_built_in_question_cannot_be_replaced_unnoticed(tmp_path: Path) -> None:
    (tmp_path / "shared-members.cypher").write_text(HEAD + TEXT, encoding="utf-8")
    library = Library([tmp_path])
    assert library.get("shared-members").built_in
    assert "exists already" in str(library.problems[0])


def test_files_that_are_too_large_or_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "large.cypher").write_bytes(b"// " + b"x" * 300_000)
    (tmp_path / "bytes.rq").write_bytes(b"\xff\xfe\x00")
    said = " ".join(str(problem) for problem in Library([tmp_path]).problems)
    assert "larger than" in said and "not UTF-8" in said


def test_a_header_is_written_as_it_is_read() -> None:
    head = {
        "title": {"zh": "题“目”", "en": 'a "title" \\ \n'}, "question": {"zh": "问", "en": "q"}, "tags": ["own"],
        "order": ["-n"], "parameters": {"p": {"type": "int", "default": 2, "optional": True}}, "columns": {"n": "int"},
    }
    for language in ("cypher", "sparql"):
        told, rest = split(write(head, language) + "\nRETURN 1", language)
        assert rest == "RETURN 1\n"
        found = parse(told, where="here")
        assert found.title == head["title"] and found.parameters["p"].default == 2
