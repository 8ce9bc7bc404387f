"""Verbs that ask: query list, show, run, save; schema."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ..errors import QueryError
from ..queries import (
    FORMATS,
    Answer,
    Library,
    Question,
    ask,
    from_file,
    from_text,
    language_of,
    save,
    schema_of,
    unknown_words,
)
from ..workspace import Workspace
from .output import Output, as_json, as_of
from .questions import about, print_families, print_whole

folders = click.option(
    "--queries",
    "more",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    metavar="DIR",
    help="A further folder of questions; may be repeated.",
)
on = click.option(
    "--on",
    metavar="STORE",
    help="cypher or sparql (the workspace's own stores), or a TARGET.  [default: cypher]",
)


@click.group()
def query() -> None:
    """List, show, run and save questions."""


@query.command("list")
@click.option("--tag", metavar="TAG", help="Only the questions of this family.")
@folders
@as_json
@click.pass_obj
def list_(output: Output, tag: str | None, more: tuple[Path, ...], as_json: bool) -> None:
    """All questions: built in, and your own (in queries/ of the workspace)."""
    library = _library(output, more)
    if tag is not None and tag not in library.tags():
        raise QueryError(f"no family “{tag}”", hint="there are: " + ", ".join(library.tags()))
    found = [one for one in library if tag is None or tag in one.tags]
    if as_json:
        output.json([about(one) for one in found])
    else:
        print_families(output, found, tag)
    for problem in library.problems:
        output.say(f"not usable: {problem}")


@query.command()
@click.argument("name")
@folders
@as_json
@click.pass_obj
def show(output: Output, name: str, more: tuple[Path, ...], as_json: bool) -> None:
    """Both texts of the question NAME, its parameters and an example."""
    question = _library(output, more).get(name)
    if as_json:
        output.json(about(question) | {"cypher": question.cypher, "sparql": question.sparql})
        return
    print_whole(output, question)


@query.command()
@click.argument("question", metavar="NAME|FILE|-")
@click.argument("values", metavar="[VALUE]…", nargs=-1)
@click.option(
    "-p", "given", metavar="NAME=VALUE", multiple=True, help="A parameter; things by name, short name or key."
)
@on
@as_of
@click.option("--evidence", is_flag=True, help="Add the sentences behind each row.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="[default: table]")
@as_json
@click.option("--bom", is_flag=True, help="Begin CSV with a byte order mark, as spreadsheets want it.")
@click.option(
    "--limit", type=click.IntRange(min=1), help="Rows at most.  [default: query_limit of innograph.toml]"
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="[default: query_timeout of innograph.toml]",
)
@folders
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the answer to this file.",
)
@click.pass_obj
def run(
    output: Output,
    question: str,
    values: tuple[str, ...],
    given: tuple[str, ...],
    on: str | None,
    as_of: str | None,
    evidence: bool,
    form: str | None,
    as_json: bool,
    bom: bool,
    limit: int | None,
    timeout: float | None,
    more: tuple[Path, ...],
    target: Path | None,
) -> None:
    """Ask the question NAME, the one in FILE, or one from standard input (-). Ctrl-C cancels it.

    Each VALUE is a parameter by its place: the first one that `query show` lists, and so on.
    """
    form = form or ("json" if as_json else _form_of(target))
    workspace = Workspace(output.path)
    library = _library(output, more, workspace)
    asked = _asked(library, question, on)
    store_name = on or next(iter(asked.texts))
    if on is None and "cypher" in asked.texts:
        store_name = "cypher"
    if as_of:
        workspace = workspace.as_of(as_of)
    with workspace.store(store_name) as store:
        answer = ask(
            library,
            asked,
            store,
            _given(asked, values, given),
            index=workspace.index,
            evidence=evidence,
            timeout=timeout or workspace.settings.query_timeout,
            limit=limit or workspace.settings.query_limit,
            base=workspace.settings.base,
        )
        language = store.language
    _write(output, answer, form, bom, target)
    if answer.truncated:
        output.say(f"cut at {len(answer)} rows: --limit shows more")
    elif not answer.rows:
        output.say("no rows", *unknown_words(asked, language))


@query.command("save")
@click.argument("name")
@click.argument(
    "files",
    metavar="FILE…",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--title", help="The title, for a text without a header.  [default: NAME]")
@click.option("--force", is_flag=True, help="Replace a question of your own that has this name.")
@click.pass_obj
def save_(output: Output, name: str, files: tuple[Path, ...], title: str | None, force: bool) -> None:
    """Keep the question in FILE (.cypher or .rq, or both twins) under NAME, ready to run and to share.

    A text without a header gets one, made from its parameters and columns.
    """
    workspace = Workspace(output.path)
    for path in save(workspace.library, workspace.path / "queries", name, files, title=title, replace=force):
        output.say(f"saved {path}")


@click.command()
@on
@as_json
@click.pass_obj
def schema(output: Output, on: str | None, as_json: bool) -> None:
    """Labels, relation types and properties, with what they mean and how many there are."""
    workspace = Workspace(output.path)
    with workspace.store(on or "cypher") as store:
        found = schema_of(store)
    if as_json:
        output.json(found)
        return
    output.table(
        ("label", "名称", "nodes", "properties"),
        ((n["label"], n["zh"], n["count"], " ".join(n["properties"])) for n in found["nodes"]),
        title="Nodes",
    )
    output.table(
        ("type", "名称", "edges", "from", "to", "roles"),
        (
            (e["type"], e["zh"], e["count"], " ".join(e["from"]), " ".join(e["to"]), " ".join(e["roles"]))
            for e in found["edges"]
        ),
        title="Relationships",
    )
    output.result(f"statements  {found['statements']}")


# -- inside --------------------------------------------------------------------------------------


def _library(output: Output, more: tuple[Path, ...], workspace: Workspace | None = None) -> Library:
    """Built-in questions, those of the workspace where there is one, and those of further folders."""
    own = (workspace.path if workspace else output.path) / "queries"
    return Library([own, *more])


def _asked(library: Library, question: str, on: str | None) -> Question:
    if question == "-":
        text = sys.stdin.read()
        return from_text(text, "sparql" if on == "sparql" else language_of(text))
    if question in library:
        return library.get(question)
    path = Path(question)
    if path.suffix in (".cypher", ".rq", ".sparql") or path.is_file():
        return from_file(path)
    return library.get(question)


def _given(question: Question, values: tuple[str, ...], pairs: tuple[str, ...]) -> dict[str, Any]:
    """Parameters by name, of values by their place and of `name=value`."""
    names = list(question.parameters)
    if len(values) > len(names):
        takes = f"takes {len(names)}: {', '.join(names)}" if names else "takes none by their place"
        raise QueryError(
            f"{len(values)} values, but “{question.name}” {takes}", where="parameters", hint="write -p name=value"
        )
    given: dict[str, Any] = dict(zip(names, values, strict=False))
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise QueryError(f"“{pair}” is no parameter", where="-p", hint="write -p name=value")
        given[name.strip()] = value
    return given


def _form_of(target: Path | None) -> str:
    """The form that a file's ending names; a table without one."""
    suffix = target.suffix.lstrip(".").lower() if target is not None else ""
    form = {"": "table", "txt": "table", "htm": "html", "ndjson": "jsonl"}.get(suffix, suffix)
    if form not in FORMATS:
        raise QueryError(
            f"no form of an answer ends in .{suffix}", where=str(target),
            hint=f"end it in .{', .'.join(FORMATS[1:])} or .txt, or name a --format",
        )
    return form


def _write(output: Output, answer: Answer, form: str, bom: bool, target: Path | None) -> None:
    if target is not None:
        content = answer.to_bytes(form, bom=bom)
        target.write_bytes(content)
        output.say(f"wrote {len(answer)} rows to {target}")
    elif form == "parquet":
        if sys.stdout.isatty():
            raise QueryError("Parquet is no text for a terminal", hint="name a file with -o, or pipe it")
        sys.stdout.buffer.write(answer.to_bytes(form))
    else:
        width = output.out.width if form == "table" and output.out.is_terminal else None
        click.echo(answer.format(form, bom=bom, width=width), nl=False)
