import pytest

from innograph.errors import InputError
from innograph.graph import dates


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2024-06-15", ("2024-06-15", "2024-06-15")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2023-04-01/2023-06-30", ("2023-04-01", "2023-06-30")),
        ("2023-04/2023-06", ("2023-04-01", "2023-06-30")),
    ],
)
def test_a_date_means_days(date: str | None, days: tuple[str, str]) -> None:
    assert dates.span(date) == days


@pytest.mark.parametrize(
    "date", ["", "2024-13", "2023-02-29", "June", "2024-06-30/2024-06-01", "20240615", "0000"]
)
def test_what_is_no_date_is_told(date: str | None) -> None:
    with pytest.raises(InputError):
        dates.span(date)
    assert dates.try_span(date) is None


def test_earliest_and_latest_know_precision() -> None:
    said = ["2024", "2024-01-01", "2024-03", "nonsense"]
    assert dates.earliest(said) == "2024-01-01"
    assert dates.latest(said) == "2024"
    assert dates.earliest(["nonsense"]) is None
