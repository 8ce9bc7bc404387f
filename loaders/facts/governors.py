"""Mayors and governors: 仙桃市市长 holds his post in 仙桃市人民政府, where the item names that."""

from __future__ import annotations

import re

from .draft import Claim, Thing
from .reading import Reading

_GOVERNOR = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{1,9}?(?:省|市|县|区|州|旗))?(?:委(?:副书记|书记|常委)、|人民政府|政府|常委、|党组成员、)*"
    r"(?P<post>(?:常务)?副?(?:省长|市长|县长|区长|州长|旗长)|自治区(?:副)?主席)$"
)


def read_governors(reading: Reading) -> None:
    """Add `holdsPost` for each governor or mayor without one, whose government the item names."""
    text = reading.text
    governments = [t for t in reading.draft.things if t.type == "GovernmentAgency" and t.name.endswith("政府")]
    for span, person in sorted(reading.at.items(), key=lambda pair: pair[0]):
        if person.type != "Person" or not governments:
            continue
        match = _GOVERNOR.search(text[max(0, span[0] - 24) : span[0]])
        if match is None or any(c.subject is person and c.post == match["post"] for c in reading.draft.claims):
            continue
        thing = _government(governments, match["place"] or match["post"].lstrip("常务副")[0])
        if thing is not None:
            start = span[0] - len(match.group())
            reading.draft.claims.append(
                Claim(person, "holdsPost", thing, (start, span[1]), "holdsPost.governor", 0.85, post=match["post"])
            )


def _government(governments: list[Thing], place: str) -> Thing | None:
    """The one government of this place (仙桃市), or of this kind of place (市)."""
    stem = place[-9:]
    fits = [t for t in governments if any(stem.endswith(n.removesuffix("政府").removesuffix("人民")) or n.startswith(stem) for n in t.names)]
    if not fits and len(stem) > 1:
        fits = [t for t in governments if _within(t.name, stem)]  # 城阳区区长: of 青岛市城阳区人民政府
    if not fits and len(stem) == 1:
        fits = [t for t in governments if t.name.removesuffix("政府").removesuffix("人民").endswith(stem)]
    return fits[0] if len(fits) == 1 else None


def _within(name: str, stem: str) -> bool:
    """Whether the place that a government's name ends with, behind its province or city, ends these words too."""
    place = name.removesuffix("政府").removesuffix("人民")
    return any(len(place) - at >= 2 and place[at - 1] in "省市州区盟县" and stem.endswith(place[at:]) for at in range(1, len(place) - 1))
