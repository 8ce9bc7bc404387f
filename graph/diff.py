"""What is new, gone or changed between two states of the graph, in words and as JSON, with its evidence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from .. import ontology
from .elements import Edge, Graph, Node, Statement
from .rankings import Moved, moves, rankings

Kind = Literal["new", "gone", "changed"]

COUNTING = frozenset(
    {"evidence", "mentions", "first_seen", "last_seen", "confidence", "stated_by", "count", "spans"}
)
"""Properties that move with every further bulletin; they make no change by themselves."""

MEASURES = frozenset(
    {
        "degree",
        "strength",
        "betweenness",
        "constraint",
        "effective_size",
        "community",
        "core_number",
    }
)
"""Properties computed over the whole graph; what moves in them is told as rankings."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact or thing that is new, gone or changed.

    `before` and `after` hold the properties that differ. `evidence` are up to three sayings as (item,
    headline, quote): of the later state for what is new or changed, of the earlier one for what is gone.
    """

    kind: Kind
    what: Literal["thing", "fact"]
    key: str
    type: str
    words: Mapping[str, str]
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    evidence: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """All changes: bulletins that came and went, things, facts, rankings."""

    bulletins: tuple[Change, ...]
    things: tuple[Change, ...]
    facts: tuple[Change, ...]
    rankings: tuple[Moved, ...]

    def __bool__(self) -> bool:
        return bool(self.bulletins or self.things or self.facts or self.rankings)

    def counts(self) -> dict[str, int]:
        """How many of each kind: `new things`, `gone facts`, …"""
        found: dict[str, int] = {}
        for name, changes in (("bulletins", self.bulletins), ("things", self.things), ("facts", self.facts)):
            for change in changes:
                found[f"{change.kind} {name}"] = found.get(f"{change.kind} {name}", 0) + 1
        return found

    def words(self, language: str = "en") -> list[str]:
        """The changes as lines for a person, `en` or `zh`."""
        spoken = "zh" if language == "zh" else "en"
        lines = [_line(change, spoken) for change in (*self.bulletins, *self.things, *self.facts)]
        return lines + [_moved(moved, spoken) for moved in self.rankings]

    def as_json(self) -> dict[str, Any]:
        """The changes as plain data."""

        def change(one: Change) -> dict[str, Any]:
            return {
                "kind": one.kind,
                "what": one.what,
                "key": one.key,
                "type": one.type,
                "words": dict(one.words),
                "before": _plain(one.before),
                "after": _plain(one.after),
                "evidence": [{"item": i, "headline": h, "quote": q} for i, h, q in one.evidence],
            }

        return {
            "counts": self.counts(),
            "bulletins": [change(one) for one in self.bulletins],
            "things": [change(one) for one in self.things],
            "facts": [change(one) for one in self.facts],
            "rankings": [
                {
                    "ranking": m.ranking,
                    "key": m.key,
                    "name": m.name,
                    "before": None if m.before is None else {"rank": m.before[0], "value": m.before[1]},
                    "after": None if m.after is None else {"rank": m.after[0], "value": m.after[1]},
                }
                for m in self.rankings
            ],
        }


def diff(before: Graph, after: Graph, *, places: int = 10) -> Diff:
    """Compare two states. Things are the same under any key they have had (`other_keys`).

    `places` is how many places of each ranking are watched: alliances by alliances they share a member
    with, by members, and organisations by alliances.
    """
    comparing = _Comparing(before, after)
    return Diff(
        tuple(comparing.bulletins()),
        tuple(comparing.things()),
        tuple(comparing.facts()),
        tuple(moves(before, after, comparing.renamed, places)),
    )


# -- comparing -----------------------------------------------------------------------------------


class _Comparing:
    def __init__(self, before: Graph, after: Graph) -> None:
        self.before, self.after = before, after
        self.vocabulary = ontology.load()
        self.renamed = _renamed(before, after)
        self.old = {self._fact(edge): edge for edge in before.edges.values() if self._is_fact(edge)}
        self.new = {
            (e.subject, e.predicate, e.object, e.role): e for e in after.edges.values() if self._is_fact(e)
        }
        self.evidence = {id(graph): _sayings(graph) for graph in (before, after)}

    def _is_fact(self, edge: Edge) -> bool:
        return self.vocabulary.predicates[edge.predicate].kind == "fact"

    def _fact(self, edge: Edge) -> tuple[str, str, str, str | None]:
        subject, object_ = (self.renamed.get(key, key) for key in (edge.subject, edge.object))
        if self.vocabulary.predicates[edge.predicate].symmetric and object_ < subject:
            subject, object_ = object_, subject
        return subject, edge.predicate, object_, edge.role

    def bulletins(self) -> Iterable[Change]:
        yield from self._nodes(lambda node: node.type == "Bulletin")

    def things(self) -> Iterable[Change]:
        yield from self._nodes(lambda node: node.type not in ("Bulletin", "Section", "BulletinItem"))

    def _nodes(self, wanted: Any) -> Iterable[Change]:
        old = {self.renamed.get(key, key): node for key, node in self.before.nodes.items() if wanted(node)}
        new = {key: node for key, node in self.after.nodes.items() if wanted(node)}
        for key in sorted(old.keys() | new.keys()):
            one, other = old.get(key), new.get(key)
            if one is None and other is not None:
                yield Change("new", "thing", key, other.type, self._named(other))
            elif other is None and one is not None:
                yield Change("gone", "thing", key, one.type, self._named(one))
            elif one is not None and other is not None:
                left, right = _differences(_watched(one), _watched(other))
                if left or right:
                    yield Change("changed", "thing", key, other.type, self._named(other), left, right)

    def facts(self) -> Iterable[Change]:
        for fact in sorted(self.old.keys() | self.new.keys(), key=lambda f: (f[1], f[0], f[2], f[3] or "")):
            one, other = self.old.get(fact), self.new.get(fact)
            if one is None and other is not None:
                yield self._change("new", other, self.after)
            elif other is None and one is not None:
                yield self._change("gone", one, self.before)
            elif one is not None and other is not None:
                left, right = _differences(
                    {k: v for k, v in one.properties.items() if k not in COUNTING},
                    {k: v for k, v in other.properties.items() if k not in COUNTING},
                )
                if left or right:
                    yield self._change("changed", other, self.after, left, right)

    def _change(
        self,
        kind: Kind,
        edge: Edge,
        graph: Graph,
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
    ) -> Change:
        found = self.vocabulary.predicates[edge.predicate]
        role = found.roles.get(edge.role) if edge.role else None
        label = role.label if role is not None else found.label
        subject, object_ = graph.nodes[edge.subject].name, graph.nodes[edge.object].name
        words = {
            "en": f"{subject} · {label.get('en', edge.predicate)} · {object_}",
            "zh": f"{subject} · {label.get('zh', edge.predicate)} · {object_}",
        }
        sayings = [
            (s.item, graph.nodes[s.item].name, s.quote) for s in self.evidence[id(graph)].get(edge.key, ())
        ]
        return Change(kind, "fact", edge.key, edge.type, words, before or {}, after or {}, tuple(sayings[:3]))

    def _named(self, node: Node) -> dict[str, str]:
        label = self.vocabulary.classes[node.type].label
        return {
            "en": f"{node.name} ({label.get('en', node.type)})",
            "zh": f"{node.name}（{label.get('zh', node.type)}）",
        }


def _renamed(before: Graph, after: Graph) -> dict[str, str]:
    """Keys of the earlier state that a thing of the later state answers to under another key."""
    held = {
        other: key
        for key, node in after.nodes.items()
        for other in _texts(node.properties.get("other_keys"))
        if other not in after.nodes
    }
    found = {}
    for key, node in before.nodes.items():
        if key in after.nodes:
            continue
        known = next((held[k] for k in (key, *_texts(node.properties.get("other_keys"))) if k in held), None)
        known = known or next(
            (k for k in _texts(node.properties.get("other_keys")) if k in after.nodes), None
        )
        if known is not None:
            found[key] = known
    return found


def _watched(node: Node) -> dict[str, Any]:
    found = {
        k: v for k, v in node.properties.items() if k not in COUNTING | MEASURES | {"other_keys", "text"}
    }
    return found | {"type": node.type}


def _differences(one: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    names = [name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name)]
    return {n: one[n] for n in names if n in one}, {n: other[n] for n in names if n in other}


def _sayings(graph: Graph) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in sorted(
        graph.statements.values(), key=lambda s: (s.kind != "news", s.item, s.start, s.key)
    ):
        found.setdefault(statement.edge, []).append(statement)
    return found


# -- words ---------------------------------------------------------------------------------------


@cache
def _words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))


def _line(change: Change, language: str) -> str:
    head = f"{_words()['kinds'][change.kind][language]}: {change.words[language]}"
    if change.kind != "changed":
        return head
    attributes = ontology.load().attributes
    moves = []
    for name in sorted(change.before.keys() | change.after.keys()):
        label = attributes[name].label.get(language, name) if name in attributes else name
        before, after = (_show(side.get(name), language) for side in (change.before, change.after))
        moves.append(f"{label}: {before} → {after}")
    return f"{head} [{'; '.join(moves)}]"


def _moved(moved: Moved, language: str) -> str:
    def place(at: tuple[int, int] | None) -> str:
        said = _words()["place"]
        if at is None:
            return said["none"][language]
        return said["at"][language].format(rank=at[0], value=at[1])

    ranking = _words()["rankings"][moved.ranking][language]
    return f"{ranking}: {moved.name}: {place(moved.before)} → {place(moved.after)}"


def _show(value: object, language: str) -> str:
    if value is None:
        return "—"
    if isinstance(value, tuple | list):
        return "、".join(map(str, value))
    said = _words()["values"].get(str(value))
    return str(value) if said is None else said[language]


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, tuple | list) else ()


__all__ = ["Change", "Diff", "Moved", "diff", "rankings"]
