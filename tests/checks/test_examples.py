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
    rows = [" ".join(line.split()) for line in added.text.splitlines()[2:]]
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


OTHERS = ("example-contradicts-example", "example-repeated", "example-outside-validity", "reading-without-example")


def others(tmp_path: Path, text: str, head: str = HEAD) -> list[Diagnostic]:
    (tmp_path / "policy.pol").write_text(head + text, encoding="utf-8")
    return [each for each in findings(load([tmp_path / "policy.pol"])) if each.rule.name in OTHERS]


AGAIN = "    示例 又一张\n      | 年度支出 | {column} |\n      | {told} | {said} |\n"


@pytest.mark.parametrize(
    ("column", "told", "said", "rules"),
    [
        ("应得", "300万元", "20万元", ["example-repeated"]),
        ("应得", "3000000元", "20万元", []),  # the same, written another way
        ("应得", "300万元", "25万元", ["example-contradicts-example"]),
        ("应得", "300万元", "最高 20万元", ["example-contradicts-example"]),
        ("应得", "300万元", "不能判定", ["example-contradicts-example"]),
        ("应得", "300万元", "不超过 25万元", []),
        ("应得", "300万元", "待核 25万元", []),
        ("触及", "300万元", "上限", []),
        ("应得", "301万元", "25万元", []),
    ],
)
def test_two_rows_are_held_against_each_other(
    tmp_path: Path, column: str, told: str, said: str, rules: list[str]
) -> None:
    text = BENEFIT + ROWS + AGAIN.format(column=column, told=told, said=said)
    assert [each.rule.name for each in others(tmp_path, text)] == rules


def test_rows_that_differ_in_what_is_assumed_are_not_the_same(tmp_path: Path) -> None:
    again = AGAIN.format(column="应得", told="300万元", said="0元").replace(
        "又一张\n", "又一张\n      假定：级别 = 省级\n"
    )
    assert others(tmp_path, BENEFIT.replace("    条件", "    条件：非 (级别 等于 省级)\n    条件") + ROWS + again) == []


def test_rows_under_other_readings_do_not_contradict_each_other(tmp_path: Path) -> None:
    doubt = "    疑义 封顶 “20万元”\n      读法 二十\n      读法 三十\n        上限：每家企业 每年 30万元\n"
    again = AGAIN.format(column="应得（三十）", told="300万元", said="30万元")
    assert others(tmp_path, BENEFIT + doubt + ROWS + again) == []


def test_a_repeated_row_can_be_deleted(tmp_path: Path) -> None:
    text = BENEFIT + ROWS + "      | 300万元  | 20万元 |\n"
    (only,) = others(tmp_path, text)
    assert (only.message("zh"), only.message("en")) == (
        "“研发补助”有 1 行示例，别的行已经写过了", "rows of “研发补助” that other rows have said: 1",
    )  # fmt: skip
    (edit,) = only.fixes[0].edits
    assert (edit.text, edit.span.text) == ("", "      | 300万元  | 20万元 |\n")


VALID = HEAD.replace("  简称：demo\n", "  简称：demo\n  有效期：自 2026年1月1日 至 2028年12月31日\n")


@pytest.mark.parametrize(
    ("column", "told", "said", "number"),
    [
        ("年度", "2025年", "10万元", 1),
        ("年度", "2026年", "10万元", 0),
        ("年度", "2029年", "10万元", 1),
        ("年度", "2029年", "0元", 0),
        ("日期", "2029年1月1日", "0元", 0),
    ],
)
def test_a_row_outside_the_validity_expects_no_money(
    tmp_path: Path, column: str, told: str, said: str, number: int
) -> None:
    table = f"    示例\n      | {column} | 年度支出 | 应得 |\n      | {told} | 100万元 | {said} |\n"
    assert len(others(tmp_path, BENEFIT + table, VALID)) == number


def test_what_is_paid_by_years_from_a_start_may_run_on(tmp_path: Path) -> None:
    text = """\
  奖补 贡献奖
    支持对象：企业
    享受：每家企业 每年
    年序：自 2026年 起
    分档：年序，查表
      | 第1年至第3年 | 10万元 |
      | 第4年        | 5万元  |
      | 其他         | 不奖   |
    示例
      | 年度   | 应得  |
      | 2029年 | 5万元 |
"""
    assert others(tmp_path, text, VALID) == []


def test_a_reading_beside_two_that_are_shown_is_missed(tmp_path: Path) -> None:
    doubt = "    疑义 封顶 “20万元”\n      读法 二十\n      读法 三十\n        上限：每家企业 每年 30万元\n"
    doubt += "      读法 不封\n        上限：无\n"
    rows = "    示例\n      | 年度支出 | 应得（二十） | 应得（三十） |\n      | 400万元 | 20万元 | 30万元 |\n"
    (only,) = others(tmp_path, BENEFIT + doubt + rows)
    assert only.message("zh") == "“封顶”读作“不封”的，没有一行示例算过"
    assert only.message("en") == "no row of an example computes “封顶” read as “不封”"
    assert "应得（二十） | 应得（不封）" in only.fixes[0].edits[0].text
    chosen = "    示例\n      假定：封顶 = 不封\n      | 年度支出 | 应得 |\n      | 400万元 | 40万元 |\n"
    assert others(tmp_path, BENEFIT + doubt + rows + chosen) == []


def test_a_benefit_that_nobody_qualifies_for_wants_its_conditions_mended_first(tmp_path: Path) -> None:
    nobody = LADDER.format(mode="查表").replace("    分档", "    条件：级别 达到 省级\n    条件：级别 = 市级\n    分档")
    assert "benefit-without-example" not in names(tmp_path, BENEFIT + ROWS + nobody)
    assert "benefit-without-example" in names(tmp_path, BENEFIT + ROWS + LADDER.format(mode="查表"))
