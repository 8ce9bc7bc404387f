"""Joining parts of one organisation: departments, secretariats, institutes of an academy."""

from __future__ import annotations

from . import names
from .forms import ORGANIZATION, Form
from .joining import Join, Joining

WHOLES = ("Enterprise",)
"""Types whose names no part is read out of: what 国网 begins is not always a part of the grid company."""


def join(run: Joining) -> None:
    """Join forms that are the same part of the same parent, until nothing changes."""
    while True:
        held: dict[tuple[int, str], int] = {}
        wanted = []
        for form in run.forms:
            if form.family != ORGANIZATION:
                continue
            for parent, rest in _readings(run, form):
                root = run.clusters.root(parent)
                if root == run.clusters.root(form.number):
                    continue
                first = held.setdefault((root, rest), form.number)
                if first != form.number:
                    wanted.append(Join(first, form.number, "part", rest))
        if not run.joins_all(wanted, weak=True):
            return


def _readings(run: Joining, form: Form) -> list[tuple[int, str]]:
    """(parent, name of the part) for each way to read the form as a part of something."""
    readings = []
    for parent in form.parents:
        if form.apart.startswith("@"):
            readings.append((parent, names.part(form.form)))
    for name in {form.form, *map(names.fold, form.names)}:
        for length in range(len(name) - 2, 1, -1):
            rest = name[length:]
            if not names.is_part(rest):
                continue
            found = [
                one
                for one in known(run, name[:length])
                if one != form.number and not run.types(run.clusters.root(one)) & set(WHOLES)
            ]
            if len(run.clusters.roots(found)) == 1:
                readings.append((found[0], names.part(rest)))
                break
    return sorted(set(readings))


def known(run: Joining, name: str) -> list[int]:
    """Organisations that go by this whole name, as a name of their own or else by an alias."""
    found = [one for one in run.said.get((ORGANIZATION, name), ()) if not run.forms[one].apart]
    return found or run.claimed.get(name, [])
