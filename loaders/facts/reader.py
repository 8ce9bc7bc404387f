"""The pipeline of extraction: one item in, its facts out.

Sentences, names of organisations, units, aliases, persons, posts and memberships come first; then
`frames_reader` adds works, events and the frames between all things; the receipt of coverage
comes last.
"""

from __future__ import annotations

from ...graph.model import Bulletin, Item, ItemFacts
from . import (
    affiliation,
    aliases,
    context_units,
    coverage,
    frames_reader,
    governors,
    institute_parents,
    membership,
    nesting,
    new_institutes,
    person_groups,
    persons,
    places_named,
    publishers,
    slots,
)
from .draft import Draft
from .known import KnownNames
from .masking import mask
from .reading import begin
from .sentences import split
from .tagger import Tagger


class Extractor:
    """Reads items. One extractor serves any number of items; the same item gives the same facts.

    Parameters
    ----------
    known
        Names known beforehand; the lexicon's own where none are given.
    tagger
        Whether a statistical tagger is asked where the rules are unsure.
    """

    def __init__(self, *, known: KnownNames | None = None, tagger: bool = True) -> None:
        self.known = known if known is not None else KnownNames.default()
        self.tagger = Tagger() if tagger and Tagger.available() else None

    def extract(self, item: Item, bulletin: Bulletin) -> ItemFacts:
        """The entities and relations that the item states, each with its evidence."""
        draft = self.draft(item, bulletin)
        frames_reader.read_frames(draft)
        return draft.facts(coverage.states(draft))

    def draft(self, item: Item, bulletin: Bulletin) -> Draft:
        """The workbench after the names' half: things, aliases, posts, memberships, parents."""
        draft = Draft(item, split(item.text), period=item.date or bulletin.date)
        reading = begin(draft, self.known, self.tagger)
        slots.read_slots(reading)
        new_institutes.read_new_institutes(reading)
        aliases.declared(reading)
        publishers.read_publisher(reading, bulletin)
        nesting.read_units(reading)
        aliases.short_forms(reading)
        aliases.headline_alliances(reading)
        aliases.late_renames(reading)
        aliases.choose_owner(reading)
        nesting.read_inner(reading)
        institute_parents.read_institute_parents(reading)
        context_units.read_context_units(reading)
        context_units.merge_units(reading)
        aliases.unit_names(reading)
        persons.read_persons(reading)
        person_groups.read_person_groups(reading)
        governors.read_governors(reading)
        masked = mask(draft)
        membership.read_memberships(reading, masked)
        affiliation.read_affiliations(reading, masked)
        places_named.read_places(reading)
        aliases.tidy(reading)
        return draft
