"""innograph: the knowledge graph of an innovation ecosystem.

```python
import innograph

kg, change = innograph.Workspace.build("kg", ["bulletin.pdf", "roster/"])
kg.query("alliance-members", alliance="半导体照明联盟").to_pandas()
```
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from .errors import InnographError

if TYPE_CHECKING:
    from .workspace import Workspace

try:
    __version__ = version("innograph")
except PackageNotFoundError:  # a bare checkout that nobody installed
    __version__ = "0+unknown"

__all__ = ["InnographError", "Workspace", "__version__"]


def __getattr__(name: str) -> Any:
    # the workspace brings every library with it: loaded when it is first asked for
    if name == "Workspace":
        from .workspace import Workspace

        return Workspace
    raise AttributeError(name)
