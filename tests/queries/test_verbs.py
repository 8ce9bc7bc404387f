"""`query` and `schema` as a person types them, on a workspace of the real bulletin's facts and the roster."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from innograph.cli import main
from innograph.graph.ledger import Ledger
from innograph.queries import ask
from innograph.workspace import Workspace

sys.path.append(str(Path(__file__).parents[1] / "graph"))
Capture = pytest.CaptureFixture[str]
ALLIANCE = "存储联盟"


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose ledger was written from gold facts."""
    import graph_material as material

    path = tmp_path_factory.mktemp("verbs") / "kg"
    (path / "facts").mkdir(parents=True)
    for facts in (material.seed(), material.roster()):
        Ledger(path / "facts").write(facts)
    Workspace(path).update()
    return path


def run(kg: Path, capsys: Capture, *arguments: str | Path) -> tuple[int, str, str]:
    code = main(["-w", str(kg), *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


def test_list_shows_families_and_one_of_them(kg: Path, capsys: Capture) -> None:
    code, out, _ = run(kg, capsys, "query", "list")
    assert code == 0 and "\nquality\n" in out and "shared-members" in out
    code, out, _ = run(kg, capsys, "query", "list", "--tag", "policies", "--json")
    assert code == 0 and {"policies-by-issuer"} <= {q["name"] for q in json.loads(out)}
    assert run(kg, capsys, "query", "list", "--tag", "nothing")[0] == 6


def test_show_prints_both_texts_parameters_and_an_example(kg: Path, capsys: Capture) -> None:
    code, out, _ = run(kg, capsys, "query", "show", "shared-members")
    assert code == 0
    for part in ("MATCH (a:Thing {key: $one})", "SELECT ?member_key", "-p other=…", "共同成员", "query run shared-members"):
        assert part in out
    code, _, err = run(kg, capsys, "query", "show", "shared-membrs")
    assert code == 6 and "did you mean shared-members" in err and err.count("\n") == 1


@pytest.mark.parametrize("on", ["cypher", "sparql"])
def test_run_asks_either_store(kg: Path, capsys: Capture, on: str) -> None:
    code, out, _ = run(kg, capsys, "query", "run", "alliance-members", "-p", f"alliance={ALLIANCE}", "--on", on, "--json")
    assert code == 0 and len(json.loads(out)) > 3


def test_run_writes_every_form(kg: Path, capsys: Capture, tmp_path: Path) -> None:
    for form in ("table", "csv", "json", "jsonl", "html", "parquet"):
        target = tmp_path / f"answer.{form}"
        code, out, _ = run(kg, capsys, "query", "run", "alliances", "-o", target, "--limit", "5", "--evidence")
        assert code == 0 and not out and target.stat().st_size > 100, form
    assert pq.read_table(io.BytesIO((tmp_path / "answer.parquet").read_bytes())).num_rows == 5
    code, out, err = run(kg, capsys, "query", "run", "alliances", "--format", "csv", "--bom", "--limit", "5")
    assert out.startswith("\ufeffalliance_key") and "cut at 5 rows" in err


def test_errors_are_one_line_with_the_exit_code_of_a_question(kg: Path, capsys: Capture) -> None:
    for arguments in (
        ["alliance-members"], ["alliance-members", "-p", "alliance"], ["alliance-members", "-p", "aliance=x"],
        ["alliance-members", "-p", "alliance=没有这个"], ["nothing-of-the-kind"], ["/no/such/file.cypher"],
    ):
        code, out, err = run(kg, capsys, "query", "run", *arguments)
        assert code == 6 and not out and err.startswith("innograph: ") and err.count("\n") == 1, arguments


def test_an_ad_hoc_text_from_a_file_and_from_standard_input(
    kg: Path, capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "MATCH (a:Alliance) WHERE a.name CONTAINS $word RETURN a.name AS name ORDER BY name"
    file = tmp_path / "mine.cypher"
    file.write_text(text, encoding="utf-8")
    code, out, _ = run(kg, capsys, "query", "run", file, "-p", "word=纤维", "--json")
    assert code == 0 and json.loads(out)
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    assert run(kg, capsys, "query", "run", "-", "-p", "word=纤维", "--json")[1] == out
    sparql = tmp_path / "mine.rq"
    sparql.write_text(
        "PREFIX ino: <https://w3id.org/innograph/ontology#>\n"
        "SELECT ?name WHERE { ?a a ino:Alliance ; ino:name ?name FILTER(CONTAINS(?name, ?word)) } ORDER BY ?name",
        encoding="utf-8",
    )
    assert run(kg, capsys, "query", "run", sparql, "-p", "word=纤维", "--json")[1] == out


def typed(kg: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, text: str, *more: str) -> tuple[int, str, str]:
    """A text that comes from standard input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    return run(kg, capsys, "query", "run", "-", *more)


def test_parameters_may_be_given_by_their_place(kg: Path, capsys: Capture) -> None:
    named = run(kg, capsys, "query", "run", "alliance-members", "-p", f"alliance={ALLIANCE}", "--json")
    assert run(kg, capsys, "query", "run", "alliance-members", ALLIANCE, "--json") == named
    code, _, err = run(kg, capsys, "query", "run", "alliance-members", ALLIANCE, "2024")
    assert code == 6 and "takes 1: alliance" in err


def test_an_ending_that_is_no_form_is_refused_before_anything_is_asked(
    kg: Path, capsys: Capture, tmp_path: Path
) -> None:
    code, _, err = run(kg, capsys, "query", "run", "alliances", "-o", tmp_path / "answer.xlsx")
    assert code == 6 and "no form of an answer ends in .xlsx" in err and not list(tmp_path.iterdir())
    assert run(kg, capsys, "query", "run", "alliances", "-o", tmp_path / "answer.txt")[0] == 0
    assert "存储" in (tmp_path / "answer.txt").read_text(encoding="utf-8")


def test_a_text_tells_its_language_and_its_misspelt_words(
    kg: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    sparql = "PREFIX ino: <https://w3id.org/innograph/ontology#> SELECT ?a WHERE { ?a a ino:Aliance }"
    code, _, err = typed(kg, capsys, monkeypatch, sparql)
    assert code == 0 and "no term Aliance: did you mean Alliance?" in err
    code, _, err = typed(kg, capsys, monkeypatch, "MATCH (a:aliance)<-[:MEMBR_OF]-(:Thing) RETURN a.name AS name")
    assert code == 0 and "did you mean Alliance?" in err and "did you mean MEMBER_OF?" in err
    code, _, err = typed(kg, capsys, monkeypatch, "SELECT ?a WHERE { ?a a ino:Alliance }")
    assert code == 6 and "the prefix is not declared" in err and err.count("\n") == 1


def test_nodes_and_paths_are_shown_by_their_names(
    kg: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "MATCH p = (m)-[r:MEMBER_OF]->(a:Alliance) RETURN p, a, r LIMIT 1"
    out = typed(kg, capsys, monkeypatch, text)[1]
    assert "联盟" in out and " – memberOf" in out and "written_by" not in out
    whole = json.loads(typed(kg, capsys, monkeypatch, text, "--json")[1])[0]
    assert whole["a"]["written_by"] == "innograph" and whole["r"]["predicate"] == "memberOf"


def test_what_would_write_is_refused_and_changes_nothing(kg: Path, capsys: Capture, tmp_path: Path) -> None:
    before = run(kg, capsys, "schema", "--json")[1]
    for suffix, text in ((".cypher", "MATCH (n) DETACH DELETE n"), (".rq", "CLEAR ALL")):
        file = tmp_path / f"hostile{suffix}"
        file.write_text(text, encoding="utf-8")
        code, _, err = run(kg, capsys, "query", "run", file)
        assert code == 6 and err.count("\n") == 1
    assert run(kg, capsys, "schema", "--json")[1] == before


def test_save_keeps_a_question_with_a_header_of_its_own(kg: Path, capsys: Capture, tmp_path: Path) -> None:
    cypher, sparql = tmp_path / "a.cypher", tmp_path / "a.rq"
    cypher.write_text("MATCH (a:Alliance {batch: $batch}) RETURN a.name AS name ORDER BY name\n", encoding="utf-8")
    sparql.write_text(
        "PREFIX ino: <https://w3id.org/innograph/ontology#>\n"
        "SELECT ?name WHERE { ?a a ino:Alliance ; ino:batch ?batch ; ino:name ?name } ORDER BY ?name\n",
        encoding="utf-8",
    )
    assert run(kg, capsys, "query", "save", "by-batch", cypher, sparql, "--title", "按批次")[0] == 0
    code, out, err = run(kg, capsys, "query", "show", "by-batch")
    assert code == 0 and "按批次" in out and "-p batch=…" in out, err
    answers = [
        run(kg, capsys, "query", "run", "by-batch", "-p", "batch=pilot-2010-1", "--on", on, "--json")[1]
        for on in ("cypher", "sparql")
    ]
    assert answers[0] == answers[1] and len(json.loads(answers[0])) > 5
    assert run(kg, capsys, "query", "save", "by-batch", cypher)[0] == 6
    assert run(kg, capsys, "query", "save", "by-batch", cypher, "--force")[0] == 0
    code, _, err = run(kg, capsys, "query", "save", "shared-members", cypher)
    assert code == 6 and "built-in" in err
    code, _, err = run(kg, capsys, "query", "save", "../evil", cypher)
    assert code == 6 and "cannot be a name" in err
    hostile = tmp_path / "h.rq"
    hostile.write_text("SELECT ?s WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", encoding="utf-8")
    assert run(kg, capsys, "query", "save", "hostile", hostile)[0] == 6
    assert not (kg / "queries" / "hostile.rq").exists()


def test_a_further_folder_of_questions(kg: Path, capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "more.cypher").write_text(
        '// title = "More"\n// question = "?"\n// [columns]\n// n = "int"\n\nMATCH (a:Alliance) RETURN count(a) AS n\n',
        encoding="utf-8",
    )
    code, out, _ = run(kg, capsys, "query", "run", "more", "--queries", tmp_path, "--json")
    assert code == 0 and json.loads(out)[0]["n"] > 100
    code, _, err = run(kg, capsys, "query", "run", "more", "--queries", tmp_path, "--on", "sparql")
    assert code == 6 and "no sparql text" in err


@pytest.mark.parametrize("on", ["cypher", "sparql"])
def test_schema_is_the_same_on_both_stores(kg: Path, capsys: Capture, on: str) -> None:
    code, out, _ = run(kg, capsys, "schema", "--on", on, "--json")
    found, own = json.loads(out), json.loads(run(kg, capsys, "schema", "--json")[1])
    assert code == 0
    assert [(n["label"], n["count"]) for n in found["nodes"]] == [(n["label"], n["count"]) for n in own["nodes"]]
    assert [(e["type"], e["count"]) for e in found["edges"]] == [(e["type"], e["count"]) for e in own["edges"]]
    assert found["statements"] == own["statements"] > 100
    assert "MEMBER_OF" in run(kg, capsys, "schema", "--on", on)[1]


def test_the_python_api_gives_the_same_answer(kg: Path) -> None:
    workspace = Workspace(kg)
    one = workspace.query("alliance-members", alliance=ALLIANCE)
    other = workspace.query("alliance-members", on="sparql", evidence=True, alliance=ALLIANCE)
    assert one.rows == other.rows and all(other.evidence or ())
    assert "<table>" in one._repr_html_()


def test_every_example_can_be_run_on_what_ships(kg: Path) -> None:
    workspace = Workspace(kg)
    found = 0
    with workspace.store() as store:
        for question in workspace.library:
            if question.built_in:
                given = {p.name: p.example for p in question.parameters.values() if p.required}
                found += bool(ask(workspace.library, question, store, given, index=workspace.index).rows)
    assert found > 50


@pytest.mark.parametrize("on", ["cypher", "sparql"])
def test_ctrl_c_cancels_at_once_and_leaves_no_process(kg: Path, on: str) -> None:
    texts = {
        "cypher": "MATCH (a), (b), (c), (d) WHERE a.key + b.key + c.key = d.key RETURN count(*) AS n",
        "sparql": "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    }
    command = [sys.executable, "-m", "innograph", "-w", str(kg), "query", "run", "-", "--on", on, "--timeout", "300"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )
    assert process.stdin is not None
    process.stdin.write(texts[on])
    process.stdin.close()
    process.stdin = None
    time.sleep(6)
    assert process.poll() is None, "the question ended by itself"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err.strip()) == (130, "", "innograph: cancelled")
    time.sleep(0.5)
    with pytest.raises(ProcessLookupError):  # nobody of its session is left
        os.killpg(process.pid, 0)
