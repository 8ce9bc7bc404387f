"""Golden items with their names swapped: organisations for others of the roster, persons for made-up ones.

The facts stay; only who is in them changes. A name is swapped whole, everywhere in the text and in the gold; a
short form that the item uses becomes the short form of the new name. Names that cannot be swapped cleanly
(several short forms, foreign persons, bodies of the state, whose acts are theirs alone) stay as they are.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from composing import person, roster
from goldens import Golden, goldens

SWAPPED = ("Enterprise", "University", "ResearchInstitute", "Association", "Alliance")


def swapped(seed: int, held: bool = True) -> Iterator[tuple[Golden, Golden]]:
    """Each golden item that allows it, beside itself with its names swapped."""
    dice = random.Random(seed)
    for golden in goldens(held):
        names = _new_names(golden, dice)
        if names:
            yield golden, renamed(golden, names)


def renamed(golden: Golden, names: dict[str, str]) -> Golden:
    """The item with these words put for those, in text, credit and gold alike, the longest first."""
    pattern = re.compile("|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)))

    def put(text: str) -> str:
        return pattern.sub(lambda m: names[m[0]], text)

    item = golden.item
    row = json.loads(json.dumps(golden.gold))
    for entity in row["entities"]:
        entity["name"], entity["aliases"] = put(entity["name"]), [put(a) for a in entity["aliases"]]
    for relation in row["relations"]:
        relation["evidence"] = put(relation["evidence"])
    row["item"]["title"] = put(row["item"]["title"])
    new = replace(
        item, title=put(item.title), text=put(item.text), credit=put(item.credit) if item.credit else None
    )
    return replace(golden, item=new, gold=row)


def _new_names(golden: Golden, dice: random.Random) -> dict[str, str]:
    """Old words → new words; empty where nothing can be swapped."""
    text = golden.item.text
    entities = golden.gold["entities"]
    every = [form for e in entities for form in (e["name"], *e["aliases"])]
    names: dict[str, str] = {}
    for entity in entities:
        name = entity["name"]
        forms = [a for a in entity["aliases"] if a in text]
        if name not in text or any(form != name and form in name for form in every if len(form) > 2):
            continue  # a body inside another keeps its place in it: the outer name is what is swapped
        if entity["type"] == "Person":
            if 2 <= len(name) <= 3 and not forms and "·" not in name:
                names[name] = _fresh(lambda: person(dice), text, names)
        elif entity["type"] in SWAPPED and len(name) >= 4 and len(forms) <= 1:
            if any(name in other and name != other and not other.startswith(name) for other in every):
                continue  # stands inside the name of something else
            if f"{name}院士" in text or any(f in o for f in forms for o in every if o not in (name, f)):
                continue
            pool = [r for r in roster()[entity["type"]] if not forms or r[2]]
            if entity["type"] == "ResearchInstitute":  # 该所, 该院 go on pointing to it
                pool = [r for r in pool if r[1][-1] == name[-1]] or pool
            short: dict[str, str] = {n: s[0] for _, n, s in pool if s}
            new = _fresh(lambda pool=pool: dice.choice(pool)[1], text, names)  # type: ignore[misc]
            names[name] = new
            if forms:
                names |= dict.fromkeys(forms, short[new])
    return names


def _fresh(draw: Callable[[], str], text: str, names: dict[str, str]) -> str:
    """A name that neither the text nor the other new names contain."""
    while True:
        name = draw()
        taken = [text, *names.values()]
        if not any(name in other for other in taken) and not any(o in name for o in names.values()):
            return name
