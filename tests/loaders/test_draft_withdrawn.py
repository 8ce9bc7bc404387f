"""What leaves a draft takes its claims along: no fact speaks of a thing that is not there."""

from __future__ import annotations

from innograph.graph.model import Bulletin, Item
from innograph.loaders.facts import Extractor
from innograph.loaders.facts.draft import Claim, Draft, Thing


def test_contributor_that_only_the_credit_names_is_nobody_that_acts() -> None:
    body = "　　联盟网秘书处一行到访，双方座谈。\n　　次日，调研组转往东莞，与松山湖材料实验室会谈。"
    text = f"调研组走访\n{body}\n（联盟促进会供稿）"
    item = Item("b", 1, "调研组走访", text=text, credit="联盟促进会", credit_kind="contributor")
    found = Extractor().extract(item, Bulletin("b", date="2021-09"))
    assert "联盟促进会" not in {entity.name for entity in found.entities}


def test_claim_of_a_thing_that_left_is_left_out() -> None:
    here, gone = Thing("Enterprise", "甲公司", mentions=[(0, 3)]), Thing("Enterprise", "乙公司", mentions=[(4, 7)])
    text = "甲公司与乙公司合作"
    draft = Draft(Item("b", 1, "", text=text), things=[here])
    draft.claims.append(Claim(here, "cooperatesWith", gone, (0, 9), "test", 1.0))
    found = draft.facts()
    assert [entity.name for entity in found.entities] == ["甲公司"] and not found.relations
