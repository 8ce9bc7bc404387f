"""Answers about collaboration, measures and topics."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterator
from typing import Any

from oracle import Rows, World, answers, get, grouped, keys, kind, other, role, within

TIES = (
    "memberOf", "partOf", "holdsPost", "organizes", "participatesIn", "subEventOf", "cooperatesWith", "issues",
    "proposes", "administers", "drafts", "amends", "develops", "undertakes", "outcomeOf", "selectedFor", "awards",
    "owns",
)
TOGETHER = (
    "memberOf", "organizes", "participatesIn", "drafts", "issues", "proposes", "develops", "undertakes",
)
WORKS = ("organizes", "issues", "drafts", "proposes", "undertakes")


def cooperation(w: World, key: str) -> list[Any]:
    return [*w.out(key, "cooperatesWith"), *w.into(key, "cooperatesWith")]


def roles(edges: list[Any]) -> list[str]:
    return sorted({e.role for e in edges if e.role})


@answers("partners-of")
def partners_of(w: World, organization: str) -> Rows:
    for partner, held in grouped((other(e, organization), e) for e in cooperation(w, organization)):
        yield {
            "partner_key": partner, "partner": w.name(partner), "type": w.node(partner).type, "ways": roles(held),
            "statements": sum(get(e, "evidence") for e in held),
            "first_seen": min((get(e, "first_seen") for e in held if get(e, "first_seen")), default=None),
            "last_seen": max((get(e, "last_seen") for e in held if get(e, "last_seen")), default=None),
            "edges": keys(*held),
        }


@answers("common-partners")
def common_partners(w: World, one: str, other: str) -> Rows:
    mine = dict(grouped((e.object if e.subject == one else e.subject, e) for e in cooperation(w, one)))
    theirs = dict(grouped((e.object if e.subject == other else e.subject, e) for e in cooperation(w, other)))
    for partner in (mine.keys() & theirs.keys()) - {one, other} if one != other else ():
        r, s = mine[partner], theirs[partner]
        yield {
            "partner_key": partner, "partner": w.name(partner), "type": w.node(partner).type,
            "ways_one": roles(r), "ways_other": roles(s), "edges": keys(*r, *s),
        }


def direction(e: Any, key: str) -> str:
    return "both ways" if e.predicate == "cooperatesWith" else "forward" if e.subject == key else "backward"


@answers("direct-ties")
def direct_ties(w: World, one: str, other: str) -> Rows:
    for e in w.facts:
        if {e.subject, e.object} == {one, other} and one != other:
            yield {
                "direction": direction(e, one), "predicate": e.predicate, "role": role(e),
                "statements": get(e, "evidence"), "first_seen": get(e, "first_seen"),
                "last_seen": get(e, "last_seen"), "stated_by": get(e, "stated_by"), "edges": keys(e),
            }


@answers("shared-ties")
def shared_ties(w: World, one: str, other: str) -> Rows:
    mine, theirs = (dict(grouped((e.object, e) for e in w.out(o, *TOGETHER))) for o in (one, other))
    for via in mine.keys() & theirs.keys() if one != other else ():
        yield {
            "type": w.node(via).type, "via_key": via, "via": w.name(via),
            "one_does": sorted({e.predicate for e in mine[via]}),
            "other_does": sorted({e.predicate for e in theirs[via]}), "edges": keys(*mine[via], *theirs[via]),
        }


@answers("paths-between")
def paths_between(w: World, one: str, other: str) -> Rows:
    near: dict[str, dict[str, list[Any]]] = {}
    for e in w.facts:
        if kind(e) in TIES:
            near.setdefault(e.subject, {}).setdefault(e.object, []).append(e)
            near.setdefault(e.object, {}).setdefault(e.subject, []).append(e)
    steps = {one: 0}
    queue = deque([one])
    while queue:
        here = queue.popleft()
        for there in near.get(here, {}):
            if there not in steps:
                steps[there] = steps[here] + 1
                queue.append(there)
    if one == other or steps.get(other, 4) > 3:
        return
    for path in backwards(near, steps, [other]):
        ties = [e for a, b in itertools.pairwise(path) for e in near[a][b]]
        yield {
            "hops": len(path) - 1, "path": " – ".join(map(w.name, path)), "path_keys": " – ".join(path),
            "edges": keys(*ties),
        }


def backwards(near: dict[str, Any], steps: dict[str, int], path: list[str]) -> Iterator[list[str]]:
    if steps[path[0]] == 0:
        yield path
        return
    for before in near[path[0]]:
        if steps.get(before) == steps[path[0]] - 1:
            yield from backwards(near, steps, [before, *path])


def measured(w: World, of: str) -> Iterator[Any]:
    for n in w.graph.nodes.values():
        if "Organization" in n.labels and (n.type == "Alliance") == (of == "alliances"):
            yield n


def figures(n: Any, *names: str) -> dict[str, Any]:
    said = {"organization_key": n.key, "organization": n.name, "type": n.type}
    return said | {name: n.properties.get(name) for name in names}


@answers("bridges")
def bridges(w: World, of: str = "organizations") -> Rows:
    return (
        figures(n, "betweenness", "degree", "alliances")
        for n in measured(w, of) if (n.properties.get("betweenness") or 0) > 0
    )


@answers("most-connected")
def most_connected(w: World, of: str = "organizations") -> Rows:
    return (
        figures(n, "degree", "strength", "core") for n in measured(w, of) if (n.properties.get("degree") or 0) > 0
    )


@answers("brokers")
def brokers(w: World, of: str = "organizations") -> Rows:
    return (
        figures(n, "constraint", "effective_size")
        for n in measured(w, of) if n.properties.get("constraint") is not None
    )


@answers("communities")
def communities(w: World) -> Rows:
    organizations = [n for n in w.graph.nodes.values() if "Organization" in n.labels]
    for name, held in grouped((n.properties.get("community"), n) for n in organizations):
        if name is not None:
            yield {
                "community": name, "organizations": len(held),
                "alliances": sorted({n.name for n in held if n.type == "Alliance"}),
            }


@answers("new-ties")
def new_ties(w: World, start: str | None = None, end: str | None = None) -> Rows:
    for e in w.all("cooperatesWith"):
        seen = get(e, "first_seen")
        if seen and within(seen, start, end):
            yield {
                "one_key": e.subject, "one": w.name(e.subject), "other_key": e.object, "other": w.name(e.object),
                "way": role(e), "first_seen": seen, "statements": get(e, "evidence"), "edges": keys(e),
            }


@answers("silent-alliances")
def silent_alliances(w: World, start: str) -> Rows:
    for a in w.of_type("Alliance"):
        deeds = [e for e in w.around(a.key) if e.predicate in ("organizes", "participatesIn", "cooperatesWith")]
        seen = [get(e, "last_seen") for e in deeds if get(e, "last_seen")]
        if not any(within(date, start, None) for date in seen):
            yield {"alliance_key": a.key, "alliance": a.name, "last_seen": max(seen, default=None)}


def work_on(w: World, topic: str) -> list[tuple[Any, Any]]:
    """(what an organisation does, what of it is about the topic)."""
    return [(r, s) for s in w.into(topic, "about") for r in w.into(s.subject, *WORKS)]


@answers("topic-actors")
def topic_actors(w: World, topic: str) -> Rows:
    for actor, pairs in grouped((r.subject, (r, s)) for r, s in work_on(w, topic)):
        yield {
            "actor_key": actor, "actor": w.name(actor), "type": w.node(actor).type,
            "works": len({r.object for r, _ in pairs}), "names": w.names(r.object for r, _ in pairs),
            "deeds": sorted({r.predicate for r, _ in pairs}), "edges": keys(*(e for pair in pairs for e in pair)),
        }


@answers("topics-of")
def topics_of(w: World, organization: str) -> Rows:
    pairs = [(r, s) for r in w.out(organization, *WORKS) for s in w.out(r.object, "about")]
    for topic, held in grouped((s.object, (r, s)) for r, s in pairs):
        yield {
            "topic_key": topic, "topic": w.name(topic), "works": len({r.object for r, _ in held}),
            "names": w.names(r.object for r, _ in held), "edges": keys(*(e for pair in held for e in pair)),
        }


@answers("shared-topics")
def shared_topics(w: World, one: str, other: str) -> Rows:
    mine, theirs = (
        dict(grouped((s.object, r) for r in w.out(o, *WORKS) for s in w.out(r.object, "about")))
        for o in (one, other)
    )
    for topic in mine.keys() & theirs.keys():
        yield {
            "topic_key": topic, "topic": w.name(topic), "works_one": w.names(r.object for r in mine[topic]),
            "works_other": w.names(r.object for r in theirs[topic]), "edges": keys(*mine[topic], *theirs[topic]),
        }


@answers("topic-ranking")
def topic_ranking(w: World) -> Rows:
    for topic, held in grouped((e.object, e) for e in w.all("about")):
        yield {
            "topic_key": topic, "topic": w.name(topic), "works": len({e.subject for e in held}),
            "kinds": sorted({w.node(e.subject).type for e in held}),
        }


@answers("alliance-topics")
def alliance_topics(w: World, at_least: int = 2) -> Rows:
    for topic in w.of_type("Topic"):
        pairs = [(r, s) for r, s in work_on(w, topic.key) if w.node(r.subject).type == "Alliance"]
        alliances = {r.subject for r, _ in pairs}
        if alliances and len(alliances) >= at_least:
            yield {
                "topic_key": topic.key, "topic": topic.name, "alliances": len(alliances),
                "names": w.names(alliances), "edges": keys(*(e for pair in pairs for e in pair)),
            }
