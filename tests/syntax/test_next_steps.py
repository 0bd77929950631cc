"""Whatever is told of a slip in writing says what to do next: in a help, a fix, or the message itself."""

from __future__ import annotations

import pytest

from polc.diagnostics import Diagnostic
from polc.syntax.parse import parse
from polc.text import Source

from . import test_messages, test_slips

SAID = frozenset(("cell-missing", "duration-for-year", "year-for-duration", "list-mark"))
"""Rules whose message says what to write."""
HEAD = "政策 示范措施\n  简称：demo\n对象 企业\n  投入：金额，每年\n  高新：是否\n条 1 支持\n"
BENEFIT = HEAD + "  奖补 甲\n    支持对象：企业\n"
TABLE = BENEFIT + "    标准：5万元\n    示例 一\n      | 投入 | 应得 |\n"


def findings(text: str) -> list[Diagnostic]:
    return parse(Source("t.pol", text))[1]


@pytest.mark.parametrize(
    "text",
    [
        *(row[0] for module in (test_messages, test_slips) for row in (*module.FIXED, *module.TOLD)),
    ],
)
def test_every_slip_has_a_next_step(text: str) -> None:
    for each in findings(text):
        assert each.help or each.fixes or each.rule.name in SAID, each.message("zh")


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            HEAD.replace("demo", "demo\n  施行：自 2026年13月1日"),
            "月份是 1 到 12；对照原文核对",
            "months are 1 to 12; check against the text",
        ),
        (
            HEAD.replace("demo", "demo\n  施行：自 2026年2月30日"),
            "2026年2月是 1日到28日；对照原文核对",
            "2026-02 has the days 1 to 28; check against the text",
        ),
        (
            TABLE + "      | 99万元 |\n",
            "空着的格也要留：| 99万元 | |",
            "a cell that is empty keeps its place: | 99万元 | |",
        ),
        (
            TABLE + "      | 99万元 | 0元 | 不够 |\n",
            "多出来的是另一列的，表头里也要有；是说明的，加一列 说明",
            "what is another column's needs a heading; a remark goes in a column note",
        ),
        (
            HEAD + "  奖补 甲补\n    标准：5万元\n  奖补 乙补\n    标准：5万元\n  组 合计\n    方式：叠加\n",
            "写上管哪几项：组 合计：甲补、乙补",
            "name its members: 组 合计: 甲补 & 乙补",
        ),
        (
            HEAD + "  资金池 专项\n",
            "写上内容，例如 资金池 专项：每年 500万元",
            "write what it is, for example 资金池 专项: yearly 500万元",
        ),
        (
            HEAD.replace("：金额，每年", ""),
            "写明它是什么：投入：金额，每年；或者 是否、个数、日期，或者几种取值 无、省级、国家级",
            "say what it is: 投入: money, yearly; or truth, count, date, or its values 无 & 省级 & 国家级",
        ),
        (
            BENEFIT + "    标准：5万元\n    标准：6万元\n",
            "留下对的一行；两行都要的，分成两块写，例如两项奖补",
            "keep the line that is right; where both are meant, make them two blocks, for example two benefits",
        ),
        (
            BENEFIT + "    支持对象：机构\n    标准：5万元\n",
            "写在一行里，用顿号连：甲、乙",
            "write one line, joined by &: 甲 & 乙",
        ),
        (
            "政策 示范措施\n  简称：demo\n对象 企业\n  投入：金额\n## 条 1 支持\n  奖补 甲\n    标准：5万元\n",
            "上一行以 # 开头，是说明，不读；是“条”的，去掉 #",
            "the line above begins with #, a remark that is not read; if it is a 条, take the # away",
        ),
    ],
)
def test_what_to_do_next_is_told_in_both_languages(text: str, zh: str, en: str) -> None:
    (one,) = findings(text)
    assert [(each.zh, each.en) for each in one.help] == [(zh, en)]


@pytest.mark.parametrize("names", [("补助1", "补助2"), ("研发 补助", "研发 奖励"), ("补助（一）", "补助（二）")])
def test_two_names_that_cannot_be_are_not_one(names: tuple[str, str]) -> None:
    text = HEAD + "".join(f"  奖补 {name}\n    标准：5万元\n" for name in names)
    tree, found = parse(Source("t.pol", text))
    assert [each.rule.name for each in found] == ["bad-name", "bad-name"]
    assert [block.name for block in tree.blocks[-1].blocks] == [*names]
