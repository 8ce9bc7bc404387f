"""Laws of reading names: offsets, sentences, the same facts each time, whatever the text."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from names_kit import BULLETIN, draft, extractor, facts

from innograph.graph.model import item_row
from innograph.loaders.facts.sentences import split

PIECES = st.sampled_from(
    ["联盟", "理事单位", "浙江大学", "和", "与", "、", "，", "。", "（", "）", "“", "”", "《", "》", "秘书长", "张三丰",
     "有限公司", "宁波恒磁", "在北京召开", "更名为", "加入", "科技部", "高新司", "为", "\n", "第三届理事会", " ", "院士",
     "（以下简称“恒磁”）", "由", "牵头", "A", "2024年", "成立", "工作组", "·"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_every_quote_stands_where_it_says(pieces: list[str]) -> None:
    found = facts("".join(pieces))
    text = found.item.text
    for relation in found.relations:
        assert relation.quote == text[slice(*relation.evidence)] != ""
        assert 0 <= relation.confidence <= 1
    for entity in found.entities:
        assert all(0 <= a < b <= len(text) for a, b in entity.mentions)
        assert entity.name.strip() == entity.name != ""
        assert entity.name not in entity.aliases


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    facts(text)


@given(st.lists(PIECES, max_size=40))
def test_sentences_hold_every_sign_once(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = split(text)
    held = "".join(text[a:b] for a, b in spans)
    assert "".join(held.split()) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_quotes_and_brackets_stay_together() -> None:
    text = "他说：“好。再来！”会议（时间待定。地点未定）结束。下一句"
    assert [text[a:b] for a, b in split(text)] == ["他说：“好。再来！”", "会议（时间待定。地点未定）结束。", "下一句"]


def test_the_same_item_gives_the_same_facts() -> None:
    body = "选举宁波恒磁有限公司为理事长单位，常州大学教授周既白任秘书长。"
    assert item_row(facts(body)) == item_row(facts(body))


def test_the_receipt_of_coverage() -> None:
    text = draft("联盟要坚持开放合作。江南大学副校长陆秉云出席。").item
    states = {text.text[a:b]: state for a, b, state in extractor().extract(text, BULLETIN).sentences}
    assert states["联盟要坚持开放合作。"] == "empty"
    assert states["江南大学副校长陆秉云出席。"] == "used"


@pytest.mark.parametrize("tagger", [True, False])
def test_names_of_the_real_bulletin(tagger: bool) -> None:
    """Organisations, persons and units of the sample against its gold: at least 96 in 100."""
    root = Path(__file__).parents[1]
    gold = [json.loads(line) for line in (root / "golden" / "seed.gold.jsonl").read_text("utf-8").splitlines()]
    from innograph.loaders.items import cut
    from innograph.loaders.readers import read

    bulletin, items = cut(read(next((root.parent / "samples").glob("**/000_*.txt"))))
    read_by_title = {i.title: extractor(tagger).draft(i, bulletin) for i in items}
    wanted = given = right = 0
    types = {"Alliance", "Enterprise", "University", "ResearchInstitute", "GovernmentAgency", "Association", "Person",
             "StandardsBody", "CoordinatingBody", "InternationalBody", "Media", "OrganizationUnit"}  # fmt: skip
    for row in gold:
        if "item" not in row:
            continue
        mine = [t for t in read_by_title[row["item"]["title"]].things if t.type in types]
        theirs = [e for e in row["entities"] if e["type"] in types]
        wanted, given = wanted + len(theirs), given + len(mine)
        right += sum(
            any(t.type == e["type"] and {*t.names} & {e["name"], *e["aliases"]} for t in mine) for e in theirs
        )
    assert 2 * right / (wanted + given) >= 0.96
