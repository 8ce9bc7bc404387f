"""Laws that hold for every item: evidence stands in the text and holds the words that say so."""

import itertools
import re

import pytest
from frames_markup import draft_of, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innograph.loaders.facts.frame_lexicon import confidences, load, verbs
from innograph.loaders.facts.frames_reader import read_frames

ORGS = ["[A:深海联盟]", "[E:蓝海公司]", "[U:海洋大学]", "[R:深潜所]", "[G:科技厅]"]
FRAMES = [
    "由{0}与{1}{w}主办的第三届潜水论坛在[L:三亚]召开。", "{0}、{1}{w}承办第三届潜水论坛。", "{0}与{1}签署战略合作协议。",
    "{0}秘书长[P:白桦]拜访{1}。", "{0}、{1}{w}印发《潜水管理办法》。", "{0}牵头起草、{1}参与起草的国家标准《潜水规程》发布。",
    "{0}与{1}{w}研制的“全海深潜水器”荣获首届海洋科技奖。", "{0}承担“深海探测”项目。", "{0}控股{1}。", "第三届潜水论坛由{0}主办，{1}代表参加会议。",
]  # fmt: skip
PREDICATE_WORDS = {
    "organizes": "主办|承办|召开", "cooperatesWith": "签署|拜访|联合|共同", "issues": "印发", "drafts": "起草", "develops": "研制",
    "undertakes": "承担", "owns": "控股", "heldIn": "在", "selectedFor": "荣获", "participatesIn": "参加|拜访|座谈",
}  # fmt: skip


@st.composite
def items(draw: st.DrawFn) -> str:
    sentences = []
    for frame in draw(st.lists(st.sampled_from(FRAMES), min_size=1, max_size=4)):
        one, two = draw(st.sampled_from(list(itertools.permutations(ORGS, 2))))
        sentences.append(frame.format(one, two, w=draw(st.sampled_from(["", "联合", "共同"]))))
    return "".join(sentences)


@given(items())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_evidence_stands_in_the_text_and_holds_the_frames_words(marked: str) -> None:
    facts = read(marked)
    for relation in facts.relations:
        start, end = relation.evidence
        assert facts.item.text[start:end] == relation.quote != ""
        if relation.predicate in PREDICATE_WORDS:
            assert re.search(PREDICATE_WORDS[relation.predicate], relation.quote), relation


@given(items())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reading_twice_gives_the_same(marked: str) -> None:
    assert read(marked) == read(marked)


@given(st.text(alphabet="深海联盟主办由的在、，。《》“”（）()第三届论坛会议签署项目获奖研制了\n 0123日月年", max_size=80))
@settings(max_examples=200, deadline=None)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    draft = draft_of(text + "[A:深海联盟]" + text, "深海联盟")
    read_frames(draft)
    for thing in draft.things:
        for start, end in thing.mentions:
            assert 0 <= start < end <= len(draft.text)


def test_every_rule_that_a_frame_names_has_a_confidence() -> None:
    table = confidences()
    assert all(0.0 < value <= 1.0 for value in table.values())
    for relation in read("由[A:深海联盟]主办、[E:蓝海公司]承办的首届潜水论坛在[L:三亚]举行。").relations:
        assert relation.confidence == pytest.approx(table.get(relation.rule, table["default"]))


def test_every_verb_group_is_read_by_a_known_family() -> None:
    families = {row["family"] for row in load("verbs")["group"].values()}
    assert families <= {"hold", "attend", "issue", "standard", "make", "project", "honour", "award", "own", "agree", "talk", "visit"}
    finder, groups = verbs()
    assert [word for word, _, _ in finder.find("联合主办")] == ["主办"]
    assert groups["主办"][0].role == "host"
