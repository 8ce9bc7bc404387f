"""The verb that asks people: review."""

from __future__ import annotations

import csv
import getpass
import io
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.text import Text

from ..errors import InputError, WorkspaceError
from ..graph.judgements import Decision, Judgements
from ..graph.resolution import Pending
from ..workspace import Workspace
from .output import Output, as_json

KEYS: dict[str, Decision] = {"s": "same", "d": "different", "u": "unsure"}
COLUMNS = ("left", "left_name", "right", "right_name", "judgement", "why_asked", "left_says", "right_says")


@click.command()
@click.option(
    "--export",
    "exported",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the pending pairs to a CSV file to decide elsewhere.",
)
@click.option(
    "--import",
    "imported",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Take the decisions of such a file.",
)
@click.option("--who", default=None, help="Who decides.  [default: the user's name]")
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="Language of the reasons.",
)
@as_json
@click.pass_obj
def review(
    output: Output, exported: Path | None, imported: Path | None, who: str | None, lang: str, as_json: bool
) -> None:
    """Decide which names mean the same thing, pair by pair, with the sentences of both sides.

    Keys: s same, d different, u unsure, k skip, z undo, q done. Decisions go to judgements.csv, are
    replayed on every build, and win over every rule.
    """
    workspace = Workspace(output.path)
    pending = workspace.resolution.pending
    for conflict in workspace.judgements.conflicts():
        click.echo(f"innograph: judgements contradict: {conflict.why}", err=True)
    if as_json:
        output.json([_row(pair, lang) for pair in pending])
        return
    if exported is not None:
        _export(exported, pending, lang)
        output.say(f"wrote {len(pending)} pairs to {exported}; fill the column “judgement”, then --import it")
        return
    who = who or _user()
    if imported is not None:
        done = _import(workspace.judgements, imported, who)
    elif not pending:
        output.say("nothing to review")
        return
    elif not sys.stdin.isatty():
        raise InputError(
            "review asks on a terminal", where="review", hint="use --json, or --export and --import"
        )
    else:
        done = _ask(output, workspace.judgements, pending, who, lang)
    if done:
        workspace.judgements.save()
        with output.progress() as report:
            workspace.update(report=report)
    output.say(f"{done} decisions; {len(workspace.resolution.pending)} pairs are left")


def _ask(output: Output, judgements: Judgements, pending: Sequence[Pending], who: str, lang: str) -> int:
    """Show each pair and take a key. Returns how many decisions stand."""
    at, done, trail = 0, 0, []
    while at < len(pending):
        pair = pending[at]
        output.out.print(Text(f"\n{at + 1} of {len(pending)}  {pair.why(lang)}", style="bold"))
        for side in (pair.left, pair.right):
            output.out.print(Text(f"  {side.name}  ({side.type})  {side.key}", style="cyan"))
            for item, headline, quote in side.evidence:
                output.out.print(Text(f"      {quote}   — {headline} [{item}]"))
        click.echo("  [s]ame [d]ifferent [u]nsure s[k]ip [z] undo [q]uit ", nl=False)
        key = click.getchar().lower()
        click.echo(key)
        if key in KEYS:
            judgements.add(
                pair.left.key,
                pair.right.key,
                KEYS[key],
                who=who,
                left_name=pair.left.name,
                right_name=pair.right.name,
            )
            trail.append(True)
            done, at = done + 1, at + 1
        elif key == "k":
            trail.append(False)
            at += 1
        elif key == "z" and trail:
            at -= 1
            if trail.pop():
                judgements.undo()
                done -= 1
        elif key in ("q", "\x03", "\x04", "\x1b"):
            break
    return done


def _row(pair: Pending, lang: str) -> dict[str, str]:
    def says(evidence: Sequence[tuple[str, str, str]]) -> str:
        return " | ".join(f"{quote} [{item}]" for item, _, quote in evidence)

    return dict(
        zip(
            COLUMNS,
            (
                pair.left.key,
                pair.left.name,
                pair.right.key,
                pair.right.name,
                "",
                pair.why(lang),
                says(pair.left.evidence),
                says(pair.right.evidence),
            ),
            strict=True,
        )
    )


def _export(path: Path, pending: Sequence[Pending], lang: str) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    # a cell that begins like a formula would be run by a spreadsheet
    writer.writerows(
        {k: f"'{v}" if v.startswith(("=", "+", "-", "@", "\t")) else v for k, v in _row(pair, lang).items()}
        for pair in pending
    )
    try:
        path.write_text("\ufeff" + text.getvalue(), encoding="utf-8", newline="")
    except OSError as error:
        raise WorkspaceError(f"cannot be written: {error.strerror}", where=str(path)) from error


def _import(judgements: Judgements, path: Path, who: str) -> int:
    done = 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = {"left", "right", "judgement"} - set(reader.fieldnames or ())
        if missing:
            raise InputError(f"no column “{min(missing)}”", where=str(path), hint="export the pairs again")
        for row in reader:
            decision = (row["judgement"] or "").strip().lower()
            if not decision:
                continue
            known = next((d for d in KEYS.values() if d == decision), None)
            if known is None:
                raise InputError(
                    f"“{decision}” is no judgement",
                    where=f"{path}, line {reader.line_num}",
                    hint="same, different or unsure",
                )
            judgements.add(
                row["left"],
                row["right"],
                known,
                who=row.get("who") or who,
                why=row.get("why") or "",
                left_name=row.get("left_name") or "",
                right_name=row.get("right_name") or "",
            )
            done += 1
    return done


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
