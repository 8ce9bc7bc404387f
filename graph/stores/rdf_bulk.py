"""A first load: quads are made in one thread while pyoxigraph reads them in another.

pyoxigraph lets go of Python's lock while it loads a file, so that a pipe, which looks like one, costs
little more than the load itself. Where a system has no such paths, a temporary file does.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from ..rdf_model import Quad


def bulk_load(store: ox.Store, quads: Iterable[Quad], folder: Path) -> None:
    """Fill a store; `folder` is for a temporary file. Raises what `quads` raises, and `OSError`."""
    if os.path.isdir("/dev/fd"):  # noqa: PTH112  (no file of ours)
        _piped(store, quads)
    else:
        _filed(store, quads, folder)


def _piped(store: ox.Store, quads: Iterable[Quad]) -> None:
    source, sink = os.pipe()
    faults: list[BaseException] = []

    def feed() -> None:
        try:
            with os.fdopen(sink, "w", encoding="utf-8", newline="\n", buffering=2**20) as file:
                file.writelines(quad.line for quad in quads)
        except BaseException as error:  # told to the thread that waits
            faults.append(error)

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    try:
        store.bulk_load(path=f"/dev/fd/{source}", format=ox.RdfFormat.N_QUADS)
    finally:
        os.close(source)  # a feeder that still writes stops at a broken pipe
        feeder.join()
    if faults:
        raise faults[0]


def _filed(store: ox.Store, quads: Iterable[Quad], folder: Path) -> None:
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", suffix=".nq", dir=folder, delete=False
    ) as file:
        file.writelines(quad.line for quad in quads)
    try:
        store.bulk_load(path=file.name, format=ox.RdfFormat.N_QUADS)
    finally:
        with contextlib.suppress(OSError):
            Path(file.name).unlink()
