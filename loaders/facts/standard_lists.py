"""Works issued as a group: 批准发布三项团体标准, named one by one afterwards; 同批获准的《丙》."""

from __future__ import annotations

import re

from .agents import agents
from .clauses import Hit, Reader
from .draft import Claim, Thing
from .masking import STANDARD, pattern
from .needs import matches

_COUNTED = pattern(
    r"(?P<verb>批准发布|批准公布|联合发布|正式发布|发布实施|发布|公布|批准|颁布|审议通过)(?:了|实施)?"
    r"(?:[一二三四五六七八九十两\d]+项|系列|一批|多项)[^，。；：、<W>]{0,14}?(?:标准|规范|规程|团标|国标|行标)(?![化<S>《])"
)
_SAME = pattern(
    r"(?:同批|同时|同期|一并|一同|同日|与之同|此次同|还|另)(?:获批准|获批|获准|获得批准|批准|发布|公布|批准发布|获批发布|获准发布|获批准发布|颁布|出台)"
    r"的(?:还有|标准)?(?P<list>(?:[、和与及]?<S>)+)"
)


def read_standard_groups(reader: Reader) -> None:
    """Give each standard of a group its issuer, where it has none of its own."""
    text = reader.view.text
    for match in matches(_COUNTED, text):
        hit = next((h for h in reader.hits if h.start == match.start("verb") and h.verb.predicate == "issues"), None)
        if hit is None or reader.negated(hit) or reader.intended(hit) or hit.start < reader.headline_end:
            continue
        doers = agents(reader, hit)
        stop = text.find("\n", match.end())
        cells = reader.listed(match.end(), stop if stop >= 0 else len(text), STANDARD)
        for work in dict.fromkeys(reader.view.things[at] for at in cells):
            if not _issued(reader, work):
                for thing in dict.fromkeys(doers.things):
                    reader.claim(thing, "issues", work, (_start(hit, doers.start), match.end()), "issues.group", _role(hit))
    for match in matches(_SAME, text):
        told = [c for c in reader.draft.claims if c.predicate == "issues" and c.object.type == "Standard" and reader.view.at(c.evidence[0]) < match.start()]
        for at in reader.listed(*match.span("list"), STANDARD):
            work = reader.view.things[at]
            for claim in [] if _issued(reader, work) else _last(told):
                reader.claim(claim.subject, "issues", work, match.span(), "issues.group", claim.role)


def _start(hit: Hit, start: int) -> int:
    return min(start, hit.start)


def _role(hit: Hit) -> str | None:
    return "approve" if re.match(r"批准|审议", hit.form) else hit.verb.role


def _issued(reader: Reader, work: Thing) -> bool:
    return any(c.predicate == "issues" and c.object is work for c in reader.draft.claims)


def _last(told: list[Claim]) -> list[Claim]:
    """The claims about the standard that was issued last."""
    return [c for c in told if c.object is told[-1].object]
