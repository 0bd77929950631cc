"""What drafters get wrong: one slip each, answered by one finding at its place, mended by its fix where it has one."""

import pytest

from polc.diagnostics import Diagnostic
from polc.syntax.parse import parse
from polc.text import Source

HEAD = "政策 示范措施\n  简称：demo\n"
SUBJECT = HEAD + "对象 企业\n  年度营业收入：金额，每年\n  级别：无、市级、省级\n"
CLAUSE = SUBJECT + "条 （一） 支持\n"
BENEFIT = CLAUSE + "  奖补 甲补贴\n    支持对象：企业\n"


def line(text: str) -> str:
    return f"{BENEFIT}    {text}\n"


def findings(text: str) -> list[Diagnostic]:
    return parse(Source("slip.pol", text))[1]


def mended(text: str, finding: Diagnostic) -> str:
    for edit in sorted(finding.fixes[0].edits, key=lambda each: -each.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


FIXED = [
    ("政策玉溪市措施\n  简称：yuxi\n", "missing-blank", "政策"),
    (line("条件 年度营业收入 达到 500万元"), "missing-colon", "条件"),
    (line("条件年度营业收入达到500万元"), "missing-colon", "条件"),
    (line("cap 5万元"), "missing-colon", "cap"),
    (HEAD + "对象：企业\n  营业收入：金额\n", "unwanted-colon", "对象"),
    (CLAUSE + "  奖补： 甲补贴\n    标准：5万元\n", "unwanted-colon", "奖补"),
    (line("标准：五十万元"), "chinese-numeral", "五十万元"),
    (line("条件：年度营业收入 达到 五百万元"), "chinese-numeral", "五百万元"),
    (line("标准：年度营业收入 × 百分之三十"), "chinese-numeral", "百分之三十"),
    (line("标准：五十万"), "chinese-numeral", "五十万"),
    (line("标准：50万"), "unit-missing", "50万"),
    (HEAD + "  有效期：3\n", "unit-missing", "3"),
    (line("条件：年度营业收入 在 500-1000万元"), "unit-missing", "500"),
    (line("条件：年度营业收入 在 [500,1000万元)"), "unit-missing", "500"),
    (line("原文：“对企业给予奖励"), "unclosed-quote", "“"),
    (line('原文："对企业给予奖励'), "unclosed-quote", '"'),
    (line("原文：对企业给予奖励"), "quotes-missing", "对企业给予奖励"),
    (line("标准：2，000万元"), "thousands-separator", "2，000万元"),
    (line("标准：5万元。"), "closing-punctuation", "。"),
    (line("兌付：分 2年"), "unknown-keyword", "兌付"),
    (line("payuot: spread 2年"), "unknown-keyword", "payuot"),
    (line("条件：年度营业收入 在 500万元到1000万元"), "range-word", "到"),
    (line("标准：5\u200b万元"), "invisible-character", "\u200b"),
    (line("标准\u2028：\ufeff5万元"), "invisible-character", "\u2028"),
    (line("分档：级别，最高档\n      | 市级 | 5万元 |"), "unknown-choice", "最高档"),
    (HEAD + "  状态：印发\n", "unknown-choice", "印发"),
    (SUBJECT + "（二）设立专项\n  奖补 甲补贴\n    标准：5万元\n", "heading-without-keyword", "（"),
    (SUBJECT + "第二条 设立专项\n  奖补 甲补贴\n    标准：5万元\n", "heading-without-keyword", "第二条"),
    (HEAD + "一、强化支撑\n条 1 支持\n  宣示：“鼓励”\n", "heading-without-keyword", "一"),
    (CLAUSE + "  资金池 专项 每年 500万元\n", "missing-colon", "专项"),
]

TOLD = [
    (line("分档：级别，查表\n      | 市级 |"), "ragged-row", "| 市级 |"),
    (line("标准：5万元\n    示例\n      | 级别 | 应得 |\n      | 市级 |"), "ragged-row", "| 市级 |"),
    (line("标准：5万元\n    | 市级 | 5万元 |"), "row-without-table", "|"),
    (line("分档：级别，查表"), "table-missing", "分档"),
    (line("分档：级别，查表\n      | 市级 | |"), "cell-missing", "|"),
    (CLAUSE + "  奖补 上限\n    标准：5万元\n", "keyword-as-name", "上限"),
    (SUBJECT + "  上限：金额\n", "keyword-as-name", "上限"),
    (SUBJECT + "  已领：金额\n", "keyword-as-name", "已领"),
    (SUBJECT + "  上限：每企业 5万元\n", "wrong-block", "上限"),
    (HEAD + "  标准：5万元\n", "wrong-block", "标准"),
    (line("适用：级别 达到 市级"), "wrong-block", "适用"),
    (line("读法 甲\n      条件：级别 达到 市级"), "wrong-block", "读法"),
    (CLAUSE.replace("条 （一） 支持", "条 （一）"), "missing-title", "（一）"),
    (CLAUSE.replace("（一） ", ""), "missing-number", "支持"),
    (CLAUSE + "  奖补\n    标准：5万元\n", "missing-name", "奖补"),
    (HEAD.replace("demo", ""), "missing-value", "简称"),
    (line("领取人：未写，暂按"), "missing-value", "暂按"),
    (HEAD + "  有效期：2028年\n", "year-for-duration", "2028年"),
    (line("兑付：分 2026年，每年 50%"), "year-for-duration", "2026年"),
    (line("上限：每企业 每年 30%"), "rate-for-money", "30%"),
    (CLAUSE + "  资金池 专项：每年 30%\n", "rate-for-money", "30%"),
    (line("条件：年度营业收入 在 [500,800)"), "range-without-units", "[500,800)"),
    (line("条件：级别 达到 市级；级别 达到 省级"), "closing-punctuation", "；"),
    (line("标准：5项目"), "unit-unknown", "5项目"),
    (SUBJECT + "  工龄：个数，年\n", "unit-unknown", "年"),
    (line("条件：（级别 达到 市级"), "bracket-unclosed", "（"),
    (line("条件：级别 达到 市级）"), "bracket-unclosed", "）"),
    (line("条件：级别 达到"), "value-unfinished", "达到"),
    (line("标准：年度营业收入 × × 30%"), "unexpected-word", "×"),
    (line("享受：每企业 每月"), "unexpected-word", "每月"),
    (line("标准：待定 金钱"), "unknown-choice", "金钱"),
    (line("分档：年度营业收入，取高档，减 前档额"), "unexpected-word", "减 前档额"),
    (line("标准：年度营业收入 × -5%"), "negative-figure", "-5%"),
    (line("标准：-5万元"), "negative-figure", "-5万元"),
    (line("条件：年度营业收入 达到 -5万元"), "negative-figure", "-5万元"),
    (line("标准：5万元/家"), "per-in-amount", "/家"),
    (line("上限：每企业 50万元/年"), "per-in-amount", "/年"),
    (line("标准：数百万元"), "approximate-number", "数百万元"),
    (line("标准：百余万元"), "approximate-number", "百余万元"),
    (line("标准：近百万元"), "approximate-number", "近百万元"),
    (line("标准：五十万元左右"), "approximate-number", "五十万元左右"),
    (line("条件：年度营业收入 达到 若干万元"), "approximate-number", "若干万元"),
    (line("标准：一定数额"), "written-otherwise", "一定数额"),
    (line("标准：-年度营业收入 × 5%"), "negative-figure", "-年度营业收入"),
    (line("分档：级别，取高档\n      市级，5万元；"), "row-without-bars", "市级，5万元；"),
    (line("分档：级别，取高档\n      - 市级：5万元。"), "row-without-bars", "- 市级：5万元。"),
    (line("上限：每企业 每年 几十万"), "approximate-number", "几十万"),
    (line("标准：年度营业收入 扣减 5万元"), "written-otherwise", "扣减"),
    (line("分档：级别，取高档\n      市级：5万元"), "row-without-bars", "市级：5万元"),
    (line("分档：级别，取高档\n      市级  5万元"), "row-without-bars", "市级  5万元"),
    (line("年限：每企业 3年，就高"), "unexpected-word", "就高"),
    (line("标准：5万元\n    标准：6万元"), "repeated-line", "标准"),
    (HEAD + "  印发日期：2024年2月30日\n", "date-impossible", "2024年2月30日"),
    (HEAD + "  有效期：至 2028年12月\n", "date-incomplete", "2028年12月"),
    (line("！！！"), "line-unreadable", "！"),
    (CLAUSE + "  奖补 5万元奖\n", "bad-name", "5万元奖"),
    (CLAUSE + "  奖补 算力 补贴\n", "bad-name", "算力 补贴"),
    (line("标准：5万块"), "unit-unknown", "5万块"),
    (line("条件：“级别” 达到 市级"), "bad-name", "“级别”"),
    (line("标准：5万元\n    示例\n      | 年度营业收入（万圆） | 应得 |"), "unit-unknown", "年度营业收入（万圆）"),
    (line("标准：5万元\n    示例\n      | 年度 营业收入 | 应得 |"), "column-unclear", "年度 营业收入"),
    (line("标准：5万元\n    情景\n      | 年度 | 应得 |\n      | 3年 | 5万元 |"), "duration-for-year", "3年"),
    (line("条件：" + "长" * 41), "name-too-long", "长" * 41),
    (line("标准：" + "9" * 31 + "元"), "number-too-long", "9" * 31 + "元"),
    (line("标准：" + "(" * 101 + "5元" + ")" * 101), "value-too-deep", "(" * 101 + "5元" + ")" * 101),
]


@pytest.mark.parametrize(("text", "rule", "marked"), FIXED + TOLD, ids=[f"{r}-{m[:12]!r}" for _, r, m in FIXED + TOLD])
def test_one_slip_is_one_finding_at_its_place(text: str, rule: str, marked: str) -> None:
    found = findings(text)
    assert [(each.rule.name, each.place.span.text) for each in found] == [(rule, marked)]


@pytest.mark.parametrize("text", [text for text, _, _ in FIXED], ids=[f"{r}-{m[:12]!r}" for _, r, m in FIXED])
def test_the_fix_on_offer_mends_the_slip(text: str) -> None:
    (finding,) = findings(text)
    assert finding.fixes
    assert findings(mended(text, finding)) == []


def test_a_head_with_a_slip_still_opens_its_block() -> None:
    slips = HEAD + "（一）支持企业\n  奖补：甲补贴\n    标准：5万元\n    上限 每年 5万元\n"
    assert [each.rule.name for each in findings(slips)] == [
        "heading-without-keyword",
        "unwanted-colon",
        "missing-colon",
    ]


def test_all_slips_of_a_file_are_told_in_one_run() -> None:
    text = line("标准：50万\n    上限：每企业 每年 30%\n    条件：级别 达到\n    原文：“给予")
    assert [each.rule.name for each in findings(text)] == [
        "unit-missing",
        "rate-for-money",
        "value-unfinished",
        "unclosed-quote",
    ]


def test_a_table_that_cannot_begin_is_passed_over_in_silence() -> None:
    text = line("分档：级别，最高档\n      | 市级 | 五万元 |\n      | 省级 |")
    assert [each.rule.name for each in findings(text)] == ["unknown-choice"]


def test_a_message_lists_at_most_six_things_that_could_stand_there() -> None:
    (finding,) = findings(line("条件：且 级别"))
    assert finding.rule.name == "unexpected-word"
    assert len(finding.help[0].en.split(", ")) <= 12  # some of the six hold a comma themselves


@pytest.mark.parametrize(
    "text",
    [
        "标准：年度营业收入　×　３０ ％",
        "标准: 年度营业收入 * 30%  # 半角也行",
        "标准：年度营业收入×30%＃注",
        "上限：每户企业每年最高不超过50万元",
        "条件：年度营业收入达到500万元",
        "条件：年度营业收入 超过 3万元（含）",
        "上限：未写",
        "上限：无",
        "领取人：未写，暂按 企业",
        "领取人：未写 暂按 企业",
    ],
)
def test_a_tolerated_spelling_is_no_finding(text: str) -> None:
    assert findings(line(text)) == []
