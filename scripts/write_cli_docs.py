"""Write docs/cli.md from the command's own help; `--check` only says whether it is current."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from innograph.cli import VERBS, command

HEAD = """# The `innograph` command

Written from the command's own help by `scripts/write_cli_docs.py`; a test holds the two equal.

"""
PAGE = Path(__file__).parents[1] / "docs" / "cli.md"


def pages() -> str:
    """The whole page."""
    top = click.Context(command, info_name="innograph", max_content_width=100, terminal_width=100)
    parts = [HEAD, _block(command, top)]
    for verb in VERBS:
        found = command.get_command(top, verb)
        assert found is not None
        parts += [f"\n## {verb}\n\n", *_tree(found, click.Context(found, info_name=verb, parent=top))]
    return "".join(parts)


def _tree(found: click.Command, context: click.Context) -> list[str]:
    parts = [_block(found, context)]
    if isinstance(found, click.Group):
        for name in found.list_commands(context):
            below = found.get_command(context, name)
            assert below is not None
            inner = click.Context(below, info_name=name, parent=context)
            parts += [f"\n### {context.info_name} {name}\n\n", *_tree(below, inner)]
    return parts


def _block(found: click.Command, context: click.Context) -> str:
    context.max_content_width = context.terminal_width = 100
    return f"```text\n{found.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    text = pages()
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text(encoding="utf-8") != text)
    PAGE.write_text(text, encoding="utf-8")
