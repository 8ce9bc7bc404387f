"""The ledger: a folder with one facts file a bulletin, the record that all else is derived from.

A file is written aside, brought to the disk and renamed, so that a bulletin is there whole or not at all,
whatever kills the program. The same facts give the same bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

from ..errors import InputError, WorkspaceError
from . import migrations
from .model import Bulletin, BulletinFacts, dumps, loads

SUFFIX = ".jsonl"
LONGEST = 180
"""Bytes of a file name before an id is shortened to its hash."""

_RESERVED = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}


class Ledger:
    """The facts files of one folder. The folder is made by the first `write`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._hashes: dict[str, tuple[tuple[int, int, int, int], str]] = {}

    def ids(self) -> list[str]:
        """The ids of all bulletins, sorted."""
        return sorted(self._id(path) for path in self._paths())

    def read(self, id_: str) -> BulletinFacts:
        """The facts of one bulletin. Raises `WorkspaceError` (unknown) and `InputError` (damaged)."""
        path = self._path(id_)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise WorkspaceError(f"no bulletin “{id_}”", where=str(self.folder)) from None
        try:
            return loads(migrations.upgrade(data.decode("utf-8"), where=str(path)), where=str(path))
        except UnicodeDecodeError as error:
            raise InputError("not UTF-8 text", where=str(path), hint="extract the bulletin again") from error

    def write(self, facts: BulletinFacts, *, replace: bool = False) -> None:
        """Put a bulletin into the ledger. Equal facts may be written again and again.

        Raises `WorkspaceError` where other facts of this id are there and `replace` is not given, or the
        folder cannot be written.
        """
        path, data = self._path(facts.bulletin.id), dumps(facts).encode("utf-8")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            held = path.read_bytes() if path.exists() else None
            if held == data:
                return
            if held is not None and not replace:
                raise WorkspaceError(
                    f"bulletin “{facts.bulletin.id}” is there already and says something else",
                    where=str(path),
                    hint="--replace takes the newer reading",
                )
            self._sweep()
            self._put(path, data)
        except OSError as error:
            raise WorkspaceError(
                f"the ledger cannot be written: {error.strerror}", where=str(self.folder)
            ) from error

    def remove(self, id_: str) -> bool:
        """Take a bulletin out; False where there is none of this id."""
        try:
            self._path(id_).unlink()
        except FileNotFoundError:
            return False
        _sync(self.folder)
        return True

    def all(self) -> Iterator[BulletinFacts]:
        """The facts of every bulletin, in the order of their ids, one in memory at a time."""
        return (self.read(id_) for id_ in self.ids())

    def headers(self) -> Iterator[Bulletin]:
        """The bulletins themselves, without their items, in the order of their ids."""
        return (self._header(self._path(id_)) for id_ in self.ids())

    def find(self, what: str) -> Bulletin | None:
        """The bulletin of this id, or whose source file has this SHA-256; None where there is none."""
        path = self._path(what)
        if path.exists():
            return self._header(path)
        return next((one for one in self.headers() if one.source_sha256 == what), None)

    def hash(self) -> str:
        """A SHA-256 of all ids and file bytes: the name of this state of the ledger."""
        whole = hashlib.sha256()
        for path in sorted(self._paths()):
            whole.update(f"{path.name}\x1f{self._hash(path)}\x1e".encode())
        return whole.hexdigest()

    # -- inside ----------------------------------------------------------------------------------

    def _put(self, path: Path, data: bytes) -> None:
        """Write aside, bring to the disk, rename; what fails leaves nothing behind."""
        name = hashlib.sha256(path.name.encode()).hexdigest()[:16]
        aside = path.with_name(f".{name}.{os.getpid()}.aside")
        try:
            with aside.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(path)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
        _sync(self.folder)

    def _hash(self, path: Path) -> str:
        stat = path.stat()
        seen = stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino
        held = self._hashes.get(path.name)
        if held is None or held[0] != seen:
            with path.open("rb") as file:
                held = seen, hashlib.file_digest(file, "sha256").hexdigest()
            self._hashes[path.name] = held
        return held[1]

    def _paths(self) -> list[Path]:
        if not self.folder.is_dir():
            return []
        return [
            path for path in self.folder.iterdir() if path.suffix == SUFFIX and not path.name.startswith(".")
        ]

    def _path(self, id_: str) -> Path:
        return self.folder / file_name(id_)

    def _id(self, path: Path) -> str:
        stem = path.name.removesuffix(SUFFIX)
        return self._header(path).id if "~" in stem else unquote(stem)

    def _header(self, path: Path) -> Bulletin:
        with path.open(encoding="utf-8") as file:
            first = file.readline()
        return loads(migrations.upgrade(first, where=str(path)), where=str(path)).bulletin

    def _sweep(self) -> None:
        """Remove what writers that were killed have left; those that still write keep theirs."""
        for path in self.folder.glob(".*.aside"):
            writer = path.name.split(".")[-2]
            if writer != str(os.getpid()) and not _alive(writer):
                path.unlink(missing_ok=True)


def file_name(id_: str) -> str:
    """The file name of a bulletin's id: readable, and safe on any file system, whatever the id.

    Raises `InputError` for an empty id.
    """
    if not id_.strip():
        raise InputError("a bulletin has an empty id", hint="give the document a name or a number")
    stem = "".join(
        c if c.isalnum() or c in "-_() （），、—〔〕" else quote(c, safe="") if c != "." else "." for c in id_
    )
    stem = stem.replace("~", "%7E")
    if stem[0] in ". ":
        stem = f"%{ord(stem[0]):02X}{stem[1:]}"
    if stem[-1] in ". ":
        stem = f"{stem[:-1]}%{ord(stem[-1]):02X}"
    if stem.split(".")[0].casefold() in _RESERVED:
        stem = f"%{ord(stem[0]):02X}{stem[1:]}"
    if len(stem.encode("utf-8")) > LONGEST:
        head = stem.encode("utf-8")[: LONGEST - 40].decode("utf-8", "ignore").rstrip("%. ")
        stem = f"{head}~{hashlib.sha256(id_.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"
    return stem + SUFFIX


def _sync(folder: Path) -> None:
    """Bring a folder's entries to the disk, where the system lets a folder be opened."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def _alive(process: str) -> bool:
    """Whether a process still runs; where that cannot be asked safely, it counts as running."""
    if os.name == "nt":
        return True
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except OSError:
        return True
    return True
