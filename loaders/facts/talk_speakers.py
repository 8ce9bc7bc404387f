"""Who spoke in a talk that the paragraph tells of, or showed visitors something: they take part in it."""

from __future__ import annotations

from .clauses import Reader
from .masking import PERSON, pattern
from .needs import matches
from .parties import talkish

_SAID = pattern(
    r"(?P<who><P>)(?:院士|教授|研究员|博士|先生|女士)?(?:则|也|首先|随后|当场|现场|会上|席间|座谈中|代表[^，。；<P>]{1,8})*"
    r"(?:提出|表示|透露|建议|介绍了?|谈到|指出|强调|坦言|回应|提议|希望)(?=[，：“]|[^，。；]{2,})"
)


def read_speakers(reader: Reader) -> None:
    """甲与乙座谈。乙的主任张三提出…: a person whose organisation takes part in the talk told last in the paragraph."""
    talks = [t for t in reader.events.things if t.mentions and ("talk:" in str(t.attributes.get("_kind", "")) or talkish(t) or t.name == "会见")]
    text = reader.draft.text
    for match in matches(_SAID, reader.view.text) if talks else ():
        at = match.start("who")
        person = reader.view.things.get(at)
        if person is None or reader.view.text[at] != PERSON:
            continue
        here = reader.view.span(at, at + 1)[0]
        low = text.rfind("\n", 0, here) + 1
        told = [(max(a for a, _ in t.mentions if low <= a < here), n) for n, t in enumerate(talks) if any(low <= a < here for a, _ in t.mentions)]
        if not told:
            continue
        event = talks[max(told)[1]]
        homes = {id(org) for org in (*reader.orgs_of(person, at), *reader.orgs_of(person))}
        there = {id(c.subject) for c in reader.draft.claims if c.predicate == "participatesIn" and c.object is event}
        if homes & there and id(person) not in there:
            reader.draft.claims[:] = [
                c for c in reader.draft.claims
                if c.subject is not person or c.predicate != "participatesIn" or c.rule not in ("participatesIn.speak", "participatesIn.attend")
                or not c.evidence[0] <= here < c.evidence[1]
            ]  # 座谈后的介绍: in the talk, not in the meeting before it
            reader.claim(person, "participatesIn", event, match.span(), "participatesIn.talk", "attend")
