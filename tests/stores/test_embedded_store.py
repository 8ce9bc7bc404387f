"""The embedded store's folder: its stamp, its lock between processes, its reading process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from graphs import golden_graph

from innograph.errors import QueryStopped, StoreError
from innograph.graph.elements import Delta, Graph
from innograph.graph.stores import Mark
from innograph.graph.stores.embedded import EmbeddedStore

GOLDEN = golden_graph()
COUNT = "MATCH (n:Thing) RETURN count(n) AS n"

HOLD = """
import sys
from innograph.graph.stores.embedded import EmbeddedStore
with EmbeddedStore(sys.argv[1], read_only=sys.argv[2] == "read") as store:
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the golden graph."""
    with EmbeddedStore(tmp_path / "graph") as store:
        store.apply(Delta(GOLDEN, after="golden", whole=True))
    return tmp_path / "graph"


@contextmanager
def held(folder: Path, mode: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the folder open."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder), mode], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        text=True, env=environment,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_writer_is_told_who_holds_the_folder(folder: Path, mode: str) -> None:
    with held(folder, mode) as other:
        with pytest.raises(StoreError, match=f"process {other.pid}, which {mode}s"):
            EmbeddedStore(folder, wait=0.2)
        other.kill()
        other.wait()
        EmbeddedStore(folder, wait=5).close()


def test_many_processes_read_at_once(folder: Path) -> None:
    with held(folder, "read"), held(folder, "read"), EmbeddedStore(folder, read_only=True) as store:
        assert store.query(COUNT).rows == ((len(GOLDEN.nodes),),)


def test_a_reader_waits_for_a_writer(folder: Path) -> None:
    with held(folder, "write"), pytest.raises(StoreError, match="writes to it"):
        EmbeddedStore(folder, read_only=True, wait=0.2)


def test_a_folder_of_another_engine_counts_as_empty_and_is_built_again(folder: Path) -> None:
    state = folder / "state.json"
    said = json.loads(state.read_text())
    state.write_text(json.dumps({**said, "engine": "arcadedb 99, layout 1"}))
    with EmbeddedStore(folder) as store:
        assert store.mark() == Mark("empty")
        with pytest.raises(StoreError, match="holds nothing"):
            store.query(COUNT)
        store.apply(Delta(GOLDEN, after="again"))
        assert store.mark() == Mark("ready", "again")
        assert store.query(COUNT).rows == ((len(GOLDEN.nodes),),)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"engine": 1}'])
def test_a_damaged_state_file_counts_as_empty(folder: Path, text: str) -> None:
    (folder / "state.json").write_text(text)
    with EmbeddedStore(folder) as store:
        assert store.mark() == Mark("empty")


def test_a_damaged_database_says_what_to_do(folder: Path) -> None:
    for file in (folder / "db").iterdir():
        file.write_bytes(b"not a database")
    with EmbeddedStore(folder, read_only=True) as store, pytest.raises(StoreError, match="build again"):
        store.query(COUNT)


def test_the_state_that_is_held_is_not_written_again(folder: Path) -> None:
    before = {f: f.stat().st_mtime_ns for f in folder.rglob("*") if f.is_file()}
    with EmbeddedStore(folder) as store:
        store.apply(Delta(Graph(), after="golden"))
    assert {f: f.stat().st_mtime_ns for f in folder.rglob("*") if f.is_file()} == before


def test_a_read_only_store_refuses_to_write(folder: Path) -> None:
    with EmbeddedStore(folder, read_only=True) as store, pytest.raises(StoreError, match="open for reading"):
        store.apply(Delta(Graph(), after="x", whole=True))


def test_a_question_stopped_by_its_time_ends_its_process(folder: Path) -> None:
    with EmbeddedStore(folder, read_only=True) as store:
        store.query(COUNT)
        assert store._child is not None
        first = store._child.pid
        nested = "reduce(b = 0, y IN range(1, 100000) | b + y)"
        with pytest.raises(QueryStopped):  # the engine itself does not stop inside a reduce
            store.query(f"RETURN reduce(a = 0, x IN range(1, 100000) | a + {nested})", timeout=1)
        with pytest.raises(ProcessLookupError):
            os.kill(first, 0)
        assert store.query(COUNT).rows == ((len(GOLDEN.nodes),),)


def test_a_reading_process_that_dies_is_replaced(folder: Path) -> None:
    with EmbeddedStore(folder, read_only=True) as store:
        store.query(COUNT)
        assert store._child is not None
        store._child._process.kill()
        store._child._process.wait()
        assert store.query(COUNT).rows == ((len(GOLDEN.nodes),),)


def test_nothing_is_printed(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with EmbeddedStore(folder) as store:
        store.apply(Delta(GOLDEN, after="x", whole=True))
        store.query(COUNT)
    assert capfd.readouterr() == ("", "")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"):
        EmbeddedStore(tmp_path / "file" / "graph")


def test_answers_that_were_cut_do_not_use_up_the_memory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCADEDB_NATIVE_ISOLATE_ARGS", "-Xmx64m")
    monkeypatch.setenv("ARCADEDB_JVM_ARGS", "-Xmx64m")
    many = "UNWIND range(1, 20000) AS n RETURN n, toString(n) AS text ORDER BY text"
    with EmbeddedStore(folder, read_only=True) as store:
        for _ in range(6):
            assert len(store.query(many, limit=5).rows) == 5


def test_what_needs_more_memory_than_there_is_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCADEDB_NATIVE_ISOLATE_ARGS", "-Xmx64m")
    monkeypatch.setenv("ARCADEDB_JVM_ARGS", "-Xmx64m")
    with EmbeddedStore(folder, read_only=True) as store:
        with pytest.raises(QueryStopped, match="memory"):
            store.query("UNWIND range(1, 500000) AS n RETURN n, toString(n) AS text ORDER BY text")
        assert store.query(COUNT).rows
