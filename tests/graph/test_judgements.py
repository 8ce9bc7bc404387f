from pathlib import Path

import pytest

from innograph.errors import InputError
from innograph.graph.judgements import Judgements, dumps, parse


def test_a_judgement_is_one_readable_line(tmp_path: Path) -> None:
    judged = Judgements(tmp_path / "judgements.csv")
    judged.add(
        "Alliance/a",
        "Alliance/b",
        "same",
        who="李",
        when="2024-06-15T08:00:00Z",
        why="官网",
        left_name="甲联盟",
        right_name="甲产业联盟",
    )
    judged.save()
    assert (tmp_path / "judgements.csv").read_text(encoding="utf-8") == (
        "left,left_name,right,right_name,judgement,who,when,why\n"
        "Alliance/a,甲联盟,Alliance/b,甲产业联盟,same,李,2024-06-15T08:00:00Z,官网\n"
    )
    assert Judgements.load(tmp_path / "judgements.csv").lines == judged.lines
    assert [path.name for path in tmp_path.iterdir()] == ["judgements.csv"]


def test_the_last_line_on_a_pair_counts() -> None:
    judged = Judgements()
    judged.add("a", "b", "same")
    judged.add("b", "a", "different")
    assert [line.judgement for line in judged.current()] == ["different"]
    assert judged.undo().judgement == "different"
    assert [line.judgement for line in judged.current()] == ["same"]


def test_contradictions_through_a_chain_are_reported() -> None:
    judged = Judgements()
    judged.add("a", "b", "same")
    judged.add("b", "c", "same")
    judged.add("a", "c", "different")
    judged.add("a", "d", "different")
    (conflict,) = judged.conflicts()
    assert conflict.why == "a ≠ c, yet a = b、b = c"


def test_names_with_commas_quotes_and_lines_come_back() -> None:
    judged = Judgements()
    judged.add('a,"b"', "c\nd", "unsure", why="说,明")
    assert parse(dumps(judged.lines)) == judged.lines


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("left,right\na,b\n", "no column judgement"),
        ("left,right,judgement\na,b,maybe\n", "line 2"),
        ("left,right,judgement\na,,same\n", "not a judgement"),
        ('left,right,judgement\na,"b,same\n', "not CSV"),
    ],
)
def test_what_is_no_judgement_is_told(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        parse(text)


def test_a_thing_is_not_judged_against_itself() -> None:
    with pytest.raises(InputError, match="with itself"):
        Judgements().add("a", "a", "same")


def test_a_missing_file_holds_nothing(tmp_path: Path) -> None:
    assert Judgements.load(tmp_path / "none.csv").lines == []
