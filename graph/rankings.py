"""Rankings that withdrawing or adding a bulletin moves, by plain counts that anybody can check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .elements import Graph


@dataclass(frozen=True, slots=True)
class Moved:
    """One place of a ranking before and after; None where it is not in the ranking."""

    ranking: str
    key: str
    name: str
    before: tuple[int, int] | None
    after: tuple[int, int] | None


def rankings(graph: Graph) -> dict[str, list[tuple[int, str]]]:
    """Three rankings, each (value, key), highest first.

    `alliances by shared members` counts the other alliances that an alliance has at least one member in
    common with; `alliances by members` its member organisations; `organisations by alliances` the alliances
    of a member.
    """
    members: dict[str, set[str]] = {}
    homes: dict[str, set[str]] = {}
    for edge in graph.edges.values():
        ends = graph.nodes.get(edge.object)
        if (
            edge.predicate == "memberOf"
            and edge.role != "applicant"
            and ends is not None
            and ends.type == "Alliance"
        ):
            if "until" in edge.properties:
                continue
            members.setdefault(edge.object, set()).add(edge.subject)
            homes.setdefault(edge.subject, set()).add(edge.object)
    shared = {a: len({o for m in found for o in homes[m]} - {a}) for a, found in members.items()}
    return {
        "alliances by shared members": _ranked(shared),
        "alliances by members": _ranked({a: len(found) for a, found in members.items()}),
        "organisations by alliances": _ranked({o: len(found) for o, found in homes.items()}),
    }


def _ranked(values: Mapping[str, int]) -> list[tuple[int, str]]:
    return sorted(
        ((value, key) for key, value in values.items() if value), key=lambda pair: (-pair[0], pair[1])
    )


def moves(before: Graph, after: Graph, renamed: Mapping[str, str], places: int) -> Iterable[Moved]:
    """What moved among the first `places` of each ranking; `renamed` maps keys of before to keys of after."""
    names = {renamed.get(key, key): node.name for key, node in before.nodes.items()}
    names |= {key: node.name for key, node in after.nodes.items()}
    old, new = rankings(before), rankings(after)
    for ranking in new:
        olds = {renamed.get(key, key): (rank, value) for key, rank, value in _places(old[ranking])}
        news = {key: (rank, value) for key, rank, value in _places(new[ranking])}
        watched = {key for held in (olds, news) for key, (rank, _) in held.items() if rank <= places}
        for key in sorted(watched, key=lambda k: (news.get(k, (1 << 30, 0)), k)):
            if olds.get(key) != news.get(key):
                yield Moved(ranking, key, names[key], olds.get(key), news.get(key))


def _places(ranked: list[tuple[int, str]]) -> Iterable[tuple[str, int, int]]:
    """(key, rank, value); equal values share a rank."""
    rank = 0
    for place, (value, key) in enumerate(ranked, 1):
        if place == 1 or value != ranked[place - 2][0]:
            rank = place
        yield key, rank, value
