"""A picture shows what the interpreter computes: every point of a curve, every jump, the cap."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polc.site.options import Options
from polc.site.pictures import picture
from polc.site.pictures.curve import Curve, curve
from polc.text import Source
from polc.workspace import load
from polc.workspace.load import compile_sources

POLICIES = Path(__file__).parents[2] / "policies"
HEAD = """\
政策 例
  约定：以上、以下含本数

对象 企业
  支出：金额，每年
  营业收入：金额，每年

条 1
  奖补 甲
    支持对象：企业
    享受：每家企业 每年
"""
WAN = 1_000_000


def drawn(text: str) -> Curve | None:
    lowered = compile_sources([Source("policy.pol", HEAD + text)]).lowered()
    return curve(lowered, lowered.plans["甲"])


def corners(text: str) -> list[tuple[Fraction, Fraction, Fraction]]:
    found = drawn(text)
    assert found is not None
    return [(Fraction(p.at, WAN), Fraction(p.low) / WAN, Fraction(p.high) / WAN) for p in found.points]


def test_a_rate_with_a_cap_bends_where_the_cap_begins_to_bind() -> None:
    found = drawn("    标准：支出 × 50%\n    上限：每家企业 每年 50万元\n")
    assert found is not None
    assert [(p.at // WAN, p.high / WAN) for p in found.points[:2]] == [(0, 0), (100, 50)]
    assert found.points[-1].high == 50 * WAN
    assert found.cap == 50 * WAN
    assert not found.breaks


def test_what_is_at_most_is_a_range() -> None:
    found = corners("    标准：支出 × 最高 50%\n    上限：每家企业 每年 50万元\n")
    assert (100, 0, 50) in found
    assert all(low == 0 for _, low, _ in found)


def test_a_tier_is_a_jump_between_two_neighbouring_grains() -> None:
    table = (
        "    分档：营业收入，取高档\n      | 达到 500万元 | 4万元 |\n      | 达到 1000万元 | 5万元 |\n    上限：无\n"
    )
    found = drawn(table)
    assert found is not None
    jumps = [(found.points[n], found.points[n + 1]) for n in sorted(found.breaks)]
    assert [(a.at, b.at, a.high / WAN, b.high / WAN) for a, b in jumps] == [
        (500 * WAN - 1, 500 * WAN, 0, 4),
        (1000 * WAN - 1, 1000 * WAN, 4, 5),
    ]


def test_what_goes_on_without_a_cap_is_drawn_to_some_figure() -> None:
    found = corners("    标准：支出 × 10%\n    上限：未写\n")
    assert len(found) == 2
    assert found[1][2] == found[1][0] / 10


def test_a_sum_that_no_figure_changes_has_no_curve() -> None:
    assert drawn("    标准：5万元\n") is None


LOWERED = [draft.compiled.lowered() for draft in load([POLICIES]).drafts if draft.policy is not None]
PLANS = [(lowered, plan) for lowered in LOWERED for plan in lowered.plans.values() if plan.kind == "benefit"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_benefit_of_the_policies_is_drawn_or_has_nothing_to_draw(language: str) -> None:
    options = Options(739_942, language="en" if language == "en" else "zh")
    pictures = [each for lowered, plan in PLANS for each in picture(lowered, plan, options)]
    assert len(pictures) > 30
    for each in pictures:
        assert "<title>" in each
        assert "NaN" not in each
        assert "{" not in each


@given(st.sampled_from((10, 30, 50, 100)), st.sampled_from((5, 20, 50)), st.sampled_from((0, 30, 200)))
def test_the_cap_binds_where_the_rate_reaches_it(rate: int, cap: int, threshold: int) -> None:
    limit = f"    上限：每家企业 每年 {cap}万元\n"
    text = f"    条件：支出 达到 {threshold}万元\n    标准：支出 × {rate}%\n{limit}"
    found = drawn(text)
    assert found is not None
    reached = max(Fraction(cap * 100, rate), Fraction(threshold)) * WAN
    first = min(p.at for p in found.points if p.high == cap * WAN)
    assert first - 1 < reached <= first


def test_a_curve_ends_where_the_facts_could_not_be_so() -> None:
    """A cost is no more than what was bought; of 10 to 30万元 bought, 30万元 less a 分 is the most."""
    lowered = compile_sources(
        [
            Source(
                "policy.pol",
                HEAD.replace("\n条 1", "\n约束：支出 不超过 营业收入\n\n条 1")
                + "    条件：营业收入 在 10万元（含）至30万元（不含）\n    标准：支出 × 50%\n    上限：无\n",
            )
        ]
    ).lowered()
    found = curve(lowered, lowered.plans["甲"])
    assert found is not None
    assert found.points[-1].at == 30 * WAN - 1


def test_a_cap_that_is_a_fact_is_no_height_of_the_picture() -> None:
    """Which award is drawn must not hang on how much the fact that caps it was taken to be."""
    found = drawn("    不予支持：支出 不满 1元\n    标准：支出 × 3%\n    上限：每家企业 每年 营业收入\n")
    assert found is not None
    assert found.cap is None
    assert found.points[-1].high == found.points[-1].at * Fraction(3, 100)


YEARS = """\
    年序：自 2025年 起
    分档：年序，查表
      | 第1年 | 支出 × 50% |
      | 第2年 | 支出 × 40% |
      | 其他  | 不奖 |
    上限：无
"""


def test_shares_of_one_fact_by_year_are_bars_and_the_curve_says_of_which_year_it_is() -> None:
    lowered = compile_sources([Source("policy.pol", HEAD + YEARS)]).lowered()
    line, years = picture(lowered, lowered.plans["甲"], Options(739_942))
    assert "画的是第1年" in line or "画的是第2年" in line
    assert "各年给“支出”的百分之几" in years
    assert [words in years for words in ("50%", "40%", "第1年", "第2年")] == [True] * 4


def test_no_figure_stands_twice_below_a_picture() -> None:
    """30万元 of 90% is 333333.33…元: the bend lies between two 分, and both are about as much."""
    lowered = compile_sources(
        [Source("policy.pol", HEAD + "    标准：支出 × 90%\n    上限：每家企业 每年 30万元\n")]
    ).lowered()
    (shown,) = picture(lowered, lowered.plans["甲"], Options(739_942))
    assert shown.count(">约33.33万元<") == 1


def test_what_has_no_room_in_the_row_below_stands_in_the_next() -> None:
    table = "    分档：营业收入，取高档\n      | 达到 1000万元 | 4万元 |\n      | 达到 1亿元 | 5万元 |\n    上限：无\n"
    lowered = compile_sources([Source("policy.pol", HEAD + table)]).lowered()
    (shown,) = picture(lowered, lowered.plans["甲"], Options(739_942))
    assert ">1000万元<" in shown
    assert ">1亿元<" in shown
