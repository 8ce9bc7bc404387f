"""The gazetteer: names of organisations and places that are known beforehand.

The names of the lexicon (state organs, media, international bodies, central enterprises, places)
are general knowledge; a roster's names are added by the caller. Known names sharpen spans and
types; the grammar of `organisations` must do without them. All names are found in one pass
(Aho & Corasick, 1975), the longest at each place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick_rs

from ...graph.model import ItemFacts
from .lexicon_files import rows, words

_FILES = {
    "known_agencies": "GovernmentAgency", "known_media": "Media", "known_enterprises": "Enterprise",
    "known_international": "InternationalBody", "known_institutes": "ResearchInstitute",
    "known_associations": "Association", "known_coordinating": "CoordinatingBody",
    "known_universities": "University",
}  # fmt: skip
_AUTONOMOUS = re.compile(
    r"(.{2,3}?)(?:(?:满|蒙古|回|藏|苗|彝|壮|布依|朝鲜|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|达斡尔|仫佬|羌|布朗"
    r"|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|保安|裕固|独龙|鄂伦春|各)族)+自治县"
)
_ROSTER_TYPES = frozenset(_FILES.values()) | {"Alliance", "StandardsBody"}


@dataclass(frozen=True, slots=True)
class KnownName:
    """A form under which a thing is known; forms of one thing share `thing`, its full name."""

    form: str
    type: str
    thing: str


@dataclass(frozen=True, slots=True)
class Found:
    """A known name at `[start, end)` of a text."""

    start: int
    end: int
    name: KnownName


class KnownNames:
    """Known names of organisations, found in a text in one pass.

    Where several things have the same form, the form is kept for the first only: `default` puts
    the lexicon before the roster.
    """

    def __init__(self, names: Iterable[KnownName]) -> None:
        self._names: dict[str, KnownName] = {}
        for name in names:
            self._names.setdefault(name.form, name)
        self._forms = sorted(self._names, key=lambda form: (-len(form), form))
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    @classmethod
    def default(cls, roster: Iterable[ItemFacts] = ()) -> KnownNames:
        """The lexicon's names and, where given, those of a roster's rows."""
        return cls([*lexicon_names(), *roster_names(roster)])

    def with_roster(self, roster: Iterable[ItemFacts]) -> KnownNames:
        """These names and those of a roster's rows (items of kind `row` with their entities)."""
        return KnownNames([*self._names.values(), *roster_names(roster)])

    def __len__(self) -> int:
        return len(self._names)

    def get(self, form: str) -> KnownName | None:
        """The known name that is written exactly so."""
        return self._names.get(form)

    def find(self, text: str) -> list[Found]:
        """Known names in reading order, the longest at each place, none overlapping."""
        return [
            Found(start, end, self._names[self._forms[number]])
            for number, start, end in self._automaton.find_matches_as_indexes(text)
            if not (_latin(text[start : start + 1]) and _latin(text[start - 1 : start])) and not (_latin(text[end - 1 : end]) and _latin(text[end : end + 1]))
        ]


def _latin(sign: str) -> bool:
    """A letter of the Latin alphabet: MEE does not stand in MEET."""
    return sign.isascii() and sign.isalpha()


def lexicon_names() -> list[KnownName]:
    """Every form of every organisation in the lexicon."""
    return [
        KnownName(form, kind, row[0]) for file, kind in _FILES.items() for row in rows(file) for form in row
    ]


# short forms of a roster that any text may use of others: 该标委会
_CLASS_NOUNS = frozenset(
    ("标委会", "标技委", "分标委", "联盟", "学会", "协会", "商会", "联合会", "促进会", "研究会", "专委会", "委员会", "秘书处", "研究院", "研究所", "大学", "公司", "集团")
)


def roster_names(roster: Iterable[ItemFacts]) -> list[KnownName]:
    """Every form of every organisation that a roster's rows name; one-character forms are left out."""
    return [
        KnownName(form, entity.type, entity.name)
        for row in roster
        for entity in row.entities
        if entity.type in _ROSTER_TYPES
        for form in (entity.name, *entity.aliases)
        if len(form) > 1 and form not in _CLASS_NOUNS
    ]


class Places:
    """Administrative divisions and countries, under their full and short names.

    `names` are all of them; `plain` leaves out the short names of counties, which are too often
    words (会同, 和平): only these are found in running text.
    """

    def __init__(self) -> None:
        self.full: set[str] = set()
        self.short: dict[str, str] = {}
        counties = {row[0] for row in rows("places_counties")}
        for file in ("places_provinces", "places_cities", "places_counties"):
            for row in rows(file):
                self.full.add(row[0])
                for form in row[1:]:
                    self.short.setdefault(form, row[0])
                if file == "places_counties" and len(row[0]) > 2 and row[0][-1] in "市县":
                    self.short.setdefault(row[0][:-1], row[0])
                if autonomous := _AUTONOMOUS.fullmatch(row[0]):
                    self.short.setdefault(autonomous[1], row[0])
        self.plain = self.full | {f for f, row in self.short.items() if row not in counties}
        self.counties = frozenset(row[0] for row in rows("places_counties"))
        self.foreign = frozenset(form for row in rows("places_foreign") for form in words(row[0]))
        self.areas = frozenset(row[0] for row in rows("places_areas"))
        self.names = self.full | set(self.short) | self.foreign | self.areas
        self.plain |= self.foreign
        self._forms = sorted(self.plain, key=lambda form: (-len(form), form))
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """`(start, end, name)` of each plain place, the longest at each position."""
        return [(a, b, self._forms[n]) for n, a, b in self._automaton.find_matches_as_indexes(text)]


@lru_cache(maxsize=1)
def places() -> Places:
    """The gazetteer of places, built once."""
    return Places()


@lru_cache(maxsize=4)
def places_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """`Places.find`, kept for the last texts: several steps ask."""
    return tuple(places().find(text))
