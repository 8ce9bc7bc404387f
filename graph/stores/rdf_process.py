"""The parent's side of `rdf_child.py`: ask, wait no longer than the limit, kill, start again."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
import threading
import weakref
from pathlib import Path
from typing import Any

from ...errors import QueryStopped, StoreError

_CHILD = Path(__file__).with_name("rdf_child.py")
MEMORY = 16 * 2**30
"""Address space that a question may take, in bytes (much of it is mapped files, not memory)."""


class QueryProcess:
    """One long-lived process that answers questions; not for several threads at once."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._end: weakref.finalize[Any, Any] | None = None

    def ask(self, store: tuple[str, str], query: str, *, timeout: float, limit: int) -> dict[str, Any]:
        """The answer to a question about the store in folder `store[0]`, in state `store[1]`.

        Raises `QueryStopped` when `timeout` seconds have passed or the process ran out of memory. An
        answer has `columns`, `rows` and `truncated`, or `refused` or `failed` with the reason.
        """
        process = self._running()
        assert process.stdin is not None  # noqa: S101
        request = {"store": list(store), "query": query, "limit": limit}
        try:
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            line = self._answers.get(timeout=timeout)
        except queue.Empty:
            self.close()
            raise QueryStopped(
                f"the question took longer than {timeout:g} s", hint="narrow it, or allow more time"
            ) from None
        except OSError as error:
            self.close()
            raise StoreError(f"the query process ended: {error}", hint="ask again") from error
        except BaseException:
            self.close()  # Ctrl-C: an answer still to come must not meet the next question
            raise
        if not line:
            self.close()
            raise QueryStopped("the question ran out of memory", hint="narrow it, or ask for fewer rows")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """End the process; the next question starts another."""
        self._process = None
        if self._end is not None:
            self._end()

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            # -P: the adapters beside the file must not hide the packages that they adapt.
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-X", "utf8", str(_CHILD), str(MEMORY)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                encoding="utf-8",
            )
            self._answers = queue.SimpleQueue()
            arguments = (self._process, self._answers)
            reader = threading.Thread(target=_read, args=arguments, daemon=True)
            reader.start()
            # Also when this is forgotten, or the program ends with it open.
            self._end = weakref.finalize(self, _end, self._process, reader)
        return self._process


def _read(process: subprocess.Popen[str], answers: queue.SimpleQueue[str]) -> None:
    """Hand on each line of the process, and an empty one when it has ended."""
    assert process.stdout is not None  # noqa: S101
    for line in process.stdout:
        answers.put(line)
    answers.put("")


def _end(process: subprocess.Popen[str], reader: threading.Thread) -> None:
    process.kill()
    process.wait()
    reader.join()  # it holds the pipe until it has seen the end
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):  # what was still to be written goes with the other end
                pipe.close()
