"""The folder of the RDF store: generations, the one that counts, and who may write.

    rdf/CURRENT          "gen-000002 17": the generation that counts, and a number that grows with
                         every change, so that readers know when to open it again
    rdf/gen-000002/      the pyoxigraph store
    rdf/LOCK             held by the process that may write; says its pid

A first load fills a new generation and then names it in CURRENT, in one rename: killed before, nothing
has changed; killed after, all has. Left-over generations go when the next writer opens the folder.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import IO, NamedTuple

from ...errors import StoreError, WorkspaceError

PATIENCE = 5.0
"""How long a writer waits for another, in seconds."""


class State(NamedTuple):
    """What CURRENT says."""

    generation: str = ""
    changes: int = 0


class RdfFolder:
    """The files of one RDF store."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self._lock: IO[str] | None = None
        if not read_only:
            try:
                path.mkdir(parents=True, exist_ok=True)
                self._lock = _acquire(path / "LOCK")
            except OSError as error:
                raise WorkspaceError(
                    f"cannot write the RDF store: {error.strerror or error}", where=str(path),
                    hint="check the folder's permissions",
                ) from error
            self._sweep()

    def state(self) -> State:
        """The generation that counts now."""
        try:
            generation, changes = (self.path / "CURRENT").read_text(encoding="ascii").split()
            return State(generation, int(changes))
        except FileNotFoundError:
            return State()
        except (OSError, ValueError) as error:
            raise StoreError(
                "the RDF store's CURRENT file is unreadable", where=str(self.path),
                hint="delete the folder and build again: it is derived",
            ) from error

    def store(self, state: State) -> Path:
        """The pyoxigraph folder of a generation."""
        return self.path / state.generation

    def next_generation(self) -> State:
        """A generation that does not exist yet."""
        state = self.state()
        number = int(state.generation.removeprefix("gen-") or 0) + 1
        while (self.path / f"gen-{number:06}").exists():
            number += 1
        return State(f"gen-{number:06}", state.changes)

    def publish(self, state: State) -> State:
        """Make this the state that counts, with one change more. Atomic."""
        state = State(state.generation, state.changes + 1)
        aside = self.path / "CURRENT.new"
        with aside.open("w", encoding="ascii") as file:
            file.write(f"{state.generation} {state.changes}\n")
            file.flush()
            os.fsync(file.fileno())
        aside.replace(self.path / "CURRENT")
        return state

    def close(self) -> None:
        """Let another process write."""
        lock, self._lock = self._lock, None
        if lock is not None:
            _release(lock)

    def _sweep(self) -> None:
        current = self.state().generation
        for folder in self.path.glob("gen-*"):
            if folder.name != current:
                shutil.rmtree(folder, ignore_errors=True)
        for file in self.path.glob("*.nq"):  # of a load that was cut off
            file.unlink(missing_ok=True)


def _acquire(path: Path) -> IO[str]:
    """Hold the lock file; wait a little for another holder, then say who it is."""
    until = time.monotonic() + PATIENCE
    while True:
        file = path.open("a+", encoding="ascii")
        if _try_lock(file):
            file.seek(0)
            file.truncate()
            file.write(f"{os.getpid()}\n")
            file.flush()
            return file
        file.seek(0)
        holder = file.read().strip()
        file.close()
        if time.monotonic() > until:
            raise WorkspaceError(
                f"another process{f' ({holder})' if holder else ''} is writing the RDF store",
                where=str(path.parent), hint="wait until it has finished",
            )
        time.sleep(0.1)


try:
    import fcntl
except ImportError:  # Windows
    import msvcrt

    def _try_lock(file: IO[str]) -> bool:
        try:
            file.seek(1024)  # beyond the pid, which others may read
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        except OSError:
            return False
        return True
else:

    def _try_lock(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def _release(file: IO[str]) -> None:
    file.close()  # the system lets the lock go with it
