"""Slips of a first day: another word for a keyword, a sentence for a formula. One finding each, and its fix."""

import pytest

from polc.diagnostics import Diagnostic
from polc.syntax.parse import parse
from polc.text import Source

HEAD = "政策 示范措施\n  简称：demo\n"
FACTS = (
    "对象 企业\n  年度营业收入：金额，每年\n  数字化改造投入：金额，每年\n"
    "  高新企业：是否\n  规上企业：是否\n  级别：无、市级、省级\n"
)
CLAUSE = HEAD + FACTS + "条 （一） 支持\n"
BENEFIT = CLAUSE + "  奖补 甲补贴\n    支持对象：企业\n"
ENGLISH = (
    "policy 示范措施\n  id: demo\nsubject 企业\n  收入: money, yearly\n  级别: 无 & 市级\nclause 1 支持\n"
    "  benefit 甲\n    for: 企业\n"
)


ROW = "      | 达到 5万元 | 1万元 |\n"


def line(text: str) -> str:
    return f"{BENEFIT}    {text}\n"


def pay(text: str) -> str:
    return f"{BENEFIT}    标准：5万元\n    {text}\n"


def en(text: str) -> str:
    return f"{ENGLISH}    {text}\n"


def findings(text: str) -> list[Diagnostic]:
    return parse(Source("slip.pol", text))[1]


def mended(text: str, finding: Diagnostic) -> str:
    for edit in sorted(finding.fixes[0].edits, key=lambda each: -each.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


# text, rule, the place, a piece of the text after the fix
FIXED = [
    # another word for a keyword
    (CLAUSE + "  补助 甲\n    支持对象：企业\n    标准：5万元\n", "unknown-keyword", "补助", "  奖补 甲\n"),
    (CLAUSE + "  奖补项 甲\n    支持对象：企业\n    标准：5万元\n", "unknown-keyword", "奖补项", "  奖补 甲\n"),
    (CLAUSE + "  补贴：甲\n    支持对象：企业\n    标准：5万元\n", "unknown-keyword", "补贴", "  奖补 甲\n"),
    ("政策名 示范措施\n  简称：demo\n", "unknown-keyword", "政策名", "政策 示范措施\n"),
    ("政策名称：示范措施\n  简称：demo\n", "unknown-keyword", "政策名称", "政策 示范措施\n"),
    (pay("保证：应得 不超过 年度营业收入"), "unknown-keyword", "保证", "应成立：应得"),
    (pay("封顶：每企业 每年 5万元"), "unknown-keyword", "封顶", "上限：每企业"),
    (pay("封顶 每企业 每年 5万元"), "unknown-keyword", "封顶", "上限：每企业"),
    (pay("最高：5万元"), "unknown-keyword", "最高", "上限：5万元"),
    (pay("受益人：企业"), "unknown-keyword", "受益人", "领取人：企业"),
    (line("补助：5万元"), "unknown-keyword", "补助", "标准：5万元"),
    (line("补助标准：5万元"), "unknown-keyword", "补助标准", "标准：5万元"),
    (line("条件1：高新企业"), "unknown-keyword", "条件1", "条件：高新企业"),
    (line("条件一：高新企业"), "unknown-keyword", "条件一", "条件：高新企业"),
    (line("条件（二）：高新企业"), "unknown-keyword", "条件（二）", "条件：高新企业"),
    (line("支持 对象：企业").replace("    支持对象：企业\n", ""), "unknown-keyword", "支持 对象", "    支持对象：企业"),
    (pay("例子 甲\n      | 级别 | 应得 |\n      | 市级 | 5万元 |"), "unknown-keyword", "例子", "示例 甲"),
    (pay("示列：甲\n      | 级别 | 应得 |\n      | 市级 | 5万元 |"), "unknown-keyword", "示列", "示例 甲"),
    (line("分级：级别，取高档\n      | 市级 | 5万元 |"), "unknown-keyword", "分级", "分档：级别"),
    (line("依据：“给予”"), "unknown-keyword", "依据", "原文：“给予”"),
    (HEAD + FACTS + "  依据：“企业”\n", "unknown-keyword", "依据", "原文：“企业”"),
    (HEAD + "  期限：至 2028年12月31日\n", "unknown-keyword", "期限", "有效期：至"),
    (HEAD + "  主管部门：市数据局\n", "unknown-keyword", "主管部门", "牵头：市数据局"),
    (HEAD.replace("政策 ", "Policy "), "unknown-keyword", "Policy", "policy 示范措施"),
    (en("Pay: 5万元"), "unknown-keyword", "Pay", "    pay: 5万元"),
    (en("limit 5万元"), "unknown-keyword", "limit", "    cap: 5万元"),
    (en("from pool: 专项"), "unknown-keyword", "from pool", "from_pool: 专项"),
    (en("pay out: spread 2年"), "unknown-keyword", "pay out", "payout: spread 2年"),
    (en("at-least: 5万元"), "unknown-keyword", "at-least", "at_least: 5万元"),
    # a remark
    (pay("注：一次性发放"), "remark-as-line", "注", "# 注："),
    (pay("备注 一次性发放"), "remark-as-line", "备注", "# 备注 "),
    (HEAD + FACTS + "  备注：包括分公司 的\n", "remark-as-line", "备注", "# 备注"),
    # the right word of another block
    (CLAUSE + "  奖补 甲\n    对象：企业\n    标准：5万元\n", "block-as-line", "对象", "    支持对象：企业"),
    (line("要求：级别 达到 市级 且 高新企业"), "block-as-line", "要求", "条件：级别"),
    (line("奖补：5万元"), "block-as-line", "奖补", "标准：5万元"),
    (line("适用：级别 达到 市级"), "wrong-block", "适用", "条件：级别"),
    # headings and text as pasted
    (HEAD + FACTS + "1. 支持数字化\n  奖补 甲\n    标准：5万元\n", "heading-without-keyword", "1", "条 1. 支持"),
    (HEAD + FACTS + "1、支持数字化\n  奖补 甲\n    标准：5万元\n", "heading-without-keyword", "1", "条 1、支持"),
    (line("对高新企业，给予奖励。"), "line-unreadable", "对高新企业", "原文：“对高新企业，给予奖励。”"),
    (CLAUSE + "  奖补 甲：\n    标准：5万元\n", "closing-punctuation", "：", "奖补 甲\n"),
    (HEAD + FACTS.replace("对象 企业", "对象 企业："), "closing-punctuation", "：", "对象 企业\n"),
    # shares
    (line("标准：投入的15%"), "share-in-words", "投入的15%", "标准：数字化改造投入 × 15%"),
    (line("标准：投入的 15%"), "share-in-words", "投入的 15%", "标准：数字化改造投入 × 15%"),
    (
        line("标准：按实际数字化改造投入的15%给予补助"),
        "share-in-words",
        "按实际数字化改造投入的15%给予补助",
        "标准：数字化改造投入 × 15%\n",
    ),
    (line("标准：投入的最高15%"), "share-in-words", "投入的最高15%", "数字化改造投入 × 最高 15%"),
    (
        line("条件：数字化改造投入 达到 年度营业收入的3%"),
        "share-in-words",
        "年度营业收入的3%",
        "达到 年度营业收入 × 3%",
    ),
    # amounts as in a sentence
    (line("标准：给予5万元奖励"), "filler-words", "给予5万元奖励", "标准：5万元\n"),
    (line("标准：一次性奖励 5万元"), "filler-words", "一次性奖励 5万元", "标准：5万元\n"),
    (line("标准：给予最高5万元补助"), "filler-words", "给予最高5万元补助", "标准：最高 5万元\n"),
    # periods
    (HEAD + "  有效期：2028-12-31\n", "validity-wording", "2028-12-31", "有效期：至 2028年12月31日"),
    (HEAD + "  有效期：2028年12月31日\n", "validity-wording", "2028年12月31日", "有效期：至 2028年12月31日"),
    (HEAD + "  有效期：截至2028年12月31日\n", "validity-wording", "截至2028年12月31日", "有效期：至 2028年"),
    (
        HEAD + "  有效期：自2024年1月1日起至2028年12月31日止\n",
        "validity-wording",
        "自2024年1月1日起至2028年12月31日止",
        "有效期：自 2024年1月1日 至 2028年12月31日",
    ),
    (HEAD + "  有效期：自印发之日起3年\n", "validity-wording", "自印发之日起3年", "有效期：3年"),
    ("policy 示范\n  valid: 2028-12-31\n", "validity-wording", "2028-12-31", "valid: to 2028-12-31"),
    # marks
    (line("原文：「给予」"), "quote-marks", "「给予」", "原文：“给予”"),
    (line('原文：“给予"'), "quote-marks", '“给予"', "原文：“给予”"),
    (line("原文：‘给予’"), "quote-marks", "‘给予’", "原文：“给予”"),
    (line("原文：”给予“"), "quote-marks", "”给予“", "原文：“给予”"),
    (line("原文：《办法》规定"), "quotes-missing", "《办法》规定", "原文：“《办法》规定”"),
    # a table, or a group, that does not say how
    (
        line("分档：年度营业收入 取高档") + ROW,
        "written-otherwise",
        "年度营业收入 取高档",
        "分档：年度营业收入，取高档\n",
    ),
    # another form of the same
    (line("标准：数字化改造投入 乘以 15%"), "written-otherwise", "乘以", "投入 × 15%"),
    (line("标准：数字化改造投入x15%"), "written-otherwise", "数字化改造投入x15%", "数字化改造投入 × 15%"),
    (line("标准：数字化改造投入15%"), "written-otherwise", "数字化改造投入15%", "数字化改造投入 × 15%"),
    (line("标准：15%的投入"), "share-in-words", "15%的投入", "数字化改造投入 × 15%"),
    (line("标准：数字化改造投入 × 不超过15%"), "written-otherwise", "不超过", "× 最高15%"),
    (line("标准：￥50000"), "written-otherwise", "￥50000", "标准：50000元"),
    (line("标准：30 万"), "written-otherwise", "30 万", "标准：30万元"),
    (line("条件：高新企业 和 规上企业"), "written-otherwise", "和", "高新企业 且 规上企业"),
    (line("条件：级别 是 市级"), "written-otherwise", "是", "级别 等于 市级"),
    (line("条件：高新企业 是"), "written-otherwise", "高新企业 是", "条件：高新企业\n"),
    (line("条件：高新企业：是"), "written-otherwise", "高新企业：是", "条件：高新企业\n"),
    (line("条件：不是 高新企业"), "written-otherwise", "不是", "条件：非 高新企业"),
    (line("条件：级别 市级及以上"), "written-otherwise", "市级及以上", "级别 市级 及以上"),
    (line("条件：年度营业收入为500万元"), "written-otherwise", "年度营业收入为500万元", "收入 等于 500万元"),
    (line("条件：年度营业收入满500万元"), "written-otherwise", "年度营业收入满500万元", "收入 达到 500万元"),
    (line("条件：年度营业收入达 500万元"), "written-otherwise", "年度营业收入达 500万元", "收入 达到 500万元"),
    (line("条件：年度营业收入 以上 500万元"), "written-otherwise", "以上 500万元", "收入 500万元以上"),
    (line("条件：年度营业收入 介于 5万元 和 8万元"), "written-otherwise", "介于 5万元 和 8万元", "在 5万元至8万元"),
    (line("条件：年度营业收入 在 5万元至8万元之间"), "written-otherwise", "8万元之间", "在 5万元至8万元\n"),
    (line("条件：年度营业收入 5万元-8万元"), "written-otherwise", "年度营业收入 5万元-8万元", "收入 在 5万元至8万元"),
    (
        line("条件：5万元 ≤ 年度营业收入 < 8万元"),
        "written-otherwise",
        "5万元 ≤ 年度营业收入 < 8万元",
        "年度营业收入 ≥ 5万元 且 年度营业收入 < 8万元",
    ),
    (line("享受：企业 每年"), "written-otherwise", "企业", "享受：每企业 每年"),
    (line("享受：一次性"), "written-otherwise", "一次性", "享受：一次"),
    (CLAUSE + "  资金池 专项：不超过500万元\n", "written-otherwise", "不超过500万元", "专项：500万元"),
    (CLAUSE + "  资金池 专项：500万元每年\n", "written-otherwise", "500万元每年", "专项：每年 500万元"),
    (HEAD + "  印发日期：二〇二四年五月一日\n", "written-otherwise", "二〇二四年五月一日", "2024年5月1日"),
    (HEAD + "  印发日期：20240501\n", "written-otherwise", "20240501", "2024年5月1日"),
    (HEAD + "  有效期：至2028年底\n", "written-otherwise", "至2028年底", "至 2028年12月31日"),
    (HEAD + "  有效期：3 年\n", "written-otherwise", "3 年", "有效期：3年"),
    (HEAD + "  施行：自2023年1月1日起施行\n", "written-otherwise", "自2023年1月1日起施行", "自 2023年1月1日"),
    (pay("兑付：分3年兑付"), "written-otherwise", "3年兑付", "分3年\n"),
    (pay("兑付：第一年50%，第二年50%"), "written-otherwise", "第一年50%，第二年50%", "兑付：50%、50%"),
    (pay("示例 甲\n      | 高新企业 | 应得 |\n      | √ | 5万元 |"), "written-otherwise", "√", "| 是 |"),
    (en("pay: 收入 times 15%"), "written-otherwise", "times", "收入 × 15%"),
    (en("when: 收入 more than 5万元"), "written-otherwise", "more than", "收入 more_than 5万元"),
    (en("when: 收入 at least 5万元"), "written-otherwise", "at least", "收入 at_least 5万元"),
    (en("when: 级别 = 市级 AND 级别 = 无"), "written-otherwise", "AND", "市级 and 级别"),
    (en("when: 收入 between 5万元 and 8万元"), "written-otherwise", "between 5万元 and 8万元", "in 5万元至8万元"),
    (en("per: 企业 yearly"), "written-otherwise", "企业", "per: per 企业 yearly"),
    # lists
    (pay("兑付：40%/30%/30%"), "list-mark", "/", "40%、30%、30%"),
    (CLAUSE + "  组 就高：甲，乙\n    方式：就高\n", "list-mark", "，", "组 就高：甲、乙"),
    (HEAD + "对象 企业\n  等级：无，市级，省级\n", "list-mark", "，", "无、市级、省级"),
    (HEAD + "对象 企业\n  高企：是/否\n", "written-otherwise", "是/否", "高企：是否"),
    (HEAD + "对象 企业\n  高企：是、否\n", "written-otherwise", "是、否", "高企：是否"),
    (HEAD + "  有效期：3年，到2029年12月31日\n", "written-otherwise", "3年，到2029年12月31日", "至 2029年12月31日"),
    (HEAD + "对象 企业\n  等级：一级/二级/三级\n", "list-mark", "/", "一级、二级、三级"),
    # facts
    (HEAD + "对象 企业\n  收入：金额 每年\n", "written-otherwise", "金额 每年", "收入：金额，每年"),
    (HEAD + "对象 企业\n  收入：金额（万元）\n", "written-otherwise", "金额（万元）", "收入：金额\n"),
    (HEAD + "对象 企业\n  收入 金额\n", "missing-colon", "收入", "收入：金额"),
    (HEAD + "对象 企业\n  收入：万元\n", "unknown-choice", "万元", "收入：金额"),
    (HEAD + "对象 企业\n  高新：布尔\n", "unknown-choice", "布尔", "高新：是否"),
    (HEAD + "  状态：正式\n", "unknown-choice", "正式", "状态：已印发"),
    (CLAUSE + "  组 一：甲、乙\n    方式：就高不重复\n", "unknown-choice", "就高不重复", "方式：就高\n"),
    # figures, shares and bounds as they stand in a document
    (line("上限：每企业 每年 20，000元"), "thousands-separator", "20，000元", "每年 20,000元"),
    (line("标准：1，000，000元"), "thousands-separator", "1，000，000元", "标准：1,000,000元"),
    (line("上限：每企业 每年 20 万 元"), "written-otherwise", "20 万 元", "每年 20万元\n"),
    (line("兑付：分 3年，每年 40%、30%、30%"), "written-otherwise", "分 3年，每年 40%、30%、30%", "：40%、30%、30%"),
    (
        line("兑付：分3年兑付，比例为40%、30%、30%"),
        "written-otherwise",
        "分3年兑付，比例为40%、30%、30%",
        "：40%、30%、30%",
    ),
    (line("兑付：4：3：3"), "written-otherwise", "4：3：3", "：40%、30%、30%"),
    (line("条件：年度营业收入 100万元以上（含）"), "written-otherwise", "100万元以上（含）", "100万元（含）以上"),
    (line("条件：高新企业 和/或 规上企业"), "written-otherwise", "和/或", "高新企业 或 规上企业"),
    (line("条件：高新企业，并且 规上企业"), "written-otherwise", "，并且", "高新企业 并且 规上企业"),
    (line("享受：每年一次"), "written-otherwise", "每年一次", "享受：每年\n"),
    (CLAUSE + "  奖补 补助1\n", "bad-name", "补助1", "奖补 补助一"),
    (CLAUSE + "  奖补 补助（一）\n", "bad-name", "补助（一）", "奖补 补助一"),
    (CLAUSE + "  奖补 研发 补助\n", "bad-name", "研发 补助", "奖补 研发补助"),
    (line("// 备忘"), "remark-as-line", "//", "    # 备忘"),
    (
        pay("示例 甲\n      | 级别 | 应得 |\n      市级  5万元"),
        "row-without-bars",
        "市级  5万元",
        "应得 |\n      | 市级 | 5万元 |",
    ),
    (
        line("条件：人数 达到 1万").replace("  级别：", "  人数：个数\n  级别："),
        "unit-missing",
        "1万",
        "条件：人数 达到 10000\n",
    ),
    (line("标准：10万元至20万元"), "written-otherwise", "10万元至20万元", "标准：最高 20万元"),
    (line("标准：10万元-20万元"), "written-otherwise", "10万元-20万元", "标准：最高 20万元"),
    (line("标准：年度营业收入 × 10%-20%"), "written-otherwise", "10%-20%", "年度营业收入 × 最高 20%"),
    (line("标准：年度营业收入 × 一半"), "written-otherwise", "一半", "年度营业收入 × 50%"),
    (line("标准：年度营业收入 × 1/2"), "written-otherwise", "1/2", "年度营业收入 × 50%"),
    (line("标准：年度营业收入 × 10%，最高20万元"), "written-otherwise", "，最高20万元", "10%\n    上限：20万元"),
    (
        line("条件：级别 达到 市级 且\n          年度营业收入 达到 5万元"),
        "value-unfinished",
        "且",
        "市级 且 年度营业收入",
    ),
    (
        line("条件：级别 达到 市级\n          年度营业收入 达到 5万元"),
        "written-otherwise",
        "年度营业收入 达到 5万元",
        "条件：年度",
    ),
    (
        line("条件：\n      1. 级别 达到 市级；\n      2. 年度营业收入 达到 5万元。"),
        "missing-value",
        "条件",
        "    条件：年度",
    ),
    (
        pay("示例 甲\n      级别  应得\n      市级  5万元\n      省级  6万元"),
        "row-without-bars",
        "级别  应得",
        "| 级别 | 应得 |\n      | 市级 | 5万元 |\n      | 省级 | 6万元 |",
    ),
    (line("疑义 含税 “收入”\n      含税"), "written-otherwise", "含税", "      读法 含税"),
    (
        line("标准：市级 20万元，省级 50万元"),
        "written-otherwise",
        "市级 20万元，省级 50万元",
        "    分档：级别，查表\n      | 市级 | 20万元 |\n      | 省级 | 50万元 |",
    ),
    (pay("示例 甲\n      | 级别 | 应得 |\n      | 市级 | 不给 |"), "written-otherwise", "不给", "| 市级 | 0元 |"),
    (pay("示例 甲\n      | 级别 | 应得 |\n      | 市级 | 应给5万元 |"), "written-otherwise", "应给5万元", "| 5万元 |"),
    (
        pay("示例 甲\n      | 年度营业收入 | 应得 |\n      | 9万元（不够） | 0元 |"),
        "written-otherwise",
        "9万元（不够）",
        "| 9万元 | 0元 |",
    ),
    # marks around keywords, and lines run together
    (line("1. 标准：5万元"), "written-otherwise", "1. 标准", "    标准：5万元"),
    (line("（1）条件：高新企业"), "written-otherwise", "（1）条件", "    条件：高新企业"),
    (line("① 条件：高新企业"), "written-otherwise", "① 条件", "    条件：高新企业"),
    (line("- 标准：5万元"), "written-otherwise", "- 标准", "    标准：5万元"),
    (line("**标准**：5万元"), "written-otherwise", "**标准**", "    标准：5万元"),
    (line("“标准”：5万元"), "written-otherwise", "“标准”", "    标准：5万元"),
    (line("标准 = 5万元"), "missing-colon", "标准", "    标准：5万元"),
    (line("标准→5万元"), "missing-colon", "标准", "    标准：5万元"),
    (line("标准：5万元，"), "closing-punctuation", "，", "标准：5万元\n"),
    (line("标准：5万元 上限：10万元"), "lines-joined", "上限", "标准：5万元\n    上限：10万元"),
    (line("标准：5万元；上限：10万元"), "lines-joined", "上限", "标准：5万元\n    上限：10万元"),
    (
        line("分档：级别，取高档\n      | 级别 | 金额 |\n      | 市级 | 5万元 |"),
        "table-line-unneeded",
        "| 级别 | 金额 |",
        "取高档\n      | 市级 |",
    ),
    (
        pay("示例 甲\n      | 级别 | 应得 |\n      | --- | --- |\n      | 市级 | 5万元 |"),
        "table-line-unneeded",
        "| --- | --- |",
        "应得 |\n      | 市级",
    ),
]

TOLD = [
    (line("等级要求：市级"), "unknown-keyword", "等级要求"),
    (line("条件：年度营业收入 达到 500万元左右"), "approximate-number", "500万元左右"),
    (line("条件：年度营业收入 达到 约500万元"), "approximate-number", "约500万元"),
    (line("条件：年度营业收入约500万元"), "approximate-number", "约500万元"),
    (line("条件：年度营业收入 达到 500余万元"), "approximate-number", "500余万元"),
    (line("标准：约5万元"), "approximate-number", "约5万元"),
    (line("条件：年度营业收入 在 [500,800)"), "range-without-units", "[500,800)"),
    (line("标准：每企业 5万元"), "per-in-amount", "每企业"),
    (line("条件：高新企业、规上企业"), "list-mark", "、"),
    (line("条件：高新企业，规上企业"), "list-mark", "，"),
    (line("条件：（1）高新企业；（2）规上企业"), "list-mark", "（1）"),
    (line("条件：年度营业收入 同比增长 10%"), "unexpected-word", "10%"),
    (HEAD + "  有效期：2028\n", "year-for-duration", "2028"),
    (HEAD + "  施行：2023年\n", "date-incomplete", "2023年"),
    (HEAD + "对象 企业\n  收入\n", "missing-value", "收入"),
    (HEAD + "对象 企业\n  2024年收入：金额\n", "bad-name", "2024年收入"),
    (HEAD + "对象 企业\n  收入（年）：金额\n", "bad-name", "收入（年）"),
    (line("分档：年度营业收入") + ROW, "mode-missing", "年度营业收入"),
    (line("分档：年度营业收入，首次") + ROW, "mode-missing", "年度营业收入，首次"),
    (line("分档：年度营业收入，") + ROW, "mode-missing", "年度营业收入"),
    (line("分档：取高档") + ROW, "unexpected-word", "取高档"),
    (line("标准：5万元") + "  组 合：甲补贴\n    方式：期间 终身\n", "mode-missing", "期间 终身"),
    (line("标准：5万元") + "  组 合：甲补贴\n    方式：逐项\n", "mode-missing", "逐项"),
    (HEAD + "对象 企业\n  “四上”企业：是否\n", "bad-name", "“四上”企业"),
    (CLAUSE + "  资金池：500万元\n", "bad-name", "500万元"),
]


@pytest.mark.parametrize(("text", "rule", "marked", "after"), FIXED, ids=[f"{r}-{m[:12]!r}" for _, r, m, _ in FIXED])
def test_one_slip_is_one_finding_and_its_fix_mends_it(text: str, rule: str, marked: str, after: str) -> None:
    found = findings(text)
    assert [(each.rule.name, each.place.span.text) for each in found] == [(rule, marked)]
    right = mended(text, found[0])
    assert after in right
    assert findings(right) == []


@pytest.mark.parametrize(("text", "rule", "marked"), TOLD, ids=[f"{r}-{m[:12]!r}" for _, r, m in TOLD])
def test_what_only_the_drafter_can_decide_is_told_once(text: str, rule: str, marked: str) -> None:
    found = findings(text)
    assert [(each.rule.name, each.place.span.text) for each in found] == [(rule, marked)]


@pytest.mark.parametrize(
    "word", ["补助", "补贴", "奖励", "资助", "奖补项", "奖朴", "扶持", "subsidy", "grant", "Benefit"]
)
def test_another_word_for_a_benefit_opens_it(word: str) -> None:
    text = CLAUSE + f"  {word} 甲\n    支持对象：企业\n    标准：5万元\n    上限：每企业 5万元\n"
    tree, found = parse(Source("slip.pol", text))
    assert [each.rule.name for each in found] == ["unknown-keyword"]
    clause = tree.blocks[-1]
    assert [(block.key, block.name) for block in clause.blocks] == [("benefit", "甲")]
    assert [each.key for each in clause.blocks[0].lines] == ["for", "pay", "cap"]


@pytest.mark.parametrize(
    ("word", "sign"),
    [
        ("大于等于", "≥"),
        ("大于或等于", "≥"),
        ("不小于", "≥"),
        ("不得低于", "≥"),
        ("达", "≥"),
        ("最少", "≥"),
        ("小于等于", "≤"),
        ("不大于", "≤"),
        ("不得超过", "≤"),
        ("最多", "≤"),
        ("超出", ">"),
        ("多于", ">"),
        ("over", ">"),
        ("少于", "<"),
        ("未满", "<"),
        ("未达到", "<"),
        ("under", "<"),
        ("等于", "="),
        ("为", "="),
        ("不为", "≠"),
    ],
)
def test_a_comparison_in_other_words_is_read(word: str, sign: str) -> None:
    written, signed = (parse(Source("a.pol", line(f"条件：年度营业收入 {w} 500万元"))) for w in (word, sign))
    assert not written[1]
    read, meant = (tree.blocks[-1].blocks[0].the("when") for tree, _ in (written, signed))
    assert read is not None
    assert meant is not None
    assert read.value.test.relation == meant.value.test.relation  # type: ignore[union-attr]
