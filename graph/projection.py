"""Who works with whom: the projection of the graph onto alliances, or onto organisations.

A **tie** joins two of them; a **support** is one reason for it: a shared member, a joint event, an agreement,
with the facts (edge keys) that say so. The kinds of tie and what each counts stand in `ties.toml`.
"""

from __future__ import annotations

import math
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any, Literal

import networkx as nx

from . import dates
from .elements import Edge, Graph

Variant = Literal["weight", "count", "salton", "jaccard", "association"]
WORK_PREDICATES = frozenset({"drafts", "proposes", "issues", "undertakes", "develops", "administers"})
ABOUT_BEARERS = frozenset({"organizes", "drafts", "proposes", "issues", "undertakes"})
UNIT = "OrganizationUnit"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of tie: its names, what one support of it weighs, whether it counts by default, and why it is
    one.
    """

    name: str
    zh: str
    en: str
    weight: float
    on: bool
    why: str


@dataclass(frozen=True, slots=True)
class Support:
    """One reason for a tie between `a` and `b` (`a` < `b`).

    `via` is the shared member, event, work or topic; None for a deed between the two themselves. `edges` are
    the facts that say so. `start` and `end` are ISO days between which it holds, None where nothing says it.
    `confidence` is the lowest of its facts, `sources` who states them all (`roster`, `bulletin`).
    """

    kind: str
    a: str
    b: str
    via: str | None
    edges: tuple[str, ...]
    start: str | None = None
    end: str | None = None
    confidence: float = 1.0
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """All supports between two nodes. `weight` is their sum by the rules of `ties.toml`."""

    a: str
    b: str
    supports: tuple[Support, ...]
    weight: float

    @property
    def count(self) -> int:
        """How many things the two share, of whatever kind."""
        return len(self.supports)


@dataclass(frozen=True, slots=True)
class Filter:
    """What counts: kinds, a period, confidence, sources, roles, connectors, and whom to leave out.

    `since` and `until` are ISO dates of any precision; a support without a date always counts. `connectors`
    are types of `ties.toml` that may connect after all. `without` are keys treated as gone.
    """

    kinds: frozenset[str] | None = None
    since: str | None = None
    until: str | None = None
    confidence: float = 0.0
    sources: frozenset[str] = frozenset({"roster", "bulletin"})
    roles: frozenset[str] | None = None
    connectors: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()

    def counts(self, support: Support) -> bool:
        """Whether a support counts."""
        kinds = default_kinds() if self.kinds is None else self.kinds
        return (
            support.kind in kinds
            and support.confidence >= self.confidence
            and bool(self.sources.intersection(support.sources))
            and not (self.without and self.without.intersection((support.a, support.b, support.via or "")))
            and not (self.since and support.end and support.end < dates.span(self.since)[0])
            and not (self.until and support.start and support.start > dates.span(self.until)[1])
        )


@dataclass(frozen=True, slots=True)
class Projection:
    """Nodes of one sort with their ties, sorted by key.

    `holdings` are, for each node, all things of the counted kinds that it has, shared or not: the sizes that
    the normalised variants divide by.
    """

    of: str
    nodes: tuple[str, ...]
    ties: Mapping[tuple[str, str], Tie]
    holdings: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def value(self, a: str, b: str, variant: Variant = "weight") -> float:
        r"""A tie's strength in one of the variants; 0 where there is none.

        Parameters
        ----------
        a, b
            Two nodes, in any order.
        variant
            With :math:`S_i` the things that *i* has and :math:`c = |S_a \cap S_b|`: `count` is *c*; `weight`
            sums the weights of `ties.toml`; `salton` is :math:`c / \sqrt{|S_a||S_b|}` [1]_; `jaccard` is
            :math:`c / |S_a \cup S_b|`; `association` is :math:`c / (|S_a||S_b|)` [2]_, proportional to
            observed over expected co-occurrence.

        References
        ----------
        .. [1] G. Salton and M. J. McGill, *Introduction to Modern Information Retrieval*, McGraw-Hill, 1983.
        .. [2] N. J. van Eck and L. Waltman, "How to normalize cooccurrence data? An analysis of some
           well-known similarity measures", *JASIST* 60(8), 2009.
        """
        tie = self.ties.get((a, b) if a < b else (b, a))
        if tie is None:
            return 0.0
        if variant == "weight":
            return tie.weight
        shared = len({_holding(s) for s in tie.supports})
        if variant == "count":
            return float(shared)
        left, right = len(self.holdings.get(a, ())), len(self.holdings.get(b, ()))
        if variant == "salton":
            return shared / math.sqrt(left * right) if left and right else 0.0
        if variant == "jaccard":
            return shared / (left + right - shared) if left + right > shared else 1.0
        return shared / (left * right) if left and right else 0.0

    def network(self, *, isolates: bool = False) -> nx.Graph[str]:
        """The projection as a networkx graph, `weight` on its edges; nodes and edges in sorted order."""
        graph: nx.Graph[str] = nx.Graph()
        if isolates:
            graph.add_nodes_from(self.nodes)
        else:
            graph.add_nodes_from(sorted({n for pair in self.ties for n in pair}))
        for (a, b), tie in self.ties.items():
            graph.add_edge(a, b, weight=tie.weight, count=tie.count)
        return graph


@cache
def kinds() -> Mapping[str, Kind]:
    """The kinds of tie by name, in order."""
    return {name: Kind(name, **row) for name, row in _rules()["kinds"].items()}


@cache
def default_kinds() -> frozenset[str]:
    """The kinds that count unless asked otherwise."""
    return frozenset(kind.name for kind in kinds().values() if kind.on)


def excluded_connectors() -> frozenset[str]:
    """The types that connect nobody unless asked for."""
    return frozenset(_rules()["connectors"]["excluded"])


def project(graph: Graph, of: str = "Alliance", filter_: Filter | None = None) -> Projection:
    """Project the graph onto its alliances or its organisations.

    Parameters
    ----------
    graph
        The resolved graph.
    of
        `Alliance`, or `Organization` for every other organisation (agencies, media and coordinating bodies
        only where the filter names them as connectors). A department or secretariat acts for the whole it
        belongs to.
    filter_
        What counts; by default the kinds that are on, of any time, source and confidence.

    Returns
    -------
    Projection
        Ties with their supports, sorted; the same graph gives the same projection.
    """
    filter_ = filter_ or Filter()
    found = defaultdict(list)
    for support in supports(graph, of, filter_):
        if filter_.counts(support):
            found[support.a, support.b].append(support)
    weights = {kind.name: kind.weight for kind in kinds().values()}
    ties = {
        pair: Tie(*pair, tuple(told), round(sum(weights[s.kind] for s in told), 6))
        for pair, told in sorted(found.items())
    }
    participants = _Participation(graph, of, filter_)
    holdings: dict[str, set[str]] = defaultdict(set)
    for via, who in participants.by_thing.items():
        for node in who:
            holdings[node].add(via)
    for support in participants.direct():
        for node in (support.a, support.b):
            holdings[node].add(_holding(support))
    counted = default_kinds() if filter_.kinds is None else filter_.kinds
    return Projection(
        of,
        tuple(sorted(n for n in participants.subjects if n not in filter_.without)),
        ties,
        {n: frozenset(h for h in held if _kind_of(h) in counted) for n, held in sorted(holdings.items())},
    )


def supports(graph: Graph, of: str = "Alliance", filter_: Filter | None = None) -> tuple[Support, ...]:
    """All supports of the kinds in `ties.toml`, sorted; of `filter_` only roles and connectors apply."""
    participation = _Participation(graph, of, filter_ or Filter())
    found = [*participation.shared(), *participation.direct()]
    return tuple(sorted(found, key=lambda s: (s.a, s.b, s.kind, s.via or "", s.edges)))


def period(graph: Graph, edge: Edge) -> tuple[str | None, str | None]:
    """First and last day of a fact, ISO: what it says itself, else its event's date, else when a bulletin
    first said so.

    A membership lasts until its `until`; a deed ends when it begins to be over, so only its start counts.
    """
    said = edge.properties
    start = said.get("since") or said.get("date")
    if start is None:
        for end in (edge.object, edge.subject):
            node = graph.nodes.get(end)
            if node is not None and node.type == "Event" and node.properties.get("date"):
                start = node.properties["date"]
                break
    start = start or said.get("first_seen")
    begun = dates.try_span(str(start)) if start else None
    ended = dates.try_span(str(said["until"])) if said.get("until") else None
    return (begun[0] if begun else None), (ended[1] if ended else None)


class _Participation:
    """Which alliances or organisations take part in which shared things, and by which facts."""

    def __init__(self, graph: Graph, of: str, filter_: Filter) -> None:
        self.graph, self.of, self.filter = graph, of, filter_
        self.barred = excluded_connectors() - filter_.connectors
        self.wholes = _wholes(graph)
        self.subjects = {k for k in graph.nodes if self._is_subject(k)}
        self.by_thing: dict[str, dict[str, list[tuple[Edge, str]]]] = defaultdict(lambda: defaultdict(list))
        self.deeds: list[Edge] = []
        about: dict[str, list[Edge]] = defaultdict(list)
        for edge in graph.edges.values():
            if edge.predicate == "about":
                about[edge.subject].append(edge)
        for edge in graph.edges.values():
            self._note(edge, about)

    def _note(self, edge: Edge, about: Mapping[str, list[Edge]]) -> None:
        subject = self.wholes.get(edge.subject, edge.subject)
        if edge.predicate == "memberOf":
            if edge.role == "applicant" or not self._role_counts(edge):
                return
            member, alliance = (edge.object, subject) if self.of == "Alliance" else (subject, edge.object)
            if member in self.subjects and self._connects(alliance) and self._is_alliance(edge.object):
                self.by_thing[f"members\x1f{alliance}"][member].append((edge, "member"))
        elif edge.predicate in ("organizes", "participatesIn") and subject in self.subjects:
            if self._role_counts(edge):
                self.by_thing[f"events\x1f{edge.object}"][subject].append((edge, edge.role or edge.predicate))
        elif edge.predicate in WORK_PREDICATES and subject in self.subjects:
            if self.graph.nodes[edge.object].type not in ("Policy", "StandardsBody"):
                self.by_thing[f"works\x1f{edge.object}"][subject].append((edge, edge.predicate))
        elif edge.predicate == "cooperatesWith":
            object_ = self.wholes.get(edge.object, edge.object)
            if subject in self.subjects and object_ in self.subjects and subject != object_:
                self.deeds.append(edge)
        if edge.predicate in ABOUT_BEARERS and subject in self.subjects:
            for topic in about.get(edge.object, ()):
                held = self.by_thing[f"topics\x1f{topic.object}"][subject]
                held += [(edge, "about"), (topic, "about")]

    def shared(self) -> Iterator[Support]:
        """Supports through a shared member, event, work or topic."""
        holds, helps = (frozenset(_rules()["roles"][name]) for name in ("holds", "helps"))
        for thing, who in self.by_thing.items():
            kind, via = thing.split("\x1f", 1)
            for a, b in combinations(sorted(who), 2):
                edges = [edge for edge, _ in (*who[a], *who[b])]
                name = kind
                if kind == "events":
                    left, right = ({role for _, role in who[one]} for one in (a, b))
                    both = bool(left & holds), bool(right & holds)
                    if both == (True, True):
                        name = "events"
                    elif (both[0] and right & helps) or (both[1] and left & helps):
                        name = "assist"
                    else:
                        name = "attend"
                yield self._support(name, a, b, via, edges)

    def direct(self) -> Iterator[Support]:
        """Supports that the two state of each other; a joint deed told by an event they both hold counts
        once.
        """
        held = {
            pair
            for thing, who in self.by_thing.items()
            if thing.startswith("events\x1f")
            for pair in combinations(sorted(who), 2)
        }
        names = {"joint": "events", "agreement": "agreement", "talk": "talk"}
        for edge in self.deeds:
            a, b = sorted(self.wholes.get(end, end) for end in (edge.subject, edge.object))
            kind = names.get(edge.role or "joint", "events")
            if kind != "events" or (a, b) not in held:
                yield self._support(kind, a, b, None, [edge])

    def _support(self, kind: str, a: str, b: str, via: str | None, edges: Iterable[Edge]) -> Support:
        told = sorted({e.key: e for e in edges}.values(), key=lambda e: e.key)
        spans = [period(self.graph, edge) for edge in told]
        starts = [start for start, _ in spans if start]
        ends = [end for _, end in spans if end]
        sources = [_sources(edge) for edge in told]
        return Support(
            kind,
            a,
            b,
            via,
            tuple(edge.key for edge in told),
            max(starts, default=None),
            min(ends, default=None),
            min((float(str(e.properties.get("confidence", 1.0))) for e in told), default=1.0),
            tuple(sorted(frozenset.union(*sources))) if sources else (),
        )

    def _is_subject(self, key: str) -> bool:
        node = self.graph.nodes[key]
        if self.of == "Alliance":
            return node.type == "Alliance"
        return (
            "Organization" in node.labels
            and node.type not in ("Alliance", UNIT)
            and node.type not in self.barred
        )

    def _is_alliance(self, key: str) -> bool:
        return self.graph.nodes[key].type == "Alliance"

    def _connects(self, key: str) -> bool:
        node = self.graph.nodes.get(key)
        return node is not None and node.type not in self.barred and key not in self.filter.without

    def _role_counts(self, edge: Edge) -> bool:
        return self.filter.roles is None or (edge.role or "") in self.filter.roles


def _wholes(graph: Graph) -> dict[str, str]:
    """Department or secretariat → the organisation that it belongs to, over any number of levels."""
    above = {
        e.subject: e.object
        for e in graph.edges.values()
        if e.predicate == "partOf" and graph.nodes[e.subject].type == UNIT
    }
    found = {}
    for unit in above:
        seen, whole = {unit}, above[unit]
        while whole in above and whole not in seen:
            seen.add(whole)
            whole = above[whole]
        found[unit] = whole
    return found


def _sources(edge: Edge) -> frozenset[str]:
    said = str(edge.properties.get("stated_by", "bulletin"))
    return frozenset({"roster", "bulletin"}) if said == "both" else frozenset({said})


def _holding(support: Support) -> str:
    """What a support shares, as a name in `holdings`."""
    kind = {"assist": "events", "attend": "events"}.get(support.kind, support.kind)
    return f"{kind}\x1f{support.via}" if support.via else f"{support.kind}\x1f{support.edges[0]}"


def _kind_of(holding: str) -> str:
    return holding.split("\x1f", 1)[0]


@cache
def _rules() -> dict[str, dict[str, Any]]:
    """The tables of `ties.toml`."""
    text = files(__package__).joinpath("ties.toml").read_text(encoding="utf-8")
    rules: dict[str, dict[str, Any]] = tomllib.loads(text)
    return rules


def without(filter_: Filter, keys: Collection[str]) -> Filter:
    """The same filter with these things gone as well."""
    return replace(filter_, without=filter_.without | frozenset(keys))
