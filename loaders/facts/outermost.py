"""Of several names found at one place, those that count: the outermost, and those that it names as its parent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from .endings import (
    BRANCH,
    Spot,
    is_parent,
)


def covered(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether `[start, end)` lies inside another of these spans (sorted)."""
    at = bisect_left(spans, (start + 1, 0)) - 1
    while at >= 0 and spans[at][0] > start - 60:
        if spans[at][0] <= start and end <= spans[at][1] and spans[at] != (start, end):
            return True
        at -= 1
    return False


def branches(text: str, spots: list[Spot]) -> list[Spot]:
    """The spots with 某检验所苏州分所 as one name, though 所 stands between words elsewhere."""
    held = {spot.end: spot for spot in spots if spot.type in ("ResearchInstitute", "GovernmentAgency")}
    return [
        replace(spot, start=held[spot.start].start) if spot.start in held and BRANCH.search(text, spot.start, spot.end) else spot
        for spot in spots
    ]  # fmt: skip


def settle(spots: list[Spot]) -> list[Spot]:
    """One spot a span, a known name's before the grammar's; pieces of a known name are left out."""
    best: dict[tuple[int, int], Spot] = {}
    for spot in spots:
        held = best.get((spot.start, spot.end))
        if held is None or spot.sure > held.sure:
            best[spot.start, spot.end] = spot
    ordered = sorted(best.values(), key=lambda s: (s.start, -s.end))
    out: list[Spot] = []
    for spot in ordered:
        outer = next((o for o in reversed(out) if o.start <= spot.start and spot.end <= o.end), None)
        if outer is None or (outer.start == spot.start and is_parent(spot, outer)):
            out.append(spot)
    return out


def outermost(spots: Iterable[Spot]) -> list[Spot]:
    """Of names that begin at one place, keep the longest and those that it names as its parent."""
    groups: dict[int, list[Spot]] = {}
    for spot in spots:
        groups.setdefault(spot.start, []).append(spot)
    out: list[Spot] = []
    done = 0
    for start in sorted(groups):
        group = sorted(groups[start], key=lambda s: (-s.end, -s.sure))
        outer = group[0]
        if outer.end <= done:
            continue
        done = outer.end
        out.append(outer)
        out += [inner for inner in group[1:] if is_parent(inner, outer)]
    return out
