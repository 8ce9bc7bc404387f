"""Many readers or one writer of a folder, between processes, on every platform.

SQLite's file locks do it: they are shared and exclusive, wait with a time limit, and go when their
holder dies. Beside the lock lies a note of each holder, so that who waits in vain can say for whom.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path
from typing import Literal

from ...errors import StoreError

Mode = Literal["read", "write"]


class FolderLock:
    """A held lock on `folder`; the files stand beside the folder, not in it.

    Raises `StoreError`, naming the processes that hold the folder, when it is not free within
    `wait` seconds.
    """

    def __init__(self, folder: Path, mode: Mode, *, wait: float) -> None:
        self._file = folder.with_name(folder.name + ".lock")
        self._notes = folder.with_name(folder.name + ".holders")
        self._note = self._notes / f"{os.getpid()}-{id(self):x}-{mode}"
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(
                self._file, timeout=wait, isolation_level=None, check_same_thread=False
            )
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"the folder cannot be written: {error}", where=str(folder), hint="check its permissions"
            ) from error
        try:
            if mode == "write":
                connection.execute("BEGIN EXCLUSIVE")
            else:
                connection.execute("BEGIN")
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            self._notes.mkdir(exist_ok=True)
            self._note.touch()
        except sqlite3.OperationalError as error:
            connection.close()
            raise StoreError(
                f"the store is held by {self._holders()}", where=str(folder),
                hint="wait until it has finished, or end it, then try again",
            ) from error
        except OSError as error:
            connection.close()
            raise StoreError(
                f"the folder cannot be written: {error}", where=str(folder), hint="check its permissions"
            ) from error
        self._connection: sqlite3.Connection | None = connection

    def release(self) -> None:
        """Let go; a second call does nothing."""
        if self._connection is not None:
            self._note.unlink(missing_ok=True)
            self._connection.close()
            self._connection = None

    def _holders(self) -> str:
        """The processes whose notes lie here, those that died left out (and their notes removed)."""
        said = []
        for note in sorted(self._notes.glob("*")) if self._notes.is_dir() else ():
            pid, _, mode = note.name.partition("-")
            if pid.isdigit() and alive(int(pid)):
                doing = "writes to" if mode.endswith("write") else "reads"
                own = ", this one" if int(pid) == os.getpid() else ""
                said.append(f"process {pid}{own}, which {doing} it")
            else:
                note.unlink(missing_ok=True)
        return " and ".join(dict.fromkeys(said)) or "another process"


def alive(pid: int) -> bool:
    """Whether a process of this id runs."""
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
