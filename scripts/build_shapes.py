"""Write the part of `ontology/shapes.ttl` that follows from the ontology.

    python scripts/build_shapes.py          rewrite everything below the marker line
    python scripts/build_shapes.py --check  exit code 1 if that would change the file

Above the marker people write; below it stand the ends of each predicate, the roles of each class of
facts, and the types of things, as `innograph.ttl` has them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from innograph.ontology import Ontology, load

FILE = Path(__file__).resolve().parents[1] / "ontology" / "shapes.ttl"
MARKER = "# -- From here on written by scripts/build_shapes.py\n"


def below(ontology: Ontology) -> str:
    """What stands below the marker."""
    return "\n".join(_shapes(ontology))


def _shapes(ontology: Ontology) -> Iterator[str]:
    facts = [p for p in ontology.predicates.values() if p.kind == "fact"]
    concrete = [c.name for c in ontology.classes.values() if c.kind in ("thing", "provenance")]
    yield (
        "shp:concreteType a sh:PropertyShape ; sh:path rdf:type ; sh:qualifiedMinCount 1 ; "
        "sh:qualifiedMaxCount 1 ;\n"
        f"    sh:qualifiedValueShape [ sh:in ( {_names(concrete)} ) ] ;\n"
        '    sh:message "每个事物须恰为本体中的一个具体类"@zh, '
        '"a thing has exactly one of the ontology\'s types"@en .\n'
    )
    yield (
        "shp:predicate a sh:PropertyShape ; sh:path ino:predicate ; sh:minCount 1 ; sh:maxCount 1 ;\n"
        f"    sh:in ( {_names(p.name for p in facts)} ) ;\n"
        '    sh:message "谓词须为本体所列"@zh, "a predicate is one of the ontology\'s"@en .\n'
    )
    records: dict[str, list[str]] = {}
    for predicate in facts:
        for role in predicate.roles.values():
            records.setdefault(role.record or "Fact", []).append(role.name)
    for record, roles in records.items():
        listed = " ".join(f'"{r}"' for r in roles)
        yield (
            f"shp:{record}Role a sh:NodeShape ; sh:targetClass ino:{record} ;\n"
            f"    sh:property [ sh:path ino:role ; sh:maxCount 1 ; sh:in ( {listed} ) ;\n"
            f'        sh:message "角色须为：{"、".join(roles)}"@zh, '
            f'"the role is one of {", ".join(roles)}"@en ] .\n'
        )
    for predicate in facts:
        yield from _ends(ontology, predicate.name, predicate.domain, predicate.range, predicate.label)
        for role in predicate.roles.values():
            if role.implies is None:
                yield from _ends(ontology, role.property, predicate.domain, predicate.range, role.label)


def _ends(
    ontology: Ontology, property_: str, domain: tuple[str, ...], range_: tuple[str, ...],
    label: object,
) -> Iterator[str]:
    said = label["zh"], label["en"]  # type: ignore[index]
    zh, en = (_labels(ontology, domain, lang) for lang in ("zh", "en"))
    yield (
        f"shp:{property_}Subject a sh:NodeShape ; sh:targetSubjectsOf ino:{property_} ;\n"
        f"    {_class(domain)} ;\n"
        f'    sh:message "“{said[0]}”的主语须为{zh}"@zh, "what “{said[1]}” starts from is: {en}"@en .\n'
    )
    zh, en = (_labels(ontology, range_, lang) for lang in ("zh", "en"))
    yield (
        f"shp:{property_}Object a sh:NodeShape ; sh:targetSubjectsOf ino:{property_} ;\n"
        f"    sh:property [ sh:path ino:{property_} ; {_class(range_)} ;\n"
        f'        sh:message "“{said[0]}”的宾语须为{zh}"@zh, "what “{said[1]}” leads to is: {en}"@en ] .\n'
    )


def _class(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return f"sh:class ino:{names[0]}"
    return f"sh:or ( {' '.join(f'[ sh:class ino:{n} ]' for n in names)} )"


def _labels(ontology: Ontology, names: tuple[str, ...], language: str) -> str:
    labels = [ontology.classes[n].label[language] for n in names]
    return "、".join(labels) if language == "zh" else ", ".join(labels)


def _names(names: object) -> str:
    return " ".join(f"ino:{name}" for name in names)  # type: ignore[attr-defined]


def main() -> None:
    """The command line."""
    text = FILE.read_text(encoding="utf-8")
    wanted = text.partition(MARKER)[0] + MARKER + below(load())
    if "--check" in sys.argv:
        sys.exit(0 if text == wanted else 1)
    FILE.write_text(wanted, encoding="utf-8")


if __name__ == "__main__":
    main()
