"""The `innograph` command: thin over `innograph.Workspace`.

Verbs are loaded when they are called, so that `--help` and small verbs start fast.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from .. import __version__
from ..errors import InnographError
from .output import Output

VERBS = {
    "demo": ("building", "Build the sample that ships with innograph, then say what to open."),
    "build": ("building", "A new workspace from documents; without a path: derive all again."),
    "add": ("building", "Add documents to the workspace."),
    "remove": ("building", "Withdraw a bulletin and all that only it states."),
    "extract": ("reading", "Print what documents say as JSON Lines; nothing is written."),
    "load": ("serving", "Bring a server up to date with the workspace."),
    "query": ("asking", "List, show, run and save questions."),
    "schema": ("asking", "Labels, relation types and properties, with counts."),
    "view": ("showing", "Draw pages and say where they are."),
    "diff": ("showing", "What is new, gone or changed between two states."),
    "review": ("reviewing", "Decide which names mean the same thing."),
    "validate": ("serving", "Check the graph against the ontology's shapes."),
    "export": ("serving", "Write the graph in another format."),
    "info": ("showing", "What the workspace holds."),
}
"""Verb → (module, one line of help), in the order that help shows."""


class Verbs(click.Group):
    """A group whose verbs are imported on use, and whose errors are one line for a person."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs, in the order of the table."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the verb's module and take the command of its name."""
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f".{VERBS[cmd_name][0]}", __package__)
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Help lines from the table: no verb is imported for them."""
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, line) for verb, (_, line) in VERBS.items()])


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "-w",
    "--workspace",
    type=click.Path(path_type=Path, file_okay=True),
    envvar="INNOGRAPH_WORKSPACE",
    default=Path("kg"),
    show_default=True,
    help="The workspace folder (or INNOGRAPH_WORKSPACE).",
)
@click.option("-q", "--quiet", is_flag=True, help="Only results and errors.")
@click.option("-v", "--verbose", is_flag=True, help="Log what is done, to standard error.")
@click.version_option(__version__, prog_name="innograph")
@click.pass_context
def command(ctx: click.Context, workspace: Path, quiet: bool, verbose: bool) -> None:
    """The knowledge graph of an innovation ecosystem.

    Reads bulletins and rosters of technology innovation alliances, keeps every fact with the
    sentence that says it, and answers in Cypher, SPARQL and pages.

    Exit codes: 0 done; 1 another error; 2 wrong usage; 3 an input cannot be read; 4 workspace or
    settings; 5 a store or server; 6 a question; 7 facts break the shapes; 8 an optional part is
    missing; 130 cancelled.
    """
    ctx.obj = Output(workspace, quiet=quiet, verbose=verbose)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; the entry point of `innograph`."""
    debug = bool(os.environ.get("INNOGRAPH_DEBUG"))
    try:
        code = command.main(arguments, prog_name="innograph", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("innograph: cancelled", err=True)
        return 130
    except BrokenPipeError:
        # the reader of our output has gone: nothing is left to say, and no trace may follow at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except InnographError as error:
        if debug:
            raise
        click.echo(f"innograph: {error}", err=True)
        return error.exit_code
    except OSError as error:
        if debug:
            raise
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"innograph: {where}{error.strerror or error}", err=True)
        return 4
