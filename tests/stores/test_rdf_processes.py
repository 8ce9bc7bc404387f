"""Several processes at one folder: readers beside a writer, a second writer, a killed one."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from graphs import FIBRE, golden_graph
from rdf_material import BASE, PREFIX, delta, expected, without_item

from innograph.errors import StoreError, WorkspaceError
from innograph.graph.elements import Graph
from innograph.graph.stores import Mark, rdf_folder
from innograph.graph.stores.rdf import RdfStore

GOLDEN = golden_graph()
SMALL = without_item(GOLDEN, "BulletinItem/2024-06#1")
COUNT = PREFIX + "SELECT (COUNT(?s) AS ?n) WHERE { ?s ino:key ?key }"

LOADER = """
import sys, time
sys.path[:0] = sys.argv[2].split({sep!r})
from graphs import golden_graph
from rdf_material import BASE, delta
from innograph.graph.elements import Graph
from innograph.graph.stores.rdf import RdfStore
graph = golden_graph()
with RdfStore(sys.argv[1], base=BASE) as store:
    print("open", flush=True)
    while True:
        store.apply(delta(Graph(), graph, "b", whole={whole}))
        store.apply(delta(graph, Graph(), "c"))
"""


def loader(folder: Path, *, whole: bool) -> "subprocess.Popen[str]":
    """A process that fills and empties a store for ever."""
    path = os.pathsep.join(dict.fromkeys(p for p in sys.path if p))
    text = LOADER.format(whole=whole, sep=os.pathsep)
    process = subprocess.Popen(
        [sys.executable, "-c", text, str(folder), path], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "open\n"
    return process


def test_readers_see_each_state_that_a_writer_finished(tmp_path: Path) -> None:
    with (
        RdfStore(tmp_path / "rdf", base=BASE) as writer,
        RdfStore(tmp_path / "rdf", base=BASE, read_only=True) as reader,
    ):
        assert reader.mark() == Mark("empty")
        for name, before, after in (("a", Graph(), SMALL), ("b", SMALL, GOLDEN), ("c", GOLDEN, SMALL)):
            writer.apply(delta(before, after, name))
            assert reader.mark() == Mark("ready", name)
            assert reader.query(COUNT).rows == ((len(after.nodes) + len(after.edges),),)
        writer.apply(delta(Graph(), GOLDEN, "d", whole=True))
        assert set(reader.quads()) == expected(GOLDEN)


def test_a_reader_does_not_write_and_an_empty_folder_is_said(tmp_path: Path) -> None:
    with RdfStore(tmp_path / "rdf", base=BASE, read_only=True) as reader:
        with pytest.raises(StoreError, match="read-only"):
            reader.apply(delta(Graph(), GOLDEN, "a"))
        with pytest.raises(StoreError, match="no RDF store"):
            reader.query(COUNT)
    assert not (tmp_path / "rdf").exists()


def test_a_second_writer_waits_a_little_then_says_who_holds_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rdf_folder, "PATIENCE", 0.2)
    with (
        RdfStore(tmp_path / "rdf", base=BASE),
        pytest.raises(WorkspaceError, match=str(os.getpid())),
    ):
        RdfStore(tmp_path / "rdf", base=BASE)
    with RdfStore(tmp_path / "rdf", base=BASE) as again:
        assert again.mark() == Mark("empty")


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("after", [0.05, 0.21, 0.43])
def test_a_killed_writer_leaves_what_the_next_one_completes(tmp_path: Path, after: float, whole: bool) -> None:
    process = loader(tmp_path / "rdf", whole=whole)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with RdfStore(tmp_path / "rdf", base=BASE) as store:
        assert store.mark().state in ("empty", "loading", "ready")
        store.apply(delta(Graph(), GOLDEN, "d", whole=True))
        assert set(store.quads()) == expected(GOLDEN)
        assert store.mark() == Mark("ready", "d")
    folders = {p.name for p in (tmp_path / "rdf").iterdir() if p.is_dir()}
    with RdfStore(tmp_path / "rdf", base=BASE):
        assert len([p for p in (tmp_path / "rdf").iterdir() if p.is_dir()]) == 1, folders


def test_a_reader_beside_a_busy_writer_is_never_wrong(tmp_path: Path) -> None:
    process = loader(tmp_path / "rdf", whole=True)
    everything = len(GOLDEN.nodes) + len(GOLDEN.edges)
    try:
        with RdfStore(tmp_path / "rdf", base=BASE, read_only=True) as reader:
            until, seen = time.monotonic() + 3, set()
            while time.monotonic() < until:
                try:
                    seen.add(reader.query(COUNT).rows[0][0])
                except StoreError as error:
                    assert "no RDF store" in str(error)
        assert seen and max(seen) <= everything
    finally:
        process.kill()
        process.communicate()


def test_a_store_left_open_does_not_hold_up_the_end_of_a_program(tmp_path: Path) -> None:
    with RdfStore(tmp_path / "rdf", base=BASE) as store:
        store.apply(delta(Graph(), GOLDEN, "a"))
    text = (
        "import sys; sys.path[:0] = sys.argv[2].split(sys.argv[3])\n"
        "from innograph.graph.stores.rdf import RdfStore\n"
        f"store = RdfStore(sys.argv[1], base={BASE!r}, read_only=True)\n"
        f"print(store.query({COUNT!r}).rows)\n"
    )
    path = os.pathsep.join(dict.fromkeys(p for p in sys.path if p))
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", text, str(tmp_path / "rdf"), path, os.pathsep],
        capture_output=True, text=True, timeout=30, check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert FIBRE in GOLDEN.nodes
