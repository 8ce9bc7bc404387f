"""The ontology is whole: words in both languages, no clashes, and every name that code and contracts use."""

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from innograph.ontology import INO, load, parse, source

ROOT = Path(__file__).resolve().parents[2]
GRAPH = Graph().parse(data=source(), format="turtle")
ONTOLOGY = load()
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
OWN = sorted({s for k in KINDS for s in GRAPH.subjects(RDF.type, k) if str(s).startswith(str(INO))})


def languages(term: URIRef, predicate: URIRef) -> set[str]:
    return {str(o.language) for o in GRAPH.objects(term, predicate)}


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition])
def test_every_term_says_what_it_is_in_both_languages(predicate: URIRef) -> None:
    assert [str(t) for t in OWN if languages(t, predicate) != {"zh", "en"}] == []


def test_every_term_of_ours_that_is_used_is_declared() -> None:
    used = {t for triple in GRAPH for t in triple if isinstance(t, URIRef) and str(t).startswith(str(INO))}
    assert used - set(OWN) == set()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", [OWL.Class, OWL.DatatypeProperty])
def test_no_two_terms_of_a_kind_share_a_label(language: str, kind: URIRef) -> None:
    labels = [str(o) for s in GRAPH.subjects(RDF.type, kind) for o in GRAPH.objects(s, RDFS.label)
              if o.language == language]
    assert sorted(labels) == sorted(set(labels))


def test_edge_types_are_unique_upper_case_and_no_label() -> None:
    types = [p.edge_type for p in ONTOLOGY.predicates.values()]
    types += [r.edge_type for p in ONTOLOGY.predicates.values() for r in p.roles.values()
              if r.edge_type != p.edge_type]
    assert len(types) == len(set(types))
    assert all(re.fullmatch(r"[A-Z]+(_[A-Z]+)*", t) for t in types)
    assert not set(types) & {c.upper() for c in ONTOLOGY.classes}


def test_each_fact_has_ends_and_each_role_belongs_to_one_predicate() -> None:
    roles = [r.property for p in ONTOLOGY.predicates.values() for r in p.roles.values()]
    assert len(roles) == len(set(roles))
    for predicate in ONTOLOGY.predicates.values():
        assert predicate.domain and predicate.range, predicate.name
        assert {*predicate.domain, *predicate.range} <= ONTOLOGY.classes.keys()
        assert predicate.symmetric or predicate.inverse, predicate.name


def test_the_types_and_relations_of_the_guidelines_are_there() -> None:
    things = {c.name for c in ONTOLOGY.classes.values() if c.kind == "thing"}
    assert things == {
        "Alliance", "Enterprise", "University", "ResearchInstitute", "GovernmentAgency", "Association",
        "StandardsBody", "CoordinatingBody", "InternationalBody", "Media", "OrganizationUnit", "Person",
        "Event", "Policy", "Standard", "Publication", "Project", "Achievement", "Honour", "Topic", "Place",
    }
    roles = {p.name: tuple(p.roles) for p in ONTOLOGY.predicates.values() if p.kind == "fact"}
    assert len(roles) == 21
    assert roles["organizes"] == ("host", "undertake", "assist", "initiate", "guide", "support")
    assert roles["participatesIn"] == ("attend", "speak", "exhibit", "sign", "visit", "train")
    assert set(roles["memberOf"]) == {
        "chair", "vice-chair", "council", "lead", "member", "applicant", "initiator", "secretariat",
    }
    assert roles["holdsPost"] == roles["about"] == ()


def test_the_names_that_the_contracts_use_are_attributes() -> None:
    text = (ROOT / "graph" / "elements.py").read_text(encoding="utf-8")
    facts = text[text.index("class Edge:") : text.index("class Statement:")]
    named = set(re.findall(r"`([a-z_]+)`", facts)) - {"type", "bulletin", "roster", "both"}
    assert named >= {"evidence", "first_seen", "last_seen", "confidence", "stated_by", "since", "posts"}
    assert named - ONTOLOGY.attributes.keys() == set()


def test_an_applicant_is_no_member() -> None:
    assert ONTOLOGY.properties("memberOf", "applicant") == ("appliesTo",)
    assert ONTOLOGY.properties("memberOf", "chair") == ("chairs", "memberOf")
    assert ONTOLOGY.edge_type("memberOf", "applicant") == "APPLIES_TO"
    assert ONTOLOGY.edge_type("memberOf", "chair") == "MEMBER_OF"


def test_ends_are_checked_through_superclasses() -> None:
    assert ONTOLOGY.allows("participatesIn", "Person", "Event")
    assert ONTOLOGY.allows("memberOf", "University", "Alliance")
    assert not ONTOLOGY.allows("memberOf", "Person", "Alliance")
    assert ONTOLOGY.labels("Enterprise") == ("Thing", "Agent", "Organization", "Enterprise")


def test_a_class_added_to_the_file_is_known_without_a_change_of_code() -> None:
    more = source() + (
        'ino:Fund a owl:Class ; rdfs:subClassOf ino:Enterprise ; ino:category "thing" ; ino:order 5 ;'
        ' rdfs:label "基金"@zh, "fund"@en ; skos:definition "基金。"@zh, "A fund."@en .'
    )
    ontology = parse(more)
    assert ontology.labels("Fund")[-2:] == ("Enterprise", "Fund")
    assert ontology.allows("memberOf", "Fund", "Alliance")
