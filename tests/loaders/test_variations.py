"""The reader on generated variations: what it does beside the sentences that its rules were made for.

`tests/golden/variations.py` prints the tables behind these floors; docs/extraction.md tells what they mean.
"""

from __future__ import annotations

import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parents[1] / "golden"
SCRIPTS = Path(__file__).parents[2] / "scripts"
sys.path.extend(str(path) for path in (GOLDEN, SCRIPTS) if str(path) not in sys.path)

import judging  # noqa: E402
import variations  # noqa: E402
from calibrate_rules import Fact, Rates, foretold  # noqa: E402
from composing import FILES, SLOT, Composer, Frame, frames  # noqa: E402
from goldens import goldens  # noqa: E402
from leave_one_out import without  # noqa: E402
from swapping import swapped  # noqa: E402
from synonyms import exchanged  # noqa: E402

from innograph.loaders.facts import Extractor  # noqa: E402

PREDICATES = {
    "memberOf", "partOf", "holdsPost", "organizes", "participatesIn", "subEventOf", "heldIn", "cooperatesWith",
    "issues", "proposes", "administers", "drafts", "develops", "undertakes", "outcomeOf", "selectedFor",
    "awards", "owns",
}  # fmt: skip
ROLES = {
    "memberOf.chair", "memberOf.vice-chair", "memberOf.council", "memberOf.lead", "memberOf.member",
    "memberOf.applicant", "organizes.host", "organizes.undertake", "organizes.assist", "organizes.initiate",
    "organizes.guide", "organizes.support", "participatesIn.attend", "participatesIn.speak",
    "participatesIn.exhibit", "participatesIn.sign", "participatesIn.visit", "participatesIn.train",
    "cooperatesWith.agreement", "cooperatesWith.talk", "cooperatesWith.joint", "issues.issue", "issues.approve",
    "drafts.lead", "drafts.join", "drafts.organize",
}  # fmt: skip

FAMILIES = 0.6
"""No family of frames is found less often than this where each stands alone and names are known."""

FLOORS = {
    # file of frames: (recall, precision) alone with the names known, (recall, precision) in company without
    "frames": ((0.96, 0.96), (0.91, 0.92)),
    "frames_more": ((0.86, 0.94), (0.79, 0.88)),
    "frames_wide": ((0.91, 0.95), (0.85, 0.90)),
    "frames_held": ((0.75, 0.93), (0.63, 0.88)),
}


@cache
def extractor(roster: bool) -> Extractor:
    return variations.reader(roster=roster)


@cache
def alone() -> dict[Frame, variations.Tally]:
    return variations.composed(1, 500, extractor(True), (1,))


def test_the_frames_state_every_predicate_and_role() -> None:
    stated = {predicate for frame in frames() for _, predicate, _ in frame.facts}
    assert {p.partition(".")[0] for p in stated} >= PREDICATES
    assert stated >= ROLES


def test_every_fact_of_a_frame_names_its_slots() -> None:
    for frame in frames():
        slots = {f"{m[0]}{m[1]}{m[2]}" for m in SLOT.findall(frame.title + frame.text)} | {"own"}
        for subject, _, object_ in frame.facts:
            assert {name.partition("+")[0] for name in (subject, object_)} <= slots, frame.text


def test_the_same_seed_composes_the_same_items() -> None:
    first, second = ([m.item.text for m in Composer(7).items(20)] for _ in range(2))
    assert first == second
    assert first != [m.item.text for m in Composer(8).items(20)]


@cache
def order() -> dict[str, judging.Kept]:
    return variations.order_changed(extractor(False), every=2)


@cache
def in_company() -> dict[Frame, variations.Tally]:
    return variations.composed(2, 300, extractor(False))


@pytest.mark.parametrize("file", FILES)
def test_a_frame_alone_is_understood(file: str) -> None:
    tally = variations.by_file(alone())[file]
    assert tally.recall >= FLOORS[file][0][0]
    assert tally.precision >= FLOORS[file][0][1]


@pytest.mark.parametrize("file", FILES)
def test_frames_in_company_are_understood(file: str) -> None:
    tally = variations.by_file(in_company())[file]
    assert tally.recall >= FLOORS[file][1][0]
    assert tally.precision >= FLOORS[file][1][1]


@pytest.mark.parametrize("family", sorted({f.family for f in frames() if f.facts and f.file == "frames"}))
def test_no_family_of_frames_is_lost(family: str) -> None:
    assert variations.by_family(alone())[family].recall >= FAMILIES


def test_what_is_denied_is_not_stated() -> None:
    denied = variations.by_family(alone())["negation and intention"]
    assert denied.given <= 4, denied.misses


def test_swapping_names_changes_text_and_gold_alike() -> None:
    for _, variant in swapped(5):
        text = "".join(variant.item.text.split())
        for entity in variant.gold["entities"]:
            if entity["type"] == "Person":
                assert "".join(entity["name"].split()) in text


@pytest.mark.parametrize(("roster", "kept"), [(False, 0.955), (True, 0.985)])
def test_other_names_in_the_same_sentences(roster: bool, kept: float) -> None:
    compared = variations.names_swapped((1,), extractor(roster), every=2)
    assert compared.share >= kept
    assert compared.after.f1 >= compared.before.f1 - (1 - kept) - 0.01


def test_an_exchanged_verb_stands_where_the_other_stood() -> None:
    for change in list(exchanged())[::50]:
        text = change.variant.item.text
        assert text[change.at :].startswith(change.new)
        assert len(text) - len(change.original.item.text) == len(change.new) - len(change.old)
        for was, now in zip(change.original.gold["relations"], change.variant.gold["relations"], strict=True):
            assert (was["evidence"] in change.original.item.text) <= (now["evidence"] in text)


def test_other_verbs_in_the_same_sentences() -> None:
    found = variations.verbs_exchanged(extractor(False), every=10)
    lost, stood = (sum(c.total() for c in cs) for cs in zip(*((k.lost, k.stood) for k in found.values()), strict=True))
    assert len(found) >= 100
    assert 1 - lost / stood >= 0.985


@pytest.mark.parametrize(
    ("kind", "kept"),
    [("list turned round", 0.985), ("date behind the subject", 0.975), ("date before the subject", 0.98)],
)
def test_the_same_words_in_another_order(kind: str, kept: float) -> None:
    assert order()[kind].stood.total() >= 20
    assert order()[kind].share >= kept


def test_all_golden_items_are_there() -> None:
    assert len(goldens()) >= len(goldens(held=False)) >= 100


def test_a_rule_seen_often_is_as_sure_as_it_is_right_and_one_never_seen_as_its_predicate() -> None:
    often = [Fact("b1", True, "issues.often", 0.8, n % 10 > 0) for n in range(400)]
    rates = Rates([*often, Fact("b1", True, "issues.once", 0.8, True)], weight=0.5, prior=8)
    assert rates.rate("issues.often") == pytest.approx(0.9, abs=0.01)
    assert rates.rate("issues.often") < rates.rate("issues.once") < 0.93
    assert rates.rate("issues.never") == pytest.approx(0.9, abs=0.02)


def test_a_bulletin_is_foretold_from_the_others_only() -> None:
    facts = [Fact(name, True, "owns.clause", 0.8, name == "right") for name in ("right", "wrong") for _ in range(50)]
    foretold_ = {fact.bulletin: said for said, fact in foretold(facts, 0.5, 2)}
    assert foretold_["right"] < 0.2
    assert foretold_["wrong"] > 0.8


def test_words_are_taken_out_of_a_lexicon_file_and_nothing_else() -> None:
    source = 'forms = ["主办", "举办", "承办"]\nwords = "参加 出席 参会"\npattern = "(?:由|承办)的(?P<s>主办|举办)"\n'
    kept, removed = without(source, {"举办", "出席", "承办"})
    assert removed == 5
    assert tomllib.loads(kept) == {"forms": ["主办"], "words": "参加 参会", "pattern": "(?:由)的(?P<s>主办)"}
