"""Answers as text: a table for the terminal, CSV for spreadsheets, JSON for programs, HTML for people.

What stands in a cell came out of documents: in HTML it is escaped, in CSV it can be no formula, and in a
terminal no control sequence.
"""

from __future__ import annotations

import csv
import io
import json
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .answer import Answer

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet takes for a formula (OWASP: CSV injection), full width too."""
_NUMBER = ' class="number"'
_STYLE = """
body{font:14px/1.6 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
body{margin:2rem;color:#1b1f24}
table{border-collapse:collapse}
th,td{border:1px solid #d0d7de;padding:.3rem .6rem;text-align:left;vertical-align:top}
th{background:#f3f5f7}td.number{text-align:right;font-variant-numeric:tabular-nums}
blockquote{margin:.2rem 0;padding-left:.6rem;border-left:3px solid #d0d7de;color:#57606a}
""".strip()
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_PAGE = """<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>{style}</style>
</head>
<body><h1>{title}</h1><p>{asked}</p>
{table}
</body>
</html>
"""


def render(
    answer: Answer, form: str, *, bom: bool = False, language: str = "zh", width: int | None = None
) -> str:
    """The answer as text of this form. Raises `ValueError` for a form that is not known."""
    match form:
        case "table":
            return _table(answer, width)
        case "csv":
            return ("\ufeff" if bom else "") + _csv(answer)
        case "json":
            return json.dumps(answer.to_dicts(), ensure_ascii=False, indent=1) + "\n"
        case "jsonl":
            return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in answer.to_dicts())
        case "html":
            return _page(answer, language)
    raise ValueError(f"no form of an answer: {form}")


def html_table(answer: Answer, *, most: int | None = None) -> str:
    """The rows as an HTML table, for a page or a notebook; at most `most` of them."""
    numbers = {name for name, type_ in answer.types.items() if type_ in ("int", "float")}
    names, rows = _cells(answer)
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    lines = []
    for row in rows[:most]:
        cells = "".join(
            f"<td{_NUMBER if name in numbers else ''}>{_html(cell)}</td>"
            for name, cell in zip(names, row, strict=True)
        )
        lines.append(f"<tr>{cells}</tr>")
    note = f"<p>{len(rows)} rows{', more were cut' if answer.truncated else ''}</p>"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>{note}"


def csv_cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: such a text gets an apostrophe before it."""
    text = cell_text(value)
    return value if isinstance(value, int | float) else f"'{text}" if text.startswith(_FORMULA) else text


def cell_text(value: Any) -> str:
    """A value as one text: nothing is empty, lists are joined by `；`."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "；".join(map(cell_text, value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)


def _said(value: Any) -> str:
    """A value as people read it: a node by its name, a relationship by what it says, a path from end to end."""
    if isinstance(value, dict) and "key" in value:
        if "predicate" in value:
            return " ".join(str(value[part]) for part in ("predicate", "role") if value.get(part))
        return str(value.get("name") or value["key"])
    if isinstance(value, list) and value and all(isinstance(part, dict) for part in value):
        path = len(value) > 2 and "predicate" in value[1]
        return (" – " if path else "；").join(map(_said, value))
    return cell_text(value)


def _csv(answer: Answer) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    names = [*answer.data, "evidence"] if answer.evidence is not None else list(answer.data)
    writer.writerow(map(csv_cell, names))
    for place, row in enumerate(answer.to_dicts()):
        if answer.evidence is not None:
            row["evidence"] = [str(sentence) for sentence in answer.evidence[place]]
        writer.writerow([csv_cell(row[name]) for name in names])
    return out.getvalue()


def _table(answer: Answer, width: int | None) -> str:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    numbers = {name for name, type_ in answer.types.items() if type_ in ("int", "float")}
    names, rows = _cells(answer)
    table = Table(header_style="bold")
    for name in names:
        table.add_column(Text(name), overflow="fold", justify="right" if name in numbers else "left")
    for row in rows:
        table.add_row(*(Text(_printable(cell)) for cell in row))
    out = io.StringIO()
    console = Console(
        file=out, width=width or 100_000, highlight=False, color_system=None, legacy_windows=False
    )
    console.print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _cells(answer: Answer) -> tuple[list[str], list[list[Any]]]:
    """The names and rows for people, evidence as a last column of lines."""
    places = [answer.columns.index(name) for name in answer.shown]
    names, rows = list(answer.shown), [[row[place] for place in places] for row in answer.rows]
    if answer.evidence is not None:
        names.append("evidence")
        for row, sentences in zip(rows, answer.evidence, strict=True):
            row.append(_Lines(str(sentence) for sentence in sentences))
    return names, rows


class _Lines(list[str]):
    """Sentences that stand below each other."""


def _printable(value: Any) -> str:
    text = "\n".join(value) if isinstance(value, _Lines) else _said(value)
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in text)


def _html(value: Any) -> str:
    if isinstance(value, _Lines):
        return "".join(f"<blockquote>{escape(line)}</blockquote>" for line in value)
    return escape(_said(value))


def _page(answer: Answer, language: str) -> str:
    question = answer.question
    title, asked = escape(question.title[language]), escape(question.question[language])
    tag = "zh-CN" if language == "zh" else language
    return _PAGE.format(
        tag=tag, title=title, asked=asked, style=_STYLE, policy=_POLICY, table=html_table(answer)
    )
