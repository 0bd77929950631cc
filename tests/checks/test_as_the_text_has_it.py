"""Whether a figure is at most or exact, and whether a threshold includes its number, as the quoted sentence has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from polc.checks import bound_mismatch, once_missing, up_to_mismatch
from polc.checks.draft import Checked
from polc.checks.figures import worked_out
from polc.diagnostics import Diagnostic
from polc.passes.pipeline import compile_policy
from polc.text import Source

HEAD = """政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 企业
  营收：金额，每年
  入库：是否
{rule}条 1 支持
  奖补 甲奖
    原文：“{quote}”
    支持对象：企业
"""
ONCE = "享受：每家企业 一次"


def found(
    check: Callable[[Checked], Iterable[Diagnostic]], quote: str, *lines: str, rule: str = ""
) -> list[Diagnostic]:
    body = "".join(f"    {line}\n" for line in lines)
    compiled = compile_policy([Source("t.pol", HEAD.replace("{quote}", quote).replace("{rule}", rule) + body)])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    return list(check(Checked(compiled, compiled.policy, None)))


@pytest.mark.parametrize(
    ("quote", "pay", "said"),
    [
        ("给予最高50万元一次性奖励", "50万元", "原文说“最高50万元”，这里写成正好 50万元"),
        ("按营收不超过5%给予补助", "营收 × 5%", "原文说“不超过5%”，这里写成正好 5%"),
        ("按营收5%以内给予补助", "营收 × 5%", "原文说“5%以内”，这里写成正好 5%"),
        ("给予50万元一次性奖励", "最高 50万元", "原文说给 50万元，没有说最高，这里写成最高"),
        ("按营收的5%给予最高20万元补助", "营收 × 最高 5%", "原文说给 5%，没有说最高，这里写成最高"),
    ],
)
def test_at_most_where_the_text_is_exact_or_the_other_way_round(quote: str, pay: str, said: str) -> None:
    [finding] = found(up_to_mismatch.check, quote, ONCE, f"标准：{pay}")
    assert finding.message("zh") == f"“甲奖”和原文不一样：{said}"
    assert finding.related[0].span.text == f"原文：“{quote}”"


def test_a_word_before_a_list_is_for_every_figure_of_it() -> None:
    table = ("分档：营收，取高档", "  | 达到 1亿元 | 最高 20万元 |", "  | 达到 5亿元 | 30万元 |")
    [finding] = found(up_to_mismatch.check, "达到1亿元、5亿元的，分别给予最高20万元、30万元奖励", ONCE, *table)
    assert finding.place.span.text == "| 达到 5亿元 | 30万元 |"


@pytest.mark.parametrize(
    ("quote", "lines"),
    [
        ("给予最高50万元奖励", ("标准：最高 50万元",)),
        ("按营收的5%给予补助，最高50万元", ("标准：营收 × 5%", "上限：每次 50万元")),
        ("给予奖励，按规定执行", ("标准：50万元",)),
        ("给予50万元奖励；单个最高50万元", ("标准：50万元",)),
        ("给予最高50万元奖励", ("标准：未写，暂按 50万元",)),
    ],
    ids=["the same", "a cap", "no figure", "both ways", "presumed aloud"],
)
def test_what_the_text_has_too_is_left_alone(quote: str, lines: tuple[str, ...]) -> None:
    assert not found(up_to_mismatch.check, quote, ONCE, *lines)


def test_a_rule_that_all_rates_are_at_most_settles_the_rates() -> None:
    rule = "条 0 总则\n  通则 均为最高\n    原文：“百分比均指最高比例”\n    范围：全文\n    奖补口径：比例均为最高\n"
    assert not found(up_to_mismatch.check, "按营收最高5%给予补助", ONCE, "标准：营收 × 5%", rule=rule)


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        ("营收超过5000万元的，奖励5万元", "条件：营收 达到 5000万元"),
        ("营收达到5000万元的，奖励5万元", "条件：营收 超过 5000万元"),
        ("营收不低于5000万元的，奖励5万元", "条件：入库 且 营收 高于 5000万元"),
        ("营收不满5000万元的，奖励5万元", "条件：营收 不超过 5000万元"),
        ("营收不超过5000万元的，奖励5万元", "条件：营收 低于 5000万元"),
        ("营收低于5000万元的，不予奖励；其余奖励5万元", "不予支持：营收 不高于 5000万元"),
    ],
)
def test_a_threshold_that_the_text_has_otherwise_is_reported_at_its_words(quote: str, line: str) -> None:
    [finding] = found(bound_mismatch.check, quote, ONCE, line, "标准：5万元")
    assert finding.place.span.text == line[line.index("营收") + 3 :]
    assert "正好这个数的，结果不一样" in finding.message("zh")
    assert "just at that number they differ" in finding.message("en")


def test_the_word_before_a_list_of_thresholds_is_for_each() -> None:
    table = ("分档：营收，取高档", "  | 超过 1亿元 | 2万元 |", "  | 达到 5亿元 | 3万元 |")
    [finding] = found(bound_mismatch.check, "营收超过1亿元、5亿元的，分别奖励2万元、3万元", ONCE, *table)
    assert finding.place.span.text == "达到 5亿元"


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        ("营收达到5000万元的，奖励5万元", "条件：营收 不低于 5000万元"),
        ("营收5000万元以上的，奖励5万元", "条件：营收 超过 5000万元"),
        ("营收超过5000万元（含）的，奖励5万元", "条件：营收 达到 5000万元"),
        ("营收突破5000万元的，奖励5万元", "条件：营收 超过 5000万元"),
        ("营收不满5000万元的，不予奖励；其余奖励5万元", "条件：营收 达到 5000万元"),
        ("营收未达到5000万元的，不予奖励；其余奖励5万元", "条件：营收 达到 5000万元"),
        ("营收超过5000万元的奖励5万元，达到5000万元的公示", "条件：营收 达到 5000万元"),
    ],
    ids=["the same", "by the convention", "marked", "open", "the other way round", "not reached", "both ways"],
)
def test_a_threshold_that_the_text_has_too_or_leaves_open_is_left_alone(quote: str, line: str) -> None:
    assert not found(bound_mismatch.check, quote, ONCE, line, "标准：5万元")


def test_a_first_time_is_not_every_year() -> None:
    [finding] = found(
        once_missing.check, "对首次入库的企业奖励5万元", "享受：每家企业 每年", "条件：入库", "标准：5万元"
    )
    assert "原文说“首次”，这里不是一次" in finding.message("zh")


@pytest.mark.parametrize(("text", "values"), [("通过CMMI五级认证", [5]), ("每月30元", [360]), ("给予30元", [])])
def test_what_a_sentence_says_without_writing_it(text: str, values: list[int]) -> None:
    assert [figure.value for figure in worked_out(text)] == values
