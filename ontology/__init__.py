"""The ontology: one Turtle file that experts open and that drives every model."""

from .reading import INO, load, parse, source
from .vocabulary import Attribute, Class_, Ontology, Predicate, Role, ValueKind

__all__ = [
    "INO", "Attribute", "Class_", "Ontology", "Predicate", "Role", "ValueKind", "load", "parse", "source",
]
