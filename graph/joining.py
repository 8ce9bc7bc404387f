"""The rules that join forms, from the surest down; each says why, and abstains where two candidates fit.

Order: people's judgements; aliases (rosters, then declared ones), until nothing changes; alliance cores;
parts of one parent; persons, events and works by what tells them apart. A rule computes all it wants to
join from one state and then joins in the order of the forms, so the result does not hang on the order of
loading.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from . import names
from .clusters import Clusters
from .forms import LOCAL, ORGANIZATION, PLACE, Form, Table
from .judgements import Conflict, Judgements

CLAIMING = (ORGANIZATION, PLACE, "Project", "Achievement", "Honour", "Topic")


@dataclass(frozen=True, slots=True, order=True)
class Join:
    """Two forms that are (or may be) one, the rule that says so, and the alias or item that spoke for it."""

    left: int
    right: int
    rule: str
    alias: str = ""
    item: str = ""


@dataclass
class Joining:
    """The state of a run over one table.

    `joins` were made, `moved` are single mentions given to another form, `pending` wait for a person.
    `said` maps (family, folded name, with its scope where it has one) to the forms of that name, `claimed`
    an organisation's alias to the forms that claim it, `keyed` every key to its forms, `beside` a form to
    those that an item relates it to.
    """

    table: Table
    judgements: Judgements
    clusters: Clusters = field(init=False)
    joins: list[Join] = field(default_factory=list)
    pending: set[Join] = field(default_factory=set)
    conflicts: list[Conflict] = field(default_factory=list)
    decided: set[tuple[int, int]] = field(default_factory=set)
    moved: list[Join] = field(default_factory=list)
    said: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    claimed: dict[str, list[int]] = field(default_factory=dict)
    keyed: dict[str, set[int]] = field(default_factory=dict)
    beside: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.clusters = Clusters(len(self.table.forms))
        for form in self.table.forms:
            bare = names.place if form.family == PLACE else names.fold
            scope = form.apart if form.apart.startswith(LOCAL) else ""
            for name in sorted({form.form, *map(bare, form.names)}):
                self.said.setdefault((form.family, name + scope), []).append(form.number)
            if form.family == ORGANIZATION:
                for alias in form.aliases:
                    if LOCAL not in alias:
                        self.claimed.setdefault(alias, []).append(form.number)

    @property
    def forms(self) -> list[Form]:
        """All forms, by number."""
        return self.table.forms

    def run(self) -> Joining:
        """Apply all rules."""
        from . import alliances, deciding, naming, parts, unnamed

        deciding.apply(self)
        naming.identical(self)
        naming.roster_ids(self)
        naming.agencies(self)
        naming.aliases(self)
        alliances.cores(self)
        naming.aliases(self)
        parts.join(self)
        naming.contexts(self)
        naming.placed(self)
        naming.places(self)
        unnamed.persons(self)
        unnamed.works(self)
        unnamed.events(self)
        deciding.settle(self)
        return self

    def joins_all(self, wanted: Iterable[Join], *, weak: bool) -> int:
        """Join in order, say how many were; a weak join that something speaks against becomes a question."""
        done = 0
        for join in sorted(set(wanted)):
            left, right = self.clusters.root(join.left), self.clusters.root(join.right)
            if left == right:
                continue
            if self.clusters.must_stay_apart(left, right):
                continue
            if weak and self.speaks_against(left, right):
                self.pending.add(
                    Join(join.left, join.right, "apart", join.alias or self.forms[join.left].name)
                )
                continue
            if self.clusters.join(left, right):
                self.joins.append(join)
                done += 1
        return done

    def speaks_against(self, left: int, right: int) -> bool:
        """Whether one roster lists both, or an item relates the one to the other."""
        lefts, rights = self.clusters.members(left), self.clusters.members(right)
        rosters = {r for one in lefts for r in self.forms[one].rosters}
        if rosters and any(r in rosters for one in rights for r in self.forms[one].rosters):
            return True
        if not self.beside:
            for one, other in self.table.related:
                self.beside.setdefault(one, []).append(other)
                self.beside.setdefault(other, []).append(one)
        if len(rights) < len(lefts):
            lefts, rights = rights, lefts
        there = set(rights)
        return any(other in there for one in lefts for other in self.beside.get(one, ()))

    def types(self, root: int) -> set[str]:
        """All types that mentions of a set were given."""
        return {
            t
            for one in self.clusters.members(root)
            for t in (*self.forms[one].types, *self.forms[one].roster_types)
        }
