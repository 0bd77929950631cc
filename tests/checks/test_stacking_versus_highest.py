"""What says 就高 and adds all the same is reported; what adds against other policies only, or by right, is not."""

from __future__ import annotations

import pytest

from polc.checks.draft import Checked
from polc.checks.stacking_versus_highest import check
from polc.diagnostics import Diagnostic
from polc.passes.pipeline import compile_policy
from polc.text import Source

HEAD = """政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
外部 其他奖补：金额
条 1 支持
  奖补 甲奖
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
  奖补 乙奖
    原文：“{quote}”
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 5%
  奖补 丙奖
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 3%
"""


def found(groups: str, quote: str = "给予5%的补助") -> list[Diagnostic]:
    compiled = compile_policy([Source("t.pol", HEAD.replace("{quote}", quote) + groups)])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    return list(check(Checked(compiled, compiled.policy, None)))


STACKED = "  组 两项：甲奖、乙奖\n    方式：叠加\n{carve}"


def test_adding_under_the_highest_without_a_reason_is_reported_at_its_own_line() -> None:
    [finding] = found(STACKED.replace("{carve}", "") + "  组 各项：两项、丙奖\n    方式：就高，按 企业\n")
    assert finding.place.span.text == "方式：叠加"
    assert finding.related[0].span.text == "方式：就高，按 企业"
    assert finding.message("zh") == "“两项”是叠加的，没有写凭什么，可是“各项”只给最高的一份"
    assert finding.message("en") == "“两项” adds up, with nothing that allows it, but “各项” pays only the highest"


def test_an_exception_in_the_sentence_itself_that_no_member_has_is_reported_there() -> None:
    said = "    原文：“按就高不重复原则执行；乙奖可再给予”\n"
    [finding] = found("  组 各项：甲奖、乙奖、丙奖\n" + said + "    方式：就高，按 企业\n")
    assert finding.place.span.text == said.strip()
    assert finding.message("zh").startswith("“各项”的原文说“再给予”，没有一项写成例外")


def test_an_exception_that_a_member_has_is_what_the_sentence_says() -> None:
    said = "    原文：“按就高不重复原则执行；乙奖可再给予”\n"
    carve = "    例外依据：“乙奖可再给予”\n"
    assert not found(STACKED.replace("{carve}", carve) + "  组 各项：两项、丙奖\n" + said + "    方式：就高，按 企业\n")


def test_a_sentence_that_allows_it_settles_it() -> None:
    carve = "    例外依据：“可同时享受”\n"
    assert not found(STACKED.replace("{carve}", carve) + "  组 各项：两项、丙奖\n    方式：就高，按 企业\n")


def test_that_the_text_is_silent_allows_nothing() -> None:
    carve = "    例外依据：未写\n"
    assert found(STACKED.replace("{carve}", carve) + "  组 各项：两项、丙奖\n    方式：就高，按 企业\n")


def test_the_highest_against_other_policies_only_contradicts_nothing() -> None:
    assert not found(STACKED.replace("{carve}", "") + "  组 各项：两项、其他奖补\n    方式：就高，按 企业\n")


def test_one_cause_is_reported_once_however_deep_it_lies() -> None:
    groups = STACKED.replace("{carve}", "") + "  组 各项：两项、丙奖\n    方式：就高，按 企业\n"
    assert len(found(groups + "  组 全部：各项、其他奖补\n    方式：就高，按 企业\n")) == 1


@pytest.mark.parametrize("words", ["再给予5%的补助", "额外奖励5%", "单独给予5%补助", "可叠加享受5%的补助"])
def test_words_of_adding_in_the_text_of_what_the_highest_covers_are_reported(words: str) -> None:
    [finding] = found("  组 各项：甲奖、乙奖\n    方式：就高，按 企业\n", words)
    assert finding.place.span.text == f"原文：“{words}”"


@pytest.mark.parametrize("words", ["得过的不再给予补助", "不得叠加享受", "由企业单独核算", "给予5%的补助"])
def test_words_that_deny_it_or_mean_something_else_are_not(words: str) -> None:
    assert not found("  组 各项：甲奖、乙奖\n    方式：就高，按 企业\n", words)


SIDE_BY_SIDE = """  组 就高组：甲奖、乙奖
    方式：就高，按 企业，期间 当年
  组 相加组：甲奖、{other}丙奖
    方式：叠加
"""


def test_a_group_beside_that_adds_up_what_competes_is_reported() -> None:
    (finding,) = found(SIDE_BY_SIDE.replace("{other}", "乙奖、"))
    assert finding.place.span.text == "方式：叠加"
    assert finding.message("zh") == "“相加组”把“甲奖”、“乙奖”相加，可是“就高组”只给最高的一份"


def test_a_group_beside_that_holds_but_one_of_them_is_not() -> None:
    assert found(SIDE_BY_SIDE.replace("{other}", "")) == []


def test_the_case_says_what_comes_of_either_way() -> None:
    """Each at least 1元: 乙奖 is 5%, so 20元 spent; 甲奖 10% of 20元 is 2元, 乙奖 1元; added 3元, the highest 2元."""
    (finding,) = found(SIDE_BY_SIDE.replace("{other}", "乙奖、"))
    assert finding.witness is not None
    assert [(of.zh, value.zh) for of, value in finding.witness.outcome] == [
        ("“甲奖”", "2元"),
        ("“乙奖”", "1元"),
        ("两项相加", "3元"),
        ("只给最高的", "2元"),
    ]
