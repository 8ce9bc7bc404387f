"""The verb that reads without writing: extract."""

from __future__ import annotations

from collections import Counter

import click

from .. import samples
from ..errors import InputError
from ..graph.model import BulletinFacts, dump_lines
from ..loaders import expand
from ..loaders.extraction import Options, Refused
from ..loaders.extraction import extract as read_facts
from .output import Output


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--date", metavar="DATE", help="The date of documents that bear none.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read.")
@click.option("--no-tagger", is_flag=True, help="Read by rules alone.")
@click.option("--no-roster", is_flag=True, help="Read without the roster of known names.")
@click.option(
    "--coverage", is_flag=True, help="Print the receipt instead: what was used, empty, not understood."
)
@click.option("--json", "as_json", is_flag=True, help="Facts are JSON Lines already; with --coverage, JSON.")
@click.pass_obj
def extract(
    output: Output,
    paths: tuple[str, ...],
    date: str | None,
    jobs: int,
    no_tagger: bool,
    no_roster: bool,
    coverage: bool,
    as_json: bool,
) -> None:
    """Print what PATH… say as a facts file (JSON Lines); nothing is written."""
    options = Options(date, not no_tagger, () if no_roster else samples.roster(), jobs)
    refused: list[Refused] = []
    receipts = []
    with output.progress() as report:
        for found in read_facts(
            expand(paths), options, progress=lambda done, total: report("read", done, total)
        ):
            if isinstance(found, Refused):
                refused.append(found)
            elif coverage:
                receipts.append(_receipt(found))
            else:
                for line in dump_lines(found):
                    click.echo(line, nl=False)
    if coverage and as_json:
        output.json(receipts)
    elif coverage:
        for receipt in receipts:
            _print(output, receipt)
    if len(refused) == 1 and len(paths) == 1 and isinstance(refused[0].error, InputError):
        raise refused[0].error
    for one in refused:
        click.echo(f"innograph: not read: {one.error}", err=True)
    if refused:
        raise click.exceptions.Exit(3)


def _receipt(facts: BulletinFacts) -> dict[str, object]:
    counts: Counter[str] = Counter()
    unread = []
    for item in facts.items:
        for start, end, state in item.sentences:
            counts[state] += 1
            if state == "unread":
                unread.append(
                    {"item": item.item.number, "start": start, "end": end, "text": item.item.text[start:end]}
                )
    return {
        "bulletin": facts.bulletin.id,
        "title": facts.bulletin.title,
        "sentences": dict(counts),
        "unread": unread,
    }


def _print(output: Output, receipt: dict[str, object]) -> None:
    counts = receipt["sentences"]
    assert isinstance(counts, dict)  # noqa: S101
    total = sum(counts.values()) or 1
    output.result(f"{receipt['title'] or receipt['bulletin']}")
    for state in ("used", "empty", "unread"):
        n = counts.get(state, 0)
        output.result(f"  {state:7} {n:5}  {n / total:6.1%}")
    unread = receipt["unread"]
    assert isinstance(unread, list)  # noqa: S101
    for row in unread:
        output.result(f"  #{row['item']} [{row['start']}, {row['end']}) {row['text']}")
