"""Makes the golden graph and the scripts that start servers importable by their names."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for folder in (Path(__file__).parent, ROOT / "tests" / "golden", ROOT / "scripts"):
    if str(folder) not in sys.path:
        sys.path.append(str(folder))
