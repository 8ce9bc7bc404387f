"""Check the ontology with the OWL API's profile checker and the HermiT reasoner.

    python scripts/owl_check.py [FILE]    default: ontology/innograph.ttl; exit code 1 if it is not
                                          OWL 2 DL, not consistent, or has a class that must be empty

It needs Java 17 and, the first time, Maven. Both libraries are LGPL and no part of the package.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import jars

FOLDER = "owl/5.1.20"
ARTIFACTS = (
    "net.sourceforge.owlapi:owlapi-distribution:5.1.20",
    "net.sourceforge.owlapi:org.semanticweb.hermit:1.4.5.519",
)
_PROGRAM = Path(__file__).with_name("OwlCheck.java")


def check(ontology: Path) -> tuple[bool, list[str]]:
    """Whether all is well, and the lines of the report."""
    folder = jars.fetch(FOLDER, *ARTIFACTS)
    done = subprocess.run(
        ["java", "-Dfile.encoding=UTF-8", "-cp", f"{folder}/*", str(_PROGRAM), str(ontology)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line]
    return done.returncode == 0, lines or done.stderr.splitlines()[-5:]


if __name__ == "__main__":
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else jars.ROOT / "ontology" / "innograph.ttl"
    good, report = check(path)
    print("\n".join(report))
    sys.exit(0 if good else 1)
