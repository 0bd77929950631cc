"""Findings as a drafter sees them. Here the wording and the drawing are the product, so they are written out."""

import re

from polc.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, Words
from polc.diagnostics.terminal import render, render_one, summary
from polc.diagnostics.words import same
from polc.text import Source, Span

MISMATCH = Rule(
    "type-mismatch",
    Severity.ERROR,
    Words("类型不合", "type mismatch"),
    Words("“{what}” 把金额与比例相加", "“{what}” adds money and a rate"),
)
NEVER = Rule(
    "never-true",
    Severity.WARNING,
    Words("永不成立", "never true"),
    Words("条件永远不成立", "the condition never holds"),
)
SEEN = Rule("seen", Severity.NOTE, Words("看", "see"), Words("看这里", "see here"))


def place(source: Source, words: str) -> Span:
    """The first place where ``words`` stand."""
    start = source.text.index(words)
    return source.span(start, start + len(words))


def drawn(text: str) -> str:
    """A drawing without the empty line it begins with."""
    return text.removeprefix("\n")


POLICY = Source(
    "policies/demo/policy.pol",
    "政策 示范措施\n对象 企业\n  年度营业收入：金额，每年\n条 1 支持\n  奖补 甲补贴\n    标准：年度营业收入 + 30%\n",
)


def mismatch() -> Diagnostic:
    return MISMATCH.at(
        place(POLICY, "年度营业收入 + 30%"),
        Words("金额 + 比例", "money + rate"),
        related=(Label(place(POLICY, "年度营业收入："), Words("这里声明为金额", "declared as money here")),),
        help=(Words("是不是要写 “年度营业收入 × 30%”？", "did you mean “年度营业收入 × 30%”?"),),
        fixes=(Fix(Words("改成乘", "multiply instead"), (Edit(place(POLICY, "+ 30%"), "× 30%"),)),),
        what="年度营业收入 + 30%",
    )


def test_a_finding_shows_both_places_and_what_to_do_next() -> None:
    assert render_one(mismatch(), "zh") == drawn("""
错误[type-mismatch]：“年度营业收入 + 30%” 把金额与比例相加
 --> policies/demo/policy.pol:6:8
  |
3 |   年度营业收入：金额，每年
  |   -------------- 这里声明为金额
...
6 |     标准：年度营业收入 + 30%
  |           ^^^^^^^^^^^^^^^^^^ 金额 + 比例
  |
  = 帮助：是不是要写 “年度营业收入 × 30%”？
  = 可改，请核对：改成乘
  |
6 | -     标准：年度营业收入 + 30%
6 | +     标准：年度营业收入 × 30%
  |
""")


def test_the_same_finding_reads_in_english() -> None:
    assert render_one(mismatch(), "en") == drawn("""
error[type-mismatch]: “年度营业收入 + 30%” adds money and a rate
 --> policies/demo/policy.pol:6:8
  |
3 |   年度营业收入：金额，每年
  |   -------------- declared as money here
...
6 |     标准：年度营业收入 + 30%
  |           ^^^^^^^^^^^^^^^^^^ money + rate
  |
  = help: did you mean “年度营业收入 × 30%”?
  = fix to review: multiply instead
  |
6 | -     标准：年度营业收入 + 30%
6 | +     标准：年度营业收入 × 30%
  |
""")


def test_a_run_closes_with_the_count_and_the_way_to_the_page() -> None:
    never = NEVER.at(place(POLICY, "甲补贴"))
    text = render([never, mismatch(), mismatch()], "zh")
    assert text.endswith("\n1 个错误、1 个警告\npolc explain type-mismatch 讲解这条规则\n")
    assert render([never, mismatch()], "en").endswith("\n1 error, 1 warning\npolc explain type-mismatch tells more\n")
    assert render([], "zh") == ""
    assert summary([], "zh") == "没有发现问题"
    assert summary([never, never], "en") == "2 warnings"


def test_carets_stand_under_emoji_families_and_marks_of_no_width() -> None:
    source = Source("a.pol", "  🏭企业👨‍👩‍👧：是\u0301否 坏\u200b字\n")
    found = SEEN.at(
        place(source, "👨‍👩‍👧"),
        same("一家"),
        related=(Label(place(source, "🏭"), same("厂")), Label(place(source, "坏\u200b字"), same("零宽空格"))),
    )
    assert render_one(found, "zh") == drawn("""
提示[seen]：看这里
 --> a.pol:1:6
  |
1 |   🏭企业👨‍👩‍👧：是\u0301否 坏<U+200B>字
  |   --    ^^       ------------ 零宽空格
  |   |     |
  |   |     一家
  |   厂
  |
""")


def test_a_tab_is_as_wide_above_the_caret_as_under_it() -> None:
    source = Source("a.pol", "\t奖补\t甲补贴\t\n")
    assert render_one(SEEN.at(place(source, "甲补贴")), "en") == drawn("""
note[seen]: see here
 --> a.pol:1:5
  |
1 |     奖补    甲补贴
  |             ^^^^^^
  |
""")


def test_two_places_of_one_line_share_it() -> None:
    source = Source("a.pol", "条件：收入 达到 500万元 且 收入 不满 300万元\n")
    found = NEVER.at(
        place(source, "不满 300万元"),
        Words("又要不满 300万元", "and below this"),
        related=(Label(place(source, "达到 500万元"), Words("既要达到 500万元", "at least this")),),
    )
    assert render_one(found, "zh") == drawn("""
警告[never-true]：条件永远不成立
 --> a.pol:1:21
  |
1 | 条件：收入 达到 500万元 且 收入 不满 300万元
  |            ------------         ^^^^^^^^^^^^ 又要不满 300万元
  |            |
  |            既要达到 500万元
  |
""")


def test_a_place_in_another_file_gets_its_own_snippet() -> None:
    official = Source("policies/demo/source.txt", "第一行\r\n对营业收入达到500万元的企业\r\n")
    found = NEVER.at(place(POLICY, "30%"), related=(Label(place(official, "达到500万元"), Words("原文", "the text")),))
    assert render_one(found, "en") == drawn("""
warning[never-true]: the condition never holds
 --> policies/demo/policy.pol:6:17
  |
6 |     标准：年度营业收入 + 30%
  |                          ^^^
 ::: policies/demo/source.txt:2:6
  |
2 | 对营业收入达到500万元的企业
  |           ----------- the text
  |
""")


def test_a_place_of_several_lines_has_a_bar_and_its_middle_is_left_out() -> None:
    source = Source("a.pol", "".join(f"第{n}行\n" for n in range(1, 12)))
    start = place(source, "2行").start
    found = SEEN.at(source.span(start, place(source, "10行").end), Words("整段", "all of this"))
    assert render_one(found, "zh") == drawn("""
提示[seen]：看这里
  --> a.pol:2:2
   |
 2 | / 第2行
 3 | | 第3行
...
 9 | | 第9行
10 | | 第10行
   | |_____^ 整段
   |
""")


def test_a_long_line_is_cut_around_the_place() -> None:
    source = Source("a.pol", "原文：“" + "很长的话，" * 40 + "对企业给予补助" + "，还有很多" * 40 + "”\n")
    assert render_one(SEEN.at(place(source, "给予补助")), "zh", 44) == drawn("""
提示[seen]：看这里
 --> a.pol:1:208
  |
1 | …长的话，对企业给予补助，还有很多，还有…
  |                ^^^^^^^^
  |
""")


def test_a_console_in_gbk_shows_what_it_can_and_carets_keep_their_place() -> None:
    source = Source("a.pol", "原文：“🏭工厂”，标准\n")
    text = render_one(SEEN.at(place(source, "标准")), "zh", encoding="gbk")
    assert text == drawn("""
提示[seen]：看这里
 --> a.pol:1:10
  |
1 | 原文：“?工厂”，标准
  |                  ^^^^
  |
""")
    assert text.encode("gbk").decode("gbk") == text


def test_a_finding_about_a_file_as_such_shows_its_path_alone() -> None:
    assert render_one(SEEN.at(Source("没有.pol", "").span(0, 0)), "zh") == "提示[seen]：看这里\n --> 没有.pol\n"


def test_a_fix_that_adds_a_line_shows_only_that_line() -> None:
    start = place(POLICY, "    标准").start
    fix = Fix(Words("加一行", "add a line"), (Edit(POLICY.span(start, start), "    支持对象：企业\n"),))
    assert render_one(SEEN.at(place(POLICY, "甲补贴"), fixes=(fix,)), "zh") == drawn("""
提示[seen]：看这里
 --> policies/demo/policy.pol:5:6
  |
5 |   奖补 甲补贴
  |        ^^^^^^
  |
  = 可改，请核对：加一行
  |
6 | +     支持对象：企业
  |
""")


def test_a_drafters_control_characters_never_reach_the_terminal() -> None:
    source = Source("\x1b[2J.pol", "政策 \x1b[31m红\u202e色\n")
    text = render_one(MISMATCH.at(place(source, "红"), same("\x07"), what="\x1b[0m"), "zh", colour=False)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\x07" not in text


def test_colour_changes_nothing_but_the_colour() -> None:

    coloured = render_one(mismatch(), "zh", colour=True)
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render_one(mismatch(), "zh")
