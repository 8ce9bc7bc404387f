"""联合会, 协会 without a name: the bulletin's publisher, where the masthead says that it is one.

A bulletin of a federation calls it by its class noun from the second item on; the full name stands in the masthead.
An item that names another body of that noun is left alone: there the noun means that one.
"""

from __future__ import annotations

import re

from ...graph.model import Bulletin
from .draft import Thing
from .endings import coordinating
from .reading import Reading

_OFFICE = re.compile(r"(?:(?:秘书处|办公室|编辑部|编委会|会刊|主办|主编|编印|编)\s*)+$")
_NOUNS = ("联合会", "协会", "学会", "促进会", "研究会", "商会")
_BEFORE = "，。；：、\n由与和同经向为对被将在（"


def read_publisher(reading: Reading, bulletin: Bulletin) -> None:
    """Add the publisher of the bulletin where the item calls it by its class noun alone."""
    name = _OFFICE.sub("", bulletin.publisher or "").strip()
    noun = next((n for n in _NOUNS if name.endswith(n) and len(name) > len(n) + 2), None)
    if noun is None or re.search(r"[，。；：\s《》]", name) or any(form.endswith(noun) for thing in reading.draft.things for form in thing.names):
        return
    text = reading.text
    found = [
        m.start() for m in re.finditer(rf"{noun}(?![员章费旗])", text)
        if m.start() < reading.body and (m.start() == 0 or text[m.start() - 1] in _BEFORE or reading.marks.opened(m.start()))
        and not reading.overlaps(*m.span())
    ]  # fmt: skip
    if not found:
        return
    thing = Thing("CoordinatingBody" if coordinating().search(name) else "Association", name)
    thing.add_alias(noun)
    reading.draft.things.append(thing)
    for at in found:
        reading.mention(thing, at, at + len(noun))
