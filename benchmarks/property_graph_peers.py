"""Peers that load a Neo4j, each run by `property_graph.py` in an environment of its own.

    python property_graph_peers.py NAME PORT PASSWORD DATA.json

Each uses its own way for many rows, as its documentation shows it. JSON with the seconds, by the clock and of the processor.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any


def neomodel(port: str, password: str, data: dict[str, Any]) -> None:
    """Nodes by `create_or_update` in batches, relationships by `connect`."""
    global Thing  # neomodel looks the name up in the module
    from neomodel import (
        IntegerProperty,
        RelationshipTo,
        StringProperty,
        StructuredNode,
        StructuredRel,
        config,
        db,
    )

    config.DATABASE_URL = f"bolt://neo4j:{password}@127.0.0.1:{port}"

    class Said(StructuredRel):  # type: ignore[misc]
        key = StringProperty()
        evidence = IntegerProperty()

    class Thing(StructuredNode):  # type: ignore[misc]
        key = StringProperty(unique_index=True)
        name = StringProperty()
        type = StringProperty()
        member_of = RelationshipTo("Thing", "MEMBER_OF", model=Said)
        participates_in = RelationshipTo("Thing", "PARTICIPATES_IN", model=Said)
        organizes = RelationshipTo("Thing", "ORGANIZES", model=Said)

    db.install_labels(Thing, stdout=None, quiet=True) if hasattr(db, "install_labels") else None
    made = {}
    for at in range(0, len(data["nodes"]), 1000):
        with db.transaction:
            for node in Thing.create_or_update(*data["nodes"][at : at + 1000]):
                made[node.key] = node
    for at in range(0, len(data["edges"]), 1000):
        with db.transaction:
            for edge in data["edges"][at : at + 1000]:
                relation = getattr(made[edge["subject"]], edge["type"].lower())
                relation.connect(made[edge["object"]], {"key": edge["key"], "evidence": edge["evidence"]})


def rdflib_neo4j(port: str, password: str, data: dict[str, Any]) -> None:
    """Triples into a batched store (one edge for a triple; it has no edge properties)."""
    from rdflib import RDF, Graph, Literal, Namespace
    from rdflib_neo4j import HANDLE_VOCAB_URI_STRATEGY, Neo4jStore, Neo4jStoreConfig

    ex = Namespace("http://example.org/")
    settings = Neo4jStoreConfig(
        auth_data={"uri": f"bolt://127.0.0.1:{port}", "database": "neo4j", "user": "neo4j", "pwd": password},
        handle_vocab_uri_strategy=HANDLE_VOCAB_URI_STRATEGY.IGNORE, batching=True, batch_size=5000,
    )
    graph = Graph(store=Neo4jStore(config=settings))
    places = {node["key"]: ex[f"n{number}"] for number, node in enumerate(data["nodes"])}
    for node in data["nodes"]:
        graph.add((places[node["key"]], RDF.type, ex[node["type"]]))
        graph.add((places[node["key"]], ex.name, Literal(node["name"])))
        graph.add((places[node["key"]], ex.key, Literal(node["key"])))
    for edge in data["edges"]:
        graph.add((places[edge["subject"]], ex[edge["type"]], places[edge["object"]]))
    graph.close(True)


def graphrag(port: str, password: str, data: dict[str, Any]) -> None:
    """`Neo4jWriter` of neo4j-graphrag."""
    import asyncio

    import neo4j
    from neo4j_graphrag.experimental.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.experimental.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship

    graph = Neo4jGraph(
        nodes=[Neo4jNode(id=n["key"], label=n["type"], properties={"name": n["name"]}) for n in data["nodes"]],
        relationships=[
            Neo4jRelationship(
                start_node_id=e["subject"], end_node_id=e["object"], type=e["type"],
                properties={"key": e["key"], "evidence": e["evidence"]},
            )
            for e in data["edges"]
        ],
    )
    with neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=("neo4j", password)) as driver:
        result = asyncio.run(Neo4jWriter(driver).run(graph))
        if result.status != "SUCCESS":
            raise RuntimeError(str(result.metadata))


def main() -> None:
    """Run one peer."""
    name, port, password, file = sys.argv[1:]
    data = json.loads(Path(file).read_text())
    begun, used = time.perf_counter(), time.process_time()
    {"neomodel": neomodel, "rdflib_neo4j": rdflib_neo4j, "graphrag": graphrag}[name](port, password, data)
    used = time.process_time() - used
    print(json.dumps({"first load s": round(time.perf_counter() - begun, 2), "processor s": used}))


if __name__ == "__main__":
    main()
