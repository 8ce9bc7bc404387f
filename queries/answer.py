"""The answer to a question: typed rows that turn into tables, files and data frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtra
from .evidence import Sentence
from .header import Column
from .library import Question
from .rows import Row

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows, with the question that they answer.

    `columns` and `rows` hold all that the question returns, keys of things and of facts as well. `truncated`
    says that the row limit cut the answer. `evidence` has, where it was asked for, the sentences behind each
    row.
    """

    question: Question
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    truncated: bool = False
    evidence: tuple[tuple[Sentence, ...], ...] | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    @property
    def types(self) -> dict[str, str]:
        """Column → type as the header says it; of an ad-hoc text, as the first values show it."""
        declared = {c.name: c.type for c in self.question.columns}
        return {name: declared.get(name) or self._guess(place) for place, name in enumerate(self.columns)}

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns for people: no keys (where a name stands beside them) and no lists of facts."""
        types = self.types
        plain = tuple(name for name in self.columns if types[name] not in ("key", "edges"))
        return plain or tuple(name for name in self.columns if types[name] != "edges")

    @property
    def data(self) -> tuple[str, ...]:
        """The columns for programs: keys too, but no lists of facts."""
        return tuple(name for name, type_ in self.types.items() if type_ != "edges")

    def to_dicts(self) -> list[dict[str, Any]]:
        """Each row as a dict of its data columns; with evidence, also `evidence`: a list of dicts."""
        places = [(name, self.columns.index(name)) for name in self.data]
        found = [{name: row[place] for name, place in places} for row in self.rows]
        if self.evidence is not None:
            for said, sentences in zip(found, self.evidence, strict=True):
                said["evidence"] = [sentence.to_json() for sentence in sentences]
        return found

    def to_arrow(self) -> pyarrow.Table:
        """As an Arrow table with the types of the header. Raises `MissingExtra` without pyarrow."""
        from .tabular import to_arrow

        return to_arrow(self)

    def to_pandas(self) -> pandas.DataFrame:
        """As a pandas DataFrame; lists stay lists. Raises `MissingExtra` without pandas."""
        try:
            import pandas
        except ImportError as error:
            raise MissingExtra("pandas is not installed", hint="pip install pandas") from error
        return pandas.DataFrame(self.to_dicts(), columns=self._names())

    def to_polars(self) -> polars.DataFrame:
        """As a polars DataFrame with the types of the header. Raises `MissingExtra` without polars."""
        try:
            import polars
        except ImportError as error:
            raise MissingExtra("polars is not installed", hint="pip install polars") from error
        kinds: dict[str, Any] = {
            "int": polars.Int64,
            "float": polars.Float64,
            "flag": polars.Boolean,
            "list": polars.List(polars.String),
        }
        rows = self.to_dicts()
        declared = {c.name: kinds.get(c.type, polars.String) for c in self.question.columns}
        frame = {
            name: polars.Series(name, [row[name] for row in rows], dtype=declared.get(name), strict=False)
            for name in self._names()
        }
        return polars.DataFrame(frame)

    def format(
        self, form: str = "table", *, bom: bool = False, language: str = "zh", width: int | None = None
    ) -> str:
        """As text: `table`, `csv`, `json`, `jsonl` or `html` (a page). Parquet is bytes: see `to_bytes`.

        Raises `ValueError` for a form that is none of these.
        """
        from .rendering import render

        return render(self, form, bom=bom, language=language, width=width)

    def to_bytes(self, form: str, *, bom: bool = False, language: str = "zh") -> bytes:
        """As the bytes of a file; also `parquet`, which needs pyarrow (`MissingExtra`)."""
        if form == "parquet":
            from .tabular import to_parquet

            return to_parquet(self)
        return self.format(form, bom=bom, language=language).encode("utf-8")

    def _repr_html_(self) -> str:
        from .rendering import html_table

        return html_table(self, most=200)

    def _names(self) -> list[str]:
        return [*self.data, "evidence"] if self.evidence is not None else [*self.data]

    def _guess(self, place: int) -> str:
        value = next((row[place] for row in self.rows if row[place] is not None), None)
        if isinstance(value, bool):
            return "flag"
        if isinstance(value, list):
            return "list"
        return "int" if isinstance(value, int) else "float" if isinstance(value, float) else "text"


FORMATS = ("table", "csv", "json", "jsonl", "parquet", "html")
"""The forms of an answer."""

__all__ = ["FORMATS", "Answer", "Column"]
