"""Who could work together next: pairs without a tie that have much between them, each with its reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations

from .elements import Graph
from .projection import Filter, Projection, project

TOPIC_WEIGHT = 0.2
"""What one shared topic adds."""

FIELD_WEIGHT = 0.1
"""What complementary fields add: fields whose alliances work together more often than chance."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pair that could work together.

    `partners` are those both work with already, the rarest first (they say most), with what each adds;
    `topics` are topics of both; `fields` is how much more often than chance alliances of the two fields work
    together, 0 where not or where the field is the same.
    """

    a: str
    b: str
    score: float
    partners: tuple[tuple[str, float], ...]
    topics: tuple[str, ...] = ()
    fields: float = 0.0


def suggestions(
    graph: Graph, projection: Projection, *, most: int = 30, topics: bool = True
) -> tuple[Suggestion, ...]:
    r"""Pairs of alliances without a tie, best first.

    The score is the resource allocation index, :math:`\sum_{z} 1/k_z` over the common partners *z* with *k*
    ties each, plus `TOPIC_WEIGHT` a shared topic, plus `FIELD_WEIGHT` where their fields complement each
    other. A pair without a common partner or shared topic is never proposed. A hub that ties everybody adds
    little.

    Parameters
    ----------
    graph
        The resolved graph.
    projection
        Its alliance projection.
    most
        How many to return.
    topics
        Whether shared topics count.

    References
    ----------
    T. Zhou, L. Lü and Y.-C. Zhang, "Predicting missing links via local information", *European Physical
    Journal B* 71(4), 2009.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in projection.ties:
        near[a].add(b)
        near[b].add(a)
    partners: dict[tuple[str, str], list[tuple[str, float]]] = defaultdict(list)
    for middle, around in sorted(near.items()):
        for a, b in combinations(sorted(around), 2):
            if b not in near[a]:
                partners[a, b].append((middle, round(1 / len(around), 6)))
    shared = _topics(graph) if topics else {}
    lift = _field_lift(graph, projection)
    found = []
    for a, b in sorted({*partners, *(pair for pair in shared if pair[1] not in near[pair[0]])}):
        through = sorted(partners.get((a, b), []), key=lambda p: (-p[1], p[0]))
        both = shared.get((a, b), ())
        fields = lift.get(_fields(graph, a, b), 0.0)
        score = sum(p for _, p in through) + TOPIC_WEIGHT * len(both) + FIELD_WEIGHT * (fields > 1)
        found.append(Suggestion(a, b, round(score, 6), tuple(through), both, round(fields, 3)))
    return tuple(sorted(found, key=lambda s: (-s.score, s.a, s.b))[:most])


def _topics(graph: Graph) -> dict[tuple[str, str], tuple[str, ...]]:
    ties = project(graph, "Alliance", Filter(kinds=frozenset({"topics"}))).ties
    return {pair: tuple(sorted({s.via for s in tie.supports if s.via})) for pair, tie in ties.items()}


def _fields(graph: Graph, a: str, b: str) -> tuple[str, str]:
    names = sorted(str(graph.nodes[k].properties.get("field", "")) for k in (a, b))
    return names[0], names[1]


def _field_lift(graph: Graph, projection: Projection) -> dict[tuple[str, str], float]:
    """Observed over expected ties between two different fields, expected from each field's share of all ties.
    """
    pairs = Counter(_fields(graph, a, b) for a, b in projection.ties)
    ends: Counter[str] = Counter()
    for (f, g), n in pairs.items():
        ends[f] += n
        ends[g] += n
    total = sum(pairs.values())
    return {
        (f, g): n / (ends[f] * ends[g] / (2 * total))
        for (f, g), n in pairs.items()
        if f != g and f and g
    }
