"""The answer as a person reads it: first what it comes to, then how."""

from polc.core.types import Items
from polc.passes.pipeline import compile_policy
from polc.runs.answer import answer
from polc.text import Source
from polc.workspace.answer_text import as_text

TEXT = """\
政策 示范措施
  简称：demo
对象 企业
  收入：金额，每年
对象 型号 归属 企业
  取证：是否
条 1 奖励
  奖补 规模奖
    支持对象：企业
    标准：收入 × 10%
    上限：每家企业 每年 20万元
  奖补 取证奖
    支持对象：型号
    领取人：企业
    享受：每个型号 一次
    条件：取证
    标准：10万元
  组 两项：规模奖、取证奖
    方式：叠加
    上限：每家企业 每年 45万元
  组 全部：两项
    方式：就高，按 企业
"""


def told(certified: str) -> str:
    compiled = compile_policy([Source("policy.pol", TEXT)])
    program = compiled.lowered().program
    income = next(given.name for given in program.inputs if given.name.endswith("收入"))
    items = next(given for given in program.inputs if isinstance(given.type, Items))
    field = next(f.name for f in items.type.fields if f.name.endswith("取证"))  # type: ignore[union-attr]
    facts = {income: 300_000_000, items.name: [{field: each == "是"} for each in certified]}
    return as_text(answer(compiled, facts, day=739_000), "zh", colour=False)


def test_several_parts_begin_with_what_they_come_to() -> None:
    text = told("是是是")
    overview = text.split("一览\n", 1)[1].split("\n\n", 1)[0].splitlines()
    assert overview == [
        "  全部（就高）    45万元",
        "    两项（叠加）  45万元（触及上限）",
        "      1 规模奖    20万元（触及上限）",
        "      1 取证奖    30万元",
    ]


def test_items_that_went_alike_are_told_once() -> None:
    text = told("是是否是")
    assert "型号 1、2：2 项，各 10万元" in text
    assert "型号 3：单项 0元" in text
    assert "型号 4：单项 10万元" in text
    assert text.count("✓ 取证") == 2
