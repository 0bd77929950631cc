"""Which figures a sentence states, and when two figures are one."""

from __future__ import annotations

from fractions import Fraction

import pytest

from polc.checks.figures import Figure, in_text, unmatched


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("达到30万元（含）以上的企业，按最高30%给予补助，最高不超过50万元", [300_000, Fraction(3, 10), 500_000]),
        ("500万-1000万元奖励0.5%", [5_000_000, 10_000_000, Fraction(1, 200)]),
        ("前三年全额奖励，后七年按50%", [3, 7, Fraction(1, 2)]),
        ("奖励资金分两年兑付，每年兑付50%", [2, Fraction(1, 2)]),
        ("中小型智算中心（100-3000个标准机架）PUE均不得高于1.3", [100, 3000, Fraction(13, 10)]),
        ("2,000万元", [20_000_000]),
        ("百分之三十", [Fraction(3, 10)]),
        ("2024年、2025年、2026年内", [2024, 2025, 2026]),
        ("30个工作日内", [30]),
        ("参数量不低于十亿个、场景不少于4个", [10**9, 4]),
    ],
)
def test_a_sentence_states_these_figures(sentence: str, values: list[Fraction]) -> None:
    assert [figure.value for figure in in_text(sentence)] == values


@pytest.mark.parametrize("sentence", ["第2、6、7、8、11条政策适用", "第2条、第3条"])
def test_numbers_of_clauses_are_no_figures(sentence: str) -> None:
    assert not in_text(sentence)


@pytest.mark.parametrize(
    "sentence", ["一次性奖励", "在第2条的基础上", "（玉党人才办〔2025〕12号）", "四级企业", "一等奖、二等奖"]
)
def test_what_is_no_figure_is_none(sentence: str) -> None:
    assert not [figure for figure in in_text(sentence) if figure.kind != "number" or figure.value < 100]


def test_a_duration_in_months_is_the_same_in_years() -> None:
    assert Figure(Fraction(3), "years", "3年").matches(Figure(Fraction(36), "months", "36个月"))


def test_a_rate_is_never_an_amount() -> None:
    assert not Figure(Fraction(1, 2), "rate", "50%").matches(Figure(Fraction(1, 2), "number", "0.5"))


def test_a_year_inside_an_encoded_range_of_years_is_encoded() -> None:
    years = [Figure(Fraction(year), "number", f"{year}年") for year in (2024, 2026)]
    assert not unmatched([Figure(Fraction(2025), "number", "2025年")], years)
