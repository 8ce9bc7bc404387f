"""Every question gives, on every store, the rows that plain Python finds in the graph."""

from __future__ import annotations

import oracle_alliances
import oracle_events
import oracle_sources
import oracle_ties
import oracle_works
import pytest
from cases import GOLDEN
from comparing import comparable, rounded, rows
from oracle import ORACLE, World

from innograph.graph.elements import Graph
from innograph.graph.index import Index
from innograph.graph.stores import Store
from innograph.queries import Library, ask
from innograph.queries.binding import bind

MODULES = (oracle_alliances, oracle_events, oracle_sources, oracle_ties, oracle_works)
NAMES = Library().names()


def test_every_question_has_an_oracle_and_nothing_else_has() -> None:
    assert sorted(ORACLE) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_those_that_the_question_means(
    name: str, store: Store, library: Library, index: Index, golden: Graph
) -> None:
    question, world, seen = library.get(name), World(golden), 0
    for parameters in GOLDEN.get(name, [{}]):
        answer = ask(library, name, store, parameters, index=index)
        bound = {k: v for k, v in bind(question, parameters, index=index, store=store).items() if v is not None}
        expected = list(ORACLE[name](world, **bound))
        assert comparable(rows(answer), question) == comparable(expected, question), parameters
        seen += len(expected)
    assert seen, "no set of parameters finds anything: the question is not tested"


@pytest.mark.parametrize("name", NAMES)
def test_a_store_gives_the_rows_in_the_order_that_the_header_promises(
    name: str, store: Store, library: Library, index: Index
) -> None:
    question = library.get(name)
    for parameters in GOLDEN.get(name, [{}])[:2]:
        answer = ask(library, name, store, parameters, index=index)
        bound = bind(question, parameters, index=index, store=store)
        raw = store.query(question.text(store.language), bound)
        order = [entry.removeprefix("-") for entry in question.header.order]
        places = [raw.columns.index(column) for column in order] if raw.rows else []
        told = [tuple(rounded(row[place]) for place in places) for row in raw.rows]
        kept = [tuple(row[answer.columns.index(column)] for column in order) for row in answer.rows]
        assert told == kept, "ORDER BY is not the header's order"
        assert len(set(kept)) == len(kept), "the order is not total"
