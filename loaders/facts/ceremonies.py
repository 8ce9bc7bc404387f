"""Results named in the name of their ceremony, and results behind the last verb of a chain of makers."""

from __future__ import annotations

import re

from .agents import ahead
from .clauses import Hit, Reader
from .draft import Thing
from .masking import ACHIEVEMENT, ORG, pattern
from .needs import matches
from .result_names import is_result

_CEREMONY = re.compile(
    r"(?P<what>[^，。；“”]{4,32}?)(?:正式)?(?:投产|竣工|开工|奠基|下线|交付|启用|点火|落成|通车|首飞|投用|上线|首发|开通|投运)(?:仪式|典礼|活动|大会|会|式)"
)
_CEREMONY_OF = pattern(r"(?P<who><O>(?:(?:、|和|与|会同|联合)<O>)*)(?:[^，。；<O><E><A>]{0,8}?)(?P<verb>投资建成|投资建设|投资兴建|投建|研制|研发|建设|建成|打造|开发|承建|共建|兴建)的(?P<event><E>)")


def read_ceremonies(reader: Reader) -> None:
    """甲投资建成的某生产线投产仪式: the line is named in the event's name."""
    for match in matches(_CEREMONY_OF, reader.view.text):
        start, end = reader.view.cells[match.start("event")]
        named = _CEREMONY.fullmatch(reader.draft.text, start, end)
        if named is None or not is_result(named.group("what")):
            continue
        what = next((t for t in reader.draft.things if t.type == "Achievement" and named.group("what") in t.names), None)
        if what is None:
            what = Thing("Achievement", named.group("what"))
            reader.draft.things.append(what)
        what.mentions.append(named.span("what"))
        doers = [reader.view.things[at] for at in reader.listed(*match.span("who"), ORG)]
        owned = match.group("verb").startswith("投")
        for doer in doers:
            reader.claim(doer, "owns" if owned else "develops", what, match.span(), "owns.invest" if owned else "develops.clause")
        if len(doers) > 1 and re.search(r"共|会同|联合", match.group()):
            reader.joint(doers, match.span(), "joint.make")


def made_later(reader: Reader, hit: Hit) -> list[tuple[Thing, int]]:
    """由甲牵头攻关、乙参与研制的“丙”: the achievement behind the last verb of the chain."""
    text = reader.view.text
    for other in reader.hits:
        if other.start <= hit.start or other.sentence != hit.sentence or other.verb.family != "make":
            continue
        gap = text[hit.end : other.start]
        if not re.fullmatch(r"[、，](?:并|且|由|，)?[\ue000、和与及等]+[\u4e00-\u9fff]{0,4}", gap):
            return []
        cells = ahead(reader, other.end, ACHIEVEMENT, 24)
        if text[other.end : other.end + 1] == "的" and cells:
            return [(reader.view.things[at], at + 1) for at in cells]
    return []
