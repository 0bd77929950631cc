"""Periods: what the core decides without the calendar is what the calendar says."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polc.passes.periods import LONGEST_HOLIDAY, WORKING, Period
from polc.passes.pipeline import Compiled, compile_policy
from polc.readers.evaluate import Case, run
from polc.runs.holidays import is_working
from polc.runs.reckoned import UnknownYearError, last_day, reckoned
from polc.text import Source

FIRST, LAST = dt.date(2018, 1, 1).toordinal(), dt.date(2026, 12, 31).toordinal()
UNITS = {WORKING: "个工作日", "日": "日", "个月": "个月"}

periods = st.builds(Period, st.just("申请.受理日期"), st.integers(1, 40), st.sampled_from(tuple(UNITS)))


def compiled(period: Period) -> Compiled:
    text = f"""政策 示例
对象 申请
  受理日期：日期
  办结日期：日期
条 1 时限
  要求 时限
    支持对象：申请
    须：办结日期 在 受理日期 起 {period.length}{period.unit}内
"""
    return compile_policy([Source("a.pol", text)])


@given(periods, st.integers(FIRST, LAST), st.integers(-5, 200))
def test_a_day_lies_within_a_period_exactly_where_it_is_between_its_ends(
    period: Period, start: int, after: int
) -> None:
    lowered = compiled(period).lowered()
    told: dict[str, object] = {"申请.受理日期": start, "申请.办结日期": start + after}
    days, why = reckoned(lowered.program.inputs, told)
    found = run(lowered.program, Case({**told, **days})).results["时限/结论"]
    try:
        expected = 0 <= after <= last_day(start, period) - start
    except UnknownYearError:
        assert why
        if not found.missing:  # decided all the same: by what no calendar can change
            assert found.value == (0 <= after <= _unmoved(start, period) - start)
        return
    assert not found.missing
    assert found.value == expected


def _unmoved(start: int, period: Period) -> int:
    """Return the last day before it gives way to a working day; of working days, the least it can be."""
    if period.unit == WORKING:
        return start + period.length
    return last_day(start, Period(period.start, period.length, period.unit, moved=False))


@given(periods, st.integers(FIRST, LAST - 400))
def test_the_bounds_of_a_last_day_hold_on_every_day_of_the_calendar(period: Period, start: int) -> None:
    try:
        end = last_day(start, period)
    except UnknownYearError:
        return
    assert is_working(end)
    if period.unit == WORKING:
        assert start + period.length <= end <= start + 3 * period.length + LONGEST_HOLIDAY
        assert sum(bool(is_working(day)) for day in range(start + 1, end + 1)) == period.length
    else:
        plain = _unmoved(start, period)
        assert plain <= end <= plain + LONGEST_HOLIDAY
        assert not any(is_working(day) for day in range(plain, end))


@pytest.mark.parametrize("unit", list(UNITS))
def test_a_longer_period_never_ends_sooner(unit: str) -> None:
    start = dt.date(2025, 1, 20).toordinal()
    ends = [last_day(start, Period("x", length, unit)) for length in range(1, 13)]
    assert ends == sorted(ends)
