"""What leaves a draft takes its claims along: no fact speaks of a thing that is not there."""

from __future__ import annotations

from whole_items import read_item, types

from innograph.graph.model import Item
from innograph.loaders.facts.draft import Claim, Draft, Thing


def test_contributor_that_only_the_credit_names_is_nobody_that_acts() -> None:
    body = "　　联盟网秘书处一行到访，双方座谈。\n　　次日，调研组转往东莞，与松山湖材料实验室会谈。"
    assert "联盟促进会" not in types(read_item(body, "调研组走访", credit="联盟促进会", date="2021-09"))


def test_claim_of_a_thing_that_left_is_left_out() -> None:
    here, gone = Thing("Enterprise", "甲公司", mentions=[(0, 3)]), Thing("Enterprise", "乙公司", mentions=[(4, 7)])
    text = "甲公司与乙公司合作"
    draft = Draft(Item("b", 1, "", text=text), things=[here])
    draft.claims.append(Claim(here, "cooperatesWith", gone, (0, 9), "test", 1.0))
    found = draft.facts()
    assert [entity.name for entity in found.entities] == ["甲公司"] and not found.relations
