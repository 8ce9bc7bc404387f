"""Joining what a name alone does not identify: persons, events, works."""

from __future__ import annotations

from collections import defaultdict

from . import names
from .forms import EVENT, LOCAL, PERSON, WORK, Form, Hook
from .joining import Join, Joining
from .parts import known


def persons(run: Joining) -> None:
    """Join a name at one organisation (or its secretariat or unit); the same name elsewhere asks."""
    forms = [form for form in run.forms if form.family == PERSON]
    _by_hooks(run, forms, _person_hooks, "person")
    by_name: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        by_name[form.form].append(form)
    for name, same in sorted(by_name.items()):
        roots = run.clusters.roots(form.number for form in same)
        if len(roots) < 2:
            continue
        first = max(roots, key=lambda root: (_weight(run, root), -root))
        for other in roots:
            if other != first:
                run.pending.add(Join(other, first, _namesakes(run, first, other), name))


def _person_hooks(run: Joining, form: Form) -> list[Hook]:
    if form.apart.startswith("@") and not form.hosts:
        return [("post", form.form, form.apart)]
    hooks: list[Hook] = []
    for host in form.hosts:
        root = run.clusters.root(host)
        hooks.append(("person", form.form, root))
        if "OrganizationUnit" in run.types(root):
            parents = {p for one in run.clusters.members(root) for p in run.forms[one].parents}
            hooks += [("person", form.form, parent) for parent in run.clusters.roots(parents)]
    academies = names.rules()["person"]["academies"]
    return hooks + [("post", form.form, f"@{post}") for post in form.posts_held if post in academies]


def _namesakes(run: Joining, left: int, right: int) -> str:
    """What to ask about two persons of one name."""
    if not all(any(run.forms[m].hosts for m in run.clusters.members(one)) for one in (left, right)):
        return "namesake-bare"
    return "namesake-near" if _near(run, left, right) else "namesake"


def _near(run: Joining, left: int, right: int) -> bool:
    """Whether two persons' organisations are joined: one is a part or a member of the other."""

    def homes(root: int) -> list[int]:
        return run.clusters.roots(h for one in run.clusters.members(root) for h in run.forms[one].hosts)

    def reach(home: int) -> set[int]:
        members = run.clusters.members(home)
        return {
            run.clusters.root(x)
            for one in members
            for x in (*run.forms[one].parents, *run.forms[one].memberships)
        }

    lefts, rights = homes(left), homes(right)
    return any(set(rights) & reach(home) for home in lefts) or any(
        set(lefts) & reach(home) for home in rights
    )


def works(run: Joining) -> None:
    """Join by number, then by title where the title has one number at most."""
    forms = [form for form in run.forms if form.family == WORK]
    years: dict[str, set[str]] = defaultdict(set)
    holders: dict[str, list[tuple[Form, str]]] = defaultdict(list)
    for form in forms:
        for base, year in form.numbers:
            years[base].add(year)
            holders[base].append((form, year))
    wanted = []
    for base, held in holders.items():
        dated = sorted(years[base] - {""})
        first: dict[str, Form] = {}
        for form, year in held:
            year = year or (dated[0] if len(dated) == 1 else "")
            one = first.setdefault(year, form)
            if one is not form:
                wanted.append(Join(one.number, form.number, "number", f"{base}-{year}" if year else base))
    run.joins_all(wanted, weak=False)
    titles: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if not form.apart.startswith(LOCAL):
            titles[form.form].append(form)
    for title, same in sorted(titles.items()):
        numbered = run.clusters.roots(f.number for f in same if _numbered(run, f))
        bare = [f.number for f in same if not _numbered(run, f)]
        if len(numbered) <= 1:
            first_one = numbered[0] if numbered else bare[0]
            run.joins_all((Join(first_one, one, "title", title) for one in bare), weak=False)
        else:
            run.pending |= {Join(one, other, "number-missing", title) for one in bare for other in numbered}


def _numbered(run: Joining, form: Form) -> bool:
    return any(run.forms[one].numbers for one in run.clusters.members(form.number))


def events(run: Joining) -> None:
    """Join named events by edition and host, or by date and host or place; else the same name asks."""
    forms = [form for form in run.forms if form.family == EVENT]
    for rule, hooks in (
        ("public-event", _public_hooks),
        ("edition", _edition_hooks),
        ("dated-event", _dated_hooks),
    ):
        _by_hooks(run, forms, hooks, rule)
    by_name: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if not names.is_unnamed_event(form.form):
            by_name[form.form].append(form)
    for name, same in sorted(by_name.items()):
        roots = run.clusters.roots(form.number for form in same)
        for other in roots[1:]:
            if not _conflict(run, roots[0], other):
                run.pending.add(Join(roots[0], other, "event", name))


def _public_hooks(run: Joining, form: Form) -> list[Hook]:
    return [("event", name) for name in {form.form, *form.aliases} if names.is_public_event(name)]


def _edition_hooks(run: Joining, form: Form) -> list[Hook]:
    owners = [one for name in form.owners for one in known(run, name)]
    hosts = run.clusters.roots((*form.hosts, *owners))
    return [
        ("edition", name, host)
        for name in {form.form, *form.aliases}
        if names.has_edition(name) and not names.is_unnamed_event(name)
        for host in hosts
    ]


def _dated_hooks(run: Joining, form: Form) -> list[Hook]:
    if names.is_unnamed_event(form.form):
        return []
    hooks: list[Hook] = []
    for date in form.dates:
        hooks += [("host", form.form, date, run.clusters.root(host)) for host in form.hosts]
        hooks += [("place", form.form, date, place) for place in form.places if len(date) >= 10]
    return hooks


def _conflict(run: Joining, left: int, right: int) -> bool:
    """Whether both events have dates and none in common, or are two bodies' own meetings."""
    pair = [[run.forms[one] for one in run.clusters.members(root)] for root in (left, right)]
    dates = [{date for form in forms for date in form.dates} for forms in pair]
    if dates[0] and dates[1] and not dates[0] & dates[1]:
        return True
    hosts = [set(run.clusters.roots(host for form in forms for host in form.hosts)) for forms in pair]
    public = any(names.is_public_event(form.form) for forms in pair for form in forms)
    return bool(hosts[0] and hosts[1]) and not hosts[0] & hosts[1] and not public


def _by_hooks(run: Joining, forms: list[Form], hooks: object, rule: str) -> None:
    held: dict[Hook, int] = {}
    wanted = []
    for form in forms:
        for hook in sorted(set(hooks(run, form)), key=str):  # type: ignore[operator]
            first = held.setdefault(hook, form.number)
            if first != form.number:
                wanted.append(Join(first, form.number, rule, form.name))
    run.joins_all(wanted, weak=False)


def _weight(run: Joining, root: int) -> int:
    return sum(len(run.forms[one].items) for one in run.clusters.members(root))
