"""Write `ontology/context.jsonld` from the ontology; `--check` only says whether it is up to date."""

from __future__ import annotations

import sys
from pathlib import Path

from innograph.ontology.context import text

FILE = Path(__file__).resolve().parents[1] / "ontology" / "context.jsonld"

if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if FILE.is_file() and FILE.read_text(encoding="utf-8") == text() else 1)
    FILE.write_text(text(), encoding="utf-8")
