"""Words that take judgement and decide, assessments without criteria, and terms defined and not used."""

from pathlib import Path

import pytest

from polc.diagnostics import Diagnostic
from polc.workspace import load
from polc.workspace.checked import findings


def found(folder: Path, rule: str, text: str, source: str = "") -> list[Diagnostic]:
    if source:
        (folder / "source.txt").write_text(source, encoding="utf-8")
        text = text.replace("  简称：demo\n", "  简称：demo\n  原文文件：source.txt\n")
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    return [each for each in findings(load([folder])) if each.rule.name == rule]


def policy(fact: str, quote: str, pay: str = "5万元", more: str = "") -> str:
    return (
        f"政策 示范措施\n  简称：demo\n对象 企业\n  {fact}：是否\n{more}条 1 支持\n  奖补 甲\n    原文：“{quote}”\n"
        f"    支持对象：企业\n    享受：每家企业 一次\n    条件：{fact}\n    标准：{pay}\n"
    )


@pytest.mark.parametrize(
    ("fact", "quote", "word"),
    [
        ("优质企业", "对优质企业给予5万元奖励", "优质"),
        ("行业领军企业", "对行业领军企业给予5万元奖励", "领军"),
        ("成效明显", "成效明显的，给予5万元奖励", "成效明显"),
        ("带动就业能力强", "对带动就业能力强的企业给予5万元奖励", "能力强"),
        ("符合奖励条件", "对符合条件的企业给予5万元奖励", "符合条件的"),
    ],
)
def test_a_word_that_takes_judgement_decides(tmp_path: Path, fact: str, quote: str, word: str) -> None:
    (one,) = found(tmp_path, "term-undefined", policy(fact, quote))
    assert one.message("zh") == "给不给要看、而没有写什么样才算的词，有1个"
    assert [note.zh for note in one.notes] == [f"第10行“{fact}”：原文“{word}”"]


@pytest.mark.parametrize(
    ("fact", "quote"),
    [
        ("获评优秀企业", "对获评优秀企业的给予5万元奖励"),
        ("列入重点企业名录", "对列入重点企业名录的给予5万元奖励"),
        ("认定为领军企业", "对经市工信局认定的领军企业给予5万元奖励"),
        ("优质企业", "对规上企业给予5万元奖励"),
        ("规上企业", "对规上企业给予5万元奖励"),
    ],
)
def test_somebody_recognizes_it_or_the_text_has_no_such_word(tmp_path: Path, fact: str, quote: str) -> None:
    assert found(tmp_path, "term-undefined", policy(fact, quote)) == []


def test_a_definition_in_the_text_or_in_the_encoding_is_enough(tmp_path: Path) -> None:
    quote = "对优质企业给予5万元奖励"
    source = f"示范措施\n1. 支持。{quote}。\n2. 附则。本措施所称优质企业，是指年度营业收入1亿元以上的企业。\n"
    assert found(tmp_path, "term-undefined", policy("优质企业", quote), source) == []
    text = policy("优质企业", quote).replace("  优质企业：是否\n", "  营收：金额\n定义 优质企业：营收 达到 1亿元\n")
    assert found(tmp_path, "term-undefined", text) == []


@pytest.mark.parametrize(
    ("quote", "word"),
    [
        ("经综合评定后给予每个最高50万元奖励", "综合评定"),
        ("每年评选一批项目，给予最高50万元奖励", "每年评选一批"),
        ("每年择优评选一批项目给予最高10万元一次性资助", "择优"),
        ("根据入表情况给予最高20万元一次性奖励", "根据入表情况"),
        ("根据适用性、创新性、应用效果等情况每年遴选一批，给予最高100万元奖励", "根据适用性、创新性、应用效果等情况"),
    ],
)
def test_an_assessment_without_criteria(tmp_path: Path, quote: str, word: str) -> None:
    (one,) = found(tmp_path, "criterion-vague", policy("入选", quote, "最高 5万元"))
    assert one.message("zh") == "凭评定、择优给而没有写标准的，有1项"
    assert [note.zh for note in one.notes] == [f"“甲”（第7行）：{word}"]


@pytest.mark.parametrize(
    ("quote", "pay"),
    [
        ("按评审得分由高到低择优评选前10名，给予5万元奖励", "5万元"),
        ("按《示范市项目评审办法》综合评定后给予最高5万元奖励", "最高 5万元"),
        ("根据年度营业收入，给予5万元奖励", "5万元"),
        ("经综合评定后给予相应支持", "待定 资金"),
        ("按照“择优不重复”以外的规定，对达标的给予5万元奖励", "5万元"),
    ],
)
def test_a_criterion_is_named_or_nothing_is_assessed(tmp_path: Path, quote: str, pay: str) -> None:
    assert found(tmp_path, "criterion-vague", policy("入选", quote, pay)) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "对数字经济企业给予奖励。本措施所称数字经济核心产业企业，是指某某企业。",
            "正文定义了“数字经济核心产业企业”，一次也没有用；用的是“数字经济企业”",
        ),
        (
            "对数字经济核心产业企业给予奖励。所称“数字经济企业”是指某某企业。",
            "正文定义了“数字经济企业”，一次也没有用；用的是“数字经济核心产业企业”",
        ),
        ("支持创新券（以下简称“科创券”）的发放。对创新券给予补助。", "正文定义了“科创券”，一次也没有用"),
    ],
)
def test_a_term_is_defined_and_another_used(tmp_path: Path, body: str, message: str) -> None:
    (one,) = found(tmp_path, "term-mismatch", policy("达标", "给予奖励"), f"示范措施\n1. 支持。{body}\n")
    assert one.message("zh") == message


@pytest.mark.parametrize(
    "body",
    [
        "对属地企业、市场主体给予奖励。本条款所称市场主体、属地企业，是指在本市登记的企业。",
        "支持算力券（以下简称“算力券”）的发放。对持有算力券的给予补助。",
        "本措施所称企业，是指在本市登记的企业。",
        "对企业给予奖励，具体指标由市数据局另行确定。",
    ],
)
def test_a_term_that_is_used_or_says_little(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, "term-mismatch", policy("达标", "给予奖励"), f"示范措施\n1. 支持。{body}\n") == []
