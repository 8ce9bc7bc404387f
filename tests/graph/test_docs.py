"""The page on resolution names every rule, and every rule has its sentence in both languages."""

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REASONS = tomllib.loads((ROOT / "graph" / "reasons.toml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "resolution.md").read_text(encoding="utf-8")
CODE = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "graph").glob("*.py"))
RULES = [(kind, rule) for kind, rules in REASONS.items() for rule in rules]


@pytest.mark.parametrize(("kind", "rule"), RULES)
def test_every_rule_is_on_the_page_and_in_the_code(kind: str, rule: str) -> None:
    assert f"`{rule}`" in PAGE
    assert f'"{rule}"' in CODE
    assert set(REASONS[kind][rule]) == {"en", "zh"}


def test_the_page_names_no_rule_that_is_not_there() -> None:
    named = {
        rule
        for line in PAGE.splitlines()
        if line.startswith("| `")
        for rule in re.findall(r"`([a-z-]+)`", line.split("|")[1])
    }
    assert named == {rule for _, rule in RULES}


@pytest.mark.parametrize(("line", "cold"), [("innograph, roster", False), ("innograph, cold", True)])
def test_the_figures_on_the_page_come_out(line: str, cold: bool) -> None:
    spec = importlib.util.spec_from_file_location(
        "resolution_benchmark", ROOT / "benchmarks" / "resolution.py"
    )
    assert spec is not None and spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    known = benchmark.things()
    mentions = [(name[0], short) for name, shorts in known for short in shorts]
    truth = [name[1] for name, shorts in known for _ in shorts]
    linked, false = benchmark.ours(known, mentions, cold=cold)
    right = sum(one == other for one, other in zip(linked, truth, strict=True))
    none = linked.count(None)
    assert f"| {line} | {right} | {len(linked) - right - none} | {none} | {false} |" in PAGE
