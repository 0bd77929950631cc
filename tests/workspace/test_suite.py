"""Which rows run: a filter by words of their names, and what an error keeps from running."""

from pathlib import Path

import pytest

from polc.workspace import load
from polc.workspace.suite import Suite, run_suite

POLICY = """\
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 （一） 补贴
  奖补 补贴
    支持对象：企业
    标准：年度支出 × 30%
    示例 甲
      | 年度支出 | 应得   | 说明   |
      | 100万元  | 30万元 | 整数   |
      | 10.1万元 | 3.03万元 | 有零头 |
    示例 乙
      | 年度支出 | 应得 |
      | 0元      | 0元  |
  奖补 奖励
    支持对象：企业
    标准：5万元
    示例 丙
      | 应得  |
      | 5万元 |
    情景 逐年
      | 年度 | 应得 |
      | 2025 | 5万元 |
      | 2026 | 5万元 |
条 （二） 合计
  组 两项：补贴、奖励
    方式：叠加
    示例 丁
      | 年度支出 | 合计   |
      | 100万元  | 35万元 |
条 （三） 别的
  奖补 别的奖励
    支持对象：企业
    标准：6万元
    示例 戊
      | 应得  |
      | 6万元 |
"""


def run(tmp_path: Path, text: str = POLICY, only: str | None = None) -> Suite:
    file = tmp_path / "policy.pol"
    file.write_text(text, encoding="utf-8")
    return run_suite(load([file]), only=only)


def names(rows: list) -> list[str]:  # type: ignore[type-arg]
    return [named.name.removeprefix("demo ") for named in rows]


@pytest.mark.parametrize(
    ("only", "count"),
    [
        (None, 8),
        ("补贴", 3),
        ("补贴 甲", 2),
        ("甲 补贴", 2),
        ("第1行", 6),
        ("补贴 甲 第2行", 1),
        ("零头", 1),
        ("(一)", 6),
        ("DEMO", 8),
        ("逐年 第2行", 1),
        ("demo （一） 补贴 · 甲 · 第1行", 1),
        ("没有这个", 0),
    ],
)
def test_a_filter_takes_the_rows_that_have_all_its_words(tmp_path: Path, only: str | None, count: int) -> None:
    suite = run(tmp_path, only=only)
    assert suite.total == suite.due == count
    assert suite.passed is (count > 0)


def test_a_year_of_a_scenario_can_be_asked_for_alone_and_still_knows_its_past(tmp_path: Path) -> None:
    text = POLICY.replace("标准：5万元", "享受：每家企业 一次\n    标准：5万元").replace(
        "| 2026 | 5万元 |", "| 2026 | 0元 |"
    )
    suite = run(tmp_path, text, "逐年 第2行")
    assert names(suite.rows) == ["（一） 奖励 逐年 第2行"]
    assert suite.passed


def test_an_error_in_a_benefit_blocks_it_and_its_groups_and_nothing_else(tmp_path: Path) -> None:
    suite = run(tmp_path, POLICY.replace("标准：5万元", "标准：5万"))
    assert names(suite.unread) == [
        "（一） 奖励 丙 第1行",
        "（一） 奖励 逐年 第1行",
        "（一） 奖励 逐年 第2行",
        "（二） 两项 丁 第1行",
    ]
    assert not suite.failed
    assert not suite.passed
    assert [finding.rule.name for finding in suite.findings] == ["unit-missing"]


def test_an_error_in_a_row_blocks_its_table_alone(tmp_path: Path) -> None:
    suite = run(tmp_path, POLICY.replace("| 10.1万元 | 3.03万元 | 有零头 |", "| 10.1万元 | 3.03万 | 有零头 |"))
    assert names(suite.unread) == ["（一） 补贴 甲 第1行"]
    assert not suite.failed


def test_an_error_in_what_a_clause_shares_blocks_the_clause(tmp_path: Path) -> None:
    shared = "条 （三） 别的\n  对象 合同 归属 企业\n    金额：金钱\n"
    suite = run(tmp_path, POLICY.replace("条 （三） 别的\n", shared))
    assert names(suite.unread) == ["（三） 别的奖励 戊 第1行"]


def test_an_error_outside_all_clauses_blocks_everything(tmp_path: Path) -> None:
    suite = run(tmp_path, POLICY.replace("年度支出：金额，每年", "年度支出：金额，每年\n  人数：个"))
    assert len(suite.unread) == suite.total > 0
    assert not suite.failed


def test_a_table_without_an_assertion_fails(tmp_path: Path) -> None:
    suite = run(tmp_path, POLICY.replace("| 应得  |\n      | 6万元 |", "| 年度支出  |\n      | 6万元 |"))
    assert [finding.rule.name for finding in suite.findings] == ["nothing-asserted"]
    assert not suite.passed


@pytest.mark.parametrize("text", ["政策 示范措施\n  简称：demo\n", ""])
def test_nothing_to_run_fails(tmp_path: Path, text: str) -> None:
    assert not run(tmp_path, text).passed
