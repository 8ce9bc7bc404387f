"""The shapes as SPARQL find what pyshacl finds, on every kind of broken graph."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from graphs import BIO, FIBRE, FORUM, TSINGHUA, edge, golden_graph, node, statement
from rdf_material import BASE
from rdflib import RDF, SH, Graph
from rdflib import Literal as RdfLiteral

from innograph.errors import ValidationError
from innograph.graph.elements import Delta, by_key
from innograph.graph.elements import Graph as Elements
from innograph.graph.rdf_export import to_rdflib
from innograph.graph.shapes import read
from innograph.graph.stores.rdf import RdfStore
from innograph.graph.validation import shacl_report, validate_store
from innograph.ontology import source

GOLDEN = golden_graph()
AN_EDGE = edge(TSINGHUA, "organizes", FORUM, "host", evidence=1, confidence=0.9, stated_by="bulletin")
A_STATEMENT = next(iter(GOLDEN.statements.values()))

BROKEN: dict[str, Callable[[list[Any]], None]] = {
    "no name": lambda n: n.append(replace(GOLDEN.nodes[BIO], properties={})),
    "two names": lambda n: n.append(replace(GOLDEN.nodes[BIO], properties={"name": ("甲", "乙")})),
    "an empty name": lambda n: n.append(replace(GOLDEN.nodes[BIO], properties={"name": " "})),
    "a number for a name": lambda n: n.append(replace(GOLDEN.nodes[BIO], properties={"name": 7})),
    "a long name": lambda n: n.append(node("Topic/长", "长" * 301)),
    "no concrete type": lambda n: n.append(replace(GOLDEN.nodes[BIO], type="Organization", labels=())),
    "two types": lambda n: n.append(replace(GOLDEN.nodes[BIO], labels=("Thing", "Person"))),
    "an odd status": lambda n: n.append(node("Event/某", "某会", status="someday", date="六月")),
    "an odd level": lambda n: n.append(node("Standard/某", "某标准", level="cosmic")),
    "a wrong subject": lambda n: n.append(edge("Place/北京", "organizes", FORUM, "host", evidence=1)),
    "a wrong object": lambda n: n.append(edge(TSINGHUA, "memberOf", FORUM, "chair", evidence=1)),
    "a wrong applicant": lambda n: n.append(edge("Place/北京", "memberOf", FIBRE, "applicant")),
    "a choice of objects": lambda n: n.append(edge(TSINGHUA, "owns", FORUM)),
    "itself": lambda n: n.append(edge(TSINGHUA, "cooperatesWith", TSINGHUA, "joint")),
    "an odd role": lambda n: n.append(replace(AN_EDGE, role="emperor")),
    "too sure": lambda n: n.append(replace(AN_EDGE, properties={"confidence": 1.5, "evidence": 0})),
    "stated by nobody": lambda n: n.append(
        replace(AN_EDGE, properties={"stated_by": "hearsay", "count": "三"})
    ),
    "ends before it begins": lambda n: n.append(
        replace(
            AN_EDGE,
            properties={"since": "2024", "until": "2023", "first_seen": "2024", "last_seen": "2020"},
        )
    ),
    "no words": lambda n: n.append(replace(A_STATEMENT, quote="", start=5, end=5)),
    "backwards": lambda n: n.append(replace(A_STATEMENT, start=9, end=2, rule="")),
    "unsure beyond measure": lambda n: n.append(replace(A_STATEMENT, confidence=-0.1)),
}


def broken(name: str) -> Elements:
    """The golden graph with one thing wrong."""
    added: list[Any] = []
    BROKEN[name](added)
    parts = GOLDEN.nodes, GOLDEN.edges, GOLDEN.statements
    return Elements(*(
        by_key({**old, **{e.key: e for e in added if isinstance(e, type(next(iter(old.values()))))}}.values())
        for old in parts
    ))


def by_pyshacl(graph: Elements) -> set[tuple[str, str, str, str]]:
    """Focus, path, component and value of each result."""
    report: Graph = shacl_report(to_rdflib(graph, base=BASE))[1]
    found = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        component = str(report.value(result, SH.sourceConstraintComponent)).removeprefix(str(SH))
        value = report.value(result, SH.value)
        path = report.value(result, SH.resultPath)
        focus = report.value(result, SH.focusNode)
        found.add((str(focus), str(path or ""), _plain(component), _value(component, value)))
    return found


def by_sparql(graph: Elements, folder: Path) -> set[tuple[str, str, str, str]]:
    with RdfStore(folder / "rdf", base=BASE) as store:
        store.apply(Delta(graph, after="a", whole=True))
        breaks = validate_store(store)
    return {
        (b.focus, (b.rule.path or "").strip("<>"), b.rule.component,
         _value(b.rule.component, b.value)) for b in breaks
    }


def _plain(component: str) -> str:
    """`MinCountConstraintComponent` → `minCount`."""
    name = component.removesuffix("ConstraintComponent")
    return name[0].lower() + name[1:]


def _value(component: str, value: object) -> str:
    """The value, where both name it alike: numbers by what they are worth."""
    if "ount" in component or value is None:
        return ""
    try:
        return str(float(str(value)))
    except ValueError:
        return str(value)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_nothing_is_wrong_with_the_golden_graph(tmp_path: Path) -> None:
    assert by_pyshacl(GOLDEN) == by_sparql(GOLDEN, tmp_path) == set()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", BROKEN)
def test_both_find_the_same(name: str, tmp_path: Path) -> None:
    graph = broken(name)
    found = by_sparql(graph, tmp_path)
    assert found == by_pyshacl(graph)
    assert found


def test_a_shape_that_the_compiler_does_not_know_is_an_error_and_not_passed_over() -> None:
    odd = source("shapes.ttl") + "\nshp:Thing sh:closed true .\n"
    with pytest.raises(ValueError, match="closed"):
        read(odd)


def test_a_cypher_store_is_told_so() -> None:
    class Cypher:
        language, name = "cypher", "embedded"

    with pytest.raises(ValidationError):
        validate_store(Cypher())  # type: ignore[arg-type]


def test_statement_material_is_as_the_model_says() -> None:
    made = statement(AN_EDGE, A_STATEMENT.item, 3, "原句")
    assert (made.start, made.end) == (3, 5) and RdfLiteral(made.quote) == RdfLiteral("原句")
