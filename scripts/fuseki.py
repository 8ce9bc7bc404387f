"""Apache Jena Fuseki without a container, for tests and benchmarks.

    python scripts/fuseki.py fetch              its jars, by artifact name, into .cache/fuseki/
    python scripts/fuseki.py serve [--port N]   run until Ctrl-C, on a folder that goes afterwards

It needs Java 17 and Maven. The tests import `fetched()` and `Fuseki`; nothing of the package does.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType

import jars

VERSION = "5.6.0"
FOLDER = f"fuseki/{VERSION}"
ARTIFACTS = (
    f"org.apache.jena:jena-fuseki-main:{VERSION}",
    "org.apache.logging.log4j:log4j-slf4j2-impl:2.25.2",
)
_MAIN = "org.apache.jena.fuseki.main.cmds.FusekiMainCmd"


def fetched() -> bool:
    """Whether the jars are here and there is a Java to run them."""
    return jars.ready(FOLDER)


def fetch() -> Path:
    """The folder with the jars, fetched with Maven the first time."""
    return jars.fetch(FOLDER, *ARTIFACTS)


class Fuseki:
    """A running server with one dataset, `/kg`; a context manager.

    `stop()` and `start()` keep the port and the data, as an administrator's restart does. With a
    `password` it asks for it by HTTP Basic authentication, of the user `innograph`.
    """

    def __init__(self, port: int | None = None, password: str | None = None) -> None:
        self.port = port or _free_port()
        self._password = password
        self._folder = Path(tempfile.mkdtemp(prefix="fuseki-"))
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address of the dataset: queries at `/query`, updates at `/update`, graphs at `/data`."""
        return f"http://127.0.0.1:{self.port}/kg"

    def start(self) -> None:
        """Start the server and wait until it answers (about 1 s)."""
        data = self._folder / "tdb2"
        data.mkdir(exist_ok=True)
        command = ["java", "-Xmx1g", "-cp", f"{fetch()}/*", _MAIN, "--port", str(self.port), "--localhost"]
        command += ["--timeout=60000"]  # a client that gave up must not leave its question running
        if self._password is not None:
            passwd = self._folder / "passwd"
            passwd.write_text(f"innograph: {self._password}\n", encoding="utf-8")
            command += ["--passwd", str(passwd), "--auth", "basic"]
        command += ["--update", "--tdb2", f"--loc={data}", "/kg"]
        log = (self._folder / "log").open("ab")
        self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self._folder)
        log.close()
        until = time.monotonic() + 60
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                text = (self._folder / "log").read_text(encoding="utf-8", errors="replace")
                raise RuntimeError(f"Fuseki did not start:\n{text[-2000:]}")
            time.sleep(0.1)

    def stop(self) -> None:
        """Stop the server; its data stays."""
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait(30)

    def close(self) -> None:
        """Stop the server and delete its data."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/$/ping", timeout=2):
                return True
        except urllib.error.HTTPError:
            return True  # it answers, if only to say no
        except OSError:
            return False

    def __enter__(self) -> Fuseki:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("verb", choices=["fetch", "serve"])
    parser.add_argument("--port", type=int, default=3030)
    options = parser.parse_args()
    fetch()
    if options.verb == "serve":
        with Fuseki(options.port) as server:
            print(f"{server.url}  (Ctrl-C stops it)")
            try:
                while True:
                    time.sleep(3600)
            except KeyboardInterrupt:
                pass


if __name__ == "__main__":
    main()
