"""The command as a person runs it: a process of its own, with its exit code and what it printed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from innograph import samples


@dataclass(frozen=True)
class Ran:
    """What a run printed and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def innograph(*arguments: str | Path, cwd: Path, stdin: bytes = b"", **environment: str) -> Ran:
    """Run the command in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "innograph", *map(str, arguments)],
        cwd=cwd, input=stdin, capture_output=True, timeout=180, check=False,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in an empty folder."""

    def call(*arguments: str | Path, **more: object) -> Ran:
        return innograph(*arguments, cwd=tmp_path, **more)  # type: ignore[arg-type]

    return call


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `innograph demo` has run; tests that change the workspace copy it."""
    folder = tmp_path_factory.mktemp("sample")
    done = innograph("demo", cwd=folder)
    assert done.code == 0, done.err
    return folder


@pytest.fixture
def small(tmp_path: Path, run: Run) -> Path:
    """A workspace `kg` of two issues of the fictional archive."""
    issues = sorted(p for p in samples.archive().iterdir() if p.suffix == ".txt")[:2]
    done = run("build", *issues)
    assert done.code == 0, done.err
    return tmp_path
