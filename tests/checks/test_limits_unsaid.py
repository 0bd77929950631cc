"""What a limit leaves unsaid: for whom and how long a cap is, how fractions are rounded, and a pool that guarantees."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from polc.checks import cap_scope_unstated, pool_versus_guarantee, rounding_unstated
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic
from polc.passes.pipeline import compile_policy
from polc.text import Source

HEAD = """政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  首次入库：是否
对象 合同 归属 企业
  合同金额：金额
条 1 支持
"""


ISSUED = HEAD.replace("  简称：demo\n", "  简称：demo\n  状态：已印发\n")


def found(check: Callable[[Checked], Iterable[Diagnostic]], *parts: str, head: str = HEAD) -> list[Diagnostic]:
    compiled = compile_policy([Source("t.pol", head + "".join(parts))])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    return list(check(Checked(compiled, compiled.policy, None)))


def firm(*lines: str, per: str = "每家企业 每年") -> str:
    own = (f"享受：{per}", *lines) if per else lines
    return "\n".join(["  奖补 甲补助", "    支持对象：企业", *(f"    {line}" for line in own), ""])


def contract(*lines: str, per: str = "每份合同 一次") -> str:
    head = ["  奖补 甲补助", "    支持对象：合同", "    领取人：企业", f"    享受：{per}"]
    return "\n".join([*head, *(f"    {line}" for line in lines), ""])


RATE = "标准：年度支出 × 10%"
SHARE = "标准：合同金额 × 10%"


@pytest.mark.parametrize(
    ("part", "what"),
    [
        (firm(RATE, "上限：50万元"), "管一次、一年还是总共"),
        (firm(RATE, "上限：每家企业 50万元"), "管一次、一年还是总共"),
        (firm(RATE, "上限：50万元", per=""), "管一次、一年还是总共"),
        (contract(SHARE, "上限：50万元"), "管谁"),
        (contract(SHARE, "上限：每家企业 50万元"), "管一次、一年还是总共"),
        (contract(SHARE, "上限：50万元", per="每份合同 每年"), "管谁，也没有写管一次、一年还是总共"),
    ],
)
def test_a_cap_without_a_period_is_reported_where_there_can_be_several_awards(part: str, what: str) -> None:
    [finding] = found(cap_scope_unstated.check, part)
    assert finding.message("zh") == f"“甲补助”的上限 50万元 没有写{what}"
    assert finding.place.span.text.startswith("上限：")


@pytest.mark.parametrize(
    "part",
    [
        firm("条件：首次入库", RATE, "上限：50万元", per="每家企业 一次"),
        firm(RATE, "上限：每次 50万元"),
        firm(RATE, "上限：每家企业 每年 50万元"),
        firm(RATE, "上限：未写，暂按 每次 50万元"),
        firm(RATE, "上限：无"),
        contract(SHARE, "上限：每份合同 50万元"),
        contract("标准：5万元", "上限：50万元", per="每家企业 一次"),
    ],
    ids=["once", "each time", "a year", "presumed aloud", "none", "of the contract", "one award"],
)
def test_a_cap_that_says_so_or_reads_the_same_every_way_is_left_alone(part: str) -> None:
    assert not found(cap_scope_unstated.check, part)


def test_a_joint_cap_without_a_period_is_reported() -> None:
    group = "  组 各项：甲补助\n    方式：叠加\n    上限：50万元\n"
    [finding] = found(cap_scope_unstated.check, firm(RATE), group)
    assert "the cap 50万元 of “各项” does not say" in finding.message("en")


def test_rates_that_nothing_rounds_are_one_finding_with_their_names() -> None:
    second = contract(SHARE).replace("甲补助", "乙补助")
    [finding] = found(rounding_unstated.check, firm(RATE), second, head=ISSUED)
    assert finding.message("zh") == "按比例算、会有零头的有2项，没有写取整到哪一位"
    assert finding.notes[0].zh == "是 “甲补助”、“乙补助”"


@pytest.mark.parametrize(
    "parts",
    [
        (firm("标准：5万元"),),
        (firm(RATE, "取整：去尾 到 元"),),
        (firm(RATE), "  组 各项：甲补助\n    方式：叠加\n    取整：去尾 到 元\n"),
        (firm(RATE), "  宣示 尾数\n    原文：“奖补金额以万元为单位，尾数舍去”\n"),
        (firm("标准：待定 资金"),),
    ],
    ids=["a figure", "rounded", "rounded together", "the text says", "no figure"],
)
def test_what_has_no_fractions_or_says_how_to_round_is_left_alone(parts: tuple[str, ...]) -> None:
    assert not found(rounding_unstated.check, *parts, head=ISSUED)


def test_a_sketch_of_a_few_clauses_need_not_say_how_to_round() -> None:
    assert not found(rounding_unstated.check, firm(RATE))


def pool(excess: str, size: str = "每年 500万元") -> str:
    return f"  资金池 甲资金：{size}\n    超出：{excess}\n" + firm(RATE, "出自：甲资金")


def said(words: str) -> str:
    return f"  宣示 保障\n    原文：“{words}”\n"


@pytest.mark.parametrize("words", ["资金由市财政足额保障", "确保应兑尽兑", "符合条件的全额予以兑付"])
def test_a_guarantee_beside_a_fixed_pool_is_reported_at_the_sentence(words: str) -> None:
    [finding] = found(pool_versus_guarantee.check, pool("按比例折算"), said(words))
    assert words in finding.place.span.text
    assert finding.related[0].span.text == "甲资金"
    assert "is a fixed sum" in finding.message("en")


@pytest.mark.parametrize(
    "parts",
    [
        (pool("递延"), said("资金由市财政足额保障")),
        (pool("按比例折算"), said("资金不足额安排的部分，按比例折算")),
        (pool("按比例折算"), said("资金在年度预算内统筹安排")),
        (firm(RATE), said("资金由市财政足额保障")),
        (firm(RATE), "  资金池 甲资金：每年 500万元\n", said("资金由市财政足额保障")),
    ],
    ids=["carried over", "denied", "no guarantee", "no pool", "a pool of nothing"],
)
def test_a_guarantee_that_can_be_kept_is_left_alone(parts: tuple[str, ...]) -> None:
    assert not found(pool_versus_guarantee.check, *parts)
