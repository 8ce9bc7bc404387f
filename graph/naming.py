"""Joining by aliases: what rosters list and items declare, and what the item around a short name decides."""

from __future__ import annotations

from array import array

from . import names
from .forms import LOCAL, ORGANIZATION, PLACE
from .joining import CLAIMING, Join, Joining

SHORT = 3
"""Code points up to which a short name joins only things of the same type."""


def roster_ids(run: Joining) -> None:
    """One id in one roster is one thing; one id in two rosters, with different names, is a question.

    The question falls away where another rule finds the two to be one.
    """
    held: dict[tuple[str, str], int] = {}
    across: dict[str, set[int]] = {}
    wanted = []
    for form in run.forms:
        for roster, id_ in sorted(form.ids):
            first = held.setdefault((roster, id_), form.number)
            if first != form.number:
                wanted.append(Join(first, form.number, "roster-alias", form.name))
            across.setdefault(id_, set()).add(form.number)
    run.joins_all(wanted, weak=False)
    for id_, found in across.items():
        first, *rest = sorted(found)
        run.pending |= {Join(first, other, "roster-id", id_) for other in rest}


def identical(run: Joining) -> None:
    """One whole name is one organisation, whether or not the item says what it is a part of.

    Bare names of parts (秘书处) are no whole names, and names that only their item identifies are left out.
    """
    wanted = []
    for (family, name), numbers in run.said.items():
        if family != ORGANIZATION or len(numbers) < 2:
            continue
        if LOCAL in name:
            continue
        whole = [number for number in numbers if _is_whole(run, number, name)]
        wanted += [Join(whole[0], other, "identical", name) for other in whole[1:]]
    run.joins_all(wanted, weak=False)


def agencies(run: Joining) -> None:
    """Join the official and the short names of one public body."""
    held: dict[str, int] = {}
    wanted = []
    for form in run.forms:
        if form.family == ORGANIZATION and not form.apart:
            official = names.agency(form.form)
            first = held.setdefault(official, form.number)
            if first != form.number:
                wanted.append(Join(first, form.number, "agency", official))
    run.joins_all(wanted, weak=True)


def aliases(run: Joining) -> None:
    """Join a name with the one thing that claims it as an alias, until nothing changes."""
    claims = _claims(run)
    while True:
        wanted: list[tuple[bool, Join]] = []
        for (family, alias), claimants in claims.items():
            for number in run.said.get((family, alias), ()):
                join = _single(run, number, claimants, alias)
                if join is not None:
                    wanted.append(join)
        strong = [join for by_roster, join in wanted if by_roster]
        weak = [join for by_roster, join in wanted if not by_roster]
        if not run.joins_all(strong, weak=False) + run.joins_all(weak, weak=True):
            return


def contexts(run: Joining) -> None:
    """Decide each mention of a name that several things claim by what stands around it."""
    roots_of_bulletin: dict[int, set[int]] = {}
    for (family, alias), claimants in sorted(_claims(run).items()):
        for number in run.said.get((family, alias), ()):
            candidates = _candidates(run, number, claimants)
            if len(candidates) < 2:
                if candidates and not _types_fit(run, number, alias, candidates[0]):
                    _ask(run, number, claimants, candidates, "type", alias)
                continue
            if run.forms[number].rosters:
                continue
            left = _place(run, number, claimants, candidates, roots_of_bulletin)
            if left or not run.forms[number].items:
                _ask(run, number, claimants, candidates, "ambiguous", run.forms[number].name)


def placed(run: Joining) -> None:
    """Ask about organisations whose names differ by a 省 or 市 after the place at the head."""
    held: dict[str, int] = {}
    for form in run.forms:
        if form.family == ORGANIZATION and not form.apart:
            first = held.setdefault(names.unplaced(form.form), form.number)
            if first != form.number:
                run.pending.add(Join(first, form.number, "placed", names.unplaced(form.form)))


def places(run: Joining) -> None:
    """Ask about a place name that a province or region and a city or county share."""
    for name in names.rules()["place"]["ambiguous"]:
        for number in run.said.get((PLACE, name), ()):
            for end in ("省", "市", "县", "自治州", "区"):
                for other in run.said.get((PLACE, name + end), ()):
                    run.pending.add(Join(number, other, "place", name))


# -- inside --------------------------------------------------------------------------------------


def _is_whole(run: Joining, number: int, name: str) -> bool:
    """Whether a form's name is whole: not kept to its item, and for a part with its parent's name before it."""
    form = run.forms[number]
    if not form.apart:
        return True
    head = name.removesuffix(form.form)
    return form.apart.startswith("@") and head != name and head != "" and not names.is_generic(head)


def _claims(run: Joining) -> dict[tuple[str, str], list[tuple[int, bool, str]]]:
    """(family, folded alias) → who claims it: (form, whether by a roster, example item)."""
    claims: dict[tuple[str, str], list[tuple[int, bool, str]]] = {}
    for form in run.forms:
        if form.family in CLAIMING:
            for alias, (_, by_roster, item) in form.aliases.items():
                claims.setdefault((form.family, alias), []).append((form.number, by_roster, item))
    return claims


def _candidates(run: Joining, number: int, claimants: list[tuple[int, bool, str]]) -> list[int]:
    own = run.clusters.root(number)
    return [
        root
        for root in run.clusters.roots(one for one, _, _ in claimants)
        if root != own and not run.clusters.must_stay_apart(root, own)
    ]


def _single(
    run: Joining, number: int, claimants: list[tuple[int, bool, str]], alias: str
) -> tuple[bool, Join] | None:
    own = run.clusters.root(number)
    if any(run.clusters.root(one) == own for one, _, _ in claimants):
        return None
    candidates = _candidates(run, number, claimants)
    if len(candidates) != 1 or not _types_fit(run, number, alias, candidates[0]):
        return None
    mine = [c for c in claimants if run.clusters.root(c[0]) == candidates[0]]
    by_roster = any(c[1] for c in mine)
    claimant, _, item = min((c for c in mine if c[1] == by_roster), key=lambda c: (c[0], c[2]))
    rule = "roster-alias" if by_roster else "declared"
    return by_roster, Join(claimant, number, rule, run.forms[number].name, item)


def _types_fit(run: Joining, number: int, alias: str, candidate: int) -> bool:
    return len(alias) > SHORT or bool(run.types(run.clusters.root(number)) & run.types(candidate))


def _ask(
    run: Joining,
    number: int,
    claimants: list[tuple[int, bool, str]],
    candidates: list[int],
    rule: str,
    alias: str,
) -> None:
    for candidate in candidates:
        claimant = min(one for one, _, _ in claimants if run.clusters.root(one) == candidate)
        run.pending.add(Join(number, claimant, rule, alias))


def _place(
    run: Joining,
    number: int,
    claimants: list[tuple[int, bool, str]],
    candidates: list[int],
    roots_of_bulletin: dict[int, set[int]],
) -> int:
    """Give each mention of the form to the one candidate that its surroundings name; how many stay."""
    form, table, root = run.forms[number], run.table, run.clusters.root
    wanted = set(candidates)
    belongs: dict[int, set[int]] = {
        candidate: {
            root(alliance)
            for one in run.clusters.members(candidate)
            for alliance in run.forms[one].memberships
        }
        for candidate in candidates
    }
    left = array("I")
    moves: list[tuple[int, int, str]] = []
    for item in form.items:
        around = {root(one) for one in table.placed[item]}
        found, rule = around & wanted, "context"
        if not found:
            found, rule = {c for c in candidates if belongs[c] & around}, "member"
        if not found:
            bulletin = table.bulletin_of[item]
            if bulletin not in roots_of_bulletin:
                roots_of_bulletin[bulletin] = {
                    root(one) for i in table.ranges[bulletin] for one in table.placed[i]
                }
            found, rule = roots_of_bulletin[bulletin] & wanted, "context"
        if len(found) != 1:
            left.append(item)
            continue
        chosen = min(one for one, _, _ in claimants if root(one) == min(found))
        moves.append((item, chosen, rule))
    for item, chosen, rule in moves:
        table.placed[item] = array("I", (chosen if one == number else one for one in table.placed[item]))
        run.forms[chosen].items.append(item)
        run.moved.append(Join(chosen, number, rule, form.name, table.items[item]))
    form.items = left
    return len(left)
