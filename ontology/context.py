"""The JSON-LD context that follows from the ontology: plain names for its terms, types for its values."""

from __future__ import annotations

import json
from typing import Any

from .reading import INO, load
from .vocabulary import Ontology

OA = "http://www.w3.org/ns/oa#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPES = {"integer": "xsd:integer", "number": "xsd:double", "flag": "xsd:boolean"}
_LINKS = ("subject", "predicate", "object", "ties", "edge", "hasEvidence", "hasGraph")
"""Properties between the records that carry facts; no predicates of the guidelines."""


def context(ontology: Ontology | None = None) -> dict[str, Any]:
    """The value of `@context`: what `context.jsonld` holds.

    Texts need no type. Days are `xsd:date`, numbers typed, and what points to another thing is an IRI.
    """
    ontology = ontology or load()
    found: dict[str, Any] = {
        "@version": 1.1, "@vocab": str(INO), "ino": str(INO), "oa": OA, "xsd": _XSD,
        "owl": "http://www.w3.org/2002/07/owl#",
    }
    for predicate in ontology.predicates.values():
        found[predicate.name] = {"@type": "@id"}
        for role in predicate.roles.values():
            found[role.property] = {"@type": "@id"}
    for name in _LINKS:
        found[name] = {"@type": "@id"}
    for attribute in ontology.attributes.values():
        if attribute.kind in _TYPES:
            found[attribute.term] = {"@type": _TYPES[attribute.kind]}
        if attribute.kind == "date":
            found[attribute.earliest] = found[attribute.latest] = {"@type": "xsd:date"}
    for name in ("hasSource", "hasSelector"):
        found[f"oa:{name}"] = {"@type": "@id"}
    for name in ("start", "end"):
        found[f"oa:{name}"] = {"@type": "xsd:integer"}
    return found


def text() -> str:
    """The text of `context.jsonld`."""
    return json.dumps({"@context": context()}, ensure_ascii=False, indent=1) + "\n"
