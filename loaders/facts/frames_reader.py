"""The second half of extraction: works, events, topics and relation frames."""

from __future__ import annotations

from .draft import Draft


def read_frames(draft: Draft) -> None:
    """Add works, events, topics and the relations between things to the draft, in place."""
