"""The questions that can be asked by name: those that ship with innograph, and a person's own."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from ..errors import QueryError
from .header import Column, Header, Parameter, parse, split

SUFFIXES = {".cypher": "cypher", ".rq": "sparql", ".sparql": "sparql"}
"""What a query file's suffix says of its language."""
MAX_SIZE = 200_000
"""The largest query file that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its texts; `cypher` or `sparql` is empty where an own question has no twin.

    `texts` maps a language to its text, `files` to the whole file's path. `built_in` ones ship with
    innograph.
    """

    name: str
    header: Header
    texts: dict[str, str] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    built_in: bool = False

    @property
    def title(self) -> dict[str, str]:
        """The title, by language tag (`zh`, `en`)."""
        return dict(self.header.title)

    @property
    def question(self) -> dict[str, str]:
        """The question in a sentence, by language tag."""
        return dict(self.header.question)

    @property
    def parameters(self) -> dict[str, Parameter]:
        """The parameters by name."""
        return dict(self.header.parameters)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the answer, hidden ones included; none are declared by an ad-hoc text."""
        return self.header.columns

    @property
    def tags(self) -> tuple[str, ...]:
        """The families that it belongs to."""
        return self.header.tags

    @property
    def cypher(self) -> str:
        """The Cypher text without its header."""
        return self.texts.get("cypher", "")

    @property
    def sparql(self) -> str:
        """The SPARQL text without its header."""
        return self.texts.get("sparql", "")

    def text(self, language: str) -> str:
        """The text in a language. Raises `QueryError` where the question has none."""
        if language not in self.texts:
            other = next(iter(self.texts), "")
            raise QueryError(
                f"“{self.name}” has no {language} text",
                where="question",
                hint=f"ask it with --on {other}, or save its twin" if other else "",
            )
        return self.texts[language]

    def example(self) -> str:
        """The command that asks it, with its examples as parameters."""
        given = [f"-p {p.name}={_quoted(p.example)}" for p in self.header.parameters.values() if p.required]
        return " ".join(["innograph query run", self.name, *given])


class Library:
    """The questions of the built-in folder and of `folders`, found by name.

    A folder holds `NAME.cypher` and `NAME.rq`, side by side or in `cypher/` and `sparql/`. Folders that do
    not exist are passed over. A file that cannot be used spoils nothing else: it is listed in `problems`,
    and `get` raises its error.
    """

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self._questions: dict[str, Question] = {}
        self._broken: dict[str, QueryError] = {}
        for folder, built_in in ((Path(str(files(__package__))), True), *((Path(f), False) for f in folders)):
            self._read(folder, built_in)

    @property
    def problems(self) -> tuple[QueryError, ...]:
        """What is wrong with files that cannot be used."""
        return tuple(self._broken[name] for name in sorted(self._broken))

    def names(self) -> list[str]:
        """The names of all questions, sorted."""
        return sorted(self._questions)

    def tags(self) -> list[str]:
        """The families of all questions, sorted."""
        return sorted({tag for question in self for tag in question.tags})

    def __iter__(self) -> Iterator[Question]:
        return (self._questions[name] for name in self.names())

    def __len__(self) -> int:
        return len(self._questions)

    def __contains__(self, name: object) -> bool:
        return name in self._questions

    def get(self, name: str) -> Question:
        """The question of that name. Raises `QueryError` that proposes the nearest names."""
        if name in self._questions:
            return self._questions[name]
        if name in self._broken:
            raise self._broken[name]
        near = self.nearest(name)
        hint = f"did you mean {' or '.join(near)}?" if near else "`innograph query list` shows all"
        raise QueryError(f"no question “{name}”", hint=hint)

    def nearest(self, name: str, limit: int = 3) -> list[str]:
        """Names like this one; titles, and parts of both, count as well."""
        folded = name.casefold().replace("_", "-").strip()
        found = {n: difflib.SequenceMatcher(None, folded, n).ratio() for n in self._questions}
        for question in self:
            spoken = " ".join((question.name, *question.title.values())).casefold()
            words = [w for w in folded.split("-") if len(w) > 2 or not w.isascii()]
            if words and all(w in spoken for w in words):
                found[question.name] = max(found[question.name], 0.75)
        best = sorted((n for n in found if found[n] >= 0.6), key=lambda n: (-found[n], n))
        return best[:limit]

    # -- reading

    def _read(self, folder: Path, built_in: bool) -> None:
        found: dict[str, dict[str, Path]] = {}
        for place in (folder, folder / "cypher", folder / "sparql"):
            for path in sorted(place.glob("*")) if place.is_dir() else ():
                if path.suffix in SUFFIXES and path.is_file():
                    found.setdefault(path.stem, {}).setdefault(SUFFIXES[path.suffix], path)
        for name, paths in found.items():
            try:
                question = read_files(name, paths, built_in=built_in)
                if name in self._questions:
                    first = next(iter(paths.values()))
                    raise QueryError(
                        f"a question “{name}” exists already",
                        where=str(first),
                        hint="give the file another name",
                    )
            except QueryError as error:
                self._broken.setdefault(name if name not in self._questions else f"{name} ({folder})", error)
            else:
                self._questions[name] = question


def read_files(name: str, paths: dict[str, Path], *, built_in: bool = False) -> Question:
    """A question from its files. Raises `QueryError` where a header is wrong or twins differ in theirs."""
    texts, told, header = {}, "", None
    for language, path in sorted(paths.items()):
        said, text = split(read_text(path), language)
        found = parse(said, where=str(path))
        if header is not None and found != header:
            raise QueryError("the header differs from its twin's", where=str(path), hint=f"twin: {told}")
        header, told, texts[language] = found, str(path), text
    assert header is not None  # noqa: S101  (there is at least one path)
    return Question(name, header, texts, dict(paths), built_in)


def read_text(path: Path) -> str:
    """The text of a query file. Raises `QueryError` where it is too long, no UTF-8, or cannot be read."""
    try:
        if path.stat().st_size > MAX_SIZE:
            raise QueryError(f"the file is larger than {MAX_SIZE} bytes", where=str(path))
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError("the file is not UTF-8 text", where=str(path), hint="save it as UTF-8") from error
    except OSError as error:
        raise QueryError(f"the file cannot be read: {error.strerror or error}", where=str(path)) from error


def _quoted(value: str) -> str:
    return f"'{value}'" if any(c in value for c in " '\"|&;()<>$*#") else value
