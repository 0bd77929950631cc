"""Where lines stand: two blanks for each block, whatever the drafter's indentation; and what of it stays."""

import pytest

from polc.syntax.format import format_text, formatted
from polc.text import Source


def fmt(text: str) -> str:
    return format_text(Source("a.pol", text))


NESTED = """\
政策 示范措施
  简称：demo

对象 企业
  营收：金额
约束：营收 不低于 0元

章 一 支持
  牵头：市数据局

条 （一） 补贴
  奖补 甲
    支持对象：企业
    分档：营收，取高档
      | 达到 5万元 | 1万元 |
    疑义 支持谁 “企业”
      读法 都支持
      读法 只支持大的
        条件：营收 达到 1亿元
    示例 一档
      假定：营收 = 5万元
      | 营收  | 应得  |
      | 5万元 | 1万元 |
    应成立：应得 不超过 1万元

  组 两项：甲
    方式：叠加
"""


@pytest.mark.parametrize("step", ["", " ", "    ", "\t", "\u3000"])
def test_each_block_is_two_blanks_inside_the_one_around_it(step: str) -> None:
    assert fmt(NESTED.replace("  ", step)) == NESTED


def test_an_indentation_that_is_no_step_at_all_is_made_one() -> None:
    text = "条 1 支持\n   奖补 甲\n     支持对象：企业\n      标准：5万元\n    上限：每年 5万元\n"
    assert fmt(text) == "条 1 支持\n  奖补 甲\n    支持对象：企业\n    标准：5万元\n    上限：每年 5万元\n"


def test_scope_among_the_lines_of_a_policy_stands_with_them() -> None:
    text = "政策 甲\n简称：a\n适用：规上\n状态：试行\n"
    assert fmt(text) == "政策 甲\n  简称：a\n  适用：规上\n  状态：试行\n"


def test_a_law_stands_with_the_facts_only_where_more_facts_follow() -> None:
    assert fmt("对象 企业\n甲：金额\n约束：甲 > 5元\n乙：金额\n约束：乙 > 5元\n") == (
        "对象 企业\n  甲：金额\n  约束：甲 > 5元\n  乙：金额\n约束：乙 > 5元\n"
    )


WHOLE_FILE = "条 1 支持\n  奖补 甲\n    标准：5万元\n\n组 全文：全部奖补\n  方式：就高\n"


def test_a_group_that_the_drafter_set_at_the_margin_after_a_clause_stays_there() -> None:
    assert fmt(WHOLE_FILE) == WHOLE_FILE
    assert fmt(WHOLE_FILE.replace("  ", "    ")) == WHOLE_FILE


def test_in_a_flat_file_a_group_stands_in_its_clause() -> None:
    flat = WHOLE_FILE.replace("  ", "")
    assert fmt(flat) == WHOLE_FILE.replace("组", "  组").replace("  方式", "    方式")


def test_the_drafters_empty_lines_stay_one_at_a_time() -> None:
    assert fmt("\n\n条 1 甲\n\n\n \n  宣示：“一”\n  宣示：“二”\n条 2 乙\n\n\n") == (
        "条 1 甲\n\n  宣示：“一”\n  宣示：“二”\n条 2 乙\n"
    )


@pytest.mark.parametrize("nl", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are_and_the_last_line_has_one(nl: str) -> None:
    assert fmt(f"条 1 甲{nl}{nl}{nl}宣示：“一”") == f"条 1 甲{nl}{nl}  宣示：“一”{nl}"


def test_an_empty_line_never_joins_two_line_ends_into_one() -> None:
    assert fmt("条 1 甲\r \n宣示：“一”\n") == "条 1 甲\r  宣示：“一”\n"


def test_blanks_at_the_end_of_a_line_go() -> None:
    assert fmt("条 1 甲 \t\n  宣示：“一”\u3000\n  # 说明  \n") == "条 1 甲\n  宣示：“一”\n  # 说明\n"


# ── what cannot be read ──


def test_a_line_with_a_finding_keeps_its_characters() -> None:
    text = "条 1 支持\n奖补 甲\n标准:５万 # 少了单位\n上限:每年 5 万元\n"
    assert fmt(text) == "条 1 支持\n  奖补 甲\n    标准:５万 # 少了单位\n    上限：每年 5万元\n"
    assert formatted(Source("a.pol", text)).kept == (3,)


def test_a_line_that_no_block_takes_keeps_its_indentation_too() -> None:
    text = "条 1 支持\n    不知道 甲\n        标准 : 5 万元\n        原文 :“给予5万元”\n"
    assert fmt(text) == "条 1 支持\n    不知道 甲\n        标准 : 5 万元\n  原文：“给予5万元”\n"


def test_where_indentation_and_blocks_disagree_no_indentation_is_touched() -> None:
    text = (
        "条 1 支持\n    奖补 甲\n        标准:5 万元\n        疑义 谁 “企业”\n"
        "            读法 都\n            读法 大的\n                条件:规上\n        上限:每年 5 万元\n"
    )
    kept = formatted(Source("a.pol", text))
    assert kept.text == text.replace(":", "：").replace("5 万元", "5万元")
    assert kept.indentation_kept
    assert not kept.kept


def test_an_invisible_character_keeps_its_line() -> None:
    text = "条 1 支持\n\u200b牵头:某局\n配合 : 某\u200b局\n\u200b\n"
    assert fmt(text) == text


def test_any_text_at_all_has_a_layout() -> None:
    for text in (
        "",
        " ",
        "\n",
        "\ufeff",
        "“",
        "|",
        "||",
        "#",
        "条",
        "条 ",
        "：",
        "组 ：",
        "对象 甲\n：",
        "示例\n|\n||\n",
    ):
        once = fmt(text)
        assert fmt(once) == once
