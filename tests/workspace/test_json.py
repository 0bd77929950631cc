"""What ``--json`` prints, held to the published schemas; so are the examples of their pages."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from polc.hosts.cli import exits, main
from polc.workspace import starter

REFERENCE = Path(__file__).parents[2] / "docs/reference"
YUXI = str(Path(__file__).parents[2] / "policies/yuxi")

SCENARIO = """\
    情景 两年
      | 年度 | 年度数字化改造投入 | 中小企业 | 应得 |
      | 2026 | 100万元 | 是 | 15万元 |
      | 2027 | 100万元 | 是 | 16万元 |
      | 累计 |         |    | 30万元 |
"""


def validate(name: str, data: object) -> None:
    schema = json.loads((REFERENCE / f"schemas/{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(data)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = exits.FINE) -> Any:  # noqa: ANN401 - JSON
    assert main([*arguments, "--json"]) == code
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("POLC_LANG", raising=False)
    (tmp_path / "source.txt").write_text(starter.SOURCE.zh, encoding="utf-8")
    file = tmp_path / "policy.pol"
    file.write_text(starter.POLICY.zh.format(name="demo"), encoding="utf-8")
    return file


def change(policy: Path, old: str, new: str) -> None:
    text = policy.read_text(encoding="utf-8")
    assert old in text
    policy.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", ["test", "answer"])
def test_the_example_of_the_page_is_what_the_schema_says(name: str) -> None:
    page = (REFERENCE / f"{name}-json.md").read_text(encoding="utf-8")
    found = re.search(r"```json\n(.*?)```", page, re.DOTALL)
    assert found
    validate(name, json.loads(found[1]))


def test_green_rows_are_data(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = printed(capsys, "test", str(policy))
    validate("test", data)
    assert data["passed"] is True
    assert data["summary"] == {
        "rows": 7, "passed": 7, "failed": 0, "not_run": 0, "to_confirm": 0, "tables": 1, "assertions": 7, "errors": 0,
    }  # fmt: skip
    assert data["rows"][0]["name"] == "demo （一） 数字化改造补助 门槛与封顶 第1行"
    assert data["rows"][0]["checks"][0]["computation"] is None


def test_a_failed_row_has_both_sides_and_its_computation(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(policy, "| 500                        | 30万元 ", "| 500                        | 75万元 ")
    data = printed(capsys, "test", str(policy), code=exits.FOUND)
    validate("test", data)
    (row,) = (each for each in data["rows"] if each["outcome"] == "failed")
    (check,) = row["checks"]
    assert (check["expected"]["zh"], check["got"]["zh"]) == ("75万元", "30万元")
    assert check["computation"]["zh"] == "年度数字化改造投入 500万元 × 15% = 75万元 → 上限 30万元 → 30万元"
    assert check["place"]["start"]["line"] == row["place"]["start"]["line"]


def test_a_scenario_a_promise_and_a_filter_are_data(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(policy, "    # 应成立", SCENARIO + "    # 应成立")
    change(policy, "应得 不超过 年度数字化改造投入", "应得 不超过 20万元")
    data = printed(capsys, "test", str(policy), "-k", "两年", code=exits.FOUND)
    validate("test", data)
    assert data["filter"] == "两年"
    assert [row["outcome"] for row in data["rows"]] == ["passed", "failed", "passed"]
    whole = printed(capsys, "test", str(policy), code=exits.FOUND)
    validate("test", whole)
    assert "promise" in {check["role"] for row in whole["rows"] for check in row["checks"]}


def test_errors_and_rows_that_did_not_run_are_data(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(policy, "达到 20万元\n", "达到 20万\n")
    data = printed(capsys, "test", str(policy), code=exits.FOUND)
    validate("test", data)
    assert data["summary"]["not_run"] == 7
    assert [each["rule"] for each in data["diagnostics"]] == ["unit-missing"]
    nothing = printed(capsys, "test", str(policy.with_name("无")), code=exits.FOUND)
    validate("test", nothing)
    assert nothing["passed"] is False


FACTS = [
    ["--set", "年度数字化改造投入=500万元", "--set", "中小企业=是"],
    ["--set", "年度数字化改造投入=100.01元"],
    ["--set", "中小企业=否"],
    [],
]


@pytest.mark.parametrize("facts", FACTS)
def test_an_answer_is_data(facts: list[str], policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    validate("answer", printed(capsys, "eval", str(policy), "--as-of", "2026-06-01", *facts))


def test_an_award_is_exact(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(policy, "年度数字化改造投入 × 15%\n    取整：去尾 到 元", "年度数字化改造投入 × 最高 15%")
    facts = ["--set", "年度数字化改造投入=20.0001万元", "--set", "中小企业=是", "--as-of", "2026-06-01"]
    data = printed(capsys, "eval", str(policy), *facts)
    validate("answer", data)
    result = data["answers"][0]["parts"][0]["result"]
    assert (result["low"], result["high"], result["open"]) == ("0", "30000.15", False)


def test_a_policy_with_errors_is_one_document(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(policy, "年度数字化改造投入 × 15%", "年度数字化投入 × 15%")
    data = printed(capsys, "eval", str(policy), "--as-of", "2026-06-01", code=exits.FOUND)
    validate("answer", data)
    assert [each["rule"] for each in data["diagnostics"]] == ["unknown-name"]


@pytest.mark.parametrize(
    "facts",
    [
        ["--set", "年度购买本地算力服务总额=200万元", "--set", "年度实际支出算力费用=200万元"],
        ["--set", "新建或投产年度=2026", "--set", "年度营业收入=1000万元", "--benefit", "新增规上软件企业奖"],
        ["--benefit", "能源要素保障"],
        ["--benefit", "大赛奖励"],
    ],
)
def test_the_answers_of_yuxi_are_what_the_schema_says(facts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    validate("answer", printed(capsys, "eval", YUXI, "--as-of", "2026-06-01", *facts))


def test_instalments_are_told_by_year(capsys: pytest.CaptureFixture[str]) -> None:
    told = ["新建或投产年度=2026", "年度营业收入=1000万元", "达到规上软件企业标准=是", "首次进入统计联网直报名录库=是",
            "已享受省级以上四上企业奖励=否"]  # fmt: skip
    facts = [word for pair in told for word in ("--set", pair)]
    data = printed(capsys, "eval", YUXI, "--as-of", "2026-06-01", "--benefit", "新增规上软件企业奖", *facts)
    assert data["answers"][0]["parts"][0]["instalments"] == [
        {"year": 1, "low": "25000", "high": "25000"},
        {"year": 2, "low": "25000", "high": "25000"},
    ]
