"""Tables of many applicants: each gets its own row, the things it owns by role, and what others' tables say of them."""

import csv
import json
from pathlib import Path

import jsonschema
import pytest

from polc.hosts.cli import exits, main

SCHEMA = Path(__file__).parents[3] / "docs/reference/schemas/answer.json"
POLICY = """\
政策 示范措施
  简称：demo
  施行：自 2026年1月1日
  有效期：至 2028年12月31日

对象 企业
  行业：制造业、软件业、其他行业
  年度支出：金额，每年

对象 合同 归属 企业（需求方）、企业（供给方）
  最终结算金额：金额

条 （一） 支出
  奖补 支出补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 最高 30%

条 （二） 合同
  奖补 采购补贴
    支持对象：合同
    领取人：需求方
    享受：每份合同 一次
    标准：最终结算金额 × 10%
  奖补 供给奖
    支持对象：合同
    领取人：供给方
    享受：每份合同 一次
    标准：1万元
"""
FIRMS = "企业,统一社会信用代码,行业,年度支出（万元）\n甲,915304001234567890,软件业,100\n乙,915304001234567891,制造业,\n"
CONTRACTS = (
    "合同,需求方,供给方,最终结算金额（万元）,备注\nA1,甲,乙,100,\nA2,915304001234567890,外地公司,50,好\nA3,乙,甲,30,\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("POLC_LANG", raising=False)
    (tmp_path / "policy.pol").write_text(POLICY, encoding="utf-8")
    facts = tmp_path / "facts"
    facts.mkdir()
    (facts / "企业.csv").write_text(FIRMS, encoding="gb18030")
    (facts / "合同.csv").write_text(CONTRACTS, encoding="utf-8")
    return tmp_path


def ran(
    folder: Path, capsys: pytest.CaptureFixture[str], *arguments: object, code: int = exits.FINE
) -> tuple[str, str]:
    words = ["eval", folder / "policy.pol", "--facts", folder / "facts", "--as-of", "2026-06-01", *arguments]
    assert main([str(word) for word in words]) == code
    told = capsys.readouterr()
    return told.out, told.err


def results(folder: Path) -> dict[tuple[str, str], tuple[str, str]]:
    with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["申请人"], row["奖补"]): (row["结果"], row["最高（元）"]) for row in rows if row["类别"] == "奖补"}


def test_each_applicant_is_answered_by_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(folder, capsys, "--out", folder / "out.csv")
    assert "2 个申请人" in out
    assert results(folder) == {
        ("甲", "支出补贴"): ("最高", "300000"),  # 100 × 30 %
        ("甲", "采购补贴"): ("定数", "150000"),  # (100 + 50) × 10 %
        ("甲", "供给奖"): ("定数", "10000"),  # A3
        ("乙", "支出补贴"): ("不能判定", ""),
        ("乙", "采购补贴"): ("定数", "30000"),  # 30 × 10 %
        ("乙", "供给奖"): ("定数", "10000"),  # A1
    }


def test_one_applicant_may_be_chosen_by_any_of_its_ids(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(folder, capsys, "--applicant", "915304001234567890", "--benefit", "采购补贴")
    assert "应得：15万元" in out
    assert "合同 A2：单项 5万元" in out
    _, err = ran(folder, capsys, "--applicant", "915304001234567899", code=exits.USAGE)
    assert "没有叫“915304001234567899”的申请人；是不是“91530400123456789" in err


def test_the_other_owner_s_facts_come_from_its_own_row(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parks = "\n对象 园区\n  国家级：是否\n"
    text = POLICY.replace("、企业（供给方）", "、企业（供给方）、园区（所在园区）") + parks
    text = text.replace("    标准：最终结算金额 × 10%", "    条件：国家级\n    标准：最终结算金额 × 10%")
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    facts = folder / "facts"
    (facts / "园区.csv").write_text("园区,国家级\n东园,√\n西园,×\n", encoding="utf-8")
    rows = CONTRACTS.replace("备注", "所在园区").replace("100,\n", "100,东园\n").replace("50,好", "50,西园")
    (facts / "合同.csv").write_text(rows, encoding="utf-8")
    ran(folder, capsys, "--out", folder / "out.csv")
    assert results(folder)["甲", "采购补贴"] == ("定数", "100000")  # A1 in 东园: 100 × 10 %; A2 in 西园: nothing
    assert results(folder)["乙", "采购补贴"] == ("不能判定", "")  # nobody says where A3 is


def test_a_fact_of_two_owners_says_whose_it_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = folder / "told.yaml"
    words = ["eval", str(folder / "policy.pol"), "--facts", str(told), "--as-of", "2026-06-01"]
    told.write_text("合同: [{最终结算金额: 1万元, 行业: 软件业}]\n", encoding="utf-8")
    assert main(words) == exits.USAGE
    assert "写明是谁的，供给方.行业 或 需求方.行业" in capsys.readouterr().err
    told.write_text("合同: [{最终结算金额: 1万元, 供给方.行业: 软件业}]\n行业: 软件业\n", encoding="utf-8")
    assert main(words) == exits.FINE


def test_json_holds_every_applicant(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(folder, capsys, "--json")
    data = json.loads(out)
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(data)
    assert [each["id"] for each in data["applicants"]] == ["甲", "乙"]


def test_a_ledger_says_whose_an_award_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = folder / "ledger.yaml"
    ledger.write_text("- {申请人: 甲, 奖补: 供给奖, 年度: 2026, 金额: 1万元, 项目: A3}\n", encoding="utf-8")
    ran(folder, capsys, "--ledger", ledger, "--out", folder / "out.csv")
    assert results(folder)["甲", "供给奖"] == ("没有", "0")
    assert results(folder)["乙", "供给奖"] == ("定数", "10000")
    ledger.write_text("- {奖补: 供给奖, 年度: 2026, 金额: 1万元, 项目: A3}\n", encoding="utf-8")
    _, err = ran(folder, capsys, "--ledger", ledger, code=exits.USAGE)
    assert "要写 申请人" in err


def test_everything_wrong_with_the_tables_is_told_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "facts" / "企业.csv").write_text(
        "企业,年度支岀（万元）,行业\n甲,1,软件业\n甲,2,软件业\n,3,制造业\n", encoding="utf-8"
    )
    (folder / "facts" / "各合同.csv").write_text("编号\n1\n", encoding="utf-8")
    _, err = ran(folder, capsys, code=exits.USAGE)
    assert "列“年度支岀”不是“企业”的事实，也不是归属；是不是“年度支出”？" in err
    assert "企业.csv 第3行“企业”：“甲”第2行已经有了" in err
    assert "企业.csv 第4行“企业”：空着：每一行要有自己的名称" in err
    assert "不知道是哪个对象的表“各合同”；是不是“合同”？" in err


def test_a_value_that_does_not_fit_is_told_with_its_row_and_column(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "facts" / "企业.csv").write_text(FIRMS.replace("软件业,100", "软件,一百"), encoding="utf-8")
    _, err = ran(folder, capsys, code=exits.USAGE)
    assert "企业.csv 第2行“行业”：“行业”要制造业、软件业、其他行业 之一，给的是“软件”（是不是“软件业”？）" in err
    assert "企业.csv 第2行“年度支出”：“年度支出”要金额，例如 50万元，给的是“一百”" in err


def test_a_thing_of_nobody_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "facts" / "合同.csv").write_text(CONTRACTS + "A4,外地甲,外地乙,1,\nA5,,,1,\n", encoding="utf-8")
    _, err = ran(folder, capsys, code=exits.USAGE)
    assert "合同.csv 第5行“需求方”：写的是“外地甲”，哪张表里都没有" in err
    assert "合同.csv 第6行“需求方”：空着" in err


def test_one_row_is_one_applicant_and_answered_in_full(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "facts" / "企业.csv").write_text("年度支出（万元）\n100\n", encoding="utf-8")
    (folder / "facts" / "合同.csv").write_text("最终结算金额（万元）\n10\n20\n", encoding="utf-8")
    out, _ = ran(folder, capsys, "--set", "行业=软件业")
    assert "应得：最高 30万元" in out
    assert "应得：3万元" in out


def test_a_folder_without_facts_and_a_file_that_is_not_there_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "空").mkdir()
    _, err = ran(folder, capsys, "--facts", folder / "空", "--facts", folder / "无.csv", code=exits.USAGE)
    assert "没有事实文件" in err
    assert "无.csv：没有这个文件" in err


def test_a_file_that_cannot_be_written_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, err = ran(folder, capsys, "--out", folder / "无" / "out.csv", code=exits.FOUND)
    assert "写不了" in err


def test_names_that_look_like_formulas_stay_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "facts" / "企业.csv").write_text(FIRMS + "=1+1,,软件业,1\n", encoding="utf-8")
    ran(folder, capsys, "--out", folder / "out.csv")
    assert ("'=1+1", "支出补贴") in results(folder)


def test_it_reads_in_english(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(folder, capsys, "--lang", "en")
    assert "2 applicants" in out
    assert "undecided" in out
