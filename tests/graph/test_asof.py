import pytest
from graph_material import bulletin, item

from innograph.errors import InputError
from innograph.graph.asof import as_of
from innograph.graph.model import BulletinFacts, Entity

ENTITY = [Entity("e1", "Alliance", "化纤联盟")]


def news(id_: str, date: str | None) -> BulletinFacts:
    return bulletin(id_, item(id_, 1, "化纤联盟", ENTITY), date=date)


def rows(id_: str, date: str | None) -> BulletinFacts:
    return bulletin(id_, item(id_, 1, "化纤联盟", ENTITY, kind="row"), date=date)


ALL = [
    news("day", "2024-06-15"),
    news("month", "2024-06"),
    news("period", "2024-04-01/2024-06-30"),
    news("none", None),
    rows("roster", None),
    rows("roster-2023", "2023"),
    rows("roster-2025", "2025"),
]


@pytest.mark.parametrize(
    ("date", "known"),
    [
        ("2022", ["roster"]),
        ("2023-01-01", ["roster", "roster-2023"]),
        ("2024-06-14", ["roster", "roster-2023"]),
        ("2024-06-15", ["day", "roster", "roster-2023"]),
        ("2024-06", ["day", "month", "period", "roster", "roster-2023"]),
        ("2025", ["day", "month", "period", "roster", "roster-2023", "roster-2025"]),
    ],
)
def test_what_was_known(date: str | None, known: list[str]) -> None:
    assert [facts.bulletin.id for facts in as_of(ALL, date)] == known
    assert [facts.bulletin.id for facts in as_of(ALL[::-1], date)] == known


def test_what_is_no_date_is_told() -> None:
    with pytest.raises(InputError, match="“gestern” is no date"):
        as_of(ALL, "gestern")
