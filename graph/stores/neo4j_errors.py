"""What the Neo4j driver raises, said for a person."""

from __future__ import annotations

import socket
import ssl
from urllib.parse import urlsplit

from neo4j import exceptions

from ...errors import InnographError, QueryError, QueryStopped, StoreError


def without_user(uri: str) -> str:
    """The address without a user and password that somebody put into it."""
    parts = urlsplit(uri)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl() if "@" in parts.netloc else uri


SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


def check_scheme(uri: str) -> None:
    """Raise `StoreError` for an address that is none of a Neo4j."""
    if urlsplit(uri).scheme not in SCHEMES or not urlsplit(uri).hostname:
        raise StoreError(
            "not the address of a Neo4j", where=uri, hint="neo4j://host:7687, or bolt://; +s behind it for TLS"
        )


CAUGHT = (exceptions.Neo4jError, exceptions.DriverError, OSError, ValueError)
"""What the driver raises."""


def translated(error: Exception, uri: str, database: str | None, *, asking: bool) -> InnographError:
    """One of our errors for what the driver raised; `asking` where a person's question may be to blame."""
    code = getattr(error, "code", None) or ""
    said = str(getattr(error, "message", None) or error).split("\n")[0]
    if isinstance(error, exceptions.AuthError) or "Security.Unauthorized" in code:
        return StoreError("the user or the password is wrong", where=uri, hint="check the target's settings")
    if "AuthenticationRateLimit" in code:
        return StoreError("too many wrong passwords", where=uri, hint="wait a minute, then try again")
    if "CredentialsExpired" in code:
        return StoreError(
            "the password must be changed first", where=uri,
            hint="ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new' on the database system",
        )
    if "DatabaseNotFound" in code or "DatabaseUnavailable" in code:
        return StoreError(f"there is no database “{database}” to use", where=uri, hint="check its name")
    if asking and ("TransactionTimedOut" in code or "Transaction.Terminated" in code):
        return QueryStopped("the question took too long", hint="narrow it, or allow more time")
    if asking and "OutOfMemory" in code:
        return QueryStopped("the question needs more memory than the server gives", hint="narrow it")
    if "ConstraintCreationFailed" in code or "ConstraintValidationFailed" in code:
        return StoreError(
            f"other people's nodes are in the way: {said}", where=uri, hint="load into another database"
        )
    if isinstance(error, exceptions.ServiceUnavailable):
        return _unavailable(error, uri)
    if isinstance(error, (exceptions.UnsupportedServerProduct, exceptions.ConfigurationError)):
        return StoreError(
            f"the server or its address cannot be used: {said}", where=uri, hint="see docs/settings.md"
        )
    if asking and "ParameterMissing" in code:
        return QueryError(f"a parameter is missing: {said.partition(':')[2].strip() or said}")
    if asking and "AccessMode" in code:
        return QueryError("refused: it would change the graph", hint="ask with MATCH … RETURN")
    if asking and code.startswith("Neo.ClientError"):
        return QueryError(f"malformed question: {said}", hint="docs/property-graph.md tells the dialect")
    return StoreError(f"the server failed: {said}", where=uri, hint="try again; its log may tell more")


def _unavailable(error: Exception, uri: str) -> StoreError:
    text, cause = "", error.__cause__ or error.__context__
    while cause is not None and len(text) < 10_000:
        text += f" {type(cause).__name__} {cause}"
        cause = cause.__cause__ or cause.__context__
    text = f"{error} {text}"
    if "SSL" in text or "certificate" in text.lower() or ("+s" in uri and _listens(uri) and not _secure(uri)):
        return StoreError(
            "no secure connection to the server", where=uri,
            hint="use neo4j:// without TLS, neo4j+s:// with it, neo4j+ssc:// for a self-signed certificate",
        )
    if "routing" in text.lower() and _listens(uri):
        return StoreError("the server gives no routing table", where=uri, hint="try bolt://")
    return StoreError("no Neo4j server answers", where=uri, hint="is it running, and is the address right?")


def _listens(uri: str) -> bool:
    """Whether anything takes connections at the address."""
    parts = urlsplit(uri)
    try:
        socket.create_connection((parts.hostname or "", parts.port or 7687), 2.0).close()
    except OSError:
        return False
    return True


def _secure(uri: str) -> bool:
    """Whether the server at the address speaks TLS, with a certificate that counts where `+s` asks for one."""
    parts = urlsplit(uri)
    context = ssl.create_default_context()
    if parts.scheme.endswith("+ssc"):
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    try:
        with (
            socket.create_connection((parts.hostname or "", parts.port or 7687), 2.0) as plain,
            context.wrap_socket(plain, server_hostname=parts.hostname),
        ):
            return True
    except OSError:
        return False
