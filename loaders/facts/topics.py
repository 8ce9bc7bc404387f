"""What events, policies and works are about."""

from __future__ import annotations

import re

from .clauses import Reader
from .draft import Thing
from .frame_lexicon import compiled
from .masking import EVENT, POLICY, PUBLICATION, STANDARD
from .needs import matches

_WORK = POLICY + STANDARD + PUBLICATION
_SPLIT = re.compile(r"、|”“|以及|(?<=[\u4e00-\u9fff]{3})(?:和|及)(?=[\u4e00-\u9fff]{3})")
_ANCHOR = re.compile(
    r"^(?:第[一二三四五六七八九十百零〇\d]+[届次期]|首届|(?:19|20)\d\d年?(?:度)?|中国|国际|全国|全球|[（(][^）)]*[）)])+"
)


def read_topics(reader: Reader) -> None:
    """Add `Topic`s and `about`; a matter of taste, so with little confidence."""
    text = reader.view.text
    for name in ("around", "spans", "supports", "touches", "shows", "stressed", "titled", "talk"):
        for match in matches(compiled("topics", name), text):
            source = _source(reader, match.start(), name)
            if source is None:
                continue
            at = match.start("list")
            pieces = [match.group("list")] if name == "talk" else _SPLIT.split(match.group("list"))
            for piece in pieces:
                at = text.find(piece, at)
                _topic(reader, source, piece, at, match.span(), f"about.{name}")
                at += len(piece)
    for match in matches(compiled("topics", "theme"), text):
        source = _source(reader, match.start(), "theme")
        if source is None:
            continue
        for piece in re.split(r"[，,、：:·]|——|”“", match.group("list")):
            words = compiled("topics", "verb").split(piece)
            word = max(words, key=len)
            if len(word) >= 4:
                _topic(reader, source, word, text.find(word, match.start("list")), match.span(), "about.theme")
                break
    _by_name(reader)


def _source(reader: Reader, at: int, kind: str) -> Thing | None:
    """What the clause speaks of: an event or work before it in the paragraph, else the main event."""
    text = reader.view.text
    begin = text.rfind("\n", 0, at) + 1
    signs = EVENT + _WORK if kind != "talk" else EVENT
    if kind == "shows" and (visit := _visit(reader, begin, at)) is not None:
        return visit
    for cell in range(at - 1, begin - 1, -1):
        if text[cell] in signs and cell in reader.view.things:
            return reader.view.things[cell]
    if at > begin and (visit := _visit(reader, begin, at)) is not None:
        return visit  # received by 甲, they spoke of it
    if reader.events.main is not None:
        return reader.events.main
    return next((t for t in reader.draft.things if t.type in ("Policy", "Publication")), None)


def _visit(reader: Reader, begin: int, at: int) -> Thing | None:
    """The visit that the paragraph told of last, between these places: its host shows and explains."""
    first, last = reader.view.cells[begin][0], reader.view.cells[at - 1][1]
    visits = {id(c.object) for c in reader.draft.claims if c.predicate == "participatesIn" and c.role == "visit"}
    told = [(max(b for a, b in t.mentions if first <= a and b <= last), n) for n, t in enumerate(reader.events.things)
            if id(t) in visits and any(first <= a and b <= last for a, b in t.mentions)]  # fmt: skip
    return reader.events.things[max(told)[1]] if told else None


def _topic(reader: Reader, source: Thing, piece: str, at: int, span: tuple[int, int], rule: str) -> None:
    trim = compiled("topics", "trim")
    while (match := trim.search(piece)) and match.group():
        if match.start() == 0:
            at += match.end()
            piece = piece[match.end() :]
        else:
            piece = piece[: match.start()]
    if piece.startswith("“"):
        at, piece = at + 1, piece[1:]
    piece = piece.rstrip("”")
    if not 2 <= len(piece) <= 22 or at < 0 or re.search(r"[\ue000-\ue00a“”，。：]", piece):
        return
    if compiled("topics", "empty").match(piece) or id(source) in reader.events.cancelled:
        return
    start, end = reader.view.span(at, at + len(piece))
    name = reader.draft.text[start:end]
    topic = next((t for t in reader.draft.things if t.type == "Topic" and (name in t.names or t.name in name)), None)
    if topic is None:
        topic = Thing("Topic", name)
        reader.draft.things.append(topic)
    if (start, end) not in topic.mentions:
        topic.mentions.append((start, end))
    reader.claim(source, "about", topic, span, rule)


def _by_name(reader: Reader) -> None:
    """An event whose name says its field (动力电池回收技术对接会)."""
    for event in reader.events.things:
        if id(event) in reader.events.cancelled or id(event) in reader.events.provisional or not event.mentions:
            continue
        bare = _ANCHOR.sub("", event.name)
        match = compiled("topics", "named").match(bare)
        if match is None:
            continue
        word = match.group("q") or match.group("n")
        start = next((a + reader.draft.text[a:b].find(word) for a, b in event.mentions if word in reader.draft.text[a:b]), -1)
        if start < 0:
            continue
        topic = next((t for t in reader.draft.things if t.type == "Topic" and word in t.names), None)
        if topic is None:
            topic = Thing("Topic", word)
            reader.draft.things.append(topic)
        topic.mentions.append((start, start + len(word)))
        reader.claim(event, "about", topic, _cell(reader, event), "about.name")
        reader.draft.claims[-1].evidence = next(m for m in event.mentions if m[0] <= start < m[1])


def _cell(reader: Reader, event: Thing) -> tuple[int, int]:
    at = next((cell for cell, thing in sorted(reader.view.things.items()) if thing is event), 0)
    return at, at + 1
