"""The shapes as SPARQL: one question a rule, which finds what breaks it.

On a whole store this takes about a tenth of pyshacl's time. The questions rest on the layout: types with
all superclasses are in the data.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from .rdf_terms import RDF_TYPE, Term
from .shapes import Constraint

_XSD = "http://www.w3.org/2001/XMLSchema#"


@cache
def question(constraint_: Constraint) -> str:
    """`SELECT ?focus ?value (?graph) …`: a row for each break of the rule, distinct."""
    kind, target = constraint_.target
    focus = f"?focus {RDF_TYPE} {target} ." if kind == "class" else f"?focus {target} ?any ."
    body = f"{focus} {_BROKEN[constraint_.component](constraint_)}"
    if constraint_.scope == "item":
        return f"SELECT DISTINCT ?focus ?value ?graph WHERE {{ GRAPH ?graph {{ {body} }} }}"
    return f"SELECT DISTINCT ?focus ?value WHERE {{ {body} }}"


def _each(test: Callable[[Constraint], str]) -> Callable[[Constraint], str]:
    """A rule about each value: `test` says when a value breaks it."""

    def broken(rule: Constraint) -> str:
        value = "BIND(?focus AS ?value)" if rule.path is None else f"?focus {rule.path} ?value ."
        return f"{value} {test(rule)}"

    return broken


def _holds(test: str) -> str:
    """A filter that keeps what does not pass a test, or for which the test makes no sense."""
    return f"FILTER(!COALESCE({test}, false))"


def _min_count(rule: Constraint) -> str:
    _only_one(rule)
    return f"FILTER NOT EXISTS {{ ?focus {rule.path} ?some }}"


def _max_count(rule: Constraint) -> str:
    _only_one(rule)
    return f"?focus {rule.path} ?one, ?two . FILTER(!sameTerm(?one, ?two))"


def _only_one(rule: Constraint) -> None:
    if not rule.arguments[0].startswith('"1"'):
        raise ValueError(f"{rule.shape}: only a count of one is supported")


def _datatype(rule: Constraint) -> str:
    type_ = rule.arguments[0]
    well_formed = f"isLiteral({type_}(STR(?value)))" if type_ in _CHECKED else "true"
    return _holds(f"DATATYPE(?value) = {type_} && {well_formed}")


_CHECKED = frozenset(f"<{_XSD}{name}>" for name in ("date", "integer", "double"))


def _or(rule: Constraint) -> str:
    return " ".join(f"FILTER NOT EXISTS {{ ?value {RDF_TYPE} {c} }}" for c in rule.arguments)


def _in(terms: tuple[Term, ...]) -> str:
    return f"({', '.join(terms)})"


def _number(rule: Constraint) -> str:
    text = rule.arguments[0]
    return text.partition('"')[2].partition('"')[0] if text.startswith('"') else text


def _node_kind(rule: Constraint) -> str:
    if not rule.arguments[0].endswith("#IRI>"):
        raise ValueError(f"{rule.shape}: of node kinds only sh:IRI is supported")
    return _holds("isIRI(?value)")


def _compared(operator: str) -> Callable[[Constraint], str]:
    return lambda rule: (
        f"?focus {rule.path} ?value ; {rule.arguments[0]} ?other . {_holds(f'?value {operator} ?other')}"
    )


_BROKEN: dict[str, Callable[[Constraint], str]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "datatype": _each(_datatype),
    "pattern": _each(lambda r: _holds(f"REGEX(STR(?value), {r.arguments[0]})")),
    "maxLength": _each(lambda r: f"FILTER(STRLEN(STR(?value)) > {_number(r)})"),
    "in": _each(lambda r: _holds(f"?value IN {_in(r.arguments)}")),
    "minInclusive": _each(lambda r: _holds(f"?value >= {r.arguments[0]}")),
    "maxInclusive": _each(lambda r: _holds(f"?value <= {r.arguments[0]}")),
    "nodeKind": _each(_node_kind),
    "class": _each(_or),
    "or": _each(_or),
    "lessThan": _compared("<"),
    "lessThanOrEquals": _compared("<="),
    "disjoint": lambda r: f"?focus {r.path} ?value ; {r.arguments[0]} ?value .",
    "qualifiedMinCount": lambda r: (
        f"FILTER NOT EXISTS {{ ?focus {r.path} ?some FILTER(?some IN {_in(r.arguments)}) }}"
    ),
    "qualifiedMaxCount": lambda r: (
        f"?focus {r.path} ?one, ?two . "
        f"FILTER(!sameTerm(?one, ?two) && ?one IN {_in(r.arguments)} && ?two IN {_in(r.arguments)})"
    ),
}
