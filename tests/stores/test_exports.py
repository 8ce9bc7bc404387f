"""Exports are read back by other programs: networkx, the csv module, a real `neo4j-admin import`."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import neo4j_server as scripts
import networkx as nx
import pytest
from cypher_places import Place, missing
from graphs import HOSTILE, golden_graph
from test_cypher_store import dump

from innograph.errors import InputError
from innograph.graph.elements import Delta, Graph
from innograph.graph.exports import export, to_networkx
from innograph.graph.stores import Mark
from innograph.graph.stores.neo4j import Neo4jStore

GOLDEN = golden_graph()


def _text(file: Path) -> io.StringIO:
    return io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")


def test_networkx_has_every_edge_with_its_statements() -> None:
    made = to_networkx(GOLDEN)
    assert set(made.nodes) == GOLDEN.nodes.keys()
    assert {key for _, _, key in made.edges(keys=True)} == GOLDEN.edges.keys()
    for subject, object_, key, about in made.edges(keys=True, data=True):
        edge = GOLDEN.edges[key]
        assert (subject, object_, about["type"]) == (edge.subject, edge.object, edge.type)
        assert len(about.get("statements", ())) == sum(s.edge == key for s in GOLDEN.statements.values())


def test_graphml_is_read_back_by_networkx(tmp_path: Path) -> None:
    (file,) = export(GOLDEN, "graphml", tmp_path / "kg.graphml")
    made = nx.read_graphml(file, force_multigraph=True)
    assert made.number_of_edges() == len(GOLDEN.edges)
    for key, node in GOLDEN.nodes.items():
        assert made.nodes[key]["name"] == node.name.replace("\r", "\n")
        assert json.loads(made.nodes[key]["labels"]) == list(node.labels)
    keys = {key for _, _, key in made.edges(keys=True)}
    assert keys == GOLDEN.edges.keys()


def test_gexf_is_read_back_by_networkx(tmp_path: Path) -> None:
    (file,) = export(GOLDEN, "gexf", tmp_path / "kg.gexf")
    made = nx.read_gexf(file)
    assert set(made.nodes) == GOLDEN.nodes.keys()
    found = {about["id"]: about["type_"] for _, _, about in made.edges(data=True)}
    assert found == {key: edge.type for key, edge in GOLDEN.edges.items()}


def test_csv_tables_are_complete_and_run_no_formula(tmp_path: Path) -> None:
    nodes, edges, statements = export(GOLDEN, "csv", tmp_path / "tables")
    rows = {row["key"]: row for row in csv.DictReader(_text(nodes))}
    assert rows.keys() == GOLDEN.nodes.keys()
    assert {rows[f"Enterprise/{name}"]["name"] for name in HOSTILE} == set(HOSTILE)
    assert json.loads(rows["Alliance/huaxian"]["aliases"]) == ["化纤联盟", "化纤产业联盟"]
    for file, count in ((edges, len(GOLDEN.edges)), (statements, len(GOLDEN.statements))):
        assert len(list(csv.reader(_text(file)))) == count + 1


@pytest.mark.parametrize("formula", ["=HYPERLINK(1)", "+1", "-1+2", "@x", "\tx"])
def test_a_cell_that_would_be_a_formula_is_defused(tmp_path: Path, formula: str) -> None:
    node = replace(GOLDEN.nodes["Topic/碳纤维"], properties={"name": formula})
    nodes, *_ = export(Graph({node.key: node}), "csv", tmp_path)
    assert f"'{formula}" in nodes.read_text(encoding="utf-8-sig")


def test_an_unknown_format_and_a_bad_destination_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no format xls"):
        export(GOLDEN, "xls", tmp_path / "x")
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be written"):
        export(GOLDEN, "csv", tmp_path / "file")


@pytest.mark.parametrize("version", ["5.26.30", "2025.10.1"])
def test_neo4j_csv_imports_to_what_a_load_writes(tmp_path: Path, version: str) -> None:
    if not scripts.fetched(version):
        missing(f"Neo4j {version} is not fetched, or no Java runs it: `make neo4j`")
    with Place("embedded", tmp_path).holding(GOLDEN) as store:
        loaded = dump(store)
    folder = tmp_path / "csv"
    export(GOLDEN, "neo4j-csv", folder, ledger="golden")
    home = tmp_path / "home"
    said = scripts.admin(version, home, "database", "import", "full", "neo4j", "@import.args", folder=folder)
    assert "IMPORT DONE" in said
    with (
        scripts.Server(version, home=home, short=True) as server,
        Neo4jStore(server.uri, server.user, server.password) as store,
    ):
        with server.driver() as driver, driver.session() as session:
            for statement in (folder / "schema.cypher").read_text().split(";\n"):
                if statement.strip():
                    session.run(statement).consume()
        assert store.mark() == Mark("ready", "golden")
        assert dump(store) == loaded
        store.apply(Delta(GOLDEN, after="golden", whole=True))
        assert dump(store) == loaded
