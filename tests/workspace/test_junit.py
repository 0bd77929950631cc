"""The JUnit report: valid XML whatever the drafter wrote, one testcase a row."""

import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from polc.hosts.cli import exits, main
from polc.workspace import load
from polc.workspace.junit import as_junit
from polc.workspace.suite import run_suite

POLICY = """\
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 （一） 补贴
  奖补 补贴
    支持对象：企业
    标准：年度支出 × 30%
    示例 甲<乙>&"丙"
      | 年度支出 | 应得   | 说明              |
      | 100万元  | 30万元 | 对                |
      | 100万元  | 31万元 | 错 < &          |
条 （二） 奖励
  奖补 奖励
    支持对象：企业
    标准：5万元
    示例 乙
      | 应得  |
      | 5万元 |
"""


def report(tmp_path: Path, text: str, language: str = "zh") -> tuple[str, ET.Element]:
    (tmp_path / "policy.pol").write_text(text, encoding="utf-8")
    xml = as_junit(run_suite(load([tmp_path])), language)  # type: ignore[arg-type]
    return xml, ET.fromstring(xml)  # noqa: S314 - our own report


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_row_is_a_testcase_and_a_failure_shows_its_computation(tmp_path: Path, language: str) -> None:
    xml, root = report(tmp_path, POLICY, language)
    assert xml.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    cases = list(root.iter("testcase"))
    assert [case.get("classname") for case in cases] == ["demo.（一）.补贴"] * 2 + ["demo.（二）.奖励"]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("3", "1", "0")
    (failure,) = root.iter("failure")
    expected = {"zh": "应得写的是 31万元，算出来是 30万元", "en": "应得 says CNY 310,000, came out CNY 300,000"}
    assert failure.get("message") == expected[language]
    assert "年度支出 " in (failure.text or "")
    assert cases[1].get("line") == "12"
    assert cases[1].get("file") == str(tmp_path / "policy.pol")


def test_what_xml_forbids_becomes_a_replacement_character(tmp_path: Path) -> None:
    xml, root = report(tmp_path, POLICY.replace("错 <", "错 \x0b\x85\ud7ff <").replace('甲<乙>&"丙"', "甲\x0b<乙>&"))
    assert not any(letter < " " and letter != "\n" for letter in xml)
    assert "甲\ufffd<乙>&" in (next(root.iter("testcase")).get("name") or "")


def test_a_file_whose_name_is_no_text_does_not_disturb_it(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"\xff\xfe")
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this system has no such names")
    xml, _ = report(folder, POLICY.replace("标准：5万元", "标准：5万"))
    assert "\ufffd" in xml
    xml.encode()


def test_errors_are_errors_and_what_they_block_is_skipped(tmp_path: Path) -> None:
    _, root = report(tmp_path, POLICY.replace("标准：5万元", "标准：5万"))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("4", "1", "1")
    (error,) = root.iter("error")
    assert error.get("type") == "unit-missing"
    assert len(list(root.iter("skipped"))) == 1
    suites = list(root.iter("testsuite"))
    assert sum(int(each.get("tests") or 0) for each in suites) == len(list(root.iter("testcase")))


def test_the_same_suite_gives_the_same_text(tmp_path: Path) -> None:
    assert report(tmp_path, POLICY)[0] == report(tmp_path, POLICY)[0]


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "policy.pol").write_text(POLICY.replace("31万元", "30万元"), encoding="utf-8")
    path = tmp_path / "无" / "report.xml"
    assert main(["test", str(tmp_path), "--junit", str(path), "--lang", "en"]) == exits.FOUND
    assert f"polc: cannot write {path}: " in capsys.readouterr().err
    assert main(["test", str(tmp_path), "--junit", str(tmp_path / "好.xml")]) == exits.FINE
    ET.parse(tmp_path / "好.xml")  # noqa: S314 - our own report
