"""Items → facts: the entities and relations that a news item states, with their evidence."""

from .known import KnownNames
from .reader import Extractor

__all__ = ["Extractor", "KnownNames"]
