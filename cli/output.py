"""What the verbs share: where results and messages go, tables, JSON, progress bars."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.logging import RichHandler
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from ..graph.validation import Refused

Report = Callable[[str, int, int], None]
"""Called with (step, done, in all)."""


class Output:
    """Results go to standard output, messages and progress to standard error."""

    def __init__(self, workspace: Path, *, quiet: bool = False, verbose: bool = False) -> None:
        self.path = workspace
        self.quiet = quiet
        self.out = Console(highlight=False, soft_wrap=True)
        self.err = Console(stderr=True, highlight=False, soft_wrap=True)
        logging.basicConfig(
            level=logging.INFO if verbose else logging.WARNING,
            format="%(message)s",
            force=True,
            handlers=[RichHandler(console=self.err, show_path=False, show_level=verbose, show_time=verbose)],
        )
        # the driver and pdf libraries warn about matters that our own errors tell better
        for noisy in ("neo4j", "pyshacl", "rdflib", "pypdfium2"):
            logging.getLogger(noisy).setLevel(logging.ERROR)

    def say(self, *lines: str) -> None:
        """A message for a person, silenced by --quiet. Text from documents is never markup."""
        if not self.quiet:
            for line in lines:
                self.err.print(Text(line))

    def result(self, *lines: str) -> None:
        """A result, as plain text."""
        for line in lines:
            click.echo(line)

    def json(self, value: Any) -> None:
        """A result as JSON."""
        click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "") -> None:
        """A result as a table with the right width for Chinese."""
        table = Table(title=Text(title) if title else None, title_justify="left", header_style="bold")
        for column in columns:
            table.add_column(Text(column), overflow="fold")
        for row in rows:
            table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
        self.out.print(table)

    @contextmanager
    def progress(self) -> Iterator[Report]:
        """A progress bar on a terminal; elsewhere nothing is drawn."""
        if self.quiet or not sys.stderr.isatty():
            yield lambda step, done, total: None
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        with Progress(*columns, console=self.err, transient=True) as bar:
            tasks: dict[str, Any] = {}

            def report(step: str, done: int, total: int) -> None:
                if step not in tasks:
                    tasks[step] = bar.add_task(step, total=total)
                bar.update(tasks[step], completed=done, total=total)

            yield report


def refused_row(refused: Refused) -> dict[str, Any]:
    """A fact that was set aside, as plain data."""
    return {
        "item": refused.item,
        "fact": refused.text(),
        "shape": refused.shape,
        "attribute": refused.attribute,
        "value": refused.value,
        "message": dict(refused.message),
    }


as_json = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
as_of = click.option(
    "--as-of",
    metavar="DATE",
    help="Only what was published up to that day (2024, 2024-06 or 2024-06-15).",
)
