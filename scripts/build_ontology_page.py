"""Write `docs/ontology.html`: the ontology as a page for people, by pyLODE, in both languages.

    python scripts/build_ontology_page.py [--out FILE]

pyLODE 3.3.4 works offline and is put into a virtual environment of its own, `.cache/pylode/`, the first
time (it asks for other versions than innograph's). The page names the hash of the Turtle it was made from;
a test compares it.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from rdflib import RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL

from innograph.ontology import INO, source

ROOT = Path(__file__).resolve().parents[1]
VERSION = "3.3.4"
HOME = ROOT / ".cache" / "pylode" / VERSION
OUT = ROOT / "docs" / "ontology.html"
_SAID = {
    str(INO.edgeType): "边类型 edge type", str(INO.roleName): "角色名 role",
    str(INO.propertyName): "属性图 in Cypher",
}


def mark() -> str:
    """The element by which the page says what it was made from."""
    digest = hashlib.sha256(source().encode()).hexdigest()
    return f'<meta name="made-from" content="innograph.ttl {digest}">'


def bilingual() -> Graph:
    """The ontology with one label and one definition a term, Chinese and English in one text.

    pyLODE shows one language; what code reads (edge types, role names) stands with the definition.
    """
    graph = Graph().parse(data=source(), format="turtle")
    for predicate in (RDFS.label, SKOS.definition, DCTERMS.title, DCTERMS.description):
        for term in set(graph.subjects(predicate, None)):
            texts = {o.language: str(o) for o in graph.objects(term, predicate) if isinstance(o, Literal)}
            said = " · ".join(texts[code] for code in ("zh", "en") if code in texts)
            if predicate == SKOS.definition:
                noted = sorted((str(p), str(o)) for p, o in graph.predicate_objects(term) if str(p) in _SAID)
                said += "".join(f" [{_SAID[p]}: {o}]" for p, o in noted)
            graph.set((term, predicate, Literal(said)))
    internal = (INO.order, INO.category, INO.valueKind, INO.recordClass, INO.roleOf, INO.isTie)
    for predicate in (*internal, *map(URIRef, _SAID)):
        graph.remove((None, predicate, None))
    for node in set(graph.subjects(OWL.members, None)):  # disjointness has no page of its own
        if isinstance(node, BNode):
            graph.remove((node, None, None))
    return graph


def build(out: Path) -> None:
    """Make the page."""
    command = HOME / ("Scripts" if sys.platform == "win32" else "bin") / "pylode"
    if not command.exists():
        venv.create(HOME, with_pip=True)
        pip = [command.with_name("python"), "-m", "pip", "install", "-q"]
        subprocess.run([*pip, f"pylode=={VERSION}"], check=True)
    with tempfile.TemporaryDirectory() as folder:
        turtle, page = Path(folder) / "innograph.ttl", Path(folder) / "page.html"
        bilingual().serialize(turtle, format="turtle", encoding="utf-8")
        subprocess.run([command, "--sort", turtle, "-o", page], check=True, capture_output=True)
        text = page.read_text(encoding="utf-8")
    head = f'<head>\n    <meta charset="utf-8">\n    {mark()}'
    text = text.replace("<head>", head, 1).replace("<html>", '<html lang="zh">', 1)
    out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    build(parser.parse_args().out)
