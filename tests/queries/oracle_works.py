"""Answers about policies, standards, results and people."""

from __future__ import annotations

from typing import Any

from oracle import Rows, World, answers, get, grouped, keys, other, role, within


def listed(value: Any) -> list[str]:
    return [] if value is None else sorted([value] if isinstance(value, str) else value)


def who(w: World, e: Any, name: str) -> dict[str, Any]:
    return {
        f"{name}_key": e.subject, name: w.name(e.subject), "type": w.node(e.subject).type, "role": role(e),
        "statements": get(e, "evidence"), "edges": keys(e),
    }


@answers("policies-by-issuer")
def policies_by_issuer(w: World, issuer: str) -> Rows:
    for e in w.out(issuer, "issues"):
        if w.node(e.object).type == "Policy":
            yield {
                "policy_key": e.object, "policy": w.name(e.object), "role": role(e),
                "date": w.of(e.object, "date"), "code": w.of(e.object, "code"), "edges": keys(e),
            }


@answers("policy-issuers")
def policy_issuers(w: World, work: str) -> Rows:
    return (who(w, e, "issuer") for e in w.into(work, "issues"))


@answers("policy-history")
def policy_history(w: World, policy: str) -> Rows:
    for e in (*w.out(policy, "amends"), *w.into(policy, "amends")):
        second = other(e, policy)
        yield {
            "direction": "amends" if e.subject == policy else "amended by", "policy_key": second,
            "title": w.name(second), "date": w.of(second, "date"), "edges": keys(e),
        }


@answers("amendments")
def amendments(w: World) -> Rows:
    for e in w.all("amends"):
        yield {
            "amending_key": e.subject, "amending": w.name(e.subject), "date": w.of(e.subject, "date"),
            "amended_key": e.object, "amended": w.name(e.object), "amended_date": w.of(e.object, "date"),
            "edges": keys(e),
        }


@answers("works-about")
def works_about(w: World, topic: str) -> Rows:
    for e in w.into(topic, "about"):
        yield {
            "work_key": e.subject, "work": w.name(e.subject), "type": w.node(e.subject).type,
            "date": w.of(e.subject, "date"), "statements": get(e, "evidence"), "edges": keys(e),
        }


@answers("policies-in-period")
def policies_in_period(w: World, start: str | None = None, end: str | None = None) -> Rows:
    for n in w.of_type("Policy"):
        date, by = w.of(n.key, "date"), w.into(n.key, "issues")
        if date and within(date, start, end):
            yield {
                "policy_key": n.key, "policy": n.name, "date": date, "code": w.of(n.key, "code"),
                "issuers": w.names(e.subject for e in by), "edges": keys(*by),
            }


@answers("joint-policies")
def joint_policies(w: World, at_least: int = 2) -> Rows:
    for n in w.of_type("Policy"):
        by = w.into(n.key, "issues")
        if by and len({e.subject for e in by}) >= at_least:
            yield {
                "policy_key": n.key, "policy": n.name, "date": w.of(n.key, "date"),
                "bodies": len({e.subject for e in by}), "issuers": w.names(e.subject for e in by),
                "edges": keys(*by),
            }


@answers("standards-by-level")
def standards_by_level(w: World, level: str = "group") -> Rows:
    for n in w.of_type("Standard"):
        drafts, bodies = w.into(n.key, "drafts"), w.into(n.key, "administers")
        if w.of(n.key, "level") == level:
            yield {
                "standard_key": n.key, "standard": n.name, "code": w.of(n.key, "code"), "date": w.of(n.key, "date"),
                "drafters": w.names(e.subject for e in drafts), "bodies": w.names(e.subject for e in bodies),
                "edges": keys(*drafts, *bodies),
            }


@answers("standards-by-body")
def standards_by_body(w: World, body: str) -> Rows:
    for e in w.out(body, "administers"):
        yield {
            "work_key": e.object, "work": w.name(e.object), "type": w.node(e.object).type,
            "code": w.of(e.object, "code"), "level": w.of(e.object, "level"), "edges": keys(e),
        }


@answers("drafters-of")
def drafters_of(w: World, work: str) -> Rows:
    return (who(w, e, "drafter") for e in w.into(work, "drafts"))


@answers("standards-of")
def standards_of(w: World, organization: str) -> Rows:
    for e in w.out(organization, "issues", "drafts", "proposes", "administers"):
        if w.node(e.object).type == "Standard":
            yield {
                "standard_key": e.object, "standard": w.name(e.object), "level": w.of(e.object, "level"),
                "deed": e.predicate, "role": role(e), "edges": keys(e),
            }


@answers("standards-bodies")
def standards_bodies(w: World) -> Rows:
    for n in w.of_type("StandardsBody"):
        over = w.into(n.key, "administers")
        under = [e for e in w.out(n.key, "administers") if w.node(e.object).type == "Standard"]
        yield {
            "body_key": n.key, "body": n.name, "code": w.of(n.key, "code"),
            "administered_by": w.names(e.subject for e in over), "standards": len({e.object for e in under}),
            "edges": keys(*over, *under),
        }


@answers("projects-of")
def projects_of(w: World, organization: str) -> Rows:
    for project, held in grouped((e.object, e) for e in w.out(organization, "undertakes")):
        results = w.into(project, "outcomeOf")
        yield {
            "project_key": project, "project": w.name(project), "results": w.names(e.subject for e in results),
            "edges": keys(*held, *results),
        }


@answers("results-of")
def results_of(w: World, organization: str) -> Rows:
    for result, held in grouped((e.object, e) for e in w.out(organization, "develops")):
        others = {e.subject for e in w.into(result, "develops")} - {organization}
        yield {
            "result_key": result, "result": w.name(result), "together_with": w.names(others),
            "projects": w.names(e.object for e in w.out(result, "outcomeOf")), "edges": keys(*held),
        }


@answers("project-results")
def project_results(w: World, project: str) -> Rows:
    for result, held in grouped((e.subject, e) for e in w.into(project, "outcomeOf")):
        by = w.into(result, "develops")
        yield {
            "result_key": result, "result": w.name(result), "developers": w.names(e.subject for e in by),
            "edges": keys(*held, *by),
        }


@answers("honours-of")
def honours_of(w: World, winner: str) -> Rows:
    for e in w.out(winner, "selectedFor"):
        by = w.into(e.object, "awards")
        yield {
            "honour_key": e.object, "honour": w.name(e.object), "type": w.node(e.object).type,
            "awarded_by": w.names(a.subject for a in by), "statements": get(e, "evidence"), "edges": keys(e, *by),
        }


@answers("honour-winners")
def honour_winners(w: World, honour: str) -> Rows:
    for e in w.into(honour, "selectedFor"):
        found = who(w, e, "winner")
        del found["role"]
        yield found


@answers("holdings-of")
def holdings_of(w: World, organization: str) -> Rows:
    for e in (*w.out(organization, "owns"), *w.into(organization, "owns")):
        second = other(e, organization)
        yield {
            "direction": "owns" if e.subject == organization else "owned by", "thing_key": second,
            "thing": w.name(second), "type": w.node(second).type, "statements": get(e, "evidence"),
            "edges": keys(e),
        }


@answers("people-of")
def people_of(w: World, organization: str) -> Rows:
    for e in w.into(organization, "holdsPost"):
        yield {
            "person_key": e.subject, "person": w.name(e.subject), "posts": listed(get(e, "posts")),
            "titles": listed(w.of(e.subject, "title")), "statements": get(e, "evidence"), "edges": keys(e),
        }


@answers("posts-of")
def posts_of(w: World, person: str) -> Rows:
    for e in w.out(person, "holdsPost"):
        yield {
            "organization_key": e.object, "organization": w.name(e.object), "type": w.node(e.object).type,
            "posts": listed(get(e, "posts")), "first_seen": get(e, "first_seen"), "last_seen": get(e, "last_seen"),
            "edges": keys(e),
        }


@answers("events-of-person")
def events_of_person(w: World, person: str) -> Rows:
    for e in w.out(person, "participatesIn"):
        yield {
            "event_key": e.object, "event": w.name(e.object), "role": role(e), "date": w.of(e.object, "date"),
            "edges": keys(e),
        }


@answers("people-with-several-posts")
def people_with_several_posts(w: World, at_least: int = 2) -> Rows:
    for person, held in grouped((e.subject, e) for e in w.all("holdsPost")):
        if len({e.object for e in held}) >= at_least:
            yield {
                "person_key": person, "person": w.name(person), "organizations": len({e.object for e in held}),
                "names": w.names(e.object for e in held), "edges": keys(*held),
            }


@answers("namesakes")
def namesakes(w: World) -> Rows:
    for name, same in grouped((n.name, n.key) for n in w.things):
        if len(same) > 1:
            yield {"name": name, "things": len(same), "keys": sorted(same)}
