"""A workspace's folder: who may write in it, and how a new ledger takes the place of an old one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from .errors import WorkspaceError

WAIT = 10.0
"""Seconds that a writer waits for another one."""


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Hold the workspace's write lock; says who holds it when it does not come free."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path / ".lock", timeout=WAIT, is_singleton=True)
        with lock:
            if lock.lock_counter == 1:
                (path / ".writer").write_text(str(os.getpid()), encoding="ascii")
            yield
    except Timeout as error:
        try:
            holder = f"process {(path / '.writer').read_text(encoding='ascii')}"
        except OSError:
            holder = "another process"
        raise WorkspaceError(
            f"{holder} is writing here", where=str(path), hint="wait for it, or stop it"
        ) from error
    except PermissionError as error:
        raise WorkspaceError(
            "the folder cannot be written",
            where=str(error.filename or path),
            hint="change its permissions, or name another with -w",
        ) from error


def swap(path: Path) -> None:
    """Put `facts.new` in the place of `facts`; a kill in between is mended at the next opening."""
    facts, new, old = path / "facts", path / "facts.new", path / "facts.old"
    shutil.rmtree(old, ignore_errors=True)
    if facts.exists():
        facts.rename(old)
    new.rename(facts)
    shutil.rmtree(old, ignore_errors=True)
