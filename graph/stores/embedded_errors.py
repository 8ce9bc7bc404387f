"""What the embedded engine raises, said for a person."""

from __future__ import annotations

import re

from ...errors import QueryError, QueryStopped

_JAVA = re.compile(r"(?:[A-Za-z ]+: )?(?:[a-z]+\.)+[A-Z]\w*(?:Exception|Error): ")
_CAUSE = re.compile(r"\s*\(caused by [^()]*(?:Exception|Error|antlr)[^()]*\)")


def first_line(text: str) -> str:
    """What an error of the engine says, without its Java classes."""
    return _CAUSE.sub("", _JAVA.sub("", text)).split("\n")[0].strip()


def out_of_memory(text: str) -> bool:
    """Whether the engine gave up because its rows would not fit into its memory."""
    return "heap budget exceeded" in text or "OutOfMemory" in text


def query_error(text: str) -> QueryError:
    """What the engine said of a question, as one of our errors."""
    said = first_line(text)
    if "NotIdempotent" in text or "ReadOnly" in text:
        return QueryError("refused: it would change the graph", hint="ask with MATCH … RETURN")
    if "ParameterMissing" in text:
        return QueryError(f"a parameter is missing: {said.partition(':')[2].strip() or said}")
    if out_of_memory(text):
        return QueryStopped("the question needs more memory than the engine has", hint="narrow it")
    if "TimeoutException" in text:
        return QueryStopped(f"the question was stopped: {said}", hint="narrow it")
    return QueryError(f"malformed question: {said}", hint="docs/property-graph.md tells the dialect")
