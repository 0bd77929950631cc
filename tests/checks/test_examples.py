"""What rows put to the test: tiers, caps and bounds that some row comes to, wherever it stands; and rows on offer."""

from pathlib import Path

import pytest

from polc.diagnostics import Diagnostic
from polc.workspace import load
from polc.workspace.checked import findings
from polc.workspace.fixing import Asking, mended
from polc.workspace.suite import run_suite

RULES = ("benefit-without-example", "policy-without-example", "tier-without-example", "cap-without-example",
         "bound-without-both-sides")  # fmt: skip
HEAD = """\
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
"""
BENEFIT = """\
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    条件：年度支出 达到 30万元
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
"""
LADDER = """\
  奖补 认定奖励
    支持对象：企业
    享受：每家企业 一次
    分档：级别，{mode}
      | 市级 | 5万元  |
      | 省级 | 10万元 |
"""
ROWS = """\
    示例
      | 年度支出 | 应得   |
      | 10万元   | 0元    |
      | 100万元  | 10万元 |
      | 300万元  | 20万元 |
"""


def found(tmp_path: Path, text: str) -> list[Diagnostic]:
    (tmp_path / "policy.pol").write_text(HEAD + text, encoding="utf-8")
    return [each for each in findings(load([tmp_path / "policy.pol"])) if each.rule.name in RULES]


def names(tmp_path: Path, text: str) -> list[str]:
    return [each.rule.name for each in found(tmp_path, text)]


def test_rows_on_both_sides_and_at_the_cap_leave_nothing_to_say(tmp_path: Path) -> None:
    assert names(tmp_path, BENEFIT + ROWS) == []


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("      | 10万元   | 0元    |\n", "bound-without-both-sides"),
        ("      | 300万元  | 20万元 |\n", "cap-without-example"),
    ],
)
def test_a_row_that_is_missing_is_missed(tmp_path: Path, row: str, rule: str) -> None:
    assert names(tmp_path, BENEFIT + ROWS.replace(row, "")) == [rule]


def test_a_row_without_a_result_shows_nothing(tmp_path: Path) -> None:
    assert names(tmp_path, BENEFIT + ROWS.replace("20万元 |", "       |")) == ["cap-without-example"]


def test_a_row_to_be_confirmed_waits_for_a_person_and_not_for_another_row(tmp_path: Path) -> None:
    assert names(tmp_path, BENEFIT + ROWS.replace("20万元 |", "待核 20万元 |")) == []


def test_what_a_scenario_comes_to_counts(tmp_path: Path) -> None:
    scenario = "    情景\n      | 年度 | 年度支出 | 应得   |\n"
    years = "      | 2025 | 300万元  | 20万元 |\n      | 2026 | 1万元    | 0元    |\n"
    assert names(tmp_path, BENEFIT + scenario + years) == []


def test_what_an_example_of_the_group_comes_to_counts(tmp_path: Path) -> None:
    group = "  组 两项：研发补助、认定奖励\n    方式：叠加\n    示例\n      | 年度支出 | 级别 | 合计   |\n"
    rows = "      | 300万元  | 市级 | 25万元 |\n      | 1元      | 省级 | 10万元 |\n"
    assert names(tmp_path, BENEFIT + LADDER.format(mode="取高档") + group + rows) == []


def test_an_award_that_is_told_to_a_group_says_nothing_of_the_member(tmp_path: Path) -> None:
    group = "  组 两项：研发补助、认定奖励\n    方式：叠加\n    示例\n      | 研发补助 | 认定奖励 | 合计   |\n"
    got = names(tmp_path, BENEFIT + LADDER.format(mode="取高档") + group + "      | 20万元   | 5万元    | 25万元 |\n")
    assert sorted(got) == ["cap-without-example", "tier-without-example"]


@pytest.mark.parametrize("mode", ["取高档", "逐档", "查表"])
def test_a_tier_that_no_row_comes_to_is_offered_a_row(tmp_path: Path, mode: str) -> None:
    text = LADDER.format(mode=mode) + "    示例\n      | 级别 | 应得 |\n      | 无   | 0元  |\n"
    (only,) = found(tmp_path, text)
    assert only.rule.name == "tier-without-example"
    assert only.message("zh") == "“认定奖励”的第1档、第2档没有哪一行示例落在上面"
    assert only.message("en") == "no row of an example comes to tiers 1, 2 of “认定奖励”"
    assert only.place.span.text.startswith("| 市级")
    (added,) = only.fixes[0].edits
    rows = [line.strip() for line in added.text.splitlines()[2:]]
    assert rows == [
        "| 级别 | 应得 |",
        "| 市级 | 待核 5万元 |",
        f"| 省级 | 待核 {'15' if mode == '逐档' else '10'}万元 |",
    ]


def test_a_table_read_by_parts_has_no_tiers_to_come_to(tmp_path: Path) -> None:
    text = """\
  奖补 交易奖
    支持对象：企业
    享受：每家企业 每年
    分档：年度支出，分段
      | 达到 100万元  | 1% |
      | 达到 1000万元 | 2% |
    示例
      | 年度支出 | 应得 |
      | 10万元   | 0元  |
"""
    assert names(tmp_path, text) == []


def test_rows_taken_up_are_read_and_wait(tmp_path: Path) -> None:
    text = (
        BENEFIT + "    示例\n      | 年度支出 | 应得   |\n      | 100万元  | 10万元 |\n" + LADDER.format(mode="取高档")
    )
    file = tmp_path / "policy.pol"
    file.write_text(HEAD + text, encoding="utf-8")
    asking = Asking(frozenset([file.resolve()]), offers=frozenset(RULES))
    for _ in range(3):  # what would stand at the same place waits for the next run
        for each in mended(load([file]), asking):
            file.write_text(each.text, encoding="utf-8")
    suite = run_suite(load([file]))
    assert (suite.passed, len(suite.waiting)) == (True, 4)
    assert not [each for each in findings(load([file])) if each.rule.name in RULES]


def test_a_benefit_that_says_no_figure_needs_no_row(tmp_path: Path) -> None:
    assert names(tmp_path, BENEFIT + ROWS + "  奖补 专项\n    支持对象：企业\n    标准：待定 资金\n") == []


def test_a_policy_without_any_example_is_told_once(tmp_path: Path) -> None:
    assert names(tmp_path, BENEFIT + LADDER.format(mode="取高档")) == ["policy-without-example"]
