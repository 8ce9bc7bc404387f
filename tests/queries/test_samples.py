"""The same rows on every store for what ships: the real bulletin with its roster, and the fictional archive.

Parameters are drawn from the graph: of each class the best joined things and one that is hardly joined.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice, permutations
from pathlib import Path
from typing import Any

import oracle_alliances
import oracle_events
import oracle_sources
import oracle_ties
import oracle_works
import pytest
from comparing import comparable, rows
from oracle import ORACLE, World
from query_stores import STORES, Holding

from innograph.graph.assemble import assemble
from innograph.graph.elements import Graph
from innograph.graph.judgements import Judgements
from innograph.graph.measures import enrich
from innograph.graph.resolution import resolve
from innograph.ontology import load
from innograph.queries import Library, Question, ask
from innograph.samples import archive
from innograph.workspace import Workspace

sys.path.append(str(Path(__file__).parents[1] / "graph"))
SETS = {"embedded": 6, "rdf": 6}
"""Sets of parameters for a question of things; a server, which is slower to ask, gets `FEW`."""
FEW = 2
MODULES = (oracle_alliances, oracle_events, oracle_sources, oracle_ties, oracle_works)  # they register answers
NAMES = Library().names()


@pytest.fixture(scope="session")
def seed() -> Graph:
    """The real bulletin as people read it, with the roster."""
    import graph_material as material

    facts = [material.seed(), material.roster()]
    return enrich(assemble(facts, resolve(facts, Judgements())))


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The fictional archive as innograph reads it."""
    workspace, _ = Workspace.build(tmp_path_factory.mktemp("archive") / "kg", [archive()])
    return workspace.graph


def things(graph: Graph, kind: str) -> list[str]:
    """Keys of a class, the best joined first, the least joined second."""
    joined: dict[str, int] = {}
    for edge in graph.edges.values():
        for end in (edge.subject, edge.object):
            joined[end] = joined.get(end, 0) + 1
    ontology = load()
    found = [n.key for n in graph.nodes.values() if not kind or ontology.is_a(n.type, kind)]
    found.sort(key=lambda key: (-joined.get(key, 0), key))
    return [*found[:1], *found[-1:], *found[1:-1]]


def parameter_sets(question: Question, graph: Graph, most: int) -> Iterator[dict[str, Any]]:
    """Sets of parameters for a question of this graph; at most so many where things are asked about."""
    asked = [p for p in question.parameters.values() if p.type == "thing"]
    plain: dict[str, Any] = {
        p.name: {"date": "2023-06", "text": "技术", "int": 1, "float": 0.8}[p.type]
        for p in question.parameters.values() if p.required and p.type != "thing"
    }
    if len(asked) == 2:
        pool = things(graph, asked[0].kind)[:6]
        pairs = permutations(pool, 2)
        yield from ({asked[0].name: a, asked[1].name: b, **plain} for a, b in islice(pairs, most))
    elif asked:
        yield from ({asked[0].name: key, **plain} for key in things(graph, asked[0].kind)[:most])
    else:
        yield plain
        for one in question.parameters.values():
            if one.type in ("date", "int"):
                yield {**plain, one.name: "2023" if one.type == "date" else 1}


def check(name: str, store_name: str, graph: Graph, library: Library, holding: Holding) -> None:
    """The rows of one question on one store are those of plain Python."""
    question, world, store = library.get(name), World(graph), holding(store_name, graph)
    for parameters in parameter_sets(question, graph, SETS.get(store_name, FEW)):
        answer = ask(library, question, store, parameters, limit=100_000)
        expected = list(ORACLE[name](world, **parameters))
        assert comparable(rows(answer), question) == comparable(expected, question), parameters


@pytest.mark.parametrize("store_name", STORES)
def test_twins_agree_on_the_real_bulletin_and_roster(
    store_name: str, seed: Graph, library: Library, holding: Holding
) -> None:
    for name in NAMES:
        check(name, store_name, seed, library, holding)


@pytest.mark.parametrize("store_name", STORES)
def test_twins_agree_on_the_archive(store_name: str, past: Graph, library: Library, holding: Holding) -> None:
    for name in NAMES:
        check(name, store_name, past, library, holding)


def test_types_are_what_keys_begin_with(seed: Graph) -> None:
    """SPARQL reads the class of a thing off its key."""
    assert all(node.key.partition("/")[0] == node.type for node in seed.nodes.values())
