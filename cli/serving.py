"""Verbs that hand the graph on: load, export, validate."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import ValidationError
from ..workspace import Workspace
from .output import Output, as_json, as_of, refused_row

FORMATS = (
    "turtle",
    "trig",
    "nquads",
    "jsonld",
    "rdfxml",
    "neo4j-csv",
    "graphml",
    "gexf",
    "csv",
)


@click.command()
@click.option(
    "--to",
    "target",
    required=True,
    metavar="TARGET",
    help="A [targets.NAME], or a neo4j:// or http(s):// address.",
)
@as_json
@click.pass_obj
def load(output: Output, target: str, as_json: bool) -> None:
    """Bring a server up to date with the workspace; only what changed is written."""
    workspace = Workspace(output.path)
    with output.progress() as report:
        counts = workspace.load(target, report=report)
    if as_json:
        output.json(counts)
        return
    nodes, edges = sum(counts["nodes"].values()), sum(counts["edges"].values())
    output.say(f"{target} holds the state of {workspace.path}: {nodes} labels of nodes, {edges} edges")


@click.command()
@click.argument("destination", type=click.Path(path_type=Path), required=False)
@click.option("--format", "format_", type=click.Choice(FORMATS), required=True, help="The format.")
@as_of
@click.pass_obj
def export(output: Output, destination: Path | None, format_: str, as_of: str | None) -> None:
    """Write the graph to DESTINATION (standard output where it is one file and none is named)."""
    workspace = Workspace(output.path)
    if as_of:
        workspace = workspace.as_of(as_of)
    written = workspace.export(format_, destination)
    if written:
        output.say(f"wrote {destination}" + (f": {len(written)} files" if len(written) > 1 else ""))


@click.command()
@click.option(
    "--lang",
    type=click.Choice(["en", "zh"]),
    default="en",
    show_default=True,
    help="Language of the reasons.",
)
@as_json
@click.pass_obj
def validate(output: Output, lang: str, as_json: bool) -> None:
    """Check all facts against the ontology's shapes; exit code 7 where any breaks them."""
    workspace = Workspace(output.path)
    broken = workspace.violations()
    if as_json:
        output.json([refused_row(row) for row in broken])
    else:
        for row in broken:
            output.result(row.text(lang))
        output.say(f"{len(broken)} facts break the shapes")
    if broken:
        raise click.exceptions.Exit(ValidationError.exit_code)
