"""Questions that can be asked by name: each in Cypher and in SPARQL, with the same answer.

`Library` finds them, `ask` runs one on a store and gives an `Answer`.
"""

from __future__ import annotations

from .answer import FORMATS, Answer
from .evidence import Sentence
from .header import Column, Header, Parameter
from .library import Library, Question
from .running import ask, from_file, from_text, resolve
from .saving import save
from .schema import schema_of
from .spelling import language_of, unknown_words

__all__ = [
    "FORMATS",
    "Answer",
    "Column",
    "Header",
    "Library",
    "Parameter",
    "Question",
    "Sentence",
    "ask",
    "from_file",
    "from_text",
    "language_of",
    "resolve",
    "save",
    "schema_of",
    "unknown_words",
]
