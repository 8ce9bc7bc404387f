"""What the page has to say: brokers, suggestions, and the strongest statements with the facts behind each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ..graph.elements import Graph
from ..graph.measures import Measures
from ..graph.measures_removal import Removal, removals
from ..graph.measures_suggestions import Suggestion, suggestions
from ..graph.measures_uncertainty import ranges
from ..graph.projection import project
from .content_facts import Numbers
from .palette import NO_FIELD, palette

MOST = 60


def insights(
    graph: Graph, measures: Measures, numbers: Numbers, unsure: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """`brokers`, `suggestions`, `communities` and `findings` of a page."""
    fallen = removals(measures.alliances)
    spread = _ranges(graph, unsure) if unsure else {}
    proposed = suggestions(graph, measures.alliances)
    thing = numbers.thing
    return {
        "brokers": [_broker(r, numbers, spread) for r in fallen[:MOST] if r.lost or r.weaker],
        "suggestions": [_suggestion(s, thing) for s in proposed],
        "communities": [{"n": c.name, "m": [thing[k] for k in c.members]} for c in measures.communities],
        "findings": _findings(graph, measures, numbers, fallen, proposed),
        "unsure": len(unsure),
    }


def _ranges(graph: Graph, unsure: Sequence[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    def figures(some: Graph) -> Mapping[str, float]:
        return {r.key: float(len(r.lost)) for r in removals(project(some))}

    return ranges(graph, unsure, figures)


def _broker(r: Removal, numbers: Numbers, spread: Mapping[str, tuple[float, float]]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "n": numbers.thing[r.key], "lost": len(r.lost), "weaker": len(r.weaker), "parted": r.parted,
        "isolated": [numbers.thing[k] for k in r.isolated],
    }
    if r.key in spread:
        row["range"] = [int(v) for v in spread[r.key]]
    return row


def _suggestion(s: Suggestion, thing: Mapping[str, int]) -> dict[str, Any]:
    return {
        "a": thing[s.a], "b": thing[s.b], "score": round(s.score, 3), "fields": s.fields,
        "partners": [[thing[k], round(p, 3)] for k, p in s.partners[:6]], "topics": [thing[t] for t in s.topics],
    }


def _findings(
    graph: Graph, measures: Measures, numbers: Numbers, fallen: Sequence[Removal], proposed: Sequence[Suggestion]
) -> list[dict[str, Any]]:
    """The strongest statements, each from the figures of this graph and with the state that shows its facts.
    """
    found: list[dict[str, Any]] = []
    names = {k: numbers.things[n].get("s", numbers.things[n]["n"]) for k, n in numbers.thing.items()}
    projection = measures.alliances
    near: dict[str, set[str]] = {}
    for a, b in projection.ties:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)

    def field(key: str) -> str:
        return str(graph.nodes[key].properties.get("field") or NO_FIELD)

    def english(name: str) -> str:
        return palette().english.get(name, name)

    def say(zh: str, en: str, why: str, why_en: str, **go: str) -> None:
        found.append({"zh": zh, "en": en, "zh_why": why, "en_why": why_en, "go": go})

    if not projection.ties:
        return found
    reach = {n: {field(m) for m in near[n]} - {field(n), NO_FIELD} for n in near}
    widest = min(near, key=lambda n: (-len(reach[n]), -len(near[n]), n))
    if reach[widest]:
        say(
            f"{names[widest]}连接的领域最多：{len(reach[widest])} 个",
            f"{names[widest]} reaches the most fields: {len(reach[widest])}",
            f"与 {len(near[widest])} 个联盟有联系", f"ties to {len(near[widest])} alliances",
            view="ego", focus=widest,
        )
    grave = fallen[0] if fallen else None
    if grave is not None and grave.lost:
        say(
            f"没有{names[grave.key]}，{len(grave.lost)} 对联盟不再相连",
            f"Without {names[grave.key]}, {len(grave.lost)} pairs of alliances are no longer tied",
            f"另有 {len(grave.weaker)} 对变弱，{len(grave.isolated)} 个联盟失去全部联系",
            f"{len(grave.weaker)} more weaken, {len(grave.isolated)} alliances lose every tie",
            view="bridging", focus=grave.key,
        )
    closest = sorted(projection.ties.values(), key=lambda t: (-t.weight, t.a, t.b))[:3]
    for tie in closest:
        shared = "、".join(names[s.via] for s in tie.supports[:3] if s.via)
        say(
            f"{names[tie.a]}与{names[tie.b]}共有 {tie.count} 项",
            f"{names[tie.a]} and {names[tie.b]} share {tie.count}",
            f"{shared}等" if tie.count > 3 else shared, f"{shared} …" if tie.count > 3 else shared,
            view="matrix", focus=f"{tie.a}~{tie.b}",
        )
    busiest = min(near, key=lambda n: (-len(near[n]), n))
    if busiest != widest:
        say(
            f"{names[busiest]}联系的联盟最多：{len(near[busiest])} 个",
            f"{names[busiest]} has the most ties: {len(near[busiest])}",
            f"跨 {len(reach[busiest])} 个领域", f"across {len(reach[busiest])} fields", view="network", focus=busiest,
        )
    pairs = Counter(
        tuple(sorted((field(a), field(b)))) for a, b in projection.ties if NO_FIELD not in (field(a), field(b))
    )
    across = sorted(((n, p) for p, n in pairs.items() if p[0] != p[1]), key=lambda row: (-row[0], row[1]))
    if across:
        n, (f, g) = across[0]
        say(
            f"跨领域联系最多的是“{f}”与“{g}”：{n} 对联盟", f"Most ties across fields: {english(f)} and {english(g)}, {n} pairs",
            "对角线外最密的一块", "the densest block off the diagonal", view="matrix", rows="tied",
        )
    crossing = sum(field(a) != field(b) for a, b in projection.ties)
    if crossing:
        share = f"{round(100 * crossing / len(projection.ties))}%"
        say(
            f"{len(projection.ties)} 对联系中 {crossing} 对跨领域",
            f"{crossing} of {len(projection.ties)} ties cross fields", f"占 {share}", share,
            view="matrix", rows="tied",
        )
    _said_of_parts(say, measures, names, near)
    for s in proposed[:2]:
        through = "、".join(names[k] for k, _ in s.partners[:3])
        say(
            f"{names[s.a]}与{names[s.b]}最值得牵线" if s is proposed[0] else f"{names[s.a]}与{names[s.b]}也可牵线",
            f"{names[s.a]} and {names[s.b]} could work together",
            f"尚无联系，但共有 {len(s.partners)} 个伙伴（{through}）",
            f"no tie yet, {len(s.partners)} partners in common ({through})",
            view="bridging", focus=s.a, sort="suggestions",
        )
    return found[:12]


def _said_of_parts(say: Any, measures: Measures, names: Mapping[str, str], near: Mapping[str, set[str]]) -> None:
    """How many alliances stand alone, and the most tied organisation."""
    alone = len(measures.alliances.nodes) - len(near)
    if alone:
        say(
            f"{len(measures.alliances.nodes)} 个联盟中 {alone} 个与其他联盟没有联系",
            f"{alone} of {len(measures.alliances.nodes)} alliances have no tie to another",
            "名册与简报里没有共同成员、活动或协议", "no shared member, event or agreement is stated",
            view="matrix", rows="all",
        )
    members = [
        (int(str(f.get("alliances", 0))), k) for k, f in measures.figures.items() if k in measures.organizations.nodes
    ]
    if members:
        most, who = min(members, key=lambda row: (-row[0], row[1]))
        say(
            f"{names[who]}在 {most} 个联盟里，最多", f"{names[who]} is in {most} alliances, the most",
            "成员关系，申请不计", "memberships; applications do not count", view="ego", focus=who,
        )
