"""Binding, evidence, limits, and what is refused, on both stores of a workspace."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import query_graph as g
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innograph.errors import QueryError, QueryStopped
from innograph.graph.index import Index
from innograph.graph.stores import Store
from innograph.queries import Library, ask, from_file, from_text

PREFIX = "PREFIX ino: <https://w3id.org/innograph/ontology#>\n"


@pytest.mark.parametrize("alliance", ["化纤联盟", "化纤产业技术创新战略联盟", "化纤产业联盟", g.FIBRE, " 化纤 联盟 "])
def test_a_thing_is_given_by_name_short_name_or_key(
    alliance: str, own_store: Store, library: Library, index: Index
) -> None:
    answer = ask(library, "alliance-members", own_store, {"alliance": alliance}, index=index)
    assert {"北辰大学", "云丝科技有限公司"} <= {row[1] for row in answer}


@pytest.mark.parametrize(
    ("name", "parameters", "said"),
    [
        ("alliance-members", {}, "needs the parameter “alliance” .*for example -p alliance="),
        ("alliance-members", {"aliance": "x"}, "no parameter “aliance” .*did you mean alliance"),
        ("alliance-members", {"alliance": "化歼联盟"}, "nothing is called .*did you mean .*化纤"),
        ("alliance-members", {"alliance": "北辰大学"}, "is a University"),
        ("alliance-members", {"alliance": "??"}, "nothing is called"),
        ("facts-of", {"thing": "秘书处"}, r"several things .*秘书处\|gangtie.*秘书处\|huaxian"),
        ("facts-of", {"thing": "李明"}, "several things .*give the key"),
        ("statements-in", {"item": "2024-06#99"}, "no BulletinItem .*did you mean .*2024-06#"),
        ("items-of", {"bulletin": "联盟简报"}, "the name of several"),
        ("chairs-of-several", {"role": "chairs"}, "no choice .*did you mean chair"),
        ("chairs-of-several", {"at_least": "two"}, "not a whole number"),
        ("low-confidence", {"below": "nan"}, "out of range"),
        ("events-in-period", {"start": "June"}, "no date"),
        ("events-in-period", {"start": "2024-13"}, "no date"),
        ("amendments", {"x": "1"}, "it has none"),
    ],
)
def test_what_cannot_be_bound_says_why_and_proposes(
    name: str, parameters: dict[str, str], said: str, own_store: Store, library: Library, index: Index
) -> None:
    with pytest.raises(QueryError, match=said):
        ask(library, name, own_store, parameters, index=index)


def test_the_class_of_a_parameter_tells_namesakes_apart(own_store: Store, library: Library, index: Index) -> None:
    topic = ask(library, "topic-actors", own_store, {"topic": "化纤联盟"}, index=index)
    alliance = ask(library, "alliance-members", own_store, {"alliance": "化纤联盟"}, index=index)
    assert len(topic) == 1 and len(alliance) == 8


@pytest.mark.parametrize("hostile", [*g.HOSTILE, '"', "' OR 1=1 //", "\\", "}\x1f{", "?x", "$y"])
def test_hostile_texts_are_only_texts(hostile: str, own_store: Store, library: Library, index: Index) -> None:
    before = own_store.counts()
    answer = ask(library, "things-named", own_store, {"text": hostile}, index=index)
    assert all(hostile in form for row in answer for form in row[3])
    assert bool(answer.rows) == (hostile in (*g.HOSTILE, '"'))
    assert own_store.counts() == before


CYPHER = {
    "CREATE (n:Thing {key: 'x'}) RETURN n": "change|write|read",
    "MATCH (n) DETACH DELETE n": "change|write|read",
    "MATCH (n) SET n.name = 'x' RETURN n": "change|write|read",
    "MERGE (n:Thing {key: 'x'}) RETURN n.key AS k": "change|write|read",
    "MATCH (n) REMOVE n.name RETURN n": "change|write|read",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line": "LOAD CSV",
    "load /* x */ csv from 'http://127.0.0.1/' as line return line": "LOAD CSV",
    "CALL dbms.listConfig() YIELD name RETURN name": "procedure",
    "CALL `dbms`.`listConfig`() YIELD name RETURN name": "procedure",
    "CALL db.clearQueryCaches()": "procedure",
    "MATCH (n) RETURN n; MATCH (m) DETACH DELETE m": "one question at a time",
}
SPARQL = {
    "DELETE WHERE { ?s ?p ?o }": "DELETE would write",
    "CLEAR ALL": "CLEAR would write",
    "INSERT DATA { <a:a> <a:b> <a:c> }": "INSERT would write",
    "LOAD <http://127.0.0.1/x>": "LOAD would write",
    "SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }": "SERVICE",
    "SELECT * WHERE { ?s ?p ?o . { SeRvIcE SILENT <http://127.0.0.1/> { ?s ?p ?o } } }": "SERVICE",
    "DESCRIBE <a:a>": "DESCRIBE",
    "SELECT * WHERE { ?s ?p ?o } ; CLEAR ALL": "expected|refused|error",
}


@pytest.mark.parametrize("number", range(max(len(CYPHER), len(SPARQL))))
def test_what_writes_or_reaches_out_is_refused_with_the_reason(number: int, store: Store, library: Library) -> None:
    texts = list((CYPHER if store.language == "cypher" else SPARQL).items())
    text, reason = texts[number % len(texts)]
    before = store.counts()
    with pytest.raises(QueryError, match=reason):
        ask(library, text, store)
    assert store.counts() == before


ENDLESS = {
    "cypher": "MATCH (a), (b), (c), (d), (e) WHERE a.key + b.key + c.key = d.key + e.key RETURN count(*) AS n",
    "sparql": "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
}


def test_an_endless_product_is_stopped_and_the_store_answers_on(
    store: Store, library: Library, index: Index
) -> None:
    start = time.monotonic()
    with pytest.raises(QueryStopped, match=r"longer than|too long"):
        ask(library, ENDLESS[store.language], store, timeout=1.0)
    assert time.monotonic() - start < 15
    assert len(ask(library, "alliances", store, index=index)) == 4


def test_rows_beyond_the_limit_are_cut_and_the_answer_says_so(
    own_store: Store, library: Library, index: Index
) -> None:
    whole = ask(library, "most-mentioned", own_store, index=index)
    cut = ask(library, "most-mentioned", own_store, index=index, limit=3)
    assert cut.truncated and not whole.truncated
    assert cut.rows == whole.rows[:3]


def test_evidence_is_the_sentences_that_state_the_row(own_store: Store, library: Library, index: Index) -> None:
    answer = ask(library, "alliance-members", own_store, {"alliance": g.FIBRE}, index=index, evidence=True)
    assert answer.evidence is not None
    by_role = {(row[0], row[3]): said for row, said in zip(answer.rows, answer.evidence, strict=True)}
    chair = by_role[g.NORTH, "chair"]
    assert [(s.item, s.kind) for s in chair] == [(g.R1, "row"), (g.J1, "news")]
    assert all(s.quote == "memberOf原句0" for s in chair)
    assert all(said for said in answer.evidence), "a member without a sentence"


def test_every_question_that_names_facts_finds_their_sentences(
    own_store: Store, library: Library, index: Index
) -> None:
    from cases import GOLDEN

    for question in library:
        if any(c.type == "edges" for c in question.columns):
            given = GOLDEN.get(question.name, [{}])[0]
            answer = ask(library, question, own_store, given, index=index, evidence=True)
            place = answer.columns.index("edges")
            for row, said in zip(answer.rows, answer.evidence or (), strict=True):
                assert bool(row[place]) == bool(said), question.name


def test_an_ad_hoc_text_gets_evidence_by_the_facts_or_things_that_it_returns(
    own_store: Store, library: Library
) -> None:
    facts = {
        "cypher": "MATCH (m)-[r:MEMBER_OF]->(a {key: $alliance}) RETURN m.name AS member, r ORDER BY r.key",
        "sparql": PREFIX + """SELECT ?member ?fact WHERE {
            ?a ino:key ?alliance . ?r a ino:Membership ; ino:object ?a ; ino:subject ?m ; ino:key ?fact .
            ?m ino:name ?member } ORDER BY ?fact""",
    }
    things = {
        "cypher": "MATCH (m)-[:MEMBER_OF]->(a {key: $alliance}) RETURN DISTINCT m.key AS one, a.key AS two",
        "sparql": PREFIX + "SELECT ?one ?two WHERE { ?a ino:key ?alliance, ?two . ?m ino:memberOf ?a ; ino:key ?one }",
    }
    for texts in (facts, things):
        answer = ask(library, texts[own_store.language], own_store, {"alliance": g.STEEL}, evidence=True)
        assert answer.evidence and all(answer.evidence)


def test_ad_hoc_numbers_are_numbers_and_quotes_keep_them_text(own_store: Store, library: Library) -> None:
    texts = {
        "cypher": "MATCH (i:BulletinItem) WHERE i.number = $n RETURN i.key AS key ORDER BY key",
        "sparql": PREFIX + "SELECT ?key WHERE { ?i a ino:BulletinItem ; ino:number ?n ; ino:key ?key } ORDER BY ?key",
    }
    text = texts[own_store.language]
    assert len(ask(library, text, own_store, {"n": "3"})) == len(ask(library, text, own_store, {"n": 3})) == 3
    assert len(ask(library, text, own_store, {"n": '"3"'})) == 0


def test_a_file_is_asked_in_its_own_language_only(tmp_path: Path, own_store: Store, library: Library) -> None:
    path = tmp_path / "mine.rq"
    path.write_text(PREFIX + "SELECT ?k WHERE { ?a a ino:Alliance ; ino:key ?k } ORDER BY ?k", encoding="utf-8")
    if own_store.language == "sparql":
        assert len(ask(library, str(path), own_store)) == 4
        return
    with pytest.raises(QueryError, match=r"has no cypher text .*--on sparql"):
        ask(library, str(path), own_store)


def test_a_comment_is_no_header_and_a_wrong_header_is_no_comment(tmp_path: Path) -> None:
    assert from_text("// what I want to know\nRETURN 1 AS n", "cypher").columns == ()
    with pytest.raises(QueryError, match="header"):
        from_text("// title = 1\nRETURN 1 AS n", "cypher")
    with pytest.raises(QueryError, match="no such file"):
        from_file(tmp_path / "none.cypher")


def test_columns_other_than_the_headers_are_an_error(own_store: Store, library: Library) -> None:
    head = 'title = "t"\nquestion = "q"\n[columns]\nkey = "key"\nname = "text"\n'
    mark = "// " if own_store.language == "cypher" else "# "
    texts = {
        "cypher": "MATCH (a:Alliance) RETURN a.key AS key",
        "sparql": PREFIX + "SELECT ?key WHERE { ?a a ino:Alliance ; ino:key ?key }",
    }
    text = "".join(f"{mark}{line}\n" for line in head.splitlines()) + texts[own_store.language]
    with pytest.raises(QueryError, match="returns key; the header promises key, name"):
        ask(library, from_text(text, own_store.language), own_store)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cn"], exclude_characters="\x7f")))
def test_any_text_comes_through_a_parameter_as_it_is(text: str, own_store: Store, library: Library) -> None:
    texts = {"cypher": "RETURN $t AS t", "sparql": 'SELECT ?t WHERE { VALUES ?t { "" } }'}
    answer = own_store.query(texts[own_store.language], {"t": text})
    assert answer.rows == ((text,),)
