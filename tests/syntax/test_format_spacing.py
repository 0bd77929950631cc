"""How values are spelled and spaced: one way for each, whatever way they were written."""

import pytest

from polc.syntax.format import format_text
from polc.syntax.format_spacing import Piece, gap
from polc.syntax.parse import parse
from polc.text import Source

BEFORE = {
    "条件": "条 1 甲\n  奖补 乙\n",
    "when": "clause 1 甲\n  benefit 乙\n",
    "有效期": "政策 甲\n",
    "valid": "policy 甲\n",
    "方式": "条 1 甲\n  组 乙：丙\n",
    "how": "clause 1 甲\n  group 乙: 丙\n",
    "假定": "条 1 甲\n  奖补 乙\n    示例 丙\n",
    "级别": "对象 甲\n",
    "revenue": "subject firm\n",
}
SAME_BLOCK = {
    "条件": (
        "标准",
        "上限",
        "享受",
        "分档",
        "兑付",
        "存续兑付",
        "年序",
        "取整",
        "支持对象",
        "领取人",
        "用途",
        "原文",
        "已知问题",
    ),
    "when": ("pay", "cap", "per", "tiers", "quote", "for"),
    "有效期": ("施行", "约定", "状态", "印发日期"),
    "valid": ("in_force", "convention"),
    "级别": ("收入", "ＡＩ收入"),
}


def block_of(line: str) -> str:
    """The blocks in which a line can stand."""
    keyword = line.replace(":", "：").split("：")[0].split()[0]
    owner = next((key for key, others in SAME_BLOCK.items() if keyword in others), keyword)
    return BEFORE[owner]


def written(line: str) -> str:
    """The line as it is formatted in its block; it must be read without a finding, both before and after."""
    text = f"{block_of(line)}      {line}\n"
    formatted = format_text(Source("a.pol", text))
    for each in (text, formatted):
        told = [finding for finding in parse(Source("a.pol", each))[1] if finding.rule.name != "table-missing"]
        assert not told, (each, [finding.message("en") for finding in told])
    assert format_text(Source("a.pol", formatted)) == formatted
    return formatted.splitlines()[-1].strip()


@pytest.mark.parametrize(
    ("as_typed", "canonical"),
    [
        ("条件 : 收入 达到   ３０ 万元( 含 )以上", "条件：收入 达到 30万元（含）以上"),
        ("条件:收入达到500万元", "条件：收入 达到 500万元"),
        ("条件：收入>=２，０００万元".replace("，", ","), "条件：收入 >= 2,000万元"),
        ("条件：收入 500 万元 以上 不满 1000 万元", "条件：收入 500万元以上不满1000万元"),
        ("条件：收入 5万元 以上 10万元 以下", "条件：收入 5万元以上10万元以下"),
        ("条件：收入 超过3万元不超过 5万元", "条件：收入 超过 3万元 不超过 5万元"),
        ("条件：收入 在 [500万元,1000万元 )", "条件：收入 在 [500万元, 1000万元)"),
        ("条件：收入 在（ 500万元， 1000万元]", "条件：收入 在 (500万元, 1000万元]"),
        ("条件：收入 在 10万元（ 含） 至 30万元 （不含）", "条件：收入 在 10万元（含）至30万元（不含）"),
        ("条件：收入 在 10万元 － 30万元", "条件：收入 在 10万元－30万元"),
        ("条件：级别 省级  及以上", "条件：级别 省级 及以上"),
        ("条件：级别 在 市级 , 省级".replace(",", "&"), "条件：级别 在 市级、省级"),
        ("条件：行业 在 甲 、乙 、 等", "条件：行业 在 甲、乙、等"),
        ("条件：( 甲 或 乙 ) 且 非 丙", "条件：（甲 或 乙）且 非 丙"),
        ("条件：非 （甲 或 乙） 且 （丙 或 丁）", "条件：非（甲 或 乙）且（丙 或 丁）"),
        ("条件：（甲+乙）*２ 达到 5万元", "条件：(甲 + 乙) × 2 达到 5万元"),
        ("条件：级别＝省级", "条件：级别 = 省级"),
        ("标准：支出*最高 30 ％", "标准：支出 × 最高 30%"),
        ("标准：较小( 支出×30% ,5万元 )*2", "标准：较小（支出 × 30%，5万元）× 2"),
        ("标准：最高不超过50万元", "标准：最高 不超过 50万元"),
        ("标准：总和 支出 − 1,000元", "标准：总和 支出 - 1,000元"),
        ("标准：待定   资金", "标准：待定 资金"),
        ("上限：每 户企业 每年度 50 万元 ,超出部分  不结转", "上限：每户企业 每年度 50万元，超出部分 不结转"),
        ("上限：单个 集聚区 累计500万元", "上限：单个集聚区 累计 500万元"),
        ("享受：每 企业 × 项目 每档 一次", "享受：每企业×项目 每档 一次"),
        ("享受：每 年会 每年", "享受：每 年会 每年"),
        ("享受：未写,暂按 每企业 一次", "享受：未写，暂按 每企业 一次"),
        ("享受：未写 暂按每企业 一次", "享受：未写，暂按 每企业 一次"),
        ("有效期：至2028/12/31", "有效期：至 2028-12-31"),
        ("有效期：自 2023年 1月1日 至 ２０２５年12月31日", "有效期：自 2023年1月1日 至 2025年12月31日"),
        ("施行：自印发之日", "施行：自印发之日"),
        ("施行：自  2026年1月1日起", "施行：自 2026年1月1日 起"),
        ("约定：以上 、以下 含本数， 期满   前一日", "约定：以上、以下含本数，期满 前一日"),
        ("约定：突破 即 超过", "约定：突破 即 超过"),
        ("方式：就高,按 企业 × 项目,期间 终身,先领低额时 补差", "方式：就高，按 企业×项目，期间 终身，先领低额时 补差"),
        ("兑付：先用后补 、年度清算,分2年 ,每年50%", "兑付：先用后补、年度清算，分 2年，每年 50%"),
        ("兑付：50% & 30%、20%", "兑付：50%、30%、20%"),
        ("存续兑付：第 1 年在有效期内的, 至 第10年", "存续兑付：第1年在有效期内的，至第10年"),
        ("年序：自 引进年度  起", "年序：自 引进年度 起"),
        ("取整：去尾  到 元", "取整：去尾 到 元"),
        ("支持对象 ：企业", "支持对象：企业"),
        ("级别 : 无 &市级、 省级", "级别：无、市级、省级"),
        ("收入:金额 , 每年", "收入：金额，每年"),
        ("ＡＩ收入：金额", "AI收入：金额"),
        ("假定：甲=是 , 乙 = 1000 万元", "假定：甲 = 是，乙 = 1000万元"),
        ("已知问题   no-cap : 原文  如此", "已知问题 no-cap：原文  如此"),
    ],
)  # fmt: skip
def test_a_chinese_value_has_one_way_to_be_written(as_typed: str, canonical: str) -> None:
    assert written(as_typed) == canonical


@pytest.mark.parametrize(
    ("as_typed", "canonical"),
    [
        ("when:revenue reaches 30wan_yuan（ incl ）or_more", "when: revenue reaches 30wan_yuan (incl) or_more"),
        ("when ：  revenue  in  [5 yuan,10 yuan)", "when: revenue in [5 yuan, 10 yuan)"),
        ("when: （a or b）and not c", "when: (a or b) and not c"),
        ("when: level in low、high", "when: level in low & high"),
        ("pay: lesser（a，b ）+ 5 yuan", "pay: lesser(a, b) + 5 yuan"),
        ("pay: spending*up_to 30％", "pay: spending × up_to 30%"),
        ("cap: every firm  yearly 50万元", "cap: every firm yearly 50万元"),
        ("per: per firm×project once", "per: per firm×project once"),
        ("valid：to 2028.12.31", "valid: to 2028-12-31"),
        ("convention: or_more&or_less inclusive", "convention: or_more & or_less inclusive"),
        ("how: highest，by firm，span ever", "how: highest, by firm, span ever"),
        ("revenue：money，yearly", "revenue: money, yearly"),
    ],
)
def test_an_english_value_has_one_way_to_be_written(as_typed: str, canonical: str) -> None:
    assert written(as_typed) == canonical


@pytest.mark.parametrize(
    "line",
    [
        "用途：科研  团队, 建设(核心)",
        "原文：“给予  5万元,最高30％”",
        "已知问题 no-cap：见 附件(一) ,第3页",
        "条件：收入 达到 1,000,000元",
        "条件：收入 达到 100万元",
    ],
)
def test_free_text_quotations_and_scales_are_the_drafters_own(line: str) -> None:
    assert written(line) == line


def test_a_number_and_a_title_stand_apart() -> None:
    heads = "章 一、支持\n条 （一）设立补贴\n条 第二条   奖励\n条 3. 其他\n条 文末 说明\n"
    assert (
        format_text(Source("a.pol", heads))
        == "章 一、支持\n条 （一） 设立补贴\n条 第二条 奖励\n条 3. 其他\n条 文末 说明\n"
    )


def test_a_head_keeps_its_words_and_roles() -> None:
    text = "对象　集聚区 “园区”  归属 主体( 运营主体 ),地块(  业主 )  是 项目\n".replace(",", "、")
    assert format_text(Source("a.pol", text)) == "对象 集聚区 “园区” 归属 主体（运营主体）、地块（业主） 是 项目\n"


def test_one_function_says_what_stands_between_two_words() -> None:
    assert gap(Piece("NAME", "收入"), Piece("CMP", "达到")) == " "
    assert gap(Piece("MONEY", "5万元"), Piece("EDGE", "以上")) == ""
    assert gap(Piece("MONEY", "5万元"), Piece("EDGE", "or_more")) == " "
    assert gap(Piece("PER", "每"), Piece("NAME", "企业")) == ""
    assert gap(Piece("PER", "per"), Piece("NAME", "企业")) == " "
