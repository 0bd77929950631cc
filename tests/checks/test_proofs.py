"""What is plain from two lines is shown with a case all the same, and where there is none it is no finding."""

from pathlib import Path

from polc.diagnostics import Diagnostic
from polc.workspace import load
from polc.workspace.checked import findings

HEAD = """政策 示范措施
  简称：demo
  施行：自 2026年1月1日
  有效期：至 2028年12月31日

对象 企业
  年度支出：金额，每年
  等级：个数
  级别：市级、省级、国家级

"""


def found(folder: Path, clause: str, *names: str, source: str = "") -> list[Diagnostic]:
    head = HEAD.replace("  简称：demo\n", "  简称：demo\n  原文文件：source.txt\n") if source else HEAD
    (folder / "source.txt").write_text(source, encoding="utf-8")
    (folder / "policy.pol").write_text(head + clause, encoding="utf-8")
    every = findings(load([folder]), 0)
    assert not [each for each in every if each.rule.name in ("missing-value", "unknown-name", "line-unreadable")]
    return [each for each in every if each.rule.name in names]


def outcome(finding: Diagnostic) -> list[tuple[str, str]]:
    assert finding.witness is not None
    return [(of.zh, value.zh) for of, value in finding.witness.outcome]


POOL = """条 1 支持
  资金池 甲资金：每年 30万元
    超出：按比例折算
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    {condition}标准：年度支出 × 10%
    上限：每家企业 每年 50万元
    出自：甲资金
"""


def test_a_pool_too_small_is_shown_with_who_alone_empties_it(tmp_path: Path) -> None:
    """10% of 310万元 is 31万元, the least round figure above 30万元."""
    (finding,) = found(tmp_path, POOL.format(condition=""), "pool-too-small")
    assert outcome(finding) == [("“甲补贴”", "31万元"), ("“甲资金”", "30万元")]


def test_a_pool_that_no_award_can_empty_is_not_too_small(tmp_path: Path) -> None:
    """At most 200万元 is spent, so at most 20万元 is paid, whatever the cap says."""
    few = POOL.format(condition="条件：年度支出 不超过 200万元\n    ")
    assert found(tmp_path, few, "pool-too-small") == []


TIERS = """条 1 支持
  奖补 甲奖
    支持对象：企业
    享受：每家企业 一次
    分档：{fact}，{mode}
      | {low} | 20万元 |
      | {high} | 15万元 |
"""


def test_a_tier_that_falls_is_shown_at_the_beginning_of_both(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, TIERS.format(fact="等级", mode="查表", low="3", high="4"), "tier-falls")
    assert outcome(finding) == [("等级 3", "20万元"), ("等级 4", "15万元")]


def test_a_tier_of_levels_that_falls_is_shown_by_their_names(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, TIERS.format(fact="级别", mode="查表", low="市级", high="省级"), "tier-falls")
    assert outcome(finding) == [("级别 市级", "20万元"), ("级别 省级", "15万元")]


PAID_OVER_YEARS = """条 1 支持
  奖补 甲奖
    支持对象：企业
    享受：每家企业 一次
    标准：500万元
    兑付：{payout}
"""


def test_what_outlives_the_measure_is_shown_with_the_years_behind_its_end(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, PAID_OVER_YEARS.format(payout="分 5年，每年 20%"), "outlives-policy")
    assert outcome(finding) == [("第2年至第5年", "2029年至2032年，已经期满")]


def test_a_second_instalment_alone_is_one_year(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, PAID_OVER_YEARS.format(payout="50%、50%"), "outlives-policy")
    assert outcome(finding) == [("第2年", "2029年，已经期满")]


QUOTED = """条 1 支持
  奖补 甲奖
    原文：“给予500万元，分五年，每年100万元”
    支持对象：企业
    享受：每家企业 一次
    标准：500万元
    兑付：分 5年，每年 {share}
    存续兑付：是
"""
TEXT = "示范措施\n1. 支持。给予500万元，分五年，每年100万元。\n"


def test_an_instalment_stated_as_a_sum_is_its_share_of_the_whole(tmp_path: Path) -> None:
    """100万元 of 500万元 is 20%: the text has the one, the encoding the other."""
    clause = QUOTED.format(share="20%")
    assert found(tmp_path, clause, "number-not-encoded", "number-not-in-source", source=TEXT) == []


def test_an_instalment_of_another_sum_is_not(tmp_path: Path) -> None:
    clause = QUOTED.format(share="30%、10%、20%、20%、20%").replace("分 5年，每年 ", "")
    rules = {each.rule.name for each in found(tmp_path, clause, "number-not-in-source", source=TEXT)}
    assert rules == {"number-not-in-source"}


LONG = "示范措施\n1. 支持。对甲类给予5万元奖励；对乙类给予3万元奖励。\n"
UNQUOTED = """条 1 支持
  奖补 甲奖
    支持对象：企业
    享受：每家企业 一次
    标准：5万元
"""


def test_the_sentences_of_a_clause_that_nothing_quotes_are_one_finding(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, UNQUOTED, "sentence-not-encoded", source=LONG)
    assert finding.message("zh") == "原文的“对甲类给予5万元奖励”等 2 句没有哪一处引用"
    assert [label.span.text for label in finding.related] == ["对甲类给予5万元奖励", "对乙类给予3万元奖励"]
    (fix,) = finding.fixes
    assert [edit.text for edit in fix.edits] == ["\n    原文：“对甲类给予5万元奖励；对乙类给予3万元奖励”"]


def test_a_benefit_that_quotes_something_is_not_told_to_quote_the_rest(tmp_path: Path) -> None:
    quoting = UNQUOTED.replace("    支持对象", "    原文：“对甲类给予5万元奖励”\n    支持对象")
    (finding,) = found(tmp_path, quoting, "sentence-not-encoded", source=LONG)
    assert finding.message("zh") == "原文的“对乙类给予3万元奖励”没有哪一处引用"
    assert finding.fixes == ()
