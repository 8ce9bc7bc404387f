"""Killed at any moment, the next command ends in the same ledger bytes and the same graph."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from innograph import samples

from .conftest import innograph


def issues() -> list[Path]:
    return sorted(p for p in samples.archive().iterdir() if p.suffix == ".txt")


def state(folder: Path) -> tuple[dict[str, bytes], str]:
    """The ledger's bytes, and the whole graph as sorted quads."""
    facts = {p.name: p.read_bytes() for p in sorted((folder / "kg" / "facts").glob("*.jsonl"))}
    done = innograph("export", "--format", "nquads", cwd=folder)
    assert done.code == 0, done.err
    return facts, done.out


def labels(folder: Path) -> str:
    """What the Cypher store counts."""
    done = innograph("schema", "--json", cwd=folder)
    assert done.code == 0, done.err
    return json.dumps(json.loads(done.out), sort_keys=True)


def chain(folder: Path) -> list[list[str]]:
    """Commands that change a workspace."""
    first, second, third = (str(p) for p in issues()[:3])
    return [["build", first, "--force"], ["add", second, third], ["remove", "SECOND"]]


def run_killed(arguments: list[str], folder: Path, after: float) -> bool:
    """Start a command and kill it after some seconds; whether it was still running."""
    process = subprocess.Popen(
        [sys.executable, "-m", "innograph", *arguments], cwd=folder, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONUTF8": "1"},
    )
    try:
        process.wait(after)
        return False
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[tuple[dict[str, bytes], str], str, float]]:
    """State and duration after each command of the chain, undisturbed."""
    folder = tmp_path_factory.mktemp("expected")
    found = {}
    for step, arguments in enumerate(chain(folder)):
        started = time.monotonic()
        done = innograph(*named(arguments, folder), cwd=folder)
        assert done.code == 0, done.err
        found[step] = (state(folder), labels(folder), time.monotonic() - started)
    return found


def named(arguments: list[str], folder: Path) -> list[str]:
    """`SECOND` becomes the id of the chain's second bulletin."""
    if "SECOND" not in arguments:
        return arguments
    held = json.loads(innograph("info", "--json", cwd=folder).out)["bulletins"]
    second = sorted(held, key=lambda b: b["date"])[1]["id"]
    return [second if a == "SECOND" else a for a in arguments]


def check(folder: Path, expected: dict[int, tuple[tuple[dict[str, bytes], str], str, float]], seed: int) -> None:
    moments = random.Random(seed)
    for step, arguments in enumerate(chain(folder)):
        words = named(arguments, folder)
        run_killed(words, folder, moments.uniform(0.05, expected[step][2]))
        again = innograph(*words, cwd=folder)
        # what was done before the kill needs no doing: a bulletin that is gone cannot be withdrawn again
        assert again.code == 0 or (words[0] == "remove" and "no bulletin" in again.err), again.err
        assert state(folder) == expected[step][0]
        assert labels(folder) == expected[step][1]


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_random_moments(
    tmp_path: Path, seed: int, expected: dict[int, tuple[tuple[dict[str, bytes], str], str, float]]
) -> None:
    check(tmp_path, expected, seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 117))
def test_killed_at_many_random_moments(
    tmp_path: Path, seed: int, expected: dict[int, tuple[tuple[dict[str, bytes], str], str, float]]
) -> None:
    check(tmp_path, expected, seed)
