"""Answers about events."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from oracle import Rows, World, answers, get, grouped, keys, role, within

KINDS = (
    ["会议", "年会", "大会", "理事会", "座谈", "论坛", "研讨会", "培训", "展览", "博览会", "签约", "走访", "竞赛", "评审", "鉴定", "发布会"]
)


def hosts(w: World, event: str) -> list[Any]:
    return [e for e in w.into(event, "organizes") if e.role == "host"]


@answers("event-organizers")
def event_organizers(w: World, event: str) -> Rows:
    for e in w.into(event, "organizes"):
        yield {
            "organizer_key": e.subject, "organizer": w.name(e.subject), "type": w.node(e.subject).type,
            "role": role(e), "statements": get(e, "evidence"), "edges": keys(e),
        }


@answers("event-participants")
def event_participants(w: World, event: str) -> Rows:
    for e in w.into(event, "participatesIn"):
        yield {
            "participant_key": e.subject, "participant": w.name(e.subject), "type": w.node(e.subject).type,
            "role": role(e), "statements": get(e, "evidence"), "edges": keys(e),
        }


@answers("events-of")
def events_of(w: World, organization: str, role: str | None = None) -> Rows:
    for e in w.out(organization, "organizes"):
        if role is None or e.role == role:
            yield {
                "event_key": e.object, "event": w.name(e.object), "part": e.role or "unspecified",
                "date": w.of(e.object, "date"), "status": w.of(e.object, "status"),
                "places": w.names(h.object for h in w.out(e.object, "heldIn")), "edges": keys(e),
            }


@answers("events-in-place")
def events_in_place(w: World, place: str, start: str | None = None, end: str | None = None) -> Rows:
    for e in w.into(place, "heldIn"):
        if within(w.of(e.subject, "date"), start, end):
            yield {
                "event_key": e.subject, "event": w.name(e.subject), "date": w.of(e.subject, "date"),
                "status": w.of(e.subject, "status"), "hosts": w.names(h.subject for h in hosts(w, e.subject)),
                "edges": keys(e),
            }


@answers("events-in-period")
def events_in_period(w: World, start: str | None = None, end: str | None = None) -> Rows:
    for n in w.of_type("Event"):
        date = w.of(n.key, "date")
        if date and within(date, start, end):
            yield {
                "event_key": n.key, "event": n.name, "date": date, "status": w.of(n.key, "status"),
                "hosts": w.names(h.subject for h in hosts(w, n.key)),
                "places": w.names(h.object for h in w.out(n.key, "heldIn")), "edges": keys(*hosts(w, n.key)),
            }


@answers("events-by-month")
def events_by_month(w: World, start: str | None = None, end: str | None = None) -> Rows:
    dated = [(w.of(n.key, "date"), n.properties.get("status")) for n in w.of_type("Event")]
    months = ((d.partition("/")[0][:7], s) for d, s in dated if d and within(d, start, end))
    for month, statuses in grouped(months):
        yield {
            "month": month, "events": len(statuses), "planned": statuses.count("planned"),
            "cancelled": statuses.count("cancelled"),
        }


@answers("events-named")
def events_named(w: World, word: str) -> Rows:
    for n in w.of_type("Event"):
        if word in n.name:
            yield {
                "event_key": n.key, "event": n.name, "date": w.of(n.key, "date"), "status": w.of(n.key, "status"),
                "hosts": w.names(h.subject for h in hosts(w, n.key)), "edges": keys(*hosts(w, n.key)),
            }


@answers("event-kinds")
def event_kinds(w: World) -> Rows:
    for kind in KINDS:
        found = [n for n in w.of_type("Event") if kind in n.name]
        if found:
            yield {"kind": kind, "events": len(found), "names": w.names(n.key for n in found)}


def hosted_together(w: World, one: str, other: str) -> dict[str, Any]:
    mine, theirs = (
        [e for e in w.out(o, "organizes") if e.role == "host"] for o in (one, other)
    )
    shared = {e.object for e in mine} & {e.object for e in theirs}
    return {
        "events": len(shared), "names": w.names(shared),
        "edges": keys(*(e for e in (*mine, *theirs) if e.object in shared)),
    }


def all_hosts(w: World) -> list[str]:
    return sorted({e.subject for e in w.all("organizes") if e.role == "host"})


@answers("co-hosts")
def co_hosts(w: World, organization: str) -> Rows:
    for host in all_hosts(w):
        found = hosted_together(w, organization, host)
        if host != organization and found["events"]:
            yield {"host_key": host, "host": w.name(host), "type": w.node(host).type, **found}


@answers("co-host-pairs")
def co_host_pairs(w: World, at_least: int = 1) -> Rows:
    for one, other in combinations(all_hosts(w), 2):
        found = hosted_together(w, one, other)
        if found["events"] >= at_least:
            yield {"one_key": one, "one": w.name(one), "other_key": other, "other": w.name(other), **found}


@answers("speakers")
def speakers(w: World, start: str | None = None, end: str | None = None) -> Rows:
    for e in w.all("participatesIn"):
        if e.role == "speak" and within(w.of(e.object, "date"), start, end):
            yield {
                "speaker_key": e.subject, "speaker": w.name(e.subject), "type": w.node(e.subject).type,
                "event_key": e.object, "event": w.name(e.object), "date": w.of(e.object, "date"), "edges": keys(e),
            }


@answers("sub-events")
def sub_events(w: World, event: str) -> Rows:
    for e in w.into(event, "subEventOf"):
        yield {
            "sub_event_key": e.subject, "sub_event": w.name(e.subject), "date": w.of(e.subject, "date"),
            "status": w.of(e.subject, "status"), "edges": keys(e),
        }


@answers("events-by-status")
def events_by_status(w: World, status: str = "planned") -> Rows:
    for n in w.of_type("Event"):
        if w.of(n.key, "status") == status:
            by = w.into(n.key, "organizes")
            yield {
                "event_key": n.key, "event": n.name, "date": w.of(n.key, "date"),
                "organizers": w.names(e.subject for e in by), "edges": keys(*by),
            }


@answers("event-places")
def event_places(w: World) -> Rows:
    for place, held in grouped((e.object, e) for e in w.all("heldIn")):
        yield {
            "place_key": place, "place": w.name(place), "events": len({e.subject for e in held}),
            "names": w.names(e.subject for e in held), "edges": keys(*held),
        }


@answers("organizers-by-role")
def organizers_by_role(w: World, role: str = "host") -> Rows:
    for who, held in grouped((e.subject, e) for e in w.all("organizes") if e.role == role):
        yield {
            "organizer_key": who, "organizer": w.name(who), "type": w.node(who).type,
            "events": len({e.object for e in held}), "names": w.names(e.object for e in held), "edges": keys(*held),
        }


@answers("contradictory-statuses")
def contradictory_statuses(w: World) -> Rows:
    for n in w.of_type("Event"):
        found = [*w.into(n.key, "organizes", "participatesIn"), *w.out(n.key, "heldIn")]
        if w.of(n.key, "status") in ("cancelled", "postponed") and found:
            yield {
                "event_key": n.key, "event": n.name, "status": w.of(n.key, "status"), "facts": len(found),
                "edges": keys(*found),
            }


@answers("undated-events")
def undated_events(w: World) -> Rows:
    for n in w.of_type("Event"):
        if not w.of(n.key, "date"):
            yield {
                "event_key": n.key, "event": n.name, "status": w.of(n.key, "status"),
                "organizers": w.names(e.subject for e in w.into(n.key, "organizes")),
                "bulletins": sorted({w.of(i, "bulletin") for i in w.mentioning(n.key)}),
            }
