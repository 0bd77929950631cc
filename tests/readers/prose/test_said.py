"""The paraphrase says what the encoding says, in both languages, with nothing left to fill in."""

import re
from pathlib import Path

import pytest

from polc.model.policy import Part, Policy
from polc.readers.prose.said import Said, definition_words, definitions_used, governing, of_the_whole, paraphrase
from polc.text import Source
from polc.workspace import load
from polc.workspace.load import compile_sources

POLICIES = Path(__file__).parents[3] / "policies"
HEAD = """\
政策 例
  约定：以上、以下含本数

对象 企业
  支出：金额，每年
  营业收入：金额，每年
  级别：无、市级、省级
  合规：是否

条 1
"""


def policy(text: str) -> Policy:
    compiled = compile_sources([Source("policy.pol", HEAD + text)])
    assert compiled.policy is not None
    return compiled.policy


def zh(text: str, part: str = "甲") -> list[str]:
    found = policy(text)
    return [f"{each.topic.zh}：{each.words.zh}" for each in said(found, part)]


def said(found: Policy, name: str) -> list[Said]:
    part: Part = next(each for each in found.parts if each.name == name)
    return paraphrase(found, part, {})


def test_a_bound_says_whether_it_counts() -> None:
    text = """\
  奖补 甲
    支持对象：企业
    享受：每家企业 每年
    条件：支出 30万元以上
    条件：营业收入 不满 2000万元
    标准：支出 × 最高 30%
    上限：每家企业 每年 50万元
"""
    assert zh(text)[1:] == [
        "多久一次：每家企业，每年可以享受一次",
        "要满足：“支出”不少于30万元（正好30万元也算）",
        "要满足：“营业收入”不满2000万元（正好2000万元不算）",
        "给多少：“支出”的最高30%；写“最高”的，可以少给，具体由主管部门定",
        "封顶：每家企业每年不超过50万元",
    ]


def test_an_encoding_that_slipped_is_read_as_it_stands() -> None:
    text = """\
  奖补 甲
    原文：“超过30万元的，给予5万元”
    支持对象：企业
    享受：每家企业 一次
    条件：支出 达到 30万元
    标准：5万元
"""
    assert "要满足：“支出”不少于30万元（正好30万元也算）" in zh(text)


def test_rows_of_bands_pay_for_their_own_part() -> None:
    text = """\
  奖补 甲
    支持对象：企业
    享受：每家企业 每年
    分档：支出，分段
      | 不超过 100万元 | 1% |
      | 超过 100万元   | 2% |
    上限：无
"""
    (tiers,) = [each for each in said(policy(text), "甲") if each.rows]
    assert [(test.zh, pays.zh) for test, pays in tiers.rows] == [
        ("不超过100万元（正好100万元也算）", "落在这一段里的部分的1%"),
        ("超过100万元（正好100万元不算）", "落在这一段里的部分的2%"),
    ]


def test_what_is_presumed_is_marked() -> None:
    text = """\
  奖补 甲
    支持对象：企业
    享受：未写，暂按 每家企业 一次
    标准：5万元
    上限：未写
"""
    found = said(policy(text), "甲")
    assert [each.words.zh for each in found if each.silent] == [
        "每家企业，只能享受一次（原文没有写，先这样算）",
        "原文没有写",
    ]


def test_a_group_says_how_its_members_combine() -> None:
    text = """\
  奖补 甲
    支持对象：企业
    享受：每家企业 每年
    标准：5万元

  奖补 乙
    支持对象：企业
    享受：每家企业 每年
    标准：3万元

组 合
  成员：甲、乙
  方式：就高，按 企业，期间 当年
"""
    assert zh(text, "合") == [
        "哪几项放在一起：“甲”、“乙”",
        "怎么合并：只给其中最高的一项；按每个企业分别算；在同一年里比",
    ]


DRAFTS = [draft for draft in load([POLICIES]).drafts if draft.policy is not None and draft.policy.parts]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_every_part_of_the_policies_is_said_in_both_languages(draft: object) -> None:
    found = draft.policy  # type: ignore[attr-defined]
    for part in found.parts:
        sentences = paraphrase(found, part, {})
        assert sentences, part.name
        for each in sentences:
            pairs = [each.topic, each.words, *(words for row in each.rows for words in row)]
            assert all(words.zh.strip() and words.en.strip() for words in pairs), (part.name, each)
            assert not any(re.search(r"\{[a-z]+\}", words.zh + words.en) for words in pairs)


def test_days_and_years_are_earlier_or_later() -> None:
    text = """\
  对象 项目 归属 企业
    投产年度：年度
  奖补 甲
    支持对象：项目
    领取人：企业
    享受：每项目 一次
    条件：投产年度 在 [2024年, 2026年]
    标准：5万元
"""
    assert zh(text)[0] == "支持什么：“项目”"
    assert zh(text)[2:4] == ["多久一次：每个项目，只能享受一次", "要满足：“投产年度”不早于2024年，并且不晚于2026年"]


def test_a_truth_is_told_by_its_name() -> None:
    text = """\
  奖补 甲
    支持对象：企业
    享受：每户企业 一次
    条件：合规
    条件：非 合规 或 支出 达到 1万元
    标准：5万元
"""
    assert zh(text)[:4] == [
        "支持谁：“企业”",
        "多久一次：每户企业，只能享受一次",
        "要满足：“合规”",
        "要满足：没有“合规”的情形，或者“支出”不少于1万元（正好1万元也算）",
    ]


def test_a_defined_word_is_told_with_those_it_stands_on() -> None:
    found = policy("""\
  定义 净额：支出 - 营业收入
  定义 占比：净额 ÷ 营业收入
  奖补 甲
    支持对象：企业
    享受：每户企业 一次
    标准：5万元
    疑义 看什么 “占比”
      读法 不看
      读法 看占比
        条件：占比 达到 60%
""")
    part = next(each for each in found.parts if each.name == "甲")
    used = definitions_used(found, part)
    assert definitions_used(found, part, {}) == []
    assert definitions_used(found, part, {"看什么": "看占比"}) == used
    assert [(each.name, definition_words(found, each, {}).zh) for each in used] == [
        ("占比", "“净额” ÷ “营业收入”"),
        ("净额", "“支出” − “营业收入”"),
    ]


def test_a_general_rule_is_told_where_it_holds() -> None:
    found = policy("""\
  通则 百分比
    范围：全文
    奖补口径：比例均为最高
  奖补 甲
    支持对象：企业
    享受：每户企业 一次
    标准：支出 × 10%
  奖补 乙
    支持对象：企业
    享受：每户企业 一次
    标准：5万元
""")
    of_rate, of_amount = (each for each in found.parts if each.name in ("甲", "乙"))
    assert [each.words.zh for each in of_the_whole(found, of_rate, {})] == [
        "写的比例都是最高比例，可以少给，具体由主管部门定"
    ]
    assert [each.name for each in governing(found, of_rate)] == ["百分比"]
    assert (of_the_whole(found, of_amount, {}), governing(found, of_amount)) == ([], [])


def test_where_a_requirement_is_one_at_all_is_no_condition_to_be_met() -> None:
    text = """\
  要求 甲
    支持对象：企业
    条件：支出 达到 1万元
    须：合规
"""
    assert zh(text) == [
        "管的是：“企业”",
        "什么情形：“支出”不少于1万元（正好1万元也算）",
        "必须：“合规”",
    ]
