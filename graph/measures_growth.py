"""What grew: each alliance's members and ties at two times."""

from __future__ import annotations

from dataclasses import dataclass, replace

from . import dates
from .elements import Graph
from .projection import Filter, Projection, period, project


@dataclass(frozen=True, slots=True)
class Growth:
    """An alliance at two times: members and ties before and after. `undated` members count at both times."""

    key: str
    members: tuple[int, int]
    ties: tuple[int, int]
    undated: int = 0

    @property
    def gain(self) -> int:
        """Members won, less members lost."""
        return self.members[1] - self.members[0]


def growth(graph: Graph, before: str, after: str, filter_: Filter | None = None) -> tuple[Growth, ...]:
    """Members and ties of each alliance at the end of two dates, greatest gain first.

    Parameters
    ----------
    graph
        The resolved graph.
    before, after
        ISO dates of any precision; each stands for its last day.
    filter_
        What else counts.

    Notes
    -----
    A membership counts from its `since`, else from the bulletin that first tells of it, to its `until`; where
    nothing dates it, it counts at both times, so that undated facts never look like growth.
    """
    filter_ = filter_ or Filter()
    days = dates.span(before)[1], dates.span(after)[1]
    counts: dict[str, list[set[str]]] = {
        k: [set(), set(), set()] for k, n in graph.nodes.items() if n.type == "Alliance"
    }
    for edge in graph.edges.values():
        if edge.predicate != "memberOf" or edge.role == "applicant" or edge.object not in counts:
            continue
        start, end = period(graph, edge)
        for place, day in enumerate(days):
            if (start is None or start <= day) and (end is None or end >= day):
                counts[edge.object][place].add(edge.subject)
        if start is None:
            counts[edge.object][2].add(edge.subject)
    tied = [_ties(project(graph, "Alliance", replace(filter_, since=d, until=d))) for d in days]
    found = [
        Growth(
            key, (len(first), len(last)), (tied[0].get(key, 0), tied[1].get(key, 0)), len(undated)
        )
        for key, (first, last, undated) in counts.items()
    ]
    return tuple(sorted(found, key=lambda g: (-g.gain, -(g.ties[1] - g.ties[0]), g.key)))


def _ties(projection: Projection) -> dict[str, int]:
    found: dict[str, int] = {}
    for pair in projection.ties:
        for node in pair:
            found[node] = found.get(node, 0) + 1
    return found
