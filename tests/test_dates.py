"""Days, months and years."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp.dates import Date, dated


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime.date(2025, 9, 30), "2025-09-30"),
        ("2025-09-30", "2025-09-30"),
        ("2025-11", "2025-11"),
        (2025, "2025"),
        ("2025", "2025"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_what_yaml_gives_is_a_date(value: object, text: str) -> None:
    assert dated(value) == text


@pytest.mark.parametrize(
    "value",
    [
        "2025-13", "2025-00", "2025-02-30", "2025-2", "2025-9-30", "25", "0000", "2025-11-", " 2025", "2025\n", "٢٠٢٥",
        True, None, 1.5, 25, -2025, 20251, datetime.datetime(2025, 9, 30, 10), [],
    ],
)  # fmt: skip
def test_what_is_no_day_month_or_year_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"date|day|month|year"):
        dated(value)


@given(st.lists(st.dates(), max_size=20))
def test_dates_are_sorted_as_they_come(days: list[datetime.date]) -> None:
    assert sorted(map(dated, days)) == [dated(day) for day in sorted(days)]


def test_a_month_stands_before_its_days_and_after_the_month_before() -> None:
    assert sorted(map(Date, ("2025-11-01", "2025-11", "2025", "2025-10-31"))) == [
        "2025", "2025-10-31", "2025-11", "2025-11-01",
    ]  # fmt: skip
    assert (Date("2025-11").year, Date("2025-11").parts) == ("2025", (2025, 11))
