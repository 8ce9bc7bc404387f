"""The header of a query file: TOML in the comment lines that the file begins with.

```
// title = { zh = "联盟成员", en = "Members of an alliance" }
// question = { zh = "…", en = "…" }
// tags = ["alliances"]
// order = ["member_key"]
//
// [parameters]
// alliance = { type = "thing:Alliance", about = "the alliance", example = "化纤联盟" }
//
// [columns]
// member_key = "key"
// member = "text"
```

SPARQL files write `#` for `//`. Both twins of a question carry the same header.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ..errors import QueryError

Language = Literal["cypher", "sparql"]
MARKS: Mapping[str, str] = {"cypher": "//", "sparql": "#"}
"""What begins a comment line of each language."""

COLUMN_TYPES = ("text", "key", "int", "float", "date", "flag", "list", "edges")
PARAMETER_TYPES = ("thing", "text", "int", "float", "date", "choice")
NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_KEYS = {"title", "question", "tags", "order", "parameters", "columns"}
_PARAMETER_KEYS = {"type", "about", "default", "optional", "example", "choices"}
RESERVED = {"question", "on", "evidence"}
"""Names that `Workspace.query` uses itself."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer.

    `type` is `text`, `int`, `float`, `date` (ISO text), `flag`, `list` (of texts, sorted), `key` (of a
    thing, item or fact; left out of tables that people read) or `edges` (the keys of the facts that a row
    rests on; never shown, but evidence is found by it). `optional` columns may hold nothing.
    """

    name: str
    type: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question asks for. `thing` parameters may be limited to a class: `kind` is then its name.

    One without `default` that is not `optional` must be given. An optional one left out is bound to nothing,
    and the question then does not ask about it.
    """

    name: str
    type: str
    kind: str = ""
    about: str = ""
    default: str | int | float | None = None
    optional: bool = False
    example: str = ""
    choices: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        """Whether the question cannot be asked without it."""
        return self.default is None and not self.optional

    @property
    def spelled(self) -> str:
        """The type as the header writes it: `thing:Alliance`."""
        return f"{self.type}:{self.kind}" if self.kind else self.type


@dataclass(frozen=True, slots=True)
class Header:
    """What a query file says of itself."""

    title: Mapping[str, str]
    question: Mapping[str, str]
    tags: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()


def split(text: str, language: str) -> tuple[str, str]:
    """The header's TOML and the rest of the file."""
    mark, lines = MARKS[language], text.lstrip("\ufeff").splitlines()
    taken = 0
    for line in lines:
        if not line.startswith(mark):
            break
        taken += 1
    told = "\n".join(line.removeprefix(mark).removeprefix(" ") for line in lines[:taken])
    return told, "\n".join(lines[taken:]).strip() + "\n"


def parse(told: str, *, where: str) -> Header:
    """Read a header. Raises `QueryError` that names what is wrong in it."""
    try:
        raw = tomllib.loads(told)
    except tomllib.TOMLDecodeError as error:
        raise QueryError(
            f"the header is no TOML: {error}", where=where, hint="see docs/queries.md"
        ) from error
    try:
        return _header(raw)
    except (ValueError, TypeError, AttributeError) as error:
        raise QueryError(f"the header is wrong: {error}", where=where, hint="see docs/queries.md") from error


def write(header: Mapping[str, Any], language: str) -> str:
    """Comment lines for a header given as plain values of the form that `parse` reads."""
    lines = [
        f"{key} = {_toml(header[key])}" for key in ("title", "question", "tags", "order") if header.get(key)
    ]
    for table in ("parameters", "columns"):
        if header.get(table):
            lines += [
                "",
                f"[{table}]",
                *(f"{name} = {_toml(value)}" for name, value in header[table].items()),
            ]
    return "".join(f"{MARKS[language]} {line}".rstrip() + "\n" for line in lines)


def _header(raw: dict[str, Any]) -> Header:
    unknown = set(raw) - _KEYS
    if unknown:
        raise ValueError(f"unknown entry “{min(unknown)}” (known: {', '.join(sorted(_KEYS))})")
    columns = tuple(_column(name, type_) for name, type_ in raw.get("columns", {}).items())
    parameters = {name: _parameter(name, said) for name, said in raw.get("parameters", {}).items()}
    twice = parameters.keys() & {c.name for c in columns}
    if twice:
        raise ValueError(f"“{min(twice)}” is a parameter and a column: SPARQL cannot tell them apart")
    order = _texts(raw.get("order", []), "order")
    sortable = {c.name for c in columns if not c.optional and c.type not in ("list", "edges")}
    for entry in order:
        if entry.removeprefix("-") not in sortable:
            raise ValueError(f"order: “{entry}” is no column, or one that may be empty or is a list")
    return Header(
        _both(raw, "title"),
        _both(raw, "question"),
        _texts(raw.get("tags", []), "tags"),
        order,
        parameters,
        columns,
    )


def _both(raw: dict[str, Any], name: str) -> dict[str, str]:
    said = raw.get(name)
    if isinstance(said, str) and said:
        return {"zh": said, "en": said}
    if (
        isinstance(said, dict)
        and set(said) == {"zh", "en"}
        and all(isinstance(v, str) and v for v in said.values())
    ):
        return dict(said)
    raise ValueError(f'{name} must be text, or {{ zh = "…", en = "…" }}')


def _texts(raw: object, name: str) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(one, str) for one in raw):
        raise ValueError(f"{name} must be a list of texts")
    return tuple(raw)


def _column(name: str, type_: object) -> Column:
    spelled = str(type_)
    plain = spelled.removesuffix("?")
    if not NAME.fullmatch(name) or plain not in COLUMN_TYPES:
        known = ", ".join(COLUMN_TYPES)
        raise ValueError(
            f"column {name} = {spelled!r}: the type is one of {known}, with ? if it may be empty"
        )
    return Column(name, plain, spelled.endswith("?"))


def _parameter(name: str, raw: object) -> Parameter:
    if not isinstance(raw, dict):
        raise ValueError(f"parameter {name} must be a table with a type")
    unknown = set(raw) - _PARAMETER_KEYS
    type_, _, kind = str(raw.get("type", "")).partition(":")
    if unknown:
        raise ValueError(f"parameter {name}: unknown entry “{min(unknown)}”")
    if not NAME.fullmatch(name) or name in RESERVED:
        raise ValueError(f"parameter {name}: not a usable name")
    if type_ not in PARAMETER_TYPES or (kind and type_ != "thing"):
        raise ValueError(f"parameter {name}: the type is one of {', '.join(PARAMETER_TYPES)} or thing:CLASS")
    choices = _texts(raw.get("choices", []), f"parameter {name}: choices")
    if (type_ == "choice") != bool(choices):
        raise ValueError(f"parameter {name}: a choice, and nothing else, has choices")
    default = raw.get("default")
    if default is not None and (isinstance(default, bool) or not isinstance(default, str | int | float)):
        raise ValueError(f"parameter {name}: the default must be text or a number")
    return Parameter(
        name,
        type_,
        kind,
        str(raw.get("about", "")),
        default,
        bool(raw.get("optional", False)),
        str(raw.get("example", "")),
        choices,
    )


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{k} = {_toml(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda c: f"\\u{ord(c[0]):04x}", escaped) + '"'
