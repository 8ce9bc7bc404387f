"""Verbs that change the workspace: demo, build, add, remove."""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import click

from .. import samples
from ..errors import WorkspaceError
from ..workspace import Change, Workspace
from .output import Output, as_json, refused_row

paths = click.argument("paths", nargs=-1, metavar="PATH…")
date = click.option(
    "--date", metavar="DATE", help="The date of documents that bear none (2024, 2024-06 or 2024-06-15)."
)
jobs = click.option("--jobs", type=click.IntRange(1, 64), help="Processes that read documents.  [default: 1]")
no_tagger = click.option("--no-tagger", is_flag=True, help="Read by rules alone.")
replace = click.option(
    "--replace", is_flag=True, help="Take the newer reading of a bulletin that is held already."
)


@click.command()
@click.option(
    "--archive", is_flag=True, help="The fictional archive of three years instead of the real bulletin."
)
@click.option("--force", is_flag=True, help="Replace the ledger of an existing workspace.")
@as_json
@click.pass_obj
def demo(output: Output, archive: bool, force: bool, as_json: bool) -> None:
    """Build the sample that ships with innograph, then say what to open."""
    documents: list[str | Path] = [samples.archive()] if archive else [samples.bulletin(), *samples.roster()]
    with output.progress() as report:
        workspace, change = _demo(output.path, documents, force, report)
        pages = workspace.view(steps=None if archive else "sample")
    _tell(output, workspace, change, as_json, pages)


def _demo(path: Path, documents: list[str | Path], force: bool, report: Any) -> tuple[Workspace, Change]:
    """A second run of the demo finds its own workspace and changes nothing in it."""
    if not (path / "facts").is_dir() or force:
        return Workspace.build(path, documents, force=force, report=report)
    workspace = Workspace(path)
    held = set(workspace.ledger.ids())
    change = workspace.add(documents, report=report)
    if change.added and held:
        for bulletin in change.added:
            workspace.remove(bulletin.id)
        raise WorkspaceError(
            "holds other bulletins than the sample",
            where=str(path),
            hint="name another folder with -w, or replace its ledger with --force",
        )
    return workspace, change


@click.command()
@paths
@date
@jobs
@no_tagger
@click.option("--force", is_flag=True, help="Replace the ledger of an existing workspace.")
@replace
@as_json
@click.pass_obj
def build(
    output: Output,
    paths: tuple[str, ...],
    date: str | None,
    jobs: int | None,
    no_tagger: bool,
    force: bool,
    replace: bool,
    as_json: bool,
) -> None:
    """Make a new workspace from PATH… (files, folders, globs, - for standard input).

    Without a path, derive the stores of an existing workspace again from its ledger.
    """
    with output.progress() as report:
        if not paths:
            workspace = Workspace(output.path)
            workspace.rebuild(report=report)
            output.say(f"{workspace.path}: derived again from {len(workspace.ledger.ids())} bulletins")
            return
        workspace, change = Workspace.build(
            output.path,
            paths,
            force=force,
            date=date,
            report=report,
            jobs=jobs,
            replace=replace,
            **({"tagger": False} if no_tagger else {}),
        )
    _tell(output, workspace, change, as_json)


@click.command()
@paths
@date
@jobs
@no_tagger
@replace
@as_json
@click.pass_obj
def add(
    output: Output,
    paths: tuple[str, ...],
    date: str | None,
    jobs: int | None,
    no_tagger: bool,
    replace: bool,
    as_json: bool,
) -> None:
    """Add PATH… (files, folders, globs, - for standard input) to the workspace."""
    if not paths:
        raise click.UsageError("name at least one document")
    workspace = Workspace(output.path)
    with output.progress() as report:
        change = workspace.add(
            paths,
            replace=replace,
            date=date,
            report=report,
            jobs=jobs,
            **({"tagger": False} if no_tagger else {}),
        )
    _tell(output, workspace, change, as_json)


@click.command()
@click.argument("bulletin")
@click.option("--dry-run", is_flag=True, help="Only say what would fall with it.")
@as_json
@click.pass_obj
def remove(output: Output, bulletin: str, dry_run: bool, as_json: bool) -> None:
    """Withdraw BULLETIN (its id) and exactly what only it states; says what falls with it."""
    workspace = Workspace(output.path)
    falls = workspace.without(bulletin)
    if not dry_run:
        with output.progress() as report:
            workspace.remove(bulletin, report=report)
    if as_json:
        output.json({"removed": None if dry_run else bulletin, "falls": falls.as_json()})
        return
    output.result(*falls.words())
    output.say(f"{bulletin}: {'would be' if dry_run else 'is'} withdrawn")


def _tell(
    output: Output, workspace: Workspace, change: Change, as_json: bool, pages: list[Path] | None = None
) -> None:
    """The summary of a change."""
    if as_json:
        row = {f.name: getattr(change, f.name) for f in fields(change)}
        row["added"] = [asdict(b) for b in change.added]
        row["unchanged"] = [asdict(b) for b in change.unchanged]
        row["refused"] = [{"path": r.path, "reason": str(r.error)} for r in change.refused]
        row["set_aside"] = [refused_row(r) for r in change.set_aside]
        row |= {"workspace": str(workspace.path), "pages": [str(p) for p in pages or ()]}
        output.json(row)
        _name_refused(output, change)
        return
    for bulletin in change.added:
        output.say(f"read       {bulletin.title or bulletin.source or bulletin.id}  [{bulletin.id}]")
    for bulletin in change.unchanged:
        output.say(f"unchanged  {bulletin.title or bulletin.source or bulletin.id}  [{bulletin.id}]")
    if change.items or change.rows:
        output.say(f"items      {change.items} news, {change.rows} roster rows")
        output.say("entities   " + _counts(change.entities))
        output.say("relations  " + _counts(change.relations))
    if change.sentences:
        output.say(
            f"sentences  {_counts(change.sentences)}   "
            "(unread: not understood; see `innograph extract PATH --coverage`)"
        )
    for refused in change.set_aside:
        output.say(f"set aside  {refused.text()}")
    if change.pending:
        output.say(f"to review  {change.pending} pairs of names (`innograph review`)")
    path = workspace.path
    output.say(
        f"files      {path / 'facts'} (the record), {path / 'graph'} (Cypher), {path / 'rdf'} (SPARQL)",
    )
    for page in (pages or ())[-1:]:
        output.say(f"open       {page}  (in any browser, no network needed)")
    if change.added:
        where = "" if str(path) == "kg" else f" -w {path}"
        output.say(
            "next       "
            + "\n           ".join(
                (
                    f"innograph{where} query list",
                    f"innograph{where} query run alliance-overlaps --evidence",
                    f"innograph{where} view",
                    f"innograph{where} info",
                )
            )
        )
    _name_refused(output, change)


def _name_refused(output: Output, change: Change) -> None:
    """Documents that could not be read are named at the end, and make the exit code 3."""
    for refused in change.refused:
        click.echo(f"innograph: not read: {refused.error}", err=True)
    if change.refused:
        raise click.exceptions.Exit(3)


def _counts(counts: Any) -> str:
    total = sum(counts.values())
    return f"{total}: " + ", ".join(f"{kind} {n}" for kind, n in counts.items()) if counts else "none"
