"""The second half of extraction: works, events, topics and relation frames."""

from __future__ import annotations

from .attending import read_attending
from .clause_frames import read_clause_frames
from .clauses import Reader
from .cooperating import one_kind, read_cooperating
from .draft import Draft
from .event_dates import read_dates
from .event_status import read_not_held, read_status
from .events import read_events
from .holding import read_holding
from .makers import read_makers
from .making import first_drafter, read_making
from .masking import mask
from .noun_groups import fold_groups
from .pronouns import read_pronouns
from .results import read_projects, read_results
from .rumours import leave_rumours
from .stand_ins import read_stand_ins
from .talk_speakers import read_speakers
from .task_papers import read_task_papers
from .topics import read_topics
from .works import read_works

_STATED = frozenset(
    {"develops", "amends", "issues", "proposes", "drafts", "administers", "awards", "selectedFor", "outcomeOf", "owns", "cooperatesWith", "undertakes"}
)


def read_frames(draft: Draft) -> None:
    """Add works, events, topics and the relations between things to the draft, in place.

    The draft must hold the names (organisations, persons, places) with their mentions. Steps:
    works in 《》, masking, events, then one reader for each family of verbs.
    """
    read_works(draft)
    view = fold_groups(mask(draft))
    view = read_projects(draft, view)
    events, view = read_events(draft, view)
    read_status(draft, view, events)
    read_not_held(draft, events)
    view = read_results(draft, view)
    reader = Reader.open(draft, read_stand_ins(read_pronouns(draft, view)), events)
    read_holding(reader)
    read_clause_frames(reader, frozenset({"heldIn", "subEventOf", "organizes"}))
    read_cooperating(reader)
    read_attending(reader)
    read_speakers(reader)
    read_clause_frames(reader, frozenset({"participatesIn"}))
    read_making(reader)
    read_makers(reader)
    read_clause_frames(reader, _STATED)
    first_drafter(reader)
    read_task_papers(reader)
    read_topics(reader)
    one_kind(reader)
    events.settle(draft)
    leave_rumours(draft)
    _leave_contributor(draft)
    read_dates(draft, events)


def _leave_contributor(draft: Draft) -> None:
    """An alliance that only the credit line names, and of which nothing is said, is no entity of the item."""
    owner, body = draft.owner, draft.text.rfind("\n")
    if owner is None or draft.item.credit_kind != "contributor" or any(a < body for a, _ in owner.mentions):
        return
    if not any(owner in (claim.subject, claim.object) for claim in draft.claims) and owner in draft.things:
        draft.things.remove(owner)
