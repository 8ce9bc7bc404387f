"""Answers about provenance and quality."""

from __future__ import annotations

from typing import Any

from oracle import Rows, World, answers, get, grouped, keys, other, role
from oracle_ties import direction

from innograph.graph.elements import Statement


@answers("facts-of")
def facts_of(w: World, thing: str) -> Rows:
    for e in w.around(thing):
        second = other(e, thing)
        yield {
            "direction": direction(e, thing), "predicate": e.predicate, "role": role(e), "other_key": second,
            "other": w.name(second), "type": w.node(second).type, "statements": get(e, "evidence"),
            "first_seen": get(e, "first_seen"), "stated_by": get(e, "stated_by"), "edges": keys(e),
        }


def said(w: World, s: Statement) -> dict[str, Any]:
    e = w.graph.edges[s.edge]
    return {
        "predicate": e.predicate, "role": role(e), "subject": w.name(e.subject), "object": w.name(e.object),
        "quote": s.quote, "confidence": s.confidence, "rule": s.rule, "statement_key": s.key, "edges": [s.edge],
    }


def item(w: World, s: Statement) -> dict[str, Any]:
    return {"item_key": s.item, "item": w.name(s.item), "date": w.of(s.item, "date"), "start": s.start}


@answers("statements-of")
def statements_of(w: World, thing: str) -> Rows:
    about = set(keys(*w.around(thing)))
    return ({**item(w, s), **said(w, s)} for s in w.statements if s.edge in about)


@answers("what-says-this")
def what_says_this(w: World, one: str, other: str) -> Rows:
    between = {e.key: e for e in w.facts if {e.subject, e.object} == {one, other} and one != other}
    for s in w.statements:
        if s.edge in between:
            yield {**item(w, s), **said(w, s), "role": between[s.edge].role}


@answers("statements-in")
def statements_in(w: World, item: str) -> Rows:
    for s in w.said_by(item):
        e = w.graph.edges[s.edge]
        yield {"start": s.start, **said(w, s), "subject_key": e.subject, "object_key": e.object}


@answers("items-of")
def items_of(w: World, bulletin: str) -> Rows:
    for key in w.items_of(bulletin):
        yield {
            "number": w.of(key, "number"), "item_key": key, "item": w.name(key), "section": w.of(key, "section"),
            "credit": w.of(key, "credit"), "kind": w.of(key, "kind"), "date": w.of(key, "date"),
            "statements": len(w.said_by(key)),
        }


@answers("items-mentioning")
def items_mentioning(w: World, thing: str) -> Rows:
    for key in w.mentioning(thing):
        yield {
            "item_key": key, "item": w.name(key), "bulletin": w.of(key, "bulletin"), "date": w.of(key, "date"),
            "kind": w.of(key, "kind"), "credit": w.of(key, "credit"),
        }


@answers("credits")
def credits_(w: World) -> Rows:
    credited = [n for n in w.of_type("BulletinItem") if "credit" in n.properties]
    pairs = (((n.properties["credit"], n.properties.get("credit_kind", "unspecified")), n) for n in credited)
    for (credit, kind), held in grouped(pairs):
        yield {
            "credit": credit, "kind": kind, "items": len(held),
            "bulletins": sorted({w.of(n.key, "bulletin") for n in held}),
        }


@answers("bulletins")
def bulletins(w: World) -> Rows:
    for n in w.of_type("Bulletin"):
        items = w.items_of(n.key)
        yield {
            "bulletin_key": n.key, "bulletin": n.name, "kind": w.of(n.key, "kind"), "issue": w.of(n.key, "issue"),
            "date": w.of(n.key, "date"), "items": len(items), "statements": sum(len(w.said_by(i)) for i in items),
        }


@answers("most-mentioned")
def most_mentioned(w: World, type: str | None = None) -> Rows:
    for n in w.things:
        items = w.mentioning(n.key)
        if items and type in (None, n.type):
            yield {"thing_key": n.key, "thing": n.name, "class": n.type, "items": len(items)}


def forms(w: World, key: str) -> set[str]:
    return {w.name(key), *(w.of(key, "aliases") or ())}


@answers("things-named")
def things_named(w: World, text: str) -> Rows:
    for n in w.things:
        matching = sorted(form for form in forms(w, n.key) if text in form)
        if matching:
            yield {"thing_key": n.key, "thing": n.name, "type": n.type, "matching": matching}


@answers("isolated-things")
def isolated_things(w: World) -> Rows:
    for n in w.things:
        if not w.around(n.key):
            yield {"thing_key": n.key, "thing": n.name, "type": n.type, "items": len(w.mentioning(n.key))}


@answers("ambiguous-names")
def ambiguous_names(w: World) -> Rows:
    for name, same in grouped((form, n.key) for n in w.things for form in forms(w, n.key)):
        if len(set(same)) > 1:
            yield {"name": name, "things": len(set(same)), "keys": sorted(set(same))}


@answers("low-confidence")
def low_confidence(w: World, below: float = 0.6) -> Rows:
    return ({**said(w, s), "item": w.name(s.item)} for s in w.statements if s.confidence < below)


@answers("items-not-understood")
def items_not_understood(w: World) -> Rows:
    for n in w.of_type("BulletinItem"):
        if w.of(n.key, "kind") == "news" and not w.said_by(n.key):
            mentioned = list(w.out(n.key, "mentions"))
            yield {
                "item_key": n.key, "item": n.name, "bulletin": w.of(n.key, "bulletin"), "date": w.of(n.key, "date"),
                "mentions": len({e.object for e in mentioned}),
            }
