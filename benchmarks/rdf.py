"""The RDF store beside a bare pyoxigraph, rdflib Memory and oxrdflib: first load, questions, changes.

    python benchmarks/rdf.py [--facts 21000] [--peers]

The graph is generated (seeded): alliances, organisations, events and who states what in which item;
21,000 facts make about 1,000,000 quads. Every figure is measured in this one run; JSON on standard
output. `--peers` needs oxrdflib and takes some minutes, rdflib Memory being what it is.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from innograph.graph.elements import Delta, Edge, Graph, Node, Statement, by_key, edge_key, statement_key
from innograph.graph.rdf_export import to_rdflib
from innograph.graph.rdf_model import quads
from innograph.graph.stores.rdf import RdfStore
from innograph.graph.validation import validate_store
from innograph.ontology import load

BASE = "https://example.org/kg/"
PREFIX = "PREFIX ino: <https://w3id.org/innograph/ontology#>\n"
RUNS = 10

QUESTIONS = {
    "members of an alliance": """
        SELECT ?key ?name ?role WHERE {
          ?a ino:key "Alliance/7" . ?e a ino:Membership ; ino:object ?a ; ino:subject ?s ; ino:role ?role .
          ?s ino:key ?key ; ino:name ?name
        } ORDER BY ?key ?role""",
    "alliances of an organisation": """
        SELECT ?key ?seen WHERE {
          ?s ino:key "Enterprise/11" .
          ?e a ino:Membership ; ino:subject ?s ; ino:object ?a ; ino:firstSeen ?seen . ?a ino:key ?key
        } ORDER BY ?key""",
    "shared members of two": """
        SELECT ?key WHERE {
          ?a ino:key "Alliance/1" . ?b ino:key "Alliance/2" . ?m ino:memberOf ?a, ?b ; ino:key ?key
        } ORDER BY ?key""",
    "who shares members with one": """
        SELECT ?key (COUNT(DISTINCT ?m) AS ?n) WHERE {
          ?a ino:key "Alliance/1" . ?m ino:memberOf ?a, ?b . ?b a ino:Alliance ; ino:key ?key FILTER(?a != ?b)
        } GROUP BY ?key ORDER BY DESC(?n) ?key LIMIT 10""",
    "chairs of several": """
        SELECT ?key (COUNT(?a) AS ?n) WHERE { ?s ino:chairs ?a ; ino:key ?key }
        GROUP BY ?key HAVING(COUNT(?a) > 1) ORDER BY DESC(?n) ?key LIMIT 20""",
    "hosts of an event": """
        SELECT ?key ?role WHERE {
          ?v ino:key "Event/5" . ?e a ino:Organizing ; ino:object ?v ; ino:subject ?s ; ino:role ?role .
          ?s ino:key ?key
        } ORDER BY ?key ?role""",
    "co-hosts of an organisation": """
        SELECT DISTINCT ?key WHERE {
          ?s ino:key "Enterprise/3" ; ino:hosts ?v . ?o ino:hosts ?v ; ino:key ?key FILTER(?o != ?s)
        } ORDER BY ?key""",
    "sentences behind a fact": """
        SELECT ?item ?quote WHERE {
          ?s ino:key "Enterprise/11" . ?e ino:subject ?s .
          GRAPH ?g { ?t ino:edge ?e ; ino:quote ?quote . ?i ino:states ?t } ?i ino:key ?item
        } ORDER BY ?item ?quote""",
    "facts of an item": """
        SELECT ?s ?p ?o WHERE {
          ?i ino:key "BulletinItem/b3#4" ; ino:hasGraph ?g .
          GRAPH ?g { ?t a ino:Statement ; ino:subject ?s ; ino:predicate ?p ; ino:object ?o }
        } ORDER BY ?s ?p ?o""",
    "new ties of a period": """
        SELECT ?one ?other WHERE {
          ?e a ino:Cooperation ; ino:subject ?a ; ino:object ?b ; ino:firstSeen ?d
          FILTER(?d >= "2024-11" && ?d < "2024-12") ?a ino:key ?one . ?b ino:key ?other
        } ORDER BY ?one ?other""",
}


def graph(facts: int, seed: int = 7) -> Graph:
    """A collaboration graph with this many facts, each stated once or twice."""
    rng = random.Random(seed)
    alliances = [f"Alliance/{n}" for n in range(max(10, facts // 100))]
    firms = [f"Enterprise/{n}" for n in range(max(20, facts // 8))]
    events = [f"Event/{n}" for n in range(max(10, facts // 20))]
    things = [*alliances, *firms, *events]
    nodes = [_node(key, f"第{key.rpartition('/')[2]}号{key[:3]}") for key in things]
    edges: dict[str, Edge] = {}
    statements: list[Statement] = []
    items: set[str] = set()
    while len(edges) < facts:
        found = _fact(rng, alliances, firms, events)
        if found.key in edges:
            continue
        edges[found.key] = found
        for _ in range(rng.choice((1, 1, 1, 2))):
            item = f"BulletinItem/b{len(edges) // 300}#{rng.randrange(1, 30)}"
            items.add(item)
            statements.append(_statement(rng, found, item))
    nodes += [_node(item, "一条新闻") for item in sorted(items)]
    return Graph(by_key(nodes), by_key(edges.values()), by_key(statements))


def _node(key: str, name: str) -> Node:
    type_ = key.partition("/")[0]
    said = {"name": name, "aliases": (f"{name}简称",), "field": "新材料"}
    return Node(key, type_, load().labels(type_), said)


def _fact(rng: random.Random, alliances: list[str], firms: list[str], events: list[str]) -> Edge:
    kind = rng.random()
    firm = firms[int(rng.paretovariate(1.2)) % len(firms)] if kind < 0.2 else rng.choice(firms)
    if kind < 0.5:
        ends = firm, "memberOf", rng.choice(alliances), rng.choice(("member", "council", "chair"))
    elif kind < 0.8:
        ends = firm, "organizes", rng.choice(events), rng.choice(("host", "undertake", "support"))
    else:
        one, other = sorted(rng.sample(firms, 2))
        ends = one, "cooperatesWith", other, rng.choice(("joint", "talk", "agreement"))
    subject, predicate, object_, role = ends
    month = f"{rng.randrange(2018, 2025)}-{rng.randrange(1, 13):02}"
    return Edge(
        edge_key(*ends), load().edge_type(predicate, role), predicate, subject, object_, role,
        {"evidence": 1, "confidence": 0.9, "first_seen": month, "last_seen": month, "stated_by": "bulletin"},
    )


def _statement(rng: random.Random, edge: Edge, item: str) -> Statement:
    start = rng.randrange(500)
    quote = f"{edge.subject}与{edge.object}：原文第{start}字起的一句话"
    key = statement_key(item, edge.key, start, start + len(quote))
    return Statement(key, edge.key, item, start, start + len(quote), quote, "rule.vote", 0.9)


def timed(work: Callable[[], Any]) -> float:
    """Seconds that it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def first_load(whole: Graph, folder: Path) -> dict[str, Any]:
    """The store's first load and a bare `bulk_load` of the same quads from a file, each the best of two."""
    file = folder / "bare.nq"
    with file.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(q.line for q in quads(whole, base=BASE))
    store = RdfStore(folder / "rdf", base=BASE)
    ours = [timed(lambda: store.apply(Delta(whole, after="a", whole=True))) for _ in range(2)]
    bares = [_bare(file, folder / name) for name in ("bare", "bare2")]
    check = timed(lambda: validate_store(store))
    store.close()
    size = sum(1 for _ in file.open("rb"))
    file.unlink()
    return {
        "quads": size, "first load s": min(ours), "bare bulk_load s": min(bares),
        "times bare": min(ours) / min(bares), "validation of the whole store s": check,
    }


def _bare(file: Path, folder: Path) -> float:
    store = ox.Store(str(folder))
    return timed(lambda: store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS))


def changes(whole: Graph, folder: Path) -> dict[str, Any]:
    """Withdrawing and adding an item: milliseconds."""
    item = next(iter(whole.statements.values())).item
    gone = {k: s for k, s in whole.statements.items() if s.item == item}
    stated = {s.edge for k, s in whole.statements.items() if k not in gone}
    edges = {s.edge: whole.edges[s.edge] for s in gone.values() if s.edge not in stated}
    with RdfStore(folder / "rdf", base=BASE) as store:
        out = timed(lambda: store.apply(
            Delta(Graph(), deleted_edges=tuple(edges), deleted_statements=tuple(gone), after="c")))
        back = timed(lambda: store.apply(Delta(Graph({}, edges, gone), after="d")))
    return {"statements": len(gone), "withdraw ms": out * 1000, "add ms": back * 1000}


def asked(ask: Callable[[str], object], runs: int) -> dict[str, float]:
    """The median of each question, in ms, and the p95 of all runs."""
    medians: dict[str, float] = {}
    everything: list[float] = []
    for name, text in QUESTIONS.items():
        ask(PREFIX + text)
        times = [timed(lambda text=text: ask(PREFIX + text)) * 1000 for _ in range(runs)]
        everything += times
        medians[name] = statistics.median(times)
    everything.sort()
    return {**medians, "p95 of all": everything[min(len(everything) - 1, int(len(everything) * 0.95))]}


def peers(whole: Graph, folder: Path) -> Iterator[tuple[str, dict[str, float]]]:
    """The same questions by rdflib in memory, and by rdflib over pyoxigraph (oxrdflib)."""
    import rdflib

    dataset = to_rdflib(whole, base=BASE)
    yield "rdflib Memory", asked(lambda text: list(dataset.query(text)), 1)
    over = rdflib.Dataset(store="Oxigraph")
    over.store.open(str(folder / "bare"))
    yield "oxrdflib", asked(lambda text: list(over.query(text)), RUNS)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--facts", type=int, default=21_000)
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    whole = graph(options.facts)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report: dict[str, Any] = {"load": first_load(whole, folder), "change": changes(whole, folder)}
        with RdfStore(folder / "rdf", base=BASE, read_only=True) as store:
            report["ours, ms"] = asked(lambda text: store.query(text), RUNS)
        if options.peers:
            report["peers, ms"] = dict(peers(whole, folder))
    json.dump(report, sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
