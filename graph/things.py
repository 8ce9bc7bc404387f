"""From joined forms to things: type, key, name to show, other names; what is told of merges."""

from __future__ import annotations

from collections import Counter
from itertools import chain, count

from .. import ontology
from . import names
from .deciding import keys as form_keys
from .forms import ORGANIZATION, PLACE, Form
from .joining import Join, Joining
from .resolution import Keys, Merge, Pending, Resolution, Side, Thing

SAMPLES = 3
"""Places shown for each side of a pending pair."""


def finish(run: Joining) -> Resolution:
    """The resolution that a finished run stands for."""
    roots = [root for root in run.clusters if any(run.forms[one].items for one in run.clusters.members(root))]
    types = {root: type_of(run, root) for root in roots}
    keys = _keys(run, types)
    asked = {(run.clusters.root(j.left), run.clusters.root(j.right)) for j in run.pending}
    things = {key: _thing(run, root, key, types[root], asked) for root, key in keys.items()}
    return Resolution(
        _mentions(run, keys),
        dict(sorted(things.items())),
        _merges(run, keys),
        _pending(run, keys, things),
        _lookup(run, keys, things),
        tuple(run.conflicts),
    )


def type_of(run: Joining, root: int) -> str:
    """The type of a set: what rosters say, an alliance's own row first; else what most items say.

    A roster is kept by people who know what they list, so it outweighs any number of readings. Without one, a
    type that lets more of the stated facts stand comes before one that more items say. What is still equal is
    decided by the order of the ontology.
    """
    forms = [run.forms[one] for one in run.clusters.members(root)]
    if any(form.ids for form in forms):
        return "Alliance"
    rosters: Counter[str] = Counter()
    news: Counter[str] = Counter()
    for form in forms:
        rosters.update(form.roster_types)
        news.update(form.types)
    said = rosters or news
    if len(said) == 1:
        return next(iter(said))
    vocabulary = ontology.load()
    uses = sorted({use for form in forms for use in form.uses})
    order = {name: found.order for name, found in vocabulary.classes.items()}

    def stands(type_: str) -> int:
        ends = ((vocabulary.predicates.get(predicate), end) for predicate, end in uses)
        return sum(
            any(vocabulary.is_a(type_, one) for one in (found.range if end else found.domain))
            for found, end in ends
            if found is not None and type_ in vocabulary.classes
        )

    rank = {type_: 0 if rosters else -stands(type_) for type_ in said}
    return min(said, key=lambda type_: (rank[type_], -said[type_], order.get(type_, 1 << 20), type_))


def _keys(run: Joining, types: dict[int, str]) -> dict[int, str]:
    """A key for each set, from the first of its names in a total order; a roster's id comes first."""
    owners: dict[str, int] = {}
    wanted = []
    for root in types:
        forms = [run.forms[one] for one in run.clusters.members(root)]
        for roster, id_ in sorted(
            {pair for form in forms for pair in form.ids}, key=lambda pair: (pair[1], pair[0])
        ):
            wanted.append((roster, id_, root))
    found: dict[int, str] = {}
    for _, id_, root in sorted(wanted):
        key = f"{types[root]}/{names.slug(id_)}"
        if root not in found and key not in owners:
            owners[key], found[root] = root, key
    for root, type_ in types.items():
        if root in found:
            continue
        forms = sorted(
            (run.forms[one] for one in run.clusters.members(root) if run.forms[one].items), key=_order
        )
        options = [
            f"{type_}/{key.partition('/')[2]}" for form in forms for key in form_keys(run, form.number)
        ]
        spare = (f"{options[0]}~{number}" for number in count(2))
        key = next(key for key in chain(options, spare) if key not in owners)
        owners[key], found[root] = root, key
    return {root: found[root] for root in types}


def _order(form: Form) -> tuple[bool, int, str, str]:
    longest = max(len(names.fold(name)) for name in form.names) if form.names else 0
    return (not form.rosters, -longest, form.form, form.apart)


def _thing(run: Joining, root: int, key: str, type_: str, asked: set[tuple[int, int]]) -> Thing:
    forms = [run.forms[one] for one in run.clusters.members(root)]
    former = {name for form in forms for name in form.former}
    spelled = {
        name: min((_order(form)[0], form.form) for form in forms if name in form.names)
        for form in forms
        for name in form.names
        if form.items or form.rosters
    }
    name = min(spelled, key=lambda n: (names.fold(n) in former, spelled[n][0], -len(names.fold(n)), n))
    if forms[0].family == PLACE:
        name = min(form.form for form in forms)
    others = {n for form in forms for n in form.names if not names.is_generic(n)}
    for form in forms:
        for alias, (written, by_roster, _) in form.aliases.items():
            owners = {run.clusters.root(one) for one in run.said.get((form.family, alias), ())} - {root}
            owners = {one for one in owners if any(run.forms[m].items for m in run.clusters.members(one))}
            if by_roster or all((root, one) in asked or (one, root) in asked for one in owners):
                others.add(written)
    held = {k for form in forms if form.items for k in form_keys(run, form.number)} - {key}
    aliases = _once(others, but=name, event=type_ == "Event")
    return Thing(
        key,
        type_,
        name,
        aliases,
        tuple(alias for alias in aliases if names.fold(alias) in former),
        tuple(sorted(held)),
        any(form.rosters for form in forms),
    )


def _once(others: set[str], *, but: str, event: bool) -> tuple[str, ...]:
    """Each name in one spelling, sorted, without the name that is shown and without mere descriptions."""
    first: dict[str, str] = {names.fold(but): but}
    for name in sorted(others):
        if not (event and names.is_unnamed_event(name)):
            first.setdefault(names.fold(name), name)
    return tuple(sorted(name for name in first.values() if name != but))


def _mentions(run: Joining, keys: dict[int, str]) -> Keys:
    table, root = run.table, run.clusters.root
    return Keys(
        {
            item: (locals_, tuple(keys[root(one)] for one in placed))
            for item, locals_, placed in zip(table.items, table.locals, table.placed, strict=True)
        }
    )


def _merges(run: Joining, keys: dict[int, str]) -> tuple[Merge, ...]:
    def merge(join: Join) -> Merge:
        left, right = run.forms[join.left], run.forms[join.right]
        key = keys.get(run.clusters.root(join.left), "")
        return Merge(left.name, right.name, join.rule, key, join.alias, join.item)

    made = {
        merge(join)
        for join in (*run.joins, *run.moved)
        if run.forms[join.left].names and run.forms[join.right].names
    }
    return tuple(sorted(made, key=lambda m: (m.key, m.left, m.right, m.rule, m.alias, m.item)))


def _pending(run: Joining, keys: dict[int, str], things: dict[str, Thing]) -> tuple[Pending, ...]:
    def side(number: int) -> Side | None:
        root = run.clusters.root(number)
        if root not in keys:
            return None
        thing = things[keys[root]]
        samples = sorted(
            {(s.item, s.title, s.quote) for one in run.clusters.members(root) if (s := run.forms[one].sample)}
        )
        return Side(thing.key, thing.name, thing.type, tuple(samples[:SAMPLES]))

    found = []
    for join in run.pending:
        left, right = side(join.left), side(join.right)
        if left is not None and right is not None and left.key != right.key:
            if right.key < left.key:
                left, right = right, left
            found.append(Pending(left, right, join.rule, join.alias))
    return tuple(sorted(found, key=lambda p: (p.rule, p.left.key, p.right.key)))


def _lookup(run: Joining, keys: dict[int, str], things: dict[str, Thing]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for key, thing in things.items():
        for said in (thing.name, *thing.aliases, *thing.other_keys):
            found.setdefault(said, set()).add(key)
    for alias, numbers in run.claimed.items():
        for number in numbers:
            root = run.clusters.root(number)
            if root in keys and run.forms[number].family == ORGANIZATION:
                found.setdefault(run.forms[number].aliases[alias][0], set()).add(keys[root])
    return {said: tuple(sorted(found[said])) for said in sorted(found)}
