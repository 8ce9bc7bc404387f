"""A process of our own that answers requests one after another, and can be killed at any moment.

An engine in the same process cannot be stopped inside a hard question, and takes the whole program
with it when it runs out of memory. Requests and answers are JSON, one a line, over pipes.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ...errors import QueryStopped, StoreError

START = 60.0
"""Seconds that the process may take until it says that it is ready."""

_BOOT = """
import importlib, json, sys
path, module, function, arguments = json.loads(sys.argv[1])
sys.path[:] = path
getattr(importlib.import_module(module), function)(*arguments)
"""


def calling(module: str, function: str, *arguments: Any) -> list[str]:
    """The command of a process that calls a function of a module, which must run `serve`."""
    return ["-c", _BOOT, json.dumps([sys.path, module, function, arguments])]


class Child:
    """The parent's side. `command` is what Python gets; the process first says that it is ready.

    It ends with this object, and with the program. Not for several threads at once.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-X", "utf8", *command],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
        )
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        reader = threading.Thread(target=_read, args=(self._process, self._answers), daemon=True)
        reader.start()
        self._end = weakref.finalize(self, _end, self._process, reader)
        self.ready = self._wait(START, "opening the store")

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(self, request: Mapping[str, Any], *, timeout: float) -> dict[str, Any]:
        """The answer to a request.

        Raises `QueryStopped` after `timeout` seconds, and when the process died over the question;
        either way it is gone then.
        """
        assert self._process.stdin is not None  # noqa: S101
        try:
            self._process.stdin.write(json.dumps(request, ensure_ascii=False) + "\n")
            self._process.stdin.flush()
        except OSError as error:
            self.close()
            raise StoreError("the process that reads the store ended", hint="ask again") from error
        return self._wait(timeout, "the question")

    def close(self) -> None:
        """End the process; closing twice is allowed."""
        self._end()

    def _wait(self, timeout: float, what: str) -> dict[str, Any]:
        try:
            line = self._answers.get(timeout=timeout)
        except queue.Empty:
            self.close()
            raise QueryStopped(
                f"{what} took longer than {timeout:g} s", hint="narrow it, or allow more time"
            ) from None
        except BaseException:
            self.close()  # Ctrl-C: an answer still to come must not meet the next question
            raise
        if not line:
            self.close()
            raise QueryStopped(
                f"{what} ran out of memory or stopped the engine", hint="narrow it, or ask for fewer rows"
            )
        answer: dict[str, Any] = json.loads(line)
        return answer


def _read(process: subprocess.Popen[str], answers: queue.SimpleQueue[str]) -> None:
    """Hand on each line of the process, and an empty one when it has ended."""
    assert process.stdout is not None  # noqa: S101
    with contextlib.suppress(ValueError, OSError):
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


def serve(opening: Callable[[], Callable[[dict[str, Any]], dict[str, Any]]]) -> None:
    """The child's side: call `opening` for the function that answers, then answer until the parent goes.

    The standard output is kept for answers: whatever the engine prints goes nowhere.
    """
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, 1)
    requests: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()

    def say(answer: Mapping[str, Any]) -> None:
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        out.flush()

    try:
        answer = opening()
    except Exception as error:  # the parent turns it into an error for the person
        say({"failed": str(error)})
        os._exit(1)
    say({"ready": True})
    while True:
        say(answer(json.loads(requests.get())))


def _listen(requests: queue.SimpleQueue[str]) -> None:
    """Hand on what the parent asks; when it is gone, go too, even from the middle of a question."""
    for line in sys.stdin:
        requests.put(line)
    os._exit(0)
