"""Write docs/queries.md: the catalogue of questions, from their headers, each with a picture of a result.

    python scripts/write_query_catalogue.py [--check]

The pictures are answers on the golden graph of the tests, whose names are made up; `--check` only says whether the
file is up to date.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
for _folder in ("tests/golden", "tests/queries"):
    sys.path.append(str(ROOT / _folder))

from cases import GOLDEN  # noqa: E402
from query_graph import query_graph  # noqa: E402

from innograph.graph.elements import Delta  # noqa: E402
from innograph.graph.measures import enrich  # noqa: E402
from innograph.graph.stores.rdf import RdfStore  # noqa: E402
from innograph.queries import Answer, Library, Question, ask  # noqa: E402

PAGE = ROOT / "docs" / "queries.md"
ROWS, CELL = 4, 40
FAMILIES = {
    "alliances": "联盟与成员 Alliances and members",
    "events": "活动 Events",
    "policies": "政策 Policies",
    "standards": "标准 Standards",
    "results": "项目与成果 Projects and results",
    "people": "人物 People and posts",
    "collaboration": "合作 Collaboration",
    "topics": "主题 Topics",
    "provenance": "出处 Provenance",
    "quality": "质量 Quality",
}
INTRODUCTION, MEASURED = (
    (ROOT / "scripts" / name).read_text(encoding="utf-8") for name in ("query_catalogue.md", "query_speed.md")
)


def catalogue(library: Library) -> str:
    """The whole page."""
    with (
        tempfile.TemporaryDirectory() as folder,
        RdfStore(Path(folder), base="https://example.org/kg/") as store,
    ):
        store.apply(Delta(enrich(query_graph()), after="golden", whole=True))
        parts = [INTRODUCTION.rstrip(), "", *_contents(library)]
        for family, title in FAMILIES.items():
            parts += ["", f"## {title}", ""]
            for question in library:
                if question.tags[0] == family:
                    parts += _entry(question, _picture(question, store, library))
    return "\n".join([*parts, "", MEASURED]).rstrip() + "\n"


def _contents(library: Library) -> Iterator[str]:
    whole = [q.name for q in library if "whole-graph" in q.tags]
    yield f"{len(library)} questions. These look at the whole graph, and take longer the larger it is: "
    yield ", ".join(f"[`{name}`](#{name})" for name in whole) + "."


def _entry(question: Question, picture: list[str]) -> Iterator[str]:
    yield from (f"### {question.name}", "", f"**{question.title['zh']}** · {question.title['en']}", "")
    yield from (question.question["zh"], question.question["en"], "")
    if question.parameters:
        yield from ("| parameter | type | | |", "|---|---|---|---|")
        for one in question.parameters.values():
            state = (
                "required"
                if one.required
                else "optional"
                if one.default is None
                else f"default `{one.default}`"
            )
            about = one.about + (f" ({', '.join(f'`{c}`' for c in one.choices)})" if one.choices else "")
            yield f"| `{one.name}` | {one.spelled} | {state} | {about} |"
        yield ""
    columns = ", ".join(f"`{c.name}` {c.type}{'?' if c.optional else ''}" for c in question.columns)
    yield from (f"Columns: {columns}", "", f"    {question.example()}", "", *picture, "")


def _picture(question: Question, store: RdfStore, library: Library) -> list[str]:
    best: Answer | None = None
    for parameters in GOLDEN.get(question.name, [{}]):
        try:
            found = ask(library, question, store, parameters)
        except Exception:
            continue
        if best is None or len(found) > len(best):
            best = found
    if best is None or not best.rows:
        return []
    places = [best.columns.index(name) for name in best.shown]
    lines = ["| " + " | ".join(best.shown) + " |", "|---" * len(places) + "|"]
    for row in best.rows[:ROWS]:
        lines.append("| " + " | ".join(_cell(row[place]) for place in places) + " |")
    more = len(best) - ROWS
    return [*lines, *([f"\n… and {more} more"] if more > 0 else [])]


def _cell(value: object) -> str:
    text = "" if value is None else "；".join(map(str, value)) if isinstance(value, list) else str(value)
    text = text if len(text) <= CELL else text[: CELL - 1] + "…"
    for mark in "\\`*_{}[]<>|#":
        text = text.replace(mark, f"\\{mark}")
    return text


def main() -> int:
    """The command line; 1 where `--check` finds the file out of date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true")
    written = catalogue(Library())
    if parser.parse_args().check:
        current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == written
        if not current:
            print(f"{PAGE.relative_to(ROOT)} is out of date: run scripts/write_query_catalogue.py")
        return int(not current)
    PAGE.write_text(written, encoding="utf-8", newline="\n")
    print(f"wrote {PAGE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
