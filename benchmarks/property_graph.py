"""Loading the property graph: the embedded store beside networkx and kglite, Neo4j beside a bare driver loop.

    python benchmarks/property_graph.py                       200,000 nodes, 1,000,000 edges; some minutes
    python benchmarks/property_graph.py --things 10000 --facts 50000
    python benchmarks/property_graph.py --only embedded       or neo4j, peers

The data is generated (`collaboration.py`), the same for all in a run. Each figure comes from a process of
its own, and each Neo4j figure from a fresh server of its own. Peers that want other driver versions
(neomodel, rdflib-neo4j) run in environments under `.cache/peers/`, on a smaller cut, against a
server of their own too. neo4j-graphrag's writer calls APOC, which a community server from the registry
lacks; it is tried, and what it says is reported. JSON on standard output.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE), str(HERE.parent / "scripts")]

from collaboration import collaboration  # noqa: E402

from innograph.graph.elements import Delta, Graph  # noqa: E402

BATCH = 10_000
PEERS = {"neomodel": ["neomodel"], "rdflib_neo4j": ["rdflib-neo4j"], "graphrag": ["neo4j-graphrag"]}


def memory() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    begun = time.perf_counter()
    work()
    return round(time.perf_counter() - begun, 2)


def processor(server: Any = None) -> float:
    """Seconds of processor time so far, of this process and of a server: what a busy machine stretches least."""
    used = [psutil.Process(pid).cpu_times() for pid in [None, *([server.pid] if server else [])]]
    return sum(one.user + one.system for one in used)


def timed(work: Callable[[], object], server: Any = None) -> dict[str, float]:
    """How long a first load takes, by the clock and by the processor."""
    before = processor(server)
    took = seconds(work)
    return {"first load s": took, "first load, processor s": round(processor(server) - before, 2)}


# -- steps, each in a process of its own ----------------------------------------------------------


def embedded(graph: Graph) -> dict[str, Any]:
    """First load, unchanged load, a change of one item, and the first answer."""
    from innograph.graph.stores.embedded import EmbeddedStore

    whole, before = Delta(graph, after="1", whole=True), memory()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph"

        def load() -> None:
            with EmbeddedStore(path) as store:
                store.apply(whole)

        first = timed(load)
        peak = memory()

        def again() -> None:
            with EmbeddedStore(path) as store:
                assert store.mark().ledger == "1"
                store.apply(Delta(Graph(), after="1"))

        unchanged = seconds(again)
        some = dict(list(graph.edges.items())[:100])
        with EmbeddedStore(path) as store:
            change = seconds(lambda: store.apply(Delta(Graph(edges=some), after="2")))
        with EmbeddedStore(path, read_only=True) as store:
            answer = seconds(lambda: store.query("MATCH (n:Thing {key: 'Alliance/0000000'}) RETURN n.name"))
            count = store.counts()
        size = sum(f.stat().st_size for f in path.rglob("*") if f.is_file()) / 2**20
    assert count["nodes"]["Thing"] == len(graph.nodes) and sum(count["edges"].values()) == len(graph.edges)
    return {
        **first, "unchanged load s": unchanged, "unchanged / first": round(unchanged / first["first load s"], 4),
        "100 edges changed s": change, "open and first answer s": answer, "folder MB": round(size),
        "memory of the graph alone MB": round(before), "memory at most MB": round(peak),
    }


def networkx_(graph: Graph) -> dict[str, Any]:
    """The same graph in networkx's memory."""
    from innograph.graph.exports import to_networkx

    before = memory()
    took = timed(lambda: to_networkx(graph))
    return {**took, "memory of the graph alone MB": round(before), "memory at most MB": round(memory())}


def kglite_(graph: Graph) -> dict[str, Any]:
    """The same graph in kglite (pandas frames in), where it is installed."""
    try:
        import kglite
        import pandas as pd
    except ImportError:
        return {"not run": "pip install kglite pandas"}
    from innograph.graph.stores.cypher import edge_row, node_row

    def load() -> None:
        made = kglite.KnowledgeGraph()
        types = {node.key: node.type for node in graph.nodes.values()}
        nodes = pd.DataFrame([{**node_row(n), "aliases": "|".join(n.properties["aliases"])} for n in graph.nodes.values()])  # type: ignore[arg-type]
        for type_, rows in nodes.groupby("type"):
            made.add_nodes(rows, type_, "key", "name")
        edges = pd.DataFrame([
            {"subject": e.subject, "object": e.object, "edge": e.type, "from": types[e.subject],
             "to": types[e.object], **edge_row(e)}
            for e in graph.edges.values()
        ])
        for (kind, from_, to), rows in edges.groupby(["edge", "from", "to"]):
            made.add_connections(rows, kind, from_, "subject", to, "object")

    before = memory()
    took = timed(load)
    return {**took, "memory of the graph alone MB": round(before), "memory at most MB": round(memory())}


@contextmanager
def server() -> Iterator[Any]:
    """A fresh Neo4j."""
    import neo4j_server

    with neo4j_server.Server(heap="3g") as running:
        yield running


def neo4j_ours(graph: Graph) -> dict[str, Any]:
    """`Neo4jStore`, and what an unchanged load costs."""
    from innograph.graph.stores.neo4j import Neo4jStore

    with server() as running, Neo4jStore(running.uri, running.user, running.password) as store:
        first = timed(lambda: store.apply(Delta(graph, after="1", whole=True)), running)
        unchanged = seconds(lambda: store.apply(Delta(Graph(), after="1")))
        count = store.counts()
    assert count["nodes"]["Thing"] == len(graph.nodes) and sum(count["edges"].values()) == len(graph.edges)
    return {**first, "unchanged load s": unchanged, "memory at most MB": round(memory())}


def neo4j_bare(graph: Graph) -> dict[str, Any]:
    """The driver in a bare loop: one constraint, `UNWIND … MERGE`, one session, no retries, no marks."""
    from innograph.graph.stores.cypher import (
        batches,
        edge_row,
        edges_by_type,
        labels,
        node_row,
        nodes_by_labels,
    )

    def load() -> None:
        with running.driver() as driver, driver.session() as session:
            session.run("CREATE CONSTRAINT FOR (n:Thing) REQUIRE n.key IS UNIQUE").consume()
            for group, nodes in nodes_by_labels(graph).items():
                for some in batches(nodes, BATCH):
                    session.run(
                        f"UNWIND $rows AS row MERGE (n:Thing {{key: row.key}}) SET n{labels(group)}, n += row",
                        rows=[node_row(n) for n in some],
                    ).consume()
            for type_, edges in edges_by_type(graph).items():
                for lot in batches(edges, BATCH):
                    session.run(
                        "UNWIND $rows AS row MATCH (a:Thing {key: row.a}) MATCH (b:Thing {key: row.b}) "
                        f"MERGE (a)-[r:{type_} {{key: row.said.key}}]->(b) SET r += row.said",
                        rows=[{"a": e.subject, "b": e.object, "said": edge_row(e)} for e in lot],
                    ).consume()

    with server() as running:
        return {**timed(load, running), "memory at most MB": round(memory())}


STEPS: dict[str, Callable[[Graph], dict[str, Any]]] = {
    "embedded": embedded, "networkx": networkx_, "kglite": kglite_, "neo4j bare driver loop": neo4j_bare,
    "neo4j innograph": neo4j_ours,
}
GROUPS = {
    "embedded": ["embedded", "networkx", "kglite"], "neo4j": ["neo4j bare driver loop", "neo4j innograph"],
    "peers": [],
}


# -- peers in environments of their own ----------------------------------------------------------


def peer(name: str, things: int, facts: int) -> dict[str, Any]:
    """A peer's figure on a fresh server; `property_graph_peers.py` runs in its environment."""
    venv = HERE.parent / ".cache" / "peers" / name
    python = venv / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        subprocess.run([str(python), "-m", "pip", "-q", "install", *PEERS[name]], check=True)
    with tempfile.TemporaryDirectory() as folder, server() as running:
        data = Path(folder) / "data.json"
        graph = collaboration(things, facts)
        data.write_text(json.dumps({
            "nodes": [{"key": n.key, "type": n.type, "name": n.name} for n in graph.nodes.values()],
            "edges": [{"subject": e.subject, "object": e.object, "type": e.type, "key": e.key,
                       "evidence": e.properties["evidence"]} for e in graph.edges.values()],
        }))
        before = processor(running)
        ran = subprocess.run(
            [str(python), str(HERE / "property_graph_peers.py"), name, str(running.port), running.password, str(data)],
            capture_output=True, text=True, check=False,
        )
        if ran.returncode:
            return {"failed": ran.stderr.strip().split("\n")[-1][:300]}
        found: dict[str, Any] = json.loads(ran.stdout.strip().split("\n")[-1])
        used = found.pop("processor s") + processor(running) - before
        return {**found, "first load, processor s": round(used, 2)}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--things", type=int, default=200_000)
    parser.add_argument("--facts", type=int, default=1_000_000)
    parser.add_argument("--cut", type=int, default=50, help="peers get 1/CUT of it (default 50)")
    parser.add_argument("--only", choices=GROUPS, action="append")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        print(json.dumps(STEPS[options.step](collaboration(options.things, options.facts))))
        return
    sizes = ["--things", str(options.things), "--facts", str(options.facts)]
    results: dict[str, Any] = {"nodes": options.things, "edges": options.facts}

    def run(step: str, sizes: list[str]) -> dict[str, Any]:
        said = subprocess.run(
            [sys.executable, __file__, "--step", step, *sizes], check=True, stdout=subprocess.PIPE, text=True
        ).stdout
        found: dict[str, Any] = json.loads(said.strip().split("\n")[-1])
        print(f"{step}: {found}", file=sys.stderr)
        return found

    for group in options.only or GROUPS:
        for step in GROUPS[group]:
            results[step] = run(step, sizes)
        if group == "neo4j":
            for name in ("first load s", "first load, processor s"):
                bare, ours = (results[step][name] for step in GROUPS["neo4j"])
                results[f"innograph's speed / bare loop's, by {name}"] = round(bare / ours, 2)
        if group == "peers":
            things, facts = options.things // options.cut, options.facts // options.cut
            cut = {"nodes": things, "edges": facts}
            cut["innograph"] = run("neo4j innograph", ["--things", str(things), "--facts", str(facts)])
            for name in PEERS:
                cut[name] = peer(name, things, facts)
                print(f"{name}: {cut[name]}", file=sys.stderr)
            results["peers on a cut"] = cut
    print(json.dumps(results, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
