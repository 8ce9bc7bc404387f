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


class Child:
    """The parent's side. `function` (of `module`) is called in the child and must run `serve`.

    `environment` is added to the child's. Not for several threads at once.
    """

    def __init__(
        self, module: str, function: str, arguments: Sequence[Any], *,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        boot = json.dumps([sys.path, module, function, list(arguments)])
        self._process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-c", _BOOT, boot],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            encoding="utf-8", env={**os.environ, **(environment or {})},
        )
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
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
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _read(self) -> None:
        assert self._process.stdout is not None  # noqa: S101
        with contextlib.suppress(ValueError, OSError):
            for line in self._process.stdout:
                self._answers.put(line)
        self._answers.put("")

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
