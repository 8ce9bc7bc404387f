"""Binding of parameters: in every group that uses them, and never as text."""

from typing import Any

import pytest
from graphs import HOSTILE

from innograph.errors import QueryError
from innograph.graph.stores.sparql_text import bind, check


def test_a_parameter_is_bound_at_the_head_of_the_question() -> None:
    assert bind("SELECT ?s WHERE { ?s ?p ?x }", {"x": "a"}) == (
        'SELECT ?s WHERE { VALUES ?x { "a" }  ?s ?p ?x }'
    )


def test_a_default_that_the_author_wrote_is_replaced() -> None:
    text = 'SELECT ?s WHERE { VALUES ?x { "default" } ?s ?p ?x }'
    assert bind(text, {"x": 3}).count("VALUES") == 1
    assert '"3"^^' in bind(text, {"x": 3}) and "default" not in bind(text, {"x": 3})


def test_each_group_that_uses_it_has_it() -> None:
    text = "SELECT * WHERE { { ?s ?p ?d FILTER(?d > ?from) } UNION { SELECT ?s WHERE { ?s ?q ?from } } }"
    assert bind(text, {"from": "2024"}).count("VALUES ?from") == 3


def test_a_template_gets_no_values() -> None:
    text = "CONSTRUCT { ?s ?p ?x } WHERE { ?s ?p ?x }"
    assert bind(text, {"x": "a"}) == 'CONSTRUCT { ?s ?p ?x } WHERE { VALUES ?x { "a" }  ?s ?p ?x }'


def test_braces_and_names_in_texts_and_comments_do_not_count() -> None:
    text = "SELECT ?s WHERE { # { ?x\n ?s ?p '{ ?x', \"\"\"{ ?x \"\"\" , ?x }"
    assert bind(text, {"x": "a"}).count("VALUES") == 1


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_value_stays_a_value(name: str) -> None:
    bound = bind("SELECT ?s WHERE { ?s ?p ?x }", {"x": name})
    assert check(bound) == "SELECT"
    assert bind(bound, {"x": "a"}) == bind("SELECT ?s WHERE { ?s ?p ?x }", {"x": "a"})


def test_none_leaves_it_open_and_a_list_gives_choices() -> None:
    assert "VALUES ?x { UNDEF }" in bind("ASK { ?s ?p ?x }", {"x": None})
    assert 'VALUES ?x { "a" "b" }' in bind("ASK { ?s ?p ?x }", {"x": ["a", "b"]})


@pytest.mark.parametrize("parameters", [{"y": 1}, {"x": object()}, {"x}": 1}])
def test_what_cannot_be_bound_is_refused(parameters: dict[str, Any]) -> None:
    with pytest.raises(QueryError):
        bind("ASK { ?s ?p ?x }", parameters)


def test_prefixes_and_case_do_not_hide_the_form() -> None:
    assert check("base <a:b> prefix x: <a:> select * { ?s ?p ?o }") == "SELECT"
