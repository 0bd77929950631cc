"""The formats of a line a finding: concise, GitHub's commands, rdjsonl."""

import json

from findings import OVER, SOON, SOURCE, nothing, over, some

from polc.diagnostics.as_concise import as_concise
from polc.diagnostics.as_github import as_github
from polc.diagnostics.as_rdjsonl import as_rdjsonl
from polc.text import Source


def test_concise_is_one_line_with_the_case() -> None:
    assert as_concise(some("zh", over())) == (
        "政策 甲/草稿#1.pol:2:8: 错误[floor-over-cap]：保底 80万元 高于上限, 差 60%。"
        "例如：年度支出 = 200万元；上限：50万元\n"
    )
    assert as_concise(some("en")).count("\n") == 3
    assert "error[floor-over-cap]: the floor 80万元" in as_concise(some("en"))


def test_concise_lets_no_character_act_on_the_terminal() -> None:
    assert "\x1b" not in as_concise(some("zh", OVER.at(SOURCE.span(0, 2), floor="\x1b[31m")))


def test_github_commands_escape_what_the_runner_reads() -> None:
    (line,) = as_github(some("zh", over())).splitlines()
    head, _, text = line.removeprefix("::").partition("::")
    name, _, properties = head.partition(" ")
    assert name == "error"
    assert dict(each.split("=", 1) for each in properties.split(",")) == {
        "file": "政策 甲/草稿#1.pol",
        "line": "2",
        "endLine": "2",
        "col": "10",
        "endColumn": "14",
        "title": "floor-over-cap 保底高于上限",
    }
    assert text.startswith("保底 80万元 高于上限, 差 60%25%0A上限在这里%0A例如：年度支出 = 200万元%0A")


def test_github_properties_escape_commas_and_colons_too() -> None:
    source = Source("a,b:100%\r.pol", "甲")
    assert "file=a%2Cb%3A100%25%0D.pol," in as_github(some("zh", SOON.at(source.span(0, 1))))


def test_github_columns_are_given_only_within_a_line() -> None:
    (line,) = (each for each in as_github(some()).splitlines() if each.startswith("::warning"))
    assert "line=1,endLine=3,title=" in line
    assert as_github(some()).splitlines()[-1].startswith("::notice ")


def test_rdjsonl_counts_bytes() -> None:
    (line,) = as_rdjsonl(some("zh", over())).splitlines()
    data = json.loads(line)
    # two blanks, three characters of three bytes, two of four: 2 + 9 + 8 bytes stand before it
    assert data["location"] == {
        "path": "政策 甲/草稿#1.pol",
        "range": {"start": {"line": 2, "column": 20}, "end": {"line": 2, "column": 28}},
    }
    assert data["severity"] == "ERROR"
    assert data["code"] == {"value": "floor-over-cap"}
    assert "例如：年度支出 = 200万元" in data["message"]
    assert [each["location"]["path"] for each in data["relatedLocations"]] == ["政策 甲/草稿#1.pol", "source.txt"]


def test_rdjsonl_suggests_what_is_one_change_in_the_file() -> None:
    (line,) = as_rdjsonl(some("zh", over())).splitlines()
    (suggestion,) = json.loads(line)["suggestions"]
    assert suggestion["text"] == "80万元"
    assert suggestion["range"]["start"] == {"line": 2, "column": 20}


def test_rdjsonl_of_a_file_that_is_not_there_has_no_range() -> None:
    last = json.loads(as_rdjsonl(some()).splitlines()[-1])
    assert last["location"] == {"path": "/工作/没有.pol"}
    assert last["severity"] == "INFO"


def test_nothing_found_is_no_line() -> None:
    assert as_concise(nothing()) == as_github(nothing()) == as_rdjsonl(nothing()) == ""
