"""The ontology: one Turtle file that experts open and that drives every model."""

from .vocabulary import INO, Class_, Ontology, Predicate, Role, load, parse, source

__all__ = ["INO", "Class_", "Ontology", "Predicate", "Role", "load", "parse", "source"]
