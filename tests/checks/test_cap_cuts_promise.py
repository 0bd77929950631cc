"""A joint cap below what the members promise at the most."""

from __future__ import annotations

import pytest

from polc.checks import cap_cuts_promise
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic
from polc.passes.pipeline import compile_policy
from polc.text import Source

HEAD = """政策 示范措施
  简称：demo
对象 园区
  级别：无、市级、省级
  收入：金额，每年
  达标：是否
条 1 支持
"""


def benefit(name: str, *lines: str, per: str = "每个园区 一次") -> str:
    own = ("支持对象：园区", f"享受：{per}", *lines)
    return "\n".join([f"  奖补 {name}", *(f"    {line}" for line in own), ""])


def group(cap: str, *members: str, how: str = "叠加") -> str:
    return f"  组 合计：{'、'.join(members)}\n    方式：{how}\n    上限：{cap}\n"


def found(*parts: str) -> list[Diagnostic]:
    compiled = compile_policy([Source("t.pol", HEAD + "".join(parts))])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    return list(cap_cuts_promise.check(Checked(compiled, compiled.policy, None)))


TABLE = ("分档：级别，取高档", "  | 市级 | 100万元 |", "  | 省级 | 最高 200万元 |")
LEVEL = benefit("级别奖", *TABLE)
RATE = benefit("收入奖", "标准：收入 × 10%", "上限：每次 400万元")
FIXED = benefit("达标奖", "条件：达标", "标准：50万元")


def test_two_that_come_to_more_are_shown_with_the_case_that_reaches_both_tops() -> None:
    [finding] = found(LEVEL, RATE, group("每个园区 累计 500万元", "级别奖", "收入奖"))
    assert finding.place.span.text == "上限：每个园区 累计 500万元"
    assert finding.message("zh") == "“级别奖”、“收入奖”最多合计 600万元，“合计”只给 500万元：都做到顶的拿不全"
    assert [label.span.text for label in finding.related] == ["| 省级 | 最高 200万元 |", "上限：每次 400万元"]
    assert finding.witness is not None
    assert [(name, value.zh) for name, value in finding.witness.facts] == [("级别", "省级"), ("收入", "4000万元")]
    assert "come to CNY 6,000,000 at most" in finding.message("en")


def test_the_fewest_that_do_are_named() -> None:
    [finding] = found(LEVEL, RATE, FIXED, group("每个园区 累计 600万元", "级别奖", "收入奖", "达标奖"))
    assert dict(finding.arguments)["parts"] == "“级别奖”、“收入奖”、“达标奖”"


@pytest.mark.parametrize(
    "parts",
    [
        (LEVEL, RATE, group("每个园区 累计 600万元", "级别奖", "收入奖")),
        (LEVEL, benefit("收入奖", "标准：收入 × 10%"), group("每个园区 累计 500万元", "级别奖", "收入奖")),
        (LEVEL, RATE, group("每个园区 累计 500万元", "级别奖", "收入奖", how="就高，按 园区")),
        (LEVEL, RATE, group("每个园区 累计 300万元", "级别奖", "收入奖")),
        (
            LEVEL,
            benefit("低级奖", "条件：级别 = 无", "标准：400万元"),
            group("每个园区 累计 500万元", "级别奖", "低级奖"),
        ),
    ],
    ids=["the sum fits", "no figure says the most", "only the highest", "one alone passes it", "never both"],
)
def test_a_cap_that_cuts_no_promise_of_several_is_left_alone(parts: tuple[str, ...]) -> None:
    assert not found(*parts)
