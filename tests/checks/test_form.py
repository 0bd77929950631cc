"""What is said of a document's form: who leads, who interprets, and the lists of a 分别."""

from pathlib import Path

import pytest

from polc.checks.listed import descends, pairs
from polc.diagnostics import Diagnostic
from polc.workspace import load
from polc.workspace.checked import findings

BENEFIT = """\
    支持对象：企业
    享受：每家企业 一次
    标准：5万元
"""


def found(folder: Path, rule: str, text: str) -> list[Diagnostic]:
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    return [each for each in findings(load([folder])) if each.rule.name == rule]


def document(head: str = "", clause: str = "", benefit: str = "", chapter: str = "") -> str:
    return (
        f"政策 措施\n  状态：已印发\n{head}对象 企业\n  达标：是否\n{chapter}"
        f"条 1 奖励\n{clause}  奖补 甲\n{benefit}{BENEFIT}"
        f"条 2 再奖\n{clause}  奖补 乙\n{benefit}{BENEFIT}"
    )


def test_clauses_without_a_lead_are_one_finding(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "responsibility-missing", document())
    assert one.message("zh") == "给钱的条里，没有写由谁牵头的有2条"
    assert one.message("en") == "clauses that pay and name no department in the lead: 2"
    assert [note.zh for note in one.notes] == ["是 1、2"]


@pytest.mark.parametrize(
    "text",
    [
        document(head="  牵头：市数据局\n"),
        document(clause="  牵头：市数据局\n"),
        document(benefit="    牵头：市数据局\n"),
        document(chapter="章 一 支持\n  牵头：市数据局\n"),
        document().replace("  状态：已印发\n", ""),
    ],
    ids=["policy", "clause", "benefit", "chapter", "a sketch"],
)
def test_a_lead_may_stand_anywhere_above_or_within(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, "responsibility-missing", text) == []


def test_a_chapter_leads_its_own_clauses_only(tmp_path: Path) -> None:
    text = document(chapter="章 一 支持\n  牵头：市数据局\n").replace("条 2", "章 二 奖励\n条 2")
    (one,) = found(tmp_path, "responsibility-missing", text)
    assert [note.zh for note in one.notes] == ["是 2"]


def test_silence_about_the_lead_is_pointed_at_where_it_is_said(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "responsibility-missing", document(head="  牵头：未写\n"))
    assert one.place.span.text == "牵头：未写"


def test_nobody_interprets_it(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "interpreter-missing", document(head="  解释：未写\n"))
    assert one.place.span.text == "解释：未写"
    assert found(tmp_path, "interpreter-missing", document(head="  解释：市数据局\n")) == []
    assert found(tmp_path, "interpreter-missing", document().replace("  状态：已印发\n", "")) == []
    said = "条 3 附则\n  宣示\n    原文：“本措施由市数据局负责解释”\n"
    assert found(tmp_path, "interpreter-missing", document() + said) == []


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("年度营业收入达到500万元、1000万元、2000万元的，分别给予4万元、5万元、6万元奖励", [(3, 3)]),
        ("达到500万元、1000万元、2000万元的，分别给予4万元、5万元奖励", [(3, 2)]),
        ("5万元以上不满9万元、9万元以上不满20万元、20万元以上的，分别给予1万元、2万元、3万元", [(3, 3)]),
        ("500万元至1000万元（不含）、1000万元及以上的，分别给予4万元、5万元奖励", [(2, 2)]),
        ("100万元以上500万元以下、500万-1000万元、1000万元以上的，分别按1%、2%给予", [(3, 2)]),
        ("对新认定的国家、省、市级孵化器，分别给予200万元、100万元、50万元补助", [(3, 3)]),
        ("对国家级、省级项目，分别给予10%、5%配套支持，国家级最高不超过200万元", [(2, 2)]),
        ("获得一等奖、二等奖、三等奖的项目分别给予5万元、3万元一次性奖励", [(3, 2)]),
        ("首次突破1000万元、2000万元、5000万元的，分别一次性给予100万元、200 万元、500万元奖励", [(3, 3)]),
        ("新建算力达到100P、500P和1000P的，分别给予最高20万元、50万元、100万元", [(3, 3)]),
        ("达到10万元（含）以上、50万元（含）以上的，分别奖励1万元、2万元", [(2, 2)]),
        ("对主导、参与国际标准制定并发布的,分别按照单项给予最高30万元、10万元奖励", []),
        ("围绕人工智能、数据服务、智能算力等领域，分别给予20万元、30万元", []),
        ("达到500万元、1000万元的，给予奖励。获评的分别奖励5万元、3万元、1万元", []),
        ("由各部门分别会同市财政局制定", []),
        ("年薪分别在40万元以上、50万元以上的，分别按年度工资薪金3%、4%比例给予奖励", [(2, 2)]),
        ("对国家级、省级项目分别给予支持，对一等奖、二等奖、三等奖分别奖励3万元、2万元、1万元", [(3, 3)]),
    ],
)
def test_the_lists_before_and_behind(text: str, lengths: list[tuple[int, int]]) -> None:
    assert [(len(left), len(right)) for left, right in pairs(text)] == lengths


@pytest.mark.parametrize(
    ("items", "down"),
    [
        (["国家级", "省级"], True),
        (["国家", "省", "市级"], True),
        (["市级", "省级", "国家级"], False),
        (["省级", "国家级", "市级"], None),
        (["一等奖", "二等奖"], None),
        (["5万元", "3万元"], None),
    ],
)
def test_which_way_levels_go(items: list[str], down: object) -> None:
    assert descends(items) is down


DOWN = "    原文：“国家级、省级的，分别奖励100万元、50万元”\n"
UP = "    原文：“市级、省级的，分别奖励20万元、50万元”\n"


def test_the_rarer_order_is_reported_once(tmp_path: Path) -> None:
    text = document(benefit=DOWN) + "条 3 又奖\n  宣示\n" + UP
    (one,) = found(tmp_path, "order-mixed", text)
    assert one.message("zh") == "这里写“市级、省级”，别处写“国家级、省级”，次序相反"
    assert found(tmp_path, "order-mixed", document(benefit=DOWN)) == []


def test_a_list_too_short_is_reported_once_for_a_sentence(tmp_path: Path) -> None:
    text = (
        document(benefit=DOWN.replace("100万元、", ""))
        + "条 3 又奖\n  宣示\n"
        + DOWN.replace("50万元", "50万元、10万元")
    )
    (one,) = found(tmp_path, "list-length-mismatch", text)
    assert one.message("zh") == "“国家级、省级”有2个，“100万元、50万元、10万元”有3个，分别不了"
    assert one.message("en") == "“国家级、省级” has 2 and “100万元、50万元、10万元” has 3: they cannot be paired"


@pytest.mark.parametrize(
    ("sentence", "reported"),
    [
        ("奖补金额以元为单位，不足1元的舍去", False),
        ("不足100元的不予补助", True),
        ("给予5万元奖励，不足1元的舍去", True),
    ],
)
def test_a_sentence_on_fractions_pays_nobody(tmp_path: Path, sentence: str, *, reported: bool) -> None:
    said = f"条 3 附则\n  宣示\n    原文：“{sentence}”\n"
    assert bool(found(tmp_path, "amount-exhorted", document() + said)) is reported
