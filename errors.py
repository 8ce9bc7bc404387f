"""The errors that innograph raises on purpose: one tree, each a sentence for a person.

Every error says what is wrong, where, and what to do. `str(error)` is one line without a stack
trace; the command prints it and exits with the class's `exit_code`.
"""

from __future__ import annotations


class InnographError(Exception):
    """Base of all errors that innograph raises on purpose.

    Parameters
    ----------
    what
        What went wrong, a short clause without a full stop.
    where
        The file, page, line, item, server or setting it happened at; empty when there is none.
    hint
        What the person can do about it; empty when there is nothing to do.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        head = f"{where}: {what}" if where else what
        super().__init__(f"{head} ({hint})" if hint else head)


class InputError(InnographError):
    """A document, roster or facts file cannot be read or is not what it claims to be."""

    exit_code = 3


class LimitError(InputError):
    """An input is larger, deeper or slower than the limits for files from outside allow."""


class WorkspaceError(InnographError):
    """The workspace is missing, already there, locked, unwritable or damaged."""

    exit_code = 4


class SettingsError(InnographError):
    """`innograph.toml` or an environment variable holds something unusable."""

    exit_code = 4


class StoreError(InnographError):
    """A store (embedded or server) cannot be reached, opened, or refuses what it was given."""

    exit_code = 5


class QueryError(InnographError):
    """A question is unknown, malformed, refused, or has a bad parameter."""

    exit_code = 6


class QueryStopped(QueryError):
    """A question ran into its time or row limit, or was cancelled."""


class ValidationError(InnographError):
    """Facts break the shapes of the ontology."""

    exit_code = 7


class MissingExtra(InnographError):
    """An optional dependency is needed for what was asked."""

    exit_code = 8
