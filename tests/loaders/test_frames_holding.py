"""Who holds an event, where, and what is part of what."""

import pytest
from frames_markup import named, read, said

FORUM = "第四届深海装备论坛"


@pytest.mark.parametrize(
    "sentence",
    [
        f"[A:深海联盟]主办{FORUM}。",
        f"[A:深海联盟]近日在[L:三亚]成功举办{FORUM}。",
        f"由[A:深海联盟]主办的{FORUM}日前落幕。",
        f"{FORUM}由[A:深海联盟]主办。",
        f"{FORUM}在[L:三亚]开幕。\n主办单位：[A:深海联盟]",
    ],
)
def test_active_relative_passive_and_label_say_the_same(sentence: str) -> None:
    assert ("深海联盟", "organizes", "host", FORUM) in said(sentence)


def test_each_verb_of_a_chain_gives_its_own_role() -> None:
    facts = said(f"由[S:船舶学会]指导，[A:深海联盟]主办，[E:蓝海公司]、[U:海洋大学]承办，[R:深潜所]协办的{FORUM}在[L:三亚]举行。")
    assert {(who, role) for who, what, role, _ in facts if what == "organizes"} == {
        ("船舶学会", "guide"), ("深海联盟", "host"), ("蓝海公司", "undertake"), ("海洋大学", "undertake"), ("深潜所", "assist"),
    }  # fmt: skip
    assert (FORUM, "heldIn", "", "三亚") in facts


def test_coordination_is_spread_and_joint_needs_a_word_that_says_so() -> None:
    together = said(f"[A:深海联盟]、[E:蓝海公司]和[U:海洋大学]联合主办{FORUM}。")
    assert {f for f in together if f[1] == "cooperatesWith"} == {
        ("深海联盟", "cooperatesWith", "joint", "蓝海公司"),
        ("深海联盟", "cooperatesWith", "joint", "海洋大学"),
        ("蓝海公司", "cooperatesWith", "joint", "海洋大学"),
    }
    listed = said(f"[A:深海联盟]、[E:蓝海公司]主办{FORUM}。")
    assert not any(f[1] == "cooperatesWith" for f in listed)
    assert {f[0] for f in listed if f[1] == "organizes"} == {"深海联盟", "蓝海公司"}


def test_initiators_that_join_hosts_are_all_joined() -> None:
    facts = said(f"由[E:甲投]、[E:乙投]协同发起，联合[A:深海联盟]、[U:海洋大学]共同主办的“{FORUM}”在[L:三亚]召开。")
    assert sum(f[1] == "cooperatesWith" for f in facts) == 6
    assert ("甲投", "organizes", "initiate", FORUM) in facts
    assert ("海洋大学", "organizes", "host", FORUM) in facts


def test_the_subject_left_out_is_the_items_own_alliance() -> None:
    facts = said("深海联盟动态\n为推动产业发展，日前在[L:三亚]举办水下机器人技术研讨会。[A:深海联盟]供稿", "深海联盟")
    assert ("深海联盟", "organizes", "host", "水下机器人技术研讨会") in facts


def test_what_is_held_beside_has_the_host_of_the_main_event() -> None:
    facts = said(f"[A:深海联盟]在[L:三亚]举办{FORUM}。论坛期间还举行了水下焊接技能大赛。", "深海联盟")
    assert ("水下焊接技能大赛", "subEventOf", "", FORUM) in facts
    assert ("深海联盟", "organizes", "host", "水下焊接技能大赛") in facts


def test_a_named_host_of_the_side_event_wins_over_the_main_events() -> None:
    facts = said(f"[A:深海联盟]在[L:三亚]举办{FORUM}。论坛期间举行了水下焊接技能大赛，大赛由[E:蓝海公司]主办。", "深海联盟")
    assert ("蓝海公司", "organizes", "host", "水下焊接技能大赛") in facts
    assert ("深海联盟", "organizes", "host", "水下焊接技能大赛") not in facts


def test_part_forums_are_events_of_their_own() -> None:
    facts = said(f"{FORUM}在[L:三亚]召开，论坛设潜水器设计、深海采矿、海洋能源三个分论坛。")
    assert {f[0] for f in facts if f[1] == "subEventOf"} == {"潜水器设计", "深海采矿", "海洋能源"}


def test_guidance_and_support_of_a_prepositional_phrase() -> None:
    facts = said(f"在[G:科技厅]的指导下，[A:深海联盟]举办了{FORUM}。")
    assert ("科技厅", "organizes", "guide", FORUM) in facts
    assert ("深海联盟", "organizes", "host", FORUM) in facts


def test_a_council_meeting_is_held_by_its_alliance() -> None:
    facts = said("[A:深海联盟]二届三次理事会于6月5日在[L:三亚]召开。")
    assert ("深海联盟", "organizes", "host", "深海联盟二届三次理事会") in facts


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"[A:深海联盟]拟于10月在[L:三亚]举办{FORUM}。", "planned"),
        (f"{FORUM}将于10月在[L:三亚]举行，由[A:深海联盟]主办。", "planned"),
        (f"受台风影响，原定6月在[L:三亚]举行的{FORUM}取消。", "cancelled"),
        (f"[A:深海联盟]主办的{FORUM}因故延期。", "postponed"),
        (f"[A:深海联盟]在[L:三亚]举办{FORUM}。", None),
    ],
)
def test_status_of_an_event(sentence: str, status: str | None) -> None:
    assert named(sentence, "Event")[FORUM].get("status") == status
    if status in ("cancelled", "postponed"):
        assert said(sentence) == set()


def test_names_joined_by_ji_are_one_event_and_a_numbered_name_may_hold_a_list() -> None:
    joined = named("由[A:深海联盟]主办的首届深海装备展览会暨海洋科技周活动开幕。", "Event")
    assert set(joined) == {"首届深海装备展览会暨海洋科技周活动"}
    listed = named("[A:深海联盟]举办第九届中国国际潜水器、声呐与水下机器人展览会。", "Event")
    assert set(listed) == {"第九届中国国际潜水器、声呐与水下机器人展览会"}


def test_the_headlines_short_form_is_an_alias_of_the_bodys_name() -> None:
    events = named("[A:深海联盟]举办水下机器人研讨会\n近日，[A:深海联盟]在[L:三亚]举办2019年水下机器人技术研讨会。", "Event")
    assert set(events) == {"2019年水下机器人技术研讨会"}


def test_how_many_came_is_counted() -> None:
    events = named(f"[A:深海联盟]在[L:三亚]举办{FORUM}，来自各地的300余名代表参会，120家展商参展。", "Event")
    assert events[FORUM] == {"participants": 300, "exhibitors": 120}


def test_an_event_has_the_date_of_its_clause() -> None:
    events = named(f"5月20日至21日，[A:深海联盟]在[L:三亚]举办{FORUM}。自6月1日起新章程施行。", "Event")
    assert events[FORUM] == {
        "date": "2019-05-20/2019-05-21", "start": "2019-05-20", "end": "2019-05-21", "precision": "period", "as_written": "5月20日至21日",
    }  # fmt: skip


def test_a_year_inside_a_name_is_no_date() -> None:
    assert "date" not in named("[A:深海联盟]举办2018年深海装备论坛。", "Event")["2018年深海装备论坛"]


def test_the_evidence_is_the_bodys_where_headline_and_body_say_the_same() -> None:
    facts = read(f"[A:深海联盟]主办{FORUM}\n近日，由[A:深海联盟]主办的{FORUM}在[L:三亚]举行。")
    (host,) = [r for r in facts.relations if r.predicate == "organizes"]
    assert host.evidence[0] > len(facts.item.title)


def test_an_inspection_is_held_by_who_called_the_experts() -> None:
    facts = said("5月6日，[G:科技厅]在[L:三亚]组织专家，对[U:海洋大学]承担的“深海探测”项目进行了验收。")
    assert ("科技厅", "organizes", "host", "验收") in facts
    assert ("海洋大学", "undertakes", "", "深海探测") in facts


def test_thanks_name_the_supporters() -> None:
    facts = said(f"[A:深海联盟]在[L:三亚]举办{FORUM}，论坛得到了[E:蓝海公司]的大力支持。")
    assert ("蓝海公司", "organizes", "support", FORUM) in facts
