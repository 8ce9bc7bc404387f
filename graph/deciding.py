"""People's judgements in resolution: laid down before every rule, and taken out of what is asked."""

from __future__ import annotations

from . import names
from .forms import LOCAL, ORGANIZATION, PLACE
from .joining import Join, Joining
from .judgements import Conflict


def apply(run: Joining) -> None:
    """Keep apart what was judged different, join what was judged the same; what contradicts is reported.

    Where judgements contradict each other, `different` wins: two nodes can be joined later, one is hard to
    part.
    """
    run.conflicts += run.judgements.conflicts()
    current = run.judgements.current()
    for line in current:
        lefts, rights = find(run, line.left), find(run, line.right)
        run.decided |= {(min(a, b), max(a, b)) for a in lefts for b in rights}
        if line.judgement != "different":
            continue
        for left in lefts:
            for right in rights:
                if left != right:
                    run.clusters.keep_apart(left, right)
    for line in current:
        if line.judgement != "same":
            continue
        lefts, rights = find(run, line.left), find(run, line.right)
        for left in lefts[:1]:
            for right in rights:
                if run.clusters.must_stay_apart(left, right):
                    if not any(line in conflict.judgements for conflict in run.conflicts):
                        run.conflicts.append(
                            Conflict(
                                (line,), f"{line.left} = {line.right} contradicts what is judged different"
                            )
                        )
                    continue
                run.joins_all([Join(left, right, "judged", line.why)], weak=False)


def settle(run: Joining) -> None:
    """Drop pairs that became one, that somebody decided on, and that say the same twice."""
    asked: dict[tuple[int, int], Join] = {}
    decided = {_pair(run, a, b) for a, b in run.decided}
    for join in sorted(run.pending):
        pair = _pair(run, join.left, join.right)
        if pair[0] != pair[1] and pair not in decided:
            asked.setdefault(pair, join)
    run.pending = set(asked.values())


def find(run: Joining, named: str) -> list[int]:
    """The forms that a key or a name of a judgement means; empty where the ledger has them no longer."""
    if not run.keyed:
        for form in run.forms:
            for key in keys(run, form.number):
                run.keyed.setdefault(key, set()).add(form.number)
    if named in run.keyed:
        return sorted(run.keyed[named])
    folded = names.fold(named)
    return sorted({n for (_, name), numbers in run.said.items() if name == folded for n in numbers})


def keys(run: Joining, number: int) -> list[str]:
    """Every key that a form may have: its types with its spellings, and with its roster ids."""
    form = run.forms[number]
    types = sorted({*form.types, *form.roster_types})
    spelled = sorted({names.squeeze(name) for name in form.names})
    if form.family == PLACE:
        spelled = [form.form, *(name for name in spelled if name != form.form)]
    part = form.apart.startswith("@")
    apart = form.apart.replace(LOCAL, "@").replace("#", ":")
    said = [
        names.slug(name + apart)
        for name in ([form.form] if part and form.family == ORGANIZATION else spelled)
    ]
    said += [names.slug(id_) for _, id_ in sorted(form.ids)]
    return [f"{type_}/{one}" for type_ in types for one in said]


def _pair(run: Joining, left: int, right: int) -> tuple[int, int]:
    a, b = run.clusters.root(left), run.clusters.root(right)
    return (min(a, b), max(a, b))
