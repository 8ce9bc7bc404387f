"""The process that answers SPARQL questions on a read-only pyoxigraph store.

It is run as a file of its own (`python rdf_child.py MEMORY_LIMIT`) and imports nothing but
pyoxigraph, so that it starts at once. pyoxigraph has no time limit; a process can be killed. Each
line of standard input is a JSON request, each line of standard output its answer (the first says that
it is ready). `child.py` is the other side.
"""

from __future__ import annotations

import json
import sys
from itertools import islice
from typing import Any

import pyoxigraph as ox

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = {_XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")}
_NUMBERS = {_XSD + name for name in ("decimal", "double", "float")}


def main() -> None:
    """Answer until standard input ends."""
    _limit_memory(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    store: ox.Store | None = None
    opened: list[str] | None = None
    print('{"ready": true}', flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            if request["store"] != opened:
                store, opened = ox.Store.read_only(request["store"][0]), request["store"]
            assert store is not None  # noqa: S101
            answer = _answer(store, request["query"], request["limit"])
        except SyntaxError as error:
            answer = {"refused": str(error)}
        except (OSError, RuntimeError, ValueError) as error:
            store, opened = None, None
            answer = {"failed": str(error)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _answer(store: ox.Store, query: str, limit: int) -> dict[str, Any]:
    results = store.query(query)
    if isinstance(results, ox.QueryBoolean):
        return {"columns": ["answer"], "rows": [[bool(results)]], "truncated": False}
    if isinstance(results, ox.QueryTriples):
        columns = ["subject", "predicate", "object"]
        rows = [[plain(t.subject), plain(t.predicate), plain(t.object)] for t in islice(results, limit + 1)]
    else:
        columns = [v.value for v in results.variables]
        rows = [[plain(cell) for cell in solution] for solution in islice(results, limit + 1)]
    return {"columns": columns, "rows": rows[:limit], "truncated": len(rows) > limit}


def plain(term: Any) -> Any:
    """A term as a plain value: text, number, truth or None."""
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode | ox.BlankNode) else str(term)
    kind = term.datatype.value
    if kind in _INTEGERS:
        return int(term.value)
    if kind in _NUMBERS:
        return float(term.value)
    return term.value == "true" if kind == _XSD + "boolean" else term.value


def _limit_memory(size: int) -> None:
    """Let the process end rather than the machine when an answer grows without bounds."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    if size:
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


if __name__ == "__main__":
    main()
