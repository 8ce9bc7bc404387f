"""Makes the material of these tests importable by its name."""

import sys
from pathlib import Path

for folder in (Path(__file__).parent, Path(__file__).parents[1] / "graph"):
    sys.path.append(str(folder))
