"""Joining alliances by the core of their names: 化纤联盟 and 化纤产业技术创新战略联盟."""

from __future__ import annotations

from . import names
from .forms import ORGANIZATION
from .joining import Join, Joining


def cores(run: Joining) -> None:
    """Join short and official names of one core, where only one alliance has that core.

    Names of the official family (产业技术创新战略联盟 and what leaves out one of its words) are one
    alliance. A short name (化纤联盟) is the one official name with its core; with two such alliances it is
    neither. A name that ends otherwise (WAPI产业联盟, 中国茶产业联盟) may be an alliance of its own: with
    it, each pair is a question. On the sample roster 中国云联盟 is short for another alliance than
    中国云产业联盟.
    """
    blocks: dict[str, dict[names.End, list[tuple[int, str]]]] = {}
    for form in run.forms:
        if (
            form.family != ORGANIZATION
            or form.apart
            or "Alliance" not in run.types(run.clusters.root(form.number))
        ):
            continue
        for name in sorted({form.form, *form.aliases}):
            found = names.alliance_core(name)
            if found is not None:
                block = blocks.setdefault(found[0], {"short": [], "official": [], "other": []})
                block[found[1]].append((form.number, name))
    for core, block in sorted(blocks.items()):
        _block(run, core, block)


def _block(run: Joining, core: str, block: dict[names.End, list[tuple[int, str]]]) -> None:
    official = sorted(block["official"])
    run.joins_all((Join(official[0][0], other, "core", core) for other, _ in official[1:]), weak=True)
    full = run.clusters.roots(one for one, _ in official)
    others = [one for one in run.clusters.roots(n for n, _ in block["other"]) if one not in full]
    shorts = sorted(block["short"])
    outside = [number for number, _ in shorts if run.clusters.root(number) not in full]
    bare = [number for number in outside if _is_bare(run, number)]
    if len(full) == 1:
        run.joins_all((Join(full[0], short, "core", core) for short in bare), weak=True)
    elif full:
        run.pending |= {Join(short, one, "core-many", core) for short in bare for one in full}
    elif bare:
        run.joins_all((Join(bare[0], short, "core", core) for short in bare[1:]), weak=True)
    settled = [number for number in outside if number not in bare]
    run.pending |= {Join(one, other, "core-other", core) for one in (*settled, *others) for other in full}
    run.pending |= {Join(one, other, "core-other", core) for one in outside for other in others}


def _is_bare(run: Joining, number: int) -> bool:
    """Whether all that is known of a short name is the short name: it is in no set with a fuller one."""
    kinds = {
        found[1]
        for one in run.clusters.members(number)
        for name in (run.forms[one].form, *run.forms[one].aliases)
        if (found := names.alliance_core(name)) is not None
    }
    return kinds == {"short"}
