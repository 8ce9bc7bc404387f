"""Ask a question: find it, bind its parameters, run it on a store, and give its rows their types."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import QueryError
from ..graph.index import Index
from ..graph.stores import Store
from .answer import Answer
from .binding import bind
from .evidence import evidence_of
from .header import Header, Language, parse, split
from .library import SUFFIXES, Library, Question, read_text
from .rows import typed

AD_HOC = "ad-hoc"
"""The name of a question that was given as text."""


def ask(
    library: Library,
    question: str | Question,
    store: Store,
    parameters: Mapping[str, Any] | None = None,
    *,
    index: Index | None = None,
    evidence: bool = False,
    timeout: float = 30.0,
    limit: int = 10_000,
    base: str = "",
) -> Answer:
    """Ask a store a question and give its answer.

    Parameters
    ----------
    library
        Where a question is looked up that is given by name.
    question
        A name, the path of a query file, or the text itself in the store's language.
    store
        Any store; its `language` says which of the two texts is asked.
    parameters
        By name. Things may be given by name, short name or key where there is an `index`; without one, by
        key.
    evidence
        Find the sentences behind each row as well.
    timeout, limit
        Seconds and rows that the answer may take. Further rows are left out, and `truncated` says so.
    base
        The base IRI of the graph. Things are bound by their keys, which are the same under every base; it is
        there for callers that show IRIs.

    Raises
    ------
    QueryError
        The question or a parameter is unknown, malformed, or would write.
    QueryStopped
        The time limit was reached.
    StoreError
        The store failed.
    """
    found = question if isinstance(question, Question) else resolve(library, question, store.language)
    text = found.text(store.language)
    values = bind(found, parameters or {}, index=index, store=store)
    answer = store.query(text, values, timeout=timeout, limit=limit)
    rows = typed(found, answer)
    columns = tuple(c.name for c in found.columns) or answer.columns
    said = evidence_of(store, found, columns, rows, timeout=timeout) if evidence else None
    return Answer(found, columns, tuple(rows), answer.truncated, said)


def resolve(library: Library, question: str, language: Language) -> Question:
    """The question that a name, a path or a text means. Raises `QueryError` as `Library.get` does."""
    word = question.strip()
    if not word:
        raise QueryError("the question is empty")
    if "\n" not in word and Path(word).suffix in SUFFIXES and len(word) < 4096:
        return from_file(Path(word))
    if word in library or not any(c.isspace() or c in "(){}" for c in word):
        return library.get(word)
    return from_text(word, language)


def from_file(path: Path) -> Question:
    """An ad-hoc question from a file, whose suffix tells the language; with a header or without."""
    if path.suffix not in SUFFIXES:
        raise QueryError("not a query file", where=str(path), hint="its name ends in .cypher, .rq or .sparql")
    if not path.is_file():
        raise QueryError("there is no such file", where=str(path))
    return from_text(read_text(path), SUFFIXES[path.suffix], name=path.stem, where=str(path), path=path)


def from_text(
    text: str, language: str, *, name: str = AD_HOC, where: str = "question", path: Path | None = None
) -> Question:
    """An ad-hoc question. A comment at its head that is a header is read as one; any other is a comment."""
    told, rest = split(text, language)
    header = (
        parse(told, where=where)
        if has_header(told)
        else Header({"zh": name, "en": name}, {"zh": name, "en": name})
    )
    return Question(
        name, header, {language: rest if has_header(told) else text}, {language: path} if path else {}
    )


def has_header(told: str) -> bool:
    """Whether comment lines are meant as a header: one of them sets the title."""
    return any(
        line.partition("=")[0].strip() in ("title", "question") for line in told.splitlines() if "=" in line
    )
