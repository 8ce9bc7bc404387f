"""The other files follow from the ontology, and the ontology is OWL 2 DL."""

import json
from pathlib import Path

import build_shapes
import jars
import owl_check
import pytest
from rdflib import OWL, RDF, RDFS, SH, Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS, SKOS

from innograph.ontology import INO, load, source
from innograph.ontology.context import text

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = Graph().parse(data=source(), format="turtle")
SHAPES = Graph().parse(data=source("shapes.ttl"), format="turtle")
ALIGNMENT = Graph().parse(data=source("alignment.ttl"), format="turtle")
ORG = Namespace("http://www.w3.org/ns/org#")
SCHEMA = Namespace("https://schema.org/")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def own(graph: Graph) -> set[URIRef]:
    return {t for triple in graph for t in triple if isinstance(t, URIRef) and str(t).startswith(str(INO))}


def declared() -> set[URIRef]:
    return {s for kind in KINDS for s in ONTOLOGY.subjects(RDF.type, kind)}


@pytest.mark.parametrize("graph", [SHAPES, ALIGNMENT], ids=["shapes", "alignment"])
def test_they_name_only_terms_of_the_ontology(graph: Graph) -> None:
    assert own(graph) - declared() == set()


def test_the_written_part_of_the_shapes_is_up_to_date() -> None:
    head, marker, below = source("shapes.ttl").partition(build_shapes.MARKER)
    assert marker and below == build_shapes.below(load()), "run scripts/build_shapes.py"
    assert "shp:Thing" in head


def test_the_context_is_up_to_date() -> None:
    assert source("context.jsonld") == text(), "run scripts/build_context.py"
    assert json.loads(text())["@context"]["memberOf"] == {"@type": "@id"}


def test_every_rule_has_a_message_in_both_languages() -> None:
    parts = set(SHAPES.objects(None, SH.property))
    parts |= {s for s in SHAPES.subjects(RDF.type, SH.NodeShape) if (s, SH["class"], None) in SHAPES}
    for part in parts:
        assert {m.language for m in SHAPES.objects(part, SH.message)} == {"zh", "en"}, part


def test_days_are_typed_in_the_shapes_and_not_in_the_ontology() -> None:
    assert not [t for t in ONTOLOGY if str(t[2]).endswith("XMLSchema#date")]
    assert [s for s, o in SHAPES.subject_objects(SH.datatype) if str(o).endswith("#date")]


@pytest.mark.parametrize(
    ("ours", "how", "theirs"),
    [
        (INO.Alliance, RDFS.subClassOf, ORG.OrganizationalCollaboration),
        (INO.Enterprise, RDFS.subClassOf, SCHEMA.Corporation),
        (INO.Membership, RDFS.subClassOf, ORG.Membership),
        (INO.memberOf, RDFS.subPropertyOf, ORG.memberOf),
        (INO.Statement, RDFS.subClassOf, RDF.Statement),
        (INO.Standard, RDFS.subClassOf, DCTERMS.Standard),
        (INO.code, RDFS.subPropertyOf, SKOS.notation),
    ],
)
def test_other_vocabularies_get_what_they_are_owed(ours: URIRef, how: URIRef, theirs: URIRef) -> None:
    assert (ours, how, theirs) in ALIGNMENT


def test_hosts_is_schema_organizer_the_other_way_round() -> None:
    inverse = next(ALIGNMENT.subjects(OWL.inverseOf, INO.hosts))
    assert (inverse, RDFS.subPropertyOf, SCHEMA.organizer) in ALIGNMENT


needs_java = pytest.mark.skipif(
    not jars.ready(owl_check.FOLDER), reason="the checker is not here: python scripts/owl_check.py"
)


@needs_java
def test_the_ontology_is_owl_2_dl_consistent_and_every_class_can_have_members() -> None:
    good, report = owl_check.check(ROOT / "ontology" / "innograph.ttl")
    assert good, report


@needs_java
@pytest.mark.parametrize(
    "added",
    [
        "ino:Statement rdfs:subClassOf <http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement> .",
        "ino:Odd a owl:Class ; rdfs:subClassOf ino:Person, ino:Organization .",
        "ino:undeclared rdfs:subPropertyOf ino:memberOf . ino:x ino:undeclared2 ino:y .",
    ],
    ids=["reserved vocabulary", "an empty class", "not declared"],
)
def test_the_checker_finds_what_is_wrong(tmp_path: Path, added: str) -> None:
    path = tmp_path / "wrong.ttl"
    path.write_text(source() + added, encoding="utf-8")
    assert not owl_check.check(path)[0]
