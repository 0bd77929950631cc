"""Comments: their characters never change; on a line of its own a comment stands with the line it is about."""

from polc.syntax.format import format_text
from polc.text import Source


def fmt(text: str) -> str:
    return format_text(Source("a.pol", text))


def test_a_comment_stands_with_the_line_below_it() -> None:
    text = "# 开头\n政策 甲\n# 短名\n简称：a\n\n# 第一条\n条 1 乙\n# 原句\n原文：“一”\n"
    assert fmt(text) == "# 开头\n政策 甲\n  # 短名\n  简称：a\n\n# 第一条\n条 1 乙\n  # 原句\n  原文：“一”\n"


def test_a_comment_with_nothing_below_stands_with_the_line_above() -> None:
    assert fmt("条 1 乙\n原文：“一”\n# 完\n\n条 2 丙\n# 空\n") == "条 1 乙\n  原文：“一”\n  # 完\n\n条 2 丙\n  # 空\n"


def test_a_comment_that_the_drafter_set_with_the_line_above_stays_with_it() -> None:
    text = "条 1 乙\n    奖补 甲\n        标准：5万元\n        # 暂定\n    奖补 丙\n        标准：5万元\n"
    assert fmt(text) == text.replace("    ", "  ")


def test_a_comment_between_empty_lines_stands_with_the_next_line() -> None:
    assert (
        fmt("条 1 乙\n原文：“一”\n\n# —— 附则 ——\n\n条 2 丙\n") == "条 1 乙\n  原文：“一”\n\n# —— 附则 ——\n\n条 2 丙\n"
    )


def test_comments_on_several_lines_stay_together() -> None:
    assert fmt("条 1 乙\n    # 一\n  # 二\n# 三\n原文：“一”\n") == "条 1 乙\n  # 一\n  # 二\n  # 三\n  原文：“一”\n"


def test_a_comment_in_a_table_is_no_row() -> None:
    text = "条 1 支持\n奖补 甲\n示例\n|营收|应得|\n# 单位 | 万元\n|5万元|0元|  # 不给\n"
    assert fmt(text) == (
        "条 1 支持\n  奖补 甲\n    示例\n      | 营收  | 应得 |\n      # 单位 | 万元\n      | 5万元 | 0元  |  # 不给\n"
    )


def test_a_comment_behind_a_line_is_two_blanks_off() -> None:
    assert fmt("条 1 乙 # 一\n") == "条 1 乙  # 一\n"
    assert fmt("条 1 乙# 一\n") == "条 1 乙  # 一\n"


def test_comments_that_the_drafter_aligned_stay_aligned() -> None:
    text = "条 1 支持              # 标题\n    奖补 甲            # 名称\n        标准:５万元    # 标准\n"
    assert fmt(text) == "条 1 支持              # 标题\n  奖补 甲            # 名称\n    标准：5万元    # 标准\n"


def test_a_comment_keeps_every_character() -> None:
    comment = "＃  ５ 万元 ,( 见  附件 ) “未完"
    assert fmt(f"条 1 乙\n{comment}\n原文：“一” {comment}\n") == f"条 1 乙\n  {comment}\n  原文：“一”  {comment}\n"
