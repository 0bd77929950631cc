"""The table of days off: what every notice must satisfy, and days that the notices name."""

import datetime as dt

import pytest

from polc.runs.holidays import NOTICES, Notice, is_working, known_years

# working days of a year: weekdays, less days off on weekdays, plus weekend days worked. 2020: 251, less 31 January and
# 1 February, when the holidays were prolonged
WORKED = {2018: 250, 2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248}


def day(year: int, month: int, number: int) -> int:
    return dt.date(year, month, number).toordinal()


def test_the_years_follow_one_another_without_a_gap() -> None:
    first, last = known_years()
    assert [notice.year for notice in NOTICES] == list(range(first, last + 1))


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: str(notice.year))
def test_a_worked_day_is_one_of_a_weekend_and_no_day_off(notice: Notice) -> None:
    worked = notice.days_to_work()
    assert all(dt.date.fromordinal(each).weekday() >= 5 for each in worked)
    assert not worked & notice.days_off()


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: str(notice.year))
def test_a_year_has_as_many_working_days_as_its_notice_says(notice: Notice) -> None:
    year = range(day(notice.year, 1, 1), day(notice.year + 1, 1, 1))
    assert sum(bool(is_working(each)) for each in year) == WORKED[notice.year]


def test_national_day_is_off_and_a_saturday_called_to_work_is_not() -> None:
    assert is_working(day(2026, 10, 1)) is False
    assert is_working(day(2026, 10, 10)) is True
    assert is_working(day(2026, 10, 11)) is False


def test_the_spring_festival_of_2020_was_prolonged() -> None:
    assert is_working(day(2020, 1, 31)) is False
    assert is_working(day(2020, 2, 1)) is False
    assert is_working(day(2020, 2, 3)) is True


def test_a_year_without_its_notice_has_no_answer() -> None:
    first, last = known_years()
    assert is_working(day(first - 1, 12, 29)) is None
    assert is_working(day(last + 1, 1, 4)) is None
