"""The package as it ships: its list of packages and data, its public surface, its docs."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import innograph
from innograph import errors

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NOT_PACKAGES = {"tests", "docs", "scripts", "benchmarks", "build", "kg"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [Path(line) for line in listed.stdout.splitlines()]


def test_the_list_of_packages_is_the_tree() -> None:
    found = {
        ".".join(("innograph", *path.parent.parts))
        for path in tracked()
        if path.name == "__init__.py" and path.parts[0] not in NOT_PACKAGES
    }
    assert found == set(PROJECT["tool"]["setuptools"]["packages"])


def test_all_data_ships() -> None:
    data = PROJECT["tool"]["setuptools"]["package-data"]
    packages = set(PROJECT["tool"]["setuptools"]["packages"])
    missing = []
    for path in tracked():
        if path.suffix in {".py", ".md", ".lock"} or path.parts[0] in NOT_PACKAGES | {".ci"} or len(path.parts) == 1:
            continue
        home = path.parent
        while ".".join(("innograph", *home.parts)) not in packages:
            home = home.parent
        patterns = data.get(".".join(("innograph", *home.parts)), [])
        if not any(path.relative_to(home).match(p) or p == "**/*" for p in patterns):
            missing.append(str(path))
    assert missing == []


def test_public_surface() -> None:
    assert innograph.__all__ == ["InnographError", "Workspace", "__version__"]
    for name in innograph.__all__:
        assert getattr(innograph, name)


def test_every_error_says_where_and_what_to_do() -> None:
    error = errors.InputError("an empty file", where="a.txt", hint="save it again")
    assert str(error) == "a.txt: an empty file (save it again)"
    codes = {cls.exit_code for cls in vars(errors).values() if isinstance(cls, type)}
    assert 0 not in codes
    assert 2 not in codes, "2 is the shell's wrong usage"


def test_no_machine_paths_in_the_project() -> None:
    pattern = re.compile(rb"(^|[^A-Za-z.])/(work|root|home/[a-z]+|tmp/[a-z]+)/")
    for path in tracked():
        if path.suffix in {".py", ".md", ".toml", ".sh", ".ttl", ".js", ".html"} and path != Path(__file__).relative_to(ROOT):
            assert not pattern.search((ROOT / path).read_bytes()), path


def test_cli_docs_are_current() -> None:
    spec = importlib.util.spec_from_file_location("write_cli_docs", ROOT / "scripts" / "write_cli_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == module.pages(), "run scripts/write_cli_docs.py"


def test_docs_link_to_what_is_there() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} → {target}"


def test_help_starts_fast_because_it_loads_no_room() -> None:
    code = (
        "import sys; from innograph.cli import main; main(['--help']);"
        "heavy = {'rdflib', 'networkx', 'pyvis', 'neo4j', 'pyoxigraph', 'onnxruntime'} & set(sys.modules);"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
