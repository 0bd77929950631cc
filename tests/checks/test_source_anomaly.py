"""Slips of typing in an official text, and what is only its style."""

from pathlib import Path

import pytest

from polc.checks.typography import slips
from polc.text import Source
from polc.workspace import load
from polc.workspace.checked import findings

LONG = "支持全市各类企业加快数字化改造和智能化升级，"


def shown(text: str) -> list[tuple[str, str]]:
    return [(slip.kind.zh, slip.span.text) for slip in slips(Source("source.txt", text))]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        (LONG + "具有独立法 人资格的企业", "词里有空格", " "),
        (LONG + "给予100万元、200 万元、500万元奖励，最高1亿元", "词里有空格", " "),
        (LONG + "（套）首台(套)、首批次", "全角半角混用", "(套)"),
        (LONG + "一项,两项，三项，四项", "全角半角混用", ","),
        (LONG + "给予１０万元、20万元、30万元", "全角半角混用", "１０"),
        (LONG + "奖励5％、10%、15%", "全角半角混用", "％"),
        (LONG + "推进“算力一电力”协同", "一字和连接号混了", "一"),
        (LONG + "对100一300个机架的中心", "一字和连接号混了", "一"),
        (LONG + "500-1000万元的，1000-2000万元的，2000—3000万元的", "表示范围的连接号不一样", "2000—3000"),
        (LONG + "（含扩建的，给予奖励", "括号、引号、书名号没有配对", "（"),
        (LONG + "“专精特新企业，给予奖励", "括号、引号、书名号没有配对", "“"),
        (LONG + "按《办法〉执行", "括号、引号、书名号没有配对", "《"),
        (LONG + "给予奖励。。", "标点重了", "。"),
        (LONG + "给予奖励，。", "标点重了", "，"),
        (LONG + "给予1O0万元", "数字里有字母", "O"),
    ],
)
def test_a_slip_is_found_where_it_stands(text: str, kind: str, place: str) -> None:
    assert (kind, place) in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "第一条  支持企业加快数字化改造和智能化升级，结合我市实际，制定本措施",
        "（一） 支持企业加快数字化改造和智能化升级，结合我市实际，制定本措施",
        "通  知\n" + LONG,
        LONG + "按照某某管理暂行办法（教育部 工业和信息化部 公安部令第15号、市科规字〔2023〕7号 市科发〔2023〕101号）",
        "示范市人民政府  办公室",
        LONG + "给予 100 万元、200 万元、500 万元奖励",  # throughout: its style
        "支持企业,给予奖励;支持高校(含职业院校),给予补助",
        LONG + "按1,000,000元计，比例1:2",
        LONG + "“一事一议”“多规合一”“三位一体”“统一标准”，每人一年一次",
        LONG + "100-3000个标准机架，500-1000万元的",
        LONG + "实施“数据要素×”“5+3+1”行动，按《关于〈办法〉的通知》（市发〔2025〕12号）执行",
        "1）" + LONG + "给予奖励；2）支持高校；a) 支持院所",
        "These measures support firms; a firm’s award is as high as it says (see below)",
        LONG + "人才计划（含“高精尖缺”人才（团队））",
        LONG + "等……",
        LONG + "磨憨—磨丁合作区，“企业—区域—出入口局”直连",
        LONG + "于2026年1月1日起施行，咨询电话0577-12345678",
    ],
)
def test_style_is_no_slip(text: str) -> None:
    assert shown(text) == []


def test_one_finding_tells_each_kind_with_its_places(tmp_path: Path) -> None:
    (tmp_path / "source.txt").write_text(f"示范措施\n{LONG}独立法 人资格，给予奖励。。\n", encoding="utf-8")
    text = "政策 示范措施\n  简称：demo\n  原文文件：source.txt\n对象 企业\n  达标：是否\n"
    (tmp_path / "policy.pol").write_text(text, encoding="utf-8")
    (one,) = [each for each in findings(load([tmp_path])) if each.rule.name == "source-anomaly"]
    assert one.place.span.text == "原文文件：source.txt"
    assert one.message("zh") == "原文里像是录入的错，有2处"
    assert [note.zh for note in one.notes] == [
        "词里有空格 1处：第2行“，独立法 人资格，”",
        "标点重了 1处：第2行“给予奖励。。”",
    ]
    assert one.notes[0].en == "a blank inside words, 1: line 2 “，独立法 人资格，”"
    known = text.replace("  原文", "  已知问题 source-anomaly：原件如此\n  原文")
    (tmp_path / "policy.pol").write_text(known, encoding="utf-8")
    assert [each for each in findings(load([tmp_path])) if each.rule.name == "source-anomaly"] == []


def test_a_long_line_of_brackets_is_looked_at_mark_by_mark() -> None:
    assert len(shown("（" * 3000 + "》" * 3000)) == 6000
    assert shown("（" * 3000 + "）" * 3000) == []
