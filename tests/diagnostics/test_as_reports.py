"""The formats that are a document: JUnit and GitLab code quality."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

from findings import OVER, SOURCE, nothing, over, some

from polc.diagnostics import Severity
from polc.diagnostics.as_gitlab import as_gitlab
from polc.diagnostics.as_junit import as_junit
from polc.diagnostics.report import Report
from polc.diagnostics.tally import Tally


def suite_of(report: Report) -> ET.Element:
    root = ET.fromstring(as_junit(report))  # noqa: S314 - our own report
    (suite,) = root
    assert root.get("failures") == suite.get("failures") == str(len(suite.findall("testcase/failure")))
    assert root.get("tests") == suite.get("tests") == str(len(suite.findall("testcase")))
    return suite


def test_junit_fails_what_fails_the_run_and_passes_the_rest() -> None:
    suite = suite_of(some())
    assert suite.get("failures") == "1"
    assert len(suite.findall("testcase/system-out")) == 2
    assert suite_of(replace(some(), fails=Severity.NOTE)).get("failures") == "3"


def test_junit_says_where_and_shows_the_case() -> None:
    (case,) = suite_of(some("zh", over()))
    assert (case.get("file"), case.get("line")) == ("政策 甲/草稿#1.pol", "2")
    assert case.get("name") == "floor-over-cap 政策 甲/草稿#1.pol:2:8"
    failure = case.find("failure")
    assert failure is not None
    assert failure.get("message") == "保底 80万元 高于上限, 差 60%"
    assert "例如：年度支出 = 200万元" in (failure.text or "")


def test_junit_is_xml_whatever_the_drafter_wrote() -> None:
    suite_of(some("zh", OVER.at(SOURCE.span(0, 2), floor="\x00\ufffe<&>]]>𠮷")))


def test_junit_of_a_clean_run_has_one_case_that_passed() -> None:
    (case,) = suite_of(nothing())
    assert len(case) == 0


def test_gitlab_has_what_a_merge_request_needs() -> None:
    issues = json.loads(as_gitlab(some()))
    for issue in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue)
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 3
    (issue,) = (issue for issue in issues if issue["check_name"] == "floor-over-cap")
    assert issue["location"] == {"path": "政策 甲/草稿#1.pol", "lines": {"begin": 2, "end": 2}}
    assert issue["description"].endswith("例如：年度支出 = 200万元；上限：50万元")


def test_gitlab_of_a_clean_run_is_an_empty_list() -> None:
    assert json.loads(as_gitlab(nothing())) == []


def test_junit_has_what_came_of_the_questions_as_properties() -> None:
    told = replace(some(), tally=Tally(never=4, shown=2))
    found = {each.get("name"): each.get("value") for each in suite_of(told).findall("properties/property")}
    assert found == {"questions.put": "6", "questions.never": "4", "questions.shown": "2", "questions.undecided": "0"}
    assert suite_of(some()).find("properties") is None
