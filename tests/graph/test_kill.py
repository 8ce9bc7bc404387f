"""Killed at any point, the next run ends in the same ledger bytes, the same index and the same graph."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import chain
import pytest

from innograph.graph.index import Index
from innograph.graph.ledger import Ledger

SCRIPT = Path(chain.__file__)


def state(folder: Path) -> Any:
    """Every file of the record, what the index says, and the graph."""
    files = {p.name: p.read_bytes() for p in sorted((folder / "facts").iterdir())}
    index, ledger = Index(folder / "index.sqlite"), Ledger(folder / "facts")
    prints = chain.record(ledger, index)
    return (
        files,
        (folder / "judgements.csv").read_bytes(),
        index.held("embedded"),
        prints,
        sorted(p.name for p in folder.iterdir()),
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, float]:
    """What a run that nobody kills ends in, and how long it takes."""
    folder = tmp_path_factory.mktemp("whole")
    start = time.monotonic()
    subprocess.run([sys.executable, SCRIPT, folder, "0"], check=True)
    return state(folder), time.monotonic() - start


def killed(folder: Path, seed: int, seconds: float) -> bool:
    """Run the chain and kill it; whether it was still running."""
    process = subprocess.Popen([sys.executable, SCRIPT, folder, str(seed)])
    time.sleep(seconds)
    running = process.poll() is None
    if running:
        os.kill(process.pid, signal.SIGKILL)
    process.wait()
    return running


def check(folder: Path, whole: Any, moments: int, seed: int) -> None:
    chosen = random.Random(seed)
    held, seconds = whole
    hits = sum(
        killed(folder, chosen.randrange(99), chosen.uniform(0.25, 0.95) * seconds) for _ in range(moments)
    )
    assert hits, "no run was killed while it ran"
    subprocess.run([sys.executable, SCRIPT, folder, str(seed)], check=True)
    assert state(folder) == held


def test_killed_at_five_moments(tmp_path: Path, whole: Any) -> None:
    check(tmp_path, whole, 5, 20240615)


@pytest.mark.soak
def test_killed_at_fifty_moments(tmp_path: Path, whole: Any) -> None:
    for seed in range(10):
        folder = tmp_path / str(seed)
        folder.mkdir()
        check(folder, whole, 5, seed)
