"""Mentions gathered: one pass over the bulletins, names kept once however often they are said.

Each mention falls on a `Form`. What is kept grows with the distinct names, plus four bytes a mention.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable

from . import names
from .forms import EVENT, LOCAL, ORGANIZATION, PERSON, PLACE, WORK, Form, Sample, Table, family
from .model import BulletinFacts, Entity, ItemFacts


def gather(bulletins: Iterable[BulletinFacts]) -> Table:
    """Read the mentions of all bulletins, each bulletin once, in any order."""
    table = Table()
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    for facts in bulletins:
        bulletin = len(table.bulletins)
        table.bulletins.append(facts.bulletin.id)
        for item in facts.items:
            number = len(table.items)
            table.items.append(item.item.key)
            table.bulletin_of.append(bulletin)
            keys = tuple(entity.key for entity in item.entities)
            table.locals.append(shared.setdefault(keys, keys))
            table.placed.append(_Item(table, item, number).place())
        table.ranges.append(range(len(table.items) - len(facts.items), len(table.items)))
    _renumber(table)
    return table


def _renumber(table: Table) -> None:
    """Number the forms by what they are, so that nothing hangs on the order of loading."""
    forms = sorted(table.forms, key=lambda f: (f.family, f.form, f.apart))
    new = array("I", bytes(4 * len(forms)))
    for number, form in enumerate(forms):
        new[form.number] = number
        form.number = number
    for form in forms:
        for name in ("parents", "memberships", "hosts"):
            setattr(form, name, tuple(sorted(new[n] for n in getattr(form, name))))
    table.forms = forms
    table.by_name = {(f.family, f.form, f.apart): f.number for f in forms}
    table.placed = [array("I", (new[n] for n in placed)) for placed in table.placed]
    table.related = {(min(new[a], new[b]), max(new[a], new[b])) for a, b in table.related}


_LATELY = "已|现|正式|拟|将|经批准|日前|近日|，|于?\\d{4}年|\\d{1,2}月|\\d{1,2}日|起"
_RENAMING = ("更名", "改名", "改称", "改组", "原", "曾用名", "前身")
_FAMILIES: dict[str, str] = {}


class _Item:
    """The entities of one item falling on forms, parents and organisations first."""

    def __init__(self, table: Table, facts: ItemFacts, number: int) -> None:
        self.table, self.facts, self.number = table, facts, number
        self.row = facts.item.kind == "row"
        self.entities = {entity.key: entity for entity in facts.entities}
        self.done: dict[str, Form] = {}
        self.under: set[str] = set()
        self.ends: dict[tuple[str, str], list[str]] = {}
        for relation in facts.relations:
            if relation.predicate in ("partOf", "holdsPost", "heldIn", "memberOf"):
                self.ends.setdefault((relation.predicate, relation.subject), []).append(relation.object)
            elif relation.predicate == "organizes" and relation.role in ("host", "initiate", None):
                self.ends.setdefault(("hostedBy", relation.object), []).append(relation.subject)

    def place(self) -> array[int]:
        """The form of each entity, in their order."""
        placed = array("I", (self._form(entity).number for entity in self.facts.entities))
        for relation in self.facts.relations:
            left, right = self.done.get(relation.subject), self.done.get(relation.object)
            if left is None or right is None:
                continue
            left.add("uses", (relation.predicate, 0))
            right.add("uses", (relation.predicate, 1))
            if left.family != ORGANIZATION or right.family != ORGANIZATION:
                continue
            self.table.related.add((min(left.number, right.number), max(left.number, right.number)))
            if relation.predicate == "memberOf" and relation.role != "applicant":
                left.add("memberships", right.number)
        return placed

    def _form(self, entity: Entity) -> Form:
        if entity.key in self.done:
            return self.done[entity.key]
        kin = _FAMILIES.get(entity.type)
        if kin is None:
            kin = _FAMILIES[entity.type] = family(entity.type)
        self.under.add(entity.key)
        if kin == ORGANIZATION:
            form = self._organization(entity)
        elif kin == PERSON:
            form = self._person(entity)
        elif kin == EVENT:
            form = self._event(entity)
        elif kin == WORK:
            form = self._work(entity)
        else:
            bare = names.place(entity.name) if kin == PLACE else names.fold(entity.name)
            form = self._take(kin, bare, self._item_apart(names.is_generic(bare)))
        self.under.discard(entity.key)
        self.done[entity.key] = form
        self._note(form, entity)
        return form

    def _take(self, kin: str, form: str, apart: str) -> Form:
        key = (kin, form, apart)
        number = self.table.by_name.get(key)
        if number is None:
            number = self.table.by_name[key] = len(self.table.forms)
            self.table.forms.append(Form(number, kin, form, apart))
        return self.table.forms[number]

    def _item_apart(self, apart: bool) -> str:
        """What keeps a mention to its item; a roster's row is never about a nameless thing."""
        return f"{LOCAL}{self.facts.item.key}" if apart and not self.row else ""

    def _scope(self, name: str) -> str:
        """What keeps an organisation's name to its bulletin or item where it says nothing elsewhere."""
        if names.is_relative(name) and not self.row:
            return f"{LOCAL}{self.facts.item.bulletin}"
        return self._item_apart(names.is_generic(name))

    def _others(self, predicate: str, entity: Entity) -> list[tuple[Entity, Form]]:
        """The other ends of a predicate, by name; ends that are being placed themselves are left out."""
        keys = {
            k
            for k in self.ends.get((predicate, entity.key), ())
            if k in self.entities and k not in self.under
        }
        others = sorted((self.entities[key] for key in keys), key=lambda e: (names.fold(e.name), e.key))
        return [(other, self._form(other)) for other in others]

    def _organization(self, entity: Entity) -> Form:
        form = names.fold(entity.name)
        unit = entity.type == "OrganizationUnit"
        parents = self._others("partOf", entity)
        if unit or (entity.type == "GovernmentAgency" and names.is_department(entity.name)):
            if not parents:
                parents = self._prefix_parent(entity, form)
            if parents:
                parent, parent_form = parents[0]
                rest = _rest(form, parent)
                found = self._take(ORGANIZATION, rest, f"@{_said(parent_form)}")
                found.add("parents", *(p.number for _, p in parents))
                return found
            local = len(form) < 10 or form.startswith("第") if unit else len(form) <= 6
            return self._take(ORGANIZATION, form, self._item_apart(local) or self._scope(entity.name))
        found = self._take(ORGANIZATION, form, self._scope(entity.name))
        found.add("parents", *(p.number for _, p in parents))
        return found

    def _prefix_parent(self, entity: Entity, form: str) -> list[tuple[Entity, Form]]:
        """The organisation of this item whose name the unit's name begins with, the longest such."""
        best: tuple[int, str, Entity] | None = None
        for other in self.facts.entities:
            if other.key == entity.key or other.key in self.under or family(other.type) != ORGANIZATION:
                continue
            for name in (other.name, *other.aliases):
                head = names.fold(name)
                if len(head) >= 2 and form.startswith(head) and names.is_part(form[len(head) :]):
                    found = (-len(head), head, other)
                    if best is None or found[:2] < best[:2]:
                        best = found
        return [] if best is None else [(best[2], self._form(best[2]))]

    def _person(self, entity: Entity) -> Form:
        form = names.fold(entity.name)
        organizations = self._others("holdsPost", entity)
        if organizations:
            found = self._take(PERSON, form, f"@{_said(organizations[0][1])}")
            found.add("hosts", *(o.number for _, o in organizations))
            return found
        table = names.rules()["person"]
        said = {str(entity.attributes.get(name) or "") for name in ("post", "title")}
        for word in sorted(said):
            if word in table["unique_posts"] or word in table["academies"]:
                return self._take(PERSON, form, f"@{word}")
        return self._take(PERSON, form, self._item_apart(True))

    def _event(self, entity: Entity) -> Form:
        form = names.fold(entity.name)
        hosts = self._others("hostedBy", entity)
        item = self.facts.item
        owner = (
            names.fold(item.credit) if not hosts and item.credit and item.credit_kind == "contributor" else ""
        )
        date = str(entity.attributes.get("date") or "").partition("/")[0]
        if names.is_unnamed_event(entity.name):
            apart = self._item_apart(True)
        elif names.is_public_event(entity.name):
            apart = ""
        elif (hosts or owner) and names.has_edition(entity.name):
            apart = f"@{_said(hosts[0][1]) if hosts else owner}"
        elif hosts and len(date) >= 7:
            apart = f"@{date}@{_said(hosts[0][1])}"
        else:
            apart = self._item_apart(True)
        found = self._take(EVENT, form, apart)
        found.add("hosts", *(f.number for _, f in hosts))
        if owner:
            found.add("owners", owner)
        found.add("places", *(f.form for _, f in self._others("heldIn", entity)))
        if len(date) >= 7:
            found.add("dates", date)
        return found

    def _work(self, entity: Entity) -> Form:
        numbers = {n for n in map(names.number, (entity.name, *entity.aliases)) if n is not None}
        title = names.title(entity.name)
        form = title or names.fold(entity.name)
        apart = f"@{'-'.join(filter(None, min(numbers)))}" if numbers else self._item_apart(title is None)
        found = self._take(WORK, form, apart)
        found.add("numbers", *sorted(numbers))
        return found

    def _note(self, form: Form, entity: Entity) -> None:
        item = self.facts.item
        form.add("names", names.written(entity.name))
        if form.family == PLACE:
            form.add("names", form.form)
        form.items.append(self.number)
        kind = "roster_types" if self.row else "types"
        form.put(kind, entity.type, getattr(form, kind).get(entity.type, 0) + 1)
        if self.row:
            form.add("rosters", item.bulletin)
            if entity.attributes.get("roster_id"):
                form.add("ids", (item.bulletin, str(entity.attributes["roster_id"])))
        aliases = list(entity.aliases)
        if entity.attributes.get("english_name"):
            aliases.append(str(entity.attributes["english_name"]))
        if entity.type == "Alliance" and item.credit and _same_core(item.credit, entity.name):
            aliases.append(item.credit)
        for alias in aliases:
            folded = names.place(alias) if form.family == PLACE else names.fold(alias)
            if folded == form.form or names.is_generic(alias):
                continue
            if names.has_edition(entity.name) and folded in form.form and not names.has_edition(alias):
                continue
            if form.family == ORGANIZATION:
                if not self.row and _is_whole_of(folded, names.fold(entity.name)):
                    continue
                folded += self._scope(alias)
            claim = (names.written(alias), self.row, item.key)
            held = form.aliases.get(folded)
            if held is None or (not claim[1], claim[2], claim[0]) < (not held[1], held[2], held[0]):
                form.put("aliases", folded, claim)
            if not self.row and _renamed(item.text, alias):
                form.add("former", folded)
        for key in ("post", "title"):
            if form.family == PERSON and entity.attributes.get(key):
                form.add("posts_held", str(entity.attributes[key]))
        if form.sample is None or item.key < form.sample.item:
            form.sample = Sample(item.key, item.title, _around(item.text, entity))


def _rest(form: str, parent: Entity) -> str:
    """A part's name without its parent's: 秘书处 of 联盟协发网秘书处."""
    heads = sorted((names.fold(n) for n in (parent.name, *parent.aliases)), key=lambda h: (-len(h), h))
    for head in (*heads, "联盟") if parent.type == "Alliance" else heads:
        if form.startswith(head) and len(form) > len(head):
            return form[len(head) :]
    return form


def _same_core(credit: str, name: str) -> bool:
    """Whether the credit line names the alliance in another form: WAPI产业技术创新战略联盟 under WAPI产业联盟."""
    cores = [names.alliance_core(one) for one in (credit, name)]
    return cores[0] is not None and cores[1] is not None and cores[0][0] == cores[1][0]


def _is_whole_of(alias: str, name: str) -> bool:
    """Whether an alias names the whole of which the name is a part: 国家知识产权局 of 国家知识产权局专利局."""
    rest = name.removeprefix(alias)
    return rest != name and names.is_part(rest) and not rest.endswith("公司")


def _said(form: Form) -> str:
    """A form in the key of another that it tells apart."""
    return form.form + form.apart


def _renamed(text: str, alias: str) -> bool:
    """Whether the text says that this name is a former one."""
    if alias not in text or not any(word in text for word in _RENAMING):
        return False
    name = re.escape(alias)
    before = rf"(?:原名|原称|曾用名|前身(?:为|是)?|原)[：:“《]?{name}"
    after = rf"{name}[”》]?(?:{_LATELY})*(?:更名|改名|改称|改组)为"
    return re.search(f"{before}|{after}", text) is not None


def _around(text: str, entity: Entity) -> str:
    """The words around the first mention, at most 80 code points."""
    if not entity.mentions:
        return ""
    start, end = min(entity.mentions)
    left = max(text.rfind(mark, 0, start) for mark in "。！？\n") + 1
    ends = [found for found in (text.find(mark, end) for mark in "。！？\n") if found >= 0]
    right = min(ends) + 1 if ends else len(text)
    left, right = max(left, start - 40), min(right, max(end + 40, start + 80))
    return text[left:right].strip()
