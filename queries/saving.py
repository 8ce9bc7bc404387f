"""Keep a person's own question: its text, with a header, in a folder of questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ..errors import QueryError
from ..graph.stores.cypher import columns as cypher_columns
from ..graph.stores.cypher import refuse
from ..graph.stores.sparql_text import check
from .header import parse, split, write
from .library import SUFFIXES, Library, Question, read_text
from .running import has_header

FILE_NAME = re.compile(r"[\w][\w\-]{0,79}")
_ENDINGS = {"cypher": ".cypher", "sparql": ".rq"}
_CYPHER_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")
_SPARQL_VALUES = re.compile(r"\bVALUES\s+\?(\w+)\s*\{", re.IGNORECASE)
_SPARQL_HEAD = re.compile(
    r"\bSELECT\s+(?:DISTINCT\s+|REDUCED\s+)?(.*?)(?:\bWHERE\b|\bFROM\b|\{)", re.IGNORECASE | re.DOTALL
)


def save(
    library: Library,
    folder: Path,
    name: str,
    files: Sequence[Path],
    *,
    title: str | None = None,
    replace: bool = False,
) -> list[Path]:
    """Write the question in `files` (one text, or both twins) to `folder` under `name`; the paths written.

    A text without a header gets one: parameters are those that it uses, of type text; columns those that it
    returns. Raises `QueryError` for a name that is taken or unusable, a header that is wrong, twins that
    differ in it, and a text that would write.
    """
    if not FILE_NAME.fullmatch(name):
        raise QueryError(f"“{name}” cannot be a name", hint="use letters, digits and -")
    held = library.get(name) if name in library else None
    if held is not None and held.built_in:
        raise QueryError(f"“{name}” is the name of a built-in question", hint="choose another name")
    texts = dict(_text(path) for path in files)
    if len(texts) < len(files):
        raise QueryError("two texts in one language", hint="give one .cypher and one .rq")
    if held is not None and not replace and set(held.texts) & set(texts):
        raise QueryError(f"a question “{name}” exists already", hint="--force replaces it")
    head = _kept_header(texts) or _twin_header(held, texts) or _new_header(texts, title or name)
    written = []
    for language, text in texts.items():
        told, body = split(text, language)
        if not has_header(told):
            told, text = split(head, "cypher")[0], f"{_as(head, language)}\n{text.strip()}\n"
        if parse(told, where=name) != parse(split(head, "cypher")[0], where=name):
            raise QueryError("the header differs from its twin's", where=name, hint="make them the same")
        refuse(body) if language == "cypher" else check(body)
        written.append((folder / f"{name}{_ENDINGS[language]}", text.strip() + "\n"))
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in written:
        aside = path.with_name(path.name + ".new")
        aside.write_text(text, encoding="utf-8", newline="\n")
        aside.replace(path)
    return [path for path, _ in written]


def _text(path: Path) -> tuple[str, str]:
    if path.suffix not in SUFFIXES:
        raise QueryError("not a query file", where=str(path), hint="its name ends in .cypher, .rq or .sparql")
    return SUFFIXES[path.suffix], read_text(path)


def _kept_header(texts: dict[str, str]) -> str:
    """The header of the one twin that has one, for the other."""
    for language, text in texts.items():
        if has_header(split(text, language)[0]):
            return _commented(text, language)
    return ""


def _twin_header(held: Question | None, texts: dict[str, str]) -> str:
    """The header of a saved question whose other text this is."""
    for language, path in (held.files if held else {}).items():
        if language not in texts:
            return _commented(read_text(path), language)
    return ""


def _commented(text: str, language: str) -> str:
    told, _ = split(text, language)
    return "".join(f"// {line}".rstrip() + "\n" for line in told.splitlines())


def _as(head: str, language: str) -> str:
    if language == "cypher" or not head.startswith("//"):
        return head
    return "".join("#" + line.removeprefix("//") + "\n" for line in head.splitlines())


def _new_header(texts: dict[str, str], title: str) -> str:
    """A header for texts of which none has one; the Cypher text tells its parameters, so it counts first."""
    language = min(texts)
    return write(_made(texts[language], language, title), "cypher")


def _made(text: str, language: str, title: str) -> dict[str, Any]:
    """A header for a text that has none."""
    body = split(text, language)[1]
    if language == "cypher":
        parameters: Iterable[str] = _CYPHER_PARAMETER.findall(body)
        names: Iterable[str] = cypher_columns(body)
    else:
        parameters = _SPARQL_VALUES.findall(body)
        head = _SPARQL_HEAD.search(body)
        names = re.findall(r"\?(\w+)\s*\)|\?(\w+)(?=\s|$)", _outer(head[1])) if head else ()
        names = [a or b for a, b in names]
    columns = dict.fromkeys(names, "text?")
    if not columns or not all(re.fullmatch(r"[a-z][a-z0-9_]*", c) for c in (*columns, *parameters)):
        raise QueryError(
            "no header can be made for this text",
            where=title,
            hint="name what it returns (AS small_letters), or write the header: docs/queries.md",
        )
    return {
        "title": title,
        "question": title,
        "tags": ["own"],
        "columns": columns,
        "parameters": {p: {"type": "text", "example": "…"} for p in dict.fromkeys(parameters)},
    }


def _outer(head: str) -> str:
    """A SELECT's head with each `(… AS ?x)` reduced to its name."""
    found, depth, current = [], 0, ""
    for letter in head:
        depth += (letter == "(") - (letter == ")")
        current += letter
        if depth == 0 and (letter == ")" or letter.isspace()):
            piece = current.strip()
            if piece.startswith("("):
                piece = re.sub(r".*\bAS\s+(\?\w+)\s*\)\Z", r"\1", piece, flags=re.IGNORECASE | re.DOTALL)
            found.append(piece)
            current = ""
    return " ".join([*found, current.strip()]) + " "
