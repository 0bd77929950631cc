"""SARIF: what the standard demands, by a schema of the part that we write; regions in UTF-16 units; fixes."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from findings import HERE, OVER, SOON, SOURCE, nothing, over, some

from polc.diagnostics import Severity, Words
from polc.diagnostics.as_sarif import FINGERPRINT, as_sarif
from polc.diagnostics.report import Report, report
from polc.diagnostics.tally import Tally
from polc.diagnostics.words import Language

MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn"],
    "properties": {
        **{name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn", "endLine", "endColumn")},
        "snippet": MESSAGE,
    },
    "additionalProperties": False,
}
ARTIFACT = {
    "type": "object",
    "required": ["uri"],
    "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~:/@!$&'()*+,;=%-]+$"}},
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "message": MESSAGE,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "properties": {"artifactLocation": ARTIFACT, "region": REGION},
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
REPLACEMENT = {
    "type": "object",
    "required": ["deletedRegion"],
    "properties": {"deletedRegion": REGION, "insertedContent": MESSAGE},
    "additionalProperties": False,
}
FIX = {
    "type": "object",
    "required": ["artifactChanges"],
    "properties": {
        "description": MESSAGE,
        "properties": {"type": "object"},
        "artifactChanges": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["artifactLocation", "replacements"],
                "properties": {
                    "artifactLocation": ARTIFACT,
                    "replacements": {"type": "array", "minItems": 1, "items": REPLACEMENT},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RESULT: dict[str, Any] = {
    "type": "object",
    "required": ["message", "ruleId", "ruleIndex", "kind", "level", "locations", "partialFingerprints"],
    "properties": {
        "message": MESSAGE,
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "kind": {"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
        "level": LEVEL,
        "locations": {"type": "array", "minItems": 1, "maxItems": 1, "items": LOCATION},
        "relatedLocations": {"type": "array", "uniqueItems": True, "items": LOCATION},
        "fixes": {"type": "array", "uniqueItems": True, "items": FIX},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
    },
    "additionalProperties": False,
}
RESULT["if"] = {"properties": {"kind": {"not": {"const": "fail"}}}}
RESULT["then"] = {"properties": {"level": {"const": "none"}}}
RULE = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": {"type": "object", "required": ["text"], "properties": {"markdown": {"type": "string"}}},
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}, "additionalProperties": False},
        "properties": {"type": "object"},
    },
    "additionalProperties": False,
}
DRIVER = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "version": {"type": "string"},
        "rules": {"type": "array", "uniqueItems": True, "items": RULE},
    },
    "additionalProperties": False,
}
RUN = {
    "type": "object",
    "required": ["tool", "results"],
    "properties": {
        "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
        "results": {"type": "array", "items": RESULT},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "newlineSequences": {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string"}},
        "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
        "defaultSourceLanguage": {"type": "string"},
        "invocations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["executionSuccessful"],
                "properties": {"executionSuccessful": {"type": "boolean"}, "exitCode": {"type": "integer"}},
                "additionalProperties": False,
            },
        },
        "properties": {"type": "object"},
    },
    "additionalProperties": False,
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN},
    },
    "additionalProperties": False,
}
"""The part of the standard's own schema that we write: names, kinds and what is required, as SARIF 2.1.0 has them."""


def run_of(report: Report) -> dict[str, Any]:
    log = json.loads(as_sarif(report))
    jsonschema.validate(log, SARIF)
    found: dict[str, Any] = log["runs"][0]
    return found


@pytest.mark.parametrize("report", [some(), some("en"), nothing()])
def test_the_log_is_what_the_standard_says(report: Report) -> None:
    run = run_of(report)
    assert run["columnKind"] == "utf16CodeUnits"
    assert len(run["results"]) == len(report.findings)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_regions_count_utf16_units_and_paths_are_encoded() -> None:
    (result,) = run_of(some("zh", over()))["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%E6%94%BF%E7%AD%96%20%E7%94%B2/%E8%8D%89%E7%A8%BF%231.pol"
    # two blanks, 上限：, two characters of two units each: 2 + 3 + 4 units stand before it
    assert place["region"] == {
        "startLine": 2,
        "startColumn": 10,
        "endLine": 2,
        "endColumn": 14,
        "snippet": {"text": "50万元"},
    }


def test_the_other_places_are_there_each_in_its_own_file() -> None:
    first, second = run_of(some("zh", over()))["results"][0]["relatedLocations"]
    assert first["message"]["text"] == "保底在这里"
    assert second["physicalLocation"]["artifactLocation"]["uri"] == "source.txt"
    assert (first["id"], second["id"]) == (1, 2)


def test_fixes_say_what_goes_and_what_comes() -> None:
    one, both = run_of(some("en", over()))["results"][0]["fixes"]
    assert one["description"]["text"] == "make the cap 80万元"
    (change,) = one["artifactChanges"][0]["replacements"]
    assert change["insertedContent"]["text"] == "80万元"
    assert change["deletedRegion"]["startColumn"] == 10
    assert not one["properties"]["safe"]
    assert len(both["artifactChanges"][0]["replacements"]) == 2
    assert both["properties"]["safe"]


def test_the_case_is_told_in_the_message() -> None:
    (result,) = run_of(some("zh", over()))["results"]
    assert "例如：年度支出 = 200万元" in result["message"]["text"]
    assert "| 200万元 |" in result["message"]["text"]


@pytest.mark.parametrize(("language", "first"), [("zh", "保底高于上限"), ("en", "floor over cap")])
def test_a_rule_brings_its_page_in_both_languages_the_asked_one_first(language: Language, first: str) -> None:
    (rule,) = run_of(some(language, over()))["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == first
    assert rule["name"] == "FloorOverCap"
    markdown = rule["help"]["markdown"]
    assert markdown.startswith(f"**{first}**")
    assert "怎么改" in markdown
    assert "How to fix" in markdown


def test_a_file_as_such_is_marked_at_its_first_line() -> None:
    place = run_of(some())["results"][-1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "file:///%E5%B7%A5%E4%BD%9C/%E6%B2%A1%E6%9C%89.pol"
    assert place["region"]["startLine"] == 1


def test_brackets_and_braces_of_the_drafter_are_no_links_and_no_placeholders() -> None:
    finding = OVER.at(over().place.span, Words("见 [甲](1) {0} [乙]", "see [甲](1) {0} [乙]"), floor="1")
    assert r"见 \[甲](1) {{0}} [乙]" in run_of(some("zh", finding))["results"][0]["message"]["text"]


def test_the_fingerprint_is_under_our_own_name_and_the_log_is_the_same_each_time() -> None:
    assert set(run_of(some())["results"][0]["partialFingerprints"]) == {FINGERPRINT}
    assert as_sarif(some()) == as_sarif(some())


def test_what_is_for_a_person_or_not_decided_is_no_failure_and_has_no_level() -> None:
    place = SOURCE.span(0, 2)
    rules = (replace(SOON, kind="open"), replace(SOON, name="maybe", kind="review"), replace(OVER, kind="open"))
    found = [rule.at(place, floor="") for rule in rules]
    results = run_of(report(found, "zh", here=HERE))["results"]
    assert {each["ruleId"]: (each["kind"], each["level"]) for each in results} == {
        "soon": ("open", "none"),
        "maybe": ("review", "none"),
        "floor-over-cap": ("fail", "error"),  # an error, as where --strict makes it one
    }


def test_the_run_says_how_it_ended_and_what_came_of_the_questions() -> None:
    assert run_of(some())["invocations"] == [{"executionSuccessful": True, "exitCode": 1}]
    assert run_of(nothing())["invocations"] == [{"executionSuccessful": True, "exitCode": 0}]
    assert run_of(replace(nothing(), fails=Severity.NOTE))["invocations"][0]["exitCode"] == 0
    told = run_of(report([], "zh", here=HERE, tally=Tally(never=1, undecided=2)))["properties"]["questions"]
    assert told == {"put": 3, "never": 1, "shown": 0, "undecided": 2}
