"""Rows 待核: listed with what came out, neither passed nor failed, in every format."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from polc.hosts.cli import exits, main
from polc.workspace import load
from polc.workspace.junit import as_junit
from polc.workspace.suite import Suite, run_suite
from polc.workspace.suite_json import as_data
from polc.workspace.suite_text import as_text

SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "schemas" / "test.json"

POLICY = """\
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 （一） 补贴
  奖补 补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 30%
    示例 甲
      | 年度支出 | 应得         | 触及      |
      | 100万元  | 30万元       |           |
      | 10万元   | 待核 3万元   |           |
      | 20万元   | 待核 5万元   | 待核 上限 |
    情景 逐年
      | 年度 | 年度支出 | 应得       |
      | 2025 | 10万元   | 待核 3万元 |
      | 2026 | 10万元   | 3万元      |
      | 累计 |          | 待核 6万元 |
"""


def run(tmp_path: Path, text: str = POLICY) -> Suite:
    (tmp_path / "policy.pol").write_text(text, encoding="utf-8")
    return run_suite(load([tmp_path / "policy.pol"]))


def test_a_row_to_be_confirmed_neither_passes_nor_fails(tmp_path: Path) -> None:
    suite = run(tmp_path)
    assert [named.passed for named in suite.rows] == [True, False, False, False, True, False]
    assert (len(suite.waiting), len(suite.failed), suite.passed) == (4, 0, True)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "zh",
            ["应得 待核 5万元，算出来是 6万元；触及 待核 上限，算出来是 触及的是 没有", "2 行通过，0 行不符，4 行待核"],
        ),
        ("en", ["应得: 5万元 to confirm, came out CNY 60,000", "2 rows passed, 0 failed, 4 to confirm"]),
    ],
)
def test_what_waits_is_shown_beside_what_came_out(tmp_path: Path, language: str, lines: list[str]) -> None:
    text = as_text(run(tmp_path), language, colour=False)  # type: ignore[arg-type]
    assert all(line in text for line in lines)
    assert all(line in as_text(run(tmp_path), language, colour=False, verbose=True) for line in lines)  # type: ignore[arg-type]


def test_json_has_them_apart(tmp_path: Path) -> None:
    data = as_data(run(tmp_path))
    jsonschema.validate(data, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert data["summary"]["to_confirm"] == 4
    assert [row["outcome"] for row in data["rows"]].count("to_confirm") == 4
    assert [(each["offered"], each["got"]["zh"]) for each in data["rows"][2]["to_confirm"]] == [
        ("5万元", "6万元"), ("上限", "触及的是 没有"),
    ]  # fmt: skip


def test_junit_skips_them(tmp_path: Path) -> None:
    root = ET.fromstring(as_junit(run(tmp_path), "zh"))  # noqa: S314 - our own report
    assert len(list(root.iter("skipped"))) == 4
    assert not list(root.iter("failure"))


def test_a_run_in_which_every_row_waits_asserts_nothing_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = POLICY.replace("| 30万元       |", "| 待核 30万元  |").replace("| 3万元      |", "| 待核 3万元 |")
    suite = run(tmp_path, text)
    assert (suite.passed, suite.findings) == (False, [])
    assert main(["test", str(tmp_path)]) == exits.FOUND
    assert "每一行都待核" in capsys.readouterr().out


def test_a_row_that_breaks_a_promise_fails_though_it_waits(tmp_path: Path) -> None:
    text = POLICY.replace("    示例 甲", "    应成立：应得 不超过 5万元\n    示例 甲")
    assert [named.row.number for named in run(tmp_path, text).failed] == [1, 3]
