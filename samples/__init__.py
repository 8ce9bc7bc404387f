"""What ships with innograph to try it on: a real bulletin, a real roster, a fictional archive.

`SOURCES.md` says of each file what in it is real and where it comes from.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_HERE = Path(str(files(__package__)))


def bulletin() -> Path:
    """The real bulletin of 26 items, as text taken out of a PDF."""
    return _HERE / "000_f409a2c93a2526c3.txt"


def roster() -> tuple[Path, ...]:
    """The roster: alliances, memberships, organisations."""
    return tuple(_HERE / f"{name}.csv" for name in ("alliances", "memberships", "organizations"))


def archive() -> Path:
    """The folder of dated, plainly fictional bulletins."""
    return _HERE / "archive"
