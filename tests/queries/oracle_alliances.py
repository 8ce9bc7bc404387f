"""Answers about alliances and their members."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from oracle import Rows, World, answers, current, get, grouped, keys, role, within


@answers("alliances")
def alliances(w: World, of_field: str | None = None, of_batch: str | None = None) -> Rows:
    for a in w.of_type("Alliance"):
        said = a.properties
        if (of_field and said.get("field") != of_field) or (of_batch and said.get("batch") != of_batch):
            continue
        members = current(w.into(a.key, "memberOf"))
        chairs = [e for e in members if e.role == "chair"]
        yield {
            "alliance_key": a.key, "alliance": a.name, "field": said.get("field"), "batch": said.get("batch"),
            "founded": said.get("founded"), "members": len({e.subject for e in members}),
            "chairs": w.names(e.subject for e in chairs), "edges": keys(*chairs),
        }


@answers("alliance-members")
def alliance_members(w: World, alliance: str) -> Rows:
    for e in w.into(alliance, "memberOf"):
        yield {
            "member_key": e.subject, "member": w.name(e.subject), "type": w.node(e.subject).type, "role": role(e),
            "since": get(e, "since"), "until": get(e, "until"), "first_seen": get(e, "first_seen"),
            "statements": get(e, "evidence"), "stated_by": get(e, "stated_by"), "edges": keys(e),
        }


@answers("shared-members")
def shared_members(w: World, one: str, other: str) -> Rows:
    if one == other:
        return
    mine, theirs = (dict(grouped((e.subject, e) for e in w.into(a, "memberOf"))) for a in (one, other))
    for member in mine.keys() & theirs.keys():
        r, s = mine[member], theirs[member]
        yield {
            "member_key": member, "member": w.name(member), "type": w.node(member).type,
            "roles_one": sorted({e.role for e in r if e.role}), "roles_other": sorted({e.role for e in s if e.role}),
            "left_one": latest(r), "left_other": latest(s), "edges": keys(*r, *s),
        }


def latest(edges: list[Any]) -> str | None:
    return max((get(e, "until") for e in edges if get(e, "until")), default=None)


@answers("member-alliances")
def member_alliances(w: World, organization: str) -> Rows:
    for e in w.out(organization, "memberOf"):
        yield {
            "alliance_key": e.object, "alliance": w.name(e.object), "type": w.node(e.object).type, "role": role(e),
            "since": get(e, "since"), "until": get(e, "until"), "statements": get(e, "evidence"),
            "stated_by": get(e, "stated_by"), "edges": keys(e),
        }


def in_several(w: World, edges: list[Any], at_least: int) -> Rows:
    for member, held in grouped((e.subject, e) for e in edges if w.node(e.object).type == "Alliance"):
        if len({e.object for e in held}) >= at_least:
            yield {
                "organization_key": member, "organization": w.name(member), "type": w.node(member).type,
                "alliances": len({e.object for e in held}), "names": w.names(e.object for e in held),
                "edges": keys(*held),
            }


@answers("chairs-of-several")
def chairs_of_several(w: World, role: str = "chair", at_least: int = 2) -> Rows:
    return in_several(w, [e for e in current(w.all("memberOf")) if e.role == role], at_least)


@answers("members-of-several")
def members_of_several(w: World, at_least: int = 2) -> Rows:
    return in_several(w, current(w.all("memberOf")), at_least)


@answers("alliance-applicants")
def alliance_applicants(w: World, alliance: str) -> Rows:
    members = {e.subject for e in w.into(alliance, "memberOf")}
    for e in w.into(alliance, "applies"):
        yield {
            "applicant_key": e.subject, "applicant": w.name(e.subject), "type": w.node(e.subject).type,
            "status": get(e, "status"), "first_seen": get(e, "first_seen"), "member": e.subject in members,
            "edges": keys(e),
        }


@answers("former-members")
def former_members(w: World, alliance: str) -> Rows:
    for e in w.into(alliance, "memberOf"):
        if get(e, "until"):
            yield {
                "member_key": e.subject, "member": w.name(e.subject), "type": w.node(e.subject).type,
                "role": role(e), "since": get(e, "since"), "until": get(e, "until"), "edges": keys(e),
            }


@answers("alliance-roles")
def alliance_roles(w: World, alliance: str) -> Rows:
    for name, held in grouped((role(e), e) for e in current(w.into(alliance, "memberOf"))):
        yield {
            "role": name, "members": len({e.subject for e in held}), "names": w.names(e.subject for e in held),
            "edges": keys(*held),
        }


@answers("units-of")
def units_of(w: World, organization: str) -> Rows:
    for e in w.into(organization, "partOf"):
        yield {
            "unit_key": e.subject, "unit": w.name(e.subject), "type": w.node(e.subject).type,
            "first_seen": get(e, "first_seen"), "statements": get(e, "evidence"), "edges": keys(e),
        }


@answers("new-members")
def new_members(w: World, start: str | None = None, end: str | None = None) -> Rows:
    for e in w.all("memberOf"):
        seen = get(e, "first_seen")
        if w.node(e.object).type == "Alliance" and seen and within(seen, start, end):
            yield {
                "alliance_key": e.object, "alliance": w.name(e.object), "member_key": e.subject,
                "member": w.name(e.subject), "role": role(e), "first_seen": seen, "edges": keys(e),
            }


def overlap(w: World, one: str, other: str) -> dict[str, Any]:
    mine, theirs = (current(w.into(a, "memberOf")) for a in (one, other))
    shared = {e.subject for e in mine} & {e.subject for e in theirs}
    return {
        "shared": len(shared), "members": w.names(shared),
        "edges": keys(*(e for e in (*mine, *theirs) if e.subject in shared)),
    }


@answers("alliance-overlaps")
def alliance_overlaps(w: World, at_least: int = 1) -> Rows:
    for one, other in combinations(sorted(a.key for a in w.of_type("Alliance")), 2):
        found = overlap(w, one, other)
        if found["shared"] >= at_least:
            yield {"one_key": one, "one": w.name(one), "other_key": other, "other": w.name(other), **found}


@answers("overlaps-of")
def overlaps_of(w: World, alliance: str) -> Rows:
    for a in w.of_type("Alliance"):
        found = overlap(w, alliance, a.key)
        if a.key != alliance and found["shared"]:
            yield {"alliance_key": a.key, "other": a.name, **found}


@answers("members-by-source")
def members_by_source(w: World, alliance: str, source: str = "roster") -> Rows:
    for e in w.into(alliance, "memberOf"):
        if get(e, "stated_by") == source:
            yield {
                "member_key": e.subject, "member": w.name(e.subject), "role": role(e),
                "statements": get(e, "evidence"), "confidence": get(e, "confidence"), "edges": keys(e),
            }


@answers("conflicting-chairs")
def conflicting_chairs(w: World) -> Rows:
    for a in w.of_type("Alliance"):
        chairs = [e for e in current(w.into(a.key, "memberOf")) if e.role == "chair"]
        if len({e.subject for e in chairs}) > 1:
            yield {
                "alliance_key": a.key, "alliance": a.name, "chairs": len({e.subject for e in chairs}),
                "names": w.names(e.subject for e in chairs), "edges": keys(*chairs),
            }


@answers("members-who-apply")
def members_who_apply(w: World) -> Rows:
    for a in w.all("applies"):
        held = [e for e in w.into(a.object, "memberOf") if e.subject == a.subject]
        if held:
            yield {
                "alliance_key": a.object, "alliance": w.name(a.object), "organization_key": a.subject,
                "organization": w.name(a.subject), "roles": sorted({e.role for e in held if e.role}),
                "left": latest(held), "edges": keys(a, *held),
            }
