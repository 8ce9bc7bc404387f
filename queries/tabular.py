"""Answers as Arrow tables and Parquet files (the extra `parquet`)."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtra

if TYPE_CHECKING:
    import pyarrow

    from .answer import Answer


def to_arrow(answer: Answer) -> pyarrow.Table:
    """The answer as an Arrow table: `int64`, `double`, `bool`, `string`, `list<string>`; dates stay text,
    since they are of any precision. Evidence is a list of structs."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtra("pyarrow is not installed", hint="pip install 'innograph[parquet]'") from error
    kinds = {"int": pa.int64(), "float": pa.float64(), "flag": pa.bool_(), "list": pa.list_(pa.string())}
    rows, types = answer.to_dicts(), answer.types
    fields, columns = [], []
    for name in answer.data:
        kind = kinds.get(types[name], pa.string())
        values = [_fit(row[name], types[name]) for row in rows]
        fields.append(pa.field(name, kind))
        columns.append(pa.array(values, type=kind))
    if answer.evidence is not None:
        text = ("statement", "edge", "item", "title", "bulletin", "date", "kind", "quote")
        kind = pa.list_(pa.struct([*((n, pa.string()) for n in text), ("confidence", pa.float64())]))
        fields.append(pa.field("evidence", kind))
        columns.append(pa.array([row["evidence"] for row in rows], type=kind))
    return pa.Table.from_arrays(
        columns, schema=pa.schema(fields, metadata={"question": answer.question.name})
    )


def to_parquet(answer: Answer) -> bytes:
    """The answer as the bytes of a Parquet file."""
    table = to_arrow(answer)
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def _fit(value: Any, type_: str) -> Any:
    """A value as its column takes it: an ad-hoc text may mix kinds, and return whole nodes."""
    if value is None:
        return None
    match type_:
        case "int" | "float" | "flag":
            return value if isinstance(value, int | float) else None
        case "list":
            return [part if isinstance(part, str) else json.dumps(part, ensure_ascii=False) for part in value]
        case _:
            return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
