"""A process that loads a graph and is killed by a test while it does.

    python load_and_die.py PLACE STATE     PLACE: a folder, or a Neo4j address; STATE: 0 … , see `state`

It prints `start` when it begins to write and `done` at the end.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))

from collaboration import collaboration

from innograph.graph.elements import Delta, Graph, by_key
from innograph.graph.stores import Store


def state(number: int, things: int = 800) -> Graph:
    """The graph of a stage: each shares most with the one before, and lacks, adds and changes some."""
    graph = collaboration(things, things * 3, statements=things * 2)
    gone = {key for at, key in enumerate(graph.edges) if at % 10 == number % 10}
    edges = [
        replace(edge, properties={**edge.properties, "evidence": number}) if at % 3 == 0 else edge
        for at, (key, edge) in enumerate(graph.edges.items()) if key not in gone
    ]
    nodes = [
        replace(node, labels=node.labels[:-1]) if at % 7 == number % 7 and len(node.labels) > 4 else node
        for at, node in enumerate(graph.nodes.values())
    ]
    said = [s for s in graph.statements.values() if s.edge not in gone]
    return Graph(by_key(nodes), by_key(edges), by_key(said))


def difference(before: Graph, after: Graph) -> Delta:
    """What brings a store from one stage to another."""
    changed = Graph(*(
        {key: element for key, element in now.items() if then.get(key) != element}
        for then, now in (
            (before.nodes, after.nodes), (before.edges, after.edges), (before.statements, after.statements)
        )
    ))
    return Delta(
        changed, tuple(before.nodes.keys() - after.nodes.keys()), tuple(before.edges.keys() - after.edges.keys()),
        tuple(before.statements.keys() - after.statements.keys()),
    )


def opened(place: str) -> Store:
    """The store at a place."""
    if "://" in place:
        from innograph.graph.stores.neo4j import Neo4jStore

        return Neo4jStore(place, "neo4j", os.environ["TEST_PASSWORD"])
    from innograph.graph.stores.embedded import EmbeddedStore

    return EmbeddedStore(place)


def load(store: Store, number: int) -> None:
    """Bring the store to a stage, as a workspace does: by a delta where it knows what the store holds."""
    mark = store.mark()
    after = state(number)
    known = mark.state == "ready" and mark.ledger.isdigit()
    delta = difference(state(int(mark.ledger)), after) if known else Delta(after, whole=True)
    print("start", flush=True)
    store.apply(replace(delta, after=str(number)))


if __name__ == "__main__":
    with opened(sys.argv[1]) as the_store:
        load(the_store, int(sys.argv[2]))
    print("done", flush=True)
