"""Fetch Java programs by artifact name, with Maven, into `.cache/`: for tests and benchmarks only."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def fetch(folder: str, *artifacts: str) -> Path:
    """The folder under `.cache/` with the jars of these artifacts and what they depend on.

    An artifact is `group:name:version`. Fetched once; a fetch that is cut off leaves nothing behind.
    """
    target = ROOT / ".cache" / folder
    if target.is_dir():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as aside:
        (Path(aside) / "pom.xml").write_text(_pom(artifacts), encoding="utf-8")
        subprocess.run(
            ["mvn", "-q", "-B", "dependency:copy-dependencies", f"-DoutputDirectory={aside}/jars"],
            cwd=aside, check=True,
        )
        (Path(aside) / "jars").rename(target)
    return target


def ready(folder: str) -> bool:
    """Whether the jars are here already and there is a Java to run them."""
    return (ROOT / ".cache" / folder).is_dir() and shutil.which("java") is not None


def _pom(artifacts: tuple[str, ...]) -> str:
    wanted = "".join(
        f"<dependency><groupId>{group}</groupId><artifactId>{name}</artifactId>"
        f"<version>{version}</version></dependency>"
        for group, name, version in (artifact.split(":") for artifact in artifacts)
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>innograph.tools</groupId><artifactId>jars</artifactId><version>1</version>"
        f"<dependencies>{wanted}</dependencies></project>"
    )
