"""The graph in a folder, asked in Cypher: ArcadeDB inside the process, nothing to install or start.

This file alone imports the engine: `arcadedb_embedded` (the Java build with its own runtime) where it
is installed, else `arcadedb` (native). The folder is derived and disposable: `state.json` says which
engine and version made it, and a folder of another one counts as empty and is built again.

Writing happens in this process under an exclusive lock. Questions run in a process of their own on a
read-only opening, so that a hard one can be stopped; see `child.py`.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from inspect import signature
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from ...errors import QueryStopped, StoreError
from ..elements import Delta
from . import Mark, Progress, Rows
from .child import Child, calling, serve
from .cypher import STATEMENT, STATES, Row, checked, columns, refuse
from .embedded_dialect import reworded
from .embedded_errors import first_line, query_error
from .folder_lock import FolderLock

LAYOUT = 1
"""Raised when the content of the folder changes its form."""

WAIT = 10.0
"""Seconds that an opener waits for another process."""

_OPTIONS = (
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
    "-Darcadedb.opencypher.labelWriteDegreeWarning=0",
    "-Xmx2g",
)


class EmbeddedStore:
    """A graph in the folder `path`.

    Raises `StoreError` when another process holds the folder longer than `wait` seconds: many may
    read at once, or one may write.
    """

    name = "embedded"
    language: Literal["cypher", "sparql"] = "cypher"

    def __init__(self, path: str | Path, *, read_only: bool = False, wait: float = WAIT) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self._child: Child | None = None
        self._lock = FolderLock(self.path, "read" if read_only else "write", wait=wait)

    # -- state -----------------------------------------------------------------------------------

    def mark(self) -> Mark:
        """What the folder's state file says; `empty` when another engine or version wrote it."""
        try:
            said = json.loads((self.path / "state.json").read_text(encoding="utf-8"))
            if said["engine"] == _stamp():
                return Mark(said["state"], said["ledger"])
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return Mark("empty")

    def _set_mark(self, mark: Mark) -> None:
        """Write the state file, whole or not at all, and down to the disk."""
        aside = self.path / "state.json.new"
        said = {"engine": _stamp(), "state": mark.state, "ledger": mark.ledger}
        with aside.open("w", encoding="utf-8") as file:
            json.dump(said, file)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(self.path / "state.json")

    # -- writing ---------------------------------------------------------------------------------

    def apply(self, delta: Delta, *, progress: Progress | None = None) -> None:
        """See `Store.apply`. A `whole` delta starts from a new folder and is loaded in bulk."""
        if self.read_only:
            raise StoreError("the store is open for reading", where=str(self.path))
        before = self.mark()
        if before == Mark("ready", delta.after) and not delta and not delta.whole:
            return
        from .embedded_writing import Writer  # here, so that processes that only read start sooner

        self._stop_child()
        report = _Counter(delta, progress)
        try:
            fresh = delta.whole or before.state == "empty"
            if fresh:
                shutil.rmtree(self.path, ignore_errors=True)
                self.path.mkdir(parents=True)
            self._set_mark(Mark("loading"))
            with _database(self.path / "db", create=fresh) as database:
                writer = Writer(database, report.add)
                writer.prepare(delta.upserts)
                if fresh:
                    writer.bulk(delta.upserts)
                else:
                    writer.change(delta)
            self._set_mark(Mark("ready", delta.after))
        except OSError as error:
            raise StoreError(
                f"cannot write the graph: {error.strerror or error}", where=str(self.path),
                hint="check the disk and the folder's permissions",
            ) from error

    # -- asking ----------------------------------------------------------------------------------

    def query(
        self, text: str, parameters: Mapping[str, Any] | None = None, *,
        timeout: float = 30.0, limit: int = 10_000,
    ) -> Rows:
        """See `Store.query`. Nodes and relationships come as dicts of their properties, paths as lists."""
        refuse(text)
        answer = self._ask("opencypher", reworded(text), checked(parameters), timeout, limit)
        return Rows(tuple(answer["columns"]), tuple(map(tuple, answer["rows"])), answer["truncated"])

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """See `Store.counts`."""
        found: dict[str, dict[str, int]] = {"nodes": {}, "edges": {}, "statements": {"": 0}}
        if self.mark().state != "ready":
            return found
        types = self._ask("sql", "SELECT name, type, records FROM schema:types", {}, 600.0, 100_000)
        for name, kind, records in types["rows"]:
            if kind == "edge" and name != STATES and records:
                found["edges"][name] = records
            elif name == STATEMENT:
                found["statements"][""] = records
            elif kind == "vertex" and records:
                for part in name.split("~"):
                    found["nodes"][part] = found["nodes"].get(part, 0) + records
        return {kind: dict(sorted(counts.items())) for kind, counts in found.items()}

    def _ask(self, language: str, text: str, parameters: Row, timeout: float, limit: int) -> dict[str, Any]:
        state = self.mark().state
        if state != "ready":
            what = "holds nothing yet" if state == "empty" else "was not loaded to the end"
            raise StoreError(f"the store {what}", where=str(self.path), hint="load the graph")
        request = {"language": language, "text": text, "parameters": parameters, "limit": limit}
        if self._child is None or not self._child.running:
            self._stop_child()
            self._child = self._start_child()
        answer = self._child.ask(request, timeout=timeout)
        if "failed" in answer:
            raise query_error(answer["failed"])
        return answer

    def _start_child(self) -> Child:
        try:
            child = Child(calling(__name__, "_serve", str(self.path / "db")))
        except QueryStopped as error:
            raise StoreError("the embedded engine does not start", where=str(self.path)) from error
        if "failed" in child.ready:
            child.close()
            raise StoreError(
                f"the graph cannot be opened: {first_line(child.ready['failed'])}", where=str(self.path),
                hint="delete the folder and build again: it is derived",
            )
        return child

    def _stop_child(self) -> None:
        if self._child is not None:
            self._child.close()
            self._child = None

    def close(self) -> None:
        """See `Store.close`."""
        self._stop_child()
        self._lock.release()

    def __enter__(self) -> EmbeddedStore:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class _Counter:
    """Tells how far a load has come."""

    def __init__(self, delta: Delta, progress: Progress | None) -> None:
        gone = len(delta.deleted_nodes) + len(delta.deleted_edges) + len(delta.deleted_statements)
        self._done, self._total, self._progress = 0, len(delta.upserts) + gone, progress

    def add(self, done: int) -> None:
        self._done += done
        if self._progress is not None:
            self._progress(self._done, self._total)


# -- the engine ----------------------------------------------------------------------------------


def _engine() -> ModuleType:
    """The engine's module, its options set before it starts. Raises `StoreError` where it cannot."""
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    # What an answer that was cut has left unread is to be forgotten at once: the engine counts it.
    os.environ.setdefault("ARCADEDB_NATIVE_CLOSE_BATCH", "0")
    os.environ.setdefault("ARCADEDB_NATIVE_ISOLATE_ARGS", " ".join(_OPTIONS))
    quiet = shlex.quote(str(Path(__file__).with_name("quiet.properties")))
    os.environ.setdefault(
        "ARCADEDB_JVM_ARGS", " ".join([*_OPTIONS, f"-Djava.util.logging.config.file={quiet}"])
    )
    try:
        if find_spec("arcadedb_embedded") is not None:
            import arcadedb_embedded

            module: ModuleType = arcadedb_embedded
        else:
            import arcadedb

            module = arcadedb
    except (ImportError, OSError) as error:
        raise StoreError(
            f"the embedded engine cannot be loaded: {error}", hint="pip install arcadedb, or innograph[jvm]"
        ) from error
    return module


def _stamp() -> str:
    """The engine, its version and our layout: what a folder must have been written by to count."""
    for name in ("arcadedb-embedded", "arcadedb-jvm", "arcadedb"):
        with contextlib.suppress(PackageNotFoundError):
            return f"{name} {version(name)}, layout {LAYOUT}"
    return f"none, layout {LAYOUT}"


@contextlib.contextmanager
def _database(path: Path, *, create: bool) -> Iterator[Any]:
    """The open database, closed (and so on the disk) at the end. Engine errors become `StoreError`."""
    engine = _engine()
    try:
        database = engine.create_database(str(path)) if create else engine.open_database(str(path))
        with database:
            yield database
    except engine.ArcadeDBError as error:
        raise StoreError(
            f"the embedded engine failed: {first_line(str(error))}", where=str(path),
            hint="delete the folder and build again: it is derived",
        ) from error


def _serve(path: str) -> None:
    """The process that answers questions about the database at `path`."""
    serve(lambda: _answering(path))


def _answering(path: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    engine = _engine()
    database = _opened_to_read(engine, path)

    def answer(request: dict[str, Any]) -> dict[str, Any]:
        try:
            return _rows(database, request)
        except engine.ArcadeDBError as error:
            return {"failed": str(error)}

    return answer


def _opened_to_read(engine: Any, path: str) -> Any:
    factory = engine.DatabaseFactory(path)
    if "read_only" in signature(factory.open).parameters:
        return factory.open(read_only=True)
    import jpype  # of the Java build, whose wrapper offers no read-only opening

    mode = jpype.JClass("com.arcadedb.engine.ComponentFile$MODE").READ_ONLY
    return engine.Database(factory._java_factory.open(mode))


def _rows(database: Any, request: dict[str, Any]) -> dict[str, Any]:
    language, text, limit = request["language"], request["text"], request["limit"]
    names: list[str] = []
    rows: list[list[Any]] = []
    truncated = False
    with contextlib.closing(database.query(language, text, request["parameters"])) as results:
        for result in results:
            if len(rows) == limit:
                truncated = True
                break
            row = result.to_dict()
            names = names or list(row)
            rows.append([_plain(row.get(name), database) for name in names])
    return {"columns": names or list(columns(text)), "rows": rows, "truncated": truncated}


_PATH = re.compile(r"\(#\d+:\d+\)(?:(?:<-|-)\[#\d+:\d+\](?:->|-)\(#\d+:\d+\))*\Z")


def _plain(value: Any, database: Any) -> Any:
    """A value of the engine as JSON takes it."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return _path(value, database) if value.startswith("(#") and _PATH.match(value) else value
    if isinstance(value, Mapping):
        return {str(k): _plain(v, database) for k, v in value.items() if not str(k).startswith("@")}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(part, database) for part in value]
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "as_tuple"):
        return float(value)
    return str(value)


def _path(text: str, database: Any) -> list[Any]:
    """A path, which the engine gives as the ids of its nodes and edges in turn, as their properties."""
    return [
        _plain(database.query("sql", f"SELECT FROM {place}").first().to_dict(), database)
        for place in re.findall(r"#\d+:\d+", text)
    ]
