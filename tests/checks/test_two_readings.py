"""Doubts whose readings agree are moot; those that differ are shown once, where no table shows them yet."""

from __future__ import annotations

from polc.checks import readings_agree, readings_differ
from polc.checks.asked import Question, asked_by
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic
from polc.passes.pipeline import compile_policy
from polc.runs.scenario import run_scenario
from polc.text import Source

PROGRAM = """政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  首次入库：是否
条 1 支持
  奖补 补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    疑义 怎么算 “最高不超过20万元”
      读法 照写
      读法 另读
"""
TABLE = """    示例 两种读法
      | 年度支出 | 应得（照写） | 应得（另读） |
      | 100万元  | 10万元       | {other}       |
"""


def found(*lines: str, table: str = "") -> list[Diagnostic]:
    program = PROGRAM + "".join(f"        {line}\n" for line in lines) + table
    compiled = compile_policy([Source("t.pol", program)])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    draft = Checked(compiled, compiled.policy, None)
    return [*readings_agree.check(draft), *readings_differ.check(draft)]


def names(findings: list[Diagnostic]) -> list[str]:
    return [each.rule.name for each in findings]


def test_readings_that_say_the_same_in_other_words_are_moot() -> None:
    [finding] = found("标准：年度支出 × 5% + 年度支出 × 5%")
    assert finding.rule.name == "readings-agree"
    assert finding.message("zh") == "“怎么算”读作“另读”，和读作“照写”从来给的一样"
    assert finding.message("en") == "“怎么算” read as “另读” never pays otherwise than read as “照写”"


def test_a_reading_with_no_line_at_all_changes_nothing() -> None:
    assert names(found()) == ["readings-agree"]


def test_a_reading_that_repeats_what_stands_there_changes_nothing() -> None:
    assert names(found("标准：年度支出 × 10%")) == ["readings-agree"]


def test_the_least_case_shows_what_each_reading_pays() -> None:
    [finding] = found("条件：首次入库")
    assert finding.rule.name == "readings-differ"
    assert finding.witness is not None
    assert [side.zh for side, _ in finding.witness.outcome] == ["读作“照写”", "读作“另读”"]
    assert finding.witness.outcome[0][1] != finding.witness.outcome[1][1]
    assert finding.witness.outcome[1][1].zh == "0元"


def test_what_a_table_shows_already_is_not_said_again() -> None:
    assert not found("标准：年度支出 × 5%", table=TABLE.format(other="5万元"))


def test_a_table_whose_columns_agree_shows_nothing() -> None:
    assert names(found("标准：年度支出 × 5% + 年度支出 × 5%", table=TABLE.format(other="10万元"))) == ["readings-agree"]


def test_readings_that_differ_only_in_later_years_are_shown_by_years() -> None:
    [finding] = found("享受：每家企业 一次")
    assert finding.rule.name == "readings-differ"
    assert finding.witness is not None
    assert [(side.zh, result.zh) for side, result in finding.witness.outcome] == [
        ("2026年读作“照写”", "1元"),
        ("2026年读作“另读”", "1元"),
        ("2027年读作“照写”", "1元"),
        ("2027年读作“另读”", "0元"),
    ]
    assert [side.en for side, _ in finding.witness.outcome][-1] == "2027, read as “另读”"
    assert finding.help[0].zh == "把这几年写成情景，每种读法一列"


def test_the_years_of_two_readings_hold_once_they_are_confirmed() -> None:
    [finding] = found("享受：每家企业 一次")
    assert finding.witness is not None
    lines = finding.witness.table.replace("待核 ", "").splitlines()
    table = "".join(f"    {line}\n" for line in lines)
    compiled = compile_policy([Source("t.pol", f"{PROGRAM}        享受：每家企业 一次\n{table}")])
    assert compiled.policy is not None
    (part,) = compiled.policy.parts
    rows = list(run_scenario(compiled, part, part.tables[0]))
    assert len(rows) == 2
    assert all(check.passed for row in rows for check in row.checks)
    assert not found("享受：每家企业 一次", table=table)


def test_a_reading_that_counts_years_differs_in_the_third() -> None:
    [finding] = found("年限：每家企业 2年")
    assert finding.witness is not None
    assert [result.zh for _, result in finding.witness.outcome] == ["1元", "1元", "1元", "1元", "1元", "0元"]


def test_the_case_that_is_shown_differs_by_1_yuan_where_that_can_be() -> None:
    [finding] = found("标准：年度支出 × 5%")
    assert finding.witness is not None
    assert [result.zh for _, result in finding.witness.outcome] == ["2元", "1元"]
    [least] = found("享受：每家企业 每年", "标准：年度支出 × 10%", "上限：每家企业 每年 19.999999万元")
    assert least.witness is not None
    assert [result.zh for _, result in least.witness.outcome] == ["20万元", "19.999999万元"]


def test_of_instalments_nothing_is_proved_by_the_award() -> None:
    assert not found("兑付：50%、50%")


def test_readings_under_which_the_choice_is_among_others_are_not_compared() -> None:
    program = """政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
  奖补 乙
    支持对象：企业
    享受：每家企业 每年
    标准：5万元
  奖补 丙
    支持对象：企业
    享受：每家企业 每年
    标准：3万元
  组 合：甲、乙、丙
    方式：择一
    疑义 哪几项 “其中一项”
      读法 三项
      读法 两项
        成员：甲、乙
"""
    compiled = compile_policy([Source("t.pol", program)])
    assert compiled.policy is not None
    draft = Checked(compiled, compiled.policy, None)
    questions: list[Question] = []
    with asked_by("readings-differ", questions):
        assert [*readings_agree.check(draft), *readings_differ.check(draft)] == []
    assert [each.came for each in questions] == ["undecided"]
    assert questions[0].why is not None
    assert "疑义“哪几项”" in questions[0].why.zh
