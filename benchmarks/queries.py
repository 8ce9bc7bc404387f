"""How fast the canned questions answer, on a made-up graph of any size.

    python benchmarks/queries.py [--edges 1000000] [--sets 100] [--on embedded rdf neo4j] [--keep FOLDER]

Prints one row for each question: 50th and 95th percentile of the milliseconds that an answer takes on each store,
over as many sets of parameters as `--sets` says, drawn with a seed, and in brackets the 95th percentile of the
processor time, which says how long it takes where nothing else runs. Whole-graph questions get one set. `edges` counts
the relationships that the property graph holds, `STATES` included. The graph is made up: its names are numbers, its
alliances of very different size, as real ones are.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import psutil

sys.path.append(str(Path(__file__).resolve().parents[1] / "scripts"))

from innograph.errors import QueryStopped
from innograph.graph.elements import Delta, Edge, Graph, Node, Statement, Value, edge_key, statement_key
from innograph.graph.stores import Store
from innograph.graph.stores.embedded import EmbeddedStore
from innograph.graph.stores.rdf import RdfStore
from innograph.ontology import load
from innograph.queries import Library, Question, ask

BASE = "https://example.org/bench/"
SHARES: dict[str, float] = {
    "Alliance": 0.2, "Enterprise": 3.0, "University": 0.5, "ResearchInstitute": 1.0, "GovernmentAgency": 0.2,
    "Association": 0.2, "StandardsBody": 0.1, "OrganizationUnit": 0.4, "Person": 3.0, "Event": 4.0, "Policy": 0.8,
    "Standard": 0.8, "Publication": 0.4, "Project": 0.5, "Achievement": 0.8, "Honour": 0.1, "Topic": 0.2,
    "Place": 0.05, "Bulletin": 0.1, "BulletinItem": 3.0,
}
"""Nodes of each class, in hundredths of the edges."""
ORGANIZATIONS = ("Enterprise", "University", "ResearchInstitute", "Association", "Alliance")
FACTS: tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str | None, ...], float], ...] = (
    ("memberOf", ORGANIZATIONS[:4], ("Alliance",), ("member", "member", "council", "chair", "applicant"), 9.0),
    ("organizes", ORGANIZATIONS, ("Event",), ("host", "host", "undertake", "support", "guide"), 7.0),
    ("participatesIn", ("Person", "Enterprise"), ("Event",), ("attend", "speak", "exhibit"), 7.0),
    ("cooperatesWith", ORGANIZATIONS, ORGANIZATIONS, ("joint", "agreement", "talk"), 4.0),
    ("about", ("Event", "Policy", "Standard", "Project"), ("Topic",), (None,), 4.0),
    ("heldIn", ("Event",), ("Place",), (None,), 3.0),
    ("holdsPost", ("Person",), ORGANIZATIONS, (None,), 2.0),
    ("issues", ("GovernmentAgency", "Alliance"), ("Policy", "Standard"), ("issue", "sign", "approve"), 1.5),
    ("drafts", ORGANIZATIONS, ("Standard", "Publication"), ("lead", "join"), 2.0),
    ("partOf", ("OrganizationUnit",), ORGANIZATIONS, (None,), 0.4),
    ("administers", ("StandardsBody",), ("Standard",), (None,), 0.5),
    ("develops", ORGANIZATIONS[:3], ("Achievement",), (None,), 0.8),
    ("undertakes", ORGANIZATIONS[:3], ("Project",), (None,), 0.5),
    ("outcomeOf", ("Achievement",), ("Project",), (None,), 0.3),
    ("selectedFor", ("Enterprise", "Person"), ("Honour",), (None,), 0.3),
    ("awards", ("Association",), ("Honour",), (None,), 0.05),
    ("owns", ("Enterprise",), ("Enterprise",), (None,), 0.3),
    ("amends", ("Policy",), ("Policy",), (None,), 0.2),
    ("subEventOf", ("Event",), ("Event",), (None,), 0.4),
    ("proposes", ORGANIZATIONS[:2], ("Standard",), (None,), 0.2),
)
"""(predicate, classes of subjects, of objects, roles, facts in hundredths of the edges)."""
FACTS_SHARE = 0.57
"""What the tables above are hundredths of: the rest of the relationships are mentions, and who states what."""


def made_up(edges: int, seed: int = 7) -> Graph:
    """A graph of about this many relationships. The same numbers give the same graph."""
    rng = random.Random(seed)
    ontology = load()
    edges = round(edges * FACTS_SHARE)
    keys = {c: [f"{c}/{i:06}" for i in range(max(3, round(share * edges / 100)))] for c, share in SHARES.items()}
    dates = [f"{year}-{month:02}" for year in range(2015, 2025) for month in range(1, 13)]
    nodes = {k: Node(k, c, ontology.labels(c), _said(c, k, rng, dates)) for c, some in keys.items() for k in some}
    found: dict[str, Edge] = {}
    statements: dict[str, Statement] = {}
    for predicate, subjects, objects, roles, share in FACTS:
        for _ in range(round(share * edges / 100)):
            one, other = _pick(rng, keys[rng.choice(subjects)]), _pick(rng, keys[rng.choice(objects)])
            if one == other:
                continue
            if predicate == "cooperatesWith" and other < one:
                one, other = other, one
            role, item, date = rng.choice(roles), rng.choice(keys["BulletinItem"]), rng.choice(dates)
            edge = _fact(one, predicate, other, role, date)
            if edge.key not in found:
                found[edge.key] = edge
                said = Statement(
                    statement_key(item, edge.key, 0, 9), edge.key, item, 0, 9, "made-up words", "bench", 0.9
                )
                statements[said.key] = said
                for end in (one, other):
                    mention = _link(item, "mentions", end)
                    found[mention.key] = mention
    for item in keys["BulletinItem"]:
        link = _link(item, "partOfBulletin", rng.choice(keys["Bulletin"]))
        found[link.key] = link
    return Graph(nodes, found, statements)


def _pick(rng: random.Random, some: list[str]) -> str:
    """One of them, the first far more often than the last."""
    return some[int(len(some) * rng.random() ** 2)]


def _said(class_: str, key: str, rng: random.Random, dates: list[str]) -> dict[str, Value]:
    said: dict[str, Value] = {"name": key.replace("/", " ")}
    if class_ in ("Event", "Policy"):
        said["date"] = f"{rng.choice(dates)}-{rng.randint(1, 28):02}"
    if class_ == "BulletinItem":
        said |= {"kind": "news", "number": int(key[-6:]), "bulletin": "made-up", "date": rng.choice(dates), "text": ""}
    if class_ == "Bulletin":
        said |= {"kind": "bulletin", "bulletin": key[-6:]}
    if class_ == "Standard":
        said["level"] = rng.choice(("group", "national"))
    if class_ in ORGANIZATIONS:
        said |= {"betweenness": rng.random(), "degree": 3, "alliances": 1, "strength": 2.5, "core": 1}
        said |= {"constraint": rng.random(), "effective_size": 2.0, "community": str(rng.randint(1, 40))}
    return said


def _fact(one: str, predicate: str, other: str, role: str | None, date: str) -> Edge:
    key, type_ = edge_key(one, predicate, other, role), load().edge_type(predicate, role)
    said: dict[str, Value] = {
        "evidence": 1, "confidence": 0.9, "first_seen": date, "last_seen": date, "stated_by": "bulletin",
    }
    return Edge(key, type_, predicate, one, other, role, said)


def _link(one: str, predicate: str, other: str) -> Edge:
    return Edge(edge_key(one, predicate, other, None), load().edge_type(predicate), predicate, one, other)


def parameter_sets(question: Question, graph: Graph, sets: int) -> Iterator[dict[str, Any]]:
    """Sets of parameters that a question takes, things drawn from those that facts join."""
    rng = random.Random(question.name)
    wanted = {
        "Organization": ORGANIZATIONS, "Work": ("Policy", "Standard"), "": ("Enterprise", "Alliance", "Event"),
    }
    by_class: dict[str, list[str]] = {}
    for node in graph.nodes.values():
        by_class.setdefault(node.type, []).append(node.key)
    whole = "whole-graph" in question.tags
    for _ in range(1 if whole else sets):
        found: dict[str, Any] = {}
        for one in question.parameters.values():
            if one.type == "thing":
                found[one.name] = _pick(rng, by_class[rng.choice(wanted.get(one.kind, (one.kind,)))])
            elif one.required:
                found[one.name] = {"date": "2024-06", "text": "0001"}.get(one.type, "1")
        yield found


def measured(store: Store, question: Question, sets: list[dict[str, Any]]) -> tuple[str, int]:
    """The cell of the table, and the most rows of an answer."""
    library, most = Library(), 0
    took, used = [], []
    for number, parameters in enumerate([sets[0], *sets]):
        clock = Processor()
        start, before = time.perf_counter(), clock.seconds()
        answer = ask(library, question, store, parameters, timeout=120)
        if number:  # the first one warms the store up
            took.append((time.perf_counter() - start) * 1000)
            used.append((clock.seconds() - before) * 1000)
            most = max(most, len(answer))
    return f"{rank(took, 0.5):.0f} / {rank(took, 0.95):.0f} ({rank(used, 0.95):.0f})", most


def rank(some: list[float], share: float) -> float:
    """The value that this share of them does not exceed (nearest rank)."""
    return sorted(some)[max(0, math.ceil(share * len(some)) - 1)]


class Processor:
    """The processor time of this process and all that it started: engines and servers too (Linux)."""

    def __init__(self) -> None:
        self._pids = [one.pid for one in psutil.Process().children(recursive=True)]

    def seconds(self) -> float:
        """The sum so far; what has ended meanwhile is left out."""
        found = time.process_time()
        for pid in self._pids:
            with suppress(OSError):
                found += time.clock_gettime((~pid << 3) | 2)  # another process's: clock_getcpuclockid(3)
        return found


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--edges", type=int, default=1_000_000)
    parser.add_argument("--sets", type=int, default=100)
    parser.add_argument("--on", nargs="+", default=["embedded", "rdf"], choices=["embedded", "rdf", "neo4j"])
    parser.add_argument("--only", nargs="+", help="these questions alone")
    parser.add_argument("--keep", type=Path, help="keep the stores here, and use them where they are")
    options = parser.parse_args()
    graph = made_up(options.edges)
    print(
        f"{len(graph.nodes):,} nodes, {len(graph.edges) + len(graph.statements):,} relationships, "
        f"{len(graph.statements):,} statements; load of the machine {os.getloadavg()[0]:.1f}", flush=True,
    )
    with ExitStack() as opened:
        folder = options.keep or Path(opened.enter_context(tempfile.TemporaryDirectory()))
        stores = {name: _loaded(name, folder, graph, opened) for name in options.on}
        print("| question | rows | " + " | ".join(f"{name} p50 / p95 ms (processor)" for name in stores) + " |")
        print("|---|---|" + "---|" * len(stores), flush=True)
        for question in Library():
            if options.only and question.name not in options.only:
                continue
            sets = list(parameter_sets(question, graph, options.sets))
            cells, most = [], 0
            for store in stores.values():
                try:
                    cell, most = measured(store, question, sets)
                except QueryStopped as error:
                    cell = str(error).partition(" (")[0]
                cells.append(cell)
            mark = " (whole graph)" if "whole-graph" in question.tags else ""
            print(f"| {question.name}{mark} | {most} | " + " | ".join(cells) + " |", flush=True)


def _loaded(name: str, folder: Path, graph: Graph, opened: ExitStack) -> Store:
    folder.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    store: Store
    if name == "embedded":
        store = EmbeddedStore(folder / "graph")
    elif name == "rdf":
        store = RdfStore(folder / "rdf", base=BASE)
    else:
        import neo4j_server

        from innograph.graph.stores.neo4j import Neo4jStore

        server = neo4j_server.Server(home=folder / "neo4j", heap="2g")
        server.start()
        opened.callback(server.close)
        store = Neo4jStore(server.uri, server.user, server.password)
    opened.callback(store.close)
    if store.mark().state != "ready":
        store.apply(Delta(graph, after=str(len(graph)), whole=True))
        print(f"{name} loaded in {time.perf_counter() - start:.0f} s", flush=True)
    return store


if __name__ == "__main__":
    main()
