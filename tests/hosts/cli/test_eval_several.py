"""``polc eval`` with several policies: exit codes, options, JSON, and what is said when something will not do."""

import json
from pathlib import Path

import jsonschema
import pytest
from several import OTHER, two

from polc.hosts.cli import exits, main

SCHEMA = Path(__file__).parents[3] / "docs/reference/schemas/answer.json"


@pytest.fixture
def policies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("POLC_LANG", raising=False)
    return two(tmp_path)


def ran(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = exits.FINE) -> tuple[str, str]:
    assert main(["eval", *map(str, arguments), "--as-of", "2026-06-01"]) == code
    told = capsys.readouterr()
    return told.out, told.err


def test_facts_from_a_file_and_the_line_are_asked_of_all(policies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = policies / "facts.yaml"
    facts.write_text("在本市登记: 是\n主体:\n  年度投资: 100万元\n交易: []\n规模:\n", encoding="utf-8")
    out, _ = ran(capsys, policies, "--facts", facts, "--set", "企业.年度购买算力=200万元")
    assert "最高 50万元" in out
    assert "10万元" in out
    assert "另有 1 项没有给付" in out


def test_all_lists_every_benefit_with_its_reason(policies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(capsys, policies, "--set", "在本市登记=否", "--all")
    assert "不符合 在本市登记" in out
    assert "另有" not in out
    assert "要求不符合：如实申报" in out


def test_json_is_what_the_schema_says(policies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(capsys, policies, "--set", "在本市登记=是", "--set", "规模=微型", "--json")
    data = json.loads(out)
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(data)
    comparison = data["comparison"]
    assert [policy["id"] for policy in comparison["policies"]] == ["jia", "yi"]
    assert comparison["policies"][1]["status"] == "draft"
    assert comparison["unfit"][0]["policy"] == "jia"
    assert "年度投资:" in comparison["skeleton"]["zh"]


def test_one_policy_alone_has_no_comparison(policies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(capsys, policies / "jia", "--json")
    assert "comparison" not in json.loads(out)


def test_a_fact_nobody_knows_is_exit_code_2(policies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, err = ran(capsys, policies, "--set", "年度投姿=1元", code=exits.USAGE)
    assert err == "polc: 没有叫“年度投姿”的事实；是不是“年度投资”？\n"


def test_a_name_said_twice_in_a_file_is_told(policies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = policies / "facts.yaml"
    facts.write_text("在本市登记: 是\n年度投资: 1元\n在本市登记: 否\n", encoding="utf-8")
    _, err = ran(capsys, policies, "--facts", facts, code=exits.USAGE)
    assert "第3行又写了一次“在本市登记”" in err


def test_a_thing_of_a_list_that_says_nothing_is_told(policies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = policies / "facts.yaml"
    facts.write_text("交易: [{交易金额: 1元}, 甲]\n", encoding="utf-8")
    _, err = ran(capsys, policies, "--facts", facts, code=exits.USAGE)
    assert "“交易”的第2项要写 名称: 值，写的是“甲”" in err


def test_a_policy_with_errors_is_reported_and_the_others_are_answered(
    policies: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    two(policies, OTHER.replace("标准：1万元", "标准：1万圆"))
    out, _ = ran(capsys, policies, "--set", "在本市登记=是", code=exits.FOUND)
    assert "1万圆" in out
    assert "文件有错误，只算了读得出的部分" in out.replace("\n", "")
    assert "登门服务" in out
    (policies / "bing").mkdir()
    (policies / "bing" / "policy.pol").write_text("政策\n", encoding="utf-8")
    out, _ = ran(capsys, policies, "--set", "在本市登记=是", code=exits.FOUND)
    assert "登门服务" in out


def test_benefits_and_readings_of_any_policy_may_be_named(policies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(capsys, policies, "--benefit", "投资奖", "--set", "在本市登记=是", "--set", "年度投资=1万元")
    assert "1000元" in out
    assert "登门服务" not in out
    _, err = ran(capsys, policies, "--benefit", "投姿奖", code=exits.USAGE)
    assert "是不是“投资奖”？" in err
    _, err = ran(capsys, policies, "--reading", "甲=乙", code=exits.USAGE)
    assert "没有读法“甲=乙”" in err


def test_a_ledger_is_shared_out_by_benefit_and_by_policy(policies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = policies / "ledger.yaml"
    told = ["--set", "规模=大型", "--ledger", ledger, "--all"]
    ledger.write_text("- {奖补: 规模奖, 年度: 2025, 金额: 10万元}\n", encoding="utf-8")
    out, _ = ran(capsys, policies, *told)
    assert "已经领过" in out
    ledger.write_text("- {政策: yi, 奖补: 微型奖, 年度: 2025, 金额: 1万元}\n", encoding="utf-8")
    ran(capsys, policies, *told)
    ledger.write_text("- {政策: 丙, 奖补: 微型奖, 年度: 2025, 金额: 1万元}\n", encoding="utf-8")
    _, err = ran(capsys, policies, *told, code=exits.USAGE)
    assert "没有叫“丙”的政策" in err
    two(policies, OTHER.replace("微型奖", "规模奖"))
    ledger.write_text("- {奖补: 规模奖, 年度: 2025, 金额: 1万元}\n", encoding="utf-8")
    _, err = ran(capsys, policies, *told, code=exits.USAGE)
    assert "jia、yi 都有“规模奖”，要写 政策" in err


def test_one_of_several_policies_is_told_step_by_step(policies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = ["--set", "在本市登记=是", "--set", "年度投资=1万元", "--set", "年度购买算力=1万元"]
    out, _ = ran(capsys, policies, *told, "--policy", "yi")
    assert "标准      年度投资 × 10% = 1万元 × 10% = 1000元" in out
    assert "算力补贴" not in out
    _, err = ran(capsys, policies, *told, "--policy", "yii", code=exits.USAGE)
    assert err == "polc: 没有叫“yii”的政策；是不是“yi”？\n"


def test_it_reads_in_english(policies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(capsys, policies, "--set", "在本市登记=是", "--set", "年度购买算力=10万元", "--lang", "en")
    assert "up to CNY 30,000" in out
    assert "facts are missing, the most useful first" in out
