"""Bulletin items composed of frames: text whose facts are known because it was made from them.

`Composer(seed).item(frames)` fills the slots of some frames of `frames.toml` with names of the roster and of
`fillers.toml`, and gives the text together with what it states. The same seed gives the same items.
"""

from __future__ import annotations

import csv
import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import Any

from innograph import samples
from innograph.graph.model import Bulletin, Item

HERE = Path(__file__).parent
FILES = ("frames", "frames_more", "frames_wide", "frames_held")
"""Frames learned from early, later, latest, and held out from those who write rules."""
BULLETIN = Bulletin(id="composed", date="2023-06", precision="month")
SLOT = re.compile(r"\{([a-z]+?)(s?)(\d*)(?:/(\d))?([!~]?)(?:=([^}]*))?\}")
TYPES = {
    "org": "", "ent": "Enterprise", "uni": "University", "lab": "ResearchInstitute", "gov": "GovernmentAgency",
    "soc": "Association", "all": "Alliance", "own": "Alliance", "per": "Person", "place": "Place", "event": "Event",
    "expo": "Event", "policy": "Policy", "standard": "Standard", "pub": "Publication", "project": "Project",
    "ach": "Achievement", "honour": "Honour", "prize": "Honour", "list": "Honour", "unit": "OrganizationUnit",
}
POOLS = {
    "event": "events", "expo": "expos", "policy": "policies", "standard": "standards", "pub": "publications",
    "project": "projects", "ach": "achievements", "honour": "honours", "prize": "prizes", "list": "lists",
    "unit": "units", "place": "places", "topic": "topics", "when": "when",
}
ORGANISATIONS = ("Enterprise", "University", "ResearchInstitute", "Association")
# A body inside another is two entities or one, by taste; such names stay out, as do names of an unclear type.
NESTED = re.compile(r"(?:部|局|大学|学会|协会|研究会|公司|委员会|(?:研究院|研究所|中心|总社)(?!股份|有限))(?=.)")
UNCLEAR = re.compile(r"[《》()（）“”\s]|中华人民共和国|银行|总工会|(?<=会)联盟")


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with slots; `facts` and `maybe` are `(subject, predicate.role, object)` of slot names.

    A frame with a `title` gives the headline too and therefore begins its item. `file` is where it stands.
    """

    family: str
    text: str
    facts: tuple[tuple[str, str, str], ...]
    maybe: tuple[tuple[str, str, str], ...] = ()
    title: str = ""
    file: str = ""


@dataclass(slots=True)
class Piece:
    """A filled frame: where it stands in the item's text, and the facts that it states, by entity key."""

    frame: Frame
    span: tuple[int, int]
    facts: set[tuple[str, str, str, str]] = field(default_factory=set)
    maybe: list[tuple[str, str, str]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Composed:
    """An item, its gold row (as of a gold file), and its pieces."""

    item: Item
    gold: dict[str, Any]
    pieces: list[Piece]


def _facts(written: str) -> tuple[tuple[str, str, str], ...]:
    parts = [part.split() for part in written.split(";") if part.strip()]
    return tuple((s, p, o) for s, p, o in parts)


@cache
def frames() -> tuple[Frame, ...]:
    """All frames of the files, in their order."""
    found: list[Frame] = []
    for name in FILES:
        with (HERE / f"{name}.toml").open("rb") as file:
            for family in tomllib.load(file)["family"]:
                for text, facts, *more in family["frames"]:
                    extra = more[0] if more else {}
                    maybe = _facts(extra.get("maybe", ""))
                    found.append(Frame(family["name"], text, _facts(facts), maybe, extra.get("title", ""), name))
    return tuple(found)


@cache
def fillers() -> dict[str, list[str]]:
    """What slots are filled with beside the roster's names (`fillers.toml`)."""
    with (HERE / "fillers.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def roster() -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
    """Names of the sample's roster: type → `(type, name, short names)`; `""` holds those that act as organisations."""
    found: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    alliances, _, organisations = samples.roster()
    for path, kind in ((organisations, None), (alliances, "Alliance")):
        with Path(path).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                name, what = row["name"], kind or row["type"]
                if UNCLEAR.search(name) or NESTED.search(name) or len(name) < 4 or (what == "Association" and "联盟" in name):
                    continue
                shorts = tuple(s for s in row["short_names"].split("|") if len(s) > 3)
                found.setdefault(what, []).append((what, name, shorts))
    found[""] = [entry for kind in ORGANISATIONS for entry in found[kind]]
    return found


def person(dice: random.Random) -> str:
    """A made-up person's name."""
    return dice.choice(fillers()["surnames"]) + dice.choice(fillers()["given"])


class Composer:
    """Fills frames; names within one item are all different."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def items(self, count: int, sizes: Sequence[int] = (2, 3, 3, 4)) -> Iterator[Composed]:
        """Items of so many frames (any of `sizes`); frames come in turn, so that all are used alike."""
        queue: list[Frame] = []
        for number in range(1, count + 1):
            chosen: list[Frame] = []
            size = self.dice.choice(sizes)
            while len(chosen) < size:
                if not queue:
                    queue = list(frames())
                    self.dice.shuffle(queue)
                chosen.append(queue.pop())
            yield self.item(chosen, number)

    def item(self, chosen: Sequence[Frame], number: int = 1) -> Composed:
        """One item of these frames, a paragraph each."""
        filling = _Filling(self.dice)
        own = filling.value("own", "own", 0, "")
        title = self.dice.choice(("联盟动态", "工作简讯", "行业信息"))
        pieces: list[Piece] = []
        text = last = ""
        headed = [frame for frame in chosen if frame.title][:1]
        for frame in [*headed, *(frame for frame in chosen if not frame.title)]:
            if last:  # a label list stays a paragraph of its own
                text += "\n" if "\n" in last or "\n" in frame.text or self.dice.random() < 0.5 else ""
            start = len(text)
            head, body, piece = filling.fill(frame)
            title = head or title
            text += body
            piece.span = (start, len(text))
            pieces.append(piece)
            last = frame.text
        for piece in pieces:  # the headline belongs to the frame that gave it
            start, end = (at + len(title) + 1 for at in piece.span)
            piece.span = (0, end) if piece.frame.title else (start, end)
        text = f"{title}\n{text}"
        mine = any("own" in fact for frame in chosen for fact in frame.facts)
        credit, kind = (own, "contributor") if mine else ("科技日报", "source")
        text += f"\n（{own}秘书处供稿）" if mine else f"\n（信息来源：{credit}）"
        item = Item(BULLETIN.id, number, title, credit=credit, credit_kind=kind, text=text)  # type: ignore[arg-type]
        gold = {
            "item": {"number": number, "title": title},
            "entities": [e for e in filling.entities if e["key"] != "own" or mine],
            "relations": [
                {"subject": s, "predicate": p, "object": o, **({"role": r} if r else {})}
                for piece in pieces
                for p, s, o, r in sorted(piece.facts)
            ],
        }
        return Composed(item, gold, pieces)


class _Filling:
    """The names of one item under way."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.used: set[str] = set()
        self.entities: list[dict[str, Any]] = []
        self.frame = 0

    def fill(self, frame: Frame) -> tuple[str, str, Piece]:
        """The frame's headline and text, filled, and what they state; the span is for the caller to set."""
        self.frame += 1
        piece = Piece(frame, (0, 0))
        slots: dict[str, list[str]] = {"own": ["own"]}
        names: dict[str, str] = {}

        def put(match: re.Match[str]) -> str:
            kind, plural, number, least, mark, words = match.groups()
            slot = f"{kind}{plural}{number}"
            if kind in ("when", "topic"):
                return self.made(kind)
            if mark == "~":
                return str(self.entity(slots[slot][0])["aliases"][0])
            if slot in slots:
                return names[slot]
            how_many = self.dice.randint(int(least or 1), 4) if plural else 1
            keys = [f"{self.frame}.{slot}.{n}" if plural else f"{self.frame}.{slot}" for n in range(how_many)]
            values = [self.value(key, kind, n, words or "", declared=mark == "!") for n, key in enumerate(keys)]
            slots[slot] = keys
            piece.keys.update(keys)
            names[slot] = self.listed(values)
            if mark == "!":
                short = self.entity(keys[0])["aliases"][0]
                return names[slot] + self.dice.choice((f"（以下简称“{short}”）", f"（以下简称{short}）", f"（简称“{short}”）"))
            return names[slot]

        title, text = SLOT.sub(put, frame.title), SLOT.sub(put, frame.text)
        for fact in frame.facts:
            if "+" in fact[0]:
                base, unit = fact[0].split("+")
                key = f"{self.frame}.{fact[0]}"
                name = self.entity(slots[base][0])["name"] + unit
                self.entities.append({"key": key, "type": "OrganizationUnit", "name": name, "aliases": [unit]})
                slots[fact[0]] = [key]
            piece.facts |= self.spread(fact, slots)
        for s, p, o in frame.maybe:
            for one, other in product(slots.get(s, [_anywhere(s)]), slots.get(o, [_anywhere(o)])):
                piece.maybe += [(one, p, other), (other, p, one)] if "cooperates" in p else [(one, p, other)]
        return title, text, piece

    @staticmethod
    def spread(fact: tuple[str, str, str], slots: dict[str, list[str]]) -> set[tuple[str, str, str, str]]:
        """A fact over lists; a list with itself gives each of its pairs."""
        subject, predicate, object_ = fact
        name, _, role = predicate.partition(".")
        pairs = (
            combinations(slots[subject], 2) if subject == object_ else product(slots[subject], slots[object_])
        )
        both = name == "cooperatesWith"
        return {(name, *(sorted(pair) if both else pair), role) for pair in pairs}

    def entity(self, key: str) -> dict[str, Any]:
        """The entity with this key."""
        return next(e for e in self.entities if e["key"] == key)

    def value(self, key: str, kind: str, _: int, words: str, *, declared: bool = False) -> str:
        """A new entity of this kind; its name as the text has it."""
        type_, aliases = TYPES[kind], []
        if words:
            name = words
        elif kind == "per":
            name = self.fresh(lambda: person(self.dice))
        elif kind in POOLS:
            name = self.fresh(lambda: self.made(kind))
        else:
            pool = [e for e in roster()[type_] if e[2] and e[2][0] not in e[1]] if declared else roster()[type_]
            pool = pool or [e for e in roster()[type_] if e[2]]
            chosen: list[tuple[str, str, tuple[str, ...]]] = []

            def draw() -> str:
                chosen[:] = [self.dice.choice(pool)]
                return chosen[0][1]

            name = self.fresh(draw)
            type_, _name, shorts = chosen[0]
            aliases = [shorts[0]] if declared else []
        self.entities.append({"key": key, "type": type_, "name": name, "aliases": aliases, "loose": bool(words)})
        return name

    def fresh(self, draw: Any) -> str:
        """A name that no other of the item contains or is contained in."""
        while True:
            name: str = draw()
            if not any(name in other or other in name for other in self.used):
                self.used.add(name)
                return name

    def made(self, kind: str) -> str:
        """A made-up name, its own slots filled."""
        words = fillers()
        return self.dice.choice(words[POOLS[kind]]).replace("{topic}", self.dice.choice(words["topics"]))

    def listed(self, values: list[str]) -> str:
        """The names as an editor lists them."""
        if len(values) == 1:
            return values[0]
        last = self.dice.choice(("、", "、", "和", "与", "以及"))
        return "、".join(values[:-1]) + last + values[-1]


def _anywhere(pattern: str) -> str:
    """A pattern of slots as one of keys: `per*` is any person of any frame."""
    return pattern if pattern == "*" else f"*.{pattern}"


def allowed(piece: Piece, triple: tuple[str, str, str, str]) -> bool:
    """Whether a fact is one that the frame leaves to taste; `?` stands for a thing that is not gold's."""
    predicate, subject, object_, role = triple
    return any(
        fnmatchcase(subject, s) and fnmatchcase(f"{predicate}.{role}".rstrip("."), p) and fnmatchcase(object_, o)
        for s, p, o in piece.maybe
    )
