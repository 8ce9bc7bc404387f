"""The content of a page: one JSON object that its script draws every view from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .. import ontology
from ..graph import dates
from ..graph.elements import Graph
from ..graph.measures import Measures, measured
from ..graph.projection import default_kinds, excluded_connectors, kinds, project, supports
from . import ordering
from .content_facts import Numbers, numbered
from .insights import insights
from .layout import positions
from .palette import NO_FIELD, palette

VIEWS = (
    "matrix", "network", "members", "timeline", "bridging", "changes", "ego", "path", "items",
)
"""The views, in the order of the page's tabs."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A graph with all that pages show of it; made once and shared by the pages of one run."""

    graph: Graph
    measures: Measures
    numbers: Numbers
    content: Mapping[str, Any] = field(default_factory=dict)


def prepare(graph: Graph, *, unsure: Sequence[tuple[str, str]] = ()) -> Prepared:
    """Compute what every page shows of this graph; `unsure` are pairs of keys that may be one thing."""
    measures = measured(graph)
    numbers = numbered(graph)
    prepared = Prepared(graph, measures, numbers)
    content: dict[str, Any] = {
        "things": numbers.things,
        "facts": numbers.facts,
        "items": numbers.items,
        "bulletins": numbers.bulletins,
        "sources": _sources(numbers),
        "kinds": [
            {"n": k.name, "zh": k.zh, "en": k.en, "w": k.weight, "on": k.on, "why": k.why}
            for k in kinds().values()
        ],
        "supports": _supports(prepared),
        "holdings": _holdings(prepared),
        "order": _order(prepared),
        "layout": positions(graph, measures, numbers),
        "barred": sorted(excluded_connectors()),
        "fields": _fields(prepared),
        **insights(graph, measures, numbers, unsure),
        **_words(),
        "scale": palette().scale,
        "shapes": palette().shapes,
    }
    return Prepared(graph, measures, numbers, content)


FICTIONAL = "虚构示例"
"""What the title of a made-up bulletin bears; every page that holds one says so."""


def _sources(numbers: Numbers) -> dict[str, Any]:
    news = [b for b in numbers.bulletins if not b.get("q")]
    until = max((b["z"] for b in news if b.get("z")), default=None)
    return {
        "news": len(news), "rosters": len(numbers.bulletins) - len(news), "until": until,
        "fictional": any(FICTIONAL in str(b.get("n", "")) for b in news),
    }


def _supports(prepared: Prepared) -> list[list[Any]]:
    """[kind, a, b, via or -1, facts, first day, last day, confidence, sources as bits] of each support."""
    number = {name: n for n, name in enumerate(kinds())}
    thing, fact = prepared.numbers.thing, prepared.numbers.fact
    return [
        [
            number[s.kind], thing[s.a], thing[s.b], thing[s.via] if s.via else -1, [fact[e] for e in s.edges],
            s.start, s.end, round(s.confidence, 2),
            ("roster" in s.sources) + 2 * ("bulletin" in s.sources),
        ]
        for s in supports(prepared.graph)
    ]


def _holdings(prepared: Prepared) -> dict[int, int]:
    """How many things of the counted kinds each alliance has: what the normalised variants divide by."""
    thing = prepared.numbers.thing
    return {thing[k]: len(held) for k, held in prepared.measures.alliances.holdings.items()}


def _order(prepared: Prepared) -> list[int]:
    """All alliances, in the order of the matrix."""
    graph, projection = prepared.graph, prepared.measures.alliances

    def group(key: str) -> str:
        return str(graph.nodes[key].properties.get("field") or NO_FIELD)

    tied = {n for pair in projection.ties for n in pair}
    near = {pair: tie.weight for pair, tie in projection.ties.items()}
    ordered = ordering.by_group(
        sorted(tied), group, lambda a, b: near.get((a, b) if a < b else (b, a), 0.0)
    )
    fields = list(dict.fromkeys(map(group, ordered)))
    rest = sorted(set(projection.nodes) - tied, key=lambda k: (group(k), k))
    fields += sorted({group(k) for k in rest} - set(fields))
    place = {key: n for n, key in enumerate([*ordered, *rest])}
    every = sorted(projection.nodes, key=lambda k: (fields.index(group(k)), place[k]))
    return [prepared.numbers.thing[k] for k in every]


def _fields(prepared: Prepared) -> list[dict[str, str]]:
    colours = palette()
    names = sorted({str(n.properties.get("field") or NO_FIELD) for n in prepared.graph.nodes.values() if n.type == "Alliance"})
    return [{"n": n, "en": colours.english.get(n, n), "c": colours.hue(n)} for n in names]


def _words() -> dict[str, Any]:
    """The ontology's words for classes, predicates and roles, zh and en."""
    known = ontology.load()
    return {
        "types": {c.name: {"zh": c.label.get("zh", c.name), "en": c.label.get("en", c.name)} for c in known.classes.values()},
        "predicates": {
            p.name: {"zh": p.label.get("zh", p.name), "en": p.label.get("en", p.name)} for p in known.predicates.values()
        },
        "roles": {
            p.name: {r.name: {"zh": r.label.get("zh", r.name), "en": r.label.get("en", r.name)} for r in p.roles.values()}
            for p in known.predicates.values()
            if p.roles
        },
        "attributes": {a.name: {"zh": a.label.get("zh", a.name), "en": a.label.get("en", a.name)} for a in known.attributes.values()},
    }


__all__ = ["VIEWS", "Prepared", "dates", "default_kinds", "prepare", "project"]
