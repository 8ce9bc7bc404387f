"""A Neo4j community server without a container, for tests and benchmarks.

    python scripts/neo4j_server.py fetch [VERSION]                jars, by artifact name, into .cache/neo4j/
    python scripts/neo4j_server.py serve [VERSION] [--port N]     run until Ctrl-C, data in .cache/neo4j-home/

It needs Maven and Java: 17 for 5.26, 21 or newer for the calendar line. Neo4j is GPL-3: the tests start
it as a program of its own; nothing of the package links or ships it.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from functools import cache
from pathlib import Path

import jars
import neo4j

LTS, CALENDAR = "5.26.30", "2025.10.1"
VERSIONS = (LTS, CALENDAR)
PASSWORD = "innograph-tests"
_PROGRAM = Path(__file__).with_name("Neo4jServer.java")


def fetched(version: str = LTS) -> bool:
    """Whether the jars are here and there is a Java to run them."""
    return jars.ready(f"neo4j/{version}") and java(version) is not None


def fetch(version: str = LTS) -> Path:
    """The folder with the jars, fetched with Maven the first time."""
    artifacts = (f"org.neo4j:{name}:{version}" for name in ("neo4j", "neo4j-import-tool"))
    return jars.fetch(f"neo4j/{version}", *artifacts)


@cache
def java(version: str = LTS) -> str | None:
    """A Java program new enough for this version, or None."""
    needed = 17 if version.startswith("5.") else 21
    places = [os.environ.get("JAVA_HOME", ""), *map(str, sorted(Path("/usr/lib/jvm").glob("*")))]
    candidates = [shutil.which("java"), *(f"{place}/bin/java" for place in places if place)]
    for candidate in candidates:
        if candidate and Path(candidate).is_file():
            said = subprocess.run([candidate, "-version"], capture_output=True, text=True, check=False).stderr
            found = re.search(r'version "(\d+)', said)
            if found and int(found[1]) >= needed:
                return candidate
    return None


def admin(version: str, home: Path, *arguments: str, folder: Path | None = None) -> str:
    """Run `neo4j-admin` on a server's home, in `folder`; what it printed. Raises `RuntimeError`."""
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").touch()
    command = [*_command(version, "1g", short=True), "org.neo4j.cli.AdminTool", *arguments]
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    ran = subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise RuntimeError(f"neo4j-admin failed:\n{ran.stdout[-3000:]}\n{ran.stderr[-3000:]}")
    return ran.stdout


def _command(version: str, heap: str, *, short: bool) -> list[str]:
    program = java(version)
    if program is None:
        raise RuntimeError(f"no Java that is new enough for Neo4j {version}")
    opened = ["--add-opens=java.base/java.nio=ALL-UNNAMED"]
    if not version.startswith("5."):
        opened += ["--add-modules", "jdk.incubator.vector"]
    if short:
        opened += ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    return [program, f"-Xmx{heap}", *opened, "-cp", f"{fetch(version)}/*"]


class Server:
    """A server with one database; a context manager. `stop`, `kill` and `start` keep port and data.

    A `short` one is for tests: it takes 40 % less processor time to start, and is slower in the long run.
    """

    def __init__(
        self, version: str = LTS, *, home: Path | None = None, port: int | None = None, heap: str = "1g",
        short: bool = False,
    ) -> None:
        self.version, self.port, self.heap, self.short = version, port or _free_port(), heap, short
        self._own = home is None
        self.home = home or Path(tempfile.mkdtemp(prefix="neo4j-"))
        self._process: subprocess.Popen[bytes] | None = None
        self.user, self.password = "neo4j", PASSWORD

    @property
    def uri(self) -> str:
        """The address, with routing."""
        return f"neo4j://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The id of its process, while it runs."""
        if self._process is None:
            raise RuntimeError("the server does not run")
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether its process runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start and wait until it takes questions (about 5 s)."""
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*_command(self.version, self.heap, short=self.short), str(_PROGRAM), str(self.home), str(self.port)],
                stdout=log, stderr=log,
            )
        until = time.monotonic() + 120
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self._log_in()
            except (OSError, neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
                if self._process.poll() is not None or time.monotonic() > until:
                    said = (self.home / "server.log").read_text(encoding="utf-8", errors="replace")
                    raise RuntimeError(f"Neo4j did not start: {error}\n{said[-2000:]}") from error
                time.sleep(0.2)

    def _log_in(self) -> None:
        """Check the password; a new server's first one is changed, as Neo4j demands."""
        try:
            with self.driver() as driver, driver.session() as session:
                session.run("RETURN 1").consume()
        except neo4j.exceptions.AuthError:
            address = f"bolt://127.0.0.1:{self.port}"
            with neo4j.GraphDatabase.driver(address, auth=(self.user, "neo4j")) as driver:
                driver.execute_query(
                    "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
                    {"old": "neo4j", "new": self.password}, database_="system",
                )

    def driver(self) -> neo4j.Driver:
        """A driver of its own, for a test to look with."""
        return neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{self.port}", auth=(self.user, self.password))

    def stop(self, number: int = signal.SIGTERM) -> None:
        """Stop it; its data stays."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(number)
            process.wait(60)

    def kill(self) -> None:
        """End it without a chance to tidy up."""
        self.stop(signal.SIGKILL)

    def close(self) -> None:
        """Stop it, and delete the data of a home that was made for it (which it need not tidy up then)."""
        self.stop(signal.SIGKILL if self._own else signal.SIGTERM)
        if self._own:
            shutil.rmtree(self.home, ignore_errors=True)

    def __enter__(self) -> Server:
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
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
    parser.add_argument("version", nargs="?", default=LTS, help=f"{LTS} (default), {CALENDAR}, or another")
    parser.add_argument("--port", type=int, default=7687)
    options = parser.parse_args()
    fetch(options.version)
    if options.verb == "serve":
        home = jars.ROOT / ".cache" / "neo4j-home" / options.version
        with Server(options.version, home=home, port=options.port) as server:
            print(f"{server.uri}  user {server.user}  password {server.password}  (Ctrl-C stops it)")
            with contextlib.suppress(KeyboardInterrupt):
                signal.pause()


if __name__ == "__main__":
    main()
