"""The receipt of coverage: which sentences were used, which say nothing, which were not understood."""

from __future__ import annotations

from functools import cache

from ...graph.model import SentenceState
from .draft import Draft
from .lexicon_files import table, words


def states(draft: Draft) -> list[tuple[int, int, SentenceState]]:
    """Each sentence with its state.

    `used`: the evidence of a relation touches it, or it names what the item is about in its credit
    line. `unread`: it names organisations or persons together with a verb of the genre, and nothing
    was read out of it. `empty`: everything else.
    """
    evidence = sorted(claim.evidence for claim in draft.claims)
    mentions = sorted(
        span for thing in draft.things if thing.type not in ("Topic", "Place") for span in thing.mentions
    )
    verbs = _verbs()
    out: list[tuple[int, int, SentenceState]] = []
    for start, end in draft.sentences:
        state: SentenceState = "empty"
        if any(a < end and start < b for a, b in evidence):
            state = "used"
        elif any(start <= a and b <= end for a, b in mentions):
            sentence = draft.text[start:end]
            if any(verb in sentence for verb in verbs):
                state = "unread"
        out.append((start, end, state))
    if out and draft.item.credit and draft.item.credit in draft.text[out[-1][0] : out[-1][1]]:
        out[-1] = (out[-1][0], out[-1][1], "used")
    return out


@cache
def _verbs() -> tuple[str, ...]:
    return words(table("names_posts")["frame_verbs"])
