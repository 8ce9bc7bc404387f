"""Memberships and their roles."""

from __future__ import annotations

import pytest
from names_kit import ALLIANCE, draft, stated

A, B, C = "宁波恒磁有限公司", "包头大地新材料有限公司", "常州大学"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"联盟理事单位{A}参展。", {(A, "council")}),
        (f"选举{A}为理事长单位，{B}、{C}为副理事长单位。", {(A, "chair"), (B, "vice-chair"), (C, "vice-chair")}),
        (f"会议吸纳{A}、{B}为新成员。", {(A, "member"), (B, "member")}),
        (f"新增成员单位：{A}、{C}。", {(A, "member"), (C, "member")}),
        (f"{A}、{C}正式加入联盟。", {(A, "member"), (C, "member")}),
        (f"会议审议通过了{A}等3家单位的入盟申请。", {(A, "applicant")}),
        (f"联盟由{C}牵头，联合{A}、{B}等20余家单位共同组建。", {(C, "lead"), (A, "member"), (B, "member")}),
        (f"{A}（联盟副理事长单位）参加了展览。", {(A, "vice-chair")}),
        (f"作为联盟理事单位，{A}展示了新产品。", {(A, "council")}),
        (f"副理事长单位为{A}和{C}。", {(A, "vice-chair"), (C, "vice-chair")}),
    ],
)
def test_roles(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert {(s, role) for s, o, role in stated("memberOf", sentence)} == expected
    assert {o for _, o, _ in stated("memberOf", sentence)} == {ALLIANCE}


def test_who_leaves_is_a_member_until_then() -> None:
    claims = draft(f"{A}自2022年12月31日起退出联盟。").claims
    assert [(c.subject.name, c.role, c.attributes) for c in claims] == [(A, "member", {"until": "2022-12-31"})]


@pytest.mark.parametrize("sentence", [f"{A}旁听会议，未加入联盟。", f"{A}提出的入盟申请未获通过。"])
def test_what_is_denied_states_nothing(sentence: str) -> None:
    assert stated("memberOf", sentence) == set()


def test_evidence_is_the_clause_that_says_so() -> None:
    draft_ = draft(f"会议在京召开。联盟理事单位{A}参展。")
    claim = next(c for c in draft_.claims if c.predicate == "memberOf")
    assert draft_.text[slice(*claim.evidence)] == f"联盟理事单位{A}"
