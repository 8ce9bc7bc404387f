"""HTTP to a SPARQL 1.1 server: one kept connection, a time limit, retries, and plain errors."""

from __future__ import annotations

import base64
import http.client
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from urllib.parse import urlsplit

from ...errors import QueryError, QueryStopped, StoreError

RETRIES = 4
"""How often a request is tried again after the server was busy or gone."""
PAUSE = 0.2
"""Seconds before the first retry; each later one waits twice as long."""
MAX_ANSWER = 256 * 2**20
"""The largest answer that is read, in bytes."""
_BUSY = frozenset((408, 425, 429, 500, 502, 503, 504))


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks: a user with a password (HTTP Basic), or a bearer token, or nobody."""

    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)

    def headers(self) -> dict[str, str]:
        """The header that says so."""
        if self.token is not None:
            return {"Authorization": f"Bearer {self.token}"}
        if self.user is None:
            return {}
        pair = base64.b64encode(f"{self.user}:{self.password or ''}".encode()).decode("ascii")
        return {"Authorization": f"Basic {pair}"}


class Http:
    """Requests to one server. Not for several threads at once.

    Redirects are not followed: they would carry the password to where nobody meant it to go.
    """

    def __init__(self, url: str, credentials: Credentials) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise StoreError("not an http(s) address", where=url, hint="give http://host:port/dataset")
        if parts.username is not None or parts.password is not None:
            raise StoreError(
                "a password in an address", where=f"{parts.scheme}://{parts.hostname}",
                hint="put user and password into settings or the environment",
            )
        self.where = f"{parts.scheme}://{parts.netloc}"
        self._host, self._port, self._secure = parts.hostname, parts.port, parts.scheme == "https"
        self._headers = credentials.headers()
        self._connection: http.client.HTTPConnection | None = None

    def post(
        self, path: str, body: bytes, headers: Mapping[str, str], *, timeout: float, asked: bool = False
    ) -> bytes:
        """Send, and return the answer's body.

        A busy or broken connection is tried again: every request that the adapter sends does the same
        when it comes twice. With `asked`, it is a person's question: it is sent once, its faults are
        `QueryError`s and running out of time is a `QueryStopped`.
        """
        deadline = time.monotonic() + timeout
        for attempt in range(1 if asked else RETRIES + 1):
            if attempt:
                time.sleep(PAUSE * 2 ** (attempt - 1))
            try:
                status, answer = self._once(path, body, headers, deadline)
            except TimeoutError:
                self.close()
                if asked:
                    raise QueryStopped(
                        f"the question took longer than {timeout:g} s", where=self.where,
                        hint="narrow it, or allow more time",
                    ) from None
                reason = f"no answer within {timeout:g} s"
            except ssl.SSLError as error:
                self.close()
                raise StoreError(
                    f"no secure connection: {error.reason}", where=self.where,
                    hint="check the address and the server's certificate",
                ) from error
            except (OSError, http.client.HTTPException) as error:
                self.close()
                reason = str(error) or type(error).__name__
            else:
                if 200 <= status < 300:
                    return answer
                if status not in _BUSY or (asked and status == 500):
                    self._refused(status, answer, path, asked)
                reason = f"the server answered {status}"
        raise StoreError(
            f"the SPARQL server cannot be reached: {reason}", where=self.where,
            hint="check that it runs and that the address is right",
        )

    def close(self) -> None:
        """Let the connection go."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _once(
        self, path: str, body: bytes, headers: Mapping[str, str], deadline: float
    ) -> tuple[int, bytes]:
        for fresh in (self._connection is None, True):
            connection = self._connect(_left(deadline))
            try:
                connection.request("POST", path, body, {**self._headers, **headers})
                response = connection.getresponse()
                return response.status, self._read(connection, response, deadline)
            except (ConnectionError, http.client.BadStatusLine):
                self.close()
                if fresh:  # a kept connection may have been closed by the server meanwhile
                    raise
        raise AssertionError("unreachable")

    def _read(
        self, connection: http.client.HTTPConnection, response: http.client.HTTPResponse, deadline: float
    ) -> bytes:
        parts: list[bytes] = []
        size = 0
        while part := response.read1(2**16):
            parts.append(part)
            size += len(part)
            if size > MAX_ANSWER:
                self.close()
                raise QueryStopped(
                    f"the answer is larger than {MAX_ANSWER // 2**20} MB", where=self.where,
                    hint="ask for fewer rows",
                )
            if isinstance(connection.sock, socket.socket):
                connection.sock.settimeout(_left(deadline))
        response.close()  # or the connection would wait for the rest of an answer that is whole
        if response.will_close:
            self.close()
        return b"".join(parts)

    def _connect(self, timeout: float) -> http.client.HTTPConnection:
        if self._connection is None:
            kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
            self._connection = kind(self._host, self._port, timeout=timeout)
        elif self._connection.sock is not None:
            self._connection.sock.settimeout(timeout)
        return self._connection

    def _refused(self, status: int, answer: bytes, path: str, asked: bool) -> NoReturn:
        said = " ".join(answer[:2000].decode("utf-8", "replace").split())[:300]
        where = self.where + path.partition("?")[0]
        if status in (401, 403):
            raise StoreError(
                f"the SPARQL server refuses the user or password ({status})", where=where,
                hint="set user and password in [targets.…] or the environment",
            )
        if 300 <= status < 400:
            raise StoreError("the SPARQL server points elsewhere", where=where, hint="give its new address")
        if asked and status in (400, 500):
            raise QueryError(f"the server refused the question: {said}", where=where)
        raise StoreError(
            f"the SPARQL server answered {status}: {said}", where=where,
            hint="check the address of the dataset and that it may be written",
        )


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
