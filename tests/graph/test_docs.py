"""The page on resolution names every rule, and every rule has its sentence in both languages."""

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
