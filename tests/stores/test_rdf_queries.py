"""rdflib and pyoxigraph agree on every canned SPARQL question, as its file stands, defaults and all."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from query_graph import query_graph
from rdf_material import BASE, delta
from rdflib import Dataset

from innograph.graph.elements import Graph
from innograph.graph.measures import enrich
from innograph.graph.rdf_export import to_rdflib
from innograph.graph.stores.rdf import RdfStore

FILES = sorted((Path(__file__).resolve().parents[2] / "queries" / "sparql").glob("*.rq"))
GRAPH = enrich(query_graph())
SLOW = frozenset((
    "common-partners", "direct-ties", "facts-of", "low-confidence", "paths-between", "shared-topics",
    "statements-in", "what-says-this",
))
"""What rdflib answers in minutes on the whole graph, in seconds on a part of it."""

pytestmark = pytest.mark.filterwarnings(r"ignore:(Dataset\.|ConjunctiveGraph ):DeprecationWarning")


def part(graph: Graph) -> Graph:
    """What two items and the roster's first row say, with all that this needs."""
    items = ("BulletinItem/2024-06#1", "BulletinItem/2024-05#1", "BulletinItem/roster#1")
    chosen = [s for s in graph.statements.values() if s.item in items][:6]
    edges = {s.edge: graph.edges[s.edge] for s in chosen}
    keys = {key for e in edges.values() for key in (e.subject, e.object)} | {s.item for s in chosen}
    return Graph({k: graph.nodes[k] for k in sorted(keys)}, edges, {s.key: s for s in chosen})


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RdfStore, RdfStore]]:
    """The whole graph and its part."""
    folder = tmp_path_factory.mktemp("agree")
    with RdfStore(folder / "all", base=BASE) as whole, RdfStore(folder / "part", base=BASE) as some:
        whole.apply(delta(Graph(), GRAPH, "a", whole=True))
        some.apply(delta(Graph(), part(GRAPH), "a", whole=True))
        yield whole, some


@pytest.fixture(scope="module")
def datasets() -> tuple[Dataset, Dataset]:
    return to_rdflib(GRAPH, base=BASE), to_rdflib(part(GRAPH), base=BASE)


def plain(cell: Any) -> Any:
    """A cell that compares: joined lists in order, numbers by their worth."""
    value = cell.toPython() if hasattr(cell, "toPython") else cell
    if isinstance(value, str) and "\x1f" in value:
        return "\x1f".join(sorted(value.split("\x1f")))
    if isinstance(value, str | bool) or value is None:
        return value
    return round(float(value), 6) if isinstance(value, int | float) or hasattr(value, "is_integer") else str(value)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_both_give_the_same_rows(
    path: Path, stores: tuple[RdfStore, RdfStore], datasets: tuple[Dataset, Dataset]
) -> None:
    text = path.read_text(encoding="utf-8")
    which = int(path.stem in SLOW)
    ours = Counter(tuple(plain(cell) for cell in row) for row in stores[which].query(text).rows)
    theirs = Counter(tuple(plain(cell) for cell in row) for row in datasets[which].query(text))
    assert ours == theirs


def test_there_are_questions_to_ask() -> None:
    assert len(FILES) >= 48
