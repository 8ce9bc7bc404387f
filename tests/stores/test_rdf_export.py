"""Graph → file → graph gives the same quads, read by pyoxigraph and by rdflib."""

import io
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from graphs import HOSTILE, golden_graph
from rdf_material import BASE, PREFIX, delta, expected

from innograph.errors import InnographError, QueryError
from innograph.graph.elements import Graph
from innograph.graph.rdf_export import FORMATS, export, to_rdflib
from innograph.graph.rdf_model import Quad
from innograph.graph.stores.rdf import RdfStore

# rdflib warns of what its own serialisers and queries still call.
pytestmark = pytest.mark.filterwarnings(r"ignore:(Dataset\.|ConjunctiveGraph ):DeprecationWarning")

OX = {
    "nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD,
    "turtle": ox.RdfFormat.TURTLE, "rdfxml": ox.RdfFormat.RDF_XML,
}
RDFLIB = {"nquads": "nquads", "trig": "trig", "jsonld": "json-ld", "turtle": "turtle", "rdfxml": "xml"}
GOLDEN = golden_graph()


def written(format_: Any, source: Graph | RdfStore = GOLDEN) -> bytes:
    out = io.BytesIO()
    export(source, out, format_, base=BASE)
    return out.getvalue()


def read(data: bytes, format_: ox.RdfFormat) -> set[Quad]:
    store = ox.Store()
    store.load(data, format_)
    return {
        Quad(str(q.subject), str(q.predicate), str(q.object),
             "" if isinstance(q.graph_name, ox.DefaultGraph) else str(q.graph_name))
        for q in store
    }


def wanted(format_: str) -> set[Quad]:
    only_default = format_ in ("turtle", "rdfxml")
    return {q for q in expected(GOLDEN) if not (only_default and q.graph)}


@pytest.mark.parametrize("format_", FORMATS)
def test_pyoxigraph_reads_the_same_quads_back(format_: str) -> None:
    assert read(written(format_), OX[format_]) == wanted(format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_rdflib_reads_the_same_quads_back(format_: str) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=written(format_), format=RDFLIB[format_])
    again = dataset.serialize(format="nquads").encode()
    assert read(again, ox.RdfFormat.N_QUADS) == wanted(format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_bytes_from_memory_and_from_a_store(format_: str, tmp_path: Path) -> None:
    with RdfStore(tmp_path / "rdf", base=BASE) as store:
        store.apply(delta(Graph(), GOLDEN, "a"))
        assert written(format_, store) == written(format_)


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    export(GOLDEN, tmp_path / "kg.trig", "trig", base=BASE)
    assert [p.name for p in tmp_path.iterdir()] == ["kg.trig"]
    with pytest.raises(InnographError):
        export(GOLDEN, tmp_path / "no" / "kg.trig", "trig", base=BASE)
    with pytest.raises(QueryError):
        export(GOLDEN, tmp_path / "kg.n3", "n3", base=BASE)  # type: ignore[arg-type]


def test_rdflib_asks_serialises_and_extends() -> None:
    dataset = to_rdflib(GOLDEN, base=BASE)
    names = {str(row[0]) for row in dataset.query(PREFIX + "SELECT ?n { ?s a ino:Enterprise ; ino:name ?n }")}
    assert set(HOSTILE) < names
    before = len(dataset.default_graph)
    dataset.add((rdflib.URIRef(BASE + "x"), rdflib.RDFS.label, rdflib.Literal("mine")))
    assert len(dataset.default_graph) == before + 1
    assert "ino:Alliance" in dataset.default_graph.serialize(format="turtle")


def test_rdflib_and_pyoxigraph_hold_the_same_quads() -> None:
    again = to_rdflib(GOLDEN, base=BASE).serialize(format="nquads").encode()
    assert read(again, ox.RdfFormat.N_QUADS) == expected(GOLDEN)
