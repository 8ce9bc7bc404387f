"""The parameters with which each question is asked of the golden graph.

`GOLDEN` names things by key, or by a name or short name where that is told apart. A question that is not here is
asked without parameters.
"""

from __future__ import annotations

from itertools import product

import query_graph as g

ALLIANCES = (g.FIBRE, g.STEEL, g.BAMBOO, g.SILENT)
ORGANIZATIONS = (
    g.FIBRE, g.STEEL, g.BAMBOO, g.NORTH, g.EAST, g.STEELWORKS, g.SPINNER, g.INSTITUTE, g.SOCIETY, g.MINISTRY,
    g.COMMITTEE, g.STANDARDS, "Enterprise/" + g.HOSTILE[0],
)
PERIODS = (
    {}, {"start": "2024-06"}, {"end": "2024-06"}, {"end": "2024-05"}, {"start": "2024-06-01", "end": "2024-06-20"},
    {"start": "2023", "end": "2023"}, {"start": "2024-06-01", "end": "2024-06-01"}, {"start": "2024-05-31"},
    {"start": "1999", "end": "1999"}, {"start": "2025"},
)
PAIRS = (
    (g.FIBRE, g.NORTH), (g.NORTH, g.FIBRE), (g.FIBRE, g.STEEL), (g.FIBRE, g.BAMBOO), (g.STEEL, g.BAMBOO),
    (g.NORTH, g.STEELWORKS), (g.STEELWORKS, g.INSTITUTE), (g.FIBRE, g.SILENT), (g.FIBRE, g.FIBRE),
    (g.SPINNER, g.FIBRE), (g.EAST, g.YOSHI), (g.SOCIETY, g.MINISTRY),
)
WALKS = (
    *PAIRS, (g.STEELWORKS, g.WANG), (g.MINISTRY, g.STEELWORKS), (g.YARN, g.STEEL), (g.LI_STEEL, g.STANDARDS),
    (g.SPINNER, g.INDUSTRY), (g.OFFICE_STEEL, g.NETWORK), (g.LONELY, g.FIBRE), (g.CARBON, g.FIBRE),
)
PEOPLE = (g.LI_NORTH, g.LI_STEEL, g.WANG)
EVENTS = (g.FORUM, g.TRAINING, g.EXPO, g.SALON, g.FAIR, g.COUNCIL)
WORKS = (g.RULES, g.DECISION, g.PLAN, g.NOTICE, g.GREEN, g.STEEL_STANDARD, g.REPORT)
TOPICS = (g.CARBON, g.GREEN_TOPIC, g.FORCE)
ANY = (g.FIBRE, g.NORTH, g.FORUM, g.LI_NORTH, g.LONELY, g.BEIJING, "Enterprise/" + g.HOSTILE[1])


def each(name: str, values: tuple[object, ...]) -> list[dict[str, object]]:
    """One set of parameters for each value."""
    return [{name: value} for value in values]


def pairs(values: tuple[tuple[str, str], ...]) -> list[dict[str, object]]:
    """One set of parameters for each pair."""
    return [{"one": one, "other": other} for one, other in values]


ROLES = ("chair", "vice-chair", "council", "member", "initiator")
GOLDEN: dict[str, list[dict[str, object]]] = {
    "alliances": [{}, {"of_field": "新材料"}, {"of_batch": "pilot-2010-1"},
                  {"of_field": "新材料", "of_batch": "pilot-2010-1"}, {"of_field": g.HOSTILE[1]}],
    "alliance-members": [*each("alliance", ALLIANCES), {"alliance": "化纤联盟"}, {"alliance": "木竹联盟"}],
    "shared-members": [*pairs(PAIRS[2:5]), *pairs(((g.FIBRE, g.FIBRE), (g.STEEL, g.FIBRE)))],
    "member-alliances": each("organization", ORGANIZATIONS),
    "chairs-of-several": [{}, {"at_least": 1}, *({"role": r, "at_least": 1} for r in ROLES), {"at_least": 9}],
    "members-of-several": [{}, {"at_least": 1}, {"at_least": 3}],
    "alliance-applicants": each("alliance", ALLIANCES),
    "former-members": each("alliance", ALLIANCES),
    "alliance-roles": each("alliance", ALLIANCES),
    "units-of": each("organization", ORGANIZATIONS),
    "new-members": list(PERIODS),
    "alliance-overlaps": [{}, {"at_least": 3}],
    "overlaps-of": each("alliance", ALLIANCES),
    "members-by-source": [{"alliance": a, "source": s} for a, s in product(ALLIANCES, ("roster", "bulletin", "both"))],
    "event-organizers": each("event", EVENTS),
    "event-participants": each("event", EVENTS),
    "events-of": [*each("organization", ORGANIZATIONS), {"organization": g.NORTH, "role": "support"}],
    "events-in-place": [{"place": p, **t} for p, t in product((g.BEIJING, g.SHANGHAI), PERIODS)],
    "events-in-period": list(PERIODS),
    "events-by-month": list(PERIODS),
    "events-named": each("word", ("联盟", "会", ".*", g.HOSTILE[0], "'")),
    "co-hosts": each("organization", ORGANIZATIONS),
    "co-host-pairs": [{}, {"at_least": 2}],
    "speakers": list(PERIODS),
    "sub-events": each("event", EVENTS),
    "events-by-status": [{}, {"status": "cancelled"}, {"status": "postponed"}],
    "organizers-by-role": each("role", ("host", "guide", "undertake", "initiate")),
    "policies-by-issuer": each("issuer", ORGANIZATIONS),
    "policy-issuers": each("work", WORKS),
    "policy-history": each("policy", WORKS[:4]),
    "works-about": each("topic", TOPICS),
    "policies-in-period": list(PERIODS),
    "joint-policies": [{}, {"at_least": 1}],
    "standards-by-level": [{}, {"level": "national"}, {"level": "enterprise"}],
    "standards-by-body": each("body", ORGANIZATIONS),
    "drafters-of": each("work", WORKS),
    "standards-of": each("organization", ORGANIZATIONS),
    "projects-of": each("organization", ORGANIZATIONS),
    "results-of": each("organization", ORGANIZATIONS),
    "project-results": each("project", (g.PROJECT, g.PLANT)),
    "honours-of": each("winner", (g.YARN, g.LI_NORTH, g.INSTITUTE, g.NORTH)),
    "honour-winners": each("honour", (g.PRIZE, g.REPORT)),
    "holdings-of": each("organization", ORGANIZATIONS),
    "people-of": each("organization", (*ORGANIZATIONS, g.OFFICE_FIBRE)),
    "posts-of": each("person", PEOPLE),
    "events-of-person": each("person", PEOPLE),
    "people-with-several-posts": [{}, {"at_least": 1}],
    "partners-of": each("organization", ORGANIZATIONS),
    "common-partners": pairs((*PAIRS, (g.STEELWORKS, g.INSTITUTE))),
    "direct-ties": pairs(WALKS),
    "shared-ties": pairs(PAIRS),
    "paths-between": pairs(WALKS),
    "bridges": [{}, {"of": "alliances"}],
    "most-connected": [{}, {"of": "alliances"}],
    "brokers": [{}, {"of": "alliances"}],
    "new-ties": list(PERIODS),
    "silent-alliances": each("start", ("2024", "2024-06", "2024-06-20", "2024-07", "1990", "2022")),
    "topic-actors": each("topic", TOPICS),
    "topics-of": each("organization", ORGANIZATIONS),
    "shared-topics": pairs(PAIRS),
    "alliance-topics": [{}, {"at_least": 1}],
    "what-says-this": pairs(WALKS),
    "facts-of": each("thing", ANY),
    "statements-of": each("thing", ANY),
    "statements-in": each("item", (g.J1, g.J4, g.J5, g.M2, g.R1)),
    "items-of": each("bulletin", (g.MAY, g.JUNE, g.OLD, g.ROSTER)),
    "items-mentioning": each("thing", (*ANY, g.MEDIA)),
    "most-mentioned": [{}, {"type": "Enterprise"}, {"type": "Nothing"}],
    "things-named": each("text", ("化纤", "北辰", '"', "\\", "𠮷")),
    "low-confidence": [{}, {"below": 0.95}, {"below": 0.0}],
}
