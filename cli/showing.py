"""Verbs that show: view, diff, info."""

from __future__ import annotations

from pathlib import Path

import click

from ..workspace import Workspace
from .output import Output, as_json, as_of


@click.command()
@click.argument("views", nargs=-1, metavar="[VIEW]…")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the pages.  [default: pages/ of the workspace]",
)
@click.option(
    "--font",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Embed a subset of this font.",
)
@click.option("--focus", metavar="NAME", help="Open on this alliance or organisation (ego view).")
@click.option("--from", "source", metavar="NAME", help="Path view: from this one …")
@click.option("--towards", metavar="NAME", help="… to this one.")
@click.option(
    "--steps",
    metavar="FILE",
    help="A steps file for presenter mode, or the word “sample”: the one made for the sample.",
)
@as_of
@as_json
@click.pass_obj
def view(
    output: Output,
    views: tuple[str, ...],
    folder: Path | None,
    font: Path | None,
    focus: str | None,
    source: str | None,
    towards: str | None,
    steps: str | None,
    as_of: str | None,
    as_json: bool,
) -> None:
    """Draw pages: VIEW is matrix, network, members, timeline, bridging, changes, ego, path, items or atlas (all).

    Without a view, all of them, with atlas.html linking them. Each page is one file that opens
    without a network.
    """
    workspace = Workspace(output.path)
    target = folder or workspace.path / "pages"
    if as_of:
        workspace = workspace.as_of(as_of)
    given = {"font": font, "focus": focus, "source": source, "towards": towards, "steps": steps}
    pages = workspace.view(*views, folder=target, **{k: v for k, v in given.items() if v is not None})
    if as_json:
        output.json([str(page) for page in pages])
        return
    output.result(*(str(page) for page in pages))


@click.command()
@click.argument("before")
@click.argument("after", required=False)
@click.option(
    "--lang", type=click.Choice(["en", "zh"]), default="en", show_default=True, help="Language of the words."
)
@as_json
@click.pass_obj
def diff(output: Output, before: str, after: str | None, lang: str, as_json: bool) -> None:
    """What is new, gone or changed from BEFORE to AFTER: bulletins, dates or workspaces.

    Without AFTER, the workspace as it is now.
    """
    workspace = Workspace(output.path)
    found = workspace.diff(before, after if after is not None else workspace)
    if as_json:
        output.json(found.as_json())
        return
    lines = found.words(lang)
    output.result(*lines)
    if not lines:
        output.say("nothing changed")


@click.command()
@as_json
@click.pass_obj
def info(output: Output, as_json: bool) -> None:
    """What the workspace holds: bulletins, counts, state of the stores, settings."""
    workspace = Workspace(output.path)
    about = workspace.info()
    if as_json:
        output.json(about)
        return
    output.result(
        f"workspace  {about['workspace']}   (innograph {about['innograph']}, ontology {about['ontology']})"
    )
    output.table(
        ("bulletin", "title", "date", "items"),
        ((b["id"], b["title"], b["date"], b["items"]) for b in about["bulletins"]),
    )
    output.result("things     " + ", ".join(f"{kind} {n}" for kind, n in about["things"].items()))
    output.result("facts      " + ", ".join(f"{kind} {n}" for kind, n in about["facts"].items()))
    output.result("stores     " + ", ".join(f"{name}: {state}" for name, state in about["stores"].items()))
    if about["pending"]:
        output.result(f"to review  {about['pending']} pairs of names")
    if about["set_aside"]:
        output.result(f"set aside  {about['set_aside']} facts (`innograph validate`)")
