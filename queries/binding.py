"""From what a person gives to what a question needs: typed values, and names turned into keys."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..errors import InputError, QueryError
from ..graph import dates, names
from ..graph.index import Index
from ..graph.lookup import find
from ..graph.stores import Store
from ..ontology import load
from .header import Language, Parameter
from .library import Question

Value = str | int | float | bool | None | list[Any]
PROVENANCE = ("Bulletin", "BulletinItem", "Section")
"""Classes whose nodes are no things: their names are asked of the store, not of the index."""

_NAMES: Mapping[Language, str] = {
    "cypher": """
        MATCH (n:Thing) WHERE n.type = $kind
        RETURN n.key AS key, n.name AS name, n.bulletin AS bulletin ORDER BY key""",
    "sparql": """
        PREFIX ino: <https://w3id.org/innograph/ontology#>
        SELECT ?key ?name ?bulletin WHERE {
          ?n a ?class ; ino:key ?key ; ino:name ?name . OPTIONAL { ?n ino:bulletin ?bulletin }
          FILTER(STRAFTER(STR(?class), "#") = ?kind)
        } ORDER BY ?key""",
}
_KEYS: Mapping[Language, str] = {
    "cypher": "MATCH (n:Thing {key: $key}) RETURN n.key AS key",
    "sparql": "PREFIX ino: <https://w3id.org/innograph/ontology#>\nSELECT ?key WHERE { ?n ino:key ?key }",
}


def bind(
    question: Question, given: Mapping[str, Any], *, index: Index | None, store: Store
) -> dict[str, Value]:
    """The values of a question's parameters: defaults filled in, texts read as their type, things as keys.

    An ad-hoc text without a header takes what it is given; see `loose`. Raises `QueryError` for a parameter
    that is missing, unknown or of another type, and for a name that means nothing or several things; it
    proposes the nearest.
    """
    declared = question.parameters
    if not question.columns and not declared:
        return {name: loose(value) for name, value in given.items()}
    for name in given:
        if name not in declared:
            raise QueryError(
                f"“{question.name}” has no parameter “{name}”",
                where="parameter",
                hint=_nearest(name, declared),
            )
    return {name: _value(one, given.get(name), question, index, store) for name, one in declared.items()}


def loose(value: Any) -> Value:
    """The value of a parameter of an ad-hoc text: what is a number or truth in JSON is one; else it is text.

    Quotes keep a number text: `'"5"'`.
    """
    if not isinstance(value, str):
        return list(value) if isinstance(value, tuple) else value
    try:
        read = json.loads(value)
    except ValueError:
        return value
    return read if isinstance(read, str | int | float | bool) else value


def _value(one: Parameter, given: Any, question: Question, index: Index | None, store: Store) -> Value:
    if given is None or given == "":
        if one.required:
            raise QueryError(
                f"“{question.name}” needs the parameter “{one.name}” ({one.spelled})",
                where="parameter",
                hint=f"for example -p {one.name}={one.example}",
            )
        given = one.default
        if given is None:
            return None
    where = f"parameter {one.name}"
    match one.type:
        case "thing":
            return thing(str(given), one.kind, index=index, store=store, where=where)
        case "int" | "float":
            return _number(given, one.type, where)
        case "date":
            return _date(str(given), where)
        case "choice":
            if given not in one.choices:
                near = difflib.get_close_matches(str(given), one.choices, n=1, cutoff=0.5)
                meant = f"did you mean {near[0]}? " if near else ""
                raise QueryError(
                    f"“{given}” is no choice", where=where, hint=f"{meant}one of {', '.join(one.choices)}"
                )
            return str(given)
        case _:
            return str(given)


def thing(text: str, kind: str, *, index: Index | None, store: Store, where: str) -> str:
    """The key of the thing that `text` (a name, short name or key) means, of class `kind` if that is given.

    Raises `QueryError` where it means none, proposing the nearest, or several, listing them.
    """
    if kind in PROVENANCE:
        return _place(text, kind, store, where)
    if index is None:
        return text
    found = [one for one in find(index, text, limit=50) if not kind or _is_a(one[2], kind)]
    exact = [one for one in found if one[3] not in ("part", "near")]
    best = [one for one in exact if one[3] == exact[0][3]]
    if len(best) == 1:
        return best[0][0]
    what = kind or "thing"
    if best:
        raise QueryError(
            f"“{text}” means several things",
            where=where,
            hint="give the key: " + _listed(f"{key} ({name})" for key, name, _, _ in best),
        )
    if not found:
        others = [one for one in find(index, text) if one[3] not in ("part", "near")]
        if others:
            raise QueryError(f"“{text}” is a {others[0][2]}, and this asks for a {kind}", where=where)
        raise QueryError(
            f"nothing is called “{text}” ({what})", where=where, hint="look for it with things-named"
        )
    raise QueryError(
        f"nothing is called “{text}” ({what})",
        where=where,
        hint="did you mean " + _listed((name for _, name, _, _ in found), " or "),
    )


def _place(text: str, kind: str, store: Store, where: str) -> str:
    """The key of a bulletin, section or item by its key, its name, or (a bulletin) its id."""
    for key in (text, f"{kind}/{text}"):
        if key.startswith(f"{kind}/") and store.query(_KEYS[store.language], {"key": key}).rows:
            return key
    asked = store.query(_NAMES[store.language], {"kind": kind}, limit=100_000)
    form = names.fold(text)
    meant = [
        row[0]
        for row in asked.rows
        if text == row[0] or text == row[0].partition("/")[2] or (kind == "Bulletin" and text == row[2])
    ] or [row[0] for row in asked.rows if names.fold(str(row[1])) == form]
    if len(set(meant)) == 1:
        return str(meant[0])
    if meant:
        raise QueryError(
            f"“{text}” is the name of several", where=where, hint="give the key: " + _listed(meant)
        )
    known = [str(row[0]).partition("/")[2] for row in asked.rows]
    near = difflib.get_close_matches(text, known, n=3, cutoff=0.3) or known[:3]
    raise QueryError(
        f"there is no {kind} “{text}”",
        where=where,
        hint="did you mean " + _listed(near, " or ") if near else "",
    )


def _is_a(type_: str, kind: str) -> bool:
    ontology = load()
    # MemberUnit follows from facts; a type alone does not tell.
    if kind not in ontology.classes or ontology.classes[kind].kind == "derived":
        return True
    return type_ in ontology.classes and ontology.is_a(type_, kind)


def _number(given: Any, type_: str, where: str) -> int | float:
    try:
        number = float(given) if type_ == "float" else int(str(given))
    except (TypeError, ValueError):
        wanted = "a whole number" if type_ == "int" else "a number"
        raise QueryError(f"“{given}” is not {wanted}", where=where) from None
    if number != number or abs(number) > 2**53:
        raise QueryError(f"“{given}” is out of range", where=where)
    return number


def _date(given: str, where: str) -> str:
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", given.strip(), re.ASCII):
        raise QueryError(f"“{given}” is no date", where=where, hint="write 2024-06-15, 2024-06 or 2024")
    try:
        dates.span(given)
    except InputError as error:
        raise QueryError(error.what, where=where, hint="write 2024-06-15, 2024-06 or 2024") from None
    return given.strip()


def _nearest(name: str, declared: Mapping[str, Parameter]) -> str:
    near = difflib.get_close_matches(name, declared, n=1, cutoff=0.5)
    if near:
        return f"did you mean {near[0]}?"
    return f"it has: {', '.join(declared)}" if declared else "it has none"


def _listed(texts: Iterable[str], between: str = ", ") -> str:
    some = list(dict.fromkeys(texts))
    return between.join(some[:6]) + (" …" if len(some) > 6 else "")
