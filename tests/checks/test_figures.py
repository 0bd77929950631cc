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
        ("给予五十万元奖励，最高不超过一亿元", [500_000, 10**8]),
        ("千分之三、百分之零点五、万分之五", [Fraction(3, 1000), Fraction(1, 200), Fraction(1, 2000)]),
        ("100—300万元", [1_000_000, 3_000_000]),
        ("50-70%", [Fraction(1, 2), Fraction(7, 10)]),
        ("期限1至3年", [1, 3]),
        ("从业人员二十人以上的", [20]),
        ("……按３０％给予补助", [Fraction(3, 10)]),
        ("1.5亿元", [150_000_000]),
    ],
)
def test_a_sentence_states_these_figures(sentence: str, values: list[Fraction]) -> None:
    assert [figure.value for figure in in_text(sentence)] == values


@pytest.mark.parametrize(
    "sentence",
    [
        "“9+5”产业",
        "“5+3+1”数字经济产业体系",
        "5G工厂",
        "十五届二次全会以及八届二次、三次全会",
        "以上两项政策",
        "二元结构",
    ],
)
def test_a_name_with_numbers_in_it_is_no_figure(sentence: str) -> None:
    assert not in_text(sentence)


def test_a_bandwidth_is_no_name() -> None:
    assert [figure.value for figure in in_text("10G以上")] == [10]


def test_a_line_that_begins_with_a_number_and_a_unit_has_a_figure() -> None:
    assert [figure.value for figure in in_text("1.对企业给予1.5倍奖励")] == [Fraction(3, 2)]
    assert [figure.value for figure in in_text("1.5倍奖励")] == [Fraction(3, 2)]


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
